import { EDGE_UNITS } from "./limits.ts";
import { signedAs } from "./signatures.ts";

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const LINK = "(?:of|de|del|da|di|do|la|le|el|al|the|and|upon|sur|on|am)";
const PLACE = `${NAME}(?:[ /]${NAME}|[ ]${LINK}(?=[ ]\\p{Lu})){0,4}`;
const MONTH_NAME =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const DATE = `(?:${MONTH_NAME} \\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${MONTH_NAME}(?: \\d{4})?)`;
const AGENCY = "\\([\\p{L}][\\p{L}\\d .,&'’/-]{1,40}\\)";
// A single hyphen may be inside a name; with a space on both sides it is a dash.
const DASH = "(?:--|[–—―]|_(?= )|(?<= )-(?= ))";

/** Place, date, agency, dash: each may lack, but what is there must say clearly enough that it is no sentence. */
const DATELINE = new RegExp(
  `^(?<place>${PLACE}(?:, (?!${MONTH_NAME}[ .])${PLACE}){0,2})?(?:[,.]? ?(?<date>${DATE}))?,? ?(?<agency>${AGENCY})?(?:, (?<late>${DATE}))? ?(?<dash>${DASH})(?=\\s|\\p{Lu}|[“"‘'])`,
  "u",
);
/** An agency in brackets, glued or with a space, before the first word: "(CNN)The", "LIMA (AFP) The". */
const BRACKETED = new RegExp(
  `^(?<place>${PLACE}(?:, ${PLACE})?)?(?: ?, ?${DATE})? ?(?<agency>${AGENCY})(?=\\s?[\\p{Lu}“"])`,
  "u",
);
/** An agency between strokes: "LIMA, May 3. /TTA/. The". */
const BETWEEN_STROKES = new RegExp(
  `^(?<place>${PLACE}(?:, ${PLACE})?)?(?:[,.]? ?${DATE})?[.,]? ?(?<agency>/[\\p{L}][\\p{L}\\d .&’'-]{1,30}/)\\.?(?: ?${DASH})?(?=\\s\\p{Lu}|\\s[“"])`,
  "u",
);
/** An agency behind a comma, before a dash: "Lima, June 2, TTA - The". */
const BEHIND_COMMA = new RegExp(
  `^(?<place>${PLACE})(?:[,.] ?(?<date>${DATE}))?, (?<agency>\\p{Lu}{3,9}|${signedAs("dateline")}) ?(?:${DASH}|-(?= ))(?=\\s?[\\p{Lu}“"])`,
  "u",
);
const SIGNED = new RegExp(`^(?:${signedAs("dateline")})$`, "u");
const GLUED = new RegExp(`^(?<place>${NAME}(?: ${NAME}){0,3}, ${NAME}(?: ${NAME}){0,3}?\\p{Ll})(?=\\p{Lu})`, "u");
const KNOWN_AGENCY = new RegExp(String.raw`^\((?:\p{Lu}{2,8}|${signedAs("dateline")})[^)]*\)$`, "u");
const NOT_PLACES =
  /^(?:EXCLUSIVE|BREAKING|UPDATED?|WATCH|VIDEO|LIVE|OPINION|ANALYSIS|REPORT|EDITORIAL|CORRECTION|NOTE|FACT CHECK|ABSTRACT|The|A|An|But|And|It|He|She|They|We|I|In|On|At|Update|Updated|Breaking|Exclusive|Opinion|Analysis|Mr|Mrs|Ms|Dr)\b/;
const NEXT_SENTENCE_WORD = /^(?:\p{Lu}[\p{L}'’-]*|[“"‘'])/u;

/** A dateline at the start of a block's text: how long it is, and the agency with its place in the block. */
export interface Dateline {
  readonly length: number;
  readonly agency: { readonly name: string; readonly from: number } | null;
}

/**
 * Finds the dateline a paragraph starts with: "SEOUL, March 3 (Reuters) —", "(CNN)", or a place stuck to the first
 * word ("Quito, EcuadorThe minister"). `isWord` tells whether a word stands elsewhere in the document. Null for none.
 */
export function datelineOf(paragraph: string, isWord: (word: string) => boolean): Dateline | null {
  const head = paragraph.slice(0, EDGE_UNITS);
  const found = DATELINE.exec(head);
  if (found && convincing(found)) return measured(found);
  const strokes = BETWEEN_STROKES.exec(head);
  if (strokes) return measured(strokes);
  const behind = BEHIND_COMMA.exec(head);
  // "PARIS, FRANCE - The": only a date before it, or a known name, makes capitals an agency.
  if (behind && (behind.groups?.["date"] !== undefined || SIGNED.test(behind.groups?.["agency"] ?? "")))
    return measured(behind, 0);
  const bracketed = BRACKETED.exec(head);
  if (bracketed && KNOWN_AGENCY.test(bracketed.groups?.["agency"] ?? "")) return measured(bracketed);
  return gluedPlace(head, isWord);
}

function convincing(found: RegExpExecArray): boolean {
  const { place, date, agency, late, dash } = found.groups ?? {};
  if (place === undefined) return agency !== undefined;
  if (NOT_PLACES.test(place)) return false;
  if (agency !== undefined || date !== undefined || late !== undefined) return true;
  const [first = ""] = place.split(",");
  if (first.length > 2 && first === first.toUpperCase()) return true;
  // A dash alone proves little: before it must stand a city with its country, or a name or two and a long dash.
  const words = place.split(/[ ,]+/).length;
  return place.includes(",") ? words <= 5 : words <= 2 && dash !== "-";
}

/** `marks`: how many characters stand before and behind the agency's name. */
function measured(found: RegExpExecArray, marks = 1): Dateline {
  const agency = found.groups?.["agency"];
  if (agency === undefined) return { length: found[0].length, agency: null };
  const from = found[0].lastIndexOf(agency) + marks;
  return { length: found[0].length, agency: { name: agency.slice(marks, agency.length - marks), from } };
}

function gluedPlace(head: string, isWord: (word: string) => boolean): Dateline | null {
  const place = GLUED.exec(head)?.groups?.["place"];
  if (place === undefined || NOT_PLACES.test(place)) return null;
  const next = NEXT_SENTENCE_WORD.exec(head.slice(place.length))?.[0];
  const last = /[\p{L}'’-]+$/u.exec(place)?.[0] ?? "";
  // "Ottawa, McKenzie" and "Paris, DeVille" have a name's first letters before the capital, not a place.
  if (next === undefined || last.length < 4 || !isWord(next)) return null;
  return { length: place.length, agency: null };
}

import type { Found } from "../../../model/statement.ts";
import { isForm } from "../../companyWords.ts";
import type { Field } from "../../field.ts";
import { placeKind } from "../../places.ts";
import { FIELD_OF_WORK, PARTICLE } from "../../shapes.ts";
import { readSource } from "../../sources.ts";
import { isGivenName, kindsOf, sourceWords } from "../../tables.ts";
import { HONORIFIC, LINK, NAME_OF_INSTITUTION, beforeRank } from "./besideNames.ts";
import type { Run } from "./nameRuns.ts";

/** Mr., Governor, Sen.: what stands before a name and tells that somebody is meant. */
export function isTitle(word: string): boolean {
  return HONORIFIC.test(word) || sourceWords().get(word.toLowerCase())?.has("office") === true;
}

/** The words of the full name that a run of capitals ends with, without what his office is of; null where it names nobody in full. */
export function nameInFull(found: Found, run: Run, words: readonly string[], field: Field): readonly string[] | null {
  const { tokens } = found;
  if (words.some((word) => MADE_WITH.test(word)) || isCompanyAt(tokens, run.end)) return null;
  const read = fullName(words, field, isBornByOne(found, run, words));
  if (!read) return null;
  const before = run.end - read.length - 1;
  const full = withoutPost(withoutField(read, tokens[before]?.reads ?? ""), tokens, before);
  return full && !isOfInstitution(found, run, full, field) ? full : null;
}

/** "Minister Hyon In Sok", "Ko In Sil, a director", "Ri On Su, who": what stands beside the capitals tells that somebody bears them. */
function isBornByOne({ tokens }: Found, run: Run, words: readonly string[]): boolean {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  if (words.slice(0, -2).some((word) => isTitle(word.replace(/\.$/, ""))) || isTitle(reads(run.start - 1))) return true;
  if (reads(run.end) !== ",") return false;
  if (/^(?:who|\d{2})$/.test(reads(run.end + 1))) return true;
  for (let i = run.end + 1; i < run.end + 8 && /^[\p{L}-]+$/u.test(reads(i)) && reads(i) !== "of"; i++) {
    const kinds = kindsOf(reads(i));
    if (kinds.has("office") || kinds.has("description")) return true;
  }
  return false;
}

/** The words of a person's full name at the end of a run, or null. */
function fullName(words: readonly string[], field: Field, borne: boolean): readonly string[] | null {
  if (words.length < 2) return null;
  // Tom "Tide" Birch is called as Tom Birch is.
  const nickname = words.findIndex((word) => word.startsWith('"'));
  if (nickname >= 0) {
    let first = nickname - 1;
    while (first > 0 && /^\p{Lu}\.$/u.test(words[first] as string)) first--;
    const name = words.slice(Math.max(0, first));
    return first >= 0 &&
      fullName(
        name.filter((word) => !word.startsWith('"')),
        field,
        borne,
      )
      ? name
      : null;
  }
  const phrase = words.join(" ");
  const { kind, name } = readSource(phrase, field);
  let parts = name.split(" ");
  if (kind !== "person" || parts.length < 2 || parts.length > words.length) return null;
  if (field.person(name)) return parts;
  // "(Eastside GRC)": an acronym ends no name; letters behind a name may.
  if (/^(?!(?:KC|QC|MP|MD|SC|MBE|OBE|CBE|III?|IV)$)\p{Lu}{2,4}$/u.test(parts.at(-1) as string) && /\p{Ll}/u.test(name))
    return null;
  // "Secretary of State Jon Marsh", "Ambassador to Japan John Marsh": the run begins inside the title.
  while (parts.length > 2 && (FIELD.test(parts[0] as string) || isPlace(parts[0] as string, field)))
    parts = parts.slice(1);
  // "Ku Klux Klan Grand Wizard David Duke": a name of several words ends the run.
  const givenAt = parts.length > 3 ? parts.findIndex((part) => isGivenName(part)) : 0;
  const held = parts.slice(0, givenAt).some((part) => PARTICLE.test(part) || /^\p{Lu}\.$/u.test(part));
  if (givenAt > 1 && givenAt < parts.length - 1 && !held) parts = parts.slice(givenAt);
  if (parts.length > 3 && isPlace(parts.slice(0, 2).join(" "), field)) parts = parts.slice(2);
  const particle = PARTICLE.test((parts[0] as string).toLowerCase()) && !isGivenName(parts[0] as string);
  const isSmall = (part: string, i: number): boolean =>
    IN_HEADLINES.test(part) && !(borne && i === 1 && parts.length === 3 && /^(?:In|On)$/.test(part));
  if (particle || parts.some(isSmall)) return null;
  const isThing = (part: string, i: number): boolean =>
    sourceWords().get(part.toLowerCase())?.has("thing") === true &&
    !(i === parts.length - 1 && BORNE_TOO.test(part) && isGivenName(parts[0] as string));
  if (parts.some(isThing) || field.named(name).length > 0) return null;
  // "the Miami Quill family": where they live is no given name.
  if (parts.length === 2 && placeKind(parts[0] as string) === "city" && !isGivenName(parts[0] as string)) return null;
  // "Dawn Quill" is no paper; "Georgia Tide" may be of the state.
  const front = field.named(parts.slice(0, -1).join(" "));
  // A capital may be a given name as well.
  const given =
    parts.length === 2 &&
    isGivenName(parts[0] as string) &&
    front.every(({ kind, bySeat }) => kind !== "state" || bySeat);
  return field.demonym(parts[0] as string) !== null || (front.length > 0 && !given) ? null : parts;
}

/** "Minister of Chemical Industry Tom Birch": the name without what the office is of. */
function withoutField(name: readonly string[], before: string): readonly string[] | null {
  if (!/^(?:of|for)$/.test(before) || name.length < 3) return name;
  let start = 0;
  while (start < name.length - 1 && FIELD_OF_WORK.test(name[start] as string) && !isGivenName(name[start] as string))
    start++;
  return name.length - start < 2 ? null : name.slice(start);
}

/** "Ambassador to Ostrel Tom Birch": the name without the place the office is for. */
function withoutPost(
  name: readonly string[] | null,
  tokens: Found["tokens"],
  before: number,
): readonly string[] | null {
  const office = kindsOf((tokens[beforeRank(tokens, before - 1)]?.reads ?? "").toLowerCase()).has("office");
  if (!name || name.length < 3 || !office || tokens[before]?.reads !== "to") return name;
  const given = name.findIndex((word) => isGivenName(word));
  return given > 0 && name.length - given > 1 ? name.slice(given) : name;
}

/** "Velt Works U.K. Ltd.": whether a company's form stands behind a name. */
function isCompanyAt(tokens: Found["tokens"], at: number): boolean {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  return isForm(reads(at)) ? /^\p{Lu}/u.test(reads(at)) : /^U\.[KS]\.$/.test(reads(at)) && isForm(reads(at + 1));
}

/** "CNC-based", "U.S.-led" */
const MADE_WITH = /-(?:based|led|backed|run|owned|style|made|born|wide|held|controlled|type|only|free|oriented)$/;

/** "the Institute for Friendship and Cultural Solidarity with the Ostrel People": capitals that no person is called by. */
function isOfInstitution({ tokens, sentences }: Found, run: Run, name: readonly string[], field: Field): boolean {
  const first = sentences[run.sentence]?.first ?? 0;
  const words = tokens.slice(run.start, run.end).map((t) => t.reads);
  if (!LINK.test(tokens[run.start - 1]?.reads ?? "") || isGivenName(name[0] as string) || field.person(name.join(" ")))
    return false;
  if (words.some((word) => isTitle(word.replace(/\.$/, "")))) return false;
  for (let i = run.start - 1; i > first && run.start - i < NAME_OF_INSTITUTION; i--) {
    const word = tokens[i]?.reads as string;
    if (!LINK.test(word) && !/^\p{Lu}/u.test(word)) return false;
    const kinds = sourceWords().get(word.toLowerCase());
    const head = kinds?.has("organisation") || kinds?.has("body") || kinds?.has("whole");
    if (head && /^\p{Lu}/u.test(word)) return /^(?:of|for|with|against|on|to|the)$/.test(tokens[i + 1]?.reads ?? "");
  }
  return false;
}

/** Words with capitals in a headline that no name holds. */
const IN_HEADLINES =
  /^(?:Are|Is|Was|Were|Has|Have|Had|Would|At|To|In|On|With|For|From|By|The|And|Not|Who|What|Why|How|After|Over|Into|Against|About|Says?|Said|Their|His|Her|Its)$/;

/** Words for things that families are called by as well: "Anna Brand White". */
const BORNE_TOO = /^(?:White|West|Day|Hall|Church)$/;

/** What an office is for or of. */
const FIELD =
  /^(?:State|Staff|Defen[cs]e|Finance|Health|Justice|Education|Energy|Interior|Labou?r|Agriculture|Commerce|Transport|Trade|Culture|Intelligence|Treasury|Affairs|Security|Services|Information|Communications|Operations)$/;

function isPlace(words: string, field: Field): boolean {
  return field.named(words).some(({ kind }) => kind === "state") || field.demonym(words) !== null;
}

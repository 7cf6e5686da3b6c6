import { outermost } from "../../../model/outermost.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import type { Field } from "../../field.ts";
import { institutionIn } from "../../institutions.ts";
import type { NamedSource } from "../../sources.ts";
import { isGivenName, kindsOf } from "../../tables.ts";
import { VERB } from "../names/beforeNames.ts";
import type { BodyNames } from "./bodyNames.ts";
import { irregular } from "../subjects.ts";

/** A place of the text that names a body. */
export interface BodyPlace extends Span {
  readonly source: NamedSource;
  readonly sentence: number;
  /** What it does there: the subject of its sentence or clause, the owner of something, or neither. */
  readonly role: "subject" | "owner" | "other";
  readonly quoted: boolean;
}

/** A text with more of them is no report. */
const MOST = 600;
/** A name is no longer, in words. */
const LONGEST = 14;
/** How many words a known name may have. */
const KNOWN = 6;
const CAPITAL = /^["“'‘(]*\p{Lu}/u;
/** Words that begin a sentence and no name. */
const OPENS =
  /^["“'‘(]*(?:The|A|An|But|And|In|At|For|By|When|While|As|On|With|From|If|Both|Under|Last|Also|Meanwhile|However|Since|After|Before|According|That|This|Its|Their|His|Her)$/;
/** How far from its sentence's head a name still opens it, in characters: "But the ". */
const AT_HEAD = 12;

interface Word extends Span {
  readonly text: string;
}

/** Every place that names a body of the text or of the packs, in order; headlines, whose capitals tell no names, are left out. */
export function bodyPlaces(
  found: Found,
  field: Field,
  names: BodyNames,
  short: ReadonlyMap<string, NamedSource>,
): BodyPlace[] {
  const { document, sentences } = found;
  const quotations = outermost(found);
  const places: BodyPlace[] = [];
  for (const [sentence, { from, to, block }] of sentences.entries()) {
    if (/^(?:headline|noise)$/.test(document.blocks[block]?.kind ?? "")) continue;
    const words: Word[] = [...document.text.slice(from, to).matchAll(/\S+/gu)].map(({ 0: text, index }) => ({
      text,
      from: from + index,
      to: from + index + text.length,
    }));
    for (let i = 0; i < words.length && places.length < MOST;) {
      const hit = nameAt(words, i, field, names, short);
      if (!hit) {
        i++;
        continue;
      }
      const first = words[i] as Word;
      const last = words[hit.end - 1] as Word;
      const trimmed = last.text.replace(/["”'’)]*['’]s?\W*$|[^\p{L}\p{N}]+$/gu, "");
      const span = { from: first.from, to: Math.max(first.from + 1, last.from + trimmed.length) };
      const owner = /^["”]?['’](?:s\b|(?=\s))/.test(document.text.slice(span.to, span.to + 3));
      const next = (words[hit.end]?.text ?? "").replace(/\W+$/u, "");
      const acts = !/[,;:.]$/.test(last.text) && (VERB.test(next) || irregular().has(next));
      const quoted = quotations.before(span.from + 1) !== null;
      const role = owner ? "owner" : span.from - from <= AT_HEAD || acts ? "subject" : "other";
      places.push({ ...span, source: hit.source, sentence, role, quoted });
      i = hit.end;
    }
  }
  return places;
}

/** The body whose name begins at a word, and where it ends; null where none does. */
function nameAt(
  words: readonly Word[],
  at: number,
  field: Field,
  names: BodyNames,
  short: ReadonlyMap<string, NamedSource>,
): { readonly source: NamedSource; readonly end: number } | null {
  const first = (words[at] as Word).text;
  if (!CAPITAL.test(first) || OPENS.test(first)) return null;
  const before = (words[at - 1]?.text ?? "").replace(/^["“'‘(]+/, "");
  const inside = CAPITAL.test(before) && !OPENS.test(before) && !/[^\p{L}]$/u.test(before);
  // "the National Dike and Harbour League": the name begins before the "and".
  const listed = /^(?:and|&|amp)$/.test(before) && CAPITAL.test(words[at - 2]?.text ?? "");
  const phrase: string[] = [];
  for (let k = at; k < words.length && k - at < LONGEST; k++) {
    const word = (words[k] as Word).text.replace(/^["“'‘(]+/, "");
    // "The Union of Tides has issued …": no name goes over a verb.
    if (k > at && /^\p{Ll}/u.test(word) && word !== "on" && (VERB.test(word) || irregular().has(word))) break;
    const ends = /['’]s?[^\p{L}]*$|[.;:!?)”"]+$/u.exec(word);
    // A stop behind a short form ends no name: "Co.", "U.S."
    const goesOn = ends === null || (/^\.$/.test(ends[0]) && !/\p{Ll}{3,}\.$/u.test(word));
    phrase.push(goesOn ? word : word.slice(0, ends.index));
    if (!goesOn || word.endsWith(",")) break;
  }
  for (let length = Math.min(KNOWN, phrase.length); length > 0; length--) {
    const words = phrase.slice(0, length).join(" ").replace(/,$/, "");
    const known = names.full(words) ?? short.get(words) ?? filedBody(words, field);
    const longer = CAPITAL.test(phrase[length] ?? "") && !(phrase[length - 1] as string).endsWith(",");
    if (known && known.kind !== "person" && !longer && !inside) return { source: known, end: at + length };
  }
  const name = inside
    ? null
    : (institutionIn(phrase.join(" ").replace(/,$/, ""), field) ?? (listed ? null : bodyAtHead(phrase)));
  if (!name || !name.includes(" ") || !/^[\p{L}&.’' -]+$/u.test(name)) return null;
  const filed = filedBody(name, field);
  return { source: filed ?? { kind: "organisation", name }, end: at + name.split(" ").length };
}

/** "Harbour Party" of "Harbour Party leaders": capitals up to the noun of a body, nobody's given name or office before it; else null. */
function bodyAtHead(phrase: readonly string[]): string | null {
  let end = 0;
  while (
    end < phrase.length &&
    (CAPITAL.test(phrase[end] as string) || (end > 0 && /^(?:&|amp)$/.test(phrase[end] ?? "")))
  ) {
    end++;
    if ((phrase[end - 1] as string).endsWith(",")) break;
  }
  const words = phrase.slice(0, end).map((word) => word.replace(/,$/, ""));
  const last = kindsOf(words.at(-1) ?? "");
  const somebody = words.some(
    (word) => isGivenName(word) || (kindsOf(word).has("office") && !kindsOf(word).has("organisation")),
  );
  return words.length > 1 && last.has("organisation") && !last.has("office") && !somebody ? words.join(" ") : null;
}

function filedBody(words: string, field: Field): NamedSource | null {
  if (!/^\p{Lu}/u.test(words) || kindsOf(words).has("office")) return null;
  const [one, other] = field.named(words);
  return one && !other && one.kind !== "state" ? { kind: one.kind, name: one.name } : null;
}

import type { Field } from "../../field.ts";
import { type NamedSource, readSource } from "../../sources.ts";
import { kindsOf } from "../../tables.ts";
import { isDocument } from "../../documentWords.ts";

/** "the budget office": an article, one word, and a noun. */
const IN_SMALL = /^(?:the|The|this|This) (\p{Ll}[\p{Ll}-]+) (\p{Ll}+)$/u;
/** "the Society": a body by one word of its name. */
const ONE_WORD =
  /^[Tt]he (Society|Association|Union|League|Federation|Front|Council|Committee|Institute|Foundation|Alliance|Coalition|Cent(?:er|re)|Bureau|Agency|Commission|Authority|Fund|Network|Movement|Organi[sz]ation|Academy|Mission|Headquarters|Conference|Guild|Trust)$/u;
/** How far before its short form a name may stand, in characters. */
const REACH = 12_000;
/** Words that begin a sentence, and no name. */
const OPENS =
  /^(?:(?:The|A|An|In|At|On|But|And|For|By|When|While|As|From|With|According to|Its|Their|Under) (?:the )?)+/u;
/** What a part of a body is called before whose part it is: the TTU Central Committee. */
const PART =
  /^(\p{Lu}{3,8}) ((?:Central |Executive |National |Provincial )?(?:Committee|Headquarters|Branch|Council|Secretariat|Politburo|Presidium))$/u;

/**
 * The body whose name a phrase shortens: "the budget office" behind "the Congressional Budget Office", "the Society" behind "the
 * Tide Society". Only where one body before a place is called so; else null.
 */
export function shortenedBody(words: string, text: string, at: number, field: Field): NamedSource | null {
  const [, kind, noun] = IN_SMALL.exec(words) ?? [];
  const body = kind !== undefined && noun !== undefined && kindsOf(noun).has("organisation") && !isDocument(words);
  const tail = body ? `${capitalised(kind)} ${capitalised(noun)}` : ONE_WORD.exec(words)?.[1];
  if (tail === undefined || (!body && field.named(tail).length > 0)) return null;
  const of = "(?: (?:of|for|on) (?:the )?\\p{Lu}[\\p{L}’'-]+(?:,? (?:(?:and|of|the) ){0,2}\\p{Lu}[\\p{L}’'-]+){0,5})";
  const pattern = new RegExp(
    `(?<![\\p{L}’'.-])(?:(?:\\p{Lu}[\\p{L}.&’'-]+ (?:(?:of|for|and|on) (?:the )?)?){1,5}${tail}${of}?|${tail}${of})(?![\\p{L}-])`,
    "gu",
  );
  const before = text.slice(Math.max(0, at - REACH), at).replace(/\s/g, " ");
  const names = new Map<string, NamedSource>();
  for (const [found] of before.matchAll(pattern)) {
    const read = readSource(found.replace(OPENS, ""), field);
    if (read.kind !== "organisation" || read.name.toLowerCase() === tail.toLowerCase()) continue;
    if (read.name.includes(tail)) names.set(read.name, read);
  }
  const [only] = names.values();
  return names.size === 1 && only ? only : null;
}

/** "the TTU Central Committee" where the letters are told: Central Committee of the Tide Trade Union; null for others. */
export function partOfShortened(name: string, short: ReadonlyMap<string, NamedSource>): NamedSource | null {
  const [, letters = "", part] = PART.exec(name) ?? [];
  const whole = short.get(letters);
  return part && whole ? { kind: "organisation", name: `${part} of the ${whole.name}` } : null;
}

function capitalised(word: string): string {
  return `${(word[0] as string).toUpperCase()}${word.slice(1)}`;
}

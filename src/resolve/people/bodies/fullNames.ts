import { indexBehind } from "../../../model/outermost.ts";
import type { Token } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import { inHeadline } from "../headlines.ts";
import { NounPlaces, spanOf } from "../documents/nounPlaces.ts";

/** Whole things named once in full and then by their noun alone: "the poll", "the appeals court". */
const SHORTENED = /^(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:(\p{Ll}+)\s+)?(\p{L}+)$/u;
const SHORTENABLE: ReadonlySet<string> = new Set(
  "poll survey study report court panel commission committee institute ministry agency organization organisation company party bank group union department council association newspaper paper magazine website channel station network center centre foundation university cable lawsuit campaign letter".split(
    " ",
  ),
);
const SAME: Readonly<Record<string, string>> = {
  study: "study|survey|report|analysis",
  survey: "survey|study|poll",
  poll: "poll|survey",
  paper: "newspaper|paper|daily",
};
const NOUNS: ReadonlySet<string> = new Set([
  ...SHORTENABLE,
  ...Object.values(SAME).flatMap((nouns) => nouns.split("|")),
]);

/** Offices that stand behind a body's noun, before a name. */
const OFFICER =
  /^(?:Chairman|Chairwoman|Chair|President|Director|Chief|Leader|Spokesman|Spokeswoman|Member|Rep\.?|Sen\.?)$/;
/** Where a noun phrase begins, and words no noun phrase holds. */
const STARTS = /^(?:the|a|an|this|that|its|their|his|her|our|another|one|two|The|A|An)$/;
const CLAUSE =
  /^(?:said|says|found|shows?|showed|was|is|are|were|has|had|have|that|which|who|and|but|in|on|by|to|from|with|at|its|his|her|their|according|released|conducted|published|will|would|conducted|ruled|told)$/;
/** What tells a campaign that is led from the staff that leads it. */
const LASTS =
  /^(?:[\p{L}\d]+-(?:day|week|month|year|long|state|city)|ad|advertising|media|vaccination|bombing|military|air|smear|whispering|skywriting)$/iu;
/** How far before "the poll" its full name may stand, in characters. */
const REACH_OF_NAMES = 4_000;

/** What "the poll" and "the appeals court" are called in full before. */
export class FullNames {
  readonly #found: Found;
  readonly #nouns: NounPlaces;

  constructor(found: Found) {
    this.#found = found;
    this.#nouns = new NounPlaces(found, NOUNS);
  }

  /** The first place before `at` that names in full what a phrase like "the poll" means; null where none does. */
  before(words: string, at: number): Span | null {
    const [, kind, last] = SHORTENED.exec(words) ?? [];
    const noun = last?.toLowerCase();
    if (!noun || !SHORTENABLE.has(noun)) return null;
    const { tokens } = this.#found;
    if (noun === "letter") return this.#letterTo(at);
    for (const same of (SAME[noun] ?? noun).split("|"))
      for (const i of this.#nouns.before([same], at)) {
        if (at - (tokens[i]?.from as number) > REACH_OF_NAMES) break;
        const full = this.#inHeadline(i) ? null : this.#nameAround(i);
        // "the appeals court" is no district court.
        if (
          full &&
          !this.#isSomebody(full) &&
          (!kind || this.#found.document.text.slice(full.from, full.to).toLowerCase().includes(kind))
        )
          return full;
      }
    return null;
  }

  /** A headline has hardly a name in full; a noun in small letters there stands in a clause: "Ferry firm blames council". */
  #inHeadline(i: number): boolean {
    const { reads, from } = this.#found.tokens[i] as Token;
    const isOpen = /^\p{Ll}/u.test(reads) || /^(?:organi[sz]ation|body|group|agency|company)$/i.test(reads);
    return isOpen && inHeadline(this.#found, from);
  }

  /** "Committee Chairman Mara Quill", "this committee": no fuller name for a body. */
  #isSomebody({ from, to }: Span): boolean {
    const words = this.#found.document.text.slice(from, to).split(/\s+/);
    if (/^(?:This|That|These|Those)$/.test(words[0] as string)) return true;
    return words.some((word, i) => i > 0 && /^\p{Lu}/u.test(word) && OFFICER.test(word));
  }

  /** "a letter to General Secretary Quill": whom a letter was to. */
  #letterTo(at: number): Span | null {
    const { tokens } = this.#found;
    for (const i of this.#nouns.before(["letter"], at)) {
      if (tokens[i + 1]?.reads !== "to") continue;
      let end = i + 2;
      while (end - i < 10 && /^\p{Lu}/u.test(tokens[end]?.reads ?? "")) end++;
      if (end > i + 2) return spanOf(tokens, i, end);
    }
    return null;
  }

  /** "a recent Reuters survey of voter lists": from the article on to the end of what it is of; null without a name in it. */
  #nameAround(i: number): Span | null {
    const { tokens, sentences } = this.#found;
    const { first, last } = sentences[indexBehind(sentences, (tokens[i] as Token).from)] ?? {
      first: 0,
      last: tokens.length,
    };
    const capital = (k: number): boolean => k < last && /^\p{Lu}/u.test(tokens[k]?.reads ?? "");
    let from = i;
    while (from > first && i - from < 8 && /^(?:[\p{L}.'’-]+|&|\/)$/u.test(tokens[from - 1]?.reads as string)) {
      if (/^[-–—.]+$/.test(tokens[from - 1]?.reads as string)) break;
      if (
        STARTS.test(tokens[from - 1]?.reads as string) ||
        (!capital(from) && CLAUSE.test(tokens[from - 1]?.reads as string))
      )
        break;
      from--;
    }
    while (from < i && CLAUSE.test(tokens[from]?.reads as string)) from++;
    // "a surrogate for Quill's campaign" is nobody's campaign, "a four-day Harbour campaign" no body.
    for (let k = i - 1; k > from; k--)
      if (/^(?:for|of|inside|within|behind|about)$/.test(tokens[k]?.reads as string) && !capital(k - 1)) from = k + 1;
    if (/^campaigns?$/i.test(tokens[i]?.reads as string))
      for (let k = from; k < i; k++) if (LASTS.test(tokens[k]?.reads as string)) return null;
    if (/^(?:new|latest)$/.test(tokens[from]?.reads as string)) from++;
    let end = i + 1;
    // "the Tarvian paper Zrcadlo": its name stands behind.
    const owns = (k: number): boolean => tokens[k]?.reads === "'s" && capital(k + 1);
    while (end - i < 7 && (capital(end) || (end > i + 1 && owns(end)))) end++;
    if (end === i + 1 && /^(?:of|for|on)$/.test(tokens[end]?.reads ?? "")) {
      let k = end + 1;
      while (
        k < last &&
        k - end < 12 &&
        /^[\p{L}\p{N}][\p{L}\p{N}.'’-]*$/u.test(tokens[k]?.reads ?? ".") &&
        !CLAUSE.test(tokens[k]?.reads as string) &&
        !/^\p{Ll}{3,}ed$/u.test(tokens[k]?.reads as string)
      )
        k++;
      end = k;
    }
    while (end > i + 1 && /^(?:of|for|on|the|and|a|an)$/.test(tokens[end - 1]?.reads as string)) end--;
    for (let k = from; k < end; k++) if (capital(k) && k !== i) return spanOf(tokens, from, end);
    return null;
  }
}

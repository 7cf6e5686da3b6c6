import type { SilenceKind } from "../../model/entries.ts";
import type { Reading, Sentence, Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { type VerbClass, type VerbForm, type VerbReading, vocabulary } from "./vocabulary.ts";

/** Half-open, tokens of a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One sentence as the rules see it; all indexes count from its first token. */
export interface Line {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
}

/** Words that deny an act of saying or doing, before it is known who is meant. */
export interface Denial {
  /** The words themselves: "did not mention", "made no mention". Half-open, tokens of the line. */
  readonly from: number;
  readonly to: number;
  /** Null for what is no statement and no silence either: "declined to be named". */
  readonly kind: SilenceKind | null;
  /** Where the one who is silent stands: before the words, in between ("nor did he"), behind ("no word from him"), or nowhere. */
  readonly who: "before" | "behind" | "nobody" | { readonly from: number; readonly to: number };
  /** Whether the clause begins with the words themselves, its subject left out ("declined to comment"). */
  readonly bare?: boolean;
  /** A noun ("his refusal to answer"): the verb behind it is that of the sentence. */
  readonly noun?: boolean;
  /** Whether the subject belongs to the clause though it is not the one who is silent ("calls were not returned"). */
  readonly withSubject?: boolean;
  /** Whether the words hold what was left out in front of them ("the terms were not disclosed"). */
  readonly aboutBefore?: boolean;
  /** Where the clause begins, if the rule knows it better than its grammar tells. */
  readonly opens?: number;
  /** What was left out, where the rule knows it; "behind" is all that follows in the clause. */
  readonly left?: Stretch | "behind" | undefined;
  /**
   * What it means where the one who is silent, or that in which something is missing, passes on the words of others: "withheld"
   * are words that were spoken; "only" and "told" are a silence of such alone, with the kind given; "text" is one of texts and
   * of such.
   */
  readonly carried?: "withheld" | "only" | "told" | "text" | undefined;
  /** Whether the words tell of a statement all the same: "would say only that". */
  readonly keeps?: boolean;
  readonly by: string;
}

/** Finds a denial whose first deciding word stands at `i`; refuses by null. */
export interface DenialRule {
  readonly name: string;
  /** The words it can begin at, in lower case: it is asked nowhere else. */
  readonly at: ReadonlySet<string>;
  find(line: Line, i: number): Omit<Denial, "by"> | null;
}

const known = new WeakMap<Reading, readonly Line[]>();

/** The sentences of a reading as lines, in order. */
export function linesOf(reading: Reading): readonly Line[] {
  const before = known.get(reading);
  if (before) return before;
  const lines = reading.sentences.map((sentence) => {
    const own = reading.tokens.slice(sentence.first, sentence.last);
    return { words: own.map((t) => t.reads.toLowerCase()), tokens: own, sentence };
  });
  known.set(reading, lines);
  return lines;
}

/** The span of some tokens of a line in the text. */
export function spanOf({ tokens }: Line, { from, to }: { readonly from: number; readonly to: number }): Span {
  return { from: tokens[from]?.from as number, to: tokens[to - 1]?.to as number };
}

const ADVERBS = new Set(
  "yet even once also ever still so far first publicly at all further much more exactly just fully directly again otherwise explicitly immediately".split(
    " ",
  ),
);
const NO_ADVERBS = new Set(
  "reply family supply rally early apply comply rely ally assembly only imply multiply italy july sicily emily kelly sally molly billy polly beverly kimberly lily holly".split(
    " ",
  ),
);

export function isAdverb(word: string | undefined): boolean {
  return word !== undefined && (ADVERBS.has(word) || (word.endsWith("ly") && !NO_ADVERBS.has(word)));
}

/** Index of the first word at or behind `i` that is no adverb; adverbs between commas are passed over too. */
export function pastAdverbs({ words }: Line, i: number): number {
  const stop = i + 5;
  while (i < stop) {
    // "Did not at any point on Thursday mention".
    if (words[i] === "at" && words[i + 1] === "any" && /^(?:time|point|stage|moment)$/.test(words[i + 2] ?? "")) {
      const day = words[i + 3] === "on" ? i + 4 : i + 3;
      i = words[day]?.endsWith("day") ? day + 1 : i + 3;
      return isAdverb(words[i]) ? i + 1 : i;
    } else if (isAdverb(words[i])) i++;
    else if (words[i] === "," && (isAdverb(words[i + 1]) || words[i + 1] === "however") && words[i + 2] === ",") i += 3;
    else break;
  }
  return i;
}

/** Index of the last word at or before `i` that is no adverb. */
export function beforeAdverbs({ words }: Line, i: number): number {
  const stop = i - 4;
  while (i > stop && i > 0 && isAdverb(words[i])) i--;
  return i;
}

export const DO = new Set("do does did".split(" "));
export const HAVE = new Set("has have had".split(" "));
export const BE = new Set("is are was were 's 're be been being".split(" "));
/** Modals that tell of a will, past or present; "wo", "ca" stand before "n't". */
export const WILL = new Set("would will wo could can ca cannot".split(" "));

export function isAuxiliary(word: string | undefined): boolean {
  return word !== undefined && (DO.has(word) || HAVE.has(word) || BE.has(word) || WILL.has(word));
}

/** The verb at `i` where it stands in one of the forms. */
export function verbAt({ words }: Line, i: number, forms: readonly VerbForm[]): VerbReading | null {
  const verb = vocabulary().verbs.get(words[i] ?? "");
  return verb && forms.some((form) => verb.forms.has(form)) ? verb : null;
}

/** Whether a question word stands at `i`, a preposition or "exactly" before it at most. */
export function asksAt(line: Line, i: number): boolean {
  const at = pastAdverbs(line, i);
  const { wh } = vocabulary();
  const word = line.words[at] ?? "";
  return (
    wh.has(word) ||
    (/^(?:in|on|at|by|for|to|from|with|under|of|about|over)$/.test(word) && wh.has(line.words[at + 1] ?? ""))
  );
}

/** Whether nothing stands behind the words: the clause ends at `i`. */
export function endsAt({ words }: Line, i: number): boolean {
  return (
    words[i] === undefined ||
    /^(?:[.,;:!?)"'-]|\.{3}|and|but|or|when|nor|because|as|while|after|before|,)$/.test(words[i])
  );
}

/** The first index from `i` on, at most `reach` words away, whose word fits; -1 for none. A stop or semicolon ends the search. */
export function ahead({ words }: Line, i: number, reach: number, fits: (word: string, at: number) => boolean): number {
  for (let at = i; at < Math.min(words.length, i + reach); at++) {
    const word = words[at] as string;
    if (fits(word, at)) return at;
    if (/^[;:.!?"]$/.test(word)) return -1;
  }
  return -1;
}

export function hasClass(verb: VerbReading | null, name: VerbClass): boolean {
  return verb !== null && verb.classes.has(name);
}

/** "did not refuse", "never fails", "to refuse", "might decline": it did not happen, or not yet. */
export function isUndone(line: Line, i: number): boolean {
  const { words } = line;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--)
    if (/^(?:not|n't|never|cannot)$/.test(words[k] as string)) return true;
  return /^(?:if|to|may|might|could|must|should|will|'ll)$/.test(words[beforeAdverbs(line, i - 1)] ?? "");
}

import type { Found } from "../../../model/statement.ts";
import { PARTICLE } from "../../shapes.ts";
import { isGivenName } from "../../tables.ts";

/** Mara, D'Arcy, al-Hadi, an initial, or a title with its stop: Ms. */
const NAME_WORD = /^(?:\p{Ll}{1,3}['-])?\p{Lu}[\p{L}\p{M}'-]*\.?$|^\p{Lu}\.$/u;
const LONGEST = 9;

/** Words that begin sentences and are never part of a name. */
const NO_NAME =
  /^(?:the|a|an|did|does|do|is|are|was|were|can|could|would|should|has|have|had|must|let|already|in|on|at|by|for|with|from|to|of|as|but|and|or|if|when|while|after|before|since|until|during|he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|no|not|there|here|what|who|how|why|both|all|some|many|most|one|two|meanwhile|however|later|earlier|under|over|last|next|asked|said|according|speaking|still|yet|now|even|also|so|then|just|only|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|july|september|october|november|december|feb|aug|sept|sep|oct|nov|dec|plus|uh|um|er|oh|yeah)\.?$/i;

/** Months that are also given names: last June Donald Marsh came. */
const MONTH = /^(?:Jan|April|May|June|August)\.?$/;
const BEFORE_MONTH = /^(?:in|last|this|next|of|since|early|late|by|until|before|after|through|\d{1,2})$/i;

/** "Outwardly Tarvia seems calm": how something is, at the head of a sentence. */
const ADVERB =
  /^\p{Lu}\p{Ll}+(?:al|an?t|ent|ous|ive|ful|less|ard|ward|ear|ect|ate|ing|ed|ic|ar|ain|ure|ick|ough|ide|ue?l)ly$/u;

const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** A run of words that may name somebody. */
export interface Run {
  readonly sentence: number;
  /** Tokens `start <= i < end`; the name begins at `name`. */
  readonly start: number;
  readonly name: number;
  readonly end: number;
}

/** Runs of capitalised words, small words of names between them, in the order of the text. */
export function runsOf({ tokens, sentences, frames }: Found): Run[] {
  const runs: Run[] = [];
  // "Q Mara Quill said": a label before somebody's words is no part of a name in them.
  const openings = new Set(frames.map(({ stretch }) => stretch.from));
  for (const [sentence, { first, last }] of sentences.entries())
    for (let i = first; i < last;) {
      if (!NAME_WORD.test(tokens[i]?.reads as string)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < last && end - i < LONGEST) {
        if (isNickname(tokens, end) && end + 3 < last && NAME_WORD.test(tokens[end + 3]?.reads as string)) {
          end += 4;
          continue;
        }
        let next = end;
        while (next < last && PARTICLE.test(tokens[next]?.reads as string)) next++;
        if (next >= last || !NAME_WORD.test(tokens[next]?.reads as string)) break;
        if (openings.has(tokens[next]?.from as number)) break;
        end = next + 1;
      }
      let start = i;
      while (
        start < end &&
        (NO_NAME.test(tokens[start]?.reads as string) ||
          (start === first && end - start > 1 && isAdverb(tokens[start]?.reads as string)) ||
          (MONTH.test(tokens[start]?.reads as string) && BEFORE_MONTH.test(tokens[start - 1]?.reads ?? "")))
      )
        start++;
      i = end;
      // "met Tom Birch Sunday"
      while (end > start && DAY.test(tokens[end - 1]?.reads as string)) end--;
      if (start < end) runs.push({ sentence, start, name: start, end });
    }
  return runs;
}

/** Tom "Tide" Birch: whether a name in marks stands at a place. */
function isNickname(tokens: Found["tokens"], at: number): boolean {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  return reads(at) === '"' && reads(at + 2) === '"' && NAME_WORD.test(reads(at + 1));
}

/** The words of a run, a nickname with its marks for one. */
export function wordsOf(tokens: Found["tokens"], { start, end }: Pick<Run, "start" | "end">): string[] {
  const words: string[] = [];
  for (let i = start; i < end; i++) {
    const marked = isNickname(tokens, i) && i + 2 < end;
    words.push(marked ? `"${tokens[i + 1]?.reads ?? ""}"` : (tokens[i]?.reads ?? ""));
    if (marked) i += 2;
  }
  return words;
}

function isAdverb(word: string): boolean {
  return ADVERB.test(word) && !isGivenName(word);
}

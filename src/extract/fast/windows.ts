import type { Reading } from "../../model/reading.ts";
import type { Attributes } from "./attributes.ts";
import type { CueWindow } from "./roleFeatures.ts";

/** No window reaches further than this many tokens from its sentence. */
const FARTHEST = 300;

/** In a sentence of more tokens, which no report has, a window reaches only REACH tokens from its cue. */
export const LONG_SENTENCE = 150;
const REACH = 120;

/**
 * The stretch in which a cue's source and content are looked for: its sentence; where that begins or ends inside a
 * quotation, the whole quotation; where it ends in a colon, the quotation that follows, even in the next paragraph.
 * `cueFirst` and `cueLast` are token indices, half-open.
 */
export function windowOf(reading: Reading, a: Attributes, cueFirst: number, cueLast: number): CueWindow {
  const { sentences, tokens } = reading;
  const sentence = sentences[a.sentence[cueFirst] as number];
  if (!sentence) throw new RangeError(`No sentence around token ${cueFirst}`);
  let { first, last } = sentence;
  last = Math.max(last, cueLast);
  if (last - first > LONG_SENTENCE)
    return {
      first: Math.max(first, cueFirst - REACH),
      last: Math.min(last, cueLast + REACH),
      cueFirst,
      cueLast,
      depth: 0,
    };
  const opened = a.quotation[first] as number;
  if (opened >= 0 && a.mark[first] !== 1)
    for (let i = first; i > Math.max(0, sentence.first - FARTHEST) && a.quotation[i - 1] === opened; i--) first = i - 1;
  last = throughQuotation(a, last, sentence.last + FARTHEST);
  if (tokens[last - 1]?.reads === ":" && last < a.length && a.mark[last] === 1)
    last = throughQuotation(a, last + 1, sentence.last + FARTHEST);
  return { first, last, cueFirst, cueLast, depth: 0 };
}

/**
 * The sentences of a content, each cut to it: what is nested there stands within one of them. Token indices, half-open;
 * stretches of fewer than four tokens hold nobody's statement and are left out.
 */
export function nestedStretches(reading: Reading, a: Attributes, first: number, last: number): NestedStretch[] {
  const stretches: NestedStretch[] = [];
  for (let from = first; from < last;) {
    const end = Math.min(last, reading.sentences[a.sentence[from] as number]?.last ?? last);
    if (end - from >= SHORTEST_NESTED) {
      let depth = 255;
      for (let i = from; i < end; i++) depth = Math.min(depth, a.quoted[i] as number);
      stretches.push({ first: from, last: end, depth });
    }
    from = Math.max(end, from + 1);
  }
  return stretches;
}

/** Content shorter than this holds nobody's statement. */
const SHORTEST_NESTED = 4;

export interface NestedStretch {
  readonly first: number;
  readonly last: number;
  /** Number of quotations all of it stands in. */
  readonly depth: number;
}

/** If the token before `last` stands in a quotation that goes on, the end of that quotation; else `last`. */
function throughQuotation(a: Attributes, last: number, limit: number): number {
  const open = a.quotation[last - 1] as number;
  if (open < 0) return last;
  let end = last;
  while (end < Math.min(a.length, limit) && a.quotation[end] === open) end++;
  return end;
}

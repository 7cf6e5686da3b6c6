import type { Reading } from "../../model/reading.ts";
import { type Attributes, WORD_KINDS } from "../fast/attributes.ts";
import { REPORTING_CLASSES } from "../fast/lexicon.ts";
import type { WordPiece } from "./wordPiece.ts";

/** No passage holds more word pieces, the two at its ends not counted. */
export const LONGEST_PASSAGE = 190;

/** How many values say what is known of a token besides its pieces; one column a value, see `tokenFeatures`. */
const SHAPES = 12;
const MARKS = 3;
const DEPTHS = 4;
const FORMS = 6;
export const FEATURES =
  SHAPES +
  MARKS +
  DEPTHS +
  WORD_KINDS.length +
  FORMS +
  2 * REPORTING_CLASSES.length +
  ["opens a block", "opens a sentence"].length;

/** Columns 0 to SHAPES - 1 are the token's shape, the next MARKS + DEPTHS its quotation marks: what noise is put on in training. */
export const NOISY_FEATURES = { shape: [0, SHAPES], quotation: [SHAPES, SHAPES + MARKS + DEPTHS] } as const;

/** A stretch of tokens the encoder reads at a time: whole sentences, as many as fit. Half-open. */
export interface Passage {
  readonly first: number;
  readonly last: number;
}

/** The columns that are 1 for a token; all others are 0. */
export function tokenFeatures(a: Attributes, i: number, opensBlock: boolean, opensSentence: boolean): number[] {
  const columns = [a.shape[i] as number];
  let base = SHAPES;
  columns.push(base + (a.mark[i] as number));
  base += MARKS;
  columns.push(base + Math.min(DEPTHS - 1, a.quoted[i] as number));
  base += DEPTHS;
  columns.push(base + (a.kind[i] as number));
  base += WORD_KINDS.length;
  columns.push(base + (a.form[i] as number));
  base += FORMS;
  for (const classes of [a.verb[i] as number, a.noun[i] as number]) {
    for (let bit = 0; bit < REPORTING_CLASSES.length; bit++) if (classes & (1 << bit)) columns.push(base + bit);
    base += REPORTING_CLASSES.length;
  }
  if (opensBlock) columns.push(base);
  if (opensSentence) columns.push(base + 1);
  return columns;
}

/** Cuts the tokens into passages; a sentence too long for one is cut where it is full. Linear. */
export function passagesOf(reading: Reading, pieceCounts: Uint8Array): Passage[] {
  const passages: Passage[] = [];
  let first = 0;
  let size = 0;
  let end = 0;
  const close = (): void => {
    if (end > first) passages.push({ first, last: end });
    first = end;
    size = 0;
  };
  for (const sentence of reading.sentences) {
    let length = 0;
    for (let i = sentence.first; i < sentence.last; i++) length += pieceCounts[i] as number;
    if (size + length > LONGEST_PASSAGE) close();
    for (let i = sentence.first; i < sentence.last; i++) {
      if (size + (pieceCounts[i] as number) > LONGEST_PASSAGE) close();
      size += pieceCounts[i] as number;
      end = i + 1;
    }
  }
  close();
  return passages;
}

/** What is worked out of every token once a document. */
export interface Inputs {
  /** Word pieces of token i: `pieces` from `start[i]` to `start[i + 1]`. */
  readonly pieces: Uint16Array;
  readonly start: Uint32Array;
  readonly features: readonly (readonly number[])[];
  readonly passages: readonly Passage[];
  /** The pieces that stand at the two ends of every passage. */
  readonly ends: readonly [number, number];
}

/** Cuts a reading's tokens into what the encoder sees at once; the numbers are the tokens' word pieces. */
export type Cut = (reading: Reading, pieceCounts: Uint8Array) => Passage[];

/** The encoder's inputs for a whole reading. */
export function inputsOf(reading: Reading, a: Attributes, wordPiece: WordPiece, cut: Cut = passagesOf): Inputs {
  const { tokens, sentences } = reading;
  const start = new Uint32Array(tokens.length + 1);
  const counts = new Uint8Array(tokens.length);
  const all: number[] = [];
  tokens.forEach((token, i) => {
    for (const piece of wordPiece.of(token.reads)) all.push(piece);
    start[i + 1] = all.length;
    counts[i] = all.length - (start[i] as number);
  });
  const opens = new Uint8Array(tokens.length);
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.first >= tokens.length) continue;
    opens[sentence.first] = sentence.block === block ? 1 : 2;
    block = sentence.block;
  }
  return {
    pieces: Uint16Array.from(all),
    start,
    features: tokens.map((_, i) => tokenFeatures(a, i, opens[i] === 2, opens[i] !== 0)),
    passages: cut(reading, counts),
    ends: [wordPiece.first, wordPiece.last],
  };
}

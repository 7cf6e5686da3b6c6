import type { Attributes } from "./attributes.ts";
import type { FieldShape } from "./crf.ts";
import { classAt, reportingClasses } from "./cueFeatures.ts";
import type { FeatureList } from "./features.ts";

/**
 * Labels of the field that gives a cue its source and content. S and C with B for the first token of a piece, I for
 * inner ones, E for the last, U for a piece of one token; O for outside; Q for the cue itself.
 */
export const ROLE_LABELS = ["O", "SB", "SI", "SE", "SU", "CB", "CI", "CE", "CU", "Q"] as const;

/** The label Q. */
export const CUE_LABEL = ROLE_LABELS.indexOf("Q");

const OPENS = "O SB SU CB CU Q";
const MAY_FOLLOW: Readonly<Record<string, string>> = {
  O: OPENS,
  SB: "SI SE",
  SI: "SI SE",
  SE: OPENS,
  SU: OPENS,
  CB: "CI CE",
  CI: "CI CE",
  CE: OPENS,
  CU: OPENS,
  Q: OPENS,
};

export const ROLE_FIELD: FieldShape = {
  name: "role",
  labels: ROLE_LABELS,
  allowed: Uint8Array.from(
    ROLE_LABELS.flatMap((x) => ROLE_LABELS.map((y) => (MAY_FOLLOW[x]?.split(" ").includes(y) ? 1 : 0))),
  ),
  initial: Uint8Array.from(ROLE_LABELS, (y) => (OPENS.split(" ").includes(y) ? 1 : 0)),
  final: Uint8Array.from(ROLE_LABELS, (y) => (/[BI]$/.test(y) ? 0 : 1)),
  slots: 1 << 18,
};

/** The stretch of tokens a cue's source and content are looked for in, and the cue: all half-open token indices. */
export interface CueWindow {
  readonly first: number;
  readonly last: number;
  readonly cueFirst: number;
  readonly cueLast: number;
  /** Number of quotations the whole window stands in. */
  readonly depth: number;
}

/** The token that names the cue: its first reporting verb, else its last word. */
export function cueHead(a: Attributes, { cueFirst, cueLast }: CueWindow): number {
  for (let j = cueFirst; j < cueLast; j++) if (a.verb[j] !== 0) return j;
  return cueLast - 1;
}

function bucket(d: number): number {
  return d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 15 ? 6 : d <= 30 ? 7 : 8;
}

/** Features of every token of the window, as seen from the cue. */
export function roleFeatures(a: Attributes, window: CueWindow, list: FeatureList): void {
  const { first, last, cueFirst, cueLast, depth } = window;
  list.clear();
  const head = cueHead(a, window);
  const lemma = a.lemma[head] as number;
  const classes = reportingClasses(a, head);
  const cueWord = a.word[cueFirst] as number;
  const form = (a.form[head] as number) + 8 * Math.min(3, cueLast - cueFirst);
  const after = classAt(a, cueLast, first, last);
  const before = classAt(a, cueFirst - 1, first, last);
  const quotedAt = (i: number): number => Math.max(0, Math.min(2, (a.quoted[i] as number) - depth));
  const cueQuoted = quotedAt(cueFirst);
  const cueQuotation = a.quotation[cueFirst] as number;
  // Whether quotations stand before and behind the cue, and how near.
  let quotedBefore = 0;
  for (let j = cueFirst - 1; j >= first; j--)
    if (a.mark[j] === 2 && a.quotation[j] !== cueQuotation) {
      quotedBefore = cueFirst - j <= 8 ? 2 : 1;
      break;
    }
  let quotedAfter = 0;
  for (let j = cueLast; j < last; j++)
    if (a.mark[j] === 1 && a.quotation[j] !== cueQuotation) {
      quotedAfter = j - cueLast <= 3 ? 2 : 1;
      break;
    }
  const marks = quotedBefore * 3 + quotedAfter;
  let commaBefore = 0;
  for (let j = cueFirst - 1; j >= Math.max(first, cueFirst - 8); j--)
    if (a.shape[j] === 6) {
      commaBefore = 1;
      break;
    }
  const pattern = after * 64 + commaBefore * 32 + marks;
  const passed = passedOver(a, window);

  for (let i = first; i < last; i++) {
    list.next();
    if (i >= cueFirst && i < cueLast) {
      list.add(0, 9);
      continue;
    }
    const side = i < cueFirst ? 0 : 1;
    const distance = bucket(side === 0 ? cueFirst - i : i - cueLast + 1);
    const w = a.word[i] as number;
    const me = classAt(a, i, first, last);
    const k1 = classAt(a, i - 1, first, last);
    const k2 = classAt(a, i - 2, first, last);
    const m1 = classAt(a, i + 1, first, last);
    const m2 = classAt(a, i + 2, first, last);
    const w1 = i > first ? (a.word[i - 1] as number) : 1;
    const n1 = i + 1 < last ? (a.word[i + 1] as number) : 2;
    const p = passed[i - first] as number;
    const commas = p & 3;
    const sameQuotation = a.quotation[i] === cueQuotation ? 1 : 0;
    const quoted = quotedAt(i) * 2 + sameQuotation;
    const start = i === first ? 1 : i === cueLast ? 2 : 0;
    const end = i === last - 1 ? 1 : i === cueFirst - 1 ? 2 : 0;
    const place = side * 16 + distance;
    list.add(0, side);
    list.add(1, place);
    list.add(2, w, side);
    list.add(3, w1, side);
    list.add(4, n1, side);
    list.add(5, w, distance, side);
    list.add(6, me, k1, side);
    list.add(7, me, m1, side);
    list.add(8, me, k1, m1);
    list.add(9, k2, k1, me);
    list.add(10, me, m1, m2);
    list.add(11, lemma, side, me);
    list.add(12, lemma, place);
    list.add(13, classes, place, me);
    list.add(14, pattern, place);
    list.add(15, pattern, side, me);
    list.add(16, lemma, pattern, side);
    list.add(17, classes, pattern, side);
    list.add(18, p, side);
    list.add(19, p, side, me);
    list.add(20, p, side * 16 + quoted, marks);
    list.add(21, quoted, marks * 32 + cueQuoted, side);
    list.add(22, quoted, side, me);
    list.add(23, start, end, side * 400 + me);
    list.add(24, start * 4 + end, pattern, side);
    list.add(25, form, after, place);
    list.add(26, before, place, me);
    list.add(27, w1, w, side);
    list.add(28, w, n1, side);
    list.add(29, commas * 64 + place, marks, after);
    list.add(30, a.mark[i] as number, side * 64 + marks, p);
    list.add(31, cueWord, side, distance);
    list.add(32, lemma, side * 4 + commas, quoted);
    list.add(33, k1, side * 4 + commas, pattern);
    list.add(34, m1, side * 4 + commas, pattern);
    list.add(35, a.suffix[i] as number, side, distance);
    list.add(36, a.shape[i] as number, place, classes);
    list.add(37, lemma, w, side);
    list.add(38, p, pattern, side);
    list.add(39, classes, p, side);
  }
}

/**
 * What stands between each token and the cue, as bits: commas (2 bits), a quotation mark, the end of a sentence,
 * "that", a connecting word, a finite verb, a dash or bracket or colon.
 */
function passedOver(a: Attributes, { first, last, cueFirst, cueLast }: CueWindow): Uint16Array {
  const passed = new Uint16Array(last - first);
  for (const step of [-1, 1]) {
    let commas = 0;
    let bits = 0;
    let sentence = a.sentence[cueFirst] as number;
    for (let i = step < 0 ? cueFirst - 1 : cueLast; i >= first && i < last; i += step) {
      if (a.sentence[i] !== sentence) {
        bits |= 8;
        sentence = a.sentence[i] as number;
      }
      passed[i - first] = Math.min(3, commas) | bits;
      const kind = a.kind[i] as number;
      const shape = a.shape[i] as number;
      if (shape === 6) commas++;
      else if (a.mark[i] !== 0) bits |= 4;
      else if (kind === 11) bits |= 16;
      else if (kind === 18 || kind === 19 || kind === 20) bits |= 32;
      else if (kind === 6 || kind === 7 || kind === 8 || kind === 9 || a.form[i] === 3 || a.form[i] === 2) bits |= 64;
      else if (shape === 7 || shape === 9 || shape === 10) bits |= 128;
    }
  }
  return passed;
}

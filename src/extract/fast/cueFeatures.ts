import type { Attributes } from "./attributes.ts";
import type { FieldShape } from "./crf.ts";
import type { FeatureList } from "./features.ts";

/** Labels of the field that finds cues: outside, first, inner and last word of a cue, a cue of one word. */
export const CUE_LABELS = ["O", "B", "I", "E", "U"] as const;

export const CUE_FIELD: FieldShape = {
  name: "cue",
  labels: CUE_LABELS,
  //                     O  B  I  E  U
  allowed: Uint8Array.of(1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1),
  initial: Uint8Array.of(1, 1, 0, 0, 1),
  final: Uint8Array.of(1, 0, 0, 1, 1),
  slots: 1 << 17,
};

const NONE = 0xffff;

/**
 * Features of the tokens [first, last), one position each. `depth` is the number of quotations the whole stretch stands
 * in: inside a quotation its words are read as a report of their own.
 */
export function cueFeatures(a: Attributes, first: number, last: number, list: FeatureList, depth = 0): void {
  list.clear();
  const quotes = marksIn(a, first, last, depth);
  const at = (values: { readonly [i: number]: number }, i: number): number =>
    i < first ? NONE : i >= last ? NONE + 1 : (values[i] as number);
  for (let i = first; i < last; i++) {
    list.next();
    const w = a.word[i] as number;
    const lemma = a.lemma[i] as number;
    const verb = reportingClasses(a, i);
    const form = a.form[i] as number;
    const kind = a.kind[i] as number;
    const shape = a.shape[i] as number;
    const w1 = at(a.word, i - 1);
    const w2 = at(a.word, i - 2);
    const n1 = at(a.word, i + 1);
    const n2 = at(a.word, i + 2);
    const k1 = classAt(a, i - 1, first, last);
    const k2 = classAt(a, i - 2, first, last);
    const k3 = classAt(a, i - 3, first, last);
    const m1 = classAt(a, i + 1, first, last);
    const m2 = classAt(a, i + 2, first, last);
    const m3 = classAt(a, i + 3, first, last);
    const me = classAt(a, i, first, last);
    const quoted = Math.max(0, Math.min(2, (a.quoted[i] as number) - depth));
    list.add(0, 0);
    list.add(1, w);
    list.add(2, lemma);
    list.add(3, a.suffix[i] as number);
    list.add(4, shape, kind);
    list.add(5, verb, form);
    list.add(6, w1);
    list.add(7, n1);
    list.add(8, w2);
    list.add(9, n2);
    list.add(10, w1, w);
    list.add(11, w, n1);
    list.add(12, w1, w, n1);
    list.add(13, w, n1, n2);
    list.add(14, w2, w1, w);
    list.add(15, k1, me);
    list.add(16, me, m1);
    list.add(17, k1, me, m1);
    list.add(18, k2, k1, me);
    list.add(19, me, m1, m2);
    list.add(20, lemma, k1);
    list.add(21, lemma, m1);
    list.add(22, lemma, k1, m1);
    list.add(23, lemma, quoted, quotes);
    list.add(24, verb, quoted, quotes);
    list.add(25, quoted, shape);
    list.add(26, verb, form, m1);
    list.add(27, verb, form, k1);
    list.add(28, lemma, m1, m2);
    list.add(29, lemma, k2, k1);
    list.add(30, w1, lemma, m1);
    list.add(31, k1, w, m1);
    list.add(32, k3, k2, k1);
    list.add(33, m1, m2, m3);
    list.add(34, verb, subjectBefore(a, i, first), quoted);
    list.add(35, lemma, subjectBefore(a, i, first));
    list.add(36, lemma, gapToMark(a, i, first, last));
    list.add(37, me, gapToMark(a, i, first, last));
    list.add(38, i === first ? 1 : 0, me, m1);
    list.add(39, i >= last - 2 ? 1 : 0, verb, k1);
    list.add(40, w, endsClause(a, i, last));
    list.add(41, verb, objectAfter(a, i, last));
    list.add(42, lemma, objectAfter(a, i, last), k1);
  }
}

/** The classes of a token as a reporting verb and, above them, as a speaking noun. */
export function reportingClasses(a: Attributes, i: number): number {
  return (a.verb[i] as number) | ((a.noun[i] as number) << 12);
}

/** Coarse class of a token, or what says that the stretch [first, last) begins or ends here. */
export function classAt(a: Attributes, i: number, first: number, last: number): number {
  return i < first ? NONE : i >= last ? NONE + 1 : (a.coarse[i] as number);
}

/** 0 no quotation in the sentence, 1 some, 2 starts inside one. */
function marksIn(a: Attributes, first: number, last: number, depth: number): number {
  if (first < last && (a.quoted[first] as number) > depth && a.mark[first] !== 1) return 2;
  for (let i = first; i < last; i++) if (a.mark[i] !== 0) return 1;
  return 0;
}

/** What kind of word stands where the subject would: the nearest before, over auxiliaries and adverbs. */
function subjectBefore(a: Attributes, i: number, first: number): number {
  for (let j = i - 1; j >= Math.max(first, i - 5); j--) {
    const kind = a.kind[j] as number;
    if ((kind >= 6 && kind <= 10) || kind === 24) continue;
    return classAt(a, j, first, i);
  }
  return NONE;
}

/** Where the nearest quotation mark stands: before or behind, and how near. */
function gapToMark(a: Attributes, i: number, first: number, last: number): number {
  let value = 0;
  for (let d = 1; d <= 6; d++)
    if (i - d >= first && a.mark[i - d] === 2) {
      value = d;
      break;
    }
  for (let d = 1; d <= 6; d++)
    if (i + d < last && a.mark[i + d] === 1) {
      value += 8 * d;
      break;
    }
  return value;
}

/** Whether a clause ends here: 1 full stop, 2 comma, 3 colon, 4 quotation mark, 0 none. */
function endsClause(a: Attributes, i: number, last: number): number {
  if (i + 1 >= last) return 1;
  const shape = a.shape[i + 1] as number;
  return shape >= 5 && shape <= 8 ? shape - 4 : 0;
}

/** Whether "that", a person to be told or an infinitive follows within a few words. */
function objectAfter(a: Attributes, i: number, last: number): number {
  for (let j = i + 1; j < Math.min(last, i + 6); j++) {
    const kind = a.kind[j] as number;
    if (kind === 11) return 10 + Math.min(3, j - i);
    if (kind === 12) return 20 + Math.min(3, j - i);
    if (a.mark[j] === 1) return 30 + Math.min(3, j - i);
    if (a.shape[j] === 5) return 40;
  }
  return 0;
}

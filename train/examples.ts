import { indexBehind } from "../src/model/outermost.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Span } from "../src/model/span.ts";
import type { Attributes } from "../src/extract/fast/attributes.ts";
import { cueFeatures } from "../src/extract/fast/cueFeatures.ts";
import type { FeatureList } from "../src/extract/fast/features.ts";
import { CUE_LABEL, type CueWindow, roleFeatures } from "../src/extract/fast/roleFeatures.ts";
import type { Sequence } from "./fit.ts";
import type { Attribution } from "./polnear.ts";

/** Tokens whose letters or digits a span touches, as a half-open range; null where it touches none. */
export function tokenRange(reading: Reading, { from, to }: Span): { first: number; last: number } | null {
  const { tokens } = reading;
  const first = indexBehind(tokens, from);
  let last = first;
  while (last < tokens.length && (tokens[last]?.from as number) < to) last++;
  return last > first ? { first, last } : null;
}

/** A stretch read for cues, with the statements that stand on its level. */
export interface Level {
  readonly first: number;
  readonly last: number;
  /** Number of quotations the whole stretch stands in. */
  readonly depth: number;
  readonly marked: readonly Attribution[];
}

/** The sequence that teaches to find the cues of one stretch; nothing where a cue crosses its edge. */
export function cueSequence(reading: Reading, a: Attributes, level: Level, list: FeatureList): Sequence[] {
  const { first, last, depth } = level;
  const labels = new Uint8Array(last - first);
  for (const { cue } of level.marked)
    for (const piece of cue) {
      const range = tokenRange(reading, piece);
      if (!range || range.last <= first || range.first >= last) continue;
      if (range.first < first || range.last > last) return [];
      markRun(labels, range.first - first, range.last - first, 1);
    }
  cueFeatures(a, first, last, list, depth);
  return [{ features: list.copy(), labels }];
}

/** Marks a run of tokens with the labels first, inner, last and single, which stand in that order from `begin` on. */
function markRun(labels: Uint8Array, from: number, to: number, begin: number): void {
  if (to <= from) return;
  if (to - from === 1) {
    labels[from] = begin + 3;
    return;
  }
  labels.fill(begin + 1, from, to);
  labels[from] = begin;
  labels[to - 1] = begin + 2;
}

/** The labels of a window for one attribution: what was marked outside the window is left out. */
export function roleLabels(reading: Reading, window: CueWindow, { source, content }: Attribution): Uint8Array {
  const { first, last, cueFirst, cueLast } = window;
  const roles = new Uint8Array(last - first);
  const begins = new Uint8Array(last - first);
  const put = (spans: readonly Span[], role: number): void => {
    for (const span of spans) {
      const range = tokenRange(reading, span);
      if (!range || range.last <= first || range.first >= last) continue;
      roles.fill(role, Math.max(range.first, first) - first, Math.min(range.last, last) - first);
      begins[Math.max(range.first, first) - first] = 1;
    }
  };
  put(content, 2);
  put(source, 1);
  roles.fill(3, cueFirst - first, cueLast - first);
  const labels = new Uint8Array(last - first);
  for (let i = 0; i < roles.length;) {
    let end = i + 1;
    while (end < roles.length && roles[end] === roles[i] && !begins[end]) end++;
    if (roles[i] === 1) markRun(labels, i, end, 1);
    else if (roles[i] === 2) markRun(labels, i, end, 5);
    else if (roles[i] === 3) labels.fill(CUE_LABEL, i, end);
    i = end;
  }
  return labels;
}

/** The sequence that teaches one cue's source and content. */
export function roleSequence(
  reading: Reading,
  a: Attributes,
  window: CueWindow,
  marked: Attribution,
  list: FeatureList,
): Sequence {
  roleFeatures(a, window, list);
  const cue = { first: window.cueFirst - window.first, last: window.cueLast - window.first };
  return { features: list.copy(), labels: roleLabels(reading, window, marked), held: { label: CUE_LABEL, ...cue } };
}

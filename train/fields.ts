import type { Weights } from "../src/extract/fast/crf.ts";
import { CUE_FIELD } from "../src/extract/fast/cueFeatures.ts";
import { FeatureList } from "../src/extract/fast/features.ts";
import { ROLE_FIELD } from "../src/extract/fast/roleFeatures.ts";
import { windowOf } from "../src/extract/fast/windows.ts";
import { cueSequence, roleSequence, tokenRange } from "./examples.ts";
import { type Sequence, fit, quantized } from "./fit.ts";
import type { Lesson } from "./lessons.ts";

const SETTINGS = { epochs: 8, rate: 0.01, decay: 0.002, seed: 20161108 };

/** Fits both fields on some of the texts. */
export function fields(on: readonly Lesson[], say: (line: string) => void): { cue: Weights; role: Weights } {
  const cueList = new FeatureList(CUE_FIELD.slots);
  const roleList = new FeatureList(ROLE_FIELD.slots);
  const cues: Sequence[] = [];
  const roles: Sequence[] = [];
  for (const { reading, a, outermost, nested, weight } of on) {
    const taught: { cues: Sequence[]; roles: Sequence[] } = { cues: [], roles: [] };
    for (const level of [...outermost, ...nested]) taught.cues.push(...cueSequence(reading, a, level, cueList));
    for (const marked of outermost[0]?.marked ?? []) {
      const range = marked.cue[0] && tokenRange(reading, marked.cue[0]);
      if (range)
        taught.roles.push(roleSequence(reading, a, windowOf(reading, a, range.first, range.last), marked, roleList));
    }
    for (const { first, last, depth, marked } of nested)
      for (const inner of marked) {
        const range = inner.cue[0] && tokenRange(reading, inner.cue[0]);
        if (range && range.first >= first && range.last <= last)
          taught.roles.push(
            roleSequence(
              reading,
              a,
              { first, last, cueFirst: range.first, cueLast: range.last, depth },
              inner,
              roleList,
            ),
          );
      }
    for (let n = 0; n < weight; n++) {
      for (const s of taught.cues) cues.push(s);
      for (const s of taught.roles) roles.push(s);
    }
  }
  return {
    cue: quantized(fit(CUE_FIELD, cues, { ...SETTINGS, say })),
    role: quantized(fit(ROLE_FIELD, roles, { ...SETTINGS, say })),
  };
}

/** Weights as 8-bit integers of one common step. */
export function eightBit(weights: Float32Array): { weights: Int8Array; step: number } {
  let largest = 1e-6;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const step = largest / 127;
  return { weights: Int8Array.from(weights, (w) => Math.round(w / step)), step };
}

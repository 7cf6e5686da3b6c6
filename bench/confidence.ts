import { random } from "../train/fit.ts";

/** One statement that was found: what confidence it was given, and whether it is right. */
export interface Verdict {
  readonly confidence: number;
  /** Source, cue and content are exactly as marked. */
  readonly right: boolean;
  /** The source is, and the contents share at least 0.8 of their words. */
  readonly near: boolean;
}

const STEPS = 10;

function step({ confidence }: Verdict): number {
  return Math.min(STEPS - 1, Math.floor(confidence * STEPS));
}

/** Expected calibration error over ten equal steps of confidence (Naeini, Cooper and Hauskrecht 2015), 0 to 1. */
export function ece(verdicts: readonly Verdict[]): number {
  let sum = 0;
  for (let k = 0; k < STEPS; k++) {
    const some = verdicts.filter((v) => step(v) === k);
    sum += Math.abs(some.reduce((s, v) => s + v.confidence - (v.right ? 1 : 0), 0));
  }
  return sum / Math.max(1, verdicts.length);
}

/** A line for each step of confidence: how many, what they were given on average, what share was right. */
export function reliability(verdicts: readonly Verdict[]): string[] {
  return Array.from({ length: STEPS }, (_, k) => {
    const some = verdicts.filter((v) => step(v) === k);
    const mean = (of: (v: Verdict) => number): string =>
      some.length === 0 ? "–" : (some.reduce((s, v) => s + of(v), 0) / some.length).toFixed(3);
    return `${(k / STEPS).toFixed(1)} and up: ${some.length} statements, mean confidence ${mean((v) => v.confidence)}, wholly right ${mean((v) => (v.right ? 1 : 0))}`;
  });
}

/**
 * The largest share of the marked statements that is found when the list, the surest first, is cut where still at least
 * `precision` of it is right; in per cent, with the confidence it is cut at.
 */
export function recallAt(
  verdicts: readonly Verdict[],
  is: "right" | "near",
  precision: number,
  marked: number,
): string {
  const sorted = verdicts.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = 0;
  let cut = 1;
  sorted.forEach((v, i) => {
    if (v[is]) right++;
    // Statements of the same confidence are taken together.
    if (sorted[i + 1]?.confidence === v.confidence || right / (i + 1) < precision || right <= best) return;
    best = right;
    cut = v.confidence;
  });
  return best === 0 ? "none" : `${((100 * best) / marked).toFixed(1)} % (from ${cut.toFixed(3)} up)`;
}

/** Percentile interval, 95 %, of a measure over 1,000 samples of whole articles, drawn with replacement. Seeded. */
export function interval<T>(all: readonly T[], measure: (some: readonly T[]) => number): [number, number] {
  const next = random(1);
  const found = Array.from({ length: 1000 }, () => measure(all.map(() => all[Math.floor(next() * all.length)] as T)));
  found.sort((a, b) => a - b);
  return [found[25] as number, found[974] as number];
}

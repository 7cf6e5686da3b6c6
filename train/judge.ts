import { type Evidence, JUDGE_SLOTS, scoreOf } from "../src/extract/fast/judge.ts";
import { random, shuffled } from "./fit.ts";

/** One cue with its ways to be read: the first says that it is no cue. `right` lists those that are as good as the marks. */
export interface Choice {
  readonly ways: readonly Evidence[];
  readonly right: readonly number[];
  /** Whether the right ways give source, cue and content exactly as marked. */
  readonly exact: boolean;
}

/** Fits a log-linear choice (softmax over the ways to read a cue) with AdaGrad. Seeded. */
export function fitJudge(
  choices: readonly Choice[],
  options: { epochs: number; rate: number; decay: number; seed: number; say: (line: string) => void },
): Float32Array {
  const weights = new Float32Array(JUDGE_SLOTS);
  const squares = new Float32Array(JUDGE_SLOTS);
  const next = random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    let right = 0;
    for (const at of shuffled(choices.length, next)) {
      const { ways, right: good } = choices[at] as Choice;
      const scores = ways.map((w) => scoreOf(weights, w));
      const top = Math.max(...scores);
      const parts = scores.map((s) => Math.exp(s - top));
      const sum = parts.reduce((x, y) => x + y, 0);
      const goodSum = good.reduce((x, k) => x + (parts[k] as number), 0);
      loss -= Math.log(Math.max(1e-12, goodSum / sum));
      if (good.includes(scores.indexOf(top))) right++;
      ways.forEach(({ slots, values }, k) => {
        const want = good.includes(k) ? (parts[k] as number) / goodSum : 0;
        const gradient = want - (parts[k] as number) / sum;
        if (Math.abs(gradient) < 1e-4) return;
        const step = (slot: number, g: number): void => {
          g -= options.decay * (weights[slot] as number);
          squares[slot] = (squares[slot] as number) + g * g;
          weights[slot] = (weights[slot] as number) + (options.rate * g) / Math.sqrt(1e-6 + (squares[slot] as number));
        };
        for (const s of slots) step(s, gradient);
        for (const [s, v] of values) step(s, gradient * v);
      });
    }
    options.say(
      `judge: epoch ${epoch + 1} of ${options.epochs}, loss ${(loss / choices.length).toFixed(4)}, right ${((100 * right) / choices.length).toFixed(1)} %`,
    );
  }
  return weights;
}

/** How likely the judge holds the best way to read each cue to be, and whether it was exactly right. */
export function verdicts(
  weights: Float32Array | Int8Array,
  choices: readonly Choice[],
): { readonly p: number; readonly right: boolean }[] {
  return choices.flatMap(({ ways, right, exact }) => {
    const scores = ways.map((w) => scoreOf(weights, w));
    const top = Math.max(...scores);
    const sum = scores.reduce((x, s) => x + Math.exp(s - top), 0);
    let best = 1;
    for (let k = 2; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
    // Cues that are thrown out print nothing, so that their confidence does not matter.
    if (scores.length < 2 || Math.exp((scores[0] as number) - top) / sum > 0.5) return [];
    return [{ p: Math.exp((scores[best] as number) - top) / sum, right: exact && right.includes(best) }];
  });
}

/** Slope and shift that turn the judge's log odds into how often it is right (Platt 1999), by Newton's method. */
export function calibration(
  seen: readonly { readonly p: number; readonly right: boolean }[],
): [slope: number, shift: number] {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 50; round++) {
    let [gs, gb, hss, hsb, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { p, right } of seen) {
      const clipped = Math.min(0.999, Math.max(0.001, p));
      const x = Math.log(clipped / (1 - clipped));
      const q = 1 / (1 + Math.exp(-(slope * x + shift)));
      const error = (right ? 1 : 0) - q;
      gs += error * x;
      gb += error;
      const w = q * (1 - q);
      hss += w * x * x;
      hsb += w * x;
      hbb += w;
    }
    const determinant = hss * hbb - hsb * hsb;
    slope += (hbb * gs - hsb * gb) / determinant;
    shift += (hss * gb - hsb * gs) / determinant;
  }
  return [slope, shift];
}

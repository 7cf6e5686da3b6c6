import { JUDGE_SLOTS, type Evidence } from "../src/extract/fast/judge.ts";
import { random, shuffled } from "./fit.ts";

/** One cue with its ways to be read: the first says that it is no cue. `right` lists those that are as good as the marks. */
export interface Choice {
  readonly ways: readonly Evidence[];
  readonly right: readonly number[];
}

export function scoreOf(weights: Float32Array | Int8Array, { slots, values }: Evidence): number {
  let sum = 0;
  for (const s of slots) sum += weights[s] as number;
  for (const [s, v] of values) sum += (weights[s] as number) * v;
  return sum;
}

/** Fits a log-linear choice (softmax over the ways to read a cue) with AdaGrad. Seeded. */
export function fitJudge(choices: readonly Choice[], options: { epochs: number; rate: number; decay: number; seed: number; say: (line: string) => void }): Float32Array {
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
    options.say(`judge: epoch ${epoch + 1} of ${options.epochs}, loss ${(loss / choices.length).toFixed(4)}, right ${((100 * right) / choices.length).toFixed(1)} %`);
  }
  return weights;
}


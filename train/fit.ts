import {
  type Features,
  type FieldShape,
  type Run,
  type Weights,
  emissions,
  holdLabel,
  marginals,
  transitions,
} from "../src/extract/fast/crf.ts";

/** One sequence to learn from: its features, and the right label at each position. */
export interface Sequence {
  readonly features: Features;
  readonly labels: Uint8Array;
  /** The label that is known beforehand, to the reader as well, and the positions it alone stands in. */
  readonly held?: Run & { readonly label: number };
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Weights are drawn towards zero by this much at each update (L2, applied to the features touched). */
  readonly decay: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** A small, fast pseudo-random generator (mulberry32): the same numbers for the same seed, everywhere. */
export function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled(length: number, next: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const t = order[i] as number;
    order[i] = order[j] as number;
    order[j] = t;
  }
  return order;
}

/**
 * Fits a field by stochastic gradient steps on the likelihood, one sequence at a time, with AdaGrad's rates
 * (Duchi, Hazan and Singer 2011). Seeded: the same sequences in the same order give the same weights.
 */
export function fit(shape: FieldShape, sequences: readonly Sequence[], options: FitOptions): Weights {
  const labels = shape.labels.length;
  const emission = new Float32Array(shape.slots * labels);
  const emissionSquares = new Float32Array(shape.slots * labels);
  const transition = new Float32Array(labels * labels);
  const transitionSquares = new Float32Array(labels * labels);
  const weights: Weights = { emission, transition, step: 1 };
  // The mean of the weights after each later epoch errs less than the last ones (Polyak and Juditsky 1992).
  const meanEmission = new Float32Array(emission.length);
  const meanTransition = new Float32Array(transition.length);
  const averagedFrom = Math.floor(options.epochs / 2);
  const next = random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const at of shuffled(sequences.length, next)) {
      const sequence = sequences[at] as Sequence;
      const { features, labels: right, held } = sequence;
      const length = right.length;
      if (length === 0) continue;
      const scores = emissions(shape, weights, features);
      const moves = transitions(shape, weights);
      if (held) holdLabel(shape, scores, held.label, held.first, held.last);
      const model = marginals(shape, scores, moves);
      const slots = features.slots;
      const start = features.start;
      for (let i = 0; i < length; i++) {
        loss -= Math.log(Math.max(1e-12, model.label[i * labels + (right[i] as number)] as number));
        for (let y = 0; y < labels; y++) {
          const gradient = (y === right[i] ? 1 : 0) - (model.label[i * labels + y] as number);
          if (Math.abs(gradient) < 1e-4) continue;
          for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
            const w = (slots[k] as number) * labels + y;
            const g = gradient - options.decay * (emission[w] as number);
            emissionSquares[w] = (emissionSquares[w] as number) + g * g;
            emission[w] =
              (emission[w] as number) + (options.rate * g) / Math.sqrt(1e-6 + (emissionSquares[w] as number));
          }
        }
      }
      for (let i = 1; i < length; i++)
        for (let x = 0; x < labels; x++)
          for (let y = 0; y < labels; y++) {
            if (!shape.allowed[x * labels + y]) continue;
            const both = Math.exp(
              (model.forward[(i - 1) * labels + x] as number) +
                (moves[x * labels + y] as number) +
                (scores[i * labels + y] as number) +
                (model.backward[i * labels + y] as number) -
                model.logZ,
            );
            const g = (x === right[i - 1] && y === right[i] ? 1 : 0) - both;
            if (Math.abs(g) < 1e-4) continue;
            const w = x * labels + y;
            transitionSquares[w] = (transitionSquares[w] as number) + g * g;
            transition[w] =
              (transition[w] as number) + (options.rate * g) / Math.sqrt(1e-6 + (transitionSquares[w] as number));
          }
    }
    if (epoch >= averagedFrom) {
      const part = 1 / (options.epochs - averagedFrom);
      for (let w = 0; w < emission.length; w++)
        meanEmission[w] = (meanEmission[w] as number) + (emission[w] as number) * part;
      for (let w = 0; w < transition.length; w++)
        meanTransition[w] = (meanTransition[w] as number) + (transition[w] as number) * part;
    }
    options.say(
      `${shape.name}: epoch ${epoch + 1} of ${options.epochs}, loss ${(loss / sequences.length).toFixed(4)} a sequence`,
    );
  }
  return { emission: meanEmission, transition: meanTransition, step: 1 };
}

/** The weights as 8-bit integers of one common step, so that the largest few are clipped and the rest keep their proportions. */
export function quantized(weights: Weights): Weights {
  const sizes = Float32Array.from(weights.emission, Math.abs)
    .filter((w) => w > 1e-3)
    .sort();
  const largest = Math.max(
    sizes[Math.floor(sizes.length * 0.9995)] ?? 1,
    ...Float32Array.from(weights.transition, Math.abs),
  );
  const step = largest / 127;
  const round = (values: Int8Array | Float32Array): Int8Array =>
    Int8Array.from(values, (w) => Math.max(-127, Math.min(127, Math.round(w / step))));
  return { emission: round(weights.emission), transition: round(weights.transition), step };
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features.
 * Shared by reading and training, so that both score the same way.
 */

/** How one field is shaped: its labels, which of them may follow which, and how many weights it has. */
export interface FieldShape {
  readonly name: string;
  readonly labels: readonly string[];
  /** Index `previous * labels + next`: 1 where `next` may follow `previous`. */
  readonly allowed: Uint8Array;
  /** Labels that may begin a sequence. */
  readonly initial: Uint8Array;
  /** Labels that may end a sequence. */
  readonly final: Uint8Array;
  /** Number of feature slots, a power of two; each slot has one weight a label. */
  readonly slots: number;
}

/** Features of a sequence: those of position i stand in [start[i], start[i + 1]), as slot numbers. */
export interface Features {
  readonly length: number;
  readonly slots: Uint32Array;
  readonly start: Uint32Array;
}

export interface Weights {
  /** `slot * labels + label`. */
  readonly emission: Int8Array | Float32Array;
  /** `previous * labels + next`. */
  readonly transition: Int8Array | Float32Array;
  /** What one step of the integers is worth; 1 for floats. */
  readonly step: number;
}

/** The score of what is ruled out. */
const NEVER = -1e9;

/** The score of every label at every position: `position * labels + label`. */
export function emissions(shape: FieldShape, weights: Weights, features: Features): Float64Array {
  const labels = shape.labels.length;
  const scores = new Float64Array(features.length * labels);
  const { emission, step } = weights;
  const { slots, start } = features;
  for (let i = 0; i < features.length; i++) {
    const row = i * labels;
    for (let k = start[i] as number; k < (start[i + 1] as number); k++) {
      const at = (slots[k] as number) * labels;
      for (let y = 0; y < labels; y++) scores[row + y] = (scores[row + y] as number) + (emission[at + y] as number);
    }
    for (let y = 0; y < labels; y++) scores[row + y] = (scores[row + y] as number) * step;
  }
  return scores;
}

/** The transition scores with what is not allowed ruled out. */
export function transitions(shape: FieldShape, weights: Weights): Float64Array {
  return Float64Array.from(shape.allowed, (ok, k) => (ok ? (weights.transition[k] as number) * weights.step : NEVER));
}

/** Holds one label in the positions [first, last), and rules it out everywhere else. */
export function holdLabel(shape: FieldShape, scores: Float64Array, label: number, first: number, last: number): void {
  const labels = shape.labels.length;
  for (let i = 0; i * labels < scores.length; i++) {
    const held = i >= first && i < last;
    for (let y = 0; y < labels; y++) if ((y === label) !== held) scores[i * labels + y] = NEVER;
  }
}

/** A half-open run of positions. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Runs of the labels first, inner, last, single that stand in that order from `begin` on; positions count from `offset`. */
export function labelRuns(path: Uint8Array, offset: number, begin: number): Run[] {
  const found: Run[] = [];
  for (let i = 0; i < path.length; i++) {
    if (path[i] === begin + 3) found.push({ first: offset + i, last: offset + i + 1 });
    if (path[i] !== begin) continue;
    let end = i + 1;
    while (end < path.length && path[end] !== begin + 2) end++;
    found.push({ first: offset + i, last: offset + end + 1 });
    i = end;
  }
  return found;
}

/** The best sequence of labels (Viterbi). */
export function best(shape: FieldShape, scores: Float64Array, moves: Float64Array): Uint8Array {
  const labels = shape.labels.length;
  const length = scores.length / labels;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * labels);
  let row = Float64Array.from({ length: labels }, (_, y) => (shape.initial[y] ? (scores[y] as number) : NEVER));
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(labels);
    for (let y = 0; y < labels; y++) {
      let top = -Infinity;
      let from = 0;
      for (let x = 0; x < labels; x++) {
        const s = (row[x] as number) + (moves[x * labels + y] as number);
        if (s > top) {
          top = s;
          from = x;
        }
      }
      next[y] = top + (scores[i * labels + y] as number);
      back[i * labels + y] = from;
    }
    row = next;
  }
  let y = -1;
  for (let k = 0; k < labels; k++) if (shape.final[k] && (y < 0 || (row[k] as number) > (row[y] as number))) y = k;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = y;
    y = back[i * labels + y] as number;
  }
  return path;
}

/** What forward and backward passes give: the log of the sum over all sequences, and each label's probability. */
export interface Marginals {
  readonly logZ: number;
  /** `position * labels + label`, each position's sum is 1. */
  readonly label: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

export function marginals(shape: FieldShape, scores: Float64Array, moves: Float64Array): Marginals {
  const labels = shape.labels.length;
  const length = scores.length / labels;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const label = new Float64Array(scores.length);
  if (length === 0) return { logZ: 0, label, forward, backward };
  const terms = new Float64Array(labels);
  for (let y = 0; y < labels; y++) forward[y] = shape.initial[y] ? (scores[y] as number) : NEVER;
  for (let i = 1; i < length; i++)
    for (let y = 0; y < labels; y++) {
      for (let x = 0; x < labels; x++)
        terms[x] = (forward[(i - 1) * labels + x] as number) + (moves[x * labels + y] as number);
      forward[i * labels + y] = logSum(terms) + (scores[i * labels + y] as number);
    }
  for (let y = 0; y < labels; y++) backward[(length - 1) * labels + y] = shape.final[y] ? 0 : NEVER;
  for (let i = length - 2; i >= 0; i--)
    for (let x = 0; x < labels; x++) {
      for (let y = 0; y < labels; y++)
        terms[y] =
          (moves[x * labels + y] as number) +
          (scores[(i + 1) * labels + y] as number) +
          (backward[(i + 1) * labels + y] as number);
      backward[i * labels + x] = logSum(terms);
    }
  for (let y = 0; y < labels; y++)
    terms[y] = (forward[(length - 1) * labels + y] as number) + (backward[(length - 1) * labels + y] as number);
  const logZ = logSum(terms);
  for (let k = 0; k < label.length; k++) label[k] = Math.exp((forward[k] as number) + (backward[k] as number) - logZ);
  return { logZ, label, forward, backward };
}

/**
 * Each label's probability at each position, as `marginals` gives it, but by products scaled at every position instead of
 * sums of logarithms: several times faster, for reading.
 */
export function probabilities(shape: FieldShape, scores: Float64Array, moves: Float64Array): Float64Array {
  const labels = shape.labels.length;
  const length = scores.length / labels;
  const result = new Float64Array(scores.length);
  const factors = Float64Array.from(moves, (m) => Math.exp(m));
  const local = new Float64Array(scores.length);
  for (let i = 0; i < length; i++) {
    let top = -Infinity;
    for (let y = 0; y < labels; y++) top = Math.max(top, scores[i * labels + y] as number);
    for (let y = 0; y < labels; y++) local[i * labels + y] = Math.exp((scores[i * labels + y] as number) - top);
  }
  // Forward parts stand in `result` until the backward pass multiplies them.
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let y = 0; y < labels; y++) {
      let reached = 0;
      if (i === 0) reached = shape.initial[y] ? 1 : 0;
      else
        for (let x = 0; x < labels; x++)
          reached += (result[(i - 1) * labels + x] as number) * (factors[x * labels + y] as number);
      const value = reached * (local[i * labels + y] as number);
      result[i * labels + y] = value;
      sum += value;
    }
    for (let y = 0; y < labels; y++) result[i * labels + y] = (result[i * labels + y] as number) / sum;
  }
  let behind = Float64Array.from({ length: labels }, (_, y) => (shape.final[y] ? 1 : 0));
  for (let i = length - 1; i >= 0; i--) {
    if (i < length - 1) {
      const next = new Float64Array(labels);
      for (let x = 0; x < labels; x++)
        for (let y = 0; y < labels; y++)
          next[x] =
            (next[x] as number) +
            (factors[x * labels + y] as number) * (local[(i + 1) * labels + y] as number) * (behind[y] as number);
      behind = next;
    }
    let sum = 0;
    for (let y = 0; y < labels; y++) sum += (result[i * labels + y] as number) * (behind[y] as number);
    let largest = 0;
    for (let y = 0; y < labels; y++) {
      result[i * labels + y] = ((result[i * labels + y] as number) * (behind[y] as number)) / sum;
      largest = Math.max(largest, behind[y] as number);
    }
    for (let y = 0; y < labels; y++) behind[y] = (behind[y] as number) / largest;
  }
  return result;
}

/** The logarithm of the sum over all sequences of labels. */
export function logSumOf(shape: FieldShape, scores: Float64Array, moves: Float64Array): number {
  const labels = shape.labels.length;
  const length = scores.length / labels;
  const factors = Float64Array.from(moves, (m) => Math.exp(m));
  let row = new Float64Array(labels);
  let log = 0;
  for (let i = 0; i < length; i++) {
    let top = -Infinity;
    for (let y = 0; y < labels; y++) top = Math.max(top, scores[i * labels + y] as number);
    const next = new Float64Array(labels);
    let sum = 0;
    for (let y = 0; y < labels; y++) {
      let reached = 0;
      if (i === 0) reached = shape.initial[y] ? 1 : 0;
      else for (let x = 0; x < labels; x++) reached += (row[x] as number) * (factors[x * labels + y] as number);
      const value = reached * Math.exp((scores[i * labels + y] as number) - top);
      next[y] = value;
      sum += value;
    }
    for (let y = 0; y < labels; y++) next[y] = (next[y] as number) / sum;
    log += top + Math.log(sum);
    row = next;
  }
  let ends = 0;
  for (let y = 0; y < labels; y++) if (shape.final[y]) ends += row[y] as number;
  return log + Math.log(ends);
}

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (const t of terms) if (t > top) top = t;
  let sum = 0;
  for (const t of terms) sum += Math.exp(t - top);
  return top + Math.log(sum);
}

/** One of the best sequences of labels, and its score before normalising. */
export interface Path {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** The `k` best sequences, the best first (list Viterbi, Seshadri and Sundberg 1994). Fewer where fewer are allowed. */
export function bestPaths(shape: FieldShape, scores: Float64Array, moves: Float64Array, k: number): Path[] {
  const labels = shape.labels.length;
  const length = scores.length / labels;
  if (length === 0) return [];
  // Entry (i, y, r): the r-th best way to reach label y at position i; where it came from as `label * k + rank`.
  const back = new Int16Array(length * labels * k).fill(-1);
  let row = new Float64Array(labels * k).fill(-Infinity);
  for (let y = 0; y < labels; y++) if (shape.initial[y]) row[y * k] = scores[y] as number;
  const comesFrom = Array.from({ length: labels }, (_, y) =>
    Array.from({ length: labels }, (_, x) => x).filter((x) => shape.allowed[x * labels + y]),
  );
  const tops = new Float64Array(k);
  const froms = new Int16Array(k);
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(labels * k).fill(-Infinity);
    for (let y = 0; y < labels; y++) {
      const emission = scores[i * labels + y] as number;
      if (emission <= NEVER / 2) continue;
      tops.fill(-Infinity);
      for (const x of comesFrom[y] as number[]) {
        if ((row[x * k] as number) === -Infinity) continue;
        const move = moves[x * labels + y] as number;
        for (let r = 0; r < k; r++) {
          const s = (row[x * k + r] as number) + move;
          if (s <= (tops[k - 1] as number)) break;
          let at = k - 1;
          while (at > 0 && s > (tops[at - 1] as number)) {
            tops[at] = tops[at - 1] as number;
            froms[at] = froms[at - 1] as number;
            at--;
          }
          tops[at] = s;
          froms[at] = x * k + r;
        }
      }
      for (let r = 0; r < k && (tops[r] as number) > -Infinity; r++) {
        next[y * k + r] = (tops[r] as number) + emission;
        back[(i * labels + y) * k + r] = froms[r] as number;
      }
    }
    row = next;
  }
  const ends: { at: number; score: number }[] = [];
  for (let y = 0; y < labels; y++)
    if (shape.final[y])
      for (let r = 0; r < k; r++)
        if ((row[y * k + r] as number) > NEVER / 2) ends.push({ at: y * k + r, score: row[y * k + r] as number });
  ends.sort((a, b) => b.score - a.score || a.at - b.at);
  return ends.slice(0, k).map(({ at, score }) => {
    const path = new Uint8Array(length);
    for (let i = length - 1; i >= 0; i--) {
      path[i] = Math.floor(at / k);
      at = back[i * labels * k + at] as number;
    }
    return { labels: path, score };
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Features,
  type FieldShape,
  type Weights,
  best,
  bestPaths,
  emissions,
  marginals,
  probabilities,
  transitions,
} from "../../src/extract/fast/crf.ts";
import { FeatureList } from "../../src/extract/fast/features.ts";

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Field {
  readonly shape: FieldShape;
  readonly weights: Weights;
  readonly features: Features;
}

/** A small field; with `strict` about a third of the moves, beginnings and ends are not allowed. */
function fieldOf(seed: number, strict: boolean): Field {
  const random = randomOf(seed);
  const labels = 2 + Math.floor(random() * 3);
  const length = 1 + Math.floor(random() * 5);
  const slots = 8;
  const ok = (): number => (strict && random() < 0.35 ? 0 : 1);
  const shape: FieldShape = {
    name: "small",
    labels: Array.from({ length: labels }, (_, y) => `L${y}`),
    allowed: Uint8Array.from({ length: labels * labels }, ok),
    initial: Uint8Array.from({ length: labels }, (_, y) => (y === 0 ? 1 : ok())),
    final: Uint8Array.from({ length: labels }, (_, y) => (y === 0 ? 1 : ok())),
    slots,
  };
  // Label 0 may always follow itself, so that some sequence is allowed.
  shape.allowed[0] = 1;
  const weight = (): number => Math.floor(random() * 255) - 127;
  const weights: Weights = {
    emission: Int8Array.from({ length: slots * labels }, weight),
    transition: Int8Array.from({ length: labels * labels }, weight),
    step: 1 / 64,
  };
  const features = new FeatureList(slots);
  for (let i = 0; i < length; i++) {
    features.next();
    for (let k = 0; k < 3; k++) features.add(k, Math.floor(random() * 20));
  }
  return { shape, weights, features: features.copy() };
}

/** All allowed sequences with their scores, added up one by one, the best first. */
function allPaths({ shape, weights, features }: Field): { path: number[]; score: number }[] {
  const labels = shape.labels.length;
  let paths: { path: number[]; score: number }[] = [{ path: [], score: 0 }];
  for (let i = 0; i < features.length; i++)
    paths = paths.flatMap(({ path, score }) =>
      Array.from({ length: labels }, (_, y) => y).flatMap((y) => {
        const before = path.at(-1);
        if (before === undefined ? !shape.initial[y] : !shape.allowed[before * labels + y]) return [];
        let sum = before === undefined ? 0 : (weights.transition[before * labels + y] as number);
        for (let k = features.start[i] as number; k < (features.start[i + 1] as number); k++)
          sum += weights.emission[(features.slots[k] as number) * labels + y] as number;
        return [{ path: [...path, y], score: score + sum * weights.step }];
      }),
    );
  return paths.filter(({ path }) => shape.final[path.at(-1) as number]).sort((a, b) => b.score - a.score);
}

const near = (a: number, b: number, why: string): void => assert.ok(Math.abs(a - b) < 1e-6, `${why}: ${a} for ${b}`);

const SEEDS = Array.from({ length: 150 }, (_, k) => ({ seed: k + 1, strict: k % 3 !== 0 }));

/** What the field gives, and what counting everything out gives. */
function both(seed: number, strict: boolean) {
  const field = fieldOf(seed, strict);
  const scores = emissions(field.shape, field.weights, field.features);
  const moves = transitions(field.shape, field.weights);
  return { ...field, scores, moves, every: allPaths(field), labels: field.shape.labels.length };
}

test("the best sequence is the best of all", () => {
  for (const { seed, strict } of SEEDS) {
    const { shape, scores, moves, every } = both(seed, strict);
    const found = best(shape, scores, moves);
    const score = every.find(({ path }) => path.join() === found.join())?.score;
    assert.ok(score !== undefined, `seed ${seed}: a sequence that is not allowed`);
    near(score, every[0]?.score as number, `seed ${seed}`);
  }
});

test("the k best sequences are the k best of all, in order, each once", () => {
  for (const { seed, strict } of SEEDS)
    for (const k of [1, 2, 5, 40]) {
      const { shape, scores, moves, every } = both(seed, strict);
      const found = bestPaths(shape, scores, moves, k);
      assert.equal(found.length, Math.min(k, every.length), `seed ${seed}: how many of ${k}`);
      assert.equal(new Set(found.map(({ labels }) => labels.join())).size, found.length);
      found.forEach(({ labels, score }, rank) => {
        near(score, every[rank]?.score as number, `seed ${seed}, rank ${rank}`);
        near(
          score,
          every.find(({ path }) => path.join() === labels.join())?.score as number,
          `seed ${seed}, rank ${rank}, its own score`,
        );
      });
      assert.deepEqual(bestPaths(shape, scores, moves, 1)[0]?.score, found[0]?.score);
    }
});

test("marginals are the shares of all sequences, and add up to one", () => {
  for (const { seed, strict } of SEEDS) {
    const { shape, scores, moves, every, features, labels } = both(seed, strict);
    const { logZ, label } = marginals(shape, scores, moves);
    const z = every.reduce((sum, { score }) => sum + Math.exp(score), 0);
    near(logZ, Math.log(z), `seed ${seed}: log of the sum`);
    for (let i = 0; i < features.length; i++) {
      let sum = 0;
      for (let y = 0; y < labels; y++) {
        const share = every.reduce((s, { path, score }) => (path[i] === y ? s + Math.exp(score) : s), 0) / z;
        near(label[i * labels + y] as number, share, `seed ${seed}, position ${i}, label ${y}`);
        sum += label[i * labels + y] as number;
      }
      near(sum, 1, `seed ${seed}, position ${i}`);
    }
    probabilities(shape, scores, moves).forEach((p, k) =>
      near(p, label[k] as number, `seed ${seed}, by products, entry ${k}`),
    );
  }
});

test("no sequence has a move, a beginning or an end that is not allowed, however much it would score", () => {
  // Three labels: only 0 begins, only 2 ends, and nothing but 0 -> 1 -> 2 -> 2 is allowed. The weights want the opposite.
  const shape: FieldShape = {
    name: "line",
    labels: ["first", "middle", "last"],
    allowed: Uint8Array.from([0, 1, 0, 0, 0, 1, 0, 0, 1]),
    initial: Uint8Array.from([1, 0, 0]),
    final: Uint8Array.from([0, 0, 1]),
    slots: 2,
  };
  const weights: Weights = {
    emission: Float32Array.from([100, 100, -100, 100, 100, -100]),
    transition: Float32Array.from([100, -100, 100, 100, 100, -100, 100, 100, -100]),
    step: 1,
  };
  const features = new FeatureList(2);
  for (let i = 0; i < 5; i++) {
    features.next();
    features.add(0, i);
  }
  const scores = emissions(shape, weights, features);
  const moves = transitions(shape, weights);
  const only = [0, 1, 2, 2, 2];
  assert.deepEqual([...best(shape, scores, moves)], only);
  assert.deepEqual(
    bestPaths(shape, scores, moves, 9).map(({ labels }) => [...labels]),
    [only],
  );
  const { label } = marginals(shape, scores, moves);
  only.forEach((y, i) => near(label[i * 3 + y] as number, 1, `position ${i}`));
});

test("a sequence of nothing gives nothing", () => {
  const { shape, moves } = both(1, false);
  const none = new Float64Array(0);
  assert.equal(best(shape, none, moves).length, 0);
  assert.deepEqual(bestPaths(shape, none, moves, 3), []);
  assert.equal(marginals(shape, none, moves).logZ, 0);
});

test("the list of features takes a power of two of slots, and grows", () => {
  assert.throws(() => new FeatureList(12), RangeError);
  const list = new FeatureList(16);
  for (let i = 0; i < 3_000; i++) {
    list.next();
    list.add(1, i);
    list.add(2, i, 3);
  }
  const copy = list.copy();
  assert.equal(copy.length, 3_000);
  assert.equal(copy.start[3_000], 6_000);
  assert.ok(copy.slots.every((slot) => slot < 16));
  list.clear();
  assert.deepEqual([list.length, copy.length], [0, 3_000]);
});

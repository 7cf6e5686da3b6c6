import assert from "node:assert/strict";
import { test } from "node:test";
import { type FieldShape, logSumOf, marginals } from "../../src/extract/fast/crf.ts";

/** Numbers from -4 to 4 that are the same every time. */
function numbers(length: number, seed: number): Float64Array {
  return Float64Array.from({ length }, (_, k) => 4 * Math.sin(seed + 7.3 * k * (k + 1)));
}

const FREE: FieldShape = {
  name: "free",
  labels: ["a", "b", "c"],
  allowed: new Uint8Array(9).fill(1),
  initial: new Uint8Array(3).fill(1),
  final: new Uint8Array(3).fill(1),
  slots: 2,
};
/** "b" must follow "a" and nothing else may; "c" ends nothing. */
const STRICT: FieldShape = {
  ...FREE,
  allowed: Uint8Array.of(0, 1, 0, 1, 0, 1, 1, 0, 1),
  final: Uint8Array.of(1, 1, 0),
};

for (const shape of [FREE, STRICT])
  for (const length of [1, 2, 5, 40])
    test(`the sum over all sequences of ${length} in the ${shape === FREE ? "free" : "strict"} field is that of the forward pass`, () => {
      const scores = numbers(length * 3, length);
      const moves = numbers(9, 100 + length).map((m, k) => (shape.allowed[k] ? m : -1e9));
      const { logZ } = marginals(shape, scores, moves);
      assert.ok(Math.abs(logSumOf(shape, scores, moves) - logZ) < 1e-9 * Math.max(1, Math.abs(logZ)), `${logZ}`);
    });

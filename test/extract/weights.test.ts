import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { FieldShape, Weights } from "../../src/extract/fast/crf.ts";
import { readModel, writeModel } from "../../src/extract/fast/weights.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-weights-"));
after(() => rmSync(folder, { recursive: true }));

function shapeOf(name: string, labels: number, slots: number): FieldShape {
  const ones = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  return {
    name,
    labels: Array.from({ length: labels }, (_, y) => `L${y}`),
    allowed: ones(labels * labels),
    initial: ones(labels),
    final: ones(labels),
    slots,
  };
}

function weightsOf({ labels, slots }: FieldShape, step: number): Weights {
  const bytes = (length: number, times: number): Int8Array =>
    Int8Array.from({ length }, (_, k) => ((k * times) % 255) - 127);
  return { emission: bytes(labels.length * slots, 7), transition: bytes(labels.length ** 2, 31), step };
}

const TWO = shapeOf("two", 2, 8);
const THREE = shapeOf("three", 3, 16);
const FIELDS = [
  [TWO, weightsOf(TWO, 0.01)],
  [THREE, weightsOf(THREE, 0.5)],
] as const;
const JUDGE = Int8Array.from([-128, 0, 127]);
const NUMBERS = { least: [0.5, 0.25], bias: [-1.75] };

function written(name: string, change: (bytes: Buffer) => Buffer = (bytes) => bytes): URL {
  const file = join(folder, name);
  writeFileSync(file, change(writeModel("small-en-1", FIELDS, JUDGE, NUMBERS)));
  return pathToFileURL(file);
}

test("what was written is read", () => {
  const model = readModel(written("round.bin"), [TWO, THREE]);
  assert.equal(model.name, "small-en-1");
  assert.deepEqual(model.numbers, NUMBERS);
  assert.deepEqual(model.judge, JUDGE);
  assert.deepEqual([...model.fields.keys()], ["two", "three"]);
  for (const [shape, weights] of FIELDS) assert.deepEqual(model.fields.get(shape.name), weights);
});

test("the same weights give the same bytes", () => {
  assert.deepEqual(writeModel("a", FIELDS, JUDGE, NUMBERS), writeModel("a", FIELDS, JUDGE, NUMBERS));
});

for (const [why, shapes] of [
  ["another number of labels", [shapeOf("two", 4, 8), THREE]],
  ["another number of slots", [shapeOf("two", 2, 16), THREE]],
  ["another name", [shapeOf("deux", 2, 8), THREE]],
  ["another order", [THREE, TWO]],
  ["a field too few", [TWO]],
] as const)
  test(`a file of another shape is refused: ${why}`, () => {
    assert.throws(() => readModel(written("shape.bin"), shapes), /is not what this version reads/);
  });

test("a file with bytes missing or too many is refused", () => {
  assert.throws(() =>
    readModel(
      written("short.bin", (bytes) => bytes.subarray(0, -1)),
      [TWO, THREE],
    ),
  );
  assert.throws(
    () =>
      readModel(
        written("long.bin", (bytes) => Buffer.concat([bytes, Buffer.of(0)])),
        [TWO, THREE],
      ),
    /were announced/,
  );
});

test("weights that are not bytes cannot be written", () => {
  const floats: Weights = { emission: new Float32Array(16), transition: new Float32Array(4), step: 1 };
  assert.throws(() => writeModel("a", [[TWO, floats]], JUDGE, {}), TypeError);
});

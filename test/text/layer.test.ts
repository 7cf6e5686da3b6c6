import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Repair } from "../../src/model/document.ts";
import { layerOf } from "../../src/text/layer.ts";

const all = (text: string) => ({ from: 0, to: text.length });
const repair = (from: number, to: number, reads: string): Repair => ({
  span: { from, to },
  reads,
  why: "for the test",
});

test("without repairs a layer is its range", () => {
  const layer = layerOf("The old dam leaks.", [], { from: 4, to: 11 });
  assert.equal(layer.text, "old dam");
  assert.equal(layer.toText(4), 8);
  assert.equal(layer.fromText(8), 4);
  assert.deepEqual(layer.spanInText(4, 7), { from: 8, to: 11 });
});

test("words put in belong to no text", () => {
  const text = "Port CityThe dam";
  const layer = layerOf(text, [repair(9, 9, " — ")], all(text));
  assert.equal(layer.text, "Port City — The dam");
  assert.deepEqual(layer.spanInText(0, 9), { from: 0, to: 9 });
  assert.deepEqual(layer.spanInText(0, 11), { from: 0, to: 9 });
  assert.deepEqual(layer.spanInText(10, 15), { from: 9, to: 12 });
  assert.deepEqual(layer.spanInText(5, 15), { from: 5, to: 12 });
  assert.deepEqual(layer.spanInText(9, 12), { from: 9, to: 9 });
  assert.equal(layer.fromText(9), 12);
});

test("words left out are covered only by a span that reaches over them", () => {
  const text = "in the the dam";
  const layer = layerOf(text, [repair(6, 10, "")], all(text));
  assert.equal(layer.text, "in the dam");
  assert.deepEqual(layer.spanInText(3, 6), { from: 3, to: 6 });
  assert.deepEqual(layer.spanInText(6, 10), { from: 10, to: 14 });
  assert.deepEqual(layer.spanInText(3, 10), { from: 3, to: 14 });
  assert.equal(layer.fromText(8), 6);
});

test("words read as others are one thing", () => {
  const text = "the dm leaks";
  const layer = layerOf(text, [repair(4, 6, "dam")], all(text));
  assert.equal(layer.text, "the dam leaks");
  assert.deepEqual(layer.spanInText(5, 6), { from: 4, to: 6 });
  assert.equal(layer.toText(6), 4);
  assert.equal(layer.fromText(5), 4);
});

test("repairs side by side", () => {
  const text = "a\u00a0\u00a0b";
  const layer = layerOf(text, [repair(1, 2, " "), repair(2, 3, ""), repair(3, 3, "x")], all(text));
  assert.equal(layer.text, "a xb");
  assert.deepEqual(layer.spanInText(0, 2), { from: 0, to: 2 });
  assert.deepEqual(layer.spanInText(3, 4), { from: 3, to: 4 });
  assert.deepEqual(layer.spanInText(1, 4), { from: 1, to: 4 });
});

test("a repair at the edge of a range or across it is left to its neighbours", () => {
  const text = "Port CityThe dam";
  const repairs = [repair(3, 5, "t"), repair(9, 9, " ")];
  assert.equal(layerOf(text, repairs, { from: 4, to: 9 }).text, " City");
  assert.equal(layerOf(text, repairs, { from: 9, to: 16 }).text, "The dam");
});

test("wrong positions are refused", () => {
  const layer = layerOf("The old dam", [repair(3, 3, ",")], { from: 2, to: 7 });
  assert.throws(() => layer.toText(7), RangeError);
  assert.throws(() => layer.toText(-1), RangeError);
  assert.throws(() => layer.fromText(1), RangeError);
  assert.throws(() => layer.fromText(8), RangeError);
  assert.throws(() => layer.spanInText(3, 2), RangeError);
  assert.throws(() => layer.spanInText(0, 7), RangeError);
  assert.throws(() => layerOf("dam", [], { from: 0, to: 4 }), RangeError);
});

/** A text, repairs that do not overlap, and a range. */
const REPAIRED = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("a", "b", " ", "\u00a0", "’"), maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom("", " ", "x", "xyz")), { maxLength: 8 }),
    fc.nat(20),
    fc.nat(20),
  )
  .map(([text, steps, before, behind]) => {
    const repairs: Repair[] = [];
    let at = 0;
    for (const [gap, length, reads] of steps) {
      const from = at + gap + 1;
      const to = from + (reads === "" ? length + 1 : length);
      if (to > text.length) break;
      repairs.push(repair(from, to, reads));
      at = to;
    }
    const from = Math.min(before, text.length);
    return { text, repairs, range: { from, to: Math.max(from, text.length - behind) } };
  });

const within = ({
  text,
  repairs,
  range,
}: {
  text: string;
  repairs: Repair[];
  range: { from: number; to: number };
}) => ({
  layer: layerOf(text, repairs, range),
  applied: repairs.filter(({ span: { from, to } }) =>
    from === to ? from > range.from && to < range.to : from >= range.from && to <= range.to,
  ),
});

test("the layer is the text with each repair applied, from the last to the first", () => {
  fc.assert(
    fc.property(REPAIRED, (sample) => {
      const { layer, applied } = within(sample);
      let { text } = sample;
      for (const { span, reads } of applied.toReversed()) text = text.slice(0, span.from) + reads + text.slice(span.to);
      const tail = sample.text.length - sample.range.to;
      assert.equal(layer.text, text.slice(sample.range.from, text.length - tail));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("outside repairs every unit goes to the text and back unchanged", () => {
  fc.assert(
    fc.property(REPAIRED, (sample) => {
      const { layer, applied } = within(sample);
      for (let pos = sample.range.from; pos < sample.range.to; pos++) {
        if (applied.some(({ span }) => span.from <= pos && pos < span.to)) continue;
        const read = layer.fromText(pos);
        assert.equal(layer.text[read], sample.text[pos]);
        assert.equal(layer.toText(read), pos);
        assert.deepEqual(layer.spanInText(read, read + 1), { from: pos, to: pos + 1 });
      }
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test("positions keep their order both ways, and spans lie in the range", () => {
  fc.assert(
    fc.property(REPAIRED, fc.nat(), fc.nat(), (sample, a, b) => {
      const { layer } = within(sample);
      const { from, to } = sample.range;
      for (let pos = 1; pos <= layer.text.length; pos++) assert.ok(layer.toText(pos - 1) <= layer.toText(pos));
      for (let pos = from + 1; pos <= to; pos++) assert.ok(layer.fromText(pos - 1) <= layer.fromText(pos));
      const [start, end] = [a % (layer.text.length + 1), b % (layer.text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const span = layer.spanInText(start, end);
      assert.ok(from <= span.from && span.from <= span.to && span.to <= to);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

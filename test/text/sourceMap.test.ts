import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { SourceMapBuilder, compose, mappedLength, rawSpan, textSpan } from "../../src/text/sourceMap.ts";

const SEED = { seed: 20210108, numRuns: 300 };

/** Runs as [units, bytes of each or 0, gap before, bytes when indivisible]. */
const runs = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 9 }),
  ),
  { minLength: 1, maxLength: 120 },
);

function build(list: readonly (readonly [number, number, number, number])[]) {
  const builder = new SourceMapBuilder();
  const units: { from: number; to: number }[] = [];
  let at = 0;
  for (const [count, each, gap, size] of list) {
    at += gap;
    const to = at + (each > 0 ? count * each : size);
    builder.add(count, at, to, each);
    for (let unit = 0; unit < count; unit++)
      units.push(each > 0 ? { from: at + unit * each, to: at + (unit + 1) * each } : { from: at, to });
    at = to;
  }
  return { map: builder.finish(), units };
}

test("every unit leads to the bytes it was given, and these lead back to it", () => {
  fc.assert(
    fc.property(runs, (list) => {
      const { map, units } = build(list);
      assert.equal(mappedLength(map), units.length);
      units.forEach((bytes, at) => {
        assert.deepEqual(rawSpan(map, { from: at, to: at + 1 }), bytes);
        const back = textSpan(map, bytes.from, bytes.to);
        assert.ok(back.from <= at && at + 1 <= back.to);
        assert.deepEqual(rawSpan(map, back), bytes);
      });
    }),
    SEED,
  );
});

test("ranges of bytes do not go back, and spans cover what their units cover", () => {
  fc.assert(
    fc.property(runs, fc.nat(), fc.nat(), (list, a, b) => {
      const { map, units } = build(list);
      const [from, to] = [a % units.length, b % units.length].sort((x, y) => x - y) as [number, number];
      assert.deepEqual(rawSpan(map, { from, to: to + 1 }), { from: units[from]?.from, to: units[to]?.to });
      for (let at = 1; at < units.length; at++)
        assert.ok(rawSpan(map, { from: at, to: at + 1 }).from >= rawSpan(map, { from: at - 1, to: at }).from);
    }),
    SEED,
  );
});

test("two maps joined lead where one leads after the other", () => {
  fc.assert(
    fc.property(runs, runs, (innerRuns, outerRuns) => {
      const inner = build(innerRuns).map;
      const length = mappedLength(inner);
      const fitting: [number, number, number, number][] = [];
      let used = 0;
      for (const [count, each, gap, size] of outerRuns) {
        const step: [number, number, number, number] = [count, Math.min(each, 1), gap, size];
        used += gap + (step[1] === 1 ? count : size);
        if (used > length) break;
        fitting.push(step);
      }
      fc.pre(fitting.length > 0);
      const outer = build(fitting).map;
      const joined = compose(outer, inner);
      assert.equal(mappedLength(joined), mappedLength(outer));
      for (let at = 0; at < mappedLength(outer); at++)
        assert.deepEqual(
          rawSpan(joined, { from: at, to: at + 1 }),
          rawSpan(inner, rawSpan(outer, { from: at, to: at + 1 })),
        );
    }),
    SEED,
  );
});

test("neighbouring runs of one kind are one run", () => {
  const builder = new SourceMapBuilder();
  builder.add(3, 0, 3, 1);
  builder.add(2, 3, 5, 1);
  builder.add(1, 5, 8, 3);
  assert.deepEqual([...builder.finish().text], [0, 5, 6]);
});

test("bytes that gave no text give an empty span where the next text starts", () => {
  const { map } = build([
    [2, 1, 3, 1],
    [2, 1, 5, 1],
  ]);
  assert.deepEqual(textSpan(map, 0, 3), { from: 0, to: 0 });
  assert.deepEqual(textSpan(map, 6, 9), { from: 2, to: 2 });
  assert.deepEqual(textSpan(map, 50, 60), { from: 4, to: 4 });
});

test("wrong calls say so", () => {
  const { map } = build([[2, 1, 0, 1]]);
  assert.throws(() => rawSpan(map, { from: 1, to: 3 }), /Span \[1, 3\) lies outside/);
  assert.throws(() => textSpan(map, 3, 1), RangeError);
  assert.throws(() => new SourceMapBuilder().add(1, 4, 4, 0), RangeError);
  assert.throws(() => new SourceMapBuilder().widenLast(1), RangeError);
  assert.throws(() => compose(build([[2, 2, 0, 1]]).map, map), RangeError);
});

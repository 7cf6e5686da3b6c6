import assert from "node:assert/strict";
import { test } from "node:test";
import { contains, hull, inReadingOrder, isEmpty, overlaps, slice, span, trimmed } from "../../src/model/span.ts";

test("a span has whole bounds in order", () => {
  assert.deepEqual(span(2, 5), { from: 2, to: 5 });
  assert.deepEqual(span(0, 0), { from: 0, to: 0 });
  for (const [from, to] of [
    [-1, 2],
    [3, 2],
    [0.5, 2],
    [0, Number.NaN],
    [0, Infinity],
  ] as const)
    assert.throws(() => span(from, to), RangeError, `${from} ${to}`);
});

test("a slice is the words, and nothing outside the text", () => {
  assert.equal(slice("the dam", { from: 4, to: 7 }), "dam");
  assert.equal(slice("the dam", { from: 7, to: 7 }), "");
  assert.throws(() => slice("the dam", { from: 4, to: 8 }), RangeError);
  assert.throws(() => slice("the dam", { from: -1, to: 3 }), RangeError);
});

test("an empty span shares nothing, and lies in what is around it", () => {
  const empty = { from: 3, to: 3 };
  assert.ok(isEmpty(empty) && !isEmpty({ from: 3, to: 4 }));
  assert.ok(!overlaps(empty, { from: 3, to: 9 }));
  assert.ok(contains({ from: 3, to: 9 }, empty));
});

test("spans that only touch do not overlap", () => {
  assert.ok(!overlaps({ from: 0, to: 3 }, { from: 3, to: 5 }));
  assert.ok(overlaps({ from: 0, to: 4 }, { from: 3, to: 5 }));
  assert.ok(contains({ from: 0, to: 3 }, { from: 0, to: 3 }));
  assert.ok(!contains({ from: 0, to: 3 }, { from: 2, to: 4 }));
});

test("reading order puts the longer first where two begin together", () => {
  const spans = [
    { from: 4, to: 5 },
    { from: 0, to: 2 },
    { from: 0, to: 9 },
  ];
  assert.deepEqual(spans.toSorted(inReadingOrder), [
    { from: 0, to: 9 },
    { from: 0, to: 2 },
    { from: 4, to: 5 },
  ]);
});

test("the hull holds all", () => {
  assert.equal(hull([]), null);
  assert.deepEqual(
    hull([
      { from: 4, to: 6 },
      { from: 1, to: 2 },
      { from: 5, to: 9 },
    ]),
    { from: 1, to: 9 },
  );
});

test("white space is trimmed at the edges only", () => {
  const text = "a \u00a0 the dam\n b";
  assert.deepEqual(trimmed(text, { from: 1, to: 13 }), { from: 4, to: 11 });
  assert.deepEqual(trimmed(text, { from: 1, to: 4 }), { from: 4, to: 4 });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { indexBehind, outermost } from "../../src/model/outermost.ts";
import type { Quotation } from "../../src/model/reading.ts";
import { type Span, overlaps } from "../../src/model/span.ts";
import { documentOf } from "../read/documentOf.ts";

function over(spans: readonly Span[], depths: readonly number[] = []): ReturnType<typeof outermost> {
  const quotations = spans.map((span, i): Quotation => ({
    span,
    inner: span,
    style: "double",
    depth: depths[i] ?? 0,
    closed: true,
    continues: null,
  }));
  return outermost({ document: documentOf([]), tokens: [], sentences: [], quotations });
}

test("quotations inside others are passed over", () => {
  const spans = [
    { from: 0, to: 10 },
    { from: 2, to: 5 },
    { from: 12, to: 15 },
  ];
  assert.deepEqual(
    over(spans, [0, 1, 0]).all.map((q) => q.span),
    [spans[0], spans[2]],
  );
});

test("the one before a place holds the unit in front of it", () => {
  const { before } = over([
    { from: 2, to: 5 },
    { from: 5, to: 8 },
  ]);
  const found = (at: number): number | undefined => before(at)?.span.from;
  assert.deepEqual([0, 2, 3, 5, 6, 8, 9].map(found), [undefined, undefined, 2, 2, 5, 5, undefined]);
});

/** Spans in order that do not overlap. */
const ROW = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]): Span => {
      const from = at + gap;
      at = from + length;
      return { from, to: at };
    });
  });

test("looking up by halves finds what looking at all finds", () => {
  fc.assert(
    fc.property(ROW, fc.nat(60), fc.nat(20), (row, from, length) => {
      const place = { from, to: from + length };
      const { touching, before } = over(row);
      assert.deepEqual(
        touching(place).map((q) => q.span),
        row.filter((span) => span.to > place.from && span.from < place.to),
      );
      assert.deepEqual(
        before(from)?.span,
        row.find((span) => overlaps(span, { from: from - 1, to: from })),
      );
      const behind = row.findIndex((span) => span.to > from);
      assert.equal(indexBehind(row, from), behind < 0 ? row.length : behind);
    }),
    { seed: 3, numRuns: 1000 },
  );
});

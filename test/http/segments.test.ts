import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as holds, nat, property, tuple } from "fast-check";
import { type Mark, type Segment, segmentsOf } from "../../src/http/parts/segments.ts";

type Pair = readonly [number, number];

function mark(of: string, from: number, to: number, role: Mark["role"] = "content"): Mark {
  return { of, span: [from, to], role };
}

/** "0-4:1 4-6:1+2" */
function shown(segments: readonly Segment[]): string {
  return segments
    .map(({ from, to, marks }) => `${from}-${to}${marks.length > 0 ? `:${marks.map(({ of }) => of).join("+")}` : ""}`)
    .join(" ");
}

const CASES: readonly (readonly [what: string, marks: readonly Mark[], shown: string])[] = [
  ["no marks", [], "0-20"],
  ["one", [mark("1", 4, 8)], "0-4 4-8:1 8-20"],
  ["the whole block", [mark("1", 0, 20)], "0-20:1"],
  ["nested, the longer one outside", [mark("2", 6, 8), mark("1", 4, 12)], "0-4 4-6:1 6-8:1+2 8-12:1 12-20"],
  ["overlapping", [mark("1", 2, 10), mark("2", 6, 14)], "0-2 2-6:1 6-10:1+2 10-14:2 14-20"],
  ["the same words twice", [mark("1", 2, 5), mark("2", 2, 5)], "0-2 2-5:1+2 5-20"],
  ["touching", [mark("1", 2, 5), mark("2", 5, 9)], "0-2 2-5:1 5-9:2 9-20"],
  ["empty ones are none", [mark("1", 3, 3)], "0-20"],
  ["beyond the block", [mark("1", 15, 90)], "0-15 15-20:1"],
];

for (const [what, marks, expected] of CASES)
  test(`a block is cut where marks begin and end: ${what}`, () => {
    assert.equal(shown(segmentsOf([[0, 20]], marks)[0] ?? []), expected);
  });

test("a mark over several blocks goes on in each, and opens once", () => {
  const blocks: Pair[] = [
    [0, 10],
    [12, 20],
    [22, 30],
  ];
  const segments = segmentsOf(blocks, [mark("1", 5, 25)]);
  assert.deepEqual(segments.map(shown), ["0-5 5-10:1", "12-20:1", "22-25:1 25-30"]);
  assert.equal(segments.flat().filter(({ opens }) => opens.length > 0).length, 1);
});

test("a mark that begins in the white space between blocks opens with the next one", () => {
  const [, second = []] = segmentsOf(
    [
      [0, 10],
      [12, 20],
    ],
    [mark("1", 11, 15)],
  );
  assert.deepEqual(
    second[0]?.opens.map(({ of }) => of),
    ["1"],
  );
});

test("segments put together are the blocks, and each has exactly the marks that cover it", () => {
  const span = tuple(nat(60), nat(60)).map(([a, b]): Pair => [Math.min(a, b), Math.max(a, b)]);
  holds(
    property(array(nat(9), { minLength: 1, maxLength: 5 }), array(span, { maxLength: 12 }), (sizes, spans) => {
      let at = 0;
      const blocks = sizes.map((size): Pair => {
        const block: Pair = [at, at + size + 1];
        at += size + 3;
        return block;
      });
      const marks = spans.map(([from, to], i) => mark(String(i), from, to));
      for (const [i, segments] of segmentsOf(blocks, marks).entries()) {
        const [from, to] = blocks[i] as Pair;
        assert.deepEqual([segments[0]?.from, segments.at(-1)?.to], [from, to]);
        for (const [k, segment] of segments.entries()) {
          if (k > 0) assert.equal(segment.from, segments[k - 1]?.to);
          const covering = marks.filter(({ span: [a, b] }) => a < b && a <= segment.from && b >= segment.to);
          assert.deepEqual(segment.marks.map(({ of }) => of).sort(), covering.map(({ of }) => of).sort());
        }
      }
      for (const {
        of,
        span: [a, b],
      } of marks) {
        const opened = segmentsOf(blocks, marks)
          .flat()
          .flatMap(({ opens }) => opens)
          .filter((one) => one.of === of);
        const seen = a < b && blocks.some(([from, to]) => a < to && b > from);
        assert.equal(opened.length, seen ? 1 : 0, `${of} opens ${opened.length} times`);
      }
    }),
    { numRuns: 500 },
  );
});

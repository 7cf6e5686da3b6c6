import assert from "node:assert/strict";
import { test } from "node:test";
import { difference } from "../../src/export/difference.ts";

function shown(was: string, now: string): string {
  const marks = { both: ["", ""], was: ["[-", "-]"], now: ["{+", "+}"] } as const;
  return difference(was, now)
    .map(({ in: where, words }) => marks[where][0] + words + marks[where][1])
    .join(" ");
}

const CASES: [was: string, now: string, shown: string][] = [
  ["", "", ""],
  ["the tax will rise", "the tax will rise", "the tax will rise"],
  ["the tax will rise", "the tax may rise", "the tax [-will-] {+may+} rise"],
  ["the tax will rise", "the tax will not rise", "the tax will {+not+} rise"],
  ["the tax will not rise", "the tax will rise", "the tax will [-not-] rise"],
  ["a b c d e", "a x c y e", "a [-b-] {+x+} c [-d-] {+y+} e"],
  ["a b", "c d", "[-a b-] {+c d+}"],
  ["", "c d", "{+c d+}"],
  ["a a a b", "a b a", "a [-a a-] b {+a+}"],
  ["white  space\nalone", "white space alone", "white space alone"],
];
for (const [was, now, expected] of CASES)
  test(`${JSON.stringify(was)} to ${JSON.stringify(now)}`, () => assert.equal(shown(was, now), expected));

test("two long texts without a word in common are shown whole, at once", () => {
  const many = (word: string): string => Array.from({ length: 20_000 }, (_, i) => word + i).join(" ");
  const start = performance.now();
  assert.deepEqual(
    difference(many("a"), many("b")).map((one) => one.in),
    ["was", "now"],
  );
  assert.ok(performance.now() - start < 2_000);
});

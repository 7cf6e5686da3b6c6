import assert from "node:assert/strict";
import { test } from "node:test";
import { passageOf } from "../../../src/archive/views/passage.ts";

const TEXT = "Headline here\n\nFirst block says a thing.\n\nSecond block says more of it.";
const BLOCKS = [
  { kind: "headline", span: [0, 13] },
  { kind: "paragraph", span: [15, 40] },
  { kind: "paragraph", span: [42, 71] },
] as const;

test("a passage is the blocks that hold the words, with the one before", () => {
  const passage = passageOf(TEXT, BLOCKS, [[27, 31]]);
  assert.deepEqual(
    passage.map(({ from, text, aside }) => [from, text, aside]),
    [
      [0, "Headline here", true],
      [15, "First block says a thing.", false],
    ],
  );
  assert.equal(
    passageOf(TEXT, BLOCKS, [
      [27, 31],
      [55, 59],
    ]).length,
    3,
  );
  assert.equal(passageOf(TEXT, [], [[27, 31]])[0]?.text, TEXT, "a text without blocks");
  assert.deepEqual(passageOf(TEXT, BLOCKS, [[0, 8]]).length, 1, "nothing before the first");
});

test("a block of great length is cut around the words, between words", () => {
  const words = "word ".repeat(4_000);
  const text = `${words}HERE ${words}`;
  const at = text.indexOf("HERE");
  const [cut] = passageOf(text, [{ kind: "paragraph", span: [0, text.length] }], [[at, at + 4]]);
  assert.ok(cut && cut.text.length < 4_000 && cut.text.includes("HERE"));
  assert.equal(text.slice(cut.from, cut.from + cut.text.length), cut.text);
  assert.match(cut.text, /^word .* word$/);
});

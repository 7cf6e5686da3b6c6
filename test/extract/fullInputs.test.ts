import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { attributes } from "../../src/extract/fast/attributes.ts";
import { FEATURES, LONGEST_PASSAGE, inputsOf } from "../../src/extract/full/inputs.ts";
import { NoRuntimeError, loadNetwork } from "../../src/extract/full/runtime.ts";
import { WordPiece } from "../../src/extract/full/wordPiece.ts";
import { read } from "../../src/read/read.ts";
import { paragraphsOf } from "../read/documentOf.ts";

const PIECES = [
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "the",
  "dam",
  "##s",
  "##med",
  "zurich",
  "o",
  "'",
  "brien",
  "1",
  ",",
  "000",
  "a",
];
const small = new WordPiece(PIECES.join("\n"));

/** Each token with its pieces. */
const CUT: readonly [token: string, pieces: string][] = [
  ["The", "the"],
  ["dams", "dam ##s"],
  ["dammed", "dam ##med"],
  ["Zürich", "zurich"],
  ["O'Brien", "o ' brien"],
  ["1,000", "1 , 000"],
  ["damx", "[UNK]"],
  ["the-damx", "the [UNK] [UNK]"],
  ["☃", "[UNK]"],
  ["a".repeat(61), "[UNK]"],
  ["\u0301", "[UNK]"],
];

describe("word pieces", () => {
  for (const [token, pieces] of CUT)
    test(`${token.slice(0, 20)} → ${pieces}`, () =>
      assert.equal(
        small
          .of(token)
          .map((id) => PIECES[id])
          .join(" "),
        pieces,
      ));
  test("no token gives more than twelve", () => assert.equal(small.of("a,".repeat(50)).length, 12));
  test("a token of a million characters is cut at once", () => assert.ok(small.of("a,".repeat(500_000)).length <= 12));
  test("a vocabulary without its marks is refused", () => assert.throws(() => new WordPiece("the\ndam"), /\[UNK\]/));
});

const whole = WordPiece.read(new URL("../../models/reader-full-en-1.vocab.txt", import.meta.url));

function inputs(text: string): ReturnType<typeof inputsOf> {
  const { reading } = read(paragraphsOf(text));
  return inputsOf(reading, attributes(reading), whole);
}

describe("passages", () => {
  const sentences = (n: number): string => "The envoy said the talks would go on until the spring. ".repeat(n).trim();

  test("a short text is one", () => assert.equal(inputs(sentences(3)).passages.length, 1));
  test("an empty text has none", () => assert.deepEqual(inputs("").passages, []));
  for (const [what, text] of [
    ["sentences", sentences(90)],
    ["one sentence without an end", "and the envoy said ".repeat(400)],
    ["a long sentence between short ones", `${sentences(5)} ${"and then ".repeat(300)}. ${sentences(5)}`],
  ] as const)
    test(`${what}: none is too long, and together they are the text`, () => {
      const { passages, start } = inputs(text);
      assert.ok(passages.length > 1);
      let at = 0;
      for (const { first, last } of passages) {
        assert.equal(first, at);
        const size = (start[last] as number) - (start[first] as number);
        assert.ok(size > 0 && size <= LONGEST_PASSAGE, `${size} pieces`);
        at = last;
      }
      assert.equal(at, start.length - 1);
    });
  test("sentences are kept whole where they fit", () => {
    const { passages } = inputs(sentences(90));
    // Each of the sentences has 12 tokens.
    for (const { first } of passages) assert.equal(first % 12, 0);
  });
  test("every feature is a column the networks have", () => {
    const { features } = inputs(`“${sentences(2)}”\n\n(The U.S. — 3rd) he'd not, SAID, Kim's: “no”.`);
    for (const columns of features) for (const c of columns) assert.ok(Number.isInteger(c) && c >= 0 && c < FEATURES);
  });
});

test("networks that can't be loaded are said to be so", () => {
  const file = new URL("../../models/no-such-network.onnx", import.meta.url);
  assert.throws(() => loadNetwork(file, [], { threads: 1 }), NoRuntimeError);
});

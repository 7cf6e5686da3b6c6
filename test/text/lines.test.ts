import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../src/text/lines.ts";

async function lines(chunks: readonly string[], longest = 10): Promise<(string | null)[]> {
  const stream = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  return Array.fromAsync(linesOf(stream, longest));
}

const CASES: [name: string, chunks: string[], lines: (string | null)[]][] = [
  ["nothing", [], []],
  ["one line without an end", ["abc"], ["abc"]],
  ["an end makes no further line", ["abc\n"], ["abc"]],
  ["empty lines are lines", ["a\n\n\nb"], ["a", "", "", "b"]],
  ["a line over several chunks", ["ab", "cd", "e\nf"], ["abcde", "f"]],
  ["a line as long as may be", ["0123456789\nx"], ["0123456789", "x"]],
  ["a line that is too long is null, and the next is read", ["0123456789a\nx\n"], [null, "x"]],
  ["one that is too long over chunks", ["01234567", "89abc", "def\nx"], [null, "x"]],
  ["one that is too long at the end", ["x\n0123456789abcdef"], ["x", null]],
];

for (const [name, chunks, expected] of CASES) test(name, async () => assert.deepEqual(await lines(chunks), expected));

test("bytes of a character may come apart", async () => {
  const bytes = Buffer.from("ä\nö");
  const stream = (async function* () {
    for (const byte of bytes) yield Uint8Array.of(byte);
  })();
  assert.deepEqual(await Array.fromAsync(linesOf(stream, 10)), ["ä", "ö"]);
});

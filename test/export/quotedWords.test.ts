import assert from "node:assert/strict";
import { test } from "node:test";
import { quotedWords } from "../../src/export/quotedWords.ts";
import { capture, readReport } from "../../src/index.ts";

test("every outermost pair of marks is listed, with the statements it is content of", () => {
  const text =
    'The "harvest" appears 31 times in the plan.\n\n"We will sow, and we will reap," said Minister Ida Bloem, "and “reap” is the word."\n';
  const resolved = readReport(capture(Buffer.from(text), "plan.txt"), { reader: "fast" });
  const said = resolved.statements.find((s) => s.cue && text.slice(s.cue.from, s.cue.to) === "said");
  assert.ok(said);
  assert.deepEqual(
    quotedWords(resolved).map(({ quotation: { span }, statements }) => [text.slice(span.from, span.to), statements]),
    [
      ['"harvest"', []],
      ['"We will sow, and we will reap,"', [said.id]],
      ['"and “reap” is the word."', [said.id]],
    ],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, readReport } from "../../src/index.ts";

/** What once took too long, or might; each is read in full. */
const SLOW: readonly [name: string, text: string][] = [
  ["a glued name", `The aide was quoted as saying. Opposition leader ${"Rhea".repeat(30_000)}! denied it.`],
  ["a glued name of one pattern", `${"Rhea".repeat(14)}! denied she had agreed, ${"Rhea-".repeat(12)}! said.`],
  ["capitals before brackets", `${"Tarvian ".repeat(20_000)}(TTA said.`],
  ["one sentence of cues", "he said she said they said it said ".repeat(3_000)],
  ["cues in quotations in cues", 'He said "she said "he said "she said "'.repeat(2_000)],
  ["opening marks and nothing else", "“".repeat(50_000)],
  ["semicolons", "the envoy; ".repeat(20_000) + "said it."],
  ["by by by", `He was quoted ${"by ".repeat(20_000)}as saying no.`],
  ["a surname of many that hold offices", "Kim said that the boat would sail.\n\n".repeat(4_000).trimEnd()],
  ["in a statement", `The envoy ${"in a statement ".repeat(10_000)}said no.`],
];

for (const [name, text] of SLOW)
  test(`${name}: read in less than 5 s`, () => {
    const begun = performance.now();
    const { document } = readReport(capture(Buffer.from(text), name), { reader: "fast" });
    assert.equal(document.text, text);
    const took = performance.now() - begun;
    assert.ok(took < 5000, `${took.toFixed(0)} ms`);
  });

test("“said this” in a paragraph of nothing else does not take up all before it each time", () => {
  const { statements } = readReport(
    capture(Buffer.from("The mayor of Lindholt said this in a report. ".repeat(1_000)), "a test"),
    {
      reader: "fast",
    },
  );
  const taken = statements.flatMap(({ content }) => content).reduce((all, { from, to }) => all + to - from, 0);
  assert.ok(taken < 1_000_000, `${taken} characters of content`);
});

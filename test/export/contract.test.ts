import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toJsonLine, toReading } from "../../src/export/contract.ts";
import { readingJsonSchema, readingLine } from "../../src/export/schema.ts";
import { faultOf, spansOf } from "../../src/export/spans.ts";
import { SAMPLE, documentOf, find, resolvedOf, statementOf } from "./sample.ts";

const LINE = toReading(SAMPLE, { path: "ferry.txt", outlet: "Sallow Gazette" });

test("a reading fits the schema exactly, with no field the schema does not name", () => {
  assert.deepEqual(readingLine.parse(LINE), LINE);
});

test("keys stand in the order of the contract", () => {
  const keys = [
    "hearsay",
    "input",
    "document",
    "statements",
    "quotations",
    "silences",
    "times",
    "people",
    "occasions",
    "counts",
    "appearances",
  ];
  assert.deepEqual(Object.keys(LINE), [...keys, "remarks"]);
  assert.deepEqual(Object.keys(LINE), Object.keys(readingLine.shape));
  assert.deepEqual(Object.keys(LINE.statements[0] ?? {}), Object.keys(readingLine.shape.statements.element.shape));
  assert.deepEqual(Object.keys(LINE.document), Object.keys(readingLine.shape.document.shape));
  assert.deepEqual(Object.keys(LINE.input), Object.keys(readingLine.shape.input.shape));
});

test("spans become pairs and the words of each piece stand beside them", () => {
  const broken = LINE.statements[2];
  const [first, second] = [find('"We have tried,"'), find('"everything."')];
  assert.deepEqual(broken?.content, [
    [first.from, first.to],
    [second.from, second.to],
  ]);
  assert.deepEqual(broken?.words, ['"We have tried,"', '"everything."']);
  assert.equal(LINE.statements[3]?.cue, null);
  assert.equal(LINE.statements[1]?.inside, "s1");
});

test("what the caller said is kept, so that the input can be read the same way again", () => {
  assert.deepEqual(LINE.input.given, { published: null, outlet: "Sallow Gazette", mediaType: null });
});

test("the published schema is the one made from the types (npm run schema)", () => {
  const published = new URL("../../docs/reading.schema.json", import.meta.url);
  assert.equal(readFileSync(published, "utf8"), readingJsonSchema());
});

test("one line of JSON holds nothing a terminal acts on, and means the same", () => {
  const text = "a\u001b[31m\u202eb\u009bc\u2028d\ue000\ud800e";
  const line = toReading(resolvedOf(documentOf(text)), { path: "-" });
  const json = toJsonLine(line);
  assert.doesNotMatch(json, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
  assert.deepEqual(JSON.parse(json), line);
});

test("every span of a reading is listed by its field", () => {
  const listed = spansOf(LINE);
  const pairs = JSON.stringify({ ...LINE, document: { ...LINE.document, text: "" } }).match(/\[\d+,\d+\]/g) ?? [];
  assert.equal(listed.length, pairs.length);
  assert.ok(listed.some(({ field }) => field === "statements[1].chain[2].cue"));
  assert.equal(faultOf(LINE), null);
});

test("a reading that does not fit its own text is found out", () => {
  const altered = (change: (line: typeof LINE) => void): string | null => {
    const copy = structuredClone(LINE);
    change(copy);
    return faultOf(copy);
  };
  const length = LINE.document.text.length;
  assert.match(
    altered((l) => (l.remarks[0] = { span: [0, length + 1], level: "note", reason: "" })) ?? "",
    /remarks\[0\]/,
  );
  assert.match(altered((l) => l.statements[0]?.content.push([0, 1])) ?? "", /out of order/);
  assert.match(altered((l) => l.statements[2]?.words.pop()) ?? "", /words/);
  assert.match(altered((l) => (l.document.text = l.document.text.replace("tried", "tired"))) ?? "", /words\[0\]/);
});

test("a statement without words in its text is a fault", () => {
  const line = toReading(
    resolvedOf(documentOf("Nothing."), [statementOf({ id: "s1", content: [{ from: 3, to: 3 }] })]),
    {
      path: "x",
    },
  );
  assert.match(faultOf(line) ?? "", /empty/);
});

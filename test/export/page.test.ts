import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { markedBlocks } from "../../src/export/marks.ts";
import { whenWords } from "../../src/export/dateWords.ts";
import { toPage } from "../../src/export/page.ts";
import { columnsOf } from "../../src/export/terminal.ts";
import { SAMPLE, documentOf, resolvedOf, statementOf } from "./sample.ts";

const PLAIN = { name: "ferry.txt", columns: 80, colour: false };

test("the page in black and white reads as laid out", (t) => {
  t.assert.fileSnapshot(toPage(SAMPLE, PLAIN), "test/export/fixtures/ferry.page.txt", { serializers: [String] });
});

test("in colour the words are the same, without brackets", () => {
  const page = toPage(SAMPLE, { ...PLAIN, colour: true });
  assert.match(page, /\u001b\[1;36mTransport Minister Ines Okoro\u001b\[0m/);
  assert.doesNotMatch(page, /[⟦⟧{}‹›]/);
  const words = (text: string): string => text.replace(/[⟦⟧{}‹›¹²³⁴]/g, "").replace(/\s+/g, " ");
  const body = (text: string): string => words(text).slice(words(text).indexOf("headline"));
  assert.equal(body(stripVTControlCharacters(page)), body(toPage(SAMPLE, PLAIN)));
});

test("no line is wider than the terminal", () => {
  for (const columns of [40, 57, 80, 300]) {
    const widest = Math.max(
      ...toPage(SAMPLE, { ...PLAIN, columns })
        .split("\n")
        .map(columnsOf),
    );
    assert.ok(widest <= Math.min(columns, 100), `${widest} columns on a terminal of ${columns}`);
  }
});

test("nothing in an article steers the terminal", () => {
  const text = "A\u001b]0;owned\u0007 \u202egnp.exe\u2066 \u009b2J \r\u0000\u007f \u{e0041}tag \ud800 end";
  const document = documentOf(text, {
    title: text,
    outlet: { name: text, basis: "given", span: null },
    repairs: [{ span: { from: 0, to: 3 }, reads: text, why: text }],
    remarks: [{ span: null, level: "warning", reason: text }],
  });
  const statement = statementOf({
    id: "s1",
    content: [{ from: 0, to: text.length }],
    chain: [{ name: text, kind: "person", span: null, cue: null, when: null }],
    voice: { of: "speaker", why: text },
    restsOn: `${text}!`,
    by: text,
  });
  const page = toPage(resolvedOf(document, [statement]), { ...PLAIN, name: text });
  assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  assert.match(page, /\\u\{1b\}/);
});

test("marks that cross keep their own numbers", () => {
  const text = "one two three four";
  const statements = [
    statementOf({ id: "s1", content: [{ from: 0, to: 13 }], source: { from: 0, to: 3 } }),
    statementOf({ id: "s2", content: [{ from: 4, to: 18 }], source: { from: 0, to: 3 } }),
  ];
  const [pieces] = markedBlocks(text, documentOf(text).blocks, statements, "brackets");
  assert.equal(pieces?.map((p) => p.text).join(""), "⟦¹{¹·²one} ⟦²two three¹⟧ four²⟧");
});

test("a mark over several blocks opens in the first and closes in the last", () => {
  const text = "one\n\ntwo\n\n";
  const blocks = [
    { kind: "paragraph", span: { from: 0, to: 3 } },
    { kind: "paragraph", span: { from: 5, to: 8 } },
  ] as const;
  const statements = [statementOf({ id: "s1", content: [{ from: 0, to: 10 }] })];
  const marked = markedBlocks(text, blocks, statements, "brackets");
  assert.deepEqual(
    marked.map((pieces) => pieces.map((p) => p.text).join("")),
    ["⟦¹one", "two¹⟧"],
  );
});

test("statements inside each other in a circle are all still listed", () => {
  const statements = [
    statementOf({ id: "s1", content: [{ from: 0, to: 3 }], inside: "s2" }),
    statementOf({ id: "s2", content: [{ from: 0, to: 3 }], inside: "s1" }),
  ];
  const page = toPage(resolvedOf(documentOf("one two"), statements), PLAIN);
  assert.match(page, /\n {2}1 {2}nobody named · assert\n/);
  assert.match(page, /\n {6}2 {2}nobody named · assert\n/);
});

test("the furniture of a page is counted, not shown", () => {
  const text = "Menu\n\nShare\n\nThe quay is closed.";
  const document = documentOf(text, {
    blocks: [
      { kind: "noise", span: { from: 0, to: 4 } },
      { kind: "noise", span: { from: 6, to: 11 } },
      { kind: "paragraph", span: { from: 13, to: text.length } },
    ],
  });
  const page = toPage(resolvedOf(document), PLAIN);
  assert.match(page, /noise {7}\(9 characters of the page around it\)/);
  assert.doesNotMatch(page, /Menu|Share/);
  assert.match(page, /No statements found\./);
});

test("a million letters without a space, and wide letters, are cut to the terminal", { timeout: 10_000 }, () => {
  for (const text of ["x".repeat(1_000_000), "漢".repeat(100_000)]) {
    const lines = toPage(resolvedOf(documentOf(text)), PLAIN).split("\n");
    assert.ok(lines.every((line) => columnsOf(line) <= 80));
    assert.ok(
      lines
        .filter((line) => line.startsWith(" ".repeat(12)))
        .join("")
        .replaceAll(" ", "") === text,
    );
  }
});

test("a day that was worked out is told with its reason, and not twice", () => {
  const day = (edtf: string, ...steps: string[]): string => whenWords({ edtf, basis: "derived", steps });
  assert.equal(
    day("2025-03-27", "published on Friday 28 March 2025", "the Thursday before it: Thursday 27 March 2025"),
    "Thursday 27 March 2025 (derived: published on Friday 28 March 2025; the Thursday before it)",
  );
  assert.equal(
    day("2025-03-12", "published on Wednesday 12 March 2025", "that day: Wednesday 12 March 2025", "said before"),
    "Wednesday 12 March 2025 (derived: published that day; said before)",
  );
  assert.equal(
    whenWords({ edtf: "2025-03-12T19:40:00Z", basis: "stated", steps: [] }),
    "Wednesday 12 March 2025, 19:40 UTC (stated)",
  );
  assert.equal(whenWords({ edtf: "2018", basis: "stated", steps: [] }), "2018 (stated)");
});

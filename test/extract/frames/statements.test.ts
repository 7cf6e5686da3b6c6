import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, readReport } from "../../../src/index.ts";

/** The statements of a report: framed ones by their words, nested ones behind "< ", others behind "- ". */
function statementsOf(report: string, name = "report.txt"): string[] {
  const { document, statements } = readReport(capture(Buffer.from(report), name), { reader: "fast" });
  return statements.map((s) => {
    const words = s.content.map(({ from, to }) => document.text.slice(from, to)).join(" […] ");
    return s.frame ? words : `${s.inside ? "<" : "-"} ${words}`;
  });
}

const HEAD = "Gates of Tornby stay shut\n\nThe mayor, Ilse Brand, issued the following statement on Sunday:\n\n";

test("every sentence of a frame is a statement, without its final stop", () => {
  assert.deepEqual(statementsOf(`${HEAD}The gates stay shut. Who is to blame? Nobody!\n\nThe U.S. built them.`), [
    "The gates stay shut",
    "Who is to blame?",
    "Nobody!",
    "The U.S. built them",
  ]);
});

test("what the speaker passes on is nested, what he thinks is not", () => {
  assert.deepEqual(statementsOf(`${HEAD}I think that the gates are old. The minister told us that they were safe.`), [
    "I think that the gates are old",
    "The minister told us that they were safe",
    "< that they were safe",
  ]);
});

test("a nested statement stands inside the sentence it stands in", () => {
  const { statements } = readReport(
    capture(Buffer.from(`${HEAD}We are sorry. The minister told us that they were safe.`), "report.txt"),
    { reader: "fast" },
  );
  const inner = statements.find((s) => s.frame === null);
  assert.equal(inner?.inside, statements[1]?.id);
});

test("sentences inside one pair of marks are told together", () => {
  assert.deepEqual(statementsOf(`${HEAD}My father said: “Shut the gates. Then sleep.” I agree with him.`), [
    "My father said: “Shut the gates. Then sleep.”",
    "< “Shut the gates. Then sleep.”",
    "I agree with him",
  ]);
});

test("greetings, farewells, notes of the page and numbers of a list are nobody's words", () => {
  assert.deepEqual(
    statementsOf(
      `${HEAD}Dear friends of the town\n\n1. The gates stay shut.\n\n2. The boats may turn. [laughs]\n\nYours sincerely.`,
    ),
    ["The gates stay shut", "The boats may turn"],
  );
});

test("labels are no content and no cue", () => {
  assert.deepEqual(
    statementsOf(
      "The gates of Tornby\n\nIlse Brand is the mayor.\n\nQ: Your critics say that the gates are old?\n\nIlse Brand: They are. I grew up with them.\n\nQ: Will they open?\n\nIlse Brand: We hope so.",
    ),
    [
      "Your critics say that the gates are old?",
      "< that the gates are old",
      "They are",
      "I grew up with them",
      "Will they open?",
      "We hope so",
    ],
  );
});

test("the report around a frame reads as before", () => {
  assert.deepEqual(
    statementsOf(
      "Gates of Tornby stay shut\n\nThe bishop said on Friday that the town was angry.\n\nIn a letter to the council, Mayor Ilse Brand wrote:\n\nThe gates stay shut.\n\nBrand said that the boats may turn.",
    ),
    ["- that the town was angry", "The gates stay shut", "- that the boats may turn"],
  );
});

test("a page with lists and pictures between", () => {
  const body =
    "<p>The mayor of Tornby, Ilse Brand, issued the following statement on Sunday evening, an hour after the storm had passed over the town:</p><ul><li>The gates stay shut until the last of them has been mended by the harbour office.</li><li>The boats may turn at the old pier.</li></ul><figure><img src='a.jpg'><figcaption>The gates on Sunday. Photo: Tom Birch</figcaption></figure><p>We are sorry for what has happened to the families of the pier, and we shall pay for the boats.</p><p>ENDS</p><p>The town has 40,000 people, and most of them live from the sea and what it brings.</p>";
  const page = `<html><body><article><h1>Gates of Tornby stay shut after storm, mayor says</h1>${body}</article></body></html>`;
  assert.deepEqual(statementsOf(page, "page.html").slice(-3), [
    "The gates stay shut until the last of them has been mended by the harbour office",
    "The boats may turn at the old pier",
    "We are sorry for what has happened to the families of the pier, and we shall pay for the boats",
  ]);
});

test("the words of a frame are the speaker's own, with no cue and no source beside them", () => {
  const [only] = readReport(capture(Buffer.from(`${HEAD}The gates stay shut.`), "report.txt"), {
    reader: "fast",
  }).statements;
  assert.ok(only?.frame?.source);
  assert.deepEqual([only.cue, only.source, only.manner, only.frame.kind], [null, null, "direct", "press-statement"]);
});

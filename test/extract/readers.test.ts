import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FastReader } from "../../src/extract/fast/fastReader.ts";
import { FullReader, LONGEST_TEXT } from "../../src/extract/full/fullReader.ts";
import { NoRuntimeError } from "../../src/extract/full/runtime.ts";
import type { Proposal, StatementReader } from "../../src/extract/proposal.ts";
import type { Reading } from "../../src/model/reading.ts";
import { read } from "../../src/read/read.ts";
import { paragraphsOf } from "../read/documentOf.ts";

/** The full reader, or why it can't be had here: its runtime is an optional dependency, made for some platforms. */
function fullReader(threads: number): FullReader | string {
  try {
    return new FullReader(new FastReader(), threads);
  } catch (error) {
    if (error instanceof NoRuntimeError) return error.message;
    throw error;
  }
}

const READERS: readonly [name: string, reader: StatementReader | string][] = [
  ["reader-fast-en-1", new FastReader()],
  ["reader-full-en-1", fullReader(2)],
];

const readingOf = (text: string): Reading => read(paragraphsOf(text)).reading;

/** A statement in words: [source] <cue> content // content, with two spaces in front for each one it is nested in. */
function inWords(text: string, reader: StatementReader): string[] {
  const reading = readingOf(text);
  const found = reader.propose(reading, 0);
  const words = (s: { from: number; to: number } | null): string =>
    s ? reading.document.text.slice(s.from, s.to) : "";
  const depth = (p: Proposal): number => {
    const outer = found.find((x) => x.key === p.inside);
    return outer ? depth(outer) + 1 : 0;
  };
  return found.map(
    (p) => `${"  ".repeat(depth(p))}[${words(p.source)}] <${words(p.cue)}> ${p.content.map(words).join(" // ")}`,
  );
}

/** Sentences any reader must read rightly. */
const PLAIN: readonly [text: string, ...statements: string[]][] = [
  ["Mara Quill said the dam would hold.", "[Mara Quill] <said> the dam would hold"],
  ["“The dam will hold,” Mara Quill said on Friday.", "[Mara Quill] <said> “The dam will hold,”"],
  ["According to the ministry, nine boats were lost.", "[the ministry] <According to> nine boats were lost"],
  ["Nine boats were lost, the harbour master told reporters.", "[the harbour master] <told> Nine boats were lost"],
  ["The river rose in the night, and two bridges were closed."],
  ["He walked to the quay and opened the gate."],
];

const REPORT = [
  "Tarvia will not reopen the strait before spring, its foreign minister said on Monday.",
  "“We are not ready,” Oskar Solvan told a press conference in Altheim, “and nobody should expect it.”",
  "The ferry sailed at noon with forty people on board.",
  "Analysts believe that the ministry is waiting for a second offer; one of them, Ilse Brandvold, called the delay “a costly game”.",
  "The Tarvian Telegraph Agency said that Mr Solvan had vowed to keep the ports open.",
].join("\n\n");

for (const [name, reader] of READERS)
  describe(name, { skip: typeof reader === "string" ? reader : false }, () => {
    if (typeof reader === "string") return;

    for (const [text, ...statements] of PLAIN) test(text, () => assert.deepEqual(inWords(text, reader), statements));

    test("says who read, and keeps to its keys and to the text", () => {
      const reading = readingOf(REPORT);
      const found = reader.propose(reading, 40);
      assert.ok(found.length >= 5, `${found.length} found`);
      assert.deepEqual(
        found.map((p) => p.key),
        found.map((_, k) => 40 + k),
      );
      for (const p of found) {
        assert.equal(p.by, name);
        assert.ok(p.confidence > 0 && p.confidence < 1, `confidence ${p.confidence}`);
        assert.ok(p.cue && p.content.length > 0);
        for (const s of [p.cue, ...(p.source ? [p.source] : []), ...p.content])
          assert.ok(s.from < s.to && s.to <= reading.document.text.length);
        assert.ok(p.inside === null || found.some((outer) => outer.key === p.inside && outer.key < p.key));
      }
    });

    test("finds a statement inside a statement", () => {
      const found = inWords(REPORT, reader);
      assert.ok(
        found.some((line) => line.startsWith("  [Mr Solvan] <had vowed>")),
        found.join("\n"),
      );
    });

    test("reads the same text alike, whatever was read between", () => {
      const before = JSON.stringify(reader.propose(readingOf(REPORT), 0));
      for (const [text] of PLAIN) reader.propose(readingOf(text), 0);
      assert.equal(JSON.stringify(reader.propose(readingOf(REPORT), 0)), before);
    });

    test("an empty text has no statements", () => assert.deepEqual(reader.propose(readingOf(""), 0), []));
  });

const [one, two] = [fullReader(1), fullReader(2)];

describe("the full reader", { skip: typeof one === "string" ? one : false }, () => {
  if (typeof one === "string" || typeof two === "string") return;

  test("reads alike with one thread and with two", () => {
    assert.equal(JSON.stringify(one.propose(readingOf(REPORT), 0)), JSON.stringify(two.propose(readingOf(REPORT), 0)));
  });

  test("leaves a text too long for it to the fast reader, which signs for it", () => {
    const text = "The envoy said no. ".repeat(LONGEST_TEXT / 3);
    const found = one.propose(readingOf(text), 0);
    assert.deepEqual([...new Set(found.map((p) => p.by))], ["reader-fast-en-1"]);
  });
});

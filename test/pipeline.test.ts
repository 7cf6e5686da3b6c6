import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { capture } from "../src/ingest/ingest.ts";
import type { Span } from "../src/model/span.ts";
import { contains, overlaps, slice } from "../src/model/span.ts";
import type { Resolved, Statement } from "../src/model/statement.ts";
import { type ReadOptions, readReport } from "../src/pipeline.ts";

const EXAMPLES = new URL("../examples/", import.meta.url);
const files = readdirSync(EXAMPLES).filter((file) => /\.(?:txt|html)$/.test(file));

const example = (file: string, options: ReadOptions = {}): Resolved =>
  readReport(capture(readFileSync(new URL(file, EXAMPLES)), file), { reader: "fast", ...options });
const report = (text: string, options: ReadOptions = {}): Resolved =>
  readReport(capture(Buffer.from(text), "a test"), { reader: "fast", ...options });

const spansOf = (s: Statement): Span[] => [
  ...s.content,
  ...[s.cue, s.source, s.opener].filter((span) => span !== null),
];

test("the same bytes give the same, whatever was read in between", () => {
  const first = files.map((file) => example(file));
  const again = files.toReversed().map((file) => example(file));
  assert.deepEqual(again.toReversed(), first);
  report("Reuters said “nothing” happened. ".repeat(50));
  assert.deepEqual(example(files[0] as string), first[0]);
});

test("statements below the least confidence are left out, the others stay as they are", () => {
  const all = example("wire-story.txt").statements;
  for (const least of [0.3, 0.6, 0.9]) {
    const kept = example("wire-story.txt", { minConfidence: least }).statements;
    assert.deepEqual(
      kept,
      all.filter((s) => s.confidence >= least),
    );
  }
  assert.ok(example("wire-story.txt", { minConfidence: 0.9 }).statements.length < all.length);
  assert.deepEqual(example("wire-story.txt", { minConfidence: 1.1 }).statements, []);
});

test("every offset slices words out of the text, clean at its edges", () => {
  for (const file of files) {
    const { document, statements } = example(file);
    assert.ok(statements.length > 0, file);
    for (const s of statements) {
      assert.ok(s.content.length > 0 && s.chain.length > 0, `${file} ${s.id}`);
      for (const span of [...spansOf(s), ...s.chain.flatMap((hop) => (hop.span ? [hop.span] : []))]) {
        const words = slice(document.text, span);
        assert.equal(words, words.trim(), `${file} ${s.id}: “${words}”`);
        // A signature's cue is its dash, an interview's the colon behind the name.
        assert.match(words, span === s.cue ? /[\p{L}:—–-]/u : /[\p{L}\p{N}]/u, `${file} ${s.id}`);
      }
      for (let i = 1; i < s.content.length; i++)
        assert.ok((s.content[i - 1] as Span).to <= (s.content[i] as Span).from, `${file} ${s.id}: pieces out of order`);
      if (s.inside)
        assert.ok(
          statements.some((outer) => outer.id === s.inside),
          `${file} ${s.id}`,
        );
      assert.ok(s.confidence > 0 && s.confidence <= 1, `${file} ${s.id}`);
    }
    assert.equal(new Set(statements.map((s) => s.id)).size, statements.length);
  }
});

test("a report in another language gives no statements, and a remark says why", () => {
  const { document, statements, remarks } = report(
    "강변의 오래된 댐이 무너졌다고 시장이 월요일 말했다. 그는 “아무도 다치지 않았다”고 덧붙였다. 주민들은 학교로 대피했으며 비는 사흘째 내리고 있다. 당국은 복구에 한 달이 걸릴 것으로 내다봤다.",
  );
  assert.equal(document.language, "ko");
  assert.deepEqual(statements, []);
  assert.ok(remarks.some(({ level, reason }) => level === "warning" && reason.includes("Korean")));
});

test("every statement says which reader found it", () => {
  for (const reader of ["fast", "full"] as const) {
    const [statement] = report("“No,” said Mara Quill.", { reader }).statements;
    assert.match(statement?.by ?? "", new RegExp(`^reader-${reader}-`));
  }
});

const SILENT = new Set(["caption", "dateline", "byline", "noise", "source-line"]);
const RUNNING = new Set(["paragraph", "list-item", "block-quote"]);

test("nobody speaks in pictures, datelines, bylines, source lines and the debris of a page", () => {
  for (const file of files) {
    const { document, statements } = example(file);
    const silent = document.blocks.filter((block) => SILENT.has(block.kind));
    for (const s of statements)
      for (const span of spansOf(s))
        for (const block of silent)
          assert.ok(!overlaps(span, block.span), `${file}: “${slice(document.text, span)}” in ${block.kind}`);
  }
});

/** A quotation shorter than this may be a label, a title or a nickname. */
const FEWEST_WORDS = 4;

/** Quotations in running text that are in no statement, by file and first words, with the reason. */
const UNATTRIBUTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "analysis-with-experts.txt": { "line of peaceful neighbourhood": "a label: the so-called …" },
  "page-with-debris.html": {
    "I heard him say it": "a block quotation behind narration; whose words it is, nothing beside it says",
  },
  "windows-1252-report.txt": { "mostly the old": "“as … puts it” around a long apposition: the reader misses it" },
};

for (const file of files)
  test(`every longer quotation is somebody's, or known not to be: ${file}`, () => {
    const { document, quotations, statements } = example(file);
    const contents = statements.flatMap((s) => s.content);
    for (const { span, inner, depth } of quotations) {
      const words = slice(document.text, inner);
      const block = document.blocks.find((b) => contains(b.span, span));
      if (depth > 0 || !block || !RUNNING.has(block.kind) || words.split(/\s+/).length < FEWEST_WORDS) continue;
      if (Object.keys(UNATTRIBUTED[file] ?? {}).some((start) => words.startsWith(start))) continue;
      // The comma before the cue may be left outside where a closing mark is missing.
      const core = { from: inner.from, to: Math.max(inner.from, inner.to - 1) };
      assert.ok(
        contents.some((piece) => contains(piece, core)),
        words,
      );
    }
  });

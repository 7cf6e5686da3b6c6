import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { toJsonLine, toReading } from "../src/export/contract.ts";
import { toPage } from "../src/export/page.ts";
import { readingLine } from "../src/export/schema.ts";
import { faultOf } from "../src/export/spans.ts";
import { capture } from "../src/ingest/ingest.ts";
import { UserError } from "../src/model/errors.ts";
import { contains } from "../src/model/span.ts";
import type { Span } from "../src/model/span.ts";
import type { Resolved } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";
import { mutated } from "./fuzz.mutations.ts";
import { PAGES } from "./fuzz.pages.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");
/** The reports that are damaged: the examples and the invented pages. */
export const SOURCES: readonly Uint8Array[] = [
  ...readdirSync(EXAMPLES)
    .filter((name) => /\.(?:txt|html?)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(EXAMPLES, name))),
  ...PAGES.map((page) => Buffer.from(page)),
];

function inOrder(what: string, spans: readonly Span[], within: Span): void {
  let end = within.from;
  for (const span of spans) {
    assert.ok(span.from >= end && span.to >= span.from, `${what}: ${span.from}–${span.to} after ${end}`);
    end = span.to;
  }
  assert.ok(end <= within.to, `${what} reach ${end}, beyond ${within.to}`);
}

function allInside(what: string, spans: readonly Span[], within: Span): void {
  for (const span of spans) assert.ok(contains(within, span), `${what}: ${span.from}–${span.to}`);
}

/** Asserts everything that holds of any reading. */
export function checkReading(resolved: Resolved): void {
  const { document, tokens, sentences, quotations, statements, trace } = resolved;
  const whole = { from: 0, to: document.text.length };
  const blocks = document.blocks.map(({ span }) => span);
  inOrder("blocks", blocks, whole);
  inOrder(
    "repairs",
    document.repairs.map(({ span }) => span),
    whole,
  );
  inOrder("tokens", tokens, whole);
  inOrder("sentences", sentences, whole);
  for (const sentence of sentences) {
    allInside("a sentence in its block", [sentence], blocks[sentence.block] as Span);
    allInside("the tokens of a sentence", tokens.slice(sentence.first, sentence.last), sentence);
  }
  allInside(
    "quotations",
    quotations.map(({ span }) => span),
    whole,
  );
  for (const { span, inner } of quotations) allInside("the words between the marks", [inner], span);
  allInside(
    "trace",
    trace.map(({ span }) => span),
    whole,
  );
  const ids = new Set(statements.map(({ id }) => id));
  assert.equal(ids.size, statements.length, "statements have ids of their own");
  for (const { id, inside } of statements) assert.ok(inside === null || (ids.has(inside) && inside !== id));

  const line = toReading(resolved, { path: "fuzz" });
  const parsed = readingLine.safeParse(line);
  assert.ok(parsed.success, parsed.error?.message);
  assert.equal(faultOf(line), null);
  const page = toPage(resolved, { name: "fuzz", columns: 80, colour: false });
  assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

/** Null where the bytes are refused. Throws what is not the input's fault. */
export function read(bytes: Uint8Array): Resolved | null {
  try {
    return readReport(capture(bytes, "fuzz"), { reader: "fast" });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Damages one source as the seed says, reads it and asserts what holds of any reading. Says whether it was read. */
export function checkDamaged(seed: number): boolean {
  const bytes = mutated(SOURCES[seed % SOURCES.length] as Uint8Array, seed);
  const resolved = read(bytes);
  if (!resolved) return false;
  checkReading(resolved);
  if (seed % 10 === 0) {
    const again = read(bytes) as Resolved;
    assert.equal(toJsonLine(toReading(again, { path: "" })), toJsonLine(toReading(resolved, { path: "" })));
  }
  return true;
}

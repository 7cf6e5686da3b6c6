import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeWords } from "../../src/export/repairs.ts";
import type { Repair } from "../../src/model/document.ts";

function repair(from: number, to: number, reads: string, why: string): Repair {
  return { span: { from, to }, reads, why };
}

function asShown(text: string, ...repairs: Repair[]): [string, string, string][] {
  return wholeWords(text, repairs).map(({ span, reads, why }) => [text.slice(span.from, span.to), reads, why]);
}

test("an insertion is shown on the word it stands in", () => {
  assert.deepEqual(asShown("at the quayIslanders met", repair(11, 11, " ", "glued words")), [
    ["quayIslanders", "quay Islanders", "glued words"],
  ]);
});

test("several edits in one word come out as one, each reason once", () => {
  const shown = asShown(
    "theoldquay''s",
    repair(3, 3, " ", "glued words"),
    repair(6, 6, " ", "glued words"),
    repair(11, 12, "", "doubled apostrophe"),
  );
  assert.deepEqual(shown, [["theoldquay''s", "the old quay's", "glued words, doubled apostrophe"]]);
});

test("a word passed over is shown with its twin", () => {
  assert.deepEqual(asShown("closed to to freight", repair(6, 9, "", "doubled word")), [
    ["closed to to", "closed to", "doubled word"],
  ]);
  assert.deepEqual(asShown("closed to to freight", repair(10, 13, "", "doubled word")), [
    ["to freight", "freight", "doubled word"],
  ]);
});

test("edits in different words stay apart, and letters of two units stay whole", () => {
  assert.deepEqual(asShown("𝒜b cd", repair(2, 2, "-", "x"), repair(5, 5, "-", "y")), [
    ["𝒜b", "𝒜-b", "x"],
    ["cd", "c-d", "y"],
  ]);
});

test("no-break spaces between no words are shown alone", () => {
  assert.deepEqual(asShown("a.\n\u00a0\nb", repair(3, 4, " ", "no-break space")), [["\u00a0", " ", "no-break space"]]);
});

test("a hundred thousand edits in one endless word take no longer than the word", { timeout: 5000 }, () => {
  const text = "a".repeat(1_000_000);
  const repairs = Array.from({ length: 100_000 }, (_, i) => repair(i * 10, i * 10, " ", "glued words"));
  const [only, ...others] = wholeWords(text, repairs);
  assert.equal(others.length, 0);
  assert.deepEqual(only?.span, { from: 0, to: 1_000_000 });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, ingest } from "../../src/ingest/ingest.ts";

function noteOn(text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  return ingest(capture(bytes, "test"), { mediaType: "text/plain" }).remarks.find(({ reason }) =>
    reason.includes("has no year"),
  )?.reason;
}

const REPORT = (lede: string, rest: string): string =>
  `Duke dismisses head of guard\n\nMINSK, Jan. 12 (Baltic Wire) — ${lede}\n\n${rest}\n`;

test("a dateline without a year: its weekday and the last year told of leave one", () => {
  assert.match(
    noteOn(REPORT("The duke on Wednesday dismissed the head of the guard.", "He had won the vote of August 2020.")) ??
      "",
    /12 January is first a Wednesday in 2022$/,
  );
});

test("no year is named for it where the text does not tell", () => {
  const plain = /it has no year$/;
  assert.match(
    noteOn(REPORT("The duke dismissed the head of the guard.", "He had won the vote of August 2020.")) ?? "",
    plain,
  );
  assert.match(noteOn(REPORT("The duke on Wednesday dismissed the head.", "He had won an earlier vote.")) ?? "", plain);
  assert.match(
    noteOn(REPORT("The duke, back since Wednesday, spoke.", "He had won the vote of August 2020.")) ?? "",
    plain,
  );
  assert.match(noteOn(REPORT("The duke spoke on Wednesday.", "He will leave by August 2030.")) ?? "", plain);
});

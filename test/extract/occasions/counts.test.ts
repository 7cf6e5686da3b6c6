import assert from "node:assert/strict";
import { test } from "node:test";
import { findCounts } from "../../../src/extract/occasions/counts.ts";
import { dropCounts } from "../../../src/extract/refiners/dropCounts.ts";
import { refined } from "../proposals.ts";
import { contextFor, wordsAt } from "./lines.ts";

/** The bound, the number, of what, the term, who: joined by bars. */
const found = (text: string): string[] =>
  findCounts(contextFor(text)).map((c) =>
    [c.bound, c.count, c.of, wordsAt(text, c.term), wordsAt(text, c.who), wordsAt(text, c.occasion)].join("|"),
  );

const FOUND: readonly (readonly [string, string])[] = [
  [
    "The marshal mentioned “harvest” 27 times during a plenary session.",
    "exactly|27|term|harvest|The marshal|plenary session",
  ],
  ["He used the term “honour” at least twelve times.", "at-least|12|term|honour|He|"],
  ["Lehto spoke of trust five times in her speech.", "exactly|5|term|trust|Lehto|speech"],
  ["The word “peace” appeared twice.", "exactly|2|term|peace||"],
  ["She repeated the phrase “iron will” nearly twenty times.", "at-most|20|term|iron will|She|"],
  ["Solvan has not once used the word “war”.", "exactly|0|term|war|Solvan|"],
  ["Not once did he mention the islands.", "exactly|0|term|islands|he|"],
  ["The two men met three times.", "exactly|3|deed|met|The two men|"],
  ["The king visited the north more than ten times.", "at-least|10|deed|visited the north|The king|"],
  [
    "Photographs showed the marshal's visits to at least four farms in five days.",
    "at-least|4|deed|visits to at least four farms|marshal|",
  ],
  ["Ostrel has tested six missiles this year.", "exactly|6|deed|tested six missiles|Ostrel|"],
  [
    "The court has executed about thirty-two prisoners since May.",
    "about|32|deed|executed about thirty-two prisoners|The court|",
  ],
  ["Marsh cited the treaty 1,200 times.", "exactly|1200|term|treaty|Marsh|"],
];

test("counts", async (t) => {
  for (const [text, line] of FOUND) await t.test(text, () => assert.deepEqual(found(text), [line]));
});

const NONE: readonly string[] = [
  "It was three times as large.",
  "She meets them twice a week.",
  "He told the New York Times.",
  "Once the vote is over, he will say more.",
  "They are four times champions.",
  "The price rose ten times.",
  "He visited two sisters.",
  "The dam leaked at times.",
  "All at once he used it.",
  "He met six miles from here in five days.",
];

test("no counts", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(found(text), []));
});

test("a counted word is no statement, what is said of a count is one", () => {
  assert.ok("drop" in refined(dropCounts, "[s The marshal] [c mentioned] [q “harvest” 27 times]."));
  assert.ok("drop" in refined(dropCounts, "[s He] [c used] [q the term “honour” twelve times]."));
  for (const kept of [
    "[s He] [c said] [q the marshal used the term “honour” twelve times].",
    "[s She] [c mentioned] [q that the dam had burst three times].",
    "[s She] [c said] [q it twice].",
  ])
    assert.ok(!("drop" in refined(dropCounts, kept)), kept);
});

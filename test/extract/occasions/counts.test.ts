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

const SEVERAL: readonly (readonly [string, readonly string[]])[] = [
  [
    "She used the word “dam” 19 times in her address, and “war” 11 times.",
    ["19|dam|She|in her address", "11|war|She|"],
  ],
  [
    "He referred to Ostrel six times and to Valdia twice in the same speech.",
    ["6|Ostrel|He|", "2|Valdia|He|in the same speech"],
  ],
  [
    "Solvan has mentioned Ostrel 61 times in nine speeches this year, compared with 34 times over the same period last year.",
    ["61|Ostrel|Solvan|in nine speeches this year", "34|Ostrel|Solvan|over the same period last year"],
  ],
  [
    "“Calm” was mentioned nine times in the statement, up from four in 2022.",
    ["9|Calm||in the statement", "4|Calm||in 2022"],
  ],
  [
    "He mentioned Ostrel seven times, Valdia twice and Solvania not once.",
    ["7|Ostrel|He|", "2|Valdia|He|", "0|Solvania|He|"],
  ],
  ["She used the word “break” only once.", ["1|break|She|"]],
  ["Quill has not uttered the word “dam” even once.", ["0|dam|Quill|"]],
  [
    "She has missed four of the board's last six meetings.",
    ["4|missed four of the board's last six meetings|She|last six meetings"],
  ],
  ["He visited three units and a mill in a single trip.", ["3|visited three units|He|in a single trip"]],
  // What is compared is not the same count, what is said no term.
  ["He used the word “dam” six times, compared with 34 deaths in May.", ["6|dam|He|"]],
  ["She says the clerk refused three times to answer.", []],
];

test("counts that hang together, and over what they were taken", async (t) => {
  for (const [text, lines] of SEVERAL)
    await t.test(text, () =>
      assert.deepEqual(
        findCounts(contextFor(text)).map((c) =>
          [c.count, wordsAt(text, c.term), wordsAt(text, c.who), wordsAt(text, c.over)].join("|"),
        ),
        lines,
      ),
    );
});

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

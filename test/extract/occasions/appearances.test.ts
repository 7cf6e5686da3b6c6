import assert from "node:assert/strict";
import { test } from "node:test";
import { findAppearances } from "../../../src/extract/occasions/appearances.ts";
import { contextFor, wordsAt } from "./lines.ts";

/** Kind, who, what: joined by bars. */
const found = (text: string): string[] =>
  findAppearances(contextFor(text)).map((a) => [a.kind, wordsAt(text, a.who), wordsAt(text, a.what)].join("|"));

const FOUND: readonly (readonly [string, string])[] = [
  ["Ilse Brandvold was appointed foreign minister on Monday.", "appointed|Ilse Brandvold|foreign minister"],
  [
    "Pavol Hudák was named chairman of the State Affairs Commission.",
    "appointed|Pavol Hudák|chairman of the State Affairs Commission",
  ],
  ["The assembly elected Mara Quill president.", "appointed|Mara Quill|president"],
  ["He was promoted to general.", "appointed|He|general"],
  ["Sanna Lehto was elected to parliament in 2009.", "appointed|Sanna Lehto|parliament"],
  ["Tom Birch was dismissed as chief of staff.", "removed|Tom Birch|chief of staff"],
  ["Eva Moss resigned as governor on Friday.", "removed|Eva Moss|governor"],
  ["Gen. Ante Marsh was demoted.", "removed|Gen. Ante Marsh|"],
  ["She has stepped down as leader of the party.", "removed|She|leader of the party"],
  [
    "Choe Min was included in a list of officials “directly appointed” as members of the committee.",
    "appointed|Choe Min|members of the committee",
  ],
  ["Mats Rønne is expected to be named ambassador.", "expected|Mats Rønne|ambassador"],
  ["A cabinet reshuffle is expected this week.", "expected||cabinet reshuffle"],
  ["A party reshuffle was on the cards.", "expected||party reshuffle"],
  ["Solvan attended the funeral of the poet on Sunday.", "appeared|Solvan|the funeral of the poet"],
  ["The king made his first public appearance in a month.", "appeared|The king|his first public appearance"],
  ["Marshal Solvan was seen for the first time since May.", "appeared|Marshal Solvan|for the first time"],
  ["The chairman was absent from the parade.", "absent|The chairman|the parade"],
  ["Rosa Quispe was conspicuously absent from a plenary meeting.", "absent|Rosa Quispe|a plenary meeting"],
  ["Solvan has not been seen in public since June.", "absent|Solvan|in public"],
];

const LISTED: readonly (readonly [string, readonly string[]])[] = [
  [
    "He inspected the dam, accompanied by Ilse Brandvold and minister Tom Birch.",
    ["appeared|Ilse Brandvold|", "appeared|minister Tom Birch|"],
  ],
  ["She was accompanied by Eva Moss, a secretary of the party, and other officials on Monday.", ["appeared|Eva Moss|"]],
  [
    "Present there were Ilse Brandvold, Tom Birch and Kim Ha-neul, members of the Water Board.",
    ["appeared|Ilse Brandvold|", "appeared|Tom Birch|", "appeared|Kim Ha-neul|"],
  ],
  ["Present at the meeting were Eva Moss and officials concerned.", ["appeared|Eva Moss|the meeting"]],
  ["Attending the ceremony was Tom Birch.", ["appeared|Tom Birch|the ceremony"]],
  ["Tom Birch was relieved of his post as minister of water.", ["removed|Tom Birch|minister of water"]],
  // Nobody who came along.
  ["The storm was accompanied by heavy rain.", []],
  ["Present there were officials concerned.", []],
  ["Present prices were high.", []],
  ["Each report is accompanied by a map of the Water Board.", []],
  ["She was relieved of her pain.", []],
];

test("who came along and who was there, one by one", async (t) => {
  for (const [text, lines] of LISTED) await t.test(text, () => assert.deepEqual(found(text), lines));
});

test("offices and appearances", async (t) => {
  for (const [text, line] of FOUND) await t.test(text, () => assert.deepEqual(found(text), [line]));
});

const NONE: readonly string[] = [
  "If he were elected president, he would leave.",
  "A retired general spoke.",
  "The newly elected mayor smiled.",
  "He dismissed the minister as a clown.",
  "“I was named chairman,” Quill said.",
  "The ship was named after a queen.",
  "The pump was replaced as planned.",
  "The meeting was well attended.",
  "She was the first woman to be appointed judge.",
  "Water was absent from the tank.",
  "He was not elected chairman.",
  "The committee will attend to it.",
  "He retired to his room.",
];

test("no office, no appearance", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(found(text), []));
});

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
    ["appeared|He|the dam", "appeared|Ilse Brandvold|", "appeared|minister Tom Birch|"],
  ],
  ["She was accompanied by Eva Moss, a secretary of the party, and other officials on Monday.", ["appeared|Eva Moss|"]],
  [
    "Present there were Ilse Brandvold, Tom Birch and Kim Ha-neul, members of the Water Board.",
    ["appeared|Ilse Brandvold|", "appeared|Tom Birch|", "appeared|Kim Ha-neul|"],
  ],
  ["Present at the meeting were Eva Moss and officials concerned.", ["appeared|Eva Moss|the meeting"]],
  ["Attending the ceremony was Tom Birch.", ["appeared|Tom Birch|the ceremony"]],
  [
    "Ante Marsh, 52, replaces Tom Birch, who will become ambassador to Ostrel.",
    ["appointed|Ante Marsh|", "removed|Tom Birch|", "expected|Tom Birch|ambassador to Ostrel"],
  ],
  [
    "Chief of Staff Tom Birch was replaced by Ante Marsh.",
    ["removed|Chief of Staff Tom Birch|Chief of Staff Tom Birch", "appointed|Ante Marsh|Chief of Staff Tom Birch"],
  ],
  [
    "Solvan dismissed the head of his dam council and named his former driver to the post.",
    ["removed||head of his dam council", "appointed|his former driver|post"],
  ],
  ["Solvan fired his interior and energy ministers.", ["removed||interior and energy ministers"]],
  [
    "Solvan fired Energy Minister Tom Birch on Monday.",
    ["removed|Energy Minister Tom Birch|Energy Minister Tom Birch"],
  ],
  [
    "Police chief Ante Marsh would take over at the energy ministry.",
    ["expected|Police chief Ante Marsh|energy ministry"],
  ],
  ["Mara Quill, a lawyer who ran his campaign, becomes energy minister.", ["appointed|Mara Quill|energy minister"]],
  ["Solvan has fired the head of the dam agency, Tom Birch, on Friday.", ["removed|Tom Birch|head of the dam agency"]],
  ["Eva Moss was named dam adviser, succeeding Tom Birch.", ["appointed|Eva Moss|dam adviser", "removed|Tom Birch|"]],
  ["The king accepted the resignation of Tom Birch as dam commissioner.", ["removed|Tom Birch|dam commissioner"]],
  ["It appointed Ante Marsh to succeed him.", ["appointed|Ante Marsh|"]],
  [
    "The board voted 5-2 to appoint Assistant Superintendent Eva Moss as superintendent.",
    ["appointed|Assistant Superintendent Eva Moss|superintendent"],
  ],
  ["Ante Marsh, nominated as defence minister, kept silent.", ["expected|Ante Marsh|defence minister"]],
  ["The head of the bank, Tom Birch, has resigned with immediate effect.", ["removed|Tom Birch|"]],
  ["Tom Birch is tipped to replace Eva Moss.", ["expected|Tom Birch|"]],
  [
    "Tom Birch, Eva Moss and Ante Marsh did not attend the summit.",
    ["absent|Tom Birch|the summit", "absent|Eva Moss|the summit", "absent|Ante Marsh|the summit"],
  ],
  ["The Ostrel emir, who is ill, skipped the parade.", ["absent|The Ostrel emir|the parade"]],
  ["Tom Birch and Eva Moss were conspicuous by their absence.", ["absent|Tom Birch|", "absent|Eva Moss|"]],
  ["Tom Birch had visited three mills and a dam in a single trip.", ["appeared|Tom Birch|three mills and a dam"]],
  ["Eva Moss chaired the second session of the council.", ["appeared|Eva Moss|the second session of the council"]],
  ["It was his first public appearance since May.", ["appeared|his|first public appearance"]],
  ["Ostrel was represented by Speaker Tom Birch.", ["appeared|Speaker Tom Birch|"]],
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
  "He dismissed the minister's remarks.",
  "The court dismissed the case against the mayor.",
  "He'd probably replace the pump.",
  "Once she becomes president, she will leave.",
  "She became a leader of men.",
  "The town was visited by many.",
  "He would attend the ceremony, she said.",
];

test("no office, no appearance", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(found(text), []));
});

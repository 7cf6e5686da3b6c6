import assert from "node:assert/strict";
import { test } from "node:test";
import { findOccasions } from "../../../src/extract/occasions/occasions.ts";
import { contextFor, wordsAt } from "./lines.ts";

const found = (text: string): string[] =>
  findOccasions(contextFor(text)).map((o) => `${o.day === null ? "" : `${o.day}: `}${wordsAt(text, o.span)}`);

const FOUND: readonly (readonly [string, ...string[]])[] = [
  ["The marshal spoke at the congress.", "congress"],
  ["The Farmers' Party congress opened on Monday.", "Farmers' Party congress"],
  ["She vowed to stay during a plenary session of the Central Committee.", "plenary session of the Central Committee"],
  ["On the third day of the congress he spoke.", "3: third day of the congress", "congress"],
  ["On day two of the Ostrel summit they met.", "2: day two of the Ostrel summit", "Ostrel summit"],
  ["The opening day of the conference was quiet.", "1: opening day of the conference", "conference"],
  ["He admitted it in his opening speech to the hall.", "opening speech"],
  ["Hudák told the Morning Call in an interview that he was tired.", "interview"],
  ["In a statement, the bank said it was sorry.", "statement"],
  ["“We waited,” she told a news conference.", "news conference"],
  ["Solvan delivered his inaugural address on Monday.", "inaugural address"],
  ["Quill spoke at the second Ostrel-U.K. summit in May.", "second Ostrel-U.K. summit"],
  ["Marsh and Birch met in a televised debate.", "televised debate"],
  ["It was said in the meeting of the Upper Assembly on Thursday.", "meeting of the Upper Assembly"],
  ["The president gave the State of the Union address.", "State of the Union address"],
  ["She said so in a letter.", "letter"],
  ["Marsh told a gathering of crane drivers on Thursday that he would stay.", "gathering of crane drivers"],
  ["Birch told his cabinet on Sunday that the dam would hold.", "cabinet"],
  ["He told a business forum in Ostrel on Tuesday that prices would fall.", "business forum"],
  ["She attended a symposium and skipped Wednesday's ceremony.", "symposium", "Wednesday's ceremony"],
  ["He said so at a meeting of the Harbour Council last week.", "meeting of the Harbour Council"],
  [
    "She chaired the 9th meeting of the Dams and Rivers Tax (DRT) Council.",
    "9th meeting of the Dams and Rivers Tax (DRT) Council",
  ],
  ["At the Party of Order's congress he was silent.", "Party of Order's congress"],
  ["He will attend the Ostrel Economic Forum Annual Meeting.", "Ostrel Economic Forum Annual Meeting"],
  ["She used the word in a 12-minute statement, Birch said.", "12-minute statement"],
  ["He spoke at the Danube Forum in Ostrel.", "Danube Forum"],
];

test("occasions", async (t) => {
  for (const [text, ...words] of FOUND) await t.test(text, () => assert.deepEqual(found(text), words));
});

const NONE: readonly string[] = [
  "Congress passed the bill.",
  "They signed the Geneva Convention.",
  "He climbed to the summit of Mount Ararat.",
  "She sent it to his e-mail address.",
  "The debate over taxes goes on.",
  "A statement was found in the safe.",
  "The interview room was empty.",
  "He will address the crowd.",
  "Shares rose in a late rally.",
  "The letter was lost.",
  "“He bluffs,” said Ilse Rask, an analyst at the Ostrel-based Danube Forum.",
  "The Danube Forum said that it knew nothing.",
  "The Mill Forum, a weekly newspaper, closed in 2019.",
  "The director of the Free Word Congress resigned.",
  "The 14th Farmers’ Congress will open its second sitting in March.",
  "It held its rate for the seventh meeting in a row.",
  "The friendly, the sides' fourth meeting, was a bore.",
  "No such session took place.",
  "“State of the Union” is a film.",
];

test("no occasions", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(found(text), []));
});

const STATUS: readonly (readonly [string, string | null])[] = [
  ["He was due to deliver the annual budget speech to parliament.", "expected"],
  ["A summit with the Ostrel leader, planned for October, would be his fifth.", "expected"],
  ["The council will hold an emergency meeting on Monday.", "expected"],
  ["The party cancelled a rally planned for Friday.", "cancelled"],
  ["The vigil outside the bank has been called off.", "cancelled"],
  ["The chancellor's Harbour Hall speech on Thursday was postponed.", "cancelled"],
  ["He said so at a rally on Friday.", null],
  ["At the summit she said the rally would be huge.", null],
];

test("what was not held, or not yet", async (t) => {
  for (const [text, status] of STATUS)
    await t.test(text, () => assert.equal(findOccasions(contextFor(text))[0]?.status ?? null, status));
});

test("an occasion of a pack is named by it", () => {
  const [only] = findOccasions(contextFor("He spoke at the Munich Security Conference."));
  assert.equal(only?.known?.name, "Munich Security Conference");
});

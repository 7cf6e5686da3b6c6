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
  "“State of the Union” is a film.",
];

test("no occasions", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(found(text), []));
});

test("an occasion of a pack is named by it", () => {
  const [only] = findOccasions(contextFor("He spoke at the Munich Security Conference."));
  assert.equal(only?.known?.name, "Munich Security Conference");
});

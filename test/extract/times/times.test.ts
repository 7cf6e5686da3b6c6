import assert from "node:assert/strict";
import { test } from "node:test";
import { findTimes } from "../../../src/extract/times/times.ts";
import type { Pack } from "../../../src/model/pack.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

const NO_PACKS: readonly Pack[] = [];

/** The words of each time found, its type behind a colon where it is no date. */
function found(text: string): string[] {
  const { reading } = read(paragraphsOf(text));
  return findTimes(reading, NO_PACKS).map(
    ({ span, type }) => `${text.slice(span.from, span.to)}${type === "DATE" ? "" : `: ${type}`}`,
  );
}

const FINDS: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "days and months": [
    ["It sank on Friday off Ostrel.", "Friday"],
    ["It sank on Friday, Oct. 13, off Ostrel.", "Friday, Oct. 13"],
    ["It sank on 7 January 2021.", "7 January 2021"],
    ["On the 3rd of May it sank.", "the 3rd of May"],
    ["It sank on April 24 and 25.", "April 24", "25"],
    ["Last May it sank; in July last year it was raised.", "Last May", "July last year"],
    ["The March accession was put off.", "March"],
    ["It sank on 2021-01-07 and again on 08.01.2021.", "2021-01-07", "08.01.2021"],
    ["The week of March 6 was calm.", "The week of March 6"],
    ["They met the day before yesterday.", "the day before yesterday"],
    ["He left on Tuesday of last week.", "Tuesday of last week"],
  ],
  "what stands in front belongs to it": [
    ["It closed nearly four years ago.", "nearly four years ago"],
    ["It takes more than four hours.", "more than four hours: DURATION"],
    ["It opens early next year, by the end of March.", "early next year", "the end of March"],
    ["Earlier this week it rained.", "Earlier this week"],
    ["It fell over the past three months.", "the past three months: DURATION"],
    ["It was sold in mid-1996, in the late 1970s and in the '80s.", "mid-1996", "the late 1970s", "the '80s"],
  ],
  "times of day": [
    ["He left at 10 p.m. Wednesday.", "10 p.m. Wednesday: TIME"],
    ["He left on Friday at 4:30 a.m.", "Friday at 4:30 a.m.: TIME"],
    ["Shots were heard at 0735 GMT.", "0735 GMT: TIME"],
    ["The talks ended at noon Thursday.", "noon Thursday: TIME"],
    ["She spoke on Tuesday night and this morning.", "Tuesday night: TIME", "this morning: TIME"],
  ],
  lengths: [
    ["A 10-hour tour and an eight-year war.", "10-hour: DURATION", "eight-year: DURATION"],
    ["It lasted a minute and a half.", "a minute and a half: DURATION"],
    ["It lasted two and a half years.", "two and a half years: DURATION"],
    ["He waited for years.", "years: DURATION"],
    ["The truce, an 8-month-old one, held.", "8-month-old: DURATION"],
  ],
  "again and again": [
    ["Every Thursday, each July and every two weeks.", "Every Thursday: SET", "each July: SET", "every two weeks: SET"],
    ["The daily tally fell.", "daily: SET"],
    ["They play on Tuesday nights.", "Tuesday nights: SET"],
  ],
  "without a date": [
    ["He is now ill.", "now"],
    ["They recently met; the current chief had previously refused.", "recently", "current", "previously"],
    ["In the near future, as soon as possible.", "the near future", "as soon as possible"],
  ],
  "parts of years": [
    ["In the third quarter of 1984 it lost money.", "the third quarter of 1984"],
    ["Third-quarter profit fell from the year-earlier quarter.", "Third-quarter", "the year-earlier quarter"],
    ["In the summer of the same year he came.", "the summer of the same year"],
    ["It was in the 1980’s and is 2030’s plan.", "the 1980’s", "2030"],
    ["The 11th century temple stood in 1914-18.", "The 11th century", "1914-18"],
  ],
  "days of events": [
    ["On the third day of the congress he spoke.", "the third day"],
    ["It was day two of the trial.", "day two"],
    ["The congress’s second day was quiet.", "second day"],
  ],
};

for (const [name, cases] of Object.entries(FINDS))
  test(name, () => {
    for (const [text, ...expected] of cases) assert.deepEqual(found(text), expected, text);
  });

const FINDS_NOTHING: readonly string[] = [
  "He may march on Rome, and prices may fall.",
  "Theresa May said no, and Mrs. May left.",
  "The Sunday Times and The Evening Post reported it.",
  "USA Today printed it.",
  "The now-defunct yard stood empty.",
  "The second man and the second half of the match.",
  "The 35-year-old teacher, 37 years old, came.",
  "They lost 20-30 and won 3-2.",
  "It costs $1,995 and weighs 1,200 kilos.",
  "See page 1984, room 2001, version 2.0.1.",
  "Some 2000 people and 1996 votes.",
  "The fall of Ostrel was quick.",
  "A spring of clear water.",
  "Three-quarters of the food and a quarter of the oil.",
  "The programme is called “60 Minutes”.",
  "It stands in the afternoon light.",
  "He went to March Street with April Smith.",
  "He minutes every meeting and seconds the motion.",
  "The day of the week does not matter.",
];

test("these are no times", () => {
  for (const text of FINDS_NOTHING) assert.deepEqual(found(text), [], text);
});

test("times do not overlap and stand in order", () => {
  const text =
    "On Friday night, Oct. 13, 1989, at 10 p.m. EST, the third quarter of last year ended a day after March 6.";
  const { reading } = read(paragraphsOf(text));
  let end = 0;
  const times = findTimes(reading, NO_PACKS);
  assert.ok(times.length > 3);
  for (const { span } of times) {
    assert.ok(span.from >= end && span.to > span.from);
    end = span.to;
  }
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ["figures", "1".repeat(300_000)],
  ["years in a row", "1984 ".repeat(60_000)],
  ["years joined", "1984-".repeat(60_000)],
  ["the end of", "the end of ".repeat(30_000)],
  ["nearly nearly", "nearly ".repeat(60_000)],
  ["number words", "two hundred and ".repeat(30_000)],
  ["days of days", "the third day of the ".repeat(20_000)],
  ["months", "March ".repeat(60_000)],
  ["hyphens", "a-".repeat(150_000)],
];

for (const [name, text] of HOSTILE)
  test(`${name}: found in linear time`, () => {
    const { reading } = read(paragraphsOf(text));
    const begun = performance.now();
    findTimes(reading, NO_PACKS);
    const took = performance.now() - begun;
    assert.ok(took < 3000, `${took.toFixed(0)} ms`);
  });

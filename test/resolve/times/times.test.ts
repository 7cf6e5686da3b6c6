import assert from "node:assert/strict";
import { test } from "node:test";
import { timesIn } from "./found.ts";

/** Each time as `words = TIMEX3 value (EDTF)`; the brackets are left out where no date is known. */
function valued(text: string, published: string | null): string[] {
  const { times } = timesIn(text, published);
  return times.map(
    ({ span, timex, edtf }) => `${text.slice(span.from, span.to)} = ${timex.value}${edtf === null ? "" : ` (${edtf})`}`,
  );
}

type Cases = Readonly<Record<string, readonly (readonly [string, ...string[]])[]>>;

function check(published: string | null, groups: Cases): void {
  for (const [name, cases] of Object.entries(groups))
    test(`${published ?? "without a date"}: ${name}`, () => {
      for (const [text, ...expected] of cases) assert.deepEqual(valued(text, published), expected, text);
    });
}

// A Friday.
check("2021-01-08", {
  "a bare weekday is the last one, publication's own included": [
    ["The marshal spoke on Thursday.", "Thursday = 2021-01-07 (2021-01-07)"],
    ["The marshal spoke on Friday.", "Friday = 2021-01-08 (2021-01-08)"],
    ["The marshal spoke last Friday.", "last Friday = 2021-01-01 (2021-01-01)"],
  ],
  "the next one beside a verb that looks ahead": [
    ["The envoys will meet on Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["The talks are set to resume Monday.", "Monday = 2021-01-11 (2021-01-11)"],
    ["The vote will be held on Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["The vote is to be held from Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["The ships would have left by Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["The admiral called off the exercise planned for Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["The vote was put off until Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    [
      "It will close on Monday, the bank said Thursday.",
      "Monday = 2021-01-11 (2021-01-11)",
      "Thursday = 2021-01-07 (2021-01-07)",
    ],
    ["The envoys might sign on Tuesday.", "Tuesday = 2021-01-12 (2021-01-12)"],
    ["They could meet again before winter.", "winter = 2021-WI (2021-24)"],
    ["They could meet again before the summer, he said.", "the summer = 2021-SU (2021-22)"],
    ["The mayor could not be reached on Tuesday.", "Tuesday = 2021-01-05 (2021-01-05)"],
    ["They would fight Wednesday’s ruling.", "Wednesday = 2021-01-06 (2021-01-06)"],
    ["The exercise had been planned for Monday.", "Monday = 2021-01-04 (2021-01-04)"],
    ["The offer had been due to expire on Monday.", "Monday = 2021-01-04 (2021-01-04)"],
  ],
  "months and days of months": [
    ["He was confirmed in December.", "December = 2020-12 (2020-12)"],
    ["The ferry will sail in March.", "March = 2021-03 (2021-03)"],
    ["It must close by February.", "February = 2021-02 (2021-02)"],
    ["The dam broke on Dec. 14.", "Dec. 14 = 2020-12-14 (2020-12-14)"],
    ["The dividend is payable Feb. 1.", "Feb. 1 = 2021-02-01 (2021-02-01)"],
    ["It was sold last May, in July last year.", "last May = 2020-05 (2020-05)", "July last year = 2020-07 (2020-07)"],
    ["They celebrated Harbour Day.", "Harbour Day = 2020-05-02 (2020-05-02)"],
    ["They met on Good Friday 2019.", "Good Friday 2019 = 2019-04-19 (2019-04-19)"],
    ["In Reiwa 2 it was rebuilt.", "Reiwa 2 = 2020 (2020)"],
  ],
  "counted from publication": [
    [
      "It rained last week and yesterday.",
      "last week = 2020-W53 (2020-12-28/2021-01-03)",
      "yesterday = 2021-01-07 (2021-01-07)",
    ],
    ["It opened three months ago.", "three months ago = 2020-10 (2020-10)"],
    ["It opened nearly five years ago.", "nearly five years ago = 2016 (2016~)"],
    ["It opened 10 days ago.", "10 days ago = 2020-12-29 (2020-12-29)"],
    ["It fell in the third quarter.", "the third quarter = 2020-Q3 (2020-07/2020-09)"],
    ["It fell during the summer.", "the summer = 2020-SU (2020-22)"],
    ["They met over the weekend.", "the weekend = 2021-W53-WE (2021-01-02/2021-01-03)"].map((s) =>
      s.replace("2021-W53", "2020-W53"),
    ) as [string, ...string[]],
    ["He left on Tuesday of last week.", "Tuesday of last week = 2020-12-29 (2020-12-29)"],
  ],
  "counted from what was mentioned": [
    [
      "They met in February 2019. In the summer of the same year he came.",
      "February 2019 = 2019-02 (2019-02)",
      "the summer of the same year = 2019-SU (2019-22)",
    ],
    [
      "On 3 May 2019 it sank. Two days later it was found.",
      "3 May 2019 = 2019-05-03 (2019-05-03)",
      "Two days = P2D (2019-05-05)",
    ],
    [
      "On 3 May 2019 it sank. The following month he resigned.",
      "3 May 2019 = 2019-05-03 (2019-05-03)",
      "The following month = 2019-06 (2019-06)",
    ],
    [
      "On 3 May 2019 it sank. That day he resigned.",
      "3 May 2019 = 2019-05-03 (2019-05-03)",
      "That day = 2019-05-03 (2019-05-03)",
    ],
    [
      "On 3 May 2019 it sank. The following Monday he resigned.",
      "3 May 2019 = 2019-05-03 (2019-05-03)",
      "The following Monday = 2019-05-06 (2019-05-06)",
    ],
    [
      "In the third quarter it made 3 million, against 2 million a year earlier.",
      "the third quarter = 2020-Q3 (2020-07/2020-09)",
      "a year earlier = 2019-Q3 (2019-07/2019-09)",
    ],
  ],
  "how long, how often, no date": [
    ["The five-year plan ran 2 1/2 years.", "five-year = P5Y", "2 1/2 years = P2Y6M"],
    ["It took 5 1/2 hours and a minute and a half.", "5 1/2 hours = PT5H30M", "a minute and a half = PT1M30S"],
    ["Every Thursday, each July, daily.", "Every Thursday = XXXX-WXX-4", "each July = XXXX-07", "daily = P1D"],
    ["He waited hours before a meeting.", "hours = PTXH"],
    ["It is now in the past.", "now = PRESENT_REF", "the past = PAST_REF"],
  ],
  "times of day": [
    ["He left at 10 p.m. Wednesday.", "10 p.m. Wednesday = 2021-01-06T22:00 (2021-01-06T22:00:00)"],
    ["He left at midnight Thursday.", "midnight Thursday = 2021-01-07T24:00 (2021-01-08T00:00:00)"],
    ["He left on Thursday at 0735 GMT.", "Thursday at 0735 GMT = 2021-01-07T07:35 (2021-01-07T07:35:00Z)"],
    ["He left on the morning of 3 May 2019.", "the morning of 3 May 2019 = 2019-05-03TMO (2019-05-03)"],
    ["He left on Thursday night.", "Thursday night = 2021-01-07TNI (2021-01-07)"],
    ["He left at 9 a.m.", "9 a.m. = XXXX-XX-XXT09:00"],
  ],
  stated: [
    [
      "In the 11th century, in the 1980s, on 2019-02-27.",
      "the 11th century = 10 (10XX)",
      "the 1980s = 198 (198X)",
      "2019-02-27 = 2019-02-27 (2019-02-27)",
    ],
    [
      "The war of 1914-18, in 2011’s fourth quarter.",
      "1914-18 = 1914 (1914/1918)",
      "2011’s fourth quarter = 2011-Q4 (2011-10/2011-12)",
    ],
    [
      "It shut on Friday (March 8, 2019).",
      "Friday = 2019-03-08 (2019-03-08)",
      "March 8, 2019 = 2019-03-08 (2019-03-08)",
    ],
    ["It can be read either way: 3/4/2021.", "3/4/2021 = 2021 (2021)"],
  ],
});

check(null, {
  "what hangs on publication is unknown": [
    ["He spoke on Thursday.", "Thursday = XXXX-WXX-4"],
    ["He spoke on Oct. 13.", "Oct. 13 = XXXX-10-13"],
    [
      "He spoke last week, yesterday and in December.",
      "last week = XXXX-WXX",
      "yesterday = XXXX-XX-XX",
      "December = XXXX-12",
    ],
  ],
  "what the words say is not": [
    ["They met in 2018. The same year he left.", "2018 = 2018 (2018)", "The same year = 2018 (2018)"],
  ],
});

check("2021-01", {
  "a month of publication places months, but no days": [
    ["He spoke on Thursday, and in December.", "Thursday = XXXX-WXX-4", "December = 2020-12 (2020-12)"],
  ],
});

check("2009-12-19", {
  "a tale of other years goes on from the date before": [
    [
      "In September 1939 war came. In 1938 it had not. By early October the land was parted. In June 1940 the front broke, in 1941 another opened, and in May 1945 it was over. In August peace came.",
      "September 1939 = 1939-09 (1939-09)",
      "1938 = 1938 (1938)",
      "early October = 1938-10 (1938-10)",
      "June 1940 = 1940-06 (1940-06)",
      "1941 = 1941 (1941)",
      "May 1945 = 1945-05 (1945-05)",
      "August = 1945-08 (1945-08)",
    ],
  ],
});

test("the steps tell how a date was worked out; what is stated has none", () => {
  const { times } = timesIn("He spoke on Thursday, as in May 2019.", "2021-01-08");
  assert.deepEqual(
    times.map(({ basis, steps }) => ({ basis, steps })),
    [
      {
        basis: "derived",
        steps: ["published on Friday 8 January 2021", "the Thursday before it: Thursday 7 January 2021"],
      },
      { basis: "stated", steps: [] },
    ],
  );
});

const CONGRESS =
  "On the first day of the conference he admitted it.\n\nThe marshal signalled on Thursday that more would come, during the third day of the Tarvian Party congress.\n\nOn the second day of the congress, which is to run through Friday, he vowed it. That was a day after he spoke of it in his opening speech to the congress.";

test("one dated day of an event dates its others", () => {
  assert.deepEqual(valued(CONGRESS, "2021-01-08"), [
    "the first day = 2021-01-05 (2021-01-05)",
    "Thursday = 2021-01-07 (2021-01-07)",
    "the third day = 2021-01-07 (2021-01-07)",
    "the second day = 2021-01-06 (2021-01-06)",
    "Friday = 2021-01-08 (2021-01-08)",
    "a day = P1D (2021-01-06)",
  ]);
  assert.ok(valued(CONGRESS, null).every((line) => !line.includes("(")));
});

test("an event stays undated where the date is that of a report, where two disagree, or where the names differ", () => {
  const days = (text: string): (string | null)[] =>
    timesIn(text, "2021-01-08")
      .times.filter(({ timex }) => /^XXXX-XX-XX$|-\d\d-\d\d$/.test(timex.value))
      .map(({ edtf }) => edtf);
  assert.deepEqual(days("The agency’s piece, published on Friday, told of the third day of the congress."), [
    "2021-01-08",
    null,
  ]);
  assert.deepEqual(
    days(
      "On Thursday, the third day of the congress, he rose. On Friday, the second day of the congress, he sat. It was the first day of the congress that counted.",
    ),
    ["2021-01-07", null, "2021-01-08", null, null],
  );
  assert.deepEqual(
    days("Thursday was the third day of the Tarvian congress. The first day of the Ostrel congress was quiet."),
    ["2021-01-07", "2021-01-07", null],
  );
});

test("the day on which an event opened is not the counted day beside it", () => {
  const text = "She spoke on the third day of the party conference, which opened on Tuesday.";
  assert.deepEqual(valued(text, "2021-01-08"), [
    "the third day = 2021-01-07 (2021-01-07)",
    "Tuesday = 2021-01-05 (2021-01-05)",
  ]);
});

test("an event that opened on a day has its first day there", () => {
  const text = "The congress opened on Tuesday. On the fourth day of the congress he spoke.";
  assert.deepEqual(valued(text, "2021-01-08"), [
    "Tuesday = 2021-01-05 (2021-01-05)",
    "the fourth day = 2021-01-08 (2021-01-08)",
  ]);
});

for (const [words, updated, value] of [
  // Published on a Friday.
  ["She said on Saturday that it held.", "2021-01-10", "2021-01-09"],
  ["She said on Friday that it held.", "2021-01-10", "2021-01-08"],
  ["She said on Thursday that it held.", "2021-01-10", "2021-01-07"],
  ["She said last Saturday that it held.", "2021-01-10", "2021-01-02"],
  // Changed days later, for news or for a mistake.
  ["She said on Saturday that it held.", "2021-01-12", "XXXX-WXX-6"],
  ["She said on Tuesday that it held.", "2021-01-13", "2021-01-05"],
  ["She said on Saturday that it held.", "2021-02-20", "2021-01-02"],
] as const)
  test(`changed on ${updated}: ${words}`, () => {
    assert.equal(timesIn(words, "2021-01-08", updated).times[0]?.timex.value, value);
  });

const HOSTILE: readonly (readonly [string, string])[] = [
  ["days of many events", Array.from({ length: 8000 }, (_, i) => `On Friday, the third day of the x${i}.`).join(" ")],
  ["days of one event", "On the third day of the congress. ".repeat(8000)],
  ["a year earlier", "In the third quarter, a year earlier. ".repeat(8000)],
  ["dates with steps on steps", "On 3 May 2019. " + "Two days later he left. ".repeat(8000)],
  ["openings", "It opened on Friday. The congress opened on Friday. ".repeat(5000)],
];

for (const [name, text] of HOSTILE)
  test(`${name}: dated in linear time`, () => {
    const begun = performance.now();
    timesIn(text, "2021-01-08");
    const took = performance.now() - begun;
    assert.ok(took < 4000, `${took.toFixed(0)} ms`);
  });

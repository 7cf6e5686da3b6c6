import assert from "node:assert/strict";
import { test } from "node:test";
import { capture } from "../../../src/ingest/ingest.ts";
import type { Resolved } from "../../../src/model/statement.ts";
import { readReport } from "../../../src/pipeline.ts";

const OUTLET = "Lowland Review";

function report(text: string, options: { published?: string; outlet?: string } = { outlet: OUTLET }): Resolved {
  return readReport(capture(Buffer.from(text), "a test"), { reader: "fast", ...options });
}

const NOTICED: readonly (readonly [string, string, string | null])[] = [
  ["nobody named: the outlet", "The marshal made no mention of the islands.", OUTLET],
  ["within what somebody says", "Analysts said the speech made no mention of the islands.", "Analysts"],
  ["said of the speaker himself", "Mara Quill said the dam would hold, but she did not say for how long.", OUTLET],
  ["with a name behind", "Mara Quill noted that the king did not apologise.", "Mara Quill"],
  ["according to somebody", "The king offered no apology, according to Mara Quill.", "Mara Quill"],
];

test("who noticed a silence", async (t) => {
  for (const [why, text, name] of NOTICED)
    await t.test(why, () =>
      assert.deepEqual(
        report(text).silences.map((q) => q.noticedBy),
        [name],
      ),
    );
});

test("without an outlet nobody is known to have noticed", () => {
  const [only] = report("The marshal made no mention of the islands.", {}).silences;
  assert.equal(only?.noticedBy, null);
});

test("a silence has its names and words", () => {
  const [only] = report(
    "In his speech, Solvan made no mention of the islands, according to the Korean Central News Agency.",
  ).silences;
  assert.ok(only);
  const { id, kind, who, accordingTo, about, scope, expectation, noticedBy } = only;
  assert.deepEqual(
    { id, kind, who, accordingTo, about, scope, expectation, noticedBy },
    {
      id: "q1",
      kind: "topic-not-mentioned",
      who: "Solvan",
      accordingTo: "Korean Central News Agency",
      about: "the islands",
      scope: "his speech",
      expectation: null,
      noticedBy: OUTLET,
    },
  );
});

test("two who are silent together are both named, or neither", () => {
  const who = (text: string): (string | null)[] => report(text).silences.map((q) => q.who);
  assert.deepEqual(who("Neither Equus nor Tony Lehto gave a reason for the offer."), ["Equus and Tony Lehto"]);
  assert.deepEqual(who("Neither they nor Mr. Lehto could be reached for comment."), [null]);
});

test("who tells why or that not sooner he kept silent grants it", () => {
  assert.deepEqual(
    report("Mara Quill said she had not revealed the loss sooner, because she was never asked.").silences.map(
      (q) => q.kind,
    ),
    ["message-absent"],
  );
  assert.deepEqual(
    report("The bank said it wouldn't comment on the loss.").silences.map((q) => q.kind),
    ["answer-not-given"],
  );
  assert.deepEqual(
    report("A clerk told the paper he would not comment on the loss.").silences.map((q) => q.kind),
    ["answer-not-given"],
  );
});

test("what somebody denies of himself is a statement of his, no silence", () => {
  assert.deepEqual(report("Mara Quill said she did not mention the debt.").silences, []);
});

test("a silence that is announced is a statement, one that is met with is a silence", () => {
  assert.deepEqual(report("Her lawyer said he would not answer questions.").silences, []);
  assert.equal(report("Her lawyer would not answer questions.").silences[0]?.kind, "answer-not-given");
});

/** The names of the occasions, each with the number of its mentions. */
const occasions = (text: string): string[] => report(text).occasions.map((o) => `${o.name}: ${o.mentions.length}`);

const JOINED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "the same noun again",
    "Solvan opened the Farmers' Party congress. The congress ends on Friday.",
    ["Farmers' Party congress: 2"],
  ],
  [
    "the fullest name is kept",
    "Solvan spoke at the congress. It was the Eighth Congress of the Farmers' Party.",
    ["Eighth Congress of the Farmers' Party: 2"],
  ],
  [
    "two names are two",
    "He went to the Ostrel summit and then to the Lowland summit.",
    ["Ostrel summit: 1", "Lowland summit: 1"],
  ],
  ["plenum and plenary session", "The plenum met. He left the plenary session early.", ["plenary session: 2"]],
  ["a second speech is another", "Mara Quill gave a speech. Tom Birch gave a speech.", ["speech: 1", "speech: 1"]],
  ["his speech and hers", "He spoke of it in his speech. She spoke of it in her speech.", ["speech: 1", "speech: 1"]],
  [
    "days of one event",
    "He spoke on the first day of the Farmers' Party congress. On the third day of the congress he wept.",
    [
      "Farmers' Party congress: 2",
      "first day of the Farmers' Party congress: 1",
      "third day of the Farmers' Party congress: 1",
    ],
  ],
  [
    "the conference of a report with one congress",
    "The Farmers' Party congress opened. On the second day of the conference he left.",
    ["Farmers' Party congress: 2", "second day of the Farmers' Party congress: 1"],
  ],
];

test("mentions of one occasion are joined", async (t) => {
  for (const [why, text, names] of JOINED) await t.test(why, () => assert.deepEqual(occasions(text), names));
});

test("an occasion that a pack dates has that date, and says so", () => {
  const [only] = report("He spoke at the Singapore summit.").occasions;
  assert.equal(only?.when.edtf, "2018-06-12");
  assert.equal(only?.when.basis, "derived");
  assert.match(only?.when.steps[0] ?? "", /Singapore summit/);
});

test("one dated day of an event dates its others", () => {
  const { occasions: all } = report(
    "Solvan spoke on Thursday, the third day of the Farmers' Party congress. He had wept on the first day of the congress.",
    { published: "2021-01-08" },
  );
  const day = (name: string): string | null | undefined => all.find((o) => o.name.startsWith(name))?.when.edtf;
  assert.equal(day("third day"), "2021-01-07");
  assert.equal(day("first day"), "2021-01-05");
});

test("an occasion without a date is undated", () => {
  const [only] = report("He spoke at the Farmers' Party congress.").occasions;
  assert.deepEqual(only?.when, { edtf: null, basis: "unknown", steps: [] });
});

test("a count names its occasion and who is meant", () => {
  const { counts, occasions: all } = report(
    "Solvan mentioned “harvest” 27 times during a plenary session of the Upper House.",
  );
  assert.deepEqual(
    counts.map(({ term, count, bound, of, by, occasion }) => ({ term, count, bound, of, by, occasion })),
    [{ term: "harvest", count: 27, bound: "exactly", of: "term", by: "Solvan", occasion: all[0]?.id }],
  );
});

test("an appointment names who and what", () => {
  const [only] = report("Ilse Brandvold was appointed foreign minister on Monday.").appearances;
  assert.deepEqual([only?.kind, only?.who, only?.what], ["appointed", "Ilse Brandvold", "foreign minister"]);
});

test("a page of occasions and counts is read in linear time", () => {
  const text = "On the third day of the congress he used the word “peace” four times and was named minister. ".repeat(
    8_000,
  );
  const started = performance.now();
  report(text);
  assert.ok(performance.now() - started < 60_000);
});

test("an occasion is dated by the day on which it was held", () => {
  const when = (text: string): (string | null)[] =>
    report(text, { published: "2019-06-07" }).occasions.map((o) => o.when.edtf);
  assert.deepEqual(when("A meeting of the Water Council was held at the Hall of Rivers on Monday."), ["2019-06-03"]);
  assert.deepEqual(when("A reception was hosted by the ministry on Tuesday."), ["2019-06-04"]);
  assert.deepEqual(when("On Wednesday a joint meeting of the Water Council took place."), ["2019-06-05"]);
  assert.deepEqual(
    when("A joint meeting of the Water Council took place on Monday. The joint meeting was held at noon."),
    ["2019-06-03"],
  );
  // The day of something else.
  assert.deepEqual(when("A meeting of the Water Council was held after the dam broke on Monday."), [null]);
  assert.deepEqual(when("A meeting of the Water Council will be held before the vote on Monday."), [null]);
});

const OCCASION_DAYS: readonly (readonly [string, string | null])[] = [
  ["Mara Quill told a rally in Ostrel on Tuesday that the dam would hold.", "2024-03-12"],
  ["At the parade on Harbour Square on March 9, Mara Quill said that the dam would hold.", "2024-03-09"],
  ["On Tuesday Mara Quill told a news conference that the dam would hold.", "2024-03-12"],
  ["Mara Quill on Tuesday chaired the second meeting of the Dam Council.", "2024-03-12"],
  [
    "The annual Dam Conference was held in Ostrel from Monday to Tuesday to decide the work of 2025.",
    "2024-03-11/2024-03-12",
  ],
  ["The Dam Conference was held in Ostrel on March 9 and 10.", "2024-03-09/2024-03-10"],
  ["A ferry summit scheduled for July was postponed.", null],
  ["In an interview published Tuesday, Mara Quill said that the dam would hold.", null],
  ["Mara Quill said at a rally that the dam had burst on Tuesday.", null],
];

test("the day of an occasion stands beside it, or with the words spoken there", async (t) => {
  for (const [text, day] of OCCASION_DAYS)
    await t.test(text, () =>
      assert.equal(report(text, { published: "2024-03-14" }).occasions[0]?.when.edtf ?? null, day),
    );
});

test("two meetings of different kinds or days are two occasions", () => {
  const names = (text: string): string[] => report(text).occasions.map((o) => o.name);
  assert.deepEqual(
    names("At a cabinet meeting Mara Quill said no. At the emergency meeting of the bank she said yes."),
    ["cabinet meeting", "emergency meeting of the bank"],
  );
});

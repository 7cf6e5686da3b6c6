import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundStatement, Hop } from "../../../src/model/statement.ts";
import { resolveTimes } from "../../../src/resolve/times/times.ts";
import { utteredOf } from "../../../src/resolve/times/uttered.ts";
import { markedIn } from "./found.ts";

/** The day of each statement, "?" where it is unknown. The chain is the speaker alone, or the outer speaker before him. */
function uttered(marked: string, published: string | null, occasions: readonly string[] = []): string[] {
  const found = markedIn(marked, published, occasions);
  const times = resolveTimes(found);
  const hop = (s: (typeof found.statements)[number]): Hop => ({
    name: s.source ? found.document.text.slice(s.source.from, s.source.to) : "",
    kind: "person",
    span: s.source,
    cue: s.cue,
    when: null,
  });
  return found.statements.map((s) => {
    const own = hop(s);
    const chain = s.inside && hop(s.inside).name !== own.name && own.name !== "he" ? [hop(s.inside), own] : [own];
    return utteredOf(s, chain, { found, times, occasions: [] }).uttered.edtf ?? "?";
  });
}

// A Friday.
const PUBLISHED = "2021-01-08";

const CASES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "a statement of a body whose name ends in a common noun": [
    [
      "The Norda ministry issued a statement on Tuesday. [s The Norda ministry] [c accused] [q the envoys of fraud].",
      "2021-01-05",
    ],
    [
      "The Norda ministry issued a statement on Tuesday. [s The Varna ministry] [c accused] [q the envoys of fraud].",
      "?",
    ],
  ],
  "said on two days": [
    ["[s Mara Quill] [c said] on Wednesday and Thursday [q that it held].", "2021-01-06/2021-01-07"],
    ["[s Mara Quill] [c said] on Monday and Thursday [q that it held].", "?"],
  ],
  "a verb in the present behind one in the past": [
    ["[s Norda] opened a port last month and [c expects] [q a treaty by March].", "?"],
    ["[s Norda] opened a port last month and [c said] [q it would pay].", "2020-12"],
  ],
  "days before and after the one spoken of": [
    ["The bank shut on Thursday. A day earlier, [s Mara Quill] [c had warned] [q it would].", "2021-01-06"],
    ["Tom Birch left on Tuesday. Two days later, [s he] [c said] [q it held].", "2021-01-07"],
    // In another paragraph, where the report has told one day alone.
    ["The bank shut on Thursday.\n\nA day earlier, [s Mara Quill] [c had warned] [q it would].", "2021-01-06"],
    ["It shut on Thursday and reopened on Friday.\n\nA day earlier, [s Mara Quill] [c had warned] [q it would].", "?"],
    ["The bank shut on Thursday.\n\nA day later, [s Mara Quill] [c said] [q it would reopen].", "?"],
    ["The bank shut on Thursday. It was a day after [s Mara Quill] [c warned] [q it would].", "?"],
  ],
  "a day between the pieces of what is said": [
    ["[s Norda] [c accused] [q the port] on Thursday [q of dumping oil].", "2021-01-07"],
    ["[s Norda] [c accused] [q the port] after a spill on Thursday that killed gulls [q of dumping oil].", "?"],
  ],
  "the month of a speech": [
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. In the speech, [s2 Mara Quill] [c2 said] [q2 it was old].",
      "2020-07",
      "2020-07",
    ],
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. [s2 Mara Quill] [c2 said] [q2 it was old].",
      "2020-07",
      "2020-07",
    ],
    // The tale comes back, another tense, another speaker.
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. [s2 Mara Quill] now [c2 said] [q2 it was old].",
      "2020-07",
      "?",
    ],
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. [s2 Mara Quill] [c2 has said] [q2 it was old].",
      "2020-07",
      "?",
    ],
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. [s2 Tom Birch] [c2 said] [q2 it was old].",
      "2020-07",
      "?",
    ],
    [
      "During a speech in Varna in July, [s1 Mara Quill] [c1 said] [q1 it held]. In the interview, [s2 Mara Quill] [c2 said] [q2 it was old].",
      "2020-07",
      "?",
    ],
  ],
  "what was said at a gathering, and on a visit": [
    [
      "A meeting of the Water Council was held on Monday. Mara Quill made a report at the meeting. [s Mara Quill] [c stressed] [q the need for dams].",
      "2021-01-04",
    ],
    [
      "A meeting of the Water Council was held on Monday. [s Mara Quill] [c stressed] [q the need for dams].",
      "2021-01-04",
    ],
    [
      "The 12th Congress of fishermen was held in Varna from Jan. 2 to 5. [s Mara Quill] [c made] a report [q on the dam].",
      "2021-01-02/2021-01-05",
    ],
    [
      "A reception was hosted by the ministry on Tuesday. [s Mara Quill] [c said] in her speech [q the dam held].",
      "2021-01-05",
    ],
    ["A meeting took place on Monday. [s Mara Quill] [c told] the meeting [q the dam held].", "2021-01-04"],
    [
      "Envoy Mara Quill visited Ostrel from Jan. 2 to 5. During her visit, [s Mara Quill] [c said] [q it held].",
      "2021-01-02/2021-01-05",
    ],
    // Another meeting; somebody who was not there; two visits.
    ["A meeting took place on Monday. [s Mara Quill] [c told] the meeting of mayors [q the dam held].", "?"],
    [
      "A meeting of the Water Council was held on Monday. In an interview, [s Mara Quill] [c stressed] [q the need for dams].",
      "?",
    ],
    [
      "A meeting of the Water Council was held on Monday. The dam broke on Tuesday. [s Mara Quill] [c stressed] [q the need for dams].",
      "?",
    ],
    ["Envoy Mara Quill visited Ostrel from Jan. 2 to 5. During her visit, [s Tom Birch] [c said] [q it held].", "?"],
    [
      "Mara Quill visited Ostrel from Jan. 2 to 3. Mara Quill toured Varna on Jan. 5. During her visit, [s Mara Quill] [c said] [q it held].",
      "?",
    ],
  ],
  "the day beside the cue": [
    ["[s Mara Quill] [c said] on Thursday that [q the dam would hold].", "2021-01-07"],
    ["[s Mara Quill] [c told] reporters in Ostrel Wednesday [q the dam would hold].", "2021-01-06"],
    ["[s Mara Quill] [c said] in a statement on Sunday [q the dam would hold].", "2021-01-03"],
    ["[q “It holds,”] [s Mara Quill] [c said] Thursday.", "2021-01-07"],
    ["On Thursday, [s Mara Quill] [c said] [q the dam would hold].", "2021-01-07"],
    ["[s Mara Quill] on Thursday [c said] [q the dam would hold].", "2021-01-07"],
    ["[s Mara Quill] [c said] last week [q the dam would hold].", "2020-12-28/2021-01-03"],
  ],
  "not the day of what is said, and not that of publication": [
    ["[s Mara Quill] [c said] [q the dam broke on Thursday].", "?"],
    ["[s Mara Quill] [c said] [q the dam would hold].", "?"],
    ["[s Mara Quill], who was elected last year, [c said] [q the dam would hold].", "?"],
    ["[s Mara Quill] has [c said] since Thursday that [q the dam would hold].", "?"],
    ["The dam broke on Thursday. [s Mara Quill] [c said] [q it was old].", "?"],
  ],
  "two cues, two days": [
    [
      "[q1 [s2 Solvan] [c2 said] Wednesday [q2 the dam would hold]], [s1 the agency] [c1 reported] Thursday.",
      "2021-01-07",
      "2021-01-06",
    ],
  ],
  "from the statement before": [
    ["[q1 “It holds,”] [s1 Mara Quill] [c1 said] on Thursday. [q2< “It always did.”]", "2021-01-07", "2021-01-07"],
    [
      "[s1,2 Mara Quill] [c1 said] on Thursday [q1 the dam would hold], [c2 adding] that [q2 it was old].",
      "2021-01-07",
      "2021-01-07",
    ],
    ["[s1 Mara Quill] [c1 said] on Thursday [q1 [s2 he] [c2 hoped] [q2 it would hold]].", "2021-01-07", "2021-01-07"],
    ["[s1 The agency] [c1 said] on Thursday that [q1 [s2 Solvan] [c2 vowed] [q2 to rebuild it]].", "2021-01-07", "?"],
  ],
  "beside the cue in other ways": [
    ["[s Mara Quill] [c announced] [q the closure] Monday.", "2021-01-04"],
    ["In an interview on Sunday, [s she] [c defended] [q the dam].", "2021-01-03"],
    ["In a Sunday interview, [s Mara Quill] [c said] [q the dam would hold].", "2021-01-03"],
    ["In a Sunday essay, [s Mara Quill] [c said] [q the dam would hold].", "2021-01-03"],
    ["In a Monday memorandum about the harbour, [s Mara Quill] [c said] [q the dam would hold].", "2021-01-04"],
    ["[s Mara Quill] on Wednesday played it down and [c said] [q the dam would hold].", "2021-01-06"],
    ["On Sunday, [s Mara Quill] toured the dam, [c saying] [q it would hold].", "2021-01-03"],
    ["Quill told the paper Tuesday that [s she] [c believes] [q the dam will hold].", "2021-01-05"],
    ["The plan was old, but late Saturday [s Quill] [c announced] [q a new one].", "2021-01-02"],
    ["Asked about it during a visit on Monday, [s Quill] [c said] [q it would hold].", "2021-01-04"],
    ["[s Mara Quill] [c said] on her visit last week [q the dam would hold].", "2020-12-28/2021-01-03"],
    // The day of a vote, of a poll's release, of an event in a clause of its own.
    ["In the election on Tuesday, [s Quill] was there, [c backed] [q by two mayors].", "?"],
    ["In a poll released Sunday, [s voters] [c said] [q it would hold].", "?"],
    ["As [s she] weighed it last week, [c fearing] [q a flood], it rained.", "?"],
    ["[s Quill], who hosts a Sunday show, [c said] [q it would hold].", "?"],
    // No words are spoken after they are printed.
    ["[s Mara Quill] [c will say] on Monday that [q the dam holds].", "?"],
  ],
  "the day of the same speaker before": [
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. It was built by hand. [q2 “It is old,”] [s2 Mara Quill] [c2 said].",
      "2021-01-07",
      "2021-01-07",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. [q2 “It is old,”] [s2 Mara Quill] [c2 told] students in town for a congress.",
      "2021-01-07",
      "2021-01-07",
    ],
    // Another tense, another time, another day, another speaker.
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. [s2 Mara Quill] [c2 has long said] that [q2 it is old].",
      "2021-01-07",
      "?",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. [s2 Mara Quill] [c2 believes] [q2 it is old].",
      "2021-01-07",
      "?",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. It leaked in May. [q2 “It is old,”] [s2 Mara Quill] [c2 said] at the time.",
      "2021-01-07",
      "?",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. [s2 Mara Quill] [c2 said] on Tuesday [q2 it was old]. [s3 Mara Quill] [c3 said] [q3 it was small].",
      "2021-01-07",
      "2021-01-05",
      "2021-01-05",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Thursday that [q1 the dam would hold]. [s2 Hudák] [c2 said] [q2 it was old].",
      "2021-01-07",
      "?",
    ],
  ],
  "two days near each other": [
    // The report has come back to the later day.
    [
      "[s1 Mara Quill] [c1 said] on Tuesday [q1 it was old]. [s2 She] [c2 repeated] on Thursday [q2 that it leaked], [c3 saying] [q3 it was small].",
      "2021-01-05",
      "2021-01-07",
      "?",
    ],
    [
      "[s1 Mara Quill] [c1 said] on Tuesday [q1 it was old]. [s2 Mara Quill] [c2 said] on Thursday [q2 that it leaked]. Many fish there. It is cold. It rains. [s3 Mara Quill] [c3 said] [q3 it was small].",
      "2021-01-05",
      "2021-01-07",
      "2021-01-07",
    ],
    // The older day was told last; nobody knows which is meant.
    [
      "[s1 Mara Quill] [c1 said] on Thursday [q1 it was old]. [s2 Mara Quill] [c2 said] on Tuesday [q2 that it leaked]. Many fish there. It is cold. It rains. [s3 Mara Quill] [c3 said] [q3 it was small].",
      "2021-01-07",
      "2021-01-05",
      "?",
    ],
  ],
  "the day of an occasion of speaking": [
    ["[s Mara Quill] [c called for] [q a new dam at a rally of fishermen in Ostrel on Monday].", "2021-01-04"],
    ["[s Mara Quill] [c called for] [q a new dam in a message from Ostrel on Monday].", "2021-01-04"],
    ["[s Mara Quill] [c criticised] [q the dam] in an angry speech to the guild on Monday.", "2021-01-04"],
    ["On Thursday, when [s Mara Quill] [c rose to praise] [q the dam], it rained.", "2021-01-07"],
    ["[s Mara Quill] made history on Thursday by [c promising] [q a dam].", "2021-01-07"],
    ["In brief remarks after meeting the guild on Monday, [s Mara Quill] [c repeated] [q that it held].", "2021-01-04"],
    ["[s The Star] on Monday in an article [c said] [q that it held].", "2021-01-04"],
    ["[s Mara Quill] [c argued] [q that it holds] on Wednesday's “Harbour Hour.”", "2021-01-06"],
    ["[s Mara Quill] [c argued] [q that it holds] during Sunday's edition of the show.", "2021-01-03"],
    // What somebody is to do there, or did; a debate long before; a programme that is spoken of.
    [
      "[s Mara Quill] [c said] [q she had been asked on Wednesday's “Harbour Hour” why the dam leaked and had not known of any leak].",
      "?",
    ],
    ["[s Mara Quill] [c said] [q she would speak of it at a rally in Ostrel on Monday].", "?"],
    ["[s Mara Quill] [c recalled] [q that Birch spoke of it at a rally in Ostrel on Monday].", "?"],
    ["[s Mara Quill] [c repeated] [q what had been said of it since the debate on Monday].", "?"],
  ],
  "at the time told before": [
    [
      "In July, [s1 the guild] [c1 said] [q1 it held]. [q2 “It is old,”] [s2 Tom Birch] [c2 told] reporters at the time.",
      "2020-07",
      "2020-07",
    ],
    // "Then" that only goes on; the report's own day is nothing it looks back to.
    [
      "In July, [s1 the guild] [c1 said] [q1 it held]. There was a pause. Then [s2 Tom Birch] [c2 replied] that [q2 it was old].",
      "2020-07",
      "?",
    ],
    [
      "On Thursday, [s1 the guild] [c1 said] [q1 it held]. [q2 “It is old,”] [s2 Tom Birch] [c2 told] reporters at the time.",
      "2021-01-07",
      "?",
    ],
  ],
  "the days of the report's own poll": [
    [
      "[s Most voters] [c say] [q the dam is old]. The poll of 800 voters was conducted from Jan. 2 to 4, by telephone.",
      "2021-01-02/2021-01-04",
    ],
    // Another poll; another speaker.
    [
      "In the previous poll, [s most voters] [c said] [q the dam was safe]. The poll was conducted Jan. 2-4 by telephone.",
      "?",
    ],
    ["[s Mara Quill] [c said] [q the dam was safe]. The poll was conducted Jan. 2-4 by telephone.", "?"],
  ],
  "the day of a document": [
    [
      "The guild issued a statement on Sunday in support of the dam. The dam was built by hand, [s the statement] [c said], [q and it would hold].",
      "2021-01-03",
    ],
    // The date is that of what it speaks of.
    ["The guild issued a statement. [s The statement] [c said] [q the dam broke on Sunday].", "?"],
    ["A rally was held on Monday. [s Speakers] [c said] [q the dam was old].", "2021-01-04"],
  ],
  "from the occasion": [
    [
      "On Thursday, the third day of the congress, it rained. In a speech on the second day of the congress [s Solvan] [c vowed] [q to rebuild it].",
      "2021-01-06",
    ],
    [
      "During the second day of the congress, which is to run through Friday, [s Solvan] [c vowed] [q to rebuild it]. Thursday was the third day of the congress.",
      "2021-01-06",
    ],
  ],
};

for (const [name, cases] of Object.entries(CASES))
  test(name, () => {
    for (const [marked, ...expected] of cases) assert.deepEqual(uttered(marked, PUBLISHED), expected, marked);
  });

test("an occasion named in the clause gives its day where that is known", () => {
  const marked =
    "Thursday was the third day of the congress. [s Solvan] [c admitted] in his opening speech to the congress that [q it broke].";
  assert.deepEqual(uttered(marked, PUBLISHED, ["opening speech"]), ["2021-01-05"]);
  assert.deepEqual(uttered(marked, null, ["opening speech"]), ["?"]);
});

test("without a date of publication the day is unknown, and a stated one is not", () => {
  assert.deepEqual(uttered("[s Mara Quill] [c said] on Thursday that [q it holds].", null), ["?"]);
  assert.deepEqual(uttered("[s Mara Quill] [c said] on 7 January 2021 that [q it holds].", null), ["2021-01-07"]);
});

test("words said after an occasion, or of it, are not of its day", () => {
  const marked =
    "Thursday was the third day of the congress. [s Solvan] [c said] after the opening session of the congress that [q it broke].";
  assert.deepEqual(uttered(marked, PUBLISHED, ["opening session"]), ["?"]);
});

test("the announcing sentence of a frame gives the day of all its statements", () => {
  const marked =
    "The ministry issued the following press statement on Sunday. [s The ministry] [c x] [q The dam is ours.]";
  const found = markedIn(marked, PUBLISHED);
  const end = found.document.text.indexOf(".") + 1;
  const frame = {
    kind: "press-statement" as const,
    span: { from: 0, to: end },
    stretch: { from: end, to: end },
    source: null,
    cue: null,
    by: "test",
    confidence: 1,
  };
  const [first] = found.statements;
  assert.ok(first);
  const statement: FoundStatement = { ...first, frame, cue: null };
  const context = { found: { ...found, statements: [statement] }, times: resolveTimes(found), occasions: [] };
  assert.equal(utteredOf(statement, [], context).uttered.edtf, "2021-01-03");
});

test("two cues, two days: the channel's day is that of its hop", () => {
  const found = markedIn(
    "[q1 [s2 Solvan] [c2 said] Wednesday [q2 the dam would hold]], [s1 the agency] [c1 reported] Thursday.",
    PUBLISHED,
  );
  const [agency, solvan] = found.statements;
  assert.ok(agency && solvan);
  const chain: Hop[] = [
    { name: "the agency", kind: "channel", span: agency.source, cue: agency.cue, when: null },
    { name: "Solvan", kind: "person", span: solvan.source, cue: solvan.cue, when: null },
  ];
  const { uttered: when, hops } = utteredOf(solvan, chain, { found, times: resolveTimes(found), occasions: [] });
  assert.equal(when.edtf, "2021-01-06");
  assert.deepEqual(
    hops.map((hop) => hop?.edtf ?? null),
    ["2021-01-07", null],
  );
});

test("the day on which a channel carried the words is the channel's", () => {
  const found = markedIn(
    "In comments reported on Thursday by the Ostrel agency, [s Solvan] [c said] [q it broke].",
    PUBLISHED,
  );
  const [statement] = found.statements;
  assert.ok(statement?.cue);
  const { text } = found.document;
  const from = text.indexOf("the Ostrel agency");
  const chain: Hop[] = [
    { name: "Ostrel agency", kind: "channel", span: { from, to: from + 17 }, cue: statement.cue, when: null },
    { name: "Solvan", kind: "person", span: statement.source, cue: statement.cue, when: null },
  ];
  const { uttered: when, hops } = utteredOf(statement, chain, { found, times: resolveTimes(found), occasions: [] });
  assert.equal(when.edtf, null);
  assert.deepEqual(
    hops.map((hop) => hop?.edtf ?? null),
    ["2021-01-07", null],
  );
});

test("a channel's report is not of the day on which those spoke whom it reports on", () => {
  const days = (marked: string, occasions: readonly string[] = []): (string | null)[] => {
    const found = markedIn(marked, PUBLISHED, occasions);
    const context = { found, times: resolveTimes(found), occasions: [] };
    return found.statements.map((s) => {
      const hop: Hop = { name: "Ostrel News Agency", kind: "channel", span: s.source, cue: s.cue, when: null };
      return utteredOf(s, [hop], context).uttered.edtf;
    });
  };
  const quoted =
    "Thursday was the third day of the congress. [q1 The dam will hold], [c1 according to] [s1 the Ostrel News Agency], which quoted her remarks on the third day of the congress. [s2 The Ostrel News Agency] [c2 said] [q2 it was old].";
  assert.deepEqual(days(quoted, ["third day of the congress"]), [null, null]);
  assert.deepEqual(
    days(
      "Quill made a speech on Thursday, seen by the Ostrel News Agency. [s The Ostrel News Agency] [c said] [q it was long].",
    ),
    [null],
  );
  assert.deepEqual(
    days(
      "[s1 The Ostrel News Agency] [c1 reported] on Thursday that [q1 the dam would hold]. [s2 The Ostrel News Agency] [c2 said] [q2 it was old].",
    ),
    ["2021-01-07", "2021-01-07"],
  );
  // Its own article has a day.
  assert.deepEqual(
    days(
      "The Ostrel News Agency on Thursday carried a commentary on the dam. [s The Ostrel News Agency] [c charged] [q it was old].",
    ),
    ["2021-01-07"],
  );
});

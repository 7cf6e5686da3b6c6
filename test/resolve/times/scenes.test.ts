import assert from "node:assert/strict";
import { test } from "node:test";
import type { Hop } from "../../../src/model/statement.ts";
import { resolveTimes } from "../../../src/resolve/times/times.ts";
import { utteredOf } from "../../../src/resolve/times/uttered.ts";
import { markedIn } from "./found.ts";

/** The day of each statement, "?" where it is unknown. */
function uttered(marked: string): string[] {
  // A Friday.
  const found = markedIn(marked, "2021-01-08", []);
  const times = resolveTimes(found);
  return found.statements.map((s) => {
    const name = s.source ? found.document.text.slice(s.source.from, s.source.to) : "";
    const chain: Hop[] = [{ name, kind: "person", span: s.source, cue: s.cue, when: null }];
    return utteredOf(s, chain, { found, times, occasions: [] }).uttered.edtf ?? "?";
  });
}

const CASES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "talks that open a report are the day of what both who met said": [
    [
      "Ada Quill on Tuesday met with Tom Solvan here. [s1 Quill] [c1 said] [q1 the road was long]. [s2 Solvan] [c2 thanked] [q2 the host]. [s3 Bela Orm] [c3 said] [q3 it was late].",
      "2021-01-05",
      "2021-01-05",
      "?",
    ],
    ["Ada Quill, who met with Tom Solvan on Tuesday, is ill. [s Quill] [c said] [q the road was long].", "?"],
    ["Ada Quill met with Tom Solvan on Tuesday. [s Quill] [c told] reporters [q the road was long].", "?"],
    ["Ada Quill met with Tom Solvan on Tuesday. In May the dam broke. [s Quill] [c said] [q the road was long].", "?"],
  ],
  "what is told to a court, a board, a meeting is of the day on which it sat": [
    [
      "[s1 Ada Quill] [c1 told] the court in Ostrel on Monday [q1 that she was ill]. [s2 Bela Orm] [c2 told] the judges [q2 it was a lie]. Outside the court, [s3 Ivo Lind] [c3 said] [q3 it was late].",
      "2021-01-04",
      "2021-01-04",
      "?",
    ],
    [
      "Parents packed a meeting Tuesday night. [s1 Ada Quill] [c1 told] the board [q1 the roof leaked]. [s2 Bela Orm] [c2 asked] [q2 who would pay]. [s3 Ivo Lind] [c3 said] in a statement [q3 it was late].",
      "2021-01-05",
      "2021-01-05",
      "?",
    ],
    [
      "Ada Quill apologised at a meeting in Ostrel on Monday. [s1 Bela Orm] [c1 said] [q1 the field was lost]. [q2 “It is the third,”] [s2 she] [c2 told] the meeting.",
      "2021-01-04",
      "2021-01-04",
    ],
    ["Ada Quill appeared in court on Monday charged with theft. [s Quill] [c said] [q she was ill].", "?"],
  ],
  "remarks that are told to have been made on an occasion have its day": [
    [
      "[s1 The ruler] [c1 said] on Tuesday [q1 he would go]. Ada Quill made the pledge in an interview. [s2 Quill] [c2 rejected] [q2 the charge]. In a statement, [s3 Quill] [c3 said] [q3 it was late].",
      "2021-01-05",
      "2021-01-05",
      "?",
    ],
    ["[s1 Ada Quill] [c1 said] [q1 it was over]. Quill made the remarks in Ostrel on Monday.", "2021-01-04"],
    ["[s1 Ada Quill] [c1 said] [q1 it was over]. Quill made the remarks before the vote on Monday.", "?"],
  ],
  "what stands in a clause of days before is not of the day of the blast": [
    ["A blast killed two on Friday. It came three days after [s Quill] [c warned] [q of a leak].", "?"],
  ],
};

for (const [name, cases] of Object.entries(CASES))
  test(name, () => {
    for (const [marked, ...days] of cases) assert.deepEqual(uttered(marked), days, marked);
  });

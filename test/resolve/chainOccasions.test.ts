import assert from "node:assert/strict";
import { test } from "node:test";
import { chainsOf } from "../../src/resolve/chain/chain.ts";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";

/** The chain of each statement of a marked text, in the order of its numbers: which of them belong to a channel's occasion. */
const CASES: Readonly<Record<string, readonly (readonly [marked: string, ...chains: string[]])[]>> = {
  "the interview is the one told of last": [
    [
      "Doubts arose after an interview with the TTA’s Jan Orvik on Sunday. [q “It is old,”] [s Mara Quill] [c said] in the interview.",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
    [
      "The harbour clerk explained it in an interview with “The Tide.” [q “It is old,”] [s Mara Quill] [c told] the show.",
      "The Tide < Mara Quill",
    ],
    [
      "Doubts arose after an interview with the TTA’s Jan Orvik on Sunday. [q “It is old,”] [s Mara Quill] [c said].",
      "Mara Quill",
    ],
    [
      "[s1 Tom Birch] [c1 told] the TTA [q1 it leaked]. [s2 Mara Quill] [c2 said] in an interview [q2 it was dry]. [s3 Quill] [c3 said] in the interview [q3 yes].",
      "Tarvian Telegraph Agency < Tom Birch",
      "Mara Quill",
      "Mara Quill",
    ],
  ],
  "an occasion told of twice": [
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. The head of the dike council was blunt in an interview with the TTA on Monday. [q2 “It is old,”] [s2 Quill] [c2 said].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
    [
      "Mara Quill’s letter to the council was published in the Lindholt Star on Monday. [s Quill] [c said] in the letter that [q it leaks].",
      "Lindholt Star < Mara Quill",
    ],
    [
      "Mara Quill’s letter to the council was read on Monday. [s Quill] [c said] in the letter that [q it leaks].",
      "Mara Quill",
    ],
  ],
  "another day is another occasion": [
    [
      "[s1 Mara Quill] [c1 told] the TTA on Monday [q1 it leaked]. [s2 Quill] [c2 said] Wednesday [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA on Monday [q1 it leaked]. [s2 Quill] [c2 said] of Wednesday’s vote [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [s2 Quill] later [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [s2 Quill] later [c2 added] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
  ],
  "what is added later belongs to it": [
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [q2 “No,”] [s2 she] [c2 said], [c3 adding] later: [q3 “It rose.”]",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
  ],
  "whom a channel quotes goes on there": [
    [
      "[s1 The TTA] [c1 quoted] [q1 [s2 Mara Quill] [c2 as saying] [q2 it leaked]]. [s3 Quill] [c3 noted] [q3 it was old].",
      "Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
    [
      "[s1 The TTA] [c1 said] [q1 [q2 it leaked]], [c2 citing] [s2 a port official]. [s3 The official] [c3 said] [q3 it was old].",
      "Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < a port official",
      "Tarvian Telegraph Agency < official",
    ],
  ],
  "whom a channel quotes may speak elsewhere in the next paragraph": [
    [
      "[s1 The TTA] [c1 quoted] [q1 [s2 Mara Quill] [c2 as saying] [q2 it leaked]]. ¶ [s3 Quill] [c3 noted] [q3 it was old].",
      "Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 The TTA] [c1 reported] that [q1 [s2 Mara Quill] [c2 said] [q2 it leaked]]. [s3 Quill] [c3 noted] [q3 it was old].",
      "Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
  ],
  "an interview of last week is gone on with in its paragraph": [
    [
      "[s1 Mara Quill] [c1 said] in an interview with the TTA last week that [q1 it leaked]. [q2 “It is old,”] [s2 she] [c2 said].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 said] in an interview with the TTA last week that [q1 it leaked]. ¶ [q2 “It is old,”] [s2 she] [c2 said].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
  ],
  "a visit, a meeting and parliament are elsewhere": [
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [s2 Quill] [c2 said], during a visit to Ostrel, [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. Speaking later in parliament, [s2 Quill] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. On Tuesday, [s2 Quill] [c2 said] after a council meeting that [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill",
      "Mara Quill",
    ],
  ],
  "a name behind a description": [
    [
      "[s1 Ms. Mara Quill] [c1 said] [q1 no]. [q2 “It leaks,”] [s2 the seasoned diver] [c2 told] the TTA. [q3 “It is old,”] [s3 she] [c3 said].",
      "Mara Quill",
      "Tarvian Telegraph Agency < seasoned diver",
      "Tarvian Telegraph Agency < Mara Quill",
    ],
  ],
  "a name behind a description, told of beside it": [
    [
      "[q1 “It leaks,”] [s1 the seasoned diver] [c1 told] the TTA. Mara Quill came in. [q2 “It is old,”] [s2 she] [c2 said].",
      "Tarvian Telegraph Agency < seasoned diver",
      "Mara Quill",
    ],
  ],
  "who puts a question": [
    [
      "[s1 Mara Quill] [c1 told] the TTA’s “Face of the Day” [q1 it leaked]. [q2 Many were hurt], journalist [s2 Jan Orvik] [c2 said] in posing the question to Quill.",
      "Face of the Day < Mara Quill",
      "Face of the Day < Jan Orvik",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA’s “Face of the Day” [q1 it leaked]. [q2 Many were hurt], [s2 Jan Orvik] [c2 said] of Quill.",
      "Face of the Day < Mara Quill",
      "Jan Orvik",
    ],
  ],
};

test("a paper calls itself by its last word", () => {
  const marked = "[s Mara Quill] [c told] the Courier [q it leaked].";
  const chained = (outlet: string): string => {
    const found = foundIn(marked, { outlet });
    const [chain = []] = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]).values();
    return chain.map(({ name }) => name).join(" < ");
  };
  assert.equal(chained("Lindholt Courier"), "Lindholt Courier < Mara Quill");
  assert.equal(chained("Lindholt Star"), "Lindholt Star < Courier < Mara Quill");
});

for (const [what, cases] of Object.entries(CASES))
  test(what, async (t) => {
    for (const [marked, ...expected] of cases)
      await t.test(marked, () => {
        const found = foundIn(marked);
        const chains = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]);
        assert.deepEqual(
          found.statements.map((s) => (chains.get(s) ?? []).map(({ name }) => name).join(" < ")),
          expected,
        );
      });
  });

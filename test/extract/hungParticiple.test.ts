import assert from "node:assert/strict";
import { test } from "node:test";
import { hungParticiple } from "../../src/extract/rules/hungParticiple.ts";
import { handMade } from "./proposals.ts";

const FIRST_KEY = 100;

/** What was found, and what the rule makes of it: the changed ones and the new ones, as cue and content. */
function hungOn(marked: string): string[] {
  const { context, proposals } = handMade(marked);
  const { text } = context.reading.document;
  const made = hungParticiple.propose(context, proposals, FIRST_KEY);
  for (const p of made.filter((q) => q.key >= FIRST_KEY)) assert.ok(proposals.some((q) => q.source === p.source));
  return made.map(({ cue, content }) =>
    [cue, ...content].map((s) => (s ? text.slice(s.from, s.to).replace(/\.$/, "") : "")).join(" | "),
  );
}

/** The words with the statements found, and what is made of them. */
const HUNG: readonly (readonly [string, readonly string[]])[] = [
  [
    "[q The bridge is safe], [s he] [c said], highly praising the crew that mended it.",
    ["praising | the crew that mended it"],
  ],
  // Taken for the rest of what was said: that would give the first words the act of the second.
  [
    "[q The bridge is safe], [s he] [c noted], [q highly appreciating the zeal of the crew].",
    ["noted | The bridge is safe", "appreciating | the zeal of the crew"],
  ],
  [
    "[q The mill runs on steam], [s the director] [c said] at the opening on Friday, setting forth tasks for the year.",
    ["setting forth | tasks for the year"],
  ],
  ["[q The catch was good], [c said] [s Mara Quill], wishing the fishermen luck.", ["wishing | the fishermen luck"]],
  [
    "[q “The catch was good,”] [s she] [c said], extending warm thanks to the crews.",
    ["extending warm thanks to | the crews"],
  ],
  [
    "[s Quill] [c said] that [q the only way is to dredge the port], underlining the need for a second ship.",
    ["underlining | the need for a second ship"],
  ],
  [
    "[q The dike held], [s he] [c said], praising the crew, and underscoring the need for sand.",
    ["praising | the crew", "underscoring | the need for sand"],
  ],
  // The reader has the second act of the row already.
  [
    "[q1 The dike held], [s1,2 he] [c1 said], praising the crew and [c2 calling for] [q2 more sand].",
    ["praising | the crew"],
  ],
  // And the participle itself: only what came before ends there.
  ["[q1 The dike held], [s1,2 he] [c1 said][q1 , [c2 praising] [q2 the crew]].", ["said | The dike held"]],
  ["[q “The dike held,”] [s he] [c said], praising the crew, [q “and it will hold again.”]", ["praising | the crew"]],
];

/** Nothing hangs on these, or it does not speak. */
const NONE: readonly string[] = [
  "[q The bridge is safe], [s he] [c said], pointing at the crew.",
  "[q The bridge is safe], [s he] [c said], speaking to the crew.",
  "[q The bridge is safe], [s he] [c said], extending his hand to the crew.",
  "[q The bridge is safe], [s he] [c said], wishing.",
  "[q The bridge is safe], [s he] [c said] in a letter that reached the crew, praising them.",
  "[q The bridge is safe], [s he] [c said]. The mayor wrote to the crew, praising them.",
  // Whose praise it is the words leave open.
  "[s He] [c said] [q the mayor wrote to the crew, praising them].",
  "[q “The mayor came, praising the crew,”] [s he] [c said].",
  "[q The bridge is safe], [c according to] [s the mayor], praising the crew.",
];

test(hungParticiple.name, async (t) => {
  for (const [marked, wanted] of HUNG) await t.test(marked, () => assert.deepEqual(hungOn(marked), wanted));
  for (const marked of NONE) await t.test(marked, () => assert.deepEqual(hungOn(marked), []));
});

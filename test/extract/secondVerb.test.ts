import assert from "node:assert/strict";
import { test } from "node:test";
import { secondVerb } from "../../src/extract/rules/secondVerb.ts";
import { handMade } from "./proposals.ts";

const FIRST_KEY = 100;

/** What the rule makes of the statements found: the changed ones and the new ones, as source, cue and content. */
function made(marked: string): string[] {
  const { context, proposals } = handMade(marked);
  const { text } = context.reading.document;
  return secondVerb
    .propose(context, proposals, FIRST_KEY)
    .map(({ source, cue, content }) =>
      [source, cue, ...content].map((s) => (s ? text.slice(s.from, s.to).replace(/\.$/, "") : "")).join(" | "),
    );
}

const SECOND: readonly (readonly [string, readonly string[]])[] = [
  // The reader knows the second verb and its subject, and let the first content run on over it.
  [
    "[s1,2 The two sides] [c1 expressed satisfaction with] [q1 the trade, and [c2 agreed] [q2 to extend it]].",
    ["The two sides | expressed satisfaction with | the trade"],
  ],
  [
    "[s1,2 Senn] [c1 stressed] [q1 that the port was open, and also [c2 called for] [q2 more ships]].",
    ["Senn | stressed | that the port was open"],
  ],
  ["[s1,2 Senn] [c1 said] [q1 he was glad and [c2 urged] [q2 the board to pay]].", ["Senn | said | he was glad"]],
  // It took the second verb's subject from the sentence before.
  [
    "[s2 Ivo Senn] sent a message. [s1 The letter] [c1 expressed belief] [q1 that ties would grow, and [c2 wished] [q2 him luck]].",
    ["The letter | expressed belief | that ties would grow", "The letter | wished | him luck"],
  ],
  // It passed the second verb over.
  [
    "[s The two sides] [c expressed satisfaction with] [q the trade in salt and herring, and agreed to extend it].",
    [
      "The two sides | expressed satisfaction with | the trade in salt and herring",
      "The two sides | agreed | to extend it",
    ],
  ],
  [
    "[s Senn] [c stressed] [q that the dike was dry, and called for more sand].",
    ["Senn | stressed | that the dike was dry", "Senn | called for | more sand"],
  ],
  [
    "[s The union] [c said] [q the mill would close, and demanded that its owners pay the crew].",
    ["The union | said | the mill would close", "The union | demanded | that its owners pay the crew"],
  ],
];

const NONE: readonly string[] = [
  // The one spoken of may have done both.
  "[s Senn] [c said] [q the mayor was at the port, and called for more ships].",
  "[s Senn] [c said] [q she was there, and demanded that the owners pay].",
  "[s Senn] [c said] [q the letter reached the mill in May, and urged the owners to pay].",
  "[s Senn] [c said] [q the crew came, and wished the mayor luck].",
  "[s Senn] [c says] [q that the mill would close, and called for help].",
  // A passive, and a noun.
  "[s Senn] [c said] [q the mill would be sold, and called a wreck].",
  "[s Senn] [c expressed satisfaction with] [q the trade, and hopes of more].",
  // Somebody inside the words does the second thing.
  "[s1 Senn] [c1 said] [q1 [s2 the mayor] left and [c2 vowed] [q2 to stay away]].",
  // The verb stands in the speaker’s own words.
  "[s Senn] [c said]: [q “The mill would close, and demanded that we all leave.”]",
];

test(secondVerb.name, async (t) => {
  for (const [marked, wanted] of SECOND) await t.test(marked, () => assert.deepEqual(made(marked), wanted));
  for (const marked of NONE) await t.test(marked, () => assert.deepEqual(made(marked), []));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rule } from "../../src/extract/proposal.ts";
import { heldAttitude } from "../../src/extract/rules/heldAttitude.ts";
import { reportedClause } from "../../src/extract/rules/reportedClause.ts";
import { speakingNoun } from "../../src/extract/rules/speakingNoun.ts";
import { handMade } from "./proposals.ts";

/** Marked texts with what a rule adds to them: source, cue and content. */
function adds(rule: Rule, cases: readonly (readonly [marked: string, ...expected: string[]])[]): void {
  test(rule.name, async (t) => {
    for (const [marked, ...expected] of cases)
      await t.test(marked, () => {
        const { context, proposals } = handMade(/\[[scq]/.test(marked) ? marked : `! ${marked}`);
        const { text } = context.reading.document;
        const words = (span: { from: number; to: number } | null): string =>
          span ? text.slice(span.from, span.to) : "–";
        const made = rule.propose(context, proposals, 100);
        assert.deepEqual(
          made.map(({ source, cue, content }) => [source, cue, ...content].map(words).join(" | ")),
          expected,
        );
      });
  });
}

adds(speakingNoun, [
  ["The board fears the cost of its decision not to dredge the port.", "its | decision | not to dredge the port"],
  ["Nobody expected Quill’s refusal to sign the treaty.", "Quill’s | refusal | to sign the treaty"],
  ["He opened the gates despite loud calls from the pilots to wait.", "the pilots | calls | to wait"],
  [
    "The court denied a request by the ferry company to raise its fares.",
    "the ferry company | request | to raise its fares",
  ],
  ["They have to answer Solvan’s proposal for dialogue and trade.", "Solvan’s | proposal for | dialogue and trade"],
  ["She recalled her opposition to the dike plan.", "her | opposition to | the dike plan"],
  ["Both stressed their confidence that the dike would hold.", "their | confidence | that the dike would hold"],
  // The noun is the subject: what is held ends before the verb.
  ["The mill’s refusal to let them in revealed that the gate was weak.", "The mill’s | refusal | to let them in"],
  ["His decision to close the mill has angered the town.", "His | decision | to close the mill"],
  [
    "In answer to the mayor’s proposal to close the mill, the owners would not meet him.",
    "the mayor’s | proposal | to close the mill",
  ],
  ["They mocked him, a nod to Quill’s criticism of the dike plan.", "Quill’s | criticism of | the dike plan"],
  // What another said ends with his words.
  ["[q The pilots rejected his proposal to wait], [s the board] [c said] in a letter.", "his | proposal | to wait"],
  // Nobody holds it; or it is another thing; or the reader has it.
  ["The decision to close the mill has angered the town."],
  ["The ship carried his offer to the board."],
  ["His aides sent on requests for comment."],
  ["She spoke of his belief that was so often mocked."],
  ["His ability to swim saved him."],
  ["[s His] [c refusal] [q to sign the treaty] ended it."],
]);

adds(heldAttitude, [
  ["[s She] [c said] [q she was willing to meet the pilots].", "she | was willing | to meet the pilots"],
  ["[s Aides] [c said] [q they were confident the dike would hold].", "they | were confident | the dike would hold"],
  [
    "The chief of the harbour in Lindholt was not prepared to wait for us, and left.",
    "The chief of the harbour in Lindholt | was not prepared | to wait for us",
  ],
  [
    "All the members of the board are convinced that it will.",
    "All the members of the board | are convinced | that it will",
  ],
  ["Mara Quill is convinced that the dike will hold.", "Mara Quill | is convinced | that the dike will hold"],
  [
    "[q Solvan is still keen to take the island], [s the paper] [c says] in an article.",
    "Solvan | is still keen | to take the island",
  ],
  // A view asked for or supposed, one’s own within marks, or a thing.
  ["If she is willing to wait, the boat will come."],
  ["Nobody knew how far they were willing to go for it."],
  ["[s He] [c said]: [q “She is willing to wait for us.”]"],
  ["The paint is prepared to last for years."],
  ["She was concerned with the mill for years."],
  ["[s She] [c is willing] [q to meet the pilots]."],
]);

adds(reportedClause, [
  ["The ferry has reportedly been sold to a bank.", "– | reportedly | The ferry has | been sold to a bank"],
  ["Reportedly, the mill lost its roof.", "– | Reportedly | the mill lost its roof"],
  [
    "Both Mara Quill and Pavol Alm reportedly left the island, but nobody saw them.",
    "– | reportedly | Both Mara Quill and Pavol Alm | left the island",
  ],
  ["With the port reportedly closed for good, boats turn back.", "– | reportedly | the port | closed for good"],
  [
    "Talks between the port and the pilots who left it have reportedly stalled again.",
    "– | reportedly | Talks between the port and the pilots who left it have | stalled again",
  ],
  // The clause is somebody’s own act of speaking, which the reader has; or words within marks.
  ["[s Quill] [c reportedly refused] [q to sign]."],
  ["[s Quill] reportedly [c told] the board that [q the dike held]."],
  ["[s He] [c said]: [q “The ferry has reportedly been sold.”]"],
]);

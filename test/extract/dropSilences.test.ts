import assert from "node:assert/strict";
import { test } from "node:test";
import { dropSilences } from "../../src/extract/refiners/dropSilences.ts";
import { handMade, refined } from "./proposals.ts";

/** Statements, however many denials stand around them. */
const SPOKEN = [
  "[s The firm] [c denied] that [q it had lied].",
  "[s He] did not deny [c saying] [q he was there].",
  "[s He] [c refused] [q to leave].",
  "[s They] [c declined] [q the offer of a truce].",
  "[s She] [c said] [q it was not easy].",
  "[s She] [c said] [q she would not comment on rumours].",
  "[s The ministry] [c said] [q it made no mention of tanks].",
  "[s He] [c ruled out] [q talks].",
  "[s She] [c never doubted] [q the report].",
  "[s They] [c do not believe] [q the numbers].",
  "[s He] [c did not think] [q it would hold].",
  "[s Ay] [c does not expect] [q a vote].",
  "[s The union] [c is not asking for] [q the moon].",
  "[s She] [c warned] [q no one would answer].",
  "[s Nobody] [c claimed] [q the prize was fair].",
  "[s He] [c did not hesitate to say] [q the dam was rotten].",
  "[q “We do not say no,”] [s he] [c said].",
  "[s The army] [c refused] [q to withdraw], and no comment was made.",
  "[q “I have no comment,”] [s she] [c said].",
  "[s The judge] [c refused] [q to release the tapes].",
  "[s He] [c refused] [q to provide a sample].",
  "[s Ay], who never spoke to reporters, [c wrote] [q that she was ill].",
  "[c According to] [s Ay], [q the ship gave no signal].",
  "[s He] [c agreed] [q not to talk].",
  "[s Ay] [c promised] [q never to say so again].",
  "[s She] [c told] them [q not to answer].",
  "[s The report] [c notes] [q that no reason was given].",
  "Nor did the rain stop, [s he] [c said] [q it poured].",
  "[s He] had not slept but [c said] [q he was fine].",
  "[s He] [c did not mince his words, saying] [q it was a farce].",
  "[s They] [c could not agree on] [q a date].",
  "[s She] [c cannot say enough about] [q the team].",
  "[s He] [c has not ruled out] [q talks].",
  "[s They] [c refused] [q to return the bodies].",
  "[s They] [c refused] [q to give an inch].",
  "[s The bank] [c failed] [q to meet what it calls its pledge].",
];

/** Nobody speaks: the report says that something was not said. */
const SILENT = [
  "[s He] [c did not say] [q when it would open].",
  "[s He] did not [c say] [q when it would open].",
  "[s She] [c didn’t say] [q why].",
  "[s The firm] [c would not say] [q whether he resigned].",
  "[s The firm] [c would not comment] [q on the sale].",
  "[s The firm] [c declined to comment] [q on the sale].",
  "[s The firm] [c declined] [q to comment on the sale].",
  "[s The firm] [c declined] [q to say how much it paid].",
  "[s He] [c refused to say] [q where he had been].",
  "[s He] [c refused] [q to answer questions about it].",
  "[s She] [c made no mention of] [q the tanks].",
  "[s She] made [c no mention of] [q the tanks].",
  "[s The agency] [c gave no details of] [q the plan].",
  "[s The agency] [c gave no] [q further details].",
  "[s The army] [c has not commented on] [q the raid].",
  "[s The army] [c has yet to comment on] [q the raid].",
  "[s The army] [c has not yet confirmed] [q the raid].",
  "[s He] did not blame Ostrel, nor did he [c criticise] [q its leader].",
  "The agency did not mention it; nor did [s it] [c say] [q that the road was clear].",
  "Nor would [s the ministry] [c say] [q who paid].",
  "[s He] [c never mentioned] [q the fishermen].",
  "[s He] left without [c saying] [q where to].",
  "[s They] [c did not immediately respond] to [q a request].",
  "[s They] [c did not respond to] [q a request for comment].",
  "[c According to] [s the agency], [q he made no mention of the tanks].",
  "[s Police] [c did not specify] [q the charge].",
  "[s Police] [c have not released] [q the names].",
  "[s Police] [c could not immediately confirm] [q the toll].",
  "[s The statement] [c did not elaborate] [q on the reason].",
  "[s The ministry] [c did not give] [q a reason].",
  "[s He] [c declined an interview] [q about the book].",
  "[s She] [c doesn’t say] [q who].",
  "[s He] [c had no comment on] [q the vote].",
  "[s Ay] [c issued no statement on] [q the vote].",
  "[s It] [c does not mention] [q a date].",
  "[s She] [c would neither confirm nor deny] [q the sale].",
  "[s They] [c stopped short of saying] [q he lied].",
  "[s He] [c failed to say] [q who paid].",
  "[s He] [c avoided mentioning] [q the war].",
  "[s He] [c offered no explanation for] [q the delay].",
  "[s He] [c would not be drawn on] [q the date].",
  "[s He] [c stayed silent on] [q the vote].",
  "[s She] [c refused to be drawn on] [q the date].",
  "[s He] [c is not saying] [q who].",
  "[s Officials] [c could not confirm] [q the toll].",
  "[s Officials] [c could not say] [q how many died].",
  "[s He] [c would not be drawn] [q on the date].",
  "[s They] [c refused] [q to provide any further details].",
  "[s They] [c declined] [q to give a reason].",
  "[s The bank] [c has kept silent on] [q the loan].",
];

test("a statement is kept", async (t) => {
  for (const marked of SPOKEN) await t.test(marked, () => assert.ok(!("drop" in refined(dropSilences, marked))));
});

test("a silence is dropped, and the reason says so", async (t) => {
  for (const marked of SILENT)
    await t.test(marked, () => {
      const result = refined(dropSilences, marked);
      assert.ok("drop" in result);
      assert.match(result.drop, /silence/);
    });
});

test("what is kept is not changed", () => {
  assert.deepEqual(refined(dropSilences, "[s He] [c refused] [q to leave “this hall”, ] he did."), {
    source: "He",
    cue: "refused",
    content: ["to leave “this hall”, "],
    opener: "",
  });
});

test("a quotation without a cue is no silence", () => {
  const { context, proposals } = handMade("[s He] [c said] [q “I did not say that”].");
  const [only] = proposals;
  assert.ok(only);
  const cueless = { ...only, cue: null, source: null };
  assert.equal(dropSilences.refine(cueless, context), cueless);
});

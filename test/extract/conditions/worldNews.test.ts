import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionOf } from "../../../src/extract/conditions/condition.ts";
import { spokenIn } from "../acts/spokenCases.ts";

/** Conditions as ministers, mediators and federations put them: trigger, consequence and mover ("" for none). */
const CONDITIONS: readonly (readonly [string, string, string, string])[] = [
  [
    "[s She] [c said] [q the loan would be paid provided that parliament passes the budget].",
    "provided that parliament passes the budget",
    "the loan would be paid",
    "parliament",
  ],
  [
    "[s She] [c said] [q ships would be safe provided that both sides withdraw their guns].",
    "provided that both sides withdraw their guns",
    "ships would be safe",
    "both sides",
  ],
  [
    "[s The club] [c said] [q it would accept a delay provided Norra agrees].",
    "provided Norra agrees",
    "it would accept a delay",
    "Norra",
  ],
  [
    "[s He] [c said] [q talks would be possible only on condition that the raids end].",
    "only on condition that the raids end",
    "talks would be possible",
    "",
  ],
  ["[q “Without trust there will be no treaty,”] [s he] [c said].", "Without trust", "there will be no treaty", ""],
  [
    "[s He] [c insisted] that [q Norra will not accept any dam without a binding agreement].",
    "without a binding agreement",
    "Norra will not accept any dam",
    "",
  ],
  [
    "[s The union] [c said] [q Norra will remain barred until its federation hands over the books].",
    "until its federation hands over the books",
    "Norra will remain barred",
    "its federation",
  ],
  [
    "[q “Until somebody says sorry, nothing else matters,”] [s she] [c said].",
    "Until somebody says sorry",
    "nothing else matters",
    "somebody",
  ],
  [
    "[q “Should prices fall faster, the bank will act,”] [s she] [c said].",
    "Should prices fall faster",
    "the bank will act",
    "",
  ],
  [
    "[q “Were Norra to stop the raids, the road would open,”] [s she] [c said].",
    "Were Norra to stop the raids",
    "the road would open",
    "Norra",
  ],
  [
    "[s The ministry] [c said] [q it was willing to send rice if Norra accepts monitoring].",
    "if Norra accepts monitoring",
    "it was willing to send rice",
    "Norra",
  ],
  [
    "[s The agency] [c quoted] [q its leader as saying that the guns would stay unless the siege is lifted].",
    "unless the siege is lifted",
    "the guns would stay",
    "",
  ],
];

const NONE: readonly string[] = [
  "[q “It will last as long as it takes,”] [s he] [c said].",
  "[s He] [c said] [q policy would stay tight for as long as necessary].",
  "[s He] [c believes] that [q Norra will not leave the pact before the end of the year].",
  "[s He] [c said] [q Norra would not agree until the last hours].",
];

test("conditions in world news", async (t) => {
  for (const [marked, trigger, consequence, mover] of CONDITIONS)
    await t.test(marked, () => {
      const { text, statements, context } = spokenIn(marked);
      const [statement] = statements;
      assert.ok(statement);
      const found = conditionOf(statement, context);
      const words = (span: { from: number; to: number } | null | undefined): string =>
        span ? text.slice(span.from, span.to) : "";
      assert.deepEqual(
        [words(found?.trigger), words(found?.consequence), words(found?.mover)],
        [trigger, consequence, mover],
      );
    });
});

test("what only looks like a condition", async (t) => {
  for (const marked of NONE)
    await t.test(marked, () => {
      const { statements, context } = spokenIn(marked);
      const [statement] = statements;
      assert.ok(statement);
      assert.equal(conditionOf(statement, context), null);
    });
});

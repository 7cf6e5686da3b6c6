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
  [
    "[s The minister] [c said] [q Norra would return to the pact only after “all” sanctions were lifted, unless Lindholt offered “firm proof”].",
    "only after “all” sanctions were lifted",
    "Norra would return to the pact",
    "",
  ],
  [
    "[s He] [c said] [q the ports would stay shut as long as the siege holds, unless the court rules otherwise].",
    "as long as the siege holds",
    "the ports would stay shut",
    "",
  ],
  [
    "[q Without guards for the road], [s the envoy] [c said], [q there would be no convoy].",
    "Without guards for the road",
    "there would be no convoy",
    "",
  ],
  [
    "[s He] [c said] [q talks could resume if Norra halts the drills, or if Lindholt sends a letter].",
    "if Norra halts the drills, or if Lindholt sends a letter",
    "talks could resume",
    "",
  ],
  [
    "[s He] [c said] [q no talks could begin before Norra freed the crew].",
    "before Norra freed the crew",
    "no talks could begin",
    "Norra",
  ],
  [
    "[q “They can have the ship back the moment they pay the fine,”] [s he] [c said].",
    "the moment they pay the fine",
    "They can have the ship back",
    "they",
  ],
  [
    "[s Norra] [c said] [q it would lift the ban on the condition of a public apology].",
    "on the condition of a public apology",
    "it would lift the ban",
    "",
  ],
  [
    "[s He] [c said] [q Norra would respond in kind should SENTO deploy troops there].",
    "should SENTO deploy troops there",
    "Norra would respond in kind",
    "",
  ],
  [
    "[s The bank] [c said] [q its approval hinged on whether Norra raises the price].",
    "hinged on whether Norra raises the price",
    "its approval",
    "Norra",
  ],
  [
    "[s He] [c said] [q the bodies would go home provided that the Red Crane was present].",
    "provided that the Red Crane was present",
    "the bodies would go home",
    "the Red Crane",
  ],
  [
    "[s He] [c said] [q guards would be let in only after the prisoners are home].",
    "only after the prisoners are home",
    "guards would be let in",
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
  "[s He] [c said] [q Norra will give up nothing in exchange for words].",
  "[s He] [c said] [q the crew spoke on condition of anonymity].",
  "[s He] [c said] [q he would remember the moment they met].",
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

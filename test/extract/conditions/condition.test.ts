import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionOf } from "../../../src/extract/conditions/condition.ts";
import { spokenIn } from "../acts/spokenCases.ts";

/** Trigger, consequence and mover ("" for none) of the last statement marked in each text. */
const CONDITIONS: readonly (readonly [string, string, string, string])[] = [
  // If, behind and ahead of the main clause.
  [
    "[s He] [c said] [q the port would close if the dredger failed].",
    "if the dredger failed",
    "the port would close",
    "",
  ],
  [
    "[s He] [c said] that [q if the dredger failed, the port would close].",
    "if the dredger failed",
    "the port would close",
    "",
  ],
  ["[q “If they come back, we will talk,”] [s he] [c said].", "If they come back", "we will talk", "they"],
  ["[q “If it snows,”] [s he] [c said], [q “the road will shut.”]", "If it snows", "the road will shut", ""],
  ["[q “The road will shut,”] [s he] [c said], [q “if it snows.”]", "if it snows", "The road will shut", ""],
  [
    "[s He] [c wrote] that [q if the talks, broken off in May, resumed, prices would fall].",
    "if the talks, broken off in May, resumed",
    "prices would fall",
    "",
  ],
  ["[s She] [c said] [q it was a trap because if he signs this he loses].", "if he signs this", "he loses", "he"],
  [
    "[s The envoy] [c said]: [q “[I\\]f Ostrel signs, we sign.”]".replace("[I\\]", "\\[I\\]"),
    "[I]f Ostrel signs",
    "we sign",
    "Ostrel",
  ],
  [
    "[s The union] [c said] [q it would strike if the owners did not pay].",
    "if the owners did not pay",
    "it would strike",
    "the owners",
  ],
  [
    "[s The envoy] [c said] [q aid would flow if the council lifted the ban], adding that the pier was ready.",
    "if the council lifted the ban",
    "aid would flow",
    "the council",
  ],
  ["[s The envoy] [c said] [q aid would flow if the ban was lifted].", "if the ban was lifted", "aid would flow", ""],
  [
    "[s The envoy] [c said] [q aid would flow if the ban was lifted by the council].",
    "if the ban was lifted by the council",
    "aid would flow",
    "the council",
  ],
  [
    "[s She] [c said] [q they could leave, but only if Norra agreed].",
    "only if Norra agreed",
    "they could leave",
    "Norra",
  ],
  [
    "[s He] [c warned] that [q the dam could fail if the 48-year-old gates stayed shut].",
    "if the 48-year-old gates stayed shut",
    "the dam could fail",
    "",
  ],
  // Unless.
  [
    "[s He] [c said] [q he would take another road unless sanctions were lifted].",
    "unless sanctions were lifted",
    "he would take another road",
    "",
  ],
  [
    "[q Unless the army leaves, there will be no vote], [s she] [c said].",
    "Unless the army leaves",
    "there will be no vote",
    "the army",
  ],
  [
    "[s The firm] [c threatened] [q to leave unless Solvan cut the tax].",
    "unless Solvan cut the tax",
    "to leave",
    "Solvan",
  ],
  // As long as, provided, on condition.
  [
    "[s He] [c said] [q the truce would hold as long as both sides kept to it].",
    "as long as both sides kept to it",
    "the truce would hold",
    "both sides",
  ],
  [
    "[s She] [c said] [q boats could sail, provided that the wind dropped].",
    "provided that the wind dropped",
    "boats could sail",
    "",
  ],
  [
    "[s They] [c agreed] [q to pay on condition that the mine reopens].",
    "on condition that the mine reopens",
    "to pay",
    "",
  ],
  [
    "[s They] [c agreed] [q to talk on the condition that Ostrel withdraws its guns].",
    "on the condition that Ostrel withdraws its guns",
    "to talk",
    "Ostrel",
  ],
  // Only after, only when, until.
  [
    "[s He] [c said] [q talks could resume only after the prisoners were freed].",
    "only after the prisoners were freed",
    "talks could resume",
    "",
  ],
  [
    "[s He] [c said] [q she would sign only when the minister apologised].",
    "only when the minister apologised",
    "she would sign",
    "the minister",
  ],
  [
    "[s He] [c said] [q there would be no talks until the blockade ended].",
    "until the blockade ended",
    "there would be no talks",
    "",
  ],
  ["[s She] [c vowed] [q not to eat until the court rules].", "until the court rules", "not to eat", "the court"],
  // In exchange, in return, in the event, depends, subject to.
  [
    "[s He] [c offered] [q grain in exchange for the release of the crew].",
    "in exchange for the release of the crew",
    "grain",
    "",
  ],
  [
    "[s He] [c proposed] [q easing the ban in return for Ostrel’s retreat].",
    "in return for Ostrel’s retreat",
    "easing the ban",
    "Ostrel",
  ],
  [
    "[s She] [c said] [q the plant would shut in the event of a flood].",
    "in the event of a flood",
    "the plant would shut",
    "",
  ],
  [
    "[s She] [c said] [q the sale was conditional on a vote of the board].",
    "conditional on a vote of the board",
    "the sale was",
    "",
  ],
  ["[s She] [c said] [q it would depend on whether the ice held].", "depend on whether the ice held", "it would", ""],
  [
    "[s She] [c said] [q the deal was subject to approval by parliament].",
    "subject to approval by parliament",
    "the deal was",
    "",
  ],
  // Turned round: should they, were they to.
  [
    "[s He] [c said] that [q should the rebels attack, the fleet would sail].",
    "should the rebels attack",
    "the fleet would sail",
    "the rebels",
  ],
  [
    "[q “Were they to refuse, we would walk out,”] [s he] [c said].",
    "Were they to refuse",
    "we would walk out",
    "they",
  ],
  ["[q Without trust, there will be no deal], [s he] [c said].", "Without trust", "there will be no deal", ""],
  // Or else, otherwise: what must happen stands ahead.
  ["[q “Leave the island, or else we will shoot,”] [s he] [c said].", "Leave the island", "we will shoot", ""],
  [
    "[s She] [c said] [q the gates must open, otherwise the town would flood].",
    "the gates must open",
    "the town would flood",
    "",
  ],
  // Beside the content.
  [
    "[q The strike will begin], [s they] [c said], unless the owners pay.",
    "unless the owners pay",
    "The strike will begin",
    "the owners",
  ],
  [
    "If the owners pay, [s they] [c said], [q the strike will end].",
    "If the owners pay",
    "the strike will end",
    "the owners",
  ],
  // In a later sentence of the content.
  [
    "[q “It is cold. If it freezes, the ships will stay,”] [s he] [c said].",
    "If it freezes",
    "the ships will stay",
    "",
  ],
  // A statement inside another keeps its own.
  [
    "[s1 The agency] [c1 said] that [q1 [s2 Ostrel] [c2 threatened] [q2 to leave unless the tax fell]].",
    "unless the tax fell",
    "to leave",
    "",
  ],
  // Without, behind what is denied.
  [
    "[s The envoy] [c said] [q there would be no talks without a ceasefire].",
    "without a ceasefire",
    "there would be no talks",
    "",
  ],
  ["[s He] [c said] [q nothing is possible without trust].", "without trust", "nothing is possible", ""],
  // Turned round.
  [
    "[s He] [c said] [q Had the dam been mended, nobody would have died].",
    "Had the dam been mended",
    "nobody would have died",
    "",
  ],
  [
    "[s He] [c promised] [q to open the gates should he win the vote].",
    "should he win the vote",
    "to open the gates",
    "he",
  ],
  [
    "[s He] [c said] [q In case another flood comes, the gates will be shut].",
    "In case another flood comes",
    "the gates will be shut",
    "",
  ],
  // Until, where it ends what is to last.
  [
    "[s He] [c said] [q they will stay until the army has left the port].",
    "until the army has left the port",
    "they will stay",
    "the army",
  ],
  // If with any, if with a participle.
  [
    "[s He] [c said] [q they may claim damages if any ship or crew is harmed].",
    "if any ship or crew is harmed",
    "they may claim damages",
    "",
  ],
  ["[s He] [c said] [q he would talk to everybody if elected].", "if elected", "he would talk to everybody", ""],
  [
    "[s He] [c said] [q the bill, which if enacted would close the port, was wrong].",
    "if enacted",
    "the bill, which",
    "",
  ],
  // Provided without a comma, barring, not before, hinges on.
  ["[s He] [c said] [q he will sign provided the terms are met].", "provided the terms are met", "he will sign", ""],
  ["[s He] [c said] [q barring a flood, the road will open].", "barring a flood", "the road will open", ""],
  [
    "[s He] [c said] [q they would talk, but not before the ban is lifted].",
    "not before the ban is lifted",
    "they would talk",
    "",
  ],
  ["[s He] [c said] [q the aid hinges on the vote].", "hinges on the vote", "the aid", ""],
  // Where a trigger ends.
  [
    "[q “If Mara Quill, after this defeat, still cannot say it, she should go,”] [s he] [c said].",
    "If Mara Quill, after this defeat, still cannot say it",
    "she should go",
    "",
  ],
  [
    "[s He] [c said] [q based on the count, if Quill wins the coast, the vote will be decided in July].",
    "if Quill wins the coast",
    "based on the count",
    "Quill",
  ],
  [
    "[s He] [c said] [q it is wiser to wait until you have the facts before drawing conclusions].",
    "until you have the facts",
    "it is wiser to wait",
    "",
  ],
];

test("conditions", async (t) => {
  for (const [marked, trigger, consequence, mover] of CONDITIONS)
    await t.test(marked, () => {
      const { statements, context, text } = spokenIn(marked);
      const last = statements.at(-1);
      assert.ok(last);
      const found = conditionOf(last, context);
      const words = (span: { from: number; to: number } | null | undefined): string =>
        span ? text.slice(span.from, span.to) : "";
      assert.deepEqual(
        [words(found?.trigger), words(found?.consequence), words(found?.mover)],
        [trigger, consequence, mover],
      );
    });
});

/** Nothing hangs on anything in these. */
const NONE: readonly string[] = [
  "[s He] [c asked] [q if the road was open].",
  "[s He] [c asked] [q her if the road was open].",
  "[s She] [c said] [q she did not know if the road was open].",
  "[s She] [c said] [q it was not clear if anyone was hurt].",
  "[s She] [c said] [q police were trying to find out if he had fled].",
  "[s She] [c said] [q he would go even if it snowed].",
  "[s She] [c said] [q he spoke as if he knew the way].",
  "[s She] [c called] [q it a disaster, if you will].",
  "[s She] [c said] [q the plan would change little, if anything].",
  "[s She] [c said] [q dozens, if not hundreds, had left].",
  "[s She] [c said] [q few, if any, had stayed].",
  "[q “What if they know?”] [s she] [c asked].",
  "[s He] [c said] [q he waited until noon].",
  "[s He] [c said] [q the crew slept until the storm passed].",
  "[s He] [c said] [q the pit was as long as three buses].",
  "[s He] [c spoke] on condition of anonymity; [q the road was shut].",
  "[s He] [c said] [q the charity provided food and blankets].",
  "[s He] [c said] [q the state provided that food].",
  "[s He] [c said] [q the island depended on oil].",
  "[s He] [c said] [q the town was subject to raids].",
  "[s He] [c said] [q the gates should stay shut].",
  "[s He] [c said] [q they left without their coats].",
  "[s He] [c said] [q the two were otherwise engaged].",
  "[s He] [c said] [q the judge had only after lunch read the file].",
  "[s He] [c said] [q the road was closed].",
  "[s He] [c said] [q he had never seen it until now].",
  "[s He] [c said] [q they would not talk until Tuesday].",
  "[s He] [c said] [q the camp will continue until the guild's assembly in July].",
  "[s He] [c said] [q people with like-minded, if odd, ideas met there].",
  "[s He] [c said] [q “We'll decide, if and when”].",
  "[q “Should there be a toll on the bridge?”] [s he] [c asked].",
  "[s Voters] [c will determine] [q if the port can grow].",
  "[s He] [c said] [q they must settle it without delay].",
  "[s He] [c said] [q he cannot walk home without sailors asking him to sing].",
  "[s He] [c said] [q she had the air of a winner].",
  "[s He] [c said] [q he is no sailor, in case you wondered].",
  "[s He] [c said] [q he would rebuild the port and provided the crew with bread that is free].",
  "[s He] [c said] [q the road was closed]. If it snows, the bridge will close too.",
];

test("no conditions", async (t) => {
  for (const marked of NONE)
    await t.test(marked, () => {
      const { statements, context, text } = spokenIn(marked);
      assert.deepEqual(
        statements
          .map((s) => conditionOf(s, context)?.trigger)
          .filter(Boolean)
          .map((s) => s && text.slice(s.from, s.to)),
        [],
      );
    });
});

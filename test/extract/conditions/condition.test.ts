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
  [
    "[s He] [c said] [q he would “shut the port for good” if the dredger failed].",
    "if the dredger failed",
    "he would “shut the port for good”",
    "",
  ],
  [
    "[q “If the council declares anything else, we will leave,”] [s he] [c said].",
    "If the council declares anything else",
    "we will leave",
    "the council",
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
  // Once, depending, until after, upon the condition, provided with an owner.
  [
    "[q “We will decide once we have the maps, but the port stays shut,”] [s he] [c said].",
    "once we have the maps",
    "We will decide",
    "",
  ],
  [
    "[q Once the ice has gone, the ferry will sail again], [s she] [c said].",
    "Once the ice has gone",
    "the ferry will sail again",
    "",
  ],
  [
    "[s He] [c said] [q the guild might strike, depending on how the vote goes and whether it is counted].",
    "depending on how the vote goes and whether it is counted",
    "the guild might strike",
    "",
  ],
  [
    "[s He] [c said] [q the council should not name a judge until after the election].",
    "until after the election",
    "the council should not name a judge",
    "",
  ],
  [
    "[s She] [c offered] [q to sing upon the condition that the bank pays the choir].",
    "upon the condition that the bank pays the choir",
    "to sing",
    "the bank",
  ],
  [
    "[s He] [c said] [q Norra was ready to leave provided Ostrel's border could be closed].",
    "provided Ostrel's border could be closed",
    "Norra was ready to leave",
    "",
  ],
  // Until, where something is to last or is denied.
  [
    "[s The party] [c threatened] [q to block every law until the senate passes the budget].",
    "until the senate passes the budget",
    "to block every law",
    "the senate",
  ],
  ["[s He] [c said] [q “We'll keep it until he's gone”].", "until he's gone", "We'll keep it", "he"],
  [
    "[s She] [c said] [q they were unable to pay and would not sail until this is settled].",
    "until this is settled",
    "they were unable to pay and would not sail",
    "",
  ],
  ["[s He] [c said] [q until a bid is made the board will wait].", "until a bid is made", "the board will wait", ""],
  // Without, behind what is forbidden or unreal.
  [
    "[s She] [c said] [q the bill should not be read without a majority of the guild].",
    "without a majority of the guild",
    "the bill should not be read",
    "",
  ],
  [
    "[s They] [c argued] [q the court cannot send him home without hearing him].",
    "without hearing him",
    "the court cannot send him home",
    "",
  ],
  [
    "[s He] [c said] [q the bridge would have been unthinkable without the two guilds].",
    "without the two guilds",
    "the bridge would have been unthinkable",
    "",
  ],
  ["[s She] [c said] [q the mill would close without the grant].", "without the grant", "the mill would close", ""],
  // But for, if not for.
  [
    "[q “But for the dam, the town would have drowned,”] [s he] [c said].",
    "But for the dam",
    "the town would have drowned",
    "",
  ],
  [
    "[q “You would not have had the flood if not for Quill,”] [s she] [c said].",
    "if not for Quill",
    "You would not have had the flood",
    "",
  ],
  // Turned round, with a name.
  [
    "[s He] [c said] [q the fleet would sail should Norra attack].",
    "should Norra attack",
    "the fleet would sail",
    "Norra",
  ],
  [
    "[s He] [c said] [q had Norra signed, the war would have ended].",
    "had Norra signed",
    "the war would have ended",
    "Norra",
  ],
  // If and only if, unless and until.
  [
    "[s She] [c said] [q she would go if, and only if, the court found a judge].",
    "if, and only if, the court found a judge",
    "she would go",
    "the court",
  ],
  [
    "[q “Unless and until they apologise, we will not talk,”] [s he] [c said].",
    "Unless and until they apologise",
    "we will not talk",
    "they",
  ],
  // Where a trigger ends.
  [
    "[s She] [c said] [q if the two sides fail to agree by Friday the strike will go ahead].",
    "if the two sides fail to agree by Friday",
    "the strike will go ahead",
    "the two sides",
  ],
  [
    "[q “If you find sound, honest firms in Solvan, they are not for sale,”] [s he] [c said].",
    "If you find sound, honest firms in Solvan",
    "they are not for sale",
    "",
  ],
  [
    "[q “If they have no crew, and they pay double, we are lost,”] [s he] [c said].",
    "If they have no crew, and they pay double",
    "we are lost",
    "they",
  ],
  [
    "[q “If a child has no salt ... it will not grow,”] [s she] [c said].",
    "If a child has no salt",
    "it will not grow",
    "",
  ],
  ["[s She] [c promised] [q to change the law if elected to make firms pay].", "if elected", "to change the law", ""],
  [
    "[s He] [c said] [q they could not count it until they know which men, and how many, will leave].",
    "until they know which men, and how many, will leave",
    "they could not count it",
    "they",
  ],
  // Beside the content, behind the words of another telling.
  ["Barring a flood, [q the road will open], [s she] [c predicted].", "Barring a flood", "the road will open", ""],
  [
    "In addition, the owners said if the bid succeeds, [s the firm] [c expects] [q the bank to lend more].",
    "if the bid succeeds",
    "the bank to lend more",
    "",
  ],
  [
    "[s He] [c warned] that [q unless the rebels withdraw, halt the raids and let the ferry sail, the fleet would fire].",
    "unless the rebels withdraw, halt the raids and let the ferry sail",
    "the fleet would fire",
    "the rebels",
  ],
  [
    "[s He] [c said] [q the firm could fail if rates rise, or if the mark falls].",
    "if rates rise, or if the mark falls",
    "the firm could fail",
    "",
  ],
  [
    "[s He] [c said] [q the crew would not have sailed had they known of the storm].",
    "had they known of the storm",
    "the crew would not have sailed",
    "they",
  ],
  [
    "[s He] [c said] [q no talks can begin before the guns fall silent].",
    "before the guns fall silent",
    "no talks can begin",
    "",
  ],
  [
    "[s She] [c said] [q the ban would hold until Ostrel and Norra agree on terms].",
    "until Ostrel and Norra agree on terms",
    "the ban would hold",
    "Ostrel and Norra",
  ],
  // Of several, the one that governs the main clause.
  [
    "[s He] [c said] [q a man who only helps if paid would not get the post unless the council agrees].",
    "unless the council agrees",
    "a man who only helps if paid would not get the post",
    "the council",
  ],
  [
    "[s The guild] [c was asking] [q her to leave if she wanted to speak].",
    "if she wanted to speak",
    "her to leave",
    "she",
  ],
  // A verb ahead of its subject, behind the main clause too.
  [
    "[s He] [c said] [q the mill would shut should the price of flax fall].",
    "should the price of flax fall",
    "the mill would shut",
    "",
  ],
  [
    "[s She] [c said] [q she would be glad to serve should the chance present itself].",
    "should the chance present itself",
    "she would be glad to serve",
    "",
  ],
  [
    "[s The king] [c said] [q he would abdicate were the people to ask him].",
    "were the people to ask him",
    "he would abdicate",
    "the people",
  ],
  [
    "[q “Only if the guns are silent will we leave,”] [s he] [c said].",
    "Only if the guns are silent",
    "will we leave",
    "",
  ],
  [
    "[q “Not until the guns are silent will we leave,”] [s he] [c said].",
    "Not until the guns are silent",
    "will we leave",
    "",
  ],
  // Until, of whatever is still to come.
  [
    "[s He] [c said] [q the crews in the bay will remain until Ostrel complies with the truce].",
    "until Ostrel complies with the truce",
    "the crews in the bay will remain",
    "Ostrel",
  ],
  [
    "[s She] [c said] [q the sale is off the table until Ostrel apologises].",
    "until Ostrel apologises",
    "the sale is off the table",
    "Ostrel",
  ],
  [
    "[s The court] [c ordered] [q the boy to stay in the port until his case worked its way through the courts].",
    "until his case worked its way through the courts",
    "the boy to stay in the port",
    "",
  ],
  // What comes first.
  [
    "[s The office] [c said] that [q once Marsh arrives in Norra it will begin the hearing].",
    "once Marsh arrives in Norra",
    "it will begin the hearing",
    "Marsh",
  ],
  [
    "[s The envoy] [c said] [q the talks would only resume when the blockade is lifted].",
    "when the blockade is lifted",
    "the talks would only resume",
    "",
  ],
  [
    "[q “We leave when, and only when, the guns are silent,”] [s he] [c said].",
    "when, and only when, the guns are silent",
    "We leave",
    "",
  ],
  [
    "[s The bank] [c said] [q it would lend more on condition the mines were sold].",
    "on condition the mines were sold",
    "it would lend more",
    "",
  ],
  [
    "[s He] [c said] [q talks were possible provided the rebels laid down their guns].",
    "provided the rebels laid down their guns",
    "talks were possible",
    "the rebels",
  ],
  [
    "[s He] [c said] [q the offer stands for as long as the guns are silent].",
    "for as long as the guns are silent",
    "the offer stands",
    "",
  ],
  [
    "[s The bank] [c said] [q after these sales and assuming no change of rates, the branch expects a gain].",
    "assuming no change of rates",
    "the branch expects a gain",
    "",
  ],
  // Without.
  [
    "[s He] [c said] [q without aid the ward would close within weeks].",
    "without aid",
    "the ward would close within weeks",
    "",
  ],
  [
    "[s She] [c argued] [q the inquiry could not have moved forward without access to the letters].",
    "without access to the letters",
    "the inquiry could not have moved forward",
    "",
  ],
  ["[s She] [c said] [q a truce without guards is not acceptable].", "without guards", "is not acceptable", ""],
  // Where it ends, and what hangs on it.
  [
    "[q “I think if you mend it from the bottom, the top will hold,”] [s she] [c said].",
    "if you mend it from the bottom",
    "the top will hold",
    "",
  ],
  [
    "[s He] [c said] [q the council should make the sale, if it happens, a lesson to all].",
    "if it happens",
    "the council should make the sale",
    "",
  ],
  [
    "[s He] [c said] that [q the guild is sure that the port will thrive as long as it has its cranes].",
    "as long as it has its cranes",
    "the port will thrive",
    "",
  ],
  [
    "If Ostrel goes on marking the bay “Ostrel Sea”, [q it will lose friends], [s he] [c said].",
    "If Ostrel goes on marking the bay “Ostrel Sea”",
    "it will lose friends",
    "Ostrel",
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
  "[s She] [c said] [q that without feeling shame, the owners could not but depend on thieves].",
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
  "[s He] [c said] [q she wouldn't be surprised if the price rose].",
  "[s He] [c said] [q the flood was unusual, if not unprecedented].",
  "[s He] [c said] [q few if any bakers use salt in their bread].",
  "[s He] [c said] [q everything depends on how the guild answers].",
  "[s He] [c asked] [q “Were you sent to the port (by force)?”].",
  "[s He] [c said] [q no one had left before the storm was over].",
  "[s He] [c said] [q once the war was over, he sold the mill].",
  "[s He] [c said] [q she had changed much since assuming office].",
  "[s He] [c said] [q the wall was as long as a street].",
  "[s He] [c said] [q they would not sail until this week].",
  "[s He] [c asked] [q the owner of the mill in a letter if he would sell].",
  "[s Kirn] [c said] [q he couldn't yet say if the price would match].",
  "[s Kirn] [c said] [q it was too early to say if the bridge would hold].",
  "[q “If you look at it, we hardly differ,”] [s he] [c said].",
  "[q “If you ask me, it was a fine show,”] [s he] [c said].",
  "[s They] [c said] [q Ostrel should no longer keep the islands].",
  "[s He] [c asked] [q what should the council do].",
  "[s He] [c said] [q the ships were the first to leave the port].",
  "[s He] [c said] [q it will only raise the price at a time when bread is dear].",
  "[s He] [c said] [q the yard can change its mind until the May vote at the guild].",
  "[s He] [c said] [q he worked at the mill until he died].",
  "[s He] [c said] [q the mill has stood idle until the rain stopped].",
  "[s She] [c said] [q the outcome depends on the weather].",
  "[s The mayor] [c said] [q as soon as the council agrees, work will begin].",
  "[s She] [c said] [q she would sing without naming the king].",
  "[s He] [c said] [q a house without a door was sold].",
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

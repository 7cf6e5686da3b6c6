import assert from "node:assert/strict";
import { test } from "node:test";
import { dropDeeds } from "../../src/extract/refiners/dropDeeds.ts";
import { handMade, refined } from "./proposals.ts";

/** What is dropped, with a part of the reason. */
const DEEDS: readonly (readonly [string, RegExp])[] = [
  ["[q The dike] [c seems] [q to hold].", /hedge/],
  ["[q It] [c also appeared] [q likely that the mill would close].", /hedge/],
  ["[q The bridge] [c may have seemed] [q safe].", /hedge/],
  ["[s Brandvold] [c first learned] [q that the seal was broken] in May.", /learning/],
  ["[s He] [c learned about] [q the way the plant is run].", /learning/],
  ["[s They] [c had heard of] [q the strike].", /learning/],
  ["[s The board] [c is also looking into] [q the price of salt].", /looking/],
  ["[s Voters] [c are looking] [q for a way out].", /looking/],
  ["[s Quill] [c has focused her campaign on] [q the harbour].", /turns to/],
  ["[s The board] [c will address] [q the price of salt].", /turns to/],
  ["[s Deputies] [c scrambled to address] [q fears of a flood].", /turns to/],
  ["[s Some deputies] [c are trying to embarrass] [q Quill].", /attempt/],
  ["[s Critics] [c attempted] [q to block the sale].", /attempt/],
  ["[s The owners] [c were hesitant] [q to buy the mill].", /state of mind/],
  ["[s Who] [c was reluctant to back] [q Quill]?", /state of mind/],
  ["[s Ninety deputies] [c cast their votes for] [q Soto].", /a vote/],
  ["[s He] [c reluctantly voted for] [q the other man].", /a vote/],
  ["[q Alm] [c was named] [q harbour master].", /a name or a post/],
  ["[s The crew] [c named] [q their boat “Heron.”]", /a name or a post/],
  ["[s Mara Quill] [c reports on] [q the visit to Ostrel].", /sign-off/],
  ["[s The new law] [c requires] [q that every mill keep a log].", /law/],
  ["[s The ordinance of May] [c bans] [q bonfires].", /law/],
  ["[s The attack of last week] [c shows] [q that the truce is dead].", /conclusion/],
  ["[s The slide of the crown last week] [c showed] [q that investors doubt the plan].", /conclusion/],
  ["[s Birch’s appointment as harbour master] [c signaled] [q that the town “means business”].", /conclusion/],
  ["[s His presence] [c suggests] [q the unions “are all in”].", /conclusion/],
  ["[s The visit] [c was meant to show] [q that the truce holds].", /conclusion/],
  ["[s The expulsion] [c tells] [q us that the truce is dead].", /conclusion/],
  ["[s The shooting] [c recalled] [q the flood year].", /conclusion/],
  ["[s Those who had signed] [c were unaware] [q that the mill was sold].", /knowing/],
  ["[q The price] [c isn’t known].", /knowing/],
  ["[s The clock above the gate] [c read] [q ten past four].", /clock/],
  ["[s This] [c clearly proves] [q who broke the seal].", /conclusion/],
  ["[s Quill] [c officially claimed] [q the party’s nomination].", /deed/],
  ["[s The clerk] [c was denied] [q bail].", /deed/],
  ["[s Norvik Lines] [c posted] [q a 12% gain in third-quarter profit].", /deed/],
  ["[s She] [c posted] [q a photo of the flooded mill].", /deed/],
  ["[s The paper] [c carried] [q an article titled “Salt of the North”].", /deed/],
  ["[s The mayor] [c signed] [q two dozen orders].", /deed/],
  ["[s The group] [c introduced] [q a bill on fishing rights].", /deed/],
  ["[s The group] [c has introduced a bill] [q to close the harbour].", /deed/],
  ["[s They] [c are again voting for] [q Soto].", /a vote/],
  ["[q A state] [c also known as] [q slack water] followed.", /a name, not/],
  ["[s Backers] [c are trying to rally support for] [q Soto].", /gathered/],
  ["[s A clerk] [c asked] [q not to be named].", /described/],
  ["[s A sailor] [c wanted] [q for theft] fled.", /police/],
  ["The daily, [s which] [c quoted] [q his remarks during the third day of the fair].", /only named/],
  ["It was [s Senn’s] first official [c comments on] [q the country’s position].", /only named/],
  ["[s Senn] came [c to discuss] [q his recent remarks about the dike].", /only named/],
  ["[s The radio] [c aired] [q comments on the state of the dike].", /only named/],
  ["[s The author’s] [c views of] [q the flood] sold well.", /only named/],
  ["[s Parties] [c Publish] [q Peace Declaration]", /deed/],
  ["[s State media] [c have published] [q images and reports of visits].", /deed/],
  ["[s A pamphlet] [c titled] [q “Salt of the North”] sold well.", /title/],
];

test(dropDeeds.name, async (t) => {
  for (const [marked, why] of DEEDS)
    await t.test(marked, () => {
      const result = refined(dropDeeds, marked);
      assert.ok("drop" in result);
      assert.match(result.drop, why);
    });
  await t.test("a question put to the hearer", () => {
    assert.deepEqual(refined(dropDeeds, "Why do [s you] [c think] [q the mill closed]?"), {
      drop: "a question put to the hearer",
    });
    assert.ok(!("drop" in refined(dropDeeds, "As [s you] [c know], [q the mill closed]. Is it open?")));
  });
  await t.test("a speaker’s own view inside his quotation", () => {
    const { context, proposals } = handMade("“[s We] [c intend] [q to rebuild the mill],” Quill said.");
    const [only] = proposals;
    assert.ok(only);
    const nested = dropDeeds.refine({ ...only, inside: 7 }, context);
    assert.ok("drop" in nested && /own view/.test(nested.drop));
    assert.equal(dropDeeds.refine(only, context), only);
  });
});

/** Words, views, wishes and documents: statements, however close their verbs are to those of deeds. */
const SPOKEN = [
  "[s He] [c appeared to say] [q the mill was lost].",
  "[s Quill] [c seemed sure] [q the dike would hold].",
  "[s The Courier] [c has learned] [q that the mill will close].",
  "[s They] [c look at] [q the dike as a promise].",
  "[s The board] [c is looking] [q to sell the mill].",
  "[s Most] [c would vote for] [q Soto].",
  "[s Critics] [c named] [q him “the Heron”].",
  "[s The jury] [c named] [q Alm as the owner].",
  "[s She] [c reports] [q that the dike holds].",
  "[s The law’s authors] [c say] [q it bans bonfires].",
  "[s The council] [c requires] [q that every mill keep a log].",
  "[s The report on the attack] [c shows] [q that the gate was open].",
  "[s The photographs from May] [c show] [q that the gate was open].",
  "[s The statistic] [c suggests] [q that most would leave].",
  "[s The minutes of the meeting] [c show] [q that the gate was open].",
  "[s Records of the arrest] [c suggest] [q that the gate was open].",
  "[s The court’s order] [c shows] [q that the gate was open].",
  "[s Only 19 percent] [c knew] [q that the mill was sold].",
  "[s She] [c knows] [q that the mill was sold].",
  "[s Birch] [c wants to know] [q who broke the seal].",
  "[s The man with the clock] [c says] [q it is four].",
  "[s The survey] [c shows] [q that most would leave].",
  "[s Quill] [c claimed] [q the gate was open].",
  "[s He] [c denied] [q the charge].",
  "[s The clerk] [c acknowledged] [q the error].",
  "[s She] [c wrote] [q a book arguing that the mill was sold too cheaply].",
  "[s The group] [c posted] [q a message calling for calm].",
  "[s She] [c also addressed] [q the charge that the mill was sold too cheaply].",
  "[s Quill] [c tried to explain] [q why the mill was sold].",
  "[s He] [c is trying] [q to convince voters that the dike holds].",
  "[q Alm] is [c derisively known as] [q the Heron].",
  "[s Backers] [c rallied to say] [q they would stay].",
  "[s A clerk] [c asked] [q to be named harbour master].",
  "[s She] [c wanted] [q the mill to close].",
  "[s Quill] [c writes in her memoir] [q that the seal was broken].",
  "[s The council] [c released a statement titled] [q “We will not close”].",
  "[s They] [c read] [q that the mill was sold].",
  "[s His] [c vow] [q to rebuild the mill] was heard.",
  "A [c demand] [q that the mill be closed] came.",
  "[s His] [c comments] [q that the mill was lost] hurt.",
  "[s The daily] [c quoted] [q him as calling the mill lost].",
  "[s The daily] [c quoted] [q his words “never again”].",
  "[s Senn] [c condemned] [q his remarks about the mill].",
  "[s Senn] [c published] [q a declaration calling for calm].",
  "[s The radio] [c aired] [q comments that the mill was lost].",
];

test("drop-deeds: what hands over words stays", async (t) => {
  for (const marked of SPOKEN)
    await t.test(marked, () => {
      const result = refined(dropDeeds, marked);
      assert.ok(!("drop" in result), "drop" in result ? result.drop : "");
    });
});

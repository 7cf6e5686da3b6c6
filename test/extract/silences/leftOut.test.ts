import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../../../src/extract/proposal.ts";
import { findSilences } from "../../../src/extract/silences/silences.ts";
import type { FoundSilence, SilenceKind } from "../../../src/model/entries.ts";
import { ownPacks } from "../../../src/packs/packs.ts";
import { read } from "../../../src/read/read.ts";
import { resolvePeople } from "../../../src/resolve/people/people.ts";
import { parseCase } from "../cases.ts";
import { foundOf, statementsOf } from "../found.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

function silencesIn(text: string): FoundSilence[] {
  return findSilences(contextOf(read(paragraphsOf(text)).reading, ownPacks()), []);
}

/** What leaders leave out, as reports of summits, trials and wars tell it. Square brackets hold the words. */
const FOUND: readonly (readonly [SilenceKind, string])[] = [
  ["message-absent", "[Solvan stopped short of threatening to close the strait]."],
  ["message-absent", "[The statement stopped short of expressing support for Marsh]."],
  ["message-absent", "[The observers fell short of calling for a second vote]."],
  ["act-absent", "[The union has so far stopped short of freezing its aid]."],
  ["act-absent", "[Holm has yet to present the budget]."],
  ["message-absent", "[Solvan made no apology for the raid]."],
  ["message-absent", "[Ostrel has said nothing]."],
  ["message-absent", "Solvan made no mention of the queen, [nor did he thank the judges]."],
  ["answer-not-given", "[The council did not immediately react to the accusation]."],
  ["answer-not-given", "[The palace would neither confirm nor deny the report]."],
  ["answer-not-given", "[Holm parried questions about the loan]."],
  ["answer-not-given", "[The paper was unable to reach Mr Marsh]."],
  ["answer-not-given", "[The Tide could not reach Ivo Marsh for comment]."],
  ["detail-withheld", "Guilds mocked [her refusal to release transcripts of paid speeches to banks]."],
  ["message-absent", "[Ostrel has given no such guarantee]."],
  ["answer-not-given", "[The guild had received no reply]."],
  ["topic-not-mentioned", "[Solvan did not say a single word about the miners]."],
  ["topic-not-mentioned", "[There was not one word about the order]."],
  ["topic-not-mentioned", "[There was nothing about the islands]."],
  ["topic-not-mentioned", "The summit ended [without a word on the dam]."],
  ["topic-not-mentioned", "[Ostrel has maintained silence on the raid]."],
  ["topic-not-mentioned", "[The 44-year-old envoy said nothing about the islands]."],
  ["topic-not-mentioned", "[Solvan did not mention the outgoing mayor, Ivo Marsh], who had backed her."],
  ["detail-withheld", "[Passengers have not been told whether they will be paid]."],
  ["detail-withheld", "[Ostrel did not provide a single piece of evidence]."],
  ["detail-withheld", "[The police have given no toll]."],
  ["detail-withheld", "[The order did not say whether the director, Ivo Marsh, still works there]."],
];

const NONE: readonly string[] = [
  "The court neither approves nor disapproves the plan.",
  "He spoke the name of the town aloud.",
  "They were held because they failed to explain their presence in the town satisfactorily.",
  "The guns have been silent for a week.",
  "The train did not stop to take passengers.",
  "Holm shrugged off the blow.",
  "She was fined for not stopping.",
  "Marsh was scolded for not releasing the accounts.",
  "The two had not spoken with their father for years.",
  "Profits fell short of the target.",
  "Solvan makes no apology for her candour.",
  "Solvan made no apology for his bluntness.",
  "The talks were unable to reach Lindholt levels of trust.",
  "The climbers could not reach the summit.",
  "Ships could not reach Port Ade for a week.",
  "The rescuers were unable to reach Tom Birch in the snow.",
  "The law gives no guarantee of a pension.",
  "Lehto was unable to reach an agreement.",
  "The patient did not react to the drug.",
  "There was nothing about him to suggest wealth.",
  "The board asked for the names to be withheld.",
  "They left without a word of thanks.",
  "The crew has not been told.",
];

test("what leaders leave out", async (t) => {
  for (const [kind, marked] of FOUND)
    await t.test(marked, () => {
      const text = marked.replace(/[[\]]/g, "");
      const found = silencesIn(text).map((s) => [s.kind, text.slice(s.span.from, s.span.to)]);
      assert.deepEqual(found.at(-1), [kind, /\[(.*)\]/.exec(marked)?.[1]]);
    });
});

test("what only looks like it", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(silencesIn(text), []));
});

const PARTICULARS: readonly (readonly [string, "about" | "who" | "scope" | "noticedBy" | "accordingTo", string])[] = [
  ["She has said little about the plan in recent months.", "about", "the plan"],
  ["Holm did not discuss her plans.", "about", "her plans"],
  ["He has not answered the question of what he would do.", "about", "what he would do"],
  ["He hung up when asked about the loan.", "about", "the loan"],
  ["Quill would prefer not to talk about the loan.", "about", "the loan"],
  ["The firm hasn't made overtures to the board.", "about", "overtures"],
  ["Others seem reluctant to issue condemnations of the raid.", "who", "Others"],
  ["After the talks the minister did not comment.", "who", "the minister"],
  ["Tom Birch, newly appointed chairman and head of the mill, wouldn't say who had left.", "who", "Tom Birch"],
  ["Holm wouldn't say if Marsh was asked to leave.", "about", "if Marsh was asked to leave"],
  ["Solvan said nothing about the islands.", "about", "the islands"],
  ["Solvan did not say a word about the miners.", "about", "the miners"],
  ["The palace would neither confirm nor deny the report.", "about", "the report"],
  ["Holm made no reference to the loan when she spoke in Lindholt.", "about", "the loan"],
  ["Solvan has not spoken publicly since the report came out.", "about", ""],
  ["Marsh stopped short of rejecting the aid outright.", "about", "the aid"],
  ["Marsh avoided commenting on the raid at the joint news conference.", "scope", "the joint news conference"],
  ["The palace readout of the call did not mention the dam.", "scope", "The palace readout of the call"],
  ["The harbour minister, Ivo Marsh, did not elaborate.", "who", "The harbour minister, Ivo Marsh"],
  ["The harbour minister, speaking in Lindholt, did not elaborate.", "who", "The harbour minister"],
  ["The KCNA report made no mention of the message.", "accordingTo", "KCNA"],
  ["The KCNA report made no mention of the message.", "who", "KCNA"],
  ["There was no mention of a retreat from Cold Springs.", "who", ""],
  ["Marsh did not respond to attempts to reach him.", "about", ""],
  ["There was no comment from the palace.", "who", "the palace"],
  ["Ivo Marsh signalled in a speech that his country was moving but did not specify where to.", "who", "Ivo Marsh"],
  ["The envoy, Ivo Marsh, said that a pause was near, but did not give a date.", "who", "The envoy, Ivo Marsh"],
  ["On Monday, the bank said that it was ready but did not give a date.", "who", "the bank"],
  ["The plan announced by Marsh said that it was due but did not give a date.", "who", "The plan announced by Marsh"],
  ["No message from Ivo Marsh was reported by KCNA.", "who", "Ivo Marsh"],
  ["Ivo Marsh toured the dam, but no message was reported by KCNA.", "who", "Ivo Marsh"],
  ["No message to the South was reported by KCNA.", "who", ""],
  ["No message to the South was reported by KCNA.", "accordingTo", "KCNA"],
  ["No statement was published by the ministry.", "who", "the ministry"],
  ["He grew up here, according to the clerk, though he avoided criticism of the mayor.", "noticedBy", ""],
  ["According to the clerk, he avoided criticism of the mayor.", "noticedBy", "the clerk"],
];

test("what belongs to it", async (t) => {
  for (const [text, which, words] of PARTICULARS)
    await t.test(`${which}: ${text}`, () => {
      const span = silencesIn(text).at(-1)?.[which];
      assert.equal(span ? text.slice(span.from, span.to) : "", words);
    });
});

function foundWithSilences(marked: string): ReturnType<typeof foundOf> {
  const { text, statements: marks } = parseCase([marked]);
  const { reading } = read(paragraphsOf(text));
  const statements = statementsOf(marks);
  return foundOf(reading, { statements, silences: findSilences(contextOf(reading, []), statements) });
}

test("who told something and goes on without a word is he who left it open", () => {
  const found = foundWithSilences("[q Ostrel will answer], [s Ivo Marsh] [c said] on Monday, without saying how.");
  const who = found.silences[0]?.who;
  assert.equal(who && found.document.text.slice(who.from, who.to), "Ivo Marsh");
});

test("whoever keeps silent stands in the foreground for the pronoun behind", () => {
  const found = foundWithSilences(
    "[s1 Tom Birch] [c1 said] [q1 no]. The harbour minister, Mark Lind, would not comment on it. [s2 He] [c2 said] [q2 it leaks].",
  );
  const people = resolvePeople(found, []);
  assert.deepEqual(
    found.statements.map((s) => people.sourceOf(s)?.name),
    ["Tom Birch", "Mark Lind"],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../../../src/extract/proposal.ts";
import { findSilences } from "../../../src/extract/silences/silences.ts";
import type { FoundSilence, SilenceKind } from "../../../src/model/entries.ts";
import { ownPacks } from "../../../src/packs/packs.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

function silencesIn(text: string): FoundSilence[] {
  return findSilences(contextOf(read(paragraphsOf(text)).reading, ownPacks()), []);
}

/** What channels cut and what texts drop against those before them. Square brackets hold the words, braces what was left out. */
const FOUND: readonly (readonly [SilenceKind, string])[] = [
  [
    "content-withheld",
    "[A transcript posted on Marsh's site did not include {a passage}], heard in the hall, in which he wept.",
  ],
  ["content-withheld", "[The agency omitted {the passage about the dam}]."],
  ["content-withheld", "[The agency's account of the talks, she noted, omitted {the word “raid”}]."],
  ["content-withheld", "On Monday [state television cut a section of the address]."],
  ["content-withheld", "Marsh warns of an answer as [state TV leaves out {talks}]"],
  ["content-withheld", "[Neither the agency nor the army's newspaper reported {what she said there}]."],
  ["content-withheld", "[State radio has not carried {his remarks}]."],
  ["content-withheld", "[The official video skips {the arrival of the envoy}]."],
  ["topic-not-mentioned", "[State media have so far not reported {the test}]."],
  [
    "topic-not-mentioned",
    "[{The phrase “for a long while”}, which had stood in every statement since May, was dropped].",
  ],
  [
    "topic-not-mentioned",
    "[{The sentence saying that risks were “even”}, which had appeared in the last six statements, was deleted].",
  ],
  ["topic-not-mentioned", "[Gone from the statement was {the promise to be “patient”}]."],
  ["topic-not-mentioned", "[Also missing was {the phrase “no limits”}]."],
  ["topic-not-mentioned", "[{Two paragraphs on the role of the police} are no longer there]."],
  ["topic-not-mentioned", "[{A line blaming the clerks} has gone]."],
  ["topic-not-mentioned", "[The final text also drops a reference to {the port}]."],
  [
    "topic-not-mentioned",
    "[A declaration signed after talks between Solvan and Ostrel does not contain {the word “truce”}].",
  ],
  ["topic-not-mentioned", "[The council's letter avoided {the word “siege”}]."],
  ["topic-not-mentioned", "[What the speech does leave out is {the cost}]."],
  ["topic-not-mentioned", "He was struck by [the absence of any reference to {the flood}]."],
  ["topic-not-mentioned", "Holm spoke for an hour and [not once mentioned {the islands}]."],
  ["topic-not-mentioned", "[Photographs of the parade did not show {him}]."],
  ["topic-not-mentioned", "[There was nothing at all on {wages}]."],
  ["topic-not-mentioned", "“[There is no mention of {the miners}],” he said."],
  ["message-absent", "[She never uttered {the word sorry}]."],
  ["message-absent", "“[Not a single word of regret],” he said."],
  ["message-absent", "[{That pledge} was not repeated in May]."],
  ["act-absent", "[Ivo Marsh has not appeared in public since August]."],
  ["act-absent", "[Marsh, who had been invited, did not turn up]."],
  ["not-criticised", "[The statement does not name {the party responsible for the shelling}]."],
  ["not-criticised", "[Holm stopped short of naming {Solvan}]."],
  ["not-criticised", "Holm condemned the raid [without mentioning {Solvan} by name]."],
  ["answer-not-given", "Asked about the loan, [Marsh changed the subject]."],
  ["answer-not-given", "[The guild is still waiting for a reply]."],
  ["answer-not-given", "[The owner did not pick up]."],
  ["answer-not-given", "[A clerk would say only that she was away]."],
  ["detail-withheld", "[Holm would not put a date on {the first cut}]."],
  ["detail-withheld", "[The ministry has yet to announce {a date}]."],
  ["content-withheld", "On Sunday [state radio cut out {the heckling}]."],
  ["content-withheld", "[The army's newspaper printed {none of his remarks}]."],
  ["content-withheld", "[State media did not disclose {what he said to the crew}]."],
  ["topic-not-mentioned", "[The bishop's letter omits {the customary blessing}]."],
  ["topic-not-mentioned", "[The letter steers clear of {the bonus row}]."],
  ["topic-not-mentioned", "[{The word} did not appear once]."],
  ["topic-not-mentioned", "[{Prices} did not come up at all]."],
  ["topic-not-mentioned", "[He passed over {the pensions} in silence]."],
  ["topic-not-mentioned", "“We note [the lack of any mention of {the islands}],” he said."],
  ["detail-withheld", "[He left open {whether she would stay}]."],
  ["detail-withheld", "She announced new ministers but [named none of {them}]."],
  ["answer-not-given", "[The clerks were tight-lipped when asked about {the loan}]."],
  ["answer-not-given", "[Marsh will not be drawn on {dates}]."],
  ["act-absent", "[The envoy, who was due to speak at noon, has not appeared]."],
];

const NONE: readonly string[] = [
  "It was not reported whether the road was open.",
  "The test was not reported by the agency.",
  "The bank cut part of its staff.",
  "The bank cut answers from its costs.",
  "The mill dropped the price.",
  "The charges were dropped.",
  "The child was missing for a day.",
  "He left out the back door.",
  "She left out of anger.",
  "The photographs did not show the bridge.",
  "The bag did not include the lunch.",
  "They did not attend the fair.",
  "The player did not pick up the ball.",
  "In the absence of a reply the board sat.",
  "The clinic suffers from a lack of nurses.",
  "He is still waiting for the train.",
  "The council changed the subject of its course.",
  "There is nothing on the table.",
  "The wall has not been seen since Roman times.",
  "She denied she had avoided the question.",
  "The agency has an account of its own.",
  "Nothing was deleted on purpose.",
  "He said nothing had been deleted on purpose.",
  "The sun did not come up over the hill.",
  "None of his sons came.",
  "The ship steers clear of the rocks.",
  "He left the door open when he went.",
  "The boy skips the rope.",
  "A rash did not appear.",
];

test("what channels keep back and what texts drop", async (t) => {
  for (const [kind, marked] of FOUND)
    await t.test(marked, () => {
      const text = marked.replace(/[[\]{}]/g, "");
      const silence = silencesIn(text).at(-1);
      const said = (span: { from: number; to: number } | null | undefined): string | undefined =>
        span ? text.slice(span.from, span.to) : undefined;
      assert.deepEqual(
        [silence?.kind, said(silence?.span)],
        [kind, /\[(.*)\]/.exec(marked)?.[1]?.replace(/[{}]/g, "")],
      );
      const left = /\{(.*)\}/.exec(marked)?.[1];
      if (left) assert.equal(said(silence?.about), left);
    });
});

test("what is cut or missing without a word", async (t) => {
  for (const text of NONE) await t.test(text, () => assert.deepEqual(silencesIn(text), []));
});

test("what an agency leaves open itself is missing on nobody's account", () => {
  assert.equal(silencesIn("KCNA gave no reason for the change.")[0]?.accordingTo, null);
  assert.notEqual(silencesIn("KCNA gave no details of the talks.")[0]?.accordingTo, null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BlockKind } from "../../src/model/document.ts";
import type { Context, Proposal, Rule } from "../../src/extract/proposal.ts";
import { carriedStatement } from "../../src/extract/rules/carriedStatement.ts";
import { continuingQuotation } from "../../src/extract/rules/continuingQuotation.ts";
import { quotedAs } from "../../src/extract/rules/quotedAs.ts";
import { signedQuotation } from "../../src/extract/rules/signedQuotation.ts";
import { documentOf, paragraphsOf } from "../read/documentOf.ts";
import { parseCase } from "./cases.ts";
import { contextOf, proposalsOf } from "./proposals.ts";

const FIRST_KEY = 100;

const spansOf = ({ source, cue, content }: Pick<Proposal, "source" | "cue" | "content">) => ({ source, cue, content });

/** What a rule adds to the marked statements. */
function added(rule: Rule, context: Context, found: readonly Proposal[]): Proposal[] {
  return rule.propose(context, found, FIRST_KEY);
}

/** In each text the statements marked `<` must be added to the others, and nothing else. */
const CONTINUING: readonly string[] = [
  "[q1 “It snowed,”] [s1 he] [c1 said]. [q2< “It snowed for days.”]",
  "[q1 “It snowed,”] [s1 he] [c1 said]. [q2< “For days.”] [q3< “For weeks.”]",
  "[q1 “Why?”] [s1 she] [c1 asked]. [q2< “Who pays?”]",
  "[q1 “It snowed,”] [s1 he] [c1 said]. He pointed at the roof. [q2< “It all came down.”]",
  "[q1 “It snowed,”] [s1 he] [c1 said]. ¶ [q2< “Then the roof came down.”]",
  "[q1 “It snowed,”] [s1 he] [c1 said]. ¶ [q2< “Then the roof came down. ] ¶ [q2< “Nobody was hurt.”]",
  "[s1 He] [c1 said]: [q1 “It snowed.”] ¶ [q2< “Then the roof came down.”] ¶ [q3< “Nobody was hurt.”]",
  "[s1 He] [c1 said] [q1 it had “snowed for days”]. [q2< “Nobody came.”]",
  "[s1 He] [c1 said] [q1 it had snowed]. [q2< “Nobody came to help us.”]",
  "[q1 “It snowed. ] ¶ [q1 “The roof came down,”] [s1 she] [c1 said]. [q2< “Nobody came.”]",
  "[q1 “It snowed,”] [s1 he] [c1 said]. [q2< “We called it the ‘white week’ here.”]",
  "[q1 ‘It snowed,’] [s1 he] [c1 said]. [q2< ‘It snowed for days.’]",
];

/** No quotation in these goes on: nothing may be added to what is marked. */
const NOT_CONTINUING: readonly string[] = [
  // A label at the head of a sentence.
  "[q “It snowed,”] [s he] [c said]. “White week” was its name afterwards.",
  "[q “It snowed,”] [s he] [c said]. “White week”, as it is known, cost a million.",
  // The title of a work.
  "[q “It snowed,”] [s he] [c said]. “A Cold Grammar” is published next month.",
  "[s He] [c said] [q it had snowed]. ¶ “House of Glass”",
  // Narration between, and nothing quoted before.
  "[s He] [c said] [q it had snowed]. The town was cut off. “Nobody came to help us.”",
  "[s He] [c said] [q it had snowed]. ¶ “Nobody came to help us.”",
  // A paragraph of others between.
  "[q “It snowed,”] [s he] [c said]. ¶ The town was cut off for days. ¶ “Nobody came to help us.”",
  // Nobody spoke before.
  "“Nobody came to help us.” ¶ [q “It snowed,”] [s he] [c said].",
  // Inside a sentence of its own.
  "[q “It snowed,”] [s he] [c said]. The plan was “a bad joke” all along.",
];

test(continuingQuotation.name, async (t) => {
  for (const marked of [...CONTINUING, ...NOT_CONTINUING])
    await t.test(marked, () => {
      const parsed = parseCase([marked]);
      const proposals = proposalsOf(parsed);
      const given = proposals.filter((p) => p.cue !== null);
      const wanted = proposals.filter((p) => p.cue === null);
      const context = contextOf(paragraphsOf(parsed.text));
      const result = added(continuingQuotation, context, given);
      const words = (ps: readonly Proposal[]): string[][] =>
        ps.map((p) => p.content.map((c) => parsed.text.slice(c.from, c.to).trim()));
      assert.deepEqual(words(result), words(wanted));
      result.forEach((p, i) => {
        assert.equal(p.key, FIRST_KEY + i);
        assert.equal(p.continues, given[0]?.key);
        assert.deepEqual([p.cue, p.source, p.inside], [null, null, null]);
        assert.ok(p.confidence > 0 && p.confidence < (given[0]?.confidence ?? 0));
      });
    });
});

test("another speaker between takes the words that follow", () => {
  const parsed = parseCase([
    "[q1 “It snowed,”] [s1 he] [c1 said]. [q2 “It rained,”] [s2 she] [c2 said]. [q3< “It rained for days.”]",
  ]);
  const given = proposalsOf(parsed).filter((p) => p.cue !== null);
  const [only] = added(continuingQuotation, contextOf(paragraphsOf(parsed.text)), given);
  assert.equal(only?.continues, 2);
});

/** Who goes on is the one quoted, not who hands his words on, nor a clause that tells of him: the number of the statement before. */
const GOES_ON: readonly (readonly [string, number | undefined])[] = [
  ["[q1 [q2 “It snowed,”] [s2 he] [c2 said]], [c1 according to] [s1 a video]. [q3< “For days.”]", 2],
  [
    "[q1 [q2 “It snowed,”] [s2 he] [c2 said] on air], [c1 as reported by] [s1 the agency]. [q3< “It snowed for days.”]",
    2,
  ],
  // His name for it inside another's words is not all of them.
  ["[s1 She] [c1 said] [q1 it was cold and [s2 he] [c2 called] [q2 it “a mess”]]. [q3< “It snowed for days.”]", 1],
  ["[q1 “It snowed,”] [c1 said] [s1 Tom Birch, [s2 who] [c2 accused] [q2 the board of neglect]]. [q3< “For days.”]", 1],
  [
    "[q1 “It snowed,”] [s1 he] [c1 said]. Ilse Brand, [s2 who] [c2 accused] [q2 the board], left. [q3< “For days it snowed.”]",
    undefined,
  ],
];

test("of several who speak in one sentence the one quoted goes on", async (t) => {
  for (const [marked, expected] of GOES_ON)
    await t.test(marked, () => {
      const parsed = parseCase([marked]);
      const given = proposalsOf(parsed).filter((p) => p.cue !== null);
      const [only] = added(continuingQuotation, contextOf(paragraphsOf(parsed.text)), given);
      assert.equal(only?.continues, expected);
    });
});

/** A document of blocks, one a line of the notation; the statements marked in it. */
function blocksOf(parts: readonly (readonly [BlockKind, string])[]): {
  context: Context;
  given: Proposal[];
  text: string;
} {
  const parsed = parseCase([parts.map(([, words]) => words).join(" ¶ ")]);
  const words = parsed.text.split("\n\n");
  const document = documentOf(parts.map(([kind], i) => [kind, words[i] as string] as const));
  return { context: contextOf(document), given: proposalsOf(parsed), text: parsed.text };
}

test("a picture between two paragraphs does not part them, a subheading does not speak", () => {
  const { context, given, text } = blocksOf([
    ["paragraph", "[q “It snowed,”] [s he] [c said]."],
    ["caption", "The roof of the hall on Monday. “A sad sight,” the owner said."],
    ["paragraph", "“Then the roof came down.”"],
    ["subheading", "‘Nobody came’"],
    ["paragraph", "The hall will be rebuilt."],
  ]);
  assert.deepEqual(
    added(continuingQuotation, context, given).flatMap((p) => p.content.map((c) => text.slice(c.from, c.to))),
    ["“Then the roof came down.”"],
  );
});

test("marks that stay open over paragraphs are one content", () => {
  const { context, given, text } = blocksOf([
    ["paragraph", "[q “It snowed,”] [s he] [c said]. “We waited."],
    ["paragraph", "“The roof came down."],
    ["paragraph", "“Nobody was hurt.”"],
    ["paragraph", "The hall will be rebuilt."],
  ]);
  const [only, more] = added(continuingQuotation, context, given);
  assert.equal(more, undefined);
  assert.deepEqual(
    only?.content.map((c) => text.slice(c.from, c.to)),
    ["“We waited.", "“The roof came down.", "“Nobody was hurt.”"],
  );
});

/** Marked with what must be found where nothing was. */
const SIGNED: readonly string[] = [
  "[q “We lost the roof.”] [c —] [s Karen Ortiz, 34, a nurse from Leeds]",
  "[q “We lost the roof.”] [c --] [s Karen Ortiz]",
  "[q “We lost the roof.”] [c –] [s Željka O’Brien-Šimić, teacher].",
  "[q “We lost the roof. Then it rained.”][c —][s Karen Ortiz (Leeds)]",
  "[q ‘We lost the roof.’] [c -] [s Karen Ortiz]",
  "Readers wrote to us. ¶ [q1 “We lost the roof.”] [c1 —] [s1 Karen Ortiz] ¶ [q2 “So did we.”] [c2 —] [s2 Tom Birch]",
];

const NOT_SIGNED: readonly string[] = [
  "“We lost the roof.” — That was in May.",
  "“We lost the roof” — Karen Ortiz was there when it fell.",
  "“We lost the roof.” — karen",
  "“We lost the roof,” said Karen Ortiz — Leeds",
  "Leeds — “We lost the roof.” — Karen Ortiz",
  "“We lost the roof.” “Twice.” — Karen Ortiz",
  "“We lost the roof.” Karen Ortiz",
];

test(signedQuotation.name, async (t) => {
  for (const marked of SIGNED)
    await t.test(marked, () => {
      const parsed = parseCase([marked]);
      const result = added(signedQuotation, contextOf(paragraphsOf(parsed.text)), []);
      assert.deepEqual(result.map(spansOf), proposalsOf(parsed).map(spansOf));
    });
  for (const text of NOT_SIGNED)
    await t.test(text, () => assert.deepEqual(added(signedQuotation, contextOf(paragraphsOf(text)), []), []));
  await t.test("words that are somebody's already are not signed", () => {
    const parsed = parseCase(["[q “We lost the roof.”] [c —] [s Karen Ortiz]"]);
    assert.deepEqual(added(signedQuotation, contextOf(paragraphsOf(parsed.text)), proposalsOf(parsed)), []);
  });
  await t.test("a headline is not signed", () => {
    assert.deepEqual(
      added(signedQuotation, contextOf(documentOf([["headline", "“We lost the roof” — Karen Ortiz"]])), []),
      [],
    );
  });
});

/** What a reader found, and what the rule makes of it; null where it must leave the text alone. */
const RESET: readonly (readonly [Rule, string, string | null])[] = [
  [
    quotedAs,
    "[q “The gates can be opened,”] [s the agency] [c quoted] [q Solvan as telling delegates].",
    "[q1 [q2 “The gates can be opened,”]] [s1 the agency] [c1 quoted] [s2 Solvan] [c2 as telling] delegates.",
  ],
  [
    quotedAs,
    "[s The agency] [c quoted] [q Solvan as saying the gates can be opened].",
    "[s1 The agency] [c1 quoted] [q1 [s2 Solvan] [c2 as saying] [q2 the gates can be opened]].",
  ],
  [
    quotedAs,
    "[s The agency] [c quoted] [q Solvan as telling his council that the gates can be opened].",
    "[s1 The agency] [c1 quoted] [q1 [s2 Solvan] [c2 as telling] his council [q2 that the gates can be opened]].",
  ],
  [quotedAs, "[q “March is long,” he] [c was quoted as saying].", null],
  [
    quotedAs,
    "[q “March is long,”] [q he] [c was quoted as saying].",
    "[q “March is long,”] [s he] [c was quoted as saying].",
  ],
  [quotedAs, "[q “March is long,”] [s he] [c was quoted as saying].", null],
  [quotedAs, "[s The agency] [c quoted] [q a price of 40 crowns].", null],
  [quotedAs, "[s She] [c described] [q him as a friend].", null],
  [quotedAs, "[s The paper] [c reported] [q that ships had left].", null],
  [
    carriedStatement,
    "[s1 Solvan] [c1 said] [q1,2 the gates would open], [s2 state media] [c2 reported].",
    "[q2 [s1 Solvan] [c1 said] [q1 the gates would open]], [s2 state media] [c2 reported].",
  ],
  [
    carriedStatement,
    "[s1 Solvan] [c1 said] [q1 the gates would open]. [q2 It was snowing], [s2 state media] [c2 reported].",
    null,
  ],
  [carriedStatement, "[q1 The gates would open], [s1 Solvan] [c1 said].", null],
  [carriedStatement, "[s1 Solvan] [c1 said] [q1 the gates would open], and [s2 radio] [c2 said] [q2 they were].", null],
];

for (const [rule, given, expected] of RESET)
  test(`${rule.name}: ${given}`, () => {
    const parsed = parseCase([given]);
    const found = proposalsOf(parsed);
    const result = added(rule, contextOf(paragraphsOf(parsed.text)), found);
    if (expected === null) {
      assert.deepEqual(result, []);
      return;
    }
    const replaced = new Map(result.map((p) => [p.key, p]));
    const all = [...found.map((p) => replaced.get(p.key) ?? p), ...result.filter((p) => p.key >= FIRST_KEY)];
    assert.deepEqual(all.map(spansOf), proposalsOf(parseCase([expected])).map(spansOf));
  });

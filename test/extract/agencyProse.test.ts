import assert from "node:assert/strict";
import { test } from "node:test";
import type { Context, Proposal, Rule } from "../../src/extract/proposal.ts";
import { headlinePassive } from "../../src/extract/refiners/headlinePassive.ts";
import { trimEdges } from "../../src/extract/refiners/trimEdges.ts";
import { headlineColon } from "../../src/extract/rules/headlineColon.ts";
import { headlineVerdict } from "../../src/extract/rules/headlineVerdict.ts";
import { heldAtTheEnd } from "../../src/extract/rules/heldAtTheEnd.ts";
import { saidThis } from "../../src/extract/rules/saidThis.ts";
import { documentOf, paragraphsOf } from "../read/documentOf.ts";
import { parseCase } from "./cases.ts";
import { contextOf, proposalsOf, refined } from "./proposals.ts";

/** What a rule proposes, as "source | cue | content". */
function drawn(rule: Rule, context: Context, found: readonly Proposal[]): string[] {
  const { text } = context.reading.document;
  const words = (span: { from: number; to: number } | null): string => (span ? text.slice(span.from, span.to) : "–");
  return rule
    .propose(context, found, 100)
    .map(({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${content.map(words).join(" / ")}`);
}

/** Marked texts, in each of which a rule proposes exactly these. */
function proposes(rule: Rule, cases: readonly (readonly [marked: string, ...expected: string[]])[]): void {
  test(rule.name, async (t) => {
    for (const [marked, ...expected] of cases)
      await t.test(marked, () => {
        const parsed = parseCase([/\[[scq]/.test(marked) ? marked : `! ${marked}`]);
        assert.deepEqual(drawn(rule, contextOf(paragraphsOf(parsed.text)), proposalsOf(parsed)), expected);
      });
  });
}

proposes(saidThis, [
  ["The dike is old. ¶ Zrcadlo says this in a signed article.", "Zrcadlo | says | The dike is old."],
  [
    "The dike is old. It leaks. ¶ Zrcadlo Friday says this in an editorial. ¶ The town waits.",
    "Zrcadlo | says | The dike is old. It leaks.",
  ],
  [
    "The dike is old. Mara Quill, head of the board, said this on May 4 when she met divers.",
    "Mara Quill, head of the board | said | The dike is old.",
  ],
  [
    "The dike is old. ¶ The head of the board stressed this, speaking at the port.",
    "The head of the board | stressed | The dike is old.",
  ],
  // Where the reader took "this" for what is said, its statement gets the words meant.
  ["The dike is old. ¶ [s Zrcadlo] [c says] [q this in an editorial].", "Zrcadlo | says | The dike is old."],
  // Nothing stands before, or it is somebody's already.
  ["Zrcadlo says this in an editorial."],
  ["[q The dike is old], [s Tom Birch] [c said]. ¶ Zrcadlo says this in an editorial."],
  // "This" begins what is said.
  ["The dike is old. ¶ Zrcadlo says this dike is the oldest of all."],
  ["The dike is old. ¶ Zrcadlo says this will not do."],
  ["The dike is old. ¶ Nobody who has seen it said this in public."],
  ["The dike is old. ¶ And half of Lindholt walked by, after ten divers said so in June."],
  ["The dike is old. ¶ Suppose he said so in private."],
  ["The dike is old. ¶ Birch denies that Quill said this in public."],
]);

proposes(heldAtTheEnd, [
  ["The dike is old and should be mended, they held.", "they | held | The dike is old and should be mended"],
  ["The dike is old, the editorial also held.", "the editorial | also held | The dike is old"],
  ["The dike is old, the statement charged, and continued:", "the statement | charged | The dike is old"],
  ["The dike is old, the editorial notes, and goes on:", "the editorial | notes | The dike is old"],
  // The reader has it.
  ["[q The dike is old], [s they] [c held]."],
  // Something was held in the hand, at a place, or with others.
  ["It was the rope, wet and old, they held on to."],
  ["On Monday, the council held."],
  ["It rained where the fair, the oldest of all, is held."],
  ["The dike is old, the statement noted, and boats may turn."],
]);

/** A page with a headline, and below it one statement marked as the reader would have found it. */
function page(headline: string, below: string): { context: Context; found: Proposal[] } {
  const context = contextOf(
    documentOf([
      ["headline", headline],
      ["paragraph", below],
    ]),
  );
  const { text } = context.reading.document;
  const [, source = "", cue = ""] = /^(.*?) (said|noted) /.exec(below) ?? [];
  const from = text.indexOf(below);
  const at = from + source.length + 1;
  const found = [
    {
      key: 1,
      content: [{ from: at + cue.length + 1, to: from + below.length - 1 }],
      cue: { from: at, to: at + cue.length },
      source: { from, to: from + source.length },
      inside: null,
      continues: null,
      confidence: 0.9,
      by: "by hand",
    },
  ];
  return { context, found };
}

const BELOW = "Mara Quill, a diver of Lindholt, said the dike would hold.";

test(headlineColon.name, async (t) => {
  const cases: readonly (readonly [headline: string, below: string, ...expected: string[]])[] = [
    ["Dike Will Hold: Harbour Chief", BELOW, "Harbour Chief | : | Dike Will Hold"],
    ["Dike Will Hold for Years: Tarvian Paper", BELOW, "Tarvian Paper | : | Dike Will Hold for Years"],
    ["Dike Will Hold: Spokesman for Dike Board", BELOW, "Spokesman for Dike Board | : | Dike Will Hold"],
    ["Dike Will Hold--Harbour Daily", BELOW, "Harbour Daily | -- | Dike Will Hold"],
    ["Dike Will Hold: Quill", BELOW, "Quill | : | Dike Will Hold"],
    ["Quill: Dike Will Hold", BELOW, "Quill | : | Dike Will Hold"],
    ["Dike Will Hold: UDB", "The Union of Dike Boards (UDB) said the dike would hold.", "UDB | : | Dike Will Hold"],
    ["EXCLUSIVE – Mara Quill: Dike Will Hold", BELOW, "Mara Quill | : | Dike Will Hold"],
    ["Quill on Old Dikes: They Will Hold", BELOW, "Quill | : | They Will Hold"],
    ["Solvan armed forces: Dike Will Hold", BELOW, "Solvan armed forces | : | Dike Will Hold"],
    ["Mara Quill mocks Dike Board members: They Will Never Learn", BELOW],
    ["Paid Notice: Deaths of the Month", BELOW],
    // What a page calls its piece, a place, what comes of it, and a name nobody below has.
    ["Analysis: Why the Dike Will Hold", BELOW],
    ["Lindholt: Dike Will Hold for Years", BELOW],
    ["Old Dike in Lindholt: What Comes Next", BELOW],
    ["A Year at the Dike: Birch", BELOW],
    ["Dike Will Hold for Years", BELOW],
  ];
  for (const [headline, below, ...expected] of cases)
    await t.test(headline, () => {
      const { context, found } = page(headline, below);
      assert.deepEqual(drawn(headlineColon, context, found), expected);
    });
});

test(headlineVerdict.name, async (t) => {
  const cases: readonly (readonly [headline: string, ...expected: string[]])[] = [
    ["Dike Board’s Plan Slammed", "– | Slammed | Dike Board’s Plan"],
    ["Ferry Talks Urged in Lindholt", "– | Urged | Ferry Talks"],
    ["Mending of Old Dike Called for in S. Tarvia", "– | Called for | Mending of Old Dike"],
    ["Dike Board under Fire", "– | under Fire | Dike Board"],
    ["Tarvian Dike Plan Condemned by Harbour Pilots", "Harbour Pilots | Condemned | Tarvian Dike Plan"],
    ["Quill’s Proposal Supported by Divers", "Divers | Supported | Quill’s Proposal"],
    ["Dike Plan praised by Quill for low cost", "Quill | praised | Dike Plan / for low cost"],
    ["Harbour Daily Calls for Mending Old Dike", "Harbour Daily | Calls for | Mending Old Dike"],
    ["Quill Calls on Divers to Help", "Quill | Calls on | Divers to Help"],
    // A clause with a subject of its own, an object behind the verb, a time or a way instead of somebody.
    ["What Quill Condemned"],
    ["Dike Board Says Plan Was Condemned"],
    ["Divers They Praised"],
    ["Quill Condemned Old Dike"],
    ["Dike Talks Urged by Friday"],
    ["Dike Plan Backed in Lindholt"],
    // Nobody who speaks.
    ["Quill’s Calls for Mending Old Dike"],
    ["Rising Tide Calls for Sand"],
  ];
  for (const [headline, ...expected] of cases)
    await t.test(headline, () => {
      const { context, found } = page(headline, BELOW);
      assert.deepEqual(drawn(headlineVerdict, context, found), expected);
    });
});

test(headlinePassive.name, async (t) => {
  const cases: readonly (readonly [
    headline: string,
    source: string,
    cue: string,
    content: string,
    passive: boolean,
  ])[] = [
    ["Dike Board Urged to Mend Gates", "Dike Board", "Urged", "to Mend Gates", true],
    ["Dike Board Accused of Neglect", "Dike Board", "Accused", "of Neglect", true],
    ["Dike Board Hit for Its Silence", "Dike Board", "Hit for", "Its Silence", true],
    ["Open Gates Called for in Ostrel", "Open Gates", "Called for", "in Ostrel", true],
    ["Dike Board Called for Open Gates", "Dike Board", "Called for", "Open Gates", false],
    ["Dike Board Urged Divers to Leave", "Dike Board", "Urged", "Divers to Leave", false],
    ["Dike Board Vowed to Mend Gates", "Dike Board", "Vowed", "to Mend Gates", false],
    ["Dike Board Accused Divers of Neglect", "Dike Board", "Accused", "Divers of Neglect", false],
  ];
  for (const [headline, source, cue, content, passive] of cases)
    await t.test(headline, () => {
      const context = contextOf(
        documentOf([
          ["headline", headline],
          ["paragraph", BELOW],
        ]),
      );
      const { text } = context.reading.document;
      const span = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
      const proposal = {
        key: 1,
        content: [span(content)],
        cue: span(cue),
        source: span(source),
        inside: null,
        continues: null,
        confidence: 0.9,
        by: "by hand",
      };
      const result = headlinePassive.refine(proposal, context);
      assert.ok(!("drop" in result));
      assert.equal(result.source === null, passive);
      assert.equal(result.content.length, passive ? 2 : 1);
    });
  await t.test("in running text it may be the speaker", () => {
    const result = refined(headlinePassive, "[s The board] [c urged] [q to wait] and see.");
    assert.ok(!("drop" in result));
    assert.equal(result.source, "The board");
  });
});

test("what somebody does meanwhile, and where he speaks, is no part of the source", () => {
  const sources: readonly (readonly [string, string])[] = [
    [
      "[s Mara Quill, head of the board, drawing attention to the dike,] [c said] [q it leaked].",
      "Mara Quill, head of the board",
    ],
    ["[s The deputy head in an opening address] [c urged] [q divers to wait].", "The deputy head"],
    ["[s Quill in the message] [c expressed] [q her thanks].", "Quill"],
    ["[s Mara Quill, acting head of the board,] [c said] [q it leaked].", "Mara Quill, acting head of the board"],
    ["[s Three boards, including the oldest,] [c said] [q it leaked].", "Three boards, including the oldest"],
    ["[s The woman in the picture] [c said] [q it leaked].", "The woman in the picture"],
  ];
  for (const [marked, source] of sources) {
    const result = refined(trimEdges, marked);
    assert.ok(!("drop" in result));
    assert.equal(result.source, source, marked);
  }
});

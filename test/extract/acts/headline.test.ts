import assert from "node:assert/strict";
import { test } from "node:test";
import { actOf } from "../../../src/extract/acts/act.ts";
import { headlineAgainstBody } from "../../../src/extract/acts/headline.ts";
import { contextOf } from "../../../src/extract/proposal.ts";
import type { FoundStatement } from "../../../src/model/statement.ts";
import { read } from "../../../src/read/read.ts";
import { documentOf } from "../../read/documentOf.ts";
import { parseCase } from "../cases.ts";
import { foundOf } from "../found.ts";
import { PACKS } from "./spokenCases.ts";

/** What is remarked on a headline (its statements marked) above one paragraph. */
function remarked(headline: string, paragraph: string): string[] {
  const parsed = parseCase([`${headline} ¶ ${paragraph}`]);
  const [top = "", below = ""] = parsed.text.split("\n\n");
  const { reading } = read(
    documentOf([
      ["headline", top],
      ["paragraph", below],
    ]),
  );
  const context = contextOf(reading, PACKS);
  const statements = parsed.statements.map((s): FoundStatement => {
    const { content, cue, source } = s;
    const spoken = {
      content,
      cue,
      source,
      opener: null,
      manner: "indirect",
      frame: null,
      inside: null,
      continues: null,
      confidence: 1,
      by: "by hand",
    } as const;
    const { act, strength, negated, why } = actOf(spoken, context);
    return { ...spoken, act, strength, negated, actWhy: why, condition: null, edits: [] };
  });
  return headlineAgainstBody(foundOf(reading, { statements }), PACKS).map(
    (r) => `${r.level} ${r.span && parsed.text.slice(r.span.from, r.span.to)}: ${r.reason}`,
  );
}

test("a headline that claims more than the text is remarked", () => {
  assert.deepEqual(
    remarked(
      "[s1 Solvan] [c1 vows] [q1 to rebuild harbour bridge]",
      "[s2 The premier] [c2 hinted] that [q2 the harbour bridge might be rebuilt].",
    ),
    ["note vows: the headline says “vows” (vow), the text “hinted” (weak, predict)"],
  );
});

test("a headline's verb is read where no statement was found in it", () => {
  assert.deepEqual(
    remarked(
      "Solvan unveils plan for wider trade with islands",
      "[s Its premier] [c signalled] [q plans to widen trade with the islands].",
    ),
    ["note unveils: the headline says “unveils” (announce), the text “signalled” (weak, announce)"],
  );
});

test("the strongest of what the text says counts", () => {
  const strong = "[s3 He] [c3 vowed] [q3 to rebuild the harbour bridge].";
  assert.deepEqual(
    remarked(
      "[s1 Solvan] [c1 vows] [q1 to rebuild harbour bridge]",
      `[s2 The premier] [c2 hinted] that [q2 the harbour bridge might be rebuilt]. ${strong}`,
    ),
    [],
  );
});

test("no remark on another matter, on a stronger text, or on the same act", () => {
  const weak = "[s2 The premier] [c2 hinted] that [q2 taxes might fall next summer].";
  assert.deepEqual(remarked("[s1 Solvan] [c1 vows] [q1 to rebuild harbour bridge]", weak), []);
  assert.deepEqual(
    remarked(
      "[s1 Solvan] [c1 hopes] [q1 to rebuild harbour bridge]",
      "[s2 He] [c2 vowed] [q2 to rebuild the harbour bridge].",
    ),
    [],
  );
  assert.deepEqual(
    remarked(
      "[s1 Critics] [c1 slam] [q1 harbour bridge plan]",
      "[s2 Critics] [c2 condemned] [q2 the plan for the harbour bridge].",
    ),
    [],
  );
});

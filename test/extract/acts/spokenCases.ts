import type { SpokenStatement } from "../../../src/model/statement.ts";
import type { Context } from "../../../src/extract/proposal.ts";
import { contextOf } from "../../../src/extract/proposal.ts";
import type { Frame } from "../../../src/model/frame.ts";
import type { Pack, PackVerb } from "../../../src/model/pack.ts";
import { read } from "../../../src/read/read.ts";
import { tableRows } from "../../../src/text/tables.ts";
import { paragraphsOf } from "../../read/documentOf.ts";
import { packOf } from "../../packs/packOf.ts";
import { parseCase } from "../cases.ts";

/** The verbs of the core pack, and nothing else of it. */
const VERBS = packOf({
  verbs: tableRows("packs/core/verbs.tsv").map(([verb = "", act = "", strength = ""]): PackVerb => ({
    verb,
    act,
    strength: strength as PackVerb["strength"],
  })),
});
export const PACKS: readonly Pack[] = [VERBS];

/**
 * The statements of a text marked as in docs/marking.md, as the reader hands them on: "that" ahead of a content is part of
 * it. With `framed`, those without source and cue stand in a frame whose speaker is `framed`, words of the text.
 */
export function spokenIn(
  marked: string,
  framed = "",
): { statements: SpokenStatement[]; context: Context; text: string } {
  const { text, statements } = parseCase([marked]);
  const { reading } = read(paragraphsOf(text));
  const at = text.indexOf(framed);
  const source = { from: at, to: at + framed.length };
  const frame: Frame = {
    kind: "press-statement",
    span: source,
    stretch: { from: 0, to: text.length },
    source,
    cue: null,
    by: "by hand",
    confidence: 1,
  };
  const spoken: SpokenStatement[] = [];
  for (const s of statements) {
    const [first, ...rest] = s.content;
    if (!first) continue;
    const from = /\bthat $/.test(text.slice(0, first.from)) ? first.from - 5 : first.from;
    spoken.push({
      content: [{ from, to: first.to }, ...rest],
      cue: s.cue,
      source: s.source,
      opener: from === first.from ? null : { from, to: from + 4 },
      manner: "indirect",
      frame: framed !== "" && !s.cue ? frame : null,
      inside: null,
      continues: s.continues ? (spoken.at(-1) as never) : null,
      confidence: 0.9,
      by: "by hand",
    });
  }
  return { statements: spoken, context: contextOf(reading, PACKS), text };
}

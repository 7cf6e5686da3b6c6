import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

/** A list longer than this is no longer what one person said. */
const MOST_ITEMS = 30;

/**
 * "The president also said:" and a list: the items are the content, piece by piece. What stood before the cue in the sentence
 * says when or where.
 */
export const listedStatement: Rule = {
  name: "listed-statement-1",
  propose(context, found) {
    const { document } = context.reading;
    const spans = document.blocks.map((block) => block.span);
    return found.flatMap((p) => {
      if (!p.cue || p.inside !== null) return [];
      const at = indexBehind(spans, p.cue.from);
      const block = document.blocks[at];
      if (!block || document.blocks[at + 1]?.kind !== "list-item") return [];
      const rest = document.text.slice(p.cue.to, block.span.to);
      if (rest.length > 80 || !/:\s*$/.test(document.text.slice(p.cue.from, block.span.to))) return [];
      const items = itemsBehind(context, at);
      if (items.length === 0) return [];
      const { opener: _, ...others } = p;
      return [{ ...others, content: items } satisfies Proposal];
    });
  },
};

function itemsBehind({ reading: { document } }: Context, at: number): Span[] {
  const items: Span[] = [];
  for (let i = at + 1; i < document.blocks.length && items.length < MOST_ITEMS; i++) {
    const block = document.blocks[i];
    if (block?.kind === "noise") continue;
    if (block?.kind !== "list-item") break;
    // The mark before an item is the page's, not the speaker's.
    const mark =
      /^[\s•·*–—-]+|^\(?\d{1,2}[.)]\s+/.exec(document.text.slice(block.span.from, block.span.to))?.[0].length ?? 0;
    const stop = /[.;,\s]+$/.exec(document.text.slice(block.span.from, block.span.to))?.[0].length ?? 0;
    if (block.span.to - stop > block.span.from + mark)
      items.push({ from: block.span.from + mark, to: block.span.to - stop });
  }
  return items;
}

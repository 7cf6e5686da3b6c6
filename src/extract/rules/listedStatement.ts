import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import { lexicon } from "../fast/lexicon.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "listed-statement-1";

/** A list longer than this is no longer what one person said. */
const MOST_ITEMS = 30;

/** Further from the colon than this, the verb belongs to something else. */
const REACH = 80;

/** The words right before the colon: who, and a verb of speaking: "…, the governor also said:". */
const LEAD =
  /(?:^|[,;]\s+)((?:(?![,;:]).){2,80}?)\s+((?:(?:also|then|further|later|has|have|had)\s+){0,2}(\p{Ll}+)(?:\s+the following|\s+that)?)\s*:\s*$/u;

/**
 * "The president also said:" and a list: the items are the content, piece by piece. What stood before the cue in the sentence
 * says when or where. Where the reader found no cue there, a verb of speaking right before the colon is one.
 */
export const listedStatement: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { document } = context.reading;
    /** The last outermost statement with its cue in a block. */
    const inBlock = new Map<number, Proposal>();
    for (const p of found) if (p.cue && p.inside === null) inBlock.set(indexBehind(context.blocks, p.cue.from), p);
    const proposals: Proposal[] = [];
    document.blocks.forEach((block, i) => {
      if (document.blocks[i + 1]?.kind !== "list-item" || block.kind === "list-item") return;
      if (!/:\s*$/.test(document.text.slice(Math.max(block.span.from, block.span.to - 3), block.span.to))) return;
      const content = itemsBehind(context, i);
      if (content.length === 0) return;
      const known = inBlock.get(i);
      if (known?.cue && block.span.to - known.cue.to <= REACH) {
        proposals.push({ ...known, content });
        return;
      }
      const lead = leadIn(document.text, block.span);
      if (!lead) return;
      proposals.push({
        key: firstKey + proposals.length,
        content,
        ...lead,
        inside: null,
        continues: null,
        confidence: 0.7,
        by: NAME,
      });
    });
    return proposals;
  },
};

function leadIn(text: string, block: Span): { readonly source: Span; readonly cue: Span } | null {
  const start = Math.max(block.from, block.to - 2 * REACH);
  const found = LEAD.exec(text.slice(start, block.to));
  const [, who, how, verb] = found ?? [];
  if (!found || who === undefined || how === undefined || verb === undefined) return null;
  const form = lexicon().verbs.get(verb)?.form;
  if (form === undefined || form === "base" || form === "ing" || !/\p{L}/u.test(who)) return null;
  const at = start + found.index + found[0].lastIndexOf(how);
  const from = start + found.index + found[0].indexOf(who);
  return { source: { from, to: from + who.length }, cue: { from: at, to: at + how.length } };
}

function itemsBehind({ reading: { document } }: Context, at: number): Span[] {
  const items: Span[] = [];
  for (let i = at + 1; i < document.blocks.length && items.length < MOST_ITEMS; i++) {
    const block = document.blocks[i];
    if (block?.kind === "noise") continue;
    if (block?.kind !== "list-item") break;
    const words = document.text.slice(block.span.from, block.span.to);
    // The mark before an item is the page's, not the speaker's.
    const mark = /^[\s•·*–—-]+|^\(?\d{1,2}[.)]\s+/.exec(words)?.[0].length ?? 0;
    const stop = /[.;,\s]+$/.exec(words)?.[0].length ?? 0;
    if (words.length - stop > mark) items.push({ from: block.span.from + mark, to: block.span.to - stop });
  }
  return items;
}

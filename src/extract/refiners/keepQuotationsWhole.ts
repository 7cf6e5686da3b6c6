import type { Span } from "../../model/span.ts";
import { contains, overlaps } from "../../model/span.ts";
import type { Refiner } from "../proposal.ts";

/**
 * A piece of content and a quotation never cut each other: a piece that holds most of a quotation takes all of it, marks
 * included; a piece that only grazes one gives it up. A piece inside one quotation, cut out of it by its reader, grows to
 * the whole when it stands beside the cue and holds the quotation's larger part.
 */
export const keepQuotationsWhole: Refiner = {
  name: "keep-quotations-whole",
  refine(proposal, { quotations }) {
    // A framed sentence is the speaker's whole, whatever he quotes in it.
    if (proposal.frame) return proposal;
    const outside = [proposal.cue, proposal.source].filter((s) => s !== null);
    let changed = false;
    const content = proposal.content.map((piece) => {
      let { from, to } = piece;
      for (const quotation of quotations.touching(piece)) {
        const q = quotation.span;
        if (contains({ from, to }, q)) continue;
        // Somebody speaks inside this quotation: its words are not all his.
        if (outside.some((s) => overlaps(s, q))) continue;
        const shared = Math.min(to, q.to) - Math.max(from, q.from);
        if (shared * 2 >= q.to - q.from || (contains(q, { from, to }) && shared * 3 >= q.to - q.from)) {
          from = Math.min(from, q.from);
          to = Math.max(to, q.to);
        } else if (from < q.from) to = q.from;
        else if (to > q.to && from > q.from) from = q.to;
      }
      if (from !== piece.from || to !== piece.to) changed = true;
      return { from, to };
    });
    return changed ? { ...proposal, content: joined(content.filter((s) => s.from < s.to)) } : proposal;
  },
};

/** Pieces in order, those that touch or overlap made one. */
function joined(pieces: readonly Span[]): Span[] {
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  const result: Span[] = [];
  for (const piece of sorted) {
    const last = result.at(-1);
    if (last && piece.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, piece.to) };
    else result.push(piece);
  }
  return result;
}

import type { Span } from "../../model/span.ts";
import { type Proposal, type Rule, extentOf } from "../proposal.ts";

/** More than this between two ends, and they do not belong together. */
const LONGEST_GAP = 24;

/**
 * "Solvan said the gates would open, state media reported": what the carrier reports is the whole statement with its source
 * and cue, not only what Solvan said. Gives the carrier's content that beginning back.
 */
export const carriedStatement: Rule = {
  name: "carried-statement-1",
  propose({ reading: { document } }, found) {
    const byEnd = new Map<number, Proposal[]>();
    for (const p of found) {
      const end = p.content.at(-1)?.to;
      if (end !== undefined && p.cue) byEnd.set(end, [...(byEnd.get(end) ?? []), p]);
    }
    return found.flatMap((carrier) => {
      const [piece, ...others] = carrier.content;
      const { cue } = carrier;
      if (!piece || !cue || cue.from < piece.to) return [];
      const carried = byEnd
        .get(piece.to)
        ?.find(
          (p) => p !== carrier && p.content.length === 1 && p.cue !== null && p.cue.to <= (p.content[0] as Span).from,
        );
      if (!carried?.cue) return [];
      const words = extentOf(carried);
      const starts = (carried.content[0] as Span).from;
      if (words.from >= piece.from || Math.abs(starts - piece.from) > LONGEST_GAP) return [];
      if (/[.!?]["”’']?\s/.test(document.text.slice(words.from, piece.from))) return [];
      return [{ ...carrier, content: [{ from: words.from, to: piece.to }, ...others] }];
    });
  },
};

import { indexBehind } from "../../model/outermost.ts";
import { type Span, overlaps } from "../../model/span.ts";
import { countSpans, countsOf } from "../occasions/counts.ts";
import type { Context, Refiner } from "../proposal.ts";

/**
 * "He used the term “self-help” 27 times": the word is counted, nobody is said to have spoken it there. Kept as a count, not as a
 * statement. What somebody says of such a count ("analysts said he used it …") stays.
 */
export const dropCounts: Refiner = {
  name: "drop-counts",
  refine(proposal, context) {
    const { cue, content } = proposal;
    if (!cue) return proposal;
    const count = countAround(context, cue);
    return count && content.some((piece) => overlaps(piece, count.term))
      ? { drop: "the words are counted, not spoken there" }
      : proposal;
  },
};

function countAround({ reading }: Context, cue: Span): { readonly term: Span } | null {
  const found = countsOf(reading)[indexBehind(countSpans(reading), cue.from)];
  return found && found.of === "term" && found.term && overlaps(found.span, cue) ? { term: found.term } : null;
}

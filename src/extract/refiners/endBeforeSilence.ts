import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Context, Refiner } from "../proposal.ts";
import { denialSpans } from "../silences/denials.ts";

/** What sets a silence off from the words before it: "…, but did not say when", "…, but no date was given". */
const TURN = /(?:^|[\s,;:–—-]+)(?:but|yet|though|although)\s+(?:\p{L}+ly\s+)?$/iu;
const LONGEST_TURN = 40;
const FEWEST_LETTERS = 8;

/**
 * Ends a content before a silence that the report adds with "but": whoever fell silent, it is the report that says so. A
 * silence between quotation marks is the speaker's own words and stays.
 */
export const endBeforeSilence: Refiner = {
  name: "end-before-silence",
  refine(proposal, context) {
    const content = proposal.content.flatMap((piece) => endedPiece(context, piece) ?? []);
    if (content.length === 0) return proposal;
    const same =
      content.length === proposal.content.length && content.every((piece, i) => piece === proposal.content[i]);
    return same ? proposal : { ...proposal, content };
  },
};

/** The piece up to the silence in it; null where nothing but the silence is left. */
function endedPiece({ reading, quotations }: Context, piece: Span): Span | null {
  const { text } = reading.document;
  const denials = denialSpans(reading);
  for (let i = indexBehind(denials, piece.from); i < denials.length; i++) {
    const denial = denials[i] as Span;
    if (denial.from >= piece.to) break;
    if (quotations.before(denial.from + 1)) continue;
    const from = Math.max(piece.from, denial.from - LONGEST_TURN);
    const turn = TURN.exec(text.slice(from, denial.from));
    if (!turn) continue;
    const to = from + turn.index;
    return to - piece.from < FEWEST_LETTERS ? null : { from: piece.from, to };
  }
  return piece;
}

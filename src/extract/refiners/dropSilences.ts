import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import type { Context, Refiner } from "../proposal.ts";
import { denialSpans } from "../silences/denials.ts";

/**
 * A denied act of speaking ("did not say", "made no mention of", "declined to comment") is a silence, and silences are
 * kept apart from statements. The words that deny are those that silences are found by.
 */
export const dropSilences: Refiner = {
  name: "drop-silences",
  refine(proposal, context) {
    const { cue } = proposal;
    if (!cue) return proposal;
    const { text } = context.reading.document;
    const denied = denialTouching(context, cue);
    if (denied) return { drop: `“${text.slice(denied.from, denied.to)}” denies an act of speaking: a silence` };
    const told = proposal.content[0];
    if (told && /^according to$/i.test(text.slice(cue.from, cue.to)) && tellsOnlySilence(context, told))
      return { drop: "what is told is a silence" };
    return proposal;
  },
};

function denialTouching({ reading }: Context, cue: Span): Span | null {
  const spans = denialSpans(reading);
  const denial = spans[indexBehind(spans, cue.from)];
  return denial && overlaps(denial, cue) ? denial : null;
}

/** Whether the words begin with a clause that denies: "Kim made no mention of …". */
function tellsOnlySilence({ reading }: Context, told: Span): boolean {
  const spans = denialSpans(reading);
  const denial = spans[indexBehind(spans, told.from)];
  if (!denial || !contains(told, denial) || denial.from - told.from > 120) return false;
  return !/\b(?:but|and|while)\b/.test(reading.document.text.slice(told.from, denial.from));
}

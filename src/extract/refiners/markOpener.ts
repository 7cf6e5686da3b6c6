import type { Refiner } from "../proposal.ts";

/** "that" before a subject; before a verb it is itself the subject: "said that was a mistake". */
const OPENER =
  /^that[\s\u00a0,]+(?!(?:is|was|are|were|be|has|had|have|will|would|can|could|may|might|must|should|did|does|do|isn|wasn|won|wouldn|[’'])\b)(?=\S)/i;

/** Notes where the word "that" opens an indirect content: whoever wants the bare content leaves it out. */
export const markOpener: Refiner = {
  name: "mark-opener",
  refine(proposal, { reading: { document } }) {
    // What a rule has given new content keeps no opener of the old one.
    const { opener: _, ...bare } = proposal;
    const [first] = bare.content;
    if (!first || !bare.cue || bare.cue.from > first.from) return bare;
    const opens = OPENER.test(document.text.slice(first.from, Math.min(first.to, first.from + 40)));
    return opens ? { ...bare, opener: { from: first.from, to: first.from + 4 } } : bare;
  },
};

import type { Refiner } from "../proposal.ts";

/** "Were informed of", "had been told about": whoever is told only hears. */
const TOLD =
  /^(?:(?:has|have|had|will|would|to|not|also|then|\p{Ll}+ly)\s+)*(?:was|were|is|are|been|be|being|get|got|gets)\s+(?:(?:also|then|later|first|\p{Ll}+ly)\s+)*(?:informed|told|notified|apprised|briefed|warned|advised|reminded|assured)(?:\s+(?:of|about|on))?$/iu;

/** In a passive of telling, the one before the verb is the hearer: who told him the words do not say. */
export const hearerInPassive: Refiner = {
  name: "hearer-in-passive",
  refine(proposal, { reading: { document } }) {
    const { source, cue } = proposal;
    if (!source || !cue || source.to > cue.from || !TOLD.test(document.text.slice(cue.from, cue.to))) return proposal;
    return { ...proposal, source: null };
  },
};

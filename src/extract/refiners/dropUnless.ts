import { indexBehind } from "../../model/outermost.ts";
import type { Refiner } from "../proposal.ts";

/** A subject between "unless" and its verb is no longer than this, in words. */
const LONGEST_SUBJECT = 9;

/**
 * "… unless Norra offered guarantees": nobody has offered anything; the act is what the other's word hangs on, and is kept as his
 * condition. What somebody said in so many words ("unless, as he said, …") stands between commas.
 */
export const dropUnless: Refiner = {
  name: "drop-unless",
  refine(proposal, { reading: { tokens, document } }) {
    const { cue } = proposal;
    if (!cue || /^according to$/i.test(document.text.slice(cue.from, cue.to))) return proposal;
    const at = indexBehind(tokens, cue.from);
    for (let i = at - 1; i >= Math.max(0, at - LONGEST_SUBJECT); i--) {
      const word = (tokens[i]?.reads ?? "").toLowerCase();
      if (/^(?:[,;:.?!"“”()]|that|and|but|or|who|which)$/.test(word)) return proposal;
      if (word === "unless") return { drop: "“unless” tells of no act that was done" };
    }
    return proposal;
  },
};

import { type ContentRule, beBefore, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";

/** "Ready to talk", "we invite them". */
export const offering: ContentRule = {
  act: "offer",
  find(clause, spoken) {
    const { words } = clause;
    const ready = indexOfAny(words, /^(?:ready|willing|prepared|open|happy|glad)$/);
    if (
      ready > 0 &&
      (words[ready + 1] === "to" || (words[ready + 1] === "for" && words[ready] !== "prepared")) &&
      // "Getting ready to leave", "ready to be president", "had been willing".
      !/^(?:get|gets|getting|got|been)$/.test(words[ready - 1] ?? "") &&
      !(words[ready - 1] === "be" && words[ready - 2] === "to") &&
      !(words[ready + 2] === "be" && !/(?:ed|en)$/.test(words[ready + 3] ?? "")) &&
      !isNegated(words, ready - 3, ready) &&
      doer(clause, beBefore(words, ready), spoken) === "own" &&
      (!/^(?:happy|glad)$/.test(words[ready] as string) ||
        indexOfAny(words, /^(?:would|'d|will|'ll)$/, ready - 4, ready) !== -1)
    )
      return `own “${words[ready]} to”`;
    // What he offers now, or has proposed; help once offered is a deed.
    const offers = indexOfAny(words, /^(?:offer|invite|propose|proposes|proposed)$/);
    if (
      offers > 0 &&
      ((words[offers] as string).startsWith("propose")
        ? !/^(?:be|been|was|were|is|are|the|a|an|by|of|to|his|its|their)$/.test(words[offers - 1] as string) &&
          !isNegated(words, offers - 3, offers) &&
          doer(clause, offers, spoken) === "own"
        : /^(?:i|we)$/.test(words[offers - 1] as string))
    )
      return `own “${words[offers]}”`;
    const willing =
      /\b(?:manifest|express|show|voice|declare|reaffirm)(?:ed|s|ing|n)? (?:its|our|his|her|their|my) (?:readiness|willingness) (?:to|for)\b/.exec(
        words.join(" "),
      );
    return willing ? `“${willing[0]}”` : null;
  },
};

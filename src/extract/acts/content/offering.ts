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
      /^(?:to|for)$/.test(words[ready + 1] ?? "") &&
      !isNegated(words, ready - 3, ready) &&
      doer(clause, beBefore(words, ready), spoken) === "own" &&
      (!/^(?:happy|glad)$/.test(words[ready] as string) ||
        indexOfAny(words, /^(?:would|'d|will|'ll)$/, ready - 4, ready) !== -1)
    )
      return `own “${words[ready]} to”`;
    const offers = indexOfAny(words, /^(?:offer|invite|propose)$/);
    if (offers > 0 && /^(?:i|we)$/.test(words[offers - 1] ?? "")) return `own “${words[offers]}”`;
    return null;
  },
};

import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "I agree", "we accept the terms". */
export const consent: ContentRule = {
  act: "agree",
  find(clause, spoken) {
    const { words } = clause;
    const at = indexOfAny(words, wordsOfClass("consent"));
    if (at < 1 || /^(?:to|of|for|in|by|the|a)$/.test(words[at - 1] as string)) return null;
    if (isNegated(words, at - 3, at) || doer(clause, at, spoken) !== "own") return null;
    return indexOfAny(words, /^(?:will|'ll|would|if|could|may|might|can)$/, at - 3, at) === -1
      ? `own “${words[at]}”`
      : null;
  },
};

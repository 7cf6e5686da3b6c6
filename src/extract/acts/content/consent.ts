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
    // Whom one supports one praises; a plan one supports is somebody's proposal.
    if (/^(?:support|endors)/.test(words[at] as string) && indexOfAny(words, PLAN, at + 1, at + 9) === -1) return null;
    return indexOfAny(words, /^(?:will|'ll|would|if|could|may|might|can)$/, at - 3, at) === -1
      ? `own “${words[at]}”`
      : null;
  },
};

const PLAN =
  /^(?:plans?|proposals?|bill|resolution|deal|agreement|amendment|treaty|measures?|idea|budget|terms|accord|legislation|reforms?|motion)$/;

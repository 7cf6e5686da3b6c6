import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";
import { isWished } from "./wish.ts";

/** "It could lead to disaster." */
export const warning: ContentRule = {
  act: "warn",
  find(clause, spoken) {
    const { words } = clause;
    if (isWished(clause, spoken)) return null;
    const modal = indexOfAny(words, /^(?:could|may|might|will|would|'ll|can|risk|risks|threatens|threaten)$/);
    if (modal !== -1 && doer(clause, modal, spoken) !== "own") {
      const danger = indexOfAny(words, wordsOfClass("danger"), modal, modal + 14);
      if (
        danger !== -1 &&
        !isNegated(words, modal, danger) &&
        !(
          words[danger] === "lose" &&
          !/^(?:lives|everything|control|faith|jobs|homes)$/.test(words[danger + 1] ?? "") &&
          !/^(?:lives|jobs|homes|faith)$/.test(words[danger + 2] ?? "")
        )
      )
        return `“${words[modal]} … ${words[danger]}”`;
    }
    const phrase = words.join(" ");
    const told =
      /\b(?:beware|hell to pay|(?:negative|adverse|serious|grave) (?:impacts?|effects?|consequences?)|be careful|be wary|(?:danger|risk) (?:of|that|to)|at risk|in danger|brink of|on the verge of war)\b/.exec(
        phrase,
      );
    return told && !/\b(?:had|was|were|did)\b/.test(phrase.slice(0, told.index)) ? `“${told[0]}”` : null;
  },
};

import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";
import { steadfast } from "./promise.ts";

/** "We will not accept", "he could not support", "not going to go into that". */
export const refusal: ContentRule = {
  act: "refuse",
  find(clause, spoken) {
    const { words } = clause;
    if (/^(?:not going to|no comment)/.test(words.slice(0, 3).join(" "))) return "“not going to”";
    for (const { whose, verb, negated } of futuresOf(clause, spoken))
      if (
        whose === "own" &&
        negated &&
        !steadfast(words, verb) &&
        (!wordsOfClass("no-deed").has(words[verb] as string) ||
          (words[verb] === "be" && (words[verb + 1] ?? "").endsWith("ing")))
      )
        return `own “will not ${words[verb]}”`;
    for (let at = indexOfAny(words, CANNOT); at !== -1; at = indexOfAny(words, CANNOT, at + 1)) {
      const verb = words[at] === "ca" ? at + 2 : at + 1;
      if (words[at] === "can" && words[at + 1] !== "not") continue;
      const meant = words[words[at] === "can" ? at + 2 : verb] ?? "";
      if (doer(clause, at, spoken) === "own" && wordsOfClass("refusable").has(meant)) return `own “cannot ${meant}”`;
    }
    const intention = indexOfAny(words, /^(?:intention|plans?|desire|interest)$/);
    if (intention > 0 && words[intention - 1] === "no" && /^(?:of|to|in)$/.test(words[intention + 1] ?? ""))
      return "“no intention”";
    const refuses = indexOfAny(words, /^(?:refuse|refuses|decline)$/);
    if (refuses > 0 && clause.direct && doer(clause, refuses, spoken) === "own") return "own “refuse”";
    const never =
      /\b(?:will|shall|can|would) never (?:be )?(?:tolerated?|accept(?:ed)?|allow(?:ed)?|condoned?|permit(?:ted)?|recogni[sz]ed?)\b/.exec(
        words.join(" "),
      );
    if (never && clause.direct) return `“${never[0]}”`;
    const habit = words.indexOf("habit");
    if (habit > 1 && words[habit + 1] === "of" && isNegated(words, habit - 3, habit)) return "“not in the habit of”";
    return null;
  },
};

const CANNOT = /^(?:cannot|ca|can)$/;

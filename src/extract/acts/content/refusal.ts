import { type ContentRule, beBefore, indexOfAny, isNegated } from "../contentRule.ts";
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
        // "We will never pardon them": a threat.
        !/^(?:pardon|forgive)$/.test(words[verb] as string) &&
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
    if (clause.direct && words.length < 4 && /^(?:no|nah|nope)$/.test(words[0] ?? "")) return `“${words[0]}”`;
    // "I would not support him": what one says of oneself on any terms.
    const would = indexOfAny(words, /^(?:would|'d)$/);
    if (would > 0 && clause.direct && /^(?:i|we)$/.test(words[would - 1] ?? "")) {
      let verb = would + 1;
      while (/^(?:\p{Ll}+ly|not|n't|never|ever)$/u.test(words[verb] ?? "")) verb++;
      if (
        isNegated(words, would + 1, verb) &&
        wordsOfClass("refusable").has(words[verb] ?? "") &&
        !/^(?:go|say|have|give|discuss|talk|comment|recognise|recognize)$/.test(words[verb] ?? "") &&
        !words.includes("if")
      )
        return `own “would not ${words[verb]}”`;
    }
    const cannotSee =
      /\b(?:can|could|ca) ?(?:not|n't) (?:see|envision|imagine|picture) (?:(?:him|her|my)self|themselves|ourselves|\p{Ll}+ing)\b/u.exec(
        words.join(" ").replace("cannot", "can not"),
      );
    if (cannotSee) return `“${cannotSee[0]}”`;
    const unready = indexOfAny(words, /^(?:ready|willing|prepared|there|inclined)$/);
    if (
      unready > 0 &&
      isNegated(words, unready - 4, unready) &&
      /^(?:to|yet|on|right|at)$/.test(words[unready + 1] ?? "") &&
      !(words[unready] === "there" && !/^(?:yet|right|at)$/.test(words[unready + 1] ?? "")) &&
      doer(clause, beBefore(words, unready), spoken) === "own" &&
      indexOfAny(words, /^(?:am|is|are|was|were|'m|'s|'re)$/, unready - 5, unready) !== -1
    )
      return `own “not ${words[unready]}”`;
    const habit = words.indexOf("habit");
    if (habit > 1 && words[habit + 1] === "of" && isNegated(words, habit - 3, habit)) return "“not in the habit of”";
    return null;
  },
};

const CANNOT = /^(?:cannot|ca|can)$/;

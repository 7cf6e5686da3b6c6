import { type ContentRule, beBefore, indexOfAny, isNegated } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "The bank will close its branches", "we have decided to leave". */
export const announcement: ContentRule = {
  act: "announce",
  find(clause, spoken) {
    const { words } = clause;
    for (const { whose, verb, negated } of futuresOf(clause, spoken)) {
      if (negated) continue;
      if (whose === "own" && wordsOfClass("trying").has(words[verb] as string)) continue;
      if (whose === "own" && !/^(?:be|see|know|need|get|lose|win|become|feel|die|have)$/.test(words[verb] as string))
        return `own “will ${words[verb]}”`;
      if (
        whose === "own" &&
        words[verb] === "be" &&
        /^(?:\p{Ll}+ing|\p{Ll}+ed|a|an|the|on|at)$/u.test(words[verb + 1] ?? "")
      )
        return "own “will be”";
      if (whose !== "you" && isScheduled(words, verb)) return `“will be ${words[verb + 1]}”`;
    }
    const decides = indexOfAny(words, /^(?:decided|decide|announcing|launching|introducing|chosen|resolved)$/);
    if (
      decides > 0 &&
      doer(clause, beBefore(words, decides), spoken) === "own" &&
      !isNegated(words, decides - 3, decides)
    )
      return `own “${words[decides]}”`;
    return /^(?:a )?(?:new )?plans? (?:to|for)\b/.test(words.slice(0, 4).join(" ")) ? "“plans to”" : null;
  },
};

/** "Will be held": a date in somebody's hands, not a prediction. */
export function isScheduled(words: readonly string[], verb: number): boolean {
  return words[verb] === "be" && wordsOfClass("scheduled").has(words[verb + 1] ?? "");
}

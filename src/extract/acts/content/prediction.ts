import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { NOUN_AHEAD, futuresOf } from "../futures.ts";
import { doer } from "../spoken.ts";
import { isOwnDoing, isScheduled } from "./announcement.ts";
import { isWished } from "./wish.ts";

/** "Prices will rise", "he is likely to win". */
export const prediction: ContentRule = {
  act: "predict",
  find(clause, spoken) {
    const { words } = clause;
    if (isWished(clause, spoken)) return null;
    for (const { whose, verb, negated } of futuresOf(clause, spoken)) {
      // "It will hand over what the court will review": the first of them is the news.
      if (whose === "own" && !negated && isOwnDoing(words, verb)) break;
      if ((whose === "you" && !clause.direct) || isScheduled(words, verb) || inSubordinate(words, verb)) continue;
      if (
        whose === "other" ||
        (whose === "none" && words[0] === "will") ||
        (whose === "own" &&
          /^(?:be|see|win|lose|become|emerge|need)$/.test(words[verb] as string) &&
          !isOwnDoing(words, verb)) ||
        (whose === "you" && clause.direct)
      )
        return `“will ${words[verb]}”`;
    }
    const likely = indexOfAny(words, /^(?:likely|bound|set|poised|expected|unlikely|sure|certain|due)$/);
    if (
      likely > 0 &&
      words[likely + 1] === "to" &&
      // "Are more likely to walk than" compares.
      !(/^(?:more|less)$/.test(words[likely - 1] ?? "") && words.includes("than")) &&
      indexOfAny(words, /^(?:is|are|was|were|'s|'re|be|'m)$/, likely - 3, likely) !== -1
    )
      return `“${words[likely]} to”`;
    const can = /\bcan (?:still |really |actually )?(?:win|beat|prevail|defeat|surprise|pull (?:it |this )?off)\b/.exec(
      words.join(" "),
    );
    if (can && !isNegated(words, 0, words.length)) return `“${can[0]}”`;
    const later = /\b(?:sooner or later|(?:may|might) end up|only a matter of time|it is a matter of time)\b/.exec(
      words.join(" "),
    );
    if (later) return `“${later[0]}”`;
    const may = indexOfAny(words, /^(?:may|might|could)$/);
    if (
      may > 0 &&
      clause.raw[may] !== "May" &&
      !NOUN_AHEAD.test(words[may - 1] as string) &&
      !/^(?:have|and|of|,|thanks|in)$/.test(words[may + 1] ?? "") &&
      (words[may + 1] !== "be" || /(?:ed|en|lt|nt|ld|ut|ade|one)$/.test(words[may + 2] ?? "")) &&
      doer(clause, may, spoken) === "other" &&
      !inSubordinate(words, may) &&
      !(words[may] === "could" && !clause.direct) &&
      !words.includes("because")
    )
      return `“${words[may]} ${words[may + 1] ?? ""}”`;
    return null;
  },
};

/** "How many will come", "a receipt which would buy it": the time to come is not what is told. */
function inSubordinate(words: readonly string[], verb: number): boolean {
  if (
    indexOfAny(
      words,
      /^(?:informed|told|learned|announced|announces|promised|guarantees|guaranteed|stipulates|provides)$/,
      verb - 5,
      verb - 1,
    ) !== -1
  )
    return true;
  const opens = indexOfAny(words, /^(?:who|whom|whose|which|how|what|where|why|whoever|whether)$/, verb - 7, verb);
  return opens !== -1 && indexOfAny(words, /^(?:is|are|was|were|has|have|had|do|does|did)$/, opens, verb) === -1;
}

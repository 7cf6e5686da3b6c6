import { type ContentRule, beBefore, indexOfAny, isNegated } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { type Clause, type Spoken, doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "We hope", "he wanted to leave", "I am worried". */
export const wish: ContentRule = {
  act: "expect",
  find(clause, spoken) {
    const { words } = clause;
    for (
      let at = indexOfAny(words, wordsOfClass("wish"));
      at !== -1;
      at = indexOfAny(words, wordsOfClass("wish"), at + 1)
    ) {
      const word = words[at] as string;
      if (/^(?:look|looking|looks|looked)$/.test(word) && words[at + 1] !== "forward") continue;
      if (/^(?:like|love)$/.test(word) && !/^(?:would|'d)$/.test(words[at - 1] ?? "")) continue;
      if (word === "hoping" && at === 0) return "“hoping”";
      if (isNegated(words, at - 2, at)) continue;
      // "His plan", "fear and anger", "more than he expected", "for whoever we want.": no wish.
      if (
        /^(?:'s|my|our|his|her|its|their|the|a|an|any|no|and)$/.test(words[at - 1] ?? "") &&
        /^(?:plan|hope|wish|fear|worry|aim|want|wishes|hopes|fears|plans)$/.test(word)
      )
        continue;
      if (
        words[at - 2] === "than" ||
        words[at - 2] === "as" ||
        (at === words.length - 1 && !clause.asks && /^(?:want|wants|wanted|expected|like)$/.test(word))
      )
        continue;
      if (doer(clause, beBefore(words, at), spoken) === "own") return `own “${word}”`;
    }
    for (const { whose, verb, negated } of futuresOf(clause, spoken))
      if (whose === "own" && !negated && wordsOfClass("trying").has(words[verb] as string))
        return `own “will ${words[verb]}”`;
    const aim =
      /^it is (?:the|our|my|their|his|her|its) (?:[\p{L}']+ ){0,4}?(?:determination|hope|wish|aim|goal|desire|intention) (?:of [\p{L} ]{2,40} )?(?:to|that)\b/u.exec(
        words.slice(0, 20).join(" "),
      );
    if (aim) return `“${aim[0]}”`;
    const goal =
      /\b(?:our|my|his|her|its|their|the) (?:\p{Ll}+ )?(?:goal|aim|hope|intention|objective|mission|wish|desire|plan) (?:here )?(?:is|was|'s) (?:not )?(?:to|that)\b/u.exec(
        words.slice(0, 14).join(" "),
      );
    if (goal) return `“${goal[0]}”`;
    if (
      words[0] === "hopefully" ||
      (words[0] === "god" && /^(?:bless|help|willing|forbid|grant|save)$/.test(words[1] ?? ""))
    )
      return `“${words[0]}”`;
    return null;
  },
};

/** "We hope that he will win": what is hoped is no prediction, and no announcement. */
export function isWished(clause: Clause, spoken: Spoken): boolean {
  return wish.find({ ...clause, words: clause.words.slice(0, 5), raw: clause.raw.slice(0, 5) }, spoken) !== null;
}

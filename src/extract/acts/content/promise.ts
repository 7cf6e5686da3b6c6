import { type ContentRule, indexOfAny } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "I promise you", "we will defend every village". */
export const promise: ContentRule = {
  act: "vow",
  find(clause, spoken) {
    const { words } = clause;
    const performs = indexOfAny(words, /^(?:promise|pledge|vow|swear|guarantee)$/);
    if (performs > 0 && /^(?:i|we|can)$/.test(words[performs - 1] ?? "")) return `own “${words[performs]}”`;
    for (const { whose, verb, negated } of futuresOf(clause, spoken)) {
      if (whose !== "own") continue;
      const word = words[verb] as string;
      if (negated ? steadfast(words, verb) : wordsOfClass("binding").has(word))
        return `own “will ${negated ? "not " : ""}${word}”`;
      if (!negated && /^(?:always|never)$/.test(words[verb - 1] ?? "")) return `own “will ${words[verb - 1]} ${word}”`;
      if (
        !negated &&
        /^(?:do|make) (?:everything|all|whatever|sure|every|our best|my best|certain)/.test(
          words.slice(verb, verb + 3).join(" "),
        )
      )
        return `own “will ${word} …”`;
    }
    return null;
  },
};

/** "We will never give up": a refusal to give in is a promise. */
export function steadfast(words: readonly string[], verb: number): boolean {
  const phrase = words.slice(verb, verb + 2).join(" ");
  return (
    wordsOfClass("steadfast").has(words[verb] as string) ||
    /^(?:give up|back down|let you|let them|stand idle|stand by|stand idly|be deterred|be intimidated|be cowed)/.test(
      phrase,
    )
  );
}

import { type ContentRule, indexOfAny } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "I promise you", "we will defend every village". */
export const promise: ContentRule = {
  act: "vow",
  find(clause, spoken) {
    const { words } = clause;
    const performs = indexOfAny(words, /^(?:promise|pledge|vow|swear|guarantee)$/);
    // "I promise you he is not" vouches for others.
    if (
      performs > 0 &&
      /^(?:i|we|can)$/.test(words[performs - 1] ?? "") &&
      !/^(?:(?:you|them|everybody) )?(?:that )?(?:he|she|they|it|there|this|you|other|nobody|everybody|the)\b/.test(
        words.slice(performs + 1, performs + 4).join(" "),
      )
    )
      return `own “${words[performs]}”`;
    const stand = STAND.exec(words.join(" "));
    if (stand) return `“${stand[0]}”`;
    const inOffice = clause.direct && OFFICE.exec(words.join(" "));
    for (const { whose, verb, negated } of futuresOf(clause, spoken)) {
      if (whose !== "own") continue;
      // "I'll never forget the day": a memory.
      if (words[verb] === "forget" && words[0] === "i") continue;
      const word = words[verb] as string;
      if (inOffice && !/^(?:see|know|need|win|lose|have)$/.test(word)) return `“${inOffice[0]}”, own “will ${word}”`;
      if (
        !negated &&
        word === "bear" &&
        words
          .slice(verb + 1, verb + 5)
          .join(" ")
          .includes("in mind")
      )
        return "own “will bear in mind”";
      if (!negated && word === "put" && /^an? (?:end|stop)$/.test(words.slice(verb + 1, verb + 3).join(" ")))
        return "own “will put an end”";
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

/** "It is our firm stand to …", as state prose binds itself. */
const STAND =
  /\bis (?:the |our |their |its |his |her )?(?:firm|principled|steadfast|unshakable|unshakeable|unwavering|resolute|invariable|immutable) (?:stand|position|resolve|resolution|pledge|commitment)\b.{0,120}? to \p{Ll}/u;

/** What one running for an office will do in it. */
const OFFICE =
  /\b(?:as (?:your )?(?:president|governor|mayor|chancellor|premier|prime minister|senator)|if i (?:am|'m|get|become) (?:elected|president|governor|mayor)|when i (?:am|'m) (?:elected|president|governor|mayor)|on day one|in my first (?:day|week|month|year|hundred|100))\b/;

/** "We will never give up": a refusal to give in is a promise. */
export function steadfast(words: readonly string[], verb: number): boolean {
  const phrase = words.slice(verb, verb + 2).join(" ");
  return (
    wordsOfClass("steadfast").has(words[verb] as string) ||
    /^(?:give up|back down|let you|let them|stand idle|stand by|stand idly|be deterred|be intimidated|be cowed|be silenced|be silent|be neutral|be bullied|be fooled|be stopped|be swayed|be complicit)/.test(
      phrase,
    )
  );
}

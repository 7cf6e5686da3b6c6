import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "We made mistakes", "I was wrong", "he regretted". */
export const admission: ContentRule = {
  act: "admit",
  find(clause, spoken) {
    const { words } = clause;
    const faults = wordsOfClass("fault");
    for (let at = indexOfAny(words, faults); at !== -1; at = indexOfAny(words, faults, at + 1)) {
      const word = words[at] as string;
      if (
        /^(?:our|my)$/.test(words[at - 1] ?? "") &&
        /^(?:mistake|mistakes|fault|failure|failings|error|errors|shame)$/.test(word)
      )
        return `“our ${word}”`;
      if (/^(?:responsible|responsibility|let|fail|shame)$/.test(word) && !takesBlame(words, at)) continue;
      for (let verb = at; verb >= 0 && verb > at - 5; verb--)
        if (
          SUBJECT.test(words[verb - 1] ?? "") &&
          doer(clause, verb, spoken) === "own" &&
          !isNegated(words, verb, at) &&
          !/^(?:like|if|that|whether|think|thinks|thought|believes?|believed|say|says|said|everything|what|them)$/.test(
            words[verb - 2] ?? "",
          ) &&
          !/^(?:regret to|sorry (?:to|about|for your|for the loss))\b/.test(words.slice(at, at + 4).join(" ")) &&
          indexOfAny(words, /^(?:will|'ll|would|if|that|to|see|saw|think|thought|find|found)$/, verb, at) === -1 &&
          indexOfAny(words, /^(?:is|are|was|were|'s)$/, verb + 1, at) === -1
        )
          return `own fault: “${word}”`;
    }
    return null;
  },
};

const SUBJECT = /^(?:i|we|he|she|they|it)$/;

function takesBlame(words: readonly string[], at: number): boolean {
  const rest = words.slice(at + 1, at + 4).join(" ");
  return words[at] === "let"
    ? /\bdown\b/.test(rest)
    : /^take|^accept|^bear/.test(words[at - 2] ?? words[at - 1] ?? "") || words[at - 1] === "full";
}

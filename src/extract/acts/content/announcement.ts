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
      if (negated || (!clause.direct && /^(?:what|how|whether|why|where|when|who)$/.test(words[0] ?? ""))) continue;
      if (whose === "own" && wordsOfClass("trying").has(words[verb] as string)) continue;
      if (whose === "own" && isOwnDoing(words, verb)) return `own “will ${words[verb]}”`;
      if (whose !== "you" && isScheduled(words, verb)) return `“will be ${words[verb + 1]}”`;
    }
    const doing = indexOfAny(words, wordsOfClass("own-doing"));
    if (
      doing > 0 &&
      indexOfAny(words, /^(?:am|is|are|was|were|'m|'s|'re)$/, doing - 3, doing) !== -1 &&
      !isNegated(words, doing - 3, doing) &&
      doer(clause, beBefore(words, doing), spoken) === "own"
    )
      return `own “${words[doing]}”`;
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

/** What stands behind one's own "will be" where it is a plan, no guess: "will be leaving", "will be on holiday". */
const OWN_DOING = /^(?:\p{Ll}+ing|on|at|back|out|away)$/u;

/** Whether a verb of the time to come tells what one is about to do oneself; to win, to lose, to see happen to one. */
export function isOwnDoing(words: readonly string[], verb: number): boolean {
  return words[verb] === "be"
    ? OWN_DOING.test(words[verb + 1] ?? "") || arranged(words[verb + 1] ?? "")
    : !/^(?:see|know|need|get|lose|win|become|feel|die|have|emerge|say|tell|admit|bet|guess|remember|forget)$/.test(
        words[verb] as string,
      );
}

/** "He will be represented by": arranged by himself; whether he "will be elected" is not in his hands. */
function arranged(word: string): boolean {
  return /^(?:joined|represented|accompanied|assisted|advised|replaced|succeeded|based|released|issued|made|sent|used|provided|offered|given|donated|filed|withdrawn|posted|added|moved)$/.test(
    word,
  );
}

/** "Will be held": a date in somebody's hands, not a prediction. */
export function isScheduled(words: readonly string[], verb: number): boolean {
  return words[verb] === "be" && wordsOfClass("scheduled").has(words[verb + 1] ?? "");
}

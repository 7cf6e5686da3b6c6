import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { doer } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "That is false", "we never met him", "he did nothing wrong". */
export const denial: ContentRule = {
  act: "deny",
  find(clause, spoken) {
    const { words } = clause;
    if (clause.direct && words[0] === "no" && (words[1] === "," || words.length === 1)) return "“No,”";
    if (
      clause.direct &&
      /^(?:absolutely not|of course not|not at all|certainly not|not true|not so)\b/.test(words.slice(0, 3).join(" "))
    )
      return "“not”";
    const untrue = indexOfAny(words, wordsOfClass("untrue"));
    if (untrue !== -1 && indexOfAny(words, BE, untrue - 4, untrue) !== -1 && !isNegated(words, untrue - 3, untrue))
      return `“${words[untrue]}”`;
    for (
      let at = indexOfAny(words, /^(?:not|n't|never|nothing|no)$/);
      at !== -1;
      at = indexOfAny(words, /^(?:not|n't|never|nothing|no)$/, at + 1)
    ) {
      const next = words[at + 1] ?? "";
      if (/^(?:true|so)$/.test(next) && indexOfAny(words, BE, at - 3, at) !== -1) return `“not ${next}”`;
      if (words[at] === "no" && next === "truth") return "“no truth”";
      if (words[at] === "no" && /^(?:violations?|wrongdoing|collusion|conspiracy|cover-up|scandal|foul)$/.test(next))
        return `“no ${next}”`;
      const claimed = indexOfAny(words, /^(?:claims?|claimed|alleges?|alleged|contends?|suggests?|suggested)$/, at + 1);
      if (claimed !== -1 && indexOfAny(words, /^as$/, claimed - 6, claimed) !== -1)
        return `“not … as … ${words[claimed]}”`;
      // "It was not about race", "he is not a liar": a charge denied.
      if (words[at] === "not" || words[at] === "n't") {
        if (
          BE.test(words[at - 1] ?? "") &&
          (next === "about" ||
            indexOfAny(words, wordsOfClass("charge"), at + 1, at + 4) !== -1 ||
            indexOfAny(words, wordsOfClass("damning"), at + 1, at + 3) !== -1)
        )
          return `“not … ${next}”`;
      }
      if (words[at] === "nothing") {
        if (next === "wrong" && indexOfAny(words, /^(?:did|do|done)$/, at - 2, at) !== -1) return "“nothing wrong”";
        continue;
      }
      const auxiliary = words[at] === "never" ? at : at - 1;
      if (words[at] !== "never" && !/^(?:did|had|have|has|ha|was|were|am|'m)$/.test(words[auxiliary] ?? "")) continue;
      if (words[at] === "never" && /^(?:will|'ll|would|can|could|let)$/.test(words[at - 1] ?? "")) continue;
      if (words[at] === "never" && !PAST.test(next)) continue;
      if (
        /^(?:was|were|am|'m)$/.test(words[auxiliary] ?? "") &&
        !/^(?:involved|aware|present|a|an|told|the|responsible|behind|part)$/.test(next)
      )
        continue;
      if (doer(clause, auxiliary, spoken) === "own" && !wordsOfClass("knowing").has(next)) return "own deed denied";
    }
    return null;
  },
};

const BE = /^(?:is|are|was|were|'s|be|been|'re|as)$/;
const PAST =
  /^(?:\p{Ll}+ed|been|met|took|taken|said|saw|seen|had|heard|gave|given|made|did|done|knew|known|paid|sold|sent|held|meant|told|wrote|written|spoke|spoken|went|gone)$/u;

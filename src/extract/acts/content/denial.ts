import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
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
    const insisted = spoken.cue.some((w) => w.startsWith("insist"));
    // "Insisted that no law was broken": against somebody who says so.
    if (
      insisted &&
      !clause.direct &&
      indexOfAny(words, /^(?:not|n't|never|no|nothing|neither)$/, 0, 9) !== -1 &&
      futuresOf(clause, spoken).length === 0 &&
      indexOfAny(words, /^(?:must|should|can|cannot|ca|could)$/, 0, 9) === -1
    )
      return "insists that it is not so";
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
      if (
        words[at] === "no" &&
        /^(?:laws?|rules?|crimes?|promises?|secrets?|classified|pressure|quid|deal|deals)$/.test(next) &&
        indexOfAny(words, /^(?:was|were|is|are|had|been)$/, at - 3, at + 5) !== -1
      )
        return `“no ${next}”`;
      if (words[at] === "nothing") {
        if (next === "wrong" && indexOfAny(words, /^(?:did|do|done)$/, at - 2, at) !== -1) return "“nothing wrong”";
        continue;
      }
      if (words[at] === "no") {
        if (
          /^(?:have|has|had|with)$/.test(words[at - 1] ?? "") &&
          /^(?:knowledge|involvement|part|role|connections?|contacts?|dealings|ties|links|relationship|relations|recollection|hand)$/.test(
            next,
          ) &&
          doer(clause, at - 1, spoken) === "own"
        )
          return `own “no ${next}”`;
        continue;
      }
      const auxiliary = words[at] === "never" ? at : at - 1;
      if (words[at] !== "never" && !/^(?:did|had|have|has|ha|was|were|am|'m|are|is|'re)$/.test(words[auxiliary] ?? ""))
        continue;
      // "We are not trying to hide": what one is doing, as others say.
      if (
        /^(?:are|is|'re)$/.test(words[auxiliary] ?? "") &&
        !/^(?:trying|seeking|attempting|aiming|looking|targeting|interfering|violating|hiding|ducking|avoiding|involved|aware|responsible|behind)$/.test(
          next,
        )
      )
        continue;
      if (words[at] === "never" && /^(?:will|'ll|would|can|could|let)$/.test(words[at - 1] ?? "")) continue;
      if (words[at] === "never" && !PAST.test(next)) continue;
      if (
        /^(?:was|were|am|'m)$/.test(words[auxiliary] ?? "") &&
        !/^(?:involved|aware|present|a|an|told|the|responsible|behind|part|consulted|informed|notified|asked|paid|briefed|party)$/.test(
          next,
        )
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

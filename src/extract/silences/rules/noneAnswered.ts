import { unsaidBy } from "../complement.ts";
import { DO, type DenialRule, HAVE, WILL, pastAdverbs } from "../line.ts";

/** "None of the banks would comment", "No one at the ministry answered calls", "No official mentioned the fire". */
export const noneAnswered: DenialRule = {
  name: "none-answered-1",
  at: new Set(["none", "nobody", "no"]),
  find(line, i) {
    const { words } = line;
    if (
      words[i] === "no" &&
      !/^(?:one|official|officials|spokesman|spokeswoman|spokesperson|representative|speaker|senator|leader|candidate)$/.test(
        words[i + 1] ?? "",
      )
    )
      return null;
    const first = words[i] === "no" ? i + 2 : i + 1;
    for (let at = first; at < first + 9; at++) {
      const word = words[at];
      if (word === undefined || /^[.,;:!?"]$/.test(word)) return null;
      if (/^(?:who|that|which)$/.test(word)) return null;
      if (word === "was" || word === "were") {
        const free = pastAdverbs(line, at + 1);
        return words[free] === "available" && /^(?:for|to)$/.test(words[free + 1] ?? "")
          ? { from: at, to: free + 1, kind: "answer-not-given", who: { from: i, to: at } }
          : null;
      }
      // "No one knew who she was": nobody was to say it.
      if (/^(?:knew|knows|know|remembers?|remembered|recalls?|recalled)$/.test(word)) return null;
      const helper = DO.has(word) || WILL.has(word) || HAVE.has(word);
      const verb = helper ? pastAdverbs(line, at + 1) : at;
      // "No one at the firm could be reached".
      if (
        WILL.has(word) &&
        words[verb] === "be" &&
        /^(?:reached|contacted)$/.test(words[pastAdverbs(line, verb + 1)] ?? "")
      )
        return { from: at, to: pastAdverbs(line, verb + 1) + 1, kind: "answer-not-given", who: { from: i, to: at } };
      const unsaid = unsaidBy(line, verb, HAVE.has(word) ? ["participle"] : helper ? ["base"] : ["past"]);
      if (unsaid)
        return unsaid.kind === null || unsaid.kind === "act-absent"
          ? null
          : { from: at, to: Math.max(unsaid.to, verb + 1), kind: unsaid.kind, who: { from: i, to: at } };
      if (helper) return null;
    }
    return null;
  },
};

import { absentNoun, unsaidBy } from "../complement.ts";
import { type DenialRule, pastAdverbs, verbAt } from "../line.ts";

/** "without elaborating", "without naming any country", "without further explanation". */
export const without: DenialRule = {
  name: "without-1",
  at: new Set(["without"]),
  find(line, i) {
    const { words } = line;
    // "It goes without saying" is neither a silence nor a statement; "never speaks without mentioning" mentions.
    if (/^(?:goes?|went|going)$/.test(words[i - 1] ?? ""))
      return words[i + 1] === "saying" ? { from: i, to: i + 2, kind: null, who: "before" } : null;
    for (let k = i - 1; k >= Math.max(0, i - 6) && !/^[,;.]$/.test(words[k] as string); k--)
      if (
        /^(?:not|n't|never|cannot|hardly|impossible|unlikely|likely|can|could|should|would|must|may|might|if)$/.test(
          words[k] as string,
        )
      )
        return null;
    // "Ended without a word on the dam".
    let word = i + 1;
    while (word < i + 5 && /^(?:a|any|one|single|so|much|as)$/.test(words[word] ?? "")) word++;
    if (words[word] === "word" && /^(?:on|about)$/.test(words[word + 1] ?? ""))
      return { from: i, to: word + 2, kind: "topic-not-mentioned", who: "before", bare: true };
    const at = pastAdverbs(line, i + 1);
    if (/^(?:so|a|being)$/.test(words[at] ?? "")) return null;
    const verb = verbAt(line, at, ["ing"]);
    // "without so much as mentioning" is passed over; "without having mentioned" is not.
    const start = words[at] === "having" ? pastAdverbs(line, at + 1) : at;
    const unsaid = unsaidBy(line, start, start === at ? ["ing"] : ["participle"]);
    // To act without confirming is to act too soon.
    if (verb?.classes.has("confirm")) return null;
    if (unsaid) {
      if (unsaid.kind === null || unsaid.kind === "act-absent")
        return unsaid.kind === null ? { from: i, to: unsaid.to, kind: null, who: "before" } : null;
      const names = verb?.lemma === "name" && words[at + 1] === "names";
      return {
        from: i,
        to: Math.max(unsaid.to, start + 1),
        kind: names ? "detail-withheld" : unsaid.kind,
        who: "before",
        bare: true,
      };
    }
    if (verb) return null;
    const noun = absentNoun(line, at, 3);
    const further = /^(?:further|any|more)$/.test(words[at] ?? "");
    // Beside "further" and "any", only explanation and comment are sure: a trial goes on without evidence.
    if (!noun || !/^(?:comments?|elaboration|explanations?|details?|mention|reference)$/.test(words[noun.at] ?? ""))
      return null;
    if (!further && !/^(?:comment|elaboration|explanation)$/.test(words[noun.at] ?? "")) return null;
    return {
      from: i,
      to: noun.at + 1,
      kind: noun.kind === "answer-not-given" ? "detail-withheld" : noun.kind,
      who: "before",
      bare: true,
    };
  },
};

import type { ContentRule } from "../contentRule.ts";

/** "Why was the road closed?" */
export const question: ContentRule = {
  act: "ask",
  find(clause) {
    if (clause.asks) return clause.words.length > 1 ? "a question" : null;
    const wonders = /\b(?:i|we) (?:do )?(?:wonder|want to know|would like to know)\b/.exec(clause.words.join(" "));
    return wonders ? `“${wonders[0]}”` : null;
  },
};

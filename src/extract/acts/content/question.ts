import type { ContentRule } from "../contentRule.ts";

/** "Why was the road closed?" */
export const question: ContentRule = {
  act: "ask",
  find(clause) {
    return clause.asks && clause.words.length > 1 ? "a question" : null;
  },
};

import { isBare } from "./bareVerb.ts";
import { FINITE } from "./clauses.ts";

/** A noun phrase is no longer than this ahead of its verb. */
export const LONGEST_SUBJECT = 14;

/** Verbs that are nouns as well. */
const BARE_NOUN =
  /^(?:vote|end|return|strike|attack|deal|release|change|launch|fire|talk|drop|lift|offer|fall|cut|break|hold|grant|freeze|halt|win|loss|raise|stop|start|try|visit|play|rest|stay|say|use|pass|pay|put|set|shut|quit)$/;

/** Index of the verb of the clause that begins at `from`, told by its form and by what stands around it; -1 for none. */
export function clauseVerb(raw: readonly string[], from: number, to: number): number {
  const words = raw.slice(from, Math.min(to, from + LONGEST_SUBJECT)).map((w) => (w === "May" ? w : w.toLowerCase()));
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as string;
    if (/^[;:.]$/.test(word)) return -1;
    // "Until the proposed sale": behind a determiner it only describes.
    if (word.endsWith("ed") && /^(?:the|an?|its|his|her|their|of|in|for|any)$/.test(words[i - 1] ?? "")) continue;
    // "Until the May vote": a bare verb has a plural or a pronoun ahead of it.
    if (BARE_NOUN.test(word) && !/^(?:\p{Ll}+[^s]s|they|we|you|i|people|police|and)$/u.test(words[i - 1] as string))
      continue;
    // "Until the guild's assembly": an owner's mark.
    if (word === "'s" && !/^(?:he|she|it|that|there)$/.test(words[i - 1] as string)) continue;
    if (isVerb(words, i, 0)) return from + i;
  }
  return -1;
}

/** Whether a verb stands at `at`, in a clause that begins at `from`. */
export function isVerb(words: readonly string[], at: number, from: number): boolean {
  const word = words[at] as string;
  // "Ostrel's border could be closed": an owner's mark, where a verb follows.
  if (word === "'s" && words.slice(at + 1, at + 5).some((w) => w !== "'s" && FINITE.test(w))) return false;
  if (FINITE.test(word) || (at > from && /^(?:laid|put|set|cut|shut|quit)$/.test(word))) return true;
  // "The army attacks", "both sides agree": a bare verb behind a noun, told by what follows it.
  return (
    at > from &&
    ((/^\p{Ll}{2,}[^s]s$/u.test(word) &&
      BEHIND_VERB.test(words[at + 1] ?? "the") &&
      !/^(?:an?|the|his|her|its|their|both|all)$/.test(words[at - 1] as string)) ||
      isBare(word))
  );
}

const BEHIND_VERB =
  /^(?:the|a|an|to|its|his|her|their|our|all|on|back|out|,|that|up|off|down|from|with|it|them|him|us|any|anything|something|nothing|no|into|in)$/;

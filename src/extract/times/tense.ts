import { AHEAD, AHEAD_TO, BEHIND } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** How many words a verb may stand before the time it governs, and behind it. */
const BEFORE = 14;
const BEHIND_IT = 8;

/**
 * Where the verb nearest to a time expression (words `from` to `to`) puts it: the nearest before it, else the nearest behind
 * it in the sentence. An infinitive is as its governing word has it ("expected to close", "forced to resign").
 */
export function tenseOf(words: readonly Word[], from: number, to: number): "past" | "future" | null {
  // "Thursday's vote" is a name of the vote, whatever the verb.
  if (words[to]?.text === "'s") return null;
  for (let i = from - 1; i >= 0 && i >= from - BEFORE; i--) {
    const { text } = words[i] as Word;
    if (text === ";") break;
    const tense = tenseOfWord(words, i);
    if (tense) return tense;
  }
  for (let i = to; i < words.length && i < to + BEHIND_IT; i++) {
    const { text } = words[i] as Word;
    if (text === ";") break;
    const tense = tenseOfWord(words, i);
    if (tense) return tense;
  }
  return null;
}

const MEANT = /^(?:planned|scheduled|slated|set|due|expected|booked|billed|announced|timed|fixed|foreseen|earmarked)$/;

const POSSIBLE = /^(?:may|might|can|could)$/;

function tenseOfWord(words: readonly Word[], at: number): "past" | "future" | null {
  const { text, capital } = words[at] as Word;
  if (capital && at > 0) return null;
  if (AHEAD.has(text)) {
    // "Had been due to expire": it lay ahead then.
    for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (words[i]?.text === "had") return "past";
    return "future";
  }
  // "Could meet again", "may not last": open, so ahead; "could not be reached" was tried already.
  if (POSSIBLE.test(text)) {
    let verb = at + 1;
    while (/^(?:also|still|again|soon|yet|well|now|not|n't|\p{Ll}+ly)$/u.test(words[verb]?.text ?? "")) verb++;
    const negated = words.slice(at + 1, verb).some((w) => /^(?:not|n't)$/.test(w.text));
    if (words[verb]?.text === "have" || (negated && text.startsWith("c"))) return null;
    return /^\p{Ll}+$/u.test(words[verb]?.text ?? "") ? "future" : null;
  }
  // "Will be held", "would have left": the participle has no tense of its own; "to be held" lies ahead.
  const before = words[at - 1]?.text ?? "";
  if (before === "be") return words[at - 2]?.text === "to" ? "future" : null;
  if (text === "have" && /^(?:will|would|shall|should|may|might|could|must|to|'ll)$/.test(before)) return null;
  if (before === "have" && /^(?:will|would|shall|should|'ll)$/.test(words[at - 2]?.text ?? "")) return null;
  if (AHEAD_TO.has(text) && words[at + 1]?.text === "to") return "future";
  // "Exercises planned for October", "talks set for May"; "had been planned for May" lay ahead then.
  if (MEANT.test(text) && words[at + 1]?.text === "for") {
    for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (words[i]?.text === "had") return "past";
    return "future";
  }
  if (BEHIND.has(text)) return "past";
  return text.length > 4 &&
    text.endsWith("ed") &&
    !/^(?:need|speed|indeed|hundred|exceed|proceed|united|armed|aged|red)$/.test(text)
    ? "past"
    : null;
}

import type { Stretch, Denial, Line } from "./line.ts";
import { clauseEnd } from "./clause.ts";

const FIRST_OR_SECOND = /^(?:i|we|you|me|us|'d|'ve)$/;
const HYPOTHETICAL = /^(?:if|unless|whether|suppose|should|lest|until|provided|imagine|wish)$/;
const DENIES = /^(?:den(?:y|ies|ied|ying)|false|untrue|incorrect|mistaken|disputed|disputes|rejected|rejects)$/;
const FORETELLS =
  /^(?:predict(?:s|ed)?|expect(?:s|ed)?|forecast|forecasts|likely|unlikely|believes?|believed|thinks?|thought|hopes?|hoped|doubts?|bet|fears?|feared|suspects?|suspected|promised?|vowed|agreed|pledged|swore|ordered|asked|told|urged|advised|warned|instructed|vows|pledges)$/;

/** "The firm said it wouldn't comment": whoever says so keeps silent as he speaks; to answer later is another matter. */
export function keepsSilent({ words }: Line, denial: Denial): boolean {
  return words.slice(denial.from, denial.to).some((w) => /^(?:comment|discuss|elaborate|speculate|confirm)$/.test(w));
}

/** How far before the words a condition may open, in words. */
const REACH = 20;

/**
 * Why words that deny an act of saying tell of no silence here, or null: the speaker's own "I did not say", a question, a
 * condition, a denial, a thing foretold.
 */
export function trapOf(line: Line, denial: Denial, subject: Stretch | null): string | null {
  const { words } = line;
  // "I refused to answer" tells of a silence, "I did not say so" denies.
  const refused = denial.by.startsWith("declined") && denial.kind === "answer-not-given";
  const lacks = denial.noun === true && denial.who === "nobody";
  if (
    !refused &&
    !lacks &&
    subject &&
    FIRST_OR_SECOND.test(words[subject.from] ?? "") &&
    subject.to - subject.from <= 2
  )
    return "first or second person";
  const end = clauseEnd(line, denial.to - 1, words.length);
  if (/^\?$/.test(words[end] ?? "") || words[words.length - 1] === "?") return "a question";
  const start = subject ? Math.min(subject.from, denial.from) : denial.from;
  // What opens the clause stands before its subject, or between that and the verb.
  for (let k = denial.from - 1; k >= Math.max(0, denial.from - REACH, start - 2); k--) {
    if (subject && k >= subject.from && k < subject.to) continue;
    const word = words[k] as string;
    if (/^(?:[,;:."]|but|and)$/.test(word)) break;
    // "Even if the matter has yet to be settled": it is so.
    if (HYPOTHETICAL.test(word) && words[k - 1] !== "even") return "a condition";
  }
  for (let k = denial.from - 1; k >= Math.max(0, start - 8); k--) {
    const word = words[k] as string;
    if (/^(?:[;:.]|but|and|,)$/.test(word)) break;
    // Inside the subject only the word right before counts: "the aide denied failing", not "the man who denied it failed".
    if (DENIES.test(word) && (k < start || k === denial.from - 1)) return "a denial";
    // "Told the paper he would not comment" is told, and comes true as it is.
    if (
      FORETELLS.test(word) &&
      !(word === "told" && keepsSilent(line, denial)) &&
      /^(?:would|will|wo|not|ca|can|could)$/.test(words[denial.from] ?? "")
    )
      return "foretold, not told";
  }
  // "did not say that because …": the reason is denied, not the saying.
  if (/^(?:say|said)$/.test(words[denial.to - 1] ?? "") && /^(?:that|so|it|this)$/.test(words[denial.to] ?? ""))
    return "what was said is denied, not the saying";
  return null;
}

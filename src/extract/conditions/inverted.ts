import { FINITE } from "./clauses.ts";
import { isBare } from "./bareVerb.ts";
import { hasFuture } from "./outlook.ts";

/** A subject behind its verb; a determiner or a pronoun there can be nothing else. */
const SUBJECT_BEHIND =
  /^(?:he|she|they|it|we|you|i|the|an?|any|anyone|anybody|someone|there|negotiations|talks|his|her|their|its|our|one|these|those|this|such|no)$/;
export const PARTICIPLE =
  /^(?:\p{Ll}{2,}ed|held|made|done|met|sent|built|kept|sold|found|given|taken|chosen|proven|left)$/u;
const PARTICIPLE_BEHIND =
  /^(?:not |n't |only |been )*(?:\p{Ll}{2,}ed|known|seen|been|had|done|come|gone|won|lost|left|met|taken|given|told|heard)\b/u;
const OPENS = /^(?:[,.;:"'(-]|and|but|or|that)$/;
/** "What should he", "how much should they", "nor should we": a question or a wish, not a condition. */
const ASKS = /^(?:who|what|which|how|why|when|where|whom|whose|nor|neither|only|not|so|much|many|long|far|often)$/;
export const MODAL = /\b(?:will|'ll|would|could|may|might|shall|must|can)\b/;

/** Words of a sentence, in lower case and as they are written, and the bounds of the search. */
interface Stretch {
  readonly words: readonly string[];
  readonly raw: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** "Should prices fall, the bank will act", "the plant would close should the price fall". */
export function isShouldClause({ words, raw, from, to }: Stretch, i: number): boolean {
  const next = words[i + 1] ?? "";
  const last = i > 0 ? (words[i - 1] as string) : "";
  if (next === "no" && /^(?:longer|more)$/.test(words[i + 2] ?? "")) return false;
  if (words.slice(i, to).includes("?") || (i > from && /^\p{Lu}/u.test(raw[i] ?? "") && !OPENS.test(last)))
    return false;
  const opens = last === "" || i === from || OPENS.test(last);
  if (opens && (SUBJECT_BEHIND.test(next) || isName(raw[i + 1]))) return true;
  if (opensWithNoun(words, i, from, to)) return true;
  return (
    (SUBJECT_BEHIND.test(next) ||
      ((isName(raw[i + 1]) || /^\p{Lu}{2,}$/u.test(raw[i + 1] ?? "")) && hasFuture(words, from, i))) &&
    !words.slice(Math.max(0, i - 2), i).some((w) => ASKS.test(w)) &&
    hasOwnVerb(words, i + 2, to)
  );
}

/** "Were the king to ask", "he would leave were the king to ask him"; "the ships were the first to leave" is plain. */
export function isWereClause({ words, raw, from, to }: Stretch, i: number): boolean {
  const own = words.slice(i + 2, Math.min(i + 8, to));
  const infinitive = own.indexOf("to");
  if (infinitive === -1 || words.slice(i, to).includes("?")) return false;
  if (!SUBJECT_BEHIND.test(words[i + 1] ?? "") && !isName(raw[i + 1])) return false;
  if (i === from || OPENS.test(words[i - 1] as string)) return true;
  return (
    !own.slice(0, infinitive).some((w) => /^(?:first|last|only|next|ones?|most|least|best)$/.test(w)) &&
    words.slice(Math.max(from, i - 14), i).some((w) => /^(?:would|could|might)$/.test(w)) &&
    !/^(?:who|which|that|they|we|you|there|what)$/.test(words[i - 1] as string)
  );
}

/** "Had the dam been mended, nobody would have died"; "had the look of" is a plain verb. */
export function isHadClause({ words, raw, from, to }: Stretch, i: number): boolean {
  const next = words[i + 1] ?? "";
  if (
    /^(?:he|she|they|it|we|you)$/.test(next) &&
    /\bwould(?: not| n't| never)? have\b/.test(words.slice(from, i).join(" ")) &&
    PARTICIPLE_BEHIND.test(words.slice(i + 2, Math.min(i + 5, to)).join(" "))
  )
    return true;
  return (
    (i === from || OPENS.test(words[i - 1] as string)) &&
    (SUBJECT_BEHIND.test(next) || isName(raw[i + 1])) &&
    !/^(?:one|these|those|this|no|such|i)$/.test(next) &&
    words.slice(i + 2, Math.min(i + 14, to)).some((w) => PARTICIPLE.test(w) || w === "been" || w === "not") &&
    words.slice(i + 3, to).some((w, k) => /^(?:would|could|might|should)$/.test(w) && words[i + 4 + k] !== undefined)
  );
}

/** "Should inflation fall, the bank will act": at the head, with the main clause behind its comma. */
function opensWithNoun(words: readonly string[], i: number, from: number, to: number): boolean {
  if (i !== from && words[i - 1] !== '"') return false;
  const comma = words.indexOf(",", i);
  return (
    comma > i + 2 &&
    comma < Math.min(to, i + 18) &&
    /^\p{Ll}{3,}$/u.test(words[i + 1] ?? "") &&
    words.slice(comma, Math.min(to, comma + 9)).some((w) => MODAL.test(w))
  );
}

/** The verb of an inverted clause is bare; a finite one tells of a question or of another clause. */
function hasOwnVerb(words: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 9); i++) {
    const word = words[i] as string;
    if (/^[.,;:"]$/.test(word)) return i > from;
    if (word === "be" || word === "have" || isBare(word)) return true;
    if (FINITE.test(word) && !/^(?:not|n't|ever|\p{Ll}+ed)$/u.test(word)) return false;
  }
  return to > from;
}

/** Where the main clause begins behind an inverted opening: "only if they pay | will we sail"; `to` where none is inverted. */
export function endAtInversion(words: readonly string[], body: number, to: number): number {
  for (let i = body + 2; i < to - 1; i++) {
    if (words[i] === ",") return to;
    if (
      /^(?:will|would|can|could|shall|should|must|may|does|do|did)$/.test(words[i] as string) &&
      /^(?:we|i|you|he|she|it|they|there|the|an?|any|our|his|her|its|their)$/.test(words[i + 1] ?? "")
    )
      return i;
  }
  return to;
}

/** Whether a word, as it is written, opens like a name. */
export function isName(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}/u.test(word);
}

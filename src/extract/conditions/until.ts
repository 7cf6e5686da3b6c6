import { FINITE, opensClause } from "./clauses.ts";
import { isBare } from "./bareVerb.ts";
import { clauseVerb } from "./clauseVerb.ts";
import { isDenied, lastsUntil } from "./outlook.ts";

/** "Until now", "until March", "until 2012": how long, not on which condition. */
const BOUND_OF_TIME =
  /^(?:now|then|recently|today|tomorrow|yesterday|lately|late|later|early|after|last|next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|May|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|noon|midnight|dawn|\p{N}.*)$/u;

/** How far ahead of "until" what is to last is looked for, in words. */
const REACH = 18;
/** Who will do so, or is to; "to the shop" goes nowhere. */
const STILL_TO_COME = /^(?:will|'ll|wo|would|shall|must|should|cannot|can|may|might|keep|let|going)$/;
const NO_INFINITIVE =
  /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|any|all|him|them|us|me|\p{Lu}.*|\p{N}.*|\p{Ll}+(?:ed|ing))$/u;
const IS = /^(?:is|are|remains?|stays?|'s|'re|stands?)$/;
const PAST = /^(?:was|were|had|did|\p{Ll}{2,}ed|went|came|took|made|got|left|won|lost|kept|held|stood|fought|ran)$/u;

/**
 * Whether the "until" at `i` tells on what something hangs: a clause follows, and what is to last, or is not to begin, is still to
 * come. "He waited until it rained" tells only how long.
 */
export function isUntilClause(
  words: readonly string[],
  raw: readonly string[],
  i: number,
  from: number,
  to: number,
): boolean {
  if (isTime(words[i + 1] ?? "", words[i + 2]) || endsInTime(words, i, to)) return false;
  if (isDenied(words, from, i) || lastsUntil(words, from, i, to) || opensUntil(words, i, from, to)) return true;
  const verb = clauseVerb(raw, i + 1, Math.min(i + 16, to));
  if (verb === -1) return false;
  let begin = i;
  while (begin > from && i - begin < REACH && !/^[;:]$/.test(words[begin - 1] as string)) begin--;
  const main = words.slice(begin, i);
  if (main.length < 2 || words[i - 1] === "up") return false;
  if (
    main.some(
      (w, k) => STILL_TO_COME.test(w) || (w === "to" && k + 1 < main.length && !NO_INFINITIVE.test(main[k + 1] ?? "")),
    )
  )
    return !main.some((w, k) => /^(?:have|had)$/.test(w) && main[k - 1] !== "to" && PAST.test(main[k + 1] ?? ""));
  return (
    main.some((w) => IS.test(w)) &&
    !main.some((w) => PAST.test(w) && !w.endsWith("ed")) &&
    !PAST.test(words[verb] as string)
  );
}

/** "Not until the guns are silent will we leave". */
export function opensNotUntil(words: readonly string[], i: number, to: number): boolean {
  return (
    words
      .slice(i + 2, Math.min(i + 24, to))
      .some(
        (w, k) =>
          /^(?:will|would|can|could|shall|should|must|may)$/.test(w) &&
          /^(?:we|i|you|he|she|it|they|there|the|an?|any|our|his|her|its|their)$/.test(words[i + 3 + k] ?? ""),
      ) && words.slice(i + 2, Math.min(i + 12, to)).some((w, k) => FINITE.test(w) || (k > 0 && isBare(w)))
  );
}

/** "Until this week", but "until this is over". */
function isTime(next: string, second = ""): boolean {
  return BOUND_OF_TIME.test(next) && !(/^(?:this|next|last)$/.test(next) && FINITE.test(second));
}

/** "Until the last hours", "before the end of the year": no clause stands there. */
export function endsInTime(words: readonly string[], i: number, to: number): boolean {
  return (
    /^(?:the|its|his|her|their)$/.test(words[i + 1] ?? "") &&
    /^(?:last|final|first|very|early|late|next|following|end|start|beginning|close|middle|year|month|week|summer|winter|spring|autumn|day)$/.test(
      words[i + 2] ?? "",
    ) &&
    !words.slice(i + 3, Math.min(i + 10, to)).some((w, k) => FINITE.test(w) || (k > 0 && isBare(w)))
  );
}

/** "Until a bid is made the board will wait". */
function opensUntil(words: readonly string[], i: number, from: number, to: number): boolean {
  return (
    opensClause(words, i, from) &&
    words.slice(i + 2, Math.min(i + 9, to)).some((w) => (FINITE.test(w) && !/^\p{Ll}+ed$/u.test(w)) || isBare(w)) &&
    words.slice(i + 4, to).some((w) => /^(?:will|'ll|wo|would|cannot|ca|nothing|nobody)$/.test(w))
  );
}

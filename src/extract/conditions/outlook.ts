import { FINITE } from "./clauses.ts";

/** Something still to come stands in the sentence: "will talk only after". */
export function isOpen(words: readonly string[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((w) => /^(?:will|'ll|would|can|could|may|might|must|should|shall|to|possible|ready|willing|is|are)$/.test(w));
}

/** "We will talk once they have left": the clause has a verb, and what depends on it is still to come. */
export function promisesAround(words: readonly string[], i: number, from: number, to: number): boolean {
  const own = words.slice(i + 2, Math.min(i + 9, to));
  return (
    own.some((w) => FINITE.test(w) || /^\p{Ll}{3,}s$/u.test(w)) &&
    [...words.slice(Math.max(from, i - 16), i), ...words.slice(Math.min(to, i + 4), Math.min(to, i + 30))].some((w) =>
      /^(?:will|'ll|wo|shall|would)$/.test(w),
    )
  );
}

/** "The fleet will not sail", "she refused to go": whether words deny what is still to come. */
export function isDenied(words: readonly string[], from: number, to: number): boolean {
  const main = words.slice(from, to);
  return (
    main.some((w) =>
      /^(?:not|n't|never|no|cannot|nothing|nobody|refuse|refuses|refused|refusing|neither|unable|unwilling|reluctant|impossible)$/.test(
        w,
      ),
    ) &&
    main.some((w) =>
      /^(?:will|wo|would|can|ca|cannot|could|shall|must|should|is|are|be|do|does|refuse|refuses|refused|to|refusing)$/.test(
        w,
      ),
    )
  );
}

/** "Sanctions will remain until the camps are closed": what is to last, and a clause that ends it. */
export function lastsUntil(words: readonly string[], from: number, at: number, to: number): boolean {
  return (
    words
      .slice(Math.max(from, at - 14), at)
      .some((w) =>
        /^(?:remain|continue|stay|keep|ban|shutdown|suspend|halt|fight|struggle|boycott|strike|wait|moratorium|freeze|hold|delay|stop|block|postpone|resist|sanctions|occupy|filibuster|withhold|protest|camp|curb|suspended|closed|frozen|barred|banned)$/.test(
          w,
        ),
      ) &&
    hasFuture(words, from, at) &&
    (/^(?:they|we|he|she)$/.test(words[at + 1] ?? "") ||
      words
        .slice(at + 2, Math.min(at + 9, to))
        .some(
          (w, k) =>
            (FINITE.test(w) && !/^(?:'s|\p{Ll}+ed|been|be)$/u.test(w)) ||
            (w === "'s" && /^(?:he|she|it|there)$/.test(words[at + 1 + k] ?? "")) ||
            /^(?:hands|frees|lifts|opens|stops|gives|accepts|proves|shows|delivers|restores|closes|halts|backs|drops|holds|resolves|agrees|leaves|acts|ends|passes|pays|signs|meets|returns|votes|decides|withdraws|approves|wins|falls|withdrew|agreed|signed|left|paid|ended|resigned|returned|apologised|apologized|agree|withdraw|leave|return|end|pay|sign|meet|act|stop|release|apologise|apologize)$/.test(
              w,
            ),
        ))
  );
}

/** Whether words tell of what is still to come, or to be done. */
export function hasFuture(words: readonly string[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((w) =>
      /^(?:will|'ll|wo|would|shall|must|should|to|can|cannot|could|may|might|calling|urged|is|are)$/.test(w),
    );
}

/** "They will only sail when the dues are paid": the "only" stands with the verb, and what is to come ahead of it. */
export function onlyAhead(words: readonly string[], i: number, from: number): boolean {
  // "It will only raise the price at a time when …": it says when, and no more.
  if (/^(?:time|times|day|days|moment|point|period|year|years)$/.test(words[i - 1] ?? "")) return false;
  for (let k = i - 1; k >= Math.max(from, i - 9); k--) {
    const word = words[k] as string;
    if (/^[,;:."]$/.test(word)) return false;
    if (word === "only")
      return (
        !/^(?:get|grow|become|make|raise|increase|add|worsen|deepen|fuel|mean|hurt|help)$/.test(words[k + 1] ?? "") &&
        (/^(?:will|would|can|could|should|must|may|might|shall|'ll|to)$/.test(words[k - 1] ?? "") ||
          (/^(?:be|have)$/.test(words[k - 1] ?? "") && hasFuture(words, Math.max(from, k - 4), k)))
      );
  }
  return false;
}

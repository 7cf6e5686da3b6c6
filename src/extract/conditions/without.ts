import { FINITE } from "./clauses.ts";

/** What "without" stands with in passing: "without delay". */
const IN_PASSING =
  /^(?:fail|delay|letup|let-up|exception|doubt|question|hesitation|interference|interruption|comment|warning|notice|incident|trial|charge|end|pay|pause|rest|precedent|parallel|regard|success|saying|knowing|elaborating|naming|mentioning|providing|giving|specifying|having|being|doing|even|ever|much|more|limit)$/;

/** "There will be no deal without trust", "nothing is possible without it". */
export function deniesAhead(words: readonly string[], i: number, from: number, to: number): boolean {
  let begin = i;
  while (begin > from && i - begin < 16 && !/^[,;:]$/.test(words[begin - 1] as string)) begin--;
  const main = words.slice(begin, i);
  const next = words[i + 1] ?? "";
  const named = /^(?:an?|the|any|his|her|its|their|our)$/.test(next) ? (words[i + 2] ?? "") : next;
  const pairs = main.map((w, k) => `${w} ${main[k + 1] ?? ""}`);
  // "Would not have moved without": what did not happen.
  const unreal = main.some(
    (w, k) =>
      /^(?:would|could)$/.test(w) &&
      /^(?:have|not have|never have)$/.test(main.slice(k + 1, k + (main[k + 1] === "have" ? 2 : 3)).join(" ")),
  );
  const forbids =
    main.includes("cannot") ||
    pairs.some((p) => /^(?:should|must|may|can|could|will|would|shall|ca|wo) (?:not|n't|never)$/.test(p));
  // "I don't see how it could be done without".
  const unseen = pairs.some((p, k) => p === "see how" && /^(?:not|n't|never|cannot)$/.test(main[k - 1] ?? ""));
  const acts = next.endsWith("ing");
  return (
    i + 1 < to &&
    !IN_PASSING.test(next) &&
    !IN_PASSING.test(named) &&
    // "Without a binding deal": behind an article it only describes.
    (!words
      .slice(i + 1, Math.min(i + 5, to))
      .some((w, k) => w.length > 5 && w.endsWith("ing") && !/^(?:an?|any|the)$/.test(words[i + k] ?? "")) ||
      ((acts || unseen) && (forbids || unseen))) &&
    (forbids ||
      unseen ||
      main.some(
        (w) =>
          /^(?:no|nothing|nobody|never|neither|cannot|impossible|unthinkable|unimaginable|inconceivable|difficult|hard)$/.test(
            w,
          ) ||
          (/^(?:not|n't)$/.test(w) && (main.includes("possible") || unreal)) ||
          /^(?:collapse|fail|die|close|shut|starve|perish|founder)$/.test(w),
      )) &&
    main.some((w) => /^(?:will|would|can|cannot|could|should|must|may|'ll|is|be)$/.test(w)) &&
    (unreal || !main.some((w) => /^(?:was|were|had|did|have|has)$/.test(w)))
  );
}

/** "Without trust, there will be no deal". */
export function deniesBehind(words: readonly string[], i: number, to: number): boolean {
  const rest = words.slice(i + 1, Math.min(i + 40, to));
  const comma = rest.findIndex((w) => w === "," || /^(?:there|we|they|nothing|it|he|she)$/.test(w));
  const main = comma === -1 ? [] : rest.slice(comma);
  // "Without shame, they could not but agree": it is so.
  if (main.some((w, k) => /^(?:not|n't|cannot)$/.test(w) && main[k + 1] === "but")) return false;
  if (
    main.some((w) => /^(?:no|not|n't|cannot|never|nothing|impossible)$/.test(w)) &&
    main.some((w) => /^(?:will|would|can|cannot|could|ca|wo|is|be)$/.test(w))
  )
    return true;
  // "Without aid the ward would close": a want, told with what comes of it.
  const next = words[i + 1] ?? "";
  return (
    !next.endsWith("ing") &&
    !IN_PASSING.test(next) &&
    rest.slice(0, 16).some((w, k) => /^(?:would|could|might)$/.test(w) && k > 0)
  );
}

/** What is said of a thing that lacks something: "a truce without guards is not acceptable". */
const WORTHLESS =
  /^(?:not|n't|never|cannot|impossible|unacceptable|unthinkable|inconceivable|meaningless|worthless|useless|pointless|doomed|incomplete)$/;

/** "A truce without guards is not acceptable": index of the verb that ends the noun, 0 where it is nothing of the kind. */
export function qualifies(words: readonly string[], i: number, from: number, to: number): number {
  let begin = i;
  while (begin > from && i - begin < 9 && !/^(?:[,;:."]|that|and|but)$/.test(words[begin - 1] as string)) begin--;
  const noun = words.slice(begin, i);
  if (noun.length === 0 || noun.some((w) => FINITE.test(w) && !w.endsWith("ed"))) return 0;
  if (!/^(?:an?|any|the|no|\p{Ll}+s)$/u.test(noun[0] as string)) return 0;
  for (let k = i + 2; k < Math.min(to, i + 9); k++) {
    if (/^[,;:."]$/.test(words[k] as string)) return 0;
    if (/^(?:is|are|would|will|can|could|cannot)$/.test(words[k] as string))
      return words[k] === "cannot" || words.slice(k + 1, k + 4).some((w) => WORTHLESS.test(w)) ? k : 0;
  }
  return 0;
}

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
      w === "would" &&
      /^(?:have|not have|never have)$/.test(main.slice(k + 1, k + (main[k + 1] === "have" ? 2 : 3)).join(" ")),
  );
  const forbids =
    main.includes("cannot") ||
    pairs.some((p) => /^(?:should|must|may|can|could|will|would|shall|ca|wo) (?:not|n't|never)$/.test(p));
  const acts = next.endsWith("ing");
  return (
    i + 1 < to &&
    !IN_PASSING.test(next) &&
    !IN_PASSING.test(named) &&
    // "Without a binding deal": behind an article it only describes.
    (!words
      .slice(i + 1, Math.min(i + 5, to))
      .some((w, k) => w.length > 5 && w.endsWith("ing") && !/^(?:an?|any|the)$/.test(words[i + k] ?? "")) ||
      (acts && forbids)) &&
    (forbids ||
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
  return (
    main.some((w) => /^(?:no|not|n't|cannot|never|nothing|impossible)$/.test(w)) &&
    main.some((w) => /^(?:will|would|can|cannot|could|ca|wo|is|be)$/.test(w))
  );
}

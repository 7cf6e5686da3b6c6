import { unsaidBy } from "../complement.ts";
import { type DenialRule, ahead, pastAdverbs } from "../line.ts";

/** "Ostrel, far from apologising for the raid, is sending ships", "far from making an apology". */
export const farFrom: DenialRule = {
  name: "far-from-1",
  at: new Set(["far"]),
  find(line, i) {
    const { words } = line;
    if (words[i + 1] !== "from") return null;
    const at = pastAdverbs(line, i + 2);
    const unsaid = unsaidBy(line, at, ["ing"]);
    const noun = /^(?:making|offering|showing|expressing)$/.test(words[at] ?? "")
      ? ahead(line, at + 1, 8, (w) => /^(?:apolog(?:y|ies)|admission|reparations?|regrets?|remorse|amends)$/.test(w))
      : -1;
    const kind = unsaid?.kind ?? (noun > 0 ? "message-absent" : null);
    // "Far from explaining": only what one owes to somebody is missed here.
    if (kind !== "message-absent" && kind !== "not-criticised") return null;
    const to = Math.max(unsaid?.to ?? 0, noun + 1, at + 1);
    if (words[i - 1] !== ",") return { from: i, to, kind, who: "before", bare: true };
    let from = i - 1;
    while (from > 0 && i - from < 14 && !/^(?:[,;:."]|that|but|and|while)$/.test(words[from - 1] as string)) from--;
    return from < i - 1
      ? { from: i, to, kind, who: { from, to: i - 1 } }
      : { from: i, to, kind, who: "before", bare: true };
  },
};

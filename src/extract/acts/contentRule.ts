import type { Act } from "../../model/statement.ts";
import type { Clause, Spoken } from "./spoken.ts";

/** Reads one act from the words said, where the reporting verb does not tell. */
export interface ContentRule {
  readonly act: Act;
  /** The words or the construction that decide, for `hearsay explain`; null where the clause does no such act. */
  find(clause: Clause, spoken: Spoken): string | null;
}

/** The first position from `from` on where one of the words stands, -1 for none. */
export function indexOfAny(
  words: readonly string[],
  test: RegExp | ReadonlySet<string>,
  from = 0,
  to = words.length,
): number {
  const fits = test instanceof RegExp ? (w: string) => test.test(w) : (w: string) => test.has(w);
  for (let i = Math.max(0, from); i < Math.min(to, words.length); i++) if (fits(words[i] as string)) return i;
  return -1;
}

/** Whether a word of negation stands in `words[from, to)`. */
export function isNegated(words: readonly string[], from: number, to: number): boolean {
  return indexOfAny(words, /^(?:not|n't|never|no|nor|neither|without|hardly|cannot|nobody|nothing)$/, from, to) !== -1;
}

/** Index of the "is" before an adjective, "would be" counted from "would". */
export function beBefore(words: readonly string[], at: number): number {
  let i = at;
  while (
    i > 0 &&
    i > at - 4 &&
    !/^(?:am|is|are|was|were|'m|'re|'s|be|been|stand|stands|stood|remain|remains)$/.test(words[i] as string)
  )
    i--;
  if (!/^(?:am|is|are|was|were|'m|'re|'s|be|been|stand|stands|stood|remain|remains)$/.test(words[i] as string))
    return at;
  return words[i] === "be" ? i - 1 : i;
}

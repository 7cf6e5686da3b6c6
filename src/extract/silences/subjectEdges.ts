import { lexicon } from "../fast/lexicon.ts";
import { type Line, type Stretch, isAdverb } from "./line.ts";

/** What opens a clause of its own. */
export const OPENS = new Set(
  "but while although though because when why whenever if unless that who which whom whose since until whether whereas".split(
    " ",
  ),
);
export const PREPOSITION = /^(?:of|in|on|at|by|for|to|from|with|over|under|about|against|near|after|before|during)$/;

/** "The envoy, Tom Birch": a phrase that opens a clause, with what stands behind its comma; no "On Monday, the bank". */
export function isApposition({ words }: Line, { from, to }: Stretch): boolean {
  const comma = words.indexOf(",", from);
  return comma > from && comma < to - 1 && !PREPOSITION.test(words[from] ?? "") && !OPENS.has(words[comma + 1] ?? "");
}

/** Where a verb of telling stands before a place whose subject is named before it: "signalled in a speech"; -1 where none does. */
export function tellingBefore({ words, tokens }: Line, { from, to }: Stretch): number {
  for (let i = from + 1; i < to; i++) {
    const form = lexicon().verbs.get(words[i] as string)?.form;
    // "The plan announced by the bank": no verb of the clause.
    const tells = form === "past" || form === "s" || (form === "participle" && words[i + 1] !== "by");
    if (tells && !/^\p{Lu}/u.test(tokens[i]?.reads ?? "") && words[i - 1] !== ",") return i;
  }
  return -1;
}

export function lastComma(words: readonly string[], before: number, from: number): number {
  for (let i = before - 1; i >= from; i--) if (words[i] === ",") return i;
  return -1;
}

/** "On Monday, the bank": behind the comma. "The bank, a lender,": before it. */
export function withoutApposition({ words }: Line, subject: Stretch, comma: number): Stretch {
  if (comma === subject.to - 1) {
    const first = words.indexOf(",", subject.from);
    return { from: subject.from, to: first };
  }
  return { from: comma + 1, to: subject.to };
}

/** Without conjunctions, adverbs and days at its edges. */
export function bared({ words }: Line, { from, to }: Stretch): Stretch {
  while (
    from < to &&
    (isAdverb(words[from]) ||
      /^(?:and|but|or|,|then|yet|however|meanwhile|instead|so|as|both|still|though|with|by|even|later)$/.test(
        words[from] as string,
      ))
  )
    from++;
  if (/^(?:he|she|it|they|i|we|you)$/.test(words[from] ?? "") && from < to) return { from, to: from + 1 };
  // "After the talks the minister".
  if (/^(?:after|before|during|following)$/.test(words[from] ?? ""))
    for (let k = from + 3; k < Math.min(to, from + 8); k++)
      if (/^(?:the|an?|his|her|its|their)$/.test(words[k] as string)) {
        if (!PREPOSITION.test(words[k - 1] as string) && words[k - 1] !== "and") from = k;
        break;
      }
  const day =
    /^(?:on|last|this)$/.test(words[from] ?? "") && /day$|^(?:week|month|year)$/.test(words[from + 1] ?? "") ? 2 : 0;
  from = Math.min(to, from + day);
  if (to > from + 2 && words[to - 2] === "on" && (words[to - 1] as string).endsWith("day")) to -= 2;
  // "Careful to say nothing": who is careful stands before.
  if (
    /^(?:careful|unwilling|reluctant|keen|eager)$/.test(words[to - 2] ?? "") &&
    words[to - 1] === "to" &&
    to - 2 === from
  )
    return { from, to: from };
  while (
    to > from &&
    (isAdverb(words[to - 1]) ||
      /^(?:,|also|then|have|has|had|still|to|himself|themselves|itself|'ve|'d|did|does|do|seem|seems|seemed|appear|appears|appeared)$/.test(
        words[to - 1] as string,
      ))
  )
    to--;
  return { from, to };
}

/** "The account, she noted, omitted the word": who says so, set between commas. */
export function tellsBetween({ words }: Line, from: number, to: number): boolean {
  return (
    to - from < 7 &&
    /^(?:said|says|noted|notes|added|pointed|observed|writes|wrote|claimed)$/.test(words[to - 1] ?? "") &&
    !/^(?:and|but|or|who|which)$/.test(words[from] ?? "")
  );
}

import { PAST, PRESENT } from "../lexicon.ts";
import { type Phrase, type TimeRule, date, reads } from "../phrase.ts";
import { opens } from "./days.ts";

type FixedWords = readonly [readonly string[], "PRESENT_REF" | "PAST_REF" | "FUTURE_REF"];

function named(end: number, value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF"): Phrase {
  return { end, type: "DATE", meaning: { kind: "fixed", value } };
}

const FIXED: readonly FixedWords[] = [
  [["right", "now"], "PRESENT_REF"],
  [["at", "present"], "PRESENT_REF"],
  [["at", "this", "moment"], "PRESENT_REF"],
  [["at", "the", "moment"], "PRESENT_REF"],
  [["these", "days"], "PRESENT_REF"],
  [["more", "recently"], "PAST_REF"],
  [["most", "recently"], "PAST_REF"],
  [["in", "the", "past"], "PAST_REF"],
  [["of", "the", "past"], "PAST_REF"],
  [["the", "recent", "past"], "PAST_REF"],
  [["the", "distant", "past"], "PAST_REF"],
  [["the", "near", "future"], "FUTURE_REF"],
  [["the", "foreseeable", "future"], "FUTURE_REF"],
  [["the", "immediate", "future"], "FUTURE_REF"],
  [["the", "distant", "future"], "FUTURE_REF"],
  [["the", "future"], "FUTURE_REF"],
  [["the", "near", "term"], "FUTURE_REF"],
  [["the", "short", "term"], "FUTURE_REF"],
  [["as", "soon", "as", "possible"], "FUTURE_REF"],
  [["a", "later", "date"], "FUTURE_REF"],
  [["the", "not", "too", "distant", "future"], "FUTURE_REF"],
];
/** Their first word is a preposition and stays outside. */
const PREPOSITIONS = new Set(["in", "of", "for"]);

/** By the first word that counts. */
const BY_HEAD: ReadonlyMap<string, readonly FixedWords[]> = Map.groupBy(
  FIXED,
  ([words]) => words[PREPOSITIONS.has(words[0] as string) ? 1 : 0] as string,
);

/** "Now", "recently", "the past", "in the near future", "current", "since then". */
export const reference: TimeRule = ({ words }, at) => {
  const word = words[at];
  if (!word) return null;
  const { text } = word;
  for (const [given, value] of BY_HEAD.get(text) ?? []) {
    const before = words[at - 1]?.text;
    const whole = PREPOSITIONS.has(given[0] as string) ? given.slice(1) : given;
    if (whole[0] !== text || !reads(words, at, ...whole)) continue;
    if (whole !== given && before !== given[0] && !/^(?:into|from)$/.test(before ?? "")) continue;
    // "The past three months", "the future role": what follows takes the word along.
    const next = words[at + whole.length];
    if (next?.joined || words[at + 1]?.joined) continue;
    if (whole.length === 2 && whole[0] === "the" && /^\p{L}/u.test(next?.text ?? "") && !closes(next?.text)) continue;
    return named(at + whole.length, value);
  }
  if (words[at + 1]?.joined || word.joined) return null;
  const plain = !word.capital || opens(words, at);
  if (!plain) return null;
  if (PRESENT.has(text)) return named(at + 1, "PRESENT_REF");
  if (PAST.has(text) || (text === "previously" && /^(?:had|has|have)$/.test(words[at - 1]?.text ?? "")))
    return named(at + 1, "PAST_REF");
  if (text === "current" || text === "recent") {
    if (/^(?:most|more)$/.test(words[at - 1]?.text ?? "") || !/^\p{L}/u.test(words[at + 1]?.text ?? "")) return null;
    return named(at + 1, text === "current" ? "PRESENT_REF" : "PAST_REF");
  }
  if (text === "then" && /^(?:since|until|till|by)$/.test(words[at - 1]?.text ?? ""))
    return {
      end: at + 1,
      type: "DATE",
      meaning: date({ from: "mentioned", shift: { unit: "day", by: 0 }, which: "that" }),
    };
  return null;
};

const FOLLOWS_PAST = new Set(
  "it he she they we i you and but or that which when the as with has have had was were to by is are is on at in for such".split(
    " ",
  ),
);

function closes(text: string | undefined): boolean {
  return text === undefined || FOLLOWS_PAST.has(text);
}

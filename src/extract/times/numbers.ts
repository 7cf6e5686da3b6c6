import { CARDINALS, ORDINALS, VAGUE } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** A number in the words; `value` is null for a vague one ("several"). `end` is the word behind it. */
export interface Amount {
  readonly value: number | null;
  readonly end: number;
}

const PLAIN_NUMBER = /^\d{1,7}(?:\.\d{1,3})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,2}$/;
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["1/2", 0.5],
  ["1/4", 0.25],
  ["3/4", 0.75],
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
]);

/**
 * The amount that begins at word `at`: "12", "1,200", "2 1/2", "twenty-two", "a hundred and ten", "a couple of", "several",
 * "half a". Of "two to three" the first counts, of "12 to 18" nothing exact: both are read to their end.
 */
export function amountAt(words: readonly Word[], at: number): Amount | null {
  const single = singleAt(words, at);
  if (!single) return null;
  const isHalved =
    single.value !== null &&
    Number.isInteger(single.value) &&
    words[single.end]?.text === "and" &&
    words[single.end + 1]?.text === "a" &&
    words[single.end + 2]?.text === "half";
  const first = isHalved && single.value !== null ? { value: single.value + 0.5, end: single.end + 3 } : single;
  const link = words[first.end]?.text;
  const ranged = link === "to" || link === "or" || (words[first.end]?.joined && PLAIN_NUMBER.test(link ?? ""));
  if (!ranged || first.value === null) return first;
  const second = singleAt(words, link === "to" || link === "or" ? first.end + 1 : first.end);
  if (!second || second.value === null || second.value <= first.value) return first;
  return { value: first.value, end: second.end };
}

function singleAt(words: readonly Word[], at: number): Amount | null {
  const word = words[at];
  if (!word) return null;
  const { text } = word;
  if (PLAIN_NUMBER.test(text) || GROUPED.test(text)) {
    const value = Number(text.replaceAll(",", ""));
    const fraction = FRACTIONS.get(words[at + 1]?.text ?? "");
    if (fraction !== undefined && Number.isInteger(value)) return { value: value + fraction, end: at + 2 };
    return { value, end: at + 1 };
  }
  const halved = /^(\d{1,4})([½¼¾])$/.exec(text);
  if (halved) return { value: Number(halved[1]) + (FRACTIONS.get(halved[2] as string) as number), end: at + 1 };
  if (text === "half" && /^an?$/.test(words[at + 1]?.text ?? "")) return { value: 0.5, end: at + 2 };
  if (VAGUE.has(text)) return { value: null, end: at + 1 };
  if (text === "a" || text === "another") {
    const next = words[at + 1]?.text ?? "";
    if (next === "couple") return { value: 2, end: at + (words[at + 2]?.text === "of" ? 3 : 2) };
    if (next === "dozen") return { value: 12, end: at + 2 };
    if (next === "few" || next === "number") {
      if (next === "number" && words[at + 2]?.text !== "of") return null;
      return { value: null, end: at + (next === "number" ? 3 : 2) };
    }
    if (next === "hundred" || next === "thousand") return spelled(words, at + 1);
    return null;
  }
  if (text === "couple") return { value: 2, end: at + (words[at + 1]?.text === "of" ? 2 : 1) };
  if ((text === "dozens" || text === "hundreds" || text === "thousands") && words[at + 1]?.text === "of")
    return { value: null, end: at + 2 };
  return spelled(words, at);
}

/** "Twenty-two", "two hundred and ten", "three thousand". */
function spelled(words: readonly Word[], at: number): Amount | null {
  let total = 0;
  let group = 0;
  let i = at;
  let seen = false;
  for (; i < words.length && i < at + 8; i++) {
    const { text } = words[i] as Word;
    const value = CARDINALS.get(text);
    if (value !== undefined) {
      // "Two five" are two numbers.
      if (seen && group % 100 !== 0 && !(group % 10 === 0 && value < 10)) break;
      group += value;
    } else if (text === "hundred") group = Math.max(1, group) * 100;
    else if (text === "thousand") {
      total += Math.max(1, group) * 1000;
      group = 0;
    } else if (text === "and" && total + group >= 100 && group % 100 === 0 && CARDINALS.has(words[i + 1]?.text ?? ""))
      continue;
    else break;
    seen = true;
  }
  return seen ? { value: total + group, end: i } : null;
}

const NUMBERED = /^(\d{1,3})(st|nd|rd|th)$/;

/** The ordinal that begins at word `at`: "3rd", "third", "twenty-first". */
export function ordinalAt(words: readonly Word[], at: number): { readonly value: number; readonly end: number } | null {
  const text = words[at]?.text ?? "";
  const numbered = NUMBERED.exec(text);
  if (numbered) return { value: Number(numbered[1]), end: at + 1 };
  const value = ORDINALS.get(text);
  if (value !== undefined) return { value, end: at + 1 };
  const tens = CARDINALS.get(text);
  if (tens === undefined || tens < 20) return null;
  const ones = ORDINALS.get(words[at + 1]?.text ?? "");
  return ones !== undefined && ones > 0 && ones < 10 ? { value: tens + ones, end: at + 2 } : null;
}

const YEAR = /^(?:1[0-9]|20)\d{2}$/;

/** A year in four figures, 1000 to 2099, or null. */
export function yearIn(word: Word | undefined): number | null {
  return word && YEAR.test(word.text) ? Number(word.text) : null;
}

/** A year as it is spoken: "nineteen ninety-six", "two thousand", "twenty twenty-one". */
export function spokenYearAt(
  words: readonly Word[],
  at: number,
): { readonly year: number; readonly end: number } | null {
  const head = words[at]?.text;
  if (head === "two" && words[at + 1]?.text === "thousand") {
    const rest = words[at + 2]?.text === "and" ? at + 3 : at + 2;
    const ones = CARDINALS.get(words[rest]?.text ?? "");
    if (ones !== undefined && ones < 30) return { year: 2000 + ones, end: rest + 1 };
    return { year: 2000, end: at + 2 };
  }
  const century = head === "nineteen" ? 19 : head === "eighteen" ? 18 : head === "twenty" ? 20 : null;
  if (century === null) return null;
  const tens = CARDINALS.get(words[at + 1]?.text ?? "");
  if (tens === undefined || tens < 10 || words[at + 1]?.joined) return null;
  const ones = tens >= 20 ? CARDINALS.get(words[at + 2]?.text ?? "") : undefined;
  if (ones !== undefined && ones < 10) return { year: century * 100 + tens + ones, end: at + 3 };
  return { year: century * 100 + tens, end: at + 2 };
}

import type { DateMeaning, DateParts } from "../../../model/time.ts";
import { SEASONS } from "../lexicon.ts";
import { ordinalAt, yearIn } from "../numbers.ts";
import { type TimeRule, date } from "../phrase.ts";
import type { Word } from "../words.ts";
import { whichAt } from "./months.ts";
import { ofYear, yearBehind, yearPhraseAt } from "./years.ts";

/** Before a bare season or quarter in small letters, so that "prices fall" and "a quarter of them" are none. */
const SEASON_FOLLOWS = new Set(
  "in this last next that every each the during since by until till before after late early mid of past coming from through for between".split(
    " ",
  ),
);

/** "The summer of 1994", "last fall", "this summer", "spring 2021", "in the summer", "the summer of the same year". */
export const season: TimeRule = ({ words }, at) => {
  let i = at;
  const which = whichAt(words, at);
  if (which) i = which.end;
  else if (words[i]?.text === "the") i++;
  if (/^(?:early|late|mid)$/.test(words[i]?.text ?? "")) i++;
  const value = SEASONS.get(words[i]?.text ?? "");
  if (value === undefined) return null;
  const word = words[i] as Word;
  const year = yearBehind(words, i + 1);
  // "The fall of the town", "a spring of clear water", "summer school": none.
  if (!year && words[i + 1]?.text === "of") return null;
  if (!year && (words[i + 1]?.joined || (word.capital && i > 0))) return null;
  if (!year && !which && !SEASON_FOLLOWS.has(words[i - 1]?.text ?? "")) return null;
  const article = i > at && words[i - 1]?.text === "the";
  if (
    !year &&
    article &&
    /^(?:fall|spring)$/.test(word.text) &&
    !/^(?:in|during|by|until|since|of|for|this|late|early|before|after|through)$/.test(words[at - 1]?.text ?? "")
  )
    return null;
  if (!year && !article && !which && words[i - 1]?.text === "the") return null;
  return portion(i + 1, { season: value }, which?.which ?? "any", year);
};

function portion(
  end: number,
  parts: DateParts,
  which: DateMeaning["which"],
  year: ReturnType<typeof yearBehind>,
): ReturnType<TimeRule> {
  if (!year) return { end, type: "DATE", meaning: date({ from: "published", parts, which }) };
  return ofYear(year, parts);
}

const HEADS = new Set(["quarter", "period", "half", "months"]);

/**
 * "The third quarter of 1984", "third-quarter", "next year's first quarter", "the 1988 second quarter", "the first half of
 * last year", "the fiscal first quarter", "Q3 2020", "the latest quarter", "the year-earlier period".
 */
export const quarter: TimeRule = ({ words }, at) => {
  const short = /^q([1-4])$/.exec((words[at] as Word).text);
  if (short) return portion(at + 1, { quarter: Number(short[1]) }, "any", yearBehind(words, at + 1));
  let i = at;
  let year: ReturnType<typeof yearBehind> = null;
  const owner = yearPhraseAt(words, at);
  if (owner && words[owner.end]?.text === "'s") {
    year = owner;
    i = owner.end + 1;
  } else if (words[i]?.text === "the" || words[i]?.text === "its" || words[i]?.text === "their") {
    i++;
    const named = yearIn(words[i]);
    if (named !== null) {
      year = { from: "calendar", shift: null, year: named, end: i + 1 };
      i++;
    }
  }
  const modified = i > at;
  if (
    /^(?:latest|current|previous|same|corresponding|comparable|last|next|this|that|year)$/.test(words[i]?.text ?? "") &&
    !year &&
    words[i + 1]?.text !== "half"
  )
    return relativeQuarter(words, i);
  if (words[i]?.text === "fiscal") i++;
  const which =
    /^(?:last|latter)$/.test(words[i]?.text ?? "") && words[i + 1]?.text === "half"
      ? { value: 2, end: i + 1 }
      : ordinalAt(words, i);
  if (!which) {
    // "The 1988 quarter", "last year's period": the same part of that year.
    if (year && modified && /^(?:quarter|period)$/.test(words[i]?.text ?? ""))
      return {
        end: i + 1,
        type: "DATE",
        meaning: sameOf(words[i]?.text ?? "", year),
      };
    return null;
  }
  const head = words[which.end]?.text ?? "";
  if (!HEADS.has(head) || (head !== "quarter" && head !== "half")) return null;
  if (head === "half" && (which.value > 2 || which.value < 1)) return null;
  if (head === "quarter" && (which.value > 4 || which.value < 1)) return null;
  const parts: DateParts = head === "half" ? { half: which.value as 1 | 2 } : { quarter: which.value };
  const end = which.end + 1;
  const behind = year ?? yearBehind(words, end);
  // "The second half" of a match, "a first half goal": a half needs its year.
  if (head === "half" && !behind) return null;
  if (year) return portion(end, parts, "any", { ...year, end });
  return portion(end, parts, "any", behind);
};

/** "The latest quarter", "the current quarter", "the year-earlier quarter", "that quarter", "the same period last year". */
function relativeQuarter(words: readonly Word[], start: number): ReturnType<TimeRule> {
  let i = start;
  let comparable = false;
  if (/^(?:corresponding|comparable|same)$/.test(words[i]?.text ?? "")) {
    comparable = true;
    i++;
  }
  let yearBack = false;
  if (words[i]?.text === "year" && /^(?:ago|earlier)$/.test(words[i + 1]?.text ?? "")) {
    yearBack = true;
    i += 2;
  }
  const named = ordinalAt(words, i);
  if (named && yearBack) i = named.end;
  const text = words[start]?.text as string;
  if (!yearBack && !comparable) i = start + 1;
  const head = words[i]?.text;
  if (head !== "quarter" && head !== "period") {
    // "The year-earlier results": the adjective alone.
    return null;
  }
  const end = i + 1;
  if (yearBack) {
    if (named && named.value >= 1 && named.value <= 4)
      return {
        end,
        type: "DATE",
        meaning: date({ from: "published", shift: { unit: "year", by: -1 }, parts: { quarter: named.value } }),
      };
    return { end, type: "DATE", meaning: date({ from: "mentioned", shift: { unit: "quarter", by: -4 } }) };
  }
  if (comparable) {
    const year = yearPhraseAt(words, words[end]?.text === "of" || words[end]?.text === "in" ? end + 1 : end);
    if (!year) {
      // "The same period a year ago" reads on to its end.
      if (
        /^(?:a|one)$/.test(words[end]?.text ?? "") &&
        words[end + 1]?.text === "year" &&
        /^(?:ago|earlier)$/.test(words[end + 2]?.text ?? "")
      )
        return { end: end + 3, type: "DATE", meaning: sameOf(head, { year: null, shift: { unit: "year", by: -1 } }) };
      return text === "same" && head === "quarter"
        ? { end, type: "DATE", meaning: date({ from: "mentioned", shift: { unit: "quarter", by: 0 } }) }
        : null;
    }
    return { end: year.end, type: "DATE", meaning: sameOf(head, year) };
  }
  if (text === "year") return null;
  if (head === "period") return text === "latest" ? quarterBack(end, -1) : null;
  if (text === "that")
    return { end, type: "DATE", meaning: date({ from: "mentioned", shift: { unit: "quarter", by: 0 } }) };
  if (text === "latest" || text === "last" || text === "previous") return quarterBack(end, -1);
  return quarterBack(end, text === "next" ? 1 : 0);
}

/** The quarter spoken of, in another year; the same period last year is the whole year where no quarter is spoken of. */
function sameOf(
  head: string,
  { year, shift }: Pick<NonNullable<ReturnType<typeof yearBehind>>, "year" | "shift">,
): DateMeaning {
  const which = head === "period" ? "that" : "any";
  if (year !== null) return date({ from: "mentioned", shift: { unit: "quarter", by: 0 }, parts: { year }, which });
  if (head === "period") return date({ from: "published", shift: { unit: "year", by: shift?.by ?? 0 }, which });
  return date({ from: "mentioned", shift: { unit: "quarter", by: 4 * (shift?.by ?? 0) } });
}

function quarterBack(end: number, by: number): ReturnType<TimeRule> {
  return { end, type: "DATE", meaning: date({ from: "published", shift: { unit: "quarter", by } }) };
}

/** "The quarter" in a report of results: the one spoken of, else the last that ended. */
export const theQuarter: TimeRule = ({ words }, at) => {
  if (words[at]?.text !== "the" || words[at + 1]?.text !== "quarter" || words[at + 2]?.joined) return null;
  if (!/^(?:in|for|during|of|from)$/.test(words[at - 1]?.text ?? "") || words[at + 2]?.text === "of") return null;
  return { end: at + 2, type: "DATE", meaning: date({ from: "mentioned", shift: { unit: "quarter", by: 0 } }) };
};

/** "Year-ago", "year-earlier" before a noun. */
export const yearEarlier: TimeRule = ({ words }, at) => {
  if (words[at]?.text !== "year" || !words[at + 1]?.joined || !/^(?:ago|earlier)$/.test(words[at + 1]?.text ?? ""))
    return null;
  return { end: at + 2, type: "DATE", meaning: date({ from: "mentioned", shift: { unit: "year", by: -1 } }) };
};

import type { Grain } from "../../../model/time.ts";
import { UNIT } from "../lexicon.ts";
import { type Phrase, type TimeRule, date, reads } from "../phrase.ts";
import type { Word } from "../words.ts";
import { grainOf } from "./years.ts";

const BY_PUBLICATION: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["past", -1],
  ["this", 0],
  ["current", 0],
  ["next", 1],
  ["coming", 1],
  ["upcoming", 1],
]);
const BY_MENTION: ReadonlyMap<string, number> = new Map([
  ["that", 0],
  ["same", 0],
  ["previous", -1],
  ["preceding", -1],
  ["prior", -1],
  ["following", 1],
  ["ensuing", 1],
]);

/** Units whose one instance "last", "this", "next" can pick. */
const PICKED = new Set<Grain>(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]);

/** "Last week", "this year", "the coming month", "the same year", "the following day", "the current fiscal year". */
export const relativeUnit: TimeRule = ({ words }, at) => {
  const the = words[at]?.text === "the" ? 1 : 0;
  const word = words[at + the];
  if (!word || (word.capital && at + the > 0 && words[at - 1] && !/[^\p{L}\p{N}]/u.test(words[at - 1]?.text ?? "")))
    return null;
  let i = at + the;
  let by = BY_PUBLICATION.get(word.text);
  let from: "published" | "mentioned" = "published";
  if (by === undefined) {
    by = BY_MENTION.get(word.text);
    from = "mentioned";
  }
  if (by === undefined) return null;
  i++;
  if (word.text === "this" && words[i]?.text === "past") {
    by = -1;
    i++;
  } else if (word.text === "this" && /^(?:coming|same|current)$/.test(words[i]?.text ?? "")) {
    if (words[i]?.text === "coming") by = 1;
    i++;
  } else if ((word.text === "that" || word.text === "this") && words[i]?.text === "very") i++;
  if (word.text === "that" && words[i]?.text === "same") i++;
  // "The same day a year ago" is another matter; "past day" alone is rare and no day of the calendar.
  if (/^(?:fiscal|calendar|financial|academic|whole|full)$/.test(words[i]?.text ?? "")) i++;
  const unit = UNIT.get(words[i]?.text ?? "");
  if (unit === undefined || words[i]?.joined) return null;
  const grain = grainOf(unit);
  if (!PICKED.has(grain) || words[i + 1]?.joined) return null;
  // The programme "This Week".
  if (words[i]?.capital && i > 0) return null;
  // "The past week" runs to the day of publication: a length, but for the year, which reports take for the last one.
  if (word.text === "past" && grain !== "year") return null;
  if (grain === "day" && from === "published") {
    // "The next day" counts from the day spoken of; "this day" is publication's.
    if (word.text === "next" && the) from = "mentioned";
    else if (word.text !== "this") return null;
  }
  if (word.text === "prior" && !the) return null;
  // "The next week" after a date counts from it only in a tale; in news it is the one to come.
  const end = i + 1;
  if (words[end]?.text === "or" && words[end + 1]?.text === "so") return unitPhrase(end + 2, grain, from, by, true);
  const phrase = unitPhrase(end, grain, from, by, word.text === "past");
  return grain === "weekend" && word.text === "this" && phrase.meaning.kind === "date"
    ? { ...phrase, meaning: { ...phrase.meaning, which: "this" } }
    : phrase;
};

function unitPhrase(
  end: number,
  unit: Grain,
  from: "published" | "mentioned",
  by: number,
  approximate: boolean,
): Phrase {
  return { end, type: "DATE", meaning: date({ from, shift: { unit, by } }), approximate };
}

/** "The year", "the week", "the weekend", "the quarter", "the month": the one the report is about. */
export const theUnit: TimeRule = ({ words }, at) => {
  if (words[at]?.text !== "the") return null;
  let i = at + 1;
  const whole = /^(?:full|whole|entire)$/.test(words[i]?.text ?? "") ? i++ : null;
  const fiscal = /^(?:fiscal|financial|academic|calendar)$/.test(words[i]?.text ?? "") ? i++ : null;
  const unit = UNIT.get(words[i]?.text ?? "");
  if (unit === undefined || words[i]?.joined || words[i + 1]?.joined) return null;
  const grain = grainOf(unit);
  const next = words[i + 1]?.text;
  // "The first day of the week", "times of the year".
  if (words[at - 1]?.text === "of" && /^(?:days?|times?|months?|part|hours?)$/.test(words[at - 2]?.text ?? ""))
    return null;
  if (grain === "week" && next === "of") return null;
  if (grain === "weekend") return unitPhrase(i + 1, "weekend", "published", 0, false);
  if (grain === "year" && /^(?:ended|ending|to|that|just|before|after|of|since)$/.test(next ?? "") && whole === null) {
    if (next === "before" || next === "after") {
      if (/^(?:,|\.|;|and|at|in|to)$/.test(words[i + 2]?.text ?? "."))
        return unitPhrase(i + 2, "year", "mentioned", next === "before" ? -1 : 1, false);
      return null;
    }
    return next === "ended" || next === "ending" || next === "to" || next === "since"
      ? {
          end: i + 1,
          type: "DURATION",
          meaning: { kind: "length", value: "P1Y", count: { unit: "year", by: 1 }, reckoned: null },
        }
      : null;
  }
  if (grain === "day" || grain === "week" || grain === "month") {
    if (next === "before" || next === "after") {
      // "The day before" and no more: that of the date mentioned; "the day before the vote" hangs on the vote.
      if (!/^(?:,|\.|;|and|"|\))$/.test(words[i + 2]?.text ?? ".")) return null;
      return unitPhrase(i + 2, grain, "mentioned", next === "before" ? -1 : 1, false);
    }
    if (grain === "day") {
      if (reads(words, at - 2, "later", "in") || reads(words, at - 2, "earlier", "in"))
        return unitPhrase(i + 1, "day", "mentioned", 0, false);
      return null;
    }
    return /^(?:for|of|in|during|over|this|within|by)$/.test(words[at - 1]?.text ?? "") || fiscal !== null
      ? unitPhrase(i + 1, grain, "published", 0, false)
      : null;
  }
  if (grain !== "year") return null;
  return unitPhrase(i + 1, "year", "published", 0, false);
};

/** "Year-end", "year's end", "the end of the year" is the year with its edge elsewhere. */
export const yearEnd: TimeRule = ({ words }, at) => {
  const start = words[at]?.text === "the" ? at + 1 : at;
  const unit = UNIT.get(words[start]?.text ?? "");
  if (unit !== "year" && unit !== "month" && unit !== "week" && unit !== "quarter") return null;
  const i = words[start + 1]?.text === "'s" ? start + 2 : start + 1;
  if (words[i]?.text !== "end" || (i === start + 1 && unit !== "year")) return null;
  return { ...unitPhrase(i + 1, unit, "published", 0, false), edge: "end" };
};

/** "The week of March 6", "the weekend of 3 May": the week in which the inner date lies. */
export function spreadOver(
  words: readonly Word[],
  at: number,
): { readonly spread: "week" | "weekend"; readonly inner: number } | null {
  const start = words[at]?.text === "the" ? at + 1 : at;
  const unit = words[start]?.text;
  if ((unit !== "week" && unit !== "weekend") || words[start + 1]?.text !== "of") return null;
  return { spread: unit, inner: start + 2 };
}

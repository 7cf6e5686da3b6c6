import type { DateParts, Which } from "../../../model/time.ts";
import { CARDINALS, MONTHS, WEEKDAYS } from "../lexicon.ts";
import { amountAt, ordinalAt, spokenYearAt, yearIn } from "../numbers.ts";
import { type Phrase, type TimeRule, date } from "../phrase.ts";
import type { Word } from "../words.ts";
import { type YearPhrase, yearBehind } from "./years.ts";

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const SHORT = /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/;

/** Words before a bare month that make it one, where its name is also another word or a first name. */
const MONTH_FOLLOWS = new Set(
  "in of since by until till before after from to through during last next this each every early late mid and or between for around about on previous following past as that".split(
    " ",
  ),
);
const ALSO_A_WORD = new Set(["may", "march", "august", "april", "june", "jun", "mar", "dec", "sep", "jan"]);

/** The month word `at` names, or null. */
export function monthAt(words: readonly Word[], at: number): number | null {
  const word = words[at];
  return word?.capital ? (MONTHS.get(word.text) ?? null) : null;
}

/** "March 7, 1996", "Thursday, 7 March 1996", "the 7th of March", "March 1996", "last March", "March". */
export const monthDate: TimeRule = ({ words }, at) => {
  let i = at;
  let weekday: number | null = null;
  const which = whichAt(words, i);
  if (which) i = which.end;
  const named = words[i]?.capital ? WEEKDAYS.get(words[i]?.text as string) : undefined;
  if (named !== undefined) {
    weekday = named;
    i++;
    if (words[i]?.text === ",") i++;
    if (words[i]?.text === "the") i++;
  } else if (words[i]?.text === "the" && !which) i++;
  const dayFirst = dayAt(words, i);
  if (dayFirst) {
    const next = words[dayFirst.end]?.text === "of" ? dayFirst.end + 1 : dayFirst.end;
    const month = monthAt(words, next);
    if (month === null || dayFirst.day > 31) return null;
    return finished(words, next + 1, { month, day: dayFirst.day, ...weekdayOf(weekday) }, which?.which ?? "any");
  }
  // "The March on Rome".
  if (words[i - 1]?.text === "the" && i - 1 === at) return null;
  const month = monthAt(words, i);
  if (month === null) return null;
  let after = i + 1;
  if (words[after]?.text === "the" && dayAt(words, after + 1)?.ordinal) after++;
  const day = dayAt(words, after);
  // "March 20s", "March 1,200": no days.
  if (day && day.day <= 31 && !words[day.end]?.text.startsWith("%") && !isAmount(words, day.end))
    return finished(words, day.end, { month, day: day.day, ...weekdayOf(weekday) }, which?.which ?? "any");
  if (weekday !== null) return null;
  const year = yearBehind(words, after);
  if (year) return withYear(year, { month });
  const word = words[i] as Word;
  if (SHORT.test(word.text) && word.text !== "sept") return null;
  if (
    !which &&
    ALSO_A_WORD.has(word.text) &&
    !MONTH_FOLLOWS.has(words[i - 1]?.text ?? "") &&
    !words[i]?.joined &&
    !isAdjective(words, i)
  )
    return null;
  // "May Smith", "the March Hare": a name goes on with a capital.
  if (ALSO_A_WORD.has(word.text) && words[after]?.capital && !words[after]?.joined && !yearIn(words[after]))
    return null;
  return {
    end: after,
    type: "DATE",
    meaning: date({ from: "published", parts: { month }, which: which?.which ?? "any" }),
  };
};

/** "The March accession", "a June agreement": between an article and a noun in small letters. */
function isAdjective(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (
    !/^(?:the|an?|its|his|her|their|this|that)$/.test(words[at - 1]?.text ?? "") ||
    (words[at - 1]?.capital && at > 1)
  )
    return false;
  return (
    next !== undefined &&
    !next.capital &&
    /^\p{L}{4,}$/u.test(next.text) &&
    !/^(?:from|into|through|toward|towards|against|across|began|past|that|when|with)$/.test(next.text)
  );
}

/** "(April 24) and 25", "(3) or 4 (May)" is another day of the same month. */
export const secondDay: TimeRule = ({ words }, at) => {
  if (at < 3 || !/^(?:and|or|to|through)$/.test(words[at - 1]?.text ?? "")) return null;
  const day = dayAt(words, at);
  const before = dayAt(words, at - 2);
  const month = monthAt(words, at - 3);
  if (!day || !before || month === null || before.end !== at - 1 || day.day <= before.day) return null;
  if (words[day.end]?.joined || isAmount(words, day.end)) return null;
  return finished(words, day.end, { month, day: day.day }, "any");
};

/** "On the 15th", "by the 30th": a day of the month spoken of, or of the one next to publication. */
export const dayOfMonth: TimeRule = ({ words }, at) => {
  if (words[at]?.text !== "the" || !/^\d{1,2}(?:st|nd|rd|th)$/.test(words[at + 1]?.text ?? "")) return null;
  const named = dayAt(words, at + 1);
  if (!named || !/^(?:on|by|until|till|from|since|before|after|through|to|for)$/.test(words[at - 1]?.text ?? ""))
    return null;
  const next = words[named.end];
  if (
    next?.joined ||
    !/^(?:[.,;:)"'!?]|and|but|when|as|at|with|after|before|to|the|he|she|they|it)$/.test(next?.text ?? ".")
  )
    return null;
  return { end: named.end, type: "DATE", meaning: date({ from: "published", parts: { day: named.day } }) };
};

function weekdayOf(weekday: number | null): Pick<DateParts, "weekday"> {
  return weekday === null ? {} : { weekday };
}

function isAmount(words: readonly Word[], at: number): boolean {
  return /^(?:percent|per|million|billion|people|points|cents)$/.test(words[at]?.text ?? "");
}

/** "Last", "this past", "next", "that" before a day or a month that comes again. */
export function whichAt(words: readonly Word[], at: number): { readonly which: Which; readonly end: number } | null {
  const start = words[at]?.text === "the" ? at + 1 : at;
  const text = words[start]?.text;
  const next = words[start + 1]?.text;
  if (text === "this") {
    if (next === "past" || next === "last") return { which: "last", end: start + 2 };
    if (next === "coming") return { which: "coming", end: start + 2 };
    return { which: "this", end: start + 1 };
  }
  if (text === "last" || (text === "past" && start > at)) return { which: "last", end: start + 1 };
  if (text === "next") return { which: "next", end: start + 1 };
  if (text === "coming" && start > at) return { which: "coming", end: start + 1 };
  if (text === "that") {
    const end = next === "same" ? start + 2 : start + 1;
    return isClause(words, at, end) ? null : { which: "that", end };
  }
  return null;
}

/** "Told them that June was realistic": the word opens a clause. */
function isClause(words: readonly Word[], at: number, named: number): boolean {
  return (
    /^(?:said|says|say|saying|told|believes?|hopes?|hoped|claimed|argued|insisted|warned|added|noted|suggested)$/.test(
      words[at - 1]?.text ?? "",
    ) ||
    /^(?:is|was|will|would|had|has|may|might|could|should|saw|brought|marks|marked|remains|remained)$/.test(
      words[named + 1]?.text ?? "",
    )
  );
}

function dayAt(
  words: readonly Word[],
  at: number,
): { readonly day: number; readonly end: number; readonly ordinal: boolean } | null {
  const text = words[at]?.text ?? "";
  const figures = DAY.exec(text);
  if (figures) {
    const day = Number(figures[1]);
    return day >= 1 && day <= 31 ? { day, end: at + 1, ordinal: figures[1] !== text } : null;
  }
  // "March twenty-two" as it is spoken; the year behind it is no part of the number.
  const spoken = CARDINALS.has(text) && !spokenYearAt(words, at) ? amountAt(words, at) : null;
  if (spoken?.value && spoken.value <= 31 && spoken.end <= at + 2)
    return { day: spoken.value, end: spoken.end, ordinal: false };
  const word = ordinalAt(words, at);
  return word && word.value >= 1 && word.value <= 31 ? { day: word.value, end: word.end, ordinal: true } : null;
}

function finished(words: readonly Word[], end: number, parts: DateParts, which: Which): Phrase {
  const year = yearBehind(words, end);
  if (year) return withYear(year, parts);
  return { end, type: "DATE", meaning: date({ from: "published", parts, which }) };
}

function withYear({ from, shift, year, end }: YearPhrase, parts: DateParts): Phrase {
  return { end, type: "DATE", meaning: date({ from, shift, parts: year === null ? parts : { ...parts, year } }) };
}

const ISO = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

/** "2021-01-07", "07.01.2021", "1/25/2021". What can be read two ways has no day: "3/4/2021". */
export const numericDate: TimeRule = ({ words }, at) => {
  const word = words[at] as Word;
  const head = word.text;
  if (head.length === 4 && words[at + 1]?.joined && words[at + 2]?.joined) {
    const month = Number(words[at + 1]?.text);
    const last = /^(\d{2})(?:t.*)?$/.exec(words[at + 2]?.text ?? "");
    const year = yearIn(word);
    if (year !== null && last && /^\d{2}$/.test(words[at + 1]?.text ?? "") && !words[at + 3]?.joined)
      return numeric(year, month, Number(last[1]), at + 3);
    return null;
  }
  if (head.length < 6 || head.length > 10) return null;
  const iso = ISO.exec(head);
  if (iso) return numeric(Number(iso[1]), Number(iso[2]), Number(iso[3]), at + 1);
  const dotted = DOTTED.exec(head);
  if (dotted) return numeric(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + 1);
  const slashed = SLASHED.exec(head);
  if (!slashed) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  const short = Number(slashed[3]);
  const year = short > 99 ? short : short > 30 ? 1900 + short : 2000 + short;
  if (first <= 12 && second <= 12 && first !== second)
    return { end: at + 1, type: "DATE", meaning: date({ parts: { year } }) };
  return first > 12 ? numeric(year, second, first, at + 1) : numeric(year, first, second, at + 1);
};

function numeric(year: number, month: number, day: number, end: number): Phrase | null {
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { end, type: "DATE", meaning: date({ parts: { year, month, day } }) };
}

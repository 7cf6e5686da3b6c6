import { MONTHS, WEEKDAYS } from "../text/calendarNames.ts";
import type { Span } from "../model/span.ts";

const MONTH = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.|t\\.)?`).join("|");
const MONTH_DAY = new RegExp(`(?:(${MONTH}) (\\d{1,2})|(\\d{1,2}) (${MONTH}))`, "iu");
/** "August 2020", "12 March 2019", "March 12, 2019", "since 2019"; a year to come is told with "by", "until", "will". */
const YEAR = new RegExp(`(?:\\b(?:${MONTH})(?: \\d{1,2},)?|\\bsince) ((?:19|20)\\d{2})\\b`, "giu");
const TO_COME = /\b(?:by|until|till|before|from|will|would|next|due|planned|scheduled)\b[^.]{0,40}$/iu;
const WEEKDAY = new RegExp(
  `(?<!\\b(?:last|next|since|until|by|from|this|every) )\\b(${WEEKDAYS.join("|")})\\b(?! (?:to|and|week))`,
  "u",
);

/** So far behind the dateline its day of the week stands, if the first sentence names it. */
const LEDE = 400;
/** A date falls on the same day of the week again after five years at the soonest. */
const YEARS = 5;

/**
 * What the text lets one say of the year of a dateline without one: the only year from the last one named on in which that date
 * falls on the first day of the week told. A report may tell of the day before, so it is for the reader to judge; null where
 * the text does not leave one year.
 */
export function yearThatFits(text: string, { from, to }: Span): string | null {
  const [, name, day, dayFirst, nameBehind] = MONTH_DAY.exec(text.slice(from, to)) ?? [];
  const month = MONTHS.findIndex(
    (one) => one.slice(0, 3).toLowerCase() === (name ?? nameBehind ?? "").slice(0, 3).toLowerCase(),
  );
  const weekday = WEEKDAY.exec(text.slice(to, to + LEDE).split(/[.!?]["”’]?\s/u, 1)[0] as string)?.[1];
  if (month < 0 || weekday === undefined) return null;
  const named = [...text.matchAll(YEAR)].filter((m) => !TO_COME.test(text.slice(Math.max(0, m.index - 60), m.index)));
  if (named.length === 0) return null;
  const first = Math.max(...named.map((m) => Number(m[1])));
  const date = Number(day ?? dayFirst);
  for (let year = first; year < first + YEARS; year++) {
    const moment = new Date(Date.UTC(year, month, date));
    if (moment.getUTCMonth() === month && WEEKDAYS[(moment.getUTCDay() + 6) % 7] === weekday)
      return `from ${first} on, the last year told of, ${date} ${MONTHS[month]} is first a ${weekday} in ${year}`;
  }
  return null;
}

import type { Grain } from "../../model/time.ts";

/**
 * A stretch of the calendar, counted: `at` is days since 1970-01-01, weeks (Monday first) since that of 1969-12-29, months,
 * quarters, halves and seasons since year 0, years, tens and hundreds of years. So the next one is always `at + 1`.
 * A season's winter begins in December of its year. Proleptic Gregorian calendar; years before 1 count down from 0.
 */
export interface Moment {
  readonly grain: CalendarGrain;
  readonly at: number;
}

export type CalendarGrain = Exclude<Grain, "second" | "minute" | "hour" | "millennium">;

const MS = 86_400_000;

/** Days since 1970-01-01; null where there is no such day. */
export function dayOf(year: number, month: number, day: number): Moment | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { grain: "day", at: date.getTime() / MS };
}

export function monthOf(year: number, month: number): Moment {
  return { grain: "month", at: year * 12 + month - 1 };
}

/** Year, month and day of a day. */
export function civil({ at }: Moment): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(at * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf({ at }: Moment): number {
  return ((((at + 3) % 7) + 7) % 7) + 1;
}

function startOf(year: number, month: number): number {
  return (dayOf(year, month, 1) as Moment).at;
}

/** First and last day of a moment. */
export function daysOf(moment: Moment): { readonly first: number; readonly last: number } {
  const { grain, at } = moment;
  switch (grain) {
    case "day":
      return { first: at, last: at };
    case "week":
      return { first: at * 7 - 3, last: at * 7 + 3 };
    case "weekend":
      return { first: at * 7 + 2, last: at * 7 + 3 };
    default: {
      const [months, shift] = MONTHS_IN[grain] as readonly [number, number];
      const first = at * months + shift;
      return {
        first: startOf(Math.floor(first / 12), (((first % 12) + 12) % 12) + 1),
        last: startOfMonthAt(first + months) - 1,
      };
    }
  }
}

function startOfMonthAt(month: number): number {
  return startOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1);
}

/** Months in one of a grain, and how many months after January its first begins. */
const MONTHS_IN: Readonly<Partial<Record<CalendarGrain, readonly [number, number]>>> = {
  month: [1, 0],
  season: [3, 2],
  quarter: [3, 0],
  half: [6, 0],
  year: [12, 0],
  decade: [120, 0],
  century: [1200, 0],
};

const FINENESS: readonly CalendarGrain[] = [
  "day",
  "weekend",
  "week",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
];

/** Whether `a` is at least as fine as `b`. */
export function isAsFine(a: CalendarGrain, b: CalendarGrain): boolean {
  return FINENESS.indexOf(a) <= FINENESS.indexOf(b);
}

/** The moment of a coarser grain that holds the first day of this one; null where the grain asked for is finer. */
export function widen(moment: Moment, grain: CalendarGrain): Moment | null {
  if (moment.grain === grain) return moment;
  if (!isAsFine(moment.grain, grain)) return null;
  const { first } = daysOf(moment);
  if (grain === "week" || grain === "weekend") return { grain, at: Math.floor((first + 3) / 7) };
  const { year, month } = civil({ grain: "day", at: first });
  const [months, shift] = MONTHS_IN[grain] as readonly [number, number];
  return { grain, at: Math.floor((year * 12 + month - 1 - shift) / months) };
}

/** Year of a moment that has one. */
export function yearOf(moment: Moment): number | null {
  const year = widen(moment, "year");
  return year ? year.at : null;
}

/** EDTF date as published or stated (`2021-01-08T08:33:00Z`, `2021-01`, `2021`), or null for any other form. */
export function momentOfEdtf(edtf: string | null): Moment | null {
  const match = edtf === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(edtf);
  if (!match) return null;
  const [, year, month, day] = match;
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day));
  if (month !== undefined)
    return Number(month) >= 1 && Number(month) <= 12 ? monthOf(Number(year), Number(month)) : null;
  return { grain: "year", at: Number(year) };
}

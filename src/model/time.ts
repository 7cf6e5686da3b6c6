import type { Basis } from "./document.ts";
import type { Span } from "./span.ts";

export const TIMEX_TYPES = ["DATE", "TIME", "DURATION", "SET"] as const;
export type TimexType = (typeof TIMEX_TYPES)[number];

/** A point or stretch of time as far as it is known. `edtf` is null exactly when `basis` is "unknown". */
export interface When {
  /** EDTF: `2021-01-07`, `2021-01`, `2021-21` (a season), `2021-01-05/2021-01-07`, `2021-01-05/..`. */
  readonly edtf: string | null;
  readonly basis: Basis;
  /** How it was worked out, one short sentence a step; empty for what is stated. */
  readonly steps: readonly string[];
}

export const UNKNOWN_TIME: When = { edtf: null, basis: "unknown", steps: [] };

/** Stretches of the calendar, and how fine a date is known. */
export type Grain =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/** What some words name of a date; what they leave out is to be found. */
export interface DateParts {
  /** 19 for the years 1900 to 1999. */
  readonly century?: number;
  /** 198 for the 1980s; below 10 for "the eighties", whose century is open. */
  readonly decade?: number;
  readonly year?: number;
  /** The last year of several: 1918 in "1914-18". */
  readonly lastYear?: number;
  readonly half?: 1 | 2;
  readonly quarter?: number;
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  readonly season?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  /** A day of the year with a name: what a pack says it falls on. */
  readonly holiday?: string;
}

/**
 * Which one of days or months that come again: "last Monday", "this Monday", "next Monday", "the coming Monday", "Monday week",
 * "that Monday", "Monday".
 */
export type Which = "last" | "this" | "next" | "coming" | "week-after" | "that" | "any";

/** A date by its own parts, or counted from publication or from the date mentioned before. */
export interface DateMeaning {
  readonly kind: "date";
  readonly from: "calendar" | "published" | "mentioned";
  /** How far from there: "last week" is one week back. */
  readonly shift: { readonly unit: Grain; readonly by: number } | null;
  /** What is named within it. */
  readonly parts: DateParts;
  readonly which: Which;
  /** The week or the weekend the date lies in is meant: "the week of March 6". */
  readonly spread: "week" | "weekend" | null;
}

/** How long: a TIMEX3 value, and for a counted length its number and unit (to reckon from another date with). */
export interface LengthMeaning {
  readonly kind: "length";
  readonly value: string;
  readonly count: { readonly unit: Grain; readonly by: number } | null;
  /** "two days later" counts from the date before, "a day after he resigned" from what the clause tells. */
  readonly reckoned: {
    readonly from: "mentioned" | "clause";
    readonly direction: 1 | -1;
    readonly clause: Span;
  } | null;
}

/** How often, or a time without a date: a TIMEX3 value and no more. */
export interface FixedMeaning {
  readonly kind: "fixed";
  readonly value: string;
}

/** "The third day of the congress". */
export interface EventDayMeaning {
  readonly kind: "event-day";
  /** From 1; -1 is the last. */
  readonly day: number;
  /** The words that name the event: "the Workers' Party congress". */
  readonly event: Span;
}

export type TimeMeaning = DateMeaning | LengthMeaning | FixedMeaning | EventDayMeaning;

/** A time of day: `hour` and `minute` where the clock is named, else a TIMEX3 part of the day (MO, AF, EV, NI, MI, DT). */
export interface Clock {
  readonly hour: number | null;
  readonly minute: number;
  readonly part: string | null;
  /** The zone's short name in capitals, where one stands. */
  readonly zone: string | null;
}

/** A time expression as the words have it, before any date is known. */
export interface FoundTime {
  readonly span: Span;
  readonly type: TimexType;
  readonly meaning: TimeMeaning;
  readonly clock: Clock | null;
  readonly edge: "start" | "middle" | "end" | null;
  /** "nearly", "about": the value is not exact. */
  readonly approximate: boolean;
  /** Where the verb beside it puts it, seen from publication. */
  readonly tense: "past" | "future" | null;
  /** The preposition before it, in lower case, or "". */
  readonly preposition: string;
  /** Index into `Reading.sentences`. */
  readonly sentence: number;
}

/** A time expression of the text with its value. */
export interface Time extends When {
  readonly span: Span;
  /** TIMEX3 type and value; "XXXX-..." where the words do not tell without a date (`XXXX-WXX-4`). */
  readonly timex: { readonly type: TimexType; readonly value: string };
}

import type { Span } from "../model/span.ts";

/** A date as it stands in some words; `span` is within them. */
export type FoundDate =
  | { readonly edtf: string; readonly span: Span }
  | { readonly edtf: null; readonly span: Span; readonly why: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

/** Names of zones that mean one offset only, in minutes; CST and IST mean several and are left out. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WAT: 60,
  CEST: 120,
  EET: 120,
  CAT: 120,
  SAST: 120,
  EEST: 180,
  MSK: 180,
  EAT: 180,
  PKT: 300,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const ZONE_NAME = Object.keys(ZONES).join("|");

const ISO =
  /(?<![\d.])(\d{4})-(\d{2})-(\d{2})(?!\d)(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}(?!\d))?)?/;
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/;
const YEAR_FIRST = /(?<![\d/])(\d{4})\/(\d{1,2})\/(\d{1,2})(?![\d/])/;
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+${DAY}\\b(?:,?\\s+(\\d{4})\\b)?`, "i");
const DAY_MONTH = new RegExp(`(?<![\\d.:])${DAY}\\s+${MONTH}(?![\\p{L}])(?:,?\\s+(\\d{4})\\b)?`, "iu");

const CLOCK = `(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})?\\s?(a\\.?m\\.?|p\\.?m\\.?)?\\s?\\(?(?:(${ZONE_NAME})\\b)?([+-]\\d{1,2}(?::?\\d{2})?(?!\\d))?\\)?`;
const CLOCK_BEFORE = new RegExp(
  `(?<![\\d.:])${CLOCK}[\\s,|–—-]{0,4}(?:on\\s)?(?:\\p{L}{3,9}day,?\\s|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.?,?\\s)?$`,
  "iu",
);
const CLOCK_AFTER = new RegExp(`^[\\s,|•·–—-]{0,4}(?:at\\s)?${CLOCK}(?!\\d)`, "i");
const CLOCK_REACH = 50;

/**
 * Finds the first date in some words (short: a line, not an article) and gives it as EDTF: with clock time and zone in
 * UTC to the second, else the day. Dots put the day first. A date without a year, an impossible one, or one that could
 * be read two ways has `edtf` null and says why. Null where there is no date.
 */
export function findDate(words: string): FoundDate | null {
  const iso = ISO.exec(words);
  const found: FoundDate[] = [];
  if (iso) found.push(readIso(iso));
  const dotted = DOTTED.exec(words);
  if (dotted) found.push(dated(words, dotted, Number(dotted[3]), Number(dotted[2]), Number(dotted[1])));
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst) found.push(dated(words, yearFirst, Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const slashed = SLASHED.exec(words);
  if (slashed) found.push(readSlashed(words, slashed));
  const monthDay = MONTH_DAY.exec(words);
  if (monthDay) found.push(named(words, monthDay, monthDay[1] as string, Number(monthDay[2]), monthDay[3]));
  const dayMonth = DAY_MONTH.exec(words);
  if (dayMonth) found.push(named(words, dayMonth, dayMonth[2] as string, Number(dayMonth[1]), dayMonth[3]));
  // "March 3 2021" also holds "3 2021" and may hold "3 March": the first to start counts, and of two the one with a year.
  found.sort((a, b) => a.span.from - b.span.from || (a.edtf === null ? 1 : 0) - (b.edtf === null ? 1 : 0));
  return found.find(({ edtf }) => edtf !== null) ?? found[0] ?? null;
}

function spanOf(match: RegExpExecArray): Span {
  return { from: match.index, to: match.index + match[0].length };
}

function readIso(match: RegExpExecArray): FoundDate {
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const span = spanOf(match);
  if (!exists(date)) return { edtf: null, span, why: "there is no such day" };
  if (hour === undefined || zone === undefined) return { edtf: dayOf(date), span };
  const offset = /^[+-]/.test(zone) ? minutesOf(zone) : 0;
  return inUtc(date, Number(hour), Number(minute), Number(second ?? 0), offset, span);
}

function readSlashed(words: string, match: RegExpExecArray): FoundDate {
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (first <= 12 && second <= 12 && first !== second)
    return { edtf: null, span: spanOf(match), why: "day and month can be read either way" };
  const [day, month] = first > 12 ? [first, second] : [second, first];
  return dated(words, match, Number(match[3]), month, day);
}

export const NO_YEAR = "it has no year";

function named(words: string, match: RegExpExecArray, month: string, day: number, year: string | undefined): FoundDate {
  if (year === undefined) return { edtf: null, span: spanOf(match), why: NO_YEAR };
  return dated(words, match, Number(year), MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, day);
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date with the clock time that stands beside it, if one does. */
function dated(words: string, match: RegExpExecArray, year: number, month: number, day: number): FoundDate {
  const date = { year, month, day };
  const own = spanOf(match);
  if (!exists(date)) return { edtf: null, span: own, why: "there is no such day" };
  const before = CLOCK_BEFORE.exec(words.slice(Math.max(0, own.from - CLOCK_REACH), own.from));
  const after = CLOCK_AFTER.exec(words.slice(own.to, own.to + CLOCK_REACH));
  for (const clock of [before, after]) {
    if (!clock) continue;
    const [, hours, minutes, half, zone, shift] = clock;
    const offset = zone === undefined ? null : (ZONES[zone.toUpperCase()] as number) + (shift ? minutesOf(shift) : 0);
    if (offset === null || (minutes === undefined && half === undefined)) continue;
    const hour = hourOf(Number(hours), half);
    if (hour > 23 || Number(minutes ?? 0) > 59) continue;
    const span =
      clock === before
        ? { from: own.from - (Math.min(CLOCK_REACH, own.from) - clock.index), to: own.to }
        : { from: own.from, to: own.to + clock[0].length };
    return inUtc(date, hour, Number(minutes ?? 0), 0, offset, span);
  }
  return { edtf: dayOf(date), span: own };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Minutes of an offset such as "+9", "+0530" or "-03:30". */
function minutesOf(offset: string): number {
  const digits = offset.slice(1).replace(":", "");
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  return (offset[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function dayOf({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function inUtc(
  { year, month, day }: Day,
  hour: number,
  minute: number,
  second: number,
  offset: number,
  span: Span,
): FoundDate {
  if (hour > 23 || minute > 59 || second > 59) return { edtf: null, span, why: "there is no such time of day" };
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second));
  return { edtf: `${moment.toISOString().slice(0, 19)}Z`, span };
}

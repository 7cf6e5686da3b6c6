import type { FoundTime, Which } from "../../model/time.ts";
import { type Moment, daysOf, weekdayOf, yearOf } from "./moments.ts";

/** What decides between the occurrences of a day or month that comes again. */
export interface Hints {
  readonly which: Which;
  readonly tense: FoundTime["tense"];
  readonly preposition: string;
  /** How lightly a near date ahead is taken: a day of a month more than a month, a quarter never. */
  readonly kind: "day" | "month" | "season" | "quarter";
}

const BOUNDS = new Set(["by", "until", "till", "through"]);

/** "By Friday", "until Friday". */
export function isBound(preposition: string): boolean {
  return BOUNDS.has(preposition);
}

/**
 * The day of the week that is meant, seen from the day of publication: the last such day (publication's own included), the
 * next one beside a verb that looks ahead.
 */
export function nearestWeekday(
  published: Moment,
  weekday: number,
  { which, tense, preposition }: Hints,
): Moment | null {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const past = published.at - back;
  const ahead = back === 0 ? published.at : past + 7;
  const day = (at: number): Moment => ({ grain: "day", at });
  if (which === "last") return day(back === 0 ? past - 7 : past);
  if (which === "coming") return day(past + 7);
  if (which === "week-after") return day((back === 0 ? past + 7 : ahead) + 7);
  if (which === "next") return nextWeekday(published, weekday, ahead);
  if (which === "this") return day(tense === "past" ? past : ahead);
  if (preposition === "since") return day(past);
  const bound = preposition === "until" || preposition === "till" || (BOUNDS.has(preposition) && tense !== "past");
  return day(tense === "future" || bound ? ahead : past);
}

/**
 * "Next Friday" on a Monday may be the one of this week or of the next, "next Monday" on a Saturday too: open. Of the day after
 * publication nobody says it.
 */
function nextWeekday(published: Moment, weekday: number, ahead: number): Moment | null {
  const today = weekdayOf(published);
  if (ahead === published.at + 1) return { grain: "day", at: ahead + 7 };
  const isNear = weekday > today || ahead === published.at + 2;
  return isNear && ahead !== published.at ? null : { grain: "day", at: ahead === published.at ? ahead + 7 : ahead };
}

/** So soon after publication a report is changed because there is news, later because there was a mistake. */
const NEWS = 2;
/** So many days before publication a weekday is what was told first, whenever the report was changed. */
const FRESH = 3;

/**
 * The day of the week between publication and the last change of a report, that being the last one its writer could see: "on
 * Wednesday" in a page of Tuesday that was changed on Thursday. Null where none lies between; "unknown" where the one before
 * publication may be meant as well.
 */
export function weekdayUpTo(
  updated: Moment,
  published: Moment,
  weekday: number,
  { tense, preposition }: Hints,
): Moment | "unknown" | null {
  if (tense === "future" || preposition === "until" || preposition === "till") return null;
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  const at = published.at + ahead;
  if (ahead === 0 || at > updated.at || updated.at - published.at >= 7) return null;
  if (updated.at - published.at <= NEWS) return { grain: "day", at };
  return 7 - ahead <= FRESH ? null : "unknown";
}

/** The nearest date ahead is preferred, whatever the tense, when it is this much nearer than the last one. */
const MUCH_NEARER = 60;
const FAR_BACK = 200;
const A_MONTH = 31;

/**
 * The occurrence of what comes once a year (`inYear` gives that of a year) which is meant, seen from a day or month; null
 * where there is none about.
 */
export function nearestInYear(
  published: Moment,
  year: number,
  inYear: (year: number) => Moment | null,
  { which, tense, preposition, kind }: Hints,
): Moment | null {
  const around = [year - 1, year, year + 1].map(inYear).filter((m): m is Moment => m !== null);
  const now = daysOf(published);
  const past = around.findLast((m) => daysOf(m).last < now.first) ?? null;
  const present = around.find((m) => daysOf(m).first <= now.last && daysOf(m).last >= now.first) ?? null;
  const ahead = around.find((m) => daysOf(m).first > now.last) ?? null;
  if (which === "last") return past;
  if (which === "next" || which === "coming") return ahead;
  if (which === "this") return inYear(year);
  // "Could meet again before winter", told in winter: the next one.
  if (present && preposition === "before" && tense === "future" && kind === "season") return ahead ?? inYear(year + 2);
  if (present) return present;
  if (!past || !ahead) return past ?? ahead;
  const behind = now.first - daysOf(past).last;
  const before = daysOf(ahead).first - now.last;
  if (kind === "quarter") return tense === "future" && before < 100 ? ahead : past;
  if (preposition === "since") return past;
  if (kind === "day") {
    if (tense === "past") return before <= MUCH_NEARER && behind > FAR_BACK ? ahead : past;
    return tense === "future" ? (before > 300 ? past : ahead) : before < behind ? ahead : past;
  }
  if (tense === "future") return ahead;
  if (kind === "season") return tense === "past" ? past : inYear(year);
  if (BOUNDS.has(preposition) && (tense === null || before < behind)) return ahead;
  // What was eleven months ago is "last November"; the bare name is the month about to come.
  if (before <= A_MONTH && yearOf(ahead) === year && yearOf(past) !== year) return ahead;
  if (tense === null && (before * 4 < behind || (preposition === "for" && before < behind))) return ahead;
  return past;
}

import type { DateMeaning, DateParts, FoundTime, Grain } from "../../model/time.ts";
import {
  type CalendarGrain,
  type Moment,
  dayOf,
  daysOf,
  isAsFine,
  monthOf,
  weekdayOf,
  widen,
  yearOf,
} from "./moments.ts";
import { namedDayIn } from "./namedDays.ts";
import { clockDay, dayOfMonth } from "./bareDays.ts";
import { type DateContext, type Dated, anyMention, lately, mentioned, publishedSteps } from "./dateContext.ts";
import { type Hints, nearestInYear, nearestWeekday, weekdayUpTo } from "./recurring.ts";
import { inWords, monthName, seasonName, weekdayName } from "./values.ts";

/** Days before publication within which a date is news, whatever is told beside it. */
const RECENT = 60;

/** The date some words mean; null where what it hangs on is not known. */
export function resolveDate(meaning: DateMeaning, time: FoundTime, context: DateContext): Dated | null {
  const { parts, from, shift } = meaning;
  if (from === "calendar") {
    const moment = momentOfParts(parts);
    return moment && spread(meaning, { moment, steps: [], stated: true });
  }
  const anchored = shift ? shifted(meaning, time, context) : recurring(meaning, time, context);
  return anchored && spread(meaning, anchored);
}

function spread({ spread: wide }: DateMeaning, dated: Dated): Dated | null {
  if (wide === null) return dated;
  const moment = widen(dated.moment, wide);
  return moment && { ...dated, moment, steps: [...dated.steps, `that is in ${inWords(moment)}`] };
}

/** A moment all of whose parts are named. */
function momentOfParts({
  century,
  decade,
  year,
  half,
  quarter,
  season,
  month,
  day,
  holiday,
}: DateParts): Moment | null {
  if (century !== undefined) return { grain: "century", at: century };
  if (decade !== undefined) return { grain: "decade", at: decade };
  return year === undefined ? null : inYear({ half, quarter, season, month, day, holiday }, year);
}

type YearParts = { [K in "half" | "quarter" | "season" | "month" | "day" | "holiday"]?: DateParts[K] | undefined };

function inYear({ half, quarter, season, month, day, holiday }: YearParts, year: number): Moment | null {
  if (holiday !== undefined) return namedDayIn(holiday, year);
  if (month !== undefined) return day === undefined ? monthOf(year, month) : dayOf(year, month, day);
  if (quarter !== undefined) return { grain: "quarter", at: year * 4 + quarter - 1 };
  if (half !== undefined) return { grain: "half", at: year * 2 + half - 1 };
  if (season !== undefined) return { grain: "season", at: year * 4 + season - 1 };
  return { grain: "year", at: year };
}

/** "Last week", "the same year", "two years ago", "July last year", "the year-earlier quarter". */
function shifted(meaning: DateMeaning, time: FoundTime, context: DateContext): Dated | null {
  const { from, parts } = meaning;
  const shift = meaning.shift as NonNullable<DateMeaning["shift"]>;
  const unit = calendarGrain(shift.unit);
  const times = shift.unit === "millennium" ? 1000 : 1;
  if (unit === null) return null;
  let anchor: Moment | null;
  let steps: string[];
  if (from === "published") {
    anchor = context.published;
    steps = anchor ? publishedSteps(anchor) : [];
    // "A year ago" beside the figures of a quarter is that quarter of the year before.
    const quarter = unit === "year" && shift.by === -1 && meaning.which === "that" ? quarterSpokenOf(context) : null;
    if (quarter) {
      const moment: Moment = { grain: "quarter", at: quarter.at - 4 };
      return {
        moment,
        steps: [`the quarter spoken of is ${inWords(quarter)}`, `a year before it: ${inWords(moment)}`],
        stated: false,
      };
    }
  } else if (time.clock?.hour != null && shift.by === 0 && meaning.which === "any") {
    const day = clockDay(time, context);
    return day && { moment: day, steps: [`the date spoken of is ${inWords(day)}`], stated: false };
  } else {
    // "The same period of 2019", where no quarter is spoken of.
    if (unit === "quarter" && meaning.which === "that" && parts.year !== undefined && !quarterSpokenOf(context))
      return { moment: { grain: "year", at: parts.year }, steps: [], stated: true };
    const asked = meaning.which === "that" ? anyMention(context) : mentioned(context, unit);
    anchor = asked?.moment ?? null;
    steps = anchor ? [`the date spoken of is ${inWords(anchor)}`] : [];
    if (unit === "quarter" && (asked === null || asked.moment.grain !== "quarter")) {
      const quarter =
        lately(context).findLast((m) => m.moment.grain === "quarter")?.moment ?? lastQuarter(context.published);
      if (!quarter) return null;
      anchor = quarter;
      steps = [`the quarter spoken of is ${inWords(quarter)}`];
    }
  }
  if (!anchor) return null;
  if (from === "mentioned" && meaning.which === "that" && Object.keys(parts).length === 0)
    return { moment: anchor, steps, stated: false };
  // A year from a quarter or a month is the same quarter or month of another year.
  if (
    from === "mentioned" &&
    unit === "year" &&
    shift.by !== 0 &&
    Object.keys(parts).length === 0 &&
    (anchor.grain === "quarter" || anchor.grain === "month")
  ) {
    const moment = { grain: anchor.grain, at: anchor.at + shift.by * (anchor.grain === "quarter" ? 4 : 12) };
    return { moment, steps: [...steps, `${counted(shift.by, "year")}: ${inWords(moment)}`], stated: false };
  }
  if (unit === "weekend" && from === "published")
    return weekend(anchor, shift.by, meaning.which === "this", time, steps);
  const base = widen(anchor, unit);
  if (!base) return null;
  const there: Moment = { grain: unit, at: base.at + shift.by * times };
  // "Under which we live today, 200 years later": counted from another date than the one told last.
  const { published } = context;
  if (from === "mentioned" && shift.by > 1 && published && daysOf(there).first > daysOf(published).last) return null;
  const moved = shift.by === 0 ? [] : [`${counted(shift.by * times, unit)}: ${inWords(there)}`];
  const moment = within(parts, there);
  if (!moment) return null;
  const inside = moment === there ? [] : [`in it: ${inWords(moment)}`];
  return { moment, steps: [...steps, ...moved, ...inside], stated: false };
}

/** The quarter whose figures are given: the latest mention, not too far back. */
function quarterSpokenOf({ mentions, block }: DateContext): Moment | null {
  const last = mentions.slice(-3).findLast((m) => m.moment.grain === "quarter");
  return last && last.block >= block - 1 ? last.moment : null;
}

/** "The weekend" is the last one, or the one to come beside a verb that looks ahead; on a Saturday or Sunday that day's. */
function weekend(
  published: Moment,
  by: number,
  isThis: boolean,
  { tense }: FoundTime,
  steps: readonly string[],
): Dated | null {
  const week = published.grain === "day" ? widen(published, "weekend") : null;
  if (!week) return null;
  const running = weekdayOf(published) >= 6;
  const at = running || tense === "future" || by > 0 || (isThis && tense !== "past") ? week.at + by : week.at - 1;
  const moment: Moment = { grain: "weekend", at };
  return { moment, steps: [...steps, inWords(moment)], stated: false };
}

function lastQuarter(published: Moment | null): Moment | null {
  const quarter = published && widen(published, "quarter");
  return quarter && { grain: "quarter", at: quarter.at - 1 };
}

function calendarGrain(unit: Grain): CalendarGrain | null {
  if (unit === "second" || unit === "minute" || unit === "hour") return null;
  return unit === "millennium" ? "year" : unit;
}

function counted(by: number, unit: string): string {
  const many = Math.abs(by);
  return `${many} ${unit}${many === 1 ? "" : "s"} ${by < 0 ? "before" : "after"} it`;
}

/** What is named within a year, a month or a week. */
function within(parts: DateParts, there: Moment): Moment | null {
  if (Object.keys(parts).length === 0) return there;
  if (there.grain === "week" && parts.weekday !== undefined)
    return { grain: "day", at: there.at * 7 - 4 + parts.weekday };
  if (there.grain === "quarter" && parts.year !== undefined)
    return { grain: "quarter", at: parts.year * 4 + (((there.at % 4) + 4) % 4) };
  return there.grain === "year" ? inYear(parts, there.at) : null;
}

/** "Thursday", "October", "Oct. 13", "the summer", "Christmas": which one is to be found. */
function recurring(meaning: DateMeaning, time: FoundTime, context: DateContext): Dated | null {
  const { parts, which, from } = meaning;
  const hints: Hints = {
    which,
    tense: time.tense,
    preposition: time.preposition,
    kind:
      parts.quarter !== undefined || parts.half !== undefined
        ? "quarter"
        : parts.season !== undefined
          ? "season"
          : parts.day !== undefined || parts.holiday !== undefined
            ? "day"
            : "month",
  };
  if (parts.weekday !== undefined && parts.month === undefined)
    return from === "mentioned" || which === "that"
      ? weekdayBeside(parts.weekday, which, context)
      : weekday(parts.weekday, hints, context);
  if (parts.day !== undefined && parts.month === undefined) return dayOfMonth(parts.day, hints, context);
  const named = (year: number): Moment | null => inYear(parts, year);
  const beside = context.mentions.at(-1);
  // "That spring" is the one of the tale.
  if (which === "that") {
    if (!beside || !isAsFine(beside.moment.grain, "year")) return null;
    const year = yearOf(beside.moment) as number;
    const moment =
      beside.moment.grain === "year" ? named(year) : nearestTo(beside.moment, [year, year - 1, year + 1].map(named));
    return moment && { moment, steps: [`told after ${inWords(beside.moment)}: ${inWords(moment)}`], stated: false };
  }
  const { published } = context;
  if (context.isHistory && beside && which === "any" && isAsFine(beside.moment.grain, "year")) {
    const year = yearOf(beside.moment) as number;
    const around = beside.moment.grain === "year" ? [named(year)] : [year - 1, year, year + 1].map(named);
    const moment = nearestTo(beside.moment, around);
    return moment && { moment, steps: [`told after ${inWords(beside.moment)}: ${inWords(moment)}`], stated: false };
  }
  // In a tale of another year the date is nearest to what was told before.
  if (
    beside?.stated &&
    which === "any" &&
    beside.block === context.block &&
    context.sentence - beside.sentence <= 1 &&
    (beside.moment.grain === "day" || beside.moment.grain === "month") &&
    hints.tense !== "future"
  ) {
    const year = yearOf(beside.moment) as number;
    const recent = published && nearestInYear(published, yearOf(published) as number, named, hints);
    const isRecent = published && recent && Math.abs(daysOf(published).first - daysOf(recent).last) < RECENT;
    if ((!published || year !== yearOf(published)) && !isRecent) {
      const moment = nearestTo(beside.moment, [year - 1, year, year + 1].map(named));
      return moment && { moment, steps: [`told beside ${inWords(beside.moment)}: ${inWords(moment)}`], stated: false };
    }
  }
  if (!published || !canPlace(published, hints)) return null;
  const year = yearOf(published) as number;
  const moment = nearestInYear(published, year, named, hints);
  if (!moment) return null;
  return {
    moment,
    steps: [...publishedSteps(published), `${nameOf(parts)} ${why(moment, published, hints)}: ${inWords(moment)}`],
    stated: false,
  };
}

/** A year of publication alone places no month; "this" needs no more than it. */
function canPlace(published: Moment, { which }: Hints): boolean {
  return which === "this" ? true : published.grain !== "year";
}

function weekday(day: number, hints: Hints, { published, updated }: DateContext): Dated | null {
  if (published?.grain !== "day") return null;
  const changed = updated && hints.which === "any" && weekdayUpTo(updated, published, day, hints);
  if (changed === "unknown") return null;
  if (changed)
    return {
      moment: changed,
      steps: [
        ...publishedSteps(published),
        `changed on ${inWords(updated)}`,
        `the ${weekdayName(day)} before the last change: ${inWords(changed)}`,
      ],
      stated: false,
    };
  const moment = nearestWeekday(published, day, hints);
  if (!moment) return null;
  const side =
    moment.at === published.at
      ? "that day"
      : moment.at < published.at
        ? `the ${weekdayName(day)} before it`
        : `the ${weekdayName(day)} after it`;
  return { moment, steps: [...publishedSteps(published), `${side}: ${inWords(moment)}`], stated: false };
}

/** "The following Monday", "that Friday": seen from the day spoken of. */
function weekdayBeside(day: number, which: DateMeaning["which"], context: DateContext): Dated | null {
  const same =
    which === "that"
      ? lately(context).findLast((m) => m.moment.grain === "day" && weekdayOf(m.moment) === day)
      : undefined;
  const anchor = (same ?? mentioned(context, "day"))?.moment;
  if (!anchor || anchor.grain !== "day") return null;
  const back = (weekdayOf(anchor) - day + 7) % 7;
  const at =
    which === "last" ? anchor.at - (back === 0 ? 7 : back) : which === "next" ? anchor.at + 7 - back : anchor.at - back;
  const moment: Moment = { grain: "day", at };
  return {
    moment,
    steps: [`the date spoken of is ${inWords(anchor)}`, `the ${weekdayName(day)} meant: ${inWords(moment)}`],
    stated: false,
  };
}

function nearestTo(anchor: Moment, found: readonly (Moment | null)[]): Moment | null {
  let best: Moment | null = null;
  let least = Infinity;
  for (const moment of found) {
    if (!moment) continue;
    const distance = Math.abs(inMonths(moment) - inMonths(anchor));
    if (distance < least) [best, least] = [moment, distance];
  }
  return best;
}

function inMonths(moment: Moment): number {
  return (widen(moment, "month") ?? { at: (yearOf(moment) ?? 0) * 12 }).at;
}

function nameOf({ month, day, season, quarter, half, holiday }: DateParts): string {
  if (holiday !== undefined) return "the named day";
  if (month !== undefined) return day === undefined ? monthName(month) : `${day} ${monthName(month)}`;
  if (season !== undefined) return `the ${seasonName(season)}`;
  return quarter !== undefined ? `quarter ${quarter}` : half !== undefined ? `half ${half}` : "the date";
}

function why(moment: Moment, published: Moment, { which, tense }: Hints): string {
  if (which === "last" || which === "next" || which === "this") return `with “${which}”`;
  const before = isAsFine(moment.grain, "year") && moment.at !== published.at;
  const side =
    tense === "future"
      ? "beside a verb that looks ahead"
      : tense === "past"
        ? "beside a verb in the past"
        : "nearest to it";
  return before ? side : "nearest to it";
}

import { type Moment, dayOf, weekdayOf } from "./moments.ts";

const FIXED = /^--(\d{2})-(\d{2})$/;
/** `--11-22>4`: the first Thursday on or after 22 November. */
const ON_OR_AFTER = /^--(\d{2})-(\d{2})>([1-7])$/;
const WHOLE = /^(\d{4})-(\d{2})-(\d{2})$/;
const EASTER = /^easter([+-]\d{1,2})?$/;

/**
 * The day in `year` on which a named day falls, from what a pack says: `--04-15`, a whole date, `--11-22>4` (the first
 * Thursday on or after 22 November), `easter`, `easter-2`. Null where the rule is not known or the day is not in that year.
 */
export function namedDayIn(on: string, year: number): Moment | null {
  const fixed = FIXED.exec(on);
  if (fixed) return dayOf(year, Number(fixed[1]), Number(fixed[2]));
  const whole = WHOLE.exec(on);
  if (whole) return Number(whole[1]) === year ? dayOf(year, Number(whole[2]), Number(whole[3])) : null;
  const after = ON_OR_AFTER.exec(on);
  if (after) {
    const first = dayOf(year, Number(after[1]), Number(after[2]));
    return first && { grain: "day", at: first.at + ((Number(after[3]) - weekdayOf(first) + 7) % 7) };
  }
  const easter = EASTER.exec(on);
  return easter ? { grain: "day", at: easterSunday(year).at + Number(easter[1] ?? 0) } : null;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Moment {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1) as Moment;
}

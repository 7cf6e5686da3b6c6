import type { DateMeaning } from "../../model/time.ts";

/** What a date that cannot be placed still says, as TIMEX3: `XXXX-WXX-4`, `XXXX-10-13`, `XXXX-XX-XX`. */
export function openTimex(meaning: DateMeaning): string {
  const { parts, shift } = meaning;
  const two = (n: number): string => String(n).padStart(2, "0");
  const year = parts.year === undefined ? "XXXX" : String(parts.year);
  if (parts.month !== undefined)
    return `${year}-${two(parts.month)}${parts.day === undefined ? "" : `-${two(parts.day)}`}`;
  if (parts.day !== undefined) return `${year}-XX-${two(parts.day)}`;
  if (parts.weekday !== undefined) return `XXXX-WXX-${parts.weekday}`;
  if (parts.season !== undefined) return `${year}-${["SP", "SU", "FA", "WI"][parts.season - 1]}`;
  if (parts.quarter !== undefined) return `${year}-Q${parts.quarter}`;
  if (parts.half !== undefined) return `${year}-H${parts.half}`;
  if (parts.holiday !== undefined)
    return /^--\d\d-\d\d$/.test(parts.holiday) ? `XXXX${parts.holiday.slice(1)}` : "XXXX-XX-XX";
  switch (shift?.unit) {
    case "day":
    case "second":
    case "minute":
    case "hour":
      return "XXXX-XX-XX";
    case "week":
      return "XXXX-WXX";
    case "weekend":
      return "XXXX-WXX-WE";
    case "month":
      return "XXXX-XX";
    case "quarter":
      return `${year}-QX`;
    case "decade":
      return "XXX";
    case "century":
      return "XX";
    default:
      return year;
  }
}

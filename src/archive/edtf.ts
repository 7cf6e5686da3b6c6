import { daysInMonth } from "../model/daysInMonth.ts";

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?$/;

/** Whether a value is an EDTF date as Hearsay writes them: a day, month, season or year, a moment, or an interval of such. */
export function isEdtf(value: string): boolean {
  const ends = value.split("/");
  if (ends.length === 1) return isDate(value);
  const [from = "", to = ""] = ends;
  const open = (end: string): boolean => end === ".." || end === "";
  if (ends.length > 2 || (open(from) && open(to))) return false;
  return (open(from) || isDate(from)) && (open(to) || isDate(to));
}

function isDate(value: string): boolean {
  const [matched, year, month, day, hour, minute, second] = DATE.exec(value) ?? [];
  if (matched === undefined) return false;
  if (month === undefined) return true;
  const m = Number(month);
  if (day === undefined) return (m >= 1 && m <= 12) || (m >= 21 && m <= 24);
  if (m < 1 || m > 12) return false;
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), m)) return false;
  return Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
}

/** The first day, month or year of an EDTF value, to sort and filter by; null where it is not known. */
export function firstDay(edtf: string | null): string | null {
  return /^-?\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(edtf ?? "")?.[0] ?? null;
}

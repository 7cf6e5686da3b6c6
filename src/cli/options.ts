import { type Command, InvalidArgumentError } from "commander";
import { daysInMonth } from "../model/daysInMonth.ts";

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** What every command that reads reports takes. */
export interface ReadingOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly type?: "text" | "html";
  readonly reader?: "fast" | "full";
  readonly pack?: readonly string[];
  readonly minConfidence?: number;
}

/** A date or date and time as EDTF writes it, as far as it is known. Throws InvalidArgumentError otherwise. */
export function publicationDate(value: string): string {
  const parts = DATE.exec(value);
  if (!parts || !isReal(parts)) {
    throw new InvalidArgumentError(
      "Write a date such as 2021-01-08, 2021-01-08T08:33:00Z or, where the day is not known, 2021-01.",
    );
  }
  // EDTF has no time without seconds.
  return parts[4] !== undefined && parts[6] === undefined ? value.replace(/(T\d\d:\d\d)/, "$1:00") : value;
}

function isReal([, year, month, day, hour, minute, second, zone]: RegExpExecArray): boolean {
  if (month === undefined) return true;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), m)) return false;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return false;
  if (zone === undefined || zone === "Z") return true;
  return Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59;
}

/** A number from 0 to 1. Throws InvalidArgumentError otherwise. */
export function confidence(value: string): number {
  if (!/^(?:0?\.\d{1,15}|0|1(?:\.0{1,15})?)$/.test(value))
    throw new InvalidArgumentError("Write a number from 0 to 1, such as 0.5.");
  return Number(value);
}

/** A name with at least one character that shows. Throws InvalidArgumentError otherwise. */
export function outletName(value: string): string {
  const name = value.trim();
  if (name === "") throw new InvalidArgumentError('Write the outlet\'s name, such as "The Harbour Post".');
  return name;
}

/** A place in a text: a whole number from 0. Throws InvalidArgumentError otherwise. */
export function offset(value: string): number {
  return wholeNumber(value, 0, 999_999_999_999_999, "Write a whole number from 0, counted in UTF-16 units.");
}

/** How many things are done at once: 1 to 256. Throws InvalidArgumentError otherwise. */
export function threads(value: string): number {
  return wholeNumber(value, 1, 256);
}

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `90s`, `15m`, `2h` or `1d` in milliseconds. Throws InvalidArgumentError otherwise. */
export function interval(value: string): number {
  const [, n = "", unit] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(value) ?? [];
  const milliseconds = Number(n) * UNITS[unit as keyof typeof UNITS];
  if (!(milliseconds > 0 && milliseconds <= 365 * UNITS.d))
    throw new InvalidArgumentError("Write a time with its unit, such as 90s, 15m, 2h or 1d.");
  return milliseconds;
}

/** Gathers an option that may stand several times. */
export function oneMore(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** The option of every command that works with an archive. */
export function archiveOption(command: Command): Command {
  return command.option(
    "--archive <PATH>",
    "the archive: a file, or postgres://user@host/database (default: HEARSAY_ARCHIVE, or hearsay.db in this folder)",
  );
}

/** Days from one to another, both included; undefined where an end is open. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** `2021-01..2021-03`, `2021-01-05..`, `..2020` or one day, month or year. Throws InvalidArgumentError otherwise. */
export function days(value: string): Days {
  const ends = value.split("..");
  const [from = "", to = from] = ends;
  const whole = ends.length <= 2 && (from !== "" || to !== "");
  if (!whole || [from, to].some((end) => end !== "" && !isDay(end)))
    throw new InvalidArgumentError(
      "Write days, months or years: 2021-01-05..2021-02, 2021-01.., ..2020 or 2021-01-08.",
    );
  return { ...(from !== "" && { from }), ...(to !== "" && { to }) };
}

function isDay(value: string): boolean {
  const parts = DATE.exec(value);
  return parts !== null && parts[4] === undefined && isReal(parts);
}

/** How many entries a page holds: 1 to 500. Throws InvalidArgumentError otherwise. */
export function limit(value: string): number {
  return wholeNumber(value, 1, 500);
}

/** A port to listen at: 0 to 65535, 0 for any that is free. Throws InvalidArgumentError otherwise. */
export function port(value: string): number {
  return wholeNumber(value, 0, 65_535, "Write a port, a whole number from 0 to 65535.");
}

/** A whole number, in no more digits than the largest has. Throws InvalidArgumentError, saying what to write, otherwise. */
export function wholeNumber(
  value: string,
  least: number,
  most: number,
  says = `Write a whole number from ${least} to ${most}.`,
): number {
  const n = /^\d+$/.test(value) && value.length <= String(most).length ? Number(value) : -1;
  if (n < least || n > most) throw new InvalidArgumentError(says);
  return n;
}

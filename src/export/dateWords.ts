import type { When } from "../model/time.ts";
import { MONTHS, WEEKDAYS } from "../text/calendarNames.ts";

const SEASONS = ["spring", "summer", "autumn", "winter"];

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * An EDTF moment, day, month or season in words: "Thursday 7 January 2021, 18:40 UTC", "summer 2021"; any other EDTF value as
 * it is.
 */
export function dateWords(edtf: string): string {
  const [, date, clock, zone] = MOMENT.exec(edtf) ?? [];
  if (date !== undefined)
    return `${dateWords(date)}, ${clock}${zone === undefined ? "" : zone === "Z" ? " UTC" : ` ${zone}`}`;
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(edtf);
  const season = SEASONS[Number(parts?.[2]) - 21];
  if (parts && season !== undefined && parts[3] === undefined) return `${season} ${parts[1]}`;
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts || month === undefined) return edtf;
  if (parts[3] === undefined) return `${month} ${parts[1]}`;
  // Years below 100 mean 19xx to Date.UTC; 400 years later the weekdays are the same.
  const weekday = new Date(Date.UTC(Number(parts[1]) + 400, Number(parts[2]) - 1, Number(parts[3]))).getUTCDay();
  return `${WEEKDAYS[(weekday + 6) % 7]} ${Number(parts[3])} ${month} ${parts[1]}`;
}

/**
 * Every step that led to a date, for somebody who has just read the date: it is not told again, nor what only repeats it.
 * "published on Friday 28 March 2025; the Thursday before it", "published that day".
 */
export function reasonWords({ edtf, steps }: Pick<When, "edtf" | "steps">): string {
  const said = edtf === null ? null : dateWords(edtf);
  const told = steps.flatMap((step) => {
    if (said === null) return [step];
    if (step === `that day: ${said}`) return [];
    if (step === `published on ${said}`) return ["published that day"];
    return [step.endsWith(`: ${said}`) ? step.slice(0, -said.length - 2) : step];
  });
  return told.join("; ");
}

/** A time with how it is known and every step: "Thursday 7 January 2021 (derived: …; …)", "at a time not known". */
export function whenWords(when: When): string {
  const { edtf, basis } = when;
  if (edtf === null) return "at a time not known";
  const reason = reasonWords(when);
  return `${dateWords(edtf)} (${reason === "" ? basis : `${basis}: ${reason}`})`;
}

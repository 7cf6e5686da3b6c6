import type { When } from "../model/time.ts";
import { MONTHS, WEEKDAYS } from "../text/calendarNames.ts";

const SEASONS = ["spring", "summer", "autumn", "winter"];

/** An EDTF day, month or season in words: "Thursday 7 January 2021", "summer 2021"; any other EDTF value as it is. */
export function dateWords(edtf: string): string {
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

/** A time with how it is known and every step: "Thursday 7 January 2021 (derived: …; …)", "at a time not known". */
export function whenWords({ edtf, basis, steps }: When): string {
  if (edtf === null) return "at a time not known";
  return `${dateWords(edtf)} (${steps.length > 0 ? `${basis}: ${steps.join("; ")}` : basis})`;
}

/** The same with the last step alone, for a page that is read at a glance; `hearsay explain` has them all. */
export function briefly(when: When): string {
  return whenWords({ ...when, steps: when.steps.slice(-1) });
}

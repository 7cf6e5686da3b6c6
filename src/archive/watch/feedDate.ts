import { findDate } from "../../ingest/dates.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** As RFC 822 and 5322 write a moment with the zone in figures. */
const MAIL_DATE =
  /^(?:[A-Za-z]{2,9},?\s)?(\d{1,2})\s([A-Za-z]{3})[A-Za-z]{0,6}\s(\d{4})\s(\d{1,2}):(\d\d)(?::(\d\d))?\s?([+-])(\d\d):?(\d\d)$/;

/** What programs write that know no date: the beginning of their clock. */
const NO_DATE = /^19(?:69-12-31|70-01-01)/;

/** A date of a feed as EDTF, in UTC where it has a zone; null where it can't be read for sure. */
export function feedDate(words: string | null): string | null {
  if (words === null) return null;
  const [mail, day = "", month = "", year, hour = "", minute, second = "00", sign, zoneHour, zoneMinute] =
    MAIL_DATE.exec(words) ?? [];
  const m = MONTHS.indexOf(month.toLowerCase()) + 1;
  const two = (n: string | number): string => String(n).padStart(2, "0");
  const written =
    mail === undefined || m === 0
      ? words
      : `${year}-${two(m)}-${two(day)}T${two(hour)}:${minute}:${second}${sign}${zoneHour}:${zoneMinute}`;
  const edtf = findDate(written)?.edtf ?? null;
  return edtf === null || NO_DATE.test(edtf) ? null : edtf;
}

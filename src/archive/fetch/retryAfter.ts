/** What a Retry-After header asks for, in milliseconds from `now` (since 1970); null where it says nothing of use. */
export function waitOf(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const named = header.trim();
  if (/^\d{1,9}$/.test(named)) return Number(named) * 1000;
  // A moment, as in HTTP's own dates; anything else is no header a server should send.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(named)) return null;
  const moment = Date.parse(named);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

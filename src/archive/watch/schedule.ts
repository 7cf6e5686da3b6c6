import type { FetchError } from "../fetch/fetchError.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a feed named is tried so often, over a day or so, before it is given up. */
const MOST_TRIES = 8;

/**
 * When to look again at what failed, in milliseconds from now, or null for never. What a person named is never given up: it is
 * looked at less and less often, down to once a day. `failures` counts this one.
 */
export function pauseAfter(
  error: FetchError | null,
  { failures, every, named }: { readonly failures: number; readonly every: number; readonly named: boolean },
): number | null {
  const wish = Math.min(DAY, error?.retryAfter ?? 0);
  if (named) return Math.max(wish, Math.min(Math.max(every, DAY), every * 2 ** Math.min(failures - 1, 20)));
  if (error?.passing !== true || failures >= MOST_TRIES) return null;
  return Math.max(wish, Math.min(6 * HOUR, MINUTE * 4 ** (failures - 1)));
}

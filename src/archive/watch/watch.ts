import { once } from "node:events";
import { UserError } from "../../model/errors.ts";
import { MOST_NAMED, type Store, type WatchedRow } from "../../store/store.ts";
import type { Clock } from "../fetch/hosts.ts";
import type { PoliteFetcher } from "../fetch/politeFetcher.ts";
import type { ReadingPool, Task } from "../pool.ts";
import { FeedReader } from "./feedReader.ts";
import { Intake } from "./intake.ts";
import { Look, type WatchEvent } from "./look.ts";
import { iso, unseen } from "./rows.ts";

export interface WatchOptions {
  /** Milliseconds from one look at a feed or page to the next. */
  readonly every: number;
  /** Looks at everything once and stops. */
  readonly once: boolean;
  readonly fetcher: PoliteFetcher;
  readonly pool: ReadingPool;
  readonly clock: Clock;
  /** Stops, when it is raised, once what was fetched is kept. What was not fetched is fetched by the next who watches. */
  readonly stop: AbortSignal;
  /** How every report is read. */
  readonly options: Pick<Task["options"], "reader" | "outlet">;
  readonly told: (event: WatchEvent) => void;
}

/** Hosts asked at once. */
const MOST_HOSTS = 16;
/** What a feed named is looked for again after so long. */
const LONGEST_PAUSE = 3_600_000;

/**
 * Watches feeds and pages, and takes in what they name: `named` are their addresses, null for all that the archive has watched
 * before. Where it stands is in the archive's own table, so that whoever watches next goes on from there. Rejects with UserError
 * where the archive can't be written to.
 */
export async function watch(store: Store, named: readonly string[] | null, options: WatchOptions): Promise<void> {
  const { clock, stop } = options;
  const begun = iso(clock.now());
  await register(store, named, options, begun);
  const feeds = new FeedReader();
  const intake = new Intake(store, { pool: options.pool, now: () => iso(clock.now()) });
  // What comes due while everything is looked at once has had its turn.
  const look = new Look(store, feeds, intake, { ...options, due: () => (options.once ? begun : iso(clock.now())) });
  const busy = new Map<string, Promise<void>>();
  const faults: unknown[] = [];
  let wake = new AbortController();
  const start = (row: WatchedRow): void => {
    const work = look
      .at(row)
      .catch((error: unknown) => void faults.push(error))
      .finally(() => {
        busy.delete(row.host);
        wake.abort();
      });
    busy.set(row.host, work);
  };
  try {
    while (!stop.aborted && faults.length === 0) {
      wake = new AbortController();
      const by = options.once ? begun : iso(clock.now());
      const due = await store.dueWatched({ named, hostsBusy: [...busy.keys()], by, limit: MOST_HOSTS * 4 });
      for (const row of due) if (busy.size < MOST_HOSTS && !busy.has(row.host)) start(row);
      if (busy.size === 0 && options.once) break;
      // A host that is free again may have more that is due.
      if (busy.size > 0 && options.once) await raised(wake.signal);
      else await clock.pause(await pauseOf(store, named, by, clock), AbortSignal.any([stop, wake.signal]));
    }
  } finally {
    await Promise.all(busy.values());
    await feeds.close();
  }
  if (faults.length > 0) throw faults[0];
}

/** What a person named is due at once when it is new, and by its own plan when it failed before. */
async function register(
  store: Store,
  named: readonly string[] | null,
  options: WatchOptions,
  now: string,
): Promise<void> {
  const known = new Map(
    (await (named === null ? store.watchedIn(null) : store.watched(named))).map((row) => [row.address, row]),
  );
  const addresses = named ?? [...known.keys()];
  if (addresses.length === 0)
    throw new UserError("nothing has been watched in this archive: name the feeds, pages or lists to watch", 2);
  if (addresses.length > MOST_NAMED)
    throw new UserError(
      `${addresses.length} addresses are more than the ${MOST_NAMED} one watch takes: split the list`,
      2,
    );
  const soonest = iso(options.clock.now() + options.every);
  const rows = addresses.map((address): WatchedRow => {
    const row = known.get(address);
    // What was known as an item of a feed is now watched for itself.
    if (!row || row.feed !== null) return { ...(row ?? unseen(address)), feed: null, next_at: now };
    const next = row.next_at ?? now;
    if (row.failures === 0)
      return { ...row, next_at: options.once || next <= now ? now : next < soonest ? next : soonest };
    return { ...row, next_at: next };
  });
  await store.keepWatched(rows);
}

/** Milliseconds until the next is due. */
async function pauseOf(store: Store, named: readonly string[] | null, by: string, clock: Clock): Promise<number> {
  const next = await store.nextWatched({ named, after: by });
  const pause = next === null ? LONGEST_PAUSE : Date.parse(next) - clock.now();
  return Math.min(LONGEST_PAUSE, Math.max(0, pause));
}

async function raised(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

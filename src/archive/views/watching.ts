import type { Page, Part, Store, WatchedRow } from "../../store/store.ts";

/** How something that is watched goes. */
export type Health = "well" | "new" | "failing" | "given up" | "done";

/** One address that is watched, in words. */
export interface ShownWatched {
  readonly address: string;
  readonly host: string;
  readonly kind: string;
  readonly title: string | null;
  readonly health: Health;
  /** One sentence: how it went when it was last asked for. */
  readonly says: string;
  /** ISO 8601 in UTC; null where it was never asked for, or will not be again. */
  readonly lookedAt: string | null;
  readonly nextAt: string | null;
  readonly failures: number;
  readonly status: number | null;
  readonly error: string | null;
}

/** A feed, with what it named. */
export interface ShownFeed extends ShownWatched {
  /** Items it named and how many of them fail, counted up to `most`. */
  readonly items: number;
  readonly failing: number;
  readonly most: number;
}

const MOST = 1_000;

/** What people named to be watched, by address. */
export async function feedsView(store: Store, part: Part): Promise<Page<ShownFeed>> {
  const { items, cursor } = await store.desk.watchedPage(null, part);
  const feeds = await Promise.all(
    items.map(async (row): Promise<ShownFeed> => {
      const { items: named, failing } = await store.desk.itemsOf(row.address, MOST);
      return { ...watchedLine(row), items: named, failing, most: MOST };
    }),
  );
  return { items: feeds, cursor };
}

/** What a feed named, by address; null where no such feed is watched. */
export async function feedItemsView(
  store: Store,
  feed: string,
  part: Part,
): Promise<{ readonly feed: ShownWatched; readonly page: Page<ShownWatched> } | null> {
  const [row] = await store.watched([feed]);
  if (!row || row.feed !== null) return null;
  const { items, cursor } = await store.desk.watchedPage(feed, part);
  return { feed: watchedLine(row), page: { items: items.map(watchedLine), cursor } };
}

/** What is watched and failed when it was last asked for, the last first. */
export async function failingView(store: Store, part: Part): Promise<Page<ShownWatched>> {
  const { items, cursor } = await store.desk.failing(part);
  return { items: items.map(watchedLine), cursor };
}

export function watchedLine(row: WatchedRow): ShownWatched {
  const { address, host, kind, facts, looked_at, next_at, failures, last_status, last_error } = row;
  const title = facts["title"];
  const health = healthOf(row);
  return {
    address,
    host,
    kind,
    title: typeof title === "string" && title !== "" ? title : null,
    health,
    says: SAYS[health](row),
    lookedAt: looked_at,
    nextAt: next_at,
    failures,
    status: last_status,
    error: last_error,
  };
}

function healthOf({ looked_at, next_at, failures, last_error }: WatchedRow): Health {
  if (failures > 0) return next_at === null ? "given up" : "failing";
  if (looked_at === null || last_error !== null) return "new";
  return next_at === null ? "done" : "well";
}

const SAYS: Readonly<Record<Health, (row: WatchedRow) => string>> = {
  well: ({ last_status, facts }) =>
    last_status === 304
      ? "It had not changed when it was last asked for."
      : `It came when it was last asked for${itemsIn(facts)}.`,
  new: ({ last_error }) =>
    last_error === null ? "It has not been asked for yet." : `It could not be asked for yet: ${last_error}.`,
  failing: ({ failures, last_error }) => `It failed ${times(failures)}: ${last_error ?? "nothing was told of why"}.`,
  "given up": ({ failures, last_error }) =>
    `It failed ${times(failures)} and is not tried again: ${last_error ?? "nothing was told of why"}.`,
  done: () => "It was taken in and is not asked for again unless its feed says that it changed.",
};

function itemsIn(facts: WatchedRow["facts"]): string {
  const { items, damaged } = facts;
  const named = typeof items === "number" ? `, and named ${items} ${items === 1 ? "item" : "items"}` : "";
  return `${named}${damaged === true ? "; it is damaged and was read as far as it goes" : ""}`;
}

function times(n: number): string {
  return n === 1 ? "once" : `${n} times`;
}

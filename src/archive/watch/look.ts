import { UserError } from "../../model/errors.ts";
import type { Json } from "../../model/ledger.ts";
import type { Store, WatchedRow } from "../../store/store.ts";
import type { Incoming } from "../add.ts";
import type { Kept } from "../archive.ts";
import { FetchError } from "../fetch/fetchError.ts";
import type { Fetched } from "../fetch/fetchReport.ts";
import type { Clock } from "../fetch/hosts.ts";
import type { PoliteFetcher } from "../fetch/politeFetcher.ts";
import type { Task } from "../pool.ts";
import { reportFetched } from "../sources/fetched.ts";
import type { Feed, FeedItem } from "./feed.ts";
import type { FeedReader } from "./feedReader.ts";
import type { Intake } from "./intake.ts";
import { iso, unseen } from "./rows.ts";
import { pauseAfter } from "./schedule.ts";

/** What came of one look. `feed` is the address of the feed that named it, null for what a person named. */
export type WatchEvent = { readonly address: string; readonly feed: string | null } & (
  | {
      readonly what: "feed";
      readonly title: string | null;
      readonly items: number;
      readonly fresh: number;
      readonly damaged: boolean;
    }
  | { readonly what: "unchanged" }
  | { readonly what: "report"; readonly kept: Kept }
  /** `next`: when it is tried again, null for never. */
  | { readonly what: "failed"; readonly reason: string; readonly next: string | null }
);

export interface LookOptions {
  readonly every: number;
  readonly fetcher: PoliteFetcher;
  readonly clock: Clock;
  readonly options: Pick<Task["options"], "reader" | "outlet">;
  readonly told: (event: WatchEvent) => void;
  /** The moment at which what a feed names is due. */
  readonly due: () => string;
}

/** What a feed no longer names, and was fetched so long ago, is forgotten: the report itself is in the archive. */
const FORGOTTEN_AFTER = 30 * 86_400_000;
/** A date later than this from now is a slip of the feed. */
const FUTURE = 86_400_000;
/** So many items with one and the same date were not all published then. */
const SUSPICIOUS = 3;

/** Looks at one address at a time: asks for it, takes in what comes, and writes down how it went. */
export class Look {
  readonly #store: Store;
  readonly #feeds: FeedReader;
  readonly #intake: Intake;
  readonly #options: LookOptions;

  constructor(store: Store, feeds: FeedReader, intake: Intake, options: LookOptions) {
    this.#store = store;
    this.#feeds = feeds;
    this.#intake = intake;
    this.#options = options;
  }

  /** Rejects where the archive can't be written to; what the world outside does wrong is written down. */
  async at(row: WatchedRow): Promise<void> {
    try {
      const fetched = await this.#options.fetcher.fetch(row.address, {
        etag: row.etag,
        lastModified: row.last_modified,
      });
      const { bytes } = fetched;
      if (bytes === null) await this.#unchanged(row, fetched);
      else {
        const feed = row.feed === null ? await this.#read(bytes, fetched) : null;
        if (feed === null && (row.kind === "feed" || DATA.test(fetched.mediaType ?? "")))
          throw new FetchError(fetched.address, "content", "is no feed that can be read, and no report");
        await (feed === null ? this.#report(row, fetched, bytes) : this.#feed(row, fetched, feed));
      }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      // It was not looked at: whoever watches next does.
      if (error.trouble === "stopped") return;
      await this.#failed(row, error.message, error);
    }
  }

  async #read(bytes: Buffer, { address }: Fetched): Promise<Feed | null> {
    try {
      return await this.#feeds.read(bytes, address);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new FetchError(address, "content", error.message.replace(`${address}: `, ""));
    }
  }

  async #unchanged(row: WatchedRow, fetched: Fetched): Promise<void> {
    await this.#store.keepWatched([this.#seen(row, fetched)]);
    this.#told(row, { what: "unchanged" });
  }

  async #feed(row: WatchedRow, fetched: Fetched, feed: Feed): Promise<void> {
    const fresh = await this.#freshIn(row, feed);
    const facts = {
      format: feed.format,
      title: feed.title,
      items: feed.items.length,
      unnamed: feed.unnamed,
      damaged: feed.damaged,
    };
    // What the feed says of itself and what it named stand or fall together: its ETag alone would hide the items.
    await this.#store.keepWatched([{ ...this.#seen(row, fetched), kind: "feed", facts }, ...fresh]);
    await this.#forget(row.address, feed);
    this.#told(row, {
      what: "feed",
      title: feed.title,
      items: feed.items.length,
      fresh: fresh.length,
      damaged: feed.damaged,
    });
  }

  /** Rows of the items that have to be fetched: new ones, and those the feed says have changed. */
  async #freshIn({ address }: WatchedRow, feed: Feed): Promise<WatchedRow[]> {
    const known = new Map(
      (await this.#store.watched(feed.items.map((item) => item.address))).map((one) => [one.address, one]),
    );
    const dates = datable(feed);
    const due = this.#options.due();
    return feed.items.flatMap((item): WatchedRow[] => {
      const before = known.get(item.address);
      const { address: _, ...facts } = { ...item, feed: feed.title, dates };
      if (!before) return [{ ...unseen(item.address), feed: address, kind: "report", facts, next_at: due }];
      const changed = before.feed === address && stampOf(before.facts) !== stampOf(facts);
      return changed && before.next_at === null ? [{ ...before, facts, failures: 0, next_at: due }] : [];
    });
  }

  async #forget(address: string, feed: Feed): Promise<void> {
    const named = new Set(feed.items.map((item) => item.address));
    const old = iso(this.#options.clock.now() - FORGOTTEN_AFTER);
    const gone = (await this.#store.watchedIn(address)).filter(
      (one) => one.next_at === null && (one.looked_at ?? "") < old && !named.has(one.address),
    );
    await this.#store.dropWatched(gone.map((one) => one.address));
  }

  async #report(row: WatchedRow, fetched: Fetched, bytes: Buffer): Promise<void> {
    const taken = await this.#intake.take(this.#incoming(row, fetched, bytes));
    if ("outcome" in taken) {
      // What was fetched is safe: only now is it done.
      await this.#store.keepWatched([{ ...this.#seen(row, fetched), kind: "report" }]);
      this.#told(row, { what: "report", kept: taken });
    } else await this.#failed(row, "reason" in taken ? taken.reason : taken.passed, null, fetched.status);
  }

  #incoming(row: WatchedRow, fetched: Fetched, bytes: Buffer): Incoming {
    const { clock, options } = this.#options;
    if (row.feed === null) return { ...reportFetched(row.address, fetched, bytes, options), by: "watch" };
    const item = row.facts as unknown as ItemFacts;
    const latest = iso(clock.now() + FUTURE);
    const dated = item.dates && item.published !== null && item.published <= latest;
    const report = reportFetched(row.address, fetched, bytes, {
      ...options,
      ...(dated && { publishedElse: item.published as string }),
    });
    return { ...report, circumstances: { ...report.circumstances, feed: feedAs(row.feed, item) }, by: "watch" };
  }

  async #failed(
    row: WatchedRow,
    reason: string,
    error: FetchError | null,
    status: number | null = null,
  ): Promise<void> {
    const { clock, every } = this.#options;
    // Whoever was not even asked did not fail.
    const failures = row.failures + (error?.trouble === "wait" ? 0 : 1);
    const pause = pauseAfter(error, { failures: Math.max(1, failures), every, named: row.feed === null });
    const next = pause === null ? null : iso(clock.now() + pause);
    await this.#store.keepWatched([
      {
        ...row,
        looked_at: iso(clock.now()),
        next_at: next,
        failures,
        last_status: error?.status ?? status,
        last_error: reason,
      },
    ]);
    this.#told(row, { what: "failed", reason, next });
  }

  /** The row of what came: what a person named is looked at again, what a feed named is not. */
  #seen(row: WatchedRow, { status, headers }: Fetched): WatchedRow {
    const now = this.#options.clock.now();
    return {
      ...row,
      etag: headers["etag"] ?? (status === 304 ? row.etag : null),
      last_modified: headers["last-modified"] ?? (status === 304 ? row.last_modified : null),
      looked_at: iso(now),
      next_at: row.feed === null ? iso(now + this.#options.every) : null,
      failures: 0,
      last_status: status,
      last_error: null,
    };
  }

  #told({ address, feed }: WatchedRow, what: EventBody): void {
    this.#options.told({ address, feed, ...what } as WatchEvent);
  }
}

type EventBody = WatchEvent extends infer E ? (E extends WatchEvent ? Omit<E, "address" | "feed"> : never) : never;

/** An item of a feed as its row has it. */
type ItemFacts = Omit<FeedItem, "address"> & { readonly feed: string | null; readonly dates: boolean };

/** Types of feeds and other data: what is sent as one of them and is no feed is no report either. */
const DATA = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json|xml)|text\/(?:xml|x-opml))$/;

/** Whether the feed's dates may be those of its items: some write the moment the feed was made on all of them. */
function datable({ items }: Feed): boolean {
  const dates = items.flatMap(({ published }) => published ?? []);
  return dates.length < SUSPICIOUS || new Set(dates).size > 1;
}

/** What shows that an item has changed. */
function stampOf({ published, updated, title }: Record<string, unknown>): string {
  return JSON.stringify([published ?? null, updated ?? null, title ?? null]);
}

function feedAs(address: string, { feed, title, author, published, source, dates }: ItemFacts): Json {
  return {
    address,
    ...(feed !== null && { title: feed }),
    item: {
      ...(title !== null && { title }),
      ...(author !== null && { author }),
      ...(published !== null && { published }),
      ...(source !== null && { source }),
      ...(!dates && { note: "all items of the feed have the same date: it dates none of them" }),
    },
  };
}

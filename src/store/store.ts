import type { Draft, LedgerEntry, Standing } from "../model/ledger.ts";
import type { KeyedRow, ReplayedTable } from "./rows.ts";
import type { Tables } from "./schema.ts";
import type { CorrectionValue, Fate, RecordValue } from "./values.ts";

/** Bytes that the ledger names by their hash, not in it. */
export interface Blob {
  readonly of: "captures" | "texts";
  readonly article: string;
  readonly sha256: string;
  /** Not compressed. */
  readonly bytes: Uint8Array;
}

/** Drafts that belong together: all are written or, where one of them is there already by its `once`, none. */
export interface Unit {
  readonly drafts: readonly Draft[];
  readonly blobs: readonly Blob[];
}

export type ArticleRow = Tables["articles"];
export type EditionRow = Omit<Tables["editions"], "fates" | "document"> & {
  readonly document: Record<string, unknown>;
  readonly fates: readonly Fate[];
};
export type SightRow = Omit<Tables["sights"], "circumstances"> & { readonly circumstances: Record<string, unknown> };
/** A statement or silence as it stands: what the machine read, with the decisions of people. */
export type RecordRow = Omit<Tables["records"], "record" | "machine" | "standing"> & {
  readonly standing: Standing;
  readonly record: Record<string, unknown>;
  /** What the machine had, where a person corrected it. */
  readonly machine: Partial<RecordValue> | null;
};
/** Addresses that one question about what is watched may name: asked for twice they still fit SQLite's 32,766 parameters. */
export const MOST_NAMED = 10_000;

/** Which of the watched are meant. */
export interface Due {
  /** Those a person named, with the items of their feeds; null for all. At most `MOST_NAMED`. */
  readonly named: readonly string[] | null;
  /** Hosts that are being asked now. */
  readonly hostsBusy: readonly string[];
  /** ISO 8601 in UTC; due by then. */
  readonly by: string;
  readonly limit: number;
}

/** One thing that is watched, and how it goes. */
export type WatchedRow = Omit<Tables["watched"], "facts"> & { readonly facts: Record<string, unknown> };
export type DecisionRow = Omit<Tables["decisions"], "value"> & { readonly value: Partial<CorrectionValue> };

/** What to look for. All that is given must hold. */
export interface Query {
  /** As typed: words, "phrases", begun*, -unwanted. */
  readonly words?: string;
  readonly kind?: "statement" | "silence";
  /** A name; all names filed as one with it count. */
  readonly speaker?: string;
  readonly channel?: string;
  readonly outlet?: string;
  readonly act?: string;
  readonly manner?: string;
  readonly standing?: Standing;
  readonly occasion?: string;
  /** First and last day, `2021-01-08`, `2021-01` or `2021`, both included; a record counts by the first day that is known of it. */
  readonly saidFrom?: string;
  readonly saidTo?: string;
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  readonly minConfidence?: number;
  readonly article?: string;
  /** "newest": by when it came into the archive; "said": by when it was said, the latest first. */
  readonly order?: "newest" | "said";
  /** At most this many, 1 to 500. */
  readonly limit?: number;
  /** From a page before. */
  readonly cursor?: string;
}

/** What records can be counted by. */
export type CountedField = "speaker" | "channel" | "outlet" | "act" | "standing" | "kind" | "occasion" | "month";

export interface Page<T> {
  readonly items: readonly T[];
  /** Leads to the next page; null on the last. */
  readonly cursor: string | null;
}

/** Hears how many entries are done, of how many. */
export type Told = (done: number, all: number) => void | Promise<void>;

/** How much an archive holds. */
export interface Size {
  readonly entries: number;
  readonly articles: number;
  readonly editions: number;
  readonly statements: number;
  readonly silences: number;
}

/**
 * Where an archive is kept. Every implementation passes the same suite (`test/store/stores.test.ts`). Calls may come from several
 * processes at once; what `append` has returned is safe from the death of the process.
 */
export interface Store {
  readonly kind: "sqlite" | "postgres";
  /** The file or the server, fit for messages. */
  readonly name: string;

  /**
   * Writes units in order, each whole or not at all, in one transaction. `at` is the time now, ISO 8601 in UTC. Returns the
   * entries written, for each unit; none for a unit that was there already.
   */
  append(units: readonly Unit[], at: string): Promise<readonly (readonly LedgerEntry[])[]>;
  /** Which of these keys the ledger has. */
  keysThere(keys: readonly string[]): Promise<ReadonlySet<string>>;
  head(): Promise<{ readonly seq: number; readonly hash: string }>;
  /** Entries with `seq` from `from` on, at most `limit`, in order. */
  entries(from: number, limit: number): Promise<readonly LedgerEntry[]>;
  /** Entries about one thing, in order. */
  entriesAbout(about: string): Promise<readonly LedgerEntry[]>;
  /** Writes entries of another archive as they are. Throws UserError where they do not continue the chain. */
  restore(entries: readonly LedgerEntry[], blobs: readonly Blob[]): Promise<void>;
  /** Reads the whole ledger and says what is wrong with its chain, or null. */
  checkLedger(told: Told): Promise<string | null>;
  /** What the database finds wrong with its file and its indexes, or null; a server answers for itself. */
  checkFile(): Promise<string | null>;
  /** All rows of a table that a replay makes, in the order of their keys. */
  rows(table: ReplayedTable): AsyncIterable<KeyedRow>;
  /** The words of the text index with sums over where they stand; null where the server answers for its index. */
  indexedWords(): AsyncIterable<KeyedRow> | null;
  /** Drops all tables a replay makes and makes them again from the ledger: whole or not at all. */
  rebuild(told: Told): Promise<void>;

  blob(of: Blob["of"], article: string, sha256: string): Promise<Uint8Array | null>;
  /** Hashes of the blobs of an article. */
  blobs(
    article: string,
  ): Promise<readonly { readonly of: Blob["of"]; readonly sha256: string; readonly size: number }[]>;

  /** Keeps the bytes of a report that waits to be read, under a key of the caller's; no entry of the ledger names them. */
  keepWaiting(key: string, bytes: Uint8Array): Promise<void>;
  waiting(key: string): Promise<Uint8Array | null>;
  dropWaiting(key: string): Promise<void>;

  /** What is due to be looked at. */
  dueWatched(due: Due): Promise<readonly WatchedRow[]>;
  /** When the next is due after a moment, ISO 8601 in UTC; null where nothing is. */
  nextWatched(which: Pick<Due, "named"> & { readonly after: string }): Promise<string | null>;
  watched(addresses: readonly string[]): Promise<readonly WatchedRow[]>;
  /** What a feed named, or with null what people named. */
  watchedIn(feed: string | null): Promise<readonly WatchedRow[]>;
  /** Writes where watching stands, all of it or nothing; no address twice. */
  keepWatched(rows: readonly WatchedRow[]): Promise<void>;
  dropWatched(addresses: readonly string[]): Promise<void>;

  articleAt(address: string): Promise<string | null>;
  articleWithBody(body: string): Promise<string | null>;
  /** Articles that share a band, at most 50, with how many they share, most first. */
  articlesInBands(bands: readonly string[]): Promise<readonly { readonly article: string; readonly shared: number }[]>;
  article(article: string): Promise<ArticleRow | null>;
  articles(options: {
    readonly limit?: number;
    readonly cursor?: string;
    readonly outlet?: string;
  }): Promise<Page<ArticleRow>>;
  repeatsOf(article: string): Promise<readonly ArticleRow[]>;
  editions(article: string): Promise<readonly EditionRow[]>;
  sights(article: string): Promise<readonly SightRow[]>;
  /** The record `ARTICLE.ID`, or null. */
  record(id: string): Promise<RecordRow | null>;
  recordsOf(article: string): Promise<readonly RecordRow[]>;
  /** Full names of records, `ARTICLE.ID`, whose two halves begin so ("" begins all), in order, at most `limit`. */
  idsBeginning(article: string, id: string, limit: number): Promise<readonly string[]>;
  decisions(id: string): Promise<readonly DecisionRow[]>;

  find(query: Query): Promise<Page<RecordRow>>;
  /** The values of a field with how many records have them, most first, at most `limit`; a month is that in which it was said. */
  counts(
    field: CountedField,
    query: Query,
    limit: number,
  ): Promise<readonly { readonly value: string; readonly n: number }[]>;
  /** The names filed as one with this one, itself first. */
  namesOf(name: string): Promise<readonly string[]>;
  size(): Promise<Size>;
  close(): Promise<void>;
}

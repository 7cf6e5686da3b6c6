import type { Draft, LedgerEntry, Standing } from "../model/ledger.ts";
import type { Accounts } from "./accounts.ts";
import type { Proposals } from "./proposals.ts";
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
  /** Who found a silence. */
  readonly noticed?: string;
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
  /** Look through so many records at most, 20,000 unless said: a page may then end early, with a cursor to go on from. */
  readonly lookThrough?: number;
}

/** What records can be counted by. */
export type CountedField = "speaker" | "channel" | "outlet" | "act" | "standing" | "kind" | "occasion" | "month";

export interface Page<T> {
  readonly items: readonly T[];
  /** Leads to the next page; null on the last. */
  readonly cursor: string | null;
  /** Set where the page ended early: so many records were looked through, and there are others behind the cursor. */
  readonly lookedThrough?: number;
}

/** Hears how many entries are done, of how many. */
export type Told = (done: number, all: number) => void | Promise<void>;

/** What is counted of a record, without its words. */
export type Glanced = Pick<
  RecordRow,
  "kind" | "standing" | "speaker" | "channel" | "outlet" | "act" | "occasion" | "uttered"
>;
/** A quick look at what a query finds. */
export interface Glance {
  readonly rows: readonly Glanced[];
  /** Set where there may be more behind them: so many records were looked through, and others were not. */
  readonly lookedThrough?: number;
}

/** An entry of the ledger that a person made, without its value. */
export type DecidedRow = Pick<LedgerEntry, "seq" | "at" | "by" | "about" | "cause"> & { readonly act: string };

/**
 * Entries that wait for somebody. "candidates": nobody has decided on them. "second": one person has, and it was not `reader`.
 * "differing": people decided differently, and nobody has settled it.
 */
export type Queue =
  | { readonly of: "candidates"; readonly article?: string }
  | { readonly of: "second"; readonly reader: string }
  | { readonly of: "differing" };

/** A part of a list. */
export interface Part {
  /** At most this many, 1 to 500. */
  readonly limit?: number;
  /** From a page before. */
  readonly cursor?: string;
}

/** A capture with the article it is of. */
export type CaptureRow = SightRow & { readonly title: string | null; readonly outlet: string | null };

/** A name that is filed under another one, and the entry of the ledger that did it. */
export type FiledRow = Tables["names"];

/** What those who tend an archive ask of it. */
export interface Desk {
  /** What waits, first what a decision is worth most on; those that differ, the newest first. */
  queue(queue: Queue, part: Part): Promise<Page<RecordRow>>;
  /** How many wait, counted up to `most`. */
  queueLength(queue: Queue, most: number): Promise<number>;
  /** Statements that hang on a condition and were not taken back, the newest first. `mover` as it stands in the rows. */
  conditions(which: { readonly acts?: readonly string[]; readonly mover?: string } & Part): Promise<Page<RecordRow>>;
  /** Who is waited for in the conditions of the newest `among` such statements, the most first. */
  movers(among: number): Promise<readonly { readonly value: string; readonly n: number }[]>;
  /** The newest first. */
  captures(part: Part): Promise<Page<CaptureRow>>;
  /** What is watched and failed when it was last asked for, the last asked first. */
  failing(part: Part): Promise<Page<WatchedRow>>;
  /** What a feed named, or with null what people named, by address. */
  watchedPage(feed: string | null, part: Part): Promise<Page<WatchedRow>>;
  /** How many addresses a feed named and how many of them fail, of the first `among`. */
  itemsOf(feed: string, among: number): Promise<{ readonly items: number; readonly failing: number }>;
  /** The different names of speakers behind `after`, in the order of their bytes, each with the kind of speaker it is first found as. */
  speakers(after: string, limit: number): Promise<readonly { readonly name: string; readonly kind: string }[]>;
  /** How many entries stand under a speaker's name, those that were taken back as well, counted up to `most`. */
  spokenBy(name: string, most: number): Promise<number>;
  /** Names that are filed under others, in the order of those. */
  filed(part: Part): Promise<Page<FiledRow>>;
}

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
  /** Users, their sessions and tokens, saved searches: beside the record, no part of it. */
  readonly accounts: Accounts;
  /** What waits for a decision, hangs on a condition, came in, fails. */
  readonly desk: Desk;
  /** What assistants would have decided: beside the record, no part of it. */
  readonly proposals: Proposals;

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
  /** Its sights at one address, of entries before `before`, the last first, at most `limit`. */
  sightsAt(article: string, address: string, before: number, limit: number): Promise<readonly SightRow[]>;
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
  /** What is counted of the records that a query finds, the newest first whatever its order, at most `most`: one quick look however much there is. */
  glance(query: Query, most: number): Promise<Glance>;
  /** The first page of what a query finds, the newest first, and a glance at what there is, in one look. */
  overview(query: Omit<Query, "order" | "cursor">, most: number): Promise<{ page: Page<RecordRow>; glance: Glance }>;
  /** The values of a field in the whole archive, retracted records among them, with how many have each, most first. */
  valuesOf(
    field: "speaker" | "channel" | "outlet" | "occasion",
    limit: number,
  ): Promise<readonly { readonly value: string; readonly n: number }[]>;
  /** How many records in the whole archive have these values of a field, retracted ones among them; values none has are left out. */
  timesOf(
    field: "speaker" | "channel" | "outlet" | "occasion",
    values: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /** What people decided lately, about records and names, the last first. */
  decidedLately(limit: number): Promise<readonly DecidedRow[]>;
  /** The names filed as one with this one, itself first. */
  namesOf(name: string): Promise<readonly string[]>;
  size(): Promise<Size>;
  close(): Promise<void>;
}

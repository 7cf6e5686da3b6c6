import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import { type Accounts, accountsIn } from "./accounts.ts";
import { type Proposals, proposalsIn } from "./proposals.ts";
import { apply } from "./apply.ts";
import { deskOf } from "./desk.ts";
import * as blobs from "./blobs.ts";
import { faultOfEntry } from "./chain.ts";
import { find, counts } from "./find.ts";
import { decidedLately, glance, overview } from "./glance.ts";
import {
  type Link,
  type Written,
  chained,
  checkedEntries,
  entryOf,
  headOf,
  keysThere,
  lockedHead,
  writeEntries,
  written,
} from "./ledger.ts";
import * as queries from "./queries.ts";
import { rebuild } from "./rebuild.ts";
import { type KeyedRow, type ReplayedTable, indexedWords, rowsOf } from "./rows.ts";
import type { Database, Kind } from "./schema.ts";
import type { Blob, Desk, Due, Page, Query, RecordRow, Size, Store, Told, Unit, WatchedRow } from "./store.ts";
import { size, timesOf, valuesOf } from "./tallies.ts";
import type { TextIndex } from "./textIndex.ts";
import * as watching from "./watched.ts";

/** An archive in a database that Kysely speaks to: SQLite and PostgreSQL differ only in their kind and their text index. */
export class SqlStore implements Store {
  readonly #db: Database;
  readonly #kind: Kind;
  readonly #index: TextIndex;
  readonly name: string;
  readonly accounts: Accounts;
  readonly desk: Desk;
  readonly proposals: Proposals;

  /** `db` has the tables already, see `openTables`. */
  constructor(db: Database, kind: Kind, index: TextIndex, name: string) {
    this.#db = db;
    this.#kind = kind;
    this.#index = index;
    this.name = name;
    this.accounts = accountsIn(db, kind);
    this.desk = deskOf(db, kind);
    this.proposals = proposalsIn(db);
  }

  get kind(): Kind["name"] {
    return this.#kind.name;
  }

  async append(units: readonly Unit[], at: string): Promise<readonly (readonly LedgerEntry[])[]> {
    if (units.length === 0) return [];
    const packed = await Promise.all(units.map((unit) => blobs.packed(unit.blobs)));
    return this.#db.transaction().execute(async (change) => {
      let head = await lockedHead(change, this.#kind);
      const keys = units.flatMap(({ drafts }) => drafts.flatMap(({ once }) => once ?? []));
      const there = await keysThere(change, keys);
      const all: Written[] = [];
      const kept: blobs.Packed[] = [];
      const result = units.map(({ drafts }, i) => {
        if (drafts.some(({ once }) => once !== null && there.has(once))) return [];
        for (const { once } of drafts) if (once !== null) there.add(once);
        const entries = chained(drafts, head, at);
        head = entries.at(-1)?.entry ?? head;
        all.push(...entries);
        kept.push(...(packed[i] as blobs.Packed[]));
        return entries.map(({ entry }) => entry);
      });
      await blobs.keepBlobs(change, kept);
      await writeEntries(change, all);
      await apply(change, result.flat(), this.#kind, this.#index);
      return result;
    });
  }

  keysThere(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return keysThere(this.#db, keys);
  }

  head(): Promise<Link> {
    return headOf(this.#db);
  }

  async entries(from: number, limit: number): Promise<readonly LedgerEntry[]> {
    const rows = await this.#db
      .selectFrom("ledger")
      .selectAll()
      .where("seq", ">=", from)
      .orderBy("seq")
      .limit(limit)
      .execute();
    return rows.map(entryOf);
  }

  async entriesAbout(about: string): Promise<readonly LedgerEntry[]> {
    const rows = await this.#db.selectFrom("ledger").selectAll().where("about", "=", about).orderBy("seq").execute();
    return rows.map(entryOf);
  }

  async checkLedger(told: Told): Promise<string | null> {
    const { seq: all } = await this.head();
    let done = 0;
    try {
      for await (const entries of checkedEntries(this.#db)) await told((done += entries.length), all);
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return null;
  }

  async checkFile(): Promise<string | null> {
    if (this.#kind.name !== "sqlite") return null;
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(this.#db);
    const told = rows[0]?.integrity_check ?? "";
    return told === "ok" ? null : told;
  }

  rows(table: ReplayedTable): AsyncIterable<KeyedRow> {
    return rowsOf(this.#db, table);
  }

  indexedWords(): AsyncIterable<KeyedRow> | null {
    return this.#kind.name === "sqlite" ? indexedWords(this.#db) : null;
  }

  async restore(entries: readonly LedgerEntry[], all: readonly Blob[]): Promise<void> {
    const packed = await blobs.packed(all);
    const texts = entries.map(written);
    await this.#db.transaction().execute(async (change) => {
      let head = await lockedHead(change, this.#kind);
      for (const { entry, text } of texts) {
        const fault = faultOfEntry({ ...entry, value: text }, head);
        if (fault !== null) throw new UserError(`these entries do not continue the ledger: ${fault}`);
        head = entry;
      }
      await blobs.keepBlobs(change, packed);
      await writeEntries(change, texts);
      await apply(
        change,
        texts.map(({ entry }) => entry),
        this.#kind,
        this.#index,
      );
    });
  }

  rebuild(told: Told): Promise<void> {
    return rebuild(this.#db, this.#kind, this.#index, told);
  }

  blob(...which: Parameters<Store["blob"]>): ReturnType<Store["blob"]> {
    return blobs.blob(this.#db, ...which);
  }

  blobs(article: string): ReturnType<Store["blobs"]> {
    return blobs.blobs(this.#db, article);
  }

  keepWaiting(key: string, bytes: Uint8Array): Promise<void> {
    return blobs.keepWaiting(this.#db, key, bytes);
  }

  waiting(key: string): Promise<Uint8Array | null> {
    return blobs.waiting(this.#db, key);
  }

  dropWaiting(key: string): Promise<void> {
    return blobs.dropWaiting(this.#db, key);
  }

  dueWatched(due: Due): Promise<readonly WatchedRow[]> {
    return watching.dueWatched(this.#db, due);
  }

  nextWatched(which: Parameters<Store["nextWatched"]>[0]): Promise<string | null> {
    return watching.nextWatched(this.#db, which);
  }

  watched(addresses: readonly string[]): Promise<readonly WatchedRow[]> {
    return watching.watched(this.#db, addresses);
  }

  watchedIn(feed: string | null): Promise<readonly WatchedRow[]> {
    return watching.watchedIn(this.#db, feed);
  }

  keepWatched(rows: readonly WatchedRow[]): Promise<void> {
    return watching.keepWatched(this.#db, rows);
  }

  dropWatched(addresses: readonly string[]): Promise<void> {
    return watching.dropWatched(this.#db, addresses);
  }

  articleAt(address: string): Promise<string | null> {
    return queries.articleAt(this.#db, address);
  }

  articleWithBody(body: string): Promise<string | null> {
    return queries.articleWithBody(this.#db, body);
  }

  articlesInBands(bands: readonly string[]): ReturnType<Store["articlesInBands"]> {
    return queries.articlesInBands(this.#db, bands);
  }

  article(article: string): ReturnType<Store["article"]> {
    return queries.article(this.#db, article);
  }

  articles(options: Parameters<Store["articles"]>[0]): ReturnType<Store["articles"]> {
    return queries.articles(this.#db, options);
  }

  repeatsOf(article: string): ReturnType<Store["repeatsOf"]> {
    return queries.repeatsOf(this.#db, article);
  }

  editions(article: string): ReturnType<Store["editions"]> {
    return queries.editions(this.#db, article);
  }

  sights(article: string): ReturnType<Store["sights"]> {
    return queries.sights(this.#db, article);
  }

  sightsAt(...which: Parameters<Store["sightsAt"]>): ReturnType<Store["sightsAt"]> {
    return queries.sightsAt(this.#db, ...which);
  }

  record(id: string): ReturnType<Store["record"]> {
    return queries.record(this.#db, id);
  }

  recordsOf(article: string): ReturnType<Store["recordsOf"]> {
    return queries.recordsOf(this.#db, article);
  }

  idsBeginning(...which: Parameters<Store["idsBeginning"]>): ReturnType<Store["idsBeginning"]> {
    return queries.idsBeginning(this.#db, ...which);
  }

  decisions(id: string): ReturnType<Store["decisions"]> {
    return queries.decisions(this.#db, id);
  }

  find(query: Query): Promise<Page<RecordRow>> {
    return find(this.#db, this.#index, query);
  }

  counts(...[field, query, limit]: Parameters<Store["counts"]>): ReturnType<Store["counts"]> {
    return counts(this.#db, this.#index, field, query, limit);
  }

  glance(...which: Parameters<Store["glance"]>): ReturnType<Store["glance"]> {
    return glance(this.#db, this.#index, ...which);
  }

  overview(...which: Parameters<Store["overview"]>): ReturnType<Store["overview"]> {
    return overview(this.#db, this.#index, ...which);
  }

  valuesOf(...which: Parameters<Store["valuesOf"]>): ReturnType<Store["valuesOf"]> {
    return valuesOf(this.#db, ...which);
  }

  timesOf(...which: Parameters<Store["timesOf"]>): ReturnType<Store["timesOf"]> {
    return timesOf(this.#db, ...which);
  }

  decidedLately(limit: number): ReturnType<Store["decidedLately"]> {
    return decidedLately(this.#db, limit);
  }

  namesOf(name: string): Promise<readonly string[]> {
    return queries.namesOf(this.#db, name);
  }

  size(): Promise<Size> {
    return size(this.#db);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

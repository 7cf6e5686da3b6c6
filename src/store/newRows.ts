import type { Transaction } from "kysely";
import { chunks } from "./chunks.ts";
import { inserted } from "./inserted.ts";
import type { Kind, Tables } from "./schema.ts";
import { Tally } from "./tally.ts";
import type { TextIndex } from "./textIndex.ts";

/** Rows of records that are gathered before they are written. */
const ENOUGH = 2_000;

/** Rows that are written together. */
type Gathered = {
  readonly [
    T in "articles" | "sights" | "editions" | "records" | "addresses" | "bodies" | "bands"
  ]: readonly Tables[T][];
};

/** Rows of new articles, gathered to be written in few statements. */
export class NewRows {
  articles = new Map<string, Tables["articles"]>();
  sights: Tables["sights"][] = [];
  editions: Tables["editions"][] = [];
  records: Tables["records"][] = [];
  addresses: Tables["addresses"][] = [];
  bodies: Tables["bodies"][] = [];
  bands: Tables["bands"][] = [];
  /** Of what comes with these rows, and of what went for them. */
  readonly tally = new Tally();
  #underWay: Promise<void> = Promise.resolve();
  readonly #change: Transaction<Tables>;
  readonly #kind: Kind;
  readonly #index: TextIndex;

  constructor(change: Transaction<Tables>, kind: Kind, index: TextIndex) {
    this.#change = change;
    this.#kind = kind;
    this.#index = index;
  }

  get full(): boolean {
    return this.records.length >= ENOUGH || this.sights.length >= ENOUGH;
  }

  /** Begins to write what was gathered, when all begun before is written: a server works at it while more is gathered. */
  async begin(): Promise<void> {
    await this.#underWay;
    if (this.articles.size > 0) this.tally.add("held", "articles", this.articles.size);
    if (this.editions.length > 0) this.tally.add("held", "editions", this.editions.length);
    this.tally.records(this.records, 1);
    const { articles, sights, editions, records, addresses, bodies, bands } = this;
    this.articles = new Map();
    [this.sights, this.editions, this.records, this.addresses, this.bodies, this.bands] = [[], [], [], [], [], []];
    this.#underWay = this.#written({
      articles: [...articles.values()],
      sights,
      editions,
      records,
      addresses,
      bodies,
      bands,
    });
    // Whoever waits for it next is told what went wrong.
    this.#underWay.catch(() => {});
  }

  /** Writes what was gathered. Must come before anything that reads or changes rows that may be among them. */
  async write(): Promise<void> {
    await this.begin();
    await this.#underWay;
    await this.tally.write(this.#change);
  }

  async #written(rows: Gathered): Promise<void> {
    await this.#insert("articles", rows.articles);
    await this.#insert("sights", rows.sights);
    await this.#insert("editions", rows.editions);
    await this.#insert(
      "records",
      rows.records.map((row) => ({ ...row, ...this.#index.columns(row.words) })),
    );
    for (const some of chunks(rows.records)) await this.#index.add(this.#change, some);
    // The first article at an address, and the first with a body, keeps it.
    await this.#insert("addresses", rows.addresses, true);
    await this.#insert("bodies", rows.bodies, true);
    await this.#insert("bands", rows.bands, true);
  }

  #insert(table: keyof Tables, rows: readonly object[], onlyNew = false): Promise<void> {
    return inserted(this.#change, this.#kind, table, rows, onlyNew);
  }
}

/** A row that both databases take: PostgreSQL's text has no place for U+0000. */
export function textsKept<T extends object>(row: T): T {
  const kept = Object.entries(row).map(([key, value]): [string, unknown] => [
    key,
    typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value,
  ]);
  return Object.fromEntries(kept) as T;
}

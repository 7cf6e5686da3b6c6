import type { Transaction } from "kysely";
import { chunks } from "./chunks.ts";
import { inserted } from "./inserted.ts";
import type { Kind, Tables } from "./schema.ts";
import { Tally } from "./tally.ts";
import type { TextIndex } from "./textIndex.ts";

/** Rows of records that are gathered before they are written. */
const ENOUGH = 2_000;

/** Rows of new articles, gathered to be written in few statements. */
export class NewRows {
  readonly articles = new Map<string, Tables["articles"]>();
  readonly sights: Tables["sights"][] = [];
  readonly editions: Tables["editions"][] = [];
  readonly records: Tables["records"][] = [];
  readonly addresses: Tables["addresses"][] = [];
  readonly bodies: Tables["bodies"][] = [];
  readonly bands: Tables["bands"][] = [];
  /** Of what comes with these rows, and of what went for them. */
  readonly tally = new Tally();
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

  /** Writes what was gathered. Must come before anything that reads or changes rows that may be among them. */
  async write(): Promise<void> {
    if (this.articles.size > 0) this.tally.add("held", "articles", this.articles.size);
    if (this.editions.length > 0) this.tally.add("held", "editions", this.editions.length);
    this.tally.records(this.records, 1);
    await this.tally.write(this.#change);
    await this.#insert("articles", [...this.articles.values()]);
    this.articles.clear();
    await this.#insert("sights", this.sights);
    await this.#insert("editions", this.editions);
    await this.#insert(
      "records",
      this.records.map((row) => ({ ...row, ...this.#index.columns(row.words) })),
    );
    for (const some of chunks(this.records)) await this.#index.add(this.#change, some);
    // The first article at an address, and the first with a body, keeps it.
    await this.#insert("addresses", this.addresses, true);
    await this.#insert("bodies", this.bodies, true);
    await this.#insert("bands", this.bands, true);
    for (const rows of [this.sights, this.editions, this.records, this.addresses, this.bodies, this.bands])
      rows.length = 0;
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

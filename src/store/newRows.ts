import type { Transaction } from "kysely";
import { chunks } from "./chunks.ts";
import { inserted, insertedTogether } from "./inserted.ts";
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
  readonly #together: boolean;

  /** `together`: a server is given the rows for all tables in one statement, which a cluster does not take. */
  constructor(change: Transaction<Tables>, kind: Kind, index: TextIndex, together = false) {
    this.#change = change;
    this.#kind = kind;
    this.#index = index;
    this.#together = together;
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
    const records = rows.records.map((row) => ({ ...row, ...this.#index.columns(row.words) }));
    // The first article at an address, and the first with a body, keeps it.
    const all = [
      { table: "articles", rows: rows.articles, onlyNew: false },
      { table: "sights", rows: rows.sights, onlyNew: false },
      { table: "editions", rows: rows.editions, onlyNew: false },
      { table: "records", rows: records, onlyNew: false },
      { table: "addresses", rows: rows.addresses, onlyNew: true },
      { table: "bodies", rows: rows.bodies, onlyNew: true },
      { table: "bands", rows: rows.bands, onlyNew: true },
    ] as const;
    if (this.#together) await insertedTogether(this.#change, all);
    else
      for (const { table, rows: some, onlyNew } of all) await inserted(this.#change, this.#kind, table, some, onlyNew);
    for (const some of chunks(rows.records)) await this.#index.add(this.#change, some);
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

import type { RawBuilder, Transaction } from "kysely";
import type { Filter } from "./filters.ts";
import type { Database, Tables } from "./schema.ts";
import type { SearchWord } from "./searchWords.ts";

/** In which order rows are asked for: those that came last, or those said last. */
export type Order = "newest" | "said";

/** Where a row stands in an order. `uttered` is "" where the order does not go by it. */
export interface Standpoint {
  readonly uttered: string;
  readonly place: number;
}

/** What is looked for among the records. */
export interface Sought {
  readonly filters: readonly Filter[];
  readonly words: readonly SearchWord[];
  readonly order: Order;
  /** Only what comes behind this. */
  readonly behind: Standpoint | null;
  readonly limit: number;
  /** No more rows than this are looked through. */
  readonly lookThrough: number;
}

export interface Edge extends Standpoint {
  readonly lookedThrough: number;
}

export type RecordColumn = keyof Tables["records"];

export interface Sighted<C extends RecordColumn> {
  /** In the order asked for. */
  readonly rows: readonly (Pick<Tables["records"], C> & Standpoint)[];
  /** The last row that was looked at and how many were, where there are others behind it; null where there are none. */
  readonly edge: Edge | null;
}

type Placed = Pick<Tables["records"], "place" | "words">;

/** Finding records by their words, never stemmed; see `tokensOf` for what is one word. */
export interface TextIndex {
  create(db: Database): Promise<void>;
  /** Makes what is quicker to make when the rows are there. */
  createIndexes(db: Database): Promise<void>;
  drop(db: Database): Promise<void>;
  /** Columns of a row of `records` that the index adds. */
  columns(words: string): Record<string, unknown>;
  add(change: Transaction<Tables>, rows: readonly Placed[]): Promise<void>;
  remove(change: Transaction<Tables>, rows: readonly Placed[]): Promise<void>;
  /** The records that have the words and pass the filters, found in the way that is quickest for the order. */
  look<C extends RecordColumn>(db: Database, sought: Sought, columns: readonly C[]): Promise<Sighted<C>>;
  /** The values of an expression on `records` with how many records that are looked for have them, most first. */
  count(
    db: Database,
    sought: Pick<Sought, "filters" | "words">,
    counted: RawBuilder<string | null>,
    limit: number,
  ): Promise<readonly { readonly value: string; readonly n: number }[]>;
}

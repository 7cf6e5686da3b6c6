import type { RawBuilder, SelectQueryBuilder, Transaction } from "kysely";
import type { Filter } from "./filters.ts";
import type { Database, Tables } from "./schema.ts";
import type { SearchWord } from "./searchWords.ts";

/** In which order the rows will be asked for: those that came last, those said last, or in none. */
export type Order = "newest" | "said" | "none";

export interface Selected {
  readonly select: SelectQueryBuilder<Tables, "records", object>;
  /** The place of a record and the day it was said, as this selection is to be put in order by. */
  readonly place: RawBuilder<number>;
  readonly uttered: RawBuilder<string>;
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
  select(db: Database, filters: readonly Filter[], words: readonly SearchWord[], order: Order): Promise<Selected>;
}

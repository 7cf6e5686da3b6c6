import type { CountedField, Glance, Query, Store } from "../../store/store.ts";
import type { NameThere } from "../named.ts";
import { countedBy } from "./tally.ts";

/** What is counted looks at so many, the newest. */
const MOST = 20_000;

export interface CountsView {
  /** The values with how many have each, most first. */
  readonly items: readonly NameThere[];
  /** How many records were counted. */
  readonly of: number;
  /** Whether there may be more, which were not counted. */
  readonly more: boolean;
}

/** Counts what a query finds by one field; of very much only the newest. */
export async function countsView(store: Store, by: CountedField, query: Query, limit: number): Promise<CountsView> {
  const { rows, lookedThrough } = await store.glance(query, MOST + 1);
  const counted = rows.slice(0, MOST);
  return {
    items: countedBy(counted, (row) => valueOf(row, by)).slice(0, limit),
    of: counted.length,
    more: rows.length > MOST || lookedThrough !== undefined,
  };
}

function valueOf(row: Glance["rows"][number], by: CountedField): string | null {
  return by === "month" ? (row.uttered?.slice(0, 7) ?? null) : row[by];
}

import type { Standing } from "../../model/ledger.ts";
import type { Glance, Query, Store } from "../../store/store.ts";
import type { NameThere } from "../named.ts";

/** What is counted looks at so many, the newest; beyond that numbers are said to be of these. */
export const MOST_TALLIED = 5_000;

export interface Tally {
  /** How many were counted. */
  readonly of: number;
  /** Whether there are more, which were not counted. */
  readonly more: boolean;
  /** Set where looking ended before all that may be found was looked through: so many records were. */
  readonly lookedThrough: number | null;
  readonly kinds: readonly NameThere[];
  readonly standings: readonly NameThere[];
  readonly acts: readonly NameThere[];
  readonly speakers: readonly NameThere[];
  readonly channels: readonly NameThere[];
  readonly outlets: readonly NameThere[];
  /** By the month in which they were said, the first one first; those known by year alone under their year. */
  readonly months: readonly { readonly month: string; readonly standing: Standing; readonly n: number }[];
  readonly undated: number;
}

/** Counts what a query finds by what it is; of very much only the newest. */
export async function tally(store: Store, query: Query): Promise<Tally> {
  const { cursor: _, limit: __, ...whole } = query;
  const own = lately.get(store) ?? new Map<string, Tally>();
  lately.set(store, own);
  const key = `${(await store.head()).hash} ${JSON.stringify(whole)}`;
  const known = own.get(key);
  if (known) return known;
  const counted = tallyOf(await store.glance(whole, MOST_TALLIED + 1));
  own.set(key, counted);
  if (own.size > LATELY) own.delete(own.keys().next().value as string);
  return counted;
}

/** What was counted last, by the head of the ledger and the query: whoever turns the pages of a list has the same counts on each. */
const lately = new WeakMap<Store, Map<string, Tally>>();
const LATELY = 32;

/** The same of rows that are at hand: all there are, or more than are counted. */
export function tallyOf({ rows: all, lookedThrough }: Glance): Tally {
  const rows = all.slice(0, MOST_TALLIED);
  const by = (value: (row: Glance["rows"][number]) => string | null): NameThere[] => countedBy(rows, value);
  const months = countedBy(rows, ({ uttered, standing }) =>
    uttered === null ? null : `${uttered.slice(0, 7)} ${standing}`,
  ).map(({ value, n }) => {
    const [month = "", standing] = value.split(" ");
    return { month, standing: standing as Standing, n };
  });
  return {
    of: rows.length,
    more: all.length > rows.length || lookedThrough !== undefined,
    lookedThrough: all.length > rows.length ? null : (lookedThrough ?? null),
    kinds: by(({ kind }) => kind),
    standings: by(({ standing }) => standing),
    acts: by(({ act }) => act),
    speakers: by(({ speaker }) => speaker || null),
    channels: by(({ channel }) => channel),
    outlets: by(({ outlet }) => outlet),
    months: months.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    undated: rows.filter(({ uttered, kind }) => uttered === null && kind === "statement").length,
  };
}

/** Values with how many rows have each, most first. */
export function countedBy<Row>(rows: readonly Row[], value: (row: Row) => string | null): NameThere[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = value(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts, ([key, n]) => ({ value: key, n })).sort(
    (a, b) => b.n - a.n || (a.value < b.value ? -1 : 1),
  );
}

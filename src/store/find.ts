import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import type { Filter } from "./filters.ts";
import { cursorBehind, cursorOf, mostOf, paged } from "./pages.ts";
import { namesOf, rowOf } from "./queries.ts";
import { type Database, RECORD_COLUMNS } from "./schema.ts";
import { type SearchWord, wordsOf } from "./searchWords.ts";
import type { Page, Query, RecordRow, Store } from "./store.ts";
import type { Edge, Order, RecordColumn, Sighted, Standpoint, TextIndex } from "./textIndex.ts";

/** More rows than this are not looked through at once, unless the caller says so. */
const LOOK_THROUGH = 20_000;

export async function find(db: Database, index: TextIndex, query: Query): Promise<Page<RecordRow>> {
  const most = mostOf(query.limit);
  const said = query.order === "said";
  const { rows, edge } = await looked(db, index, query, most + 1, RECORD_COLUMNS);
  return pageOf(rows.map(rowOf), edge, most, said);
}

/** Rows, one more than the page where there is a next one, as a page; down to an edge where looking ended before. */
export function pageOf(rows: readonly RecordRow[], edge: Edge | null, most: number, said: boolean): Page<RecordRow> {
  const key = ({ uttered, place }: { uttered: string | null; place: number }): string[] =>
    said ? [uttered ?? "", String(place)] : [String(place)];
  if (edge === null || rows.length > most) return paged(rows, most, key);
  return { items: rows, cursor: cursorBehind(key(edge)), lookedThrough: edge.lookedThrough };
}

/**
 * What a query finds, in its order, at most `limit` rows of it. The names of a person are looked for one by one: each then comes
 * in order from its index. Where one of them was not looked through to its end, all end where that one did.
 */
export async function looked<C extends RecordColumn>(
  db: Database,
  index: TextIndex,
  query: Query,
  limit: number,
  columns: readonly C[],
  order: Order = query.order ?? "newest",
): Promise<Sighted<C>> {
  const filters = filtersOf(query);
  if (query.order === "said") filters.push({ field: "uttered", op: ">", value: "" });
  const words = searchedWords(query);
  const behind = query.cursor === undefined ? null : standpointOf(query.cursor, order);
  const names = query.speaker === undefined ? [null] : await namesOf(db, query.speaker);
  const lookThrough = Math.max(1, query.lookThrough ?? LOOK_THROUGH);
  const all: Sighted<C>[] = [];
  for (const name of names) {
    const own = name === null ? filters : [...filters, { field: "speaker", op: "=", value: name } as const];
    all.push(await index.look(db, { filters: own, words, order, behind, limit, lookThrough }, columns));
  }
  const [only] = all;
  if (only && all.length === 1) return only;
  const edge = all.flatMap((one) => one.edge ?? []).toSorted((a, b) => compared(a, b, order))[0] ?? null;
  const rows = all.flatMap((one) => one.rows).filter((row) => edge === null || compared(row, edge, order) <= 0);
  const first = rows.toSorted((a, b) => compared(a, b, order)).slice(0, limit);
  return { rows: first, edge: first.length === limit ? null : edge };
}

export async function counts(
  db: Database,
  index: TextIndex,
  ...[field, query, limit]: Parameters<Store["counts"]>
): ReturnType<Store["counts"]> {
  const filters = filtersOf(query);
  if (query.speaker !== undefined)
    filters.push({ field: "speaker", op: "in", value: await namesOf(db, query.speaker) });
  const counted =
    field === "month" ? sql<string>`substr(records.uttered, 1, 7)` : sql<string>`${sql.ref(`records.${field}`)}`;
  return index.count(db, { filters, words: searchedWords(query) }, counted, limit);
}

/** All that must hold, but for the words and the names of the speaker. */
function filtersOf(query: Query): Filter[] {
  const filters: Filter[] = [];
  const add = (field: Filter["field"], op: Filter["op"], value: Filter["value"] | undefined): void => {
    if (value !== undefined) filters.push({ field, op, value });
  };
  add("standing", query.standing === undefined ? "!=" : "=", query.standing ?? "retracted");
  for (const field of ["kind", "channel", "outlet", "noticed", "act", "manner", "occasion", "article"] as const)
    add(field, "=", query[field]);
  add("confidence", ">=", query.minConfidence);
  add("uttered", ">=", query.saidFrom && beginningOf(query.saidFrom));
  add("uttered", "<=", query.saidTo && endOf(query.saidTo));
  add("published", ">=", query.publishedFrom && beginningOf(query.publishedFrom));
  add("published", "<=", query.publishedTo && endOf(query.publishedTo));
  return filters;
}

function searchedWords({ words: typed }: Query): readonly SearchWord[] {
  if (typed === undefined || typed.trim() === "") return [];
  const words = wordsOf(typed);
  if (words.length === 0) throw new UserError(`“${typed}” has no word to look for`, 2);
  return words;
}

/** Where a cursor of a list leads behind. */
function standpointOf(cursor: string, order: Order): Standpoint {
  const key = cursorOf(cursor, order === "said" ? 2 : 1);
  const place = Number(key.at(-1));
  if (!Number.isSafeInteger(place)) throw new UserError("this is no cursor of this list", 2);
  return { uttered: order === "said" ? (key[0] as string) : "", place };
}

/** A month or a year that is all one knows sorts before its first day, and is meant with it. */
function beginningOf(date: string): string {
  return date.replace(/(?:-01)+$/, "");
}

/** All EDTF values that begin with the date sort before this. */
function endOf(date: string): string {
  return `${date}\uffff`;
}

/** Below nought where the first comes before the second in an order. */
function compared(
  a: { readonly uttered: string | null; readonly place: number },
  b: { readonly uttered: string | null; readonly place: number },
  order: Order,
): number {
  const [x, y] = order === "said" ? [a.uttered ?? "", b.uttered ?? ""] : ["", ""];
  return x === y ? b.place - a.place : x > y ? -1 : 1;
}

import { type RawBuilder, type SqlBool, sql } from "kysely";
import { UserError } from "../model/errors.ts";
import type { Filter } from "./filters.ts";
import { cursorOf, mostOf, paged } from "./pages.ts";
import { namesOf, rowOf } from "./queries.ts";
import { type Database, RECORD_COLUMNS, type Tables } from "./schema.ts";
import { type SearchWord, wordsOf } from "./searchWords.ts";
import type { Page, Query, RecordRow, Store } from "./store.ts";
import type { Selected, TextIndex } from "./textIndex.ts";

export async function find(db: Database, index: TextIndex, query: Query): Promise<Page<RecordRow>> {
  const most = mostOf(query.limit);
  const said = query.order === "said";
  const filters = filtersOf(query);
  if (said) filters.push({ field: "uttered", op: ">", value: "" });
  const words = searchedWords(query);
  const after = query.cursor === undefined ? null : cursorOf(query.cursor, said ? 2 : 1);
  // The names of a person are looked for one by one: each then comes in order from its index.
  const names = query.speaker === undefined ? [null] : await namesOf(db, query.speaker);
  const rows: Tables["records"][] = [];
  for (const name of names) {
    const own = name === null ? filters : [...filters, { field: "speaker", op: "=", value: name } as const];
    const selected = await index.select(db, own, words, said ? "said" : "newest");
    const { place, uttered } = selected;
    let { select } = selected;
    if (after) select = select.where(behind(selected, after, said));
    if (said) select = select.orderBy(uttered, "desc");
    rows.push(
      ...(await select
        .select(COLUMNS)
        .orderBy(place, "desc")
        .limit(most + 1)
        .execute()),
    );
  }
  if (names.length > 1)
    rows.sort((a, b) => (said ? compared(b.uttered ?? "", a.uttered ?? "") : 0) || b.place - a.place);
  return paged(rows.map(rowOf), most, (row) => (said ? [row.uttered ?? "", String(row.place)] : [String(row.place)]));
}

const COLUMNS = RECORD_COLUMNS.map((column) => `records.${column}` as const);

export async function counts(
  db: Database,
  index: TextIndex,
  ...[field, query, limit]: Parameters<Store["counts"]>
): ReturnType<Store["counts"]> {
  const filters = filtersOf(query);
  if (query.speaker !== undefined)
    filters.push({ field: "speaker", op: "in", value: await namesOf(db, query.speaker) });
  const { select } = await index.select(db, filters, searchedWords(query), "none");
  const counted =
    field === "month" ? sql<string>`substr(records.uttered, 1, 7)` : sql<string>`${sql.ref(`records.${field}`)}`;
  const rows = await select
    .select([counted.as("value"), (e) => e.fn.countAll<number>().as("n")])
    .where(counted, "is not", null)
    .groupBy(counted)
    .orderBy("n", "desc")
    .orderBy("value")
    .limit(limit)
    .execute();
  return rows.map(({ value, n }) => ({ value: value as string, n: Number(n) }));
}

/** All that must hold, but for the words and the names of the speaker. */
function filtersOf(query: Query): Filter[] {
  const filters: Filter[] = [];
  const add = (field: Filter["field"], op: Filter["op"], value: Filter["value"] | undefined): void => {
    if (value !== undefined) filters.push({ field, op, value });
  };
  add("standing", query.standing === undefined ? "!=" : "=", query.standing ?? "retracted");
  for (const field of ["kind", "channel", "outlet", "act", "manner", "occasion", "article"] as const)
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

/** True of what comes behind the row a cursor tells. */
function behind({ place, uttered }: Selected, cursor: readonly string[], said: boolean): RawBuilder<SqlBool> {
  const last = Number(cursor.at(-1));
  if (!Number.isSafeInteger(last)) throw new UserError("this is no cursor of this list", 2);
  return said ? sql<SqlBool>`(${uttered}, ${place}) < (${cursor[0]}, ${last})` : sql<SqlBool>`${place} < ${last}`;
}

/** A month or a year that is all one knows sorts before its first day, and is meant with it. */
function beginningOf(date: string): string {
  return date.replace(/(?:-01)+$/, "");
}

/** All EDTF values that begin with the date sort before this. */
function endOf(date: string): string {
  return `${date}\uffff`;
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Database, RECORD_COLUMNS, type Tables } from "./schema.ts";

/** The key of each table that a replay makes, by which its rows are put in order. */
const KEYS = {
  articles: ["article"],
  sights: ["article", "seq"],
  editions: ["article", "edition"],
  records: ["article", "id"],
  decisions: ["article", "seq"],
  names: ["name"],
  addresses: ["address"],
  bodies: ["body"],
  bands: ["band", "article"],
  tallies: ["field", "value"],
} as const satisfies Partial<{ [T in keyof Tables]: readonly (keyof Tables[T])[] }>;

export type ReplayedTable = keyof typeof KEYS;

/** A row with its key, columns by name; both stores have the same rows. */
export interface KeyedRow {
  readonly key: readonly (string | number)[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows asked for at once. */
const AT_ONCE = 1_000;

/** All rows of a table in the order of their keys, texts by their bytes. */
export async function* rowsOf(db: Database, table: ReplayedTable): AsyncGenerator<KeyedRow> {
  const columns: readonly string[] = KEYS[table];
  const key = sql.join(columns.map((column) => sql.ref(column)));
  // The text index of a server keeps a column of its own among those of the records.
  const all = table === "records" ? sql.join(RECORD_COLUMNS.map((column) => sql.ref(column))) : sql`*`;
  const keyIn = (row: Record<string, unknown>): (string | number)[] =>
    columns.map((column) => row[column] as string | number);
  let last: readonly unknown[] | null = null;
  for (;;) {
    const behind: RawBuilder<SqlBool> =
      last === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${key}) > (${sql.join([...last])})`;
    const page: RawBuilder<Record<string, unknown>> =
      sql`select ${all} from ${sql.table(table)} where ${behind} order by ${key} limit ${AT_ONCE}`;
    const { rows } = await page.execute(db);
    for (const row of rows) yield { key: keyIn(row), row };
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return;
    last = keyIn(end);
  }
}

/**
 * The words of SQLite's text index, each with how often it stands there and two sums over where: two indexes that agree in these
 * hold the same words in the same places.
 */
export async function* indexedWords(db: Database): AsyncGenerator<KeyedRow> {
  await sql`create virtual table if not exists temp.record_vocabulary using fts5vocab(main, record_words, instance)`.execute(
    db,
  );
  let last = "";
  for (;;) {
    const page: RawBuilder<Record<string, unknown>> =
      sql`select term, count(*) as n, sum(doc % 1000003) as places, sum(doc % 1000003 * (1 + "offset" % 97)) as offsets from temp.record_vocabulary where term > ${last} group by term order by term limit ${AT_ONCE}`;
    const { rows } = await page.execute(db);
    for (const row of rows) yield { key: [row["term"] as string], row };
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return;
    last = end["term"] as string;
  }
}

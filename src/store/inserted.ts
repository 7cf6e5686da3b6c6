import { type Insertable, type RawBuilder, type Transaction, sql } from "kysely";
import { chunks } from "./chunks.ts";
import type { Kind, Tables } from "./schema.ts";

/** Characters of JSON in one insert, about: a server reads it whole. */
const LARGE = 4_000_000;

/**
 * Writes rows that have the same columns in few statements; with `onlyNew` those whose key is there are left out. A server takes them as
 * one JSON text each: thousands of parameters cost it and us several times as much.
 */
export async function inserted(
  change: Transaction<Tables>,
  kind: Kind,
  table: keyof Tables,
  rows: readonly object[],
  onlyNew = false,
): Promise<void> {
  if (kind.name === "sqlite") {
    for (const some of chunks(rows)) {
      const query = change.insertInto(table).values(some as readonly Insertable<Tables[typeof table]>[]);
      await (onlyNew ? query.onConflict((c) => c.doNothing()) : query).execute();
    }
    return;
  }
  for (const insert of insertsOf({ table, rows, onlyNew })) await insert.execute(change);
}

/** Rows for one table, as `inserted` takes them. */
export interface ForTable {
  readonly table: keyof Tables;
  readonly rows: readonly object[];
  readonly onlyNew: boolean;
}

/**
 * Writes rows for several tables of a PostgreSQL server in one statement: it does not wait for us between them. Not where tables
 * are spread over a cluster, which takes one of them a statement.
 */
export async function insertedTogether(change: Transaction<Tables>, all: readonly ForTable[]): Promise<void> {
  const inserts = all.flatMap((one) => [...insertsOf(one)]);
  if (inserts.length === 0) return;
  const steps = inserts.map((insert, i) => sql`${sql.ref(`step${i}`)} as (${insert})`);
  await sql`with ${sql.join(steps)} select 1`.execute(change);
}

function* insertsOf({ table, rows, onlyNew }: ForTable): Generator<RawBuilder<unknown>> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (const json of jsonOf(rows))
    yield sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)
      ${onlyNew ? sql`on conflict do nothing` : sql``}`;
}

/** The rows as JSON arrays of a size that a server reads at once. */
function* jsonOf(rows: readonly object[]): Generator<string> {
  let some: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = rowAsJson(row);
    if (size > 0 && size + json.length > LARGE) {
      yield `[${some.join(",")}]`;
      some = [];
      size = 0;
    }
    some.push(json);
    size += json.length;
  }
  if (some.length > 0) yield `[${some.join(",")}]`;
}

/** Half a pair of units, which text may hold here, is no character to a server: it becomes U+FFFD, as its driver makes it. */
function rowAsJson(row: object): string {
  const json = JSON.stringify(row);
  return json.includes("\\ud")
    ? JSON.stringify(row, (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value))
    : json;
}

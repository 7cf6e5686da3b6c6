import { type Insertable, type Transaction, sql } from "kysely";
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
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  for (const json of jsonOf(rows))
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)
      ${onlyNew ? sql`on conflict do nothing` : sql``}`.execute(change);
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

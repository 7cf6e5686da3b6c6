import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import { isDistributed } from "./citus.ts";
import { connect, openPostgres, withoutPassword } from "./postgres.ts";
import type { Tables } from "./schema.ts";

/** The column each table is spread by, and the table whose shards it lies beside; in the order in which it must be done. */
export const SPREAD = [
  ["articles", "article", "none"],
  ["captures", "article", "articles"],
  ["texts", "article", "articles"],
  ["sights", "article", "articles"],
  ["editions", "article", "articles"],
  ["records", "article", "articles"],
  ["decisions", "article", "articles"],
  ["addresses", "address", "none"],
  ["bodies", "body", "none"],
  ["bands", "band", "none"],
  ["tallies", "value", "none"],
] as const satisfies readonly (readonly [keyof Tables, string, string])[];

/**
 * Spreads the tables of an archive over the nodes of a Citus cluster; `url` leads to its coordinator. Rows that are there are
 * moved. The ledger, its head and the queue stay on the coordinator. Throws UserError where the server has no Citus.
 */
export async function distribute(url: string, told: (table: string) => void): Promise<void> {
  await (await openPostgres(url)).close();
  const db = connect(url);
  const name = withoutPassword(url);
  try {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_extension where extname = 'citus'`.execute(
      db,
    );
    if (Number(rows[0]?.n) === 0)
      throw new UserError(`${name}: has no Citus in this database; its owner makes it with CREATE EXTENSION citus`);
    if (await isDistributed(db)) throw new UserError(`${name}: is distributed already`, 2);
    for (const [table, column, beside] of SPREAD) {
      told(table);
      await sql`select create_distributed_table(${table}, ${column}, colocate_with => ${beside})`.execute(db);
      // Its rows were copied; those left on the coordinator are in nobody's way but take room.
      await sql`select truncate_local_data_after_distributing_table(${table}::regclass)`.execute(db);
    }
    told("names");
    await sql`select create_reference_table('names')`.execute(db);
  } finally {
    await db.destroy();
  }
}

import { type RawBuilder, sql } from "kysely";
import type { Database } from "./schema.ts";

/** How many rows there are, counted up to `most`. `from`: a table, with what holds of its rows. */
export async function upTo(db: Database, from: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${from} limit ${most}) as counted`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

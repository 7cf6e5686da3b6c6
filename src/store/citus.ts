import { sql } from "kysely";
import type { Database } from "./schema.ts";

/** Whether the archive's tables are spread over the nodes of a Citus cluster. */
export async function isDistributed(db: Database): Promise<boolean> {
  if (!(await hasCitus(db))) return false;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_dist_partition where logicalrelid = 'records'::regclass`.execute(db);
  return Number(rows[0]?.n) > 0;
}

async function hasCitus(db: Database): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_extension where extname = 'citus'`.execute(db);
  return Number(rows[0]?.n) > 0;
}

import { type RawBuilder, sql } from "kysely";
import type { Database, Kind } from "./schema.ts";
import type { Size, Store } from "./store.ts";
import { COUNTED } from "./tally.ts";
import { createTallies } from "./tallyTable.ts";

/** Gives an archive from before there were tallies its own, counted from its rows. */
export async function countTallies(db: Database, kind: Kind): Promise<void> {
  await createTallies(db, kind);
  const fill = async (field: string, value: RawBuilder<unknown>, table: string): Promise<void> => {
    await sql`insert into tallies (field, value, n)
      select ${sql.lit(field)}, ${value}, count(*) from ${sql.table(table)} where ${value} is not null group by ${value}`.execute(
      db,
    );
  };
  for (const field of COUNTED) await fill(field, sql.ref(field), "records");
  for (const table of ["articles", "editions"] as const) {
    const { n } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    if (Number(n) > 0)
      await db
        .insertInto("tallies")
        .values({ field: "held", value: table, n: Number(n) })
        .execute();
  }
}

export async function valuesOf(
  db: Database,
  ...[field, limit]: Parameters<Store["valuesOf"]>
): ReturnType<Store["valuesOf"]> {
  const rows = await db
    .selectFrom("tallies")
    .select(["value", "n"])
    .where("field", "=", field)
    .where("n", ">", 0)
    .orderBy("n", "desc")
    .orderBy("value")
    .limit(limit)
    .execute();
  return rows.map(({ value, n }) => ({ value, n: Number(n) }));
}

export async function timesOf(
  db: Database,
  ...[field, values]: Parameters<Store["timesOf"]>
): ReturnType<Store["timesOf"]> {
  if (values.length === 0) return new Map();
  const rows = await db
    .selectFrom("tallies")
    .select(["value", "n"])
    .where("field", "=", field)
    .where("value", "in", [...values])
    .where("n", ">", 0)
    .execute();
  return new Map(rows.map(({ value, n }) => [value, Number(n)]));
}

export async function size(db: Database): Promise<Size> {
  const head = await db.selectFrom("head").select("seq").where("one", "=", 1).executeTakeFirstOrThrow();
  const rows = await db.selectFrom("tallies").select(["value", "n"]).where("field", "in", ["held", "kind"]).execute();
  const n = new Map(rows.map((row) => [row.value, Number(row.n)]));
  return {
    entries: Number(head.seq),
    articles: n.get("articles") ?? 0,
    editions: n.get("editions") ?? 0,
    statements: n.get("statement") ?? 0,
    silences: n.get("silence") ?? 0,
  };
}

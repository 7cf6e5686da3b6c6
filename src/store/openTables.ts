import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import { BEGINNING } from "./chain.ts";
import { type Database, FORMAT, type Kind, createIndexes, createTables } from "./schema.ts";
import type { TextIndex } from "./textIndex.ts";

/** Held by whoever makes the tables, so that two who come first do not both make them. Any number, the same for all. */
const TURN = 4_817_302;

/** Makes the tables of an archive where there are none. Throws UserError where those there are of another format. */
export async function openTables(db: Database, kind: Kind, index: TextIndex, name: string): Promise<void> {
  if (!(await hasTables(db, kind)))
    await db.transaction().execute(async (change) => {
      if (kind.name === "postgres") await sql`select pg_advisory_xact_lock(${TURN})`.execute(change);
      if (await hasTables(change, kind)) return;
      await createTables(change, kind);
      await index.create(change);
      await createIndexes(change, kind);
      await index.createIndexes(change);
      await change.insertInto("head").values({ one: 1, seq: 0, hash: BEGINNING, format: FORMAT }).execute();
    });
  const { format } = await db.selectFrom("head").select("format").where("one", "=", 1).executeTakeFirstOrThrow();
  if (format !== FORMAT)
    throw new UserError(`${name}: is an archive of format ${format}; this version of Hearsay writes format ${FORMAT}`);
}

async function hasTables(db: Database, { name }: Kind): Promise<boolean> {
  const question =
    name === "sqlite"
      ? sql<{ there: number }>`select count(*) as there from sqlite_master where name = 'head'`
      : sql<{ there: number }>`select (to_regclass('head') is not null)::int as there`;
  return (await question.execute(db)).rows[0]?.there === 1;
}

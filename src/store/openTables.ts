import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import { createAccountTables } from "./accountTables.ts";
import { createProposals } from "./proposalTables.ts";
import { BEGINNING } from "./chain.ts";
import { createIndexes, lacksIndexes } from "./indexes.ts";
import { lockedHead } from "./ledger.ts";
import { rebuild } from "./rebuild.ts";
import { type Database, FORMAT, type Kind, createTables } from "./schema.ts";
import { countTallies } from "./tallies.ts";
import type { TextIndex } from "./textIndex.ts";

/** What of an archive is opened. */
export interface Opening {
  /** Refuses an archive that is not there instead of making one. */
  readonly existing?: boolean;
  /** Opens one of an older format as it is: it can only be rebuilt then. */
  readonly older?: boolean;
}

/** Held by whoever makes the tables, so that two who come first do not both make them. Any number, the same for all. */
const TURN = 4_817_302;

/** Older archives with at most so many entries are brought up while they are opened: that takes a few seconds. */
const SOON_DONE = 10_000;

/**
 * Makes the tables of an archive where there are none, and makes those of an older format anew where that is soon done. Throws
 * UserError for others; with `older` they are left as they are, for a rebuild.
 */
export async function openTables(
  db: Database,
  kind: Kind,
  index: TextIndex,
  name: string,
  older = false,
): Promise<void> {
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
  const head = db.selectFrom("head").select(["format", "seq"]).where("one", "=", 1);
  const { format, seq } = await head.executeTakeFirstOrThrow();
  if (format > FORMAT)
    throw new UserError(
      `${name}: is an archive of format ${format}, of a newer Hearsay; this one knows format ${FORMAT}: bring Hearsay up to date`,
    );
  if (format < FORMAT && seq <= SOON_DONE) await rebuild(db, kind, index, () => {});
  else if (format < FORMAT && !older)
    throw new UserError(
      `${name}: is an archive of format ${format}; hearsay rebuild brings it to format ${FORMAT} without losing anything`,
    );
  await addTables(db, kind, "saved_searches", createAccountTables);
  await addTables(db, kind, "proposals", createProposals);
  // An older one that is opened to be rebuilt lacks columns, too.
  if (format < FORMAT && seq > SOON_DONE) return;
  await addTables(db, kind, "tallies", countTallies);
  if (await lacksIndexes(db, kind)) await changed(db, kind, (change) => createIndexes(change, kind));
}

/** Gives an archive from before there were such tables its own, made by `create`; one that may only be read does without. */
async function addTables(
  db: Database,
  kind: Kind,
  table: "saved_searches" | "proposals" | "tallies",
  create: (change: Database, kind: Kind) => Promise<void>,
): Promise<void> {
  if (await hasTables(db, kind, table)) return;
  await changed(db, kind, async (change) => {
    if (!(await hasTables(change, kind, table))) await create(change, kind);
  });
}

/** Changes the tables while nobody else does and nobody writes; where nothing may be written, they stay as they are. */
async function changed(db: Database, kind: Kind, change: (db: Database) => Promise<void>): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      if (kind.name === "postgres") await sql`select pg_advisory_xact_lock(${TURN})`.execute(transaction);
      await lockedHead(transaction, kind);
      await change(transaction);
    });
  } catch (error) {
    if (!/readonly database|read-only|permission denied/.test((error as Error).message)) throw error;
  }
}

async function hasTables(db: Database, { name }: Kind, table = "head"): Promise<boolean> {
  const question =
    name === "sqlite"
      ? sql<{ there: number }>`select count(*) as there from sqlite_master where name = ${table}`
      : // Looking into pg_class makes the server hear of tables that others have just made; to_regclass alone remembers that there were none.
        sql<{ there: number }>`select count(*)::int as there from pg_class where oid = to_regclass(${table})`;
  return (await question.execute(db)).rows[0]?.there === 1;
}

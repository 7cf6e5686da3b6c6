import { sql } from "kysely";
import { applyTo } from "./apply.ts";
import { isDistributed } from "./citus.ts";
import { checkedEntries, lockedHead } from "./ledger.ts";
import { addColumns, createIndexes } from "./indexes.ts";
import { NewRows } from "./newRows.ts";
import { type Database, FORMAT, type Kind, REPLAYED, createReplayed } from "./schema.ts";
import type { Told } from "./store.ts";
import type { TextIndex } from "./textIndex.ts";

/**
 * Drops what a replay makes and makes it again, in one transaction: it is done whole or not at all, and nobody writes
 * meanwhile. Throws UserError where the ledger is damaged.
 */
export async function rebuild(db: Database, kind: Kind, index: TextIndex, told: Told): Promise<void> {
  await db.transaction().execute(async (change) => {
    const { seq: all } = await lockedHead(change, kind);
    const server = kind.name === "postgres";
    const distributed = server && (await isDistributed(change));
    // In less, rows that come together are put on disk before they go into their tables.
    if (server) await sql`set local work_mem = '64MB'`.execute(change);
    // Distributed tables keep their shards, and with them their indexes.
    if (distributed) {
      for (const table of REPLAYED) await sql`truncate ${sql.table(table)}`.execute(change);
      await addColumns(change, kind);
    } else {
      await index.drop(change);
      for (const table of REPLAYED) await change.schema.dropTable(table).ifExists().execute();
      await createReplayed(change, kind);
      await index.create(change);
    }
    let done = 0;
    const rows = new NewRows(change, kind, index, server && !distributed);
    // A server reads the ledger to us on a connection of its own while it writes on this one; the lock keeps the ledger as it is.
    for await (const entries of ahead(checkedEntries(server ? db : change))) {
      await applyTo(rows, change, entries, index);
      await told((done += entries.length), all);
    }
    await rows.write();
    await change.updateTable("head").set({ format: FORMAT }).where("one", "=", 1).execute();
    if (distributed) return;
    // A text index that is made in little memory is sorted on disk.
    if (server) await sql`set local maintenance_work_mem = '256MB'`.execute(change);
    await createIndexes(change, kind);
    await index.createIndexes(change);
  });
}

/** What comes next is asked for while what came is worked on: a server then works beside us. */
async function* ahead<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = all.next();
  for (;;) {
    const { value, done } = await next;
    if (done === true) return;
    next = all.next();
    // Whoever stops at an earlier fault never comes to this one.
    next.catch(() => {});
    yield value;
  }
}

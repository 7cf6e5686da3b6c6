import { sql } from "kysely";
import { textsKept } from "./newRows.ts";
import type { ProposalTables } from "./proposalTables.ts";
import type { Database } from "./schema.ts";
import { upTo } from "./upTo.ts";

export type ProposalRow = ProposalTables["proposals"];
export type Settled = Pick<ProposalRow, "outcome" | "settled_by" | "settled_at" | "settled_why" | "entry">;

/** Rows of proposals, the newest first. All times are ISO 8601 in UTC. */
export interface Proposals {
  /** False where it is there already. */
  add(row: ProposalRow): Promise<boolean>;
  one(id: string): Promise<ProposalRow | null>;
  about(record: string): Promise<readonly ProposalRow[]>;
  /** Those that wait, made before `before` where it is given, at most `limit`. */
  waiting(limit: number, before?: { readonly made_at: string; readonly id: string }): Promise<readonly ProposalRow[]>;
  /** How many wait, counted up to `most`. */
  waitingLength(most: number): Promise<number>;
  /** How many wait by whoever is named so, counted up to `most`. */
  waitingBy(by: string, most: number): Promise<number>;
  /** False where it was settled already, or is not there. */
  settle(id: string, settled: Settled): Promise<boolean>;
  /** Says which entry of the ledger was made of one that is settled. */
  enter(id: string, entry: number | null): Promise<void>;
  /** Lets one wait again. */
  reopen(id: string): Promise<void>;
}

const WAITING: Settled = { outcome: null, settled_by: null, settled_at: null, settled_why: null, entry: null };

export function proposalsIn(db: Database): Proposals {
  return {
    async add(row) {
      const done = await db
        .insertInto("proposals")
        .values(textsKept(row))
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    async one(id) {
      return (await all(db).where("id", "=", id).executeTakeFirst()) ?? null;
    },
    about: (record) => all(db).where("about", "=", record).execute(),
    async waiting(limit, before) {
      let open = all(db).where("outcome", "is", null);
      if (before)
        open = open.where((e) =>
          e.or([
            e("made_at", "<", before.made_at),
            e.and([e("made_at", "=", before.made_at), e("id", "<", before.id)]),
          ]),
        );
      return open.limit(limit).execute();
    },
    waitingLength: (most) => upTo(db, sql`proposals where outcome is null`, most),
    waitingBy: (by, most) => upTo(db, sql`proposals where outcome is null and ${sql.ref("by")} = ${by}`, most),
    async settle(id, settled) {
      const open = db
        .updateTable("proposals")
        .set(textsKept(settled))
        .where("id", "=", id)
        .where("outcome", "is", null);
      return (await open.executeTakeFirst()).numUpdatedRows > 0n;
    },
    async enter(id, entry) {
      await db.updateTable("proposals").set({ entry }).where("id", "=", id).execute();
    },
    async reopen(id) {
      await db.updateTable("proposals").set(WAITING).where("id", "=", id).execute();
    },
  };
}

function all(db: Database) {
  return db.selectFrom("proposals").selectAll().orderBy("made_at", "desc").orderBy("id", "desc");
}

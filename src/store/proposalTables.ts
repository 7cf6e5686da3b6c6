import { type Kysely, type RawBuilder, sql } from "kysely";

/**
 * What somebody who may not decide would have decided. No part of the ledger and no replay of it: a proposal changes nothing until a
 * person takes it, and then that person's decision stands in the ledger. On Citus this stays on the coordinator.
 */
export interface ProposalTables {
  proposals: {
    /** Made from what is proposed and by whom: the same proposal is kept once. */
    id: string;
    /** The record, `ARTICLE.ID`. */
    about: string;
    /** "confirm", "dispute", "retract" or "correct". */
    act: string;
    /** JSON: what a correction changes. */
    change: string;
    reason: string;
    /** Who proposed: a program and its version, and the person it works for. */
    by: string;
    made_at: string;
    /** Null while it waits. */
    outcome: "taken" | "declined" | null;
    settled_by: string | null;
    settled_at: string | null;
    /** Why it was declined, or what was said when it was taken. */
    settled_why: string | null;
    /** The entry of the ledger that was made of it. */
    entry: number | null;
  };
}

interface Types {
  readonly text: RawBuilder<unknown>;
  readonly whole: RawBuilder<unknown>;
}

/** Makes the table; an archive from before there were proposals gets it when it is next opened. */
export async function createProposals<T extends ProposalTables>(db: Kysely<T>, { text, whole }: Types): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("proposals")
    .addColumn("id", text, (c) => c.primaryKey())
    .addColumn("about", text, (c) => c.notNull())
    .addColumn("act", text, (c) => c.notNull())
    .addColumn("change", text, (c) => c.notNull())
    .addColumn("reason", text, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("made_at", text, (c) => c.notNull())
    .addColumn("outcome", text)
    .addColumn("settled_by", text)
    .addColumn("settled_at", text)
    .addColumn("settled_why", text)
    .addColumn("entry", whole)
    .execute();
  await schema.createIndex("proposals_about").on("proposals").column("about").execute();
  await schema
    .createIndex("proposals_waiting")
    .on("proposals")
    .columns(["made_at", "id"])
    .where(sql<boolean>`outcome is null`)
    .execute();
}

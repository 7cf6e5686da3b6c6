import type { Kysely, RawBuilder } from "kysely";
import type { Role } from "../model/roles.ts";

/**
 * Who may use an archive, and what they keep for themselves. No part of the ledger, no replay of it, not in an export. On Citus
 * these stay on the coordinator.
 */
export interface AccountTables {
  users: {
    /** The name in one spelling, by which it is looked up. */
    login: string;
    /** As it was given; decisions are made under it. */
    name: string;
    role: Role;
    /** How it was hashed, and the hash; empty for a user who was removed. */
    password: string;
    made_at: string;
    /** When password, role or removal last changed; sessions of before are over. */
    changed_at: string;
    removed_at: string | null;
  };
  sessions: {
    /** SHA-256 of what stands in the cookie. */
    hash: string;
    login: string;
    /** `changed_at` of the user when the session began. */
    stamp: string;
    made_at: string;
    seen_at: string;
    /** What the browser says it is. */
    agent: string;
  };
  tokens: {
    /** By which people name it; no secret. */
    id: string;
    /** SHA-256 of the token. */
    hash: string;
    login: string;
    name: string;
    role: Role;
    made_at: string;
    expires_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };
  saved_searches: {
    id: string;
    name: string;
    /** The name of who keeps it. */
    owner: string;
    /** As in the address of a search, without the question mark. */
    query: string;
    made_at: string;
  };
}

interface Types {
  readonly text: RawBuilder<unknown>;
}

/** Makes the tables; an archive that was made before there were accounts gets them when it is next opened. */
export async function createAccountTables<T extends AccountTables>(db: Kysely<T>, { text }: Types): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("users")
    .addColumn("login", text, (c) => c.primaryKey())
    .addColumn("name", text, (c) => c.notNull())
    .addColumn("role", text, (c) => c.notNull())
    .addColumn("password", text, (c) => c.notNull())
    .addColumn("made_at", text, (c) => c.notNull())
    .addColumn("changed_at", text, (c) => c.notNull())
    .addColumn("removed_at", text)
    .execute();
  await schema
    .createTable("sessions")
    .addColumn("hash", text, (c) => c.primaryKey())
    .addColumn("login", text, (c) => c.notNull())
    .addColumn("stamp", text, (c) => c.notNull())
    .addColumn("made_at", text, (c) => c.notNull())
    .addColumn("seen_at", text, (c) => c.notNull())
    .addColumn("agent", text, (c) => c.notNull())
    .execute();
  await schema.createIndex("sessions_login").on("sessions").column("login").execute();
  await schema
    .createTable("tokens")
    .addColumn("id", text, (c) => c.primaryKey())
    .addColumn("hash", text, (c) => c.notNull().unique())
    .addColumn("login", text, (c) => c.notNull())
    .addColumn("name", text, (c) => c.notNull())
    .addColumn("role", text, (c) => c.notNull())
    .addColumn("made_at", text, (c) => c.notNull())
    .addColumn("expires_at", text, (c) => c.notNull())
    .addColumn("used_at", text)
    .addColumn("revoked_at", text)
    .execute();
  await schema
    .createTable("saved_searches")
    .addColumn("id", text, (c) => c.primaryKey())
    .addColumn("name", text, (c) => c.notNull())
    .addColumn("owner", text, (c) => c.notNull())
    .addColumn("query", text, (c) => c.notNull())
    .addColumn("made_at", text, (c) => c.notNull())
    .execute();
  await schema.createIndex("saved_searches_owner").on("saved_searches").column("owner").execute();
}

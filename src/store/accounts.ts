import type { AccountTables } from "./accountTables.ts";
import { textsKept } from "./newRows.ts";
import type { Database, Kind } from "./schema.ts";

export type UserRow = AccountTables["users"];
export type SessionRow = AccountTables["sessions"];
export type TokenRow = AccountTables["tokens"];
export type SavedSearch = AccountTables["saved_searches"];

/** What changes about a user. A password, a role or a removal ends the sessions, a removal the tokens as well. */
export interface UserChange {
  readonly name?: string;
  readonly role?: UserRow["role"];
  readonly password?: string;
  readonly removed_at?: string | null;
  /** The time now, ISO 8601 in UTC. */
  readonly changed_at: string;
}

/** Rows about users. What they mean, and what is secret, is known in `archive/accounts/`. All times are ISO 8601 in UTC. */
export interface Accounts {
  /** Whether there is a user who has not been removed. */
  anyUser(): Promise<boolean>;
  user(login: string): Promise<UserRow | null>;
  /** All, those that were removed as well, by login. */
  users(): Promise<readonly UserRow[]>;
  /** Writes a new user; false where the login is taken, by a removed user too. */
  addUser(row: UserRow): Promise<boolean>;
  /**
   * Changes a user and ends all sessions but `kept`, all or nothing. "last admin": users would be left without one who may make
   * others, so nothing was changed.
   */
  changeUser(login: string, change: UserChange, kept?: string): Promise<"changed" | "unknown" | "last admin">;
  /** Writes another hash of the same password: nothing else changes. */
  rehash(login: string, from: string, to: string): Promise<void>;

  addSession(row: SessionRow): Promise<void>;
  session(hash: string): Promise<SessionRow | null>;
  /** Sessions of a user, the last seen first. */
  sessions(login: string): Promise<readonly SessionRow[]>;
  seeSession(hash: string, at: string): Promise<void>;
  /** Whether there was one to end. */
  endSession(hash: string): Promise<boolean>;
  /** Drops what was begun or last seen before these times. */
  dropSessions(before: { readonly made: string; readonly seen: string }): Promise<void>;

  addToken(row: TokenRow): Promise<void>;
  token(hash: string): Promise<TokenRow | null>;
  /** Tokens of a user, or with null of all, the newest first; revoked and expired ones too. */
  tokens(login: string | null): Promise<readonly TokenRow[]>;
  useToken(hash: string, at: string): Promise<void>;
  /** Whether there was one to revoke; `login` null for anybody's. */
  revokeToken(id: string, login: string | null, at: string): Promise<boolean>;

  addSearch(row: SavedSearch): Promise<void>;
  search(id: string): Promise<SavedSearch | null>;
  /** Saved searches of one, or with null of all, by name. */
  searches(owner: string | null): Promise<readonly SavedSearch[]>;
  /** Whether there was one to drop; `owner` null for anybody's. */
  dropSearch(id: string, owner: string | null): Promise<boolean>;
}

export function accountsIn(db: Database, kind: Kind): Accounts {
  return { ...users(db, kind), ...sessions(db), ...tokens(db), ...searches(db) };
}

type UserPart = Pick<Accounts, "anyUser" | "user" | "users" | "addUser" | "changeUser" | "rehash">;

function users(db: Database, kind: Kind): UserPart {
  return {
    async anyUser() {
      return (
        (await db.selectFrom("users").select("login").where("removed_at", "is", null).limit(1).execute()).length > 0
      );
    },
    async user(login) {
      return (await db.selectFrom("users").selectAll().where("login", "=", login).executeTakeFirst()) ?? null;
    },
    users: () => db.selectFrom("users").selectAll().orderBy("login").execute(),
    async addUser(row) {
      const done = await db
        .insertInto("users")
        .values(textsKept(row))
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    changeUser: (login, change, kept = "") =>
      db.transaction().execute(async (work) => {
        // Whoever changes users waits for others who do, so that two admins can't each make the other the last.
        const reading = work.selectFrom("users").select(["login", "role", "removed_at"]).orderBy("login");
        const all = await (kind.name === "postgres" ? reading.forUpdate() : reading).execute();
        const before = all.find((user) => user.login === login);
        if (!before) return "unknown";
        const left = all
          .map((user) => (user === before ? { ...user, ...change } : user))
          .filter(({ removed_at }) => removed_at === null);
        if (left.length > 0 && !left.some(({ role }) => role === "admin")) return "last admin";
        await work.updateTable("users").set(textsKept(change)).where("login", "=", login).execute();
        await work.deleteFrom("sessions").where("login", "=", login).where("hash", "<>", kept).execute();
        await work.updateTable("sessions").set({ stamp: change.changed_at }).where("hash", "=", kept).execute();
        if (change.removed_at)
          await work
            .updateTable("tokens")
            .set({ revoked_at: change.removed_at })
            .where("login", "=", login)
            .where("revoked_at", "is", null)
            .execute();
        return "changed";
      }),
    async rehash(login, from, to) {
      const same = db
        .updateTable("users")
        .set({ password: to })
        .where("login", "=", login)
        .where("password", "=", from);
      await same.execute();
    },
  };
}

type SessionPart = Pick<Accounts, "addSession" | "session" | "sessions" | "seeSession" | "endSession" | "dropSessions">;

function sessions(db: Database): SessionPart {
  return {
    async addSession(row) {
      await db.insertInto("sessions").values(textsKept(row)).execute();
    },
    async session(hash) {
      return (await db.selectFrom("sessions").selectAll().where("hash", "=", hash).executeTakeFirst()) ?? null;
    },
    sessions: (login) =>
      db.selectFrom("sessions").selectAll().where("login", "=", login).orderBy("seen_at", "desc").execute(),
    async seeSession(hash, at) {
      await db.updateTable("sessions").set({ seen_at: at }).where("hash", "=", hash).execute();
    },
    async endSession(hash) {
      return (await db.deleteFrom("sessions").where("hash", "=", hash).executeTakeFirst()).numDeletedRows > 0n;
    },
    async dropSessions({ made, seen }) {
      await db
        .deleteFrom("sessions")
        .where((e) => e.or([e("made_at", "<", made), e("seen_at", "<", seen)]))
        .execute();
    },
  };
}

type TokenPart = Pick<Accounts, "addToken" | "token" | "tokens" | "useToken" | "revokeToken">;

function tokens(db: Database): TokenPart {
  return {
    async addToken(row) {
      await db.insertInto("tokens").values(textsKept(row)).execute();
    },
    async token(hash) {
      return (await db.selectFrom("tokens").selectAll().where("hash", "=", hash).executeTakeFirst()) ?? null;
    },
    tokens(login) {
      const all = db.selectFrom("tokens").selectAll();
      return (login === null ? all : all.where("login", "=", login)).orderBy("made_at", "desc").orderBy("id").execute();
    },
    async useToken(hash, at) {
      await db.updateTable("tokens").set({ used_at: at }).where("hash", "=", hash).execute();
    },
    async revokeToken(id, login, at) {
      const one = db.updateTable("tokens").set({ revoked_at: at }).where("id", "=", id).where("revoked_at", "is", null);
      const done = await (login === null ? one : one.where("login", "=", login)).executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },
  };
}

type SearchPart = Pick<Accounts, "addSearch" | "search" | "searches" | "dropSearch">;

function searches(db: Database): SearchPart {
  return {
    async addSearch(row) {
      await db.insertInto("saved_searches").values(textsKept(row)).execute();
    },
    async search(id) {
      return (await db.selectFrom("saved_searches").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
    },
    searches(owner) {
      const all = db.selectFrom("saved_searches").selectAll();
      return (owner === null ? all : all.where("owner", "=", owner)).orderBy("name").orderBy("id").execute();
    },
    async dropSearch(id, owner) {
      const one = db.deleteFrom("saved_searches").where("id", "=", id);
      return (await (owner === null ? one : one.where("owner", "=", owner)).executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}

import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { UserError } from "../model/errors.ts";
import { connect } from "./postgres.ts";

/** What can be told of an archive without touching it. */
export interface Examined {
  /** `SQLite 3.51.0`, `PostgreSQL 18.4`. */
  readonly engine: string;
  /** The first number of the server's version; null for a file. */
  readonly server: number | null;
  /** Of its tables; null where it has none yet. */
  readonly format: number | null;
  readonly entries: number;
  /** Hash of the last entry. */
  readonly head: string;
  /** How many people may log in. */
  readonly users: number;
  /** Whether what goes to the server and back is encrypted; null for a file. */
  readonly encrypted: boolean | null;
}

type Head = { readonly format: number; readonly seq: number; readonly hash: string };

/** Looks into an archive in a file and changes nothing. Throws UserError where it can't be read as one. */
export function examineSqlite(path: string): Examined {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    const one = (question: string): Record<string, unknown> | undefined => file?.prepare(question).get();
    const tables = one("select group_concat(name) as names from sqlite_master where type = 'table'")?.["names"];
    const names = new Set(String(tables ?? "").split(","));
    const head = names.has("head") ? (one("select format, seq, hash from head") as Head | undefined) : undefined;
    if (!head && names.size > 1) throw new UserError(`${path}: is a database, but no archive of Hearsay`);
    const users = names.has("users") ? one("select count(*) as n from users where removed_at is null")?.["n"] : 0;
    return {
      engine: `SQLite ${String(one("select sqlite_version() as version")?.["version"])}`,
      server: null,
      format: head?.format ?? null,
      entries: head?.seq ?? 0,
      head: head?.hash ?? "",
      users: Number(users),
      encrypted: null,
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: can't be read as an archive (${(error as Error).message})`);
  } finally {
    file?.close();
  }
}

/** Looks into an archive on a server and changes nothing. Throws UserError where the server does not answer. */
export async function examinePostgres(url: string): Promise<Examined> {
  const db = connect(url);
  const one = async <T>(question: ReturnType<typeof sql<T>>): Promise<T | undefined> =>
    (await question.execute(db)).rows[0];
  try {
    const about = await one(sql<{ version: string; number: number; encrypted: boolean | null }>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as encrypted`);
    const there = await one(sql<{ head: boolean; users: boolean }>`
      select to_regclass('head') is not null as head, to_regclass('users') is not null as users`);
    const head = there?.head ? await one(sql<Head>`select format, seq, hash from head`) : undefined;
    const users = there?.users
      ? await one(sql<{ n: number }>`select count(*)::int as n from users where removed_at is null`)
      : undefined;
    return {
      engine: `PostgreSQL ${about?.version.split(" ")[0]}`,
      server: Math.floor((about?.number ?? 0) / 10_000),
      format: head?.format ?? null,
      entries: head?.seq ?? 0,
      head: head?.hash ?? "",
      users: users?.n ?? 0,
      encrypted: about?.encrypted ?? false,
    };
  } finally {
    await db.destroy();
  }
}

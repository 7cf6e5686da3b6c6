import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { existsSync } from "node:fs";
import { Kysely, SqliteDialect } from "kysely";
import { UserError } from "../model/errors.ts";
import { fts5 } from "./fts5.ts";
import { MATCHED, matched } from "./fts5Words.ts";
import { SQLITE } from "./kinds.ts";
import { type Opening, openTables } from "./openTables.ts";
import type { Tables } from "./schema.ts";
import { SqlStore } from "./sqlStore.ts";
import type { Store } from "./store.ts";

/** How long a process waits for another that writes, in milliseconds. */
const PATIENCE = 30_000;
/** Marks a file as an archive of Hearsay: "hear" in ASCII. */
const MARK = 0x68656172;

/**
 * Opens an archive in one file, making it where it is not there. Several processes may have it open at once. Throws UserError
 * where the file is no archive or can't be opened.
 */
export async function openSqlite(path: string, { existing = false, older = false }: Opening = {}): Promise<Store> {
  if (existing && !existsSync(path)) throw new UserError(`${path}: there is no archive; hearsay add makes one`, 2);
  const file = opened(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: drive(file, path) }) });
  try {
    await openTables(db, SQLITE, fts5, path, older);
    file.exec(`pragma application_id = ${MARK}`);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new SqlStore(db, SQLITE, fts5, path);
}

function opened(path: string): DatabaseSync {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(path, { timeout: PATIENCE });
    const mark = file.prepare("pragma application_id").get()?.["application_id"];
    const tables = file.prepare("select count(*) as n from sqlite_master").get()?.["n"];
    if (mark !== MARK && tables !== 0) throw new UserError(`${path}: is a database, but no archive of Hearsay`);
    file.exec(
      "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -32000; pragma temp_store = memory",
    );
    file.function(MATCHED, { deterministic: true }, (text, query) => matched(String(text), String(query)));
    return file;
  } catch (error) {
    file?.close();
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: can't be opened as an archive (${(error as Error).message})`);
  }
}

/** node:sqlite in the shape Kysely drives. */
function drive(file: DatabaseSync, path: string): ConstructorParameters<typeof SqliteDialect>[0]["database"] {
  const prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const prepare = (sql: string): ReturnType<DatabaseSync["prepare"]> => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = file.prepare(sql);
      if (prepared.size >= 500) prepared.clear();
      prepared.set(sql, statement);
    }
    return statement;
  };
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explained(error, path);
    }
  };
  return {
    close: () => file.close(),
    prepare(sql) {
      // Kysely begins plainly; a transaction that reads first and writes later could then fail to get the lock.
      const statement = told(() => prepare(sql === "begin" ? "begin immediate" : sql));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => told(() => statement.all(...(parameters as SQLInputValue[]))),
        run: (parameters) => {
          // A full disk makes SQLite take a transaction back by itself, and what Kysely then asks for is done already.
          if (sql === "rollback" && !file.isTransaction) return { changes: 0, lastInsertRowid: 0 };
          return told(() => statement.run(...(parameters as SQLInputValue[])));
        },
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** What SQLite's codes mean for whoever has the archive; others are faults of ours. */
const MEANINGS: Readonly<Record<number, string>> = {
  5: `another process has been writing to it for ${PATIENCE / 1000} seconds; try again`,
  6: `another process has been writing to it for ${PATIENCE / 1000} seconds; try again`,
  8: "it may not be written to: change its permissions or run as its owner",
  10: "the disk failed to read or write it",
  11: "the file is damaged; hearsay verify --archive tells where, a copy of it may help",
  13: "the disk is full; nothing of this step was kept, all before it is safe",
  26: "is a file, but no archive of Hearsay",
};

function explained(error: unknown, path: string): unknown {
  const code = (error as { errcode?: number }).errcode;
  const meaning = code === undefined ? undefined : MEANINGS[code & 0xff];
  return meaning === undefined ? error : new UserError(`${path}: ${meaning} (${(error as Error).message})`);
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import type { Server } from "./postgres.ts";

/** A place for one archive. */
export interface Home {
  /** Opens the archive, as a process of its own would. All that were opened are closed with the home. */
  open(): Promise<Store>;
  /** Does something to its tables behind its back, or looks into them. */
  sql(text: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export function inFile(): Home {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-store-"));
  const path = join(folder, "archive.db");
  return home(
    () => openSqlite(path),
    async (text) => {
      const file = new DatabaseSync(path);
      try {
        return file.prepare(text).all() as Record<string, unknown>[];
      } finally {
        file.close();
      }
    },
    async () => rmSync(folder, { recursive: true, force: true }),
  );
}

export async function onServer(server: Server, prepared?: (address: string) => Promise<void>): Promise<Home> {
  const address = await server.database();
  await prepared?.(address);
  return home(
    () => openPostgres(address),
    async (text) => {
      const client = new Client({ connectionString: address });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(text)).rows;
      } finally {
        await client.end();
      }
    },
    async () => {},
  );
}

function home(open: () => Promise<Store>, sql: Home["sql"], clean: () => Promise<void>): Home {
  const stores: Store[] = [];
  return {
    async open() {
      const store = await open();
      stores.push(store);
      return store;
    },
    sql,
    async close() {
      for (const store of stores) await store.close();
      await clean();
    },
  };
}

const TABLES = {
  articles: "article",
  sights: "article, seq",
  editions: "article, edition",
  records: "article, id",
  decisions: "article, seq",
  names: "name",
  addresses: "address",
  bodies: "body",
  bands: "band, article",
  tallies: "field, value",
};

/** All that a replay of the ledger makes, in one order and one shape for both stores. */
export async function tablesOf(home: Home): Promise<Record<string, readonly unknown[]>> {
  const all: Record<string, readonly unknown[]> = {};
  for (const [table, key] of Object.entries(TABLES)) {
    const rows = await home.sql(`select * from ${table} order by ${key}`);
    all[table] = rows.map((found) => {
      const { vector: _, ...row } = found;
      return Object.fromEntries(
        Object.entries(row)
          // The server hands over its long numbers as text.
          .map(([column, value]) => [column, LONG.has(column) && value !== null ? Number(value) : value])
          .sort(),
      );
    });
  }
  return all;
}

const LONG = new Set(["seq", "place", "undone", "n"]);

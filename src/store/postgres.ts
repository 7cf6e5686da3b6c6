import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import { type CustomTypesConfig, Pool, types } from "pg";
import { UserError } from "../model/errors.ts";
import { POSTGRES } from "./kinds.ts";
import { type Opening, openTables } from "./openTables.ts";
import type { Tables } from "./schema.ts";
import { SqlStore } from "./sqlStore.ts";
import type { Store } from "./store.ts";
import { tsvector } from "./tsvector.ts";

const INT8 = 20;
const CONNECTIONS = 8;

/**
 * Opens an archive on a PostgreSQL server, making its tables where they are not there. `url` as `postgres://user:password@host/database`.
 * Throws UserError where the server can't be reached; the message holds no password.
 */
export async function openPostgres(url: string, { older = false }: Opening = {}): Promise<Store> {
  const name = withoutPassword(url);
  const db = connect(url);
  try {
    await openTables(db, POSTGRES, tsvector, name, older);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new SqlStore(db, POSTGRES, tsvector, name);
}

/** The tables of an archive on a server, whether they are there or not. */
export function connect(url: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: driven(poolOf(url), withoutPassword(url)) }) });
}

/** Connections to a server; whoever makes them ends them. */
export function poolOf(connectionString: string, max = CONNECTIONS): Pool {
  // Whole numbers of 64 bits come as text otherwise; ours stay below 2^53.
  const getTypeParser = (id: number, format?: "text" | "binary"): unknown =>
    id === INT8 ? Number : types.getTypeParser(id, format as "text");
  const pool = new Pool({ connectionString, max, types: { getTypeParser } as CustomTypesConfig });
  // A connection that breaks fails its query and is replaced at the next; without a listener it would end the process too.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** The pool in the shape Kysely drives, its errors told in the user's words. */
function driven(pool: Pool, name: string): PostgresPool {
  return {
    options: {},
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw explained(error, name);
      });
      const query = async (sql: string, parameters: unknown[]): Promise<unknown> => {
        try {
          return await client.query(sql, parameters);
        } catch (error) {
          throw explained(error, name);
        }
      };
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
  };
}

/** What the server's codes mean for whoever has the archive; others are faults of ours. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:28...|3D000)$/, "the server does not let us in"],
  [/^(?:42501|25006)$/, "the server does not let us write"],
  [/^53100$/, "the server's disk is full; nothing of this step was kept, all before it is safe"],
  [/^53300$/, "the server has no connection left"],
  [/^(?:08...|57P..|E[A-Z_]+)$/, "the server can't be reached"],
];

function explained(error: unknown, name: string): unknown {
  const { code, message, errors } = error as { code?: string; message: string; errors?: readonly Error[] };
  const lost = /Connection terminated|timeout exceeded when trying to connect/.test(message) ? "08006" : undefined;
  const [, meaning] = MEANINGS.find(([codes]) => codes.test(code ?? lost ?? "")) ?? [];
  if (meaning === undefined) return error;
  return new UserError(`${name}: ${meaning} (${message || (errors?.[0]?.message ?? code)})`);
}

/** The address of a server, fit for messages. */
export function withoutPassword(url: string): string {
  try {
    const address = new URL(url);
    address.password = "";
    address.search = "";
    return address.href;
  } catch {
    return "postgres://…";
  }
}

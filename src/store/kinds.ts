import { sql } from "kysely";
import type { Kind } from "./schema.ts";

export const SQLITE: Kind = { name: "sqlite", text: sql`text`, bytes: sql`blob`, whole: sql`integer` };

/** Text in the order of its bytes, whatever the server's own order is: dates and cursors are compared by it. */
export const POSTGRES: Kind = { name: "postgres", text: sql`text collate "C"`, bytes: sql`bytea`, whole: sql`bigint` };

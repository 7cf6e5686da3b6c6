import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "./schema.ts";

/** One thing that must hold of a record. */
export interface Filter {
  readonly field: keyof Tables["records"];
  readonly op: "=" | "!=" | ">" | ">=" | "<=" | "in";
  readonly value: string | number | readonly string[];
}

/** A filter as SQL. With `aside` SQLite does not look for an index that serves it. */
export function conditionOf({ field, op, value }: Filter, aside = false): RawBuilder<SqlBool> {
  const column = sql`${sql.raw(aside ? "+" : "")}${sql.ref(`records.${field}`)}`;
  const values = typeof value === "object" ? sql`(${sql.join([...value])})` : sql`${value}`;
  return sql<SqlBool>`${column} ${sql.raw(op)} ${values}`;
}

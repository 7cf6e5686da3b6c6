import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "./schema.ts";

/** One thing that must hold of a record. */
export interface Filter {
  readonly field: keyof Tables["records"];
  readonly op: "=" | "!=" | ">" | ">=" | "<=" | "in";
  readonly value: string | number | readonly string[];
}

/** A filter as SQL, asked of rows that the query calls `of`. */
export function conditionOf({ field, op, value }: Filter, of = "records"): RawBuilder<SqlBool> {
  const values = typeof value === "object" ? sql`(${sql.join([...value])})` : sql`${value}`;
  return sql<SqlBool>`${sql.ref(`${of}.${field}`)} ${sql.raw(op)} ${values}`;
}

/** All of them, with `and` between them; true where there are none. */
export function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join([...conditions], sql` and `)}`;
}

import { type SqlBool, sql } from "kysely";
import { allOf } from "./filters.ts";
import { conditionsOf, lookOnServer } from "./serverLook.ts";
import type { TextIndex } from "./textIndex.ts";
import { vectorOf } from "./tsWords.ts";

/** PostgreSQL: a column of words with their places, with a GIN index. */
export const tsvector: TextIndex = {
  async create(db) {
    await sql`alter table records add column vector tsvector not null`.execute(db);
  },
  async createIndexes(db) {
    await sql`create index records_vector on records using gin (vector)`.execute(db);
  },
  async drop() {},
  columns: (words) => ({ vector: vectorOf(words) }),
  async add() {},
  async remove() {},
  look: lookOnServer,
  async count(db, sought, counted, limit) {
    const { rows } = await sql<{ value: string; n: number }>`
      select ${counted} as value, count(*) as n from records
      where ${allOf([...conditionsOf(sought), sql<SqlBool>`${counted} is not null`])}
      group by 1 order by n desc, value limit ${limit}`.execute(db);
    return rows.map(({ value, n }) => ({ value, n: Number(n) }));
  },
};

import { type RawBuilder, type SqlBool, sql } from "kysely";
import { allOf, conditionOf } from "./filters.ts";
import { type SearchWord, tokensOf } from "./searchWords.ts";
import type { RecordColumn, Sighted, Sought, TextIndex } from "./textIndex.ts";

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
  // The server knows how often words and values stand there, and chooses by it: it looks through what it must.
  async look<C extends RecordColumn>(
    db: Parameters<TextIndex["look"]>[0],
    { filters, words, order, behind, limit }: Sought,
    columns: readonly C[],
  ): Promise<Sighted<C>> {
    const said = order === "said";
    const conditions = conditionsOf({ filters, words });
    if (behind)
      conditions.push(
        said ? sql`(uttered, place) < (${behind.uttered}, ${behind.place})` : sql`place < ${behind.place}`,
      );
    const shown = sql.join(
      [...new Set<RecordColumn>(["place", "uttered", ...columns])].map((column) => sql.ref(column)),
    );
    const { rows } = await sql<Sighted<C>["rows"][number]>`
      select ${shown} from records where ${allOf(conditions)}
      order by ${sql.raw(said ? "uttered desc, place desc" : "place desc")} limit ${limit}`.execute(db);
    return { rows, edge: null };
  },
  async count(db, sought, counted, limit) {
    const { rows } = await sql<{ value: string; n: number }>`
      select ${counted} as value, count(*) as n from records
      where ${allOf([...conditionsOf(sought), sql<SqlBool>`${counted} is not null`])}
      group by 1 order by n desc, value limit ${limit}`.execute(db);
    return rows.map(({ value, n }) => ({ value, n: Number(n) }));
  },
};

function conditionsOf({ filters, words }: Pick<Sought, "filters" | "words">): RawBuilder<SqlBool>[] {
  const conditions = filters.map((filter) => conditionOf(filter));
  if (words.length > 0) conditions.push(sql<SqlBool>`records.vector @@ ${tsquery(words)}::tsquery`);
  return conditions;
}

/** The last place that a tsvector can tell. */
const LAST_PLACE = 16_383;
/** Places it keeps of one word. */
const MOST_PLACES = 255;

/** A tsvector as PostgreSQL reads it in. Its own parsers part words otherwise in each language and version. */
export function vectorOf(text: string): string {
  const places = new Map<string, number[]>();
  for (const [i, token] of tokensOf(text).entries()) {
    const of = places.get(token);
    if (!of) places.set(token, [Math.min(i + 1, LAST_PLACE)]);
    else if (of.length < MOST_PLACES) of.push(Math.min(i + 1, LAST_PLACE));
  }
  return Array.from(places, ([token, of]) => `'${token}':${of.join(",")}`).join(" ");
}

/** A tsquery as PostgreSQL reads it in: words hold nothing but letters, marks and digits. */
export function tsquery(words: readonly SearchWord[]): string {
  return words
    .map(({ tokens, prefix, not }) => {
      const phrase = tokens.map((token, i) => `'${token}'${prefix && i === tokens.length - 1 ? ":*" : ""}`);
      return `${not ? "!" : ""}(${phrase.join(" <-> ")})`;
    })
    .join(" & ");
}

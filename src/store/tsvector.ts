import { type SqlBool, sql } from "kysely";
import { conditionOf } from "./filters.ts";
import { type SearchWord, tokensOf } from "./searchWords.ts";
import type { Selected, TextIndex } from "./textIndex.ts";

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
  // The server knows how often words and values stand there, and chooses by it.
  async select(db, filters, words) {
    let select: Selected["select"] = db.selectFrom("records");
    for (const filter of filters) select = select.where(conditionOf(filter));
    if (words.length > 0) select = select.where(sql<SqlBool>`records.vector @@ ${tsquery(words)}::tsquery`);
    return { select, place: sql.ref("records.place"), uttered: sql.ref("records.uttered") };
  },
};

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

import { sql } from "kysely";
import { countIn, lookIn } from "./looking.ts";
import { tokensOf } from "./searchWords.ts";
import type { TextIndex } from "./textIndex.ts";

/** SQLite's FTS5: an index without content of its own, its rows numbered by `place`. */
export const fts5: TextIndex = {
  async create(db) {
    // The words come parted and folded: marks that are left belong to them.
    await sql`create virtual table record_words using fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`.execute(
      db,
    );
  },
  async createIndexes() {},
  async drop(db) {
    await sql`drop table record_words`.execute(db);
  },
  columns: () => ({}),
  async add(change, rows) {
    if (rows.length === 0) return;
    const values = sql.join(rows.map(({ place, words }) => sql`(${place}, ${tokensOf(words).join(" ")})`));
    await sql`insert into record_words(rowid, words) values ${values}`.execute(change);
  },
  async remove(change, rows) {
    for (const { place } of rows) await sql`delete from record_words where rowid = ${place}`.execute(change);
  },
  look: lookIn,
  count: countIn,
};

import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { type Filter, conditionOf } from "./filters.ts";
import type { Database, Tables } from "./schema.ts";
import { type SearchWord, tokensOf } from "./searchWords.ts";
import type { Order, Selected, TextIndex } from "./textIndex.ts";

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
  select,
};

/** Each word in its own marks, so that nothing in it is an operator. */
export function fts5Query(words: readonly SearchWord[]): string {
  const one = ({ tokens, prefix }: SearchWord): string => `"${tokens.join(" ")}"${prefix ? "*" : ""}`;
  const wanted = words.filter((word) => !word.not).map(one);
  const unwanted = words.filter((word) => word.not).map(one);
  return [`(${wanted.join(" AND ")})`, ...unwanted].join(" NOT ");
}

/** The function that `matched` is known by in SQL. */
export const MATCHED = "has_words";

let asked = { query: "", words: [] as readonly SearchWord[] };

/** Whether a text has the words of a query (JSON of search words): what FTS5 would say of it, asked of one text. */
export function matched(text: string, query: string): 0 | 1 {
  if (asked.query !== query) asked = { query, words: JSON.parse(query) as readonly SearchWord[] };
  const tokens = tokensOf(text);
  const has = ({ tokens: [first, ...rest], prefix }: SearchWord): boolean =>
    tokens.some(
      (_, at) =>
        same(tokens[at], first, prefix && rest.length === 0) &&
        rest.every((token, i) => same(tokens[at + 1 + i], token, prefix && i === rest.length - 1)),
    );
  return asked.words.every((word) => has(word) !== word.not) ? 1 : 0;
}

function same(token: string | undefined, wanted: string | undefined, prefix: boolean): boolean {
  return prefix ? (token?.startsWith(wanted ?? "") ?? false) : token === wanted;
}

/** More rows than this are not gone through one by one to sort them or to look at them. */
const MANY = 10_000;
/** Up to here it is quicker to ask each row whether it has the words than to find out how common they are. */
const FEW = 2_000;

/**
 * SQLite does not know how common a value or a word is, so it is counted here, up to `MANY`, and the rarest thing asked for is
 * what the rows are looked up by. All other filters are put aside: SQLite then only checks them. Where everything is common,
 * the rows are gone through in the order asked for, and enough of them are soon found.
 */
async function select(
  db: Database,
  filters: readonly Filter[],
  words: readonly SearchWord[],
  order: Order,
): Promise<Selected> {
  const leads = leadsOf(filters, order);
  const counted: { lead: Lead; n: number }[] = [];
  if (leads.length > 1 || words.length > 0 || leads.some(({ sorted }) => !sorted))
    for (const lead of leads) counted.push({ lead, n: await upTo(db, sql`records where ${all(lead.conditions)}`) });
  const [rarest] = counted.sort((a, b) => a.n - b.n);
  const common = rarest === undefined || rarest.n === MANY;
  const sorted = leads.find(({ field }) => field === "speaker") ?? leads.find((lead) => lead.sorted);
  const lead = common ? sorted : rarest.lead;

  const byFilter = (...also: RawBuilder<SqlBool>[]): Selected =>
    plain(db, [...checked(filters, lead, order), ...also], lead?.sorted !== false);
  if (words.length === 0) return byFilter();
  const asking = sql<SqlBool>`${sql.raw(MATCHED)}(records.words, ${JSON.stringify(words)})`;
  if (!common && rarest.n <= FEW) return byFilter(asking);
  const match = sql`${fts5Query(words)}`;
  if (common && order === "newest") return inOrderOfWords(db, checked(filters, undefined, order), match);
  // To count the words that begin alike, all of them must be gathered: as well to go through them.
  const n = words.some(({ prefix }) => prefix)
    ? MANY
    : await upTo(db, sql`record_words where record_words match ${match}`);
  if (!common && rarest.n <= n) return byFilter(asking);
  if (order === "newest") return inOrderOfWords(db, checked(filters, undefined, order), match);
  if (order === "said" && n === MANY) return byFilter(asking);
  const listed = sql<SqlBool>`records.place in (select rowid from record_words where record_words match ${match})`;
  return plain(db, [...checked(filters, undefined, order), listed], false);
}

/** The filters as SQL, all of them aside but those of the lead. */
function checked(filters: readonly Filter[], lead: Lead | undefined, order: Order): RawBuilder<SqlBool>[] {
  return filters.map((filter) => {
    if (lead?.field === filter.field) return lead.conditions[lead.filters.indexOf(filter)] as RawBuilder<SqlBool>;
    // A speaker's index goes on with the date.
    return conditionOf(filter, !(order === "said" && lead?.field === "speaker" && filter.field === "uttered"));
  });
}

/** Rows looked up by an index; those of one that is not in their order are gathered and sorted, which SQLite has to be told. */
function plain(db: Database, conditions: readonly RawBuilder<SqlBool>[], sorted: boolean): Selected {
  let select: Selected["select"] = db.selectFrom("records");
  for (const condition of conditions) select = select.where(condition);
  const aside = sql.raw(sorted ? "" : "+");
  return { select, place: sql`${aside}records.place`, uttered: sql`${aside}records.uttered` };
}

/** Goes through the rows that have the words, the newest first, without gathering them. */
function inOrderOfWords(
  db: Database,
  conditions: readonly RawBuilder<SqlBool>[],
  match: RawBuilder<unknown>,
): Selected {
  const joined = (db as unknown as Kysely<Tables & { record_words: { rowid: number } }>)
    .selectFrom("record_words")
    .crossJoin("records")
    .where(sql<SqlBool>`record_words match ${match}`)
    .whereRef("records.place", "=", "record_words.rowid");
  let select = joined as unknown as Selected["select"];
  for (const condition of conditions) select = select.where(condition);
  return { select, place: sql.ref("record_words.rowid"), uttered: sql.ref("records.uttered") };
}

/** Filters on one field that an index serves. */
interface Lead {
  readonly field: Filter["field"];
  readonly filters: readonly Filter[];
  readonly conditions: readonly RawBuilder<SqlBool>[];
  /** Whether its index gives the rows in the order asked for. */
  readonly sorted: boolean;
}

const INDEXED = new Set<Filter["field"]>([
  "speaker",
  "channel",
  "outlet",
  "act",
  "occasion",
  "published",
  "uttered",
  "article",
]);

function leadsOf(filters: readonly Filter[], order: Order): Lead[] {
  const fields = new Set(filters.map(({ field }) => field));
  return [...fields].flatMap((field): Lead[] => {
    const own = filters.filter((filter) => filter.field === field);
    const [first] = own as [Filter];
    const conditions = own.map((filter) => conditionOf(filter));
    // The two indexes of few rows are seen by SQLite only where the query says in words what they hold.
    if (field === "kind" && first.value === "silence") conditions[0] = sql<SqlBool>`records.kind = 'silence'`;
    else if (field === "standing" && first.op === "=" && first.value !== "candidate")
      conditions[0] = sql<SqlBool>`(records.standing = ${first.value} and records.standing <> 'candidate')`;
    else if (!INDEXED.has(field)) return [];
    const exact = first.op === "=" && field !== "article";
    const sorted = order === "none" || (order === "said" ? field === "speaker" || field === "uttered" : exact);
    return [{ field, filters: own, conditions, sorted }];
  });
}

async function upTo(db: Database, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 from ${from} limit ${MANY})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  return sql.join([...conditions], sql` and `);
}

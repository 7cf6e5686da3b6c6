import { type RawBuilder, type SqlBool, sql } from "kysely";
import { allOf, conditionOf } from "./filters.ts";
import { type Asked, FIRST_LOOK, askedOf, inTwoLooks } from "./looks.ts";
import type { Database } from "./schema.ts";
import type { Edge, RecordColumn, Sighted, Sought, Standpoint } from "./textIndex.ts";
import { tsquery } from "./tsWords.ts";

/** Words that fewer rows than one in so many have are come to by their own index. */
const RARE = 100;
/** Where rows are read to be asked for words, only a half as many are gone through. */
const READING = 2;
/** So many rows are gathered and sorted, no more. */
const FEW = 5_000;

type Condition = RawBuilder<SqlBool>;

/**
 * What is looked for on a PostgreSQL server. Left alone it guesses how soon rows in order will pass, and goes through a million of
 * them for a word it does not know. So what is asked for that few rows have is gathered and sorted; else the rows are gone
 * through in order, no more than `lookThrough` of them. No query names two tables or holds another: a cluster takes them all.
 */
export async function lookOnServer<C extends RecordColumn>(
  db: Database,
  sought: Sought,
  columns: readonly C[],
): Promise<Sighted<C>> {
  const { filters, words, order } = sought;
  const lookThrough = words.length === 0 ? sought.lookThrough : Math.ceil(sought.lookThrough / READING);
  // That there is a day at all leads nowhere.
  const leads = askedOf(filters).filter((lead) => !lead.filters.every(({ op, value }) => op === ">" && value === ""));
  const sorted = leads.filter(({ field, isExact }) => isExact && (order === "newest" || field === "speaker"));
  const way = sorted.find(({ field }) => field === "speaker") ?? sorted[0] ?? null;
  const isSimple = words.length === 0 && leads.length < 2 && leads.every((lead) => lead === way);
  if (!isSimple)
    for (const lead of leads)
      if (await isRare(db, lead, Math.min(FEW, lookThrough))) return gathered(db, sought, columns);

  const along = way ? conditionsOn(way) : [];
  if (words.length > 0 && (await areRare(db, along, sought, Math.min(lookThrough, FIRST_LOOK))))
    return gathered(db, sought, columns);
  const look = async (from: Sought, most: number): Promise<Sighted<C>> => {
    const edge = await edgeOf(db, along, from, most);
    if (edge === null) return gathered(db, from, columns);
    const rows = await rowsOf(db, from, [downTo(edge, order)], columns, true);
    return { rows, edge: rows.length < from.limit ? edge : null };
  };
  const first = Math.min(lookThrough, Math.max(FIRST_LOOK, sought.limit * 2));
  return inTwoLooks(sought, { first, all: lookThrough }, look);
}

/** All that must hold of a record. */
export function conditionsOf({ filters, words }: Pick<Sought, "filters" | "words">): Condition[] {
  const conditions = filters.map((filter) => conditionOf(filter));
  return words.length === 0 ? conditions : [...conditions, hasWords(words)];
}

function hasWords(words: Sought["words"]): Condition {
  return sql<SqlBool>`records.vector @@ ${tsquery(words)}::tsquery`;
}

/** The same, asked of rows come to otherwise: never by the index of words. */
function showsWords(words: Sought["words"]): Condition {
  return sql<SqlBool>`(${hasWords(words)}) is true`;
}

/** All rows that pass, sorted when they are there. */
async function gathered<C extends RecordColumn>(
  db: Database,
  sought: Sought,
  columns: readonly C[],
): Promise<Sighted<C>> {
  return { rows: await rowsOf(db, sought, [], columns, false), edge: null };
}

/** The rows that pass, in order; `along` an index that has them in order, or sorted. */
async function rowsOf<C extends RecordColumn>(
  db: Database,
  { filters, words, order, behind, limit }: Sought,
  within: readonly Condition[],
  columns: readonly C[],
  along: boolean,
): Promise<Sighted<C>["rows"]> {
  const byWords = words.length === 0 ? [] : [along ? showsWords(words) : hasWords(words)];
  const conditions = [...conditionsOf({ filters, words: [] }), ...byWords, ...within, ...behindOf(behind, order)];
  const shown = sql.join([...new Set<RecordColumn>(["place", "uttered", ...columns])].map((column) => sql.ref(column)));
  // By expressions no index has, the server must sort.
  const [place, uttered] = along
    ? [sql`place desc`, sql`uttered desc`]
    : [sql`place + 0 desc`, sql`uttered || '' desc`];
  const { rows } = await sql<Sighted<C>["rows"][number]>`
    select ${shown} from records where ${allOf(conditions)}
    order by ${order === "said" ? sql`${uttered}, ` : sql``}${place} limit ${limit}`.execute(db);
  return rows;
}

/** The last of so many rows along the way, where there are more. */
async function edgeOf(
  db: Database,
  along: readonly Condition[],
  { order, behind }: Sought,
  most: number,
): Promise<Edge | null> {
  const said = order === "said";
  const conditions = [...along, ...behindOf(behind, order), ...(said ? [sql<SqlBool>`uttered > ''`] : [])];
  const { rows } = await sql<Standpoint>`
    select place, ${said ? sql`uttered` : sql`''`} as uttered from records where ${allOf(conditions)}
    order by ${said ? sql`uttered desc, ` : sql``}place desc limit 2 offset ${most - 1}`.execute(db);
  return rows.length === 2 ? { ...(rows[0] as Standpoint), lookedThrough: most } : null;
}

/** Whether few of the next rows along the way have the words, whatever else is asked of them. */
async function areRare(db: Database, along: readonly Condition[], sought: Sought, among: number): Promise<boolean> {
  const { words, order, behind } = sought;
  const edge = await edgeOf(db, along, sought, among);
  if (edge === null) return true;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from records
    where ${allOf([...along, downTo(edge, order), ...behindOf(behind, order), showsWords(words)])}`.execute(db);
  return Number(rows[0]?.n ?? 0) * RARE < among;
}

function downTo(edge: Standpoint, order: Sought["order"]): Condition {
  const within = sql<SqlBool>`${keyOf(order)} >= ${standing(edge, order)}`;
  // The index of days has no row without one, which must be said for it to be used.
  return order === "said" ? sql<SqlBool>`${within} and uttered > ''` : within;
}

function behindOf(behind: Standpoint | null, order: Sought["order"]): Condition[] {
  return behind ? [sql<SqlBool>`${keyOf(order)} < ${standing(behind, order)}`] : [];
}

function keyOf(order: Sought["order"]): RawBuilder<unknown> {
  return order === "said" ? sql`(uttered, place)` : sql`place`;
}

function standing({ uttered, place }: Standpoint, order: Sought["order"]): RawBuilder<unknown> {
  return order === "said" ? sql`(${uttered}, ${place}::bigint)` : sql`${place}::bigint`;
}

function conditionsOn({ filters }: Asked): Condition[] {
  return filters.map((filter) => conditionOf(filter));
}

/** Whether fewer than `many` rows are what a lead asks for. */
async function isRare(db: Database, lead: Asked, many: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from records where ${allOf(conditionsOn(lead))} limit 1 offset ${many - 1}`.execute(db);
  return rows.length === 0;
}

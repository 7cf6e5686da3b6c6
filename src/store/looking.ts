import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Filter, allOf, conditionOf } from "./filters.ts";
import { MATCHED, fts5Query } from "./fts5Words.ts";
import { FIRST_LOOK, askedOf, inTwoLooks } from "./looks.ts";
import type { Database } from "./schema.ts";
import { upTo } from "./upTo.ts";
import type { Edge, Order, RecordColumn, Sighted, Sought, Standpoint, TextIndex } from "./textIndex.ts";

/** What is known of a record without reading its row: the columns of `records_narrow`. */
export const NARROW = [
  "place",
  "kind",
  "standing",
  "speaker",
  "channel",
  "outlet",
  "act",
  "manner",
  "confidence",
  "uttered",
  "published",
  "occasion",
  "noticed",
] as const satisfies readonly RecordColumn[];

/** Values and words are counted up to here; so many rows are gathered and sorted, no more. */
const MANY = 20_000;
/** Asking a row whether it has the words takes as long as coming to so many rows by the words and looking at their filters. */
const ASKING = 20;
/** Where rows are read to be asked for words, only a fifth of as many is looked through. */
const READING = 5;

type Condition = RawBuilder<SqlBool>;

/** A way to come to rows: as `way` in a query, with their place. */
interface Way {
  readonly from: RawBuilder<unknown>;
  readonly place: RawBuilder<number>;
  readonly conditions: readonly Condition[];
  /** What is still to be checked of the rows it leads to. */
  readonly checks: readonly Condition[];
  /** Whether it gives the rows in the order asked for; those of others are gathered and sorted. */
  readonly isSorted: boolean;
  /** Words that the rows are still to be asked for, as JSON. */
  readonly asked: string | null;
  readonly isByWords: boolean;
}

/**
 * SQLite does not know how common a value or a word is, so it is counted here, up to `MANY`, and the rarest thing asked for is
 * what the rows are come to by. All else is checked in `records_narrow`, a tenth of the table in size. Where everything is
 * common, the rows are gone through in the order asked for, no more than `lookThrough` of them.
 */
export async function lookIn<C extends RecordColumn>(
  db: Database,
  sought: Sought,
  columns: readonly C[],
): Promise<Sighted<C>> {
  const way = await wayTo(db, sought, sought.order);
  if (!way.isSorted) return { rows: await rowsBy(db, way, sought, null, columns), edge: null };
  const last = way.asked === null ? sought.lookThrough : Math.ceil(sought.lookThrough / READING);
  // What has the words is gathered anew at every look, so that one look is best.
  const first = way.isByWords ? last : Math.min(last, Math.max(FIRST_LOOK, sought.limit * 2));
  const look = async (from: Sought, most: number): Promise<Sighted<C>> => {
    const edge = await edgeOf(db, way, from, most);
    const rows = await rowsBy(db, way, from, edge, columns);
    return { rows, edge: rows.length < from.limit ? edge : null };
  };
  return inTwoLooks(sought, { first, all: last }, look);
}

export const countIn: TextIndex["count"] = async (db, { filters, words }, counted, limit) => {
  const way = await wayTo(db, { filters, words }, null);
  const { rows } = await sql<{ value: string; n: number }>`
    select ${counted} as value, count(*) as n from ${joined(way)}
    where ${allOf([...conditionsOn(way), sql<SqlBool>`${counted} is not null`])}
    group by 1 order by n desc, value limit ${limit}`.execute(db);
  return rows.map(({ value, n }) => ({ value, n }));
};

/** The rows of a way down to an edge, those that hold all of it alone. */
async function rowsBy<C extends RecordColumn>(
  db: Database,
  way: Way,
  { order, behind, limit }: Sought,
  edge: Standpoint | null,
  columns: readonly C[],
): Promise<Sighted<C>["rows"]> {
  const within = [...conditionsOn(way)];
  const key = way.isSorted ? keyOf(way, order) : keyOf(NARROWLY, order);
  if (behind) within.push(sql<SqlBool>`${key} < ${standing(behind, order)}`);
  if (edge) within.push(sql<SqlBool>`${key} >= ${standing(edge, order)}`);
  const isNarrow = columns.every((column) => (NARROW as readonly RecordColumn[]).includes(column));
  const shown = isNarrow
    ? [...new Set<RecordColumn>(["place", "uttered", ...columns])]
    : (["place", "uttered"] as const);
  const { rows } = await sql<Sighted<C>["rows"][number]>`
    select ${sql.join(shown.map((column) => sql.ref(`records.${column}`)))} from ${joined(way)}
    where ${allOf(within)} order by ${backwards(way.isSorted ? way : NARROWLY, order)} limit ${limit}`.execute(db);
  return isNarrow ? rows : rowsAt(db, rows, columns);
}

/** Whole rows, in the order of the places. */
async function rowsAt<C extends RecordColumn>(
  db: Database,
  places: readonly Standpoint[],
  columns: readonly C[],
): Promise<Sighted<C>["rows"]> {
  if (places.length === 0) return [];
  const shown = [...new Set<RecordColumn>(["place", "uttered", ...columns])];
  const rows = (await db
    .selectFrom("records")
    .select(shown)
    .where(
      "place",
      "in",
      places.map(({ place }) => place),
    )
    .execute()) as unknown as Sighted<C>["rows"];
  const at = new Map(rows.map((row) => [row.place, row]));
  return places.flatMap(({ place }) => at.get(place) ?? []);
}

/** The last of so many rows that a way leads to, where it leads to more. */
async function edgeOf(db: Database, way: Way, { order, behind }: Sought, most: number): Promise<Edge | null> {
  const key = keyOf(way, order);
  const conditions = behind ? [...way.conditions, sql<SqlBool>`${key} < ${standing(behind, order)}`] : way.conditions;
  const uttered = order === "said" ? sql`way.uttered` : sql`''`;
  const { rows } = await sql<Standpoint>`
    select ${way.place} as place, ${uttered} as uttered from ${way.from} where ${allOf(conditions)}
    order by ${backwards(way, order)} limit 2 offset ${most - 1}`.execute(db);
  return rows.length === 2 ? { ...(rows[0] as Standpoint), lookedThrough: most } : null;
}

const NARROWLY = { place: sql<number>`records.place`, uttered: sql<string>`records.uttered` };

type Keyed = Pick<Way, "place"> & { readonly uttered?: RawBuilder<string> };

function utteredOf({ uttered = sql<string>`way.uttered` }: Keyed): RawBuilder<string> {
  return uttered;
}

function keyOf(way: Keyed, order: Order): RawBuilder<unknown> {
  return order === "said" ? sql`(${utteredOf(way)}, ${way.place})` : way.place;
}

function standing({ uttered, place }: Standpoint, order: Order): RawBuilder<unknown> {
  return order === "said" ? sql`(${uttered}, ${place})` : sql`${place}`;
}

function backwards(way: Keyed, order: Order): RawBuilder<unknown> {
  return order === "said" ? sql`${utteredOf(way)} desc, ${way.place} desc` : sql`${way.place} desc`;
}

/** The rows of a way with what is checked of them: each is come to, then looked at, and only in the end read. */
function joined({ from, asked }: Way): RawBuilder<unknown> {
  const read = asked === null ? sql`` : sql` cross join records as whole`;
  return sql`${from} cross join records indexed by records_narrow${read}`;
}

function conditionsOn({ conditions, checks, place, asked }: Way): Condition[] {
  const all = [...conditions, sql<SqlBool>`records.place = ${place}`, ...checks];
  if (asked !== null)
    all.push(sql<SqlBool>`whole.place = records.place`, sql<SqlBool>`${sql.raw(MATCHED)}(whole.words, ${asked})`);
  return all;
}

/** The quickest way to what is looked for; in no order where that is null. */
async function wayTo(
  db: Database,
  { filters, words }: Pick<Sought, "filters" | "words">,
  order: Order | null,
): Promise<Way> {
  const leads = leadsOf(filters, order);
  const isSimple = leads.length < 2 && words.length === 0 && leads.every(({ isSorted }) => isSorted);
  const counted: { readonly lead: Lead; readonly n: number }[] = [];
  for (const lead of leads)
    counted.push({ lead, n: isSimple ? 0 : await upTo(db, sql`records as way where ${allOf(lead.conditions)}`, MANY) });
  const [rarest] = counted.toSorted((a, b) => a.n - b.n || Number(b.lead.isSorted) - Number(a.lead.isSorted));
  const asked = words.length === 0 ? null : JSON.stringify(words);
  const way = byFilter(
    filters,
    rarest && (rarest.lead.isSorted || rarest.n < MANY) ? rarest.lead : sortedOf(leads),
    order,
    asked,
  );
  if (words.length === 0) return way;
  const match = sql<SqlBool>`record_words match ${fts5Query(words)}`;
  const byWords: Way = {
    from: sql`record_words as way`,
    place: sql<number>`way.rowid`,
    conditions: [match],
    checks: filters.map((filter) => conditionOf(filter)),
    isSorted: order === "newest" || order === null,
    asked: null,
    isByWords: true,
  };
  const few = rarest && rarest.n < MANY ? rarest.n * ASKING : Number.POSITIVE_INFINITY;
  if (few <= FIRST_LOOK * ASKING && words.some(({ prefix }) => prefix)) return way;
  if (order !== "said" && few >= MANY) return byWords;
  // To count the words that begin alike, all of them must be gathered: as well to go through them.
  const n = words.some(({ prefix }) => prefix) ? MANY : await upTo(db, sql`record_words as way where ${match}`, MANY);
  if (few < n) return way;
  return order === "said" && n === MANY ? way : byWords;
}

/** By the index of one filter, or through all rows, in order. */
function byFilter(filters: readonly Filter[], lead: Lead | null, order: Order | null, asked: string | null): Way {
  const rest = filters.filter(({ field }) => field !== lead?.field).map((filter) => conditionOf(filter));
  const way = { place: sql<number>`way.place`, checks: rest, asked, isByWords: false };
  if (lead) {
    // A speaker's index goes on with the date.
    const dated = order === "said" && lead.field === "speaker" ? [sql<SqlBool>`way.uttered > ''`] : [];
    return { ...way, from: sql`records as way`, conditions: [...lead.conditions, ...dated], isSorted: lead.isSorted };
  }
  return order === "said"
    ? { ...way, from: sql`records as way`, conditions: [sql<SqlBool>`way.uttered > ''`], isSorted: true }
    : { ...way, from: sql`records as way indexed by records_narrow`, conditions: [], isSorted: true };
}

/** Filters on one field that an index serves. */
interface Lead {
  readonly field: Filter["field"];
  readonly conditions: readonly Condition[];
  /** Whether its index gives the rows in the order asked for. */
  readonly isSorted: boolean;
}

/** The filter to go by where all are common: the surest to be the rarest. */
function sortedOf(leads: readonly Lead[]): Lead | null {
  return leads.find(({ field }) => field === "speaker") ?? leads.find(({ isSorted }) => isSorted) ?? null;
}

function leadsOf(filters: readonly Filter[], order: Order | null): Lead[] {
  return askedOf(filters).map(({ field, filters: own, isOfFew, isExact }): Lead => {
    const conditions = own.map((filter) => conditionOf(filter, "way"));
    // The two indexes of few rows are seen by SQLite only where the query says in words what they hold.
    if (isOfFew)
      conditions[0] =
        field === "kind"
          ? sql<SqlBool>`way.kind = 'silence'`
          : sql<SqlBool>`(way.standing = ${own[0].value} and way.standing <> 'candidate')`;
    const isSorted = order === null || (order === "said" ? field === "speaker" || field === "uttered" : isExact);
    return { field, conditions, isSorted };
  });
}

import { type RawBuilder, sql } from "kysely";
import { NARROW } from "./looking.ts";
import type { Database, Kind } from "./schema.ts";

type Index = readonly [name: string, table: string, columns: readonly string[], where: string | null];

/** Makes the indexes that a replay does without: it is quicker to make them when the rows are there. Those that are there stay. */
export async function createIndexes(db: Database, kind: Kind): Promise<void> {
  for (const [index, table, columns, where] of indexesOf(kind)) {
    const listed = sql.join(columns.map(listedAs));
    const condition = where === null ? sql`` : sql`where ${sql.raw(where)}`;
    await sql`create index if not exists ${sql.ref(index)} on ${sql.table(table)} (${listed}) ${condition}`.execute(db);
  }
}

function listedAs(column: string): RawBuilder<unknown> {
  const [name = "", backwards] = column.split(" ");
  return backwards === undefined ? sql.ref(name) : sql`${sql.ref(name)} desc`;
}

/** Whether an archive lacks indexes that came with a newer Hearsay. */
export async function lacksIndexes(db: Database, kind: Kind): Promise<boolean> {
  const { rows } = await (
    kind.name === "sqlite"
      ? sql<{ name: string }>`select name from sqlite_master where type = 'index'`
      : sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = any (current_schemas(false))`
  ).execute(db);
  const there = new Set(rows.map(({ name }) => name));
  return indexesOf(kind).some(([name]) => !there.has(name));
}

function indexesOf({ name: kind }: Kind): readonly Index[] {
  if (kind === "sqlite") return [...INDEXES, ...ONLY_SQLITE];
  return [...INDEXES, ...ONLY_POSTGRES].map(([name, table, columns, where]) => [
    name,
    table,
    // Indexes of SQLite end in the row's number by themselves, which is the place of a record.
    table === "records" && !columns.includes("place") ? [...columns, "place"] : columns,
    where,
  ]);
}

/**
 * What is looked up by other than its key, and which rows are in the index. Those of `records` end in `place`, so that the
 * newest come first without sorting.
 */
const INDEXES: readonly Index[] = [
  ["articles_changed", "articles", ["changed", "article"], null],
  ["articles_outlet", "articles", ["outlet", "changed", "article"], "outlet is not null"],
  ["articles_repeats", "articles", ["repeats"], "repeats is not null"],
  ["sights_seq", "sights", ["seq"], null],
  ["sights_address", "sights", ["article", "address", "seq"], "address is not null"],
  ["records_speaker", "records", ["speaker"], null],
  ["records_channel", "records", ["channel"], "channel is not null"],
  ["records_outlet", "records", ["outlet"], "outlet is not null"],
  ["records_act", "records", ["act"], null],
  ["records_occasion", "records", ["occasion"], "occasion is not null"],
  ["records_published", "records", ["published"], "published is not null"],
  ["records_uttered", "records", ["uttered"], "uttered is not null"],
  ["records_said", "records", ["speaker", "uttered"], "uttered is not null"],
  ["records_decided", "records", ["standing"], "standing <> 'candidate'"],
  ["records_silences", "records", ["kind"], "kind = 'silence'"],
  ["records_noticed", "records", ["noticed"], "noticed is not null"],
  // By act and mover it is looked through without its rows.
  ["records_conditions", "records", ["kind", "place", "act", "mover"], "mover is not null and standing <> 'retracted'"],
  ["records_worth", "records", ["worth"], "standing = 'candidate'"],
  ["records_decider", "records", ["decider", "worth"], "decider is not null"],
  ["records_differing", "records", ["differs"], "differs = 1"],
  ["watched_failing", "watched", ["looked_at"], "failures > 0"],
  ["tallies_most", "tallies", ["field", "n desc", "value"], null],
];

/** Filters are checked in it, so that few whole rows are read; a server has them in its memory. */
const ONLY_SQLITE: readonly Index[] = [["records_narrow", "records", NARROW, null]];
/** SQLite's records are in the order of their place by themselves. */
const ONLY_POSTGRES: readonly Index[] = [["records_place", "records", ["place"], null]];

/** Tables that are spread over a cluster are not made anew: gives them what came with format 2. They must be empty. */
export async function addColumns(db: Database, kind: Kind): Promise<void> {
  await sql`alter table records
    add column if not exists noticed text collate "C", add column if not exists mover text collate "C",
    add column if not exists worth integer not null, add column if not exists deciders integer not null,
    add column if not exists decider text collate "C", add column if not exists differs integer not null`.execute(db);
  await createIndexes(db, kind);
}

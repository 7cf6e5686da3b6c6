import { sql } from "kysely";
import type { Standing } from "../model/ledger.ts";
import { RECORD_COLUMNS, type Database, type Tables } from "./schema.ts";
import { cursorOf, mostOf, paged } from "./pages.ts";
import type { ArticleRow, DecisionRow, EditionRow, Page, RecordRow, SightRow, Store } from "./store.ts";

export async function articleAt(db: Database, address: string): Promise<string | null> {
  const row = await db.selectFrom("addresses").select("article").where("address", "=", address).executeTakeFirst();
  return row?.article ?? null;
}

export async function articleWithBody(db: Database, body: string): Promise<string | null> {
  const row = await db.selectFrom("bodies").select("article").where("body", "=", body).executeTakeFirst();
  return row?.article ?? null;
}

/** Pages made from one template fill a band without end. */
const MOST_IN_BANDS = 2_000;

export async function articlesInBands(db: Database, bands: readonly string[]): ReturnType<Store["articlesInBands"]> {
  if (bands.length === 0) return [];
  const rows = await db
    .selectFrom("bands")
    .select("article")
    .where("band", "in", [...bands])
    .orderBy("band")
    .orderBy("article")
    .limit(MOST_IN_BANDS)
    .execute();
  const shared = new Map<string, number>();
  for (const { article } of rows) shared.set(article, (shared.get(article) ?? 0) + 1);
  return Array.from(shared, ([article, n]) => ({ article, shared: n }))
    .sort((a, b) => b.shared - a.shared || (a.article < b.article ? -1 : 1))
    .slice(0, 50);
}

export async function article(db: Database, id: string): Promise<ArticleRow | null> {
  return (await db.selectFrom("articles").selectAll().where("article", "=", id).executeTakeFirst()) ?? null;
}

/** The newest changes first. */
export async function articles(
  db: Database,
  { limit, cursor, outlet }: Parameters<Store["articles"]>[0],
): Promise<Page<ArticleRow>> {
  const most = mostOf(limit);
  let query = db.selectFrom("articles").selectAll();
  if (outlet !== undefined) query = query.where("outlet", "=", outlet);
  if (cursor !== undefined) {
    const [changed = "", id = ""] = cursorOf(cursor, 2);
    query = query.where(sql<boolean>`(changed, article) < (${changed}, ${id})`);
  }
  const rows = await query
    .orderBy("changed", "desc")
    .orderBy("article", "desc")
    .limit(most + 1)
    .execute();
  return paged(rows, most, (row) => [row.changed, row.article]);
}

export async function repeatsOf(db: Database, id: string): Promise<readonly ArticleRow[]> {
  return db
    .selectFrom("articles")
    .selectAll()
    .where("repeats", "=", id)
    .orderBy("first_seen")
    .orderBy("article")
    .execute();
}

export async function editions(db: Database, id: string): Promise<readonly EditionRow[]> {
  const rows = await db.selectFrom("editions").selectAll().where("article", "=", id).orderBy("edition").execute();
  return rows.map(({ document, fates, ...row }) => ({
    ...row,
    document: JSON.parse(document) as Record<string, unknown>,
    fates: JSON.parse(fates) as EditionRow["fates"],
  }));
}

export async function sights(db: Database, id: string): Promise<readonly SightRow[]> {
  const rows = await db.selectFrom("sights").selectAll().where("article", "=", id).orderBy("seq").execute();
  return rows.map(sightOf);
}

export async function sightsAt(
  db: Database,
  ...[id, address, before, limit]: Parameters<Store["sightsAt"]>
): ReturnType<Store["sightsAt"]> {
  const rows = await db
    .selectFrom("sights")
    .selectAll()
    .where("article", "=", id)
    .where("address", "=", address)
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(sightOf);
}

function sightOf({ circumstances, ...row }: Tables["sights"]): SightRow {
  return { ...row, circumstances: JSON.parse(circumstances) as Record<string, unknown> };
}

/** The two halves of a record's full name. */
export function splitId(id: string): { article: string; id: string } {
  const dot = id.indexOf(".");
  return { article: id.slice(0, Math.max(0, dot)), id: id.slice(dot + 1) };
}

export async function record(db: Database, full: string): Promise<RecordRow | null> {
  const { article: of, id } = splitId(full);
  const row = await db
    .selectFrom("records")
    .select(RECORD_COLUMNS)
    .where("article", "=", of)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? rowOf(row) : null;
}

export async function recordsOf(db: Database, of: string): Promise<readonly RecordRow[]> {
  const rows = await db
    .selectFrom("records")
    .select(RECORD_COLUMNS)
    .where("article", "=", of)
    .orderBy("place")
    .execute();
  return rows.map(rowOf);
}

export async function idsBeginning(
  db: Database,
  ...[of, id, limit]: Parameters<Store["idsBeginning"]>
): ReturnType<Store["idsBeginning"]> {
  const rows = await db
    .selectFrom("records")
    .select(["article", "id"])
    .where("article", ">=", of)
    .where("article", "<=", `${of}\uffff`)
    .where("id", ">=", id)
    .where("id", "<=", `${id}\uffff`)
    .orderBy("article")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => `${row.article}.${row.id}`);
}

export async function decisions(db: Database, full: string): Promise<readonly DecisionRow[]> {
  const { article: of, id } = splitId(full);
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where("article", "=", of)
    .where("id", "=", id)
    .orderBy("seq")
    .execute();
  return rows.map(({ value, ...row }) => ({ ...row, value: JSON.parse(value) as DecisionRow["value"] }));
}

export async function namesOf(db: Database, name: string): Promise<readonly string[]> {
  const own = await db.selectFrom("names").select("filed").where("name", "=", name).executeTakeFirst();
  const filed = own?.filed ?? name;
  const others = await db.selectFrom("names").select("name").where("filed", "=", filed).orderBy("name").execute();
  return [filed, ...others.map((row) => row.name)];
}

export function rowOf({ record: json, machine, standing, ...row }: Tables["records"]): RecordRow {
  return {
    ...row,
    standing: standing as Standing,
    record: JSON.parse(json) as RecordRow["record"],
    machine: machine === null ? null : (JSON.parse(machine) as RecordRow["machine"]),
  };
}

import { type RawBuilder, type SqlBool, sql } from "kysely";
import { UserError } from "../model/errors.ts";
import { cursorOf, mostOf, paged } from "./pages.ts";
import { rowOf } from "./queries.ts";
import { type Database, type Kind, RECORD_COLUMNS, type Tables } from "./schema.ts";
import type { CaptureRow, Desk, FiledRow, Page, Part, Queue, RecordRow, WatchedRow } from "./store.ts";
import { upTo } from "./upTo.ts";
import { watchedRowOf } from "./watched.ts";

export function deskOf(db: Database, kind: Kind): Desk {
  return {
    queue: (queue, part) => queued(db, kind, queue, part),
    queueLength: (queue, most) => queueLength(db, queue, most),
    conditions: (which) => conditions(db, kind, which),
    movers: (among) => movers(db, among),
    captures: (part) => captures(db, part),
    failing: (part) => failing(db, part),
    watchedPage: (feed, part) => watchedPage(db, feed, part),
    itemsOf: (feed, among) => itemsOf(db, feed, among),
    speakers: (after, limit) => speakers(db, after, limit),
    spokenBy: (name, most) => upTo(db, sql`records where speaker = ${name}`, most),
    filed: (part) => filed(db, part),
  };
}

// As text, so that the databases see which of their indexes of few rows answers it.
const CANDIDATES = sql<SqlBool>`standing = 'candidate'`;
const DIFFERING = sql<SqlBool>`differs = 1`;
const CONDITIONAL = sql<SqlBool>`kind = 'statement' and mover is not null and standing <> 'retracted'`;
const FAILING = sql<SqlBool>`failures > 0`;

async function queued(db: Database, kind: Kind, queue: Queue, { limit, cursor }: Part): Promise<Page<RecordRow>> {
  const most = mostOf(limit);
  const byWorth = queue.of !== "differing";
  const after = cursor === undefined ? null : cursorOf(cursor, 2).map(wholeNumber);
  // Few rows of one article are put in order themselves; SQLite has to be told not to go through all for it.
  const own = sql.raw(queue.of === "candidates" && queue.article !== undefined && kind.name === "sqlite" ? "+" : "");
  const worth = byWorth ? sql<number>`${own}worth` : sql<number>`${own}0`;
  const place = sql<number>`${own}place`;
  const rows: Tables["records"][] = [];
  for (const condition of await conditionsOf(db, queue)) {
    let query = db.selectFrom("records").select(RECORD_COLUMNS).where(condition);
    if (after)
      query = query.where(
        byWorth ? sql<SqlBool>`(${worth}, ${place}) < (${after[0]}, ${after[1]})` : sql<SqlBool>`place < ${after[1]}`,
      );
    if (byWorth) query = query.orderBy(worth, "desc");
    rows.push(
      ...(await query
        .orderBy(place, "desc")
        .limit(most + 1)
        .execute()),
    );
  }
  rows.sort((a, b) => (byWorth ? b.worth - a.worth : 0) || b.place - a.place);
  return paged(rows.slice(0, most + 1).map(rowOf), most, queueKey);
}

/** Where a row stands in a queue, as cursors tell it. */
export function queueKey({ worth, place }: Pick<RecordRow, "worth" | "place">): string[] {
  return [String(worth), String(place)];
}

async function queueLength(db: Database, queue: Queue, most: number): Promise<number> {
  let all = 0;
  for (const condition of await conditionsOf(db, queue)) {
    all += await upTo(db, sql`records where ${condition}`, most - all);
    if (all >= most) return most;
  }
  return all;
}

/** What holds of the rows of a queue; where there are several, each is looked up by itself in its order. */
async function conditionsOf(db: Database, queue: Queue): Promise<RawBuilder<SqlBool>[]> {
  if (queue.of === "differing") return [DIFFERING];
  if (queue.of === "candidates")
    return [queue.article === undefined ? CANDIDATES : sql<SqlBool>`article = ${queue.article} and ${CANDIDATES}`];
  const deciders = await different(db, "decider", "", MOST_READERS);
  const others = deciders.filter(({ value }) => value !== queue.reader.trim());
  return others.map(({ value }) => sql<SqlBool>`decider = ${value}`);
}

/** People who read; beyond them a second reader waits for the rest. */
const MOST_READERS = 300;

/** The different values of an indexed column behind one, in order: from one to the next, without the rows between. */
async function different(
  db: Database,
  column: "decider" | "speaker",
  after: string,
  limit: number,
): Promise<readonly { readonly value: string; readonly kind: string }[]> {
  const of = sql.ref(`records.${column}`);
  const { rows } = await sql<{ value: string; kind: string }>`
    with recursive found(value) as (
      select (select min(${of}) from records where ${of} > ${after})
      union all
      select (select min(${of}) from records where ${of} > found.value) from found where found.value is not null
    )
    select value, (select speaker_kind from records where ${of} = found.value limit 1) as kind
    from found where value is not null limit ${limit}`.execute(db);
  return rows;
}

async function conditions(
  db: Database,
  kind: Kind,
  { acts, mover, limit, cursor }: Parameters<Desk["conditions"]>[0],
): Promise<Page<RecordRow>> {
  const most = mostOf(limit);
  let query = db.selectFrom("records").select(RECORD_COLUMNS).where(CONDITIONAL);
  // Set aside for SQLite, so that it goes through the few rows with a condition.
  const act = sql.raw(kind.name === "sqlite" ? "+act" : "act");
  if (acts && acts.length > 0) query = query.where(sql<SqlBool>`${act} in (${sql.join([...acts])})`);
  if (mover !== undefined) query = query.where("mover", "=", mover);
  if (cursor !== undefined) query = query.where("place", "<", wholeNumber(cursorOf(cursor, 1)[0] ?? ""));
  const rows = await query
    .orderBy("place", "desc")
    .limit(most + 1)
    .execute();
  return paged(rows.map(rowOf), most, ({ place }) => [String(place)]);
}

async function movers(db: Database, among: number): ReturnType<Desk["movers"]> {
  const newest = db
    .selectFrom("records")
    .select("mover")
    .where(CONDITIONAL)
    .orderBy("place", "desc")
    .limit(among)
    .as("newest");
  const rows = await db
    .selectFrom(newest)
    .select(["mover as value", (e) => e.fn.countAll<number>().as("n")])
    .groupBy("mover")
    .orderBy("n", "desc")
    .orderBy("mover")
    .execute();
  return rows.map(({ value, n }) => ({ value: value ?? "", n: Number(n) }));
}

async function captures(db: Database, { limit, cursor }: Part): Promise<Page<CaptureRow>> {
  const most = mostOf(limit);
  let query = db.selectFrom("sights").selectAll();
  if (cursor !== undefined) query = query.where("seq", "<", wholeNumber(cursorOf(cursor, 1)[0] ?? ""));
  const rows = await query
    .orderBy("seq", "desc")
    .limit(most + 1)
    .execute();
  const named = [...new Set(rows.map(({ article }) => article))];
  const articles =
    named.length === 0
      ? []
      : await db.selectFrom("articles").select(["article", "title", "outlet"]).where("article", "in", named).execute();
  const about = new Map(articles.map((row) => [row.article, row]));
  const whole = rows.map(({ circumstances, ...row }): CaptureRow => {
    const { title = null, outlet = null } = about.get(row.article) ?? {};
    return { ...row, circumstances: JSON.parse(circumstances) as CaptureRow["circumstances"], title, outlet };
  });
  return paged(whole, most, ({ seq }) => [String(seq)]);
}

async function failing(db: Database, { limit, cursor }: Part): Promise<Page<WatchedRow>> {
  const most = mostOf(limit);
  let query = db.selectFrom("watched").selectAll().where(FAILING).where("looked_at", "is not", null);
  if (cursor !== undefined) {
    const [at = "", address = ""] = cursorOf(cursor, 2);
    query = query.where((e) =>
      e.or([e("looked_at", "<", at), e.and([e("looked_at", "=", at), e("address", ">", address)])]),
    );
  }
  const rows = await query
    .orderBy("looked_at", "desc")
    .orderBy("address")
    .limit(most + 1)
    .execute();
  return paged(rows.map(watchedRowOf), most, (row) => [row.looked_at ?? "", row.address]);
}

async function watchedPage(db: Database, feed: string | null, { limit, cursor }: Part): Promise<Page<WatchedRow>> {
  const most = mostOf(limit);
  const all = db.selectFrom("watched").selectAll();
  let query = feed === null ? all.where("feed", "is", null) : all.where("feed", "=", feed);
  if (cursor !== undefined) query = query.where("address", ">", cursorOf(cursor, 1)[0] ?? "");
  const rows = await query
    .orderBy("address")
    .limit(most + 1)
    .execute();
  return paged(rows.map(watchedRowOf), most, ({ address }) => [address]);
}

async function itemsOf(db: Database, feed: string, among: number): ReturnType<Desk["itemsOf"]> {
  const some = db.selectFrom("watched").select("failures").where("feed", "=", feed).limit(among).as("some");
  const { items, failing } = await db
    .selectFrom(some)
    .select([
      (e) => e.fn.countAll<number>().as("items"),
      sql<number>`coalesce(sum(case when failures > 0 then 1 else 0 end), 0)`.as("failing"),
    ])
    .executeTakeFirstOrThrow();
  return { items: Number(items), failing: Number(failing) };
}

async function speakers(db: Database, after: string, limit: number): ReturnType<Desk["speakers"]> {
  return (await different(db, "speaker", after, limit)).map(({ value, kind }) => ({ name: value, kind }));
}

async function filed(db: Database, { limit, cursor }: Part): Promise<Page<FiledRow>> {
  const most = mostOf(limit);
  let query = db.selectFrom("names").selectAll();
  if (cursor !== undefined) {
    const [under = "", name = ""] = cursorOf(cursor, 2);
    query = query.where((e) => e.or([e("filed", ">", under), e.and([e("filed", "=", under), e("name", ">", name)])]));
  }
  const rows = await query
    .orderBy("filed")
    .orderBy("name")
    .limit(most + 1)
    .execute();
  return paged(rows, most, (row) => [row.filed, row.name]);
}

function wholeNumber(text: string): number {
  const n = Number(text);
  if (text === "" || !Number.isSafeInteger(n)) throw new UserError("this is no cursor of this list", 2);
  return n;
}

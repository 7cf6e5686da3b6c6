import type { SelectQueryBuilder } from "kysely";
import { chunks } from "./chunks.ts";
import { textsKept } from "./newRows.ts";
import type { Database, Tables } from "./schema.ts";
import type { Due, WatchedRow } from "./store.ts";

/** Those that are due, what people named before the items of feeds, the longest due first. */
export async function dueWatched(db: Database, { named, hostsBusy, by, limit }: Due): Promise<readonly WatchedRow[]> {
  let query = meant(db.selectFrom("watched").selectAll(), named).where("next_at", "<=", by);
  if (hostsBusy.length > 0) query = query.where("host", "not in", [...hostsBusy]);
  const rows = await query
    .orderBy((e) => e.case().when("feed", "is", null).then(0).else(1).end())
    .orderBy("next_at")
    .orderBy("address")
    .limit(limit)
    .execute();
  return rows.map(watchedRowOf);
}

/** When the next is due after `after`, or null. */
export async function nextWatched(
  db: Database,
  { named, after }: { readonly named: readonly string[] | null; readonly after: string },
): Promise<string | null> {
  const query = meant(db.selectFrom("watched").select("next_at"), named).where("next_at", ">", after);
  return (await query.orderBy("next_at").limit(1).executeTakeFirst())?.next_at ?? null;
}

function meant<O>(
  query: SelectQueryBuilder<Tables, "watched", O>,
  named: readonly string[] | null,
): SelectQueryBuilder<Tables, "watched", O> {
  if (named === null) return query;
  return query.where((e) => e.or([e("address", "in", [...named]), e("feed", "in", [...named])]));
}

export async function watched(db: Database, addresses: readonly string[]): Promise<readonly WatchedRow[]> {
  const all: WatchedRow[] = [];
  for (const some of chunks(addresses)) {
    const rows = await db
      .selectFrom("watched")
      .selectAll()
      .where("address", "in", [...some])
      .execute();
    all.push(...rows.map(watchedRowOf));
  }
  return all;
}

export async function watchedIn(db: Database, feed: string | null): Promise<readonly WatchedRow[]> {
  const query = db.selectFrom("watched").selectAll();
  const rows = await (feed === null ? query.where("feed", "is", null) : query.where("feed", "=", feed))
    .orderBy("address")
    .execute();
  return rows.map(watchedRowOf);
}

export async function keepWatched(db: Database, rows: readonly WatchedRow[]): Promise<void> {
  await db.transaction().execute(async (change) => {
    for (const some of chunks(rows)) {
      const values = some.map(({ facts, ...row }) => textsKept({ ...row, facts: JSON.stringify(facts) }));
      await change
        .insertInto("watched")
        .values(values)
        .onConflict((c) =>
          c.column("address").doUpdateSet(({ ref }) => ({
            host: ref("excluded.host"),
            feed: ref("excluded.feed"),
            kind: ref("excluded.kind"),
            facts: ref("excluded.facts"),
            etag: ref("excluded.etag"),
            last_modified: ref("excluded.last_modified"),
            looked_at: ref("excluded.looked_at"),
            next_at: ref("excluded.next_at"),
            failures: ref("excluded.failures"),
            last_status: ref("excluded.last_status"),
            last_error: ref("excluded.last_error"),
          })),
        )
        .execute();
    }
  });
}

export async function dropWatched(db: Database, addresses: readonly string[]): Promise<void> {
  for (const some of chunks(addresses))
    await db
      .deleteFrom("watched")
      .where("address", "in", [...some])
      .execute();
}

export function watchedRowOf({ facts, ...row }: Tables["watched"]): WatchedRow {
  return { ...row, facts: JSON.parse(facts) as Record<string, unknown> };
}

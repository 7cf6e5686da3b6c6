import { looked, pageOf } from "./find.ts";
import { mostOf } from "./pages.ts";
import { rowOf } from "./queries.ts";
import { type Database, RECORD_COLUMNS } from "./schema.ts";
import type { DecidedRow, Glance, Glanced, Query, Store } from "./store.ts";
import type { Sighted, TextIndex } from "./textIndex.ts";

const COLUMNS = ["kind", "standing", "speaker", "channel", "outlet", "act", "occasion", "uttered"] as const;

export async function glance(db: Database, index: TextIndex, query: Query, most: number): Promise<Glance> {
  return glanceOf(await looked(db, index, query, most, COLUMNS, "newest"));
}

export async function overview(
  db: Database,
  index: TextIndex,
  ...[query, most]: Parameters<Store["overview"]>
): ReturnType<Store["overview"]> {
  const seen = await looked(db, index, query, most, COLUMNS, "newest");
  const shown = mostOf(query.limit);
  const first = seen.rows.slice(0, shown + 1).map(({ place }) => place);
  const whole =
    first.length === 0
      ? []
      : await db
          .selectFrom("records")
          .select(RECORD_COLUMNS)
          .where("place", "in", first)
          .orderBy("place", "desc")
          .execute();
  return {
    page: pageOf(whole.map(rowOf), seen.edge, shown, false),
    glance: glanceOf(seen),
  };
}

function glanceOf({ rows, edge }: Sighted<(typeof COLUMNS)[number]>): Glance {
  return { rows: rows as readonly Glanced[], ...(edge !== null && { lookedThrough: edge.lookedThrough }) };
}

/** How far back in the ledger decisions are looked for. */
const LATELY = 5_000;

export async function decidedLately(db: Database, limit: number): Promise<readonly DecidedRow[]> {
  const head = await db.selectFrom("head").select("seq").executeTakeFirst();
  return db
    .selectFrom("ledger")
    .select(["seq", "at", "by", "act", "about", "cause"])
    .where("seq", ">", Number(head?.seq ?? 0) - LATELY)
    .where("by", ">=", "person:")
    .where("by", "<", "person;")
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
}

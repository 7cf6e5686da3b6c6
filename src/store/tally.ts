import { sql } from "kysely";
import { chunks } from "./chunks.ts";
import type { Database, Tables } from "./schema.ts";

/** Fields whose values are counted as records come and go, those that were retracted among them. */
export const COUNTED = ["speaker", "channel", "outlet", "occasion", "kind"] as const;
type Counted = Pick<Tables["records"], (typeof COUNTED)[number]>;

/** How many of what came or went, by field and value. */
export class Tally {
  readonly #changes = new Map<string, Tables["tallies"]>();

  add(field: string, value: string, n: number): void {
    const key = `${field} ${value}`;
    const there = this.#changes.get(key)?.n ?? 0;
    // One that comes and goes is kept too, so that the rows do not hang on how much is written at once.
    this.#changes.set(key, { field, value, n: there + n });
  }

  /** Records that came (1) or went (-1). */
  records(rows: readonly Partial<Counted>[], n: 1 | -1): void {
    for (const row of rows)
      for (const field of COUNTED) {
        const value = row[field];
        if (value !== undefined && value !== null) this.add(field, value, n);
      }
  }

  /** Writes what was counted and begins anew. */
  async write(change: Database): Promise<void> {
    for (const some of chunks([...this.#changes.values()]))
      await change
        .insertInto("tallies")
        .values(some)
        .onConflict((c) => c.columns(["field", "value"]).doUpdateSet({ n: sql<number>`tallies.n + excluded.n` }))
        .execute();
    this.#changes.clear();
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import type { Incoming, Offer } from "../../src/archive/add.ts";

/** An empty archive in a file, gone when the test ends. */
export async function scratchArchive(t: TestContext): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"));
  const store = await openSqlite(join(folder, "hearsay.db"));
  t.after(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}

/** A report as a source would offer it. */
export function report(words: string, address: string | null, said: Incoming["options"] = {}): Incoming {
  return {
    bytes: Buffer.from(words),
    name: address ?? "a report",
    address,
    options: { reader: "fast", ...said },
    circumstances: {},
    by: "file",
  };
}

export async function* these(...offers: readonly Offer[]): AsyncGenerator<Offer> {
  yield* offers;
}

/** A clock that goes a second at each look. */
export function ticking(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)).toISOString();
}

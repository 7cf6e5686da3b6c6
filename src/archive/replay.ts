import { isDeepStrictEqual } from "node:util";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../store/sqlite.ts";
import { REPLAYED } from "../store/schema.ts";
import type { KeyedRow } from "../store/rows.ts";
import type { Store } from "../store/store.ts";

/** Entries replayed at once. */
const BATCH = 500;

/** The tables that the ledger of an archive makes, made anew beside it for the time of some work. */
export async function replayed<T>(
  store: Store,
  told: (done: number, all: number) => Promise<void>,
  work: (truth: Store) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-verify-"));
  try {
    const truth = await openSqlite(join(folder, "replay.db"));
    try {
      const { seq: all } = await store.head();
      for (let next = 1; next <= all;) {
        const entries = await store.entries(next, Math.min(BATCH, all - next + 1));
        if (entries.length === 0) break;
        await truth.restore(entries, []);
        next += entries.length;
        await told(next - 1, all);
      }
      return await work(truth);
    } finally {
      await truth.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A row of a table, or a word of the text index, that is not what the ledger says. */
export interface Difference {
  readonly table: (typeof REPLAYED)[number] | "text index";
  readonly key: string;
  readonly how: "is missing" | "is not in the ledger" | "is not what the ledger says";
}

/**
 * Every row in which the tables of an archive and its text index differ from those its ledger makes, table by table in the
 * order of their keys.
 */
export async function* differences(store: Store, truth: Store): AsyncGenerator<Difference> {
  for (const table of REPLAYED)
    for await (const found of compared(store.rows(table), truth.rows(table))) yield { table, ...found };
  const words = store.indexedWords();
  const meant = truth.indexedWords();
  if (words && meant) for await (const found of compared(words, meant)) yield { table: "text index", ...found };
}

async function* compared(
  rows: AsyncIterable<KeyedRow>,
  meantRows: AsyncIterable<KeyedRow>,
): AsyncGenerator<Pick<Difference, "key" | "how">> {
  const there = rows[Symbol.asyncIterator]();
  const meant = meantRows[Symbol.asyncIterator]();
  let a = await there.next();
  let b = await meant.next();
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : inOrder(a.value.key, b.value.key);
    const key = ((order <= 0 ? a.value : b.value) as KeyedRow).key.join(" ");
    if (order > 0) yield { key, how: "is missing" };
    else if (order < 0) yield { key, how: "is not in the ledger" };
    else if (!isDeepStrictEqual({ ...a.value.row }, { ...b.value.row }))
      yield { key, how: "is not what the ledger says" };
    if (order <= 0) a = await there.next();
    if (order >= 0) b = await meant.next();
  }
}

/** Texts by their bytes in UTF-8, as both stores put them in order. */
function inOrder(a: KeyedRow["key"], b: KeyedRow["key"]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i];
    const order =
      typeof one === "number" && typeof other === "number"
        ? one - other
        : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
    if (order !== 0) return order;
  }
  return 0;
}

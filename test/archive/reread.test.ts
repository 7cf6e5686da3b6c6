import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { add } from "../../src/archive/add.ts";
import { ReadingPool } from "../../src/archive/pool.ts";
import { readerNameOf } from "../../src/archive/readerName.ts";
import { allArticles } from "../../src/archive/allArticles.ts";
import { type Reread, reread } from "../../src/archive/reread.ts";
import type { Draft, LedgerEntry } from "../../src/model/ledger.ts";
import type { Store } from "../../src/store/store.ts";
import { report, scratchArchive, these, ticking } from "./scratch.ts";

const pool = new ReadingPool(1);
after(() => pool.close());

const words = (n: number): string =>
  `Report ${n}\n\nMayor Dita Bronski said that bridge number ${n} would be closed. She denied that it was unsafe.\n`;

/** A reader of another name: one that has a pack beside Hearsay's own. */
const PACK = mkdtempSync(join(tmpdir(), "hearsay-test-"));
writeFileSync(join(PACK, "pack.json"), JSON.stringify({ name: "harbours", description: "nothing in it" }));
const newer = new ReadingPool(1, { packs: [PACK] });
const NEWER = readerNameOf("fast", [{ name: "harbours" }]);
after(async () => {
  await newer.close();
  rmSync(PACK, { recursive: true });
});

async function readAgain(store: Store, now: () => string, by = { pool: newer, readerName: NEWER }): Promise<Reread[]> {
  const results: Reread[] = [];
  await reread(store, allArticles(store), { ...by, reader: "fast", now, told: (result) => void results.push(result) });
  return results;
}

async function decided(store: Store, id: string, act: "confirm" | "retract", now: () => string): Promise<LedgerEntry> {
  const [article = "", record = ""] = id.split(".");
  const draft: Draft = {
    by: "person:Ana",
    act,
    about: id,
    value: { article, id: record, undoes: null },
    cause: null,
    once: null,
  };
  const [[entry] = []] = await store.append([{ drafts: [draft], blobs: [] }], now());
  return entry as LedgerEntry;
}

test("the same reader again changes nothing", async (t) => {
  const store = await scratchArchive(t);
  const now = ticking();
  await add(store, these(report(words(1), "/1"), report(words(2), "/2")), { pool, now });
  const { hash } = await store.head();
  const results = await readAgain(store, now, { pool, readerName: readerNameOf("fast") });
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ["known", "known"],
  );
  assert.equal((await store.head()).hash, hash);
});

test("a newer reader's findings take the place of candidates, never of what a person decided on", async (t) => {
  const store = await scratchArchive(t);
  const now = ticking();
  await add(store, these(report(words(1), "/1")), { pool, now });
  const [article = ""] = await Array.fromAsync(allArticles(store));
  const [first, second] = await store.recordsOf(article);
  assert.ok(first && second);
  const { seq } = await decided(store, `${article}.${first.id}`, "confirm", now);
  assert.deepEqual(await readAgain(store, now), [{ article, outcome: "read", statements: 2, before: 2 }]);
  const after = await store.recordsOf(article);
  const place = (id: string): number => Math.floor((after.find((row) => row.id === id)?.place ?? 0) / 1_000_000);
  assert.equal(after.length, 2);
  assert.ok(place(first.id) < seq, "the confirmed one stands as it was");
  assert.ok(place(second.id) > seq, "the candidate was superseded");
  assert.equal((await store.record(`${article}.${first.id}`))?.standing, "confirmed");
  assert.equal((await readAgain(store, now))[0]?.outcome, "known");
});

test("what was said of a report holds when it is read again", async (t) => {
  const store = await scratchArchive(t);
  const now = ticking();
  await add(store, these(report(words(1), "/1")), { pool, now });
  await add(store, these(report(words(1), "/1", { published: "2024-03-04", outlet: "Nordwire" })), { pool, now });
  await readAgain(store, now);
  const { published, outlet } = (await store.articles({})).items[0] ?? {};
  assert.deepEqual([published, outlet], ["2024-03-04", "Nordwire"]);
});

test("more articles than are read at once", async (t) => {
  const store = await scratchArchive(t);
  const now = ticking();
  await add(store, these(...Array.from({ length: 70 }, (_, i) => report(words(i), `/${i}`))), { pool, now });
  const results = await readAgain(store, now);
  assert.equal(new Set(results.map(({ article }) => article)).size, 70);
  assert.ok(results.every(({ outcome }) => outcome === "read"));
  assert.equal((await store.size()).statements, 140);
});

test("stopped, it leaves the rest", async (t) => {
  const store = await scratchArchive(t);
  const now = ticking();
  await add(store, these(...Array.from({ length: 40 }, (_, i) => report(words(i), `/${i}`))), { pool, now });
  const stop = new AbortController();
  stop.abort();
  const { seq } = await store.head();
  await reread(store, allArticles(store), { pool: newer, reader: "fast", readerName: NEWER, now, stop: stop.signal });
  assert.equal((await store.head()).seq, seq);
});

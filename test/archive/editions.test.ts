import assert from "node:assert/strict";
import { type TestContext, after, test } from "node:test";
import { add } from "../../src/archive/add.ts";
import type { Kept } from "../../src/archive/archive.ts";
import { articleNamed, historyOf } from "../../src/archive/history.ts";
import { ReadingPool } from "../../src/archive/pool.ts";
import type { Store } from "../../src/store/store.ts";
import type { Fate } from "../../src/store/values.ts";
import { ADDRESS, FERRY, FIRST, HISTORY, type Page, QUAY, TAX, UNION, html } from "./harbourPages.ts";
import { report, scratchArchive, these, ticking } from "./scratch.ts";

const pool = new ReadingPool(1);
after(() => pool.close());

async function take(store: Store, page: Page, now: () => string, address = ADDRESS): Promise<Kept> {
  const results: unknown[] = [];
  await add(store, these(report(html(page), address)), { pool, now, told: (_, kept) => void results.push(kept) });
  const [kept] = results;
  assert.ok(kept !== null && typeof kept === "object" && "outcome" in kept, JSON.stringify(kept));
  return kept as Kept;
}

/** The fates by the words that a statement had. */
async function fatesByWords(store: Store, { article, edition }: Kept): Promise<[words: string, fate: Fate["fate"]][]> {
  const row = await store.article(article);
  assert.ok(row);
  const now = (await historyOf(store, row)).editions.find((one) => one.edition === edition);
  return (now?.fates ?? []).map(({ fate, was, words }) => [was ?? words, fate]);
}

function fateOf(fates: readonly [string, Fate["fate"]][], words: string): Fate["fate"] | undefined {
  const [found, ...others] = fates.filter(([said]) => said.includes(words));
  assert.ok(others.length === 0, `more than one statement has “${words}”`);
  return found?.[1];
}

async function started(t: TestContext): Promise<{ store: Store; now: () => string; first: Kept }> {
  const store = await scratchArchive(t);
  const now = ticking();
  const first = await take(store, FIRST, now);
  assert.equal(first.outcome, "new");
  return { store, now, first };
}

test("the page has the statements the series is about", async (t) => {
  const { store, first } = await started(t);
  const words = (await store.recordsOf(first.article)).map((row) => row.words);
  for (const said of [
    "the harbour tax would rise by a tenth",
    "the quay needs repairs",
    "would strike",
    "not raise its fares",
  ])
    assert.equal(words.filter((one) => one.includes(said)).length, 1, said);
});

test("counters, clocks and share lines are no edit", async (t) => {
  const { store, now, first } = await started(t);
  for (const change of [
    { views: "9,731 views" },
    { clock: "17:40" },
    { share: "Share this article on Chirper 12 times" },
  ]) {
    const kept = await take(store, { ...FIRST, ...change }, now);
    assert.deepEqual([kept.outcome, kept.article, kept.edition], ["repeat", first.article, 1], JSON.stringify(change));
  }
  assert.equal((await store.editions(first.article)).length, 1);
  assert.equal((await store.sights(first.article)).length, 4);
});

test("the same bytes from the same place are known", async (t) => {
  const { store, now } = await started(t);
  const { seq } = await store.head();
  assert.equal((await take(store, FIRST, now)).outcome, "known");
  assert.equal((await store.head()).seq, seq);
});

test("an altered quotation is altered, with the words then and now; the others stay", async (t) => {
  const { store, now } = await started(t);
  const paragraphs = FIRST.paragraphs.map((words) =>
    words.replace("before the winter storms come", "before the gales of autumn begin"),
  );
  const kept = await take(store, { ...FIRST, paragraphs }, now);
  assert.deepEqual([kept.outcome, kept.edition], ["edition", 2]);
  const fates = await fatesByWords(store, kept);
  assert.equal(fateOf(fates, "the quay needs repairs"), "altered");
  assert.equal(fateOf(fates, "rise by a tenth"), "unchanged");
  const altered = kept.fates.find(({ fate }) => fate === "altered");
  assert.match(altered?.was ?? "", /winter storms come/);
  assert.match(altered?.now ?? "", /gales of autumn begin/);
  // Behind the altered words all stand a little elsewhere.
  assert.equal(fateOf(fates, "would strike"), "moved");
});

test("a moved paragraph moves its statement; its words are the same", async (t) => {
  const { store, now } = await started(t);
  const kept = await take(store, { ...FIRST, paragraphs: [TAX, UNION, QUAY, FERRY, HISTORY] }, now);
  const fates = await fatesByWords(store, kept);
  assert.deepEqual(
    ["rise by a tenth", "the quay needs repairs", "would strike", "not raise its fares"].map((words) =>
      fateOf(fates, words),
    ),
    ["unchanged", "moved", "moved", "unchanged"],
  );
  assert.ok(kept.fates.every(({ id, to }) => id === to));
});

test("a removed statement is gone, and is not found any more as it stood", async (t) => {
  const { store, now, first } = await started(t);
  const kept = await take(store, { ...FIRST, paragraphs: [TAX, QUAY, UNION, HISTORY] }, now);
  const fates = await fatesByWords(store, kept);
  assert.equal(fateOf(fates, "not raise its fares"), "gone");
  assert.deepEqual(
    fates.filter(([, fate]) => fate === "gone").length + fates.filter(([, fate]) => fate === "unchanged").length,
    fates.length,
  );
  assert.ok((await store.recordsOf(first.article)).every((row) => !row.words.includes("fares")));
});

test("a statement a person confirmed stays when it is gone from the page", async (t) => {
  const { store, now, first } = await started(t);
  const row = (await store.recordsOf(first.article)).find(({ words }) => words.includes("fares"));
  assert.ok(row);
  const value = { article: row.article, id: row.id, undoes: null };
  const draft = {
    by: "person:Ana",
    act: "confirm" as const,
    about: `${row.article}.${row.id}`,
    value,
    cause: null,
    once: null,
  };
  await store.append([{ drafts: [draft], blobs: [] }], now());
  await take(store, { ...FIRST, paragraphs: [TAX, QUAY, UNION, HISTORY] }, now);
  const still = await store.record(`${row.article}.${row.id}`);
  assert.deepEqual([still?.standing, still?.edition], ["confirmed", 1]);
});

test("a corrected headline is an edition, and moves what stands behind it", async (t) => {
  const { store, now, first } = await started(t);
  const kept = await take(store, { ...FIRST, headline: "Harbour tax to rise by a tenth, mayor says" }, now);
  assert.equal(kept.outcome, "edition");
  const fates = await fatesByWords(store, kept);
  assert.equal(fateOf(fates, "not raise its fares"), "moved");
  assert.equal(fateOf(fates, "the quay needs repairs"), "moved");
  assert.equal((await store.article(first.article))?.title, "Harbour tax to rise by a tenth, mayor says");
});

test("a new paragraph brings a new statement and leaves the others", async (t) => {
  const { store, now, first } = await started(t);
  const more = "Finance chief Lev Okoro denied that the money would go to the town hall.";
  const kept = await take(store, { ...FIRST, paragraphs: [...FIRST.paragraphs, more] }, now);
  assert.ok(kept.fates.every(({ fate }) => fate === "unchanged"));
  const row = await articleNamed(store, ADDRESS, "/");
  const last = (await historyOf(store, row)).editions.at(-1);
  assert.deepEqual(
    last?.added.map(({ words }) => words.includes("town hall")),
    [true],
  );
  assert.equal(row.article, first.article);
});

test("a series of editions: each is compared with the one before it", async (t) => {
  const { store, now, first } = await started(t);
  const half = FIRST.paragraphs.map((words) => words.replace("a tenth", "a twelfth"));
  const none = half.filter((words) => words !== UNION);
  const second = await take(store, { ...FIRST, paragraphs: half }, now);
  const third = await take(store, { ...FIRST, paragraphs: none }, now);
  const fourth = await take(store, { ...FIRST, paragraphs: none, views: "3 views" }, now);
  assert.deepEqual(
    [second, third, fourth].map(({ outcome, edition }) => [outcome, edition]),
    [
      ["edition", 2],
      ["edition", 3],
      ["repeat", 3],
    ],
  );
  assert.equal(fateOf(await fatesByWords(store, second), "rise by a tenth"), "altered");
  assert.equal(fateOf(await fatesByWords(store, third), "would strike"), "gone");
  assert.equal(fateOf(await fatesByWords(store, third), "rise by a twelfth"), "unchanged");
  assert.deepEqual(
    (await store.editions(first.article)).map(({ edition }) => edition),
    [1, 2, 3],
  );
});

test("many editions of one page in one batch are each an edition, in order", async (t) => {
  const store = await scratchArchive(t);
  const pages = ["a tenth", "a ninth", "an eighth", "a seventh", "a sixth", "a fifth", "a quarter", "a third"].map(
    (share) => html({ ...FIRST, paragraphs: FIRST.paragraphs.map((words) => words.replace("a tenth", share)) }),
  );
  const editions: unknown[] = [];
  await add(store, these(...pages.map((page) => report(page, ADDRESS))), {
    pool,
    now: ticking(),
    told: (_, kept) => void editions.push("outcome" in kept ? [kept.outcome, kept.edition] : kept),
  });
  assert.deepEqual(
    editions,
    pages.map((_, i) => [i === 0 ? "new" : "edition", i + 1]),
  );
});

test("the same text at another address is a repeat", async (t) => {
  const { store, now, first } = await started(t);
  const kept = await take(store, { ...FIRST, views: "88 views", clock: "noon" }, now, "https://echo.example/tax");
  assert.deepEqual([kept.outcome, kept.article], ["repeat", first.article]);
  assert.equal((await articleNamed(store, "https://echo.example/tax", "/")).article, first.article);
});

test("a text with a sentence more at another address is an article of its own that nearly repeats the first", async (t) => {
  const { store, now, first } = await started(t);
  const more = "The council meets on Thursday.";
  const kept = await take(
    store,
    { ...FIRST, paragraphs: [...FIRST.paragraphs, more] },
    now,
    "https://echo.example/tax",
  );
  assert.deepEqual([kept.outcome, kept.repeats], ["new", first.article]);
});

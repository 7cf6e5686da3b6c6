import assert from "node:assert/strict";
import { after } from "node:test";
import { type Incoming, add } from "../../src/archive/add.ts";
import type { Kept } from "../../src/archive/archive.ts";
import { checkArchive } from "../../src/archive/check.ts";
import { confirm, dispute } from "../../src/archive/decide.ts";
import { historyOf } from "../../src/archive/history.ts";
import { ReadingPool } from "../../src/archive/pool.ts";
import { fullId } from "../../src/archive/records.ts";
import { articleView } from "../../src/archive/views/article.ts";
import type { History } from "../../src/model/history.ts";
import type { Draft, Json } from "../../src/model/ledger.ts";
import type { Store, Unit } from "../../src/store/store.ts";
import { type Home, tablesOf } from "../store/homes.ts";
import { ADDRESS, FIRST, HISTORY, type Page, QUAY, TAX, UNION, html } from "./harbourPages.ts";
import { type It, onBoth } from "./onBoth.ts";
import { report, these, ticking } from "./scratch.ts";

const pool = new ReadingPool(1);
after(() => pool.close());

const HOME = "https://echo.example/tax";
/** The tax is put right, and the ferry company is left out. */
const SECOND: Page = { ...FIRST, paragraphs: [TAX.replace("a tenth", "a twelfth"), QUAY, UNION, HISTORY] };
const A = html(FIRST);
const B = html(SECOND);
/** The first text with another clock, in other bytes. */
const LATER_A = html({ ...FIRST, clock: "17:40" });

type Added = readonly [outcome: Kept["outcome"], edition: number, returns: number | null];

async function addAll(store: Store, offers: readonly Incoming[], now: () => string): Promise<Added[]> {
  const kept: Added[] = [];
  await add(store, these(...offers), {
    pool,
    now,
    told: (_, one) => {
      assert.ok("outcome" in one, JSON.stringify(one));
      kept.push([one.outcome, one.edition, one.returns]);
    },
  });
  return kept;
}

const at = (address: string, ...pages: readonly string[]): Incoming[] => pages.map((page) => report(page, address));

/** One page after the other, each in a call of its own. */
async function oneByOne(store: Store, offers: readonly Incoming[], now: () => string): Promise<Added[]> {
  const kept: Added[] = [];
  for (const offer of offers) kept.push(...(await addAll(store, [offer], now)));
  return kept;
}

async function historyAt(store: Store, address = ADDRESS): Promise<History> {
  const row = await store.article((await store.articleAt(address)) ?? "");
  assert.ok(row);
  return historyOf(store, row);
}

/** A second look changes nothing, a replay makes the same tables, and all that is kept is in order. */
async function holdsTogether(store: Store, home: Home): Promise<void> {
  const tables = await tablesOf(home);
  await store.rebuild(() => {});
  assert.deepEqual(await tablesOf(home), tables);
  const findings: string[] = [];
  await checkArchive(store, {
    version: "hearsay-0.1.0",
    told: async () => {},
    found: async ({ about, what }) => void findings.push(`${about}: ${what}`),
  });
  assert.deepEqual(findings, []);
}

await onBoth((it) => {
  returnCases(it);
  homeCases(it);
  storedCases(it);
});

function returnCases(it: It): void {
  it("a page that goes back to its first text, to the byte, gains an edition", async (store, home) => {
    const now = ticking();
    const kept = await oneByOne(store, at(ADDRESS, A, B, A), now);
    assert.deepEqual(kept, [
      ["new", 1, null],
      ["edition", 2, null],
      ["edition", 3, 1],
    ]);
    const { hash } = await store.head();
    assert.equal((await oneByOne(store, at(ADDRESS, A), now))[0]?.[0], "known");
    assert.equal((await store.head()).hash, hash);
    const { editions, article } = await historyAt(store);
    assert.equal(editions[2]?.text, editions[0]?.text);
    assert.deepEqual(
      (await store.blobs(article)).map(({ of }) => of).sort(),
      ["captures", "captures", "texts", "texts"],
      "bytes and text are kept once",
    );
    assert.equal((await store.sights(article)).length, 3);
    await holdsTogether(store, home);
  });

  it("what became of every statement is told, and what came back", async (store) => {
    await oneByOne(store, at(ADDRESS, A, B, A), ticking());
    const { editions } = await historyAt(store);
    const [, second, third] = editions;
    assert.deepEqual([second?.returns, third?.returns], [null, 1]);
    const fates = third?.fates.map(({ fate, was, words }) => `${fate}: ${was ?? words}`).sort() ?? [];
    assert.match(fates[0] ?? "", /^altered: .*a twelfth/);
    assert.ok(
      fates.slice(1).every((one) => one.startsWith("unchanged") || one.startsWith("moved")),
      fates.join("\n"),
    );
    assert.equal(fates.length, second?.statements);
    assert.deepEqual(third?.back.map(({ words, edition }) => [/a tenth|fares/.exec(words)?.[0], edition]).sort(), [
      ["a tenth", 1],
      ["fares", 1],
    ]);
    assert.deepEqual([third?.added, second?.back], [[], []]);
  });

  it("it is the same where the clock on the page has gone on", async (store) => {
    const kept = await oneByOne(store, at(ADDRESS, A, B, LATER_A, B, A), ticking());
    assert.deepEqual(kept.slice(2), [
      ["edition", 3, 1],
      ["edition", 4, 2],
      ["edition", 5, 3],
    ]);
  });

  it("a page that flickers has an edition each time, in one call or in many", async (store, home) => {
    const flicker = [A, B, A, B, A];
    const now = ticking();
    const once = await addAll(store, at(ADDRESS, ...flicker), now);
    const often = await oneByOne(store, at("https://other.example/", ...flicker.map(elsewhere)), now);
    assert.deepEqual(once, [
      ["new", 1, null],
      ["edition", 2, null],
      ["edition", 3, 1],
      ["edition", 4, 2],
      ["edition", 5, 3],
    ]);
    assert.deepEqual(often, once);
    await holdsTogether(store, home);
  });

  it("the same page twice in a batch is there once", async (store) => {
    const now = ticking();
    const kept = await addAll(store, at(ADDRESS, A, A, B, B, A, A), now);
    assert.deepEqual(
      kept.map(([outcome]) => outcome),
      ["new", "known", "edition", "known", "edition", "known"],
    );
    assert.equal((await historyAt(store)).editions.length, 3);
    // What is known when the call begins is no longer so when its turn comes.
    const more = await addAll(store, at(ADDRESS, B, A), now);
    assert.deepEqual(more, [
      ["edition", 4, 2],
      ["edition", 5, 3],
    ]);
  });

  it("several who see it at the same time write it once", async (store, home) => {
    const now = ticking();
    await oneByOne(store, at(ADDRESS, A, B), now);
    const others = [store, await home.open(), await home.open()];
    const kept = await Promise.all(others.map((one) => addAll(one, at(ADDRESS, A), now)));
    assert.deepEqual(kept.map(([one]) => one?.[0]).sort(), ["edition", "known", "known"]);
    // One who sees other bytes of the same text has seen the same.
    const late = await Promise.all([
      addAll(store, at(ADDRESS, B), now),
      addAll(others[1] as Store, at(ADDRESS, html({ ...SECOND, clock: "18:05" })), now),
    ]);
    assert.deepEqual(late.map(([one]) => one?.[0]).sort(), ["edition", "repeat"]);
    assert.deepEqual(
      (await historyAt(store)).editions.map(({ returns }) => returns),
      [null, null, 1, 2],
    );
    await holdsTogether(store, home);
  });

  it("it is the same in an archive from before sights named their edition", async (store, home) => {
    const now = ticking();
    await oneByOne(older(store), at(ADDRESS, A, LATER_A, B), now);
    assert.deepEqual(await oneByOne(store, at(ADDRESS, B, A, LATER_A, B), now), [
      ["known", 0, null],
      ["edition", 3, 1],
      ["repeat", 3, null],
      ["edition", 4, 2],
    ]);
    await holdsTogether(store, home);
  });

  it("what was decided before the page changed holds again", async (store, home) => {
    const now = ticking();
    await oneByOne(store, at(ADDRESS, A), now);
    const article = (await store.articleAt(ADDRESS)) ?? "";
    const idOf = async (words: string): Promise<string> =>
      fullId((await store.recordsOf(article)).find((row) => row.words.includes(words)) ?? { article, id: "none" });
    const [tax, fares, strike] = [await idOf("a tenth"), await idOf("fares"), await idOf("would strike")];
    const mira = { name: "Mira Sand", reason: "heard on the tape", now: now() };
    await confirm(store, [tax, strike], mira);
    await dispute(store, [fares], mira);
    await oneByOne(store, at(ADDRESS, B), now);
    const gone = (await historyAt(store)).editions[1]?.fates ?? [];
    assert.equal(gone.find(({ id }) => fares.endsWith(id))?.fate, "gone");
    await oneByOne(store, at(ADDRESS, A), now);
    for (const [id, standing] of [
      [tax, "confirmed"],
      [strike, "confirmed"],
      [fares, "disputed"],
    ] as const)
      assert.equal((await store.record(id))?.standing, standing);
    const third = (await historyAt(store)).editions[2];
    assert.deepEqual(third?.back.map(({ words, standing }) => [/a tenth|fares/.exec(words)?.[0], standing]).sort(), [
      ["a tenth", "confirmed"],
      ["fares", "disputed"],
    ]);
    // It stood all the time, decided on in the first edition.
    assert.equal(third?.fates.find(({ id }) => strike.endsWith(id))?.fate, "moved");
    const shown = await articleView(store, article);
    assert.deepEqual([shown?.edition.edition, shown?.earlier], [3, []]);
    for (const id of [tax, strike, fares])
      assert.ok(
        shown?.marked.some((one) => one.id === id),
        id,
      );
    assert.deepEqual(
      shown?.marked.map(({ label }) => label),
      shown?.marked.map((_, i) => String(i + 1)),
    );
    await holdsTogether(store, home);
  });
}

/** A store that is written to by an older version. */
function older(store: Store): Store {
  const without = ({ act, value, ...draft }: Draft): Draft => {
    const { edition, ...rest } = value as { readonly [key: string]: Json };
    return { ...draft, act, value: act === "capture" || edition === undefined ? rest : value };
  };
  return new Proxy(store, {
    get(of, name) {
      if (name === "append")
        return (units: readonly Unit[], when: string) =>
          of.append(
            units.map((unit) => ({ ...unit, drafts: unit.drafts.map(without) })),
            when,
          );
      const found: unknown = Reflect.get(of, name, of);
      return typeof found === "function" ? (found.bind(of) as unknown) : found;
    },
  });
}

/** The same page as another article. */
function elsewhere(page: string): string {
  return page.replaceAll("harbour", "lagoon").replaceAll("Bronski", "Amadi").replaceAll("quay", "jetty");
}

function homeCases(it: It): void {
  it("another home that still shows the older text is a repeat", async (store) => {
    const now = ticking();
    await oneByOne(store, [...at(ADDRESS, A), ...at(HOME, A), ...at(ADDRESS, B)], now);
    assert.deepEqual(await oneByOne(store, at(HOME, A, LATER_A), now), [
      ["known", 0, null],
      ["repeat", 1, null],
    ]);
    assert.deepEqual(await oneByOne(store, at("https://third.example/tax", A), now), [["repeat", 1, null]]);
    assert.equal((await historyAt(store)).editions.length, 2);
  });

  it("a home that follows is a repeat each time; one that goes back by itself is not", async (store, home) => {
    const now = ticking();
    await oneByOne(store, [...at(ADDRESS, A), ...at(HOME, A), ...at(ADDRESS, B, A)], now);
    assert.deepEqual(await oneByOne(store, at(HOME, B, A), now), [
      ["repeat", 2, null],
      ["repeat", 3, null],
    ]);
    assert.deepEqual(await oneByOne(store, [...at(ADDRESS, A), ...at(HOME, B), ...at(ADDRESS, A)], now), [
      ["known", 0, null],
      ["edition", 4, 2],
      ["known", 0, null],
    ]);
    await holdsTogether(store, home);
  });
}

function storedCases(it: It): void {
  const dump = (name: string, ...pages: readonly string[]): Incoming[] =>
    pages.map((page, i) => ({
      ...report(page, ADDRESS),
      circumstances: { dump: `/in/${name}`, line: i + 1 },
      by: "dump",
    }));
  const warc = (page: string, fetched: string): Incoming => ({
    ...report(page, ADDRESS),
    circumstances: { warc: "/in/pages.warc.gz", fetched },
    by: "warc",
  });
  const NOTHING = (kept: readonly Added[]): void =>
    assert.deepEqual([...new Set(kept.map(([outcome]) => outcome))], ["known"]);

  it("a dump that has a page often says in its order how it changed, once", async (store, home) => {
    const now = ticking();
    const lines = dump("pages.jsonl", A, B, B, A, A);
    assert.deepEqual(
      (await addAll(store, lines, now)).map(([outcome]) => outcome),
      ["new", "edition", "known", "edition", "known"],
    );
    const { hash } = await store.head();
    NOTHING(await addAll(store, lines, now));
    NOTHING(await addAll(store, dump("copy.jsonl", A, B, A), now));
    assert.equal((await store.head()).hash, hash);
    await oneByOne(store, at(ADDRESS, B), now);
    // When a dump was made is not known: it tells nothing of what the page shows since.
    NOTHING(await addAll(store, lines, now));
    assert.equal((await historyAt(store)).editions.length, 4);
    await holdsTogether(store, home);
  });

  it("what a web archive has counts by the time it was fetched", async (store, home) => {
    const now = ticking();
    const first = [warc(A, "2025-11-01T08:00:00Z"), warc(B, "2025-11-02T08:00:00Z")];
    const kept = await addAll(store, first, now);
    assert.deepEqual(kept, [
      ["new", 1, null],
      ["edition", 2, null],
    ]);
    NOTHING(await addAll(store, first, now));
    const between = html({ ...FIRST, clock: "11:11" });
    assert.deepEqual(await addAll(store, [warc(between, "2025-11-01T20:00:00Z")], now), [["repeat", 1, null]]);
    const back = [warc(A, "2025-11-03T08:00:00Z")];
    assert.deepEqual(await addAll(store, back, now), [["edition", 3, 1]]);
    NOTHING(await addAll(store, [...first, ...back], now));
    // Seen today, it is later than all that was stored.
    assert.deepEqual(await addAll(store, at(ADDRESS, B), now), [["edition", 4, 2]]);
    NOTHING(await addAll(store, [...first, ...back], now));
    await holdsTogether(store, home);
  });

  it("a text that comes late out of a web archive is the latest only until the page is seen again", async (store) => {
    const now = ticking();
    await oneByOne(store, at(ADDRESS, A, B), now);
    const C = html({ ...FIRST, paragraphs: [TAX, QUAY] });
    const late = [
      warc(C, "2025-11-01T08:00:00Z"),
      warc(A, "2025-11-02T08:00:00Z"),
      warc(LATER_A, "2025-10-01T08:00:00Z"),
    ];
    assert.deepEqual(await addAll(store, late, now), [
      ["edition", 3, null],
      ["edition", 4, 1],
      ["repeat", 4, null],
    ]);
    NOTHING(await addAll(store, late, now));
    assert.deepEqual(await addAll(store, at(ADDRESS, B, B), now), [
      ["edition", 5, 2],
      ["known", 5, null],
    ]);
    NOTHING(await addAll(store, late, now));
  });
}

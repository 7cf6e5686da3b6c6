import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Offer, type Tally, add } from "../../src/archive/add.ts";
import { ReadingPool } from "../../src/archive/pool.ts";
import { report, scratchArchive, these, ticking } from "./scratch.ts";

const pool = new ReadingPool(2);
after(() => pool.close());

const words = (n: number): string =>
  `Report ${n}\n\nMayor Dita Bronski said that bridge number ${n} would be closed for ${n} days.\n`;

test("reports are kept in order, and what is known is not read again", async (t) => {
  const store = await scratchArchive(t);
  const all = Array.from({ length: 100 }, (_, i) => report(words(i), `/reports/${i}.txt`));
  const told: string[] = [];
  const first = await add(store, these(...all), { pool, now: ticking(), told: ({ name }) => void told.push(name) });
  assert.deepEqual(
    told,
    all.map(({ name }) => name),
  );
  assert.deepEqual([first.done, first.outcomes.new, first.statements], [100, 100, 100]);
  const { hash } = await store.head();
  const second = await add(store, these(...all), { pool, now: ticking() });
  assert.deepEqual([second.done, second.outcomes.known], [100, 100]);
  assert.equal((await store.head()).hash, hash);
});

test("the same text twice in one run is one article with two homes", async (t) => {
  const store = await scratchArchive(t);
  const { outcomes } = await add(
    store,
    these(report(words(1), "/a.txt"), report(words(1), "/b.txt"), report(words(1), "/c.txt")),
    {
      pool,
      now: ticking(),
    },
  );
  assert.deepEqual(outcomes, { new: 1, edition: 0, repeat: 2, known: 0 });
  const { articles, statements } = await store.size();
  assert.deepEqual([articles, statements], [1, 1]);
});

test("the same text at two addresses, with the same said of it, has both: in one run, in the next", async (t) => {
  const store = await scratchArchive(t);
  const said = { outlet: "Harbour Post" };
  await add(store, these(report(words(1), "/a.txt", said), report(words(1), "/b.txt", said)), {
    pool,
    now: ticking(),
  });
  const { outcomes } = await add(store, these(report(words(1), "/c.txt", said)), { pool, now: ticking() });
  assert.deepEqual(outcomes, { new: 0, edition: 0, repeat: 1, known: 0 });
  const homes = await Promise.all(["/a.txt", "/b.txt", "/c.txt"].map((address) => store.articleAt(address)));
  assert.ok(homes[0] !== null && homes.every((article) => article === homes[0]), JSON.stringify(homes));
});

test("what is refused and what is passed over is told in its place, and costs the others nothing", async (t) => {
  const store = await scratchArchive(t);
  const told: unknown[] = [];
  const offers: Offer[] = [
    report(words(1), "/a.txt"),
    { name: "b.txt", reason: "b.txt is not there" },
    report("\u0000\u0001\u0002\u0003", "/c.bin"),
    { name: "d.png", passed: ".png file" },
    { name: "e.png", passed: ".png file" },
    report(words(2), "/f.txt"),
  ];
  const tally = await add(store, these(...offers), {
    pool,
    now: ticking(),
    told: ({ name }, kept) => void told.push([name, Object.keys(kept)[0] === "name" ? "not kept" : "kept"]),
  });
  assert.deepEqual(told, [
    ["/a.txt", "kept"],
    ["b.txt", "not kept"],
    ["/c.bin", "not kept"],
    ["d.png", "not kept"],
    ["e.png", "not kept"],
    ["/f.txt", "kept"],
  ]);
  assert.deepEqual([tally.done, tally.failed, tally.outcomes.new], [4, 2, 2]);
  assert.deepEqual([...tally.passed], [[".png file", 2]]);
  assert.match(tally.refused[1]?.reason ?? "", /binary data/);
});

test("a date said later dates the article that was known without", async (t) => {
  const store = await scratchArchive(t);
  await add(store, these(report(words(1), "/a.txt")), { pool, now: ticking() });
  const again = await add(store, these(report(words(1), "/a.txt", { published: "2024-03-04" })), {
    pool,
    now: ticking(),
  });
  assert.equal(again.outcomes.repeat, 1);
  const [article] = (await store.articles({})).items;
  assert.equal(article?.published, "2024-03-04");
});

test("told is waited for: nothing runs ahead of a slow reader of the results", async (t) => {
  const store = await scratchArchive(t);
  let open = 0;
  let most = 0;
  await add(store, these(...Array.from({ length: 5 }, (_, i) => report(words(i), `/${i}`))), {
    pool,
    now: ticking(),
    told: async () => {
      most = Math.max(most, ++open);
      await new Promise((done) => setTimeout(done, 5));
      open--;
    },
  });
  assert.equal(most, 1);
});

test("stopped, it finishes what it writes, leaves the rest, and the same call takes the rest in", async (t) => {
  const store = await scratchArchive(t);
  const all = Array.from({ length: 200 }, (_, i) => report(words(i), `/${i}.txt`));
  const stop = new AbortController();
  const told: string[] = [];
  const tally: Tally = await add(store, these(...all), {
    pool,
    now: ticking(),
    stop: stop.signal,
    told: ({ name }) => {
      told.push(name);
      if (told.length === 40) stop.abort();
    },
  });
  assert.equal(tally.stopped, true);
  assert.ok(tally.done >= 40 && tally.done < 200, `${tally.done}`);
  assert.equal((await store.size()).articles, tally.done);
  const rest = await add(store, these(...all), { pool, now: ticking() });
  assert.deepEqual([rest.outcomes.known, rest.outcomes.new], [tally.done, 200 - tally.done]);
});

test("stopped while the source waits for input, it comes back at once", { timeout: 20_000 }, async (t) => {
  const store = await scratchArchive(t);
  const stop = new AbortController();
  const source = async function* (): AsyncGenerator<Offer> {
    yield report(words(1), "/a.txt");
    stop.abort();
    await new Promise(() => {});
  };
  const tally = await add(store, source(), { pool, now: ticking(), stop: stop.signal });
  assert.equal(tally.stopped, true);
});

test("reports of many bytes are not gathered: few are held at once", async (t) => {
  const store = await scratchArchive(t);
  let made = 0;
  let told = 0;
  let most = 0;
  // They are refused at a glance, so that the test is quick.
  const heavy = { ...report("", "/heavy.bin"), bytes: Buffer.alloc(16 * 1024 * 1024, 1) };
  const source = async function* (): AsyncGenerator<Offer> {
    for (let i = 0; i < 6; i++) {
      most = Math.max(most, ++made - told);
      yield heavy;
    }
  };
  const { failed } = await add(store, source(), { pool, now: ticking(), told: () => void told++ });
  assert.equal(failed, 6);
  assert.ok(most <= 4, `${most} were held at once`);
});

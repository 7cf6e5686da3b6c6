import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/model/errors.ts";
import type { Queue, Store, Unit, WatchedRow } from "../../src/store/store.ts";
import type { DecidedAs } from "../../src/store/values.ts";
import { factorsOf, worthOf } from "../../src/store/worth.ts";
import { onBoth } from "../archive/onBoth.ts";
import { type Home, tablesOf } from "./homes.ts";
import { NOON, record, report } from "./reports.ts";

await onBoth((it) => {
  it("candidates come by what a decision is worth, and page by page", async (store, home) => {
    await kept(
      store,
      report("a1", {
        records: [
          record("plain", { confidence: 1 }),
          record("vow", { act: "vow", confidence: 1 }),
          record("unsure", { confidence: 0.5 }),
          record("silence", { kind: "silence", act: "act-absent", confidence: 1 }),
          record("outer", { confidence: 1 }),
          record("inner", { confidence: 1, record: { id: "inner", inside: "outer" } }),
          record("old", { act: "vow", confidence: 1, published: "2030-05-06" }),
          record("ahead", { confidence: 1, published: "2999-01-01" }),
        ],
      }),
    );
    const order = ["vow", "silence", "unsure", "outer", "ahead", "inner", "plain", "old"];
    assert.deepEqual(await ids(store, { of: "candidates" }), order);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await store.desk.queue({ of: "candidates" }, { limit: 3, ...(cursor !== null && { cursor }) });
      pages.push(page.items.map(({ id }) => id).join(" "));
      cursor = page.cursor;
    } while (cursor !== null);
    assert.deepEqual(pages, ["vow silence unsure", "outer ahead inner", "plain old"]);
    assert.equal(await store.desk.queueLength({ of: "candidates" }, 100), 8);
    assert.equal(await store.desk.queueLength({ of: "candidates" }, 3), 3);
    await assert.rejects(store.desk.queue({ of: "candidates" }, { cursor: "x" }), UserError);
    await rebuiltEqual(home, store);
  });

  it("what was decided on leaves the queue, and comes back when that is undone", async (store, home) => {
    await kept(store, report("a1", { records: [record("s1"), record("s2")] }), report("a2"));
    await kept(store, by("Mira", "confirm", "s1"));
    assert.deepEqual(await ids(store, { of: "candidates" }), ["s1", "s2"]);
    assert.deepEqual(await ids(store, { of: "candidates", article: "a1" }), ["s2"]);
    await kept(store, by("Mira", "retract", "s1", { undoes: (await store.head()).seq }));
    assert.deepEqual(await ids(store, { of: "candidates", article: "a1" }), ["s2", "s1"]);
    const row = await store.record("a1.s1");
    assert.deepEqual([row?.deciders, row?.decider, row?.differs], [0, null, 0]);
    await rebuiltEqual(home, store);
  });

  it("a second reader gets what exactly one other person decided on", async (store, home) => {
    await kept(store, report("a1", { records: ["s1", "s2", "s3", "s4"].map((id) => record(id)) }));
    await kept(store, by("Mira", "confirm", "s1"), by("Mira", "dispute", "s2"), by("Tom", "confirm", "s3"));
    const second = (reader: string): Promise<string[]> => ids(store, { of: "second", reader });
    assert.deepEqual(await second("Ann"), ["s3", "s2", "s1"]);
    assert.deepEqual(await second("Mira"), ["s3"]);
    assert.deepEqual(await second(" Tom "), ["s2", "s1"]);
    assert.equal(await store.desk.queueLength({ of: "second", reader: "Mira" }, 10), 1);
    await kept(store, by("Tom", "confirm", "s1"));
    assert.deepEqual(await second("Ann"), ["s3", "s2"], "two have read it");
    await kept(store, by("Mira", "confirm", "s3"), by("Mira", "dispute", "s3"));
    assert.deepEqual(await second("Ann"), ["s2"]);
    await rebuiltEqual(home, store);
  });

  for (const [what, first, second, standing, differs] of [
    ["both confirm", { act: "confirm" }, { act: "confirm" }, "confirmed", 0],
    ["the second disputes", { act: "confirm" }, { act: "dispute" }, "disputed", 1],
    ["the second confirms what was disputed", { act: "dispute" }, { act: "confirm" }, "disputed", 1],
    ["the second confirms what was corrected", { act: "vow" }, { act: "confirm" }, "disputed", 1],
    ["both correct alike", { act: "vow" }, { act: "vow" }, "confirmed", 0],
    ["both correct otherwise", { act: "vow" }, { act: "deny" }, "disputed", 1],
    ["both dispute", { act: "dispute" }, { act: "dispute" }, "disputed", 0],
  ] as const)
    it(`second reader: ${what}`, async (store, home) => {
      await kept(store, report("a1"));
      const made = ({ act }: { readonly act: string }, name: string, as?: DecidedAs): Unit =>
        act === "vow" || act === "deny"
          ? corrected(name, "s1", act, as)
          : by(name, act as "confirm", "s1", { ...(as !== undefined && { as }) });
      await kept(store, made(first, "Mira"), made(second, "Tom", "second reader"));
      const row = await store.record("a1.s1");
      assert.deepEqual([row?.standing, row?.differs, row?.deciders], [standing, differs, 2]);
      assert.deepEqual(await ids(store, { of: "differing" }), differs === 1 ? ["s1"] : []);
      await kept(store, by("Ann", "confirm", "s1", { as: "settlement" }));
      assert.deepEqual((await store.record("a1.s1"))?.standing, "confirmed");
      assert.deepEqual(await ids(store, { of: "differing" }), [], "settled");
      await kept(store, by("Ann", "retract", "s1", { undoes: (await store.head()).seq }));
      assert.deepEqual((await store.record("a1.s1"))?.standing, standing, "no longer settled");
      await rebuiltEqual(home, store);
    });

  it("who looks at a dispute and confirms overrules it, and the difference is shown", async (store) => {
    await kept(store, report("a1"), by("Mira", "dispute", "s1"), by("Tom", "confirm", "s1"));
    const row = await store.record("a1.s1");
    assert.deepEqual([row?.standing, row?.differs], ["confirmed", 1]);
    await kept(store, by("Mira", "confirm", "s1"));
    assert.equal((await store.record("a1.s1"))?.differs, 0, "she has come round");
  });

  it("a day that two people set alike is no difference", async (store) => {
    await kept(store, report("a1"));
    for (const name of ["Mira", "Tom"])
      await kept(store, {
        drafts: [
          {
            by: `person:${name}`,
            act: "assert",
            about: "a1.s1",
            value: {
              article: "a1",
              id: "s1",
              fields: { uttered: "2031-05-05" },
              record: { uttered: { edtf: "2031-05-05", basis: "given", steps: [`set by ${name}`] } },
              as: "second reader",
            },
            cause: null,
            once: null,
          },
        ],
        blobs: [],
      });
    assert.equal((await store.record("a1.s1"))?.differs, 0);
  });

  it("conditions come the newest first, by act and by whose move it is", async (store, home) => {
    const hanging = (id: string, act: string, mover: string | null): ReturnType<typeof record> =>
      record(id, { act, record: { id, condition: { trigger: [0, 3], consequence: null, mover } } });
    await kept(
      store,
      report("a1", {
        records: [hanging("s1", "vow", "Ruritania"), hanging("s2", "threaten", null), record("s3")],
      }),
      report("a2", { records: [hanging("s4", "vow", "Ruritania")] }),
    );
    const found = async (which: Parameters<Store["desk"]["conditions"]>[0]): Promise<string[]> =>
      (await store.desk.conditions(which)).items.map(({ id }) => id);
    assert.deepEqual(await found({}), ["s4", "s2", "s1"]);
    assert.deepEqual(await found({ acts: ["vow"] }), ["s4", "s1"]);
    assert.deepEqual(await found({ mover: "Ruritania", acts: ["vow", "threaten"] }), ["s4", "s1"]);
    assert.deepEqual(await found({ mover: "" }), ["s2"]);
    const first = await store.desk.conditions({ limit: 1 });
    assert.deepEqual(await found({ cursor: first.cursor as string }), ["s2", "s1"]);
    assert.deepEqual(await store.desk.movers(10), [
      { value: "Ruritania", n: 2 },
      { value: "", n: 1 },
    ]);
    await kept(store, by("Mira", "retract", "s4", {}, "a2"));
    assert.deepEqual(await found({}), ["s2", "s1"]);
    await rebuiltEqual(home, store);
  });

  it("silences are found by who noticed them", async (store) => {
    const silent = (id: string, noticedBy: string | null): ReturnType<typeof record> =>
      record(id, { kind: "silence", act: "act-absent", record: { id, noticedBy } });
    await kept(store, report("a1", { records: [silent("q1", "Ada"), silent("q2", null), silent("q3", "Ada")] }));
    assert.deepEqual(
      (await store.find({ kind: "silence", noticed: "Ada" })).items.map(({ id }) => id),
      ["q3", "q1"],
    );
  });

  it("captures come the newest first with the article they are of", async (store) => {
    await kept(store, report("a1"), report("a2", { title: null }), report("a1", { edition: 2, title: "Later" }));
    const one = await store.desk.captures({ limit: 2 });
    assert.deepEqual(
      one.items.map(({ article, title, media_type }) => [article, title, media_type]),
      [
        ["a1", "Later", "text/html"],
        ["a2", null, "text/html"],
      ],
    );
    const two = await store.desk.captures({ cursor: one.cursor as string });
    assert.deepEqual([two.items.length, two.cursor], [1, null]);
  });

  it("what is watched and fails comes apart, and feeds count what they named", async (store) => {
    const rows = [
      watched("https://a.example/feed", null),
      watched("https://a.example/1", "https://a.example/feed"),
      watched("https://a.example/2", "https://a.example/feed", 3),
      watched("https://b.example/feed", null, 1),
    ];
    await store.keepWatched(rows);
    const addresses = (page: { readonly items: readonly WatchedRow[] }): string[] =>
      page.items.map(({ address }) => address.slice(8));
    const { failing, watchedPage, itemsOf } = store.desk;
    assert.deepEqual(addresses(await failing({})), ["a.example/2", "b.example/feed"]);
    const first = await failing({ limit: 1 });
    assert.deepEqual(addresses(await failing({ cursor: first.cursor as string })), ["b.example/feed"]);
    assert.deepEqual(addresses(await watchedPage(null, {})), ["a.example/feed", "b.example/feed"]);
    const items = await watchedPage("https://a.example/feed", { limit: 1 });
    assert.deepEqual(addresses(items), ["a.example/1"]);
    assert.deepEqual(addresses(await watchedPage("https://a.example/feed", { cursor: items.cursor as string })), [
      "a.example/2",
    ]);
    assert.deepEqual({ ...(await itemsOf("https://a.example/feed", 10)) }, { items: 2, failing: 1 });
    assert.deepEqual({ ...(await itemsOf("https://c.example/feed", 10)) }, { items: 0, failing: 0 });
  });

  it("the names of speakers, each once, and what is filed under what", async (store) => {
    const speakers = ["Bo Lind", "Ada Novak", "Bo Lind", "Émile Ör", ""];
    await kept(
      store,
      report("a1", {
        records: speakers.map((speaker, i) =>
          record(`s${i}`, { speaker, speakerKind: i === 0 ? "person" : "unnamed" }),
        ),
      }),
    );
    assert.deepEqual(plain(await store.desk.speakers("", 2)), [
      { name: "Ada Novak", kind: "unnamed" },
      { name: "Bo Lind", kind: "person" },
    ]);
    assert.deepEqual(
      (await store.desk.speakers("Bo Lind", 10)).map(({ name }) => name),
      ["Émile Ör"],
    );
    for (const name of ["B. Lind", "Lind", "A. Novak"])
      await kept(store, merged(name, name.endsWith("Novak") ? "Ada Novak" : "Bo Lind"));
    const one = await store.desk.filed({ limit: 2 });
    const two = await store.desk.filed({ cursor: one.cursor as string });
    assert.deepEqual(
      [...one.items, ...two.items].map(({ name, filed }) => `${name} > ${filed}`),
      ["A. Novak > Ada Novak", "B. Lind > Bo Lind", "Lind > Bo Lind"],
    );
  });

  it("an archive of the first format is brought up when it is opened", async (store, home) => {
    await kept(store, report("a1", { records: [record("s1", { act: "vow" })] }), by("Mira", "confirm", "s1"));
    const before = await tablesOf(home);
    await store.close();
    await asFormat1(home);
    const again = await home.open();
    assert.deepEqual(await tablesOf(home), before);
    assert.deepEqual(await ids(again, { of: "second", reader: "Tom" }), ["s1"]);
    assert.equal((await home.sql("select format from head"))[0]?.["format"], 2);
  });

  it("a large archive of the first format says what to do, and one of a newer format too", async (store, home) => {
    await kept(store, report("a1"));
    await store.close();
    await asFormat1(home);
    await home.sql("update head set seq = 20000");
    await assert.rejects(home.open(), /is an archive of format 1; hearsay rebuild brings it to format 2/);
    await home.sql("update head set seq = 3, format = 9");
    await assert.rejects(home.open(), /of a newer Hearsay/);
  });
});

test("points are given for what can be told of an entry, and said in words", () => {
  const usual = {
    kind: "statement",
    act: "assert",
    manner: "indirect",
    confidence: 1,
    speakerKind: "person",
    conditional: false,
    nested: 0,
  } as const;
  assert.deepEqual(factorsOf(usual), []);
  assert.deepEqual(
    factorsOf({
      ...usual,
      act: "threaten",
      conditional: true,
      manner: "direct",
      leads: true,
      nested: 1,
      confidence: 0.9,
    }),
    [
      { points: 30, why: "a threat: later events will settle it" },
      { points: 20, why: "quoted words of a head of state or government" },
      { points: 10, why: "it hangs on a condition" },
      { points: 10, why: "another rests on it" },
      { points: 7, why: "the machine’s confidence is 0.90" },
    ],
  );
  assert.equal(factorsOf({ ...usual, nested: 9 })[0]?.points, 20, "there is a most");
});

test("a day is worth a seventh of a point; a date that lies ahead or is none counts as read today", () => {
  const usual = { kind: "statement", act: "vow", manner: "indirect", confidence: 1, speakerKind: "person" } as const;
  const vow = { ...usual, conditional: false, nested: 0 };
  const at = "2031-05-06T12:00:00.000Z";
  const today = worthOf(vow, "2031-05-06", at);
  assert.equal(worthOf(vow, "2031-04-29", at), today - 7);
  assert.equal(worthOf(vow, null, at), today);
  assert.equal(worthOf(vow, "2999", at), today);
  assert.equal(worthOf({ ...vow, act: "assert" }, "2031-05-06", at), today - 210);
  assert.equal(worthOf(vow, "-4000-01", at) > 0, true);
});

async function ids(store: Store, queue: Queue): Promise<string[]> {
  return (await store.desk.queue(queue, {})).items.map(({ id }) => id);
}

async function kept(store: Store, ...units: Unit[]): Promise<void> {
  for (const entries of await store.append(units, NOON)) assert.ok(entries.length > 0, "a unit was there already");
}

function by(
  name: string,
  act: "confirm" | "dispute" | "retract",
  id: string,
  some: { readonly undoes?: number; readonly as?: DecidedAs } = {},
  article = "a1",
): Unit {
  const value = { article, id, undoes: null, ...some };
  return {
    drafts: [{ by: `person:${name}`, act, about: `${article}.${id}`, value, cause: null, once: null }],
    blobs: [],
  };
}

function corrected(name: string, id: string, act: string, as?: DecidedAs): Unit {
  const value = { article: "a1", id, fields: { act }, record: { act }, ...(as !== undefined && { as }) };
  return {
    drafts: [{ by: `person:${name}`, act: "assert", about: `a1.${id}`, value, cause: null, once: null }],
    blobs: [],
  };
}

function merged(name: string, into: string): Unit {
  return {
    drafts: [{ by: "person:Mira", act: "merge", about: name, value: { into }, cause: null, once: null }],
    blobs: [],
  };
}

function watched(address: string, feed: string | null, failures = 0): WatchedRow {
  return {
    address,
    host: new URL(address).host,
    feed,
    kind: feed === null ? "feed" : "report",
    facts: {},
    etag: null,
    last_modified: null,
    looked_at: `2031-05-0${failures + 1}T00:00:00.000Z`,
    next_at: null,
    failures,
    last_status: failures > 0 ? 500 : 200,
    last_error: failures > 0 ? "status 500" : null,
  };
}

/** Makes the tables what they were before format 2. */
async function asFormat1(home: Home): Promise<void> {
  for (const index of ["conditions", "noticed", "worth", "decider", "differing"])
    await home.sql(`drop index records_${index}`);
  // Only SQLite has it.
  await home.sql("drop index if exists records_narrow");
  await home.sql("drop table tallies");
  await home.sql("drop index sights_seq");
  await home.sql("drop index watched_failing");
  for (const column of ["noticed", "mover", "worth", "deciders", "decider", "differs"])
    await home.sql(`alter table records drop column ${column}`);
  await home.sql("update head set format = 1");
}

async function rebuiltEqual(home: Home, store: Store): Promise<void> {
  const before = await tablesOf(home);
  await store.rebuild(() => {});
  assert.deepEqual(await tablesOf(home), before);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

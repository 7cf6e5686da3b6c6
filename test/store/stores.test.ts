import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Client } from "pg";
import { distribute } from "../../src/store/distribute.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Query, Store, Unit } from "../../src/store/store.ts";
import { type Home, inFile, onServer, tablesOf } from "./homes.ts";
import { type Server, serverAt, startPostgres } from "./postgres.ts";
import { NOON, decision, person, reading, record, report } from "./reports.ts";
import { sha256Of } from "../../src/text/sha256.ts";

const server = await startPostgres();
const citus = process.env["HEARSAY_TEST_CITUS_URL"];
const cluster = citus ? serverAt(citus) : null;
after(async () => {
  if (typeof server !== "string") await server.stop();
  await cluster?.stop();
});

suite("SQLite", async () => inFile());
suite("PostgreSQL", (on) => onServer(on), server);
suite("Citus", (on) => onServer(on, spread), cluster ?? "HEARSAY_TEST_CITUS_URL names no cluster");

async function spread(address: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query("create extension if not exists citus");
  await client.end();
  await distribute(address, () => {});
}

/** The one suite that every store passes. */
function suite(name: string, make: (on: Server) => Promise<Home>, on: Server | string | null = null): void {
  const skip = typeof on === "string" ? on : false;
  if (skip) console.error(`${name} is not tested: ${skip}`);
  describe(name, { skip }, () => {
    const it = (what: string, run: (home: Home, store: Store) => Promise<void>): void => {
      test(what, async () => {
        const home = await make(on as Server);
        try {
          await run(home, await home.open());
        } finally {
          await home.close();
        }
      });
    };
    ledgerCases(it);
    tableCases(it);
    decisionCases(it);
    searchCases(it);
    moveCases(it, name);
  });
}

type It = (what: string, run: (home: Home, store: Store) => Promise<void>) => void;

async function kept(store: Store, ...units: Unit[]): Promise<void> {
  for (const entries of await store.append(units, NOON)) assert.ok(entries.length > 0, "a unit was there already");
}

function ledgerCases(it: It): void {
  it("entries are chained, and come back as they were written", async (_, store) => {
    assert.deepEqual({ ...(await store.head()) }, { seq: 0, hash: "0".repeat(64) });
    const [written = []] = await store.append([report("a1")], NOON);
    assert.deepEqual(
      written.map(({ seq, act, at }) => [seq, act, at]),
      [
        [1, "capture", NOON],
        [2, "edition", NOON],
        [3, "assert", NOON],
      ],
    );
    assert.equal(written[0]?.previous, "0".repeat(64));
    assert.equal(written[1]?.previous, written[0]?.hash);
    assert.deepEqual(plain(await store.entries(1, 10)), plain(written));
    assert.deepEqual(plain(await store.entriesAbout("a1")), plain(written.slice(1)));
    assert.deepEqual(plain(await store.entries(2, 1)), plain([written[1]]));
    assert.deepEqual({ ...(await store.head()) }, { seq: 3, hash: written[2]?.hash });
  });

  it("what is there already is not written again, and its whole unit is left out", async (home, store) => {
    const [first, again, other] = await store.append([report("a1"), report("a1"), report("a2")], NOON);
    assert.deepEqual([first?.length, again?.length, other?.length], [3, 0, 3]);
    const tables = await tablesOf(home);
    assert.deepEqual(await store.append([report("a2"), report("a1")], "2031-06-01T00:00:00.000Z"), [[], []]);
    assert.deepEqual(await tablesOf(home), tables);
    assert.equal((await store.head()).seq, 6);
    const key = report("a1").drafts[0]?.once as string;
    assert.deepEqual([...(await store.keysThere([key, "seen:never"]))], [key]);
    assert.equal((await store.keysThere([])).size, 0);
  });

  it("a unit that fails leaves nothing of its batch behind", async (home, store) => {
    const bad = report("a2");
    const twice: Unit = {
      ...bad,
      drafts: [...bad.drafts, { ...(bad.drafts[1] as Unit["drafts"][number]), once: "another" }],
    };
    await assert.rejects(store.append([report("a1"), twice], NOON));
    assert.equal((await store.head()).seq, 0);
    assert.deepEqual((await tablesOf(home))["articles"], []);
    assert.deepEqual(await store.blobs("a1"), []);
    await kept(store, report("a1"));
  });

  it("two writers at once make one chain, and each report once", async (home, store) => {
    const other = await home.open();
    const write = async (by: Store, from: number): Promise<number> => {
      let n = 0;
      for (let i = from; i < from + 20; i++) {
        const units = [report(`a${i}`), report(`b${i}`)];
        n += (await by.append(units, NOON)).flat().length;
      }
      return n;
    };
    // Ten reports each writes alone, thirty both write.
    const [mine, others] = await Promise.all([write(store, 0), write(other, 5)]);
    assert.equal(mine + others, 25 * 2 * 3);
    assert.equal((await store.size()).articles, 50);
    assert.equal(await store.checkLedger(() => {}), null);
  });

  for (const [what, damage, found] of [
    [
      "a changed value",
      "update ledger set value = (select value from ledger where seq = 6) where seq = 3",
      /entry 3 is not what it was/,
    ],
    [
      "a value that is cut short",
      "update ledger set value = substr(value, 1, 40) where seq = 5",
      /entry 5 is not what it was/,
    ],
    ["a changed time", "update ledger set at = '2031-05-07T12:00:00.000Z' where seq = 4", /entry 4 is not what it was/],
    ["a changed author", "update ledger set by = 'person:Nobody' where seq = 2", /entry 2 is not what it was/],
    ["an entry taken out", "delete from ledger where seq = 3", /entry 4 follows entry 2/],
    ["the last entry taken out", "delete from ledger where seq = 6", /ends with entry 5/],
    ["a new hash for the last", "update head set hash = 'f'", /head has another hash/],
  ] as const)
    it(`${what} is found`, async (home, store) => {
      await kept(store, report("a1"), report("a2"));
      let told = 0;
      assert.equal(
        await store.checkLedger((done) => {
          told = done;
        }),
        null,
      );
      assert.equal(told, 6);
      await home.sql(damage);
      assert.match((await store.checkLedger(() => {})) ?? "", found);
      const before = await tablesOf(home);
      await assert.rejects(
        store.rebuild(() => {}),
        (error: unknown) => error instanceof UserError && found.test(error.message),
      );
      assert.deepEqual(await tablesOf(home), before, "a rebuild that fails changes nothing");
    });

  it("text that a database would stumble on is kept", async (home, store) => {
    const words = 'a "mark"; drop table records; -- \u0000 \ud800 \u{1f600} 100% \\ ключ 핵';
    await kept(
      store,
      report("a1", { title: `T\u0000\udfff`, records: [record("s1", { words, speaker: "O'Neil\u0000" })] }),
    );
    const [row] = await store.recordsOf("a1");
    assert.equal(row?.words, 'a "mark"; drop table records; -- \ufffd \ufffd \u{1f600} 100% \\ ключ 핵');
    assert.equal(row?.speaker, "O'Neil\ufffd");
    assert.deepEqual(row?.record["words"], [words], "what is kept as JSON loses nothing");
    assert.equal((await store.article("a1"))?.title, "T\ufffd\ufffd");
    await kept(store, person("merge", "Nul\u0000l", { into: "Null" }));
    assert.equal(await store.checkLedger(() => {}), null);
    await rebuiltEqual(home, store);
    assert.equal((await store.find({ words: "ключ 핵" })).items.length, 1);
  });
}

function tableCases(it: It): void {
  it("an article is found by its address, its words and its bands", async (_, store) => {
    await kept(
      store,
      report("a1", { bands: ["b1", "b2", "b3"] }),
      report("a2", { bands: ["b2", "b3", "b4"], repeats: "a1" }),
      report("a3", { address: null, bands: ["b3"] }),
    );
    assert.equal(await store.articleAt("https://harbourpost.example/a2"), "a2");
    assert.equal(await store.articleAt("https://harbourpost.example/a3"), null);
    assert.equal(await store.articleWithBody(sha256Of("body of a3, edition 1")), "a3");
    assert.equal(await store.articleWithBody(sha256Of("another")), null);
    assert.deepEqual(await store.articlesInBands(["b2", "b3", "b9"]), [
      { article: "a1", shared: 2 },
      { article: "a2", shared: 2 },
      { article: "a3", shared: 1 },
    ]);
    assert.deepEqual(await store.articlesInBands([]), []);
    assert.deepEqual(
      (await store.repeatsOf("a1")).map(({ article, likeness }) => [article, likeness]),
      [["a2", 0.87]],
    );
    assert.equal(await store.article("a9"), null);
  });

  it("the sights of an article at one address come the last first, from any place on", async (_, store) => {
    const other = { edition: 2, address: "https://y.example/" };
    await kept(store, report("a1", { address: "https://x.example/" }), report("a1", other));
    await kept(store, report("a1", { edition: 3, address: "https://x.example/", text: "another text" }));
    const seqs = async (before: number, limit = 9): Promise<number[]> =>
      (await store.sightsAt("a1", "https://x.example/", before, limit)).map(({ seq }) => seq);
    assert.deepEqual(await seqs(Number.MAX_SAFE_INTEGER), [7, 1]);
    assert.deepEqual([await seqs(Number.MAX_SAFE_INTEGER, 1), await seqs(7), await seqs(1)], [[7], [1], []]);
    assert.deepEqual(
      (await store.sightsAt("a1", "https://y.example/", 9, 9)).map(({ circumstances }) => circumstances),
      [{ "content-type": "text/html" }],
    );
    assert.deepEqual(await store.sightsAt("a2", "https://x.example/", 9, 9), []);
  });

  it("the first article at an address keeps it", async (_, store) => {
    await kept(store, report("a1", { address: "https://x.example/" }), report("a2", { address: "https://x.example/" }));
    assert.equal(await store.articleAt("https://x.example/"), "a1");
    assert.deepEqual(
      (await store.sights("a2")).map(({ address }) => address),
      ["https://x.example/"],
    );
  });

  it("bytes and texts come back as they were, each kept once", async (_, store) => {
    const text = `long ${"and longer ".repeat(20_000)}`;
    await kept(store, report("a1", { text }), report("a2"));
    const [capture, plainText, ...none] = await store.blobs("a1");
    assert.deepEqual(none, []);
    assert.deepEqual([capture?.of, plainText?.of], ["captures", "texts"]);
    assert.equal(Buffer.from((await store.blob("texts", "a1", sha256Of(text))) as Uint8Array).toString(), text);
    assert.equal((await store.blob("captures", "a1", capture?.sha256 as string))?.length, capture?.size);
    assert.equal(await store.blob("texts", "a2", sha256Of(text)), null);
  });

  it("a report that waits is kept until it is dropped", async (_, store) => {
    await store.keepWaiting("k1", Buffer.from("waiting"));
    await store.keepWaiting("k1", Buffer.from("waiting"));
    assert.equal(Buffer.from((await store.waiting("k1")) as Uint8Array).toString(), "waiting");
    assert.equal(await store.waiting("k2"), null);
    await store.dropWaiting("k1");
    assert.equal(await store.waiting("k1"), null);
    assert.equal((await store.head()).seq, 0);
  });

  it("a new edition supersedes what machines said, never what a person decided on", async (home, store) => {
    await kept(store, report("a1", { records: ["s1", "s2", "s3"].map((id) => record(id)) }));
    await kept(store, decision("confirm", "a1", "s1"));
    const second = [record("s1", { words: "altered" }), record("s4"), record("s4", { words: "the same id" })];
    await kept(store, report("a1", { edition: 2, title: "Corrected", records: second }));
    const rows = await store.recordsOf("a1");
    assert.deepEqual(
      rows.map(({ id, edition, standing, words }) => [id, edition, standing, words]),
      [
        ["s1", 1, "confirmed", "words of s1"],
        ["s4", 2, "candidate", "words of s4"],
      ],
    );
    const editions = await store.editions("a1");
    assert.deepEqual(
      editions.map(({ edition, text, document }) => [edition, text, Object.keys(document)]),
      [
        [1, sha256Of("a1, edition 1"), ["blocks"]],
        [2, sha256Of("a1, edition 2"), ["blocks"]],
      ],
    );
    assert.equal((await store.article("a1"))?.edition, 2);
    assert.deepEqual(
      (await store.find({ words: "words" })).items.map(({ id }) => id),
      ["s4", "s1"],
    );
    assert.deepEqual((await store.find({ words: "s2" })).items, [], "the words of what is gone are gone");
    await rebuiltEqual(home, store);
  });

  it("a newer reader of the same edition does the same", async (home, store) => {
    await kept(store, report("a1", { records: [record("s1"), record("s2")] }));
    await kept(store, { drafts: [reading("a1", 1, [record("s2"), record("s3")], "reader-2")], blobs: [] });
    assert.deepEqual(
      (await store.recordsOf("a1")).map(({ id }) => id),
      ["s2", "s3"],
    );
    await rebuiltEqual(home, store);
  });

  it("articles come in pages, the last changed first", async (_, store) => {
    for (let i = 1; i <= 5; i++) await store.append([report(`a${i}`)], `2031-05-0${i}T00:00:00.000Z`);
    await store.append([report("a2", { edition: 2 })], "2031-05-09T00:00:00.000Z");
    const one = await store.articles({ limit: 2 });
    const two = await store.articles({ limit: 2, cursor: one.cursor as string });
    const three = await store.articles({ limit: 2, cursor: two.cursor as string });
    assert.deepEqual(
      [one, two, three].map(({ items }) => items.map(({ article }) => article)),
      [["a2", "a5"], ["a4", "a3"], ["a1"]],
    );
    assert.equal(three.cursor, null);
    assert.deepEqual((await store.articles({ outlet: "Another" })).items, []);
    await assert.rejects(store.articles({ cursor: "nonsense" }), UserError);
  });

  it("the size counts statements and silences apart", async (_, store) => {
    await kept(
      store,
      report("a1", {
        records: [record("s1"), record("s2"), record("q1", { kind: "silence", act: "answer-not-given" })],
      }),
    );
    assert.deepEqual(await store.size(), { entries: 3, articles: 1, editions: 1, statements: 2, silences: 1 });
  });
}

function decisionCases(it: It): void {
  it("standings follow decisions, and what is undone is as before", async (home, store) => {
    await kept(store, report("a1"));
    const standing = async (): Promise<string | undefined> => (await store.record("a1.s1"))?.standing;
    assert.equal(await standing(), "candidate");
    await kept(store, decision("confirm", "a1", "s1"));
    assert.equal(await standing(), "confirmed");
    await kept(store, decision("dispute", "a1", "s1"));
    assert.equal(await standing(), "disputed");
    await kept(store, decision("retract", "a1", "s1", 5));
    assert.equal(await standing(), "confirmed", "the dispute is taken back");
    await kept(store, decision("retract", "a1", "s1"));
    assert.equal(await standing(), "retracted");
    assert.deepEqual((await store.find({})).items, [], "what is retracted is not found");
    assert.equal((await store.find({ standing: "retracted" })).items.length, 1);
    await kept(store, decision("retract", "a1", "s1", 7));
    assert.equal(await standing(), "confirmed");
    assert.deepEqual(
      (await store.decisions("a1.s1")).map(({ act, seq, undone, cause }) => [act, seq, undone, cause]),
      [
        ["confirm", 4, null, "seen on the tape"],
        ["dispute", 5, 6, "seen on the tape"],
        ["undo", 6, null, "seen on the tape"],
        ["retract", 7, 8, "seen on the tape"],
        ["undo", 8, null, "seen on the tape"],
      ],
    );
    await rebuiltEqual(home, store);
  });

  it("a correction is found by its new words and speaker, and its undoing by the old", async (home, store) => {
    await kept(store, report("a1", { records: [record("s1", { words: "the dam will hold" }), record("s2")] }));
    const fields = { words: "the dam may hold", speaker: "Bo Lind", speakerKind: "person", uttered: "2031-05-05" };
    await kept(store, person("assert", "a1.s1", { article: "a1", id: "s1", fields, record: { act: "predict" } }));
    const ids = async (query: Query): Promise<string[]> => (await store.find(query)).items.map(({ id }) => id);
    assert.deepEqual(await ids({ words: "may hold" }), ["s1"]);
    assert.deepEqual(await ids({ words: "will" }), []);
    assert.deepEqual(await ids({ speaker: "Bo Lind", order: "said" }), ["s1"]);
    const row = await store.record("a1.s1");
    assert.deepEqual(
      [row?.standing, row?.machine?.words, row?.record["act"]],
      ["confirmed", "the dam will hold", "predict"],
    );
    await kept(store, decision("retract", "a1", "s1", 4));
    assert.deepEqual(await ids({ words: "may" }), []);
    assert.deepEqual(await ids({ words: "will hold" }), ["s1"]);
    const undone = await store.record("a1.s1");
    assert.deepEqual([undone?.standing, undone?.machine, undone?.uttered], ["candidate", null, null]);
    await rebuiltEqual(home, store);
  });

  it("names filed as one are found together, and apart when they are split", async (home, store) => {
    await kept(
      store,
      report("a1", { records: [record("s1", { speaker: "A. Novak", uttered: "2031-01-01" })] }),
      report("a2", { records: [record("s2", { speaker: "Ada Novak", uttered: "2031-01-02" })] }),
      report("a3", { records: [record("s3", { speaker: "Minister Novak", uttered: "2031-01-03" })] }),
      report("a4", { records: [record("s4", { speaker: "Bo Lind", uttered: "2031-01-04" })] }),
    );
    await kept(store, person("merge", "A. Novak", { into: "Ada Novak" }));
    await kept(store, person("merge", "Minister Novak", { into: "A. Novak" }));
    assert.deepEqual(await store.namesOf("Minister Novak"), ["Ada Novak", "A. Novak", "Minister Novak"]);
    for (const speaker of ["Ada Novak", "A. Novak", "Minister Novak"]) {
      assert.deepEqual(
        (await store.find({ speaker })).items.map(({ id }) => id),
        ["s3", "s2", "s1"],
      );
      assert.deepEqual(
        (await store.find({ speaker, order: "said", limit: 2 })).items.map(({ id }) => id),
        ["s3", "s2"],
      );
    }
    const first = await store.find({ speaker: "Ada Novak", limit: 1 });
    const second = await store.find({ speaker: "Ada Novak", limit: 1, cursor: first.cursor as string });
    assert.deepEqual(
      second.items.map(({ id }) => id),
      ["s2"],
    );
    assert.equal((await store.counts("act", { speaker: "Ada Novak" }, 5))[0]?.n, 3);
    // Filing the whole under another name takes those filed under it along.
    await kept(store, person("merge", "Ada Novak", { into: "Novak" }));
    assert.equal((await store.find({ speaker: "Novak" })).items.length, 3);
    await kept(store, person("split", "A. Novak", { into: null }));
    assert.deepEqual(
      (await store.find({ speaker: "A. Novak" })).items.map(({ id }) => id),
      ["s1"],
    );
    assert.equal((await store.find({ speaker: "Novak" })).items.length, 2);
    await rebuiltEqual(home, store);
  });

  it("a decision about what is not there changes nothing", async (home, store) => {
    await kept(store, report("a1"));
    await kept(store, decision("confirm", "a9", "s9"));
    assert.equal(await store.record("a9.s9"), null);
    assert.equal(await store.record("nonsense"), null);
    await rebuiltEqual(home, store);
  });
}

const SPEECH: readonly (readonly [string, string])[] = [
  ["s1", "We will never accept the tariff, she said"],
  ["s2", "The tariffs are a self-reliance tax on Łódź and São Paulo"],
  ["s3", "Self reliance is no U.S. invention"],
  ["s4", "Tariff talks resume on 2031-05-06 at 3.5 percent"],
  ["s5", "Никто не говорил о пошлинах"],
  ["s6", "talks about the tariff"],
];

function searchCases(it: It): void {
  it("words, phrases, beginnings and unwanted words", async (_, store) => {
    await kept(store, report("a1", { records: SPEECH.map(([id, words]) => record(id, { words })) }));
    for (const [words, wanted] of [
      ["tariff", "s6 s4 s1"],
      ["TARIFF", "s6 s4 s1"],
      ["tariff*", "s6 s4 s2 s1"],
      ["tariff talks", "s6 s4"],
      ['"tariff talks"', "s4"],
      ["“tariff talks”", "s4"],
      ['"tariff tal*"', "s4"],
      ["tariff -talks", "s1"],
      ['tariff -"tariff talks"', "s6 s1"],
      ["tariff -talk*", "s1"],
      ["self-reliance", "s3 s2"],
      ["reliance", "s3 s2"],
      ["sao paulo", "s2"],
      ["São", "s2"],
      ["U.S.", "s3"],
      ["3.5", "s4"],
      ["2031-05-06", "s4"],
      ["никто", "s5"],
      ["пошлин*", "s5"],
      ["tariff AND talks", ""],
      ["words:tariff", ""],
      ["tariff | talks & ! <->", "s6 s4"],
      ["it's", ""],
      ["absent", ""],
    ] as const) {
      const found = (await store.find({ words })).items.map(({ id }) => id).join(" ");
      assert.equal(found, wanted, words);
    }
    await assert.rejects(store.find({ words: "-tariff" }), UserError);
    await assert.rejects(store.find({ words: '"!?"' }), UserError);
    assert.equal((await store.find({ words: "  " })).items.length, SPEECH.length);
  });

  it("every filter, alone and with words", async (_, store) => {
    const usual = { words: "the bridge", uttered: "2031-05-05", occasion: "harbour summit" };
    const other = {
      words: "the tunnel",
      kind: "silence",
      speaker: "Bo Lind",
      channel: "SANA",
      outlet: "Dagblad",
      act: "vow",
      manner: "direct",
      confidence: 0.4,
      uttered: "2031-04",
      published: "2030",
      occasion: "press day",
    } as const;
    await kept(store, report("a1", { records: [record("s1", usual), record("s2", { ...usual, uttered: null })] }));
    await kept(store, report("a2", { records: [record("s3", other)] }));
    await kept(store, decision("confirm", "a2", "s3"));
    const cases: readonly (readonly [Query, string])[] = [
      [{ kind: "silence" }, "s3"],
      [{ kind: "statement" }, "s2 s1"],
      [{ speaker: "Bo Lind" }, "s3"],
      [{ channel: "SANA" }, "s3"],
      [{ outlet: "Dagblad" }, "s3"],
      [{ act: "vow" }, "s3"],
      [{ manner: "direct" }, "s3"],
      [{ standing: "confirmed" }, "s3"],
      [{ standing: "candidate" }, "s2 s1"],
      [{ occasion: "press day" }, "s3"],
      [{ minConfidence: 0.5 }, "s2 s1"],
      [{ article: "a2" }, "s3"],
      [{ saidFrom: "2031-05" }, "s1"],
      [{ saidTo: "2031-04" }, "s3"],
      [{ saidFrom: "2031-04-01", saidTo: "2031-04-30" }, "s3"],
      [{ saidFrom: "2031-04-02", saidTo: "2031-04-30" }, ""],
      [{ saidFrom: "2031", saidTo: "2031" }, "s3 s1"],
      [{ publishedFrom: "2031-01-01" }, "s2 s1"],
      [{ publishedFrom: "2030-01-01", publishedTo: "2030-12-31" }, "s3"],
      [{ publishedTo: "2029" }, ""],
      [{ order: "said" }, "s1 s3"],
      [{ order: "said", speaker: "Ada Novak", saidFrom: "2031" }, "s1"],
      [{ act: "vow", speaker: "Ada Novak" }, ""],
      [{ act: "vow", kind: "silence", standing: "confirmed", saidTo: "2031-12" }, "s3"],
    ];
    const found = async (query: Query): Promise<string> =>
      (await store.find(query)).items.map(({ id }) => id).join(" ");
    for (const [query, wanted] of cases) {
      assert.equal(await found(query), wanted, JSON.stringify(query));
      assert.equal(await found({ ...query, words: "the" }), wanted, `${JSON.stringify(query)} with words of all`);
      const words = wanted.includes("s1") ? "bridge" : "tunnel";
      const some = wanted.split(" ").filter((id) => (id === "s3") === (words === "tunnel"));
      assert.equal(await found({ ...query, words }), some.join(" "), `${JSON.stringify(query)} with ${words}`);
    }
  });

  it("among many, what is common and what is rare is found alike", async (_, store) => {
    // More than either store goes through one by one.
    const many = Array.from({ length: 24_000 }, (_, i) =>
      record(`s${i}`, {
        words: `the common${i % 4 === 0 ? " quarter" : ""}${i % 3_000 === 0 ? " rare" : ""}`,
        act: i % 12 === 0 ? "deny" : "vow",
        speaker: i % 1_500 === 7 ? "Bo Lind" : "Ada Novak",
        uttered: `20${String(30 + (i % 40))}-01-01`,
        kind: i % 4_000 === 0 ? "silence" : "statement",
      }),
    );
    await kept(store, report("a1", { records: many }));
    const has = (row: (typeof many)[number], word: string): boolean => row.words.split(" ").includes(word);
    const cases: readonly (readonly [Query, (row: (typeof many)[number]) => boolean])[] = [
      [{}, () => true],
      [{ words: "the" }, () => true],
      [{ words: "rare" }, (row) => has(row, "rare")],
      [{ words: "quarter", act: "vow" }, (row) => has(row, "quarter") && row.act === "vow"],
      [{ words: "the", act: "vow" }, (row) => row.act === "vow"],
      [{ words: "the", speaker: "Bo Lind" }, (row) => row.speaker === "Bo Lind"],
      [{ words: "quarter", speaker: "Bo Lind" }, () => false],
      [{ words: "the -quarter", speaker: "Ada Novak" }, (row) => !has(row, "quarter") && row.speaker === "Ada Novak"],
      [{ words: "the", kind: "silence" }, (row) => row.kind === "silence"],
      [{ words: "the", saidFrom: "2065" }, (row) => (row.uttered ?? "") >= "2065"],
      [{ act: "deny", speaker: "Ada Novak" }, (row) => row.act === "deny" && row.speaker === "Ada Novak"],
      [
        { act: "deny", saidFrom: "2040", saidTo: "2041" },
        (row) => row.act === "deny" && /^204[01]/.test(row.uttered ?? ""),
      ],
    ];
    for (const [query, holds] of cases) {
      const rows = many.flatMap((row, i) => (holds(row) ? [{ row, i }] : []));
      const newest = rows.map(({ row }) => row.id).reverse();
      assert.deepEqual(
        (await store.find({ ...query, limit: 40 })).items.map(({ id }) => id),
        newest.slice(0, 40),
        JSON.stringify(query),
      );
      const said = rows.sort((a, b) =>
        (a.row.uttered ?? "") < (b.row.uttered ?? "") ? 1 : a.row.uttered === b.row.uttered ? b.i - a.i : -1,
      );
      const found = await store.find({ ...query, order: "said", limit: 40 });
      assert.deepEqual(
        found.items.map(({ id }) => id),
        said.slice(0, 40).map(({ row }) => row.id),
        `${JSON.stringify(query)} by date`,
      );
      const n = (await store.counts("outlet", query, 1))[0]?.n ?? 0;
      assert.equal(n, rows.length, `${JSON.stringify(query)} counted`);
    }
  });

  it("a page that may look through little ends early, and its cursor leads to all the others", async (_, store) => {
    const many = Array.from({ length: 40 }, (_, i) =>
      record(`s${i}`, {
        words: `the common${i % 9 === 0 ? " rare" : ""}`,
        act: i % 7 === 0 ? "vow" : "deny",
        speaker: ["Ada Novak", "A. Novak", "Bo Lind"][i % 3] as string,
        outlet: i % 5 === 0 ? "Dagblad" : "The Harbour Post",
        confidence: i === 3 ? 0.99 : 0.5,
        uttered: i % 4 === 0 ? null : `2031-05-${String(1 + (i % 11)).padStart(2, "0")}`,
      }),
    );
    await kept(store, report("a1", { records: many }), person("merge", "A. Novak", { into: "Ada Novak" }));
    const queries: readonly Query[] = [
      {},
      { minConfidence: 0.9 },
      { words: "rare" },
      { words: "the", act: "vow" },
      { act: "vow", outlet: "Dagblad" },
      { speaker: "Ada Novak", act: "vow" },
      { speaker: "Ada Novak", words: "rare" },
      { words: "nothing" },
      { manner: "direct" },
    ];
    for (const query of queries)
      for (const order of ["newest", "said"] as const) {
        const whole = (await store.find({ ...query, order })).items.map(({ id }) => id);
        for (const lookThrough of [1, 3, 15]) {
          const found: string[] = [];
          let pages = 0;
          for (let cursor: string | null | undefined; cursor !== null; pages++) {
            const page = await store.find({ ...query, order, lookThrough, limit: 4, ...(cursor && { cursor }) });
            assert.ok(page.items.length <= 4 && pages < 200);
            if (page.lookedThrough !== undefined) assert.ok(page.cursor !== null, "what ended early goes on");
            found.push(...page.items.map(({ id }) => id));
            ({ cursor } = page);
          }
          assert.deepEqual(found, whole, JSON.stringify({ ...query, order, lookThrough }));
        }
      }
  });

  it("an overview is the first page and a glance in one", async (_, store) => {
    const records = Array.from({ length: 9 }, (_, i) =>
      record(`s${i}`, { act: i % 2 === 0 ? "vow" : "deny", speaker: i % 3 === 0 ? "A. Novak" : "Ada Novak" }),
    );
    await kept(store, report("a1", { records }), person("merge", "A. Novak", { into: "Ada Novak" }));
    for (const query of [{}, { act: "vow" }, { speaker: "Ada Novak" }, { words: "words", act: "deny" }, { act: "x" }]) {
      const { page, glance } = await store.overview({ ...query, limit: 3 }, 5);
      assert.deepEqual(page, await store.find({ ...query, limit: 3 }));
      const { rows } = await store.glance(query, 5);
      assert.deepEqual(
        glance.rows.map(({ act, speaker }) => [act, speaker]),
        rows.map(({ act, speaker }) => [act, speaker]),
      );
    }
  });

  it("pages hold together, the newest and the last said first", async (_, store) => {
    const days = ["2031-05-03", "2031-05-01", "2031-05-03", "2031-05-02", "2031-05", "2031-05-03"];
    for (const [i, uttered] of days.entries())
      await kept(store, report(`a${i}`, { records: [record(`s${i}`, { uttered })] }));
    const all = async (query: Query): Promise<string> => {
      const pages: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await store.find({ ...query, limit: 2, ...(cursor !== null && { cursor }) });
        pages.push(page.items.map(({ id }) => id).join(" "));
        cursor = page.cursor;
      } while (cursor !== null);
      return pages.join(" | ");
    };
    assert.equal(await all({}), "s5 s4 | s3 s2 | s1 s0");
    assert.equal(await all({ words: "words" }), "s5 s4 | s3 s2 | s1 s0");
    assert.equal(await all({ order: "said" }), "s5 s2 | s0 s3 | s1 s4");
    assert.equal(await all({ order: "said", speaker: "Ada Novak", words: "words" }), "s5 s2 | s0 s3 | s1 s4");
    const { cursor } = await store.find({ limit: 1 });
    await assert.rejects(store.find({ order: "said", cursor: cursor as string }), UserError);
    await assert.rejects(store.find({ cursor: "x" }), UserError);
    await assert.rejects(store.find({ cursor: Buffer.from('["1 or 1"]').toString("base64url") }), UserError);
  });

  it("counts of a field, the most first, as the query goes", async (_, store) => {
    const acts = ["vow", "deny", "vow", "assert", "vow", "deny"];
    await kept(
      store,
      report("a1", { records: acts.map((act, i) => record(`s${i}`, { act, words: i < 3 ? "early" : "late" })) }),
    );
    assert.deepEqual(await store.counts("act", {}, 2), [
      { value: "vow", n: 3 },
      { value: "deny", n: 2 },
    ]);
    assert.deepEqual(await store.counts("act", { words: "late" }, 9), [
      { value: "assert", n: 1 },
      { value: "deny", n: 1 },
      { value: "vow", n: 1 },
    ]);
    assert.deepEqual(await store.counts("channel", {}, 9), [], "what is not known is not counted");
    assert.deepEqual(await store.counts("speaker", { speaker: "Ada Novak" }, 9), [{ value: "Ada Novak", n: 6 }]);
  });

  it("a text of great length is kept and found by its beginning", async (_, store) => {
    const words = `first ${"word ".repeat(30_000)}${Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(" ")} ${"x".repeat(5_000)}`;
    await kept(store, report("a1", { records: [record("s1", { words })] }));
    assert.equal((await store.find({ words: '"first word"' })).items[0]?.words.length, words.length);
    const short = record("s1", { words: "x".repeat(5_000) });
    await kept(store, report("a2", { records: [short] }));
    assert.equal((await store.find({ words: "x".repeat(5_000) })).items[0]?.article, "a2");
  });

  it("a glance counts the newest of what is found, however many there are", async (_, store) => {
    const records = [1, 2, 3, 4].map((n) =>
      record(`r${n}`, { speaker: n === 4 ? "A. Novak" : "Ada Novak", act: n > 2 ? "vow" : "deny" }),
    );
    await kept(
      store,
      report("a1", { records }),
      report("a2", { records: [record("q1", { kind: "silence", speaker: "" })] }),
    );
    const { rows: ofAll } = await store.glance({}, 10);
    assert.equal(ofAll.length, 5);
    assert.equal(ofAll[0]?.kind, "silence", "the newest first");
    assert.deepEqual(
      (await store.glance({ speaker: "Ada Novak" }, 2)).rows.map(({ act }) => act),
      ["vow", "deny"],
    );
    await kept(store, person("merge", "A. Novak", { into: "Ada Novak" }));
    assert.equal((await store.glance({ speaker: "Ada Novak" }, 10)).rows.length, 4, "names filed as one count as one");
    assert.equal((await store.glance({ speaker: "Ada Novak" }, 3)).rows.length, 3);
    await kept(store, decision("retract", "a1", "r1"));
    assert.equal((await store.glance({ act: "deny" }, 10)).rows.length, 1, "what is retracted is not counted");
    assert.equal((await store.glance({ standing: "retracted" }, 10)).rows.length, 1);
  });

  it("the values of a field are counted over the whole archive, those that are missing left out", async (_, store) => {
    const records = ["Ada Novak", "Ada Novak", "Bo Lind"].map((speaker, i) =>
      record(`r${i}`, { speaker, channel: i === 0 ? "Harbour Radio" : null }),
    );
    await kept(store, report("a1", { records }));
    assert.deepEqual(plain(await store.valuesOf("speaker", 5)), [
      { value: "Ada Novak", n: 2 },
      { value: "Bo Lind", n: 1 },
    ]);
    assert.equal((await store.valuesOf("speaker", 1)).length, 1);
    assert.deepEqual(plain(await store.valuesOf("channel", 5)), [{ value: "Harbour Radio", n: 1 }]);
    assert.deepEqual(await store.valuesOf("occasion", 5), []);
  });

  it("values are counted as records come, go and are corrected, and a rebuild counts the same", async (home, store) => {
    const times = async (...names: string[]): Promise<Record<string, number>> =>
      Object.fromEntries(await store.timesOf("speaker", names));
    await kept(store, report("a1", { records: [record("s1"), record("s2", { speaker: "Bo Lind" })] }));
    await kept(store, report("a2", { records: [record("s3", { kind: "silence" })] }));
    assert.deepEqual(await times("Ada Novak", "Bo Lind", "Nobody"), { "Ada Novak": 2, "Bo Lind": 1 });
    await kept(store, { drafts: [reading("a1", 1, [record("s4", { speaker: "Cy Ek" })], "reader-2")], blobs: [] });
    assert.deepEqual(await times("Ada Novak", "Bo Lind", "Cy Ek"), { "Ada Novak": 1, "Cy Ek": 1 });
    await kept(
      store,
      person("assert", "a1.s4", { article: "a1", id: "s4", fields: { speaker: "Bo Lind" }, record: {} }),
    );
    assert.deepEqual(await times("Ada Novak", "Bo Lind", "Cy Ek"), { "Ada Novak": 1, "Bo Lind": 1 });
    assert.deepEqual(plain(await store.valuesOf("speaker", 5)), [
      { value: "Ada Novak", n: 1 },
      { value: "Bo Lind", n: 1 },
    ]);
    const { seq } = await store.head();
    const held = { entries: seq, articles: 2, editions: 2, statements: 1, silences: 1 };
    assert.deepEqual(await store.size(), held);
    await rebuiltEqual(home, store);
    assert.deepEqual(await store.size(), held);
  });

  it("an archive from before there were tallies and some indexes gets them when it is opened", async (home, store) => {
    await kept(store, report("a1", { records: [record("s1"), record("s2", { channel: "SANA" })] }));
    const { tallies: before } = await tablesOf(home);
    const held = await store.size();
    await store.close();
    for (const change of ["drop table tallies", "drop index records_speaker", "drop index articles_outlet"])
      await home.sql(change);
    const again = await home.open();
    assert.deepEqual(await again.size(), held);
    assert.deepEqual((await tablesOf(home))["tallies"], before);
    assert.equal((await again.find({ speaker: "Ada Novak" })).items.length, 2);
    // Both databases refuse to drop what is not there.
    for (const index of ["records_speaker", "articles_outlet", "tallies_most"]) await home.sql(`drop index ${index}`);
  });

  it("what people decided lately comes last first, and nothing a machine did is among it", async (_, store) => {
    await kept(store, report("a1", { records: [record("r1"), record("r2")] }));
    assert.deepEqual(await store.decidedLately(5), []);
    await kept(store, decision("confirm", "a1", "r1"));
    await kept(store, person("merge", "A. Novak", { into: "Ada Novak" }));
    assert.deepEqual(
      (await store.decidedLately(5)).map(({ act, about, by }) => [act, about, by.split(":")[0]]),
      [
        ["merge", "A. Novak", "person"],
        ["confirm", "a1.r1", "person"],
      ],
    );
    assert.equal((await store.decidedLately(1)).length, 1);
  });
}

function moveCases(it: It, name: string): void {
  it("an archive moves into the other store with equal hashes and equal tables", async (home, store) => {
    await filled(store);
    const other = name === "SQLite" && typeof server !== "string" ? await onServer(server) : inFile();
    try {
      const target = await other.open();
      const { seq } = await store.head();
      for (let from = 1; from <= seq; from += 4) {
        const entries = await store.entries(from, 4);
        const blobs = from === 1 ? await blobsOf(store) : [];
        await target.restore(entries, blobs);
      }
      assert.deepEqual({ ...(await target.head()) }, { ...(await store.head()) });
      assert.deepEqual(await tablesOf(other), await tablesOf(home));
      assert.deepEqual((await target.blob("texts", "a1", sha256Of("a1, edition 2")))?.length, 13);
      assert.deepEqual(plain(await target.find({ words: "words" })), plain(await store.find({ words: "words" })));
      await assert.rejects(target.restore(await store.entries(1, 2), []), UserError);
      const [entry] = await target.append([report("a8")], NOON);
      assert.equal(entry?.[0]?.seq, seq + 1);
      await rebuiltEqual(other, target);
    } finally {
      await other.close();
    }
  });

  it("entries that were altered are not taken over", async (home, store) => {
    await filled(store);
    const other = inFile();
    try {
      const target = await other.open();
      const entries = await store.entries(1, 100);
      const altered = entries.map((entry) => (entry.seq === 5 ? { ...entry, by: "another" } : entry));
      await assert.rejects(target.restore(altered, []), /entry 5 is not what it was/);
      assert.equal((await target.head()).seq, 0);
      assert.deepEqual((await tablesOf(other))["records"], []);
    } finally {
      await other.close();
    }
    assert.equal((await tablesOf(home))["articles"]?.length, 3);
  });

  it("a rebuild gives equal rows, and tells how far it is", async (home, store) => {
    await filled(store);
    const told: number[] = [];
    await rebuiltEqual(home, store, (done, all) => told.push(done, all));
    assert.deepEqual(told.slice(-2), [(await store.head()).seq, (await store.head()).seq]);
    await home.sql("update records set speaker = 'somebody else'").catch(() => {});
    await store.rebuild(() => {});
    assert.equal((await store.find({ speaker: "somebody else" })).items.length, 0);
    await kept(store, report("a9"));
    assert.equal((await store.find({ words: "s1" })).items[0]?.article, "a9");
  });
}

async function filled(store: Store): Promise<void> {
  await kept(
    store,
    report("a1", { records: [record("s1"), record("s2", { speaker: "Bo Lind" })], bands: ["b1", "b2"] }),
  );
  await kept(store, report("a2", { repeats: "a1", bands: ["b2"] }), report("a3", { address: null, records: [] }));
  await kept(store, decision("confirm", "a1", "s1"), decision("dispute", "a2", "s1"));
  await kept(store, report("a1", { edition: 2, records: [record("s3"), record("s2")] }));
  await kept(store, person("merge", "Bo Lind", { into: "Bo G. Lind" }));
  const fields = { words: "other words", act: "vow" };
  await kept(store, person("assert", "a1.s3", { article: "a1", id: "s3", fields, record: { act: "vow" } }));
}

async function blobsOf(store: Store): Promise<Unit["blobs"]> {
  const all: Unit["blobs"][number][] = [];
  for (const { article } of (await store.articles({})).items)
    for (const { of, sha256 } of await store.blobs(article)) {
      const bytes = (await store.blob(of, article, sha256)) as Uint8Array;
      all.push({ of, article, sha256, bytes });
    }
  return all;
}

async function rebuiltEqual(
  home: Home,
  store: Store,
  told: (done: number, all: number) => void = () => {},
): Promise<void> {
  const before = await tablesOf(home);
  const found = plain(await store.find({ words: "w*" }));
  await store.rebuild(told);
  assert.deepEqual(await tablesOf(home), before);
  assert.deepEqual(plain(await store.find({ words: "w*" })), found);
}

/** Rows without what makes them rows of one driver or the other. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

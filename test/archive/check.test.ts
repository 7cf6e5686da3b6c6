import assert from "node:assert/strict";
import { test } from "node:test";
import { Keeper } from "../../src/archive/archive.ts";
import { type Finding, checkArchive } from "../../src/archive/check.ts";
import { correct } from "../../src/archive/correct.ts";
import { confirm, undo } from "../../src/archive/decide.ts";
import { merge } from "../../src/archive/names.ts";
import { prepare } from "../../src/archive/prepare.ts";
import { sha256Of } from "../../src/text/sha256.ts";
import { capture } from "../../src/ingest/ingest.ts";
import type { Store } from "../../src/store/store.ts";
import { inFile } from "../store/homes.ts";
import { onBoth } from "./onBoth.ts";
import { FERRY, NOON, QUAY, idWith, keep } from "./reports.ts";

const MIRA = { name: "Mira Sand", reason: null, now: NOON };

async function checked(
  store: Store,
  version = "hearsay-0.1.0",
): Promise<{ faults: number; findings: Finding[]; told: string[] }> {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const { faults } = await checkArchive(store, {
    version,
    told: async ({ name }) => void told.add(name),
    found: async (finding) => void findings.push(finding),
  });
  return { faults, findings, told: [...told] };
}

/** An archive with editions, decisions, a correction and names filed as one. */
async function filled(store: Store): Promise<void> {
  await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
  await keep(store, { "/in/ferry.txt": FERRY.replace("before Easter", "before Whitsun") });
  const id = await idWith(store, "not close it twice");
  await confirm(store, [id], MIRA);
  await correct(store, await idWith(store, "quay was safe"), { speaker: "Teodor Brandsma-Kwizera" }, MIRA);
  await undo(store, (await correct(store, id, { act: "vow" }, MIRA)).seq, MIRA);
  await merge(store, ["A. Novak"], "Ada Novak", MIRA);
}

/** Damages to what a replay of the ledger makes, and what is said of them. */
const IN_TABLES: readonly (readonly [string, RegExp])[] = [
  ["update records set words = replace(words, 'twice', 'often')", /^records \S+ \S+: is not what the ledger says/],
  ["update records set standing = 'confirmed' where kind = 'silence'", /^records \S+ \S+: is not what the ledger says/],
  [
    "update records set speaker = 'Eva Novak' where speaker = 'A. Novak'",
    /^records \S+ \S+: is not what the ledger says/,
  ],
  [
    "update records set record = replace(record, 'predict', 'promise')",
    /^records \S+ \S+: is not what the ledger says/,
  ],
  ["delete from records where kind = 'silence'", /^records \S+ \S+: is missing/],
  ["update articles set title = 'Another'", /^articles \S+: is not what/],
  ["update decisions set undone = null", /^decisions \S+ \d+: is not what/],
  ["insert into names values ('Bo Lind', 'Ada Novak', 1)", /^names Bo Lind: is not in the ledger/],
  ["update addresses set article = 'ffffffffffff'", /^addresses \/in\/ferry\.txt: is not what/],
  ["delete from bodies", /^bodies \S+: is missing/],
  ["delete from bands", /^bands \S+ \S+: is missing/],
  ["update editions set fates = '[]' where edition = 2", /^editions \S+ 2: is not what/],
  ["update sights set circumstances = '{' where seq = 1", /can't be read: .*JSON/],
];

/** Damages to what nothing can make again, each on top of those before. */
const FOR_GOOD: readonly (readonly [string, RegExp])[] = [
  ["delete from texts", /edition 1: text [0-9a-f]{12}… is missing/],
  ["delete from captures", /capture [0-9a-f]{12}… is missing/],
  ["delete from ledger where seq = 5", /^the ledger: entry 6 follows entry 4/],
  ["update ledger set cause = 'another' where seq = 3", /^the ledger: entry 3 is not what it was/],
];

await onBoth((it) => {
  it("an archive as it was written has no fault, and a check changes nothing", async (store) => {
    await filled(store);
    const before = await store.head();
    const { findings, told } = await checked(store);
    assert.deepEqual(findings, []);
    assert.deepEqual(told, ["file", "ledger", "tables", "captures and texts"]);
    assert.deepEqual(await store.head(), before);
  });

  it("every damage is found and named", async (store, home) => {
    await filled(store);
    const lines = async (): Promise<string[]> =>
      (await checked(store)).findings.map(({ about, what }) => `${about}: ${what}`);
    for (const [sql, found] of IN_TABLES) {
      await home.sql(sql);
      const told = await lines();
      assert.ok(
        told.some((line) => found.test(line)),
        `${sql} gave: ${told.join("\n")}`,
      );
      await store.rebuild(() => {});
      assert.deepEqual(await lines(), [], `a rebuild mends it: ${sql}`);
    }
    for (const [sql, found] of FOR_GOOD) {
      await home.sql(sql);
      const told = await lines();
      assert.ok(
        told.some((line) => found.test(line)),
        `${sql} gave: ${told.join("\n")}`,
      );
    }
  });

  it("bytes that were exchanged are found by their hash, and a text that its bytes do not give", async (store, home) => {
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    await home.sql("create table swapped as select * from captures");
    await home.sql("update captures set bytes = (select bytes from swapped where swapped.article <> captures.article)");
    const { findings } = await checked(store);
    assert.equal(findings.length, 2);
    for (const { level, what } of findings) {
      assert.equal(level, "fault");
      assert.match(what, /is damaged: its bytes have the hash/);
    }
  });

  it("a size kept beside bytes that is not theirs is found", async (store, home) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    await home.sql("update captures set size = size + 1");
    await home.sql("update texts set length = length - 32");
    const { findings } = await checked(store);
    assert.deepEqual(
      findings.map(({ what }) => what.replace(/^(\w+) .*… /, "$1 ").replace(/\d+/g, "N")),
      ["capture has N bytes, and is told to have N", "text has N bytes, and is told to have N"],
    );
  });
});

test("words missing from the text index are found", async () => {
  const home = inFile();
  const store = await home.open();
  await filled(store);
  await home.sql("delete from record_words where rowid = (select max(place) from records)");
  const { findings } = await checked(store);
  assert.ok(findings.length > 3);
  for (const { about } of findings) assert.match(about, /^text index /);
  await home.close();
});

test("a text that another version read otherwise is a note, one of the same version a fault", async () => {
  const home = inFile();
  const store = await home.open();
  const bytes = Buffer.from(FERRY);
  const own = prepare(capture(bytes, "/in/ferry.txt"), { reader: "fast" }, "hearsay-0.0.9-fast");
  const text = FERRY.replace("\n\n", "\n\n\n");
  const prepared = { ...own, text, textHash: sha256Of(text), records: [] };
  const sighting = { prepared, bytes, address: "/in/ferry.txt", given: {}, circumstances: {}, by: "file" };
  await new Keeper(store, () => NOON).keep([sighting]);
  const { faults, findings } = await checked(store, "hearsay-0.1.0");
  assert.deepEqual([faults, findings.length], [0, 1]);
  assert.match(
    findings[0]?.what ?? "",
    /is read as another text today; the text kept was read by hearsay-0\.0\.9-fast/,
  );
  const same = await checked(store, "hearsay-0.0.9");
  assert.equal(same.faults, 1);
  assert.match(same.findings[0]?.what ?? "", /by the same version that read it/);
  await home.close();
});

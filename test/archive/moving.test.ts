import assert from "node:assert/strict";
import { test } from "node:test";
import { exported, imported } from "../../src/archive/moving.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { type Home, inFile, tablesOf } from "../store/homes.ts";
import { NOON, decision, record, report } from "../store/reports.ts";
import { sha256Of } from "../../src/text/sha256.ts";

const quiet = async (): Promise<void> => {};

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exported(store, quiet)) lines.push(line);
  return lines;
}

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function withHomes(
  run: (from: Store, to: Store, homes: { from: Home; to: Home }) => Promise<void>,
): Promise<void> {
  const homes = { from: inFile(), to: inFile() };
  try {
    const from = await homes.from.open();
    await from.append([report("a1"), report("a2", { records: [record("s1"), record("s2")] })], NOON);
    await from.append([decision("confirm", "a1", "s1"), report("a1", { edition: 2 })], NOON);
    await run(from, await homes.to.open(), homes);
  } finally {
    await homes.from.close();
    await homes.to.close();
  }
}

test("an archive is the same when it has moved: entries, tables and bytes", () =>
  withHomes(async (from, to, homes) => {
    const told: number[] = [];
    const lines = await linesOf(from);
    const result = await imported(to, "a file", given(lines), async (done, all) => void told.push(done, all));
    assert.deepEqual(result, { entries: 10, there: 0 });
    assert.deepEqual(told, [10, 10]);
    assert.deepEqual({ ...(await to.head()) }, { ...(await from.head()) });
    assert.deepEqual(await tablesOf(homes.to), await tablesOf(homes.from));
    assert.equal((await to.blob("texts", "a1", sha256Of("a1, edition 2")))?.length, 13);
    assert.equal((await to.blobs("a1")).length, 4);
    assert.deepEqual(await linesOf(to), lines);
  }));

test("an import that was cut short is kept as far as it went, and goes on from there", () =>
  withHomes(async (from, to) => {
    const lines = await linesOf(from);
    await assert.rejects(
      imported(to, "a file", given(lines.slice(0, 10)), quiet),
      /a file: is cut short after entry 5 of 10/,
    );
    assert.equal((await to.head()).seq, 5);
    assert.equal(await to.checkLedger(() => {}), null);
    assert.deepEqual(await imported(to, "a file", given(lines), quiet), { entries: 5, there: 5 });
    assert.deepEqual(await imported(to, "a file", given(lines), quiet), { entries: 0, there: 10 });
    await from.append([report("a7")], NOON);
    assert.deepEqual(await imported(to, "a later file", given(await linesOf(from)), quiet), { entries: 3, there: 10 });
    assert.deepEqual({ ...(await to.head()) }, { ...(await from.head()) });
  }));

test("an archive with other entries is left as it is", () =>
  withHomes(async (from, to) => {
    await to.append([report("b1")], NOON);
    const { hash } = await to.head();
    await assert.rejects(
      imported(to, "a file", given(await linesOf(from)), quiet),
      /has entries that are not in a file/,
    );
    await to.append([report("b2"), report("b3"), report("b4")], NOON);
    await assert.rejects(
      imported(to, "a file", given(await linesOf(from)), quiet),
      /has entries that are not in a file/,
    );
    assert.equal((await to.entries(3, 1))[0]?.hash, hash);
    assert.equal((await to.size()).articles, 4);
  }));

for (const [what, spoil, found] of [
  ["an entry that was changed", (line: string) => line.replace('"by":"test"', '"by":"tent"'), /is not what it was/],
  [
    "bytes that were changed",
    (line: string) => line.replace('"base64":"PHA+', '"base64":"PHB+'),
    /do not have the hash/,
  ],
  ["bytes that are missing", (line: string) => (line.startsWith('{"blob"') ? "" : line), /bytes that entry 1 names/],
  ["a line that is no JSON", (line: string) => line.slice(0, -5), /is no archive, or is damaged/],
  ["a file of something else", () => '{"id":1}\n', /is no archive, or is damaged/],
  ["nothing", () => "", /is cut short after entry 0/],
] as const)
  test(`${what} in the file: nothing is taken over`, () =>
    withHomes(async (from, to) => {
      const lines = (await linesOf(from)).map(spoil).filter((line) => line !== "");
      await assert.rejects(
        imported(to, "a file", given(lines), quiet),
        (error: unknown) => error instanceof UserError && found.test(error.message),
      );
      assert.equal((await to.head()).seq, 0);
    }));

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type PoolOptions, ReadingPool } from "../../src/archive/pool.ts";
import { UserError } from "../../src/model/errors.ts";

const DYING = new URL("./dyingWorker.ts", import.meta.url);

function poolOf(t: TestContext, size: number, options: PoolOptions = {}): (words: string) => Promise<string> {
  const pool = new ReadingPool(size, options);
  t.after(() => pool.close());
  return async (words) =>
    (await pool.read({ bytes: Buffer.from(words), from: `“${words}”`, options: { reader: "fast" } })).text;
}

test("what is asked for is read, more at once than there are workers", async (t) => {
  const read = poolOf(t, 2);
  const words = [
    "The mayor said it would rain.",
    "She denied it.",
    "He vowed to go.",
    "They asked him to stay.",
    "Nobody came.",
  ];
  assert.deepEqual(await Promise.all(words.map(read)), words);
});

test("what can't be read rejects with words for the user; the worker lives on", async (t) => {
  const read = poolOf(t, 1);
  await assert.rejects(
    read("\u0000\u0001\u0002\u0003\u0004"),
    (error) => error instanceof UserError && /binary/.test(error.message),
  );
  assert.equal(await read("The mayor said it would rain."), "The mayor said it would rain.");
});

test("a report that brings its worker down is tried once more, then refused by name; the others are read", async (t) => {
  const read = poolOf(t, 2, { script: DYING });
  const results = await Promise.allSettled(["one", "die", "two", "three"].map(read));
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))),
    ["one", "UserError: “die” brought its reader down twice (struck down)", "two", "three"],
  );
  assert.equal(await read("four"), "four");
});

test("a report that takes too long is refused, and its worker replaced", async (t) => {
  const read = poolOf(t, 1, { script: DYING, patience: () => 1_000 });
  const hanging = assert.rejects(read("hang"), /“hang” could not be read within 1 seconds/);
  const waiting = read("behind it");
  await hanging;
  assert.equal(await waiting, "behind it");
});

test("a pool that is closed has no threads left to keep the program alive", async () => {
  const pool = new ReadingPool(2, { script: DYING });
  const read = pool.read({ bytes: Buffer.from("hang"), from: "x", options: {} });
  void read.catch(() => {});
  await pool.close();
});

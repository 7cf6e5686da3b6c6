import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { SOURCES, checkReading, read } from "./fuzz.checks.ts";
import { mutated } from "./fuzz.mutations.ts";
import type { Begun } from "./fuzz.worker.ts";
import type { Resolved } from "../src/model/statement.ts";

const ROUNDS = Number(process.env["HEARSAY_FUZZ"] ?? 300);
const SEED = Number(process.env["HEARSAY_FUZZ_SEED"] ?? 20_240_304);
const MOST_MILLISECONDS = 5000;

/** Runs the rounds aside; comes back with how many were read. Fails on the first round that fails or takes too long. */
async function inWorker(seed: number, rounds: number): Promise<number> {
  const worker = new Worker(new URL("./fuzz.worker.ts", import.meta.url), { workerData: { seed, rounds } });
  let last: Begun = { seed, read: 0 };
  try {
    return await new Promise((done, fail) => {
      const tooLong = (): void =>
        fail(new Error(`HEARSAY_FUZZ=1 HEARSAY_FUZZ_SEED=${last.seed}: not done in ${MOST_MILLISECONDS} ms`));
      let watch = setTimeout(tooLong, 2 * MOST_MILLISECONDS);
      worker.on("message", (begun: Begun) => {
        clearTimeout(watch);
        watch = setTimeout(tooLong, MOST_MILLISECONDS);
        last = begun;
      });
      worker.on("error", fail);
      worker.on("exit", () => {
        clearTimeout(watch);
        done(last.read);
      });
    });
  } finally {
    await worker.terminate();
  }
}

test("damaged reports are read or refused, and every span of every field holds", async (t) => {
  t.diagnostic(`${ROUNDS} rounds from seed ${SEED} (HEARSAY_FUZZ, HEARSAY_FUZZ_SEED)`);
  const wereRead = await inWorker(SEED, ROUNDS);
  t.diagnostic(`${wereRead} read, ${ROUNDS - wereRead} refused`);
  if (ROUNDS >= 100) assert.ok(wereRead > ROUNDS / 2, `only ${wereRead} of ${ROUNDS} were read`);
});

test("whole and unharmed, each source is read", () => {
  for (const source of SOURCES) checkReading(read(source) as Resolved);
});

test("the same seed makes the same damage, another seed another", () => {
  const [source] = SOURCES as [Uint8Array];
  assert.deepEqual(mutated(source, 7), mutated(source, 7));
  assert.notDeepEqual(mutated(source, 7), mutated(source, 8));
});

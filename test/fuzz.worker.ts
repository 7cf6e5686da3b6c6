import { parentPort, workerData } from "node:worker_threads";
import { checkDamaged } from "./fuzz.checks.ts";

/** Told to the test before each round, so that it knows which one does not come to an end. */
export interface Begun {
  readonly seed: number;
  /** How many were read so far; the others were refused. */
  readonly read: number;
}

const { seed: first, rounds } = workerData as { readonly seed: number; readonly rounds: number };
let read = 0;
for (let seed = first; seed < first + rounds; seed++) {
  parentPort?.postMessage({ seed, read } satisfies Begun);
  try {
    if (checkDamaged(seed)) read++;
  } catch (error) {
    throw new Error(`HEARSAY_FUZZ=1 HEARSAY_FUZZ_SEED=${seed}: ${String(error)}`, { cause: error });
  }
}
parentPort?.postMessage({ seed: first + rounds, read } satisfies Begun);

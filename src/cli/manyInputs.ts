import { availableParallelism } from "node:os";
import { ReadingPool } from "../archive/pool.ts";
import { scriptBeside } from "../home.ts";
import { bytesOf } from "./inputs.ts";
import { type Console, pathOf } from "./console.ts";
import { readInput, tellWhyNotFull } from "./reading.ts";
import { type Shown, type Showing, show } from "./showing.ts";

/** For fewer inputs threads take longer to start than they save. */
const FEWEST_FOR_THREADS = 16;

/** Each thread holds its own networks and words: more would not fit into the memory that one run should take. */
const MOST_THREADS = 4;

/** One input and what became of it. */
export type Outcome =
  | { readonly input: string; readonly shown: Shown }
  | { readonly input: string; readonly failed: unknown };

/** Reads the inputs and shows them in their order: few of them here, many in as many threads as the machine has processors. */
export async function* shownInOrder(
  console: Console,
  inputs: readonly string[],
  showing: Showing,
): AsyncGenerator<Outcome> {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (threads > 1 && inputs.length >= FEWEST_FOR_THREADS) {
    yield* shownByThreads(console, inputs, showing, threads);
    return;
  }
  for (const input of inputs)
    yield await outcomeOf(input, async () => show(await readInput(console, input, showing.options), input, showing));
}

async function* shownByThreads(
  console: Console,
  inputs: readonly string[],
  showing: Showing,
  threads: number,
): AsyncGenerator<Outcome> {
  const { pack = [] } = showing.options;
  const pool = new ReadingPool<Shown>(threads, {
    packs: pack.map((folder) => pathOf(console, folder)),
    settings: showing,
    script: scriptBeside(import.meta.url, "inputWorker"),
  });
  const begin = (input: string): Promise<Outcome> =>
    outcomeOf(input, async () =>
      pool.read({ bytes: await bytesOf(console, input), from: input, options: showing.options }),
    );
  try {
    // So many are under way that no thread waits for the one whose turn it is to be printed, and no more lie in memory.
    const under: Promise<Outcome>[] = [];
    let next = 0;
    while (next < inputs.length || under.length > 0) {
      while (under.length < 4 * threads && next < inputs.length) under.push(begin(inputs[next++] as string));
      const outcome = await (under.shift() as Promise<Outcome>);
      await tellWhyNotFull(console, pool.whyNotFull);
      yield outcome;
    }
  } finally {
    await pool.close();
  }
}

async function outcomeOf(input: string, reading: () => Promise<Shown>): Promise<Outcome> {
  try {
    return { input, shown: await reading() };
  } catch (failed) {
    return { input, failed };
  }
}

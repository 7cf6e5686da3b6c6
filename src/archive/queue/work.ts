import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type WorkerEvents, run } from "graphile-worker";
import { UserError } from "../../model/errors.ts";
import { poolOf } from "../../store/postgres.ts";
import type { Store } from "../../store/store.ts";
import { type Incoming, type Offer, seenIn } from "../add.ts";
import { type Kept, Keeper, keptAs } from "../archive.ts";
import { givenIn } from "../given.ts";
import type { ReadingPool } from "../pool.ts";
import { GroupKeeper } from "./groupKeeper.ts";
import { keyFor } from "../shown.ts";
import { type FetchJob, type Queue, type ReadJob, SILENT } from "./queue.ts";
import { SignOfLife } from "./signOfLife.ts";

export interface WorkOptions {
  /** Jobs taken at once. */
  readonly jobs: number;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Fetches a report. Throws `Refusal` for one that is not to be had, anything else for one that may be later. */
  readonly fetch: (address: string) => Promise<Offer>;
  /** Stops when nothing is left that could be done now. */
  readonly once: boolean;
  /** Stops, when it is raised, after the jobs at hand. */
  readonly stop: AbortSignal;
  /** Hears of each report that is kept or refused; what it hears of as kept is safe. */
  readonly told: (name: string, result: Kept | { readonly reason: string }) => void;
}

/** A report that can't be had or read, today or tomorrow. */
export class Refusal extends Error {}

/** How often jobs are asked for where the server's call was missed, and the dead looked for, in milliseconds. */
const ASK_EVERY = 1_000;
const SWEEP_EVERY = 5_000;
/** How long the jobs at hand may take to notice that the server is lost. */
const LOST_PATIENCE = 3_000;

/**
 * Takes jobs from the queue at `url` and keeps what comes of them, until it is stopped. A job is done at least once; what it
 * keeps, it keeps once. Any number of these may run, on any number of machines. Throws UserError where the server is lost.
 */
export async function work(
  url: string,
  store: Store,
  queue: Queue,
  pool: ReadingPool,
  options: WorkOptions,
): Promise<void> {
  const sign = await SignOfLife.begin(url);
  const keeper = new GroupKeeper(new Keeper(store, options.now));
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => void sign.give(workerPool.id).catch(() => {}));
  let lost: unknown = null;
  events.on("pool:fatalError", ({ error }) => (lost = error));

  const done = async (name: string, key: string, job: () => Promise<Kept>): Promise<void> => {
    try {
      options.told(name, await job());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof Refusal) await queue.refuse(key, `${name}: ${reason}`);
      options.told(name, { reason });
      // It may pass: the queue tries it again later.
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const pgPool = poolOf(url, options.jobs + 2);
  const quiet = withoutTraces();
  const runner = await run(
    {
      pgPool,
      concurrency: options.jobs,
      noHandleSignals: true,
      pollInterval: ASK_EVERY,
      logger: SILENT,
      events,
      // Stopping waits only for jobs that are marked as done in batches.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    },
    {
      read: (payload) => {
        const job = payload as ReadJob;
        return done(job.name, job.key, () => readWaiting(job, store, keeper, pool));
      },
      fetch: (payload) => {
        const job = payload as FetchJob;
        return done(job.address, job.key, async () =>
          readFetched(job, await options.fetch(job.address), store, keeper, pool),
        );
      },
    },
    [],
  );

  const rest = new AbortController();
  const sweeping = sweep(sign, rest.signal);
  const ended = AbortSignal.any([options.stop, rest.signal]);
  try {
    // Without its sign its jobs would be taken for those of the dead: whoever started it starts it again.
    const signLost = sign.lost.then((error) => (lost = error));
    await Promise.race([runner.promise, signLost, options.once ? untilEmpty(queue, ended) : raised(ended)]);
  } catch (error) {
    lost ??= error;
  }
  rest.abort();
  // Without connections left, the queue's own attempts to get through to a lost server fail at once.
  const closing = lost === null ? null : pgPool.end();
  // It may have stopped by itself.
  const stopping = Promise.allSettled([runner.stop().catch(() => {}), runner.promise, sweeping]);
  await (lost === null ? stopping : Promise.race([stopping, setTimeout(LOST_PATIENCE)]));
  await Promise.all([sign.end(), closing ?? pgPool.end()]).finally(quiet.end);
  if (lost !== null) {
    // What the server itself finds wrong with a question is a fault of ours.
    if (/^(?!08|57P)[0-9A-Z]{5}$/.test((lost as { readonly code?: string }).code ?? "")) throw lost;
    const why = lost instanceof Error ? lost.message : String(lost);
    throw new UserError(
      `${store.name}: the server can't be reached any more (${why}); what was not done still waits there: start the worker again`,
    );
  }
}

/** The queue prints the stack of an error that it hands on besides: whoever runs a worker is told once, in words. */
function withoutTraces(): { readonly end: () => void } {
  const { trace } = console;
  console.trace = () => {};
  return { end: () => void (console.trace = trace) };
}

async function readWaiting(job: ReadJob, store: Store, keeper: GroupKeeper, pool: ReadingPool): Promise<Kept> {
  const { key, ...report } = job;
  const bytes = await store.waiting(key);
  const isKept = (await store.keysThere([key])).size > 0;
  if (bytes === null && !isKept) throw new Refusal("its bytes are not in the archive any more");
  const kept = bytes === null || isKept ? KNOWN : await readOne({ ...report, bytes }, key, keeper, pool);
  await store.dropWaiting(key);
  return kept;
}

async function readFetched(
  job: FetchJob,
  fetched: Offer,
  store: Store,
  keeper: GroupKeeper,
  pool: ReadingPool,
): Promise<Kept> {
  if (!("bytes" in fetched)) throw new Refusal("reason" in fetched ? fetched.reason : fetched.passed);
  const report = { ...fetched, options: { ...fetched.options, ...job.options } };
  const key = await keyFor(store, seenIn(report));
  return key === null ? KNOWN : readOne(report, key, keeper, pool);
}

async function readOne(
  { bytes, name, address, options, circumstances, by }: Incoming,
  key: string,
  keeper: GroupKeeper,
  pool: ReadingPool,
): Promise<Kept> {
  const prepared = await pool.read({ bytes, from: name, options }).catch((error: unknown) => {
    throw error instanceof UserError ? new Refusal(error.message) : error;
  });
  return keeper.keep({ prepared, bytes, address, given: givenIn(options), circumstances, by, key });
}

const KNOWN: Kept = keptAs("known", "", 0);

async function sweep(sign: SignOfLife, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await sign.freeJobsOfTheDead().catch(() => 0);
    await pause(SWEEP_EVERY, stop);
  }
}

/** Comes back when nothing waits that could be done now. Jobs that others are at count: they may come back. */
async function untilEmpty(queue: Queue, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && (await queue.queued()).waiting > 0) await pause(200, stop);
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  // Being called off is what a pause is for.
  await setTimeout(milliseconds, undefined, { signal: stop }).catch(() => {});
}

async function raised(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

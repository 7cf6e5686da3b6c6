import { availableParallelism } from "node:os";
import { ReadingPool } from "../../archive/pool.ts";
import { fetching } from "../../archive/queue/fetching.ts";
import { Queue } from "../../archive/queue/queue.ts";
import { work } from "../../archive/queue/work.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import { type ArchiveOptions, archiveNamed, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { fetcherFor } from "../fetcher.ts";
import { stoppable } from "../interrupt.ts";

export interface WorkerOptions extends ArchiveOptions {
  readonly workers?: number;
  readonly allow?: readonly string[];
  readonly once?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Jobs at hand for each thread: some wait for the database while others are read. */
const JOBS_PER_THREAD = 4;
const TELL_EVERY = 10_000;
const MOST_TO_END = 5_000;

/**
 * Reads reports that wait in the queue of an archive on a server, until it is stopped by SIGINT or SIGTERM: the reports at hand are
 * finished first. Comes back with how many could not be read.
 */
export async function worker(options: WorkerOptions, console: Console): Promise<number> {
  const url = archiveNamed(console, options);
  if (!/^postgres/i.test(url))
    throw new UserError(
      "workers need an archive on a server: --archive postgres://...; hearsay add reads into a file",
      2,
    );
  const threads = options.workers ?? availableParallelism();
  const pool = new ReadingPool(threads);
  const start = performance.now();
  let done = 0;
  let statements = 0;
  let failed = 0;
  const tell = async (): Promise<void> => {
    const rate = done / ((performance.now() - start) / 1000);
    await console.stderr.write(
      `${done} reports, ${statements} statements, ${failed} failed, ${rate.toFixed(1)} a second\n`,
    );
  };
  // That nobody listens is no reason for a worker to stop.
  const timer = setInterval(() => void (options.quiet !== true && tell().catch(() => {})), TELL_EVERY);
  try {
    await stoppable((stop) =>
      withArchive(console, options, { existing: true }, async (store) => {
        const queue = await Queue.open(url);
        try {
          await work(url, store, queue, pool, {
            jobs: threads * JOBS_PER_THREAD,
            now: () => new Date().toISOString(),
            fetch: fetching(fetcherFor(options, stop)),
            once: options.once === true,
            stop,
            told: (name, result) => {
              if ("reason" in result) {
                failed++;
                void console.stderr.write(`hearsay: ${shownOnOneLine(`${name}: ${result.reason}`)}\n`);
                return;
              }
              done++;
              statements += result.statements;
              if (options.json) void console.stdout.write(`${JSON.stringify({ name, ...result })}\n`);
            },
          });
        } finally {
          await queue.close();
        }
      }),
    );
  } finally {
    clearInterval(timer);
    // A queue that lost its server goes on trying for minutes; whoever watches the worker shall see it end.
    setTimeout(() => process.exit(), MOST_TO_END).unref();
    await pool.close();
  }
  if (options.quiet !== true) await tell();
  return failed;
}

import { Logger, type WorkerUtils, makeWorkerUtils } from "graphile-worker";
import type { Pool } from "pg";
import { poolOf } from "../../store/postgres.ts";
import type { Store } from "../../store/store.ts";
import { type Incoming, seenIn } from "../add.ts";
import { keysFor } from "../shown.ts";
import { sha256Of } from "../../text/sha256.ts";

/** A report that waits to be read, under the key it will be kept under; its bytes wait in the archive under the same. */
export type ReadJob = Omit<Incoming, "bytes"> & { readonly key: string };

/** A report that waits to be fetched and read. */
export interface FetchJob {
  readonly key: string;
  readonly address: string;
  readonly options: Incoming["options"];
}

declare global {
  namespace GraphileWorker {
    interface Tasks {
      read: ReadJob;
      fetch: FetchJob;
      /** Done by nobody: what stands there is for people to see. */
      refused: Pick<ReadJob, "key">;
    }
  }
}

/** What stands in the queue. */
export interface Queued {
  /** Jobs that can run now, or do. */
  readonly waiting: number;
  /** Jobs that failed and will be tried again later. */
  readonly later: number;
  /** Reports that can't be read, each with its name and the reason. Their bytes are kept. */
  readonly refused: readonly string[];
}

/** The queue says what is wrong by throwing; what it does is not told. */
export const SILENT = new Logger(() => () => {});

/** Jobs put in at once. */
const BATCH = 100;
const MOST_REFUSED = 1_000;

/** The reports that can't be read, the first of them; none where nobody has made a queue: looking makes no tables. */
export async function refusedIn(client: Pick<Pool, "query">, most: number): Promise<readonly string[]> {
  const made = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.jobs') is not null as there`,
  );
  if (made.rows[0]?.there !== true) return [];
  const { rows } = await client.query<{ reason: string }>(
    `select coalesce(last_error, key) as reason
     from graphile_worker.jobs
     where task_identifier = 'refused'
        or (key is not null and attempts >= max_attempts and locked_at is null)
     order by id limit $1`,
    [most],
  );
  return rows.map(({ reason }) => reason);
}

/** The jobs of an archive on a PostgreSQL server, kept in the same database. */
export class Queue {
  readonly #utils: WorkerUtils;
  readonly #pool: Pool;

  private constructor(utils: WorkerUtils, pool: Pool) {
    this.#utils = utils;
    this.#pool = pool;
  }

  /** Opens the queue, making its tables where they are not there. */
  static async open(url: string): Promise<Queue> {
    // With connections of our own, closing waits until they are closed.
    const pgPool = poolOf(url, 2);
    const utils = await makeWorkerUtils({ pgPool, logger: SILENT });
    const queue = new Queue(utils, pgPool);
    try {
      await utils.migrate();
    } catch (error) {
      await queue.close();
      throw error;
    }
    return queue;
  }

  /**
   * Puts reports in, to be read by whoever comes. Their bytes are safe before their job is there. A report that its address
   * is known to show is left out. Returns how many were put in and how many were known; `told` hears of each.
   */
  async add(
    store: Store,
    source: AsyncIterable<Incoming>,
    told: (report: Incoming, known: boolean) => void = () => {},
  ): Promise<{ readonly added: number; readonly known: number }> {
    let added = 0;
    let known = 0;
    let batch: Incoming[] = [];
    const put = async (): Promise<void> => {
      const keys = await keysFor(store, batch.map(seenIn));
      const open = new Map(batch.flatMap((report, i) => (keys[i] == null ? [] : [[keys[i], report] as const])));
      for (const [key, { bytes }] of open) await store.keepWaiting(key, bytes);
      const jobs = Array.from(open, ([key, report]) => {
        const { bytes: _, ...payload } = report;
        return { identifier: "read", payload: { ...payload, key }, jobKey: key };
      });
      await this.#utils.addJobs(jobs);
      added += open.size;
      known += batch.length - open.size;
      for (const [i, report] of batch.entries()) told(report, keys[i] === null);
      batch = [];
    };
    for await (const report of source) {
      batch.push(report);
      if (batch.length === BATCH) await put();
    }
    if (batch.length > 0) await put();
    return { added, known };
  }

  /** Puts addresses in, to be fetched by whoever comes, of each host one after the other wherever the workers are. */
  async addAddresses(addresses: readonly string[], options: FetchJob["options"]): Promise<void> {
    for (let i = 0; i < addresses.length; i += BATCH)
      await this.#utils.addJobs(
        addresses.slice(i, i + BATCH).map((address) => {
          const key = `fetch:${sha256Of(address)}`;
          return { identifier: "fetch", payload: { key, address, options }, jobKey: key, queueName: hostOf(address) };
        }),
      );
  }

  async queued(): Promise<Queued> {
    return this.#utils.withPgClient(async (client) => {
      // A job put in anew while a worker is at it leaves the old one behind without its key, its attempts used up: nobody takes
      // that again. One with a key whose attempts are used up failed every time.
      const { rows } = await client.query<{ waiting: string; later: string }>(
        `select count(*) filter (where locked_at is not null or run_at <= now()) as waiting,
                count(*) filter (where locked_at is null and run_at > now()) as later
         from graphile_worker.jobs
         where task_identifier <> 'refused' and (attempts < max_attempts or locked_at is not null)`,
      );
      const [{ waiting, later } = { waiting: 0, later: 0 }] = rows;
      return {
        waiting: Number(waiting),
        later: Number(later),
        refused: await refusedIn(client, MOST_REFUSED),
      };
    });
  }

  /** Puts a report that can't be read aside, with the reason. It stays there until it is put in anew. */
  async refuse(key: string, reason: string): Promise<void> {
    const { id } = await this.#utils.addJob("refused", { key }, { jobKey: key });
    await this.#utils.permanentlyFailJobs([id], reason);
  }

  async close(): Promise<void> {
    await this.#utils.release();
    await this.#pool.end();
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? `host ${new URL(address).host}`.slice(0, 100) : "host";
}

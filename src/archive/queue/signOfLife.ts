import { Client } from "pg";

/** Parts our locks from those of others on the same database. Any number, the same for all workers. */
const SPACE = 4_817_303;
/** A job that was taken just now may be taken by a worker whose sign is not there yet. */
const GRACE = "10 seconds";

/**
 * The queue takes jobs back from a worker that died only after four hours. So each worker holds a lock in the server as long as
 * its connection stands, and the jobs of workers without one are freed. A worker that lives but lost its connection may then
 * read a report that another reads too: both come to the same entries, which are kept once.
 */
export class SignOfLife {
  readonly #client: Client;
  readonly #given = new Set<string>();

  /** Comes with the reason when the connection is lost, and with it the sign. */
  readonly lost: Promise<Error>;

  private constructor(client: Client) {
    this.#client = client;
    this.lost = new Promise((lost) => client.on("error", lost));
  }

  static async begin(connectionString: string): Promise<SignOfLife> {
    const client = new Client({ connectionString });
    const sign = new SignOfLife(client);
    await client.connect();
    return sign;
  }

  /** Gives the sign for a worker, by the name the queue has for it. */
  async give(worker: string): Promise<void> {
    this.#given.add(worker);
    await this.#client.query("select pg_advisory_lock($1, hashtext($2))", [SPACE, worker]);
  }

  /** Frees the jobs of workers that give no sign. Returns how many workers those were. */
  async freeJobsOfTheDead(): Promise<number> {
    const { rows } = await this.#client.query<{ worker: string }>(
      `select distinct locked_by as worker from graphile_worker.jobs
       where locked_by <> all ($1) and locked_at < now() - $2::interval`,
      // A session is given its own lock again.
      [[...this.#given], GRACE],
    );
    const dead: string[] = [];
    for (const { worker } of rows) {
      const { rows: held } = await this.#client.query<{ free: boolean }>(
        "select pg_try_advisory_xact_lock($1, hashtext($2)) as free",
        [SPACE, worker],
      );
      if (held[0]?.free === true) dead.push(worker);
    }
    if (dead.length > 0) await this.#client.query("select graphile_worker.force_unlock_workers($1)", [dead]);
    return dead.length;
  }

  async end(): Promise<void> {
    await this.#client.end().catch(() => {});
  }
}

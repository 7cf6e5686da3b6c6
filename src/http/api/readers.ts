import { ReadingPool, type Task } from "../../archive/pool.ts";
import { Trouble } from "./problem.ts";

/** Reports that may wait to be read beside the one at hand. */
const MOST_WAITING = 8;
/** Milliseconds after which a reader that nobody needs is let go: it takes some 150 MB. */
const IDLE = 60_000;

/** One reader in a thread of its own, there while somebody needs it: what it reads holds up no other request. */
export class Readers<Read> {
  readonly #hire: () => ReadingPool<Read>;
  #pool: ReadingPool<Read> | null = null;
  #busy = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(hire: () => ReadingPool<Read>) {
    this.#hire = hire;
  }

  /** Reads one report. Throws UserError where it can't be read, Trouble where too many wait. */
  read(task: Task): Promise<Read> {
    return this.use((pool) => pool.read(task));
  }

  /** Does some work with the reader. Throws Trouble where too many wait. */
  async use<T>(work: (pool: ReadingPool<Read>) => Promise<T>): Promise<T> {
    if (this.#busy > MOST_WAITING)
      throw new Trouble("busy", `${this.#busy} reports wait to be read: try again in a while`, undefined, {
        "retry-after": "10",
      });
    this.#busy++;
    clearTimeout(this.#idle);
    const pool = (this.#pool ??= this.#hire());
    try {
      return await work(pool);
    } finally {
      if (--this.#busy === 0) this.#idle = setTimeout(() => void this.close(), IDLE).unref();
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.close();
  }
}

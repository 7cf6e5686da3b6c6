import type { Output } from "./console.ts";

const FEWEST = 20;
const TERMINAL_EVERY = 100;
const LOG_EVERY = 10_000;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;

/**
 * Tells on standard error how far a run over many files has come: one line that is written over on a terminal,
 * a new line every ten seconds elsewhere. Says nothing for a few files.
 */
export class Progress {
  readonly #err: Output;
  readonly #total: number;
  readonly #clock: Clock;
  readonly #start: number;
  readonly #on: boolean;
  #told: number;
  #standing = false;

  constructor(err: Output, total: number, clock: Clock, wanted: boolean) {
    this.#err = err;
    this.#total = total;
    this.#clock = clock;
    this.#start = this.#told = clock();
    this.#on = wanted && total > FEWEST;
  }

  get seconds(): number {
    return (this.#clock() - this.#start) / 1000;
  }

  async tell(done: number): Promise<void> {
    const now = this.#clock();
    if (!this.#on || now - this.#told < (this.#err.isTTY ? TERMINAL_EVERY : LOG_EVERY)) return;
    this.#told = now;
    const rate = done / this.seconds;
    const left = Math.ceil((this.#total - done) / rate);
    const line = `${done}/${this.#total} files, ${rate.toFixed(rate < 10 ? 1 : 0)} a second, ${duration(left)} left`;
    await this.#err.write(this.#err.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    this.#standing = this.#err.isTTY;
  }

  /** Clears the standing line, so that something else can be written. */
  async clear(): Promise<void> {
    if (!this.#standing) return;
    this.#standing = false;
    await this.#err.write("\r\u001b[K");
  }
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

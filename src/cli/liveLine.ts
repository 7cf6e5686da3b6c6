import type { Output } from "./console.ts";

const TERMINAL_EVERY = 100;
const LOG_EVERY = 10_000;

/** Milliseconds since some fixed moment. */
export type Clock = () => number;

/** A line that says how far things are: written over on a terminal, a new one every ten seconds elsewhere. */
export class LiveLine {
  readonly #err: Output;
  readonly #clock: Clock;
  readonly #start: number;
  readonly #on: boolean;
  #told: number;
  #standing = false;

  constructor(err: Output, clock: Clock, on: boolean) {
    this.#err = err;
    this.#clock = clock;
    this.#start = this.#told = clock();
    this.#on = on;
  }

  /** Since it was made. */
  get seconds(): number {
    return (this.#clock() - this.#start) / 1000;
  }

  /** Writes what `line` says of the seconds gone by, when it is time to. */
  async tell(line: (seconds: number) => string): Promise<void> {
    const now = this.#clock();
    if (!this.#on || now - this.#told < (this.#err.isTTY ? TERMINAL_EVERY : LOG_EVERY)) return;
    this.#told = now;
    const written = line(this.seconds);
    await this.#err.write(this.#err.isTTY ? `\r\u001b[K${written}` : `${written}\n`);
    this.#standing = this.#err.isTTY;
  }

  /** Clears the standing line, so that something else can be written. */
  async clear(): Promise<void> {
    if (!this.#standing) return;
    this.#standing = false;
    await this.#err.write("\r\u001b[K");
  }
}

/** How often something happens, in few digits. */
export function rateIn(n: number, seconds: number): string {
  const rate = seconds > 0 ? n / seconds : 0;
  return rate.toFixed(rate < 10 ? 1 : 0);
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

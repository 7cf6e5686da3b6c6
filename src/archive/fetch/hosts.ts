import { FetchError } from "./fetchError.ts";

/** Time, as far as waiting needs it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes back after so many milliseconds, or when the signal is raised. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

interface Lane {
  /** The last in the row; settles when it has been answered. */
  last: Promise<void>;
  /** When the next may be asked. */
  notBefore: number;
  /** Failures since it last answered well. */
  failures: number;
}

/** After a first failure a host is left alone so long, after each further one twice as long. */
const FIRST_STEP = 5_000;
const LONGEST_STEP = 3_600_000;
/** The longest a host's own wish to be left alone is heeded. */
const LONGEST_WISH = 86_400_000;
/** Whoever would have to wait longer than this for a turn is sent away. */
const PATIENCE = 120_000;

/** Lets every host be asked one thing at a time, with a pause in between, and leaves alone those that fail. */
export class Hosts {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;
  readonly #delay: number;
  readonly #stop: AbortSignal;

  /** `delay`: milliseconds from the end of one answer to the next question, at least. */
  constructor(clock: Clock, delay: number, stop: AbortSignal) {
    this.#clock = clock;
    this.#delay = delay;
    this.#stop = stop;
  }

  /**
   * Comes back when the host may be asked; what it returns must be called when the host has answered or failed. `delay` is what
   * the host itself asks for. Throws FetchError where its turn would come too late, or all is to stop.
   */
  async turn({ host, href }: URL, delay = 0): Promise<(failure: FetchError | null) => void> {
    const lane = this.#lanes.get(host) ?? { last: Promise.resolve(), notBefore: 0, failures: 0 };
    this.#lanes.set(host, lane);
    const before = lane.last;
    const { promise, resolve: over } = Promise.withResolvers<void>();
    lane.last = promise;
    await before;
    const wait = lane.notBefore - this.#clock.now();
    if (wait > PATIENCE) {
      over();
      throw new FetchError(href, "wait", `${host} is left alone for another ${Math.ceil(wait / 60_000)} minutes`, {
        retryAfter: wait,
      });
    }
    if (wait > 0) await this.#clock.pause(wait, this.#stop);
    if (this.#stop.aborted) {
      over();
      throw new FetchError(href, "stopped", "was not waited for");
    }
    return (failure) => {
      lane.failures = failure?.passing === true && failure.trouble !== "stopped" ? lane.failures + 1 : 0;
      const step = lane.failures === 0 ? 0 : Math.min(LONGEST_STEP, FIRST_STEP * 2 ** (lane.failures - 1));
      const wish = Math.min(LONGEST_WISH, failure?.retryAfter ?? 0);
      lane.notBefore = this.#clock.now() + Math.max(this.#delay, delay, step, wish);
      over();
    };
  }
}

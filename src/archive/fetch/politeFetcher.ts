import { FetchError } from "./fetchError.ts";
import { type FetchOptions, type Fetched, fetchReport } from "./fetchReport.ts";
import { type Clock, Hosts } from "./hosts.ts";
import { Robots } from "./robots.ts";

export interface Manners extends Pick<FetchOptions, "allow" | "limits" | "resolve"> {
  readonly clock: Clock;
  /** Milliseconds between two questions to one host, at least. */
  readonly delay: number;
  /** Ends all that is on its way when it is raised. */
  readonly stop: AbortSignal;
}

/** As much of a robots.txt as is read; RFC 9309 asks for 500 KB. */
const ROBOTS_SIZE = 1024 ** 2;

/** Fetches as `fetchReport` does, by the rules of each host: one thing at a time, no faster than it likes, and not what it closes. */
export class PoliteFetcher {
  readonly #manners: Manners;
  readonly #hosts: Hosts;
  readonly #robots: Robots;

  constructor(manners: Manners) {
    this.#manners = manners;
    this.#hosts = new Hosts(manners.clock, manners.delay, manners.stop);
    this.#robots = new Robots((address) => this.#rulesAt(address), manners.clock.now);
  }

  /** Throws FetchError, its message beginning with the address at which it failed. */
  fetch(address: string, condition: Pick<FetchOptions, "etag" | "lastModified"> = {}): Promise<Fetched> {
    return fetchReport(address, {
      ...this.#options(),
      ...condition,
      turn: async (url) => this.#hosts.turn(url, await this.#checked(url)),
    });
  }

  /** Addresses that are not even asked for rules. */
  async #checked(url: URL): Promise<number> {
    return url.protocol === "http:" || url.protocol === "https:" ? this.#robots.check(url) : 0;
  }

  async #rulesAt(address: string): Promise<Fetched | null> {
    try {
      return await fetchReport(address, {
        ...this.#options(),
        types: null,
        limits: { ...this.#manners.limits, unpacked: ROBOTS_SIZE, packed: ROBOTS_SIZE },
        turn: (url) => this.#hosts.turn(url),
      });
    } catch (error) {
      // What answers, but not with rules, has none.
      if (error instanceof FetchError && !error.passing && error.trouble !== "size") return null;
      throw error;
    }
  }

  #options(): FetchOptions {
    const { allow, limits, resolve, stop, clock } = this.#manners;
    return {
      signal: stop,
      now: clock.now,
      ...(allow && { allow }),
      ...(limits && { limits }),
      ...(resolve && { resolve }),
    };
  }
}

import robotsParser from "robots-parser";
import { FetchError } from "./fetchError.ts";
import { type Fetched, USER_AGENT } from "./fetchReport.ts";

// The package is CommonJS, its types are those of an ES module.
const parse = robotsParser as unknown as typeof robotsParser.default;

/** What the robots.txt of a host says. */
export interface Rules {
  allows(url: URL): boolean;
  /** Milliseconds it wants between two questions. */
  readonly delay: number;
}

/** Comes back null where there is none. Throws FetchError where it can't be had now. */
export type Ask = (address: string) => Promise<Fetched | null>;

/** RFC 9309 has it looked at again after a day. */
const KEPT_FOR = 86_400_000;
const TRIED_AGAIN_AFTER = 600_000;
const LONGEST_DELAY = 86_400_000;

/**
 * The robots.txt of hosts (RFC 9309), each fetched once a day. Where there is none, everything is allowed. Where it can't be had,
 * nothing is: the host is left alone for ten minutes.
 */
export class Robots {
  readonly #ask: Ask;
  readonly #now: () => number;
  readonly #known = new Map<string, { until: number; rules: Promise<Rules | FetchError> }>();

  constructor(ask: Ask, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  /** Throws FetchError where the rules can't be had, or forbid this address. Comes back with the delay the host wants. */
  async check(url: URL): Promise<number> {
    const rules = await this.#rules(url.origin);
    if (rules instanceof FetchError) {
      const { message, retryAfter, trouble } = rules;
      const reason = `is left alone, for its rules can’t be had: ${message}`;
      throw new FetchError(url.href, trouble === "stopped" ? "stopped" : "connection", reason, { retryAfter });
    }
    if (!rules.allows(url))
      throw new FetchError(url.href, "robots", "is closed to programs by the robots.txt of its host");
    return rules.delay;
  }

  #rules(origin: string): Promise<Rules | FetchError> {
    const known = this.#known.get(origin);
    if (known && known.until > this.#now()) return known.rules;
    const entry = { until: this.#now() + KEPT_FOR, rules: this.#fetch(`${origin}/robots.txt`) };
    this.#known.set(origin, entry);
    void entry.rules.then((rules) => {
      if (rules instanceof FetchError) entry.until = this.#now() + TRIED_AGAIN_AFTER;
    });
    return entry.rules;
  }

  async #fetch(address: string): Promise<Rules | FetchError> {
    try {
      const fetched = await this.#ask(address);
      if (fetched?.bytes == null) return { allows: () => true, delay: 0 };
      const robots = parse(address, new TextDecoder().decode(fetched.bytes));
      const seconds = robots.getCrawlDelay(USER_AGENT) ?? 0;
      return {
        allows: ({ href }) => robots.isAllowed(href, USER_AGENT) !== false,
        delay: seconds > 0 ? Math.min(LONGEST_DELAY, seconds * 1000) : 0,
      };
    } catch (error) {
      if (error instanceof FetchError) return error;
      throw error;
    }
  }
}

import { setTimeout } from "node:timers/promises";
import { AllowList } from "../archive/fetch/allowList.ts";
import type { Clock } from "../archive/fetch/hosts.ts";
import { PoliteFetcher } from "../archive/fetch/politeFetcher.ts";

/** Between two questions to one host, in milliseconds. */
const DELAY = 1_000;

/** The machine's own clock. */
export const CLOCK: Clock = {
  now: Date.now,
  async pause(milliseconds, signal) {
    // Being called off is what a pause is for.
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  },
};

export interface FetcherOptions {
  readonly allow?: readonly string[];
  /** Between two questions to one host, in milliseconds. */
  readonly delay?: number;
}

/** What fetches for a command, until `stop` is raised. */
export function fetcherFor({ allow, delay = DELAY }: FetcherOptions, stop: AbortSignal): PoliteFetcher {
  return new PoliteFetcher({ allow: new AllowList(allow), clock: CLOCK, delay, stop });
}

import { RateLimiterMemory } from "rate-limiter-flexible";
import { isIPv6 } from "node:net";

/** The longest address that is answered. */
export const LONGEST_ADDRESS = 8_000;

const HOUR = 3_600;
const LONGEST_WAIT = HOUR / 4;

/** Failures that cost nothing, of one name from one address and of one address under any names. */
const FREE_BY_NAME = 5;
const FREE_BY_ADDRESS = 25;

/** Slows down whoever guesses passwords. */
export interface LoginGuard {
  /** Seconds to wait before a try; 0 where it may be made now, and then it counts as failed until `succeeded`. */
  begin(login: string, address: string): Promise<number>;
  succeeded(login: string, address: string): Promise<void>;
}

export function loginGuard(): LoginGuard {
  const byName = slowing(FREE_BY_NAME);
  const byAddress = slowing(FREE_BY_ADDRESS);
  const pair = (login: string, address: string): string => `${networkOf(address)} ${login.slice(0, 200)}`;
  return {
    async begin(login, address) {
      const keys = [[byAddress, networkOf(address)] as const, [byName, pair(login, address)] as const];
      const waits = await Promise.all(keys.map(([slow, key]) => slow.wait(key)));
      const longest = Math.max(...waits);
      if (longest === 0) for (const [slow, key] of keys) await slow.fail(key);
      return longest;
    },
    async succeeded(login, address) {
      await byName.forget(pair(login, address));
      // The address keeps its other failures: who has one account must not get new guesses at others by it.
      await byAddress.forgive(networkOf(address));
    },
  };
}

interface Slowing {
  wait(key: string): Promise<number>;
  fail(key: string): Promise<void>;
  forgive(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

/** Counts failures; each beyond the free ones closes for twice as long: 2 seconds, 4, 8, to a quarter of an hour. */
function slowing(free: number): Slowing {
  const failures = new RateLimiterMemory({
    keyPrefix: "failures",
    points: Number.MAX_SAFE_INTEGER,
    duration: 6 * HOUR,
  });
  const closed = new RateLimiterMemory({ keyPrefix: "closed", points: 1, duration: LONGEST_WAIT });
  return {
    async wait(key) {
      const state = await closed.get(key);
      return state === null || state.remainingPoints > 0 ? 0 : Math.max(1, Math.ceil(state.msBeforeNext / 1000));
    },
    async fail(key) {
      const { consumedPoints } = await failures.penalty(key);
      if (consumedPoints >= free) await closed.block(key, Math.min(2 ** (consumedPoints - free + 1), LONGEST_WAIT));
    },
    async forgive(key) {
      await failures.reward(key);
      await closed.delete(key);
    },
    async forget(key) {
      await failures.delete(key);
      await closed.delete(key);
    },
  };
}

/** Counts requests: seconds to wait, or 0. */
export type Counter = (key: string) => Promise<number>;

export function counter(perMinute: number): Counter {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000));
    }
  };
}

/** Who has one address of IPv6 has a whole network of them. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const all =
    tail === undefined ? front : [...front, ...new Array<string>(8 - front.length - back.length).fill("0"), ...back];
  return `${all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}

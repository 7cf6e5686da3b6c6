import type { Json } from "../model/ledger.ts";
import type { Store } from "../store/store.ts";
import { type Kept, Keeper, type Sighting, keptAs } from "./archive.ts";
import { givenIn } from "./given.ts";
import { sha256Of } from "../text/sha256.ts";
import type { ReadingPool, Task } from "./pool.ts";
import { type Seen, keyFor } from "./shown.ts";

/** A report on its way in. */
export interface Incoming {
  readonly bytes: Uint8Array;
  /** What it is called in messages. */
  readonly name: string;
  readonly address: string | null;
  readonly options: Task["options"];
  readonly circumstances: { readonly [key: string]: Json };
  readonly by: string;
}

/** One that could not be taken in, named, with the reason. */
export interface Refused {
  readonly name: string;
  readonly reason: string;
}

/** What came along and is no report, as the images of a web archive are: what it is, in few words that many share. */
export interface PassedOver {
  readonly name: string;
  readonly passed: string;
}

/** What a source comes up with. */
export type Offer = Incoming | Refused | PassedOver;

export interface Tally {
  /** Reports looked at: kept, known or refused. */
  readonly done: number;
  readonly statements: number;
  readonly outcomes: Readonly<Record<Kept["outcome"], number>>;
  readonly near: number;
  /** Those that could not be taken in, the first thousand of them. */
  readonly refused: readonly Refused[];
  /** How many could not be taken in. */
  readonly failed: number;
  /** What was passed over, with how often. */
  readonly passed: ReadonlyMap<string, number>;
  /** Whether it was stopped before the end. */
  readonly stopped: boolean;
}

export interface AddOptions {
  readonly pool: ReadingPool;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Hears of each report that is kept, refused or passed over, in order; what it hears of as kept is safe. */
  readonly told?: (offer: Offer, kept: Kept | Refused | PassedOver, tally: Tally) => void | Promise<void>;
  /** When it is raised, what is being written is finished and the rest is left. */
  readonly stop?: AbortSignal;
}

/** Reports being read or waiting to be written, and those written in one transaction. */
const IN_FLIGHT = 64;
const BATCH = 32;
/** Reports of more bytes than this are not held at once, but for one. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_NAMED = 1_000;
const MOST_REASONS = 200;

/**
 * Takes reports in, in order: reads them on the pool, keeps them in batches. One that can't be read costs an entry in `refused`;
 * one that is known already is not read again.
 */
export async function add(store: Store, source: AsyncIterable<Offer>, options: AddOptions): Promise<Tally> {
  const { pool, stop } = options;
  const keeper = new Keeper(store, options.now);
  const count = new Count();
  const flight: Flying[] = [];
  let bytes = 0;
  const land = async (): Promise<void> => {
    const batch = flight.splice(0, BATCH);
    for (const { size } of batch) bytes -= size;
    const read = await unlessRaised(Promise.all(batch.map(({ outcome }) => outcome)), stop);
    if (read === null) return;
    const sightings = read.filter((one): one is Sighting => "prepared" in one);
    const kept = await keeper.keep(sightings);
    let next = 0;
    for (const [i, one] of read.entries()) {
      const result = "prepared" in one ? (kept[next++] as Kept) : one;
      count.add(result);
      await options.told?.((batch[i] as Flying).offer, result, count.tally(stop));
    }
  };

  const isFull = (): boolean => flight.length >= IN_FLIGHT || (bytes > MOST_BYTES && flight.length > 1);
  const isLeft = (): boolean => flight.length > 0 && stop?.aborted !== true;
  const offers = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await unlessRaised(offers.next(), stop);
    // A source that waits for its input may not end before it comes.
    if (next === null) void offers.return?.()?.catch(() => {});
    if (next === null || next.done) break;
    const offer = next.value;
    const size = "bytes" in offer ? offer.bytes.length : 0;
    const seen = "bytes" in offer ? seenIn(offer) : null;
    const outcome = "bytes" in offer ? readOne(store, pool, offer, knowable(seen, flight)) : Promise.resolve(offer);
    // It is awaited when its turn comes, or never where all was stopped.
    outcome.catch(() => {});
    flight.push({ offer, seen, size, outcome });
    bytes += size;
    while (isFull()) await land();
  }
  while (isLeft()) await land();
  return count.tally(stop);
}

interface Flying {
  readonly offer: Offer;
  readonly seen: Seen | null;
  readonly size: number;
  readonly outcome: Promise<Sighting | Kept | Refused | PassedOver>;
}

/**
 * What its address shows last is in the archive only when all that flies before it has landed: null until then. What has no
 * address, as a line of a dump, is behind nothing.
 */
export function knowable(seen: Seen | null, flight: readonly { readonly seen: Seen | null }[]): Seen | null {
  if (seen === null || seen.address === null) return seen;
  const isBehind = flight.some((one) => one.seen?.address === seen.address && one.seen.sha256 !== seen.sha256);
  return isBehind ? null : seen;
}

class Count {
  #done = 0;
  #statements = 0;
  #near = 0;
  #failed = 0;
  readonly #outcomes = { new: 0, edition: 0, repeat: 0, known: 0 };
  readonly #refused: Refused[] = [];
  readonly #passed = new Map<string, number>();

  add(result: Kept | Refused | PassedOver): void {
    if ("passed" in result) {
      const reason = this.#passed.has(result.passed) || this.#passed.size < MOST_REASONS ? result.passed : "others";
      this.#passed.set(reason, (this.#passed.get(reason) ?? 0) + 1);
      return;
    }
    this.#done++;
    if ("reason" in result) {
      this.#failed++;
      if (this.#refused.length < MOST_NAMED) this.#refused.push(result);
      return;
    }
    this.#outcomes[result.outcome]++;
    this.#statements += result.statements;
    if (result.repeats !== null) this.#near++;
  }

  tally(stop: AbortSignal | undefined): Tally {
    return {
      done: this.#done,
      statements: this.#statements,
      outcomes: { ...this.#outcomes },
      near: this.#near,
      refused: this.#refused,
      failed: this.#failed,
      passed: this.#passed,
      stopped: stop?.aborted === true,
    };
  }
}

/** What is to be known of a report to tell whether it is new. */
export function seenIn({ bytes, address, options, circumstances }: Incoming): Seen {
  return { address, sha256: sha256Of(bytes), given: givenIn(options), circumstances };
}

async function readOne(
  store: Store,
  pool: ReadingPool,
  report: Incoming,
  /** To tell whether it is known; null where that can't be told yet. */
  seen: Seen | null,
): Promise<Sighting | Kept | Refused> {
  const { bytes, name, address, options, circumstances, by } = report;
  const given = givenIn(options);
  if (seen !== null && (await keyFor(store, seen)) === null)
    return keptAs("known", address === null ? "" : ((await store.articleAt(address)) ?? ""), 0);
  try {
    const prepared = await pool.read({ bytes, from: name, options });
    return { prepared, bytes, address, given, circumstances, by };
  } catch (error) {
    return { name, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What the work comes to; null where `stop` is raised before it is done. */
export function unlessRaised<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T | null> {
  if (!stop) return work;
  return new Promise((done, failed) => {
    const quit = (): void => done(null);
    if (stop.aborted) quit();
    stop.addEventListener("abort", quit, { once: true });
    work.then(done, failed).finally(() => stop.removeEventListener("abort", quit));
  });
}

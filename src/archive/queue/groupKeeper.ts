import { type Kept, Keeper, type Sighting } from "../archive.ts";

/** Sights written in one transaction. */
const MOST = 32;

interface Waiting {
  readonly sighting: Sighting;
  readonly done: (kept: Kept) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Keeps sights that come from many jobs at once: those that come while others are being written are written together next.
 * Every writer of an archive waits for every other, so the fewer transactions the better.
 */
export class GroupKeeper {
  readonly #keeper: Keeper;
  readonly #waiting: Waiting[] = [];
  #writing = false;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** Comes back when the sight is safe. */
  keep(sighting: Sighting): Promise<Kept> {
    return new Promise((done, failed) => {
      this.#waiting.push({ sighting, done, failed });
      if (!this.#writing) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    for (let group = this.#waiting.splice(0, MOST); group.length > 0; group = this.#waiting.splice(0, MOST)) {
      try {
        const kept = await this.#keeper.keep(group.map(({ sighting }) => sighting));
        for (const [i, { done }] of group.entries()) done(kept[i] as Kept);
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.#writing = false;
  }
}

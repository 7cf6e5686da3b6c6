import type { Store } from "../../store/store.ts";
import { type AddOptions, type Incoming, type PassedOver, type Refused, add } from "../add.ts";
import type { Kept } from "../archive.ts";

export type Taken = Kept | Refused | PassedOver;

/** Reports that wait may be many, their bytes not. */
const MOST = 32;

interface Waiting {
  readonly report: Incoming;
  readonly done: (taken: Taken) => void;
  readonly failed: (error: unknown) => void;
}

/** Takes in reports that come one by one: those that come while others are being read and written follow together. */
export class Intake {
  readonly #store: Store;
  readonly #options: Pick<AddOptions, "pool" | "now">;
  readonly #waiting: Waiting[] = [];
  #busy = false;

  constructor(store: Store, options: Pick<AddOptions, "pool" | "now">) {
    this.#store = store;
    this.#options = options;
  }

  /** Comes back when the report is safe, or refused. Rejects where the archive can't be written to. */
  take(report: Incoming): Promise<Taken> {
    return new Promise((done, failed) => {
      this.#waiting.push({ report, done, failed });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let group = this.#waiting.splice(0, MOST); group.length > 0; group = this.#waiting.splice(0, MOST)) {
      const open = new Map(group.map((one) => [one.report, one]));
      try {
        const told: AddOptions["told"] = (offer, taken) => open.get(offer as Incoming)?.done(taken);
        await add(this.#store, from(group.map(({ report }) => report)), { ...this.#options, told });
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.#busy = false;
  }
}

async function* from(reports: readonly Incoming[]): AsyncGenerator<Incoming> {
  yield* reports;
}

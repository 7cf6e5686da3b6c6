import { Worker } from "node:worker_threads";
import { scriptBeside } from "../../home.ts";
import { UserError } from "../../model/errors.ts";
import type { Feed } from "./feed.ts";
import type { Answer, Question } from "./feedWorker.ts";

/** Larger feeds are refused. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Reads feeds on a thread of its own, one after the other: some files made for it keep the parser busy for hours. One that takes
 * longer than `patience` milliseconds is refused, and the thread replaced.
 */
export class FeedReader {
  readonly #patience: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #next = 0;

  constructor(patience = 20_000) {
    this.#patience = patience;
  }

  /** Null for what is no feed. Rejects with UserError for a feed that can't be read. */
  read(bytes: Uint8Array, address: string): Promise<Feed | null> {
    const read = this.#last.then(() => this.#ask({ id: this.#next++, bytes, address }));
    this.#last = read.catch(() => {});
    return read;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #ask(question: Question): Promise<Feed | null> {
    const { address, bytes, id } = question;
    if (bytes.length > MOST_BYTES) return null;
    const worker = (this.#worker ??= new Worker(scriptBeside(import.meta.url, "feedWorker"), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    }));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    // Whatever it is at, it is not to go on with it.
    const giveUp = (reason: string): void => {
      reject(new UserError(`${address}: is a feed that can’t be read${reason}`));
      void this.close();
    };
    const take = (answer: Answer): void => (answer.id === id ? resolve(answer) : undefined);
    const died = (error: Error): void => giveUp(` (${error.message})`);
    const late = setTimeout(giveUp, this.#patience, ` in ${this.#patience / 1000} seconds`);
    worker.on("message", take).on("error", died);
    try {
      worker.postMessage(question);
      const answer = await promise;
      if ("feed" in answer) return answer.feed;
      throw answer.fault ? new Error(answer.wrong) : new UserError(answer.wrong);
    } finally {
      clearTimeout(late);
      worker.off("message", take).off("error", died);
    }
  }
}

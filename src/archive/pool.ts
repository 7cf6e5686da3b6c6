import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { scriptBeside } from "../home.ts";
import { UserError } from "../model/errors.ts";
import type { ReadOptions } from "../pipeline.ts";
import type { Prepared } from "./prepare.ts";

/** One report for a worker to read. */
export interface Task {
  readonly bytes: Uint8Array;
  /** What it is called in messages. */
  readonly from: string;
  readonly options: Pick<ReadOptions, "published" | "publishedElse" | "outlet" | "mediaType" | "reader">;
}

/** What a worker sends back: the report read, or why it can't be. */
export type Answer<Read = Prepared> =
  | { readonly id: number; readonly prepared: Read; readonly whyNotFull: string | null }
  | { readonly id: number; readonly wrong: string; readonly fault: boolean };

/** What a worker is started with. */
export interface Start {
  /** Folders of packs to read with, beside Hearsay's own. */
  readonly packs: readonly string[];
  /** What else a script of another kind is to know: plain data. */
  readonly settings?: unknown;
}

export interface PoolOptions {
  readonly packs?: readonly string[];
  readonly settings?: unknown;
  /** How long a report may take, in milliseconds. */
  readonly patience?: (task: Task) => number;
  /** What the threads run, in place of the reading worker: must answer tasks as that does, with what the pool reads to. */
  readonly script?: URL;
}

interface Waiting<Read> {
  readonly task: Task;
  readonly done: (prepared: Read) => void;
  readonly failed: (error: Error) => void;
}

interface Job<Read> {
  readonly id: number;
  readonly waiting: Waiting<Read>;
  readonly last: boolean;
  readonly timer: NodeJS.Timeout;
}

/**
 * A report of any usual size is read within the lesser limits, in megabytes of heap; with them a worker stays small for good. One
 * that fails there gets a worker with the greater ones, once.
 */
const USUAL = { maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 3 };
const ROOMY = { maxOldGenerationSizeMb: 4096, maxYoungGenerationSizeMb: 64 };

/**
 * Room for new objects stays as it began, in the thread that writes too, for which no worker's limits hold: it would grow to hold the
 * garbage of whole reports. 22 November 2026, all of KCNA 2011 with the fast reader: 668 MB and 199 stories a second; 722 with 176 MB
 * of old objects a worker, 743 with 256. With the rules of that morning and 256: 688, and 755 without the room kept small.
 */
const SMALL_YOUNG = "--semi-space-growth-factor=1";

const READING = scriptBeside(import.meta.url, "readingWorker");

/** Far more than any report takes on a busy machine; text is read in linear time. */
const PATIENCE = 120_000;
const PATIENCE_PER_MB = 60_000;

/**
 * Worker threads that read reports. A worker that dies is replaced; the report it was at is tried once more, then it is refused. So
 * is one that takes too long.
 */
export class ReadingPool<Read = Prepared> {
  readonly #workers = new Map<Worker, Job<Read> | null>();
  readonly #queue: Waiting<Read>[] = [];
  readonly #start: Start;
  readonly #patience: (task: Task) => number;
  readonly #script: URL;
  #next = 0;
  #closed = false;
  #whyNotFull: string | null = null;

  /** Starts `size` workers; each needs some 150 MB. */
  constructor(size: number, { packs = [], settings, patience = usualPatience, script = READING }: PoolOptions = {}) {
    this.#start = { packs, settings };
    this.#script = script;
    this.#patience = patience;
    if (script === READING) setFlagsFromString(SMALL_YOUNG);
    for (let i = 0; i < size; i++) this.#hire();
  }

  /** Why the fast reader reads in place of the full one, as far as it was asked for; see `whyNotFull` of the readers. */
  get whyNotFull(): string | null {
    return this.#whyNotFull;
  }

  /** Reads one report. Rejects with UserError where it can't be read. */
  read(task: Task): Promise<Read> {
    return new Promise((done, failed) => {
      this.#queue.push({ task, done, failed });
      this.#assign();
    });
  }

  /** Ends all workers. What was not read by now never is: its promises stay open. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#workers.values()) clearTimeout(job?.timer);
    await Promise.all([...this.#workers.keys()].map((worker) => worker.terminate()));
  }

  #hire(resourceLimits = USUAL): Worker {
    const worker = new Worker(this.#script, { workerData: this.#start, resourceLimits });
    // An idle worker keeps no program from ending.
    worker.unref();
    this.#workers.set(worker, null);
    worker.on("message", (answer: Answer<Read>) => this.#take(worker, answer));
    worker.on("error", (error) => this.#bury(worker, error));
    worker.on("exit", () => this.#bury(worker, new Error("a reading worker ended")));
    return worker;
  }

  #assign(): void {
    // What is given to a worker that is being ended keeps the program waiting for an answer that never comes.
    if (this.#closed) return;
    for (const [worker, busy] of this.#workers) {
      if (busy) continue;
      const waiting = this.#queue.shift();
      if (!waiting) return;
      this.#give(worker, waiting, false);
    }
  }

  #give(worker: Worker, waiting: Waiting<Read>, last: boolean): void {
    const { task } = waiting;
    const id = this.#next++;
    const patience = this.#patience(task);
    const timer = setTimeout(() => this.#giveUp(worker, patience), patience);
    this.#workers.set(worker, { id, waiting, last, timer });
    worker.ref();
    worker.postMessage({ id, ...task });
  }

  #take(worker: Worker, answer: Answer<Read>): void {
    const job = this.#workers.get(worker);
    if (!job || job.id !== answer.id || this.#closed) return;
    clearTimeout(job.timer);
    worker.unref();
    this.#workers.set(worker, null);
    // A roomy worker would take ever more of the machine.
    if (job.last) this.#replace(worker);
    if ("prepared" in answer) {
      this.#whyNotFull ??= answer.whyNotFull;
      job.waiting.done(answer.prepared);
    } else job.waiting.failed(answer.fault ? new Error(answer.wrong) : new UserError(answer.wrong));
    this.#assign();
  }

  #giveUp(worker: Worker, patience: number): void {
    const job = this.#workers.get(worker);
    this.#replace(worker);
    const seconds = Math.round(patience / 1000);
    job?.waiting.failed(new UserError(`${job.waiting.task.from} could not be read within ${seconds} seconds`));
    this.#assign();
  }

  #replace(worker: Worker): void {
    this.#workers.delete(worker);
    void worker.terminate();
    this.#hire();
  }

  #bury(worker: Worker, error: unknown): void {
    const job = this.#workers.get(worker);
    if (!this.#workers.delete(worker) || this.#closed) return;
    clearTimeout(job?.timer);
    if (job && !job.last) {
      this.#give(this.#hire(ROOMY), job.waiting, true);
      return;
    }
    this.#hire();
    if (job) job.waiting.failed(new UserError(`${job.waiting.task.from} ${causeOfDeath(error)}`));
    this.#assign();
  }
}

function usualPatience({ bytes }: Task): number {
  return PATIENCE + (bytes.length / 1024 ** 2) * PATIENCE_PER_MB;
}

function causeOfDeath(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? `needs more than ${ROOMY.maxOldGenerationSizeMb / 1024} GB of memory to be read`
    : `brought its reader down twice (${message ?? String(error)})`;
}

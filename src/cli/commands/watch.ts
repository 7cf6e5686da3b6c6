import { availableParallelism } from "node:os";
import { ReadingPool } from "../../archive/pool.ts";
import { addressOf, addressesIn } from "../../archive/watch/list.ts";
import type { WatchEvent } from "../../archive/watch/look.ts";
import { watch as watchIn } from "../../archive/watch/watch.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { CLOCK, fetcherFor } from "../fetcher.ts";
import { bytesOf, nameOf } from "../inputs.ts";
import { stoppable } from "../interrupt.ts";
import type { ReadingOptions } from "../options.ts";
import { checkOptions } from "../reading.ts";

export interface WatchOptions extends ArchiveOptions, Pick<ReadingOptions, "outlet" | "reader" | "pack"> {
  /** Milliseconds. */
  readonly every?: number;
  readonly delay?: number;
  readonly once?: boolean;
  readonly allow?: readonly string[];
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** In milliseconds. */
const EVERY = 15 * 60_000;

/**
 * Watches feeds and pages until it is stopped by SIGINT or SIGTERM, or with `once` until each was looked at. What fails costs a line
 * on standard error. Comes back with how many failed, of one round only.
 */
export async function watch(named: readonly string[], options: WatchOptions, console: Console): Promise<number> {
  checkOptions(console, options);
  const addresses = named.length === 0 ? null : await addressesOf(named, console);
  return stoppable((stop) =>
    withArchive(console, options, { existing: addresses === null }, async (store) => {
      const ended = new AbortController();
      const either = AbortSignal.any([stop, ended.signal]);
      const report = new Report(console, options, () => ended.abort());
      const fetcher = fetcherFor(options, either);
      const { reader, outlet } = options;
      const packs = (options.pack ?? []).map((folder) => pathOf(console, folder));
      const pool = new ReadingPool(options.workers ?? availableParallelism(), { packs });
      try {
        await watchIn(store, addresses, {
          every: options.every ?? EVERY,
          once: options.once === true,
          fetcher,
          pool,
          clock: CLOCK,
          stop: either,
          options: { ...(reader !== undefined && { reader }), ...(outlet !== undefined && { outlet }) },
          told: (event) => report.tell(event),
        });
      } finally {
        await pool.close();
      }
      await report.end(pool.whyNotFull);
      return options.once ? report.failed : 0;
    }),
  );
}

/** The addresses a call names, itself or in lists, each once. */
async function addressesOf(named: readonly string[], console: Console): Promise<string[]> {
  if (named.indexOf("-") !== named.lastIndexOf("-"))
    throw new UserError("- stands for standard input, which can be read only once", 2);
  const all: string[] = [];
  for (const name of named)
    if (/^https?:\/\//i.test(name)) all.push(addressOf(name, "the call"));
    else all.push(...addressesIn(new TextDecoder().decode(await bytesOf(console, name)), nameOf(name)));
  return [...new Set(all)];
}

/** Tells what comes, line by line, in its order. */
class Report {
  readonly #console: Console;
  readonly #options: WatchOptions;
  readonly #failedToTell: () => void;
  #last: Promise<void> = Promise.resolve();
  #fault: unknown = null;
  #reports = 0;
  #statements = 0;
  failed = 0;

  /** `failedToTell` is called when nobody listens any more. */
  constructor(console: Console, options: WatchOptions, failedToTell: () => void) {
    this.#console = console;
    this.#options = options;
    this.#failedToTell = failedToTell;
  }

  tell(event: WatchEvent): void {
    const { json, quiet } = this.#options;
    const { stdout, stderr } = this.#console;
    if (event.what === "report") {
      this.#reports++;
      this.#statements += event.kept.statements;
    }
    if (event.what === "failed") {
      this.failed++;
      const { address, reason, next } = event;
      const then = next === null ? "not tried again" : `tried again ${next.slice(0, 16).replace("T", " ")} UTC`;
      const what = reason.startsWith(address) ? reason : `${address}: ${reason}`;
      this.#write(() => stderr.write(`hearsay: ${shownOnOneLine(`${what} (${then})`)}\n`));
    }
    if (json) this.#write(() => stdout.write(`${JSON.stringify(event)}\n`));
    else if (event.what === "report") this.#write(() => stdout.write(`${lineOf(event)}\n`));
    else if (event.what === "feed" && (quiet !== true || event.damaged))
      this.#write(() => stderr.write(`${shownOnOneLine(feedLine(event))}\n`));
  }

  async end(whyNotFull: string | null): Promise<void> {
    const { stderr } = this.#console;
    const count = `${this.#reports} reports kept, ${this.#statements} new statements, ${this.failed} failed\n`;
    if (whyNotFull !== null)
      this.#write(() =>
        stderr.write(
          `hearsay: the full reader can’t be loaded here, so the fast one read: ${shownOnOneLine(whyNotFull)}\n`,
        ),
      );
    if (this.#options.quiet !== true) this.#write(() => stderr.write(count));
    await this.#last;
    if (this.#fault !== null) throw this.#fault;
  }

  #write(write: () => Promise<void>): void {
    this.#last = this.#last.then(write).catch((error: unknown) => {
      this.#fault ??= error;
      this.#failedToTell();
    });
  }
}

function lineOf({ address, kept }: Extract<WatchEvent, { what: "report" }>): string {
  const { outcome, statements, article, returns } = kept;
  const said = outcome === "new" || outcome === "edition" ? `${statements} statements` : "";
  const back = returns === null ? "" : ` (went back to edition ${returns})`;
  return shownOnOneLine(`${outcome.padEnd(8)} ${article.padEnd(13)} ${said.padEnd(16)} ${address}${back}`);
}

function feedLine({ address, title, items, fresh, damaged }: Extract<WatchEvent, { what: "feed" }>): string {
  const name = title === null ? address : `${address} (${title})`;
  const harm = damaged ? "; the feed is damaged, more may be lost" : "";
  return `${name}: ${items} items, ${fresh} to fetch${harm}`;
}

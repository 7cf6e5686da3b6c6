import { availableParallelism } from "node:os";
import { type Kept } from "../../archive/archive.ts";
import { type Offer, type PassedOver, type Refused, type Tally, add as addTo } from "../../archive/add.ts";
import { ReadingPool } from "../../archive/pool.ts";
import { bytesNamed, isAddress, offers } from "../../archive/sources/offers.ts";
import type { DumpField, SourceOptions } from "../../archive/sources/source.ts";
import { count } from "../../export/pageLines.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import type { Store } from "../../store/store.ts";
import { type ArchiveOptions, archiveNamed, withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { fetcherFor } from "../fetcher.ts";
import { stoppable } from "../interrupt.ts";
import { LiveLine, duration, rateIn } from "../liveLine.ts";
import type { ReadingOptions } from "../options.ts";
import { checkOptions, mediaTypeOf } from "../reading.ts";

export interface AddOptions extends ArchiveOptions, Omit<ReadingOptions, "minConfidence"> {
  readonly map?: Readonly<Partial<Record<DumpField, string>>>;
  readonly paragraphs?: string;
  readonly workers?: number;
  readonly allow?: readonly string[];
  readonly enqueue?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Takes reports into an archive. Each that can't be taken in costs one line on standard error and the rest go on. Comes back with how
 * many failed; one that was stopped counts as failed as well.
 */
export async function add(named: readonly string[], options: AddOptions, console: Console): Promise<number> {
  checkOptions(console, options);
  if (named.length === 0)
    throw new UserError("nothing to add: name files, folders or addresses, or - for standard input", 2);
  if (named.indexOf("-") !== named.lastIndexOf("-"))
    throw new UserError("- stands for standard input, which can be read only once", 2);
  const source = sourceFrom(options, console);
  return stoppable(async (stop) =>
    withArchive(console, options, {}, async (store) => {
      const fetcher = fetcherFor(options, stop);
      const outside = { input: console.stdin, fetch: (address: string) => fetcher.fetch(address) };
      if (options.enqueue) {
        // Addresses are left to the workers as well: of each host one after the other, whoever fetches.
        const files = named.filter((name) => !isAddress(name));
        const addresses = named.filter(isAddress);
        return enqueue(
          store,
          { reports: offers(files, outside, source), addresses, given: source.options },
          options,
          console,
        );
      }
      const all = offers(named, outside, source);
      const wanted = options.quiet !== true && !(options.json === true && console.stdout.isTTY);
      const total = wanted ? await bytesNamed(named, console.folder) : null;
      return readAll(store, all, { options, console, stop, source, total, wanted });
    }),
  );
}

function sourceFrom(options: AddOptions, console: Console): SourceOptions {
  const { published, outlet, reader, map, paragraphs } = options;
  const mediaType = mediaTypeOf(options);
  return {
    options: {
      ...(published !== undefined && { published }),
      ...(outlet !== undefined && { outlet }),
      ...(mediaType !== undefined && { mediaType }),
      ...(reader !== undefined && { reader }),
    },
    dump: { fields: map ?? {}, mapped: map !== undefined, ...(paragraphs !== undefined && { paragraphs }) },
    folder: console.folder,
    meter: { bytes: 0 },
  };
}

interface Run {
  readonly options: AddOptions;
  readonly console: Console;
  readonly stop: AbortSignal;
  readonly source: SourceOptions;
  /** Bytes of all that is named, where they are known. */
  readonly total: number | null;
  /** Whether a line tells how far it is. */
  readonly wanted: boolean;
}

async function readAll(store: Store, all: AsyncIterable<Offer>, run: Run): Promise<number> {
  const { options, console, stop, source, total, wanted } = run;
  const { stdout, stderr } = console;
  const packs = (options.pack ?? []).map((folder) => pathOf(console, folder));
  const pool = new ReadingPool(options.workers ?? availableParallelism(), { packs });
  const line = new LiveLine(stderr, () => performance.now(), wanted);
  try {
    const tally = await addTo(store, all, {
      pool,
      stop,
      now: () => new Date().toISOString(),
      told: async (offer, kept, so) => {
        if ("reason" in kept) {
          await line.clear();
          await stderr.write(`hearsay: ${complaintOf(kept)}\n`);
        }
        if (options.json) await stdout.write(`${JSON.stringify(jsonLine(offer, kept))}\n`);
        await line.tell((seconds) => progressLine(so, seconds, source.meter.bytes, total));
      },
    });
    await line.clear();
    if (pool.whyNotFull !== null)
      await stderr.write(
        `hearsay: the full reader can’t be loaded here, so the fast one read: ${shownOnOneLine(pool.whyNotFull)}\n`,
      );
    if (options.quiet !== true) await stderr.write(summary(tally, line.seconds));
    return tally.failed + Number(tally.stopped);
  } finally {
    await pool.close();
  }
}

interface Left {
  readonly reports: AsyncIterable<Offer>;
  readonly addresses: readonly string[];
  /** What the call says of them. */
  readonly given: SourceOptions["options"];
}

async function enqueue(store: Store, left: Left, options: AddOptions, console: Console): Promise<number> {
  const url = archiveNamed(console, options);
  if (store.kind !== "postgres")
    throw new UserError(
      "--enqueue leaves reports for workers, which need an archive on a server: --archive postgres://...",
      2,
    );
  const { Queue } = await import("../../archive/queue/queue.ts");
  const { stdout, stderr } = console;
  let failed = 0;
  const told: Promise<void>[] = [];
  const queue = await Queue.open(url);
  try {
    const reports = async function* () {
      for await (const offer of left.reports) {
        if ("bytes" in offer) yield offer;
        else {
          if ("reason" in offer) {
            failed++;
            await stderr.write(`hearsay: ${complaintOf(offer)}\n`);
          }
          if (options.json) await stdout.write(`${JSON.stringify(jsonLine(offer, offer))}\n`);
        }
      }
    };
    const { added, known } = await queue.add(store, reports(), ({ name }, seen) => {
      const line = `${JSON.stringify({ name, outcome: seen ? "known" : "waiting" })}\n`;
      if (options.json) told.push(stdout.write(line));
    });
    await Promise.all(told);
    const { addresses } = left;
    await queue.addAddresses(addresses, left.given);
    for (const name of options.json ? addresses : [])
      await stdout.write(`${JSON.stringify({ name, outcome: "waiting" })}\n`);
    if (options.quiet !== true)
      await stderr.write(
        `${added} reports and ${addresses.length} addresses wait for workers (hearsay worker), ${known} were known, ${failed} refused\n`,
      );
    return failed;
  } finally {
    await queue.close();
  }
}

/** What is wrong with one that was refused, by its name, on one line. */
function complaintOf({ name, reason }: Refused): string {
  return shownOnOneLine(reason.startsWith(name) ? reason : `${name}: ${reason}`);
}

/** One line of JSON for each report: what it is called and what became of it. */
function jsonLine(offer: Offer, kept: Kept | Refused | PassedOver): object {
  const { name } = offer;
  if ("passed" in kept) return { name, outcome: "passed", reason: kept.passed };
  if ("reason" in kept) return { name, outcome: "refused", reason: complaintOf(kept) };
  const { outcome, article, edition, statements, fates, repeats, returns } = kept;
  return {
    name,
    outcome,
    address: "bytes" in offer ? offer.address : null,
    article: article || null,
    edition: edition || null,
    statements,
    repeats,
    ...(returns !== null && { returns }),
    ...(outcome === "edition" && { fates }),
  };
}

function progressLine(
  { done, statements, failed }: Tally,
  seconds: number,
  bytes: number,
  total: number | null,
): string {
  const left =
    total !== null && bytes > 0 && bytes < total ? `, ${duration((seconds * (total - bytes)) / bytes)} left` : "";
  const refused = failed > 0 ? `, ${failed} refused` : "";
  return `${count(done, "report")}, ${count(statements, "statement")}${refused}, ${rateIn(done, seconds)} a second${left}`;
}

function summary(tally: Tally, seconds: number): string {
  const { done, statements, outcomes, near, failed, passed, stopped } = tally;
  const counts = [
    `${outcomes.new} new`,
    `${outcomes.edition} ${outcomes.edition === 1 ? "edition" : "editions"}`,
    `${outcomes.repeat} ${outcomes.repeat === 1 ? "repeat" : "repeats"}`,
    `${outcomes.known} known`,
    `${failed} refused`,
  ];
  const lines = [
    `${count(done, "report")}: ${counts.join(", ")}; ${count(statements, "statement")}; ` +
      `${seconds < 60 ? `${seconds.toFixed(1)} s` : duration(seconds)}, ${rateIn(done, seconds)} a second`,
  ];
  if (near > 0) lines.push(`${near} of the new ones nearly repeat another`);
  if (passed.size > 0)
    lines.push(`passed over: ${[...passed].map(([what, n]) => `${shownOnOneLine(what)} (${n})`).join(", ")}`);
  if (stopped) lines.push("stopped: what is counted here is safe in the archive; the same call takes in the rest");
  return `${lines.join("\n")}\n`;
}

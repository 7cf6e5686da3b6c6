import { userInfo } from "node:os";
import { count } from "../../export/pageLines.ts";
import { PACKAGE } from "../../home.ts";
import { roomApp } from "../../http/app.ts";
import { openLog } from "../../http/log.ts";
import type { LogLevel } from "../../http/logLevels.ts";
import { openMetrics } from "../../http/metrics.ts";
import { type Listening, checkReach, isLoopback, listen, listenForMetrics } from "../../http/serve.ts";
import type { Metrics, Room } from "../../http/room.ts";
import type { Store } from "../../store/store.ts";
import { type ArchiveOptions, archiveNamed, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { stoppable } from "../interrupt.ts";

export interface ServeOptions extends ArchiveOptions {
  readonly host?: string;
  readonly port?: number;
  readonly name?: string;
  /** Addresses of proxies that are believed about who asks. */
  readonly proxy?: readonly string[];
  /** Hosts that the API may fetch from although they are not public. */
  readonly allow?: readonly string[];
  readonly log?: LogLevel;
  /** On, or on at a port of its own as well. */
  readonly metrics?: true | number;
}

const HOST = "127.0.0.1";
export const PORT = 4747;
/** Taken where others have the usual one, one after the other. */
const OTHERS = 20;

/** Opens the reading room and keeps it open until SIGINT or SIGTERM. Throws UserError where it can't be opened. */
export async function serve(options: ServeOptions, console: Console): Promise<void> {
  await stoppable((stop) =>
    withArchive(console, options, { existing: true }, async (store) => {
      const queue = store.kind === "postgres" ? await queueAt(archiveNamed(console, options)) : null;
      const opened = async ({ address }: Listening, counted: Listening | null): Promise<void> => {
        const { articles, statements, silences } = await store.size();
        const held =
          articles === 0
            ? "holds nothing yet: hearsay add takes reports in"
            : `${count(articles, "article")}, ${count(statements, "statement")}, ${count(silences, "silence")}`;
        const lines = [
          `The reading room is open: ${address}`,
          `${store.name}: ${held}`,
          ...(counted ? [`What is counted: ${counted.address}metrics`] : []),
          ...(isLoopback(options.host ?? HOST) || options.proxy !== undefined
            ? []
            : ["Other machines reach it without encryption: put a proxy with TLS before it (docs/operations.md)"]),
          "Ctrl+C closes it.",
        ];
        await console.stdout.write(`${lines.join("\n")}\n`);
      };
      try {
        await open(store, options, console, stop, opened, queue?.refused);
      } finally {
        await queue?.close();
      }
    }),
  );
}

interface QueueLook {
  readonly refused: NonNullable<Room["refused"]>;
  readonly close: () => Promise<void>;
}

/** What failed in the queue of an archive on a server, asked for over a connection of its own. */
async function queueAt(url: string): Promise<QueueLook> {
  const [{ refusedIn }, { poolOf }] = await Promise.all([
    import("../../archive/queue/queue.ts"),
    import("../../store/postgres.ts"),
  ]);
  const pool = poolOf(url, 1);
  return { refused: (most) => refusedIn(pool, most), close: () => pool.end() };
}

/** Opens the reading room of an archive, tells `opened` where, and closes it when `stop` is raised. */
export async function open(
  store: Store,
  options: Omit<ServeOptions, "archive">,
  console: Console,
  stop: AbortSignal,
  opened: (at: Listening, counted: Listening | null) => Promise<void>,
  refused?: Room["refused"],
): Promise<void> {
  const { host = HOST, port, proxy = [] } = options;
  await checkReach(store, host, proxy);
  const wanted = options.metrics ?? metricsIn(console);
  const metrics = wanted === null ? null : await openMetrics(store);
  const running: Listening[] = [];
  try {
    const app = roomApp({ ...roomOf(store, options, console, metrics), ...(refused && { refused }) });
    const room = await listen((request, env) => app.fetch(request, env), {
      host,
      port: port ?? PORT,
      orAbove: port === undefined ? OTHERS : 0,
    });
    running.push(room);
    const counted = metrics && typeof wanted === "number" ? await listenForMetrics(metrics, wanted) : null;
    if (counted) running.push(counted);
    await opened(room, counted);
    await raised(stop);
  } finally {
    await Promise.all(running.map((listening) => listening.stop()));
    await metrics?.close();
  }
}

function roomOf(
  store: Store,
  { name, log, proxy, allow }: Omit<ServeOptions, "archive">,
  console: Console,
  metrics: Metrics | null,
): Room {
  const { stderr, env } = console;
  // A person at a desk hears of what goes wrong; a service's log is read by programs.
  const level = log ?? (stderr.isTTY ? "warn" : "info");
  const write = (text: string): void => void stderr.write(text).catch(() => {});
  return {
    store,
    now: () => new Date().toISOString(),
    localName: name ?? (env["HEARSAY_USER"] || systemName()),
    version: PACKAGE.version,
    log: openLog(write, level, stderr.isTTY),
    ...(metrics && { metrics }),
    ...(proxy && { access: { proxies: proxy } }),
    ...(allow && { allow }),
  };
}

function systemName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user need not have a name.
    return "somebody at this machine";
  }
}

/** HEARSAY_METRICS: 1 for on, a port for one of its own as well. */
function metricsIn({ env }: Console): true | number | null {
  const set = env["HEARSAY_METRICS"] ?? "";
  if (set === "" || set === "0") return null;
  return /^\d{2,5}$/.test(set) ? Number(set) : true;
}

async function raised(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((done) => stop.addEventListener("abort", () => done(), { once: true }));
}

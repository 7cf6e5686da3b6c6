/**
 * The reading room under load: 200 connections ask for pages of searches, then for pages of articles, each for 60 seconds, of
 * `hearsay serve` in a process of its own. Prints requests a second, how long they waited, errors, and the server's memory before,
 * at its highest, after, and a minute later.
 *
 *   node bench/load.ts ARCHIVE [sqlite|postgres] [SECONDS] [CONNECTIONS]
 *
 * With `postgres` a server from npm is started and the archive moved into it, unless ARCHIVE is an address already. Whoever asks
 * at the machine itself without a login is not counted by the limit of requests, so no limit stands in the way, and none is changed.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";
import { openPostgres } from "../src/store/postgres.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { type Server, freePort, startPostgres } from "../test/store/postgres.ts";
import { asking } from "./room/asking.ts";
import { loadNow, memoryOf } from "./room/machine.ts";
import { numbers } from "./room/numbers.ts";

const MAIN = join(import.meta.dirname, "../src/cli/main.ts");
const NODE = [process.execPath, "--max-semi-space-size=16"] as const;
/** Different addresses that are asked for, of each kind. */
const ADDRESSES = 500;

const [given, which = "sqlite", seconds = "60", connections = "200"] = process.argv.slice(2);
if (given === undefined || !["sqlite", "postgres"].includes(which)) {
  console.error("node bench/load.ts ARCHIVE [sqlite|postgres] [SECONDS] [CONNECTIONS]");
  process.exit(2);
}
const duration = Number(seconds);
const isAddress = /^postgres(?:ql)?:/.test(given);
const folder = mkdtempSync(join(tmpdir(), "hearsay-load-"));
const server = which === "postgres" && !isAddress ? await ownServer() : null;
try {
  const archive = server ? await moved(given, server) : given;
  const paths = await addresses(archive);
  const room = await opened(archive);
  try {
    await run(room, paths);
  } finally {
    room.process.kill("SIGTERM");
    await once(room.process, "exit");
  }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function ownServer(): Promise<Server> {
  const started = await startPostgres(["fsync=on", "shared_buffers=512MB"]);
  if (typeof started === "string") throw new Error(started);
  return started;
}

/** The archive of a file, on a server. */
async function moved(file: string, to: Server): Promise<string> {
  const address = await to.database();
  const dump = join(folder, "all.gz");
  hearsay("export", "--all", dump, "--archive", file);
  hearsay("import", dump, "--archive", address);
  return address;
}

function hearsay(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(NODE[0], [NODE[1], MAIN, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`hearsay ${args.join(" ")}: ${stderr}`);
}

interface Paths {
  readonly searches: readonly string[];
  readonly articles: readonly string[];
}

async function addresses(archive: string): Promise<Paths> {
  const store = archive.startsWith("postgres") ? await openPostgres(archive) : await openSqlite(archive);
  try {
    const { statements } = await store.size();
    console.log(`${store.kind}, ${statements} statements; ${connections} connections, ${duration} s each`);
    const { pages: kinds } = await asking(store, numbers(5), ADDRESSES);
    const searches = ["search, a word", "search, a word and a filter", "search, a filter", "search, deep in a list"];
    return { searches: searches.flatMap((kind) => kinds[kind] ?? []), articles: kinds["article"] ?? [] };
  } finally {
    await store.close();
  }
}

interface Opened {
  readonly process: ChildProcess;
  readonly address: string;
}

async function opened(archive: string): Promise<Opened> {
  const port = await freePort();
  const args = ["serve", "--archive", archive, "--port", String(port), "--log", "error", "--name", "Bench"];
  const child = spawn(NODE[0], [NODE[1], MAIN, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1_200; tries++) {
    if (child.exitCode !== null) throw new Error("hearsay serve ended");
    if (
      await fetch(`${address}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { process: child, address };
    await pause(100);
  }
  throw new Error("hearsay serve does not answer");
}

async function run({ process: child, address }: Opened, paths: Paths): Promise<void> {
  const next = numbers(23);
  for (const path of [...paths.searches.slice(0, 10), ...paths.articles.slice(0, 10)]) await fetch(address + path);
  console.log(`memory before: ${memory(child, "VmRSS")} MB; load ${loadNow()}`);
  for (const [what, some] of Object.entries(paths) as [string, readonly string[]][]) {
    const result = await autocannon({
      url: address,
      connections: Number(connections),
      duration,
      timeout: 60,
      setupClient(client) {
        const own = Array.from(some, () => ({ path: some[next(some.length)] as string }));
        client.setRequests(own);
      },
    });
    const { requests, latency, errors, timeouts, non2xx } = result;
    console.log(
      `${what}: ${requests.average.toFixed(0)} requests a second (${requests.total}), waited p50 ${latency.p50} p99 ${latency.p99} ms, most ${latency.max} ms; ` +
        `${errors} errors, ${timeouts} timeouts, ${non2xx} answers other than 2xx; memory ${memory(child, "VmRSS")} MB; load ${loadNow()}`,
    );
    if (errors + timeouts + non2xx > 0) process.exitCode = 1;
    // What was asked for last is still being answered.
    await pause(10_000);
  }
  console.log(`memory at most: ${memory(child, "VmHWM")} MB, after: ${memory(child, "VmRSS")} MB`);
  await pause(Math.min(60, duration) * 1_000);
  console.log(`${Math.min(60, duration)} s later: ${memory(child, "VmRSS")} MB; load ${loadNow()}`);
  const start = performance.now();
  await (await fetch(address)).arrayBuffer();
  console.log(`the first page then: ${(performance.now() - start).toFixed(0)} ms`);
}

function memory(child: ChildProcess, which: "VmRSS" | "VmHWM"): string {
  return memoryOf(child, which).toFixed(0);
}

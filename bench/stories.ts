/**
 * Adds thousands of real stories to a new archive, as a person would, and says how fast. Prints stories a second, memory of the
 * largest process, what came of a second `add`, and what the archive holds at the end.
 *
 *   HEARSAY_DATA=... node bench/stories.ts sqlite|postgres [fast|full] [STORIES]
 *
 * On PostgreSQL (npm's binaries, a server of its own) the stories are put into the queue and read by two worker processes.
 */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Server } from "./faults/server.ts";
import { memoryOf } from "./room/machine.ts";

const MAIN = join(import.meta.dirname, "../src/cli/main.ts");
const WORKERS = 2;

const [where, reader = "fast", most = "0"] = process.argv.slice(2);
const data = process.env["HEARSAY_DATA"];
if (data === undefined || (where !== "sqlite" && where !== "postgres") || !["fast", "full"].includes(reader)) {
  console.error("HEARSAY_DATA=/folder/with/kcna-2011 node bench/stories.ts sqlite|postgres [fast|full] [STORIES]");
  process.exit(2);
}
const source = join(data, "kcna-2011/kcna-2011.jsonl.gz");
if (!existsSync(source)) {
  console.error(`there is no ${source}: HEARSAY_DATA must name the folder that holds kcna-2011/`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "hearsay-stories-"));
// The server runs as another user and has to get through.
chmodSync(folder, 0o711);
try {
  const lines = gunzipSync(readFileSync(source)).toString("utf8").trimEnd().split("\n");
  const used = Number(most) > 0 ? lines.slice(0, Number(most)) : lines;
  writeFileSync(join(folder, "stories.jsonl"), used.join("\n"));
  const server = where === "postgres" ? await Server.make(join(folder, "server")) : null;
  try {
    const archive = server?.address ?? join(folder, "stories.db");
    const into = ["--archive", archive, "--map", "text=story", "--paragraphs", ", ,", "--outlet", "KCNA"];
    const adding = ["add", "stories.jsonl", ...into, "--reader", reader, "--json"];
    await timed(`${where}, ${reader} reader`, used.length, async () => {
      if (server === null) return [await run(adding)];
      const queued = await run([...adding, "--enqueue"]);
      const workers = Array.from({ length: WORKERS }, () =>
        run(["worker", "--archive", archive, "--once", "--workers", "1", "--json", "--quiet"]),
      );
      return [queued, ...(await Promise.all(workers))];
    });
    await timed("the same once more", used.length, async () => [
      await run(server === null ? adding : [...adding, "--enqueue"]),
    ]);
    const held = await run(["archive", "--archive", archive, "--json"]);
    console.log(held.out.trim());
    if (server === null) console.log(`file: ${(statSync(archive).size / 1e6).toFixed(0)} MB`);
    const checked = await timed("verify --archive", used.length, async () => [
      await run(["verify", "--archive", archive]),
    ]);
    console.log(`${checked[0]?.out ?? ""}${checked[0]?.err ?? ""}`.trim().split("\n").at(-1));
  } finally {
    await server?.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Ended {
  readonly out: string;
  readonly err: string;
  /** The most memory it held, in MB. */
  readonly memory: number;
}

async function timed(what: string, stories: number, work: () => Promise<readonly Ended[]>): Promise<readonly Ended[]> {
  const start = performance.now();
  const ended = await work();
  const seconds = (performance.now() - start) / 1000;
  const outcomes = new Map<string, number>();
  for (const { out } of ended)
    for (const line of out.split("\n"))
      if (line.startsWith('{"')) {
        const { outcome = "refused" } = JSON.parse(line) as { outcome?: string };
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
  const memory = Math.max(...ended.map((one) => one.memory));
  const came = Array.from(outcomes, ([outcome, n]) => `${outcome} ${n}`).join(", ");
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${(stories / seconds).toFixed(0)} stories a second, ${memory.toFixed(0)} MB${came === "" ? "" : `; ${came}`}`,
  );
  return ended;
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["--max-semi-space-size=16", MAIN, ...args], { cwd: folder });
    let out = "";
    let err = "";
    child.stdout.on("data", (some: Buffer) => (out += some.toString()));
    child.stderr.on("data", (some: Buffer) => (err += some.toString()));
    let memory = 0;
    const watching = setInterval(() => (memory = Math.max(memory, memoryOf(child, "VmHWM") || 0)), 250);
    child.on("error", failed);
    child.on("close", (code) => {
      clearInterval(watching);
      if (code !== 0) failed(new Error(`hearsay ${args.join(" ")} ended with ${code}: ${err.slice(-2_000)}`));
      else done({ out, err, memory });
    });
  });
}

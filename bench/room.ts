/**
 * How long the reading room takes for every kind of page and of answer over a large archive, asked in process: routing, access,
 * the archive and the making of the page, without the wire. Addresses are made from what the archive holds. Prints a line a kind.
 *
 *   node bench/room.ts ARCHIVE [TIMES] [KIND...]     a file or postgres://...; 60 times each unless said
 */
import { roomApp } from "../src/http/app.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import type { Query } from "../src/store/store.ts";
import { asking } from "./room/asking.ts";
import { loadNow } from "./room/machine.ts";
import { quantile, numbers } from "./room/numbers.ts";

/** What a page may take at the server, for 95 of a hundred. */
const TARGET = 150;

const [archive, times = "60", ...only] = process.argv.slice(2);
if (archive === undefined) {
  console.error("node bench/room.ts ARCHIVE [TIMES] [KIND...]");
  process.exit(2);
}
const store = /^postgres(?:ql)?:/.test(archive)
  ? await openPostgres(archive)
  : await openSqlite(archive, { existing: true });
// One address asks far more often than people do.
const access = { perMinute: 1_000_000_000 };
const room = roomApp({ store, now: () => new Date().toISOString(), localName: "Bench", version: "0.1.0", access });

interface Timed {
  readonly what: string;
  readonly ms: number;
  readonly status: number;
}

async function timed(what: string | Query): Promise<Timed> {
  const start = performance.now();
  let status = 0;
  if (typeof what === "string") {
    const answer = await room.request(`http://localhost${what}`);
    await answer.arrayBuffer();
    ({ status } = answer);
  } else await store.find(what);
  const ms = performance.now() - start;
  return { what: typeof what === "string" ? decodeURIComponent(what) : JSON.stringify(what), ms, status };
}

const { pages, searches } = await asking(store, numbers(11), Number(times));
const inStore = Object.entries(searches).map(([kind, queries]) => [`store: ${kind}`, queries] as const);
const kinds = [...Object.entries(pages), ...inStore].filter(
  ([kind]) => only.length === 0 || only.some((one) => kind.includes(one)),
);
const { statements, articles } = await store.size();
console.log(`${store.kind}: ${articles} articles, ${statements} statements; load ${loadNow()}; p50 / p95 / p99 in ms`);
for (const [, asked] of kinds) for (const what of asked.slice(0, 2)) await timed(what);
let slow = 0;
for (const [kind, asked] of kinds) {
  const took: Timed[] = [];
  for (const what of asked) took.push(await timed(what));
  took.sort((a, b) => a.ms - b.ms);
  const sorted = took.map(({ ms }) => ms);
  const shown = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(1).padStart(7)).join(" ");
  const isOver = quantile(sorted, 0.95) > TARGET;
  if (isOver) slow++;
  const statuses = [...new Set(took.map(({ status }) => status))].filter(Boolean).sort().join(" ");
  console.log(`${isOver ? "!" : " "} ${kind.padEnd(36)} ${shown}  ${statuses}  slowest ${took.at(-1)?.what}`);
  const failed = took.filter(({ status }) => status >= 500);
  if (failed.length > 0) {
    console.log(`  FAILED: ${failed.length}, ${failed[0]?.what}`);
    process.exitCode = 1;
  }
}
console.log(`${kinds.length} kinds, ${slow} of them over ${TARGET} ms at p95; load ${loadNow()}`);
await store.close();

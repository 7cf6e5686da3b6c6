// A million statements in an archive: how fast they are written, searched and replayed, and how much room they take. Statements
// are real ones from HEARSAY_DATA/kcna-2011/kcna-2011.jsonl.gz, multiplied: in each copy the rarer words, names and dates are
// others. Arguments: the store (sqlite or postgres), how many statements (1000000), `keep` to leave the archive where it is: a file, or a
// database of the server that HEARSAY_TEST_POSTGRES_URL names.
import { readFileSync, rmSync, statSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Keeper, type Sighting } from "../src/archive/archive.ts";
import { prepare, type Prepared } from "../src/archive/prepare.ts";
import { sha256Of } from "../src/text/sha256.ts";
import { capture } from "../src/ingest/ingest.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import type { Query, Store } from "../src/store/store.ts";
import type { RecordValue } from "../src/store/values.ts";
import { startPostgres } from "../test/store/postgres.ts";
import { numbers, quantile } from "./room/numbers.ts";

const STORIES = 800;
const BATCH = 32;
const MARKS = [10_000, 100_000, 1_000_000];

const [which = "sqlite", wanted = "1000000", keep] = process.argv.slice(2);
const most = Number(wanted);

interface Story {
  readonly prepared: Prepared;
  readonly bytes: Uint8Array;
}

function stories(): Story[] {
  const folder = process.env["HEARSAY_DATA"];
  if (!folder) throw new Error("HEARSAY_DATA names no folder");
  const lines = gunzipSync(readFileSync(join(folder, "kcna-2011/kcna-2011.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  const every = Math.floor(lines.length / STORIES);
  return lines
    .filter((line, i) => i % every === 0 && line !== "")
    .flatMap((line) => {
      const { story = "", title = "", date } = JSON.parse(line) as { story?: string; title?: string; date?: string };
      if (story === "" || date === undefined) return [];
      const bytes = Buffer.from(`${title}\n\n${story.replaceAll(", , ", "\n\n")}\n`);
      try {
        const prepared = prepare(capture(bytes, "kcna"), { published: date, outlet: "KCNA", reader: "fast" }, "bench");
        return prepared.records.length > 0 ? [{ prepared, bytes }] : [];
      } catch {
        return [];
      }
    });
}

const WORD = /[\p{L}\p{M}]{3,}/gu;

/** The words that stay what they are in every copy: those that make up most of any text. */
function commonWords(all: readonly Story[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { prepared } of all)
    for (const [word] of prepared.text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return new Set(ranked.slice(0, 1_500).map(([word]) => word));
}

/** A story as another archive might hold it: same length, same shape, other words. */
function copied({ prepared, bytes }: Story, copy: number, common: ReadonlySet<string>): Sighting {
  const ending = `${String.fromCharCode(97 + (copy % 26))}${String.fromCharCode(97 + (Math.floor(copy / 26) % 26))}`;
  const other = (word: string): string =>
    common.has(word) || (word.charCodeAt(0) + word.length + copy) % 3 === 0 ? word : word.slice(0, -2) + ending;
  const text = (words: string): string => (copy === 0 ? words : words.replace(WORD, other));
  const day = (date: string | null): string | null =>
    date === null ? null : `${Number(date.slice(0, 4)) - 60 + (copy % 80)}${date.slice(4)}`;
  const records = prepared.records.map((record): RecordValue => {
    const words = text(record.words);
    return {
      ...record,
      words,
      speaker: text(record.speaker),
      channel: record.channel && text(record.channel),
      outlet: `KCNA ${copy % 40}`,
      uttered: day(record.uttered),
      published: day(record.published),
      record: { ...record.record, words: [words] },
    };
  });
  const whole = text(prepared.text);
  const own = Buffer.from(copy === 0 ? bytes : `${copy} ${text(Buffer.from(bytes).toString("utf8"))}`);
  const bodyHash = sha256Of(`${copy} ${prepared.bodyHash}`);
  return {
    prepared: {
      ...prepared,
      sha256: sha256Of(own.toString("utf8")),
      text: whole,
      textHash: sha256Of(whole),
      bodyHash,
      signature: prepared.signature?.map((n) => Math.imul(n ^ copy, 0x9e3779b1) >>> 0) ?? null,
      published: day(prepared.published),
      outlet: `KCNA ${copy % 40}`,
      records,
    },
    bytes: own,
    address: `https://news.example/${copy}/${bodyHash.slice(0, 16)}`,
    given: {},
    circumstances: {},
    by: "bench",
  };
}

async function timed(what: string, queries: readonly Query[], run: (query: Query) => Promise<unknown>): Promise<void> {
  const times: { ms: number; query: Query }[] = [];
  for (const query of queries) {
    const start = performance.now();
    await run(query);
    times.push({ ms: performance.now() - start, query });
  }
  times.sort((a, b) => a.ms - b.ms);
  const sorted = times.map(({ ms }) => ms);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(sorted, q).toFixed(1));
  const worst = times.at(-1);
  console.log(
    `  ${what}: p50 ${p50} p95 ${p95} p99 ${p99} max ${worst?.ms.toFixed(1)} ms, ${JSON.stringify(worst?.query)}`,
  );
}

/** Questions like those of a desk, each word of its own rarity. */
function questions(all: readonly Story[], common: ReadonlySet<string>): Record<string, Query[]> {
  const next = numbers(7);
  const records = all.flatMap(({ prepared }) => prepared.records);
  const words = records.flatMap(({ words }) => Array.from(words.matchAll(WORD), ([word]) => word));
  const rare = words.filter((word) => !common.has(word));
  const often = words.filter((word) => common.has(word));
  const one = <T>(from: readonly T[]): T => from[next(from.length)] as T;
  const filter = (): Query => {
    const { act, speaker, uttered } = one(records);
    const year = 1951 + next(78);
    const choices: Query[] = [
      { act },
      { speaker },
      { outlet: `KCNA ${next(40)}` },
      { publishedFrom: `${year}-03-01`, publishedTo: `${year}-05` },
      { saidFrom: `${year}`, saidTo: `${year}` },
      { kind: "silence" },
      { act, outlet: `KCNA ${next(40)}` },
      { speaker, act },
      { minConfidence: 0.8 },
      ...(uttered === null ? [] : [{ saidFrom: `${year}-06`, act }]),
    ];
    return one(choices);
  };
  const many = (n: number, make: () => Query): Query[] => Array.from({ length: n }, make);
  const phrase = (): string => {
    const from = one(records).words.match(WORD) ?? ["people"];
    const at = next(Math.max(1, from.length - 1));
    return `"${from.slice(at, at + 2).join(" ")}"`;
  };
  return {
    "a rare word": many(100, () => ({ words: one(rare) })),
    "a common word": many(100, () => ({ words: one(often) })),
    "a common word and a filter": many(200, () => ({ words: one(often), ...filter() })),
    "a rare word and a filter": many(100, () => ({ words: one(rare), ...filter() })),
    "two common words and a filter": many(100, () => ({ words: `${one(often)} ${one(often)}`, ...filter() })),
    "a phrase and a filter": many(100, () => ({ words: phrase(), ...filter() })),
    "a word by the day it was said": many(60, () => ({ words: one(often), order: "said", ...filter() })),
    "a beginning of a word": many(40, () => ({ words: `${one(words).slice(0, 4)}*` })),
    "filters alone": many(100, () => ({ ...filter(), ...filter() })),
    "a speaker's timeline": many(200, () => ({ speaker: one(records).speaker, order: "said" })),
    "the newest of a speaker": many(100, () => ({ speaker: one(records).speaker })),
  };
}

async function search(store: Store, asked: Record<string, Query[]>): Promise<void> {
  const all = Object.entries(asked);
  for (const [, queries] of all) for (const query of queries.slice(0, 5)) await store.find(query);
  for (const [what, queries] of all) await timed(what, queries, (query) => store.find(query));
  const together = all
    .filter(([what]) => /filter$|rare word$|common word$/.test(what))
    .flatMap(([, queries]) => queries);
  await timed("ALL SEARCHES of words and filters", together, (query) => store.find(query));
  const speakers = (asked["a speaker's timeline"] ?? []).slice(0, 20);
  await timed("acts of a speaker counted", speakers, ({ speaker }) =>
    store.counts("act", { speaker: speaker as string }, 20),
  );
  await timed("the size", [{}], () => store.size());
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-million-"));
  const path = join(folder, "archive.db");
  const server =
    which === "postgres" ? await startPostgres(["fsync=on", "shared_buffers=512MB", "max_wal_size=4GB"]) : null;
  if (typeof server === "string") throw new Error(server);
  if (keep && server?.process) throw new Error("HEARSAY_TEST_POSTGRES_URL must name the server that keeps the archive");
  const address = server ? await server.database() : path;
  const store = server ? await openPostgres(address) : await openSqlite(path);
  const room = async (): Promise<number> => {
    if (!server) return statSync(path).size;
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ n: string }>("select pg_database_size(current_database()) as n");
    const tables = await client.query<{ relname: string; n: string }>(
      "select relname, pg_total_relation_size(oid) as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc limit 6",
    );
    console.log(`  ${tables.rows.map(({ relname, n }) => `${relname} ${Math.round(Number(n) / 1e6)} MB`).join(", ")}`);
    await client.end();
    return Number(rows[0]?.n);
  };

  const source = stories();
  const common = commonWords(source);
  const asked = questions(source, common);
  const each = source.reduce((n, { prepared }) => n + prepared.records.length, 0);
  console.log(`${which}: ${source.length} stories with ${each} statements and silences, copied to ${most}`);

  const keeper = new Keeper(store, () => "2031-05-06T12:00:00.000Z");
  let written = 0;
  let ms = 0;
  let since = { written: 0, ms: 0 };
  let batch: Sighting[] = [];
  for (let copy = 0; written < most; copy++) {
    for (const story of source) {
      const sighting = copied(story, copy, common);
      batch.push(sighting);
      written += sighting.prepared.records.length;
      if (batch.length === BATCH) {
        const start = performance.now();
        await keeper.keep(batch);
        ms += performance.now() - start;
        batch = [];
      }
    }
    const crossed = MARKS.find((mark) => mark <= most && since.written < mark && written >= mark);
    if (crossed === undefined) continue;
    const rate = Math.round((written - since.written) / ((ms - since.ms) / 1000));
    const bytes = await room();
    const { rss } = process.memoryUsage();
    console.log(
      `${written} statements: ${rate} a second written since the last mark, ${Math.round(bytes / written)} bytes each, ${Math.round(rss / 1e6)} MB of memory`,
    );
    since = { written, ms };
    await search(store, asked);
  }
  if (batch.length > 0) await keeper.keep(batch);
  const start = performance.now();
  await store.rebuild(() => {});
  console.log(
    `rebuilt in ${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round((await room()) / written)} bytes each`,
  );
  await search(store, asked);
  await store.close();
  if (keep) console.log(server ? address : folder);
  else await server?.stop();
  if (server || !keep) rmSync(folder, { recursive: true, force: true });
}

await main();

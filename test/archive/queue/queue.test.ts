import assert from "node:assert/strict";
import { after, test } from "node:test";
import { makeWorkerUtils } from "graphile-worker";
import { Client } from "pg";
import type { Incoming } from "../../../src/archive/add.ts";
import { ReadingPool } from "../../../src/archive/pool.ts";
import { FetchError } from "../../../src/archive/fetch/fetchError.ts";
import type { Fetched } from "../../../src/archive/fetch/fetchReport.ts";
import { fetching } from "../../../src/archive/queue/fetching.ts";
import { Queue, type ReadJob, SILENT } from "../../../src/archive/queue/queue.ts";
import { type WorkOptions, work } from "../../../src/archive/queue/work.ts";
import type { Store } from "../../../src/store/store.ts";
import { type Home, onServer } from "../../store/homes.ts";
import { type Server, startPostgres } from "../../store/postgres.ts";
import { NOON } from "../../store/reports.ts";

const server = await startPostgres();
const skip = typeof server === "string" ? server : false;
if (skip) console.error(`the queue is not tested: ${skip}`);
const pool = new ReadingPool(1);
after(async () => {
  await pool.close();
  if (typeof server !== "string") await server.stop();
});

function incoming(
  n: number,
  text = `Harbour news ${n}\n\nMayor Dita Bronski said on Monday that quay ${n} needs repairs.\n`,
): Incoming {
  return {
    bytes: Buffer.from(text),
    name: `report-${n}.txt`,
    address: `/desk/report-${n}.txt`,
    options: { reader: "fast" },
    circumstances: {},
    by: "file",
  };
}

async function* stream(...reports: readonly Incoming[]): AsyncGenerator<Incoming> {
  yield* reports;
}

const fetched: string[] = [];
let open = 0;

/** A web of three pages. */
const pages = fetching({
  async fetch(address) {
    fetched.push(address);
    open++;
    await new Promise((done) => setTimeout(done, 20));
    assert.equal(open--, 1, "one at a time of a host");
    if (address.endsWith("/gone"))
      throw new FetchError(address, "status", "the server has no such page (404)", { status: 404 });
    if (address.endsWith("/busy") && fetched.filter((one) => one === address).length === 1)
      throw new FetchError(address, "status", "the server is busy (503)", { status: 503 });
    const { bytes } = incoming(address.length);
    return { address, trail: [], status: 200, bytes, mediaType: "text/plain", headers: {} } as unknown as Fetched;
  },
});

interface Desk {
  readonly home: Home;
  readonly store: Store;
  readonly queue: Queue;
  readonly url: string;
  work(some?: Partial<WorkOptions>): Promise<string[]>;
}

function it(what: string, run: (desk: Desk) => Promise<void>): void {
  test(what, { skip }, async () => {
    let url = "";
    const home = await onServer(server as Server, async (address) => void (url = address));
    const store = await home.open();
    const queue = await Queue.open(url);
    const told: string[] = [];
    const options = { jobs: 4, now: () => NOON, fetch: pages, once: true, stop: new AbortController().signal };
    try {
      await run({
        home,
        store,
        queue,
        url,
        async work(some) {
          told.length = 0;
          await work(url, store, queue, pool, {
            ...options,
            told: (name, result) => told.push(`${name}: ${"reason" in result ? result.reason : result.outcome}`),
            ...some,
          });
          return told.sort();
        },
      });
    } finally {
      await queue.close();
      await home.close();
    }
  });
}

it("reports wait with their bytes, are read once, and leave nothing behind", async ({ home, store, queue, work }) => {
  assert.deepEqual(await queue.add(store, stream(incoming(1), incoming(2), incoming(3))), { added: 3, known: 0 });
  assert.equal((await home.sql("select 1 from captures")).length, 3);
  assert.equal((await store.size()).articles, 0);
  assert.deepEqual(await work(), ["report-1.txt: new", "report-2.txt: new", "report-3.txt: new"]);
  assert.equal((await store.size()).statements, 3);
  assert.equal((await store.find({ words: '"quay 2"' })).items[0]?.speaker, "Dita Bronski");
  assert.equal((await home.sql("select 1 from captures where article like 'waiting:%'")).length, 0);
  assert.deepEqual(await queue.queued(), { waiting: 0, later: 0, refused: [] });
  assert.deepEqual(await queue.add(store, stream(incoming(2), incoming(4))), { added: 1, known: 1 });
  assert.deepEqual(await work(), ["report-4.txt: new"]);
  assert.equal(await store.checkLedger(() => {}), null);
});

it("a page that went back is put in again; a job that is done twice keeps it once", async ({
  url,
  store,
  queue,
  work,
}) => {
  const [first, second] = [incoming(1), { ...incoming(2), address: incoming(1).address, name: incoming(1).name }];
  for (const report of [first, second]) {
    await queue.add(store, stream(report));
    await work();
  }
  assert.deepEqual(await queue.add(store, stream(second)), { added: 0, known: 1 });
  assert.deepEqual(await queue.add(store, stream(first)), { added: 1, known: 0 });
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ payload: ReadJob }>("select payload from graphile_worker._private_jobs");
  await client.end();
  const key = rows[0]?.payload.key ?? "";
  assert.deepEqual(await work(), ["report-1.txt: edition"]);
  await queue.add(store, stream(second));
  assert.deepEqual(await work(), ["report-1.txt: edition"]);
  // A worker that died behind its writing left its job there, with the bytes.
  await store.keepWaiting(key, first.bytes);
  await putAgain(url, key);
  assert.deepEqual(await work(), ["report-1.txt: known"]);
  const article = (await store.articleAt(first.address as string)) as string;
  assert.equal((await store.editions(article)).length, 4);
  assert.equal(await store.waiting(key), null);
});

/** Puts the job of the first report in as it was before. */
async function putAgain(url: string, key: string): Promise<void> {
  const { bytes: _, ...report } = incoming(1);
  const utils = await makeWorkerUtils({ connectionString: url, logger: SILENT });
  await utils.addJob("read", { ...report, key }, { jobKey: key });
  await utils.release();
}

it("a report put in twice is read once, and one at another address is a repeat", async ({ store, queue, work }) => {
  await queue.add(store, stream(incoming(1)));
  await queue.add(store, stream(incoming(1), { ...incoming(1), address: "/elsewhere.txt", name: "elsewhere.txt" }));
  assert.deepEqual((await work()).map((line) => line.split(": ")[1]).sort(), ["new", "repeat"]);
  assert.equal((await store.size()).articles, 1);
});

it("addresses are fetched by workers, one of a host at a time, and read", async ({ store, queue, work }) => {
  fetched.length = 0;
  const all = ["page", "gone", "busy"].map((page) => `https://harbour.example/${page}`);
  await queue.addAddresses(all, { reader: "fast", outlet: "The Harbour Post" });
  await queue.addAddresses(all, { reader: "fast", outlet: "The Harbour Post" });
  assert.deepEqual(await work(), [
    "https://harbour.example/busy: https://harbour.example/busy: the server is busy (503)",
    "https://harbour.example/gone: https://harbour.example/gone: the server has no such page (404)",
    "https://harbour.example/page: new",
  ]);
  assert.equal(fetched.length, 3);
  const { waiting, later, refused } = await queue.queued();
  assert.deepEqual([waiting, later, refused.length], [0, 1, 1]);
  const article = (await store.articleAt("https://harbour.example/page")) ?? "";
  assert.equal((await store.article(article))?.outlet, "The Harbour Post");
});

it("two workers share the reports", async ({ store, queue, work }) => {
  await queue.add(store, stream(...Array.from({ length: 40 }, (_, i) => incoming(i))));
  const mine: string[] = [];
  const others: string[] = [];
  await Promise.all([
    work({ jobs: 2, told: (name) => mine.push(name) }),
    work({ jobs: 2, told: (name) => others.push(name) }),
  ]);
  assert.equal(new Set([...mine, ...others]).size, 40);
  assert.ok(mine.length > 0 && others.length > 0, `one did it all: ${mine.length} and ${others.length}`);
  assert.equal((await store.size()).articles, 40);
});

it("what can't be read is told, kept, and not tried again until it is put in anew", async ({ store, queue, work }) => {
  const bad = { ...incoming(1), bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe, 0, 1, 2, 3]) };
  await queue.add(store, stream(bad, incoming(2)));
  const told = await work();
  assert.match(told[0] ?? "", /^report-1\.txt: .{10}/);
  assert.equal(told[1], "report-2.txt: new");
  const { waiting, later, refused } = await queue.queued();
  assert.deepEqual([waiting, later, refused.length], [0, 0, 1]);
  assert.match(refused[0] ?? "", /^report-1\.txt: /);
  assert.deepEqual(await work(), []);
  await queue.add(store, stream(bad));
  assert.equal((await work()).length, 1);
});

it("a job that failed every time is told with what it failed of, as long as it is not put in anew", async ({
  url,
  store,
  queue,
  work,
}) => {
  await queue.add(store, stream(incoming(1), incoming(2)));
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the disk is full'
     where payload->>'name' = 'report-1.txt'`,
  );
  await client.end();
  assert.deepEqual(await queue.queued(), { waiting: 1, later: 0, refused: ["the disk is full"] });
  await queue.add(store, stream(incoming(1)));
  assert.deepEqual((await work()).toSorted(), ["report-1.txt: new", "report-2.txt: new"]);
  assert.deepEqual((await queue.queued()).refused, []);
});

it("a job put in anew while a worker is at it is done once more and leaves nothing behind that counts", async ({
  url,
  store,
  queue,
  work,
}) => {
  await queue.add(store, stream(incoming(1)));
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("update graphile_worker._private_jobs set locked_at = now(), attempts = 1, locked_by = 'another'");
  await queue.add(store, stream(incoming(1)));
  assert.deepEqual(await work({ once: true, stop: AbortSignal.timeout(3_000) }), ["report-1.txt: new"]);
  await client.query("select graphile_worker.force_unlock_workers(array['another'])");
  await client.end();
  assert.deepEqual(await queue.queued(), { waiting: 0, later: 0, refused: [] });
  assert.equal((await store.size()).articles, 1);
});

it("jobs of a worker that died are taken over, those of one that lives are not", async ({
  url,
  store,
  queue,
  work,
}) => {
  await queue.add(store, stream(incoming(1), incoming(2)));
  const client = new Client({ connectionString: url });
  await client.connect();
  // One worker holds its sign, the other is gone.
  await client.query("select pg_advisory_lock(4817303, hashtext('alive'))");
  await client.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', attempts = 1,
       locked_by = case when payload->>'name' = 'report-1.txt' then 'alive' else 'dead' end`,
  );
  const stop = new AbortController();
  const told: string[] = [];
  const working = work({
    stop: stop.signal,
    told: (name) => {
      told.push(name);
      // The other may come too, if it comes.
      setTimeout(() => stop.abort(), 1_500);
    },
  });
  await working;
  assert.deepEqual(told, ["report-2.txt"]);
  await client.end();
  assert.deepEqual(await work(), ["report-1.txt: new"]);
});

it("a worker that is stopped finishes what it has at hand and leaves the rest", async ({ store, queue, work }) => {
  await queue.add(store, stream(...Array.from({ length: 60 }, (_, i) => incoming(i))));
  const stop = new AbortController();
  let done = 0;
  await work({
    once: false,
    stop: stop.signal,
    told: () => {
      if (++done === 5) stop.abort();
    },
  });
  const { waiting } = await queue.queued();
  assert.ok(done < 60 && waiting === 60 - done, `${done} done, ${waiting} wait`);
  assert.equal((await store.size()).articles, done);
  await work();
  assert.equal((await store.size()).articles, 60);
});

test("a worker whose server dies ends, and says why", { skip }, async () => {
  const dying = await startPostgres();
  assert.ok(typeof dying !== "string");
  if (dying.process === null) return dying.stop();
  let url = "";
  const home = await onServer(dying, async (address) => void (url = address));
  const store = await home.open();
  const queue = await Queue.open(url);
  await queue.add(store, stream(...Array.from({ length: 30 }, (_, i) => incoming(i))));
  const options = { jobs: 4, now: () => NOON, fetch: pages, once: false, stop: new AbortController().signal };
  const working = work(url, store, queue, pool, { ...options, told: () => dying.process?.kill("SIGQUIT") });
  await assert.rejects(working, /the server can.t be reached any more/);
  await queue.close();
  await home.close();
  await dying.stop();
});

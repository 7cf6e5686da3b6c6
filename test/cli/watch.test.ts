import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openSqlite } from "../../src/store/sqlite.ts";
import { type Answering, type Loopback, html, loopback, sent } from "../archive/fetch/loopback.ts";
import { MAIN, MOST_MILLISECONDS, folderWith, hearsay } from "./run.ts";

const report = (n: number): Answering =>
  html(
    `<!doctype html><title>Report ${n}</title><h1>Report ${n}</h1><p>Minister Ada Novak said that ferry number ${n} would run again before Easter.</p>`,
  );

async function site(t: TestContext, reports: number): Promise<Loopback> {
  const server = await loopback(t);
  const items = Array.from({ length: reports }, (_, i) => `<item><title>${i}</title><link>/${i}</link></item>`);
  server.pages.set(
    "/feed",
    sent(
      "application/rss+xml",
      `<rss version="2.0"><channel><title>Harbour Post</title>${items.join("")}</channel></rss>`,
    ),
  );
  for (let i = 0; i < reports; i++) server.pages.set(`/${i}`, report(i));
  return server;
}

const quick = ({ port }: Loopback): string[] => [
  "--allow",
  `127.0.0.1:${port}`,
  "--delay",
  "1ms",
  "--reader",
  "fast",
  "--workers",
  "1",
];

test("watch --once takes in what a feed names, tells it, and the second time nothing", async (t) => {
  const server = await site(t, 3);
  const folder = folderWith(t, { "list.txt": `# the harbour\n${server.origin}/feed\n${server.origin}/missing\n` });
  const first = await hearsay(["watch", "list.txt", "--once", ...quick(server)], { cwd: folder });
  assert.equal(first.code, 1, first.err);
  assert.equal(
    first.out.split("\n").filter((line) => /^new +\S+ +1 statements +http:\/\/127/.test(line)).length,
    3,
    first.out,
  );
  assert.match(first.err, /feed \(Harbour Post\): 3 items, 3 to fetch/);
  assert.match(first.err, /missing: the server answers 404: nothing is there \(tried again 20\d\d-/);
  assert.match(first.err, /3 reports kept, 3 new statements, 1 failed/);
  const second = await hearsay(["watch", `${server.origin}/feed`, "--once", "--json", "--quiet", ...quick(server)], {
    cwd: folder,
  });
  assert.deepEqual([second.code, second.err], [0, ""]);
  assert.deepEqual(
    second.out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { what: string }).what),
    ["feed"],
  );
});

for (const [args, reason] of [
  [["ftp://a.example/"], /ftp:|is not there/],
  [["http://a.example/", "--every", "soon"], /Write a time with its unit/],
  [["http://a.example/", "--allow", "a b"], /names no host/],
  [["missing.txt"], /missing\.txt is not there/],
  [["empty.txt"], /empty\.txt: has no address in it/],
  [[], /there is no archive/],
] as const)
  test(`watch ${args.join(" ")}: a wrong call`, async (t) => {
    const { code, err } = await hearsay(["watch", ...args], { cwd: folderWith(t, { "empty.txt": "# nothing\n" }) });
    assert.notEqual(code, 0);
    assert.match(err, reason);
  });

test("loopback is not watched unless it is allowed", async (t) => {
  const server = await site(t, 1);
  const { code, err } = await hearsay(["watch", `${server.origin}/feed`, "--once"], { cwd: folderWith(t, {}) });
  assert.equal(code, 1);
  assert.match(
    err,
    /127\.0\.0\.1 \(this machine\), which is not on the public internet; --allow 127\.0\.0\.1:\d+ would permit it/,
  );
  assert.deepEqual(server.asked, []);
});

test("it is killed while it fetches, and stopped while it waits: nothing is lost, nothing is twice", async (t) => {
  const server = await site(t, 12);
  const folder = folderWith(t, {});
  const start = (): ChildProcess => {
    const args = ["watch", `${server.origin}/feed`, "--every", "1h", ...quick(server)];
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: folder,
      stdio: "ignore",
      timeout: MOST_MILLISECONDS,
    });
    t.after(() => child.kill("SIGKILL"));
    return child;
  };
  const held = server.pages.get("/7") as Answering;
  const reached = new Promise<void>((done) => server.pages.set("/7", () => done()));
  const killed = start();
  await reached;
  const dead = once(killed, "exit");
  killed.kill("SIGKILL");
  await dead;

  server.pages.set("/7", held);
  const stopped = start();
  const gone = once(stopped, "exit");
  const store = await openSqlite(join(folder, "hearsay.db"), { existing: true });
  t.after(() => store.close());
  const open = async (): Promise<number> =>
    (await store.watchedIn(`${server.origin}/feed`)).filter((row) => row.next_at !== null).length;
  while ((await open()) > 0 && stopped.exitCode === null) await setTimeout(50);
  stopped.kill("SIGTERM");
  assert.equal((await gone)[0], 0);

  const { articles, editions, statements } = await store.size();
  assert.deepEqual({ articles, editions, statements }, { articles: 12, editions: 12, statements: 12 });
  assert.equal(await store.checkLedger(() => {}), null);
  assert.ok(
    (await store.watchedIn(`${server.origin}/feed`)).every((row) => row.next_at === null && row.failures === 0),
  );
});

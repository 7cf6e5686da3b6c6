import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer as createWebServer } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openSqlite } from "../../src/store/sqlite.ts";
import { MAIN, REPORT, folderWith, hearsay } from "./run.ts";

const TOUR = join(import.meta.dirname, "tourAt.ts");
const OPEN = /The reading room is open: (http:\/\/\S+)\n/;

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly said: () => { readonly out: string; readonly err: string };
  readonly ended: Promise<number | string | null>;
}

/** A program that opens the reading room: comes back when it says where. */
async function started(t: TestContext, args: readonly string[], cwd: string, env = {}): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env["PATH"], COLUMNS: "80", ...env } });
  t.after(() => child.kill("SIGKILL"));
  let out = "";
  let err = "";
  const ended = once(child, "close").then(([code, signal]) => (code ?? signal) as number | string | null);
  const address = await new Promise<string>((done, failed) => {
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const found = OPEN.exec(out);
      if (found) done(found[1] as string);
    });
    void ended.then((code) => failed(new Error(`ended with ${code}: ${out}${err}`)));
  });
  return { child, address, ended, said: () => ({ out, err }) };
}

const SERVE = [MAIN, "serve", "--port", "0"];

async function archiveIn(t: TestContext): Promise<string> {
  const cwd = folderWith(t, {});
  await (await openSqlite(join(cwd, "hearsay.db"))).close();
  return cwd;
}

test(
  "npm start reads the examples, shows a little, opens the room and ends when asked",
  { timeout: 60_000 },
  async (t) => {
    const cwd = folderWith(t, {});
    const archive = join(cwd, "deep/examples.db");
    const { child, address, ended, said } = await started(t, [TOUR, archive], cwd);
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<title>/);
    child.kill("SIGINT");
    assert.equal(await ended, 0);
    const { out, err } = said();
    assert.equal(err, "");
    assert.match(out, /^Hearsay reads news reports/);
    assert.match(out, /\n9 reports, \d+ statements and \d+ silences in \S+\.\n/);
    assert.equal(out.match(/\n○ candidate · /g)?.length, 3);
    assert.match(out, /\nThe reading room is open: .*\nCtrl\+C closes it\./);
    assert.ok(out.split("\n").length < 45, "short enough for a screen");

    const before = await held(archive);
    const again = await started(t, [TOUR, archive], cwd);
    again.child.kill("SIGTERM");
    assert.equal(await again.ended, 0);
    assert.deepEqual(await held(archive), before);
    assert.equal(before.articles, 9);
  },
);

async function held(archive: string): Promise<{ readonly articles: number; readonly entries: number }> {
  const store = await openSqlite(archive, { existing: true });
  try {
    return await store.size();
  } finally {
    await store.close();
  }
}

test("npm start with words is the command line", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT });
  const env = { npm_lifecycle_event: "start", INIT_CWD: cwd };
  const { code, out } = await hearsay(["read", "--quiet", "a.txt"], { env });
  assert.equal(code, 0);
  assert.match(out, /^Harbour tax to rise, mayor says\n/);
});

test("where the usual port is taken the room is opened at another", { timeout: 60_000 }, async (t) => {
  const other = createServer().listen(4747, "127.0.0.1");
  // Whoever has it already serves as well.
  await new Promise((done) => other.once("listening", done).once("error", done));
  t.after(() => other.close());
  const { address, child, ended } = await started(t, [MAIN, "serve"], await archiveIn(t));
  assert.match(address, /^http:\/\/127\.0\.0\.1:47[4-6]\d\/$/);
  assert.notEqual(new URL(address).port, "4747");
  child.kill("SIGINT");
  assert.equal(await ended, 0);
});

test("serve says where, what it holds, and logs as JSON where no person looks", async (t) => {
  const { address, child, ended, said } = await started(t, SERVE, await archiveIn(t));
  await fetch(`${address}proof?words=swordfish`);
  child.kill("SIGTERM");
  assert.equal(await ended, 0);
  const { out, err } = said();
  assert.match(out, /hearsay\.db: holds nothing yet: hearsay add takes reports in\nCtrl\+C closes it\.\n$/);
  const line = JSON.parse(err) as Record<string, unknown>;
  assert.deepEqual([line["method"], line["path"], line["status"]], ["GET", "/proof", 200]);
  assert.doesNotMatch(err, /swordfish/);
});

test("serve --metrics with a port: there for this machine", async (t) => {
  const free = await freePort();
  const { child, ended, said } = await started(
    t,
    [...SERVE, "--metrics", String(free), "--log", "silent"],
    await archiveIn(t),
  );
  assert.match(said().out, new RegExp(`\\nWhat is counted: http://127\\.0\\.0\\.1:${free}/metrics\\n`));
  assert.match(await (await fetch(`http://127.0.0.1:${free}/metrics`)).text(), /hearsay_ledger_entries 0/);
  child.kill("SIGTERM");
  assert.equal(await ended, 0);
  assert.equal(said().err, "");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("a second signal ends it at once, whatever is at hand", async (t) => {
  const { address, child, ended } = await started(t, SERVE, await archiveIn(t));
  const { port } = new URL(address);
  // A request that never ends arriving.
  const { connect } = await import("node:net");
  const socket = connect(Number(port), "127.0.0.1");
  t.after(() => socket.destroy());
  await once(socket, "connect");
  socket.on("error", () => {});
  socket.write("GET /proof HTTP/1.1\r\nHost: 127.0.0.1\r\nX-");
  await new Promise((done) => setTimeout(done, 100));
  const before = performance.now();
  child.kill("SIGTERM");
  // The first again, as npm hands it on.
  child.kill("SIGTERM");
  await new Promise((done) => setTimeout(done, 1_000));
  assert.equal(child.exitCode ?? child.signalCode, null);
  child.kill("SIGTERM");
  assert.equal(await ended, "SIGTERM");
  assert.ok(performance.now() - before < 5_000);
});

test("what can't be served is said, and nothing is made", async (t) => {
  const empty = folderWith(t, {});
  const none = await hearsay(["serve"], { cwd: empty });
  assert.deepEqual([none.code, none.out], [2, ""]);
  assert.match(none.err, /there is no archive/);
  assert.ok(!existsSync(join(empty, "hearsay.db")));
  const cwd = await archiveIn(t);
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const cases: [args: string[], says: RegExp][] = [
    [["--port", String(port)], new RegExp(`port ${port}: another program listens there`)],
    [["--port", "70000"], /whole number from 0 to 65535/],
    [["--host", "0.0.0.0"], /can be reached from other machines, .* hearsay user add NAME --role admin/],
    [["--proxy", "127.0.0.1"], /can be reached from other machines, .* hearsay user add NAME --role admin/],
    [["--log", "loud"], /debug, info, warn, error, silent/],
    [["--metrics", "x"], /Write a port/],
    [["--allow", "http://wiki.example/"], /names no host: write HOST or HOST:PORT/],
  ];
  for (const [args, says] of cases) {
    const { code, out, err } = await hearsay(["serve", ...args], { cwd });
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assert.match(err, says);
  }
});

test("the API fetches from a host inside only where serve was told to allow it", async (t) => {
  const inside = createWebServer((_, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(REPORT),
  );
  inside.listen(0, "127.0.0.1");
  await once(inside, "listening");
  t.after(() => inside.close());
  const report = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/harbour.txt`;
  const cwd = await archiveIn(t);
  const add = async (address: string): Promise<number> => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ address: report });
    return (await fetch(`${address}api/v1/reports?reader=fast`, { method: "POST", headers, body })).status;
  };
  const usual = await started(t, SERVE, cwd);
  assert.equal(await add(usual.address), 422);
  usual.child.kill("SIGTERM");
  await usual.ended;
  const allows = ["--allow", "wiki.example", "--allow", new URL(report).host];
  assert.equal(await add((await started(t, [...SERVE, ...allows], cwd)).address), 201);
});

test("compiled code is kept in the checkout, and nothing breaks where it can't be", async (t) => {
  const home = join(import.meta.dirname, "../..");
  assert.equal((await hearsay(["--version"])).code, 0);
  assert.ok(existsSync(join(home, ".hearsay/compiled")));
  const cwd = folderWith(t, { file: "" });
  const { code, err } = await hearsay(["--version"], { env: { NODE_COMPILE_CACHE: join(cwd, "file/x") } });
  assert.deepEqual([code, err], [0, ""]);
  assert.match(readFileSync(join(home, ".gitignore"), "utf8"), /^\.hearsay\/$/m);
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, after, test } from "node:test";
import { Client } from "pg";
import { Queue } from "../../src/archive/queue/queue.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { startPostgres } from "../store/postgres.ts";
import { NOON, record, report } from "../store/reports.ts";
import { MAIN, REPORT, folderWith, hearsay } from "./run.ts";

const server = await startPostgres();
const skip = typeof server === "string" ? server : false;
after(async () => {
  if (typeof server !== "string") await server.stop();
});

/** A page of the reading room over an archive, which is open until `stop` is raised. */
async function servedPage(archive: string, path: string, stop: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, [MAIN, "serve", "--port", "0", "--archive", archive], { signal: stop });
  child.on("error", () => {});
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const [, address] = /open: (http:\S+)\n/.exec(said) ?? [];
    if (address !== undefined) return (await fetch(address + path)).text();
  }
  throw new Error(`it ended: ${said}`);
}

async function archiveIn(t: TestContext): Promise<string> {
  const folder = folderWith(t, {});
  const store = await openSqlite(join(folder, "hearsay.db"));
  await store.append(
    [report("a1"), report("a2", { records: [record("s1"), record("q1", { kind: "silence" })] })],
    NOON,
  );
  await store.close();
  return folder;
}

test("archive says what it holds, for people and as JSON", async (t) => {
  const cwd = await archiveIn(t);
  const { code, out, err } = await hearsay(["archive"], { cwd });
  assert.deepEqual([code, err], [0, ""]);
  assert.match(
    out,
    /hearsay\.db \(SQLite\)\n2 articles in 2 editions\n2 statements, 1 silences\n6 entries in the ledger/,
  );
  const json = await hearsay(["archive", "--json", "--archive", "hearsay.db"], { cwd });
  assert.deepEqual(JSON.parse(json.out), {
    ...(JSON.parse(json.out) as object),
    kind: "sqlite",
    articles: 2,
    queue: null,
  });
});

test("an archive that is not there is not made by looking for it", async (t) => {
  const cwd = folderWith(t, { "notes.txt": "no archive" });
  for (const command of [["archive"], ["rebuild"], ["export", "--all", "out.gz"]]) {
    const { code, err } = await hearsay(command, { cwd });
    assert.equal(code, 2);
    assert.match(err, /hearsay\.db: there is no archive; hearsay add makes one/);
  }
  const wrong = await hearsay(["archive", "--archive", "notes.txt"], { cwd });
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /notes\.txt: can't be opened as an archive/);
});

test("rebuild makes the tables again and says so", async (t) => {
  const cwd = await archiveIn(t);
  const { code, err } = await hearsay(["rebuild"], { cwd });
  assert.equal(code, 0);
  assert.match(err, /6 entries replayed in \d+\.\d s: 2 statements, 1 silences/);
});

test("export and import: whole, cut short, and not over another", async (t) => {
  const cwd = await archiveIn(t);
  const file = join(cwd, "all.gz");
  const out = await hearsay(["export", "--all", "all.gz"], { cwd });
  assert.deepEqual([out.code, out.out], [0, ""]);
  assert.match(out.err, /all\.gz: 6 entries, the last with hash [0-9a-f]{64}\n/);
  const into = await hearsay(["import", "all.gz", "--archive", "copy.db"], { cwd });
  assert.match(into.err, /copy\.db: 6 entries taken over, 0 were there; the last is 6 with hash ([0-9a-f]{64})\n/);
  assert.equal(/hash (\w+)/.exec(into.err)?.[1], /hash (\w+)/.exec(out.err)?.[1]);
  const again = await hearsay(["import", "all.gz", "--archive", "copy.db"], { cwd });
  assert.match(again.err, /0 entries taken over, 6 were there/);
  const whole = readFileSync(file);
  truncateSync(file, Math.floor(whole.length / 2));
  const cut = await hearsay(["import", "all.gz", "--archive", "new.db"], { cwd });
  assert.equal(cut.code, 1);
  assert.match(cut.err, /all\.gz: is cut short after entry \d of 6/);
  const spoilt = Buffer.from(whole);
  spoilt.fill(0, 20, 40);
  writeFileSync(file, spoilt);
  const bad = await hearsay(["import", "all.gz", "--archive", "new.db"], { cwd });
  assert.equal(bad.code, 1);
  assert.match(bad.err, /all\.gz: is (?:no archive, or is damaged|cut short)/);
  const missing = await hearsay(["import", "none.gz"], { cwd });
  assert.deepEqual(
    [missing.code, missing.err],
    [1, "hearsay: none.gz is not there: check the name and the folder you are in\n"],
  );
  const nowhere = await hearsay(["export", "--all", "no/such/folder/all.gz"], { cwd });
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /could not be written/);
});

test("worker: only for servers, and a wrong address is told without the password", async (t) => {
  const cwd = await archiveIn(t);
  const file = await hearsay(["worker"], { cwd });
  assert.equal(file.code, 2);
  assert.match(file.err, /workers need an archive on a server/);
  const spread = await hearsay(["archive", "distribute"], { cwd });
  assert.match(spread.err, /only an archive on a server can be distributed/);
  const nobody = await hearsay(["worker", "--archive", "postgres://mira:secret@127.0.0.1:1/news"], { cwd });
  assert.equal(nobody.code, 1);
  assert.match(nobody.err, /postgres:\/\/mira@127\.0\.0\.1:1\/news: the server can't be reached/);
  assert.doesNotMatch(nobody.err, /secret/);
});

test("worker reads what waits on a server, and archive tells of the queue", { skip }, async (t) => {
  assert.ok(typeof server !== "string");
  const url = await server.database();
  const store = await openPostgres(url);
  const queue = await Queue.open(url);
  t.after(async () => {
    await queue.close();
    await store.close();
  });
  const usual = { address: null, options: { reader: "fast" as const }, circumstances: {}, by: "file" };
  await queue.add(
    store,
    (async function* () {
      yield { ...usual, name: "harbour.txt", bytes: Buffer.from(REPORT) };
      yield { ...usual, name: "broken.bin", bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0, 1]) };
    })(),
  );
  const before = await hearsay(["archive"], { env: { HEARSAY_ARCHIVE: url } });
  assert.match(before.out, /\(PostgreSQL\)\n0 articles.*\n.*\n.*\n2 reports wait to be read, 0 to be tried again\n$/);
  const { code, out, err } = await hearsay(["worker", "--once", "--workers", "1", "--json", "--archive", url]);
  assert.equal(code, 1, err);
  const kept = JSON.parse(out) as { name: string; outcome: string; statements: number };
  assert.deepEqual([kept.name, kept.outcome], ["harbour.txt", "new"]);
  assert.ok(kept.statements > 0);
  assert.match(err, /hearsay: broken\.bin: .*\n1 reports, \d statements, 1 failed, .* a second\n$/s);
  const later = await hearsay(["archive", "--archive", url]);
  assert.match(later.out, /0 reports wait to be read, 0 to be tried again\ncan't be read: broken\.bin: /);
  const stop = new AbortController();
  t.after(() => stop.abort());
  const page = await servedPage(url, "captures", stop.signal);
  assert.match(page, /Could not be read.*broken\.bin: /s);
});

test("an archive on a server that has no queue is served, and looking at captures makes none", { skip }, async (t) => {
  assert.ok(typeof server !== "string");
  const url = await server.database();
  const store = await openPostgres(url);
  t.after(() => store.close());
  const stop = new AbortController();
  t.after(() => stop.abort());
  assert.doesNotMatch(await servedPage(url, "captures", stop.signal), /Could not be read/);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select 1 from pg_namespace where nspname = 'graphile_worker'");
  await client.end();
  assert.equal(rows.length, 0);
});

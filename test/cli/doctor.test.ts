import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { chmodSync, copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Finding } from "../../src/cli/doctor/finding.ts";
import { checkModels } from "../../src/cli/doctor/parts.ts";
import { checkRuntime, thisMachine } from "../../src/cli/doctor/runtime.ts";
import { MODELS } from "../../src/home.ts";
import { examinePostgres } from "../../src/store/examine.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { writeSums } from "../../train/sums.ts";
import { startPostgres } from "../store/postgres.ts";
import { folderWith, hearsay } from "./run.ts";

const server = await startPostgres();
const skip = typeof server === "string" ? server : false;
after(async () => {
  if (typeof server !== "string") await server.stop();
});

const GB = 1024 ** 3;

interface Report {
  readonly faults: number;
  readonly findings: readonly Finding[];
}

async function seen(cwd: string, ...args: readonly string[]): Promise<Report & { code: number | null }> {
  const { code, out, err } = await hearsay(["doctor", "--json", ...args], { cwd });
  assert.equal(err, "");
  return { code, ...(JSON.parse(out) as Report) };
}

/** What is said of a part, with its level. */
function about({ findings }: Report, wanted: string): string {
  return findings
    .filter(({ part }) => part === wanted)
    .map(({ level, says }) => `${level}: ${says}`)
    .join("; ");
}

test("all is well: every part is told of, and nothing was made or changed", async (t) => {
  const cwd = folderWith(t, {});
  const { code, out, err } = await hearsay(["doctor"], { cwd });
  assert.deepEqual([code, err], [0, ""]);
  for (const part of [
    "runtime",
    "database",
    "models",
    "full reader",
    "fast reader",
    "packs",
    "archive",
    "disk",
    "metrics",
  ])
    assert.match(out, new RegExp(`^(?:ok|warning) +${part} `, "m"));
  assert.match(out, /there is none at .*hearsay\.db yet; hearsay add makes one/);
  assert.deepEqual(readdirSync(cwd), []);
});

test("an archive: its format, its head, who may log in; opened by nobody, it is as it was", async (t) => {
  const cwd = folderWith(t, {});
  const store = await openSqlite(join(cwd, "hearsay.db"));
  await store.close();
  const before = readFileSync(join(cwd, "hearsay.db"));
  const report = await seen(cwd);
  assert.equal(report.code, 0);
  assert.match(about(report, "archive"), /^ok: .*hearsay\.db: format \d+, no entries/);
  assert.match(about(report, "users"), /^ok: no users: only this machine/);
  assert.ok(readFileSync(join(cwd, "hearsay.db")).equals(before));
});

test("an archive of another format, of a newer Hearsay, another database, a damaged file, no file", async (t) => {
  const cwd = folderWith(t, { "text.db": "no database at all, only words ".repeat(200) });
  const formatted = async (name: string, change: string): Promise<void> => {
    await (await openSqlite(join(cwd, name))).close();
    const db = new DatabaseSync(join(cwd, name));
    db.exec(change);
    db.close();
  };
  await formatted("old.db", "update head set format = format - 1");
  await formatted("new.db", "update head set format = 99");
  await formatted("short.db", "pragma user_version = 1");
  truncateSync(join(cwd, "short.db"), 5_000);
  const other = new DatabaseSync(join(cwd, "other.db"));
  other.exec("create table a (b); create table c (d)");
  other.close();
  const cases: [name: string, code: number, says: RegExp][] = [
    ["old.db", 0, /^warning: .* is of format \d+; this version works with format/],
    ["new.db", 1, /^fault: .*of format 99, of a newer Hearsay/],
    ["other.db", 1, /^fault: .*other\.db: is a database, but no archive/],
    ["text.db", 1, /^fault: .*text\.db: can't be read as an archive/],
    ["short.db", 1, /^fault: .*short\.db: can't be read as an archive/],
    ["none/a.db", 1, /^fault: .*none is not there/],
  ];
  for (const [name, code, says] of cases) {
    const report = await seen(cwd, "--archive", name);
    assert.match(about(report, "archive"), says);
    assert.deepEqual([report.code, report.faults > 0], [code, code === 1], name);
    assert.ok(report.findings.every(({ level, todo }) => (level === "ok") === (todo === null)));
  }
});

test(
  "an archive that others on the machine can read, and one that they can't",
  { skip: process.platform === "win32" },
  async (t) => {
    const cwd = folderWith(t, {});
    const path = join(cwd, "hearsay.db");
    await (await openSqlite(path)).close();
    chmodSync(path, 0o644);
    chmodSync(cwd, 0o755);
    assert.match(about(await seen(cwd), "permissions"), /^warning: every user of this machine can read/);
    chmodSync(cwd, 0o700);
    assert.match(about(await seen(cwd), "permissions"), /^ok: /);
    chmodSync(cwd, 0o755);
    chmodSync(path, 0o600);
    assert.match(about(await seen(cwd), "permissions"), /^ok: /);
  },
);

test(
  "an archive that may not be written to",
  { skip: process.platform === "win32" || process.getuid?.() === 0 ? "whoever runs this may write everywhere" : false },
  async (t) => {
    const cwd = folderWith(t, {});
    await (await openSqlite(join(cwd, "hearsay.db"))).close();
    chmodSync(join(cwd, "hearsay.db"), 0o400);
    const report = await seen(cwd);
    assert.match(about(report, "permissions"), /fault: .*hearsay\.db may not be written to/);
    assert.equal(report.code, 1);
  },
);

test("a pack with a mistake is a fault, with file and line", async (t) => {
  const cwd = folderWith(t, { "pack/pack.json": '{"name": "harbours"}' });
  const report = await seen(cwd, "--pack", "pack");
  assert.equal(report.code, 1);
  assert.match(about(report, "packs"), /^ok: core, .* load; fault: .*pack\.json, description: must be there/);
});

test("the models' list names every file as it is", () => {
  const files = readdirSync(MODELS).filter((name) => /\.(?:bin|onnx|txt)$/.test(name));
  const listed = readFileSync(new URL("SHA256SUMS", MODELS), "utf8").trim().split("\n");
  assert.deepEqual(
    listed.map((line) => line.split(/\s+/)[1]),
    files.toSorted(),
    "after a change to models/: node train/sums.ts",
  );
  assert.deepEqual(
    checkModels().map(({ level }) => level),
    ["ok"],
    "after a change to models/: node train/sums.ts",
  );
});

test("what makes models writes the list, so that doctor finds them whole", (t) => {
  const folder = folderWith(t, { "b.bin": "weights", "a.vocab.txt": "words", "card.md": "" });
  const url = pathToFileURL(`${folder}/`);
  writeSums(url);
  assert.deepEqual(
    checkModels(url).map(({ level, says }) => `${level}: ${says}`),
    ["ok: 2 files, each as it was made"],
  );
  writeFileSync(join(folder, "b.bin"), "other weights");
  assert.match(checkModels(url)[0]?.says ?? "", /^b\.bin is not the file/);
  writeSums(url);
  assert.equal(checkModels(url)[0]?.level, "ok");
});

test("a model file that was changed or is missing is a fault by its name", (t) => {
  const folder = folderWith(t, {});
  for (const name of ["SHA256SUMS", "reader-full-en-1.bin", "reader-full-en-1.vocab.txt"])
    copyFileSync(fileURLToPath(new URL(name, MODELS)), join(folder, name));
  writeFileSync(join(folder, "reader-full-en-1.bin"), "x");
  const says = checkModels(pathToFileURL(`${folder}/`)).map(({ level, says }) => `${level}: ${says}`);
  assert.ok(says.includes("fault: reader-full-en-1.bin is not the file this version came with"));
  assert.ok(says.includes("fault: reader-fast-en-1.bin is missing"));
  assert.ok(!says.some((line) => line.includes("vocab")));
});

test("a runtime that is too old, has too little memory, or was held short", () => {
  const good = { ...thisMachine(), availableMemory: 8 * GB, heapLimit: 4 * GB };
  const levels = (machine: typeof good): string[] =>
    checkRuntime(machine)
      .filter(({ level }) => level !== "ok")
      .map(({ level, part }) => `${level} ${part}`);
  assert.deepEqual(levels(good), []);
  assert.deepEqual(levels({ ...good, node: "22.11.0" }), ["fault runtime"]);
  assert.deepEqual(levels({ ...good, availableMemory: GB / 4 }), ["warning memory"]);
  assert.deepEqual(levels({ ...good, heapLimit: GB / 4 }), ["warning flags"]);
});

test("an archive on a server: its version, and whether it answers; no password is told", { skip }, async (t) => {
  if (typeof server === "string") return;
  const url = await server.database();
  const cwd = folderWith(t, {});
  const empty = await seen(cwd, "--archive", url);
  assert.match(about(empty, "archive"), /^ok: .* holds nothing yet \(PostgreSQL \d+/);
  assert.equal((await examinePostgres(url)).format, null);
  await (await openPostgres(url)).close();
  const report = await seen(cwd, "--archive", url);
  assert.equal(report.code, 0);
  assert.match(about(report, "server"), /^ok: PostgreSQL \d+(?:\.\d+)?$/);
  assert.match(about(report, "archive"), /^ok: .*format \d+, no entries/);
  const away = await hearsay(["doctor", "--archive", "postgres://mira:swordfish@127.0.0.1:1/none"], { cwd });
  assert.equal(away.code, 1);
  assert.match(away.out, /^fault +archive +postgres:\/\/mira@127\.0\.0\.1:1\/none: /m);
  assert.doesNotMatch(away.out, /swordfish/);
});

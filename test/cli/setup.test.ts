import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { folderWith } from "./run.ts";

const LOCK = JSON.stringify({
  packages: { "": {}, "node_modules/a": { version: "1.2.0" }, "node_modules/b": { version: "1.0.0", optional: true } },
});
const INSTALLED = JSON.stringify({ packages: { "node_modules/a": { version: "1.2.0" } } });

/** A project with our setup.mjs and an npm of its own that only notes that it ran, then ends with `code`. */
function project(t: TestContext, files: Readonly<Record<string, string>>, code = 0): string {
  const npm = `#!/bin/sh\necho "$@" >> npm.log\nsleep 0.3\nmkdir -p node_modules\nexit ${code}\n`;
  const folder = folderWith(t, { "package-lock.json": LOCK, "bin/npm": npm, ...files });
  chmodSync(join(folder, "bin/npm"), 0o755);
  copyFileSync(join(import.meta.dirname, "../../setup.mjs"), join(folder, "setup.mjs"));
  return folder;
}

async function setup(folder: string): Promise<{ code: number | null; err: string; out: string }> {
  const path = [join(folder, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
  const child = spawn(process.execPath, [join(folder, "setup.mjs")], { env: { PATH: path } });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return { code: await new Promise((done) => child.on("close", done)), err, out };
}

function npmRuns(folder: string): string[] {
  const log = join(folder, "npm.log");
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
}

test("packages that are not there are installed once, everything said on standard error", async (t) => {
  const folder = project(t, {});
  const first = await setup(folder);
  assert.deepEqual([first.code, first.out], [0, ""]);
  assert.match(first.err, /installing its packages/);
  assert.deepEqual(npmRuns(folder), ["ci --include=dev --loglevel=error"]);
  assert.deepEqual(await setup(folder), { code: 0, err: "", out: "" });
  assert.equal(npmRuns(folder).length, 1);
});

test("a changed lock file means installing again", async (t) => {
  const folder = project(t, {});
  await setup(folder);
  writeFileSync(join(folder, "package-lock.json"), LOCK.replace("1.2.0", "1.3.0"));
  await setup(folder);
  assert.equal(npmRuns(folder).length, 2);
});

test("what was installed by hand is taken as it is when it fits, and not when it does not", async (t) => {
  const fitting = project(t, { "node_modules/.package-lock.json": INSTALLED });
  assert.deepEqual(await setup(fitting), { code: 0, err: "", out: "" });
  assert.deepEqual(npmRuns(fitting), []);
  const old = project(t, { "node_modules/.package-lock.json": INSTALLED.replace("1.2.0", "1.1.0") });
  await setup(old);
  assert.equal(npmRuns(old).length, 1);
});

test("two at once install once", async (t) => {
  const folder = project(t, {});
  const both = await Promise.all([setup(folder), setup(folder)]);
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  );
  assert.equal(npmRuns(folder).length, 1);
});

test("one that died on the way is not waited for", { timeout: 10_000 }, async (t) => {
  const folder = project(t, { ".hearsay/setup.pid": "4194305" });
  assert.equal((await setup(folder)).code, 0);
  assert.ok(!existsSync(join(folder, ".hearsay/setup.pid")));
});

test("when npm fails so does the setup, and the next run tries again", async (t) => {
  const folder = project(t, {}, 7);
  const { code, err } = await setup(folder);
  assert.equal(code, 1);
  assert.match(err, /could not be installed; npm's message above says why/);
  await setup(folder);
  assert.equal(npmRuns(folder).length, 2);
});

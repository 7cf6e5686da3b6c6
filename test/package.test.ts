import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { readingLine } from "../src/export/schema.ts";
import { REPORT, folderWith } from "./cli/run.ts";

const HOME = join(import.meta.dirname, "..");
const NODE = dirname(process.execPath);
const COMPILER = join(HOME, "node_modules/typescript/bin/tsc");
const MOST_MEGABYTES = 40;

// It builds, packs and installs, which takes a minute and the package registry.
const skip = process.env["HEARSAY_TEST_PACKAGE"] ? false : "takes a minute and the registry: npm run test:package";

const USE = `import { capture, openSqlite, readReport, toJsonLine } from "hearsay";
import type { Statement } from "hearsay";
const { statements } = readReport(capture(new TextEncoder().encode(${JSON.stringify(REPORT)}), "a.txt"), { reader: "fast" });
const speakers: readonly (string | undefined)[] = statements.map(({ chain }: Statement) => chain.at(-1)?.name);
console.log(JSON.stringify([[...new Set(speakers)], typeof openSqlite, typeof toJsonLine]));
`;
const WRONG = `import { readReport } from "hearsay";\nreadReport("no capture");\n`;

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(cwd: string, command: string, args: readonly string[]): Promise<Outcome> {
  const { HOME: home = "" } = process.env;
  const path = [NODE, join(HOME, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const child = spawn(command, args, {
    cwd,
    env: { PATH: path, HOME: home, ONNXRUNTIME_NODE_INSTALL: "skip", XDG_CACHE_HOME: join(cwd, "cache") },
    shell: process.platform === "win32",
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end();
  return { code: await new Promise((done) => child.on("close", done)), out, err };
}

/** An empty folder with the package installed from what `npm pack` makes. */
async function installed(t: TestContext): Promise<string> {
  const packs = folderWith(t, {});
  const packed = await run(HOME, "npm", ["pack", "--silent", "--pack-destination", packs]);
  assert.equal(packed.code, 0, packed.out + packed.err);
  const [file = ""] = readdirSync(packs);
  const megabytes = readFileSync(join(packs, file)).length / 1024 ** 2;
  t.diagnostic(`${file}: ${megabytes.toFixed(1)} MB`);
  assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);
  const cwd = folderWith(t, {
    "package.json": JSON.stringify({ name: "newsroom", version: "1.0.0", private: true, type: "module" }),
    "a.txt": REPORT,
    "use.ts": USE,
    "wrong.ts": WRONG,
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "nodenext", target: "es2024", strict: true, noEmit: true, types: [] },
      files: ["use.ts"],
    }),
  });
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", join(packs, file)];
  const { code, err } = await run(cwd, "npm", install);
  assert.equal(code, 0, err);
  return cwd;
}

test("the package in an empty folder: a command, a library and its types", { skip, timeout: 600_000 }, async (t) => {
  const cwd = await installed(t);
  const home = join(cwd, "node_modules/hearsay");
  const hearsay = (...args: readonly string[]): Promise<Outcome> =>
    run(cwd, join(cwd, "node_modules/.bin/hearsay"), args);

  await t.test("only what is needed is in it", () => {
    assert.deepEqual(
      ["src", "test", "bench", "train", "examples", "setup.mjs", "tsconfig.json"].filter((name) =>
        existsSync(join(home, name)),
      ),
      [],
    );
    for (const name of [
      "dist/index.d.ts",
      "dist/http/styles/room.css",
      "dist/http/client/room.js",
      "LICENSE",
      "docs/reading.schema.json",
    ])
      assert.ok(existsSync(join(home, name)), name);
  });

  await t.test("it says its version and reads, with both readers", async () => {
    const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
    assert.deepEqual(await hearsay("--version"), { code: 0, out: `${version}\n`, err: "" });
    for (const reader of ["fast", "full"]) {
      const { code, out, err } = await hearsay("read", "--json", "--quiet", "--reader", reader, "a.txt");
      assert.deepEqual([code, err], [0, ""], reader);
      const line = readingLine.parse(JSON.parse(out));
      assert.ok(line.statements.length >= 2);
      assert.ok(line.statements.every(({ by }) => by.startsWith(`reader-${reader}-`)));
    }
  });

  await t.test("threads of their own run: it adds, finds and verifies", async () => {
    const added = await hearsay("add", "--quiet", "--workers", "1", "a.txt");
    assert.deepEqual(added, { code: 0, out: "", err: "" });
    assert.match((await hearsay("find", "harbour", "tax")).out, /Dita Bronski/);
    assert.match((await hearsay("verify", "--archive")).out, /all as it was written/);
    assert.ok(existsSync(join(cwd, "cache/hearsay")), "compiled code is kept in the user's cache folder");
  });

  await t.test("doctor finds no fault, and all parts", async () => {
    const { code, out } = await hearsay("doctor", "--json");
    const { faults, findings } = JSON.parse(out) as { faults: number; findings: { part: string; level: string }[] };
    assert.deepEqual([code, faults], [0, 0]);
    assert.equal(findings.find(({ part }) => part === "full reader")?.level, "ok");
  });

  await t.test("the reading room opens with its styles and scripts", async () => {
    const child = spawn(process.execPath, [join(home, "bin/hearsay.mjs"), "serve", "--port", "0", "--log", "silent"], {
      cwd,
    });
    t.after(() => child.kill("SIGKILL"));
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const address = await new Promise<string>((done, failed) => {
      child.stdout.on("data", (chunk: Buffer) => {
        const found = /http:\/\/\S+/.exec(chunk.toString());
        if (found) done(found[0]);
      });
      child.on("close", () => failed(new Error(err)));
    });
    const first = await fetch(address);
    assert.equal(first.status, 200);
    const page = await first.text();
    const assets = [...page.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)].map(([, asset]) => `${address}${asset}`);
    assert.ok(assets.length >= 3);
    for (const asset of assets) {
      const answer = await fetch(asset);
      assert.equal(answer.status, 200, asset);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/(?:css|javascript)/);
    }
    child.kill("SIGTERM");
    await new Promise((done) => child.on("close", done));
  });

  await t.test("as a library, from JavaScript and from TypeScript, whose mistakes its types find", async () => {
    const used = await run(cwd, process.execPath, ["use.ts"]);
    assert.deepEqual([used.code, used.err], [0, ""]);
    assert.deepEqual(JSON.parse(used.out), [["Dita Bronski"], "function", "function"]);
    assert.deepEqual(await run(cwd, process.execPath, [COMPILER, "-p", "."]), { code: 0, out: "", err: "" });
    writeFileSync(
      join(cwd, "tsconfig.json"),
      readFileSync(join(cwd, "tsconfig.json"), "utf8").replace("use.ts", "wrong.ts"),
    );
    const wrong = await run(cwd, process.execPath, [COMPILER, "-p", "."]);
    assert.notEqual(wrong.code, 0);
    assert.match(wrong.out, /wrong\.ts\(2,12\): error TS2345/);
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderWith, hearsay } from "./cli/run.ts";

const HOME = join(import.meta.dirname, "..");
const SRC = join(HOME, "src");
const CONTAINER = readFileSync(join(HOME, "deploy/Containerfile"), "utf8").replaceAll("\\\n", " ");
const UNIT = readFileSync(join(HOME, "deploy/hearsay.service"), "utf8");
const OPERATIONS = readFileSync(join(HOME, "docs/operations.md"), "utf8");
const PACKAGE = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as {
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

/** Options of a command, as its help names them. */
async function optionsOf(...command: readonly string[]): Promise<ReadonlySet<string>> {
  const { code, out } = await hearsay([...command, "--help"]);
  assert.equal(code, 0, command.join(" "));
  return new Set(out.match(/--[a-z-]+/g));
}

test("everything that the Containerfile copies is there, and its stages are", () => {
  const stages = new Set([...CONTAINER.matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, stage]) => stage));
  const copied = [...CONTAINER.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)];
  assert.ok(copied.length >= 8);
  for (const [line, stage, paths = ""] of copied) {
    const sources = paths.split(" ").slice(0, -1);
    if (stage !== undefined) assert.ok(stages.has(stage), line);
    else for (const source of sources) assert.ok(existsSync(join(HOME, source)), `${line}: ${source}`);
  }
  for (const [, script = ""] of CONTAINER.matchAll(/^RUN node (\S+)$/gm))
    assert.ok(existsSync(join(HOME, script)), script);
});

test("every place that the image needs to run is copied into it", () => {
  const last = CONTAINER.slice(CONTAINER.lastIndexOf("\nFROM "));
  for (const place of ["dist", "data", "models", "bin", "node_modules", "package.json"])
    assert.match(last, new RegExp(`^COPY .*\\b${place.replace(".", "\\.")}\\b`, "m"), place);
});

test("the commands that Containerfile, unit and docs name are real, with their options", async () => {
  const calls = [
    ...CONTAINER.matchAll(/^#.* hearsay ((?:serve|user) .+)$/gm),
    ...UNIT.matchAll(/hearsay\.mjs (serve.*)$/gm),
    ...OPERATIONS.matchAll(/^ {4}.*\bhearsay ([a-z]+ .*)$/gm),
  ].map(([, call = ""]) => call);
  const [, command = "[]"] = /^CMD (\[.*\])$/m.exec(CONTAINER) ?? [];
  calls.push((JSON.parse(command) as string[]).join(" "));
  assert.ok(calls.length >= 8, calls.join("\n"));
  const known = new Map<string, ReadonlySet<string>>();
  for (const call of calls) {
    const [first = "", second = ""] = call.split(" ");
    const name = ["user", "token"].includes(first) ? `${first} ${second}` : first;
    if (!known.has(name)) known.set(name, await optionsOf(...name.split(" ")));
    for (const option of call.match(/--[a-z-]+/g) ?? []) assert.ok(known.get(name)?.has(option), `${call}: ${option}`);
  }
});

test("systemd finds nothing wrong with the unit", (t) => {
  // What it names is there only where it is installed.
  const unit = UNIT.replaceAll("/opt/hearsay/node_modules/hearsay", HOME)
    .replace("/usr/bin/node", process.execPath)
    .replace(/^(User|Group)=hearsay$/gm, "$1=root");
  const folder = folderWith(t, { "hearsay.service": unit });
  const { status, stderr, error } = spawnSync(
    "systemd-analyze",
    ["verify", "--man=no", join(folder, "hearsay.service")],
    { encoding: "utf8" },
  );
  if (error) t.skip("systemd-analyze is not here");
  else assert.deepEqual([status, stderr], [0, ""]);
});

test("what goes into the package is there, and dist is made before it is packed", () => {
  for (const place of PACKAGE.files.filter((file) => file !== "dist" && !file.includes("*")))
    assert.ok(existsSync(join(HOME, place)), place);
  assert.ok(Object.values(PACKAGE.bin).every((file) => existsSync(join(HOME, file))));
  assert.match(PACKAGE.scripts["prepack"] ?? "", /build/);
});

test("only home.ts knows where the package's other folders lie: src/ and dist/ may not differ", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const outside = files.filter((file) => {
    const source = readFileSync(join(SRC, file), "utf8");
    return /import\.meta\.dirname, *["'`]\.\.|new URL\(["'`]\.\.|["'`][^"'`\n]*\.ts["'`], *import\.meta\.url|package\.json["'] with/.test(
      source,
    );
  });
  assert.deepEqual(
    outside.filter((file) => !/(?:^|[\\/])(?:home|writeSchema)\.ts$/.test(file)),
    [],
  );
});

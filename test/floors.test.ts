import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { test } from "node:test";

/** File to the files it imports, all relative to src/, with forward slashes. */
type Imports = ReadonlyMap<string, readonly string[]>;

const FLOORS: Readonly<Record<string, number>> = {
  "home.ts": 1,
  "model/": 1,
  "text/": 2,
  "packs/": 2,
  "ingest/": 3,
  "read/": 3,
  "extract/": 3,
  "resolve/": 3,
  "link/": 3,
  "store/": 3,
  "export/": 3,
  "pipeline.ts": 4,
  "archive.ts": 5,
  "archive/": 5,
  "http/": 6,
  "mcp/": 6,
  "index.ts": 6,
  "cli/": 7,
};

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.{1,2}\/[^"'\n]+)["']/g;

function importsOf(root: string): Imports {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return new Map(
    files.map((file) => {
      const source = readFileSync(join(root, file), "utf8");
      const targets = Array.from(source.matchAll(IMPORT), ([, path]) => normalize(join(dirname(file), path as string)));
      return [slashed(file), targets.map(slashed).filter((target) => target.endsWith(".ts"))];
    }),
  );
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The folder or top-level file that a file belongs to. */
function placeOf(file: string): string {
  const slash = file.indexOf("/");
  return slash < 0 ? file : file.slice(0, slash + 1);
}

function faults(imports: Imports): string[] {
  const found: string[] = [];
  for (const [file, targets] of imports) {
    const floor = FLOORS[placeOf(file)];
    if (floor === undefined) found.push(`${file} stands on no floor`);
    for (const target of targets) {
      const below = FLOORS[placeOf(target)];
      if (!imports.has(target)) found.push(`${file} imports ${target}, which is not there`);
      else if (floor !== undefined && below !== undefined && placeOf(file) !== placeOf(target) && below >= floor)
        found.push(`${file} (floor ${floor}) imports ${target} (floor ${below})`);
    }
  }
  return [...found, ...circles(imports)];
}

/** Files left when those that import nothing left are taken away again and again: they are in circles or above one. */
function circles(imports: Imports): string[] {
  const left = new Map(imports);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file);
  }
  return Array.from(left.keys(), (file) => `${file} is in a circle of imports, or imports from one`);
}

test("files import from lower floors only, folders of one floor not each other, and nothing goes in circles", () => {
  const imports = importsOf(join(import.meta.dirname, "../src"));
  assert.ok(imports.size > 10, `only ${imports.size} files were seen`);
  assert.ok([...imports.values()].some((targets) => targets.includes("model/document.ts")));
  assert.deepEqual(faults(imports), []);
});

test("an upward import, a neighbour, a circle, a missing file and a place without a floor are each found", () => {
  const bad: [string, Imports][] = [
    [
      "model/a.ts (floor 1) imports text/b.ts (floor 2)",
      new Map([
        ["model/a.ts", ["text/b.ts"]],
        ["text/b.ts", []],
      ]),
    ],
    [
      "read/a.ts (floor 3) imports ingest/b.ts (floor 3)",
      new Map([
        ["read/a.ts", ["ingest/b.ts"]],
        ["ingest/b.ts", []],
      ]),
    ],
    [
      "pipeline.ts (floor 4) imports index.ts (floor 6)",
      new Map([
        ["pipeline.ts", ["index.ts"]],
        ["index.ts", []],
      ]),
    ],
    [
      "read/a.ts is in a circle of imports, or imports from one",
      new Map([
        ["read/a.ts", ["read/b.ts"]],
        ["read/b.ts", ["read/a.ts"]],
      ]),
    ],
    ["read/a.ts imports read/b.ts, which is not there", new Map([["read/a.ts", ["read/b.ts"]]])],
    ["elsewhere/a.ts stands on no floor", new Map([["elsewhere/a.ts", []]])],
  ];
  for (const [fault, imports] of bad) assert.equal(faults(imports)[0], fault);
});

test("every way of writing an import is seen", () => {
  const source = [
    'import { a } from "./a.ts";',
    'import type { b } from "../b.ts";',
    'export * from "./c.ts";',
    'const d = await import("./d.ts");',
    'import "./e.ts";',
    'import {\n  f,\n} from "./f.ts";',
    'import g from "node:fs";',
  ].join("\n");
  const seen = Array.from(source.matchAll(IMPORT), ([, path]) => path);
  assert.deepEqual(seen, ["./a.ts", "../b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts"]);
});

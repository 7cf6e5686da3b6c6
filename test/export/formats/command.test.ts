import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openSqlite } from "../../../src/store/sqlite.ts";
import { FERRY } from "../../archive/reports.ts";
import { type Outcome, folderWith, hearsay } from "../../cli/run.ts";
import { ENTRIES_IN } from "./entriesIn.ts";

async function archive(t: TestContext): Promise<{ cwd: string; run: (...args: string[]) => Promise<Outcome> }> {
  const cwd = folderWith(t, { "ferry.txt": FERRY });
  const run = (...args: string[]): Promise<Outcome> => hearsay(args, { cwd });
  assert.equal((await run("add", "--reader", "fast", "ferry.txt")).code, 0);
  return { cwd, run };
}

test("an export goes to standard output, nothing else beside it, with the filters of find", async (t) => {
  const { cwd, run } = await archive(t);
  const all = await run("export", "--format", "csv");
  assert.deepEqual([all.code, all.err], [0, ""]);
  const n = ENTRIES_IN["csv"]?.(all.out).length ?? 0;
  assert.ok(n >= 5);
  const some = await run("export", "--format", "csv", "ferry", "--speaker", "Novak", "--limit", "1");
  assert.match(some.err, /“Novak” is taken for “Ada Novak”/);
  assert.equal(ENTRIES_IN["csv"]?.(some.out).length, 1);
  const left = await run("export", "--format", "claim-review");
  assert.match(left.err, new RegExp(`claim-review: ${n} left out: candidates, on which nobody has decided`));
  assert.equal((await run("export", "--format", "claim-review", "--quiet")).err, "");
  const file = await run("export", "--format", "ndjson", "--texts", "--output", "out.ndjson");
  assert.equal(file.out, "");
  assert.match(file.err, new RegExp(`out\\.ndjson: ${n} entries`));
  assert.equal(readFileSync(join(cwd, "out.ndjson"), "utf8").split("reporters. She did not say").length - 1, 1);
  assert.deepEqual(
    readdirSync(cwd).filter((name) => name.endsWith(".part")),
    [],
  );
});

test("wrong calls say what to do instead", async (t) => {
  const { cwd, run } = await archive(t);
  mkdirSync(join(cwd, "full"));
  writeFileSync(join(cwd, "full/notes.txt"), "mine");
  for (const [args, message] of [
    [["export"], /say what to export: --format FORMAT for entries, or --all FILE/],
    [["export", "--format", "csv", "--all", "x.gz"], /say what to export/],
    [["export", "words", "--all", "x.gz"], /--all writes the whole archive: leave out the words/],
    [["export", "--format", "docx"], /Allowed choices are csv, ndjson, web-annotation/],
    [["export", "--format", "brat", "--texts"], /brat has texts in files of their own/],
    [["export", "--format", "brat", "--output", "full"], /full: is a folder with files in it/],
    [["export", "--format", "csv", "--base", "room"], /Write the address of the reading room/],
    [["export", "--format", "csv", "--limit", "0"], /Write a whole number from 1/],
    [["import", "ferry.txt", "--dry-run"], /go with --format/],
    [["import", "--format", "brat", "ferry.txt"], /a decision needs the name of who decides/],
    [["import", "--format", "brat", "full", "--by", "Mira"], /full: has no brat files in it/],
    [["import", "--format", "web-annotation", "ferry.txt", "--by", "Mira"], /ferry\.txt: is no JSON/],
  ] as const) {
    const { code, err, out } = await run(...args);
    assert.ok(code === 1 || code === 2, `${args.join(" ")}: ${code}`);
    assert.match(err, message);
    assert.equal(out, "");
  }
  assert.equal(readFileSync(join(cwd, "full/notes.txt"), "utf8"), "mine");
  assert.equal((await run("export", "--format", "csv", "--output", "no/such/x.csv")).code, 1);
});

test("brat: a folder goes out, is changed, is tried, and comes in under the name of who decided", async (t) => {
  const { cwd, run } = await archive(t);
  const out = await run("export", "--format", "brat", "--texts", "--output", "marks");
  assert.equal(out.code, 0, out.err);
  const names = readdirSync(join(cwd, "marks")).sort();
  assert.deepEqual(
    names.map((name) => name.replace(/^[0-9a-f]{16}-1/, "A")),
    ["A.ann", "A.txt", "annotation.conf", "visual.conf"],
  );
  const path = join(cwd, "marks", names.find((name) => name.endsWith(".ann")) as string);
  const before = readFileSync(path, "utf8");
  const from = FERRY.indexOf("would run again");
  const after = before
    .replace(
      /CandidateStatement \d+ \d+\tthat the ferry to Mel would run again before Easter/,
      `CandidateStatement ${from} ${from + 15}\twould run again`,
    )
    .replace("speaker: harbour union (organisation)", "speaker: Harbour Workers Union (organisation)");
  assert.notEqual(after, before);
  writeFileSync(path, after);
  const args = ["import", "--format", "brat", "marks", "--by", "Mira Sand", "--reason", "second look"];
  const tried = await run(...args, "--dry-run");
  assert.equal(tried.code, 0, tried.err);
  assert.match(tried.out, /○ candidate -> ● confirmed\n {2}words was that the ferry to Mel/);
  assert.match(tried.out, /now Harbour Workers Union \(organisation\)/);
  assert.match(tried.out, /2 to correct, 0 to retract, .* nothing was written \(--dry-run\)/);
  const done = await run(...args);
  assert.equal(done.code, 0, done.err);
  assert.equal(done.out.match(/corrected by Mira Sand, entry \d+\. To take it back: hearsay undo \d+/g)?.length, 2);
  const store = await openSqlite(join(cwd, "hearsay.db"));
  try {
    const { items } = await store.find({ standing: "confirmed" });
    assert.deepEqual(items.map(({ words }) => words).sort(), ["that the quay was safe", "would run again"]);
    const entries = await store.entries(1, 100);
    assert.deepEqual(
      entries.slice(-2).map(({ act, by, cause }) => [act, by, cause]),
      [
        ["assert", "person:Mira Sand", "second look"],
        ["assert", "person:Mira Sand", "second look"],
      ],
    );
  } finally {
    await store.close();
  }
});

test("web-annotation: what can't stand changes nothing, and says why", async (t) => {
  const { cwd, run } = await archive(t);
  await run("export", "--format", "web-annotation", "--output", "marks.jsonld");
  const path = join(cwd, "marks.jsonld");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace('"exact":"that the quay was safe"', '"exact":"that the quay was sound"'),
  );
  const outcome = await run("import", "--format", "web-annotation", "marks.jsonld", "--by", "Mira Sand");
  assert.equal(outcome.code, 1);
  assert.match(outcome.out, /refused: .*“that the quay was sound” do not stand at/);
  assert.match(outcome.err, /nothing was changed/);
  assert.ok(existsSync(path));
});

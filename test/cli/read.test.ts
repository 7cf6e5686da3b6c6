import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unreadable } from "../../src/cli/inputs.ts";
import { readingLine } from "../../src/export/schema.ts";
import type { ReadingLine } from "../../src/export/schema.ts";
import { column, pdfOf } from "../ingest/pdfs.ts";
import { MAIN, MOST_MILLISECONDS, REPORT, folderWith, hearsay } from "./run.ts";

function linesOf(out: string): ReadingLine[] {
  assert.ok(out === "" || out.endsWith("\n"));
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => readingLine.parse(JSON.parse(line)));
}

test("one JSON line for each input, in their order, whatever fails between", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT, "b.txt": REPORT.replaceAll("Bronski", "Okoro"), "empty.txt": "" });
  const { code, out, err } = await hearsay(["read", "--json", "b.txt", "none.txt", "empty.txt", "a.txt"], { cwd });
  assert.equal(code, 1);
  const lines = linesOf(out);
  assert.deepEqual(
    lines.map(({ input }) => input.path),
    ["b.txt", "a.txt"],
  );
  assert.equal(lines[1]?.document.text, REPORT);
  assert.equal(lines[1]?.input.bytes, REPORT.length);
  const [missing, empty, summary, ...rest] = err.split("\n");
  assert.match(missing ?? "", /^hearsay: none\.txt is not there: check the name/);
  assert.match(empty ?? "", /^hearsay: empty\.txt is empty: /);
  assert.match(summary ?? "", /^4 files, \d+ statements, 2 failed, [\d.]+ s$/);
  assert.deepEqual(rest, [""]);
});

test("many inputs are read by several threads and come out in order, the same bytes as one by one", async (t) => {
  const names = Array.from({ length: 24 }, (_, i) => `${i}.txt`);
  const files = names.map((name, i) => [name, REPORT.replaceAll("Bronski", `Bronski${"a".repeat(i)}`)] as const);
  const cwd = folderWith(t, { ...Object.fromEntries(files), "7.txt": "" });
  const options = ["--json", "--published", "2031-03-05", "--outlet", "The Gull", "--min-confidence", "0.2"];
  const many = await hearsay(["read", ...options, ...names, "none.txt"], { cwd });
  assert.equal(many.code, 1);
  const [empty, missing, summary] = many.err.split("\n");
  assert.match(empty ?? "", /^hearsay: 7\.txt is empty: /);
  assert.match(missing ?? "", /^hearsay: none\.txt is not there/);
  assert.match(summary ?? "", /^25 files, \d+ statements, 2 failed/);
  const few = [];
  for (const part of [names.slice(0, 12), names.slice(12)])
    few.push((await hearsay(["read", "--quiet", ...options, ...part], { cwd })).out);
  assert.equal(many.out, few.join(""));
  assert.deepEqual(
    linesOf(many.out).map(({ input }) => input.path),
    names.filter((name) => name !== "7.txt"),
  );
});

test("all inputs read: exit code 0, and --quiet leaves standard error empty", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT });
  const { code, err } = await hearsay(["read", "--json", "--quiet", "a.txt", "a.txt"], { cwd });
  assert.deepEqual([code, err], [0, ""]);
});

test("a page for a person, in black and white where no terminal is, in colour when asked", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT });
  const plain = await hearsay(["read", "a.txt"], { cwd });
  assert.equal(plain.code, 0);
  assert.match(plain.out, /^Harbour tax to rise, mayor says\n/);
  assert.ok(!plain.out.includes("\u001b"));
  assert.ok((await hearsay(["read", "--color", "a.txt"], { cwd })).out.includes("\u001b[1m"));
  assert.ok((await hearsay(["read", "a.txt"], { cwd, env: { FORCE_COLOR: "1" } })).out.includes("\u001b[1m"));
  const both = { FORCE_COLOR: "1", NO_COLOR: "1" };
  assert.ok(!(await hearsay(["read", "a.txt"], { cwd, env: both })).out.includes("\u001b"));
});

test("standard input, with - and with no file at all", async () => {
  for (const args of [
    ["read", "--json", "-"],
    ["read", "--json"],
  ]) {
    const [line] = linesOf((await hearsay(args, { stdin: REPORT })).out);
    assert.deepEqual([line?.input.path, line?.document.text], ["-", REPORT]);
  }
});

test("what is handed in reaches the reading", async () => {
  const options = ["--published", "2024-03-04T08:15Z", "--outlet", " The Sallow Gazette ", "--type", "text"];
  const [line] = linesOf((await hearsay(["read", "--json", ...options], { stdin: REPORT })).out);
  assert.deepEqual([line?.document.published.edtf, line?.document.published.basis], ["2024-03-04T08:15:00Z", "given"]);
  assert.equal(line?.document.outlet, "The Sallow Gazette");
  assert.deepEqual(line?.input.given, {
    published: "2024-03-04T08:15:00Z",
    outlet: "The Sallow Gazette",
    mediaType: "text/plain",
  });
});

test("a wrong call costs exit code 2, a line that says how it is done, and prints nothing", async () => {
  const wrong: [args: string[], says: RegExp][] = [
    [["read", "--published", "4 March 2024"], /such as 2021-01-08/],
    [["read", "--published", "2023-02-29"], /such as 2021-01-08/],
    [["read", "--published", "2024-03-04T24:00:00Z"], /such as 2021-01-08/],
    [["read", "--min-confidence", "1.1"], /from 0 to 1/],
    [["read", "--min-confidence", "-0.1"], /from 0 to 1|argument missing/],
    [["read", "--reader", "slow"], /fast, full/],
    [["read", "--pack", "packs/x"], /pack\.json: is not there/],
    [["read", "--outlet", " "], /outlet's name/],
    [["read", "-", "-"], /only once/],
    [["read", "--jsno"], /Did you mean --json/],
    [["raed"], /Did you mean read/],
    [["explain", "-"], /missing required argument 'OFFSET'/],
    [["explain", "-", "ten"], /whole number/],
    [[], /Usage: hearsay/],
  ];
  const outcomes = await Promise.all(wrong.map(([args]) => hearsay(args, { stdin: REPORT })));
  for (const [i, { code, out, err }] of outcomes.entries()) {
    const [args, says] = wrong[i] as (typeof wrong)[number];
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assert.match(err, says);
  }
});

test("help and version ask for nothing and cost nothing", async () => {
  const [help, version] = await Promise.all([hearsay(["--help"]), hearsay(["--version"])]);
  assert.deepEqual([help.code, help.err, version.code], [0, "", 0]);
  assert.match(help.out, /Examples:\n {2}hearsay read report\.txt/);
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
});

test("every kind of bad input is one clear line, and the good one after it is still read", async (t) => {
  const cwd = folderWith(t, {
    "binary.png": Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "latin1"),
    "good.txt": REPORT,
    "large.txt": "",
    "\u001b[31mred.txt": "",
  });
  mkdirSync(join(cwd, "reports"));
  truncateSync(join(cwd, "large.txt"), 10 * 1024 ** 3);
  const bad = ["binary.png", "reports", "large.txt", "good.txt/inside", "\u001b[31mred.txt", `${"x".repeat(300)}.txt`];
  const { code, out, err } = await hearsay(["read", "--json", "--quiet", ...bad, "good.txt"], { cwd });
  assert.equal(code, 1);
  assert.equal(linesOf(out).length, 1);
  const lines = err.trimEnd().split("\n");
  assert.equal(lines.length, bad.length);
  assert.match(lines[0] ?? "", /^hearsay: binary\.png looks like a PNG image/);
  assert.match(lines[1] ?? "", /^hearsay: reports is a folder: name the files in it, for example reports\/\*\.txt$/);
  assert.match(lines[2] ?? "", /^hearsay: large\.txt is larger than \d+ MB: /);
  assert.match(lines[3] ?? "", /inside is not there: part of its path is a file/);
  assert.match(lines[4] ?? "", /^hearsay: \\u\{1b\}\[31mred\.txt is empty/);
  assert.match(lines[5] ?? "", /\.txt is longer than a file's name can be$/);
});

test("what the system refuses is told in words that help", () => {
  const refusal = (code: string): string =>
    unreadable("a.txt", Object.assign(new Error("system words"), { code })).message;
  assert.equal(refusal("EACCES"), "a.txt may not be read: change its permissions or run as its owner");
  assert.equal(refusal("EIO"), "a.txt could not be read: system words");
});

test("awkward inputs are read or refused in a line, and quickly", { timeout: 60_000 }, async (t) => {
  const cwd = folderWith(t, {
    "deep.html": `${"<div>".repeat(100_000)}"It holds," he said.${"</div>".repeat(100_000)}`,
    "line.txt": "The mayor said the quay is closed, and ".repeat(90_000),
    "marks.txt": '"'.repeat(1_000_000),
    "half.txt": Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(REPORT, "utf16le").subarray(0, -1)]),
    "korean.txt": "시장은 월요일 항만세가 오를 것이라고 말했다. 부두는 수리가 필요하다고 그는 덧붙였다. ".repeat(10),
  });
  const files = ["deep.html", "line.txt", "marks.txt", "half.txt", "korean.txt"];
  const { code, out, err } = await hearsay(["read", "--json", "--quiet", ...files], { cwd });
  const lines = linesOf(out);
  const refused = err.split("\n").filter((line) => line !== "");
  assert.equal(lines.length + refused.length, files.length);
  assert.equal(code, refused.length > 0 ? 1 : 0);
  assert.doesNotMatch(err, /fault in Hearsay/);
  const korean = lines.find(({ input }) => input.path === "korean.txt");
  assert.equal(korean?.document.language, "ko");
  assert.deepEqual(korean?.statements, []);
  assert.ok((korean?.remarks.length ?? 0) > 0);
});

test("a reader that goes away ends the run quietly", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT.repeat(2000) });
  const child = spawn(process.execPath, [MAIN, "read", "--json", ...Array.from({ length: 50 }, () => "a.txt")], {
    cwd,
    timeout: MOST_MILLISECONDS,
  });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((done) => child.on("close", done));
  assert.deepEqual([code, err], [0, ""]);
});

test("through npm, paths mean the caller's folder", async (t) => {
  const cwd = folderWith(t, { "project/x.txt": "", "mine/a.txt": REPORT });
  const env = { npm_lifecycle_event: "hearsay", INIT_CWD: join(cwd, "mine") };
  const { code, out } = await hearsay(["read", "--json", "a.txt"], { cwd: join(cwd, "project"), env });
  assert.equal(code, 0);
  assert.equal(linesOf(out)[0]?.input.path, "a.txt");
});

test("large outputs wait for a slow reader and all arrive", { timeout: 60_000 }, async (t) => {
  const cwd = folderWith(t, {});
  writeFileSync(join(cwd, "a.txt"), REPORT.repeat(500));
  const child = spawn(
    process.execPath,
    [MAIN, "read", "--json", "--quiet", ...Array.from({ length: 30 }, () => "a.txt")],
    {
      cwd,
      stdio: ["ignore", "pipe", "inherit"],
      timeout: MOST_MILLISECONDS,
    },
  );
  let newlines = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    newlines += chunk.toString("latin1").split("\n").length - 1;
    await new Promise((done) => setTimeout(done, 1));
  }
  assert.equal(newlines, 30);
});

test("where the full reader can't be loaded the fast one reads, and says so once", async (t) => {
  const without = `const m = require("node:module"), load = m._load;
    m._load = (name, ...rest) => {
      if (name.startsWith("onnxruntime")) throw new Error("not for this machine");
      return load(name, ...rest);
    };`;
  const cwd = folderWith(t, { "a.txt": REPORT, "b.txt": REPORT, "without.cjs": without });
  const env = { NODE_OPTIONS: `--require=${join(cwd, "without.cjs")}` };
  const { code, out, err } = await hearsay(["read", "--json", "--reader", "full", "a.txt", "b.txt"], { cwd, env });
  assert.equal(code, 0);
  assert.equal(linesOf(out).length, 2);
  assert.match(out, /"by":"reader-fast-en-1"/);
  assert.doesNotMatch(out, /"by":"reader-full-en-1"/);
  assert.equal(err.match(/the full reader can’t be loaded here/g)?.length, 1);
  assert.match(err, /not for this machine/);
});

test("a PDF is read like any report, from a file and from standard input, and its reading verified", async (t) => {
  const pdf = pdfOf(column(["The ferry company said on Monday that it would not raise its fares."]));
  const cwd = folderWith(t, { "fares.pdf": pdf });
  const [named, piped] = await Promise.all([
    hearsay(["read", "--json", "--reader", "fast", "fares.pdf"], { cwd }),
    hearsay(["read", "--json", "--reader", "fast", "-"], { stdin: pdf }),
  ]);
  for (const { code, out } of [named, piped]) {
    assert.equal(code, 0);
    const [line] = linesOf(out);
    assert.equal(line?.input.mediaType, "application/pdf");
    assert.deepEqual(
      line?.statements.map(({ words }) => words),
      [["that it would not raise its fares"]],
    );
  }
  const { code, out } = await hearsay(["verify", "-"], { cwd, stdin: named.out });
  assert.deepEqual(
    [code, out],
    [0, "1 reading checked, every one stands: same bytes, same text, every span in place\n"],
  );
});

test("a PDF that is none inside costs one line", async (t) => {
  const cwd = folderWith(t, { "broken.pdf": "%PDF-1.4\nnothing of the kind" });
  const { code, out, err } = await hearsay(["read", "--json", "broken.pdf"], { cwd });
  assert.deepEqual([code, out, err.trim().split("\n").length], [1, "", 1]);
  assert.match(err, /^hearsay: broken\.pdf/);
});

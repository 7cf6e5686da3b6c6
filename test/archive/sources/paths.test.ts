import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { bytesNamed } from "../../../src/archive/sources/offers.ts";
import { folderWith } from "../../cli/run.ts";
import { glance, offered, taken } from "./offered.ts";

const FILES = {
  "b.txt": "Report b",
  "a.html": "<p>Report a</p>",
  "c.txt.gz": gzipSync("Report c"),
  "picture.png": "not looked at",
  "notes.md": "not looked at",
  LICENSE: "not looked at",
  ".hidden.txt": "not looked at",
  "deep/er/d.txt": "Report d",
  "deep/.git/e.txt": "not looked at",
};

async function seen(t: TestContext, named: readonly string[]): Promise<string[]> {
  return (await offered(named, folderWith(t, FILES))).map(glance);
}

test("a file is taken whatever it is called", async (t) => {
  assert.deepEqual(await seen(t, ["notes.md"]), ["notes.md: not looked at"]);
});

test("a folder: its files by name and those in it, but hidden ones; what is no report by its name is passed over", async (t) => {
  assert.deepEqual(await seen(t, ["."]), [
    "LICENSE: passed, no ending file",
    "a.html: <p>Report a</p>",
    "b.txt: Report b",
    "c.txt.gz: Report c",
    "deep/er/d.txt: Report d",
    "notes.md: passed, .md file",
    "picture.png: passed, .png file",
  ]);
});

test("globs, where no shell has spread them", async (t) => {
  assert.deepEqual(await seen(t, ["*.{txt,html}"]), ["a.html: <p>Report a</p>", "b.txt: Report b"]);
  assert.deepEqual(await seen(t, ["**/*.txt"]), ["b.txt: Report b", "deep/er/d.txt: Report d"]);
  assert.deepEqual(await seen(t, ["*.pdf"]), ["*.pdf: refused, *.pdf fits no file"]);
});

test("a file whose name looks like a glob is the file", async (t) => {
  const folder = folderWith(t, { "a[1].txt": "Report a", "a1.txt": "Report 1" });
  assert.deepEqual((await offered(["a[1].txt"], folder)).map(glance), ["a[1].txt: Report a"]);
});

test("what is not there is refused by name, and the rest is taken", async (t) => {
  const [missing, there] = await seen(t, ["none.txt", "b.txt"]);
  assert.match(missing ?? "", /^none\.txt: refused, none\.txt is not there/);
  assert.equal(there, "b.txt: Report b");
});

test("a file that may not be read is refused", { skip: process.getuid?.() === 0 && "root may read all" }, async (t) => {
  const folder = folderWith(t, FILES);
  chmodSync(join(folder, "b.txt"), 0);
  assert.match((await offered(["b.txt"], folder)).map(glance)[0] ?? "", /may not be read/);
});

test("a link to a folder is not followed: it may lead back", async (t) => {
  const folder = folderWith(t, { "in/a.txt": "Report a" });
  symlinkSync(folder, join(folder, "in", "back"));
  symlinkSync(join(folder, "in/a.txt"), join(folder, "in", "b.txt"));
  assert.deepEqual((await offered(["in"], folder)).map(glance), [
    "in/a.txt: Report a",
    "in/b.txt: Report a",
    "in/back: passed, no ending file",
  ]);
});

test("addresses are absolute, names are as they were typed", async (t) => {
  const folder = folderWith(t, FILES);
  const [report] = taken(await offered(["./deep/../b.txt"], folder));
  assert.deepEqual([report?.name, report?.address, report?.by], ["./deep/../b.txt", join(folder, "b.txt"), "file"]);
});

test("a name that would steer a terminal is shown, not sent", async (t) => {
  const folder = folderWith(t, {});
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "a\u001b[31m.txt"), "Report a");
  assert.deepEqual((await offered(["in"], folder)).map(glance), ["in/a\\u{1b}[31m.txt: Report a"]);
});

test("what is packed is unpacked, once, and that is told", async (t) => {
  const [report] = taken(await offered(["c.txt.gz"], folderWith(t, FILES)));
  assert.deepEqual(report?.circumstances, { packed: "gzip" });
});

test("a packed file that unpacks without end is refused before it fills the memory", async (t) => {
  const folder = folderWith(t, { "bomb.txt.gz": gzipSync(Buffer.alloc(80 * 1024 * 1024)) });
  assert.deepEqual((await offered(["bomb.txt.gz"], folder)).map(glance), [
    "bomb.txt.gz: refused, bomb.txt.gz is larger than 64 MB: split it into single reports",
  ]);
});

test("a packed file that breaks off is refused", async (t) => {
  const folder = folderWith(t, { "a.txt.gz": gzipSync("Report a ".repeat(1000)).subarray(0, 40) });
  assert.match((await offered(["a.txt.gz"], folder)).map(glance)[0] ?? "", /^a\.txt\.gz: refused, .*unexpected end/);
});

test("the bytes of all that is named are known before, but for what is not in files", async (t) => {
  const folder = folderWith(t, { "a.txt": "12345", "in/b.txt": "123", "in/c.png": "1234567" });
  assert.equal(await bytesNamed(["a.txt", "in"], folder), 8);
  assert.equal(await bytesNamed(["a.txt", "-"], folder), null);
  assert.equal(await bytesNamed(["https://example.org/"], folder), null);
});

test("standard input: a report, a dump, a web archive, packed or not", async (t) => {
  const folder = folderWith(t, {});
  const over = async (input: string | Uint8Array): Promise<string[]> =>
    (await offered(["-"], folder, { input })).map(glance);
  assert.deepEqual(await over("Report a"), ["standard input: Report a"]);
  assert.deepEqual(await over('{"text":"Report a"}\n{"text":"Report b"}\n'), [
    "standard input, line 1: Report a",
    "standard input, line 2: Report b",
  ]);
  assert.deepEqual(await over(gzipSync('{"text":"Report a"}\n')), ["standard input, line 1: Report a"]);
  assert.deepEqual(await over("{Report a} is no JSON"), ["standard input: {Report a} is no JSON"]);
  assert.deepEqual(await over("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), [
    "standard input, record 1: passed, warcinfo record",
  ]);
  assert.match((await over("PK\u0003\u0004"))[0] ?? "", /save it, then name the file/);
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ReadingLine } from "../../src/export/schema.ts";
import { REPORT, folderWith, hearsay } from "./run.ts";

const PAGE = `<html><head><title>Quay shut</title></head><body><p>The quay is shut, the mayor said.</p></body></html>`;

async function readings(cwd: string, ...args: string[]): Promise<string> {
  const { code, out } = await hearsay(["read", "--json", ...args], { cwd });
  assert.equal(code, 0);
  return out;
}

function altered(line: string, change: (reading: ReadingLine) => void): string {
  const reading = JSON.parse(line) as ReadingLine;
  change(reading);
  return `${JSON.stringify(reading)}\n`;
}

test("untouched readings stand, from a file, from standard input and from another folder", async (t) => {
  const cwd = folderWith(t, { "in/a.txt": REPORT, "in/b.html": PAGE });
  const made = await readings(join(cwd, "in"), "--published", "2024-03-04", "a.txt", "b.html");
  writeFileSync(join(cwd, "readings.ndjson"), `${made}\n`);
  const file = await hearsay(["verify", "readings.ndjson", "--root", "in"], { cwd });
  assert.deepEqual(file, { code: 0, err: "", out: file.out });
  assert.match(file.out, /^2 readings checked, every one stands/);
  const piped = await hearsay(["verify", "-"], { cwd: join(cwd, "in"), stdin: made });
  assert.deepEqual([piped.code, piped.out], [0, file.out]);
});

test("each thing that does not stand is told with its line, the others are still checked", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT, "changed.txt": REPORT, "gone.txt": REPORT });
  const [a = "", changed = "", gone = ""] = (await readings(cwd, "a.txt", "changed.txt", "gone.txt")).split("\n");
  writeFileSync(join(cwd, "changed.txt"), `${REPORT}.`);
  const stdin = [
    `${a}\n`,
    `${changed}\n`,
    altered(gone, (r) => (r.input.path = "nowhere.txt")),
    altered(a, (r) => (r.document.text += "!")),
    altered(a, (r) => (r.document.blocks = [{ kind: "paragraph", span: [0, 99_999] }])),
    altered(a, (r) => (r.input.path = "-")),
    '{"hearsay":"1"}\n',
    "not a reading\n",
  ].join("");
  const { code, out } = await hearsay(["verify", "-"], { cwd, stdin });
  assert.equal(code, 1);
  const lines = out.trimEnd().split("\n");
  const expected = [
    /^line 2, changed\.txt: the file has changed since: its sha256 was [0-9a-f]{8}…, now it is [0-9a-f]{8}…$/,
    /^line 3: nowhere\.txt is not there/,
    /^line 4, a\.txt: same bytes, but its text is not what they are read as, from offset \d+ on/,
    /^line 5, a\.txt: document\.blocks\[0\] is \[0, 99999\], outside a text of \d+ units$/,
    /^line 6, standard input: can't be read again/,
    /^line 7: not a reading: input: /,
    /^line 8: not JSON$/,
    /^8 readings checked, 7 failed$/,
  ];
  assert.equal(lines.length, expected.length);
  for (const [i, pattern] of expected.entries()) assert.match(lines[i] ?? "", pattern);
});

test("no readings at all is a failure, not a success", async (t) => {
  const cwd = folderWith(t, { "none.ndjson": "\n\n" });
  const none = await hearsay(["verify", "none.ndjson"], { cwd });
  assert.equal(none.code, 1);
  assert.match(none.err, /^hearsay: none\.ndjson holds no readings/);
  const missing = await hearsay(["verify", "missing.ndjson"], { cwd });
  assert.equal(missing.code, 1);
  assert.match(missing.err, /^hearsay: missing\.ndjson is not there/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORT, hearsay } from "./run.ts";

test("what stands at an offset", async () => {
  const at = REPORT.indexOf("harbour tax would");
  const { code, out, err } = await hearsay(["explain", "-", String(at)], { stdin: REPORT });
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, new RegExp(`^standard input, offset ${at}\n`));
  assert.match(out, /\nhere {9}….*▸h◂arbour tax would/);
  assert.match(out, /\nblock {8}\d+–\d+, paragraph: “/);
});

test("an offset beyond the end is a wrong call and says where the end is", async () => {
  const { code, out, err } = await hearsay(["explain", "-", "100000"], { stdin: REPORT });
  assert.deepEqual([code, out], [2, ""]);
  assert.equal(err, `hearsay: offset 100000 is past the end of standard input: the last one is ${REPORT.length - 1}\n`);
});

test("a file that can't be read is named", async () => {
  const { code, err } = await hearsay(["explain", "nowhere.txt", "0"]);
  assert.equal(code, 1);
  assert.match(err, /^hearsay: nowhere\.txt is not there/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readActLines } from "../../train/cases.ts";
import { ACTS } from "../../src/model/statement.ts";

test("the texts written for acts give each of their statements one, and every act has dozens", () => {
  const acts = readActLines().flatMap((line) => line.acts);
  for (const act of ACTS) {
    const times = acts.filter((given) => given === act).length;
    assert.ok(times > 50, `${act}: ${times}`);
  }
});

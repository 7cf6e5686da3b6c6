import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/model/errors.ts";

test("a user's error has a message and an exit code, 1 where none is given", () => {
  const error = new UserError("give a file");
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.message, error.exitCode], ["UserError", "give a file", 1]);
  assert.equal(new UserError("give a date", 2).exitCode, 2);
});

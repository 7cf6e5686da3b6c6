import assert from "node:assert/strict";
import { test } from "node:test";
import { signedAs } from "../../src/ingest/signatures.ts";

test("names of a place are alternatives of a pattern", () => {
  const pattern = new RegExp(`^(?:${signedAs("dateline")})$`);
  for (const name of ["Reuters", "Thomson Reuters", "Tass"]) assert.match(name, pattern);
  assert.doesNotMatch("Northwire", pattern);
});

test("a place the table does not have is a wrong call", () => {
  assert.throws(() => signedAs("margin"), /has no row "margin"/);
});

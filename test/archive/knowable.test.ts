import assert from "node:assert/strict";
import { test } from "node:test";
import { knowable } from "../../src/archive/add.ts";
import type { Seen } from "../../src/archive/shown.ts";

const seen = (address: string | null, sha256: string): Seen => ({ address, sha256, given: {}, circumstances: {} });

test("what another report of the same address is being read before is told as known only when that has landed", () => {
  const page = seen("https://harbour.example/1", "aa");
  assert.equal(knowable(page, []), page);
  assert.equal(knowable(page, [{ seen: page }]), page);
  assert.equal(knowable(page, [{ seen: seen("https://harbour.example/2", "bb") }]), page);
  assert.equal(knowable(page, [{ seen: seen("https://harbour.example/1", "bb") }]), null);
});

test("lines of a dump, which have no address, do not wait for each other", () => {
  const line = seen(null, "aa");
  assert.equal(knowable(line, [{ seen: seen(null, "bb") }]), line);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { FetchError } from "../../../src/archive/fetch/fetchError.ts";
import { pauseAfter } from "../../../src/archive/watch/schedule.ts";

const MINUTE = 60_000;
const down = new FetchError("a", "timeout", "slow");
const gone = new FetchError("a", "status", "gone", { status: 404 });
const later = new FetchError("a", "status", "busy", { status: 503, retryAfter: 7_200_000 });
const item = (error: FetchError | null, failures: number): number | null =>
  pauseAfter(error, { failures, every: 15 * MINUTE, named: false });
const feed = (error: FetchError | null, failures: number, every = 15 * MINUTE): number | null =>
  pauseAfter(error, { failures, every, named: true });

test("an item is tried again after 1, 4, 16 minutes and so on, eight times in all", () =>
  assert.deepEqual(
    [1, 2, 3, 4, 5, 7, 8].map((n) => item(down, n)),
    [MINUTE, 4 * MINUTE, 16 * MINUTE, 64 * MINUTE, 256 * MINUTE, 360 * MINUTE, null],
  ));
test("an item that is not there is not tried again", () => assert.equal(item(gone, 1), null));
test("an item that can’t be read is not tried again", () => assert.equal(item(null, 1), null));
test("what a person named is never given up, and looked at less and less often", () =>
  assert.deepEqual(
    [1, 2, 3, 7, 8, 1_000].map((n) => feed(gone, n)),
    [15, 30, 60, 960, 1_440, 1_440].map((n) => n * MINUTE),
  ));
test("a feed looked at every week is not looked at more often because it fails", () =>
  assert.equal(feed(gone, 3, 10_080 * MINUTE), 10_080 * MINUTE));
test("Retry-After goes before our own plan where it is longer", () => {
  assert.equal(item(later, 1), 7_200_000);
  assert.equal(feed(later, 1), 7_200_000);
  assert.equal(feed(later, 8), 86_400_000);
});

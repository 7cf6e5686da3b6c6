import assert from "node:assert/strict";
import { unseen } from "../../../src/archive/watch/rows.ts";
import type { WatchedRow } from "../../../src/store/store.ts";
import { onBoth } from "../onBoth.ts";

const FEED = "https://harbour.example/feed";

function row(path: string, next: string | null, more: Partial<WatchedRow> = {}): WatchedRow {
  return { ...unseen(`https://harbour.example/${path}`), feed: FEED, next_at: next, ...more };
}

await onBoth((it) => {
  it("a row comes back as it was kept, and is kept anew under the same address", async (store) => {
    const first = row("a", "2031-03-05T12:00:00.000Z", {
      facts: { title: "Quay ’s “end”", source: null },
      etag: '"1"',
      failures: 2,
    });
    await store.keepWatched([first]);
    assert.deepEqual(await store.watched([first.address, "https://nobody.example/"]), [first]);
    const second: WatchedRow = {
      ...first,
      next_at: null,
      failures: 0,
      last_status: 200,
      last_error: "a\u0000b",
      facts: {},
    };
    await store.keepWatched([second]);
    assert.deepEqual(await store.watched([first.address]), [{ ...second, last_error: "a\ufffdb" }]);
  });

  it("what is due comes in order: named by people first, then the longest due, and none of a busy host", async (store) => {
    await store.keepWatched([
      row("late", "2031-03-05T12:00:00.001Z"),
      row("b", "2031-03-05T11:00:00.000Z"),
      row("a", "2031-03-05T10:00:00.000Z"),
      row("done", null),
      { ...unseen(FEED), next_at: "2031-03-05T12:00:00.000Z" },
      { ...unseen("https://busy.example/feed"), next_at: "2031-03-05T01:00:00.000Z" },
    ]);
    const by = "2031-03-05T12:00:00.000Z";
    const due = async (more: { named?: readonly string[] | null; limit?: number } = {}): Promise<string[]> =>
      (await store.dueWatched({ named: null, hostsBusy: ["busy.example"], by, limit: 10, ...more })).map(
        ({ address }) => address.slice(16),
      );
    assert.deepEqual(
      await due(),
      ["harbour.example/feed", "harbour.example/a", "harbour.example/b"].map((one) => one.slice(8)),
    );
    assert.equal((await due({ limit: 1 })).length, 1);
    assert.deepEqual(await due({ named: ["https://other.example/feed"] }), []);
    assert.equal((await due({ named: [FEED] })).length, 3);
    assert.equal(await store.nextWatched({ named: null, after: by }), "2031-03-05T12:00:00.001Z");
    assert.equal(await store.nextWatched({ named: ["https://other.example/feed"], after: by }), null);
  });

  it("rows are listed by their feed and can be dropped; a replay leaves them alone", async (store) => {
    await store.keepWatched([row("a", null), row("b", null), { ...unseen(FEED) }]);
    await store.rebuild(() => {});
    assert.deepEqual(
      (await store.watchedIn(null)).map(({ address }) => address),
      [FEED],
    );
    await store.dropWatched(["https://harbour.example/a"]);
    assert.deepEqual(
      (await store.watchedIn(FEED)).map(({ address }) => address),
      ["https://harbour.example/b"],
    );
  });

  it("ten thousand addresses fit one question", async (store) => {
    const named = Array.from({ length: 10_000 }, (_, i) => `https://h${i}.example/`);
    await store.keepWatched(named.map((address) => ({ ...unseen(address), next_at: "2031-03-05T12:00:00.000Z" })));
    const due = await store.dueWatched({
      named,
      hostsBusy: ["h0.example"],
      by: "2031-03-05T12:00:00.000Z",
      limit: 20_000,
    });
    assert.equal(due.length, 9_999);
    assert.equal((await store.watched(named)).length, 10_000);
  });
});

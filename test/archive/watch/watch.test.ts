import assert from "node:assert/strict";
import { type TestContext, after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { PoliteFetcher } from "../../../src/archive/fetch/politeFetcher.ts";
import { ReadingPool } from "../../../src/archive/pool.ts";
import type { WatchEvent } from "../../../src/archive/watch/look.ts";
import { watch } from "../../../src/archive/watch/watch.ts";
import type { Clock } from "../../../src/archive/fetch/hosts.ts";
import type { EditionRow, SightRow, Store } from "../../../src/store/store.ts";
import { inFile } from "../../store/homes.ts";
import { type Answering, type Loopback, html, loopback, moved, sent } from "../fetch/loopback.ts";

const pool = new ReadingPool(1);
after(() => pool.close());

const HOUR = 3_600_000;

/** A page of a report. Its date is given in its head, or not at all. */
function page(headline: string, words: string, published: string | null = null): Answering {
  const meta = published === null ? "" : `<meta property="article:published_time" content="${published}">`;
  return html(`<!doctype html><html lang="en"><head><title>${headline}</title>${meta}</head><body><article><h1>${headline}</h1>
    <p>Transport Minister Ada Novak said that the ferry to Mel would run again before Easter.</p><p>${words}</p></article></body></html>`);
}

interface Item {
  readonly path: string;
  readonly date?: string;
  readonly title?: string;
}

function feed(items: readonly Item[], headers: Readonly<Record<string, string>> = {}): Answering {
  const parts = items.map(
    ({ path, date, title }) =>
      `<item><title>${title ?? path}</title><link>${path}</link><author>Ada Moe</author>${date ? `<pubDate>${date}</pubDate>` : ""}<source url="https://wire.example/">Northwire</source></item>`,
  );
  return sent(
    "application/rss+xml",
    `<rss version="2.0"><channel><title>Harbour Post</title>${parts.join("")}</channel></rss>`,
    headers,
  );
}

interface Desk {
  readonly store: Store;
  readonly server: Loopback;
  readonly clock: Clock & { advance(milliseconds: number): void };
  /** Looks at everything once, an hour after the last time. */
  round(named?: readonly string[] | null): Promise<WatchEvent[]>;
  /** What was fetched since last asked, without robots.txt. */
  asked(): string[];
}

async function desk(t: TestContext, pages: Readonly<Record<string, Answering | string>>): Promise<Desk> {
  const server = await loopback(t, pages);
  const home = inFile();
  t.after(() => home.close());
  const store = await home.open();
  let time = Date.UTC(2031, 2, 5, 12);
  const clock: Desk["clock"] = {
    now: () => time,
    async pause(milliseconds) {
      time += milliseconds;
    },
    advance: (milliseconds) => void (time += milliseconds),
  };
  let seen = 0;
  return {
    store,
    server,
    clock,
    async round(named = [`${server.origin}/feed`]) {
      const events: WatchEvent[] = [];
      await run(store, named, server, clock, events);
      time += HOUR + 1;
      return events;
    },
    asked() {
      const since = server.asked.slice(seen).filter((one) => one !== "GET /robots.txt");
      seen = server.asked.length;
      return since.map((one) => one.replace("GET ", "")).sort();
    },
  };
}

async function run(
  store: Store,
  named: readonly string[] | null,
  server: Loopback,
  clock: Clock,
  events: WatchEvent[],
): Promise<void> {
  const stop = new AbortController().signal;
  const fetcher = new PoliteFetcher({ allow: server.allow, clock, delay: 1, stop, limits: { firstByte: 500 } });
  const told = (event: WatchEvent): void => void events.push(event);
  await watch(store, named, { every: HOUR, once: true, fetcher, pool, clock, stop, options: { reader: "fast" }, told });
}

const whats = (events: readonly WatchEvent[]): string[] => events.map(({ what }) => what);

/** What goes on until it is stopped goes by the real time. */
const REAL: Clock = {
  now: Date.now,
  async pause(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  },
};

test("a feed’s items are fetched, once, with what the feed says of them", async (t) => {
  const { store, server, round, asked } = await desk(t, {
    "/feed": feed([
      { path: "/a", date: "Wed, 05 Mar 2031 08:00:00 +0100" },
      { path: "/b", date: "Tue, 04 Mar 2031 08:00:00 +0100" },
    ]),
    "/a": page("Ferry to run", "One."),
    "/b": page("Quay to close", "Two words more.", "2031-03-03T10:00:00Z"),
  });
  assert.deepEqual(whats(await round()), ["feed", "report", "report"]);
  assert.deepEqual(asked(), ["/a", "/b", "/feed"]);
  const a = await store.articleAt(`${server.origin}/a`);
  const [sight] = await store.sights(a as string);
  assert.equal(sight?.by, "watch");
  const { headers, ...rest } = (sight as SightRow).circumstances as { headers: Record<string, string> };
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.deepEqual(rest, {
    feed: {
      address: `${server.origin}/feed`,
      title: "Harbour Post",
      item: {
        title: "/a",
        author: "Ada Moe",
        published: "2031-03-05T07:00:00Z",
        source: { title: "Northwire", address: "https://wire.example/" },
      },
    },
    given: { mediaType: "text/html", publishedElse: "2031-03-05T07:00:00Z" },
  });
  assert.equal((await store.size()).statements, 2);
  assert.deepEqual(whats(await round()), ["feed"]);
  assert.deepEqual(asked(), ["/feed"], "the items are not fetched again");
});

test("the feed’s date dates a report that has none, and no other", async (t) => {
  const date = "Wed, 05 Mar 2031 08:00:00 GMT";
  const { store, server, round } = await desk(t, {
    "/feed": feed([
      { path: "/none", date },
      { path: "/own", date: "Tue, 04 Mar 2031 08:00:00 GMT" },
      { path: "/future", date: "Wed, 05 Mar 2081 08:00:00 GMT" },
    ]),
    "/none": page("Ferry to run", "One."),
    "/own": page("Quay to close", "Two words more.", "2031-03-03T10:00:00Z"),
    "/future": page("Bridge to fall", "Three other words here."),
  });
  await round();
  const published = async (path: string): Promise<[string | null, unknown]> => {
    const article = (await store.articleAt(server.origin + path)) as string;
    const document = (await store.editions(article))[0]?.document as { published: { basis: string } };
    return [(await store.article(article))?.published ?? null, document.published.basis];
  };
  assert.deepEqual(await published("/none"), ["2031-03-05T08:00:00Z", "given"]);
  assert.deepEqual(await published("/own"), ["2031-03-03T10:00:00Z", "stated"]);
  assert.deepEqual(await published("/future"), [null, "unknown"]);
  const none = (await store.articleAt(`${server.origin}/none`)) as string;
  const { remarks } = ((await store.editions(none))[0] as EditionRow).document as {
    remarks: readonly { reason: string }[];
  };
  assert.ok(remarks.some(({ reason }) => reason.startsWith("the page does not say when it was published")));
});

test("a feed that has one date for all dates nothing", async (t) => {
  const date = "Wed, 05 Mar 2031 08:00:00 GMT";
  const { store, server, round } = await desk(t, {
    "/feed": feed(["/1", "/2", "/3"].map((path) => ({ path, date }))),
    "/1": page("Ferry", "One."),
    "/2": page("Quay", "Two two."),
    "/3": page("Bridge", "Three three three."),
  });
  await round();
  const article = (await store.articleAt(`${server.origin}/1`)) as string;
  assert.equal((await store.article(article))?.published, null);
  assert.match(JSON.stringify((await store.sights(article))[0]?.circumstances), /same date: it dates none of them/);
});

test("new items, and items the feed says have changed, are fetched; what changed is a new edition", async (t) => {
  const { store, server, round, asked } = await desk(t, {
    "/feed": feed([{ path: "/a" }, { path: "/b" }]),
    "/a": page("Ferry", "One."),
    "/b": page("Quay", "Two two."),
    "/c": page("Bridge", "Three three three."),
  });
  await round();
  asked();
  server.pages.set("/feed", feed([{ path: "/c" }, { path: "/a", title: "corrected" }, { path: "/b" }]));
  server.pages.set("/a", page("Ferry", "Something else altogether."));
  const events = await round();
  assert.deepEqual(asked(), ["/a", "/c", "/feed"]);
  const outcomes = events.flatMap((event) => (event.what === "report" ? event.kept.outcome : [])).sort();
  assert.deepEqual(outcomes, ["edition", "new"]);
  assert.equal((await store.editions((await store.articleAt(`${server.origin}/a`)) as string)).length, 2);
});

test("a feed is asked for by its ETag and its date; when they hold, nothing else is done", async (t) => {
  const conditions: unknown[] = [];
  const { server, round } = await desk(t, { "/a": page("Ferry", "One.") });
  let etag = '"1"';
  server.pages.set("/feed", (answer, asked) => {
    conditions.push([asked.headers["if-none-match"] ?? null, asked.headers["if-modified-since"] ?? null]);
    if (asked.headers["if-none-match"] === etag) answer.writeHead(304).end();
    else feed([{ path: "/a" }], { etag, "last-modified": "Wed, 05 Mar 2031 08:00:00 GMT" })(answer, asked);
  });
  assert.deepEqual(whats(await round()), ["feed", "report"]);
  assert.deepEqual(whats(await round()), ["unchanged"]);
  assert.deepEqual(whats(await round()), ["unchanged"]);
  etag = '"2"';
  assert.deepEqual(whats(await round()), ["feed"]);
  assert.deepEqual(conditions, [
    [null, null],
    ['"1"', "Wed, 05 Mar 2031 08:00:00 GMT"],
    ['"1"', "Wed, 05 Mar 2031 08:00:00 GMT"],
    ['"1"', "Wed, 05 Mar 2031 08:00:00 GMT"],
  ]);
});

test("a page that is watched for itself gains editions", async (t) => {
  const { store, server, round } = await desk(t, { "/a": page("Ferry", "One.") });
  const named = [`${server.origin}/a`];
  const outcome = async (): Promise<string[]> =>
    (await round(named)).flatMap((event) => (event.what === "report" ? event.kept.outcome : event.what));
  assert.deepEqual(await outcome(), ["new"]);
  assert.deepEqual(await outcome(), ["known"]);
  server.pages.set("/a", page("Ferry", "Other words."));
  assert.deepEqual(await outcome(), ["edition"]);
  assert.equal((await store.editions((await store.articleAt(named[0] as string)) as string)).length, 2);
});

test("a page that goes back to its first text gains an edition, and an answer that nothing changed none", async (t) => {
  const { store, server, round } = await desk(t, {});
  const named = [`${server.origin}/a`];
  const first = page("Ferry", "One.");
  const corrected = page("Ferry", "Other words.");
  let shown = { tag: '"1"', page: first };
  server.pages.set("/a", (answer, asked) => {
    if (asked.headers["if-none-match"] === shown.tag) answer.writeHead(304).end();
    else {
      answer.setHeader("etag", shown.tag);
      shown.page(answer, asked);
    }
  });
  const look = async (): Promise<unknown[]> =>
    (await round(named)).map((event) =>
      event.what === "report" ? [event.kept.outcome, event.kept.edition, event.kept.returns] : event.what,
    );
  assert.deepEqual(await look(), [["new", 1, null]]);
  shown = { tag: '"2"', page: corrected };
  assert.deepEqual(await look(), [["edition", 2, null]]);
  assert.deepEqual(await look(), ["unchanged"]);
  shown = { tag: '"1"', page: first };
  assert.deepEqual(await look(), [["edition", 3, 1]]);
  const { hash } = await store.head();
  assert.deepEqual(await look(), ["unchanged"]);
  // A server that forgets its tag sends the same once more.
  shown = { tag: '"3"', page: first };
  assert.deepEqual(await look(), [["known", 0, null]]);
  assert.equal((await store.head()).hash, hash);
});

test("a redirected item is filed where it was found", async (t) => {
  const { store, server, round, asked } = await desk(t, {
    "/feed": feed([{ path: "/go" }]),
    "/go": moved("/a", 301),
    "/a": page("Ferry", "One."),
  });
  await round();
  const article = await store.articleAt(`${server.origin}/a`);
  const [sight] = await store.sights(article as string);
  assert.equal(sight?.circumstances["asked"], `${server.origin}/go`);
  asked();
  await round();
  assert.deepEqual(asked(), ["/feed"]);
});

test("what fails is told, tried again where that may help, and stops nothing else", async (t) => {
  const { store, server, round, asked, clock } = await desk(t, {
    "/feed": feed(
      ["/gone", "/down", "/inside", "/meta", "/picture", "/loop", "/bad", "/good", "/slow"].map((path) => ({ path })),
    ),
    "/down": (answer) => void answer.writeHead(500).end(),
    "/inside": moved("http://127.0.0.1:8080/"),
    "/meta": moved("http://169.254.169.254/latest/meta-data/"),
    "/picture": sent("image/png", "…"),
    "/loop": moved("/loop"),
    "/bad": sent("text/html", Buffer.from([0x25, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
    "/slow": () => {},
    "/good": page("Ferry", "One."),
  });
  const events = await round();
  const failed = new Map(
    events.flatMap((event) => (event.what === "failed" ? [[event.address.replace(server.origin, ""), event]] : [])),
  );
  assert.deepEqual([...failed.keys()].sort(), [
    "/bad",
    "/down",
    "/gone",
    "/inside",
    "/loop",
    "/meta",
    "/picture",
    "/slow",
  ]);
  assert.deepEqual(
    [...failed]
      .filter(([, { next }]) => next !== null)
      .map(([path]) => path)
      .sort(),
    ["/down", "/slow"],
  );
  assert.ok(events.some((event) => event.what === "report"));
  for (const [path, reason] of [
    ["/gone", /404: nothing is there/],
    ["/inside", /not on the public internet/],
    ["/meta", /169\.254\.169\.254 \(link-local\)/],
    ["/picture", /type "image\/png"/],
    ["/loop", /without end/],
    ["/slow", /did not answer/],
  ] as const)
    assert.match(failed.get(path)?.reason ?? "", reason);
  const [row] = await store.watched([`${server.origin}/gone`]);
  assert.deepEqual([row?.failures, row?.last_status, row?.next_at], [1, 404, null]);
  asked();
  server.pages.set("/down", page("Quay", "Up again now."));
  clock.advance(HOUR);
  const later = await round();
  assert.ok(later.some((event) => event.what === "report" && event.address.endsWith("/down")));
  assert.ok(!asked().includes("/gone"));
});

test("a feed that fails is looked at less often, and keeps its place", async (t) => {
  const { store, server, round, clock } = await desk(t, {
    "/feed": feed([{ path: "/a" }], { etag: '"1"' }),
    "/a": page("Ferry", "One."),
  });
  await round();
  server.pages.set("/feed", html("<h1>We are being repaired</h1>"));
  const [event] = await round();
  assert.equal(event?.what, "failed");
  assert.match(event?.what === "failed" ? event.reason : "", /is no feed that can be read, and no report/);
  const [row] = await store.watched([`${server.origin}/feed`]);
  assert.deepEqual(
    [row?.failures, row?.etag, row?.kind, row?.last_error],
    [1, '"1"', "feed", event?.what === "failed" ? event.reason : ""],
  );
  assert.equal((await store.size()).articles, 1, "the page that stands in for the feed is no report");
  await round();
  assert.deepEqual(await round(), [], "after a second failure it is left alone for longer");
  clock.advance(2 * HOUR);
  server.pages.set("/feed", feed([{ path: "/a" }]));
  assert.deepEqual(whats(await round()), ["feed"]);
  assert.equal((await store.watched([`${server.origin}/feed`]))[0]?.failures, 0);
});

test("who is stopped between a feed and its items goes on with the items", async (t) => {
  const { store, server, round, asked } = await desk(t, {
    "/feed": feed(
      ["/1", "/2", "/3"].map((path) => ({ path })),
      { etag: '"1"' },
    ),
    "/2": page("Quay", "Two two."),
    "/3": page("Bridge", "Three three three."),
  });
  const stop = new AbortController();
  server.pages.set("/1", (answer) => {
    stop.abort();
    answer.destroy();
  });
  const fetcher = new PoliteFetcher({ allow: server.allow, clock: REAL, delay: 1, stop: stop.signal });
  const events: WatchEvent[] = [];
  const told = (event: WatchEvent): void => void events.push(event);
  const named = [`${server.origin}/feed`];
  await watch(store, named, {
    every: HOUR,
    once: false,
    fetcher,
    pool,
    clock: REAL,
    stop: stop.signal,
    options: { reader: "fast" },
    told,
  });
  assert.deepEqual(whats(events), ["feed"], "what was on its way did not fail: it was not looked at");
  server.pages.set("/1", page("Ferry", "One."));
  server.pages.set("/feed", (answer) => void answer.writeHead(304).end());
  asked();
  assert.deepEqual(whats(await round(null)).sort(), ["report", "report", "report", "unchanged"]);
  assert.deepEqual(asked(), ["/1", "/2", "/3", "/feed"]);
});

test("watching goes on by the clock, and stops when it is told to", async (t) => {
  const { store, server } = await desk(t, { "/feed": feed([]) });
  const stop = new AbortController();
  const fetcher = new PoliteFetcher({ allow: server.allow, clock: REAL, delay: 1, stop: stop.signal });
  const times: number[] = [];
  const told = (): void => {
    times.push(Date.now());
    if (times.length === 4) stop.abort();
  };
  await watch(store, [`${server.origin}/feed`], {
    every: 100,
    once: false,
    fetcher,
    pool,
    clock: REAL,
    stop: stop.signal,
    options: {},
    told,
  });
  assert.equal(times.length, 4);
  for (const [i, time] of times.entries()) if (i > 0) assert.ok(time - (times[i - 1] as number) >= 95, times.join(" "));
});

test("only what is named is watched; what is in the archive from before waits", async (t) => {
  const { server, round, asked } = await desk(t, {
    "/feed": feed([{ path: "/a" }]),
    "/other": feed([]),
    "/a": page("Ferry", "One."),
  });
  await round([`${server.origin}/feed`]);
  asked();
  await round([`${server.origin}/other`]);
  assert.deepEqual(asked(), ["/other"]);
  await round(null);
  assert.deepEqual(asked(), ["/feed", "/other"]);
});

test("an archive in which nothing was watched asks for a name", async (t) => {
  const { round } = await desk(t, {});
  await assert.rejects(round(null), /nothing has been watched in this archive/);
});

test("what a feed no longer names is forgotten after a month, what it still names is not", async (t) => {
  const { store, server, round, clock } = await desk(t, {
    "/feed": feed([{ path: "/a" }, { path: "/b" }]),
    "/a": page("Ferry", "One."),
    "/b": page("Quay", "Two two."),
  });
  await round();
  server.pages.set("/feed", feed([{ path: "/b" }]));
  clock.advance(40 * 86_400_000);
  await round();
  const left = (await store.watchedIn(`${server.origin}/feed`)).map(({ address }) => address);
  assert.deepEqual(left, [`${server.origin}/b`]);
});

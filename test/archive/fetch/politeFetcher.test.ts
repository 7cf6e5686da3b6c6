import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { FetchError } from "../../../src/archive/fetch/fetchError.ts";
import { PoliteFetcher } from "../../../src/archive/fetch/politeFetcher.ts";
import { handClock } from "./handClock.ts";
import { type Answering, type Loopback, html, loopback, moved, sent } from "./loopback.ts";

const robots = (text: string): Answering => sent("text/plain", text);
const failing =
  (status: number, headers: Record<string, string> = {}): Answering =>
  (answer) =>
    void answer.writeHead(status, headers).end();

function fetcher(
  server: Loopback,
  delay = 1_000,
): { fetch: (path: string) => Promise<number>; clock: ReturnType<typeof handClock> } {
  const clock = handClock();
  const polite = new PoliteFetcher({
    allow: server.allow,
    clock,
    delay,
    stop: new AbortController().signal,
    limits: { firstByte: 2_000 },
  });
  return { fetch: async (path) => (await polite.fetch(server.origin + path)).status, clock };
}

const withTrouble =
  (trouble: string, reason: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof FetchError, String(error));
    assert.equal(error.trouble, trouble, error.message);
    assert.match(error.message, reason);
    return true;
  };

test("robots.txt is asked for once, and what it closes is not fetched", async (t) => {
  const server = await loopback(t, {
    "/robots.txt": robots("User-agent: *\nDisallow: /closed/\nAllow: /closed/not/\n"),
    "/a": "a",
    "/closed/not/a": "a",
  });
  const { fetch } = fetcher(server);
  assert.equal(await fetch("/a"), 200);
  assert.equal(await fetch("/closed/not/a"), 200);
  await assert.rejects(fetch("/closed/a"), withTrouble("robots", /closed\/a: is closed to programs/));
  assert.deepEqual(server.asked, ["GET /robots.txt", "GET /a", "GET /closed/not/a"]);
});

test("rules for us by name go before rules for all", async (t) => {
  const server = await loopback(t, {
    "/robots.txt": robots("User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /b\n"),
    "/a": "a",
  });
  const { fetch } = fetcher(server);
  assert.equal(await fetch("/a"), 200);
  await assert.rejects(fetch("/b"), withTrouble("robots", /closed/));
});

for (const [what, page] of [
  ["none", failing(404)],
  ["a forbidden one", failing(403)],
  ["a page of another kind", html("<h1>Welcome</h1>")],
  ["one that leads to itself", moved("/robots.txt")],
  ["one that leads inside", moved("http://10.0.0.1/robots.txt")],
  ["an empty one", robots("")],
  [
    "garbage",
    sent(
      "application/octet-stream",
      new Uint8Array(5_000).map((_, i) => i * 7),
    ),
  ],
] as const)
  test(`robots.txt: ${what} closes nothing`, async (t) => {
    const { fetch } = fetcher(await loopback(t, { "/robots.txt": page, "/a": "a" }));
    assert.equal(await fetch("/a"), 200);
  });

test("where robots.txt can’t be had, the host is left alone for ten minutes", async (t) => {
  const server = await loopback(t, { "/robots.txt": failing(500), "/a": "a" });
  const { fetch, clock } = fetcher(server);
  await assert.rejects(fetch("/a"), withTrouble("connection", /its rules can’t be had/));
  await assert.rejects(fetch("/a"), withTrouble("connection", /its rules can’t be had/));
  assert.deepEqual(server.asked, ["GET /robots.txt"]);
  server.pages.set("/robots.txt", failing(404));
  clock.advance(601_000);
  assert.equal(await fetch("/a"), 200);
});

test("robots.txt is looked at again after a day", async (t) => {
  const server = await loopback(t, { "/a": "a" });
  const { fetch, clock } = fetcher(server);
  await fetch("/a");
  clock.advance(86_401_000);
  server.pages.set("/robots.txt", robots("User-agent: *\nDisallow: /\n"));
  await assert.rejects(fetch("/a"), withTrouble("robots", /closed/));
});

test("a redirect to what is closed is not followed", async (t) => {
  const server = await loopback(t, {
    "/robots.txt": robots("User-agent: *\nDisallow: /b"),
    "/a": moved("/b"),
    "/b": "b",
  });
  const { fetch } = fetcher(server);
  await assert.rejects(fetch("/a"), withTrouble("robots", /\/b: is closed/));
  assert.ok(!server.asked.includes("GET /b"));
});

test("one thing at a time, with a pause after each answer", async (t) => {
  const server = await loopback(t, { "/a": "a", "/b": "b", "/c": "c" });
  const { fetch, clock } = fetcher(server, 1_500);
  await Promise.all([fetch("/a"), fetch("/b"), fetch("/c")]);
  assert.equal(server.open.most, 1);
  assert.deepEqual(clock.pauses, [1_500, 1_500, 1_500]);
});

test("a host’s own delay counts where it is longer", async (t) => {
  const server = await loopback(t, { "/robots.txt": robots("User-agent: *\nCrawl-delay: 7\n"), "/a": "a", "/b": "b" });
  const { fetch, clock } = fetcher(server, 1_000);
  await fetch("/a");
  await fetch("/b");
  assert.deepEqual(clock.pauses, [1_000, 7_000]);
});

test("two hosts do not wait for each other", async (t) => {
  const slow = await loopback(t, { "/a": (answer) => void setTimeout(() => answer.end(), 300) });
  const quick = await loopback(t, { "/a": "a" });
  const clock = handClock();
  const { fetch } = fetcher(slow);
  const polite = new PoliteFetcher({ allow: quick.allow, clock, delay: 1_000, stop: new AbortController().signal });
  let slowIsDone = false;
  const slowly = fetch("/a").then(() => (slowIsDone = true));
  await polite.fetch(`${quick.origin}/a`);
  assert.equal(slowIsDone, false);
  await slowly;
});

test("two hosts that redirect to each other do not wait for each other for ever", async (t) => {
  const a = await loopback(t, { "/end": "a" });
  const b = await loopback(t, { "/end": "b" });
  a.pages.set("/go", moved(`${b.origin}/end`));
  b.pages.set("/go", moved(`${a.origin}/end`));
  const { AllowList } = await import("../../../src/archive/fetch/allowList.ts");
  const allow = new AllowList([`127.0.0.1:${a.port}`, `127.0.0.1:${b.port}`]);
  const polite = new PoliteFetcher({ allow, clock: handClock(), delay: 10, stop: new AbortController().signal });
  const both = await Promise.all([polite.fetch(`${a.origin}/go`), polite.fetch(`${b.origin}/go`)]);
  assert.deepEqual(
    both.map(({ bytes }) => bytes?.toString()),
    ["b", "a"],
  );
});

test("a host that fails is left alone for longer and longer, and answers forgive it", async (t) => {
  const server = await loopback(t, { "/a": failing(503), "/b": "b" });
  const { fetch, clock } = fetcher(server, 1_000);
  for (let i = 0; i < 3; i++) await assert.rejects(fetch("/a"), withTrouble("status", /503/));
  await fetch("/b");
  await fetch("/b");
  assert.deepEqual(clock.pauses, [1_000, 5_000, 10_000, 20_000, 1_000]);
});

test("a page that is not there is no failure of its host", async (t) => {
  const server = await loopback(t, {});
  const { fetch, clock } = fetcher(server, 1_000);
  for (let i = 0; i < 3; i++) await assert.rejects(fetch("/a"), withTrouble("status", /404/));
  assert.deepEqual(clock.pauses, [1_000, 1_000, 1_000]);
});

test("Retry-After is heeded: a short one waited for, a long one left for later", async (t) => {
  const server = await loopback(t, {
    "/a": failing(429, { "retry-after": "30" }),
    "/b": failing(429, { "retry-after": "3600" }),
    "/c": "c",
  });
  const { fetch, clock } = fetcher(server, 1_000);
  await assert.rejects(fetch("/a"), withTrouble("status", /429/));
  await assert.rejects(fetch("/b"), withTrouble("status", /429/));
  assert.deepEqual(clock.pauses, [1_000, 30_000]);
  await assert.rejects(
    fetch("/c"),
    (error) => error instanceof FetchError && error.trouble === "wait" && error.retryAfter === 3_600_000,
  );
  assert.ok(!server.asked.includes("GET /c"));
  clock.advance(3_600_000);
  assert.equal(await fetch("/c"), 200);
});

test("a call to stop ends what waits and what is on its way", async (t: TestContext) => {
  const server = await loopback(t, { "/a": () => {} });
  const stop = new AbortController();
  const polite = new PoliteFetcher({ allow: server.allow, clock: handClock(), delay: 0, stop: stop.signal });
  const both = [polite.fetch(`${server.origin}/a`), polite.fetch(`${server.origin}/a`)];
  while (!server.asked.includes("GET /a")) await new Promise((done) => setTimeout(done, 5));
  stop.abort();
  for (const one of both) await assert.rejects(one, withTrouble("stopped", /not waited for/));
});

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { addUser } from "../../src/archive/accounts/users.ts";
import { openLog } from "../../src/http/log.ts";
import { roomApp } from "../../src/http/app.ts";
import { openMetrics } from "../../src/http/metrics.ts";
import type { Room } from "../../src/http/room.ts";
import { type Listening, checkReach, isLoopback, listen, listenForMetrics } from "../../src/http/serve.ts";
import { scratchArchive } from "../archive/scratch.ts";

const HERE = { host: "127.0.0.1", port: 0, orAbove: 0 };
const NOW = "2026-01-02T03:04:05.000Z";

async function roomWith(t: TestContext, more: Partial<Room> = {}): Promise<Room> {
  return { store: await scratchArchive(t), now: () => NOW, localName: "Mira Sand", version: "1.2.3", ...more };
}

async function heard(t: TestContext, room: Room): Promise<Listening> {
  const app = roomApp(room);
  const listening = await listen((request, env) => app.fetch(request, env), HERE);
  t.after(() => listening.stop());
  return listening;
}

/** A room whose log lines are gathered. */
async function logged(t: TestContext, readable = false): Promise<{ room: Room; lines: string[] }> {
  const lines: string[] = [];
  const room = await roomWith(t, { log: openLog((text) => lines.push(text), "info", readable) });
  return { room, lines };
}

test("a place that is taken: the next is taken where that is allowed, else it is said", async (t) => {
  const answer = (): Response => new Response("");
  const first = await listen(answer, HERE);
  t.after(() => first.stop());
  const second = await listen(answer, { ...HERE, port: first.port, orAbove: 20 });
  t.after(() => second.stop());
  assert.ok(second.port > first.port && second.port <= first.port + 20);
  assert.equal(second.address, `http://127.0.0.1:${second.port}/`);
  await assert.rejects(listen(answer, { ...HERE, port: first.port }), {
    name: "UserError",
    message: `127.0.0.1, port ${first.port}: another program listens there; stop it, or choose another port with --port`,
  });
  await assert.rejects(
    listen(answer, { ...HERE, host: "192.0.2.1" }),
    /192\.0\.2\.1, port 0: is no address of this machine/,
  );
});

test("which hosts are this machine's own", () => {
  for (const host of ["127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"]) assert.ok(isLoopback(host), host);
  for (const host of ["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org", "localhost.example.org", "2130706433"])
    assert.ok(!isLoopback(host), host);
});

test("without users only this machine may reach an archive; with one, others may", async (t) => {
  const store = await scratchArchive(t);
  await checkReach(store, "127.0.0.1", []);
  await assert.rejects(
    checkReach(store, "0.0.0.0", []),
    /0\.0\.0\.0 can be reached .* hearsay user add NAME --role admin/,
  );
  await assert.rejects(checkReach(store, "127.0.0.1", ["127.0.0.1"]), /through a proxy it can be reached/);
  await addUser(store, { name: "Mira Sand", role: "admin", password: "four herons on a quay" }, NOW);
  await checkReach(store, "0.0.0.0", []);
  await checkReach(store, "127.0.0.1", ["127.0.0.1"]);
});

test("a stop lets requests at hand end, takes no new ones, and is not held up by idle connections", async () => {
  let begun = (): void => {};
  const isBegun = new Promise<void>((done) => (begun = done));
  const { address, stop } = await listen(async (request) => {
    if (!request.url.endsWith("/slow")) return new Response("quick");
    begun();
    await wait(300);
    return new Response("slow and whole");
  }, HERE);
  // Its connection stays open, idle.
  assert.equal(await (await fetch(address)).text(), "quick");
  const slow = fetch(`${address}slow`);
  await isBegun;
  const before = performance.now();
  const stopping = stop();
  await assert.rejects(fetch(address, { headers: { connection: "close" } }));
  assert.equal(await (await slow).text(), "slow and whole");
  await stopping;
  assert.ok(performance.now() - before < 2_000);
});

test("/health: ready while the archive answers, 503 when it does not, and nothing else is told", async (t) => {
  const room = await roomWith(t);
  const app = roomApp(room);
  const well = await app.request("/health");
  assert.deepEqual([well.status, await well.json()], [200, { live: true, ready: true }]);
  assert.equal(well.headers.get("cache-control"), "no-store");
  const broken = roomApp({
    ...room,
    store: { ...room.store, head: () => Promise.reject(new Error("postgres://mira:secret@db is gone")) },
  });
  const ill = await broken.request("/health");
  assert.deepEqual([ill.status, await ill.json()], [503, { live: true, ready: false }]);
  assert.equal((await broken.request("/health/live")).status, 200);
});

test(
  "/health needs no login where others do, and the store's silence does not hold it up",
  { timeout: 10_000 },
  async (t) => {
    const room = await roomWith(t);
    await addUser(room.store, { name: "Mira Sand", role: "admin", password: "four herons on a quay" }, NOW);
    const app = roomApp({ ...room, store: { ...room.store, head: () => new Promise(() => {}) } });
    assert.equal((await app.request("/health")).status, 503);
  },
);

test("the log: one JSON line a request, with its id, and none of what it carried", async (t) => {
  const { room, lines } = await logged(t);
  const { address } = await heard(t, room);
  const answer = await fetch(`${address}nowhere?words=swordfish&token=swordfish`, {
    headers: { cookie: "hearsay=swordfish", authorization: "Bearer swordfish", "x-csrf": "swordfish" },
  });
  assert.equal(lines.length, 1);
  const { ms, time, ...line } = JSON.parse(lines[0] as string) as Record<string, unknown>;
  assert.deepEqual(line, {
    level: "info",
    id: answer.headers.get("x-request-id"),
    method: "GET",
    path: "/nowhere",
    status: answer.status,
    msg: "request",
  });
  assert.match(String(line["id"]), /^[0-9a-f]{12}$/);
  assert.ok(Number(ms) >= 0 && /^\d{4}-\d\d-\d\dT/.test(String(time)));
  assert.doesNotMatch(lines.join(""), /swordfish/);
});

test("the log: what is asked for all the time is told only where everything is; a failure with its cause", async (t) => {
  const { room, lines } = await logged(t);
  const app = roomApp(room);
  app.get("/assets/fails", () => {
    throw new Error("the shelf fell down");
  });
  await app.request("/health");
  assert.deepEqual(lines, []);
  await app.request("/assets/fails");
  const { level, err } = JSON.parse(lines[0] ?? "{}") as { level?: string; err?: { message: string } };
  assert.deepEqual([level, err?.message], ["error", "the shelf fell down"]);
});

test("the log for a person: a plain line each, whatever stands in the address", async (t) => {
  const { room, lines } = await logged(t, true);
  const app = roomApp(room);
  await app.request("/no%1b%5b31mwhere%0aforged?x=1");
  assert.equal(lines.length, 1);
  // oxlint-disable-next-line no-control-regex
  assert.match(lines[0] as string, /^\d\d:\d\d:\d\d GET \/no[^\u001b\n]*where[^\u001b\n]* 404 [\d.]+ ms\n$/);
});

test("/metrics: counted by route, never by address; for admins only", async (t) => {
  const quiet = roomApp(await roomWith(t));
  assert.equal((await quiet.request("/metrics")).status, 404);
  const room = await roomWith(t);
  const metrics = await openMetrics(room.store);
  t.after(() => metrics.close());
  const app = roomApp({ ...room, metrics });
  await app.request("/proof");
  await app.request("/swordfish/1");
  await app.request("/swordfish/2");
  const text = await (await app.request("/metrics")).text();
  assert.match(text, /http_server_request_duration\w*_count\{[^}]*http_route="\/proof"[^}]*\} 1\n/);
  assert.match(text, /http_server_request_duration\w*_count\{[^}]*http_route="none"[^}]*status_code="404"[^}]*\} 2\n/);
  assert.match(text, /\nhearsay_ledger_entries 0\n/);
  assert.match(text, /\nprocess_memory_usage \d+\n/);
  assert.doesNotMatch(text, /swordfish/);
  await addUser(room.store, { name: "Mira Sand", role: "admin", password: "four herons on a quay" }, NOW);
  const stranger = await app.request("/metrics");
  assert.notEqual(stranger.status, 200);
  assert.doesNotMatch(await stranger.text(), /http_server/);
});

test("metrics at a port of their own: there and nothing else", async (t) => {
  const metrics = await openMetrics(await scratchArchive(t));
  t.after(() => metrics.close());
  const { address, stop } = await listenForMetrics(metrics, 0);
  t.after(stop);
  assert.match(await (await fetch(`${address}metrics`)).text(), /hearsay_ledger_entries 0\n/);
  assert.equal((await fetch(address)).status, 404);
  assert.equal((await fetch(`${address}metrics`, { method: "POST" })).status, 404);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { roomApp } from "../../src/http/app.ts";
import { fullId } from "../../src/archive/records.ts";
import type { Room } from "../../src/http/room.ts";
import { scratchArchive, ticking } from "../archive/scratch.ts";
import { Browser } from "./browser.ts";
import { keepHostile } from "./hostile.ts";
import { feedFaults, linksOf, pageFaults } from "./pageFaults.ts";
import { PAYLOADS } from "./payloads.ts";
import { anyRecord, filled, partsOf, routesOf } from "./routes.ts";

/** Pages of each kind that are looked at; all with HEARSAY_FUZZ. Each has a dozen payloads in as many places. */
const MOST_OF_A_KIND = process.env["HEARSAY_FUZZ"] ? 1_000 : 60;

test("there are payloads enough, none twice", () => {
  assert.ok(PAYLOADS.length >= 200, `${PAYLOADS.length}`);
  assert.equal(new Set(PAYLOADS).size, PAYLOADS.length);
});

test("what is looked for on pages is found where it stands", () => {
  const page = (body: string): string[] =>
    pageFaults(`<!doctype html><html><head></head><body>${body}</body></html>`, () => false);
  assert.deepEqual(page(`<p>said <b>so</b></p><a href="/articles/1?x=a%20b#s1">1</a>`), []);
  for (const bad of [
    "<script>1</script>",
    `<script src="//hsy.example/a.js"></script>`,
    `<p onclick="1">x</p>`,
    `<p style="color:red">x</p>`,
    `<a href="javascript:1">x</a>`,
    `<a href="//hsy.example">x</a>`,
    `<a href="/\\hsy.example">x</a>`,
    `<a href="https://hsy.example">x</a>`,
    `<form action="https://hsy.example"></form>`,
    `<iframe></iframe>`,
    `<p hsy="">x</p>`,
    `<x-hsy></x-hsy>`,
    `<!-- x -->`,
    `<img src="data:image/png;base64,x">`,
  ])
    assert.equal(page(bad).length > 0, true, bad);
});

test("no page of the room has an element, an attribute or an address that came from what it shows", async (t) => {
  const store = await scratchArchive(t);
  await keepHostile(store, PAYLOADS, ticking());
  const addresses = new Set(
    PAYLOADS.filter((payload) => /^https?:\/\//.test(payload)).flatMap((one) => [one, URL.parse(one)?.href]),
  );
  const given = (address: string): boolean =>
    address.startsWith("https://news.example/") ||
    address.startsWith("https://feeds.example/") ||
    addresses.has(address);
  const failures: unknown[] = [];
  const log = {
    error: ({ err }: { err?: unknown }) => failures.push(err),
    warn() {},
    info() {},
    debug() {},
  } as unknown as Room["log"];
  const app = roomApp({
    store,
    now: ticking(),
    localName: `Mira "><img src=x onerror=hsy> Sand`,
    version: "0.0.0",
    refused: async () => PAYLOADS.slice(0, 10),
    ...(log && { log }),
  });
  const browser = new Browser({ app });
  const routes = routesOf(app).filter(({ method }) => method === "GET");
  const row = await anyRecord(store);
  const queue = routes.map(({ path }) => filled(path, partsOf(row)));
  // The awkward ones first: half characters, zeros, steps.
  for (const one of (await store.find({ limit: 500 })).items)
    if (/[\u0000\ufffd]|^\.+$/u.test(`${one.speaker}${one.outlet}${one.channel}${one.words}`))
      queue.unshift(`/statements/${fullId(one)}`, `/articles/${one.article}`);
  // Searches that are hostile themselves: every field of the address with every payload.
  const fields = [
    "words",
    "speaker",
    "channel",
    "outlet",
    "act",
    "standing",
    "occasion",
    "said",
    "published",
    "order",
    "cursor",
    "next",
  ];
  for (const [i, payload] of PAYLOADS.entries()) {
    const value = encodeURIComponent(payload.toWellFormed());
    queue.push(
      `/search?${fields[i % fields.length]}=${value}`,
      `/search?words=${value}`,
      `/people/${value}`,
      `/${value}`,
    );
    for (const { path } of routes)
      if (i % 8 === 0 && path.includes(":")) queue.push(filled(path, () => payload.toWellFormed()));
  }
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const faults: string[] = [];
  let pages = 0;
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const kind = path
      .replace(/\?.*$/s, "")
      .split("/")
      .map((part) => (/^[a-z1]+$/.test(part) ? part : "*"))
      .join("/");
    const many = kinds.get(kind) ?? 0;
    if (many >= MOST_OF_A_KIND) continue;
    kinds.set(kind, many + 1);
    const answer = await browser.get(path);
    const body = await answer.text();
    if (answer.status >= 500)
      faults.push(`${path}: ${answer.status} ${String((failures.at(-1) as Error | undefined)?.stack).slice(0, 400)}`);
    const type = answer.headers.get("content-type") ?? "";
    const file = answer.headers.get("content-disposition");
    if (file !== null && !/^(?:inline|attachment)(?:; filename="[\w.-]+")?$/.test(file))
      faults.push(`${path}: is called ${file}`);
    const led = answer.headers.get("location");
    if (led !== null && !/^\/(?![/\\])/.test(led)) faults.push(`${path}: leads to ${led}`);
    if (type.includes("xml")) for (const fault of feedFaults(body, given)) faults.push(`${path}: ${fault}`);
    if (type.includes("json"))
      for (const html of htmlIn(body)) for (const fault of pageFaults(html, given)) faults.push(`${path}: ${fault}`);
    if (!type.startsWith("text/html")) continue;
    pages++;
    assert.match(type, /charset=utf-8/i, path);
    for (const fault of pageFaults(body, given)) faults.push(`${path}: ${fault}`);
    queue.push(...linksOf(body).filter((link) => !link.startsWith("/assets/") && link !== "/logout"));
  }
  t.diagnostic(`${pages} pages of ${kinds.size} kinds, ${seen.size} addresses`);
  assert.ok(pages > PAYLOADS.length, `only ${pages} pages were seen`);
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
});

/** The markup that a JSON Feed hands on. */
function htmlIn(body: string): readonly string[] {
  return Array.from(
    body.matchAll(/"content_html":\s*("(?:[^"\\]|\\.)*")/g),
    ([, text = '""']) => JSON.parse(text) as string,
  );
}

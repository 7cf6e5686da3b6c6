import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { parseHTML } from "linkedom";
import { confirm, retract } from "../../src/archive/decide.ts";
import { FERRY, NOON, idWith, keep } from "../archive/reports.ts";
import { opened } from "./asking.ts";
import { type Opened, bearer, openRoom, withUser } from "./browser.ts";
import { PAYLOADS } from "./payloads.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly html: string;
  readonly published: string;
  readonly updated: string;
}

async function feeds(
  { app }: Pick<Opened, "app">,
  query = "",
): Promise<{ atom: Entry[]; json: Entry[]; ids: string[] }> {
  const [first, second] = await Promise.all(
    ["atom", "json"].map((type) => app.request(`http://localhost/feeds/search.${type}${query}`)),
  );
  assert.deepEqual([first?.status, second?.status], [200, 200]);
  assert.match(first?.headers.get("content-type") ?? "", /^application\/atom\+xml/);
  assert.match(second?.headers.get("content-type") ?? "", /^application\/feed\+json/);
  const atom = parseAtomFeed((await first?.text()) ?? "");
  const json = parseJsonFeed(await second?.json());
  return {
    ids: [atom.id ?? ""],
    atom: (atom.entries ?? []).map((entry) => ({
      id: entry.id ?? "",
      title: entry.title?.value ?? "",
      url: entry.links?.find(({ rel }) => rel === "alternate")?.href ?? "",
      html: entry.content?.value ?? "",
      published: entry.published ?? "",
      updated: entry.updated ?? "",
    })),
    json: (json.items ?? []).map((item) => ({
      id: item.id ?? "",
      title: item.title ?? "",
      url: item.url ?? "",
      html: item.content_html ?? "",
      published: item.date_published ?? "",
      updated: item.date_modified ?? "",
    })),
  };
}

test("a search is a feed in both formats, each entry led by its standing; a candidate is never without the word", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  await confirm(room.store, [id], { name: "Mira Sand", reason: null, now: "2031-03-07T08:00:00.000Z" });
  const { atom, json } = await feeds(room);
  assert.deepEqual(atom, json);
  const { items } = await room.store.find({});
  assert.equal(atom.length, items.length);
  for (const [i, row] of items.entries()) {
    const entry = atom[i] as Entry;
    const mark = row.standing === "candidate" ? "○ Candidate –" : "● Confirmed –";
    assert.ok(entry.title.startsWith(mark), entry.title);
    assert.ok(entry.html.includes(row.standing === "candidate" ? "nobody has confirmed" : "confirmed by a person"));
    assert.match(entry.html, /Not proven:/);
    assert.equal(entry.url, `http://localhost/statements/${row.article}.${row.id}`);
    assert.match(entry.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  const own = atom.find(({ url }) => url.endsWith(id));
  assert.deepEqual(
    [own?.published, own?.updated].map((at) => new Date(at ?? "").toISOString()),
    [NOON, "2031-03-07T08:00:00.000Z"],
  );
});

test("ids stay when a standing changes; a retracted entry is gone from the feed", async (t) => {
  const room = await openRoom(t);
  await keep(room.store, { "/in/ferry.txt": FERRY });
  const before = await feeds(room);
  const id = await idWith(room.store, "not close it twice");
  await confirm(room.store, [id], { name: "Mira", reason: null, now: NOON });
  const after = await feeds(room);
  assert.deepEqual(
    after.atom.map((entry) => entry.id),
    before.atom.map((entry) => entry.id),
  );
  assert.deepEqual(after.ids, before.ids);
  await retract(room.store, [id], { name: "Mira", reason: "no", now: NOON });
  assert.equal((await feeds(room)).atom.length, before.atom.length - 1);
  assert.equal((await feeds(room, "?standing=retracted")).atom.length, 1);
});

test("filters, limits and empty fields are those of a search; what is no filter is refused", async (t) => {
  const room = await opened(t);
  assert.equal((await feeds(room, "?limit=1")).atom.length, 1);
  const ada = await feeds(room, "?speaker=Ada+Novak&words=&act=&kind=statement");
  assert.ok(ada.atom.length > 0 && ada.atom.every(({ title }) => title.includes("Ada Novak")));
  assert.deepEqual(await feeds(room, "?speaker=Nobody+Yet"), {
    atom: [],
    json: [],
    ids: (await feeds(room, "?speaker=Nobody+Yet")).ids,
  });
  for (const query of ["?speker=Ada", "?limit=101", "?act=sing", "?said=soon"]) {
    const refused = await room.app.request(`http://localhost/feeds/search.atom${query}`);
    assert.deepEqual([refused.status, refused.headers.get("content-type")], [400, "application/problem+json"], query);
  }
  assert.equal((await room.app.request("http://localhost/feeds/saved/none.atom")).status, 404);
});

test("a feed that has not changed is not sent again", async (t) => {
  const room = await openRoom(t);
  await keep(room.store, { "/in/ferry.txt": FERRY });
  const ask = (headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(room.app.request("http://localhost/feeds/search.atom", { headers }));
  const first = await ask();
  const tag = first.headers.get("etag") ?? "";
  assert.equal(first.headers.get("last-modified"), new Date(NOON).toUTCString());
  assert.equal((await ask({ "if-none-match": tag })).status, 304);
  await confirm(room.store, [await idWith(room.store, "not close it twice")], {
    name: "Mira",
    reason: null,
    now: NOON,
  });
  assert.equal((await ask({ "if-none-match": tag })).status, 200);
});

test("with users, a feed wants somebody who may look", async (t) => {
  const room = await openRoom(t);
  const reader = await bearer(room, await withUser(room, "Rea Dell", "reader"));
  const path = "http://localhost/feeds/search.json";
  assert.equal((await room.app.request(path)).status, 401);
  assert.equal((await room.app.request(path, { headers: reader })).status, 200);
});

test("hostile words stay words: the feed can be read, and nothing in it is an element, a script or an address of theirs", async (t) => {
  const room = await openRoom(t);
  for (const [i, payload] of PAYLOADS.entries()) {
    // Text with control characters in it is taken for something binary, and refused.
    const words = payload
      .replace(/[^\P{Cc}\s]/gu, "")
      .replace(/\s+/g, " ")
      .slice(0, 300);
    const report = `Tax ${words} rises\n\nSALLOW, March 4, 2031 (Northwire) - Mayor Dita Bronski said on Monday that the tax ${words} would rise.\n`;
    await keep(room.store, { [`/in/${i}.txt`]: report });
  }
  let entries = 0;
  for (const query of ["?limit=100", "?limit=100&order=said", "?limit=100&speaker=Dita+Bronski"]) {
    const { atom, json } = await feeds(room, query);
    assert.equal(atom.length, json.length);
    for (const entry of [...atom, ...json]) {
      entries++;
      const { document } = parseHTML(`<!doctype html><html><body>${entry.html}</body></html>`);
      const elements = [...document.body.querySelectorAll("*")];
      assert.deepEqual([...new Set(elements.map(({ localName }) => localName))].sort(), ["blockquote", "p", "strong"]);
      assert.ok(elements.every(({ attributes }) => attributes.length === 0));
      assert.match(entry.url, /^http:\/\/localhost\/statements\/[0-9a-f]+\.[0-9a-f-]+$/);
    }
  }
  assert.ok(entries > 200, String(entries));
});

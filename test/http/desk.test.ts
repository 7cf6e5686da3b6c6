import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parseHTML } from "linkedom";
import { roomApp } from "../../src/http/app.ts";
import { watchedLine } from "../../src/archive/views/watching.ts";
import { record, report } from "../store/reports.ts";
import { NOON, keep } from "../archive/reports.ts";
import { Browser, type Opened, bearer, openRoom, withUser } from "./browser.ts";
import { type Page, REPORTS, look, watched } from "./looking.ts";

interface Looked extends Opened {
  readonly look: (path: string) => Promise<Page>;
  readonly browser: Browser;
}

async function opened(t: TestContext): Promise<Looked> {
  const room = await openRoom(t);
  const browser = new Browser(room);
  return { ...room, browser, look: (path) => look(browser, path) };
}

/** The words of the first such element, parts apart. */
function text(page: Page, selector: string): string {
  return texts(page, selector)[0] ?? "";
}

function texts(page: Page, selector: string): string[] {
  const all = [...page.querySelectorAll(selector)] as { readonly innerHTML: string }[];
  return all.map(({ innerHTML }) => {
    const apart = innerHTML
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return apart
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&");
  });
}

function addresses(page: Page, selector: string): (string | null)[] {
  const all = [...page.querySelectorAll(selector)] as { getAttribute(name: string): string | null }[];
  return all.map((one) => one.getAttribute("href"));
}

test("pages of an empty archive say how to begin", async (t) => {
  const { look } = await opened(t);
  for (const [path, says] of [
    ["/review", /Nothing waits.*hearsay add REPORT/],
    ["/review?second=1", /Nothing waits for a second reader/],
    ["/review/disagreements", /Nobody differs/],
    ["/names", /No two names/],
    ["/silences", /There are no silences in this archive yet/],
    ["/conditions", /No statement of this archive hangs on a condition/],
    ["/captures", /hearsay add REPORT.*hearsay watch FEED/],
    ["/feeds", /Nothing is watched yet/],
    ["/feeds/failing", /Nothing failed/],
  ] as const)
    assert.match(text(await look(path), "main"), says, path);
});

test("silences tell who was silent, who noticed and on whose account, and are narrowed down", async (t) => {
  const { look, store } = await opened(t);
  const silent = (
    id: string,
    act: string,
    who: string,
    noticedBy: string,
    accordingTo: string | null,
  ): ReturnType<typeof record> =>
    record(id, {
      kind: "silence",
      act,
      speaker: who,
      channel: accordingTo,
      manner: null,
      words: `${who} kept quiet, ${id}`,
      record: { id, noticedBy, accordingTo, about: "the dam", scope: "his speech", expectation: null },
    });
  const records = [
    silent("q1", "topic-not-mentioned", "Marek Solvan", "Northwire", "TTA"),
    silent("q2", "answer-not-given", "Ada Novak", "Northwire", null),
    silent("q3", "answer-not-given", "Ada Novak", "The Harbour Post", null),
  ];
  await store.append([report("a1", { records })], NOON);
  const page = await look("/silences");
  assert.equal(page.querySelectorAll(".cards > li").length, 3);
  assert.match(
    text(page, ".cards > li:last-child"),
    /about the dam in his speech noticed by Northwire on the account of TTA/,
  );
  assert.deepEqual(texts(page, "aside h2"), ["By kind", "Who was silent", "Who noticed", "On whose account"]);
  assert.match(text(page, "aside"), /an answer not given 2 .*Ada Novak 2 .*Northwire 2 .*TTA 1 .*among the newest 3\./);
  for (const [query, words] of [
    ["kind=answer-not-given", ["q3", "q2"]],
    ["who=Ada%20Novak&noticedBy=Northwire", ["q2"]],
    ["accordingTo=TTA", ["q1"]],
    ["kind=nonsense", []],
  ] as const)
    assert.deepEqual(
      texts(await look(`/silences?${query}`), ".words").map((one) => one.slice(-2)),
      words,
      query,
    );
  const narrowed = await look("/silences?who=Ada%20Novak&kind=answer-not-given");
  assert.deepEqual(addresses(narrowed, ".chosen a"), ["/silences?who=Ada+Novak", "/silences?kind=answer-not-given"]);
});

test("open conditions stand with their words, whose move it is and what follows", async (t) => {
  const { look, store } = await opened(t);
  await keep(store, REPORTS);
  const page = await look("/conditions");
  assert.match(text(page, ".condition"), /Condition “?unless the ferry company paid”? Whose move/);
  assert.equal(
    (await look("/conditions?act=praise")).querySelectorAll(".conditions > li").length,
    page.querySelectorAll(".conditions > li").length,
    "an act that no condition is put to is no filter",
  );
  assert.match(text(await look("/conditions?act=offer"), "main"), /No statement with a condition is like that/);
  assert.equal((await look("/conditions?act=any")).querySelectorAll(".conditions > li").length >= 1, true);
});

test("captures tell what came in from where with its hash, and what could not be fetched", async (t) => {
  const { look, store } = await opened(t);
  await keep(store, REPORTS);
  await store.keepWatched([
    watched("https://down.example/feed", { failures: 2, last_error: "the server answers 503" }),
  ]);
  const page = await look("/captures");
  const rows = texts(page, "tbody tr");
  assert.equal(rows.length, 2);
  assert.match(
    rows[0] ?? "",
    /2031-03-05 12:00 UTC entry \d+ Quay closed for good, union warns.*https:\/\/harbourpost\.example\/quay by file.*text\/plain [0-9a-f]{16}$/,
  );
  assert.match(
    text(page, ".failures"),
    /failing .*https:\/\/down\.example\/feed It failed 2 times: the server answers 503\./,
  );
});

test("captures tell what workers could not read, to those who can do something about it", async (t) => {
  const room = await opened(t);
  const asked: number[] = [];
  const refused = async (most: number): Promise<readonly string[]> => {
    asked.push(most);
    return Array.from({ length: most }, (_, i) => `<b>report-${i}</b>.bin: no text in it`);
  };
  const app = roomApp({ ...room.room, refused });
  const browser = new Browser({ app });
  const page = parseHTML(await (await browser.get("/captures")).text()).document;
  const shown = texts(page, ".refused");
  assert.equal(shown[0], "<b>report-0</b>.bin: no text in it");
  assert.equal(shown.length, (asked[0] ?? 0) - 1);
  assert.match(text(page, ".failures"), /There are more of them/);
  await keep(room.store, REPORTS);
  const { cursor } = await room.store.desk.captures({ limit: 1 });
  await browser.get(`/captures?cursor=${cursor}`);
  assert.equal(asked.length, 1, "asked for on the first page alone");
  const reader = await withUser(room, "Rea", "reader");
  await withUser(room, "Ada", "admin");
  const read = await browser.get("/captures", { headers: await bearer(room, reader) });
  assert.equal(read.status, 200);
  assert.doesNotMatch(await read.text(), /report-0/);
});

test("feeds tell in words how it goes, and lead to what they named", async (t) => {
  const { look, store, browser } = await opened(t);
  const feed = "https://harbourpost.example/feed?a=1&b=2";
  await store.keepWatched([
    watched(feed, { facts: { title: "The <b>Harbour</b> Post", items: 2 } }),
    watched("https://harbourpost.example/1", { feed, next_at: null }),
    watched("https://harbourpost.example/2", {
      feed,
      next_at: null,
      failures: 8,
      last_error: "the server answers 404",
    }),
  ]);
  const page = await look("/feeds");
  assert.match(
    text(page, ".watched"),
    /well The <b>Harbour<\/b> Post https.* It came when it was last asked for, and named 2 items\..* 2 items , 1 of them failing/,
  );
  const items = await look(page.querySelector(".watched a")?.getAttribute("href") ?? "");
  assert.deepEqual(
    texts(items, ".watched .health").map((one) => one.slice(2)),
    ["done", "given up"],
  );
  assert.match(
    text(items, ".watched li:last-child"),
    /It failed 8 times and is not tried again: the server answers 404\./,
  );
  assert.equal((await browser.get("/feeds/items?feed=https%3A%2F%2Fnobody.example%2F")).status, 404);
});

for (const [what, row, health, says] of [
  ["came", {}, "well", "It came when it was last asked for."],
  [
    "came, damaged",
    { facts: { items: 1, damaged: true } },
    "well",
    "It came when it was last asked for, and named 1 item; it is damaged and was read as far as it goes.",
  ],
  ["had not changed", { last_status: 304 }, "well", "It had not changed when it was last asked for."],
  ["was never asked for", { looked_at: null, last_status: null }, "new", "It has not been asked for yet."],
  [
    "must wait",
    { last_error: "the host asks us to wait" },
    "new",
    "It could not be asked for yet: the host asks us to wait.",
  ],
  ["failed once", { failures: 1, last_error: "no such host" }, "failing", "It failed once: no such host."],
  [
    "is given up",
    { failures: 3, last_error: "no such host", next_at: null },
    "given up",
    "It failed 3 times and is not tried again: no such host.",
  ],
  [
    "is done",
    { next_at: null },
    "done",
    "It was taken in and is not asked for again unless its feed says that it changed.",
  ],
] as const)
  test(`what is watched in words: it ${what}`, () => {
    const line = watchedLine(watched("https://a.example/", row));
    assert.deepEqual([line.health, line.says], [health, says]);
  });

test("packs tell what they know and where they have it from, and their names are looked up", async (t) => {
  const { look } = await opened(t);
  const page = await look("/packs");
  assert.deepEqual(texts(page, ".pack h2"), ["core", "korea"]);
  assert.match(text(page, ".pack"), /people \d+ offices held \d+/);
  assert.match(text(page, ".pack details"), /people : the REIGN data set/);
  assert.equal(page.querySelectorAll("tbody tr").length, 50);
  const found = await look("/packs?name=merk+ang");
  assert.deepEqual(texts(found, "tbody th"), ["Angela Merkel"]);
  assert.match(text(found, "tbody tr"), /chancellor of Germany 2005/);
  assert.match(text(await look("/packs?name=zzzz"), "main"), /No name of a pack has all these words/);
  assert.equal((await look("/packs?name=%22%3E%3Cscript%3E")).querySelectorAll("main script").length, 0);
});

test("lists go on page by page and refuse a cursor that is none", async (t) => {
  const { look, store, browser } = await opened(t);
  const many = Array.from({ length: 60 }, (_, i) =>
    report(`a${i}`, {
      records: [
        record("s1", { record: { condition: { trigger: [0, 2], consequence: null, mover: null } }, act: "vow" }),
        record("q1", { kind: "silence", act: "act-absent" }),
      ],
    }),
  );
  await store.append(many, NOON);
  for (const [path, rows, sizes] of [
    ["/captures", "tbody tr", [50, 10]],
    ["/conditions", ".conditions > li", [25, 25, 10]],
    ["/silences", ".cards > li", [30, 30]],
    ["/packs?pack=korea", "tbody tr", [50, 50, 50]],
  ] as const) {
    const seen: number[] = [];
    let next: string | null = path;
    while (next !== null && seen.length < sizes.length) {
      const page: Page = await look(next);
      seen.push(page.querySelectorAll(rows).length);
      next = page.querySelector("a[rel=next]")?.getAttribute("href") ?? null;
    }
    assert.deepEqual(seen, sizes, path);
  }
  for (const path of [
    "/captures",
    "/conditions",
    "/silences",
    "/names",
    "/feeds",
    "/feeds/failing",
    "/review/disagreements",
  ])
    assert.equal((await browser.get(`${path}?cursor=nonsense`)).status, 400, path);
  assert.equal((await browser.get("/review?after=nonsense")).status, 400);
  assert.equal((await browser.get("/review?at=nonsense")).status, 400);
});

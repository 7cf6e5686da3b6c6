import assert from "node:assert/strict";
import { test } from "node:test";
import { fullId } from "../../src/archive/records.ts";
import { roomApp } from "../../src/http/app.ts";
import { idWith } from "../archive/reports.ts";
import { type Answer, ask, opened } from "./asking.ts";
import { bearer, openRoom, withUser } from "./browser.ts";
import { butFor } from "./butFor.ts";
import { furnish } from "./furnished.ts";

test("a search is told page by page, the next one in the body and in Link, until all were told once", async (t) => {
  const room = await openRoom(t);
  await furnish(room.store);
  const { statements, silences } = await room.store.size();
  const retracted = (await room.store.find({ standing: "retracted", limit: 500 })).items.length;
  const seen: string[] = [];
  let next: string | null = "/statements?limit=7";
  while (next !== null) {
    const page: Answer = await ask(room, "GET", next);
    assert.equal(page.status, 200);
    assert.ok(page.json.items.length <= 7);
    seen.push(...page.json.items.map((one: { id: string }) => one.id));
    const [, link = null] = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(page.headers.get("link") ?? "") ?? [];
    assert.equal(link === null, page.json.cursor === null);
    next = link;
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(seen.length, statements + silences - retracted);
});

test("names may be typed in part, and what they were taken for is said; a name nobody has is refused with some that are there", async (t) => {
  const room = await opened(t);
  const found = await ask(room, "GET", "/statements?speaker=ada");
  assert.deepEqual(found.json.taken, [{ field: "speaker", typed: "ada", name: "Ada Novak", guessed: true, also: [] }]);
  assert.ok(found.json.items.every((one: { speaker: string }) => one.speaker === "Ada Novak"));
  const none = await ask(room, "GET", "/statements?speaker=zzyzx");
  assert.equal(none.status, 422);
  assert.equal(none.json.errors[0].field, "speaker");
  assert.match(none.json.detail, /“Ada Novak” \(\d+\)/);
});

test("a filter that is misspelt, twice there or of no known value is an error that says which and what to write", async (t) => {
  const room = await opened(t);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["?speeker=Ada", "speeker", /do you mean speaker\?/],
    ["?minconfidence=0.5", "minconfidence", /do you mean minConfidence\?/],
    ["?xyzzyxyzzy=1", "xyzzyxyzzy", /there are: words, kind, speaker/],
    ["?act=vows", "act", /must be one of: assert, announce/],
    ["?said=soon", "said", /write 2021-01-05\.\.2021-02/],
    ["?limit=0", "limit", /1/],
    ["?limit=201", "limit", /200/],
    ["?speaker=a&speaker=b", "speaker", /string/],
    ["?minConfidence=2", "minConfidence", /1/],
    [`?words=${"a".repeat(501)}`, "words", /500/],
  ];
  for (const [query, field, says] of cases) {
    const { status, json } = await ask(room, "GET", `/statements${query}`);
    assert.deepEqual([status, json.errors?.[0]?.field], [400, field], query);
    assert.match(json.errors[0].detail, says, query);
    assert.equal(json.type, "/api/v1/problems/bad-request");
  }
  const cursor = await ask(room, "GET", "/statements?cursor=nonsense");
  assert.equal(cursor.status, 422);
  assert.match(cursor.json.detail, /no cursor of this list/);
  const day = await ask(room, "GET", "/statements?said=2021-02-31");
  assert.deepEqual([day.status, day.json.errors[0].field], [422, "said"]);
});

test("what is not there, not so, and not of this kind is told by its own status", async (t) => {
  const room = await opened(t);
  assert.equal((await ask(room, "GET", "/statements/0000.0000")).status, 404);
  assert.equal((await ask(room, "GET", "/articles/0123456789abcdef")).status, 404);
  assert.equal((await ask(room, "GET", "/articles/nonsense")).status, 400);
  assert.equal((await ask(room, "GET", "/people/Nobody")).status, 404);
  assert.equal((await ask(room, "GET", "/nothing/here")).status, 404);
  const method = await ask(room, "DELETE", "/searches");
  // Without a line in the table of who may do what, nobody may; with one, the address says what it takes.
  assert.ok(method.status === 405 || method.status === 403, String(method.status));
  const put = await ask(room, "POST", "/searches/x", { a: 1 });
  assert.deepEqual([put.status, put.headers.get("allow")], [405, "GET, DELETE, HEAD"]);
  const id = await idWith(room.store, "not close it twice");
  const path = `/api/v1/statements/${id}/decisions`;
  const asked = (type: string, body: string): Promise<Response> =>
    Promise.resolve(
      room.app.request(`http://localhost${path}`, { method: "POST", headers: { "content-type": type }, body }),
    );
  assert.equal((await asked("text/yaml", "act: confirm")).status, 415);
  assert.equal((await asked("application/json", '{"act":')).status, 400);
  assert.equal((await asked("application/json", `{"act":"confirm","reason":"${"x".repeat(300_000)}"}`)).status, 413);
  for (const answer of [await asked("application/json", "[]"), await asked("application/json", "null")]) {
    assert.equal(answer.status, 400);
    assert.equal(answer.headers.get("content-type"), "application/problem+json");
  }
});

test("an ETag is known again, and is another one as soon as something changes", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  for (const path of ["/statements", `/statements/${id}`, `/statements/${id}/receipt`, "/people"]) {
    const first = await ask(room, "GET", path);
    const tag = first.headers.get("etag") ?? "";
    const again = await ask(room, "GET", path, undefined, { "if-none-match": `W/${tag}` });
    assert.deepEqual([again.status, again.json, again.headers.get("etag")], [304, "", tag], path);
    assert.equal((await ask(room, "GET", path, undefined, { "if-none-match": '"another"' })).status, 200);
    await ask(room, "POST", `/statements/${id}/decisions`, { act: "confirm" });
    assert.equal((await ask(room, "GET", path, undefined, { "if-none-match": tag })).status, 200, path);
    await ask(room, "POST", `/statements/${id}/decisions`, { act: "undo" });
  }
});

test("confirm, dispute, correct, retract and undo are entries of the ledger under the name of who asks", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  const decide = (json: unknown): Promise<Answer> => ask(room, "POST", `/statements/${id}/decisions`, json);
  const confirmed = await decide({ act: "confirm", reason: "heard the tape" });
  assert.equal(confirmed.status, 200);
  const [entry] = confirmed.json.entries;
  assert.deepEqual([entry.act, entry.by, entry.reason, entry.about], ["confirm", "Mira Sand", "heard the tape", id]);
  assert.equal(confirmed.json.statement.standing, "confirmed");
  const [written] = await room.store.entries(entry.seq, 1);
  assert.equal(written?.by, "person:Mira Sand");
  const corrected = await decide({
    act: "correct",
    change: { words: ["We will not close it"], speaker: "Ada B. Novak", act: "vow", uttered: null },
  });
  const { statement } = corrected.json;
  assert.deepEqual(
    [
      statement.words,
      statement.speaker,
      statement.act,
      statement.uttered.basis,
      statement.corrected,
      statement.standing,
    ],
    ["We will not close it", "Ada B. Novak", "vow", "unknown", true, "confirmed"],
  );
  assert.equal(statement.machine.speaker, "Ada Novak");
  const wrongWords = await decide({ act: "correct", change: { words: ["never said"] } });
  assert.deepEqual([wrongWords.status, /does not stand in the text/.test(wrongWords.json.detail)], [422, true]);
  assert.equal((await decide({ act: "correct", change: {} })).status, 422);
  assert.equal((await decide({ act: "undo" })).json.statement.speaker, "Ada Novak");
  assert.equal((await decide({ act: "undo", entry: entry.seq })).json.statement.standing, "candidate");
  assert.equal((await decide({ act: "undo", entry: entry.seq })).status, 422);
  assert.equal((await decide({ act: "undo", entry: 1 })).status, 422);
  const noReason = await decide({ act: "retract" });
  assert.deepEqual([noReason.status, noReason.json.errors[0]], [400, { field: "reason", detail: "is missing" }]);
  assert.match((await decide({ act: "approve" })).json.errors[0].detail, /confirm, dispute, retract, correct, undo/);
  const retracted = await decide({ act: "retract", reason: "the same twice" });
  assert.equal(retracted.json.statement.standing, "retracted");
  const history = await ask(room, "GET", `/statements/${id}/decisions`);
  assert.deepEqual(
    history.json.items.map((one: { act: string; undone: number | null }) => [one.act, one.undone !== null]),
    [
      ["confirm", true],
      ["correct", true],
      ["undo", false],
      ["undo", false],
      ["retract", false],
    ],
  );
});

test("two reviewers at once: the second hears of the first and nothing of theirs is written", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  const path = `/statements/${id}/decisions`;
  const tag = (await ask(room, "GET", `/statements/${id}`)).headers.get("etag") ?? "";
  const { seq } = await room.store.head();
  const both = await Promise.all([
    ask(room, "POST", path, { act: "confirm" }, { "if-match": tag }),
    ask(room, "POST", path, { act: "dispute", reason: "no" }, { "if-match": tag }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
  assert.equal((await room.store.head()).seq, seq + 1);
  const late = await ask(room, "POST", path, { act: "confirm" }, { "if-match": tag });
  assert.equal(late.status, 412);
  assert.match(late.json.detail, /by Mira Sand at 2031-03-05T12:00:00\.000Z, entry \d+/);
  const now = late.headers.get("etag") ?? "";
  assert.equal((await ask(room, "POST", path, { act: "undo" }, { "if-match": now })).status, 200);
  const back = (await ask(room, "GET", `/statements/${id}`)).headers.get("etag") ?? "";
  assert.notEqual(back, tag, "it stands as it did at first, and yet something has happened to it");
  assert.equal(
    (await ask(room, "POST", path, { act: "confirm" }, { "if-match": `W/${back}` })).status,
    412,
    "a weak one matches nothing",
  );
  assert.equal((await ask(room, "POST", path, { act: "confirm" }, { "if-match": back })).status, 200);
});

test("readers look and propose, reviewers decide, and nobody else gets in", async (t) => {
  const room = await opened(t);
  const reader = await bearer(room, await withUser(room, "Rea Dell", "reader"));
  const reviewer = await bearer(room, await withUser(room, "Jon Adeyemi", "reviewer"));
  await withUser(room, "Ada Min", "admin");
  const id = await idWith(room.store, "not close it twice");
  const confirm = { act: "confirm" };
  const path = `/statements/${id}`;
  assert.equal((await ask(room, "GET", path)).status, 401);
  assert.equal((await ask(room, "GET", path, undefined, reader)).status, 200);
  const refused = await ask(room, "POST", `${path}/decisions`, confirm, reader);
  assert.deepEqual([refused.status, refused.headers.get("content-type")], [403, "application/problem+json"]);
  assert.equal((await ask(room, "GET", "/queue", undefined, reader)).status, 403);
  const done = await ask(room, "POST", `${path}/decisions`, confirm, reviewer);
  assert.deepEqual([done.status, done.json.entries[0].by], [200, "Jon Adeyemi"]);
  const proposed = await ask(room, "POST", `${path}/proposals`, { act: "dispute", reason: "it says “may”" }, reader);
  assert.deepEqual([proposed.status, proposed.json.by, proposed.json.settled], [201, "Rea Dell", null]);
  const settle = `/proposals/${proposed.json.id}/settle`;
  assert.equal((await ask(room, "POST", settle, { as: "taken" }, reader)).status, 403);
  const settled = await ask(room, "POST", settle, { as: "taken" }, reviewer);
  assert.equal(settled.json.proposal.settled.as, "taken");
  assert.match(settled.json.entries[0].reason, /proposed by Rea Dell: it says “may”/);
  assert.equal((await ask(room, "POST", settle, { as: "taken" }, reviewer)).status, 422);
});

test("a second reader may be told apart, and only where one waits", async (t) => {
  const room = await opened(t);
  const one = await bearer(room, await withUser(room, "Jon Adeyemi", "reviewer"));
  const two = await bearer(room, await withUser(room, "Rea Dell", "reviewer"));
  const id = await idWith(room.store, "not close it twice");
  const path = `/statements/${id}/decisions`;
  const second = { act: "confirm", as: "second reader" };
  assert.equal((await ask(room, "POST", path, second, two)).status, 422);
  assert.equal((await ask(room, "POST", path, { act: "dispute", reason: "no" }, one)).status, 200);
  assert.equal((await ask(room, "POST", path, second, one)).status, 422, "one’s own is no second reading");
  const queue = await ask(room, "GET", "/queue?of=second", undefined, two);
  assert.deepEqual(
    queue.json.items.map((item: { id: string; standing: null }) => [item.id, item.standing]),
    [[id, null]],
  );
  assert.doesNotMatch(JSON.stringify(queue.json), /disputed|Jon Adeyemi/);
  assert.equal((await ask(room, "POST", path, second, two)).status, 200);
  const differing = await ask(room, "GET", "/disagreements", undefined, one);
  assert.deepEqual(
    differing.json.items[0].verdicts.map((v: { name: string; did: string }) => [v.name, v.did]),
    [
      ["Jon Adeyemi", "disputed"],
      ["Rea Dell", "confirmed"],
    ],
  );
});

test("what a search finds comes as a file in each format, and no candidate reads like a fact in any", async (t) => {
  const room = await openRoom(t);
  await furnish(room.store);
  const { items } = (await ask(room, "GET", "/exports")).json;
  assert.ok(items.length >= 6);
  for (const { name, mediaType, extension } of items) {
    const answer = await room.app.request(`http://localhost/api/v1/exports/${name}?speaker=Lotte+Brandsma`);
    const text = await answer.text();
    assert.equal(answer.status, 200, `${name}: ${text}`);
    assert.equal(answer.headers.get("content-type")?.split(";", 1)[0], mediaType.split(";", 1)[0]);
    assert.equal(answer.headers.get("content-disposition"), `attachment; filename="hearsay.${extension}"`);
    if (name !== "claim-review") assert.match(text, /candidate/i, name);
  }
  const lines = await (await room.app.request("http://localhost/api/v1/exports/ndjson?limit=3")).text();
  assert.equal(lines.trim().split("\n").length, 3);
  assert.equal((await ask(room, "GET", "/exports/xlsx")).status, 404);
  assert.equal((await ask(room, "GET", "/exports/csv?limit=0")).status, 400);
});

test("names are filed, split and unfiled", async (t) => {
  const room = await opened(t);
  const decide = (json: unknown): Promise<Answer> => ask(room, "POST", "/names/decisions", json);
  const merged = await decide({ act: "merge", names: ["A. Novak"], into: "Ada Novak", reason: "same minister" });
  assert.equal(merged.status, 200, JSON.stringify(merged.json));
  assert.deepEqual((await ask(room, "GET", "/names/A.%20Novak")).json, { name: "Ada Novak", filed: ["A. Novak"] });
  assert.equal((await ask(room, "GET", "/names")).json.items[0].filedUnder, "Ada Novak");
  assert.deepEqual((await ask(room, "GET", "/people/A.%20Novak")).json.name, "Ada Novak");
  assert.equal((await decide({ act: "merge", names: ["A. Novak"], into: "Ada Novak" })).status, 422);
  assert.equal((await decide({ act: "undo", entry: merged.json.entries[0].seq })).status, 200);
  assert.deepEqual((await ask(room, "GET", "/names/A.%20Novak")).json, { name: "A. Novak", filed: [] });
  assert.equal((await decide({ act: "undo", entry: 1 })).status, 422);
  assert.equal((await decide({ act: "split", name: "A. Novak" })).status, 422);
});

test("a saved search is checked, belongs to its owner, and names its feeds", async (t) => {
  const room = await opened(t);
  const jon = await bearer(room, await withUser(room, "Jon Adeyemi", "reader"));
  const rea = await bearer(room, await withUser(room, "Rea Dell", "reader"));
  const wrong = await ask(room, "POST", "/searches", { name: "x", query: "speker=Ada" }, jon);
  assert.deepEqual([wrong.status, wrong.json.errors[0].field], [400, "speker"]);
  const saved = await ask(room, "POST", "/searches", { name: "<b>Ada</b>", query: "?speaker=Ada+Novak&words=" }, jon);
  assert.deepEqual([saved.status, saved.json.query, saved.json.owner], [201, "speaker=Ada+Novak", "Jon Adeyemi"]);
  assert.equal((await room.app.request(`http://localhost${saved.json.feeds.atom}`, { headers: jon })).status, 200);
  assert.deepEqual((await ask(room, "GET", "/searches", undefined, rea)).json.items, []);
  assert.equal((await ask(room, "DELETE", `/searches/${saved.json.id}`, undefined, rea)).status, 403);
  assert.equal((await ask(room, "DELETE", `/searches/${saved.json.id}`, undefined, jon)).status, 200);
  assert.equal((await ask(room, "DELETE", `/searches/${saved.json.id}`, undefined, jon)).status, 404);
});

test("an empty archive answers everything that needs no entry", async (t) => {
  const room = await openRoom(t);
  for (const path of [
    "/archive",
    "/articles",
    "/people",
    "/channels",
    "/outlets",
    "/names",
    "/silences",
    "/conditions",
    "/queue",
    "/disagreements",
    "/captures",
    "/watched",
    "/proposals",
    "/searches",
    "/counts?by=act",
  ])
    assert.equal((await ask(room, "GET", path)).status, 200, path);
  const search = await ask(room, "GET", "/statements");
  assert.deepEqual([search.json.items, search.json.tries.length], [[], 1]);
});

test("a fault of ours is told without its stack, and written to the log", async (t) => {
  const room = await openRoom(t);
  const told: unknown[] = [];
  const store = butFor(room.store, {
    valuesOf: () => Promise.reject(new Error("the disk is on fire at /secret/path")),
  });
  const log = { error: (what: unknown) => told.push(what), child: () => log, info() {}, warn() {}, debug() {} };
  const { json, status } = await ask({ app: roomApp({ ...room.room, store, log: log as never }) }, "GET", "/people");
  assert.deepEqual([status, json.type], [500, "/api/v1/problems/our-fault"]);
  assert.doesNotMatch(JSON.stringify(json), /fire|secret|Error/);
  assert.match(String((told[0] as { err?: unknown }).err), /the disk is on fire/);
});

test("every entry carries its standing, in every list", async (t) => {
  const room = await openRoom(t);
  await furnish(room.store);
  const standings = new Set<string>();
  for (const path of [
    "/statements?limit=200",
    "/silences?limit=200",
    "/conditions?limit=200",
    "/statements?standing=retracted",
    "/queue?limit=20",
  ])
    for (const item of (await ask(room, "GET", path)).json.items) {
      assert.match(item.standing, /^(?:candidate|confirmed|disputed|retracted)$/, path);
      standings.add(item.standing);
    }
  assert.equal(standings.size, 4);
  const [row] = (await room.store.find({ standing: "candidate", limit: 1 })).items;
  assert.ok(row);
  const citation = await ask(room, "GET", `/statements/${fullId(row)}/citation?format=markdown`);
  assert.match(citation.json, /CANDIDATE – a machine’s reading/);
});

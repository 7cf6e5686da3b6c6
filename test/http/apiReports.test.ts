import assert from "node:assert/strict";
import { test } from "node:test";
import { roomApp } from "../../src/http/app.ts";
import { loopback, sent } from "../archive/fetch/loopback.ts";
import { FERRY, QUAY, idWith } from "../archive/reports.ts";
import { ask, opened } from "./asking.ts";
import { openRoom } from "./browser.ts";

test("a report is read without being kept, or taken in; what can’t be read is refused", async (t) => {
  const room = await opened(t);
  const { seq } = await room.store.head();
  const send = (path: string, type: string, body: string | Uint8Array): Promise<Response> =>
    Promise.resolve(
      room.app.request(`http://localhost/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": type },
        body: body as string,
      }),
    );
  const page =
    "<!doctype html><title>Tax</title><h1>Harbour tax to rise</h1><p>SALLOW, March 4 - Mayor Dita Bronski said on Monday that the harbour tax would rise by a tenth.</p>";
  const read = await send("/read?reader=fast&outlet=The%20Post&published=2031-03-04", "text/html; charset=utf-8", page);
  const line = (await read.json()) as { statements: { chain: { name: string }[] }[]; document: { outlet: string } };
  assert.equal(read.status, 200);
  assert.deepEqual([line.document.outlet, line.statements[0]?.chain.at(-1)?.name], ["The Post", "Dita Bronski"]);
  assert.equal((await room.store.head()).seq, seq, "nothing was kept");
  const added = await send("/reports?reader=fast&address=https://post.example/tax", "text/html", page);
  const kept = (await added.json()) as { outcome: string; article: string };
  assert.deepEqual(
    [added.status, kept.outcome, added.headers.get("location")],
    [201, "new", `/api/v1/articles/${kept.article}`],
  );
  assert.equal(await room.store.articleAt("https://post.example/tax"), kept.article);
  const again = (await (
    await send("/reports?reader=fast&address=https://post.example/tax", "text/html", page)
  ).json()) as { outcome: string };
  assert.equal(again.outcome, "known");
  assert.equal((await send("/read", "application/json", "{}")).status, 415);
  assert.equal((await send("/read", "text/plain", "")).status, 400);
  assert.equal((await send("/reports?published=soon", "text/plain", FERRY)).status, 400);
  assert.equal((await send("/reports?address=javascript:1", "text/plain", FERRY)).status, 400);
  const image = await send("/read", "text/plain", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  assert.equal(image.status, 422, await image.text());
  const huge = await send("/read", "text/plain", "a ".repeat(4.5 * 1024 * 1024));
  assert.equal(huge.status, 413);
});

test("an address is fetched by the rules of the archive: private ones are refused, those allowed are taken in", async (t) => {
  const { origin, port } = await loopback(t, { "/quay.txt": sent("text/plain", QUAY) });
  const address = `${origin}/quay.txt`;
  const room = await openRoom(t);
  for (const inside of [
    address,
    "http://localhost/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/",
    "http://0x7f000001/",
  ]) {
    const refused = await ask(room, "POST", "/reports", { address: inside });
    assert.deepEqual([refused.status, refused.json.errors?.[0]?.field], [422, "address"], inside);
  }
  for (const none of ["file:///etc/passwd", "ftp://example.com/", "//example.com", ""])
    assert.equal((await ask(room, "POST", "/reports", { address: none })).status, 400, none);
  assert.equal((await room.store.size()).articles, 0);
  const allowed = { ...room, app: roomApp({ ...room.room, allow: [`127.0.0.1:${port}`] }) };
  const added = await ask(allowed, "POST", "/reports?reader=fast", { address });
  assert.deepEqual([added.status, added.json.outcome], [201, "new"], JSON.stringify(added.json));
  assert.equal(await room.store.articleAt(address), added.json.article);
});

test("today tells apart what was retracted and what was taken back, also of the same entry", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  const decide = (json: object): Promise<unknown> => ask(room, "POST", `/statements/${id}/decisions`, json);
  await decide({ act: "retract", reason: "said by nobody" });
  await decide({ act: "undo" });
  await decide({ act: "correct", change: { act: "vow" } });
  const { status, json } = await ask(room, "GET", "/today");
  assert.equal(status, 200);
  assert.deepEqual(
    json.decided.map((one: { did: string; by: string; reason: string | null }) => [one.did, one.by, one.reason]),
    [
      ["correct", "Mira Sand", null],
      ["undo", "Mira Sand", null],
      ["retract", "Mira Sand", "said by nobody"],
    ],
  );
  assert.deepEqual([json.decided[0].record.id, json.decided[0].record.standing], [id, "confirmed"]);
  const { items } = (await ask(room, "GET", "/queue")).json;
  assert.deepEqual(json.waiting, { n: items.length, more: false });
  assert.deepEqual(
    json.articles.map((one: { article: { title: string }; statements: number }) => [
      one.article.title,
      one.statements > 0,
    ]),
    [
      ["Quay closed for good, union warns", true],
      ["Ferry to run again, minister says", true],
    ],
  );
  assert.equal((await room.app.request("http://localhost/")).status, 200);
});

test("a text is given in stretches, its offsets those of the statements", async (t) => {
  const room = await opened(t);
  const id = await idWith(room.store, "not close it twice");
  const { json: statement } = await ask(room, "GET", `/statements/${id}`);
  const [[from, to]] = statement.record.content;
  const { json: text } = await ask(room, "GET", `/articles/${statement.article}/text?from=${from}&to=${to}`);
  assert.equal(text.text, statement.words);
  const whole = (await ask(room, "GET", `/articles/${statement.article}/text`)).json;
  assert.deepEqual([whole.text, whole.length, whole.unit], [FERRY, FERRY.length, "UTF-16"]);
  assert.equal((await ask(room, "GET", `/articles/${statement.article}/text?from=5&to=2`)).status, 422);
  assert.equal((await ask(room, "GET", `/articles/${statement.article}/text?edition=9`)).status, 404);
});

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { actNoun } from "../../src/http/parts/acts.ts";
import { ACTS } from "../../src/model/statement.ts";
import { fullId } from "../../src/archive/records.ts";
import { confirm, dispute, undo } from "../../src/archive/decide.ts";
import { NOON, idWith, keep } from "../archive/reports.ts";
import { Browser, type Opened, openRoom } from "./browser.ts";
import { type Page, REPORTS, flat, look } from "./looking.ts";

// What somebody sees who has ten seconds.

interface Looked extends Opened {
  readonly browser: Browser;
  readonly look: (path: string) => Promise<Page>;
}

async function opened(t: TestContext): Promise<Looked> {
  const room = await openRoom(t);
  await keep(room.store, REPORTS);
  const browser = new Browser(room);
  return { ...room, browser, look: (path) => look(browser, path) };
}

test("whoever types a name is led to what the one called so said", async (t) => {
  const { look } = await opened(t);
  const page = await look("/search?words=novak");
  assert.match(flat(page, "main .notice"), /whoever said it\. It is a name of who speaks, too: What Ada Novak said/);
  const led = [...page.querySelectorAll("main .notice a")].map((one) => one.getAttribute("href"));
  assert.deepEqual(led, ["/search?speaker=Ada+Novak", "/search?speaker=A.+Novak"]);
  for (const words of ["ferry", "nova", "novak -ferry", '"novak"', "novak&speaker=Ada+Novak"])
    assert.equal((await look(`/search?words=${words}`)).querySelector("main .notice ul"), null, words);
});

test("the head of a statement tells who decided, when and why, and a decision taken back is none", async (t) => {
  const { look, store } = await opened(t);
  const id = await idWith(store, "not close it twice");
  const line = async (): Promise<string> => flat(await look(`/statements/${id}`), ".standing-line");
  const by = (reason: string | null): Parameters<typeof confirm>[2] => ({
    name: "Jon Adeyemi",
    reason,
    now: NOON,
  });
  assert.equal(await line(), "○ candidate a machine’s reading that nobody has confirmed.");
  await confirm(store, [id], by(null));
  assert.equal(await line(), "● confirmed by Jon Adeyemi, 2031-03-05 12:00 UTC");
  const [entry] = await dispute(store, [id], by("the <tape> has “once”"));
  assert.equal(await line(), "◐ disputed by Jon Adeyemi, 2031-03-05 12:00 UTC: the <tape> has “once”");
  await undo(store, entry?.seq ?? 0, by(null));
  assert.match(await line(), /^● confirmed by Jon Adeyemi/);
});

test("that no day is told is said once beside a text, shortly on cards, and a day worked out has its reason", async (t) => {
  const { look } = await opened(t);
  const cards = flat(await look("/search?words=ferry"), "main");
  assert.match(cards, /said Monday 3 March 2031 derived published on Tuesday 4 March 2031; the Monday before it ·?/);
  assert.match(cards, /no day told/);
  assert.doesNotMatch(cards, /said not known/);
  const { store, look: read } = await opened(t);
  const [row] = (await store.find({ words: "quay" })).items;
  const side = flat(await read(`/articles/${row?.article}`), ".side");
  assert.match(side, /On what day it was said is known of \d; where no day stands below, the text does not tell it\./);
  assert.doesNotMatch(side, /not known/);
});

test("a text without a day of publication says what follows from that and what to do", async (t) => {
  const { look, store } = await openRoom(t).then((room) => ({ ...room, look: (path: string) => looked(room, path) }));
  await keep(store, {
    "https://harbourpost.example/<b>": "Quay shut\n\nAda Novak said on Monday that the quay was shut.\n",
  });
  const [row] = (await store.find({})).items;
  const notice = flat(await look(`/articles/${row?.article}`), ".notice");
  assert.match(notice, /does not say when it was published.*hearsay add --published YYYY-MM-DD https:.*<b>$/);
});

function looked(room: Opened, path: string): Promise<Page> {
  return look(new Browser(room), path);
}

test("what a statement does is called by a noun in the room, and asked for as ever", async (t) => {
  const { look, store } = await opened(t);
  for (const act of ACTS) assert.notEqual(actNoun(act), "", act);
  assert.deepEqual(["deny", "answer-not-given", "toString"].map(actNoun), [
    "denial",
    "an answer not given",
    "toString",
  ]);
  const [row] = (await store.find({ act: "warn" })).items;
  assert.ok(row);
  assert.equal(flat(await look("/search?act=warn"), ".card .act"), "warning");
  assert.equal(flat(await look(`/statements/${fullId(row)}`), "h1 .act"), "warning");
  assert.match(flat(await look(`/people/${encodeURIComponent(row.speaker)}`), "main"), /Acts\s?.*warning/);
  assert.equal(flat(await look("/search"), '#f-act option[value="warn"]'), "warning");
});

test("the page of a name tells of the last name alone, and the other way round", async (t) => {
  const { look, store } = await opened(t);
  const text = "MEL, March 9, 2031 (Northwire) - Novak said the quay was shut for good.\n";
  await keep(store, { "https://harbourpost.example/short": text });
  assert.match(flat(await look("/people/Ada%20Novak"), ".names"), /One person\?\s*Novak has 1 record of its own\./);
  assert.match(
    flat(await look("/people/Novak"), ".names"),
    /One person\?\s*Ada Novak has 4 records of its own\. A\. Novak has 2 records of its own\./,
  );
});

test("a search for words alone that finds nothing does not advise the whole archive", async (t) => {
  const { look } = await opened(t);
  assert.match(flat(await look("/search?words=zebra"), ".empty"), /Try fewer words and filters|words that begin so/);
  assert.doesNotMatch(flat(await look("/search?words=zz+qq"), ".empty"), /without words/);
  assert.match(flat(await look("/search?words=zebra&act=warn"), ".empty"), /without words “zebra”/);
});

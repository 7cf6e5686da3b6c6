import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { confirm } from "../../src/archive/decide.ts";
import { type Proposed, propose } from "../../src/archive/proposals.ts";
import { NOON, idWith, keep } from "../archive/reports.ts";
import { Browser, type Opened, loggedIn, openRoom, withUser } from "./browser.ts";
import { type Page, REPORTS, flat, look } from "./looking.ts";

const BOT = { name: "assistant <b>quill</b> 1.0 for Mira Sand", now: NOON };
const TOM = { name: "Tom Reed", reason: null, now: NOON };
const VOW: Proposed = { act: "correct", change: { act: "vow", uttered: "2031-03-02" }, reason: "she gave her word" };
const DOUBT: Proposed = { act: "dispute", change: {}, reason: "it says <i>may</i>" };

interface Desk extends Opened {
  readonly id: string;
  readonly browser: Browser;
}

async function desk(t: TestContext): Promise<Desk> {
  const opened = await openRoom(t);
  await keep(opened.store, REPORTS);
  return { ...opened, id: await idWith(opened.store, "not close it twice"), browser: new Browser(opened) };
}

/** Sends the form of a page as it stands there, with what a person writes into it. */
async function send(
  browser: Browser,
  page: Page,
  which: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = page.querySelector(`form[action$="/${which}"]`);
  assert.ok(form, which);
  const fields: [string, string][] = [];
  for (const field of form.querySelectorAll("input"))
    fields.push([field.getAttribute("name") ?? "", field.getAttribute("value") ?? ""]);
  return browser.post(form.getAttribute("action") ?? "", { ...Object.fromEntries(fields), ...typed });
}

test("a proposal stands on its entry’s page, in the review and in the list, and never looks like a decision", async (t) => {
  const { store, id, browser } = await desk(t);
  await propose(store, id, VOW, BOT);
  const { hash } = await store.head();
  for (const path of [`/statements/${id}`, `/review?at=${id}`, "/review/proposals"]) {
    const page = await look(browser, path);
    const shown = page.querySelector(".proposal");
    assert.match(
      flat(page, ".proposal"),
      /^proposal assistant <b>quill<\/b> 1\.0 for Mira Sand proposes to correct it .*act: refuse → vow ?said: .+ → 2031-03-02 ?she gave her word/,
      path,
    );
    assert.equal(shown?.querySelectorAll("i, bdi b, .standing").length, 0, "no markup of its own, and no standing");
    assert.match(flat(page, ".standing"), /○ candidate/, path);
  }
  const page = await look(browser, `/statements/${id}`);
  assert.match(flat(page, "main"), /Nobody has decided on it yet/);
  assert.match(flat(page, "#proposals"), /No decisions: the entry stands as it did/);
  assert.match(flat(await look(browser, "/review"), ".readings"), /Proposals 1/);
  assert.equal((await store.head()).hash, hash);
});

test("taken, it is the reviewer’s own decision; declined, nothing changes; both are told", async (t) => {
  const { store, id, browser } = await desk(t);
  await propose(store, id, VOW, BOT);
  const taken = await send(browser, await look(browser, "/review/proposals"), "take");
  const [decision] = await store.decisions(id);
  assert.equal(taken.headers.get("location"), `/review/proposals?entry=${decision?.seq}`);
  assert.equal(decision?.by, "person:Mira Sand");
  const row = await store.record(id);
  assert.deepEqual([row?.act, row?.uttered, row?.standing], ["vow", "2031-03-02", "confirmed"]);
  const list = await look(browser, taken.headers.get("location") ?? "");
  assert.match(flat(list, ".notice"), /Written as entry \d+: the entry is ● confirmed now/);
  assert.match(flat(list, "main"), /No proposal waits/);

  await propose(store, id, DOUBT, BOT);
  const page = await look(browser, `/statements/${id}`);
  assert.equal((await send(browser, page, "decline")).status, 422, "a reason is needed");
  const declined = await send(browser, page, "decline", { reason: "it says “will”" });
  assert.deepEqual([declined.status, declined.headers.get("location")], [303, `/statements/${id}`]);
  const after = await look(browser, `/statements/${id}`);
  assert.match(flat(after, "#proposals"), /None waits.*declined by Mira Sand, .+: it says “will”/);
  assert.equal((await store.record(id))?.standing, "confirmed");
  assert.equal((await store.decisions(id)).length, 1);
});

test("in the review a proposal is taken without a script, and the next one comes", async (t) => {
  const { store, id, browser } = await desk(t);
  await propose(store, id, DOUBT, BOT);
  const answer = await send(browser, await look(browser, `/review?at=${id}`), "take");
  assert.match(answer.headers.get("location") ?? "", /^\/review\?after=[^&]+&entry=\d+$/);
  const [decision] = await store.decisions(id);
  assert.equal(decision?.cause, "(proposed by assistant <b>quill</b> 1.0 for Mira Sand: it says <i>may</i>)");
  assert.match(flat(await look(browser, answer.headers.get("location") ?? ""), "#notice"), /You disputed .+ Undo/);
});

test("who takes one on an entry that others decided on meanwhile is told, and it waits on", async (t) => {
  const { store, id, browser } = await desk(t);
  const { id: proposal } = await propose(store, id, DOUBT, BOT);
  const page = await look(browser, "/review/proposals");
  await confirm(store, [id], TOM);
  const answer = await send(browser, page, "take");
  assert.equal(answer.status, 409);
  assert.match(await answer.text(), /Somebody else came first/);
  assert.equal((await store.proposals.one(proposal))?.outcome, null);
  assert.equal((await store.record(id))?.standing, "confirmed");
  assert.equal((await send(browser, await look(browser, "/review/proposals"), "take")).status, 303);
  assert.equal((await send(browser, page, "take")).status, 422, "it has been settled already");
});

test("a second reader, who must not know what was decided, sees no proposals", async (t) => {
  const { store, id, browser } = await desk(t);
  await propose(store, id, { ...DOUBT, reason: "Tom Reed confirmed it wrongly" }, BOT);
  await confirm(store, [id], TOM);
  const page = await look(browser, `/review?second=1&at=${id}`);
  assert.equal(page.querySelector("#item")?.getAttribute("data-id"), id);
  assert.equal(page.querySelectorAll(".proposal").length, 0);
  assert.doesNotMatch(flat(page, "main"), /Tom Reed/);
});

test("those that wait come in pages, also about what is not in the archive any more", async (t) => {
  const { store, id, browser } = await desk(t);
  for (let n = 0; n < 21; n++) await propose(store, id, DOUBT, { ...BOT, name: `assistant ${n}` });
  const row = await store.proposals.waiting(1);
  await store.proposals.add({ ...row[0], id: "gone", about: "nothing.here", by: "x", made_at: "2030-01-01" } as never);
  const first = await look(browser, "/review/proposals");
  assert.equal(first.querySelectorAll(".proposal").length, 20);
  const second = await look(browser, first.querySelector('.pager a[rel="next"]')?.getAttribute("href") ?? "");
  assert.equal(second.querySelectorAll(".proposal").length, 2);
  assert.match(flat(second, "main"), /nothing\.here, which is not in this archive any more/);
  assert.equal((await browser.get("/review/proposals?cursor=x")).status, 400);
});

test("a reader sees proposals and no way to settle them, nor any form on any page that would decide", async (t) => {
  const opened = await desk(t);
  const { store, id } = opened;
  await propose(store, id, DOUBT, BOT);
  await withUser(opened, "Ada", "admin");
  await withUser(opened, "Rea", "reader");
  opened.clock.at = NOON;
  const browser = await loggedIn(opened, "Rea");
  const [article = ""] = id.split(".");
  const own = /^\/(?:logout|account|saved)/;
  const address = `/articles/${article}`;
  const pages = `/ /articles ${address} ${address}/editions ${address}/raw /statements/${id} /people /people/Ada%20Novak
    /silences /conditions /search /search?words=ferry /captures /feeds /packs /names /proof /saved`.split(/\s+/);
  for (const path of pages) {
    const page = await look(browser, path);
    for (const form of page.querySelectorAll('form[method="post"]')) {
      const to = form.getAttribute("action") ?? "";
      assert.match(to, own, `${path} has a form that goes to ${to}`);
    }
    for (const link of page.querySelectorAll('a[href^="/review"], a[href^="/users"]'))
      assert.fail(`${path} leads to ${link.getAttribute("href")}, which a reader may not see`);
  }
  assert.match(flat(await look(browser, `/statements/${id}`), "#proposals"), /proposes to dispute it/);
  for (const path of ["/review", "/review/proposals"]) assert.equal((await browser.get(path)).status, 403, path);
  const [waiting] = await store.proposals.waiting(1);
  const csrf = await browser.mark("/saved");
  for (const act of ["take", "decline"])
    assert.equal((await browser.post(`/review/proposals/${waiting?.id}/${act}`, { csrf, reason: "x" })).status, 403);
  assert.equal((await store.proposals.one(waiting?.id ?? ""))?.outcome, null);
});

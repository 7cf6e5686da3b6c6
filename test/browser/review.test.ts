import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { correct } from "../../src/archive/correct.ts";
import { confirm, dispute } from "../../src/archive/decide.ts";
import { merge } from "../../src/archive/names.ts";
import { propose } from "../../src/archive/proposals.ts";
import { roomApp } from "../../src/http/app.ts";
import { listen } from "../../src/http/serve.ts";
import type { Store } from "../../src/store/store.ts";
import { FERRY, idWith, keep } from "../archive/reports.ts";
import { scratchArchive } from "../archive/scratch.ts";
import { REPORTS, watched } from "../http/looking.ts";
import { browser, graveFaults } from "./browser.ts";

const NOON = "2031-03-07T12:00:00.000Z";
const BOT = { name: "assistant quill 1.0 for Mira Sand", now: NOON };
const TOM = { name: "Tom Reed", reason: null, now: NOON };

interface Desk {
  readonly store: Store;
  readonly page: Page;
  readonly home: string;
  /** What lies before the reader. */
  readonly id: () => Promise<string>;
}

/** A reading room over two reports, and somebody before it who has no mouse. Any error of a script fails the test. */
async function desk(
  t: TestContext,
  some: Parameters<Awaited<ReturnType<typeof browser>>["newContext"]>[0] = {},
): Promise<Desk> {
  const store = await scratchArchive(t);
  await keep(store, REPORTS);
  const app = roomApp({ store, now: () => NOON, localName: "Mira Sand", version: "0.0.0" });
  const { address, stop } = await listen(app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  const context = await (await browser()).newContext({ locale: "en-GB", ...some });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of [45]\d\d|net::ERR/.test(message.text())) errors.push(message.text());
  });
  t.after(async () => {
    await context.close();
    await stop();
    assert.deepEqual(errors, []);
  });
  const id = async (): Promise<string> => (await page.locator("#item").getAttribute("data-id")) ?? "";
  return { store, page, home: new URL(address).origin, id };
}

async function standing(store: Store, id: string): Promise<string | undefined> {
  return (await store.record(id))?.standing;
}

/** Opens an entry and waits until its keys work. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("#open-keys").waitFor();
  await page.locator(".handle").first().waitFor({ state: "attached" });
}

/** Waits until an entry lies before the reader, or does not any more. */
async function lies(page: Page, id: string, there: boolean): Promise<void> {
  const is = `[data-id="${id}"]`;
  await page.locator(there ? `#item${is}` : `#item:not(${is})`).waitFor();
}

/** Waits until the server has said what became of a decision. */
async function told(page: Page, words: RegExp): Promise<void> {
  await page.locator("#notice", { hasText: words }).waitFor();
}

test("confirm, the next is there, confirm, undo twice: all by keys", async (t) => {
  const { store, page, home, id } = await desk(t);
  await open(page, `${home}/review`);
  const first = await id();
  await page.keyboard.press("c");
  await told(page, /You confirmed/);
  assert.equal(await standing(store, first), "confirmed");
  await lies(page, first, false);
  const second = await id();
  assert.notEqual(second, first);
  assert.equal(await page.evaluate("document.activeElement.id"), "item-title", "the next one is in focus");
  await page.keyboard.press("c");
  await lies(page, second, false);
  assert.equal(await standing(store, second), "confirmed");
  await page.keyboard.press("u");
  await told(page, /You took back a decision/);
  assert.equal(await standing(store, second), "candidate");
  // What was undone lies before the reader again.
  await lies(page, second, true);
  await page.keyboard.press("c");
  await told(page, /You confirmed/);
  assert.equal(await standing(store, second), "confirmed");
});

test("dispute with a reason, retract with a reason", async (t) => {
  const { store, page, home, id } = await desk(t);
  await open(page, `${home}/review`);
  const [first] = [await id()];
  await page.keyboard.press("d");
  await page.keyboard.type("cut off: c j u");
  await page.keyboard.press("Enter");
  await told(page, /You disputed .* ◐ disputed now/);
  assert.deepEqual(
    (await store.decisions(first)).map(({ act, cause, by }) => [act, cause, by]),
    [["dispute", "cut off: c j u", "person:Mira Sand"]],
  );
  const second = await id();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
  assert.equal(await standing(store, second), "candidate", "without a reason nothing is sent");
  await page.keyboard.type("no statement");
  await page.keyboard.press("Enter");
  await told(page, /You retracted/);
  assert.equal(await standing(store, second), "retracted");
});

test("skip, back and a field left with Esc change nothing", async (t) => {
  const { store, page, home, id } = await desk(t);
  await open(page, `${home}/review`);
  const { seq } = await store.head();
  const first = await id();
  await page.keyboard.press("j");
  await lies(page, first, false);
  const second = await id();
  await page.keyboard.press("k");
  await lies(page, first, true);
  await page.keyboard.press("j");
  await lies(page, second, true);
  await page.keyboard.press("d");
  await page.keyboard.type("never mind");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate("document.activeElement.id"), "item-title");
  assert.equal((await store.head()).seq, seq);
});

test("the ends of the words go by words and letters, and are put back or saved", async (t) => {
  const { store, page, home } = await desk(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  await open(page, `${home}/review?at=${id}`);
  const words = (): Promise<string> => page.locator("#pending q").innerText();
  await page.keyboard.press("Shift+ArrowLeft");
  assert.equal(await words(), "that the ferry to Mel would run again before");
  await page.keyboard.press("Alt+ArrowRight");
  assert.equal(await words(), "the ferry to Mel would run again before");
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowLeft");
  assert.equal(await words(), "Monday that the ferry to Mel would run again before");
  await page.keyboard.press("Shift+Control+ArrowLeft");
  assert.equal(await words(), "Monday that the ferry to Mel would run again befor");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#pending").isHidden(), true);
  await page.keyboard.press("Alt+ArrowRight");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Shift+ArrowLeft");
  assert.equal(await page.locator(".passage .mark-content").innerText(), "the ferry to Mel would run again");
  await page.keyboard.press("Enter");
  await told(page, /You corrected .*the ferry to Mel would run again.* ● confirmed now/);
  const row = await store.record(id);
  assert.equal(row?.words, "the ferry to Mel would run again");
  const from = FERRY.indexOf("the ferry to Mel");
  assert.deepEqual(row?.record["content"], [[from, from + "the ferry to Mel would run again".length]]);
});

test("what was changed is not lost by skipping, and confirming saves it", async (t) => {
  const { store, page, home } = await desk(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  await open(page, `${home}/review?at=${id}`);
  const { seq } = await store.head();
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("j");
  await page.locator("#fault", { hasText: /You changed something here/ }).waitFor();
  assert.equal((await store.head()).seq, seq);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#fault").innerText(), "");
  await page.keyboard.press("s");
  await page.keyboard.type("Somebody Else");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#speaker").inputValue(), "Ada Novak", "put back");
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("c");
  await told(page, /You corrected/);
  const row = await store.record(id);
  assert.deepEqual([row?.words, row?.standing], ["the ferry to Mel would run again before Easter", "confirmed"]);
});

test("an end never passes the other, and the text does not move under it", async (t) => {
  const { store, page, home } = await desk(t);
  await open(page, `${home}/review?at=${await idWith(store, "the ferry to Mel would run again")}`);
  const whole = await page.locator("#passage").innerText();
  for (let i = 0; i < 30; i++) await page.keyboard.press("Shift+ArrowLeft");
  assert.equal(await page.locator(".passage .mark-content").innerText(), "that");
  for (let i = 0; i < 30; i++) await page.keyboard.press("Alt+ArrowRight");
  for (let i = 0; i < 200; i++) await page.keyboard.press("Shift+ArrowRight");
  assert.ok((await page.locator("#pending q").innerText()).endsWith("before Easter."));
  assert.equal(await page.locator("#passage").innerText(), whole);
});

test("an end is a slider of its own: reached with Tab, moved with the arrows, and dragged", async (t) => {
  const { store, page, home } = await desk(t);
  await open(page, `${home}/review?at=${await idWith(store, "the ferry to Mel would run again")}`);
  const end = page.getByRole("slider", { name: "End of the words" });
  await end.focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await end.getAttribute("aria-valuetext"), "that the ferry to Mel would run again before");
  await page.keyboard.press("Control+ArrowLeft");
  assert.equal(await page.locator("#pending q").innerText(), "that the ferry to Mel would run again befor");
  const from = await end.boundingBox();
  const to = await page.locator(".passage .mark-content").boundingBox();
  assert.ok(from && to);
  await page.mouse.move(from.x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
  await page.mouse.up();
  const dragged = await page.locator("#pending q").innerText();
  assert.ok(dragged.length < 40 && "that the ferry to Mel would run again".startsWith(dragged), dragged);
});

test("selected text is taken for the words", async (t) => {
  const { store, page, home } = await desk(t);
  await open(page, `${home}/review?at=${await idWith(store, "the ferry to Mel would run again")}`);
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.getElementById("passage"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(" on Monday");
      if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + " on Monday ".length);
    }
  }`);
  await page.keyboard.press("w");
  assert.equal(await page.locator("#pending q").innerText(), "on Monday");
});

test("speaker, act and day are changed by keys", async (t) => {
  const { store, page, home } = await desk(t);
  const id = await idWith(store, "the quay was safe");
  await open(page, `${home}/review?at=${id}`);
  await page.keyboard.press("s");
  await page.keyboard.type("Harbour Union");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.type("adm");
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await page.keyboard.type("2031-03-03");
  await page.keyboard.press("Enter");
  await told(page, /You corrected/);
  const row = await store.record(id);
  assert.deepEqual(
    [row?.speaker, row?.act, row?.uttered, row?.standing],
    ["Harbour Union", "admit", "2031-03-03", "confirmed"],
  );
  await page.keyboard.press("u");
  await told(page, /You took back/);
  const back = await store.record(id);
  assert.deepEqual([back?.act, back?.standing], ["deny", "candidate"]);
});

test("the second reading by keys: hidden, decided, compared", async (t) => {
  const { store, page, home } = await desk(t);
  const id = await idWith(store, "the quay was safe");
  await dispute(store, [id], { ...TOM, reason: "it was another union" });
  await open(page, `${home}/review?second=1`);
  assert.doesNotMatch(await page.locator("main").innerText(), /Tom Reed|another union|disputed/);
  await page.keyboard.press("c");
  await told(page, /You differ from the first reader/);
  assert.match(await page.locator("#notice").innerText(), /Tom Reed disputed it: “it was another union”/);
  assert.equal(await standing(store, id), "disputed");
  await page.locator("#item h2", { hasText: "Nothing behind this one waits" }).waitFor();
});

for (const [what, breaks, says] of [
  [
    "the server fails",
    (page: Page) => page.route("**/decide", (route) => route.fulfill({ status: 500, body: "no" })),
    /Not saved/,
  ],
  [
    "the connection drops",
    (page: Page) => page.route("**/decide", (route) => route.abort("connectionreset")),
    /did not answer/,
  ],
  [
    "the answer is lost on its way",
    (page: Page) =>
      page.route("**/decide", async (route) => {
        await route.fetch();
        await route.abort("connectionreset");
      }),
    /did not answer/,
  ],
] as const)
  test(`nothing is lost when ${what}`, async (t) => {
    const { store, page, home, id } = await desk(t);
    await open(page, `${home}/review`);
    const first = await id();
    await breaks(page);
    await page.keyboard.press("d");
    await page.keyboard.type("a reason that took long to write");
    await page.keyboard.press("Enter");
    await page.locator("#fault", { hasText: says }).waitFor();
    assert.equal(await id(), first, "it still lies before the reader");
    assert.equal(await page.locator("#notice").innerText(), "", "nothing is shown as done");
    assert.equal(await page.locator("#dispute-reason").inputValue(), "a reason that took long to write");
    await page.unroute("**/decide");
    await page.keyboard.press("Enter");
    await told(page, /You disputed/);
    assert.equal(await page.locator("#fault").innerText(), "");
    assert.deepEqual(
      (await store.decisions(first)).map(({ act, cause }) => [act, cause]),
      [["dispute", "a reason that took long to write"]],
      "it is kept once",
    );
  });

test("when the next can't be fetched the decision is safe, and it says so", async (t) => {
  const { store, page, home, id } = await desk(t);
  await page.route("**/review?after=*", (route) => route.abort("connectionreset"));
  await open(page, `${home}/review`);
  const first = await id();
  await page.keyboard.press("c");
  await page.locator("#fault", { hasText: /Your decision is safe/ }).waitFor();
  assert.equal(await standing(store, first), "confirmed");
  await page.unroute("**/review?after=*");
  await page.getByRole("link", { name: "Try again" }).click();
  await page.locator(".handle").first().waitFor({ state: "attached" });
  assert.notEqual(await id(), first);
});

test("who was overtaken is told and shown what is there now", async (t) => {
  const { store, page, home, id } = await desk(t);
  await open(page, `${home}/review`);
  const first = await id();
  await confirm(store, [first], TOM);
  await page.keyboard.press("c");
  await page.locator("#fault", { hasText: /Tom Reed decided on this meanwhile/ }).waitFor();
  await page.getByRole("link", { name: "Look at it again" }).click();
  await page.locator(".verdicts", { hasText: /Tom Reed confirmed it/ }).waitFor();
  assert.equal(await id(), first);
  assert.equal((await store.decisions(first)).length, 1);
});

test("a proposal beside the entry is taken as one's own decision, and the next entry comes", async (t) => {
  const { store, page, home, id } = await desk(t);
  await open(page, `${home}/review`);
  const first = await id();
  await propose(store, first, { act: "dispute", change: {}, reason: "it says “may”" }, BOT);
  await open(page, `${home}/review`);
  await page.getByRole("button", { name: "Take it as your own decision" }).click();
  await page.locator("#notice", { hasText: /You disputed/ }).waitFor();
  assert.notEqual(await id(), first);
  assert.equal(await standing(store, first), "disputed");
  assert.equal((await store.decisions(first))[0]?.cause, `(proposed by ${BOT.name}: it says “may”)`);
  await page.keyboard.press("u");
  await page.locator("#notice", { hasText: /took back a decision/ }).waitFor();
  assert.equal(await standing(store, first), "candidate");
});

test("the keys are shown by ?, and can be turned off", async (t) => {
  const { store, page, home } = await desk(t);
  await open(page, `${home}/review`);
  const { seq } = await store.head();
  await page.keyboard.press("?");
  assert.equal(await page.locator("#keys").isVisible(), true);
  await page.keyboard.press("c");
  await page.getByLabel("Letter keys decide").uncheck();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#keys").isVisible(), false);
  await page.keyboard.press("c");
  await page.keyboard.press("u");
  await page.waitForTimeout(200);
  assert.equal((await store.head()).seq, seq, "no letter decided");
});

test("without a script every decision is a form", async (t) => {
  const { store, page, home, id } = await desk(t, { javaScriptEnabled: false });
  await page.goto(`${home}/review`);
  const first = await id();
  await page.locator("summary", { hasText: "Dispute" }).click();
  await page.locator("#dispute-reason").fill("by hand");
  await page.getByRole("button", { name: "Dispute" }).click();
  assert.match(await page.locator("#notice").innerText(), /You disputed/);
  assert.equal(await standing(store, first), "disputed");
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await standing(store, first), "candidate");
});

test("no page of the archive's work has a serious fault for those who see or hear otherwise", async (t) => {
  const { store, page, home } = await desk(t);
  const [first, second, third] = (await store.find({})).items.map(({ article, id }) => `${article}.${id}`) as [
    string,
    string,
    string,
  ];
  await confirm(store, [first, second], TOM);
  await dispute(store, [first], { name: "Ann Holt", reason: "not so", now: NOON });
  await correct(store, third, { speaker: "Somebody Else" }, { name: "Mira Sand", reason: null, now: NOON });
  await merge(store, ["A. Novak"], "Ada Novak", TOM);
  await propose(store, third, { act: "dispute", change: {}, reason: "it says “may”" }, BOT);
  await propose(store, third, { act: "correct", change: { speaker: "The port" }, reason: "it speaks" }, BOT);
  const facts = { title: "The Harbour Post" };
  const failed = { failures: 2, last_status: 503, last_error: "the server answers 503" };
  const feed = "https://harbourpost.example/feed";
  await store.keepWatched([
    watched(feed, { facts, looked_at: NOON, next_at: NOON }),
    watched("https://harbourpost.example/1", {
      feed,
      kind: "report",
      facts,
      looked_at: NOON,
      next_at: NOON,
      ...failed,
    }),
  ]);
  const paths = [
    "/review",
    "/review?second=1",
    `/review?at=${third}`,
    "/review?after=WyIwIiwiMCJd",
    "/review/disagreements",
    "/review/proposals",
    `/statements/${third}`,
    "/names",
  ];
  paths.push(
    "/silences",
    "/silences?kind=act-absent",
    "/conditions",
    "/captures",
    "/feeds",
    "/feeds/failing",
    `/feeds/items?feed=${encodeURIComponent(feed)}`,
    "/packs?name=north",
  );
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of paths) {
        await page.goto(home + path);
        for (const summary of await page.locator("main details > summary").all()) await summary.click();
        assert.deepEqual(await graveFaults(page), [], `${path}, ${colorScheme}, ${width}`);
        const wider = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
        assert.ok(wider <= 0, `${path} is ${wider} pixels too wide at ${width}`);
      }
    }
});

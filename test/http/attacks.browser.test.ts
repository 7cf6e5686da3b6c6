import assert from "node:assert/strict";
import { test } from "node:test";
import { roomApp } from "../../src/http/app.ts";
import { listen } from "../../src/http/serve.ts";
import { fullId } from "../../src/archive/records.ts";
import { scratchArchive, ticking } from "../archive/scratch.ts";
import { browser } from "../browser/browser.ts";
import { keepHostile } from "./hostile.ts";
import { PAYLOADS } from "./payloads.ts";

/** Articles that are opened, and statements: each has a dozen payloads. */
const OPENED = 24;

const LOOK = `({ hsy: "hsy" in window, title: document.title.length > 0, main: document.querySelectorAll("main").length })`;
const NAMES = `Array.from(document.querySelectorAll("*"), (one) => [one.localName, ...one.getAttributeNames()].join(" "))`;
const ODD = /hsy|(?:^| )on\w|^(?:iframe|object|embed|base|math|style|foreignObject)\b/;

test("in a real browser nothing of what the archive holds runs, fetches, or is stopped only by the policy", async (t) => {
  const store = await scratchArchive(t);
  await keepHostile(store, PAYLOADS, ticking());
  const app = roomApp({ store, now: ticking(), localName: `<img src=x onerror=window.hsy=1>`, version: "0.0.0" });
  const room = await listen(app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  t.after(room.stop);
  const context = await (await browser()).newContext();
  t.after(() => context.close());
  await context.addInitScript(
    `document.addEventListener("securitypolicyviolation", (e) => console.log("violation: " + e.violatedDirective + " " + e.blockedURI))`,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()}: a dialog`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/violation|Content Security Policy/i.test(message.text()))
      faults.push(`${page.url()}: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message.slice(0, 200)}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(room.address)) faults.push(`${page.url()}: asks ${request.url().slice(0, 200)}`);
  });
  const { items } = await store.articles({ limit: 300 });
  const every = <T>(all: readonly T[]): readonly T[] => all.filter((_, i) => i % Math.ceil(all.length / OPENED) === 0);
  const records = (await store.find({ limit: 500 })).items;
  const speakers = await store.counts("speaker", {}, 300);
  const paths = [
    "",
    "articles",
    "people",
    "search",
    "search?words=hsy",
    "silences",
    "conditions",
    "captures",
    "feeds",
    "names",
    "saved",
    "review",
    "review/proposals",
    "users",
    "packs",
    ...every(items).flatMap(({ article }) => [`articles/${article}`, `articles/${article}/raw`]),
    ...every(records).map((row) => `statements/${fullId(row)}`),
    ...every(speakers).map(({ value }) => `people/${encodeURIComponent(value.toWellFormed())}`),
    ...every(PAYLOADS).map((payload) => `search?words=${encodeURIComponent(payload.toWellFormed())}`),
  ];
  for (const path of paths) {
    const answer = await page.goto(room.address + path, { waitUntil: "load" });
    assert.ok(answer && answer.status() < 500, `${path}: ${answer?.status()}`);
    const ours = (await page.evaluate(LOOK)) as { hsy: boolean; title: boolean; main: number };
    // Whatever the browser made of the page: one main part, and nothing that a payload set.
    if (ours.hsy || !ours.title || ours.main !== 1) faults.push(`${path}: ${JSON.stringify(ours)}`);
    const odd = ((await page.evaluate(NAMES)) as string[]).filter((one) => ODD.test(one));
    if (odd.length > 0) faults.push(`${path}: ${odd.slice(0, 3).join(", ")}`);
  }
  t.diagnostic(`${paths.length} pages`);
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
});

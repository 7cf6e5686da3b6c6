import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { propose } from "../src/archive/proposals.ts";
import { fullId } from "../src/archive/records.ts";
import { roomApp } from "../src/http/app.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { furnish } from "../test/http/furnished.ts";
import { smallPng } from "./smallPng.ts";

// Pictures of every page over the invented reports: `node bench/screens.ts [FOLDER [NAME...]]`, by default docs/screens.

const [folder = join(import.meta.dirname, "../docs/screens"), ...only] = process.argv.slice(2);
const dark = process.env["SCREENS"] === "dark";
const scratch = mkdtempSync(join(tmpdir(), "hearsay-screens-"));
const store = await openSqlite(join(scratch, "hearsay.db"));
await furnish(store, "full");
const empty = await openSqlite(join(scratch, "empty.db"));

const { items: wire } = await store.articles({ outlet: "Northwire" });
const article = wire[0]?.article ?? "";
const { items } = await store.find({ speaker: "Marek Solvan", act: "announce", article });
const statement = fullId(items[0] ?? ((await store.find({ article })).items[0] as (typeof items)[number]));
const { items: corrected } = await store.find({ speaker: "Lotte Brandsma", standing: "confirmed" });
const BOT = { name: "assistant quill 1.0 for Mira Sand", now: "2026-03-02T11:00:00.000Z" };
const { items: open } = await store.find({ kind: "statement", standing: "candidate", limit: 2 });
if (open[0] && open[1]) {
  const silence = { act: "dispute", change: {}, reason: "having no comment is a silence, not a statement" } as const;
  const day = {
    act: "correct",
    change: { uttered: "2025-08-15" },
    reason: "the report tells it of that Friday",
  } as const;
  await propose(store, fullId(open[0]), silence, BOT);
  await propose(store, fullId(open[1]), day, BOT);
}
const { items: silent } = await store.find({ kind: "silence" });

const PAGES: Readonly<Record<string, string>> = {
  today: "/",
  articles: "/articles",
  article: `/articles/${article}`,
  raw: `/articles/${article}/raw`,
  editions: `/articles/${article}/editions`,
  statement: `/statements/${statement}`,
  corrected: `/statements/${corrected[0] ? fullId(corrected[0]) : statement}`,
  silence: `/statements/${silent[0] ? fullId(silent[0]) : statement}`,
  people: "/people",
  person: "/people/Marek%20Solvan",
  channel: "/channels/Tarvian%20Telegraph%20Agency",
  outlet: "/outlets/Northwire",
  search: "/search?words=border*",
  "search-filters": "/search?words=borderr&speaker=Marek+Solvan&act=vow",
  "not-there": "/articles/nothing",
  review: "/review",
  proposals: "/review/proposals",
  names: "/names",
  silences: "/silences",
  conditions: "/conditions",
  captures: "/captures",
  packs: "/packs",
  proof: "/proof",
};

async function listen(at: typeof store): Promise<{ readonly address: string; readonly stop: () => void }> {
  const app = roomApp({ store: at, now: () => "2026-03-02T12:00:00.000Z", localName: "Mira Sand", version: "0.1.0" });
  return new Promise((done) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      done({ address: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    );
  });
}

const full = await listen(store);
const bare = await listen(empty);
mkdirSync(folder, { recursive: true });
const args = ["--no-sandbox", "--disable-gpu"];
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
for (const width of [1280, 390]) {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 860 },
    colorScheme: dark ? "dark" : "light",
    deviceScaleFactor: 1,
    timezoneId: "Europe/Lisbon",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.error(`  ${page.url()}: ${message.text()}`));
  for (const [name, path] of [...Object.entries(PAGES), ["empty", ""] as const]) {
    if (only.length > 0 && !only.includes(name)) continue;
    const answer = await page.goto(name === "empty" ? bare.address : full.address + path);
    const file = join(folder, `${name}-${width}${dark ? "-dark" : ""}.png`);
    writeFileSync(file, smallPng(await page.screenshot()));
    const wide = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    const note = wide > 0 ? `, ${wide} px too wide` : "";
    console.log(`${name} ${width}: ${answer?.status()}, ${Math.round(statSync(file).size / 1024)} KB${note}`);
  }
  await context.close();
}
await browser.close();
full.stop();
bare.stop();
await store.close();
await empty.close();
rmSync(scratch, { recursive: true, force: true });

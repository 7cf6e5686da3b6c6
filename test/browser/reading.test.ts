import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { fullId } from "../../src/archive/records.ts";
import { roomApp } from "../../src/http/app.ts";
import { type Listening, listen } from "../../src/http/serve.ts";
import type { Store } from "../../src/store/store.ts";
import { furnish } from "../http/furnished.ts";
import { inFile } from "../store/homes.ts";
import { crowded } from "./crowded.ts";
import { browser, graveFaults } from "./browser.ts";

const archive = inFile();
let store: Store;
let home = "";
let listening: Listening;
let article = "";
const pages: Record<string, string> = {};

before(async () => {
  store = await archive.open();
  await furnish(store);
  await crowded(store);
  article = (await store.articles({ outlet: "Northwire" })).items[0]?.article ?? "";
  const first = async (query: Parameters<Store["find"]>[0]): Promise<string> => {
    const [row] = (await store.find({ ...query, limit: 1 })).items;
    assert.ok(row, JSON.stringify(query));
    return `/statements/${fullId(row)}`;
  };
  Object.assign(pages, {
    today: "/",
    articles: "/articles",
    article: `/articles/${article}`,
    raw: `/articles/${article}/raw`,
    editions: `/articles/${article}/editions`,
    statement: await first({ article, speaker: "Marek Solvan" }),
    corrected: await first({ speaker: "Lotte Brandsma", standing: "confirmed" }),
    silence: await first({ kind: "silence" }),
    people: "/people",
    person: "/people/Marek%20Solvan",
    outlet: "/outlets/Northwire",
    search: "/search?words=border*&standing=candidate",
    "search with a fault": "/search?speaker=s&said=never",
    "search that finds nothing": "/search?words=borderr",
    saved: "/saved",
    "no page": "/articles/nothing",
    proof: "/proof",
  });
  const app = roomApp({ store, now: () => "2026-03-02T12:00:00.000Z", localName: "Mira Sand", version: "0.1.0" });
  listening = await listen(app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  home = new URL(listening.address).origin;
});
after(async () => {
  await listening.stop();
  await archive.close();
});

/** A window; every breach of the content policy and every script error in it is a failure. */
async function window(options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await browser()).newContext({ locale: "en-GB", timezoneId: "Asia/Kolkata", ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  try {
    await run(page);
  } finally {
    await context.close();
  }
  assert.deepEqual(errors, []);
}

const LOOKS = [
  { what: "wide and light", viewport: { width: 1280, height: 860 }, colorScheme: "light" },
  { what: "narrow and dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

for (const { what, ...look } of LOOKS)
  describe(`every page, ${what}`, () => {
    test("can be read by everybody, as far as axe can tell, and scrolls in no other direction than down", async () => {
      await window(look, async (page) => {
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(home + path);
          assert.deepEqual(await graveFaults(page), [], `${name}: ${path}`);
          const wide = await page.evaluate<number>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          assert.equal(wide, 0, `${name} is ${wide} px too wide`);
        }
      });
    });
  });

test("no fact under a statement is cut off where it goes over several lines", async () => {
  await window({ viewport: { width: 390, height: 844 } }, async (page) => {
    for (const path of ["/search?words=border*", "/people/Marek%20Solvan", `/articles/${article}`]) {
      await page.goto(home + path);
      const [cut, several] = await page.evaluate<[string[], number]>(`(() => {
        const cut = [];
        let several = 0;
        for (const fact of document.querySelectorAll(".facts > li")) {
          const edge = fact.parentElement.getBoundingClientRect().left + 0.9 * parseFloat(getComputedStyle(fact).fontSize);
          const words = document.createRange();
          words.selectNodeContents(fact);
          const boxes = [...words.getClientRects()].filter(({ width }) => width > 1);
          if (boxes.length > 1) several++;
          if (boxes.some(({ left }) => left < edge)) cut.push(fact.textContent);
        }
        return [cut, several];
      })()`);
      assert.deepEqual(cut, [], path);
      assert.ok(several > 0, path);
    }
  });
});

describe("an article", () => {
  test("an entry of the list lights up its words, and the words their entry, by pointer and by keyboard", async () => {
    await window({ viewport: { width: 1280, height: 860 } }, async (page) => {
      await page.goto(`${home}/articles/${article}`);
      await page.locator("#s3").hover();
      assert.equal(
        await page.locator(".text .m-content.lit").count(),
        await page.locator('.text .m-content[data-of="3"]').count(),
      );
      assert.ok((await page.locator('.text .m-cue.lit[data-of="3"]').count()) > 0, "its cue too");
      await page.locator("#t1").focus();
      assert.deepEqual(await page.locator(".side-entry.lit").evaluateAll((all) => all.map(({ id }) => id)), ["s1"]);
      await page.locator("h2").first().hover();
      const plain = page.locator(".text .m-content.d1:not(:has(*))").first();
      await plain.hover();
      assert.equal(await page.locator(`#s${await plain.getAttribute("data-of")}.lit`).count(), 1);
    });
  });

  test("choosing a filter asks for it at once", async () => {
    await window({}, async (page) => {
      await page.goto(`${home}/articles/${article}`);
      await page.locator('select[name="speaker"]').selectOption("Marek Solvan");
      await page.waitForURL(/speaker=Marek/);
      const speakers = await page
        .locator(".side-entry")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-speaker")));
      assert.ok(speakers.length > 0 && speakers.every((one) => one === "Marek Solvan"), speakers.join());
    });
  });

  test("without a script the labels lead from the words to the list and back, and the filters have a button", async () => {
    await window({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${home}/articles/${article}`);
      await page.locator("#t3").click();
      assert.match(page.url(), /#s3$/);
      await page.locator('#s3 a[href="#t3"]').click();
      assert.match(page.url(), /#t3$/);
      await page.locator('select[name="act"]').selectOption({ index: 1 });
      await page.getByRole("button", { name: "Show" }).click();
      assert.match(page.url(), /act=/);
      assert.equal(
        await page.locator("[data-theme-switch]").isVisible(),
        false,
        "a switch that would do nothing is not shown",
      );
    });
  });

  test("three hundred marks take less than 300 ms of script", async (t) => {
    await window({ viewport: { width: 1280, height: 860 } }, async (page) => {
      const [crowd] = (await store.articles({ outlet: "The Crowded Page" })).items;
      const client = await page.context().newCDPSession(page);
      await client.send("Performance.enable");
      await page.goto(`${home}/articles/${crowd?.article}`, { waitUntil: "load" });
      const marks = await page.locator(".text .m-content").count();
      assert.ok(marks >= 300, `${marks} marks`);
      const { metrics } = await client.send("Performance.getMetrics");
      const ms = Math.round(1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Infinity));
      t.diagnostic(`${marks} marks: ${ms} ms of script`);
      assert.ok(ms < 300, `${ms} ms`);
      await page.locator("#s150").hover();
      assert.ok((await page.locator(".text .lit").count()) > 0);
    });
  });
});

describe("a statement", () => {
  test("is confirmed by its form, and the decision stands there at once, with the name and a way back", async () => {
    await window({}, async (page) => {
      const [row] = (await store.find({ article, standing: "candidate", kind: "statement", limit: 1 })).items;
      assert.ok(row);
      await page.goto(`${home}/statements/${fullId(row)}`);
      await page.getByLabel(/^Reason/).fill("heard it myself");
      await page.getByRole("button", { name: "Confirm" }).click();
      await page.locator(".statement-head .standing-confirmed").waitFor();
      assert.match((await page.locator(".history").textContent()) ?? "", /Mira Sand\s+confirmed[\s\S]*heard it myself/);
      assert.equal((await store.record(fullId(row)))?.standing, "confirmed");
      await page.getByRole("button", { name: "Take the last decision back" }).click();
      await page.locator(".statement-head .standing-candidate").waitFor();
    });
  });

  test("a dispute without a reason is refused in words, and nothing is written", async () => {
    await window({}, async (page) => {
      const [row] = (await store.find({ article, standing: "candidate", kind: "statement", limit: 1 })).items;
      assert.ok(row);
      const { seq } = await store.head();
      await page.goto(`${home}/statements/${fullId(row)}`);
      await page.getByRole("button", { name: "Dispute" }).click();
      await page.getByText(/needs a reason/).waitFor();
      assert.equal((await store.head()).seq, seq);
    });
  });

  test("its citation is copied, and its receipt comes as a file", async () => {
    await window({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.goto(home + pages["statement"]);
      await page.getByRole("button", { name: "Copy the citation" }).click();
      await page.getByText("Copied.").waitFor();
      const copied = await page.evaluate<string>("navigator.clipboard.readText()");
      assert.match(copied, /^> [\s\S]*SHA-256:/);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByText("Download the receipt").click(),
      ]);
      assert.match(download.suggestedFilename(), /^receipt-[0-9a-f.-]+\.json$/);
    });
  });

  test("a moment stands as it is told, with the reader's own time beside it", async () => {
    await window({}, async (page) => {
      await page.goto(home + pages["statement"]);
      const got = page.locator(".receipt time").first();
      assert.match((await got.textContent()) ?? "", /UTC$/);
      assert.match((await page.locator(".receipt .local-time").first().textContent()) ?? "", /14:33|where you are/);
    });
  });
});

test("the look that was chosen is kept from page to page", async () => {
  await window({ colorScheme: "light" }, async (page) => {
    await page.goto(`${home}/`);
    const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await ground();
    await page.getByRole("button", { name: "Dark" }).click();
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.goto(`${home}/people`);
    assert.equal(await ground(), dark);
    await page.getByRole("button", { name: "Light" }).click();
    assert.equal(await ground(), light);
  });
});

test("the whole room can be walked by keyboard: the first stop leads to the content", async () => {
  await window({}, async (page) => {
    await page.goto(`${home}/`);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "main");
  });
});

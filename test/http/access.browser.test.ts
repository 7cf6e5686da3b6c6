import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { listen } from "../../src/http/serve.ts";
import { browser } from "../browser/browser.ts";
import { PASSWORD, openRoom, withUser } from "./browser.ts";

/** Where pictures of the pages are put, for whoever wants to look at them. */
const PICTURES = process.env["HEARSAY_PICTURES"];

test("somebody logs in by keyboard, makes a token, and an admin a user; no page has a serious fault for anybody", async (t) => {
  const opened = await openRoom(t);
  opened.clock.at = new Date().toISOString();
  await withUser(opened, "Ada Novak", "admin");
  await withUser(opened, "Ben Okri", "reviewer");
  const room = await listen(opened.app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  t.after(room.stop);
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await (await browser()).newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${room.address}proof`);
    assert.match(page.url(), /\/login\?next=%2Fproof$/);
    await looked(page, `login-${colorScheme}`);
    await page.getByLabel("Name").focus();
    await page.keyboard.type("Ada Novak");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not the password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("do not belong together").waitFor();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${room.address}proof`);

    await page.goto(`${room.address}account`);
    await page.getByLabel("What it is for").fill("the wire desk");
    await page.getByRole("button", { name: "Make a token" }).click();
    assert.match((await page.getByText(/^hearsay_/).textContent()) ?? "", /^hearsay_[\w-]{43}$/);
    await looked(page, `account-${colorScheme}`);

    await page.goto(`${room.address}users`);
    await page.getByLabel("Name, as decisions will be signed").fill(`Cleo ${colorScheme}`);
    await page.getByLabel(/^First password/).fill("a phrase of some length");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("status").getByText(`Cleo ${colorScheme} is reader now`).waitFor();
    await page.getByText("Change Ben Okri").click();
    await looked(page, `users-${colorScheme}`);
    await page.goto(`${room.address}logout`);
    await page
      .getByRole("button", { name: /^Log out/ })
      .first()
      .click();
    await page.waitForURL(/\/login$/);
    await context.close();
  }
});

/** What reaches furthest to the right. */
const WIDEST = `[...document.querySelectorAll("body *")].filter((e) => !e.closest(".wide") && e.getBoundingClientRect().right > document.documentElement.clientWidth)
  .map((e) => e.outerHTML.slice(0, 120)).join(" | ")`;

async function looked(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
    [],
    name,
  );
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = (await page.evaluate("document.documentElement.scrollWidth")) as number;
    const widest = wide <= width ? "" : await page.evaluate(WIDEST);
    assert.ok(wide <= width, `${name} is ${wide} wide at ${width}: ${String(widest)}`);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { keep } from "../archive/reports.ts";
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

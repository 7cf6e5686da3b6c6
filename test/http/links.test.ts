import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { roomApp } from "../../src/http/app.ts";
import { scratchArchive } from "../archive/scratch.ts";
import { furnish } from "./furnished.ts";

/** Pages of one kind are alike: of each so many are followed. */
const OF_A_KIND = 5;

test("no link of the room leads nowhere, and every anchor in a page is there", async (t) => {
  const store = await scratchArchive(t);
  await furnish(store);
  const app = roomApp({ store, now: () => "2026-03-02T12:00:00.000Z", localName: "Mira Sand", version: "0.1.0" });
  const todo: { readonly path: string; readonly from: string }[] = [{ path: "/", from: "" }];
  const known = new Set(["/"]);
  const kinds = new Map<string, number>();
  const broken: string[] = [];
  for (const { path, from } of todo) {
    const answer = await app.request(`http://localhost${path}`);
    if (answer.status >= 400) broken.push(`${path}, ${answer.status}, on ${from}`);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    const { document } = parseHTML(await answer.text());
    for (const link of document.querySelectorAll("a[href], link[href], script[src]")) {
      const href = link.getAttribute("href") ?? link.getAttribute("src") ?? "";
      if (href.startsWith("#")) {
        if (!document.getElementById(href.slice(1))) broken.push(`${href} on ${path}`);
        continue;
      }
      const to = new URL(href, `http://localhost${path}`);
      if (to.origin !== "http://localhost") {
        broken.push(`${href} leads out of the room, on ${path}`);
        continue;
      }
      const address = to.pathname + to.search;
      const [, first, second, third = ""] = to.pathname.split("/");
      const kind = `${first} ${second === undefined ? "" : "one"} ${third} ${Array.from(to.searchParams.keys()).at(-1) ?? ""}`;
      const seen = kinds.get(kind) ?? 0;
      if (known.has(address) || seen >= OF_A_KIND) continue;
      known.add(address);
      kinds.set(kind, seen + 1);
      todo.push({ path: address, from: path });
    }
  }
  t.diagnostic(`${todo.length} addresses of ${kinds.size} kinds`);
  assert.ok(kinds.size > 20);
  assert.deepEqual(broken, []);
});

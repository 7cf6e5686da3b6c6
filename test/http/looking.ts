import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import type { WatchedRow } from "../../src/store/store.ts";
import { FERRY, NOON, QUAY } from "../archive/reports.ts";
import type { Browser } from "./browser.ts";

export type Page = ReturnType<typeof parseHTML>["document"];

/** Two reports under the addresses of an outlet. */
export const REPORTS = { "https://harbourpost.example/ferry": FERRY, "https://harbourpost.example/quay": QUAY };

/** A page that must be there. */
export async function look(browser: Browser, path: string): Promise<Page> {
  const answer = await browser.get(path);
  assert.equal(answer.status, 200, path);
  return parseHTML(await answer.text()).document;
}

/** The words of the first such element, as they are read. */
export function flat(page: Page, selector: string): string {
  return (page.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A feed that came when it was last asked for, but for `some`. */
export function watched(address: string, some: Partial<WatchedRow> = {}): WatchedRow {
  return {
    address,
    host: new URL(address).host,
    feed: null,
    kind: "feed",
    facts: {},
    etag: null,
    last_modified: null,
    looked_at: NOON,
    next_at: "2031-03-05T13:00:00.000Z",
    failures: 0,
    last_status: 200,
    last_error: null,
    ...some,
  };
}

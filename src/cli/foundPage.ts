import { insteadOf } from "../archive/instead.ts";
import { listed } from "../archive/listed.ts";
import { toSafeJson } from "../export/contract.ts";
import type { Page, Query, RecordRow, Store } from "../store/store.ts";
import type { Console } from "./console.ts";

/** Nobody else waits for a command, so it may look further than a page of the reading room. */
const LOOK_THROUGH = 1_000_000;

/** Where a page ended before its end, in words; "" for others. */
export function lookedThrough({ lookedThrough: n }: Page<RecordRow>): string {
  return n === undefined ? "" : `Looked through ${n.toLocaleString("en")} so far. `;
}

/**
 * Asks an archive. Null where there is nothing left to print: with `json` the page is written as one JSON object, and where nothing
 * is found it is said what to try.
 */
export async function foundPage(
  store: Store,
  query: Query,
  json: boolean,
  { stdout }: Console,
): Promise<Page<RecordRow> | null> {
  const page = await store.find({ lookThrough: LOOK_THROUGH, ...query });
  if (json) await stdout.write(`${await foundJson(store, page, query.words)}\n`);
  else if (page.items.length === 0 && page.cursor === null) {
    const tries = query.cursor === undefined ? await insteadOf(store, query) : ["This was the last page."];
    await stdout.write(`Nothing found. ${tries.join("\n")}\n`);
  } else return page;
  return null;
}

/** A page of records as one JSON object: each as the contract has it, with what the archive knows of it. */
async function foundJson(store: Store, page: Page<RecordRow>, words?: string): Promise<string> {
  const shown = await listed(store, page.items, words);
  const items = shown.map((record, i) => {
    const row = page.items[i] as RecordRow;
    const { article, edition, channel, by, words: all, record: entry, machine } = row;
    return { ...record, channel, words: all, article, edition, by, record: entry, machine };
  });
  return toSafeJson({ hearsay: "found-1", items, cursor: page.cursor, lookedThrough: page.lookedThrough });
}

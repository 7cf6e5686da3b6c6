import { insteadOf } from "../../archive/instead.ts";
import { listed } from "../../archive/listed.ts";
import { toSafeJson } from "../../export/contract.ts";
import { recordLines } from "../../export/recordLines.ts";
import { inColour, plain } from "../../export/terminal.ts";
import type { Page, Query, RecordRow, Store } from "../../store/store.ts";
import { withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";
import { type FilterOptions, queryOf } from "../query.ts";

export interface FindOptions extends FilterOptions {
  readonly order?: "newest" | "said";
}

const USUAL_LIMIT = 20;
const WIDEST = 100;

/** Looks for statements and silences by words and filters and prints a page of them. */
export async function find(words: readonly string[], options: FindOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const asked = await queryOf(store, words, options, console);
    const query: Query = { limit: USUAL_LIMIT, ...asked, ...(options.order !== undefined && { order: options.order }) };
    const page = await store.find(query);
    if (options.json) return console.stdout.write(`${await foundJson(store, page, query.words)}\n`);
    if (page.items.length === 0) {
      const tries = query.cursor === undefined ? await insteadOf(store, query) : ["This was the last page."];
      return console.stdout.write(`Nothing found. ${tries.join("\n")}\n`);
    }
    const paint = wantsColour(console, options.color) ? inColour : plain;
    const width = Math.min(WIDEST, columnsFor(console));
    const records = await listed(store, page.items, query.words);
    const blocks = records.map((record) => recordLines(record, width, paint).join("\n"));
    await console.stdout.write(`${blocks.join("\n\n")}\n`);
    if (page.cursor !== null)
      await console.stdout.write(`\n${records.length} shown; for the next, add --cursor ${page.cursor}\n`);
  });
}

/** A page of records as one JSON object: each as the contract has it, with what the archive knows of it. */
export async function foundJson(store: Store, page: Page<RecordRow>, words?: string): Promise<string> {
  const shown = await listed(store, page.items, words);
  const items = shown.map((record, i) => {
    const row = page.items[i] as RecordRow;
    const { article, edition, channel, by, words: all, record: entry, machine } = row;
    return { ...record, channel, words: all, article, edition, by, record: entry, machine };
  });
  return toSafeJson({ hearsay: "found-1", items, cursor: page.cursor });
}

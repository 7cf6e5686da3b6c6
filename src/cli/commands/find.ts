import { listed } from "../../archive/listed.ts";
import { recordLines } from "../../export/recordLines.ts";
import { inColour, plain } from "../../export/terminal.ts";
import type { Query } from "../../store/store.ts";
import { withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";
import { foundPage, lookedThrough } from "../foundPage.ts";
import { type FilterOptions, queryOf, tellCalled } from "../query.ts";

export interface FindOptions extends FilterOptions {
  readonly order?: "newest" | "said";
}

const USUAL_LIMIT = 20;
const WIDEST = 100;

/** Looks for statements and silences by words and filters and prints a page of them. */
export async function find(words: readonly string[], options: FindOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const asked = await queryOf(store, words, options, console);
    if (options.json !== true) await tellCalled(store, asked, console);
    const query: Query = { limit: USUAL_LIMIT, ...asked, ...(options.order !== undefined && { order: options.order }) };
    const page = await foundPage(store, query, options.json === true, console);
    if (page === null) return;
    const paint = wantsColour(console, options.color) ? inColour : plain;
    const width = Math.min(WIDEST, columnsFor(console));
    const records = await listed(store, page.items, query.words);
    const blocks = records.map((record) => recordLines(record, width, paint).join("\n"));
    await console.stdout.write(`${blocks.join("\n\n")}\n`);
    if (page.cursor !== null)
      await console.stdout.write(
        `\n${lookedThrough(page)}${records.length} shown; for the next, add --cursor ${page.cursor}\n`,
      );
  });
}

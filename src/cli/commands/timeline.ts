import { listed } from "../../archive/listed.ts";
import { firstDay } from "../../archive/edtf.ts";
import { dateWords } from "../../export/dateWords.ts";
import { count } from "../../export/pageLines.ts";
import { recordLines } from "../../export/recordLines.ts";
import { inColour, plain } from "../../export/terminal.ts";
import type { Query, Store } from "../../store/store.ts";
import { withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";
import { foundPage, lookedThrough } from "../foundPage.ts";
import { type FilterOptions, queryOf, tellCalled } from "../query.ts";

const USUAL_LIMIT = 50;
const WIDEST = 100;
const MONTHS = 100_000;

/** Prints what was said by the day it was said on, the last day first, and how each day is known. */
export async function timeline(words: readonly string[], options: FilterOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const asked = await queryOf(store, words, options, console);
    if (options.json !== true) await tellCalled(store, asked, console);
    const query: Query = { limit: USUAL_LIMIT, ...asked, order: "said" };
    const page = await foundPage(store, query, options.json === true, console);
    if (page === null) return;
    const paint = wantsColour(console, options.color) ? inColour : plain;
    const width = Math.min(WIDEST, columnsFor(console));
    const lines: string[] = [];
    let day: string | null = null;
    for (const record of await listed(store, page.items, query.words)) {
      const own = firstDay(record.uttered?.edtf ?? null);
      if (own !== null && own !== day) lines.push(paint(dateWords(own), "bold"), "");
      day = own ?? day;
      lines.push(...recordLines(record, width, paint, true), "");
    }
    const undated = await undatedOf(store, query);
    if (undated > 0) lines.push(`${count(undated, "more record")} on days not known; hearsay find shows them.`);
    if (page.cursor !== null) lines.push(`${lookedThrough(page)}For earlier days, add --cursor ${page.cursor}`);
    await console.stdout.write(`${lines.join("\n").trimEnd()}\n`);
  });
}

/** How many the query finds of which the day is not known. */
async function undatedOf(store: Store, page: Query): Promise<number> {
  const query = Object.fromEntries(Object.entries(page).filter(([name]) => name !== "cursor" && name !== "limit"));
  const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((all, { n }) => all + n, 0);
  return sum(await store.counts("kind", query, 9)) - sum(await store.counts("month", query, MONTHS));
}

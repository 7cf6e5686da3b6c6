import { articleNamed, historyOf } from "../../archive/history.ts";
import { toHistoryPage } from "../../export/historyPage.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";

export interface HistoryOptions extends ArchiveOptions {
  readonly json?: boolean;
  readonly color?: boolean;
}

/** Shows the editions of an article and what became of its statements. */
export async function history(named: string, options: HistoryOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const found = await historyOf(store, await articleNamed(store, named, console.folder));
    const page = { columns: columnsFor(console), colour: wantsColour(console, options.color) };
    await console.stdout.write(options.json ? `${JSON.stringify(found)}\n` : toHistoryPage(found, page));
  });
}

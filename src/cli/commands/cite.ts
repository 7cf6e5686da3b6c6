import { receiptOf } from "../../archive/receipt.ts";
import { type CitationFormat, toCitation } from "../../export/citation.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";

export interface CiteOptions extends ArchiveOptions {
  readonly format?: CitationFormat;
}

/** Prints statements and silences as blocks that can be pasted. */
export async function cite(ids: readonly string[], options: CiteOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const blocks: string[] = [];
    for (const id of ids) blocks.push(toCitation(await receiptOf(store, id), options.format ?? "text"));
    await console.stdout.write(blocks.join("\n"));
  });
}

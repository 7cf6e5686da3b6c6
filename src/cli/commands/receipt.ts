import { receiptOf } from "../../archive/receipt.ts";
import { toSafeJson } from "../../export/contract.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";

/** Prints the receipt of a statement or silence: what lets a stranger check it without the archive. */
export async function receipt(id: string, options: ArchiveOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    await console.stdout.write(`${toSafeJson(await receiptOf(store, id), 2)}\n`);
  });
}

import { readAgain } from "../../archive/again.ts";
import { type Checked, checkAgainst, checkReceipt } from "../../archive/receipt.ts";
import { readReceipt } from "../../export/receipt.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import type { Receipt } from "../../model/receipt.ts";
import { withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { bytesOf } from "../inputs.ts";

export interface ReceiptOptions {
  /** An archive to check it against; `true` for the usual one. */
  readonly archive?: string | true;
  readonly quiet?: boolean;
}

const LONGEST = 160;

/** Checks one receipt and tells each thing that was checked; quietly, only what does not hold. Comes back with whether all holds. */
export async function verifyReceipt(
  json: unknown,
  file: string | undefined,
  { quiet, archive }: ReceiptOptions,
  console: Console,
): Promise<boolean> {
  const { stdout } = console;
  const receipt = readReceipt(json);
  if (typeof receipt === "string") {
    await stdout.write(`✗ not a receipt as Hearsay makes them: ${shownOnOneLine(receipt)}\n`);
    return false;
  }
  const checks = await checksOf(receipt, file, archive, console);
  const failed = checks.filter(({ holds }) => !holds);
  if (quiet !== true || failed.length > 0)
    await stdout.write(`Receipt of ${shownOnOneLine(receipt.id)}, ${receipt.standing}\n`);
  for (const { what, holds, found } of quiet === true ? failed : checks)
    await stdout.write(`  ${holds ? "✓" : "✗"} ${what}: ${holds ? "" : "no, "}${glance(found)}\n`);
  if (quiet === true) return failed.length === 0;
  if (file === undefined)
    await stdout.write(
      `  The words were not looked up: name the file too, ${receipt.capture.size} bytes from ${shownOnOneLine(receipt.capture.address ?? "standard input")}\n`,
    );
  await stdout.write(
    failed.length === 0
      ? `It holds. Proves: ${receipt.proves}\nNot proven: ${receipt.provesNot}\n`
      : `It does not hold: ${failed.length} of ${checks.length} checks failed.\n`,
  );
  return failed.length === 0;
}

async function checksOf(
  receipt: Receipt,
  file: string | undefined,
  archive: ReceiptOptions["archive"],
  console: Console,
): Promise<Checked[]> {
  const read = file === undefined ? null : await readAgain(await bytesOf(console, file), file, receipt.capture.given);
  const checks = checkReceipt(receipt, read);
  if (archive === undefined) return checks;
  const named = archive === true ? {} : { archive };
  return withArchive(console, named, { existing: true }, async (store) => [
    ...checks,
    ...(await checkAgainst(store, receipt)),
  ]);
}

function glance(found: string): string {
  const words = shownOnOneLine(found);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

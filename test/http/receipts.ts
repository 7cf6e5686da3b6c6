import { checkReceipt } from "../../src/archive/receipt.ts";
import { readReceipt } from "../../src/export/receipt.ts";

/** What is wrong with a receipt in itself. */
export function toReceiptChecks(json: unknown): string[] {
  const receipt = readReceipt(json);
  if (typeof receipt === "string") return [receipt];
  return checkReceipt(receipt, null)
    .filter(({ holds }) => !holds)
    .map(({ what }) => what);
}

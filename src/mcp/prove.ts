import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { checkAgainst, checkReceipt, receiptOf } from "../archive/receipt.ts";
import { fullId, recordOf } from "../archive/records.ts";
import { decisionView } from "../archive/views/evidence.ts";
import { toCitation } from "../export/citation.ts";
import { readReceipt } from "../export/receipt.ts";
import { STANDING } from "../export/recordWords.ts";
import { STANDINGS } from "../model/ledger.ts";
import { UserError } from "../model/errors.ts";
import { type Evidence, PROOF, evidenceOf } from "./evidence.ts";
import { evidence, id, proof } from "./schemas.ts";
import { type Desk, addTool } from "./tool.ts";

const anything = z.record(z.string(), z.unknown());

/** Tools that show what an entry rests on. */
export function addProving(server: McpServer, desk: Desk): void {
  const { store } = desk;
  addTool(server, desk, {
    name: "get_statement",
    title: "One statement with its receipt",
    description:
      "One statement or silence with what people decided on it and its receipt: hashes, offsets, capture, ledger entry.",
    takes: { id },
    gives: {
      ...evidence.shape,
      decisions: z.array(
        z.object({
          seq: z.int(),
          act: z.string(),
          by: z.string(),
          at: z.string(),
          reason: z.string().nullable(),
          undone: z.int().nullable(),
          change: anything.nullable(),
        }),
      ),
      receiptWhole: anything.describe("What lets a stranger check it without the archive: hand it to verify_receipt"),
      ...proof,
    },
    do: async ({ id: typed }) => {
      const row = await recordOf(store, typed);
      const [shown] = await evidenceOf(store, [row]);
      const decisions = (await store.decisions(fullId(row))).map(decisionView);
      return {
        ...(shown as Evidence),
        decisions: decisions.map((one) => ({ ...one, change: one.change as Record<string, unknown> | null })),
        receiptWhole: { ...(await receiptOf(store, fullId(row))) },
        ...PROOF,
      };
    },
  });
  addTool(server, desk, {
    name: "verify_receipt",
    title: "Verify a receipt",
    description:
      "Check a receipt in itself and against this archive: is its ledger entry whole, and does the archive have what it says?",
    takes: { receipt: anything.describe("A receipt, as receiptWhole of get_statement has it") },
    gives: {
      holds: z.boolean(),
      checks: z.array(z.object({ what: z.string(), holds: z.boolean(), found: z.string() })),
      receipt: z.string(),
      standing: z.enum(STANDINGS).describe("When the receipt was made"),
      standingMeans: z.string(),
      ...proof,
    },
    do: async ({ receipt: handed }) => {
      const receipt = readReceipt(handed);
      if (typeof receipt === "string") throw new UserError(`this is no receipt: ${receipt}`, 2);
      const checks = [...checkReceipt(receipt, null), ...(await checkAgainst(store, receipt))];
      const standing = z.enum(STANDINGS).parse(receipt.standing);
      return {
        holds: checks.every(({ holds }) => holds),
        checks,
        receipt: receipt.id,
        standing,
        standingMeans: STANDING[standing].means,
        ...PROOF,
      };
    },
  });
  addTool(server, desk, {
    name: "cite",
    title: "Cite",
    description:
      "A statement or silence as a block to paste: the words, who said them and through whom, whether they are verbatim, when, and what is proven.",
    takes: { id, format: z.enum(["text", "markdown"]).optional() },
    gives: {
      receipt: z.string(),
      standing: z.enum(STANDINGS),
      standingMeans: z.string(),
      citation: z.string(),
      ...proof,
    },
    do: async ({ id: typed, format = "text" }) => {
      const row = await recordOf(store, typed);
      const citation = toCitation(await receiptOf(store, fullId(row)), format);
      const { standing } = row;
      return { receipt: fullId(row), standing, standingMeans: STANDING[standing].means, citation, ...PROOF };
    },
  });
}

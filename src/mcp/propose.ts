import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { type Correction, placesOf } from "../archive/correct.ts";
import { PROPOSED_ACTS, propose } from "../archive/proposals.ts";
import { fullId, recordOf } from "../archive/records.ts";
import { STANDING } from "../export/recordWords.ts";
import { SILENCE_KINDS } from "../model/entries.ts";
import { UserError } from "../model/errors.ts";
import { STANDINGS } from "../model/ledger.ts";
import { ACTS, SOURCE_KINDS } from "../model/statement.ts";
import { PROOF } from "./evidence.ts";
import { id, proof } from "./schemas.ts";
import { type Desk, addTool } from "./tool.ts";

const NOT_DECIDED =
  "Kept as a proposal. Nothing was decided: the entry stands as it did, until a reviewer takes the proposal under their own name.";

/**
 * The one tool that keeps something. A proposal is no entry of the ledger: what stands there is a person's. It waits beside the
 * record, under the assistant's name, for a reviewer to take or decline.
 */
export function addProposing(server: McpServer, desk: Desk): void {
  const { store, now, forWhom } = desk;
  addTool(server, desk, {
    name: "propose_correction",
    title: "Propose a correction",
    description:
      "Propose that a person confirm, dispute, retract or correct an entry, with the reason from the text. It decides nothing: a reviewer does.",
    keeps: true,
    takes: {
      id,
      act: z.enum(PROPOSED_ACTS),
      reason: z.string().trim().min(1).max(2_000).describe("What in the text shows it"),
      words: z
        .array(z.string().min(1).max(20_000))
        .min(1)
        .max(20)
        .optional()
        .describe("For correct: the words it should have, as they stand in the text"),
      speaker: z.string().trim().min(1).max(500).optional().describe("For correct"),
      speakerKind: z.enum(SOURCE_KINDS).optional(),
      newAct: z
        .enum([...ACTS, ...SILENCE_KINDS])
        .optional()
        .describe("For correct: what it does"),
      said: z.string().max(100).optional().describe("For correct: the day as EDTF, or “unknown”"),
    },
    gives: {
      proposal: z.string(),
      receipt: z.string(),
      standing: z.enum(STANDINGS).describe("Of the entry: unchanged"),
      standingMeans: z.string(),
      decided: z.literal(false),
      state: z.enum(["waiting", "taken", "declined"]),
      by: z.string(),
      says: z.string(),
      ...proof,
    },
    do: async ({ id: typed, act, reason, words, speaker, speakerKind, newAct, said }) => {
      const row = await recordOf(store, typed);
      const change: Correction = {
        ...(words && { content: await placesOf(store, fullId(row), words) }),
        ...(speaker !== undefined && { speaker }),
        ...(speakerKind !== undefined && { speakerKind }),
        ...(newAct !== undefined && { act: newAct }),
        ...(said !== undefined && { uttered: said === "unknown" ? null : said }),
      };
      if (act !== "correct" && Object.keys(change).length > 0)
        throw new UserError(`words, speaker, newAct and said go with act “correct”; this is “${act}”`, 2);
      const made = await propose(
        store,
        fullId(row),
        { act, change, reason },
        { name: proposerOf(server, forWhom), now: now() },
      );
      return {
        proposal: made.id,
        receipt: fullId(row),
        standing: row.standing,
        standingMeans: STANDING[row.standing].means,
        decided: false as const,
        state: made.settled?.as ?? ("waiting" as const),
        by: made.by,
        says: made.settled ? `This was proposed before, and ${made.settled.as} by ${made.settled.by}.` : NOT_DECIDED,
        ...PROOF,
      };
    },
  });
}

/** The assistant as it calls itself, marked as one, and for whom it works. */
function proposerOf(server: McpServer, forWhom: string): string {
  const { name = "unnamed", version = "" } = server.server.getClientVersion() ?? {};
  const called = `${name} ${version}`
    .replace(/[^\p{L}\p{N}\p{P} ]+/gu, " ")
    .trim()
    .slice(0, 100);
  return `assistant ${called}${forWhom === "" ? "" : ` for ${forWhom}`}`;
}

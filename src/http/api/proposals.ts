import { z } from "@hono/zod-openapi";
import {
  PROPOSED_ACTS,
  type Proposal,
  declineProposal,
  propose,
  shownProposal,
  takeProposal,
} from "../../archive/proposals.ts";
import { fullId } from "../../archive/records.ts";
import { waitingRows } from "../../archive/views/proposals.ts";
import type { Room } from "../room.ts";
import { change, correctionOf, deciderOf, entry, shownEntry } from "./decisions.ts";
import { type Api, Reply, operation, pageReply } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { cursor, limit, moment, pageOf, reason, statementId } from "./schemas.ts";
import { recordAt } from "./statements.ts";

const TAGS = ["Proposals"];

const proposal = z
  .object({
    id: z.string(),
    about: z.string().describe("The statement or silence"),
    act: z.enum(PROPOSED_ACTS),
    change: z.record(z.string(), z.unknown()),
    reason: z.string(),
    by: z.string(),
    at: moment,
    settled: z
      .object({
        as: z.enum(["taken", "declined"]),
        by: z.string(),
        at: moment,
        why: z.string().nullable(),
        entry: z.int().nullable(),
      })
      .nullable()
      .describe("Null while it waits"),
  })
  .openapi("Proposal", {
    description: "What somebody would have decided. It is no decision: the entry stands as it did",
  });

/** Proposals: what assistants and readers would have decided, and what reviewers make of it. */
export function serveProposals(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/proposals",
    id: "listProposals",
    tags: TAGS,
    summary: "Proposals that wait to be looked at, the newest first",
    query: z.strictObject({ limit, cursor }),
    answer: pageOf(proposal, "ProposalPage"),
    do: async ({ c, query: { limit: most = 50, cursor: after } }) => {
      const { items, cursor: next } = await waitingRows(store, most, after);
      return pageReply(c, { items: items.map(shownProposal), cursor: next });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/statements/{id}/proposals",
    id: "getProposals",
    tags: TAGS,
    summary: "Proposals about one statement or silence, settled ones as well",
    params: statementId,
    answer: z.object({ items: z.array(proposal) }).openapi("Proposals"),
    do: async ({ params }) => {
      const id = fullId(await recordAt(store, params.id));
      return { items: (await store.proposals.about(id)).map(shownProposal) };
    },
  });
  operation(api, room, {
    method: "post",
    path: "/statements/{id}/proposals",
    id: "propose",
    tags: TAGS,
    summary: "Propose a decision for a reviewer to make or to decline",
    params: statementId,
    body: z
      .discriminatedUnion("act", [
        z.strictObject({ act: z.literal("correct"), change, reason }),
        ...(["confirm", "dispute", "retract"] as const).map((act) => z.strictObject({ act: z.literal(act), reason })),
      ])
      .openapi("NewProposal"),
    answer: proposal,
    status: 201,
    do: async ({ c, params, body }) => {
      const id = fullId(await recordAt(store, params.id));
      const made = { act: body.act, change: "change" in body ? await correctionOf(store, id, body.change) : {} };
      const done = await propose(store, id, { ...made, reason: body.reason }, deciderOf(c, room));
      return new Reply(done, { status: 201 });
    },
  });
  operation(api, room, {
    method: "post",
    path: "/proposals/{proposal}/settle",
    id: "settleProposal",
    tags: TAGS,
    summary: "Make a proposal one’s own decision, or decline it with a reason",
    params: z.object({
      proposal: z
        .string()
        .max(64)
        .openapi({ param: { name: "proposal", in: "path" } }),
    }),
    body: z
      .discriminatedUnion("as", [
        z.strictObject({ as: z.literal("taken"), reason: reason.optional() }),
        z.strictObject({ as: z.literal("declined"), reason }),
      ])
      .openapi("Settlement"),
    answer: z.object({ proposal, entries: z.array(entry) }).openapi("Settled"),
    least: "reviewer",
    do: async ({ c, params, body }) => {
      await there(room, params.proposal);
      const decider = deciderOf(c, room, body.reason);
      const entries = body.as === "taken" ? await takeProposal(store, params.proposal, decider) : [];
      if (body.as === "declined") await declineProposal(store, params.proposal, decider);
      return { proposal: await there(room, params.proposal), entries: entries.map(shownEntry) };
    },
  });
}

async function there({ store }: Room, id: string): Promise<Proposal> {
  const row = await store.proposals.one(id);
  if (!row) throw new Trouble("not-found", `there is no proposal ${id}; GET /api/v1/proposals lists those that wait`);
  return shownProposal(row);
}

import { z } from "@hono/zod-openapi";
import { insteadOf } from "../../archive/instead.ts";
import { checkAgainst, checkReceipt, receiptOf } from "../../archive/receipt.ts";
import { fullId, recordOf } from "../../archive/records.ts";
import { countsView } from "../../archive/views/counts.ts";
import { decisionView, evidenceView } from "../../archive/views/evidence.ts";
import { foundViews } from "../../archive/views/found.ts";
import { CITATION_FORMATS, toCitation } from "../../export/citation.ts";
import { readReceipt } from "../../export/receipt.ts";
import { UserError } from "../../model/errors.ts";
import type { CountedField, Query, RecordRow, Store } from "../../store/store.ts";
import type { Room } from "../room.ts";
import { filters, meantBy, searchQuery } from "./filters.ts";
import { type Api, Reply, operation, pageReply } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { counted, decision, found, pageOf, receiptAnswer, statement, statementId, taken } from "./schemas.ts";
import { tagOf } from "./tags.ts";

const TAGS = ["Statements"];

const foundPage = pageOf(found, "FoundPage")
  .extend({
    taken,
    lookedThrough: z
      .int()
      .optional()
      .describe("Where the page ended early: so many records were looked through, the cursor leads on"),
    tries: z.array(z.string()).optional().describe("Where nothing was found: what to try"),
  })
  .openapi("SearchPage");

/** Statements and silences: looked for, one by one, with receipt, citation and decisions. */
export function serveStatements(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/statements",
    id: "findStatements",
    tags: TAGS,
    summary: "Look for statements and silences",
    query: searchQuery,
    answer: foundPage,
    byLedger: true,
    do: async ({ c, query }) => {
      const meant = await meantBy(store, query);
      return searchReply(c, store, meant.query, { taken: meant.taken });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/silences",
    id: "findSilences",
    tags: TAGS,
    summary: "Look for silences: what was reported as not said or not done",
    query: searchQuery
      .omit({ kind: true, manner: true, order: true, said: true, minConfidence: true })
      .extend({ noticed: z.string().min(1).max(500).optional().describe("Who found it, as the archive has the name") }),
    answer: foundPage,
    byLedger: true,
    do: async ({ c, query }) => {
      const { noticed, ...rest } = query;
      const meant = await meantBy(store, { ...rest, kind: "silence" });
      const asked = { ...meant.query, ...(noticed !== undefined && { noticed }) };
      return searchReply(c, store, asked, { taken: meant.taken });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/counts",
    id: "countStatements",
    tags: TAGS,
    summary: "Count statements and silences by one of their fields; of very many the newest 20,000",
    query: filters.omit({ order: true }).extend({
      by: z.enum(COUNTED).describe("The field; a month is that in which it was said"),
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z
      .object({
        items: z.array(counted),
        of: z.int().describe("How many were counted"),
        more: z.boolean().describe("Whether there may be more, which were not counted"),
        taken,
      })
      .openapi("Counts"),
    byLedger: true,
    do: async ({ query: { by, limit = 50, ...rest } }) => {
      const { query, taken: meant } = await meantBy(store, rest);
      return { ...(await countsView(store, by, query, limit)), taken: meant };
    },
  });
  operation(api, room, {
    method: "get",
    path: "/statements/{id}",
    id: "getStatement",
    tags: TAGS,
    summary: "One statement or silence, with its decisions and what its receipt proves",
    params: statementId,
    answer: statement,
    do: async ({ params: { id } }) => {
      const { view, version } = await evidenceView(store, await recordAt(store, id));
      return new Reply(view, { tag: statementTag(version) });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/statements/{id}/decisions",
    id: "getDecisions",
    tags: TAGS,
    summary: "What people decided on it, those taken back as well",
    params: statementId,
    answer: z.object({ id: z.string(), standing: z.string(), items: z.array(decision) }).openapi("Decisions"),
    do: async ({ params }) => {
      const row = await recordAt(store, params.id);
      const id = fullId(row);
      return { id, standing: row.standing, items: (await store.decisions(id)).map(decisionView) };
    },
  });
  serveReceipts(api, room);
}

const COUNTED = [
  "speaker",
  "channel",
  "outlet",
  "act",
  "standing",
  "kind",
  "occasion",
  "month",
] as const satisfies readonly CountedField[];

function serveReceipts(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/statements/{id}/receipt",
    id: "getReceipt",
    tags: TAGS,
    summary: "What lets a stranger check it without the archive",
    params: statementId,
    answer: receiptAnswer,
    byLedger: true,
    do: async ({ params: { id } }) => receiptOf(store, fullId(await recordAt(store, id))),
  });
  operation(api, room, {
    method: "get",
    path: "/statements/{id}/citation",
    id: "getCitation",
    tags: TAGS,
    summary: "A block to paste: the words, who said them and through whom, and what is proven",
    params: statementId,
    query: z.strictObject({
      format: z.enum(CITATION_FORMATS).optional().describe("text unless said; json is sent as JSON"),
    }),
    answer: { text: "text/plain" },
    do: async ({ c, params: { id }, query: { format = "text" } }) => {
      const receipt = await receiptOf(store, fullId(await recordAt(store, id)));
      const type = { text: "text/plain", markdown: "text/markdown", json: "application/json" }[format];
      return c.body(toCitation(receipt, format), 200, { "content-type": `${type}; charset=utf-8` });
    },
  });
  operation(api, room, {
    method: "post",
    path: "/receipts/check",
    id: "checkReceipt",
    tags: TAGS,
    summary: "Check a receipt in itself and against this archive",
    body: z.record(z.string(), z.unknown()).openapi("AnyReceipt", { description: "A receipt as getReceipt has it" }),
    answer: z
      .object({
        holds: z.boolean().describe("Whether all checks do"),
        checks: z.array(z.object({ what: z.string(), holds: z.boolean(), found: z.string() })),
      })
      .openapi("Checked"),
    do: async ({ body }) => {
      const receipt = readReceipt(body);
      if (typeof receipt === "string")
        throw new Trouble("refused", `this is no receipt: ${receipt}`, [{ field: "body", detail: receipt }]);
      const checks = [...checkReceipt(receipt, null), ...(await checkAgainst(store, receipt))];
      return { holds: checks.every(({ holds }) => holds), checks };
    },
  });
}

/** The ETag of a statement as it stands: what If-Match of a decision names. */
export function statementTag(version: string): string {
  return tagOf("statement", version);
}

/** The record an address names. Throws Trouble where there is none, or where several may be meant. */
export async function recordAt(store: Store, id: string): Promise<RecordRow> {
  try {
    return await recordOf(store, id);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const several = / may be /.test(error.message);
    throw new Trouble(
      "not-found",
      several ? error.message : `there is no statement or silence ${id}; GET /api/v1/statements finds them`,
    );
  }
}

/** A page of what a query finds. */
async function searchReply(
  c: Parameters<typeof pageReply>[0],
  store: Store,
  query: Query,
  more: object,
): Promise<Reply> {
  const { items, cursor, lookedThrough } = await store.find(query);
  const empty = items.length === 0 && cursor === null && query.cursor === undefined;
  return pageReply(
    c,
    { items: await foundViews(store, items, query.words), cursor },
    {
      ...more,
      ...(lookedThrough !== undefined && { lookedThrough }),
      ...(empty && { tries: await insteadOf(store, query) }),
    },
  );
}

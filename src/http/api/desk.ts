import { z } from "@hono/zod-openapi";
import { given } from "../../archive/views/asked.ts";
import { openConditions } from "../../archive/views/conditions.ts";
import { foundViews } from "../../archive/views/found.ts";
import { reviewItem } from "../../archive/views/queue.ts";
import { standingVerdicts, verdictsOn } from "../../archive/views/verdicts.ts";
import { fullId } from "../../archive/records.ts";
import { ACTS } from "../../model/statement.ts";
import type { Queue, WatchedRow } from "../../store/store.ts";
import type { Room } from "../room.ts";
import { shownCapture } from "./articles.ts";
import { type Api, operation, pageReply } from "./operation.ts";
import { capture, cursor, found, limit, listed, pageOf, queued, verdict, watched } from "./schemas.ts";

const TAGS = ["The archive’s work"];
const COUNTED = 10_000;

/** What waits, what stands open, what came in, what is watched. */
export function serveDesk(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/queue",
    id: "listQueue",
    tags: TAGS,
    summary: "What waits for a decision, first what a decision is worth most on",
    query: z.strictObject({
      of: z
        .enum(["candidates", "second"])
        .optional()
        .describe("candidates: nobody has decided; second: one other person has, and what they said is not told"),
      article: z.string().max(16).optional().describe("Only of one article; with of=candidates"),
      limit: z.coerce.number().int().min(1).max(20).optional().describe("1 to 20; 10 unless said"),
      cursor,
    }),
    answer: pageOf(queued, "QueuePage")
      .extend({ waiting: z.object({ n: z.int(), more: z.boolean() }).describe("How many wait, counted up to 10,000") })
      .openapi("Queue"),
    least: "reviewer",
    do: async ({ c, query: { of = "candidates", article, limit: most = 10, cursor: after } }) => {
      const queue: Queue =
        of === "second" ? { of, reader: c.get("who").name } : { of, ...(article !== undefined && { article }) };
      const page = await store.desk.queue(queue, { limit: most, ...(after !== undefined && { cursor: after }) });
      const items = [];
      for (const row of page.items) items.push(await reviewItem(store, row, of === "second"));
      const n = await store.desk.queueLength(queue, COUNTED + 1);
      return pageReply(c, { items, cursor: page.cursor }, { waiting: { n: Math.min(n, COUNTED), more: n > COUNTED } });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/disagreements",
    id: "listDisagreements",
    tags: TAGS,
    summary: "Where people decided differently and nobody has settled it, the newest first",
    query: z.strictObject({ limit, cursor }),
    answer: pageOf(found.extend({ verdicts: z.array(verdict) }), "Disagreements"),
    least: "reviewer",
    byLedger: true,
    do: async ({ c, query }) => {
      const page = await store.desk.queue({ of: "differing" }, given(query));
      const views = await foundViews(store, page.items);
      const items = [];
      for (const [i, row] of page.items.entries()) {
        const verdicts = standingVerdicts(verdictsOn(row, await store.decisions(fullId(row))));
        items.push({ ...views[i], verdicts });
      }
      return pageReply(c, { items, cursor: page.cursor });
    },
  });
  serveConditions(api, room);
  serveIntake(api, room);
}

const condition = z.object({
  trigger: z.string().nullable().describe("The words of what it hangs on"),
  consequence: z.string().nullable(),
  mover: z.string().nullable().describe("Whose move it is"),
});

function serveConditions(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/conditions",
    id: "listConditions",
    tags: TAGS,
    summary: "Statements that hang on a condition and were not taken back, the newest first",
    query: z.strictObject({
      act: z.enum(ACTS).optional(),
      mover: z.string().min(1).max(500).optional().describe("Whose move it is, as the archive has the name"),
      limit,
      cursor,
    }),
    answer: pageOf(listed.extend({ condition }), "ConditionPage"),
    byLedger: true,
    do: async ({ c, query: { act, ...rest } }) => {
      const page = await openConditions(store, { ...given(rest), ...(act !== undefined && { acts: [act] }) });
      const items = page.items.map(({ record, ...hangs }) => ({ ...record, condition: hangs }));
      return pageReply(c, { items, cursor: page.cursor });
    },
  });
}

function serveIntake(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/captures",
    id: "listCaptures",
    tags: TAGS,
    summary: "What came in, the newest first",
    query: z.strictObject({ limit, cursor }),
    answer: pageOf(
      capture.extend({ article: z.string(), title: z.string().nullable(), outlet: z.string().nullable() }),
      "CapturePage",
    ),
    byLedger: true,
    do: async ({ c, query }) => {
      const page = await store.desk.captures(given(query));
      const items = page.items.map((row) => ({
        ...shownCapture(row),
        article: row.article,
        title: row.title,
        outlet: row.outlet,
      }));
      return pageReply(c, { items, cursor: page.cursor });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/watched",
    id: "listWatched",
    tags: TAGS,
    summary: "What is looked at again and again, and how that goes",
    query: z.strictObject({
      feed: z.string().max(4_000).optional().describe("What this feed named; what people named unless said"),
      failing: z.enum(["true", "false"]).optional().describe("true: only what failed when it was last asked for"),
      limit,
      cursor,
    }),
    answer: pageOf(watched, "WatchedPage"),
    do: async ({ c, query: { feed, failing, ...part } }) => {
      const page =
        failing === "true"
          ? await store.desk.failing(given(part))
          : await store.desk.watchedPage(feed ?? null, given(part));
      return pageReply(c, { items: page.items.map(shownWatched), cursor: page.cursor });
    },
  });
}

function shownWatched(row: WatchedRow): object {
  const { address, host, feed, kind, facts, looked_at, next_at, failures, last_status, last_error } = row;
  return {
    address,
    host,
    feed,
    kind,
    facts,
    lookedAt: looked_at,
    nextAt: next_at,
    failures,
    lastStatus: last_status,
    lastError: last_error,
  };
}

import { z } from "@hono/zod-openapi";
import { personOf } from "../../archive/decider.ts";
import { DID, MOST_WAITING, type TodayView, todayView } from "../../archive/views/today.ts";
import type { Room } from "../room.ts";
import { shownArticle } from "./articles.ts";
import { type Api, operation } from "./operation.ts";
import { article, listed, moment, orNull } from "./schemas.ts";

const today = z
  .object({
    articles: z
      .array(z.object({ article, statements: z.int().min(0), silences: z.int().min(0) }))
      .describe("New and changed ones, the last change first; counted are entries that are not retracted"),
    waiting: z
      .object({ n: z.int().min(0), more: z.boolean() })
      .describe(`Candidates that nobody has decided on, counted up to ${MOST_WAITING.toLocaleString("en")}`),
    decided: z
      .array(
        z.object({
          seq: z.int().describe("Its entry in the ledger"),
          did: z.enum(DID),
          about: z.string().describe("The entry decided on, or for merge and split the name"),
          by: z.string(),
          at: moment,
          reason: z.string().nullable(),
          record: orNull(listed).describe("As it stands now; null for a name"),
        }),
      )
      .describe("The last decisions of people, the newest first"),
    silences: z.array(listed).describe("The newest"),
  })
  .openapi("Today");

/** What came in and what was decided lately: where a day at the desk begins. */
export function serveToday(api: Api, room: Room): void {
  operation(api, room, {
    method: "get",
    path: "/today",
    id: "getToday",
    tags: ["The archive’s work"],
    summary: "What came in, what waits, what was decided and which silences were found lately",
    answer: today,
    byLedger: true,
    do: async () => shown(await todayView(room.store)),
  });
}

function shown({ articles, waiting, decided, silences }: TodayView): object {
  return {
    articles: articles.map(({ row, ...held }) => ({ article: shownArticle(row), ...held })),
    // Nobody counts on: the last one that is counted may stand for many.
    waiting: { n: waiting, more: waiting >= MOST_WAITING },
    decided: decided.map(({ entry: { seq, about, by, at, cause }, did, record }) => ({
      seq,
      did,
      about,
      by: personOf(by),
      at,
      reason: cause,
      record,
    })),
    silences,
  };
}

import { z } from "@hono/zod-openapi";
import { historyOf } from "../../archive/history.ts";
import { type ArticleView, articleText, articleView } from "../../archive/views/article.ts";
import { given } from "../../archive/views/asked.ts";
import { editionsView } from "../../archive/views/editions.ts";
import type { ArticleRow, EditionRow, SightRow, Store } from "../../store/store.ts";
import type { Room } from "../room.ts";
import { type Api, operation, pageReply } from "./operation.ts";
import { Trouble } from "./problem.ts";
import {
  article,
  articleId,
  capture,
  cursor,
  document,
  hash,
  history,
  limit,
  moment,
  orNull,
  pageOf,
  span,
} from "./schemas.ts";

const TAGS = ["Articles"];
const MOST_UNITS = 200_000;
const edition = z.coerce.number().int().min(1).optional().describe("Number of the edition; the latest unless said");

/** Articles: listed, one by one, with their text, editions, captures and what became of their statements. */
export function serveArticles(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/articles",
    id: "listArticles",
    tags: TAGS,
    summary: "Articles, the last change first",
    query: z.strictObject({ outlet: z.string().min(1).max(500).optional(), limit, cursor }),
    answer: pageOf(article, "ArticlePage"),
    byLedger: true,
    do: async ({ c, query }) => {
      const page = await store.articles(given(query));
      return pageReply(c, { items: page.items.map(shownArticle), cursor: page.cursor });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/articles/{article}",
    id: "getArticle",
    tags: TAGS,
    summary: "One article as it was read: its facts, without its text and its statements",
    params: articleId,
    query: z.strictObject({ edition }),
    answer: z
      .object({
        ...article.shape,
        shown: z
          .object({ edition: z.int(), capture: hash, text: hash, length: z.int(), at: moment })
          .describe("The edition shown: SHA-256 of its bytes and of its text, UTF-16 units"),
        editions: z.int(),
        addresses: z.array(z.string()),
        statements: z.int(),
        silences: z.int(),
        document,
      })
      .openapi("ArticleWhole"),
    byLedger: true,
    do: async ({ params: { article: id }, query }) =>
      shownWhole((await articleView(store, id, query.edition)) ?? (await missingEdition(store, id, query.edition))),
  });
  operation(api, room, {
    method: "get",
    path: "/articles/{article}/text",
    id: "getText",
    tags: TAGS,
    summary: "The text of an edition, or a stretch of it",
    params: articleId,
    query: z.strictObject({
      edition,
      from: z.coerce.number().int().min(0).optional(),
      to: z.coerce.number().int().min(0).optional(),
    }),
    answer: z
      .object({
        article: z.string(),
        edition: z.int(),
        sha256: hash.describe("Of the whole text in UTF-8"),
        length: z.int().describe("Of the whole text"),
        unit: z.literal("UTF-16"),
        span,
        text: z.string(),
      })
      .openapi("Text"),
    byLedger: true,
    do: async ({ params: { article: id }, query }) => {
      const view = (await articleText(store, id, query.edition)) ?? (await missingEdition(store, id, query.edition));
      const { from = 0, to = Math.min(view.text.length, from + MOST_UNITS) } = query;
      if (from > to || to > view.text.length || to - from > MOST_UNITS)
        throw new Trouble(
          "refused",
          `${from}–${to} is no stretch of at most ${MOST_UNITS} units of a text of ${view.text.length}`,
          [{ field: "to", detail: `from ≤ to ≤ ${view.text.length}` }],
        );
      return {
        article: view.article.article,
        edition: view.edition.edition,
        sha256: view.edition.text,
        length: view.text.length,
        unit: "UTF-16",
        span: [from, to],
        text: view.text.slice(from, to),
      };
    },
  });
  serveHistories(api, room);
}

function serveHistories(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/articles/{article}/editions",
    id: "listEditions",
    tags: TAGS,
    summary: "Its editions, the first one first, with what differs in the text of each from the one before",
    params: articleId,
    answer: z
      .object({
        items: z.array(
          z.object({
            edition: z.int(),
            at: moment,
            seq: z.int(),
            capture: hash,
            text: hash,
            changes: z
              .array(z.array(z.object({ in: z.enum(["both", "was", "now"]), words: z.string() })))
              .describe("Passages that differ, word by word; empty for the first"),
          }),
        ),
      })
      .openapi("Editions"),
    byLedger: true,
    do: async ({ params }) => {
      const view = (await editionsView(store, params.article)) ?? missing(params.article);
      const items = view.history.editions.map(({ edition: number, at, seq, capture: bytes, text }) => ({
        edition: number,
        at,
        seq,
        capture: bytes,
        text,
        changes: (view.differences.get(number) ?? []).map(({ words }) => words),
      }));
      return { items };
    },
  });
  operation(api, room, {
    method: "get",
    path: "/articles/{article}/history",
    id: "getHistory",
    tags: TAGS,
    summary: "What became of its statements from edition to edition",
    params: articleId,
    answer: history,
    byLedger: true,
    do: async ({ params }) => historyOf(store, await rowOf(store, params.article)),
  });
  operation(api, room, {
    method: "get",
    path: "/articles/{article}/repeats",
    id: "listRepeats",
    tags: TAGS,
    summary: "Articles that nearly repeat it, and the one it nearly repeats",
    params: articleId,
    answer: z.object({ repeats: orNull(article), repeatedBy: z.array(article) }).openapi("Repeats"),
    byLedger: true,
    do: async ({ params }) => {
      const row = await rowOf(store, params.article);
      const first = row.repeats === null ? null : await store.article(row.repeats);
      return {
        repeats: first && shownArticle(first),
        repeatedBy: (await store.repeatsOf(row.article)).map(shownArticle),
      };
    },
  });
  operation(api, room, {
    method: "get",
    path: "/articles/{article}/captures",
    id: "listCapturesOfArticle",
    tags: TAGS,
    summary: "Every time its bytes were seen: when, where, as what",
    params: articleId,
    answer: z.object({ items: z.array(capture) }).openapi("Captures"),
    byLedger: true,
    do: async ({ params }) => {
      const { article: id } = await rowOf(store, params.article);
      return { items: (await store.sights(id)).map(shownCapture) };
    },
  });
}

export function shownArticle({ first_seen: firstSeen, ...row }: ArticleRow): object {
  return { ...row, firstSeen };
}

export function shownCapture({ seq, at, address, capture: sha256, media_type, by, circumstances }: SightRow): object {
  return { seq, at, address, sha256, mediaType: media_type, by, circumstances };
}

function shownWhole(view: ArticleView): object {
  const { edition: shown, sights, marked } = view;
  const silences = marked.filter(({ row }) => row.kind === "silence").length;
  return {
    ...shownArticle(view.article),
    shown: { ...facts(shown), length: view.text.length },
    editions: view.editions,
    addresses: [...new Set(sights.map(({ address }) => address))].filter((address) => address !== null),
    statements: marked.length - silences,
    silences,
    document: view.document,
  };
}

function facts({ edition: number, capture: bytes, text, at }: EditionRow): object {
  return { edition: number, capture: bytes, text, at };
}

async function rowOf(store: Store, id: string): Promise<ArticleRow> {
  return (await store.article(id)) ?? missing(id);
}

async function missingEdition(store: Store, id: string, number: number | undefined): Promise<never> {
  const { edition: last } = await rowOf(store, id);
  if (number !== undefined && number > last)
    throw new Trouble("not-found", `article ${id} has ${last === 1 ? "one edition" : `${last} editions`}`);
  return missing(id);
}

function missing(id: string): never {
  throw new Trouble("not-found", `there is no article ${id} here; GET /api/v1/articles lists them`);
}

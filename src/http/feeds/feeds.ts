import type { OpenAPIHono } from "@hono/zod-openapi";
import { generateAtomFeed, generateJsonFeed } from "feedsmith";
import type { Context } from "hono";
import { Trouble, problem, troubleOf } from "../api/problem.ts";
import { PRIVATE, headTag, isKnown, unchanged } from "../api/tags.ts";
import { toSafeJson } from "../../export/contract.ts";
import { type Whence, whenceBy } from "../access/whence.ts";
import type { Env, Room } from "../room.ts";
import { feedQuery, feedWords } from "./asked.ts";
import { BEGINNING, type FeedEntry, clean, feedEntries, uuidOf } from "./entries.ts";

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Absolute. */
  readonly self: string;
  readonly page: string;
  readonly origin: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
  readonly version: string;
}

const TYPES = { atom: "application/atom+xml", json: "application/feed+json" } as const;
type FeedType = keyof typeof TYPES;

/** Atom and JSON Feed of every search, `/feeds/search.atom?...`, and of saved ones, `/feeds/saved/ID.atom`. */
export function serveFeeds(app: OpenAPIHono<Env>, room: Room): void {
  const whenceOf = whenceBy(room.access?.proxies ?? []);
  for (const type of ["atom", "json"] as const) {
    app.get(`/feeds/search.${type}`, (c) =>
      told(c, room, () =>
        answer(c, room, originOf(whenceOf(c)), { type, parameters: new URL(c.req.url).searchParams, name: null }),
      ),
    );
    app.get(`/feeds/saved/:file{[A-Za-z0-9_-]+\\.${type}}`, (c) =>
      told(c, room, async () => {
        const saved = await room.store.accounts.search(c.req.param("file").slice(0, -type.length - 1));
        if (!saved) throw new Trouble("not-found", "there is no saved search of this id any more");
        const parameters = new URLSearchParams(saved.query);
        return answer(c, room, originOf(whenceOf(c)), { type, parameters, name: saved.name });
      }),
    );
  }
}

async function told(c: Context<Env>, room: Room, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) room.log?.error({ err: error, path: c.req.path }, "a feed failed");
    return problem(
      c,
      trouble ?? new Trouble("our-fault", "Something went wrong in Hearsay; it was written to the log."),
    );
  }
}

interface Wanted {
  readonly type: FeedType;
  readonly parameters: URLSearchParams;
  /** What it was saved under. */
  readonly name: string | null;
}

async function answer(
  c: Context<Env>,
  room: Room,
  origin: string,
  { type, parameters, name }: Wanted,
): Promise<Response> {
  const { store, version } = room;
  const tag = await headTag(c, room, name ?? "", parameters.toString(), origin);
  if (isKnown(c, tag)) return unchanged(c, tag);
  const { asked, query } = await feedQuery(store, parameters);
  const { items } = await store.find(query);
  const entries = await feedEntries(store, items, query.words);
  const words = clean(feedWords(asked));
  const shown = new URLSearchParams(Object.entries(asked) as [string, string][]);
  const { pathname, search } = new URL(c.req.url);
  const updated = entries.map((entry) => entry.updated).reduce((a, b) => (a > b ? a : b), BEGINNING);
  const feed: Feed = {
    id: uuidOf(
      "search",
      [...shown]
        .map((pair) => pair.join("="))
        .sort()
        .join("&"),
    ),
    title: name === null ? `Hearsay: ${words}` : `Hearsay: ${clean(name)}`,
    subtitle: `${words}. A candidate is a machine’s reading that nobody has confirmed; it is no fact.`,
    self: `${origin}${pathname}${search}`,
    page: `${origin}/search?${shown}`,
    origin,
    updated,
    entries,
    version,
  };
  return c.body(type === "atom" ? toAtom(feed) : toJsonFeed(feed), 200, {
    "content-type": `${TYPES[type]}; charset=utf-8`,
    etag: tag,
    "last-modified": new Date(updated).toUTCString(),
    "cache-control": PRIVATE,
  });
}

/** Where the room is reached. */
function originOf({ host, https }: Whence): string {
  return URL.parse(`${https ? "https" : "http"}://${host}`)?.origin ?? "http://localhost";
}

function toAtom({ id, title, subtitle, self, page, origin, updated, entries, version }: Feed): string {
  return generateAtomFeed({
    id,
    title: { value: title },
    subtitle: { value: subtitle },
    updated: new Date(updated),
    links: [
      { href: self, rel: "self", type: TYPES.atom },
      { href: page, rel: "alternate", type: "text/html" },
    ],
    generator: { text: "Hearsay", version },
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      updated: new Date(entry.updated),
      published: new Date(entry.published),
      authors: [{ name: entry.author }],
      links: [{ href: `${origin}${entry.path}`, rel: "alternate", type: "text/html" }],
      categories: [
        { term: entry.standing, label: `standing: ${entry.standing}` },
        { term: entry.act, label: entry.act },
      ],
      content: { value: entry.html, type: "html" },
    })),
  });
}

function toJsonFeed({ title, subtitle, self, page, origin, entries }: Feed): string {
  const feed = generateJsonFeed({
    title,
    description: subtitle,
    home_page_url: page,
    feed_url: self,
    items: entries.map((entry) => ({
      id: entry.id,
      url: `${origin}${entry.path}`,
      title: entry.title,
      content_html: entry.html,
      date_published: new Date(entry.published),
      date_modified: new Date(entry.updated),
      authors: [{ name: entry.author }],
      tags: [entry.standing, entry.act],
    })),
  });
  // The list must be there where it is empty as well.
  return toSafeJson({ ...(feed as object), items: (feed as { readonly items?: readonly object[] }).items ?? [] });
}

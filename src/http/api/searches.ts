import { randomBytes } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { SavedSearch } from "../../store/accounts.ts";
import { type Room, mayAdminister } from "../room.ts";
import { filters } from "./filters.ts";
import { type Api, Reply, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { moment } from "./schemas.ts";
import { wrong } from "./wrong.ts";

const TAGS = ["Saved searches"];
const MOST = 500;

const saved = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    query: z.string().describe("As in the address of a search, without the question mark"),
    madeAt: moment,
    feeds: z.object({ atom: z.string(), json: z.string() }),
  })
  .openapi("SavedSearch");

const searchId = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: "id", in: "path" } }),
});

/** Searches that somebody keeps. Who knows the id of one may see it, as with its feed; each lists and drops their own. */
export function serveSearches(api: Api, room: Room): void {
  const { accounts } = room.store;
  operation(api, room, {
    method: "get",
    path: "/searches",
    id: "listSearches",
    tags: TAGS,
    summary: "Your saved searches by name, with their feeds",
    answer: z.object({ items: z.array(saved) }).openapi("SavedSearches"),
    do: async ({ c }) => ({ items: (await accounts.searches(c.get("who").name)).map(shownSearch) }),
  });
  operation(api, room, {
    method: "get",
    path: "/searches/{id}",
    id: "getSearch",
    tags: TAGS,
    summary: "One saved search",
    params: searchId,
    answer: saved,
    do: async ({ params }) => shownSearch(await one(room, params.id)),
  });
  operation(api, room, {
    method: "post",
    path: "/searches",
    id: "saveSearch",
    tags: TAGS,
    summary: "Keep a search under a name; it gets feeds",
    body: z
      .strictObject({
        name: z.string().trim().min(1).max(200),
        query: z.string().max(2_000).describe("Filters as in the address of a search: speaker=Ada%20Novak&act=vow"),
      })
      .openapi("NewSearch"),
    answer: saved,
    status: 201,
    do: async ({ c, body: { name, query } }) => {
      const owner = c.get("who").name;
      if ((await accounts.searches(owner)).length >= MOST)
        throw new Trouble("refused", `${MOST} saved searches are enough: drop some first`);
      const row: SavedSearch = {
        id: randomBytes(9).toString("base64url"),
        name,
        owner,
        query: checked(query),
        made_at: room.now(),
      };
      await accounts.addSearch(row);
      return new Reply(shownSearch(row), { status: 201, headers: { location: `/api/v1/searches/${row.id}` } });
    },
  });
  operation(api, room, {
    method: "delete",
    path: "/searches/{id}",
    id: "dropSearch",
    tags: TAGS,
    summary: "Drop a saved search of one’s own; admins drop any",
    params: searchId,
    answer: z.object({ dropped: z.string() }).openapi("Dropped"),
    do: async ({ c, params }) => {
      const who = c.get("who");
      await one(room, params.id);
      if (!(await accounts.dropSearch(params.id, mayAdminister(who) ? null : who.name)))
        throw new Trouble("not-allowed", "this search is somebody else’s");
      return { dropped: params.id };
    },
  });
}

async function one({ store }: Room, id: string): Promise<SavedSearch> {
  const row = await store.accounts.search(id);
  if (!row) throw new Trouble("not-found", `there is no saved search ${id}; GET /api/v1/searches lists them`);
  return row;
}

function shownSearch({ id, name, owner, query, made_at: madeAt }: SavedSearch): z.infer<typeof saved> {
  return {
    id,
    name,
    owner,
    query,
    madeAt,
    feeds: { atom: `/feeds/saved/${id}.atom`, json: `/feeds/saved/${id}.json` },
  };
}

/** The filters of a search as they are kept, empty ones left out. Throws Trouble for what is no filter. */
function checked(query: string): string {
  const parameters = [...new URLSearchParams(query.replace(/^\?/, ""))].filter(([, value]) => value.trim() !== "");
  const parsed = filters.safeParse(Object.fromEntries(parameters));
  if (!parsed.success) throw wrong("query", parsed.error, Object.keys(filters.shape));
  return new URLSearchParams(parameters).toString();
}

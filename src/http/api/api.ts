import { OpenAPIHono } from "@hono/zod-openapi";
import { AllowList } from "../../archive/fetch/allowList.ts";
import { PoliteFetcher } from "../../archive/fetch/politeFetcher.ts";
import type { Env, Room } from "../room.ts";
import { serveAbout } from "./about.ts";
import { serveArticles } from "./articles.ts";
import { serveDecisions } from "./decisions.ts";
import { serveDesk } from "./desk.ts";
import { serveExports } from "./exports.ts";
import { serveDocument } from "./openapi.ts";
import { serveNames } from "./names.ts";
import { servePacks } from "./packs.ts";
import { servePeople } from "./people.ts";
import { Trouble, problem, troubleOf } from "./problem.ts";
import { serveProposals } from "./proposals.ts";
import { serveReading } from "./reading.ts";
import { serveSearches } from "./searches.ts";
import { serveStatements } from "./statements.ts";
import { serveToday } from "./today.ts";

/** Everything under /api/v1. */
export function serveApi(app: OpenAPIHono<Env>, room: Room): void {
  const api = new OpenAPIHono<Env>();
  api.onError((error, c) => {
    const trouble = troubleOf(error);
    if (trouble) return problem(c, trouble);
    room.log?.error({ err: error, path: c.req.path }, "an operation of the API failed");
    return problem(
      c,
      new Trouble("our-fault", "Something went wrong in Hearsay that is not your doing; it was written to the log."),
    );
  });
  serveAbout(api, room);
  serveStatements(api, room);
  serveDecisions(api, room);
  serveExports(api, room);
  serveArticles(api, room);
  servePeople(api, room);
  serveNames(api, room);
  serveToday(api, room);
  serveDesk(api, room);
  servePacks(api, room);
  serveReading(api, room, fetcherFor(room));
  serveSearches(api, room);
  serveProposals(api, room);
  serveDocument(api, room);
  api.all("*", (c) => {
    const methods = methodsAt(api, c.req.path.replace(/^\/api\/v1/, ""));
    const at = `${c.req.method} ${c.req.path}`;
    if (methods.length === 0)
      throw new Trouble("not-found", `${at}: there is no such operation; see /api/v1/openapi.json`);
    throw new Trouble("method-not-allowed", `${at}: this address takes ${methods.join(", ")}`, undefined, {
      allow: methods.join(", "),
    });
  });
  app.route("/api/v1", api);
}

/** What an address may be asked with. */
function methodsAt(api: OpenAPIHono<Env>, path: string): string[] {
  const methods = new Set<string>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { path: pattern, method } = definition.route;
    const parts = pattern.split("/");
    const asked = path.split("/");
    const fits = parts.length === asked.length && parts.every((part, i) => part.startsWith("{") || part === asked[i]);
    if (fits) methods.add(method.toUpperCase());
  }
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods];
}

/** Between two questions to one host, in milliseconds. */
const DELAY = 1_000;

/** Fetches as `hearsay add` does: public hosts only, by the rules of each. */
function fetcherFor({ allow }: Room): (address: string) => ReturnType<PoliteFetcher["fetch"]> {
  const fetcher = new PoliteFetcher({
    allow: new AllowList(allow),
    clock: {
      now: Date.now,
      pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds).unref()),
    },
    delay: DELAY,
    stop: new AbortController().signal,
  });
  return (address) => fetcher.fetch(address);
}

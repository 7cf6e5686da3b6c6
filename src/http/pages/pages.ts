import type { OpenAPIHono } from "@hono/zod-openapi";
import { accountPages } from "./account.ts";
import { loginPages } from "./login.ts";
import { userPages } from "./users.ts";
import type { Env, Room } from "../room.ts";
import type { Pages } from "./kind.ts";
import { aboutPages } from "./proof.ts";
import { capturePages } from "./captures.ts";
import { conditionPages } from "./conditions.ts";
import { decidePages } from "./decide.ts";
import { disagreementPages } from "./disagreements.ts";
import { namePages } from "./names.ts";
import { packPages } from "./packs.ts";
import { proposalPages } from "./proposals.ts";
import { reviewPages } from "./review.ts";
import { silencePages } from "./silences.ts";
import { watchedPages } from "./watched.ts";
import { articlePages } from "./article.ts";
import { articlesPages } from "./articles.ts";
import { editionsPages } from "./editions.ts";
import { errorPages } from "./errors.ts";
import { peoplePages } from "./people.ts";
import { rawPages } from "./raw.ts";
import { savedPages } from "./saved.ts";
import { searchPages } from "./search.ts";
import { statementPages } from "./statement.ts";
import { todayPages } from "./today.ts";
import { whoPages } from "./who.ts";

const PAGES: readonly Pages[] = [
  reviewPages,
  decidePages,
  disagreementPages,
  proposalPages,
  namePages,
  silencePages,
  conditionPages,
  capturePages,
  watchedPages,
  packPages,
  errorPages,
  todayPages,
  articlesPages,
  rawPages,
  editionsPages,
  articlePages,
  statementPages,
  peoplePages,
  whoPages,
  searchPages,
  savedPages,
  loginPages,
  accountPages,
  userPages,
  aboutPages,
];

export function servePages(app: OpenAPIHono<Env>, room: Room): void {
  for (const pages of PAGES) pages(app, room);
}

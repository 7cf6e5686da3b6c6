import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Room } from "../room.ts";
import { aboutPages } from "./proof.ts";

/** A page, or a few that belong together: says which addresses it answers. */
export type Pages = (app: OpenAPIHono<Env>, room: Room) => void;

const PAGES: readonly Pages[] = [aboutPages];

export function servePages(app: OpenAPIHono<Env>, room: Room): void {
  for (const pages of PAGES) pages(app, room);
}

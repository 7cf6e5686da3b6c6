import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Room } from "../room.ts";

/** Atom and JSON Feed of every search. */
export function serveFeeds(_app: OpenAPIHono<Env>, _room: Room): void {}

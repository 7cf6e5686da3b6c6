import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Room } from "../room.ts";

/** Everything under /api/v1. */
export function serveApi(_app: OpenAPIHono<Env>, _room: Room): void {}

import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Room } from "../room.ts";

/** A page, or a few that belong together: says which addresses it answers. */
export type Pages = (app: OpenAPIHono<Env>, room: Room) => void;

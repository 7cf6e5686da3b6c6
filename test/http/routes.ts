import type { OpenAPIHono } from "@hono/zod-openapi";
import { fullId } from "../../src/archive/records.ts";
import type { Env } from "../../src/http/room.ts";
import type { RecordRow, Store } from "../../src/store/store.ts";

export interface Route {
  readonly method: string;
  /** As it was registered, `/articles/:article`. */
  readonly path: string;
}

/** All that a room answers to, without what stands before everything. */
export function routesOf(app: OpenAPIHono<Env>): readonly Route[] {
  const routes = new Map<string, Route>();
  for (const { method, path } of app.routes) if (method !== "ALL") routes.set(`${method} ${path}`, { method, path });
  return [...routes.values()];
}

/** What can stand in place of the parts of a path that vary. */
export type Parts = (part: string, path: string) => string;

/** Parts that lead to a record of an archive. */
export function partsOf(row: RecordRow): Parts {
  return (part, path) => {
    if (part === "article") return row.article;
    if (/^\/(?:api\/v1\/)?people/.test(path)) return row.speaker;
    if (/^\/(?:api\/v1\/)?(?:channels|outlets|names)/.test(path)) return row.channel ?? row.outlet ?? row.speaker;
    if (/^\/(?:api\/v1\/)?articles/.test(path) && part === "id") return row.article;
    return part === "edition" ? "1" : fullId(row);
  };
}

export function filled(path: string, parts: Parts): string {
  return path
    .replace("*", "x")
    .replaceAll(/:(\w+)(?:\{[^}]*\})?\??/g, (_, part: string) => encodeURIComponent(parts(part, path)));
}

export async function anyRecord(store: Store): Promise<RecordRow> {
  const { items } = await store.find({ kind: "statement", limit: 1 });
  if (!items[0]) throw new Error("the archive holds no statement");
  return items[0];
}

import { OpenAPIHono } from "@hono/zod-openapi";
import { useAccess } from "./access/access.ts";
import { serveApi } from "./api/api.ts";
import { serveAssets } from "./assets.ts";
import { serveFeeds } from "./feeds/feeds.ts";
import { servePages } from "./pages/pages.ts";
import { serveHealth } from "./health.ts";
import { useLog } from "./log.ts";
import { serveMetrics, useMetrics } from "./metrics.ts";
import type { Env, Room } from "./room.ts";

/** The reading room as one application that can be asked without a port: `roomApp(room).request("/")`. */
export function roomApp(room: Room): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>();
  useLog(app, room);
  useMetrics(app, room);
  // Whatever watches over the service has no account.
  serveHealth(app, room);
  useAccess(app, room);
  serveMetrics(app, room);
  serveAssets(app);
  serveApi(app, room);
  serveFeeds(app, room);
  servePages(app, room);
  return app;
}

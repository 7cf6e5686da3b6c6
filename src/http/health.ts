import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Room } from "./room.ts";

/** Longer than any answer takes of an archive that is well. */
const PATIENCE = 2_000;

/**
 * `/health` for whatever watches over the service: 200 while the archive answers, 503 while it does not; `/health/live` says only
 * that the process runs. Open to anybody, so it tells nothing else.
 */
export function serveHealth(app: OpenAPIHono<Env>, room: Room): void {
  app.use("/health/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.get("/health/live", (c) => c.json({ live: true }));
  app.get("/health", async (c) => {
    const ready = await answers(room);
    return c.json({ live: true, ready }, ready ? 200 : 503);
  });
}

async function answers({ store, log }: Room): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  try {
    await Promise.race([store.head(), late]);
    return true;
  } catch (err) {
    log?.error({ err }, "the archive does not answer");
    return false;
  } finally {
    clearTimeout(timer);
  }
}

import { randomBytes } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { type Logger, pino } from "pino";
import { shownOnOneLine } from "../export/terminal.ts";
import type { LogLevel } from "./logLevels.ts";
import type { Env, Room } from "./room.ts";

/** Asked for again and again by browsers and by what watches: told of only where everything is. */
const OFTEN = /^\/(?:assets|health|metrics)(?:\/|$)/;

/**
 * A log whose lines go to `write`: JSON for programs, or with `readable` one plain line each for a person. Nothing a request
 * carried but its method and path is ever in it: no query (it says what somebody looks for), no header, no body.
 */
export function openLog(write: (text: string) => void, level: LogLevel, readable: boolean): Logger {
  const stream = { write: readable ? (line: string) => write(plain(line)) : write };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: named } }, stream);
}

function named(level: string): { level: string } {
  return { level };
}

interface Line {
  readonly time: string;
  readonly level: string;
  readonly msg?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly err?: { readonly stack?: string; readonly message?: string };
}

function plain(json: string): string {
  const { time, level, msg = "", method, path, status, ms, err } = JSON.parse(json) as Line;
  const what = method === undefined ? [msg] : [method, path, status, `${ms} ms`];
  const mark = level === "info" || level === "debug" ? [] : [`${level}:`];
  const line = shownOnOneLine([time.slice(11, 19), ...mark, ...what].join(" "));
  return err === undefined ? `${line}\n` : `${line}\n${err.stack ?? err.message ?? ""}\n`;
}

/** Tells each request when it is answered, and gives the answer the id it has in the log. */
export function useLog(app: OpenAPIHono<Env>, { log }: Room): void {
  if (!log) return;
  app.use("*", async (c, next) => {
    const id = randomBytes(6).toString("hex");
    const begun = performance.now();
    await next();
    c.header("x-request-id", id);
    const { status } = c.res;
    const { path, method } = c.req;
    const who = c.get("who");
    const line = {
      id,
      method,
      path,
      status,
      ms: Math.round((performance.now() - begun) * 10) / 10,
      ...((who?.via === "session" || who?.via === "token") && { user: who.name }),
    };
    if (status >= 500) log.error({ ...line, ...(c.error && { err: c.error }) }, "request failed");
    else if (status < 400 && OFTEN.test(path)) log.debug(line, "request");
    else log.info(line, "request");
  });
}

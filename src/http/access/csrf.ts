import type { Context } from "hono";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Env } from "../room.ts";
import type { Whence } from "./whence.ts";

/** The mark that stands in the forms of one session, login or start, made from its secret: whoever can't read our pages can't know it. */
export function markOf(secret: string, what: string): string {
  return createHmac("sha256", secret).update(`hearsay form ${what}`).digest("base64url");
}

/** Whether a page of another site made the browser ask; null where it was not, else what gives it away. */
export function foreignTrace(c: Context<Env>, { host, https }: Whence): string | null {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return `it came from a page of another place (${shown(site)})`;
  const origin = c.req.header("origin");
  if (origin === undefined) return null;
  const own = `${https ? "https" : "http"}://${host}`;
  return origin.toLowerCase() === own.toLowerCase() ? null : `it came from ${shown(origin)}, and this is ${shown(own)}`;
}

/** Whether a page of another site asks for something to build in, rather than lead a person here. */
export function isForeignPart(c: Context<Env>): boolean {
  return c.req.header("sec-fetch-site") === "cross-site" && c.req.header("sec-fetch-mode") !== "navigate";
}

/** Whether a request carries the mark: in `x-csrf`, or in a form's field `csrf`. A form that can't be read carries none. */
export async function carriesMark(c: Context<Env>, mark: string): Promise<boolean> {
  const given = c.req.header("x-csrf") ?? (await fieldOf(c));
  if (mark === "" || given === undefined) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(mark)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function fieldOf(c: Context<Env>): Promise<string | undefined> {
  if (!isForm(c.req.header("content-type"))) return undefined;
  try {
    const { csrf } = await c.req.parseBody();
    return typeof csrf === "string" ? csrf : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a body is one that any page can make a browser send to us without being asked. */
export function isForm(type: string | undefined): boolean {
  return /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type ?? "");
}

function shown(value: string): string {
  return value.slice(0, 100);
}

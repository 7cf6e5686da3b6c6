import type { Context } from "hono";
import type { Env } from "../room.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const ALWAYS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // With "no-referrer" browsers would say of our own forms that they come from nowhere.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
} as const;

const TWO_YEARS = 63_072_000;

/** What every answer carries, an error's as well. */
export function guardAnswer(c: Context<Env>, https: boolean): void {
  for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value);
  if (https) c.header("strict-transport-security", `max-age=${TWO_YEARS}`);
  if (c.req.path.startsWith("/assets/") && c.res.status === 200) return;
  // What an archive says to one person is kept by nobody on the way; a program that knows a version may ask whether it still holds.
  const versioned = c.res.headers.has("etag") && !(c.res.headers.get("content-type") ?? "").startsWith("text/html");
  c.header("cache-control", versioned ? "private, no-cache" : "no-store");
}

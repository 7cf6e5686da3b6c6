import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { LONGEST } from "../../archive/accounts/sessions.ts";
import type { Env } from "../room.ts";

/** The session's cookie, and the one that binds the login form to the browser that asked for it. */
type Kind = "session" | "door";

/** Names that a browser takes from us alone, over https; on loopback, without it, there is no such name. */
const NAMES = {
  session: { secure: "__Host-hearsay", plain: "hearsay-local" },
  door: { secure: "__Host-hearsay-door", plain: "hearsay-local-door" },
} as const;

function nameOf(kind: Kind, secure: boolean): string {
  return NAMES[kind][secure ? "secure" : "plain"];
}

/** What stands in a cookie, or null; what can't be one of ours counts as none. */
export function cookieOf(c: Context<Env>, kind: Kind, https: boolean): string | null {
  const value = getCookie(c, nameOf(kind, https));
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** Sets a cookie, or with null takes it away. */
export function giveCookie(c: Context<Env>, kind: Kind, value: string | null, https: boolean): void {
  const maxAge = value === null ? 0 : kind === "session" ? LONGEST / 1000 : 3_600;
  setCookie(c, nameOf(kind, https), value ?? "", { path: "/", httpOnly: true, sameSite: "Lax", secure: https, maxAge });
}

import type { Context } from "hono";
import { sessionHolder } from "../../archive/accounts/sessions.ts";
import { tokenHolder } from "../../archive/accounts/tokens.ts";
import type { Env, Room, Who } from "../room.ts";
import { cookieOf, giveCookie } from "./cookies.ts";
import type { Refusal } from "./door.ts";
import type { Whence } from "./whence.ts";

/** Who asks, as far as it is known. */
export interface Known {
  readonly who: Who;
  readonly login: string | null;
  /** The hash of the session or token. */
  readonly key: string | null;
  /** What the marks of a session's forms are made from; "" where there is no session. */
  readonly formSecret: string;
}

const NOBODY: Who = { name: "", role: "reader", via: "nobody" };
const NO_TOKEN: Refusal = {
  status: 401,
  title: "Not a token that holds",
  detail:
    "The token is unknown, was revoked or has expired. Make a new one on the page Account, or with hearsay token add.",
  challenge: 'Bearer realm="hearsay"',
};

/** Says who asks: by token, by session, or as somebody at this machine; a token that does not hold is refused. */
export async function identified(c: Context<Env>, room: Room, whence: Whence): Promise<Known | Refusal> {
  const { store, now } = room;
  const authorization = c.req.header("authorization");
  if (authorization !== undefined) {
    const token = tokenIn(c, authorization);
    const holder = token === null ? null : await tokenHolder(store, token, now());
    if (!holder) return NO_TOKEN;
    const { name, role, login, hash } = holder;
    return { who: { name, role, via: "token" }, login, key: hash, formSecret: "" };
  }
  const cookie = cookieOf(c, "session", whence.https);
  if (cookie !== null) {
    const holder = await sessionHolder(store, cookie, now());
    if (holder) {
      const { name, role, login, hash } = holder;
      return { who: { name, role, via: "session" }, login, key: hash, formSecret: cookie };
    }
    giveCookie(c, "session", null, whence.https);
  }
  if (whence.atThisMachine && !(await store.accounts.anyUser()))
    return { who: { name: room.localName, role: "admin", via: "local" }, login: null, key: null, formSecret: "" };
  return { who: NOBODY, login: null, key: null, formSecret: "" };
}

/** The token in a header; programs that read feeds often know only a name with a password, and there the token is the password. */
function tokenIn(c: Context<Env>, authorization: string): string | null {
  const [, scheme = "", value = ""] = /^(\w+) +([\w\-.~+/=]{1,400})$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  const forFeed = scheme.toLowerCase() === "basic" && c.req.method === "GET" && c.req.path.startsWith("/feeds/");
  return forFeed
    ? Buffer.from(value, "base64")
        .toString("utf8")
        .replace(/^[^:]*:/, "")
    : null;
}

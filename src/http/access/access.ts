import type { OpenAPIHono } from "@hono/zod-openapi";
import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { matchedRoutes } from "hono/route";
import { isEnough } from "../../model/roles.ts";
import type { Env, Room } from "../room.ts";
import { carriesMark, foreignTrace, isForeignPart, isForm, markOf } from "./csrf.ts";
import { type Refusal, refuse, wantsJson } from "./door.ts";
import { guardAnswer } from "./headers.ts";
import { type Known, identified } from "./identify.ts";
import { type Counter, LONGEST_ADDRESS, counter, networkOf } from "./limits.ts";
import { ruleFor } from "./routes.ts";
import { type Whence, whenceBy } from "./whence.ts";

const PER_MINUTE = 1_200;
const SAFE = new Set(["GET", "HEAD"]);

/** Says of every request who asks, and refuses what they may not do: all else in the room goes by `who`. */
export function useAccess(app: OpenAPIHono<Env>, room: Room): void {
  const { proxies = [], perMinute = PER_MINUTE } = room.access ?? {};
  const whenceOf = whenceBy(proxies);
  const counted = counter(perMinute);
  // Where nobody logs in, marks of forms are good until the server is started again.
  const secret = randomBytes(32).toString("base64url");
  // Outermost of the two, so that a failure's page carries them as well.
  app.use("*", async (c, next) => {
    await next();
    guardAnswer(c, c.get("asked").https);
  });
  app.use("*", async (c, next) => {
    const whence = whenceOf(c);
    const { address, https, byLoopbackName } = whence;
    c.set("who", { name: "", role: "reader", via: "nobody" });
    c.set("csrf", "");
    c.set("asked", { login: null, key: null, address, https, secure: https || byLoopbackName });
    const refusal = await checked(c, room, whence, { counted, secret });
    if (refusal === null) return next();
    return refusal instanceof Response ? refusal : refuse(c, refusal);
  });
}

interface Guard {
  readonly counted: Counter;
  readonly secret: string;
}

/** Null where the request may go on; else why not, or what to answer. */
async function checked(c: Context<Env>, room: Room, whence: Whence, guard: Guard): Promise<Refusal | Response | null> {
  if (c.req.url.length > LONGEST_ADDRESS) return TOO_LONG;
  if (!c.get("asked").secure) return OPEN_WIRE;
  const known = await identified(c, room, whence);
  if ("status" in known) return (await slowed(guard, `failed ${networkOf(whence.address)}`)) ?? known;
  const { who, login, key, formSecret } = known;
  c.set("who", who);
  const marked = who.via === "local" ? guard.secret : formSecret;
  c.set("csrf", marked === "" ? "" : markOf(marked, who.via));
  c.set("asked", { ...c.get("asked"), login, key });
  return (await checkRole(c, room, known, whence, guard)) ?? (SAFE.has(c.req.method) ? null : checkOrigin(c, whence));
}

async function checkRole(
  c: Context<Env>,
  { store }: Room,
  { who, key }: Known,
  whence: Whence,
  guard: Guard,
): Promise<Refusal | Response | null> {
  const { method, path } = c.req;
  const rule = ruleFor(method, path);
  if (rule?.least !== "anyone" && who.via === "nobody") {
    const slow = await slowed(guard, `nobody ${networkOf(whence.address)}`);
    if (slow !== null) return slow;
    if (!(await store.accounts.anyUser())) return NO_USERS;
    if (method !== "GET" || wantsJson(c) || /^\/feeds\/(?:search|saved)/.test(path)) return loginNeeded(path);
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  if (key !== null) {
    const slow = await slowed(guard, key);
    if (slow !== null) return slow;
  }
  if (rule === null) return isAnswered(c) ? NO_RULE : await c.notFound();
  if (rule.least !== "anyone" && !isEnough(who.role, rule.least)) return notAllowed(rule.least, who.role);
  if (rule.person && who.via === "token") return NOT_BY_TOKEN;
  if (SAFE.has(method)) return isForeignPart(c) && who.via !== "token" ? FOREIGN_PART : null;
  let tooLarge: Refusal | null = null;
  await bodyLimit({
    maxSize: rule.body,
    onError: (context) => {
      tooLarge = {
        status: 413,
        title: "Too large",
        detail: `What was sent is larger than ${rule.body / 1024 ** 2} MB.`,
      };
      return context.body(null, 413);
    },
  })(c, async () => {});
  return tooLarge;
}

/** Whether a change was asked for by a page of ours, or by a program that says who it is. */
async function checkOrigin(c: Context<Env>, whence: Whence): Promise<Refusal | null> {
  const { via } = c.get("who");
  const isApi = c.req.path.startsWith("/api/");
  const type = c.req.header("content-type");
  if (isApi && /^\s*application\/x-www-form-urlencoded/i.test(type ?? "")) return NO_FORM_HERE;
  if (via === "token") return null;
  const trace = foreignTrace(c, whence);
  if (trace !== null) return { status: 403, title: "Asked for by another site", detail: `This was refused: ${trace}.` };
  // A program at this machine: a browser would have said where it comes from, or could not have sent this at all.
  const byBrowser = c.req.header("origin") !== undefined || c.req.header("sec-fetch-site") !== undefined;
  if (via === "local" && isApi && !byBrowser && !isForm(type)) return null;
  // The login has a mark of its own, see `pages/login.ts`: most who use it have no session.
  if (c.req.path === "/login") return null;
  return (await carriesMark(c, c.get("csrf"))) ? null : OLD_FORM;
}

async function slowed({ counted }: Guard, key: string): Promise<Refusal | null> {
  const wait = await counted(key);
  return wait === 0 ? null : { status: 429, title: "Too many requests", detail: `Try again in ${wait} seconds.`, wait };
}

/** Whether some part of the room would answer: then the table in `routes.ts` lacks a line. */
function isAnswered(c: Context<Env>): boolean {
  return matchedRoutes(c).some(({ method, path }) => method !== "ALL" && !path.endsWith("*"));
}

function loginNeeded(path: string): Refusal {
  const challenge = path.startsWith("/feeds/") ? 'Basic realm="hearsay", charset="UTF-8"' : 'Bearer realm="hearsay"';
  return {
    status: 401,
    title: "Log in first",
    detail: "Log in, or send a token: Authorization: Bearer hearsay_…",
    challenge,
  };
}

function notAllowed(least: string, role: string): Refusal {
  return {
    status: 403,
    title: "Not allowed",
    detail: `This needs the role ${least}; yours is ${role}. An admin can change it.`,
  };
}

const TOO_LONG: Refusal = {
  status: 414,
  title: "Address too long",
  detail: `An address may have ${LONGEST_ADDRESS} characters.`,
};
const OPEN_WIRE: Refusal = {
  status: 403,
  title: "Only by https",
  detail:
    "This came over a wire that others can read. Use the https address. If a proxy in front of Hearsay speaks https, start " +
    "Hearsay with --proxy and the proxy's address, and let the proxy send X-Forwarded-Proto and X-Forwarded-Host.",
};
export const NO_USERS: Refusal = {
  status: 403,
  title: "Nobody can log in yet",
  detail: "This archive has no users. On the machine it runs on: hearsay user add NAME --role admin",
};
const NO_RULE: Refusal = {
  status: 403,
  title: "Not allowed",
  detail: "Nobody has been allowed to use this address. It lacks a line in src/http/access/routes.ts.",
};
const NOT_BY_TOKEN: Refusal = {
  status: 403,
  title: "Not by token",
  detail: "Passwords, tokens and users are changed by people who are logged in, or by hearsay user and hearsay token.",
};
const FOREIGN_PART: Refusal = {
  status: 403,
  title: "Asked for by another site",
  detail: "A page of another site may lead here, and can't build this in.",
};
const NO_FORM_HERE: Refusal = {
  status: 415,
  title: "Not a form",
  detail: "The API takes JSON: send Content-Type: application/json.",
};
const OLD_FORM: Refusal = {
  status: 403,
  title: "The page was too old",
  detail:
    "What was sent lacks the mark of a page of this session: it may be from before a new login or a new start. Nothing was " +
    "changed. Load the page again and repeat it. Programs send a token, or the mark as x-csrf.",
};

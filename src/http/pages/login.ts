import type { Context } from "hono";
import { html } from "hono/html";
import { TooBusy } from "../../archive/accounts/passwords.ts";
import { newSecret } from "../../archive/accounts/secrets.ts";
import { beginSession } from "../../archive/accounts/sessions.ts";
import { authenticated, loginOf } from "../../archive/accounts/users.ts";
import { NO_USERS } from "../access/access.ts";
import { cookieOf, giveCookie } from "../access/cookies.ts";
import { carriesMark, markOf } from "../access/csrf.ts";
import { doorPage, refuse } from "../access/door.ts";
import { type LoginGuard, loginGuard } from "../access/limits.ts";
import { nextPath } from "../access/nextPath.ts";
import { told } from "../parts/fault.ts";
import { fieldsOf } from "../parts/fields.ts";
import { form } from "../parts/form.ts";
import type { Env, Room } from "../room.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** Logging in and out. */
export const loginPages: Pages = (app, room) => {
  const guard = loginGuard();
  app.get("/login", async (c) => {
    const next = nextPath(c.req.query("next"));
    if (c.get("who").via !== "nobody") return c.redirect(next, 303);
    if (!(await room.store.accounts.anyUser())) return refuse(c, NO_USERS);
    return loginPage(c, { next });
  });
  app.post("/login", (c) => login(c, room, guard));
  app.get("/logout", (c) =>
    page(c, {
      title: "Log out",
      at: "/logout",
      main: html`<h1>Log out</h1>
        ${form(c, "/logout", html`<button>Log out ${c.get("who").name}</button>`)}`,
    }),
  );
  app.post("/logout", async (c) => {
    const { key } = c.get("asked");
    if (c.get("who").via === "session" && key !== null) await room.store.accounts.endSession(key);
    giveCookie(c, "session", null, isHttps(c));
    return c.redirect("/login", 303);
  });
};

async function login(c: Context<Env>, room: Room, guard: LoginGuard): Promise<Response> {
  const { store, now } = room;
  const field = await fieldsOf(c);
  const next = nextPath(field("next"));
  const name = field("name").slice(0, 200);
  const door = cookieOf(c, "door", isHttps(c));
  if (door === null || !(await carriesMark(c, markOf(door, "door"))))
    return loginPage(
      c,
      { next, name, fault: "The page was too old, or this browser keeps no cookies. Try again." },
      403,
    );
  const { address } = c.get("asked");
  const wait = await guard.begin(loginOf(name), address);
  if (wait > 0) {
    c.header("retry-after", String(wait));
    return loginPage(c, { next, name, fault: `Too many tries. Try again in ${lasting(wait)}.` }, 429);
  }
  try {
    const user = await authenticated(store, name, field("password"));
    if (!user) return await loginPage(c, { next, name, fault: "Name and password do not belong together." }, 401);
    await guard.succeeded(user.login, address);
    const before = cookieOf(c, "session", isHttps(c));
    const { key } = c.get("asked");
    if (before !== null && key !== null) await store.accounts.endSession(key);
    giveCookie(c, "session", await beginSession(store, user, now(), c.req.header("user-agent") ?? ""), isHttps(c));
    giveCookie(c, "door", null, isHttps(c));
    return c.redirect(next, 303);
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    c.header("retry-after", "60");
    return loginPage(c, { next, name, fault: "Too many people are logging in at once. Try again in a minute." }, 503);
  }
}

interface Shown {
  readonly next: string;
  readonly name?: string;
  readonly fault?: string;
}

function loginPage(
  c: Context<Env>,
  { next, name = "", fault }: Shown,
  status: 200 | 401 | 403 | 429 | 503 = 200,
): Promise<Response> {
  const door = cookieOf(c, "door", isHttps(c)) ?? newSecret();
  giveCookie(c, "door", door, isHttps(c));
  return doorPage(
    c,
    "Log in",
    html`${told(fault ?? null)}
      <form class="login" method="post" action="/login">
        <input type="hidden" name="csrf" value="${markOf(door, "door")}" />
        <input type="hidden" name="next" value="${next}" />
        <p>
          <label for="name">Name</label>
          <input id="name" name="name" value="${name}" required autocomplete="username" autocapitalize="none" />
        </p>
        <p>
          <label for="password">Password</label>
          <input id="password" name="password" type="password" required autocomplete="current-password" />
        </p>
        <p><button>Log in</button></p>
      </form>
      <p>No account, or the password is lost? Ask whoever runs this archive: <code>hearsay user password NAME</code></p>`,
    status,
  );
}

function isHttps(c: Context<Env>): boolean {
  return c.get("asked").https;
}

function lasting(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

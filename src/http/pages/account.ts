import type { Context } from "hono";
import { html } from "hono/html";
import { FEWEST_CHARACTERS } from "../../archive/accounts/passwords.ts";
import { holds } from "../../archive/accounts/sessions.ts";
import { USUAL_DAYS, makeToken, stateOf } from "../../archive/accounts/tokens.ts";
import { type User, authenticated, setPassword } from "../../archive/accounts/users.ts";
import { UserError } from "../../model/errors.ts";
import { ROLES, type Role, isEnough } from "../../model/roles.ts";
import type { SessionRow, TokenRow } from "../../store/accounts.ts";
import { type LoginGuard, loginGuard } from "../access/limits.ts";
import { told } from "../parts/fault.ts";
import { fieldsOf } from "../parts/fields.ts";
import { form } from "../parts/form.ts";
import { moment } from "../parts/when.ts";
import type { Env, Room } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** What somebody who logs in has: password, tokens, sessions. */
export const accountPages: Pages = (app, room) => {
  const guard = loginGuard();
  app.get("/account", (c) => accountPage(c, room));
  app.post("/account/password", (c) => attempted(c, room, (user) => changePassword(c, room, guard, user)));
  app.post("/account/tokens", (c) => attempted(c, room, (user) => newToken(c, room, user)));
  app.post("/account/tokens/:id/revoke", (c) =>
    attempted(c, room, async ({ login }) => {
      const { id } = c.req.param();
      if (!(await room.store.accounts.revokeToken(id, login, room.now())))
        throw new UserError("There is no such token.");
      return { done: "The token is revoked: nobody gets in with it any more." };
    }),
  );
  app.post("/account/sessions/:id/end", (c) =>
    attempted(c, room, async ({ login }) => {
      const { id } = c.req.param();
      const session = (await room.store.accounts.sessions(login)).find(({ hash }) => sessionId(hash) === id);
      if (!session) throw new UserError("There is no such session.");
      await room.store.accounts.endSession(session.hash);
      return { done: "The session is ended." };
    }),
  );
};

interface Outcome {
  readonly fault?: string;
  readonly done?: string;
  /** Shown this once. */
  readonly token?: string;
}

/** Does something for the user who is logged in, and shows the page again with what came of it. */
async function attempted(c: Context<Env>, room: Room, attempt: (user: User) => Promise<Outcome>): Promise<Response> {
  try {
    const user = await userOf(c, room);
    if (!user) return await accountPage(c, room);
    return await accountPage(c, room, await attempt(user));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return accountPage(c, room, { fault: error.message });
  }
}

async function userOf(c: Context<Env>, { store }: Room): Promise<User | null> {
  const { login } = c.get("asked");
  return login === null ? null : store.accounts.user(login);
}

async function changePassword(c: Context<Env>, { store, now }: Room, guard: LoginGuard, user: User): Promise<Outcome> {
  const field = await fieldsOf(c);
  const { address, key } = c.get("asked");
  const wait = await guard.begin(user.login, address);
  if (wait > 0) throw new UserError(`Too many tries. Try again in ${wait} seconds.`);
  if (!(await authenticated(store, user.name, field("current"))))
    throw new UserError("The present password is another.");
  await guard.succeeded(user.login, address);
  if (field("password") !== field("repeated")) throw new UserError("The new password was typed in two ways.");
  await setPassword(store, user, field("password"), now(), key ?? undefined);
  return { done: "The password is changed, and all other sessions are ended. Tokens hold until they are revoked." };
}

async function newToken(c: Context<Env>, { store, now }: Room, user: User): Promise<Outcome> {
  const field = await fieldsOf(c);
  const role = field("role") as Role;
  if (!ROLES.includes(role)) throw new UserError("Choose what the token may do.");
  const made = await makeToken(store, user, { name: field("name"), role, days: Number(field("days")) }, now());
  return { done: `The token “${made.row.name}” is made.`, token: made.token };
}

async function accountPage(c: Context<Env>, room: Room, { fault, done, token }: Outcome = {}): Promise<Response> {
  const user = await userOf(c, room);
  const main = user ? await ofUser(c, room, user, token) : html`<p>${NOBODY_LOGS_IN}</p>`;
  return page(c, {
    title: "Account",
    at: "/account",
    styles: ["access.css"],
    main: html`<h1>Account</h1>
      ${told(fault ?? null, done ?? null)} ${main}`,
    status: fault === undefined ? 200 : 422,
  });
}

const NOBODY_LOGS_IN =
  "Nobody logs in here: the archive has no users, and everybody at this machine may do everything. Users are made with " +
  "hearsay user add NAME --role admin, or on the page Users.";

async function ofUser(c: Context<Env>, { store, now }: Room, user: User, token: string | undefined): Promise<Html> {
  const { accounts } = store;
  const { key } = c.get("asked");
  const tokens = await accounts.tokens(user.login);
  const sessions = (await accounts.sessions(user.login)).filter((session) => holds(session, now()));
  return html`<p>You are logged in as <bdi>${user.name}</bdi>, ${user.role}. Decisions stand in the ledger under this name.</p>
    ${form(c, "/logout", html`<button>Log out</button>`)}
    ${
      token === undefined
        ? ""
        : html`<section class="secret" aria-labelledby="new-token">
            <h2 id="new-token">The new token</h2>
            <p>Copy it now: it is shown this once and kept nowhere.</p>
            <p><code>${token}</code></p>
          </section>`
    }
    <section aria-labelledby="tokens">
      <h2 id="tokens">Tokens</h2>
      <p>A token lets a program in, in your name: <code>Authorization: Bearer hearsay_…</code></p>
      ${tokens.length === 0 ? html`<p>None yet.</p>` : tokenTable(c, tokens, now())}
      ${form(
        c,
        "/account/tokens",
        html`<p><label for="token-name">What it is for</label><input id="token-name" name="name" required maxlength="80" /></p>
          <p>
            <label for="token-role">What it may do</label>
            <select id="token-role" name="role">
              ${ROLES.filter((role) => isEnough(user.role, role)).map((role) => html`<option>${role}</option>`)}
            </select>
          </p>
          <p>
            <label for="token-days">Days it holds</label>
            <input id="token-days" name="days" type="number" min="1" max="366" value="${USUAL_DAYS}" required />
          </p>
          <p><button>Make a token</button></p>`,
      )}
    </section>
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      ${sessionTable(c, sessions, key)}
    </section>
    <section aria-labelledby="password">
      <h2 id="password">Password</h2>
      ${form(
        c,
        "/account/password",
        html`<input type="hidden" name="username" value="${user.name}" autocomplete="username" />
          <p>
            <label for="current">Present password</label>
            <input id="current" name="current" type="password" required autocomplete="current-password" />
          </p>
          <p>
            <label for="new">New password, at least ${FEWEST_CHARACTERS} characters</label>
            <input id="new" name="password" type="password" required autocomplete="new-password" />
          </p>
          <p>
            <label for="repeated">Once more</label>
            <input id="repeated" name="repeated" type="password" required autocomplete="new-password" />
          </p>
          <p><button>Change the password</button></p>`,
      )}
    </section>`;
}

function tokenTable(c: Context<Env>, tokens: readonly TokenRow[], now: string): Html {
  const rows = tokens.map((token) => {
    const state = stateOf(token, now);
    const revoke = form(
      c,
      `/account/tokens/${token.id}/revoke`,
      html`<button>Revoke<span class="unseen"> ${token.name}</span></button>`,
    );
    return html`<tr>
      <td><bdi>${token.name}</bdi></td>
      <td>${token.role}</td>
      <td>${day(token.made_at)}</td>
      <td>${day(token.expires_at)}</td>
      <td>${token.used_at === null ? "never" : moment(token.used_at)}</td>
      <td>${state === "holds" ? revoke : state}</td>
    </tr>`;
  });
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">May</th>
          <th scope="col">Made</th>
          <th scope="col">Until</th>
          <th scope="col">Last used</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

function sessionTable(c: Context<Env>, sessions: readonly SessionRow[], key: string | null): Html {
  const rows = sessions.map(({ hash, agent, made_at, seen_at }) => {
    const end = form(
      c,
      `/account/sessions/${sessionId(hash)}/end`,
      html`<button>End<span class="unseen"> the one of ${moment(made_at)}</span></button>`,
    );
    return html`<tr>
      <td><bdi>${agent === "" ? "not said" : agent}</bdi></td>
      <td>${moment(made_at)}</td>
      <td>${moment(seen_at)}</td>
      <td>${hash === key ? "this one" : end}</td>
    </tr>`;
  });
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">Browser, as it calls itself</th>
          <th scope="col">Begun</th>
          <th scope="col">Last seen</th>
          <th scope="col">End</th>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

/** A session's name on the page: the hash of a hash leads nobody in, a part of it less. */
function sessionId(hash: string): string {
  return hash.slice(0, 16);
}

function day(at: string): string {
  return at.slice(0, 10);
}

import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { hashPassword } from "../../src/archive/accounts/passwords.ts";
import { makeToken } from "../../src/archive/accounts/tokens.ts";
import { loginOf } from "../../src/archive/accounts/users.ts";
import { roomApp } from "../../src/http/app.ts";
import type { AccessSettings, Env, Role, Room } from "../../src/http/room.ts";
import type { UserRow } from "../../src/store/accounts.ts";
import type { Store } from "../../src/store/store.ts";
import { NOON } from "../archive/reports.ts";
import { scratchArchive } from "../archive/scratch.ts";

export const ORIGIN = "http://localhost";
export const PASSWORD = "four words that rhyme";

/** A clock that stands still until it is set. */
export interface Clock {
  at: string;
  readonly pass: (milliseconds: number) => void;
}

export interface Opened {
  readonly app: OpenAPIHono<Env>;
  readonly room: Room;
  readonly store: Store;
  readonly clock: Clock;
}

/** A reading room over an empty archive, or over `given`. */
export async function openRoom(t: TestContext, access: AccessSettings = {}, given?: Store): Promise<Opened> {
  const store = given ?? (await scratchArchive(t));
  const clock: Clock = {
    at: NOON,
    pass(milliseconds) {
      clock.at = new Date(Date.parse(clock.at) + milliseconds).toISOString();
    },
  };
  const room: Room = { store, now: () => clock.at, localName: "Mira Sand", version: "0.0.0", access };
  return { app: roomApp(room), room, store, clock };
}

/** Hashing as it is done takes half a second; what is tested here does not depend on how long. */
let cheap: Promise<string> | null = null;

export async function withUser({ store, clock }: Opened, name: string, role: Role): Promise<UserRow> {
  cheap ??= hashPassword(PASSWORD, { ln: 10, r: 8, p: 1 });
  const times = { made_at: clock.at, changed_at: clock.at, removed_at: null };
  const user = { login: loginOf(name), name, role, password: await cheap, ...times };
  assert.ok(await store.accounts.addUser(user));
  return user;
}

/** A token of a user, as a header. */
export async function bearer(
  { store, clock }: Opened,
  user: UserRow,
  role: Role = user.role,
): Promise<Record<string, string>> {
  const { token } = await makeToken(store, user, { name: "a test", role }, clock.at);
  return { authorization: `Bearer ${token}` };
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  /** The address of who is at the other end; a call inside the process where it is left out. */
  readonly peer?: string;
}

/** Somebody with a browser: keeps cookies, follows no redirect, sends what browsers send. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: OpenAPIHono<Env>;
  readonly #origin: string;

  constructor({ app }: Pick<Opened, "app">, origin = ORIGIN) {
    this.#app = app;
    this.#origin = origin;
  }

  get(path: string, sent: Sent = {}): Promise<Response> {
    return this.ask("GET", path, { ...sent, headers: { accept: "text/html", ...sent.headers } });
  }

  /** Sends a form of a page of ours. */
  post(path: string, form: Readonly<Record<string, string>>, sent: Sent = {}): Promise<Response> {
    const own = { origin: this.#origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate" };
    return this.ask("POST", path, { ...sent, form, headers: { accept: "text/html", ...own, ...sent.headers } });
  }

  async ask(method: string, path: string, { headers = {}, form, json, body, peer }: Sent = {}): Promise<Response> {
    const cookie = Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join("; ");
    const type = form
      ? { "content-type": "application/x-www-form-urlencoded" }
      : json !== undefined
        ? { "content-type": "application/json" }
        : {};
    const content = form ? new URLSearchParams(form).toString() : json !== undefined ? JSON.stringify(json) : body;
    const request = new Request(`${this.#origin}${path}`, {
      method,
      redirect: "manual",
      headers: { ...(cookie !== "" && { cookie }), ...type, ...headers },
      ...(content !== undefined && { body: content as string }),
    });
    const env = peer === undefined ? {} : { incoming: { httpVersion: "1.1", socket: { remoteAddress: peer } } };
    const answer = await this.#app.fetch(request, env);
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "" || /max-age=0/i.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** The mark in the forms of a page. */
  async mark(path: string): Promise<string> {
    const text = await (await this.get(path)).text();
    return /name="csrf" (?:value|content)="([^"]+)"/.exec(text)?.[1] ?? "";
  }

  async login(name: string, password = PASSWORD, some: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.post("/login", { csrf: await this.mark("/login"), name, password, ...some });
  }
}

/** Somebody who has logged in. */
export async function loggedIn(opened: Opened, name: string): Promise<Browser> {
  const browser = new Browser(opened);
  const answer = await browser.login(name);
  assert.equal(answer.status, 303, await answer.text());
  return browser;
}

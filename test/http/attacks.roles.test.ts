import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleFor } from "../../src/http/access/routes.ts";
import { ROLES, type Role } from "../../src/http/room.ts";
import { NOON as READ_AT, FERRY, keep } from "../archive/reports.ts";
import { Browser, bearer, loggedIn, openRoom, withUser } from "./browser.ts";
import { anyRecord, filled, partsOf, routesOf } from "./routes.ts";

/** What may be asked for without a login. */
const OPEN = /^(?:GET \/assets\/|GET \/health(?:\/|$)|(?:GET|POST) \/login$)/;
/** Changes that a reader may make: what is their own, what is kept nowhere, and what only proposes. */
const OWN =
  /^POST \/logout$|^\w+ \/(?:account|saved)(?:\/|$)|^\w+ \/api\/v1\/(?:saved|searches|read|receipts)(?:\/|$)|^POST \/api\/v1\/statements\/:id\/proposals$/;
/** What only an admin may. */
const ADMIN = /^\w+ (?:\/users|\/api\/v1\/users)(?:\/|$)|^GET \/metrics$/;

test("every address of the room has a line in the table of who may do what, and it is the one expected", async (t) => {
  const { app } = await openRoom(t);
  const routes = routesOf(app);
  assert.ok(routes.length > 15, `only ${routes.length}`);
  const wrong: string[] = [];
  for (const { method, path } of routes) {
    const name = `${method} ${path}`;
    const rule = ruleFor(method, path.replaceAll(/:\w+(?:\{[^}]*\})?/g, "x"));
    const least = rule?.least ?? "nobody at all";
    const expected = OPEN.test(name)
      ? ["anyone"]
      : ADMIN.test(name)
        ? ["admin"]
        : OWN.test(name)
          ? ["reader"]
          : method === "GET"
            ? ["reader", "reviewer"]
            : ["reviewer"];
    if (!expected.includes(least)) wrong.push(`${name}: ${least}, expected ${expected.join(" or ")}`);
    if (ADMIN.test(name) && path !== "/metrics" && !rule?.person) wrong.push(`${name}: a token may`);
  }
  assert.deepEqual(wrong, []);
});

test("an address without a line is refused to everybody, the admin too", async (t) => {
  const room = await openRoom(t);
  room.app.get("/forgotten", (c) => c.text("in"));
  const answer = await new Browser(room).get("/forgotten");
  assert.deepEqual([answer.status, (await answer.text()).includes("lacks a line")], [403, true]);
  for (const path of [
    "//users",
    "/users/../users",
    "/%75sers",
    "/users%2f",
    "/USERS",
    "/users/",
    "/users;x",
    "/users%00",
    "/api/v1/../../users",
  ]) {
    const reader = new Browser(room);
    const least = ruleFor("GET", new URL(`http://localhost${path}`).pathname)?.least;
    const status = (await reader.get(path)).status;
    assert.ok(status === 404 || status === 403 || least === "admin" || path === "/%75sers", `${path}: ${status}`);
  }
  for (const method of ["OPTIONS", "PROPFIND", "PUT", "DELETE"])
    assert.ok((await new Browser(room).ask(method, "/users")).status >= 400, method);
});

for (const via of ["session", "token"] as const)
  test(`nobody does by ${via} what their role does not allow, on any address`, async (t) => {
    const opened = await openRoom(t, { perMinute: 1_000_000 });
    const { app, store } = opened;
    await keep(store, { "https://news.example/1": FERRY });
    opened.clock.at = READ_AT;
    const row = await anyRecord(store);
    const routes = routesOf(app);
    // The admin who stays, so that what the others do to each other leaves somebody.
    await withUser(opened, "Ada", "admin");
    const wrong: string[] = [];
    for (const role of [null, ...ROLES]) {
      for (const { method, path } of routes) {
        const name = `${method} ${path}`;
        const rule = ruleFor(method, path.replaceAll(/:\w+(?:\{[^}]*\})?/g, "x"));
        if (!rule || rule.least === "anyone" || path === "/logout") continue;
        const { browser, headers } = await somebody(role);
        const address = filled(path, partsOf(row));
        const changes = method !== "GET";
        const csrf = changes && via === "session" && role !== null ? await browser.mark("/account") : "";
        const sent = changes
          ? { json: {}, headers: { ...headers, "x-csrf": csrf, origin: "http://localhost" } }
          : { headers };
        const { status } = await browser.ask(method, address, {
          ...sent,
          headers: { accept: "application/json", ...sent.headers },
        });
        const may =
          role !== null && ROLES.indexOf(role) >= ROLES.indexOf(rule.least) && !(rule.person && via === "token");
        const refused = status === 401 || status === 403;
        if (may === refused) wrong.push(`${name} as ${role ?? "nobody"}: ${status}, needs ${rule.least}`);
        if (status >= 500) wrong.push(`${name} as ${role ?? "nobody"}: ${status}`);
      }
    }
    assert.deepEqual(wrong, []);

    async function somebody(role: Role | null): Promise<{ browser: Browser; headers: Record<string, string> }> {
      if (role === null) return { browser: new Browser({ app }), headers: {} };
      const name = `A ${role}`;
      const user = (await store.accounts.user(name.toLowerCase())) ?? (await withUser(opened, name, role));
      if (via === "token") return { browser: new Browser({ app }), headers: await bearer(opened, user) };
      const browser = sessions.get(role) ?? (await loggedIn(opened, name));
      sessions.set(role, browser);
      return { browser, headers: {} };
    }
  });

const sessions = new Map<Role, Browser>();

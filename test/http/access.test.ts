import assert from "node:assert/strict";
import { test } from "node:test";
import { IDLE, LONGEST } from "../../src/archive/accounts/sessions.ts";
import { Browser, PASSWORD, bearer, loggedIn, openRoom, withUser } from "./browser.ts";

const MINUTE = 60_000;

test("without users everybody at this machine is its admin, under the local name", async (t) => {
  const room = await openRoom(t);
  const answer = await new Browser(room).get("/proof", { peer: "127.0.0.1" });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /Mira Sand/);
  assert.equal((await new Browser(room).get("/users", { peer: "::1" })).status, 200);
  assert.equal((await new Browser(room).get("/login")).headers.get("location"), "/");
});

test("nobody from another machine, under another name or through a proxy is the local admin", async (t) => {
  const room = await openRoom(t);
  const cases: [string, string, Parameters<Browser["get"]>[1]][] = [
    ["a peer elsewhere", "http://localhost", { peer: "192.0.2.7" }],
    ["a name that was made to lead here (DNS rebinding)", "http://evil.example", { peer: "127.0.0.1" }],
    ["a name that only begins so", "http://localhost.evil.example", { peer: "127.0.0.1" }],
    ["a name that is no address", "http://127.0.0.1.evil.example", { peer: "127.0.0.1" }],
    ["an address of this machine that is not its own alone", "http://192.168.1.5", { peer: "127.0.0.1" }],
    ["another Host header", "http://localhost", { peer: "127.0.0.1", headers: { host: "evil.example" } }],
    ["a proxy's trace", "http://localhost", { peer: "127.0.0.1", headers: { "x-forwarded-for": "127.0.0.1" } }],
    ["another proxy's trace", "http://localhost", { peer: "127.0.0.1", headers: { via: "1.1 p" } }],
    ["an address made up", "http://localhost", { peer: "192.0.2.7", headers: { "x-forwarded-for": "127.0.0.1" } }],
    ["no address at all", "http://localhost", { peer: "" }],
  ];
  for (const [what, origin, sent] of cases) {
    const answer = await new Browser(room, origin).get("/proof", sent);
    assert.equal(answer.status, 403, what);
    assert.doesNotMatch(await answer.text(), /Mira Sand/, what);
  }
  const answer = await room.app.fetch(new Request("http://localhost/proof"), {
    incoming: { httpVersion: "1.0", socket: { remoteAddress: "127.0.0.1" } },
  });
  assert.equal(answer.status, 403, "a proxy that says nothing of itself speaks HTTP/1.0");
  assert.match(await answer.text(), /hearsay user add NAME --role admin/);
});

test("with users everybody logs in, at this machine too, and comes back to where they were going", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada Novak", "admin");
  const browser = new Browser(room);
  const first = await browser.get("/articles?outlet=A%20B");
  assert.equal(first.status, 303);
  assert.equal(first.headers.get("location"), `/login?next=${encodeURIComponent("/articles?outlet=A%20B")}`);
  const named = await browser.get(`/people/${encodeURIComponent("Lotte Čapek")}`);
  assert.equal(named.headers.get("location"), "/login?next=%2Fpeople%2FLotte%2520%25C4%258Capek");
  const answer = await browser.login("ada  NOVAK", PASSWORD, { next: "/proof?x=1" });
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/proof?x=1"]);
  assert.match(await (await browser.get("/proof")).text(), /Ada Novak/);
  assert.equal((await browser.get("/users")).status, 200);
});

test("a program that is nobody is told how to say who it is", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  const answer = await new Browser(room).ask("GET", "/api/v1/articles");
  assert.equal(answer.status, 401);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  assert.match(answer.headers.get("www-authenticate") ?? "", /^Bearer/);
  const feed = await new Browser(room).get("/feeds/search.atom");
  assert.deepEqual([feed.status, (feed.headers.get("www-authenticate") ?? "").slice(0, 5)], [401, "Basic"]);
});

test("a wrong name and a wrong password are told alike", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  const browser = new Browser(room);
  const wrong = await browser.login("Ada", "another password");
  const unknown = await browser.login("Ida", PASSWORD);
  const plain = async (answer: Response): Promise<string> => (await answer.text()).replace(/value="[^"]*"/g, "");
  assert.deepEqual([wrong.status, unknown.status], [401, 401]);
  assert.equal(await plain(wrong), await plain(unknown));
  assert.equal(browser.cookies.has("hearsay-local"), false);
});

test("the cookie of a session is kept from scripts, other sites and, over https, from other names", async (t) => {
  const room = await openRoom(t, { proxies: ["10.0.0.0/8"] });
  await withUser(room, "Ada", "admin");
  const near = new Browser(room);
  const set = (await near.login("Ada")).headers.getSetCookie().find((one) => one.startsWith("hearsay-local="));
  assert.match(set ?? "", /; HttpOnly/);
  assert.match(set ?? "", /; SameSite=Lax/);
  assert.doesNotMatch(set ?? "", /Secure/);

  const far = new Browser(room, "https://hearsay.example");
  const proxied = {
    peer: "10.1.2.3",
    headers: { "x-forwarded-for": "198.51.100.9", "x-forwarded-proto": "https", "x-forwarded-host": "hearsay.example" },
  };
  const page = await far.get("/login", proxied);
  assert.match(page.headers.get("strict-transport-security") ?? "", /^max-age=\d{8}$/);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const answer = await far.post("/login", { csrf, name: "Ada", password: PASSWORD }, proxied);
  const secure = answer.headers.getSetCookie().find((one) => one.startsWith("__Host-hearsay=")) ?? "";
  for (const part of [/; Secure/, /; HttpOnly/, /; Path=\//, /; SameSite=Lax/]) assert.match(secure, part);
  assert.doesNotMatch(secure, /Domain/);
});

test("what others on the way can read is not answered, and a proxy nobody named is not believed", async (t) => {
  const room = await openRoom(t, { proxies: ["10.0.0.7"] });
  await withUser(room, "Ada", "admin");
  const claims = { "x-forwarded-proto": "https", "x-forwarded-for": "127.0.0.1" };
  for (const sent of [
    { peer: "192.0.2.7" },
    { peer: "192.0.2.7", headers: claims },
    { peer: "10.0.0.8", headers: claims },
  ]) {
    const answer = await new Browser(room, "http://hearsay.example").get("/login", sent);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /--proxy/);
  }
  const answer = await new Browser(room, "http://hearsay.example").get("/login", { peer: "10.0.0.7", headers: claims });
  assert.equal(answer.status, 200);
});

test("a session ends by logging out, by idleness and by age, on the server", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  const browser = await loggedIn(room, "Ada");
  const cookie = browser.cookies.get("hearsay-local") as string;
  assert.equal((await browser.post("/logout", { csrf: await browser.mark("/account") })).status, 303);
  browser.cookies.set("hearsay-local", cookie);
  assert.equal((await browser.get("/account")).status, 303, "the cookie leads nobody in any more");

  const idle = await loggedIn(room, "Ada");
  room.clock.pass(IDLE - MINUTE);
  assert.equal((await idle.get("/account")).status, 200);
  room.clock.pass(IDLE - MINUTE);
  assert.equal((await idle.get("/account")).status, 200, "it was used");
  room.clock.pass(IDLE + MINUTE);
  assert.equal((await idle.get("/account")).status, 303);

  const old = await loggedIn(room, "Ada");
  for (let spent = 0; spent < LONGEST - IDLE; spent += IDLE / 2) {
    assert.equal((await old.get("/account")).status, 200);
    room.clock.pass(IDLE / 2);
  }
  room.clock.pass(IDLE);
  assert.equal((await old.get("/account")).status, 303, "however much it was used");
});

test("another password or role ends the other sessions, and removal ends all at once", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  await withUser(room, "Ben", "reviewer");
  const admin = await loggedIn(room, "Ada");
  const [here, there] = [await loggedIn(room, "Ben"), await loggedIn(room, "Ben")];
  room.clock.pass(MINUTE);
  const fields = { current: PASSWORD, password: "another four words", repeated: "another four words" };
  const changed = await here.post("/account/password", { csrf: await here.mark("/account"), ...fields });
  assert.equal(changed.status, 200, await changed.text());
  assert.equal((await here.get("/account")).status, 200);
  assert.equal((await there.get("/account")).status, 303);
  assert.equal((await new Browser(room).login("Ben")).status, 401, "the old password is gone");

  room.clock.pass(MINUTE);
  const csrf = await admin.mark("/users");
  assert.equal((await admin.post("/users/role", { csrf, user: "ben", role: "reader" })).status, 200);
  assert.equal((await here.get("/account")).status, 303);
  const again = new Browser(room);
  assert.equal((await again.login("Ben", "another four words")).status, 303);
  assert.equal((await admin.post("/users/remove", { csrf, user: "ben" })).status, 200);
  assert.equal((await again.get("/account")).status, 303);
  assert.equal((await new Browser(room).login("Ben", "another four words")).status, 401);
});

test("the only admin can't be demoted or removed, and a removed name is not given to somebody else", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  await withUser(room, "Ben", "reader");
  const admin = await loggedIn(room, "Ada");
  const csrf = await admin.mark("/users");
  for (const [path, more] of [
    ["/users/role", { role: "reader" }],
    ["/users/remove", {}],
  ] as const) {
    const answer = await admin.post(path, { csrf, user: "ada", ...more } as Record<string, string>);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /only admin/);
  }
  await admin.post("/users/remove", { csrf, user: "ben" });
  const other = { csrf, name: "BEN", role: "reader", password: "yet another phrase" };
  const refused = await admin.post("/users", other);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /was a user until 2031-03-05/);
  assert.equal((await admin.post("/users", { ...other, again: "yes" })).status, 200);
});

test("guessing is slowed by name and address, more and more, and others are not held up", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  await withUser(room, "Ben", "reader");
  const thief = new Browser(room);
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await thief.login("Ada", `a wrong guess, number ${i}`)).status);
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  const held = await thief.login("Ada");
  assert.equal(held.status, 429, "the right password as well");
  assert.match(held.headers.get("retry-after") ?? "", /^[1-2]$/);
  assert.equal((await new Browser(room).login("Ben")).status, 303);
});

test("a token opens what its role and its owner's allow, until it is revoked or has run out", async (t) => {
  const room = await openRoom(t);
  const ada = await withUser(room, "Ada", "admin");
  const headers = await bearer(room, ada, "reader");
  const get = (path: string): Promise<Response> => new Browser(room).ask("GET", path, { headers });
  assert.equal((await get("/proof")).status, 200);
  assert.equal((await get("/review")).status, 403);
  const [row] = await room.store.accounts.tokens("ada");
  assert.equal(row?.used_at, room.clock.at);
  assert.ok(!JSON.stringify(row).includes(headers["authorization"]?.slice(15) ?? "?"), "only its hash is kept");
  await room.store.accounts.revokeToken(row?.id as string, "ada", room.clock.at);
  assert.equal((await get("/proof")).status, 401);

  const second = await bearer(room, ada, "admin");
  const askAgain = (): Promise<Response> => new Browser(room).ask("GET", "/proof", { headers: second });
  room.clock.pass(89 * 24 * 60 * MINUTE);
  assert.equal((await askAgain()).status, 200);
  room.clock.pass(2 * 24 * 60 * MINUTE);
  assert.equal((await askAgain()).status, 401);
});

test("a token never does more than its owner may now, and makes no tokens or users", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "admin");
  const ben = await withUser(room, "Ben", "admin");
  const headers = await bearer(room, ben);
  const users = (): Promise<Response> => new Browser(room).ask("GET", "/users", { headers });
  assert.equal((await users()).status, 403, "by a person only");
  const made = await new Browser(room).ask("POST", "/account/tokens", {
    headers,
    form: { name: "x", role: "admin", days: "9" },
  });
  assert.equal(made.status, 403);
  await room.store.accounts.changeUser("ben", { role: "reader", changed_at: room.clock.at });
  assert.equal((await new Browser(room).ask("GET", "/review", { headers })).status, 403);
  assert.equal((await new Browser(room).ask("GET", "/proof", { headers })).status, 200);
});

test("a token is shown once, on no page after it, and a feed takes it as a password", async (t) => {
  const room = await openRoom(t);
  await withUser(room, "Ada", "reviewer");
  await withUser(room, "Zoe", "admin");
  const browser = await loggedIn(room, "Ada");
  const form = { csrf: await browser.mark("/account"), name: "the wire desk", role: "reader", days: "30" };
  const [token = ""] = /hearsay_[\w-]{43}/.exec(await (await browser.post("/account/tokens", form)).text()) ?? [];
  assert.equal(token.length, 51);
  assert.ok(!(await (await browser.get("/account")).text()).includes(token));
  const higher = await browser.post("/account/tokens", { ...form, role: "admin" });
  assert.equal(higher.status, 422);
  const basic = { authorization: `Basic ${Buffer.from(`anything:${token}`).toString("base64")}` };
  assert.notEqual((await new Browser(room).ask("GET", "/feeds/search.atom", { headers: basic })).status, 401);
  assert.equal((await new Browser(room).ask("GET", "/proof", { headers: basic })).status, 401, "feeds only");
});

test("requests of one session are counted, and too many are told when to come back", async (t) => {
  const room = await openRoom(t, { perMinute: 5 });
  await withUser(room, "Ada", "admin");
  const browser = await loggedIn(room, "Ada");
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await browser.get("/proof")).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
  const answer = await browser.ask("GET", "/api/v1/articles");
  assert.equal(answer.status, 429);
  assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
  assert.equal(((await answer.json()) as { status: number }).status, 429);
});

test("every answer carries what keeps a browser safe, and none but styles and scripts is kept", async (t) => {
  const room = await openRoom(t);
  const browser = new Browser(room);
  for (const path of ["/proof", "/nothing/here", "/api/v1/nothing", "/account"]) {
    const { headers } = await browser.get(path);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
      path,
    );
    assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe|\*/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin");
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
    assert.equal(headers.get("referrer-policy"), "same-origin");
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/);
    assert.equal(headers.get("strict-transport-security"), null, "only behind https");
    assert.match(headers.get("cache-control") ?? "", /^(?:no-store|private, no-cache)$/, path);
  }
  const [asset = ""] = /\/assets\/[^"]+\.css/.exec(await (await browser.get("/proof")).text()) ?? [];
  assert.match((await browser.get(asset)).headers.get("cache-control") ?? "", /immutable/);
});

test("the first user is made on the page Users, must be an admin, and closes the door", async (t) => {
  const room = await openRoom(t);
  const browser = new Browser(room);
  const csrf = await browser.mark("/users");
  const form = { csrf, name: "Ada Novak", role: "reader", password: PASSWORD };
  assert.match(await (await browser.post("/users", form)).text(), /first user must be an admin/);
  for (const [password, fault] of [
    ["short", /at least 12/],
    ["Ada  Novak", /at least 12/],
  ] as const)
    assert.match(await (await browser.post("/users", { ...form, role: "admin", password })).text(), fault);
  assert.match(
    await (
      await browser.post("/users", { ...form, role: "admin", name: "Adalbert Novak", password: "ADALBERT NOVAK" })
    ).text(),
    /must not be the name/,
  );
  assert.equal((await browser.post("/users", { ...form, role: "admin" })).status, 200);
  assert.equal((await browser.get("/proof")).status, 303);
  assert.equal((await new Browser(room).login("Ada Novak")).status, 303);
});

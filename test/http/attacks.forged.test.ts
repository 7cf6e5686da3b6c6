import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenHolder } from "../../src/archive/accounts/tokens.ts";
import { Browser, ORIGIN, PASSWORD, bearer, loggedIn, openRoom, withUser } from "./browser.ts";
import { FIELDS, stateOf, withReport } from "./changes.ts";

test("a change that a page of another site asks for is refused, on every address, and nothing is changed", async (t) => {
  const opened = await withReport(t);
  await withUser(opened, "Ada", "admin");
  await withUser(opened, "Ben", "admin");
  const ada = await loggedIn(opened, "Ada");
  const ben = await loggedIn(opened, "Ben");
  const [own, other] = [await ada.mark("/account"), await ben.mark("/account")];
  assert.notEqual(own, other);
  const here = { origin: ORIGIN, "sec-fetch-site": "same-origin" };
  const forged: [string, Record<string, string>, string | null][] = [
    ["no mark", here, null],
    ["an empty mark", here, ""],
    ["a wrong mark", here, `${own.slice(0, -2)}AA`],
    ["the mark of somebody else", here, other],
    ["another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, own],
    ["another origin, said by an old browser", { origin: "https://evil.example" }, own],
    ["an origin that looks alike", { origin: "http://localhost.evil.example" }, own],
    ["an origin that hides itself", { origin: "null" }, own],
    ["another port of this machine", { origin: "http://localhost:3000", "sec-fetch-site": "same-site" }, own],
    ["a neighbour", { "sec-fetch-site": "same-site" }, own],
    ["a page elsewhere", { "sec-fetch-site": "cross-site" }, own],
  ];
  const before = await stateOf(opened);
  const through: string[] = [];
  for (const { method, path, at } of opened.changes)
    for (const [what, headers, mark] of path === "/login" ? [] : forged)
      for (const way of ["form", "json", "header"] as const) {
        const csrf = mark === null ? {} : { csrf: mark };
        const sent =
          way === "form"
            ? { form: { ...FIELDS, ...csrf } as Record<string, string>, headers }
            : way === "json"
              ? { json: { ...FIELDS, ...csrf }, headers }
              : { form: FIELDS, headers: { ...headers, ...(mark !== null && { "x-csrf": mark }) } };
        const { status } = await ada.ask(method, at, sent);
        if (status !== 403 && status !== 415) through.push(`${method} ${path}, ${what}, ${way}: ${status}`);
      }
  assert.deepEqual(through, []);
  assert.deepEqual(await stateOf(opened), before);
  assert.equal((await ada.get("/account")).status, 200, "she is still logged in");
});

test("where nobody logs in, forged changes are refused as well, and programs of this machine are not", async (t) => {
  const opened = await withReport(t);
  const before = await stateOf(opened);
  const through: string[] = [];
  for (const { method, path, at } of opened.changes)
    for (const headers of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
      { origin: "http://localhost:81", "sec-fetch-site": "same-site" },
    ] as Record<string, string>[])
      for (const sent of [
        { form: FIELDS as Record<string, string>, headers },
        { json: FIELDS, headers },
        { body: JSON.stringify(FIELDS), headers: { ...headers, "content-type": "text/plain" } },
      ]) {
        const { status } = await new Browser(opened).ask(method, at, sent);
        if (status !== 403 && status !== 415) through.push(`${method} ${path}: ${status}`);
      }
  assert.deepEqual(through, []);
  assert.deepEqual(await stateOf(opened), before);
  const forms = opened.changes.filter(({ path }) => path.startsWith("/api/"));
  for (const { method, at } of forms)
    assert.equal((await new Browser(opened).ask(method, at, { form: FIELDS })).status, 415, `a form to ${at}`);
});

test("what another site builds in is refused, and its links lead here", async (t) => {
  const opened = await withReport(t);
  const ask = async (mode: string, dest: string): Promise<number> =>
    (
      await new Browser(opened).get("/proof", {
        headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest },
      })
    ).status;
  assert.deepEqual(
    [await ask("no-cors", "script"), await ask("no-cors", "image"), await ask("cors", "empty")],
    [403, 403, 403],
  );
  assert.equal(await ask("navigate", "document"), 200);
});

test("a login form of another site, or of another browser, is refused", async (t) => {
  const opened = await openRoom(t);
  await withUser(opened, "Ada", "admin");
  const mine = new Browser(opened);
  const csrf = await mine.mark("/login");
  const form = { csrf, name: "Ada", password: PASSWORD };
  assert.equal((await mine.post("/login", form, { headers: { origin: "https://evil.example" } })).status, 403);
  assert.equal((await new Browser(opened).post("/login", form)).status, 403, "the mark is good in one browser");
  assert.equal((await mine.post("/login", { ...form, csrf: "" })).status, 403);
  assert.equal((await mine.post("/login", form)).status, 303);
});

test("a session id that somebody planted leads nobody in, before the login or after it", async (t) => {
  const opened = await openRoom(t);
  await withUser(opened, "Ada", "admin");
  const planted = "A".repeat(43);
  const victim = new Browser(opened);
  victim.cookies.set("hearsay-local", planted);
  victim.cookies.set("hearsay-local-door", planted);
  assert.equal((await victim.login("Ada")).status, 303);
  const id = victim.cookies.get("hearsay-local");
  assert.notEqual(id, planted);
  const thief = new Browser(opened);
  thief.cookies.set("hearsay-local", planted);
  assert.equal((await thief.get("/account")).status, 303);

  const first = await loggedIn(opened, "Ada");
  const before = first.cookies.get("hearsay-local") as string;
  const mark = await first.mark("/account");
  // Who is logged in and logs in again gets another id, and the first one is over.
  await opened.store.accounts.session(before);
  const door = new Browser(opened);
  const csrf = await door.mark("/login");
  door.cookies.set("hearsay-local", before);
  assert.equal((await door.post("/login", { csrf, name: "Ada", password: PASSWORD })).status, 303);
  assert.notEqual(door.cookies.get("hearsay-local"), before);
  assert.equal((await first.get("/account")).status, 303);
  assert.ok(mark.length > 40);
});

test("cookies and tokens that are none lead nobody in and break nothing", async (t) => {
  const opened = await openRoom(t, { perMinute: 1_000_000 });
  const ada = await withUser(opened, "Ada", "admin");
  for (const cookie of [
    "",
    "x",
    "A".repeat(43),
    "A".repeat(5_000),
    "%00",
    "' OR 1=1 --",
    "{}",
    "hearsay-local=x; hearsay-local=y",
    '"q"',
  ]) {
    const { status } = await new Browser(opened).get("/account", { headers: { cookie: `hearsay-local=${cookie}` } });
    assert.equal(status, 303, cookie);
  }
  const { authorization = "" } = await bearer(opened, ada);
  const token = authorization.slice(7);
  for (const header of [
    "Bearer",
    "Bearer ",
    "Bearer x",
    `Bearer hearsay_${"A".repeat(43)}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}x`,
    `Bearer ${token.toLowerCase()}`,
    `Bearer ${token}, Bearer ${token}`,
    `Basic ${Buffer.from(`Ada:${PASSWORD}`).toString("base64")}`,
    "Negotiate x",
    `Bearer ${"A".repeat(7_000)}`,
  ]) {
    const answer = await new Browser(opened).ask("GET", "/api/v1/articles", { headers: { authorization: header } });
    assert.equal(answer.status, 401, header);
    assert.ok(!(await answer.text()).includes(token));
  }
  const [row] = await opened.store.accounts.tokens("ada");
  assert.equal(await tokenHolder(opened.store, row?.hash as string, opened.clock.at), null, "the hash is no token");
  const { status } = await new Browser(opened).ask("GET", `/proof?token=${token}&access_token=${token}`);
  assert.notEqual(status, 200, "a token in an address is none");
});

import assert from "node:assert/strict";
import type { SessionRow, TokenRow, UserRow } from "../../src/store/accounts.ts";
import { onBoth } from "../archive/onBoth.ts";
import { NOON, report } from "./reports.ts";
import { tablesOf } from "./homes.ts";

const LATER = "2031-05-07T12:00:00.000Z";

function user(login: string, some: Partial<UserRow> = {}): UserRow {
  const name = login.replace(/^./, (letter) => letter.toUpperCase());
  return {
    login,
    name,
    role: "reader",
    password: "$x$",
    made_at: NOON,
    changed_at: NOON,
    removed_at: null,
    ...some,
  };
}

function session(hash: string, login: string, some: Partial<SessionRow> = {}): SessionRow {
  return { hash, login, stamp: NOON, made_at: NOON, seen_at: NOON, agent: "a browser", ...some };
}

function token(id: string, login: string, some: Partial<TokenRow> = {}): TokenRow {
  const row = { id, hash: `hash of ${id}`, login, name: `for ${id}`, role: "reader", made_at: NOON } as const;
  return { ...row, expires_at: LATER, used_at: null, revoked_at: null, ...some };
}

function soon(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

await onBoth((it) => {
  it("a user is written once, and found by login", async ({ accounts }) => {
    assert.equal(await accounts.anyUser(), false);
    assert.equal(await accounts.addUser(user("ada", { role: "admin" })), true);
    assert.equal(await accounts.addUser(user("ada", { name: "Somebody else" })), false);
    assert.deepEqual({ ...(await accounts.user("ada")) }, user("ada", { role: "admin" }));
    assert.equal(await accounts.user("Ada"), null);
    assert.equal(await accounts.anyUser(), true);
    await accounts.addUser(user("Zoe\u0000"));
    assert.deepEqual(
      (await accounts.users()).map(({ login }) => login),
      ["Zoe\ufffd", "ada"],
    );
  });

  it("a change of password ends all sessions but the one it was made in", async ({ accounts }) => {
    await accounts.addUser(user("ada", { role: "admin" }));
    for (const one of ["h1", "h2", "h3"]) await accounts.addSession(session(one, "ada"));
    await accounts.addSession(session("h4", "ben"));
    assert.equal(await accounts.changeUser("ada", { password: "$y$", changed_at: LATER }, "h2"), "changed");
    assert.deepEqual(
      (await accounts.sessions("ada")).map(({ hash, stamp }) => [hash, stamp]),
      [["h2", LATER]],
    );
    assert.equal((await accounts.sessions("ben")).length, 1);
    assert.equal((await accounts.user("ada"))?.password, "$y$");
    assert.equal(await accounts.changeUser("nobody", { password: "$y$", changed_at: LATER }), "unknown");
  });

  it("users are never left without an admin, but the last user may go", async ({ accounts }) => {
    await accounts.addUser(user("ada", { role: "admin" }));
    await accounts.addUser(user("ben"));
    await accounts.addSession(session("h1", "ada"));
    assert.equal(await accounts.changeUser("ada", { role: "reader", changed_at: LATER }), "last admin");
    assert.equal(await accounts.changeUser("ada", { removed_at: LATER, changed_at: LATER }), "last admin");
    assert.equal((await accounts.sessions("ada")).length, 1, "nothing was changed");
    assert.equal(await accounts.changeUser("ben", { role: "admin", changed_at: LATER }), "changed");
    assert.equal(await accounts.changeUser("ada", { removed_at: LATER, changed_at: LATER }), "changed");
    assert.equal(await accounts.changeUser("ben", { role: "reader", changed_at: LATER }), "last admin");
    assert.equal(await accounts.changeUser("ben", { removed_at: LATER, changed_at: LATER }), "changed");
    assert.equal(await accounts.anyUser(), false);
    assert.equal((await accounts.users()).length, 2, "their names stay taken");
  });

  it("two admins who demote each other at once leave one", async ({ accounts }, home) => {
    const other = (await home.open()).accounts;
    await accounts.addUser(user("ada", { role: "admin" }));
    await accounts.addUser(user("ben", { role: "admin" }));
    const done = await Promise.all([
      accounts.changeUser("ada", { role: "reader", changed_at: LATER }),
      // In one process SQLite's second writer would wait for the first without letting it go on.
      soon().then(() => other.changeUser("ben", { role: "reader", changed_at: LATER })),
    ]);
    assert.deepEqual(done.sort(), ["changed", "last admin"]);
  });

  it("a hash is replaced only where it is still the one that was checked", async ({ accounts }) => {
    await accounts.addUser(user("ada"));
    await accounts.rehash("ada", "$other$", "$new$");
    assert.equal((await accounts.user("ada"))?.password, "$x$");
    await accounts.rehash("ada", "$x$", "$new$");
    assert.equal((await accounts.user("ada"))?.password, "$new$");
  });

  it("sessions are seen, ended and dropped when they are old", async ({ accounts }) => {
    await accounts.addSession(session("h1", "ada"));
    await accounts.addSession(session("h2", "ada", { made_at: LATER, seen_at: LATER }));
    await accounts.seeSession("h1", "2031-05-08T12:00:00.000Z");
    assert.deepEqual(
      (await accounts.sessions("ada")).map(({ hash }) => hash),
      ["h1", "h2"],
    );
    await accounts.dropSessions({ made: "2031-05-07T00:00:00.000Z", seen: NOON });
    assert.equal(await accounts.session("h1"), null);
    await accounts.dropSessions({ made: NOON, seen: "2031-05-09T00:00:00.000Z" });
    assert.equal(await accounts.session("h2"), null);
    await accounts.addSession(session("h3", "ada"));
    assert.deepEqual([await accounts.endSession("h3"), await accounts.endSession("h3")], [true, false]);
  });

  it("a token is revoked by its owner or an admin, once, and with its owner", async ({ accounts }) => {
    await accounts.addUser(user("ada", { role: "admin" }));
    await accounts.addUser(user("ben"));
    for (const one of [token("t1", "ada"), token("t2", "ben"), token("t3", "ben"), token("t4", "ben")])
      await accounts.addToken(one);
    await assert.rejects(accounts.addToken(token("t5", "ben", { hash: "hash of t1" })));
    assert.equal(await accounts.revokeToken("t1", "ben", LATER), false, "not somebody else's");
    assert.equal(await accounts.revokeToken("t2", "ben", LATER), true);
    assert.equal(await accounts.revokeToken("t2", "ben", LATER), false);
    assert.equal(await accounts.revokeToken("t3", null, LATER), true);
    await accounts.useToken("hash of t4", LATER);
    assert.equal((await accounts.token("hash of t4"))?.used_at, LATER);
    assert.equal((await accounts.tokens("ben")).length, 3);
    assert.equal((await accounts.tokens(null)).length, 4);
    await accounts.changeUser("ben", { removed_at: LATER, changed_at: LATER });
    assert.equal((await accounts.token("hash of t4"))?.revoked_at, LATER);
    assert.equal((await accounts.token("hash of t1"))?.revoked_at, null);
  });

  it("saved searches are their owner's to drop", async ({ accounts }) => {
    const mine = { id: "a1", name: "gates", owner: "Ada", query: "words=gates&standing=confirmed", made_at: NOON };
    await accounts.addSearch(mine);
    await accounts.addSearch({ ...mine, id: "b1", owner: "Ben", name: "a first" });
    assert.deepEqual({ ...(await accounts.search("a1")) }, mine);
    assert.equal(await accounts.dropSearch("a1", "Ben"), false);
    assert.deepEqual(
      (await accounts.searches(null)).map(({ id }) => id),
      ["b1", "a1"],
    );
    assert.deepEqual(
      (await accounts.searches("Ada")).map(({ id }) => id),
      ["a1"],
    );
    assert.equal(await accounts.dropSearch("a1", "Ada"), true);
    assert.equal(await accounts.dropSearch("b1", null), true);
  });

  it("an archive from before there were accounts gets their tables, and keeps all it has", async (store, home) => {
    await store.append([report("a1")], NOON);
    const before = await tablesOf(home);
    for (const table of ["users", "sessions", "tokens", "saved_searches"]) await home.sql(`drop table ${table}`);
    const [one, two] = await Promise.all([home.open(), soon().then(() => home.open())]);
    assert.equal(await one.accounts.addUser(user("ada")), true);
    assert.equal(await two.accounts.anyUser(), true);
    assert.deepEqual(await tablesOf(home), before);
  });

  it("accounts are no part of the ledger: a rebuild leaves them, and they add no entry", async (store) => {
    await store.append([report("a1")], NOON);
    const head = await store.head();
    await store.accounts.addUser(user("ada"));
    await store.accounts.addSearch({ id: "a1", name: "gates", owner: "Ada", query: "words=gates", made_at: NOON });
    await store.rebuild(async () => {});
    assert.deepEqual({ ...(await store.head()) }, { ...head });
    assert.equal((await store.accounts.users()).length, 1);
    assert.equal((await store.accounts.searches("Ada")).length, 1);
  });
});

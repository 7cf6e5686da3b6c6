import assert from "node:assert/strict";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { Output } from "../../src/cli/console.ts";
import type { Console } from "../../src/cli/console.ts";
import { newPassword } from "../../src/cli/password.ts";
import { folderWith, hearsay } from "./run.ts";

const PASSWORD = "four words that rhyme\n";

test("users are made, listed, changed and removed, and the password comes by standard input", async (t) => {
  const archive = ["--archive", join(folderWith(t, {}), "a.db")];
  const made = await hearsay(["user", "add", "Ada Novak", "--role", "admin", ...archive], { stdin: PASSWORD });
  assert.deepEqual([made.code, made.err], [0, ""]);
  assert.match(made.out, /^Ada Novak is admin in /);
  await hearsay(["user", "add", "Ben", "--role", "reader", ...archive], { stdin: PASSWORD });
  assert.match((await hearsay(["user", "role", "ben", "reviewer", ...archive])).out, /Ben is reviewer now/);
  const listed = await hearsay(["user", "list", "--json", ...archive]);
  const { users } = JSON.parse(listed.out) as { users: { name: string; role: string }[] };
  assert.deepEqual(
    users.map(({ name, role }) => [name, role]),
    [
      ["Ada Novak", "admin"],
      ["Ben", "reviewer"],
    ],
  );
  assert.match(
    (await hearsay(["user", "password", "Ben", ...archive], { stdin: "another long phrase\n" })).out,
    /new password/,
  );
  assert.match((await hearsay(["user", "remove", "Ben", ...archive])).out, /Ben is removed/);
  assert.match((await hearsay(["user", "list", ...archive])).out, /^admin +since \d{4}-\d\d-\d\d +Ada Novak\n$/);
  assert.match((await hearsay(["user", "remove", "Ada Novak", ...archive])).out, /no users are left/);
});

test("what can't be is refused with what to do", async (t) => {
  const archive = ["--archive", join(folderWith(t, {}), "a.db")];
  const add = ["user", "add", "Ada", "--role", "admin", ...archive];
  const cases: [string, readonly string[], string, RegExp][] = [
    ["a short password", add, "short\n", /at least 12 characters/],
    ["no password", add, "", /no password came/],
    ["the first user no admin", ["user", "add", "Ada", "--role", "reader", ...archive], PASSWORD, /--role admin/],
    ["no role", ["user", "add", "Ada", ...archive], PASSWORD, /--role <ROLE>/],
    ["a role that is none", ["user", "add", "Ada", "--role", "boss", ...archive], PASSWORD, /reader, reviewer, admin/],
    [
      "a name that turns the writing round",
      ["user", "add", "A\u202eda", "--role", "admin", ...archive],
      PASSWORD,
      /nobody sees/,
    ],
    [
      "a password as argument",
      ["user", "add", "Ada", "four words that rhyme", "--role", "admin", ...archive],
      "",
      /too many arguments/,
    ],
    ["nobody of that name", ["user", "role", "Ida", "reader", ...archive], "", /no user “Ida”/],
  ];
  for (const [what, args, stdin, fault] of cases) {
    const { code, err, out } = await hearsay(args, { stdin });
    assert.deepEqual([code, out], [2, ""], what);
    assert.match(err, fault, what);
  }
});

test("a token goes to standard output alone, and is listed without itself", async (t) => {
  const archive = ["--archive", join(folderWith(t, {}), "a.db")];
  await hearsay(["user", "add", "Ada", "--role", "admin", ...archive], { stdin: PASSWORD });
  const made = await hearsay(["token", "add", "ada", "--for", "the wire desk", "--days", "7", ...archive]);
  assert.match(made.out, /^hearsay_[\w-]{43}\n$/);
  const listed = await hearsay(["token", "list", ...archive]);
  assert.match(listed.out, /^[0-9a-f]{10}  reader    holds    until .*  never used .* Ada: the wire desk\n$/);
  assert.ok(!listed.out.includes(made.out.trim()));
  const id = listed.out.slice(0, 10);
  assert.equal((await hearsay(["token", "revoke", id, ...archive])).code, 0);
  assert.match((await hearsay(["token", "list", "ada", ...archive])).out, /revoked/);
  const again = await hearsay(["token", "revoke", id, ...archive]);
  assert.deepEqual([again.code, /there is no token/.test(again.err)], [2, true]);
});

test("at a terminal the password is typed twice, unseen, and can be mended or left", async () => {
  const typed = async (...lines: readonly string[]): Promise<{ password: Promise<string>; seen: () => string }> => {
    const stdin = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode() {},
    });
    const shown: string[] = [];
    const stderr = new PassThrough().on("data", (some: Buffer) => shown.push(String(some)));
    const console = { stdin, stderr: new Output(stderr) } as unknown as Console;
    const password = newPassword(console, "Ada");
    password.catch(() => {});
    for (const line of lines) {
      await new Promise((done) => setTimeout(done, 20));
      stdin.write(line);
    }
    return { password, seen: () => shown.join("") };
  };
  const well = await typed("four worx\u007fds\r", "four words\r");
  assert.equal(await well.password, "four words");
  assert.doesNotMatch(well.seen(), /four|words/);
  await assert.rejects((await typed("four words\r", "for words\r")).password, /typed in two ways/);
  await assert.rejects((await typed("four wor\u0003")).password, /nothing was changed/);
});

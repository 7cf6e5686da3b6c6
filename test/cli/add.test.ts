import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { openSqlite } from "../../src/store/sqlite.ts";
import { column, pdfOf } from "../ingest/pdfs.ts";
import { MAIN, REPORT, folderWith, hearsay } from "./run.ts";

const FAST = ["--reader", "fast", "--workers", "1"];
const OTHER = REPORT.replaceAll("Bronski", "Okoro").replaceAll("harbour", "bridge");

interface Line {
  readonly name: string;
  readonly outcome: string;
  readonly article?: string | null;
  readonly edition?: number | null;
  readonly statements?: number;
  readonly reason?: string;
}

function linesOf(out: string): Line[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

test("a folder into hearsay.db, a line of JSON for each, a summary; once more changes nothing", async (t) => {
  const cwd = folderWith(t, {
    "in/a.txt": REPORT,
    "in/b.txt": OTHER,
    "in/c.pdf": pdfOf(column(["The ferry company said on Monday that it would not raise its fares."])),
    "in/picture.png": "x",
  });
  const first = await hearsay(["add", "--json", ...FAST, "in"], { cwd });
  assert.deepEqual(
    [first.code, linesOf(first.out).map(({ name, outcome }) => `${name} ${outcome}`)],
    [0, ["in/a.txt new", "in/b.txt new", "in/c.pdf new", "in/picture.png passed"]],
  );
  assert.match(
    first.err,
    /^3 reports: 3 new, 0 editions, 0 repeats, 0 known, 0 refused; \d+ statements?; [\d.]+ s, [\d.]+ a second\n/,
  );
  assert.match(first.err, /\npassed over: \.png file \(1\)\n$/);
  const again = await hearsay(["add", "--json", ...FAST, "in"], { cwd });
  assert.deepEqual(
    linesOf(again.out).map(({ outcome }) => outcome),
    ["known", "known", "known", "passed"],
  );
});

test("one that fails costs a line and the exit code 1; the others are kept", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT, "empty.txt": "", "bad.jsonl": '{"text":"no' });
  const { code, err } = await hearsay(["add", ...FAST, "none.txt", "empty.txt", "bad.jsonl", "a.txt"], { cwd });
  assert.equal(code, 1);
  const [missing, empty, bad, summary] = err.split("\n");
  assert.match(missing ?? "", /^hearsay: none\.txt is not there/);
  assert.match(empty ?? "", /^hearsay: empty\.txt is empty/);
  assert.match(bad ?? "", /^hearsay: bad\.jsonl, line 1 is no JSON object$/);
  assert.match(summary ?? "", /^4 reports: 1 new, .* 3 refused/);
});

test("a mapped dump over standard input", async (t) => {
  const cwd = folderWith(t, {});
  const stdin = `${JSON.stringify({ story: "Mayor Dita Bronski said it would rain., , She denied that it would snow.", head: "Rain", on: "2011-03-04" })}\n`;
  const map = ["--map", "text=story,title=head", "--map", "published=on", "--paragraphs", ", , "];
  const { code, out } = await hearsay(["add", "--json", "--quiet", ...FAST, ...map, "--outlet", "Nordwire", "-"], {
    cwd,
    stdin,
  });
  const [line] = linesOf(out);
  assert.deepEqual([code, line?.name, line?.outcome, line?.statements], [0, "standard input, line 1", "new", 2]);
  const store = await openSqlite(join(cwd, "hearsay.db"));
  t.after(() => store.close());
  const article = await store.article(line?.article ?? "");
  assert.deepEqual([article?.title, article?.published, article?.outlet], ["Rain", "2011-03-04", "Nordwire"]);
});

test("an address: fetched when it is allowed, with its headers; refused when it is private", async (t) => {
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": "text/html", etag: '"1"' })
        .end(`<html><body><p>${REPORT}</p></body></html>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/report`;
  const cwd = folderWith(t, {});
  const refused = await hearsay(["add", ...FAST, address], { cwd });
  assert.equal(refused.code, 1);
  assert.match(refused.err, new RegExp(`^hearsay: ${address}: `));
  const { code, out } = await hearsay(["add", "--json", "--quiet", ...FAST, "--allow", `127.0.0.1:${port}`, address], {
    cwd,
  });
  const [line] = linesOf(out);
  assert.deepEqual([code, line?.outcome], [0, "new"]);
  const store = await openSqlite(join(cwd, "hearsay.db"));
  t.after(() => store.close());
  const [sight] = await store.sights(line?.article ?? "");
  assert.deepEqual([sight?.address, sight?.by], [address, "fetch"]);
  assert.equal((sight?.circumstances["headers"] as Record<string, string> | undefined)?.["etag"], '"1"');
});

test("the archive is where --archive or HEARSAY_ARCHIVE say", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT });
  await hearsay(["add", "--quiet", ...FAST, "--archive", "one.db", "a.txt"], { cwd });
  await hearsay(["add", "--quiet", ...FAST, "a.txt"], { cwd, env: { HEARSAY_ARCHIVE: "two.db" } });
  for (const name of ["one.db", "two.db"]) {
    const store = await openSqlite(join(cwd, name), { existing: true });
    assert.equal((await store.size()).articles, 1);
    await store.close();
  }
});

const WRONG: [args: string[], says: RegExp][] = [
  [["add"], /nothing to add: name files, folders or addresses/],
  [["add", "-", "-"], /can be read only once/],
  [["add", "--map", "words=story", "a.txt"], /the fields are text, html, title/],
  [["add", "--map", "text", "a.txt"], /Write FIELD=NAME/],
  [["add", "--workers", "0", "a.txt"], /whole number from 1 to 256/],
  [["add", "--allow", "not a host", "a.txt"], /names no host/],
  [["add", "--pack", "none", "a.txt"], /none: is not there|none.*pack/],
  [["add", "--enqueue", "a.txt"], /need an archive on a server/],
  [["history", "a.txt"], /there is no archive/],
  [["reread"], /there is no archive/],
];
for (const [args, says] of WRONG)
  test(`a wrong call: ${args.join(" ")}`, async (t) => {
    const { code, out, err } = await hearsay(args, { cwd: folderWith(t, {}) });
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, says);
  });

test("history: editions, what became of each statement, and the words that differ", async (t) => {
  const cwd = folderWith(t, { "a.txt": REPORT });
  await hearsay(["add", "--quiet", ...FAST, "a.txt"], { cwd });
  writeFileSync(join(cwd, "a.txt"), REPORT.replace("but the quay needs repairs", "but the old quay needs repairs"));
  await hearsay(["add", "--quiet", ...FAST, "a.txt"], { cwd });
  const { code, out } = await hearsay(["history", "a.txt"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /^Harbour tax to rise, mayor says\n/);
  assert.match(out, /\nEdition 1, taken in \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n/);
  assert.match(out, /\nEdition 2, .*\n(?: {4}.*\n)* {4}3 statements: 2 unchanged, 1 altered\n/);
  assert.match(out, /\{\+old\+\} quay/);
  const json = JSON.parse((await hearsay(["history", "--json", "a.txt"], { cwd })).out) as {
    article: string;
    editions: { fates: { fate: string }[] }[];
  };
  assert.deepEqual(
    json.editions.map(({ fates }) => fates.map(({ fate }) => fate)),
    [[], ["unchanged", "unchanged", "altered"]],
  );
  assert.equal((await hearsay(["history", json.article], { cwd })).out, out);
  const unknown = await hearsay(["history", "b.txt"], { cwd });
  assert.deepEqual([unknown.code, unknown.out], [2, ""]);
  assert.match(unknown.err, /b\.txt: there is no article of this id or address/);
});

test("reread: nothing to do for the same reader, with a pack it reads anew", async (t) => {
  const pack = { "pack/pack.json": JSON.stringify({ name: "harbours", description: "Nothing much" }) };
  const cwd = folderWith(t, { "a.txt": REPORT, ...pack });
  await hearsay(["add", "--quiet", ...FAST, "a.txt"], { cwd });
  const same = await hearsay(["reread", ...FAST], { cwd });
  assert.match(same.err, /^0 articles read again by hearsay-\S+-fast, .*1 read by it before/);
  const other = await hearsay(["reread", "--json", ...FAST, "--pack", "pack", "a.txt"], { cwd });
  assert.match(other.err, /^1 articles read again by hearsay-\S+-fast\+harbours, /);
  assert.equal(linesOf(other.out)[0]?.outcome, "read");
});

test(
  "interrupted, it keeps what it told of and says so; the same call takes in the rest",
  { timeout: 40_000 },
  async (t) => {
    const lines = Array.from({ length: 3_000 }, (_, i) =>
      JSON.stringify({ text: `${REPORT.replaceAll("tenth", `tenth and ${i}`)}` }),
    );
    const cwd = folderWith(t, { "d.jsonl": lines.join("\n") });
    const child = spawn(process.execPath, [MAIN, "add", "--json", ...FAST, "d.jsonl"], { cwd });
    let out = "";
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => {
      if (out === "") child.kill("SIGINT");
      out += chunk.toString();
    });
    const [code] = (await once(child, "close")) as [number | null];
    assert.equal(code, 1);
    assert.match(err, /\nstopped: what is counted here is safe in the archive; the same call takes in the rest\n$/);
    const told = linesOf(out).length;
    assert.ok(told > 0 && told < 3_000, `${told}`);
    const store = await openSqlite(join(cwd, "hearsay.db"), { existing: true });
    t.after(() => store.close());
    assert.equal((await store.size()).articles, told);
  },
);

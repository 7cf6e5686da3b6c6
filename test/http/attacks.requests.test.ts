import assert from "node:assert/strict";
import { createServer } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { nextPath } from "../../src/http/access/nextPath.ts";
import { listen } from "../../src/http/serve.ts";
import { Browser, ORIGIN } from "./browser.ts";
import { FIELDS, stateOf, withReport } from "./changes.ts";
import { routesOf } from "./routes.ts";

const MB = 1024 * 1024;
/** The longest that anything may take, on a machine that is busy with other tests. */
const PATIENCE = 3_000;

test("no path leads out of the styles and scripts, and no id out of the archive", async (t) => {
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const [hash = ""] = /(?<=\/assets\/)[^/]+/.exec(await (await browser.get("/proof")).text()) ?? [];
  const steps = [
    "..",
    "%2e%2e",
    "%2e%2e%2f",
    "..%2f..%2f",
    "..%5c",
    "%252e%252e%252f",
    "....//",
    "..;",
    "%c0%ae%c0%ae",
    "..%00",
    "file:",
    "/etc",
  ];
  const goals = [
    "package.json",
    "etc/passwd",
    "room.ts",
    "../room.ts",
    "hearsay.db",
    "access.ts",
    "%00.css",
    "room.css%00.ts",
  ];
  for (const step of steps)
    for (const goal of goals)
      for (const path of [
        `/assets/${hash}/${step}/${goal}`,
        `/assets/${hash}/styles/${step}${goal}`,
        `/assets/${step}/${step}/${goal}`,
        `/${step}/${goal}`,
      ]) {
        const answer = await browser.get(path);
        assert.ok(answer.status === 404 || answer.status === 400 || answer.status === 403, `${path}: ${answer.status}`);
        assert.doesNotMatch(await answer.text(), /root:|"dependencies"|import \{/, path);
      }
  for (const asset of ["constructor", "__proto__", "toString", "styles", "client/room.ts"])
    assert.equal((await browser.get(`/assets/${hash}/${asset}/${asset}`)).status, 404, asset);
  for (const { path } of routesOf(opened.app).filter(({ method, path: one }) => method === "GET" && one.includes(":")))
    for (const step of [
      "..%2f..%2fetc%2fpasswd",
      "%2e%2e",
      "..%5c..%5cx",
      "%00",
      "constructor",
      "__proto__",
      "%E0%A4%A",
      "%",
      "*",
      "%25",
      "a'b\"c",
      "-1",
      "9".repeat(400),
    ]) {
      const at = path.replaceAll(/:\w+(?:\{[^}]*\})?/g, step);
      const { status } = await browser.get(at);
      assert.ok(status < 500, `${at}: ${status}`);
    }
});

const ODD_BODIES: readonly (readonly [string, string, string | Uint8Array])[] = [
  ["nothing", "application/json", ""],
  ["half of it", "application/json", '{"act":"conf'],
  ["two", "application/json", "{}{}"],
  ["a word", "application/json", "null"],
  ["a number beyond all", "application/json", '{"limit":1e999,"days":-1e999,"seq":99999999999999999999}'],
  ["a list", "application/json", "[[],{}]"],
  ["very deep", "application/json", "[".repeat(200_000) + "]".repeat(200_000)],
  ["very deep objects", "application/json", '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000)],
  [
    "very wide",
    "application/json",
    JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))),
  ],
  [
    "what objects are made of",
    "application/json",
    '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},"toString":1}',
  ],
  ["no UTF-8", "application/json", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x22, 0xc0, 0x80, 0x22, 0x7d])],
  ["UTF-16", "application/json", Buffer.from('\ufeff{"act":"confirm"}', "utf16le")],
  ["a half of a pair", "application/json", '{"reason":"\\ud800","name":"\\udfff"}'],
  ["a zero", "application/json", '{"reason":"\\u0000","name":"a\\u0000b"}'],
  ["wrong types", "application/json", '{"act":{},"reason":[],"name":7,"names":"x","role":true,"from":"a","to":null}'],
  ["no form", "application/x-www-form-urlencoded", "%%%&=&=%ff%fe&a=%u0041&[]=1&a[b][c]=1"],
  ["many fields", "application/x-www-form-urlencoded", "a=1&".repeat(100_000)],
  [
    "a form without its end",
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="act"\r\n\r\nconfirm',
  ],
  ["a form without a boundary", "multipart/form-data", "--x\r\n\r\n"],
  [
    "a file where a word belongs",
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="act"; filename="../../x"\r\nContent-Type: text/html\r\n\r\n<b>\r\n--x--\r\n',
  ],
  ["no kind", "", "x"],
  ["a kind nobody knows", "application/x-hsy; charset=utf-7", "+ADw-"],
  ["XML", "application/xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ["a script", "text/html", "<script>1</script>"],
];

test("bodies that are broken, deep, wide or of another kind are told so, and break nothing", async (t) => {
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const csrf = await browser.mark("/users");
  const failed: string[] = [];
  for (const { method, path, at } of opened.changes)
    for (const [what, type, body] of ODD_BODIES) {
      const begun = performance.now();
      const headers = { "x-csrf": csrf, origin: ORIGIN, ...(type !== "" && { "content-type": type }) };
      const answer = await browser.ask(method, at, { headers, body });
      const text = await answer.text();
      const took = performance.now() - begun;
      if (answer.status >= 500) failed.push(`${method} ${path}, ${what}: ${answer.status}`);
      if (took > PATIENCE) failed.push(`${method} ${path}, ${what}: ${Math.round(took)} ms`);
      if (/\bat \S+ \(file:|node_modules|root:/.test(text))
        failed.push(`${method} ${path}, ${what}: tells of our inside`);
    }
  assert.deepEqual(failed, []);
  assert.equal(({} as { role?: string }).role, undefined);
});

test("what is too large is refused before it is read, in one piece or many", async (t) => {
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const csrf = await browser.mark("/users");
  for (const { method, path, at } of opened.changes) {
    const most = /\/(?:read|reports)$/.test(path) ? 8 * MB : MB;
    const headers = { "x-csrf": csrf, origin: ORIGIN, "content-type": "application/json" };
    const said = await browser.ask(method, at, {
      headers: { ...headers, "content-length": String(most + 1) },
      body: "{}",
    });
    assert.equal(said.status, 413, `${method} ${path}`);
    if (most > MB) continue;
    const piece = new Uint8Array(65_536).fill(32);
    let read = 0;
    const body = new ReadableStream({
      pull(to) {
        read += piece.length;
        to.enqueue(piece);
      },
    });
    const request = new Request(`${ORIGIN}${at}`, { method, headers, body, duplex: "half" } as RequestInit);
    assert.equal((await opened.app.fetch(request)).status, 413, `${method} ${path} in pieces`);
    assert.ok(read < 2 * most, `${read} bytes were read`);
  }
  assert.equal((await browser.get(`/search?words=${"a".repeat(9_000)}`)).status, 414);
});

test("no answer leads to another place, whatever was asked to come next", async (t) => {
  const away = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/%09/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/%2e%2e//evil.example",
    "/\r\nLocation: //evil.example",
    "/%0d%0aSet-Cookie:x=1",
    "@evil.example",
    ".evil.example",
    "/\u2028/evil.example",
    "//localhost@evil.example",
    "/;@evil.example",
    "",
    "/".repeat(5_000),
  ];
  for (const next of away) {
    const path = nextPath(next);
    assert.equal(new URL(path, "http://here.example").origin, "http://here.example", next);
    assert.match(path, /^\/(?![/\\])[^\s]*$/, next);
  }
  assert.equal(nextPath("/articles/1?x=1&y=a%20b"), "/articles/1?x=1&y=a%20b");
  assert.equal(nextPath("/logout"), "/");
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const csrf = await browser.mark("/users");
  for (const { method, path, at } of opened.changes.filter(
    ({ path: one }) => !one.startsWith("/api/") && one !== "/users",
  ))
    for (const next of away) {
      const answer = await browser.ask(method, at, {
        form: { csrf, ...FIELDS, act: "confirm", next },
        headers: { origin: ORIGIN },
      });
      const led = answer.headers.get("location");
      if (led !== null) assert.match(led, /^\/(?![/\\])/, `${path} leads to ${led}`);
    }
});

test("nothing that takes an address asks a machine that is not public", async (t) => {
  const opened = await withReport(t);
  let asked = 0;
  const inside = createServer((_, response) => {
    asked++;
    response.end("<html><title>secret</title></html>");
  });
  await new Promise<void>((done) => inside.listen(0, "127.0.0.1", done));
  t.after(() => inside.close());
  const { port } = inside.address() as AddressInfo;
  const addresses = [
    `http://127.0.0.1:${port}/a`,
    `http://localhost:${port}/a`,
    `http://[::ffff:127.0.0.1]:${port}/a`,
    `http://0x7f.1:${port}/a`,
    `http://2130706433:${port}/a`,
    `http://0:${port}/a`,
    `http://user:pass@127.0.0.1:${port}/a`,
    `http://evil.example@127.0.0.1:${port}/a`,
    `http://127.0.0.1:${port}\\@public.example/`,
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://[::1]/",
    "file:///etc/passwd",
    "gopher://127.0.0.1/",
    "ftp://127.0.0.1/",
    "data:text/html,secret",
  ];
  const browser = new Browser(opened);
  const csrf = await browser.mark("/users");
  const before = await stateOf(opened);
  for (const { method, at } of opened.changes.filter(({ path }) => path !== "/users"))
    for (const address of addresses) {
      const all = {
        address,
        url: address,
        feed: address,
        source: address,
        link: address,
        site: address,
        href: address,
        next: address,
      };
      const json = { ...all, addresses: [address], urls: [address] };
      for (const sent of [{ json }, { form: { ...all, csrf } }]) {
        const answer = await browser.ask(method, at, { ...sent, headers: { "x-csrf": csrf, origin: ORIGIN } });
        assert.ok(answer.status < 500, `${method} ${at} ${address}: ${answer.status}`);
        assert.doesNotMatch(await answer.text(), /secret<|root:/, `${method} ${at}`);
      }
    }
  assert.equal(asked, 0, "somebody asked inside");
  assert.deepEqual(await stateOf(opened), before);
});

/** Says something over a bare connection, and hears what comes back until it is closed. */
function said(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((done) => {
    let heard = "";
    const wire = connect(port, "127.0.0.1", () => wire.write(text));
    wire.setTimeout(2_000, () => wire.destroy());
    wire.on("data", (some: Buffer) => (heard += some.toString("latin1")));
    wire.on("error", () => {});
    wire.on("close", () => done(heard));
  });
}

test("on a real wire, what is no request is refused and the room stands", async (t) => {
  const opened = await withReport(t);
  const listening = await listen(opened.app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  t.after(listening.stop);
  const { port } = listening;
  const close = "Connection: close\r\n";
  const cases: [string, string, RegExp][] = [
    ["a plain request", `GET /proof HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${close}\r\n`, /^HTTP\/1\.1 200 /],
    ["a name made to lead here", `GET /proof HTTP/1.1\r\nHost: evil.example\r\n${close}\r\n`, /^HTTP\/1\.1 403 /],
    ["a proxy without a trace", `GET /proof HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`, /^HTTP\/1\.1 403 /],
    ["no host", `GET /proof HTTP/1.1\r\n${close}\r\n`, /^HTTP\/1\.1 400 /],
    ["a host that is none", `GET /proof HTTP/1.1\r\nHost: a b/..\\c\r\n${close}\r\n`, /^HTTP\/1\.1 4\d\d /],
    [
      "a line break in the path",
      `GET /people/a%0d%0aSet-Cookie:%20hsy=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n${close}\r\n`,
      /^HTTP\/1\.1 (?:200|404) (?![^]*\r\nSet-Cookie: hsy[^]*\r\n\r\n<)/i,
    ],
    [
      "headers without end",
      `GET /proof HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${"a".repeat(40_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 /,
    ],
    [
      "two lengths",
      `POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}\r\nab`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      "a length and pieces",
      `POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${close}\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      "a folded header",
      `GET /proof HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n b\r\n${close}\r\n`,
      /^HTTP\/1\.1 [24]\d\d /,
    ],
    ["no HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n", /^HTTP\/1\.1 400 /],
    [
      "a whole address",
      `GET http://evil.example/proof HTTP/1.1\r\nHost: 127.0.0.1\r\n${close}\r\n`,
      /^HTTP\/1\.1 4\d\d /,
    ],
  ];
  for (const [what, text, expected] of cases) assert.match(await said(port, text), expected, what);
  const answer = await fetch(`http://127.0.0.1:${port}/proof`);
  assert.equal(answer.status, 200, "it still stands");
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { AllowList } from "../../../src/archive/fetch/allowList.ts";
import { type FetchOptions, USER_AGENT, fetchReport } from "../../../src/archive/fetch/fetchReport.ts";
import { PAGE, fails, from } from "./fetching.ts";
import { type Answering, loopback, moved, sent } from "./loopback.ts";

describe("what comes back", () => {
  test("bytes, type, address, the headers worth keeping, and no cookie", async (t) => {
    const { origin, allow, pages } = await loopback(t);
    let headers: unknown;
    pages.set("/a?b=1", (answer, { headers: asked }) => {
      headers = { ...asked };
      answer
        .writeHead(200, { "content-type": "Text/HTML; charset=utf-8", etag: '"1"', "set-cookie": "a=b", "x-odd": "1" })
        .end(PAGE);
    });
    const found = await fetchReport(`${origin}/a?b=1#part`, { allow });
    assert.equal(found.bytes?.toString(), PAGE);
    assert.equal(found.address, `${origin}/a?b=1`);
    assert.equal(found.mediaType, "text/html");
    assert.equal(found.status, 200);
    assert.deepEqual(found.trail, []);
    assert.deepEqual(Object.keys(found.headers).sort(), ["content-type", "date", "etag"]);
    assert.equal((headers as Record<string, string>)["user-agent"], USER_AGENT);
    await fetchReport(`${origin}/a?b=1`, { allow });
    assert.equal((headers as Record<string, string>)["cookie"], undefined);
  });

  for (const [encoding, pack] of [
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["br", brotliCompressSync],
    ["identity", Buffer.from],
    ["gzip, br", (bytes: Buffer) => brotliCompressSync(gzipSync(bytes))],
  ] as const)
    test(`unpacks ${encoding} (${pack.name || "both"})`, async (t) => {
      const page = sent("text/html", pack(Buffer.from(PAGE)), { "content-encoding": encoding });
      assert.equal((await from(t, { "/": page })).bytes?.toString(), PAGE);
    });

  test("a redirect is followed, and told", async (t) => {
    const { origin, allow } = await loopback(t, { "/a": moved("/b", 301), "/b": moved("c#x", 308), "/c": PAGE });
    const found = await fetchReport(`${origin}/a`, { allow });
    assert.equal(found.address, `${origin}/c`);
    assert.deepEqual(found.trail, [
      { from: `${origin}/a`, status: 301, to: `${origin}/b` },
      { from: `${origin}/b`, status: 308, to: `${origin}/c` },
    ]);
  });

  test("an ETag that still holds brings nothing but its word; one that changed brings the page", async (t) => {
    const { origin, allow, pages } = await loopback(t);
    let etag = '"1"';
    pages.set("/", (answer, { headers }) => {
      if (headers["if-none-match"] === etag) answer.writeHead(304, { etag }).end();
      else answer.writeHead(200, { "content-type": "text/html", etag }).end(PAGE);
    });
    const held = await fetchReport(origin, { allow, etag: '"1"' });
    assert.deepEqual([held.status, held.bytes], [304, null]);
    etag = '"2"';
    const changed = await fetchReport(origin, { allow, etag: '"1"' });
    assert.deepEqual([changed.status, changed.headers["etag"]], [200, '"2"']);
  });

  test("a date that still holds brings nothing but its word", async (t) => {
    const day = "Mon, 16 Nov 2026 08:00:00 GMT";
    const page: Answering = (answer, { headers }) =>
      void answer.writeHead(headers["if-modified-since"] === day ? 304 : 200).end();
    assert.equal((await from(t, { "/": page }, { lastModified: day })).status, 304);
  });
});

describe("where it does not go", () => {
  const closed = (address: string, options: FetchOptions = {}): Promise<void> =>
    fails(fetchReport(address, options), "forbidden", /^\S+: /);

  for (const address of [
    "http://127.0.0.1/",
    "http://127.0.0.1:8080/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "https://192.168.0.1/",
  ])
    test(`${address}`, () => closed(address));

  for (const address of [
    "file:///etc/passwd",
    "ftp://a.example/",
    "data:text/html,a",
    "javascript:1",
    "no address",
    "",
    "http://",
    "//a.example/",
  ])
    test(`"${address}" is no address of the web`, () =>
      fails(fetchReport(address), "forbidden", /only http and https|is no address/));

  test("an address with a password", () =>
    closed("http://me:secret@news.example/", { resolve: async () => [{ address: "1.1.1.1", family: 4 }] }));
  test("a port of another protocol", () =>
    closed("http://news.example:25/", { resolve: async () => [{ address: "1.1.1.1", family: 4 }] }));

  test("a name that leads to a private address", () =>
    fails(
      fetchReport("http://news.example/", { resolve: async () => [{ address: "10.0.0.8", family: 4 }] }),
      "forbidden",
      /leads to 10\.0\.0\.8 \(private\).*--allow news\.example/,
    ));

  test("a name with a public and a private address", () =>
    closed("http://news.example/", {
      resolve: async () => [
        { address: "1.1.1.1", family: 4 },
        { address: "::1", family: 6 },
      ],
    }));

  test("a name nobody knows", () =>
    fails(
      fetchReport("http://news.example/", {
        resolve: async () => {
          throw Object.assign(new Error("no"), { code: "ENOTFOUND" });
        },
      }),
      "name",
      /the address of news\.example can’t be found \(ENOTFOUND\)/,
      true,
    ));

  test("a name that leads elsewhere once it has been judged: it is looked up once", async (t) => {
    const { port } = await loopback(t, { "/": PAGE });
    let asked = 0;
    const resolve: FetchOptions["resolve"] = async () => [
      { address: asked++ === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 },
    ];
    await fetchReport(`http://wiki.example:${port}/`, { allow: new AllowList(["wiki.example"]), resolve });
    assert.equal(asked, 1);
  });

  for (const to of [
    "http://127.0.0.1:1/",
    "http://169.254.169.254/latest/",
    "http://[::1]:1/",
    "file:///etc/passwd",
    "http://u:p@127.0.0.1/",
  ])
    test(`a redirect to ${to}`, async (t) => {
      const { origin, allow, asked } = await loopback(t, { "/": moved(to) });
      await fails(fetchReport(origin, { allow }), "forbidden", /./);
      assert.equal(asked.length, 1);
    });

  test("a redirect to a name that leads to a private address", async (t) => {
    const { origin, allow } = await loopback(t, { "/": moved("http://inside.example/") });
    const resolve: FetchOptions["resolve"] = async () => [{ address: "192.168.7.7", family: 4 }];
    await fails(fetchReport(origin, { allow, resolve }), "forbidden", /inside\.example\/: leads to 192\.168\.7\.7/);
  });

  test("the allow-list opens one port and no other", async (t) => {
    const one = await loopback(t, { "/": PAGE });
    const other = await loopback(t, { "/": PAGE });
    await fails(fetchReport(other.origin, { allow: one.allow }), "forbidden", /this machine/);
  });

  test("a name on the allow-list may lead inside", async (t) => {
    const { port } = await loopback(t, { "/": PAGE });
    const resolve: FetchOptions["resolve"] = async () => [{ address: "127.0.0.1", family: 4 }];
    const found = await fetchReport(`http://wiki.example:${port}/`, {
      allow: new AllowList(["wiki.example"]),
      resolve,
    });
    assert.equal(found.bytes?.toString(), PAGE);
  });
});

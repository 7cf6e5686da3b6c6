import assert from "node:assert/strict";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { AllowList } from "../../../src/archive/fetch/allowList.ts";
import type { FetchError } from "../../../src/archive/fetch/fetchError.ts";
import { type FetchOptions, fetchReport } from "../../../src/archive/fetch/fetchReport.ts";
import { CERTIFICATE, KEY } from "./certificate.ts";
import { PAGE, fails, from } from "./fetching.ts";
import { type Answering, loopback, moved, sent } from "./loopback.ts";

const silent: Answering = () => {};

test("a server that never answers", (t) =>
  fails(
    from(t, { "/": silent }, { limits: { firstByte: 80 } }),
    "timeout",
    /did not answer within 0\.08 seconds/,
    true,
  ));

test("a server that sends a byte at a time", (t) => {
  const drip: Answering = (answer) => {
    answer.writeHead(200, { "content-type": "text/html" });
    const dripping = setInterval(() => answer.write("."), 10);
    answer.on("close", () => clearInterval(dripping));
  };
  return fails(from(t, { "/": drip }, { limits: { whole: 150 } }), "timeout", /was not all there within/, true);
});

test("a server that sends its head a byte at a time", (t) => {
  const drip: Answering = (answer) => {
    answer.socket?.write("HTTP/1.1 200 OK\r\nx-a: ");
    const dripping = setInterval(() => answer.socket?.write("a"), 10);
    answer.on("close", () => clearInterval(dripping));
  };
  return fails(from(t, { "/": drip }, { limits: { firstByte: 150 } }), "timeout", /did not answer/, true);
});

test("names that are looked up without end", () =>
  fails(
    fetchReport("http://news.example/", { resolve: () => new Promise(() => {}), limits: { connect: 50 } }),
    "timeout",
    /could not be reached/,
    true,
  ));

test("the time of all redirects together is limited", (t) => {
  const slow =
    (i: number): Answering =>
    (answer) =>
      void setTimeout(() => answer.writeHead(302, { location: `/${i + 1}` }).end(), 60);
  const pages = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`/${i}`, slow(i)]));
  return fails(from(t, pages, { limits: { whole: 200 } }, "/0"), "timeout", /was not all there/, true);
});

test("a body shorter than it was said to be", (t) => {
  const cut: Answering = (answer) => {
    answer.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
    answer.write(PAGE, () => answer.destroy());
  };
  return fails(from(t, { "/": cut }), "connection", /broke off before its end/, true);
});

test("a chunked body without its last chunk", (t) => {
  const cut: Answering = (answer) => {
    answer.writeHead(200, { "content-type": "text/html" });
    answer.write(PAGE, () => answer.destroy());
  };
  return fails(from(t, { "/": cut }), "connection", /broke off/, true);
});

test("a packed body that is cut off", (t) => {
  const half = gzipSync(PAGE.repeat(50)).subarray(0, 40);
  return fails(
    from(t, { "/": sent("text/html", half, { "content-encoding": "gzip" }) }),
    "connection",
    /can’t be unpacked/,
    true,
  );
});

for (const encoding of ["gzip", "br", "deflate"])
  test(`a body that is said to be ${encoding} and is not`, (t) =>
    fails(
      from(t, { "/": sent("text/html", PAGE, { "content-encoding": encoding }) }),
      "connection",
      /can’t be unpacked/,
      true,
    ));

test("a body packed in a way nobody asked for", (t) =>
  fails(
    from(t, { "/": sent("text/html", PAGE, { "content-encoding": "compress" }) }),
    "content",
    /packed as "compress"/,
  ));

test("a body packed nine times over", (t) =>
  fails(
    from(t, { "/": sent("text/html", PAGE, { "content-encoding": Array(9).fill("gzip").join(",") }) }),
    "content",
    /too many times/,
  ));

for (const [encoding, pack] of [
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
] as const)
  test(`a ${encoding} bomb`, (t) => {
    const bomb = pack(Buffer.alloc(30 * 1024 ** 2));
    return fails(
      from(t, { "/": sent("text/html", bomb, { "content-encoding": encoding }) }),
      "size",
      /200 times what was sent/,
    );
  });

test("a bomb in a bomb", (t) => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(30 * 1024 ** 2)));
  return fails(from(t, { "/": sent("text/html", bomb, { "content-encoding": "gzip, gzip" }) }), "size", /200 times/);
});

test("a body that is larger than is taken", (t) =>
  fails(
    from(t, { "/": sent("text/html", "x".repeat(5_000)) }, { limits: { packed: 4_096 } }),
    "size",
    /larger than 4 KB/,
  ));

test("a body that unpacks to more than is taken", (t) => {
  const body = gzipSync(PAGE.repeat(100));
  const page = sent("text/html", body, { "content-encoding": "gzip" });
  return fails(from(t, { "/": page }, { limits: { unpacked: 2_048 } }), "size", /larger than 2 KB/);
});

test("a head without end", (t) => {
  const page: Answering = (answer) =>
    answer.socket?.end(`HTTP/1.1 200 OK\r\n${"x-a: aaaaaaaaaaaaaaaa\r\n".repeat(5_000)}\r\n`);
  return fails(from(t, { "/": page }), "size", /head/);
});

test("something that is not HTTP", (t) => {
  const page: Answering = (answer) => answer.socket?.end("220 mail.example ESMTP\r\n");
  return fails(from(t, { "/": page }), "content", /does not speak HTTP/);
});

test("nobody at the door", async (t) => {
  const { origin, allow, close } = await loopback(t);
  await close();
  await fails(fetchReport(origin, { allow }), "connection", /ECONNREFUSED/, true);
});

test("a plain server where TLS is asked for", async (t) => {
  const { port, allow } = await loopback(t);
  await fails(fetchReport(`https://127.0.0.1:${port}/`, { allow }), "connection", /./, true);
});

test("a host that can’t prove who it is, and one that can", async (t) => {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (_, answer) => answer.writeHead(200).end(PAGE));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const options: FetchOptions = {
    allow: new AllowList(["wiki.example", "other.example"]),
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  };
  await fails(fetchReport(`https://wiki.example:${port}/`, options), "connection", /can’t prove who it is/, true);
  const before = getCACertificates("default");
  setDefaultCACertificates([CERTIFICATE]);
  t.after(() => setDefaultCACertificates(before));
  assert.equal((await fetchReport(`https://wiki.example:${port}/`, options)).bytes?.toString(), PAGE);
  await fails(fetchReport(`https://other.example:${port}/`, options), "connection", /can’t prove who it is/, true);
});

test("a redirect to itself", (t) => fails(from(t, { "/": moved("/") }), "content", /without end/));
test("two pages that lead to each other", (t) =>
  fails(from(t, { "/": moved("/a"), "/a": moved("/") }), "content", /without end/));

test("a chain of redirects", async (t) => {
  const pages = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/${i}`, moved(`/${i + 1}`)]));
  const { origin, allow, asked } = await loopback(t, pages);
  await fails(fetchReport(`${origin}/0`, { allow, limits: { redirects: 5 } }), "content", /without end/);
  assert.equal(asked.length, 6);
});

test("a redirect to nowhere", (t) =>
  fails(from(t, { "/": (answer) => void answer.writeHead(302).end() }), "content", /not where to go/));
test("a redirect to no address", (t) => fails(from(t, { "/": moved("http://[") }), "forbidden", /no address/));

for (const type of ["image/png", "video/mp4", "application/zip", "text/css"])
  test(`${type} is not taken`, (t) =>
    fails(from(t, { "/": sent(type, "…") }), "content", new RegExp(`type "${type}"`)));

for (const type of [
  "text/plain",
  "application/pdf",
  "application/rss+xml",
  "application/octet-stream",
  "application/feed+json; charset=utf-8",
])
  test(`${type} is taken`, async (t) => assert.equal((await from(t, { "/": sent(type, "…") })).status, 200));

for (const [status, passing] of [
  [403, false],
  [404, false],
  [410, false],
  [408, true],
  [429, true],
  [500, true],
  [503, true],
  [204, false],
  [304, false],
] as const)
  test(`status ${status}`, (t) =>
    fails(
      from(t, { "/": (answer) => void answer.writeHead(status).end() }),
      "status",
      new RegExp(`answers ${status}`),
      passing,
    ));

for (const [header, wait] of [
  ["120", 120_000],
  ["Mon, 16 Nov 2026 08:01:00 GMT", 60_000],
  ["Mon, 16 Nov 2026 07:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
] as const)
  test(`Retry-After: ${header}`, async (t) => {
    const page: Answering = (answer) => void answer.writeHead(503, { "retry-after": header }).end();
    const now = (): number => Date.UTC(2026, 10, 16, 8);
    await assert.rejects(from(t, { "/": page }, { now }), (error) => (error as FetchError).retryAfter === wait);
  });

test("a call to stop", async (t) => {
  const stop = new AbortController();
  const work = from(
    t,
    { "/": (answer) => void (answer.writeHead(200), answer.write("a"), stop.abort()) },
    { signal: stop.signal },
  );
  await fails(work, "stopped", /not waited for/, true);
});

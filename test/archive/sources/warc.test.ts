import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { folderWith } from "../../cli/run.ts";
import { glance, offered, taken } from "./offered.ts";
import { record, response, sha1, zip } from "./warcs.ts";

const PAGE = "<html><p>The mayor said it would rain.</p></html>";
const SEEN = PAGE;
const WEB = "https://g.example/rain";

type T = Parameters<typeof folderWith>[0];
const inWarc = async (t: T, ...records: readonly Uint8Array[]): Promise<string[]> =>
  (await offered(["w.warc"], folderWith(t, { "w.warc": Buffer.concat(records) }))).map(glance);

test("pages, texts and resources are taken, with address and where they came from", async (t) => {
  const folder = folderWith(t, {
    "w.warc": Buffer.concat([
      record({ "WARC-Type": "warcinfo" }, "software: none\r\n"),
      response(`${WEB}#part`, PAGE, {
        headers: { ETag: '"7"', "Set-Cookie": "id=5" },
        head: { "WARC-Date": "2024-03-04T09:00:00Z", "WARC-Record-ID": "<urn:uuid:1>" },
      }),
      record(
        {
          "WARC-Type": "resource",
          "WARC-Target-URI": "https://g.example/a.txt",
          "Content-Type": "text/plain; charset=utf-8",
        },
        "Plain words.",
      ),
      record(
        { "WARC-Type": "conversion", "WARC-Target-URI": WEB, "Content-Type": "text/plain" },
        "Words taken out of a page.",
      ),
    ]),
  });
  const all = await offered(["w.warc"], folder);
  assert.deepEqual(all.map(glance), [
    "w.warc, record 1: passed, warcinfo record",
    `w.warc, record 2: ${SEEN}`,
    "w.warc, record 3: Plain words.",
    "w.warc, record 4: Words taken out of a page.",
  ]);
  const [page, text] = taken(all);
  assert.deepEqual([page?.address, page?.by, page?.options], [WEB, "warc", { mediaType: "text/html" }]);
  assert.deepEqual(page?.circumstances, {
    warc: `${folder}/w.warc`,
    record: "<urn:uuid:1>",
    fetched: "2024-03-04T09:00:00Z",
    headers: { "content-type": "text/html", etag: '"7"' },
  });
  assert.deepEqual(text?.options, { mediaType: "text/plain" });
});

const chunks = (body: string | Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`${Buffer.from(body).length.toString(16)}\r\n`),
    Buffer.from(body),
    Buffer.from("\r\n0\r\n\r\n"),
  ]);

const BODIES: [name: string, headers: Record<string, string>, body: string | Uint8Array][] = [
  ["gzip", { "Content-Encoding": "gzip" }, gzipSync(PAGE)],
  ["deflate", { "Content-Encoding": "deflate" }, deflateSync(PAGE)],
  ["deflate without its head", { "Content-Encoding": "deflate" }, deflateRawSync(PAGE)],
  ["br", { "Content-Encoding": "br" }, brotliCompressSync(PAGE)],
  ["gzip in br", { "Content-Encoding": "gzip, br" }, brotliCompressSync(gzipSync(PAGE))],
  ["chunked", { "Transfer-Encoding": "chunked" }, chunks(PAGE)],
  ["chunked, its header in capitals", { "Transfer-Encoding": "Chunked" }, chunks(PAGE)],
  ["chunked and gzip", { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" }, chunks(gzipSync(PAGE))],
  ["called chunked, but stored whole", { "Transfer-Encoding": "chunked" }, PAGE],
  ["called gzip, but stored unpacked", { "Content-Encoding": "gzip" }, PAGE],
  ["a type that says nothing", { "Content-Type": "application/octet-stream" }, PAGE],
];
for (const [name, headers, body] of BODIES)
  test(`a body: ${name}`, async (t) => {
    assert.deepEqual(await inWarc(t, response(WEB, body, { headers })), [`w.warc, record 1: ${SEEN}`]);
  });

const PASSED: [why: string, record: Uint8Array][] = [
  ["request record", record({ "WARC-Type": "request", "WARC-Target-URI": WEB }, "GET / HTTP/1.1\r\n\r\n")],
  [
    "revisit record: the same as one before",
    record({ "WARC-Type": "revisit", "WARC-Target-URI": WEB }, "HTTP/1.1 200 OK\r\n\r\n"),
  ],
  ["metadata record", record({ "WARC-Type": "metadata" }, "x")],
  ["response with status 404", response(WEB, PAGE, { status: "404 Not Found" })],
  ["response with status 301", response(WEB, "", { status: "301 Moved", headers: { Location: "/" } })],
  ["response of type image/png", response(WEB, "PNG", { headers: { "Content-Type": "image/png" } })],
  ["response of type application/json", response(WEB, "{}", { headers: { "Content-Type": "application/json" } })],
  ["response without a body", response(WEB, "")],
  ["response record without an address of the web", response("dns:g.example", "1.2.3.4")],
  ["response that is not of HTTP", record({ "WARC-Type": "response", "WARC-Target-URI": WEB }, "220 ready\r\n\r\n")],
  ["response of type unknown", response(WEB, "a\u0000b", { headers: { "Content-Type": "" } })],
  ["record of no kind", record({ "WARC-Target-URI": WEB }, "x")],
];
for (const [why, bytes] of PASSED)
  test(`passed over: ${why}`, async (t) => {
    assert.deepEqual(await inWarc(t, bytes, response(WEB, PAGE)), [
      `w.warc, record 1: passed, ${why}`,
      `w.warc, record 2: ${SEEN}`,
    ]);
  });

const REFUSED: [why: RegExp, record: Uint8Array][] = [
  [/is not what it was when it was stored/, response(WEB, PAGE, { head: { "WARC-Block-Digest": sha1("other") } })],
  [/can’t be unpacked/, response(WEB, gzipSync(PAGE).subarray(0, 30), { headers: { "Content-Encoding": "gzip" } })],
  [
    /can’t be unpacked/,
    response(WEB, gzipSync(Buffer.alloc(80 * 1024 * 1024)), { headers: { "Content-Encoding": "gzip" } }),
  ],
  [/packed as “zstd”/, response(WEB, PAGE, { headers: { "Content-Encoding": "zstd" } })],
  [/was cut off when it was fetched \(length\)/, response(WEB, PAGE, { head: { "WARC-Truncated": "length" } })],
];
for (const [why, bytes] of REFUSED)
  test(`refused, and the next one is taken: ${why.source}`, async (t) => {
    const [refused, next] = await inWarc(t, bytes, response(WEB, PAGE));
    assert.match(refused ?? "", why);
    assert.match(refused ?? "", /^w\.warc, record 1: refused, /);
    assert.equal(next, `w.warc, record 2: ${SEEN}`);
  });

test("digests in every spelling are checked and hold", async (t) => {
  const block = "Plain words.";
  const head = { "WARC-Type": "resource", "WARC-Target-URI": WEB, "Content-Type": "text/plain" };
  const digests = [
    sha1(block),
    sha1(block).toUpperCase(),
    "sha1:MKC44SPRMBGPBTGTVIS6DVJVT33Y3VRW",
    "md5:whatever",
    "sha-512:whatever",
  ];
  const kept = await inWarc(t, ...digests.map((digest) => record({ ...head, "WARC-Block-Digest": digest }, block)));
  assert.deepEqual(
    kept.map((line) => line.replace(/^.*: /, "")),
    digests.map(() => block),
  );
});

test("an archive that breaks off: what came before is taken, what is cut is refused", async (t) => {
  const whole = Buffer.concat([response(WEB, PAGE), response(`${WEB}/2`, PAGE)]);
  const lines = await inWarc(t, whole.subarray(0, whole.length - 20));
  assert.equal(lines[0], `w.warc, record 1: ${SEEN}`);
  assert.match(lines[1] ?? "", /record 2: refused, w\.warc, record 2 breaks off after \d+ of its \d+ bytes/);
  assert.equal(lines.length, 2);
});

test("a packed archive that breaks off", async (t) => {
  const packed = Buffer.concat([gzipSync(response(WEB, PAGE)), gzipSync(response(`${WEB}/2`, PAGE)).subarray(0, -9)]);
  const lines = (await offered(["w.warc.gz"], folderWith(t, { "w.warc.gz": packed }))).map(glance);
  assert.equal(lines[0], `w.warc.gz, record 1: ${SEEN}`);
  assert.match(lines.at(-1) ?? "", /^w\.warc\.gz: refused, .*unexpected end of file/);
});

test("packed record by record, all in one, or not although it is called so", async (t) => {
  const records = [response(WEB, PAGE), record({ "WARC-Type": "metadata" }, "x"), response(`${WEB}/2`, PAGE)];
  const folder = folderWith(t, {
    "each.warc.gz": Buffer.concat(records.map((one) => gzipSync(one))),
    "whole.warc.gz": gzipSync(Buffer.concat(records)),
    "bare.warc.gz": Buffer.concat(records),
  });
  for (const name of ["each", "whole", "bare"]) {
    const lines = (await offered([`${name}.warc.gz`], folder)).map(glance);
    assert.deepEqual(
      lines.map((line) => line.split(": ").slice(1).join(": ")),
      [SEEN, "passed, metadata record", SEEN],
    );
  }
});

test("records whose length is told wrongly: the next one is found, what lies between is told once", async (t) => {
  const short = response(WEB, `${PAGE}\n more of it\n and more`, { head: { "Content-Length": 90 } });
  const lines = await inWarc(t, short, response(`${WEB}/2`, PAGE));
  assert.match(lines.at(-1) ?? "", new RegExp(`record 2: ${SEEN}`));
  assert.equal(lines.filter((line) => /something between its records/.test(line)).length, 1);
  assert.match(
    (await inWarc(t, record({ "Content-Length": "many" }), response(WEB, PAGE)))[0] ?? "",
    /does not say how long it is/,
  );
});

test("more empty lines between records than there should be, or fewer", async (t) => {
  const one = response(WEB, PAGE);
  const lines = await inWarc(t, one, Buffer.from("\r\n\r\n\r\n"), one.subarray(0, -4), Buffer.from("\r\n"), one);
  assert.equal(lines.length, 3);
});

test("what is no web archive is refused without reading it into memory", { timeout: 20_000 }, async (t) => {
  const folder = folderWith(t, {
    "junk.warc": Buffer.alloc(4 * 1024 * 1024, "x"),
    "heads.warc": Buffer.alloc(4 * 1024 * 1024, "WARC/1.0 "),
  });
  for (const name of ["junk.warc", "heads.warc"])
    assert.match((await offered([name], folder)).map(glance).at(-1) ?? "", /refused/);
});

test("the kind before WARC is refused with what to do", async (t) => {
  const folder = folderWith(t, { "a.arc": "filedesc://a.arc 0.0.0.0 20240304 text/plain 76\n" });
  assert.match((await offered(["a.arc"], folder)).map(glance)[0] ?? "", /make a WARC of it first/);
});

test("WACZ: the archives in it, packed or not; the rest of it is no matter", async (t) => {
  const folder = folderWith(t, {
    "w.wacz": zip([
      { name: "datapackage.json", bytes: Buffer.from("{}"), packed: true },
      { name: "archive/1.warc.gz", bytes: gzipSync(response(WEB, PAGE)) },
      { name: "archive/2.warc", bytes: response(`${WEB}/2`, PAGE), packed: true },
      { name: "indexes/index.cdx", bytes: Buffer.from("x") },
    ]),
  });
  const all = await offered(["w.wacz"], folder);
  assert.deepEqual(all.map(glance), [
    `w.wacz, archive/1.warc.gz, record 1: ${SEEN}`,
    `w.wacz, archive/2.warc, record 1: ${SEEN}`,
  ]);
  assert.deepEqual(
    taken(all).map(({ address }) => address),
    [WEB, `${WEB}/2`],
  );
});

test("WACZ that is damaged, empty or something else", async (t) => {
  const good = zip([{ name: "archive/1.warc", bytes: response(WEB, PAGE) }]);
  const folder = folderWith(t, {
    "cut.wacz": good.subarray(0, good.length - 30),
    "other.wacz": zip([{ name: "readme.txt", bytes: Buffer.from("x") }]),
    "no.wacz": "not a zip file",
    "head.wacz": Buffer.concat([Buffer.from("XX"), good.subarray(2)]),
  });
  const why = async (name: string): Promise<string> => (await offered([name], folder)).map(glance).join();
  assert.match(await why("cut.wacz"), /is no zip file, or its end is missing/);
  assert.match(await why("other.wacz"), /without a web archive in its folder archive\//);
  assert.match(await why("no.wacz"), /is no zip file/);
  assert.match(await why("head.wacz"), /zip file is damaged/);
});

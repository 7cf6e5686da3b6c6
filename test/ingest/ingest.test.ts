import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import type { IngestOptions } from "../../src/ingest/ingest.ts";
import { UserError } from "../../src/model/errors.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options?: IngestOptions) => ingest(capture(bytes(text), "report.txt"), options);
const PROSE = "The minister of fisheries said on Monday that the talks would go on in spring, whatever others wished.";

test("a capture has the hash of its bytes", () => {
  assert.equal(capture(bytes("abc"), "-").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

const REFUSED: readonly [what: string, bytes: Uint8Array, message: RegExp][] = [
  ["nothing", new Uint8Array(0), /^report\.bin is empty/],
  ["a byte order mark alone", new Uint8Array([0xef, 0xbb, 0xbf]), /^report\.bin is empty/],
  ["a PDF", bytes("%PDF-1.7\n..."), /^report\.bin looks like a PDF file/],
  ["a zip archive", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /zip archive/],
  ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /PNG image/],
  ["noise", new Uint8Array(500).map((_, at) => (at * 7) % 32), /binary data/],
  ["more than is read", new Uint8Array(64 * 1024 * 1024 + 1), /67108865 bytes.*split/],
];
for (const [what, given, message] of REFUSED)
  test(`${what} is refused`, () =>
    assert.throws(
      () => ingest(capture(given, "report.bin")),
      (error) => error instanceof UserError && message.test(error.message),
    ));

test("a media type that cannot be read is refused, one with parameters is not", () => {
  assert.throws(
    () => read(PROSE, { mediaType: "application/pdf" }),
    /"application\/pdf", which cannot be read: give text\/html or text\/plain/,
  );
  assert.equal(read("<p>a</p>", { mediaType: "Text/Plain; charset=utf-8" }).mediaType, "text/plain");
});

test("plain text is kept as it is, white space alone gives a remark", () => {
  assert.equal(read(`\r\n${PROSE}\r\n`).text, `\r\n${PROSE}\r\n`);
  assert.match(read(" \n ").remarks[0]?.reason ?? "", /no words/);
});

const FORMATS: readonly [text: string, mediaType: string][] = [
  ["<!DOCTYPE html><title>x</title>", "text/html"],
  ["\n<!-- saved --><html><body>x", "text/html"],
  ["<?xml version='1.0'?><html xmlns='x'>", "text/html"],
  ["Talks <tweet id=1>go</tweet> on", "text/plain"],
  ["He wrote <p> and <div> on the board.", "text/plain"],
  ["< 5 boats left", "text/plain"],
];
for (const [text, mediaType] of FORMATS)
  test(`${text} is ${mediaType}`, () => assert.equal(read(text).mediaType, mediaType));

const PUBLISHED: readonly [text: string, edtf: string | null][] = [
  [`Talks go on\n\nAndes Press news agency 07:45 GMT 09.02.2022\n\n${PROSE}`, "2022-02-09T07:45:00Z"],
  [`Talks go on\n\nPublished: February 9, 2022\n\n${PROSE}`, "2022-02-09"],
  [`Talks go on\n\nUpdated February 11, 2022\n\n${PROSE}`, null],
  [`Talks go on\n\nPublished 9 February 2022, updated 11 February 2022\n\n${PROSE}`, "2022-02-09"],
  [`Talks go on\n\nUpdated 11 February 2022. Published 9 February 2022\n\n${PROSE}`, "2022-02-09"],
  [`Talks go on\n\nPublished: 03/04/2022\n\n${PROSE}`, null],
  [`Talks go on\n\nLIMA, March 3, 2022 (Reuters) - ${PROSE}`, "2022-03-03"],
  [`Talks go on\n\nLima, March 3 (Reuters) - ${PROSE}`, null],
  [`Talks go on\n\n${PROSE} They began on February 9, 2022.`, null],
];
for (const [text, edtf] of PUBLISHED)
  test(`published: ${text.slice(0, 70)}`, () => {
    const { published } = read(text);
    assert.equal(published.edtf, edtf);
    assert.equal(published.basis, edtf === null ? "unknown" : "stated");
    assert.equal(published.spans.length, edtf === null ? 0 : 1);
  });

test("the day of the last change is read beside that of publication", () => {
  const updated = (lines: string) => read(`Talks go on\n\n${lines}\n\n${PROSE}`).published.updated;
  assert.equal(updated("Published February 8, 2022\n\nUpdated February 10, 2022"), "2022-02-10");
  assert.equal(updated("Published February 8, 2022; last updated February 9, 2022"), "2022-02-09");
  assert.equal(updated("Published February 8, 2022\n\nUpdated February 8, 2022"), undefined);
  assert.equal(updated("Updated February 10, 2022"), undefined);
});

test("a date that cannot be used leaves a remark on its words", () => {
  const text = `Talks go on\n\nPublished: 03/04/2022\n\n${PROSE}`;
  const [remark] = read(text).remarks;
  assert.match(remark?.reason ?? "", /either way/);
  assert.equal(text.slice(remark?.span?.from, remark?.span?.to), "03/04/2022");
});

test("what the caller says comes first", () => {
  const found = read(`Talks go on\n\nAndes Press news agency 07:45 GMT 09.02.2022\n\n${PROSE}`, {
    published: "2022-02",
    outlet: "Valley Times",
  });
  assert.deepEqual(found.published, { edtf: "2022-02", basis: "given", spans: [] });
  assert.deepEqual(found.outlet, { name: "Valley Times", basis: "given", span: null });
});

const OUTLETS: readonly [text: string, outlet: string | null][] = [
  [`Talks go on\n\n${PROSE}\n\nSource: Valley Times`, "Valley Times"],
  [`Talks go on\n\n${PROSE}\n\nSOURCE: VALLEY TIMES AND NEWS AGENCIES`, "VALLEY TIMES"],
  [`Talks go on\n\n${PROSE}\n\nSource: agencies`, null],
  [`Talks go on\n\nAndes Press news agency and radio 07:45 GMT 09.02.2022\n\n${PROSE}`, "Andes Press"],
  [`LIMA (Reuters) - ${PROSE}\n\n${PROSE}`, "Reuters"],
  [`Talks go on\n\n${PROSE}`, null],
];
for (const [text, name] of OUTLETS)
  test(`outlet of ${text.slice(0, 60)}…${text.slice(-30)}`, () => {
    const { outlet } = read(text);
    assert.equal(outlet?.name ?? null, name);
    if (outlet?.span) assert.equal(text.slice(outlet.span.from, outlet.span.to), name);
  });

const LANGUAGES: readonly [text: string, language: string][] = [
  [PROSE, "en"],
  [
    "Der Minister sagte am Montag, dass die Gespräche im Frühjahr weitergehen würden, was immer die anderen wollten.",
    "de",
  ],
  [
    "장관은 월요일에 다른 사람들이 무엇을 원하든 봄에 회담이 계속될 것이라고 말했다. 어부들은 그것을 환영했다. 장관은 더 많은 배가 항구에 머물러야 한다고 덧붙였다.",
    "ko",
  ],
  ["Talks go on", "und"],
];
for (const [text, language] of LANGUAGES)
  test(`language ${language}`, () => assert.equal(read(text).language, language));

test("another language is recorded and said", () => {
  assert.ok(
    read(LANGUAGES[2]?.[0] ?? "").remarks.some(
      ({ reason }) => reason === "language is Korean (ko): recorded, not read",
    ),
  );
});

const HOSTILE: readonly [what: string, text: string][] = [
  ["a line of 4 MB", PROSE.repeat(40_000)],
  ["a million quotation marks", '"'.repeat(1_000_000)],
  ["a million line ends", "\n".repeat(1_000_000)],
  ["100,000 elements inside each other", `<html><body>${"<div>".repeat(100_000)}${PROSE}`],
  ["elements opened and closed crosswise", `<html><body>${"<b><p>".repeat(50_000)}x${"</b></p>".repeat(50_000)}`],
  ["a million ampersands", `<html><body><p>${"&".repeat(1_000_000)}`],
  ["a million opening brackets", `<html><body><p>${"<".repeat(1_000_000)}`],
];
for (const [what, text] of HOSTILE)
  test(`${what} is read in a few seconds`, () => {
    const start = performance.now();
    const document = read(text);
    assert.ok(performance.now() - start < 10_000);
    assert.equal(document.bytes, bytes(text).length);
  });

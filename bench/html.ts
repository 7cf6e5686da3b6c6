/**
 * How well the body of web pages is found, on Readability's own test pages, and whether every character of the text
 * leads back to its bytes. Usage: HEARSAY_DATA=DIR node bench/html.ts [--each]
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Document as Report } from "../src/model/document.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import { rawSpan } from "../src/text/sourceMap.ts";

const data = process.env["HEARSAY_DATA"];
const folder = data ? join(data, "html/readability/test/test-pages") : "";
if (!data || !existsSync(folder)) {
  console.error(
    `HEARSAY_DATA must name the data folder, with html/readability/test/test-pages in it; it is "${data ?? ""}"`,
  );
  process.exit(2);
}
const each = process.argv.includes("--each");

function tokens(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const { 0: token } of text.matchAll(/[\p{L}\p{N}]+/gu)) bag.set(token, (bag.get(token) ?? 0) + 1);
  return bag;
}

function f1(found: string, wanted: string): number {
  const left = tokens(found);
  const right = tokens(wanted);
  let shared = 0;
  let total = 0;
  for (const [token, count] of left) {
    shared += Math.min(count, right.get(token) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}

const BLOCK_TAG =
  /<(?=\/?(?:p|div|h\d|li|ul|ol|td|th|tr|table|br|hr|blockquote|pre|figure|figcaption|section|article|dd|dt|header|footer|img)\b)/gi;

/** Text of a piece of HTML with a space before every block's tag, so that words of two blocks stay apart. */
function textOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html.replace(BLOCK_TAG, " <")}</body></html>`);
  for (const script of document.querySelectorAll("script, style")) script.remove();
  return (document.body.textContent as string) ?? "";
}

/** The words of a text without its headline, which the expected text has only on some pages, as a heading. */
function bodyOf({ text, blocks, title }: Report, expected: string): string {
  const { document } = parseHTML(`<html><body>${expected}</body></html>`);
  const headings = [...document.querySelectorAll("h1, h2")].map((heading) => plainWords(String(heading.textContent)));
  const expectsHeadline = title !== null && headings.includes(plainWords(title));
  return blocks
    .filter(({ kind }) => kind !== "headline" || expectsHeadline)
    .map(({ span }) => text.slice(span.from, span.to))
    .join("\n");
}

function plainWords(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The number of characters whose bytes, decoded afresh, do not say the same. */
function wrongCharacters({ text, source, encoding }: Report, bytes: Uint8Array): number {
  const decoder = new TextDecoder(encoding);
  let wrong = 0;
  for (let at = 0; at < text.length; at++) {
    const span = rawSpan(source, { from: at, to: at + 1 });
    const raw = decoder.decode(bytes.subarray(span.from, span.to));
    const character = text[at] as string;
    const same =
      /\s/.test(character) && character !== "\u00A0"
        ? isSpaceOrTag(raw)
        : raw === character || decoded(raw).includes(character);
    if (!same || span.from >= span.to) wrong++;
  }
  return wrong;
}

function isSpaceOrTag(raw: string): boolean {
  return /^\s+$/.test(raw) || raw.startsWith("<") || /^\s*$/.test(decoded(raw)) || /^&\S+;?$/.test(raw);
}

function decoded(raw: string): string {
  if (!raw.startsWith("&")) return raw;
  return (
    (parseHTML(`<html><body><p>${raw}</p></body></html>`).document.querySelector("p")?.textContent as string) ?? ""
  );
}

let ours = 0;
let theirs = 0;
let pages = 0;
let exact = 0;
let milliseconds = 0;
const rows: [name: string, ours: number, theirs: number][] = [];
for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name, "source.html"));
  const expectedHtml = readFileSync(join(folder, name, "expected.html"), "utf8");
  const expected = textOf(expectedHtml);
  const start = performance.now();
  const report = ingest(capture(bytes, `${name}/source.html`), { mediaType: "text/html" });
  milliseconds += performance.now() - start;
  const article = new Readability(parseHTML(bytes.toString("utf8")).document).parse();
  const own = f1(bodyOf(report, expectedHtml), expected);
  const peer = f1(textOf(article?.content ?? ""), expected);
  const wrong = wrongCharacters(report, bytes);
  if (wrong === 0) exact++;
  else console.log(`${name}: ${wrong} of ${report.text.length} characters do not lead back to their bytes`);
  ours += own;
  theirs += peer;
  pages++;
  rows.push([name, own, peer]);
}
if (each)
  for (const [name, own, peer] of rows.sort((a, b) => a[1] - a[2] - b[1] + b[2]))
    console.log(`${own.toFixed(3)} ${peer.toFixed(3)} ${name}`);
console.log(`pages                       ${pages}`);
console.log(`token F1, hearsay           ${(ours / pages).toFixed(4)}`);
console.log(`token F1, Readability       ${(theirs / pages).toFixed(4)}`);
console.log(`every character has bytes   ${((100 * exact) / pages).toFixed(1)} %`);
console.log(`milliseconds a page         ${(milliseconds / pages).toFixed(1)}`);

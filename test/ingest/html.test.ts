import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import type { IngestOptions } from "../../src/ingest/ingest.ts";
import { rawSpan, textSpan } from "../../src/text/sourceMap.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (html: string, options: IngestOptions = { mediaType: "text/html" }) =>
  ingest(capture(encode(html), "page.html"), options);
const PROSE =
  "The minister of fisheries said on Monday, after a long night, that the talks would go on in spring, whatever others wished.";

const PAGE = `<!doctype html><html><head><title>Talks go on in Lima - Valley Times</title>
<meta property="og:site_name" content="Valley Times"><meta property="article:published_time" content="2022-02-09T09:45:00+02:00">
<script>var a = "<p>not text</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Talks go on&nbsp;in Lima</h1>
<p>LIMA (AP) &mdash; ${PROSE}</p><figure><img src="a.jpg" alt="not text"><figcaption>Boats in the harbour.</figcaption></figure>
<p>&ldquo;We will
   <b>not</b> yield,&rdquo; she   said.<br>${PROSE}</p><h2>What towns want</h2><ul><li>More boats, she said, and more of them soon.</li></ul>
<blockquote><p>It is a fatal plan. ${PROSE}</p></blockquote><p>${PROSE}</p><p>Read more: Boats stay in harbour</p></article>
<footer>All rights reserved</footer></body></html>`;

test("a page gives its headline and body, block by block", () => {
  const { text, blocks, title, outlet, published, mediaType } = read(PAGE);
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    [
      "headline",
      "dateline",
      "paragraph",
      "caption",
      "paragraph",
      "subheading",
      "list-item",
      "block-quote",
      "paragraph",
      "noise",
    ],
  );
  assert.equal(title, "Talks go on\u00A0in Lima");
  assert.equal(outlet?.name, "Valley Times");
  assert.deepEqual(published, { edtf: "2022-02-09T07:45:00Z", basis: "stated", spans: [] });
  assert.equal(mediaType, "text/html");
  assert.ok(text.includes("“We will not yield,” she said.\nThe minister"));
  assert.ok(!/not text|Home|All rights/.test(text));
});

test("the day of the last change is kept where it is later", () => {
  const changed = (content: string) =>
    read(PAGE.replace("<script>", `<meta property="article:modified_time" content="${content}"><script>`)).published;
  assert.equal(changed("2022-02-11T08:00:00+02:00").updated, "2022-02-11T06:00:00Z");
  assert.equal(changed("2022-02-09T18:00:00+02:00").updated, undefined);
  assert.equal(changed("last week").updated, undefined);
});

test("characters lead back to their source: entities whole, spaces to their row, gaps to a tag", () => {
  const { text, source } = read(PAGE);
  const raw = (words: string): string => {
    const from = text.indexOf(words);
    const range = rawSpan(source, { from, to: from + words.length });
    return Buffer.from(encode(PAGE)).subarray(range.from, range.to).toString("utf8");
  };
  assert.equal(raw("“We"), "&ldquo;We");
  assert.equal(raw("will not"), "will\n   <b>not");
  assert.equal(raw("\n\n"), "</h1>");
  assert.equal(raw(".\nThe"), ".<br>The");
  const at = PAGE.indexOf("&mdash;");
  assert.deepEqual(textSpan(source, at, at + 1), { from: text.indexOf("—"), to: text.indexOf("—") + 1 });
});

const FACTS: readonly [head: string, outlet: string | null, edtf: string | null][] = [
  [
    '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2022-02-09","publisher":{"name":"Nordwire"}}]}</script>',
    "Nordwire",
    "2022-02-09",
  ],
  [
    '<script type="application/ld+json">[{"@type":["Article","Thing"],"datePublished":"2022-02-09T10:00:00Z","publisher":[{"name":"Nordwire"}]}]</script>',
    "Nordwire",
    "2022-02-09T10:00:00Z",
  ],
  ['<script type="application/ld+json">{broken</script><meta name="DC.date" content="2022-02-09">', null, "2022-02-09"],
  ['<meta name="parsely-pub-date" content="2022-02-09T10:00:00+01:00">', null, "2022-02-09T09:00:00Z"],
  ['<meta name="date" content="03/04/2022">', null, null],
  ["", null, null],
];
for (const [head, outlet, edtf] of FACTS)
  test(`facts of ${head.slice(0, 60)}`, () => {
    const found = read(`<html><head>${head}</head><body><p>${PROSE}</p><p>${PROSE}</p></body></html>`);
    assert.equal(found.outlet?.name ?? null, outlet);
    assert.equal(found.published.edtf, edtf);
  });

test("a time element near the text dates a page without metadata", () => {
  assert.equal(
    read(`<html><body><time datetime="2022-02-09">yesterday</time><p>${PROSE}</p></body></html>`).published.edtf,
    "2022-02-09",
  );
});

test("two line breaks part paragraphs, one does not", () => {
  const { blocks } = read(`<html><body><div>${PROSE}<br><br>${PROSE}<br>And more.</div></body></html>`);
  assert.equal(blocks.length, 2);
});

test("text without any element around it is read", () => {
  assert.equal(read(`${PROSE} ${PROSE}`).text, `${PROSE} ${PROSE}`);
});

test("a page too deep for the extractor is read all the same, with a remark", () => {
  const { text, remarks } = read(`<html><body><nav>Home</nav>${"<div>".repeat(400)}<p>${PROSE}</p><p>${PROSE}</p>`);
  assert.equal(text, `${PROSE}\n\n${PROSE}`);
  assert.match(remarks[0]?.reason ?? "", /too deeply for the article extractor/);
});

/** Pieces of source with what they read as; space is collapsed by the reader, so none is in the expected characters. */
const inline: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      "word",
      " ",
      "\n  ",
      "&amp;",
      "&eacute;",
      "&#x1F600;",
      "&NotEqualTilde;",
      "&ThickSpace;",
      "&bne;",
      "é",
      "한국",
      "😀",
      "&nbsp;",
      "& ",
      "&bogus;",
      "<b>bold</b>",
      "<i>cut",
      "</i>",
      "<br>",
      "<!-- no -->",
      "<a href='x'>link</a>",
      "&lt;",
      "1 < 2",
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(""));
const page: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom("p", "div", "li", "blockquote", "h2", "section", "td"), inline, fc.boolean()), {
    minLength: 1,
    maxLength: 12,
  })
  .map(
    (blocks) =>
      `<html><body><article>${blocks.map(([name, words, closed]) => `<${name}>${words}${closed ? `</${name}>` : ""}`).join("\n")}<p>${PROSE}</p></article></body></html>`,
  );

test("on any page every character has bytes of its own, in order, that read as the character", () => {
  fc.assert(
    fc.property(page, (html) => {
      const bytes = encode(html);
      const { text, source, blocks } = ingest(capture(bytes, "page.html"), { mediaType: "text/html" });
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const range = rawSpan(source, { from: at, to: at + 1 });
        assert.ok(range.from < range.to && range.from >= before && range.to <= bytes.length);
        before = range.from;
        const raw = new TextDecoder().decode(bytes.subarray(range.from, range.to));
        const character = text[at] as string;
        if (/[ \n]/.test(character)) assert.match(raw, /^[ \n]+$|^<[^>]+>$/);
        else if (raw.startsWith("&") && raw.length > 1) assert.match(raw, /^&[#\w]+;?$/);
        else assert.ok(raw.includes(character));
      }
      for (const { span } of blocks) assert.ok(text.slice(span.from, span.to).trim().length > 0);
    }),
    { seed: 20210108, numRuns: 150 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, readReport } from "../../src/index.ts";

const page = (body: string): string =>
  `<html><body><article><h1>Governor sets out her plans for the harbour town</h1><p>The governor of Port Selwyn spoke for an hour on Monday to a hall that was only half full, and took questions.</p>${body}<p>The hall was cleared at nine, and the lights of the harbour went out soon after.</p></article></body></html>`;

/** The words of the statement with this cue, or null. */
function wordsOf(body: string, cue: string): string[] | null {
  const { document, statements } = readReport(capture(Buffer.from(page(body)), "page.html"), { reader: "fast" });
  const found = statements.find((s) => s.cue && document.text.slice(s.cue.from, s.cue.to).startsWith(cue));
  return found ? found.content.map((piece) => document.text.slice(piece.from, piece.to)) : null;
}

test("what somebody said as a list is one statement, an item a piece", () => {
  const body =
    "<p>In the interview, the governor also said:</p><ul><li>the pier would be mended by May;</li><li>no tax would rise.</li></ul>";
  assert.deepEqual(wordsOf(body, "also said"), ["the pier would be mended by May", "no tax would rise"]);
});

test("a list after a sentence that ends is nobody's", () => {
  const body =
    "<p>The governor said the pier would be mended.</p><ul><li>Ferries leave at nine.</li><li>Trams at ten.</li></ul>";
  assert.deepEqual(wordsOf(body, "said"), ["the pier would be mended"]);
});

test("a list of things under a plain colon is nobody's", () => {
  const body = "<p>Three ferries were out of service on Monday:</p><ul><li>the Maiken;</li><li>the Solveig.</li></ul>";
  assert.equal(wordsOf(body, "were"), null);
});

test("with the reader's own cue or the rule's, the source stands before the verb", () => {
  const text = page(
    "<p>On Monday the ministry said:</p><ul><li>ships may sail again;</li><li>fares stay as they are.</li></ul>",
  );
  const { document, statements } = readReport(capture(Buffer.from(text), "page.html"), { reader: "fast" });
  const said = statements.find((s) => s.content.length === 2);
  assert.ok(said?.source);
  assert.match(document.text.slice(said.source.from, said.source.to), /ministry$/);
});

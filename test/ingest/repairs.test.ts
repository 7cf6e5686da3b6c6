import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, ingest } from "../../src/ingest/ingest.ts";

const read = (text: string) =>
  ingest(capture(new TextEncoder().encode(text), "report.txt"), { mediaType: "text/plain" });

/** The text as the reading layer gives it. */
function repaired(text: string): string {
  let out = "";
  let at = 0;
  for (const { span, reads } of read(text).repairs) {
    out += text.slice(at, span.from) + reads;
    at = span.to;
  }
  return out + text.slice(at);
}

const REPAIRED: readonly [text: string, reads: string, why: string][] = [
  [
    "Talks with South YemenNorth winds. South Yemen waits. The North is cold.",
    "Talks with South Yemen North winds. South Yemen waits. The North is cold.",
    "glued words",
  ],
  ["It is overTalks go on. Talks are over.", "It is over Talks go on. Talks are over.", "glued words"],
  [
    "He left early.Then talks went on. Then they ended.",
    "He left early. Then talks went on. Then they ended.",
    "glued words",
  ],
  ["The minister''s plan", "The minister's plan", "doubled apostrophe"],
  ["according to the the agency", "according to the agency", "doubled word"],
  ["The the plan was new.", "The plan was new.", "doubled word"],
  ["a\u00A0plan\u202Fof\u3000his", "a plan of his", "no-break space"],
  ["a new\u00ADs\u200Bpaper", "a newspaper", "character without width"],
  ["a plan\u0007.", "a plan.", "control character"],
];
for (const [text, reads, why] of REPAIRED)
  test(`${why}: ${text}`, () => {
    assert.equal(repaired(text), reads);
    assert.ok(read(text).repairs.every((repair) => repair.why === why));
  });

const UNTOUCHED = [
  "Donald McDonald and Mac Donald met. Donald left.",
  "YouTube and iPhone users. You and the tube. I phone.",
  "LaHood said Hood and La were right.",
  "Radio NewsTalk aired News and Talk.",
  "PlayStation sales rose. PlayStation is a Play on Station.",
  "He had had enough of that that day; it was very very late and what it is is clear.",
  "Boutros Boutros met Sirhan Sirhan. 10 10 times. Duran Duran sang.",
  "The U.S.A. and the U.S.S.R. met. St.Petersburg is far.",
  "See Yahoo.Com and example.Org or index.Html for more. Com and Org and Html.",
  "https://example.org/path.Then and ana@mail.Then. Then it ended.",
  "She was at AT&T then.",
  "''Talks'' went on.",
  "@AnaSilva and #TalksNow said Ana Silva of Talks Now.",
  "می\u200Cخواهم",
];
for (const text of UNTOUCHED) test(`untouched: ${text}`, () => assert.deepEqual(read(text).repairs, []));

test("repairs are in order, apart from each other, and capped with a remark", () => {
  const many = read("a\u00A0".repeat(150_000));
  assert.equal(many.repairs.length, 100_000);
  assert.ok(many.remarks.some(({ reason }) => reason.includes("repairs are kept")));
  let at = 0;
  for (const { span } of read("Talks with South YemenNorth\u00A0\u00A0winds. of of  Yemen''s North is the the South.")
    .repairs) {
    assert.ok(span.from >= at);
    at = span.to;
  }
});

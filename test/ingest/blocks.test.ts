import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import { segmentsOf } from "../../src/ingest/segments.ts";

const read = (text: string) =>
  ingest(capture(new TextEncoder().encode(text), "report.txt"), { mediaType: "text/plain" });
const kinds = (text: string): [string, string][] =>
  read(text).blocks.map(({ kind, span }) => [kind, text.slice(span.from, span.to).slice(0, 24)]);

const PROSE = "The minister of fisheries said on Monday that the talks would go on in spring, whatever others wished.";

test("a report with everything before and after its prose", () => {
  const text = [
    "Harbour towns ‘will not yield’ on quotas",
    "Minister rejects a plan to halve what boats may land after a long week of talks.",
    "The minister speaks to fishers while officials look on in the harbour hall of Lima on a windy day\r\nTalks ended early [File: Ana Silva/Nordwire]",
    `Lima, PeruThe minister’s plan was new. ${PROSE}`,
    "\u00A0",
    `“We will not yield. ${PROSE}`,
    "What the towns want",
    PROSE,
    "Read more: Boats stay in harbour",
    "Source: Valley Times",
    "Viewed : 311",
  ].join("\r\n\r\n");
  assert.deepEqual(
    read(text).blocks.map(({ kind }) => kind),
    [
      "headline",
      "standfirst",
      "caption",
      "caption",
      "dateline",
      "paragraph",
      "paragraph",
      "subheading",
      "paragraph",
      "noise",
      "source-line",
      "noise",
    ],
  );
  assert.equal(read(text).title, "Harbour towns ‘will not yield’ on quotas");
});

const FIRST_BLOCKS: readonly [text: string, kind: string][] = [
  [`Talks go on in Lima\n\n${PROSE}`, "headline"],
  [`TALKS GO ON IN LIMA\n\n${PROSE}`, "headline"],
  [`Will Talks Go On In Spring?\n\n${PROSE}`, "headline"],
  [`Minister Vows To Keep Talks Going.\n\n${PROSE}`, "headline"],
  [`Minister vows to keep talks going.\n\n${PROSE}`, "headline"],
  [`The minister left on Monday.\n\n${PROSE}`, "paragraph"],
  [`Police arrested three men.\n\n${PROSE}`, "paragraph"],
  [`She said no. He said yes.\n\n${PROSE}`, "paragraph"],
  [`The talks had one aim:\n\n${PROSE}`, "paragraph"],
  [`${PROSE}\n\n${PROSE}`, "paragraph"],
  [`LIMA, March 3 (Reuters) - ${PROSE}\n\n${PROSE}`, "dateline"],
  ["Talks go on in Lima", "paragraph"],
  [`By Ana Silva\n\nTalks go on in Lima\n\n${PROSE}`, "byline"],
];
for (const [text, kind] of FIRST_BLOCKS)
  test(`first of "${text.slice(0, 50)}" is ${kind}`, () => assert.equal(kinds(text)[0]?.[0], kind));

test("short sentences in the middle stay paragraphs", () => {
  for (const line of [
    "He refused.",
    "“Never”",
    "No comment was given.",
    "And then?",
    "The answer was this:",
    "“We go on,” she said",
    "2019",
  ]) {
    const found = kinds(`Talks go on in Lima\n\n${PROSE}\n\n${line}\n\n${PROSE}`);
    assert.deepEqual(found[2], ["paragraph", line]);
  }
});

test("a file without blank lines falls into its lines", () => {
  const found = kinds(`Talks go on in Lima\nBy Ana Silva\n${PROSE} ${PROSE}\n${PROSE} And so on.`);
  assert.deepEqual(
    found.map(([kind]) => kind),
    ["headline", "byline", "paragraph", "paragraph"],
  );
});

test("lines broken to a width are one paragraph", () => {
  const wrapped =
    "The minister of fisheries said on Monday that the talks would\ngo on in spring, whatever others wished, and that nobody could\nstop them from meeting.";
  assert.equal(segmentsOf(wrapped).length, 1);
  assert.equal(segmentsOf("Ana Silva\nPiet Dam\nJo Roe").length, 3);
});

test("bullets are list items; a lone number or dash is not", () => {
  const list = kinds(
    `Talks go on in Lima\n\n${PROSE}\n\n• More boats\n\n• Fewer nets\n\n1. First aim\n2. Second aim\n\n${PROSE}`,
  );
  assert.equal(list.filter(([kind]) => kind === "list-item").length, 4);
  assert.equal(kinds(`Talks go on in Lima\n\n${PROSE}\n\n– She left early.\n\n${PROSE}`)[2]?.[0], "paragraph");
});

const PIECES = fc.constantFrom(
  "Talks go on",
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "\u00A0",
  "By Ana Silva",
  "LIMA (AP) — ",
  "Viewed : 3",
  "“",
  "said.",
  "Source: agencies",
  "• ",
  "Quito, EcuadorOfficials ",
  "[File: A/B]",
  "\u2028",
  "1. ",
  "😀",
);

test("blocks are in order, do not overlap and leave out nothing but white space", () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 60 }), (pieces) => {
      const text = `.${pieces.join("")}`;
      let at = 0;
      for (const { span } of read(text).blocks) {
        assert.ok(span.from >= at && span.to > span.from);
        assert.equal(text.slice(at, span.from).trim(), "");
        at = span.to;
      }
      assert.equal(text.slice(at).trim(), "");
    }),
    { seed: 20210108, numRuns: 400 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Repair } from "../../src/model/document.ts";
import { readSentences } from "../../src/read/sentences.ts";
import { documentOf, paragraphsOf } from "./documentOf.ts";

/** Draws an end of sentence as ` | `. */
function drawn(text: string): string {
  const document = paragraphsOf(text);
  return readSentences(document)
    .sentences.map(({ from, to }) => document.text.slice(from, to))
    .join(" | ");
}

/** One case a line: ` | ` where a sentence ends, and nowhere else. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "short forms and titles": [
    "Dr. Ay met Lt. Gen. Cee. | They left.",
    "He sailed from St. John’s. | The sea was calm.",
    "Mt. Pleasant burned. | Ft. Ross did not.",
    "He met Sen. Lee vs. Gov. Poe. | They argued.",
    "Acme Inc. said it would pay. | Bee Corp. did not.",
    "It was sold to Acme Corp. | The price is unknown.",
    "He lives in the U.S. | He likes it.",
    "She heads Acme Inc. | Mr. Alm left in May.",
    "He lives in the U.S. Senate offices.",
    "“It is in the U.S.” | He nodded.",
    "He is Sammy Cole Jr. | He sings.",
    "Smith et al. found it. | Others agree.",
    "He came on Jan. 5. | He left on Sept. 6.",
    "No. 5 won. | No. | It did not.",
    "The talks (in Varn, Oct. 3) failed. | So did we.",
    "He went to Washington, D.C. | She went home.",
  ],
  "hours at the end": [
    "It opens at 9 a.m. | Visitors may come.",
    "It opens at 9 a.m. on Monday.",
    "It ended at 5 p.m. | The crowd left.",
    "It ended at 5 p.m. | Police cleared the square.",
    "It ended at 5 p.m. Monday, he said.",
    "It ended at 5 p.m. GMT on Sunday.",
    "It ends at 5 p.m. Oct. 3 in Varn.",
    "“Come at 5 p.m.” | She did.",
  ],
  initials: [
    "She met H. R. Fenn in May. | He smiled.",
    "She met H.R. Fenn in May. | He smiled.",
    "He spoke to Mr. A. B. Cole Jr. | They agreed.",
    "He saw vitamin C. | It helped.",
    "So did I. | She left.",
    "It was Marsh, George W. Marsh.",
  ],
  "quotations that end sentences": [
    "“It rained.” | He left.",
    "“Yes.” | “No.” | “Yes!”",
    "‘No.’ | ‘Yes.’ | They left.",
    "Ms Ay said it. | 'It is so.' | She left.",
    "She asked: “Why?” | No answer came.",
    "“Get out!” | The cry went up.",
    "“Who pays?” | That was the question.",
    "(He left.) | She stayed.",
    "He left [see map]. | She stayed.",
  ],
  "quotations within sentences": [
    "“Why?” she asked. | “Because.”",
    "“Stop!” the guard shouted at them. | They ran.",
    "“Who pays?” Ms. Ortiz wondered.",
    "“We lost it all!” Mayor Ana Ruiz of Port Selwyn said.",
    "‘Did anyone reply?’ asked Ms. Ay.",
    "“I …” he began.",
    "She asked, “Will he come?” and left.",
    "“Get out!” was the cry. | “Now.”",
  ],
  ellipses: [
    "He waited … and then left. | She stayed.",
    "He waited... then he left.",
    "He waited ... | Then he left.",
    "He waited… | Then he left.",
    "He said: ‘No ... not now.’ | She sighed.",
  ],
  "other ends and other heads": [
    "What?! | No!! | Really?",
    "It cost $5. | It rose to $6.50. | 12 people came.",
    "He is 45. | His son is 9. | ‘We try.’",
    "It was 3.5. | That is much.",
    "Visit desk.example. | It is free.",
    "He won. | 김 씨 left.",
    "He won. | Élan rose. | Żółkiewski left.",
    "1. | First. | 2. | Second.",
  ],
  "heads in small letters": [
    "He left. | iPhone sales fell. | eBay rose.",
    "The raid failed. | al-Amin denied it.",
    "“We met.” | al-Amin said no.",
    "He died. | de Groot wept. | van der Meer left.",
    "It was the end. and then it was not.",
    "He asked who was there? nobody spoke.",
  ],
};

for (const [what, cases] of Object.entries(CASES))
  test(what, async (t) => {
    for (const expected of cases)
      await t.test(expected, () => assert.equal(drawn(expected.replaceAll(" | ", " ")), expected));
  });

test("a hard line break parts nothing, an empty line does", () => {
  assert.equal(drawn("He left\nthe room. She stayed."), "He left\nthe room. | She stayed.");
  const inOneBlock = documentOf([["paragraph", "A heading\n \nA paragraph follows"]]);
  assert.equal(readSentences(inOneBlock).sentences.length, 2);
});

test("a sentence stays in its block and names it", () => {
  const document = documentOf([
    ["headline", "Dam leaks"],
    ["paragraph", "It leaks. It rains."],
  ]);
  const { tokens, sentences } = readSentences(document);
  assert.deepEqual(
    sentences.map((s) => [
      s.block,
      tokens
        .slice(s.first, s.last)
        .map((token) => token.reads)
        .join(" "),
    ]),
    [
      [0, "Dam leaks"],
      [1, "It leaks ."],
      [1, "It rains ."],
    ],
  );
});

test("repairs are those of the block they stand in", () => {
  const parts = [
    ["paragraph", "By the the dam."],
    ["paragraph", "SelwynThe end."],
  ] as const;
  const at = documentOf(parts).text.indexOf("The end");
  const repairs: Repair[] = [
    { span: { from: 7, to: 11 }, reads: "", why: "doubled word" },
    { span: { from: at, to: at }, reads: " ", why: "glued words" },
  ];
  const { tokens } = readSentences(documentOf(parts, repairs));
  assert.deepEqual(
    tokens.map((token) => token.reads),
    ["By", "the", "dam", ".", "Selwyn", "The", "end", "."],
  );
});

test("whatever the text, sentences part the tokens among them and none is longer than the limit", () => {
  const piece = fc.constantFrom(
    "a ",
    "He ",
    "“",
    "”",
    "’",
    ".",
    "?",
    "... ",
    "p.m. ",
    "U.S. ",
    "(",
    ")",
    " ",
    "\n\n",
    "al-Amin ",
    "J. ",
    "9",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      const { tokens, sentences } = readSentences(paragraphsOf(pieces.join("")));
      let next = 0;
      for (const { first, last, from, to } of sentences) {
        assert.equal(first, next);
        assert.ok(first < last && last - first <= 410);
        assert.deepEqual([from, to], [tokens[first]?.from, tokens[last - 1]?.to]);
        next = last;
      }
      assert.equal(next, tokens.length);
    }),
    { seed: 5, numRuns: 2000 },
  );
});

test("a text without stops is cut, and marks without end take linear time", () => {
  const { sentences, tokens } = readSentences(paragraphsOf("word ".repeat(2_000).trim()));
  assert.ok(sentences.length >= 5);
  assert.equal(sentences.at(-1)?.last, tokens.length);
  for (const piece of [".”", ". “", "? (", ". al-", "a.m. ", '"Why?" ', "... "]) {
    const start = performance.now();
    readSentences(documentOf([["paragraph", piece.repeat(200_000)]]));
    assert.ok(performance.now() - start < 8_000, piece);
  }
});

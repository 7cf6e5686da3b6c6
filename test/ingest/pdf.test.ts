import assert from "node:assert/strict";
import { test } from "node:test";
import { convert } from "../../src/ingest/convert.ts";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import { type PrintedLine, column, pdfOf } from "./pdfs.ts";

async function paragraphs(...pages: readonly (readonly PrintedLine[])[]): Promise<string[]> {
  const { text = "" } = (await convert(pdfOf(...pages), "a.pdf")) ?? {};
  return text.trimEnd().split("\n\n");
}

const FIRST = [
  "Mayor Dita Bronski said on Monday that the harbour tax would rise",
  "by a tenth from next spring, and that the money would go to the",
  "quay.",
];
const SECOND = [
  "The dockers' union warned that its members would strike if the",
  "rise went ahead without talks. The council meets on Thursday.",
];

test("lines that are broken to fit a page are one paragraph; a wider gap parts paragraphs", async () => {
  assert.deepEqual(await paragraphs([...column(FIRST), ...column(SECOND, { y: 700 })]), [
    FIRST.join(" "),
    SECOND.join(" "),
  ]);
});

test("paragraphs without a gap: the first line stands in, or the last one ends early", async () => {
  const indented = [
    ...column([FIRST[0] as string], { x: 90, y: 760 }),
    ...column(FIRST.slice(1), { y: 746 }),
    ...column([SECOND[0] as string], { x: 90, y: 718 }),
    ...column(SECOND.slice(1), { y: 704 }),
  ];
  assert.deepEqual(await paragraphs(indented), [FIRST.join(" "), SECOND.join(" ")]);
  assert.deepEqual(await paragraphs(column([...FIRST, ...SECOND])), [FIRST.join(" "), SECOND.join(" ")]);
});

test("a headline of larger letters stands by itself", async () => {
  const head = { words: "Harbour tax to rise", x: 72, y: 780, size: 20 };
  assert.deepEqual(await paragraphs([head, ...column(SECOND, { y: 764 })]), [head.words, SECOND.join(" ")]);
});

test("a sentence that goes on behind a page's end goes on; one that ends there does not", async () => {
  assert.deepEqual(await paragraphs(column(FIRST.slice(0, 2)), column(FIRST.slice(2))), [FIRST.join(" ")]);
  assert.deepEqual(await paragraphs(column(FIRST), column(SECOND)), [FIRST.join(" "), SECOND.join(" ")]);
});

const BROKEN: [name: string, lines: string[], joined: string][] = [
  [
    "a word broken at a line's end is whole where the text has it whole",
    [
      "The government met on Friday over the harbour, and the govern-",
      "ment said that it would pay for the repair of the whole quay.",
    ],
    "The government met on Friday over the harbour, and the government said that it would pay for the repair of the whole quay.",
  ],
  [
    "a hyphen that may be the word's own stays",
    [
      "The mayor praised what she called the town's long road to self-",
      "reliance, and said that it would pay for the repair of the quay.",
    ],
    "The mayor praised what she called the town's long road to self-reliance, and said that it would pay for the repair of the quay.",
  ],
  [
    "a dash is no hyphen of a broken word",
    [
      "The mayor said no to all of them, and then she said it again -",
      "that it would pay for the repair of the quay out of its own fund.",
    ],
    "The mayor said no to all of them, and then she said it again - that it would pay for the repair of the quay out of its own fund.",
  ],
];
for (const [name, lines, joined] of BROKEN)
  test(name, async () => assert.deepEqual(await paragraphs(column(lines)), [joined]));

test("a PDF is a document: its bytes are captured, its text has blocks, and stands for the whole of the bytes", async () => {
  const bytes = pdfOf([{ words: "Harbour tax to rise, mayor says", x: 72, y: 790, size: 20 }, ...column(FIRST)]);
  const converted = await convert(bytes, "a.pdf");
  assert.ok(converted);
  const document = ingest(capture(bytes, "a.pdf"), { converted });
  assert.deepEqual(
    [document.mediaType, document.bytes, document.title],
    ["application/pdf", bytes.length, "Harbour tax to rise, mayor says"],
  );
  assert.deepEqual([[...document.source.from], [...document.source.to]], [[0], [bytes.length]]);
  assert.deepEqual(converted, await convert(bytes, "a.pdf"));
});

test("what is no PDF is left to be read as it is", async () => {
  for (const words of ["Plain words", "%PD", ""]) assert.equal(await convert(Buffer.from(words), "a.txt"), null);
});

const REFUSED: [name: string, bytes: Uint8Array, why: RegExp][] = [
  ["damaged", Buffer.from("%PDF-1.4\nnothing more"), /^a\.pdf is a PDF that can't be read \(/],
  ["cut off", pdfOf(column(FIRST)).subarray(0, 200), /^a\.pdf is a PDF /],
  ["of pictures alone", pdfOf([]), /^a\.pdf is a PDF without text/],
  ["of more pages than any report", pdfOf(...Array.from({ length: 501 }, () => column(["x"]))), /has 501 pages/],
];
for (const [name, bytes, why] of REFUSED)
  test(`refused: a PDF that is ${name}`, async () => {
    await assert.rejects(
      convert(bytes, "a.pdf"),
      (error) => error instanceof Error && error.name === "UserError" && why.test(error.message),
    );
  });

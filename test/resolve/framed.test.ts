import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, readReport } from "../../src/index.ts";
import { TARVIA } from "./marked.ts";

/** The chain of every statement whose words begin so, without the outlet: "TTA < Mara Quill"; of a framed one behind "framed: ". */
function chainOf(lines: readonly string[], words: string): string[] {
  const { document, statements } = readReport(capture(Buffer.from(lines.join("\n\n")), "report.txt"), {
    reader: "fast",
    outlet: "Lowland Review",
    packs: [TARVIA],
  });
  return statements
    .filter(({ content }) => content[0] && document.text.startsWith(words, content[0].from))
    .map(
      ({ chain, frame }) =>
        `${frame ? "framed: " : ""}${chain
          .slice(1)
          .map(({ name }) => name)
          .join(" < ")}`,
    );
}

const HEADLINE = "Gates of the old dike to be mended next year";

test("a frame comes through the channel its speaker talked to", () => {
  const interview = [
    HEADLINE,
    "Mara Quill, head of the Dike Board, had an interview with the TTA on Monday.",
    "Speaking of the storm, she said:",
    "The gates are too old for the sea.",
  ];
  assert.deepEqual(chainOf(interview, "The gates are too old"), ["framed: Tarvian Telegraph Agency < Mara Quill"]);
  const told = [
    HEADLINE,
    "Mara Quill, head of the Dike Board, told the TTA that the storm was the worst for years.",
    "Nobody was hurt, she said, adding:",
    "The gates are too old for the sea.",
  ];
  assert.deepEqual(chainOf(told, "The gates are too old"), ["framed: Tarvian Telegraph Agency < Mara Quill"]);
});

test("words announced by an article are not whose it tells of", () => {
  const announced = (by: string): string[] =>
    chainOf(
      [
        HEADLINE,
        "The Guild of Fishermen in Ostrel released an article on the birthday of Mara Quill.",
        "The article said that Mara Quill had mended the old dike.",
        `She founded the harbour school and opened a new age of the sea, ${by}:`,
        "Hard it is to fathom the depth of her love for the sea.",
      ],
      "Hard it is",
    );
  for (const by of ["it added", "it noted, adding", "the article added", "the article noted, adding"])
    assert.deepEqual(announced(by), ["framed: Guild of Fishermen"], by);
  assert.deepEqual(announced("she added"), ["framed: Mara Quill"]);
});

test("a question put by a channel, and another's interview, are no way through which a frame came", () => {
  const asked = [
    HEADLINE,
    "A spokesman for the Dike Board gave the following answer to a question put by the TTA on Monday:",
    "The gates are too old for the sea.",
  ];
  assert.deepEqual(chainOf(asked, "The gates are too old"), ["framed: spokesman for the Dike Board"]);
  const another = [
    HEADLINE,
    "Tom Birch had an interview with the TTA on Monday.",
    "Mara Quill, head of the Dike Board, issued the following statement on Tuesday:",
    "The gates are too old for the sea.",
  ];
  assert.deepEqual(chainOf(another, "The gates are too old"), ["framed: Mara Quill"]);
});

test("the turns of a transcript came as the talk told of before them, a clip shown in between did not", () => {
  const turns = [
    "TOM BIRCH: Do the gates leak?",
    "MARA QUILL: I think we need new ones. The gates are too old for the sea.",
    "(BEGIN VIDEO CLIP)",
    "ILSE BRAND: I tell you the harbour is dry. It will stay dry.",
    "(END VIDEO CLIP)",
    "TOM BIRCH: Who will pay for them?",
    "MARA QUILL: We shall not. The board will pay for every gate.",
  ];
  const shown = [
    HEADLINE,
    "Mara Quill, head of the Dike Board, told the TTA’s “Harbour Hour” on Sunday that the gates leak.",
    "Partial transcript as follows:",
    ...turns,
  ];
  assert.deepEqual(chainOf(shown, "The gates are too old"), ["framed: Harbour Hour < Mara Quill"]);
  assert.deepEqual(chainOf(shown, "The board will pay"), ["framed: Harbour Hour < Mara Quill"]);
  assert.deepEqual(chainOf(shown, "It will stay dry"), ["framed: ILSE BRAND"]);
  const anothers = [HEADLINE, "Tom Velt told the TTA that the gates leak.", ...turns];
  assert.deepEqual(chainOf(anothers, "The gates are too old"), ["framed: MARA QUILL"]);
});

test('"he" in a frame is somebody in the speaker\'s words, not the speaker', () => {
  const lines = [
    HEADLINE,
    "A spokesman for the Dike Board gave the following answer to a question on Monday:",
    "A few days ago, the chairman of the Port Office made a trip to Ostra.",
    "He said that the gates were safe.",
  ];
  assert.deepEqual(chainOf(lines, "that the gates were safe"), [
    "spokesman for the Dike Board < chairman of the Port Office",
  ]);
});

test("a headline that only tells what its speaker is means the first who speaks under it", () => {
  const under = (headline: string): string[] =>
    chainOf(
      [headline, "Mara Quill, a diver who knows the sea, said on Monday that the dike would hold for years."],
      "Old Dike",
    );
  assert.deepEqual(under("Old Dike Will Hold for Years: Tarvian Expert"), ["Mara Quill"]);
  assert.deepEqual(under("Old Dike Will Hold for Years: Tarvian Experts"), ["Tarvian Experts"]);
  assert.deepEqual(under("Old Dike Will Hold for Years: Tarvian Telegraph Agency"), ["Tarvian Telegraph Agency"]);
});

test("the first word of a question is not the one who asks; a label in capitals is the one named in full", () => {
  const asked = [
    "The gates and the sea",
    "How do you look after them?",
    "We paint them in May.",
    "It is hard work for you?",
    "My son helps.",
    "Are you tired of it?",
    "I am not.",
  ];
  assert.deepEqual(chainOf(asked, "It is hard work"), ["framed: "]);
  const briefing = [
    "Briefing by Press Secretary Ilse Brand",
    "MS. BRAND: Good morning. I have nothing to say first.",
    "Q Mara Quill says the gates are shut. Is that right?",
    "MS. BRAND: I have not seen it.",
    "Q And the dike?",
    "MS. BRAND: We have no date.",
  ];
  assert.deepEqual(chainOf(briefing, "I have not seen it"), ["framed: Ilse Brand"]);
});

test("answers have the day and the medium of the talk that the head of the page tells of, not the days of the question", () => {
  const { statements } = readReport(
    capture(
      Buffer.from(
        [
          "“We built two”: an interview with the keeper of the dike",
          "12 May 2021",
          "The keeper, Mara Quill, spoke to the Lindholt Post on Monday about the gates.",
          "Was the storm of last Friday the worst?",
          "I have seen worse. We mended the gates.",
          "The town says you had no plan yesterday.",
          "That is not true. We had one.",
          "Will you stay?",
          "I hope so.",
        ].join("\n\n"),
      ),
      "report.txt",
    ),
    { reader: "fast" },
  );
  const framed = statements.filter(({ frame }) => frame);
  assert.deepEqual(
    framed.map(({ chain, uttered }) => `${chain.map(({ name }) => name).join(" < ")} ${uttered.edtf}`),
    ["Lindholt Post", "Quill", "Quill", "Lindholt Post", "Quill", "Quill", "Lindholt Post", "Quill"].map((who) =>
      who === "Quill" ? "Lindholt Post < Mara Quill 2021-05-10" : `${who} 2021-05-10`,
    ),
  );
});

test("the Speaker who has a label presides", () => {
  const debate = [
    HEADLINE,
    "Mrs Ilse Brand: Madam Speaker, who owns the firm? I ask her to answer.",
    "The Speaker: The member must sit down. I call the Minister.",
    "Mrs Ilse Brand: Will she answer me?",
  ];
  assert.deepEqual(chainOf(debate, "The member must"), ["framed: Speaker"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { capture, readReport } from "../../src/index.ts";
import { TARVIA } from "./marked.ts";
import { testSpeakers } from "./speakerCases.ts";

testSpeakers({
  "an office with its post before the name": [
    ["Lowland Ambassador to Tarvia Hana Sol gave a banquet. [s The ambassador] [c said] [q it leaked].", "Hana Sol"],
    ["He wrote to the Ambassador about Hana Sol. [s The ambassador] [c said] [q it leaked].", "ambassador office"],
  ],
  "one pronoun that two statements share": [
    [
      "[s1 Tom Birch] [c1 said] [q1 it leaked]. [c2 Noting] that [q2 Chairman Paul Reed came twice], [s2,s3 he] [c3 was pleased] that [q3 the dike held].".replace(
        "[s2,s3 he]",
        "[s2 [s3 he]]",
      ),
      "Tom Birch",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "an adverb is no name": [
    ["Outwardly Tarvia seemed calm. [s Tarvia] [c said] [q it leaked].", "Tarvia state"],
    ["Emily Birch came. [s Birch] [c said] [q it leaked].", "Emily Birch"],
  ],
  "people all over a country": [
    ["[s Workers across south Tarvia] [c demanded] [q a dike].", "Workers across south Tarvia unnamed"],
  ],
  "a body with others": [
    [
      "[s The Ministry of Tides together with the army and all others] [c denounced] [q the plan].",
      "Ministry of Tides organisation",
    ],
  ],
  "who goes on behind what is told of another": [
    [
      "[s1 Tom Birch] [c1 affirmed] that [q1 [s2 Ostrel] will give nothing up], [c2 indicating] that [q2 it will win].",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "a new statement of nobody's": [
    [
      "Mara Quill spoke of a statement by the Dike Board. The envoy was called in, [c1 according to] [s1 a statement posted on a website]. [q2 He would write home], [s2 the statement] [c2 said].".replace(
        "The envoy was called in",
        "[q1 The envoy was called in]",
      ),
      "statement posted on a website organisation",
      "statement posted on a website organisation",
    ],
  ],
});

/** Who speaks last in every statement of a report whose words begin so. */
function speakersOf(lines: readonly string[], words: string): string[] {
  const { document, statements } = readReport(capture(Buffer.from(lines.join("\n\n")), "report.txt"), {
    reader: "fast",
    packs: [TARVIA],
  });
  return statements
    .filter(({ content }) => content[0] && document.text.startsWith(words, content[0].from))
    .map(({ chain }) => chain.at(-1)?.name ?? "");
}

test("“they” in a statement given in full are others than the one who makes it", () => {
  const lines = [
    "Gates of the old dike to be mended next year",
    "The Secretariat of the Dike Board on Monday issued the following statement:",
    "The lowland mills broke the gates in August.",
    "They demanded that the board pay for the gates.",
  ];
  assert.ok(!speakersOf(lines, "that the board pay").includes("Secretariat of the Dike Board"));
  assert.ok(!speakersOf(lines, "the board pay").includes("Secretariat of the Dike Board"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { capture } from "../../src/ingest/ingest.ts";
import { slice } from "../../src/model/span.ts";
import type { Resolved } from "../../src/model/statement.ts";
import { readReport } from "../../src/pipeline.ts";

const OUTLET = "Lowland Review";

const report = (text: string, outlet = OUTLET): Resolved =>
  readReport(capture(Buffer.from(text), "a test"), { outlet, reader: "fast" });

/** The chain of each statement behind the outlet, in order: names joined by `<`, the one it rests on behind `=`. */
const drawn = (text: string, outlet = OUTLET): string[] =>
  report(text, outlet).statements.map(
    ({ chain, restsOn }) =>
      `${chain
        .filter((hop) => hop.kind !== "outlet")
        .map((hop) => hop.name)
        .join(" < ")} = ${restsOn}`,
  );

const CHAINS: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "a pronoun behind one speaker": [
    [
      "Mara Quill said the dam would hold. She said nobody was in danger.",
      `Mara Quill = ${OUTLET}`,
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "Mara Quill said the dam would hold. “Tom Birch is wrong,” she said.",
      `Mara Quill = ${OUTLET}`,
      `Mara Quill = ${OUTLET}`,
    ],
    ["“The dam is old,” Mara Quill said. “It leaks.”", `Mara Quill = ${OUTLET}`, `Mara Quill = ${OUTLET}`],
  ],
  "a gathering that goes on as it": [
    [
      "The meeting noted that the dam had held. It stressed that the port had grown.",
      `meeting = ${OUTLET}`,
      `meeting = ${OUTLET}`,
    ],
    ["The anglers said the dam would hold.", `anglers = ${OUTLET}`],
    ["It said the dam would hold.", ` = ${OUTLET}`],
  ],
  "a pronoun behind one who was named since": [
    [
      "Mara Quill said the dam would hold. Tom Birch disagreed. He said it would burst.",
      `Mara Quill = ${OUTLET}`,
      `Tom Birch = ${OUTLET}`,
    ],
    [
      "Mara Quill said the dam would hold. It rained. It rained again. It snowed. It froze. She said nobody was in danger.",
      `Mara Quill = ${OUTLET}`,
      `Mara Quill = ${OUTLET}`,
    ],
  ],
  "a pronoun that may mean another stays open": [
    [
      "Mara Quill said the dam would hold. Prime Minister Sanna Lehto was there. She said it leaked.",
      `Mara Quill = ${OUTLET}`,
      ` = ${OUTLET}`,
    ],
    ["She said the dam would hold.", ` = ${OUTLET}`],
  ],
  "a short name": [
    ["Mara Quill, the chief engineer, was calm. “It is safe,” Quill said.", `Mara Quill = ${OUTLET}`],
    [
      "Ante Marsh said he would sue. Zora Marsh said she would not. Marsh said the case was weak.",
      `Ante Marsh = ${OUTLET}`,
      `Zora Marsh = ${OUTLET}`,
      `Marsh = ${OUTLET}`,
    ],
  ],
  "a channel between": [
    [
      "The Korean Central News Agency said that Kim Yong Su vowed to open the gates.",
      "Korean Central News Agency = Korean Central News Agency",
      "Korean Central News Agency < Kim Yong Su = Korean Central News Agency",
    ],
    [
      "Kim Yong Su vowed to open the gates, state media reported.",
      "state media = state media",
      "state media < Kim Yong Su = state media",
    ],
    ["Mara Quill told the newspaper Zrcadlo that the dam would burst.", "Zrcadlo < Mara Quill = Zrcadlo"],
    ["“The dam is old,” Mara Quill was quoted by the Xinhua news agency as saying.", "Xinhua < Mara Quill = Xinhua"],
  ],
  "the outlet is named once": [
    [`Mara Quill told the ${OUTLET} newspaper that the dam would burst.`, `Mara Quill = ${OUTLET}`],
    ["Mara Quill told reporters that the dam would burst.", `Mara Quill = ${OUTLET}`],
  ],
  "one who says he hopes is named once, one who speaks for another is not": [
    ["Mara Quill said she hoped the dam would hold.", `Mara Quill = ${OUTLET}`, `Mara Quill = ${OUTLET}`],
    [
      "Mara Quill said her lawyer believed that the dam would hold.",
      `Mara Quill = ${OUTLET}`,
      "Mara Quill < her lawyer = Mara Quill",
    ],
  ],
  nobody: [["The dam is believed to be old.", ` = ${OUTLET}`]],
};

for (const [what, cases] of Object.entries(CHAINS))
  test(what, async (t) => {
    for (const [text, ...expected] of cases) await t.test(text, () => assert.deepEqual(drawn(text), expected));
  });

test("an outlet that speaks for itself is its own origin", () => {
  const [only] = report("Reuters said the dam had burst.", "Reuters").statements;
  assert.deepEqual(only?.chain, [{ name: "Reuters", kind: "outlet", span: null, cue: null, when: null }]);
  assert.equal(only?.restsOn, "Reuters");
});

test("an outlet is the same by any of its names", () => {
  for (const [outlet, named] of [
    ["Reuters", "Reuters"],
    ["KCNA", "The Korean Central News Agency"],
    ["Korean Central News Agency", "KCNA"],
    ["The Guardian", "The Guardian newspaper"],
  ] as const)
    assert.deepEqual(drawn(`${named} said the dam had burst.`, outlet), [` = ${outlet}`], named);
});

test("without an outlet a speaker alone rests on nothing that the text tells", () => {
  const [only] = readReport(capture(Buffer.from("Mara Quill said the dam would hold."), "a test"), {
    reader: "fast",
  }).statements;
  assert.deepEqual(
    only?.chain.map((hop) => hop.name),
    ["Mara Quill"],
  );
  assert.equal(only?.restsOn, null);
});

test("a hop keeps the words that name it, a quotation that goes on has none", () => {
  const text = "“The dam is old,” Mara Quill said. “It leaks.”";
  const [first, second] = report(text).statements;
  const hop = first?.chain.at(-1);
  assert.ok(hop?.span && hop.cue);
  assert.deepEqual([slice(text, hop.span), slice(text, hop.cue)], ["Mara Quill", "said"]);
  assert.deepEqual(second?.chain.at(-1), { name: "Mara Quill", kind: "person", span: null, cue: null, when: null });
});

test("a nested statement names the one it stands in", () => {
  const { statements } = report("The Korean Central News Agency said that Kim Yong Su vowed to open the gates.");
  assert.deepEqual(
    statements.map((s) => [s.id, s.inside]),
    [
      ["s1", null],
      ["s2", "s1"],
    ],
  );
});

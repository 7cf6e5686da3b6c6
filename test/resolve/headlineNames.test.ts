import assert from "node:assert/strict";
import { test } from "node:test";
import { capture } from "../../src/ingest/ingest.ts";
import { readReport } from "../../src/pipeline.ts";

const REPORT = (headline: string, ...paragraphs: readonly string[]): string =>
  [headline, "", "LINDHOLT, March 4 -", ...paragraphs.map((p) => `${p}\n`)].join("\n\n");

/** The chains of a report read by the fast reader, behind its outlet, each with the first words of its content. */
function chains(text: string): string[] {
  const { document, statements } = readReport(capture(Buffer.from(text), "a test"), { reader: "fast" });
  return statements.map(({ chain, content: [piece] }) => {
    const names = chain.filter(({ kind }) => kind !== "outlet").map(({ name }) => name);
    return `${names.join(" < ")}: ${document.text.slice(piece?.from, piece?.to).replaceAll(/[“”]/g, "").split(" ").slice(0, 3).join(" ")}`;
  });
}

test("a surname in a headline is the only speaker's below who bears it", () => {
  const below = "Tarvian leader Marek Solvan said on Thursday that the quay would be mended.";
  const [first] = chains(REPORT("Tarvia's Solvan vows to mend quay", below));
  assert.equal(first, "Marek Solvan: to mend quay");
});

test("a chief by the initials of his union, a woman by her country: who speaks first below", () => {
  const chief = "The head of the Dike Workers Union said on Thursday that the quay would be mended.";
  const named = "Mara Quill said that her union would mend it.";
  assert.equal(chains(REPORT("DWU chief says quay will be mended", chief, named))[0], "Mara Quill: quay will be");
  const woman = "Ilse Brand, a Tarvian woman, said on Thursday that the quay would be mended.";
  assert.equal(chains(REPORT("Tarvian woman says quay will be mended", woman))[0], "Ilse Brand: quay will be");
});

test("a body by its noun alone has no name from a headline's words", () => {
  const report = [
    "Ferry operator blames council for Lindholt pier closure\nBy Sana Roy, Transport Correspondent",
    "LINDHOLT - Tide Ferries said on Monday it would suspend its service.",
    "The council said it had not seen the report.",
  ].join("\n\n");
  assert.equal(chains(report).at(-1), "council: it had not");
});

test("of two bearers of the name neither is taken", () => {
  const both = [
    "Tarvian leader Marek Solvan said on Thursday that the quay would be mended.",
    "His sister Ilka Solvan said that it would not.",
  ];
  const [first] = chains(REPORT("Tarvia's Solvan vows to mend quay", ...both));
  assert.equal(first, "Solvan: to mend quay");
});

test("words that go on behind what an agency quoted somebody as saying are his, as the agency has them", () => {
  const quoted =
    "“The gates were shut by us,” the Tarvian Telegraph Agency (TTA) quoted Marek Solvan as saying. “But we do not open a gate to a man with a gun.”";
  assert.deepEqual(chains(REPORT("Gates stay shut", quoted)).slice(-1), [
    "Tarvian Telegraph Agency < Marek Solvan: But we do",
  ]);
});

test("words that go on behind an agency's own are the agency's", () => {
  const own =
    "“The gates were shut by us,” the Tarvian Telegraph Agency (TTA) said. “We do not open a gate to a man with a gun.”";
  const [, last] = chains(REPORT("Gates stay shut", own));
  assert.match(last ?? "", /^Tarvian Telegraph Agency: We do not/);
});

test("words that have a capital only in the headline are nobody's name", () => {
  const below = "The peaceful opening of the gates was called for at many different ports on Thursday.";
  const { statements } = readReport(
    capture(Buffer.from(REPORT("Different Ports Say Gates Must Open", below)), "a test"),
    { reader: "fast" },
  );
  const last = statements[0]?.chain.at(-1);
  assert.deepEqual([last?.kind, last?.name], ["unnamed", "Different Ports"]);
  const named = "Gates must open, Pavol Hudak and Ilka Solvan said on Thursday.";
  assert.equal(chains(REPORT("Hudak says gates must open", named))[0], "Pavol Hudak: gates must open");
});

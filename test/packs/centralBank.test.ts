import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readingLine } from "../../src/export/schema.ts";
import { capture } from "../../src/ingest/ingest.ts";
import { slice } from "../../src/model/span.ts";
import type { Resolved } from "../../src/model/statement.ts";
import { loadPack, ownPacks } from "../../src/packs/packs.ts";
import { readReport } from "../../src/pipeline.ts";
import { hearsay } from "../cli/run.ts";

const FOLDER = join(import.meta.dirname, "central-bank");
const pack = loadPack(FOLDER);

const BOND_PLAN = `Bundesbank digs in over bond plan

FRANKFURT, Aug 3, 2012 - Axel Weber and Jens Weidmann never got on with Peter Praet or Jürgen Stark.

The Bundesbank president said on Thursday that “price stability comes first.” The former Bundesbank president told the Boersen-Zeitung he was glad to be gone. The ECB chief economist said it was all legal; the bank's former chief economist said it was not.

At the Global Investment Conference officials said that the euro was safe. Fed Chairman Bernanke told reporters in Frankfurt he had slept well. Frankfurt denied that Buba had been asked. The Bank of England’s Monetary Policy Committee said it would wait.
`;

const JACKSON_HOLE = `Powell: some pain to come
Published: 27 August 2022

At the Jackson Hole conference on Friday, Jay Powell said that rates would rise. The Fed chair said he knew it hurt.

Threadneedle Street said that it would not follow. The MPC warned of a recession, and the Bank's Monetary Policy Committee said last month it saw no end to it. The BoE denied a split.

Christine Lagarde and Mario Draghi stayed at home. The ECB president said she had work to do. The former ECB president said he had none. Lagarde's predecessor said that the euro would survive. At the 2022 Jackson Hole symposium, the Governing Council said, nothing was decided.
`;

const read = (text: string, packs = [...ownPacks(), pack]): Resolved =>
  readReport(capture(Buffer.from(text), "a test"), { reader: "fast", packs });

interface Case {
  readonly source: string;
  /** The speaker, behind the channel where there is one, without and with the pack. */
  readonly without: string;
  readonly with: string;
}

const speakers = ({ document, statements }: Resolved, words: string): string[] =>
  statements
    .filter(({ source }) => source && slice(document.text, source) === words)
    .map(({ chain }) => chain.map(({ name, kind }) => `${name} (${kind})`).join(", "));

const says = (source: string, without: string, withPack: string): Case => ({ source, without, with: withPack });

/** Nobody's name is at hand without the pack: the words stand as they are. */
const CASES: readonly [name: string, report: string, cases: readonly Case[]][] = [
  [
    "an office is its holder's at the day of the article",
    BOND_PLAN,
    [
      says("The Bundesbank president", "Bundesbank president (office)", "Jens Weidmann (person)"),
      says("The ECB chief economist", "ECB chief economist (unnamed)", "Peter Praet (person)"),
    ],
  ],
  [
    "a former holder is told from the present one, and a paper is a channel under its own spelling",
    BOND_PLAN,
    [
      says(
        "The former Bundesbank president",
        "former Bundesbank president (office)",
        "Börsen-Zeitung (channel), Axel Weber (person)",
      ),
      says("the bank's former chief economist", "bank's former chief economist (unnamed)", "Jürgen Stark (person)"),
    ],
  ],
  [
    "a last name behind its office has the full name",
    BOND_PLAN,
    [says("Fed Chairman Bernanke", "Bernanke (person)", "Ben Bernanke (person)")],
  ],
  [
    "a committee is named with its bank before it",
    BOND_PLAN,
    [
      says(
        "The Bank of England’s Monetary Policy Committee",
        "Bank of England’s Monetary Policy Committee (organisation)",
        "Monetary Policy Committee (organisation)",
      ),
    ],
  ],
  [
    "an alias is filed under the name of the pack",
    JACKSON_HOLE,
    [
      says("Jay Powell", "Jay Powell (person)", "Jerome Powell (person)"),
      says("The Fed chair", "Jay Powell (person)", "Jerome Powell (person)"),
      says("Threadneedle Street", "Threadneedle Street (organisation)", "Bank of England (organisation)"),
      says("The MPC", "Monetary Policy Committee (organisation)", "Monetary Policy Committee (organisation)"),
      says("The BoE", "BoE (organisation)", "Bank of England (organisation)"),
      says(
        "the Bank's Monetary Policy Committee",
        "Bank's Monetary Policy Committee (organisation)",
        "Monetary Policy Committee (organisation)",
      ),
    ],
  ],
  [
    "what the other packs know stays as it was",
    JACKSON_HOLE,
    [
      says("The ECB president", "Christine Lagarde (person)", "Christine Lagarde (person)"),
      says("The former ECB president", "Mario Draghi (person)", "Mario Draghi (person)"),
    ],
  ],
  [
    "“predecessor” is no office: nobody is put in for it",
    JACKSON_HOLE,
    [says("Lagarde's predecessor", "Lagarde's predecessor (unnamed)", "Lagarde's predecessor (unnamed)")],
  ],
];

for (const [name, text, cases] of CASES)
  test(name, () => {
    const [bare, full] = [read(text, [...ownPacks()]), read(text)];
    for (const each of cases) {
      assert.deepEqual(speakers(bare, each.source), [each.without], each.source);
      assert.deepEqual(speakers(full, each.source), [each.with], each.source);
    }
  });

test("a city stands for the bank where it speaks, and is a place where it does not", () => {
  const { document, people, statements } = read(BOND_PLAN);
  const denial = statements.find(({ act }) => act === "deny");
  assert.equal(denial?.chain.at(-1)?.name, "European Central Bank");
  const at = document.text.indexOf("Frankfurt he had slept");
  assert.deepEqual(
    people.filter(({ mentions }) => mentions.some(({ from }) => from === at)).map(({ name, kind }) => [name, kind]),
    [["Frankfurt", "place"]],
  );
  assert.deepEqual(speakers(read(BOND_PLAN, [...ownPacks()]), "Frankfurt"), ["Frankfurt (organisation)"]);
});

const occasions = (text: string, packs?: Parameters<typeof read>[1]): (string | null)[][] =>
  read(text, packs).occasions.map(({ name, when: { edtf } }) => [name, edtf]);

test("an occasion with one known date is dated by the pack, and the steps say so", () => {
  assert.deepEqual(occasions(BOND_PLAN, [...ownPacks()]), [["Global Investment Conference", null]]);
  assert.deepEqual(occasions(BOND_PLAN), [["Global Investment Conference", "2012-07-26"]]);
  assert.deepEqual(read(BOND_PLAN).occasions[0]?.when.steps, ["the pack dates Global Investment Conference"]);
});

test("an occasion that recurs is named by the pack and dated by the report; the year's own has the pack's date", () => {
  assert.deepEqual(occasions(JACKSON_HOLE), [
    ["Jackson Hole symposium", "2022-08-26"],
    ["2022 Jackson Hole symposium", "2022-08-25/2022-08-27"],
  ]);
  assert.ok(!occasions(JACKSON_HOLE, [...ownPacks()]).some(([, edtf]) => edtf === "2022-08-25/2022-08-27"));
});

test("an occasion that recurs has none of its dates where the report gives none", () => {
  assert.deepEqual(occasions("At the FOMC meeting Jerome Powell said that rates would rise.\n"), [
    ["FOMC meeting", null],
  ]);
});

test("a name in nobody's pack is left as the report has it", () => {
  assert.deepEqual(speakers(read("Ilse Brandvold said that she would wait.\n"), "Ilse Brandvold"), [
    "Ilse Brandvold (person)",
  ]);
});

test("--pack reads with it on the command line", async () => {
  const args = ["read", "--json", "--reader", "fast", "-"];
  const last = async (more: readonly string[]): Promise<(string | undefined)[]> => {
    const { code, out, err } = await hearsay([...args, ...more], { stdin: JACKSON_HOLE });
    assert.equal(code, 0, err);
    return readingLine
      .parse(JSON.parse(out))
      .statements.slice(1, 4)
      .map(({ chain }) => chain.at(-1)?.name);
  };
  assert.deepEqual(await last([]), ["Jay Powell", "Jay Powell", "Threadneedle Street"]);
  assert.deepEqual(await last(["--pack", FOLDER]), ["Jerome Powell", "Jerome Powell", "Bank of England"]);
});

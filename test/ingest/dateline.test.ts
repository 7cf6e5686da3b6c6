import assert from "node:assert/strict";
import { test } from "node:test";
import { datelineOf } from "../../src/ingest/dateline.ts";

const elsewhere = new Set(["North", "The", "Officials"]);
const isWord = (word: string): boolean => elsewhere.has(word);

const CASES: readonly [paragraph: string, dateline: string, agency?: string][] = [
  ["LIMA (Reuters) - The minister said", "LIMA (Reuters) -", "Reuters"],
  ["LIMA, March 3 (Reuters) — The minister", "LIMA, March 3 (Reuters) —", "Reuters"],
  ["Sinuiju, August 14 (KCNA) -- The factory", "Sinuiju, August 14 (KCNA) --", "KCNA"],
  ["QUITO, Ecuador (AP) — The minister", "QUITO, Ecuador (AP) —", "AP"],
  ["PORTO, Solvan (AP)_ The minister", "PORTO, Solvan (AP)_", "AP"],
  ["OSTRA (TTA) -- Smugglers left", "OSTRA (TTA) --", "TTA"],
  ["CONCORD, N.H. — The senator", "CONCORD, N.H. —"],
  ["ST. LOUIS — The mayor", "ST. LOUIS —"],
  ["BRUSSELS, 4 March 2019 (AFP) – Ministers", "BRUSSELS, 4 March 2019 (AFP) –", "AFP"],
  ["Washington (AFP) – The mayor", "Washington (AFP) –", "AFP"],
  ["OSLO/STOCKHOLM, Jan. 5 (Nordwire) - Banks", "OSLO/STOCKHOLM, Jan. 5 (Nordwire) -", "Nordwire"],
  ["(CNN)The president", "(CNN)", "CNN"],
  ["LIMA, May 3. /TTA/. Talks may begin", "LIMA, May 3. /TTA/.", "TTA"],
  ["/TTA/. Talks may begin", "/TTA/.", "TTA"],
  ["Lima, June 2, TTA - Head of the board", "Lima, June 2, TTA -", "TTA"],
  ["Lima, SANA- President Roe", "Lima, SANA-", "SANA"],
  ["(CNN) — The president", "(CNN) —", "CNN"],
  ["Rio de Janeiro, Brazil – Police", "Rio de Janeiro, Brazil –"],
  ["BOSTON —Standing in front", "BOSTON —"],
  ["Goma, DR Congo - Rebels", "Goma, DR Congo -"],
  ["Quito, EcuadorOfficials said", "Quito, Ecuador"],
  ["Seoul, South KoreaNorth winds", "Seoul, South Korea"],
];
for (const [paragraph, dateline, agency] of CASES)
  test(`dateline of "${paragraph}"`, () => {
    const found = datelineOf(paragraph, isWord);
    assert.equal(paragraph.slice(0, found?.length ?? 0), dateline);
    assert.equal(found?.agency?.name, agency);
    if (found?.agency)
      assert.equal(paragraph.slice(found.agency.from, found.agency.from + found.agency.name.length), agency);
  });

const NONE = [
  "The minister said on Monday — and not for the first time — that talks would go on.",
  "President Maria Roe — who took office in May — left.",
  "AFL-CIO leaders met on Monday.",
  "EXCLUSIVE – The report was leaked.",
  "In Paris, DeVille said nothing.",
  "Austin, McKenzie said, was next.",
  "Ministers (and others) met.",
  "NATO (North Atlantic Treaty Organization) ministers met.",
  "He said: “Yes.”",
  "March 3 — the day it ended.",
  "“LIMA — The minister",
  "Lima, OSTRA-based lawyers said no.",
  "Ministers/deputies /and others/ met.",
  "",
];
for (const paragraph of NONE)
  test(`no dateline in "${paragraph}"`, () => assert.equal(datelineOf(paragraph, isWord), null));

test("a long paragraph costs no more than its start", () => {
  assert.equal(datelineOf("Aa ".repeat(1_000_000), isWord), null);
  assert.equal(datelineOf("Aa, ".repeat(1_000_000), isWord), null);
});

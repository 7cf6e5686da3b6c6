import assert from "node:assert/strict";
import { test } from "node:test";
import { acronyms } from "../../src/resolve/acronyms.ts";

const CASES: readonly [text: string, short: string, kind: string | null, name: string | null][] = [
  ["the Tarvian Telegraph Agency (TTA) said", "TTA", "channel", "Tarvian Telegraph Agency"],
  ["at the Institute for National Affairs (INA), told", "INA", "organisation", "Institute for National Affairs"],
  ["officials of the Ministry of Water (MOW) said", "MOW", "organisation", "Ministry of Water"],
  ["of the Anti-Flood National Front (AFNF) on", "AFNF", "organisation", "Anti-Flood National Front"],
  ["the Dike and Harbour Service closed. The DHS said", "DHS", "organisation", "Dike and Harbour Service"],
  ["of the Clean Water Project, said that CWP agrees", "CWP", "organisation", "Clean Water Project"],
  ["Tom Barend Quill came. TBQ is", "TBQ", null, null],
  ["the Chief Tide Officer said the CTO", "CTO", null, null],
  ["Clean Water Project and Clean Wind Project, of CWP", "CWP", null, null],
  ["Foreign Minister Joost Meerveld (OPP) said", "OPP", null, null],
  ["he scored (ET) in extra time", "ET", null, null],
];

for (const [text, short, kind, name] of CASES)
  test(text, () => {
    const found = acronyms(text).get(short);
    assert.deepEqual([found?.kind ?? null, found?.name ?? null], [kind, name]);
  });

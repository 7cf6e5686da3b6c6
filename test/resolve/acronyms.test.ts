import assert from "node:assert/strict";
import { test } from "node:test";
import { acronyms } from "../../src/resolve/acronyms.ts";

const CASES: readonly [text: string, short: string, kind: string | null, name: string | null][] = [
  ["the Tarvian Telegraph Agency (TTA) said", "TTA", "channel", "Tarvian Telegraph Agency"],
  ["at the Institute for National Affairs (INA), told", "INA", "organisation", "Institute for National Affairs"],
  ["officials of the Ministry of Water (MOW) said", "MOW", "organisation", "Ministry of Water"],
  ["Foreign Minister Joost Meerveld (OPP) said", "OPP", null, null],
  ["he scored (ET) in extra time", "ET", null, null],
];

for (const [text, short, kind, name] of CASES)
  test(text, () => {
    const found = acronyms(text).get(short);
    assert.deepEqual([found?.kind ?? null, found?.name ?? null], [kind, name]);
  });

import { SILENCE_WORDS } from "../../export/pageEntries.ts";
import type { Act } from "../../model/statement.ts";

/** What a statement does, as a desk calls it. In the terminal the acts are called as `--act` takes them. */
const ACT_NOUNS: Readonly<Record<Act, string>> = {
  assert: "assertion",
  announce: "announcement",
  admit: "admission",
  deny: "denial",
  vow: "vow",
  threaten: "threat",
  warn: "warning",
  demand: "demand",
  offer: "offer",
  agree: "agreement",
  refuse: "refusal",
  predict: "prediction",
  expect: "expectation",
  evaluate: "judgement",
  praise: "praise",
  condemn: "condemnation",
  count: "count",
  ask: "question",
};

const NOUNS: Readonly<Record<string, string>> = { ...ACT_NOUNS, ...SILENCE_WORDS };

/** A statement's act, or what kind of silence, in the words of the reading room: "denial", "an answer not given". */
export function actNoun(act: string): string {
  return Object.hasOwn(NOUNS, act) ? (NOUNS[act] as string) : act;
}

import type { Reading } from "../../src/model/reading.ts";
import type { Found, FoundStatement } from "../../src/model/statement.ts";
import type { MarkedStatement } from "./cases.ts";

const NOTHING: Omit<Found, keyof Reading> = {
  statements: [],
  frames: [],
  silences: [],
  times: [],
  occasions: [],
  counts: [],
  appearances: [],
  trace: [],
};

/** A reading in which this was found, and nothing else. */
export function foundOf(reading: Reading, found: Partial<Found> = {}): Found {
  return { ...reading, ...NOTHING, ...found };
}

/** What is said of a statement that does nothing in particular. */
export const PLAIN_ACT = {
  act: "assert",
  strength: "neutral",
  negated: false,
  actWhy: "",
  condition: null,
  edits: [],
} as const satisfies Partial<FoundStatement>;

/** Marked statements as a reader hands them on, in the order of their numbers; the outer ones are made first. */
export function statementsOf(marks: readonly MarkedStatement[]): FoundStatement[] {
  const made = new Map<number, FoundStatement>();
  let before: FoundStatement | null = null;
  for (const mark of marks.toSorted((a, b) => (a.inside ?? 0) - (b.inside ?? 0) || a.n - b.n)) {
    const statement: FoundStatement = {
      content: mark.content,
      cue: mark.cue,
      source: mark.source,
      opener: null,
      manner: "indirect",
      frame: null,
      ...PLAIN_ACT,
      inside: mark.inside === null ? null : (made.get(mark.inside) ?? null),
      continues: mark.continues ? before : null,
      confidence: 1,
      by: "a test",
    };
    made.set(mark.n, statement);
    before = statement;
  }
  return marks.map(({ n }) => made.get(n) as FoundStatement);
}

import { actWords } from "../../export/recordWords.ts";
import type { DecisionRow, RecordRow } from "../../store/store.ts";
import { personOf } from "../decider.ts";

/** What one decision said, as a reader is told it. */
export interface Verdict {
  /** The entry of the ledger. */
  readonly entry: number;
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly did: "confirmed" | "disputed" | "retracted" | "corrected";
  readonly reason: string | null;
  /** What was set right, a line for each. */
  readonly changes: readonly string[];
  readonly as: "second reader" | "settlement" | null;
  /** Whether it still stands. */
  readonly stands: boolean;
}

const DID = { confirm: "confirmed", dispute: "disputed", retract: "retracted", assert: "corrected" } as const;

/** The decisions on a record in order, without those that took others back. */
export function verdictsOn({ kind }: Pick<RecordRow, "kind">, decisions: readonly DecisionRow[]): Verdict[] {
  return decisions
    .filter(({ act }) => act !== "undo")
    .map(({ seq, by, at, act, cause, value, undone }) => ({
      entry: seq,
      name: personOf(by),
      at,
      did: DID[act as keyof typeof DID] ?? "retracted",
      reason: cause,
      changes: act === "assert" ? changesIn(kind, value) : [],
      as: (value as { readonly as?: Verdict["as"] }).as ?? null,
      stands: undone === null,
    }));
}

/** The last decision of each person that stands and was not settled since, in order. */
export function standingVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const standing = verdicts.filter(({ stands }) => stands);
  const since = standing.slice(
    Math.max(
      0,
      standing.findLastIndex((one) => one.as === "settlement"),
    ),
  );
  return [...new Map(since.map((one) => [one.name, one])).values()].sort((a, b) => a.entry - b.entry);
}

function changesIn(kind: string, { fields = {}, record = {} }: DecisionRow["value"]): string[] {
  const day = (record["uttered"] as { readonly edtf?: string | null } | undefined)?.edtf;
  return [
    ...(fields.words === undefined ? [] : [`words: “${fields.words}”`]),
    ...(fields.speaker === undefined ? [] : [`speaker: ${fields.speaker} (${fields.speakerKind ?? "person"})`]),
    ...(fields.act === undefined ? [] : [`${kind === "silence" ? "kind" : "act"}: ${actWords(kind, fields.act)}`]),
    ...(fields.uttered === undefined ? [] : [`said: ${day ?? "on a day not known"}`]),
  ];
}

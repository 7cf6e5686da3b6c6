import { STANDING } from "../../export/recordWords.ts";
import type { DecisionRow, RecordRow, Store } from "../../store/store.ts";
import { personOf } from "../decider.ts";
import { PROVES, PROVES_NOT } from "../receipt.ts";
import { fullId } from "../records.ts";
import { versionOf } from "../version.ts";
import { type FoundView, foundViews } from "./found.ts";

/** A decision as it is sent. */
export interface DecisionView {
  readonly seq: number;
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  /** The entry that took it back. */
  readonly undone: number | null;
  readonly change: object | null;
}

/** A statement or silence with all that is known of it. */
export interface EvidenceView extends FoundView {
  readonly standingMeans: string;
  readonly record: object;
  readonly machine: object | null;
  readonly decisions: readonly DecisionView[];
  /** How many proposals about it wait. */
  readonly proposals: number;
  readonly proves: string;
  readonly provesNot: string;
  readonly links: {
    readonly receipt: string;
    readonly citation: string;
    readonly article: string;
    readonly page: string;
  };
}

/** A record as it is sent alone, and the version of it a decision may be made on. */
export async function evidenceView(
  store: Store,
  row: RecordRow,
): Promise<{ readonly view: EvidenceView; readonly version: string }> {
  const id = fullId(row);
  const decisions = await store.decisions(id);
  const waiting = (await store.proposals.about(id)).filter(({ outcome }) => outcome === null);
  const [found] = await foundViews(store, [row]);
  const at = `/api/v1/statements/${encodeURIComponent(id)}`;
  const view: EvidenceView = {
    ...(found as FoundView),
    standingMeans: STANDING[row.standing].means,
    record: row.record,
    machine: row.machine,
    decisions: decisions.map(decisionView),
    proposals: waiting.length,
    proves: PROVES,
    provesNot: PROVES_NOT,
    links: {
      receipt: `${at}/receipt`,
      citation: `${at}/citation`,
      article: `/api/v1/articles/${row.article}`,
      page: `/statements/${encodeURIComponent(id)}`,
    },
  };
  return { view, version: versionOf(row, decisions) };
}

export function decisionView({ seq, act, by, at, cause, undone, value }: DecisionRow): DecisionView {
  const { fields, record } = value;
  const corrects = act === "assert";
  return {
    seq,
    act: corrects ? "correct" : act,
    by: personOf(by),
    at,
    reason: cause,
    undone,
    change: corrects ? { ...fields, record } : null,
  };
}

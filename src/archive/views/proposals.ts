import { actWords, speakerWords } from "../../export/recordWords.ts";
import type { ListedRecord } from "../../export/recordLines.ts";
import type { When } from "../../model/time.ts";
import { cursorBehind, cursorOf } from "../../store/pages.ts";
import type { ProposalRow } from "../../store/proposals.ts";
import type { Page, Part, RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";
import { type Proposal, shownProposal } from "../proposals.ts";
import { fullId, textOf } from "../records.ts";
import { versionOf } from "../version.ts";

/** A proposal as it lies before whoever may take it. */
export interface ProposalView extends Proposal {
  /** For "correct": what each part is now, and what it would be. */
  readonly changes: readonly { readonly part: string; readonly is: string; readonly would: string }[];
}

/** The proposals about one record. Whoever takes one decides on this version of it. */
export interface ProposalsOn {
  readonly version: string;
  /** Those that wait, the newest first. */
  readonly waiting: readonly ProposalView[];
  readonly settled: readonly ProposalView[];
}

export interface WaitingProposal {
  readonly proposal: ProposalView;
  /** Null where the record is no longer in the archive. */
  readonly record: ListedRecord | null;
  readonly version: string;
}

export async function proposalsOn(store: Store, row: RecordRow): Promise<ProposalsOn> {
  const id = fullId(row);
  const all: ProposalView[] = [];
  for (const one of await store.proposals.about(id)) all.push(await viewOf(store, one, row));
  return {
    version: versionOf(row, await store.decisions(id)),
    waiting: all.filter(({ settled }) => settled === null),
    settled: all.filter(({ settled }) => settled !== null),
  };
}

/** All that wait, the newest first. Throws UserError for a cursor that is none. */
export async function waitingProposals(store: Store, { limit = 50, cursor }: Part): Promise<Page<WaitingProposal>> {
  const { items: rows, cursor: next } = await waitingRows(store, limit, cursor);
  const items: WaitingProposal[] = [];
  for (const one of rows) {
    const row = await store.record(one.about);
    const [record = null] = row ? await listed(store, [row]) : [];
    const version = row ? versionOf(row, await store.decisions(one.about)) : "";
    items.push({ proposal: await viewOf(store, one, row), record, version });
  }
  return { items, cursor: next };
}

/** The rows of those that wait, a page of them. Throws UserError for a cursor that is none. */
export async function waitingRows(store: Store, limit: number, cursor?: string): Promise<Page<ProposalRow>> {
  const [made_at = "", id = ""] = cursor === undefined ? [] : cursorOf(cursor, 2);
  const rows = await store.proposals.waiting(limit + 1, cursor === undefined ? undefined : { made_at, id });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last ? cursorBehind([last.made_at, last.id]) : null };
}

async function viewOf(store: Store, one: ProposalRow, row: RecordRow | null): Promise<ProposalView> {
  const proposal = shownProposal(one);
  return { ...proposal, changes: row && proposal.act === "correct" ? await changesOf(store, proposal, row) : [] };
}

async function changesOf(
  store: Store,
  { change: { content, speaker, speakerKind, act, uttered } }: Proposal,
  row: RecordRow,
): Promise<ProposalView["changes"]> {
  const { kind } = row;
  const changes: ProposalView["changes"][number][] = [];
  if (content !== undefined) {
    const text = await textOf(store, row);
    const would = content.map(([from, to]) => text.slice(from, to)).join(" … ");
    changes.push({ part: "words", is: row.words, would });
  }
  if (speaker !== undefined || speakerKind !== undefined) {
    const is = named(row.speaker, row.speaker_kind);
    changes.push({ part: "speaker", is, would: named(speaker ?? row.speaker, speakerKind ?? row.speaker_kind) });
  }
  if (act !== undefined)
    changes.push({
      part: kind === "silence" ? "kind" : "act",
      is: actWords(kind, row.act),
      would: actWords(kind, act),
    });
  if (uttered !== undefined) {
    const { edtf = null } = (row.record["uttered"] ?? {}) as Partial<When>;
    changes.push({ part: "said", is: edtf ?? "not known", would: uttered ?? "not known" });
  }
  return changes;
}

function named(speaker: string, kind: string): string {
  return `${speakerWords(speaker, kind)} (${kind})`;
}

import { UserError } from "../model/errors.ts";
import type { Json, LedgerEntry } from "../model/ledger.ts";
import type { ProposalRow } from "../store/proposals.ts";
import type { RecordRow, Store } from "../store/store.ts";
import { canonical } from "../store/chain.ts";
import { sha256Of } from "../text/sha256.ts";
import { type Correction, correct, correctionDraft } from "./correct.ts";
import { confirm, dispute, retract } from "./decide.ts";
import { DecidedMeanwhile, type Decider } from "./decider.ts";
import { fullId, recordOf } from "./records.ts";
import { versionOf } from "./version.ts";

export const PROPOSED_ACTS = ["confirm", "dispute", "retract", "correct"] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

/** What somebody who may not decide would have decided, and why. */
export interface Proposed {
  readonly act: ProposedAct;
  /** For "correct" what is to be changed, else empty. */
  readonly change: Correction;
  readonly reason: string;
}

/** A proposal as it is shown. It is not a decision: the record stands as it did. */
export interface Proposal extends Proposed {
  readonly id: string;
  /** The record, `ARTICLE.ID`. */
  readonly about: string;
  readonly by: string;
  readonly at: string;
  readonly settled: {
    readonly as: "taken" | "declined";
    readonly by: string;
    readonly at: string;
    readonly why: string | null;
    /** The entry of the ledger it became. */
    readonly entry: number | null;
  } | null;
}

/** So many may wait by one proposer: more than people would ever look through. */
export const MOST_WAITING = 500;
const LONGEST_REASON = 2_000;
const LONGEST_NAME = 300;

/**
 * Keeps a proposal for people to look at; writes nothing into the ledger. The same one proposed again is the one there is. Throws
 * UserError where it could not be made a decision, or where too many wait.
 */
export async function propose(
  store: Store,
  id: string,
  { act, change, reason }: Proposed,
  { name, now }: Pick<Decider, "name" | "now">,
): Promise<Proposal> {
  const row = await recordOf(store, id);
  const by = name.trim().slice(0, LONGEST_NAME);
  const why = reason.trim();
  if (by === "") throw new UserError("a proposal needs the name of who makes it", 2);
  if (why === "") throw new UserError("a proposal needs a reason: what in the text shows it?", 2);
  if (why.length > LONGEST_REASON)
    throw new UserError(`the reason has ${why.length} characters; ${LONGEST_REASON} are enough`, 2);
  if (act === "correct") await checked(store, row, change, { name: by, reason: why, now });
  else if (Object.keys(change).length > 0)
    throw new UserError(`only a correction changes something; this is: ${act}`, 2);
  const about = fullId(row);
  const json = canonical(change as Json);
  const key = sha256Of(JSON.stringify([about, act, json, by])).slice(0, 20);
  const known = await store.proposals.one(key);
  if (known) return shownProposal(known);
  if ((await store.proposals.waitingBy(by, MOST_WAITING)) >= MOST_WAITING)
    throw new UserError(
      `${MOST_WAITING} proposals by ${by} wait to be looked at: no more are taken until some are settled`,
    );
  const made: ProposalRow = {
    id: key,
    about,
    act,
    change: json,
    reason: why,
    by,
    made_at: now,
    outcome: null,
    settled_by: null,
    settled_at: null,
    settled_why: null,
    entry: null,
  };
  await store.proposals.add(made);
  return shownProposal((await store.proposals.one(key)) ?? made);
}

/** A correction that could not be made is not proposed, and one that changes nothing is none. */
async function checked(store: Store, row: RecordRow, change: Correction, decider: Decider): Promise<void> {
  const { value } = await correctionDraft(store, fullId(row), change, decider);
  const { record } = value as { readonly record: { readonly [key: string]: Json } };
  const same = Object.entries(record).every(
    ([key, json]) => key === "uttered" || canonical(json) === canonical((row.record[key] ?? null) as Json),
  );
  const day = (row.record["uttered"] as { readonly edtf?: string | null } | undefined)?.edtf ?? null;
  if (same && (change.uttered === undefined || change.uttered === day))
    throw new UserError(`${fullId(row)} says all of this already: there is nothing to correct`, 2);
}

/**
 * Makes a proposal a decision of the person who takes it. Throws UserError where there is none that waits, and DecidedMeanwhile
 * where the record is not the version they looked at.
 */
export async function takeProposal(store: Store, id: string, decider: Decider): Promise<readonly LedgerEntry[]> {
  const { about, act, change, reason, by } = await waitingOne(store, id);
  const version = versionOf(await recordOf(store, about), await store.decisions(about));
  if (decider.after !== undefined && decider.after !== version) throw new DecidedMeanwhile(about);
  const own = decider.reason === null ? "" : `${decider.reason} `;
  const full: Decider = { ...decider, after: version, reason: `${own}(proposed by ${by}: ${reason})` };
  const settled = {
    outcome: "taken",
    settled_by: decider.name,
    settled_at: decider.now,
    settled_why: decider.reason,
  } as const;
  // Of two people who take it at once, one settles it and decides.
  if (!(await store.proposals.settle(id, { ...settled, entry: null }))) throw settledAlready(id);
  try {
    const entries = await decided(store, about, { act, change }, full);
    await store.proposals.enter(id, entries.at(-1)?.seq ?? null);
    return entries;
  } catch (error) {
    await store.proposals.reopen(id);
    throw error;
  }
}

async function decided(
  store: Store,
  about: string,
  { act, change }: Pick<Proposed, "act" | "change">,
  decider: Decider,
): Promise<readonly LedgerEntry[]> {
  if (act === "correct") return [await correct(store, about, change, decider)];
  return { confirm, dispute, retract }[act](store, [about], decider);
}

/** Puts a proposal aside. Throws UserError where there is none that waits, or no reason is given. */
export async function declineProposal(store: Store, id: string, { name, reason, now }: Decider): Promise<void> {
  await waitingOne(store, id);
  if (reason === null) throw new UserError("declining a proposal needs a reason", 2);
  const settled = { outcome: "declined", settled_by: name, settled_at: now, settled_why: reason, entry: null } as const;
  if (!(await store.proposals.settle(id, settled))) throw settledAlready(id);
}

async function waitingOne(store: Store, id: string): Promise<Proposal> {
  const row = await store.proposals.one(id);
  if (!row) throw new UserError(`there is no proposal ${id} in ${store.name}`, 2);
  if (row.outcome !== null) throw settledAlready(id);
  return shownProposal(row);
}

function settledAlready(id: string): UserError {
  return new UserError(`proposal ${id} has been settled already`, 2);
}

export function shownProposal(row: ProposalRow): Proposal {
  const { id, about, act, change, reason, by, made_at, outcome, settled_by, settled_at, settled_why, entry } = row;
  return {
    id,
    about,
    act: act as ProposedAct,
    change: JSON.parse(change) as Correction,
    reason,
    by,
    at: made_at,
    settled:
      outcome === null ? null : { as: outcome, by: settled_by ?? "", at: settled_at ?? "", why: settled_why, entry },
  };
}

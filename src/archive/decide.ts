import { UserError } from "../model/errors.ts";
import type { Draft, LedgerEntry } from "../model/ledger.ts";
import type { RecordRow, Store } from "../store/store.ts";
import { DecidedMeanwhile, type Decider, asIn, decisionDraft } from "./decider.ts";
import { undoName } from "./names.ts";
import { fullId, recordOf } from "./records.ts";

/** Says that records stand as they are. */
export function confirm(store: Store, ids: readonly string[], decider: Decider): Promise<readonly LedgerEntry[]> {
  return decide(store, "confirm", ids, decider);
}

/** Says that records are in doubt, and why. */
export async function dispute(store: Store, ids: readonly string[], decider: Decider): Promise<readonly LedgerEntry[]> {
  if (decider.reason === null) throw new UserError("a dispute needs a reason: add --reason", 2);
  return decide(store, "dispute", ids, decider);
}

/** Takes records out of what is found and counted, for good or until it is undone. */
export async function retract(store: Store, ids: readonly string[], decider: Decider): Promise<readonly LedgerEntry[]> {
  if (decider.reason === null) throw new UserError("taking a statement back needs a reason: add --reason", 2);
  return decide(store, "retract", ids, decider);
}

/** Takes back a decision by the number of its ledger entry; what stood before it stands again. */
export async function undo(store: Store, seq: number, decider: Decider): Promise<readonly LedgerEntry[]> {
  const [entry] = await store.entries(seq, 1);
  if (!entry || entry.seq !== seq) throw new UserError(`there is no entry ${seq} in the ledger of ${store.name}`, 2);
  if (entry.act === "merge" || entry.act === "split") return undoName(store, entry, decider);
  const { article, id } = entry.value as { readonly article?: string; readonly id?: string };
  if (!entry.by.startsWith("person:") || article === undefined || id === undefined)
    throw new UserError(`entry ${seq} is no decision of a person (it is: ${entry.act}, by ${entry.by})`, 2);
  const decision = (await store.decisions(`${article}.${id}`)).find((one) => one.seq === seq);
  if (decision?.act === "undo")
    throw new UserError(`entry ${seq} took back a decision itself: make that decision again instead`, 2);
  if (!decision || decision.undone !== null)
    throw new UserError(
      `entry ${seq} has been taken back already${decision ? `, by entry ${decision.undone}` : ""}`,
      2,
    );
  return write(store, [decisionDraft("retract", `${article}.${id}`, { article, id, undoes: seq }, decider)], decider);
}

/** The number of the last decision on a record that stands. Throws UserError where there is none. */
export async function lastDecision(store: Store, row: RecordRow): Promise<number> {
  const standing = (await store.decisions(fullId(row))).filter(({ act, undone }) => act !== "undo" && undone === null);
  const last = standing.at(-1);
  if (!last) throw new UserError(`nobody has decided on ${fullId(row)}: there is nothing to take back`, 2);
  return last.seq;
}

/** All ids are looked up before anything is written: a wrong one among them changes nothing. */
async function decide(
  store: Store,
  act: "confirm" | "dispute" | "retract",
  ids: readonly string[],
  decider: Decider,
): Promise<readonly LedgerEntry[]> {
  const rows = new Map<string, RecordRow>();
  for (const id of ids) {
    const row = await recordOf(store, id);
    rows.set(fullId(row), row);
  }
  const drafts = Array.from(rows, ([full, { article, id }]) =>
    decisionDraft(act, full, { article, id, undoes: null, ...asIn(decider) }, decider),
  );
  return write(store, drafts, decider);
}

async function write(store: Store, drafts: readonly Draft[], { now }: Decider): Promise<readonly LedgerEntry[]> {
  const entries = (await store.append([{ drafts, blobs: [] }], now)).flat();
  if (entries.length === 0 && drafts[0]) throw new DecidedMeanwhile(drafts[0].about);
  return entries;
}

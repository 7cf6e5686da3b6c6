import { type Correction, correct as correctRecord, placesOf } from "../../archive/correct.ts";
import * as decisions from "../../archive/decide.ts";
import { type Decider, personOf } from "../../archive/decider.ts";
import * as names from "../../archive/names.ts";
import { recordOf } from "../../archive/records.ts";
import { STANDING } from "../../export/recordWords.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import type { Store } from "../../store/store.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";

/** What every decision takes: who decides and why. */
export interface DecisionOptions extends ArchiveOptions {
  readonly by?: string;
  readonly reason?: string;
}

export interface CorrectOptions extends DecisionOptions {
  readonly words?: readonly string[];
  readonly at?: readonly (readonly [number, number])[];
  readonly speaker?: string;
  readonly speakerKind?: string;
  readonly act?: string;
  /** EDTF, or `unknown`. */
  readonly said?: string;
}

export interface MergeOptions extends DecisionOptions {
  readonly into: string;
}

type Made = (store: Store, decider: Decider) => Promise<readonly LedgerEntry[]>;

export function confirm(ids: readonly string[], options: DecisionOptions, console: Console): Promise<void> {
  return decided(options, console, (store, decider) => decisions.confirm(store, ids, decider));
}

export function dispute(ids: readonly string[], options: DecisionOptions, console: Console): Promise<void> {
  return decided(options, console, (store, decider) => decisions.dispute(store, ids, decider));
}

export function retract(ids: readonly string[], options: DecisionOptions, console: Console): Promise<void> {
  return decided(options, console, (store, decider) => decisions.retract(store, ids, decider));
}

export function correct(id: string, options: CorrectOptions, console: Console): Promise<void> {
  return decided(options, console, async (store, decider) => [
    await correctRecord(store, id, await correctionOf(store, id, options), decider),
  ]);
}

/** Takes back one decision: by the number of its entry, or the last one on a record. */
export function undo(what: string, options: DecisionOptions, console: Console): Promise<void> {
  return decided(options, console, async (store, decider) => {
    const seq = /^\d{1,15}$/.test(what)
      ? Number(what)
      : await decisions.lastDecision(store, await recordOf(store, what));
    return decisions.undo(store, seq, decider);
  });
}

export function merge(merged: readonly string[], options: MergeOptions, console: Console): Promise<void> {
  return decided(options, console, (store, decider) => names.merge(store, merged, options.into, decider));
}

export function split(name: string, options: DecisionOptions, console: Console): Promise<void> {
  return decided(options, console, (store, decider) => names.split(store, name, decider));
}

async function correctionOf(store: Store, id: string, options: CorrectOptions): Promise<Correction> {
  const { words, at, speaker, speakerKind, act, said } = options;
  if (words && at) throw new UserError("say the words with --words or where they stand with --at, not both", 2);
  const content = words ? await placesOf(store, id, words) : at;
  return {
    ...(content && { content }),
    ...(speaker !== undefined && { speaker }),
    ...(speakerKind !== undefined && { speakerKind }),
    ...(act !== undefined && { act }),
    ...(said !== undefined && { uttered: said === "unknown" ? null : said }),
  };
}

/** Makes a decision and tells each of its entries, with how to take it back. */
async function decided(options: DecisionOptions, console: Console, make: Made): Promise<void> {
  const decider = deciderOf(options, console);
  await withArchive(console, options, { existing: true }, async (store) => {
    for (const entry of await make(store, decider)) await console.stdout.write(`${await told(store, entry)}\n`);
  });
}

/**
 * Who decides: `--by`, else HEARSAY_USER. The login's name is not taken: a decision stays in the record for good, and names
 * like root or www-data are nobody's.
 */
export function deciderOf({ by, reason }: DecisionOptions, { env }: Console): Decider {
  const name = (by ?? env["HEARSAY_USER"] ?? "").trim();
  if (name === "")
    throw new UserError("a decision needs the name of who decides: add --by NAME, or set HEARSAY_USER once", 2);
  return { name, reason: reason?.trim() || null, now: new Date().toISOString() };
}

async function told(store: Store, entry: LedgerEntry): Promise<string> {
  const { seq, act, value, by } = entry;
  const { into, undoes } = value as { readonly into?: string | null; readonly undoes?: number | null };
  const name = shownOnOneLine(entry.about);
  const who = `by ${shownOnOneLine(personOf(by))}, entry ${seq}`;
  const back = undoes == null ? `. To take it back: hearsay undo ${seq}` : "";
  if (act === "merge") return `“${name}” is filed under “${shownOnOneLine(into ?? "")}”, ${who}${back}`;
  if (act === "split") return `“${name}” stands for itself, ${who}${back}`;
  const made = undoes == null ? MADE[act] : `entry ${undoes} taken back`;
  const standing = (await store.record(entry.about))?.standing;
  return `${name}: ${made} ${who}; it is ${standing ? `${STANDING[standing].mark} ${standing}` : "gone"} now${back}`;
}

const MADE: Readonly<Record<string, string>> = {
  confirm: "confirmed",
  dispute: "disputed",
  retract: "retracted",
  assert: "corrected",
};

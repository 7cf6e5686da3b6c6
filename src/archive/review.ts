import { UserError } from "../model/errors.ts";
import type { Standing } from "../model/ledger.ts";
import type { DecisionRow, RecordRow, Store } from "../store/store.ts";
import type { DecidedAs } from "../store/values.ts";
import { type Correction, correct, placesOf } from "./correct.ts";
import { confirm, dispute, lastDecision, retract, undo } from "./decide.ts";
import { DecidedMeanwhile, type Decider, personOf } from "./decider.ts";
import { fullId, recordOf } from "./records.ts";
import { versionOf } from "./version.ts";
import { asMachineHadIt } from "./views/queue.ts";
import { type Verdict, standingVerdicts, verdictsOn } from "./views/verdicts.ts";

/** What a person wants done with one entry, as a form or a script says it. */
export interface Wish {
  readonly act: "confirm" | "dispute" | "retract" | "undo" | "correct";
  readonly reason: string | null;
  /** The last decision the person had before them, 0 for none; null where it does not matter. */
  readonly seen: number | null;
  readonly as: DecidedAs | null;
  /** For `undo`: which decision; the last one where it is null. */
  readonly entry: number | null;
  /** For `correct`: what it should be; null leaves it as it is. */
  readonly speaker: string | null;
  readonly speakerKind: string | null;
  readonly correctedAct: string | null;
  /** EDTF, or "" for a day that is not known. */
  readonly said: string | null;
  /** Offsets, or the words of each piece as they stand in the text. */
  readonly spans: readonly (readonly [number, number])[] | null;
  readonly words: readonly string[] | null;
}

/** What came of a wish. */
export interface Done {
  readonly id: string;
  /** The entry that was written, or stood there already from the same wish. */
  readonly entry: number;
  readonly did: Verdict["did"] | "undone";
  readonly standing: Standing;
  readonly words: string;
  /** For a second reader: what the others had said, and whether it is the same. */
  readonly others: readonly Verdict[];
  readonly agrees: boolean | null;
}

/** Somebody else came first: nothing was written. */
export class Overtaken extends UserError {}

const DID = {
  confirm: "confirmed",
  dispute: "disputed",
  retract: "retracted",
  correct: "corrected",
  undo: "undone",
} as const;

/**
 * Carries out a wish. Throws Overtaken where others decided on the entry after it was looked at, UserError where it can't be
 * done; nothing is written then. Asked for twice, as after a broken connection, it is done once.
 */
export async function decideOn(store: Store, id: string, wish: Wish, name: string, now: string): Promise<Done> {
  const row = await recordOf(store, id);
  const full = fullId(row);
  const decisions = await store.decisions(full);
  const done = (entry: number): Promise<Done> => outcome(store, full, entry, DID[wish.act]);
  const twice = sentTwice(verdictsOn(row, decisions), wish, name);
  if (twice !== null) return done(twice);
  const last = decisions.at(-1);
  if (wish.seen !== null && (last?.seq ?? 0) !== wish.seen) throw overtaken(last);
  if (wish.as === "second reader") checkSecond(row, name);
  const decider: Decider = {
    name,
    reason: wish.reason,
    now,
    after: versionOf(row, decisions),
    ...(wish.as !== null && { as: wish.as }),
  };
  try {
    const [entry] = await written(store, row, wish, decider);
    if (!entry) throw new Error("the store wrote nothing");
    return await done(entry.seq);
  } catch (error) {
    if (!(error instanceof DecidedMeanwhile)) throw error;
    // Between the look above and the writing somebody came first; it may have been the same wish, sent twice.
    const since = await store.decisions(full);
    const same = sentTwice(verdictsOn(await recordOf(store, full), since), wish, name);
    if (same === null) throw overtaken(since.at(-1));
    return done(same);
  }
}

function overtaken(last: DecisionRow | undefined): Overtaken {
  return new Overtaken(
    last ? `${personOf(last.by)} decided on this meanwhile. Look at it again.` : "This was read anew meanwhile.",
  );
}

async function written(store: Store, row: RecordRow, wish: Wish, decider: Decider): ReturnType<typeof confirm> {
  const id = fullId(row);
  switch (wish.act) {
    case "confirm":
      return confirm(store, [id], decider);
    case "dispute":
      if (wish.reason === null) throw new UserError("a dispute needs a reason", 2);
      return dispute(store, [id], decider);
    case "retract":
      if (wish.reason === null) throw new UserError("taking a statement back needs a reason", 2);
      return retract(store, [id], decider);
    case "undo": {
      const seq = wish.entry ?? (await lastDecision(store, row));
      if (!(await store.decisions(id)).some((one) => one.seq === seq))
        throw new UserError(`entry ${seq} is no decision on ${id}`, 2);
      return undo(store, seq, decider);
    }
    case "correct":
      return [await correct(store, id, await correctionOf(store, row, wish), decider)];
  }
}

/** The decision that says the same already, by the same person, who had then seen no more than now. */
function sentTwice(before: readonly Verdict[], { act, seen, reason }: Wish, name: string): number | null {
  const last = before.at(-1);
  if (act === "undo" || seen === null || !last || !last.stands || last.entry <= seen || last.name !== name.trim())
    return null;
  return last.did === DID[act] && last.reason === reason ? last.entry : null;
}

function checkSecond({ deciders, decider }: RecordRow, name: string): void {
  if (deciders === 1 && decider !== name.trim()) return;
  throw new Overtaken(
    deciders === 0
      ? "The first reader took the decision back. It waits in the first reading."
      : "This has had its second reader.",
  );
}

/** Only what is other than it was: a form sends all its fields. */
async function correctionOf(store: Store, row: RecordRow, wish: Wish): Promise<Correction> {
  const shown = wish.as === "second reader" ? asMachineHadIt(row) : row;
  const { record } = shown;
  const day = (record["uttered"] as { readonly edtf?: string | null } | undefined)?.edtf ?? null;
  const said = wish.said === null ? undefined : wish.said === "" ? null : wish.said;
  const pieces = (shown.kind === "silence" ? [shown.words] : ((record["words"] ?? []) as readonly string[])).join("\n");
  const words = wish.words !== null && normal(wish.words.join("\n")) !== normal(pieces) ? wish.words : null;
  const content = wish.spans ?? (words === null ? null : await placesOf(store, fullId(row), words));
  const same = (a: string | null, b: string): boolean => a === null || a === b;
  const correction: Correction = {
    ...(content !== null && !sameSpans(content, shown) && { content }),
    ...(!same(wish.speaker, shown.speaker) && { speaker: wish.speaker as string }),
    ...(!same(wish.speakerKind, shown.speaker_kind) && { speakerKind: wish.speakerKind as string }),
    ...(!same(wish.correctedAct, shown.act) && { act: wish.correctedAct as string }),
    ...(said !== undefined && said !== day && shown.kind === "statement" && { uttered: said }),
  };
  if (Object.keys(correction).length === 0)
    throw new UserError(
      "nothing was changed: change the words, the speaker, the act or the day first, or confirm it as it is",
      2,
    );
  return correction;
}

/** A form's field has its own line breaks. */
function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function sameSpans(content: readonly (readonly [number, number])[], { kind, record }: RecordRow): boolean {
  const now = kind === "silence" ? [record["span"]] : record["content"];
  return JSON.stringify(content) === JSON.stringify(now);
}

async function outcome(store: Store, id: string, entry: number, did: Done["did"]): Promise<Done> {
  const row = (await store.record(id)) as RecordRow;
  return {
    ...agreement(row, entry, verdictsOn(row, await store.decisions(id))),
    id,
    entry,
    did,
    standing: row.standing,
    words: row.words,
  };
}

/** What others had said of an entry on which a second reader decided, now that it may be told. */
function agreement(row: RecordRow, entry: number, verdicts: readonly Verdict[]): Pick<Done, "others" | "agrees"> {
  const own = verdicts.find((one) => one.entry === entry);
  if (own?.as !== "second reader") return { others: [], agrees: null };
  return { others: standingVerdicts(verdicts).filter(({ name }) => name !== own.name), agrees: row.differs === 0 };
}

/** What a decision that was just made came to, for the person who made it; null where it is no decision of theirs. */
export async function doneBy(store: Store, entry: number, name: string): Promise<Done | null> {
  const [made] = await store.entries(entry, 1);
  const { article, id, undoes } = (made?.value ?? {}) as { article?: string; id?: string; undoes?: number | null };
  if (made?.seq !== entry || made.by !== `person:${name.trim()}` || article === undefined || id === undefined)
    return null;
  const row = await store.record(`${article}.${id}`);
  if (!row) return null;
  const did = verdictsOn(row, await store.decisions(fullId(row))).find((one) => one.entry === entry)?.did;
  return outcome(store, fullId(row), entry, undoes == null ? (did ?? "confirmed") : "undone");
}

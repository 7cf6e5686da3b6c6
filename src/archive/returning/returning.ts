import { type Entry, spansOf } from "../../export/formats/exported.ts";
import { UserError } from "../../model/errors.ts";
import type { Draft, LedgerEntry } from "../../model/ledger.ts";
import type { RecordRow, Store } from "../../store/store.ts";
import { type Correction, correctionDraft } from "../correct.ts";
import { type Decider, decisionDraft } from "../decider.ts";
import { fullId } from "../records.ts";
import type { Returned, ReturnedFile, Told } from "./annotation.ts";
import { bratReturned } from "./brat.ts";
import { placesIn, samePlaces } from "./places.ts";
import { webAnnotationReturned } from "./webAnnotation.ts";

/** Formats that come back in, each with what reads a file of it. Readers throw UserError for what is no such file. */
export const RETURNING: Readonly<Record<string, (name: string, content: string) => ReturnedFile>> = {
  brat: bratReturned,
  "web-annotation": webAnnotationReturned,
};

/** One field of a record as it stands and as it came back, for people to see. */
export interface ChangedField {
  readonly field: "words" | "speaker" | "act";
  readonly was: string;
  readonly now: string;
}

/** One decision that a file calls for. */
export interface Change {
  readonly id: string;
  readonly where: string;
  /** What the record is worth before. */
  readonly standing: RecordRow["standing"];
  /** What is set right; null where the record is to be taken back. */
  readonly correction: Correction | null;
  readonly fields: readonly ChangedField[];
}

/** What would become of a file that came back. Nothing of it is written yet. */
export interface ReturnPlan {
  readonly changes: readonly Change[];
  /** Annotations that are as they were exported. */
  readonly unchanged: number;
  /** What is not taken over, and why. */
  readonly left: readonly Told[];
  /** What stands against taking over anything at all. */
  readonly refused: readonly Told[];
  /** Records whose annotation is gone, where they are not to be taken back. */
  readonly missing: readonly string[];
}

/**
 * What files that came back from a tool would change. A field changes where the tool changed it and nobody decided otherwise
 * meanwhile. With `retractMissing`, records whose annotation is gone are to be taken back.
 */
export async function planReturn(
  store: Store,
  { annotations, left: told }: ReturnedFile,
  { retractMissing = false }: { readonly retractMissing?: boolean } = {},
): Promise<ReturnPlan> {
  const changes: Change[] = [];
  const left: Told[] = [...told];
  const refused: Told[] = [];
  let unchanged = 0;
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const { id, where } = annotation;
    if (seen.has(id)) refused.push({ where, why: `${id} is there twice` });
    else {
      const outcome = await outcomeOf(store, annotation);
      if (outcome === null) unchanged++;
      else if ("correction" in outcome) changes.push(outcome);
      else (outcome.refused ? refused : left).push({ where, why: outcome.why });
    }
    seen.add(id);
  }
  const missing = missingIn(annotations, seen);
  if (retractMissing)
    for (const [id, ledger] of missing) {
      const outcome = await goneOf(store, id, ledger);
      if (outcome === null) continue;
      if ("correction" in outcome) changes.push(outcome);
      else refused.push(outcome);
    }
  return { changes, unchanged, left, refused, missing: retractMissing ? [] : [...missing.keys()] };
}

/**
 * Writes what a plan calls for, all of it or nothing. Throws UserError where something stands against it, or a record is to be
 * taken back without a reason.
 */
export async function takeOver(store: Store, plan: ReturnPlan, decider: Decider): Promise<readonly LedgerEntry[]> {
  const drafts = await draftsOf(store, plan, decider);
  return drafts.length === 0 ? [] : (await store.append([{ drafts, blobs: [] }], decider.now)).flat();
}

/** The decisions a plan calls for, in the order of its changes, not yet written. Throws as `takeOver` does. */
export async function draftsOf(store: Store, plan: ReturnPlan, decider: Decider): Promise<Draft[]> {
  const [first, ...more] = plan.refused;
  if (first) throw refusal(first, more.length);
  const drafts: Draft[] = [];
  for (const { id, where, correction } of plan.changes)
    try {
      drafts.push(
        correction === null ? retraction(id, decider) : await correctionDraft(store, id, correction, decider),
      );
    } catch (error) {
      throw error instanceof UserError ? refusal({ where, why: error.message }, 0) : error;
    }
  return drafts;
}

function refusal({ where, why }: Told, more: number): UserError {
  return new UserError(`${where}: ${why}${more > 0 ? ` (and ${more} more)` : ""}; nothing was changed`);
}

function retraction(id: string, decider: Decider): Draft {
  if (decider.reason === null) throw new UserError("taking a statement back needs a reason: add --reason", 2);
  const [article = "", half = ""] = halves(id);
  return decisionDraft("retract", id, { article, id: half, undoes: null }, decider);
}

/** Why an annotation changes nothing; `refused` where that must not be passed over. */
interface Not {
  readonly refused: boolean;
  readonly why: string;
}

/** Null where the annotation is as it was exported and so is the record. */
async function outcomeOf(store: Store, returned: Returned): Promise<Change | Not | null> {
  const { id, where, textSha256, exported } = returned;
  const row = await store.record(id);
  if (!row)
    return { refused: false, why: `there is no ${id} in ${store.name} (any more): it was read otherwise since` };
  const bytes = await store.blob("texts", row.article, textSha256);
  if (!bytes) return { refused: true, why: `${store.name} has no text of ${row.article} with SHA-256 ${textSha256}` };
  const text = Buffer.from(bytes).toString("utf8");
  const places = placesIn(text, returned);
  if (typeof places === "string") return { refused: true, why: `${id}: ${places}` };
  const fields = fieldsOf(row, returned, text, places);
  const wanted = fields.filter(({ changed, there }) => changed && !there);
  if (wanted.length === 0) {
    const otherwise = fields.some(({ changed, since }) => !changed && since) || row.standing !== exported.standing;
    const gone = row.speaker !== "" && returned.speaker === null ? "speaker" : returned.act === null ? "act" : null;
    if (gone !== null) return { refused: false, why: `${id}: its ${gone} is gone from the file; it stays as it was` };
    if (fields.some(({ changed }) => changed)) return { refused: false, why: `${id}: the archive has it so already` };
    return otherwise
      ? { refused: false, why: `${id}: decided on since it was exported, and not changed here; it stays as it is` }
      : null;
  }
  const against = await conflictOf(store, row, returned, wanted);
  if (against !== null) return { refused: true, why: `${id}: ${against}` };
  return {
    id: fullId(row),
    where,
    standing: row.standing,
    correction: Object.assign({}, ...wanted.map(({ correction }) => correction)) as Correction,
    fields: wanted.map(({ field, was, now }) => ({ field, was, now })),
  };
}

/** What forbids a change: that the record is another than the one that was exported. */
async function conflictOf(
  store: Store,
  row: RecordRow,
  { exported, textSha256 }: Returned,
  wanted: readonly Field[],
): Promise<string | null> {
  const edition = (await store.editions(row.article)).find((one) => one.edition === row.edition);
  if (edition?.text !== textSha256)
    return "its article was read in another text since it was exported; export it again";
  const since = wanted.find((field) => field.since);
  if (since)
    return `its ${since.field} was set right since it was exported, to “${since.was}”, and is “${since.now}” here; export it again`;
  if (row.standing === "retracted") return "it is retracted: take that back first (hearsay undo)";
  return row.standing === exported.standing
    ? null
    : `it was ${exported.standing} when it was exported and is ${row.standing} now; export it again`;
}

/** A field of an annotation beside what was exported and what the archive has. */
interface Field extends ChangedField {
  /** The tool changed it. */
  readonly changed: boolean;
  /** The archive has the same already. */
  readonly there: boolean;
  /** Somebody changed it in the archive meanwhile. */
  readonly since: boolean;
  readonly correction: Correction;
}

function fieldsOf(
  row: RecordRow,
  returned: Returned,
  text: string,
  places: readonly (readonly [number, number])[],
): Field[] {
  const { exported, speaker, speakerKind, act } = returned;
  const fields: Field[] = [];
  const spans = spansOf(row.record as Entry);
  const words = (of: readonly (readonly [number, number])[]): string =>
    `${of.map(([from, to]) => text.slice(from, to)).join(" … ")} (${of.map(([from, to]) => `${from}-${to}`).join(", ")})`;
  fields.push({
    field: "words",
    was: words(spans),
    now: words(places),
    changed: !samePlaces(text, places, exported.spans),
    there: samePlaces(text, places, spans),
    since: !samePlaces(text, spans, exported.spans),
    correction: { content: places },
  });
  if (speaker !== null) {
    const told = speakerKind ?? exported.speakerKind;
    // Who has a name is not nobody, though the kind beside it was left as it was.
    const kind = told === "none" && speaker.trim() !== "" ? "person" : told;
    const same = (name: string, of: string): boolean => folded(name) === folded(speaker) && of === kind;
    fields.push({
      field: "speaker",
      was: `${row.speaker} (${row.speaker_kind})`,
      now: `${speaker} (${kind})`,
      changed: !same(exported.speaker, exported.speakerKind),
      there: same(row.speaker, row.speaker_kind),
      since: row.speaker !== exported.speaker || row.speaker_kind !== exported.speakerKind,
      // A name is left as it stands where only its kind changed.
      correction: {
        ...(folded(row.speaker) !== folded(speaker) && { speaker: speaker.trim() }),
        ...(row.speaker_kind !== kind && { speakerKind: kind }),
      },
    });
  }
  if (act !== null)
    fields.push({
      field: "act",
      was: row.act,
      now: act,
      changed: act !== exported.act,
      there: act === row.act,
      since: row.act !== exported.act,
      correction: { act },
    });
  return fields;
}

/** White space and what does not show may be lost on the way through a tool. */
function folded(name: string): string {
  return name.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}

/** Records that were exported with others of their text and are not in the file, with where the ledger ended then. */
function missingIn(annotations: readonly Returned[], seen: ReadonlySet<string>): Map<string, number> {
  const missing = new Map<string, number>();
  for (const { id, together, ledger } of annotations)
    for (const half of together ?? []) {
      const full = `${halves(id)[0]}.${half}`;
      if (!seen.has(full)) missing.set(full, ledger);
    }
  return missing;
}

async function goneOf(store: Store, id: string, ledger: number): Promise<Change | Told | null> {
  const where = "an annotation that is gone";
  const row = await store.record(id);
  if (!row || row.standing === "retracted") return null;
  if ((await store.decisions(id)).some(({ seq }) => seq > ledger))
    return { where, why: `${id}: somebody decided on it since it was exported; export it again` };
  return { id, where, standing: row.standing, correction: null, fields: [] };
}

function halves(id: string): readonly string[] {
  const dot = id.indexOf(".");
  return [id.slice(0, dot), id.slice(dot + 1)];
}

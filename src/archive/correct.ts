import { UserError } from "../model/errors.ts";
import { SILENCE_KINDS } from "../model/entries.ts";
import type { Draft, Json, LedgerEntry } from "../model/ledger.ts";
import { ACTS, SOURCE_KINDS } from "../model/statement.ts";
import type { RecordRow, Store } from "../store/store.ts";
import type { CorrectionValue } from "../store/values.ts";
import { DecidedMeanwhile, type Decider, asIn, decisionDraft } from "./decider.ts";
import { firstDay, isEdtf } from "./edtf.ts";
import { anchors } from "./anchors.ts";
import { fullId, recordOf, textOf } from "./records.ts";

/** What a person may set right. Spans are half-open UTF-16 offsets into the text of the record's edition. */
export interface Correction {
  readonly content?: readonly (readonly [number, number])[];
  readonly speaker?: string;
  readonly speakerKind?: string;
  /** The act of a statement, the kind of a silence. */
  readonly act?: string;
  /** EDTF, or null for a day that is not known. */
  readonly uttered?: string | null;
}

type Change = { readonly [key: string]: Json };
/** What changes of the columns that are looked for, and of the entry itself. */
interface Changed {
  readonly fields: CorrectionValue["fields"];
  readonly record: Change;
}

/** Sets a record right; it is confirmed by that. Throws UserError for an act, span or date that can't be, and DecidedMeanwhile. */
export async function correct(
  store: Store,
  id: string,
  correction: Correction,
  decider: Decider,
): Promise<LedgerEntry> {
  const draft = await correctionDraft(store, id, correction, decider);
  const [[entry] = []] = await store.append([{ drafts: [draft], blobs: [] }], decider.now);
  if (!entry) throw new DecidedMeanwhile(draft.about);
  return entry;
}

/** A correction as it goes into the ledger, not yet written. Throws UserError for an act, span or date that can't be. */
export async function correctionDraft(
  store: Store,
  id: string,
  correction: Correction,
  decider: Decider,
): Promise<Draft> {
  const row = await recordOf(store, id);
  const { content, speaker, speakerKind, act, uttered } = correction;
  const changes: Changed[] = [];
  if (speaker !== undefined || speakerKind !== undefined) changes.push(otherSpeaker(row, speaker, speakerKind));
  if (act !== undefined) changes.push(otherAct(row, act));
  if (uttered !== undefined) changes.push(otherDay(row, uttered, decider));
  if (content !== undefined) changes.push(otherWords(row, content, await textOf(store, row)));
  if (changes.length === 0) throw new UserError("nothing to correct: say what is to be changed", 2);
  const value: CorrectionValue = {
    article: row.article,
    id: row.id,
    fields: Object.assign({}, ...changes.map(({ fields }) => fields)) as CorrectionValue["fields"],
    record: Object.assign({}, ...changes.map(({ record }) => record)) as Change,
    ...asIn(decider),
  };
  return decisionDraft("assert", fullId(row), value as unknown as Json, decider);
}

/** A named speaker is a person unless the machine knew better or the caller says so. */
function otherSpeaker(row: RecordRow, speaker = row.speaker, speakerKind?: string): Changed {
  const name = speaker.trim();
  if (name === "") throw new UserError("the speaker's name is empty", 2);
  if (speakerKind !== undefined && !(SOURCE_KINDS as readonly string[]).includes(speakerKind))
    throw new UserError(`“${speakerKind}” is no kind of speaker; there are: ${SOURCE_KINDS.join(" ")}`, 2);
  const unnamed = row.speaker_kind === "none" || row.speaker_kind === "unnamed";
  const kind = speakerKind ?? (unnamed ? "person" : row.speaker_kind);
  const fields = { speaker: name, speakerKind: kind };
  if (row.kind === "silence") return { fields, record: { who: name } };
  const chain = (row.record["chain"] ?? []) as readonly Change[];
  return { fields, record: { chain: [...chain.slice(0, -1), { ...chain.at(-1), name, kind }] } };
}

function otherAct(row: RecordRow, act: string): Changed {
  const silence = row.kind === "silence";
  const known: readonly string[] = silence ? SILENCE_KINDS : ACTS;
  if (!known.includes(act))
    throw new UserError(`“${act}” is no ${silence ? "kind of silence" : "act"}; there are: ${known.join(" ")}`, 2);
  return { fields: { act }, record: { [silence ? "kind" : "act"]: act } };
}

function otherDay(row: RecordRow, uttered: string | null, decider: Decider): Changed {
  if (row.kind === "silence") throw new UserError(`${fullId(row)} is a silence: it was said on no day`, 2);
  if (uttered !== null && !isEdtf(uttered))
    throw new UserError(`“${uttered}” is no date: write 2021-01-07, 2021-01, 2021 or 2021-01-05/2021-01-07`, 2);
  const basis = uttered === null ? "unknown" : "given";
  return {
    fields: { uttered: firstDay(uttered) },
    record: { uttered: { edtf: uttered, basis, steps: [`set by ${decider.name.trim()}`] } },
  };
}

function otherWords(row: RecordRow, content: readonly (readonly [number, number])[], text: string): Changed {
  if (content.length === 0) throw new UserError("the words need at least one stretch of the text", 2);
  let end = 0;
  for (const [from, to] of content) {
    if (from < end || to <= from || to > text.length)
      throw new UserError(
        `${from}-${to} is no stretch of a text of ${text.length} units, or does not follow the one before`,
        2,
      );
    end = to;
  }
  const words = content.map(([from, to]) => text.slice(from, to));
  const placed = { anchors: anchors(text, content) as unknown as Json };
  if (row.kind === "statement")
    return { fields: { words: words.join(" … ") }, record: { content: content as unknown as Json, words, ...placed } };
  const [span, ...more] = content;
  if (more.length > 0) throw new UserError(`${fullId(row)} is a silence: it has one stretch of the text`, 2);
  return { fields: { words: words[0] as string }, record: { span: span as unknown as Json, ...placed } };
}

/**
 * Where words stand in the text of a record, to correct its content by: the place nearest to the content it has. Throws
 * UserError where they do not stand there.
 */
export async function placesOf(store: Store, id: string, pieces: readonly string[]): Promise<[number, number][]> {
  const row = await recordOf(store, id);
  const text = await textOf(store, row);
  const [first] = (row.record["anchors"] ?? []) as readonly { readonly from: number }[];
  return pieces.map((piece) => {
    const from = nearest(text, piece, first?.from ?? 0);
    if (from === null)
      throw new UserError(
        `“${piece}” does not stand in the text of ${fullId(row)}: copy the words as they stand there`,
        2,
      );
    return [from, from + piece.length];
  });
}

function nearest(text: string, words: string, to: number): number | null {
  if (words === "") return null;
  const before = text.lastIndexOf(words, to);
  const after = text.indexOf(words, to);
  if (before < 0) return after < 0 ? null : after;
  return after < 0 || to - before <= after - to ? before : after;
}

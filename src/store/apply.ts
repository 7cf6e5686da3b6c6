import type { Transaction } from "kysely";
import type { LedgerEntry } from "../model/ledger.ts";
import { NewRows, textsKept } from "./newRows.ts";
import type { Kind, Tables } from "./schema.ts";
import { settle } from "./settle.ts";
import type { TextIndex } from "./textIndex.ts";
import { moverOf, nestedIn, worthOf } from "./worth.ts";
import type {
  CaptureValue,
  CorrectionValue,
  DecisionValue,
  EditionValue,
  NameValue,
  ReadingValue,
  RecordValue,
} from "./values.ts";

type Change = Transaction<Tables>;
type Row = Tables["records"];

/** How many records one entry may assert; `place` leaves room for as many. */
export const MOST_RECORDS = 1_000_000;

/**
 * Brings the tables up to date with entries. The same entries in the same order give the same tables, in however many calls.
 * New rows are gathered and written together: across a network every statement costs a journey.
 */
export async function apply(
  change: Change,
  entries: readonly LedgerEntry[],
  kind: Kind,
  index: TextIndex,
): Promise<void> {
  const rows = new NewRows(change, kind, index);
  await applyTo(rows, change, entries, index);
  await rows.write();
}

/** The same for one of many runs of entries, whose last rows stay in `rows`. */
export async function applyTo(
  rows: NewRows,
  change: Change,
  entries: readonly LedgerEntry[],
  index: TextIndex,
): Promise<void> {
  for (const entry of entries) {
    await applyOne(change, entry, rows, index);
    if (rows.full) await rows.begin();
  }
}

async function applyOne(change: Change, entry: LedgerEntry, rows: NewRows, index: TextIndex): Promise<void> {
  switch (entry.act) {
    case "capture":
      return applyCapture(entry, entry.value as unknown as CaptureValue, rows);
    case "edition":
      return applyEdition(change, entry, entry.value as unknown as EditionValue, rows);
    case "assert":
      if ("records" in (entry.value as object))
        return applyReading(change, entry, entry.value as unknown as ReadingValue, rows, index);
      break;
    case "merge":
    case "split":
      return applyName(change, entry, entry.value as unknown as NameValue);
  }
  await rows.write();
  return applyDecision(change, entry, entry.value as unknown as CorrectionValue | DecisionValue, index);
}

function applyCapture(entry: LedgerEntry, value: CaptureValue, rows: NewRows): void {
  const { article, address } = value;
  rows.sights.push({
    article,
    seq: entry.seq,
    at: entry.at,
    address,
    capture: value.sha256,
    media_type: value.mediaType,
    by: entry.by,
    circumstances: JSON.stringify(value.circumstances),
  });
  if (address !== null) rows.addresses.push({ address, article });
}

async function applyEdition(change: Change, entry: LedgerEntry, value: EditionValue, rows: NewRows): Promise<void> {
  const { article, edition, title, outlet, published, language, repeats, likeness } = value;
  const facts = textsKept({ title, outlet, published, language, edition, changed: entry.at });
  if (edition === 1) rows.articles.set(article, { article, ...facts, first_seen: entry.at, repeats, likeness });
  else {
    await rows.write();
    await change.updateTable("articles").set(facts).where("article", "=", article).execute();
  }
  rows.editions.push({
    article,
    edition,
    seq: entry.seq,
    at: entry.at,
    capture: value.capture,
    text: value.text,
    body: value.body,
    document: JSON.stringify(value.document),
    fates: JSON.stringify(value.fates),
  });
  rows.bodies.push({ body: value.body, article });
  for (const band of value.bands) rows.bands.push({ band, article });
}

/** A new reading supersedes what machines said before, never what a person decided on. */
async function applyReading(
  change: Change,
  entry: LedgerEntry,
  value: ReadingValue,
  rows: NewRows,
  index: TextIndex,
): Promise<void> {
  const { article, edition } = value;
  if (value.records.length > MOST_RECORDS)
    throw new Error(`entry ${entry.seq} asserts ${value.records.length} records`);
  const facts = textsKept(value.facts);
  const decided = new Set<string>();
  const fresh = rows.articles.get(article);
  // An article that came just now has no records yet, unless it was read in the same breath.
  if (fresh && !rows.records.some((row) => row.article === article)) rows.articles.set(article, { ...fresh, ...facts });
  else {
    await rows.write();
    await change.updateTable("articles").set(facts).where("article", "=", article).execute();
    const before = await change
      .selectFrom("records")
      .select(["id", "place", "standing", "words", "speaker", "channel", "outlet", "occasion", "kind"])
      .where("article", "=", article)
      .execute();
    for (const row of before) if (row.standing !== "candidate") decided.add(row.id);
    const gone = before.filter((row) => row.standing === "candidate");
    await index.remove(change, gone);
    rows.tally.records(gone, -1);
    await change.deleteFrom("records").where("article", "=", article).where("standing", "=", "candidate").execute();
  }
  const nested = nestedIn(value.records);
  for (const [i, record] of value.records.entries()) {
    if (decided.has(record.id)) continue;
    // A second record of the same id in one reading would have no place to stand.
    decided.add(record.id);
    const row = rowOf(record, article, edition, entry.seq * MOST_RECORDS + i);
    const weighed = { ...record, conditional: row.mover !== null, nested: nested.get(record.id) ?? 0 };
    rows.records.push({ ...row, worth: worthOf(weighed, record.published, entry.at) });
  }
}

function rowOf(value: RecordValue, article: string, edition: number, place: number): Omit<Row, "worth"> {
  return textsKept({
    place,
    article,
    id: value.id,
    kind: value.kind,
    edition,
    standing: "candidate",
    speaker: value.speaker,
    speaker_kind: value.speakerKind,
    channel: value.channel,
    outlet: value.outlet,
    act: value.act,
    manner: value.manner,
    confidence: value.confidence,
    uttered: value.uttered,
    published: value.published,
    occasion: value.occasion,
    words: value.words,
    by: value.by,
    record: JSON.stringify(value.record),
    machine: null,
    noticed: value.kind === "silence" ? ((value.record["noticedBy"] as string | null | undefined) ?? null) : null,
    mover: moverOf(value),
    deciders: 0,
    decider: null,
    differs: 0,
  });
}

async function applyDecision(
  change: Change,
  entry: LedgerEntry,
  value: CorrectionValue | DecisionValue,
  index: TextIndex,
): Promise<void> {
  const { article, id } = value;
  const undoes = "undoes" in value ? value.undoes : null;
  await change
    .insertInto("decisions")
    .values({
      article,
      seq: entry.seq,
      id,
      act: undoes === null ? entry.act : "undo",
      by: entry.by,
      at: entry.at,
      cause: entry.cause,
      value: JSON.stringify(value),
      undone: null,
    })
    .execute();
  if (undoes !== null)
    await change
      .updateTable("decisions")
      .set({ undone: entry.seq })
      .where("article", "=", article)
      .where("seq", "=", undoes)
      .execute();
  await settle(change, article, id, index);
}

/** Keeps every name one step from the one it is filed under. */
async function applyName(change: Change, entry: LedgerEntry, { into }: NameValue): Promise<void> {
  const name = entry.about;
  if (into === null) {
    await change.deleteFrom("names").where("name", "=", name).execute();
    return;
  }
  const target = await change.selectFrom("names").select("filed").where("name", "=", into).executeTakeFirst();
  const filed = target?.filed ?? into;
  if (filed === name) return;
  await change.updateTable("names").set({ filed }).where("filed", "=", name).execute();
  await change
    .insertInto("names")
    .values({ name, filed, seq: entry.seq })
    .onConflict((c) => c.column("name").doUpdateSet({ filed, seq: entry.seq }))
    .execute();
}

import type { Standing } from "../../model/ledger.ts";
import type { When } from "../../model/time.ts";
import { MOST_RECORDS } from "../../store/apply.ts";
import { queueKey } from "../../store/desk.ts";
import { cursorBehind } from "../../store/pages.ts";
import type { EditionRow, Queue, RecordRow, SightRow, Store } from "../../store/store.ts";
import { type Factor, dayCounted, factorsOf } from "../../store/worth.ts";
import { fullId, recordOf } from "../records.ts";
import { type Mark, type Paragraph, passageOf } from "./passage.ts";
import { type Verdict, verdictsOn } from "./verdicts.ts";

type Span = readonly [number, number];

/** A statement or silence as it lies before a reader who is to decide on it. */
export interface ReviewItem {
  readonly id: string;
  readonly article: string;
  readonly kind: "statement" | "silence";
  /** Null where a second reader must not see what was decided. */
  readonly standing: Standing | null;
  readonly speaker: string;
  readonly speakerKind: string;
  readonly act: string;
  readonly manner: string | null;
  readonly confidence: number;
  readonly chain: readonly { readonly name: string; readonly kind: string }[];
  /** When it was said; null for a silence. */
  readonly uttered: When | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Who found a silence and on whose account. */
  readonly noticed: string | null;
  readonly channel: string | null;
  readonly condition: {
    readonly trigger: string;
    readonly consequence: string | null;
    readonly mover: string | null;
  } | null;
  /** Words of the statement this one stands in, and who says them. */
  readonly inside: { readonly id: string; readonly speaker: string; readonly words: string } | null;
  /** The pieces of its words, offsets in the text of its edition. */
  readonly content: readonly Span[];
  readonly words: readonly string[];
  readonly marks: readonly { readonly mark: Mark; readonly span: Span }[];
  readonly passage: readonly Paragraph[];
  /** Why it comes where it comes, and the day it ages from. */
  readonly factors: readonly Factor[];
  readonly day: string;
  /** Other articles that nearly repeat this one. */
  readonly repeats: number;
  /** What people said of it before; none for a second reader. */
  readonly verdicts: readonly Verdict[];
  /** The last decision on it, 0 for none: whoever decides on what is older is told. */
  readonly seen: number;
  readonly receipt: {
    readonly edition: number;
    readonly text: string;
    readonly capture: string;
    readonly address: string | null;
    readonly at: string | null;
  };
  /** Names that stand in the article, for the field of the speaker. */
  readonly names: readonly string[];
}

/** One thing to decide on, and how to go on behind it. */
export interface Next {
  readonly item: ReviewItem;
  /** Leads behind the item. */
  readonly cursor: string;
}

/** What comes next in a queue, behind a cursor; null where nothing does. Throws UserError for a cursor that is none. */
export async function nextIn(store: Store, queue: Queue, after?: string): Promise<Next | null> {
  const { items } = await store.desk.queue(queue, { limit: 1, ...(after !== undefined && { cursor: after }) });
  return items[0] ? at(store, items[0], queue.of === "second") : null;
}

/** One record of a queue, whether it still waits in it or not. Throws UserError for an id that there is not. */
export async function nextAt(store: Store, id: string, reader: string, second: boolean): Promise<Next> {
  const row = await recordOf(store, id);
  // What somebody has decided on already lies open before them.
  return at(store, row, second && row.deciders === 1 && row.decider !== reader);
}

async function at(store: Store, row: RecordRow, blind: boolean): Promise<Next> {
  return { item: await reviewItem(store, row, blind), cursor: cursorBehind(queueKey(row)) };
}

/** How much waits, each counted up to `most`. */
export interface Waiting {
  readonly first: number;
  readonly second: number;
  readonly differing: number;
  /** Proposals that nobody has taken or declined. */
  readonly proposed: number;
  readonly most: number;
}

export async function waitingFor(store: Store, reader: string, most = 10_000): Promise<Waiting> {
  const { queueLength } = store.desk;
  return {
    first: await queueLength({ of: "candidates" }, most),
    second: await queueLength({ of: "second", reader }, most),
    differing: await queueLength({ of: "differing" }, most),
    proposed: await store.proposals.waitingLength(most),
    most,
  };
}

/** A record to decide on. With `blind` it is as the machine had it, and nothing tells what others decided. */
export async function reviewItem(store: Store, row: RecordRow, blind = false): Promise<ReviewItem> {
  const shown = blind ? asMachineHadIt(row) : row;
  const { record } = shown;
  const edition = (await store.editions(row.article)).find((one) => one.edition === row.edition);
  const bytes = edition && (await store.blob("texts", row.article, edition.text));
  const text = bytes ? Buffer.from(bytes).toString("utf8") : "";
  const sights = await store.sights(row.article);
  const siblings = await store.recordsOf(row.article);
  const article = await store.article(row.article);
  const content = contentOf(shown);
  const marks = marksOf(record, content);
  const decisions = await store.decisions(fullId(row));
  const inside = siblings.find(({ id }) => id === record["inside"]);
  const condition = record["condition"] as { trigger: Span; consequence: Span | null; mover: string | null } | null;
  const [asserted] = await store.entries(Math.floor(row.place / MOST_RECORDS), 1);
  return {
    id: fullId(row),
    article: row.article,
    kind: row.kind as ReviewItem["kind"],
    standing: blind ? null : row.standing,
    speaker: shown.speaker,
    speakerKind: shown.speaker_kind,
    act: shown.act,
    manner: row.manner,
    confidence: row.confidence,
    chain: (record["chain"] ?? []) as ReviewItem["chain"],
    uttered: row.kind === "silence" ? null : ((record["uttered"] as When | undefined) ?? UNKNOWN),
    published: row.published,
    title: article?.title ?? null,
    outlet: row.outlet,
    noticed: row.noticed,
    channel: row.channel,
    condition: condition
      ? {
          trigger: text.slice(...condition.trigger),
          consequence: condition.consequence && text.slice(...condition.consequence),
          mover: condition.mover,
        }
      : null,
    inside: inside ? { id: fullId(inside), speaker: inside.speaker, words: inside.words } : null,
    content,
    words: content.map((span) => text.slice(...span)),
    marks,
    passage: passageOf(
      text,
      blocksOf(edition),
      marks.map(({ span }) => span),
    ),
    factors: factorsOf(weighedOf(row, siblings, asserted?.value)),
    day: dayCounted(row.published, asserted?.at ?? "9"),
    repeats: (await store.repeatsOf(row.article)).length,
    verdicts: blind ? [] : verdictsOn(row, decisions),
    seen: decisions.at(-1)?.seq ?? 0,
    receipt: receiptLine(row, edition, sights),
    names: namesIn(edition),
  };
}

const UNKNOWN: When = { edtf: null, basis: "unknown", steps: [] };

/** A record without what people corrected. */
export function asMachineHadIt(row: RecordRow): RecordRow {
  return row.machine === null ? row : ({ ...row, ...row.machine } as RecordRow);
}

function contentOf({ kind, record }: RecordRow): Span[] {
  const spans = kind === "silence" ? [record["span"]] : ((record["content"] ?? []) as unknown[]);
  return spans.filter((span): span is Span => Array.isArray(span) && span.length === 2);
}

function marksOf(record: RecordRow["record"], content: readonly Span[]): ReviewItem["marks"][number][] {
  const condition = record["condition"] as { trigger?: Span; consequence?: Span | null } | null | undefined;
  const single: readonly (readonly [Mark, unknown])[] = [
    ["source", record["source"]],
    ["cue", record["cue"]],
    ["trigger", condition?.trigger],
    ["consequence", condition?.consequence],
  ];
  return [
    ...content.map((span) => ({ mark: "content" as const, span })),
    ...single.flatMap(([mark, span]) => (Array.isArray(span) ? [{ mark, span: span as unknown as Span }] : [])),
  ];
}

function blocksOf(edition: EditionRow | undefined): readonly { readonly kind: string; readonly span: Span }[] {
  return (edition?.document["blocks"] ?? []) as readonly { readonly kind: string; readonly span: Span }[];
}

/** What its worth was reckoned from when it was asserted: as the machine had it, with those of its reading that rest on it. */
function weighedOf(row: RecordRow, siblings: readonly RecordRow[], reading: unknown): Parameters<typeof factorsOf>[0] {
  const { act, speaker_kind: speakerKind, manner, confidence } = asMachineHadIt(row);
  const { records = [] } = (reading ?? {}) as {
    readonly records?: readonly {
      readonly id: string;
      readonly leads?: boolean;
      readonly record: { readonly inside?: unknown };
    }[];
  };
  const among = records.length > 0 ? records : siblings;
  return {
    kind: row.kind as ReviewItem["kind"],
    act,
    speakerKind,
    manner,
    confidence,
    leads: records.find(({ id }) => id === row.id)?.leads ?? false,
    conditional: row.mover !== null,
    nested: among.filter(({ record }) => record["inside"] === row.id).length,
  };
}

function receiptLine(
  row: RecordRow,
  edition: EditionRow | undefined,
  sights: readonly SightRow[],
): ReviewItem["receipt"] {
  const sight = sights.find(({ capture }) => capture === edition?.capture);
  return {
    edition: row.edition,
    text: edition?.text ?? "",
    capture: edition?.capture ?? "",
    address: sight?.address ?? null,
    at: sight?.at ?? null,
  };
}

const MOST_NAMES = 60;

function namesIn(edition: EditionRow | undefined): string[] {
  const people = (edition?.document["people"] ?? []) as readonly { readonly name: string; readonly kind: string }[];
  return [...new Set(people.filter(({ kind }) => kind !== "place").map(({ name }) => name))].slice(0, MOST_NAMES);
}

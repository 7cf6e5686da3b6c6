import type { Entry, ExportedRecord, ExportedReport } from "../export/formats/exported.ts";
import type { ExportFormat, ExportedFile, WriteOptions } from "../export/formats/format.ts";
import { UserError } from "../model/errors.ts";
import type { Json } from "../model/ledger.ts";
import { MOST_RECORDS } from "../store/apply.ts";
import type { Query, RecordRow, Store } from "../store/store.ts";
import { articleFacts, decisionLine } from "./receipt.ts";
import { fullId } from "./records.ts";
import { sightOf } from "./shown.ts";

/** How records are gathered. */
export interface Gathering {
  /** All records of an article come in a row, with the texts: for formats that count in them. */
  readonly byText?: boolean;
  /** The texts come along. */
  readonly texts?: boolean;
  /** At most this many records; all without. */
  readonly most?: number;
}

/** What the caller of an export wants, and hears. */
export interface ExportOptions {
  readonly texts?: boolean;
  readonly base?: string | null;
  readonly most?: number;
  /** Hears after each page, and at the end, how many records have been gone through. */
  readonly told?: (done: number) => void | Promise<void>;
  /** Hears of each record that the format leaves out, and why. */
  readonly left?: (why: string) => void;
}

/** Records read at once. */
const PAGE = 500;
/** Texts of which the facts are kept at hand. */
const REPORTS = 64;

/**
 * What a query finds, in a format, as pieces of one stream. The query's own `limit` and `cursor` are not looked at. Holds a page of
 * records and the facts of a few texts at a time. Throws UserError for what the format can't do as a stream.
 */
export async function* exportAs(
  store: Store,
  format: ExportFormat,
  query: Query,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  yield* format.write(records(store, format, query, options), await writeOptions(store, options));
}

/** The same as files. Throws UserError for a format that is one stream. */
export async function* exportFiles(
  store: Store,
  format: ExportFormat,
  query: Query,
  options: ExportOptions = {},
): AsyncGenerator<ExportedFile> {
  if (!format.files) throw new UserError(`${format.name} is one file: name a file for it, not a folder`, 2);
  yield* format.files(records(store, format, query, options), await writeOptions(store, options));
}

async function writeOptions(store: Store, { texts, base }: ExportOptions): Promise<WriteOptions> {
  return { texts: texts === true, base: base ?? null, head: await store.head() };
}

async function* records(
  store: Store,
  format: ExportFormat,
  query: Query,
  { texts, most, told, left }: ExportOptions,
): AsyncGenerator<ExportedRecord> {
  const gathering = { byText: format.byText, texts: texts === true, ...(most !== undefined && { most }) };
  let done = 0;
  for await (const record of exportedRecords(store, query, gathering)) {
    const why = format.leavesOut(record);
    if (why === null) yield record;
    else left?.(why);
    if (++done % PAGE === 0) await told?.(done);
  }
  await told?.(done);
}

/** The records a query finds, each with its report, its capture and the decisions on it. `limit` and `cursor` are not looked at. */
export async function* exportedRecords(
  store: Store,
  query: Query,
  { byText = false, texts = byText, most = Infinity }: Gathering = {},
): AsyncGenerator<ExportedRecord> {
  const whole = texts || byText;
  const lookUp = lookingUp(store, whole);
  let n = 0;
  // Whole texts stand with the first record of each: for that, too, those of an article come in a row.
  const rows = whole ? rowsByArticle(store, query) : rowsOf(store, query);
  for await (const row of rows) {
    if (n++ >= most) return;
    yield await exportedOf(store, row, lookUp);
  }
}

async function* rowsOf(store: Store, query: Query): AsyncGenerator<RecordRow> {
  const { cursor: _, ...first } = query;
  let cursor: string | null = null;
  do {
    const page = await store.find({ ...first, limit: PAGE, ...(cursor !== null && { cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== null);
}

/** An article comes where its first record would; what was written once is known by not being the first of its article. */
async function* rowsByArticle(store: Store, query: Query): AsyncGenerator<RecordRow> {
  let last: string | null = null;
  for await (const row of rowsOf(store, query)) {
    if (row.article === last) continue;
    const own = rowsOf(store, { ...query, article: row.article });
    const { value: first } = await own.next();
    if (first?.id !== row.id) continue;
    last = row.article;
    yield first;
    yield* own;
  }
}

async function exportedOf(store: Store, row: RecordRow, { report, read }: LookUp): Promise<ExportedRecord> {
  const shared = await report(row);
  const entry = row.record as Entry;
  const confidence = entry["confidence"];
  // What nobody decided on has no decision that stands, and most records are such.
  const decisions = row.standing === "candidate" ? [] : await store.decisions(fullId(row));
  return {
    id: fullId(row),
    kind: row.kind as ExportedRecord["kind"],
    standing: row.standing,
    speaker: row.speaker,
    speakerKind: row.speaker_kind,
    channel: row.channel,
    act: row.act,
    manner: row.manner,
    confidence: typeof confidence === "number" ? confidence : null,
    occasion: row.occasion,
    words: row.words,
    entry,
    machine: row.machine as Json,
    by: row.by,
    read: await read(Math.floor(row.place / MOST_RECORDS)),
    report: shared,
    decisions: decisions.filter((one) => one.undone === null && one.act !== "undo").map(decisionLine),
  };
}

interface LookUp {
  /** The text a record was read in. */
  readonly report: (row: RecordRow) => Promise<ExportedReport>;
  /** The version that made an entry of the ledger, and when. */
  readonly read: (seq: number) => Promise<ExportedRecord["read"]>;
}

/** Looks up what many records share; keeps the last few at hand. */
function lookingUp(store: Store, texts: boolean): LookUp {
  const reports = kept<ExportedReport>();
  const reads = kept<ExportedRecord["read"]>();
  return {
    report: (row) => reports(`${row.article} ${row.edition}`, () => reportOf(store, row, texts)),
    read: (seq) =>
      reads(String(seq), async () => {
        const [entry] = await store.entries(seq, 1);
        if (!entry || entry.seq !== seq) throw missing(store, `entry ${seq} of the ledger`);
        return { by: entry.by, at: entry.at };
      }),
  };
}

async function reportOf(store: Store, row: RecordRow, texts: boolean): Promise<ExportedReport> {
  const article = await store.article(row.article);
  const edition = (await store.editions(row.article)).find((one) => one.edition === row.edition);
  const sight = sightOf(edition, await store.sights(row.article));
  if (!article || !edition || !sight) throw missing(store, `the capture of ${fullId(row)}`);
  const bytes = texts ? await store.blob("texts", row.article, edition.text) : null;
  if (texts && !bytes) throw missing(store, `the text of ${row.article}, edition ${row.edition},`);
  const { title, outlet, published } = articleFacts(article, edition, sight);
  return {
    article: row.article,
    title,
    outlet,
    language: article.language,
    published: published as ExportedReport["published"],
    capture: {
      sha256: edition.capture,
      mediaType: sight.media_type,
      address: sight.address,
      at: sight.at,
      by: sight.by,
    },
    edition: { number: edition.edition, sha256: edition.text },
    text: bytes && Buffer.from(bytes).toString("utf8"),
  };
}

function missing(store: Store, what: string): UserError {
  return new UserError(`${what} is not in ${store.name}; hearsay verify --archive tells more`);
}

/** Keeps the last few values that were looked up. */
function kept<T>(): (key: string, look: () => Promise<T>) => Promise<T> {
  const values = new Map<string, T>();
  return async (key, look) => {
    const there = values.get(key);
    if (there !== undefined) return there;
    const value = await look();
    values.set(key, value);
    if (values.size > REPORTS) values.delete(values.keys().next().value as string);
    return value;
  };
}

import type { Draft } from "../model/ledger.ts";
import type { Blob, EditionRow, SightRow, Store, Unit } from "../store/store.ts";
import { unlessRaised } from "./add.ts";
import { type Sighting, editionDraft, readingDraft, readingKey } from "./archive.ts";
import { fatesOf, foundIn } from "./fates.ts";
import { bandsOf } from "./likeness.ts";
import type { ReadingPool, Task } from "./pool.ts";
import type { Prepared } from "./prepare.ts";

/** What came of reading an article again. */
export type Reread =
  /** Read before by the same reader, with the same said of it. */
  | { readonly article: string; readonly outcome: "known" }
  | {
      readonly article: string;
      readonly outcome: "read" | "edition";
      readonly statements: number;
      readonly before: number;
    }
  | { readonly article: string; readonly outcome: "refused"; readonly reason: string };

export interface RereadOptions {
  readonly pool: ReadingPool;
  readonly reader: Task["options"]["reader"];
  /** What its readings are filed under, see `readerNameOf`. */
  readonly readerName: string;
  readonly now: () => string;
  readonly told?: (result: Reread) => void | Promise<void>;
  readonly stop?: AbortSignal;
}

const BATCH = 32;

/**
 * Reads the latest editions of articles again. What is found takes the place of what machines said before; what a person decided on
 * stays. Where this version makes another text of the same bytes, that text is an edition of its own: nothing is anchored anew.
 */
export async function reread(store: Store, articles: AsyncIterable<string>, options: RereadOptions): Promise<void> {
  let batch: string[] = [];
  const finish = async (): Promise<void> => {
    const reading = Promise.all(batch.map((article) => readAgain(store, article, options)));
    batch = [];
    const read = await unlessRaised(reading, options.stop);
    if (read === null) return;
    const units = read.flatMap(({ unit }) => unit ?? []);
    const written = await store.append(units, options.now());
    for (const { unit, result } of read) {
      const kept = unit === null || (written[units.indexOf(unit)] as readonly unknown[]).length > 0;
      // Another process has just done the same.
      await options.told?.(kept ? result : { article: result.article, outcome: "known" });
    }
  };
  for await (const article of articles) {
    if (options.stop?.aborted) return;
    batch.push(article);
    if (batch.length === BATCH) await finish();
  }
  if (batch.length > 0 && options.stop?.aborted !== true) await finish();
}

interface Plan {
  readonly unit: Unit | null;
  readonly result: Reread;
}

async function readAgain(store: Store, article: string, options: RereadOptions): Promise<Plan> {
  const latest = (await store.editions(article)).at(-1);
  if (!latest) return refused(article, "has no edition");
  const given = givenFor(latest, await store.sights(article));
  const key = readingKey(article, latest.edition, options.readerName, given);
  if ((await store.keysThere([key])).size > 0) return { unit: null, result: { article, outcome: "known" } };
  const bytes = await store.blob("captures", article, latest.capture);
  if (bytes === null) return refused(article, "its bytes are not in the archive");
  const reader = options.reader === undefined ? {} : { reader: options.reader };
  try {
    const prepared = await options.pool.read({
      bytes,
      from: article,
      options: { ...(given as Task["options"]), ...reader },
    });
    return await planned(store, { prepared, given }, latest);
  } catch (error) {
    return refused(article, error instanceof Error ? error.message : String(error));
  }
}

function refused(article: string, reason: string): Plan {
  return { unit: null, result: { article, outcome: "refused", reason } };
}

/** What was last said of the edition by those who brought it. */
function givenFor(edition: EditionRow, sights: readonly SightRow[]): Sighting["given"] {
  const of = sights.filter(({ seq, capture }) => seq >= edition.seq - 1 || capture === edition.capture);
  return (of.findLast(({ circumstances }) => circumstances["given"])?.circumstances["given"] ??
    {}) as Sighting["given"];
}

async function planned(
  store: Store,
  read: { prepared: Prepared; given: Sighting["given"] },
  latest: EditionRow,
): Promise<Plan> {
  const { article } = latest;
  const { prepared } = read;
  const before = await store.recordsOf(article);
  const counts = {
    statements: prepared.records.filter(({ kind }) => kind === "statement").length,
    before: before.filter(({ kind, edition }) => kind === "statement" && edition === latest.edition).length,
  };
  if (prepared.textHash === latest.text) {
    const drafts = [readingDraft(read, article, latest.edition)];
    return { unit: { drafts, blobs: [] }, result: { article, outcome: "read", ...counts } };
  }
  const edition = latest.edition + 1;
  const fates = fatesOf(await foundIn(store, latest, before), prepared.records);
  const bands = prepared.signature ? bandsOf(prepared.signature) : [];
  const drafts: Draft[] = [
    editionDraft(read, article, edition, bands, null, fates),
    readingDraft(read, article, edition),
  ];
  const text: Blob = { of: "texts", article, sha256: prepared.textHash, bytes: Buffer.from(prepared.text) };
  return { unit: { drafts, blobs: [text] }, result: { article, outcome: "edition", ...counts } };
}

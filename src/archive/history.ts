import { resolve } from "node:path";
import { UserError } from "../model/errors.ts";
import type { History, HistoryEdition } from "../model/history.ts";
import type { Standing } from "../model/ledger.ts";
import type { ArticleRow, EditionRow, SightRow, Store } from "../store/store.ts";
import type { ReadingValue, RecordValue } from "../store/values.ts";

const ID = /^[0-9a-f]{16}$/;
/** Entries that are gone through for an id that was shortened. */
const GONE_THROUGH = 5000;
const LISTED = 8;

/**
 * The article that is meant: by its id or that of something in it, both as short as they are the only ones, by an address it was
 * seen at, or by the path of a file, relative to `folder`. Throws UserError where the archive has none, or several.
 */
export async function articleNamed(store: Store, named: string, folder: string): Promise<ArticleRow> {
  const trimmed = named.trim();
  const id =
    (ID.test(trimmed) && (await store.article(trimmed)) ? trimmed : null) ??
    (await store.articleAt(trimmed)) ??
    (await store.articleAt(resolve(folder, trimmed))) ??
    (await articleBeginning(store, trimmed));
  const row = id === null ? null : await store.article(id);
  if (!row) throw new UserError(`${named}: there is no article of this id or address in ${store.name}`, 2);
  return row;
}

/** The only article whose id begins so, or that holds what has this id; null where there is none. */
async function articleBeginning(store: Store, typed: string): Promise<string | null> {
  const [article = "", ...rest] = typed.toLowerCase().split(".");
  if (!/^[0-9a-f]+$/.test(article)) return null;
  const ids = await store.idsBeginning(article, rest.join("."), GONE_THROUGH);
  const articles = [...new Set(ids.map((id) => id.split(".")[0] ?? ""))];
  if (articles.length > 1 || ids.length === GONE_THROUGH)
    throw new UserError(`${typed} may be ${articles.slice(0, LISTED).join(", ")}; write more of it`, 2);
  return articles[0] ?? null;
}

/** How an article changed, as far as the archive saw it: its editions, and what became of the statements of each in the next. */
export async function historyOf(
  store: Store,
  { article, title, outlet, published, language, repeats }: ArticleRow,
): Promise<History> {
  const sights = await store.sights(article);
  const readings = await readingsOf(store, article);
  const editions = await store.editions(article);
  const standings = new Map((await store.recordsOf(article)).map(({ id, standing }) => [id, standing]));
  const lastIn = new Map<string, number>();
  const told: HistoryEdition[] = [];
  for (const [i, edition] of editions.entries()) {
    const records = readings.get(edition.edition) ?? [];
    const before = { editions: editions.slice(0, i), records: readings.get(edition.edition - 1) ?? [], lastIn };
    told.push(editionIn(edition, sights, records, before, standings));
    for (const { id } of records) lastIn.set(id, edition.edition);
  }
  return {
    article,
    title,
    outlet,
    published,
    language,
    repeats,
    repeatedBy: (await store.repeatsOf(article)).map((row) => row.article),
    editions: told,
  };
}

/** The last reading of each edition. */
async function readingsOf(store: Store, article: string): Promise<Map<number, readonly RecordValue[]>> {
  const readings = new Map<number, readonly RecordValue[]>();
  for (const { act, value } of await store.entriesAbout(article)) {
    if (act !== "assert" || !Object.hasOwn(value as object, "records")) continue;
    const { edition, records } = value as unknown as ReadingValue;
    readings.set(edition, records);
  }
  return readings;
}

/** What was before an edition. */
interface Before {
  readonly editions: readonly EditionRow[];
  /** The last reading of the edition before it. */
  readonly records: readonly RecordValue[];
  /** The last edition that had a record. */
  readonly lastIn: ReadonlyMap<string, number>;
}

function editionIn(
  { edition, at, seq, capture, text, body, fates }: EditionRow,
  sights: readonly SightRow[],
  records: readonly RecordValue[],
  before: Before,
  standings: ReadonlyMap<string, Standing>,
): HistoryEdition {
  const kept = new Set(fates.map(({ to }) => to));
  const earlier = new Map(before.records.map((record) => [record.id, record]));
  const now = new Map(records.map((record) => [record.id, record]));
  return {
    edition,
    at,
    seq,
    returns: before.editions.slice(0, -1).findLast((one) => one.body === body)?.edition ?? null,
    capture,
    text,
    addresses: [...new Set(sights.filter((sight) => sight.capture === capture).map(({ address }) => address))].filter(
      (address) => address !== null,
    ),
    statements: records.filter(({ kind }) => kind === "statement").length,
    silences: records.filter(({ kind }) => kind === "silence").length,
    fates: fates.map((fate) => {
      const record = now.get(fate.to ?? "") ?? earlier.get(fate.id);
      return { ...fate, speaker: record?.speaker ?? "", words: record?.words ?? fate.was ?? "" };
    }),
    back: records.flatMap(({ id, speaker, words }) => {
      const last = before.lastIn.get(id);
      if (last === undefined || earlier.has(id)) return [];
      return { id, edition: last, standing: standings.get(id) ?? null, speaker, words };
    }),
    added:
      edition === 1
        ? []
        : records
            .filter(({ id }) => !kept.has(id) && !before.lastIn.has(id))
            .map(({ id, speaker, words }) => ({ id, speaker, words })),
  };
}

import { allArticles } from "./allArticles.ts";
import type { Blob, EditionRow, RecordRow, SightRow, Store } from "../store/store.ts";
import { readAgain } from "./again.ts";
import { sha256Of } from "../text/sha256.ts";
import type { Anchor } from "./anchors.ts";
import { anchorsOf, givenOf, standsIn } from "./receipt.ts";
import { fullId } from "./records.ts";
import { differences, replayed } from "./replay.ts";

/** Something found while an archive was checked: a fault, or a note on what is in order and looks otherwise. */
export interface Finding {
  readonly level: "fault" | "note";
  /** What it is about: an article, a record, the ledger. */
  readonly about: string;
  readonly what: string;
}

/** How far the check of an archive has come. */
export interface Stage {
  readonly name: "file" | "ledger" | "tables" | "captures and texts";
  readonly done: number;
  readonly all: number;
}

export interface CheckOptions {
  /** The version of Hearsay that reads now, as ledger entries name it, without its reader: `hearsay-0.1.0`. */
  readonly version: string;
  readonly told: (stage: Stage) => Promise<void>;
  readonly found: (finding: Finding) => Promise<void>;
}

/** What was looked at. */
export interface Looked {
  readonly entries: number;
  readonly articles: number;
  readonly captures: number;
  readonly records: number;
  readonly faults: number;
}

/** Differing rows that are told of one archive; where all differ, the first say it. */
const TOLD = 50;

/**
 * Checks an archive from end to end: its file; the chain of its ledger; its tables against a replay of the ledger; the
 * hashes of all captures and texts; whether each capture is still read as its text; whether the words of every record stand
 * where it says. Nothing is changed. What can't be read is a fault and the rest goes on.
 */
export async function checkArchive(store: Store, { version, told, found }: CheckOptions): Promise<Looked> {
  let faults = 0;
  const tell = async (level: Finding["level"], about: string, what: string): Promise<void> => {
    if (level === "fault") faults++;
    await found({ level, about, what });
  };
  /** Runs a part of the check; what stops it is a fault of the archive. */
  const part = async (about: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      await tell("fault", about, `can't be read: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };

  await told({ name: "file", done: 0, all: 1 });
  await part(store.name, async () => {
    const wrong = await store.checkFile();
    if (wrong !== null) await tell("fault", store.name, wrong);
  });

  let chained = false;
  let entries = 0;
  await part("the ledger", async () => {
    const wrong = await store.checkLedger((done, all) => {
      entries = done;
      return told({ name: "ledger", done, all });
    });
    chained = wrong === null;
    if (wrong !== null) await tell("fault", "the ledger", wrong.replace(/^the ledger is damaged: /, ""));
  });

  if (chained)
    await part("the tables", () =>
      replayed(
        store,
        (done, all) => told({ name: "tables", done, all }),
        async (truth) => {
          let differing = 0;
          for await (const { table, key, how } of differences(store, truth))
            if (++differing <= TOLD)
              await tell("fault", `${table} ${key}`, `${how}; hearsay rebuild makes the tables anew`);
          if (differing > TOLD)
            await tell("fault", "the tables", `${differing - TOLD} more rows differ from the ledger`);
        },
      ),
    );

  const seen = { articles: 0, captures: 0, records: 0 };
  await part("the articles", async () => {
    const { articles: all } = await store.size();
    for await (const article of allArticles(store)) {
      await part(article, async () => {
        for await (const { level, about, what } of articleFindings(store, article, version, seen))
          await tell(level, about, what);
      });
      seen.articles++;
      await told({ name: "captures and texts", done: seen.articles, all });
    }
  });
  return { entries, ...seen, faults };
}

async function* articleFindings(
  store: Store,
  article: string,
  version: string,
  seen: { captures: number; records: number },
): AsyncGenerator<Finding> {
  const sights = await store.sights(article);
  const editions = await store.editions(article);
  const told = await store.blobs(article);
  const sizeOf = (of: Blob["of"], sha256: string): number | undefined =>
    told.find((one) => one.of === of && one.sha256 === sha256)?.size;
  const bytes = new Map<string, Uint8Array | null>();
  for (const capture of new Set([...sights.map((one) => one.capture), ...editions.map((one) => one.capture)])) {
    seen.captures++;
    const { blob, fault } = await blobOf(store, "captures", article, capture, sizeOf("captures", capture));
    bytes.set(capture, fault === null ? blob : null);
    if (fault !== null) yield { level: "fault", about: article, what: `capture ${capture.slice(0, 12)}… ${fault}` };
  }
  const records = Map.groupBy(await store.recordsOf(article), ({ edition }) => edition);
  for (const edition of editions) {
    const about = `${article}, edition ${edition.edition}`;
    const { blob, fault } = await blobOf(store, "texts", article, edition.text, sizeOf("texts", edition.text));
    if (!blob || fault !== null) {
      yield { level: "fault", about, what: `text ${edition.text.slice(0, 12)}… ${fault ?? ""}` };
      continue;
    }
    const text = Buffer.from(blob).toString("utf8");
    const captured = bytes.get(edition.capture);
    const sight = sights.find((one) => one.capture === edition.capture);
    if (captured && sight) yield* readAgainFindings(store, { edition, sight, about, text, captured, version });
    for (const row of records.get(edition.edition) ?? []) {
      seen.records++;
      const wrong = faultOfRecord(row, text);
      if (wrong !== null) yield { level: "fault", about: fullId(row), what: wrong };
    }
  }
}

/** Bytes that are missing, can't be unpacked or have another hash are told in words that follow the name. */
async function blobOf(
  store: Store,
  of: Blob["of"],
  article: string,
  sha256: string,
  size: number | undefined,
): Promise<{ blob: Uint8Array | null; fault: string | null }> {
  try {
    const blob = await store.blob(of, article, sha256);
    if (!blob) return { blob, fault: "is missing" };
    const now = sha256Of(blob);
    if (now !== sha256) return { blob, fault: `is damaged: its bytes have the hash ${now.slice(0, 12)}…` };
    return { blob, fault: size === blob.length ? null : `has ${blob.length} bytes, and is told to have ${size}` };
  } catch (error) {
    return { blob: null, fault: `is damaged: ${error instanceof Error ? error.message : String(error)}` };
  }
}

interface Again {
  readonly edition: EditionRow;
  readonly sight: SightRow;
  readonly about: string;
  readonly text: string;
  readonly captured: Uint8Array;
  readonly version: string;
}

/** The same version must read the same text; another one may read it better. */
async function* readAgainFindings(store: Store, again: Again): AsyncGenerator<Finding> {
  const { edition, sight, about, captured, version } = again;
  const now = await readAgain(captured, sight.address ?? "standard input", givenOf(sight));
  if (now.text !== null && sha256Of(now.text) === edition.text) return;
  const then = await readerOf(store, edition);
  const how = now.text === null ? `can't be read (${now.why})` : "is read as another text";
  yield then.startsWith(`${version}-`)
    ? { level: "fault", about, what: `its capture ${how}, by the same version that read it` }
    : { level: "note", about, what: `its capture ${how} today; the text kept was read by ${then}` };
}

/** Who read an edition first, as its ledger entry names it. */
async function readerOf(store: Store, { article, edition }: EditionRow): Promise<string> {
  const entries = await store.entriesAbout(article);
  const reading = entries.find(
    ({ act, value }) => act === "assert" && (value as { readonly edition?: unknown }).edition === edition,
  );
  return reading?.by ?? "an unknown version";
}

/** What is wrong with the spans of a record in its text, or null. */
function faultOfRecord(row: RecordRow, text: string): string | null {
  const anchors = anchorsOf(row.record);
  if (anchors.length === 0) return "has no words it rests on";
  const moved = anchors.find((anchor) => !standsIn(text, anchor));
  if (moved) return `its words do not stand at ${moved.from}–${moved.to}`;
  const outside = spansIn(row.record).find(([from, to]) => from < 0 || to < from || to > text.length);
  if (outside) return `[${outside.join(", ")}] lies outside a text of ${text.length} units`;
  return wordsAgree(row, anchors) ? null : "its words are not those of its spans";
}

function wordsAgree({ words }: RecordRow, anchors: readonly Anchor[]): boolean {
  const plain = (text: string): string => text.toWellFormed().replace(/[\s\u0000\ufffd…]+/g, "");
  return plain(words) === plain(anchors.map(({ quote }) => quote).join(""));
}

/** Every pair of offsets in a record, however deep. */
function spansIn(value: unknown): [number, number][] {
  if (Array.isArray(value)) {
    const [from, to, ...more] = value as unknown[];
    return typeof from === "number" && typeof to === "number" && more.length === 0
      ? [[from, to]]
      : value.flatMap(spansIn);
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(spansIn) : [];
}

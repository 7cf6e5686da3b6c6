import type { ArticleRow, EditionRow, RecordRow, SightRow, Store } from "../../store/store.ts";
import { anchorsOf } from "../receipt.ts";
import { type Entry, entryOf } from "./entry.ts";
import { fullId } from "../records.ts";

/** A stretch of the text and what it is: headline, paragraph, caption … */
export interface ViewBlock {
  readonly kind: string;
  readonly span: readonly [number, number];
}

export interface ViewTime {
  readonly span: readonly [number, number];
  readonly timex: { readonly type: string; readonly value: string };
  readonly edtf: string | null;
  readonly basis: string;
  readonly steps: readonly string[];
}

/** What the archive keeps of the text of an edition beside its statements. */
export interface ViewDocument {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly published: { readonly edtf: string | null; readonly basis: string };
  readonly blocks: readonly ViewBlock[];
  readonly times: readonly ViewTime[];
  readonly people: readonly { readonly name: string; readonly kind: string; readonly mentions: readonly unknown[] }[];
  readonly occasions: readonly {
    readonly name: string;
    readonly when: { readonly edtf: string | null; readonly basis: string };
    /** Missing where it was read by an earlier reader. */
    readonly status?: "expected" | "cancelled" | null;
  }[];
  readonly counts: readonly {
    readonly span: readonly [number, number];
    readonly term: string;
    readonly count: number;
    readonly bound: string;
    readonly by: string | null;
  }[];
  readonly appearances: readonly {
    readonly span: readonly [number, number];
    readonly kind: string;
    readonly who: string | null;
    readonly what: string | null;
  }[];
  readonly repairs: readonly {
    readonly span: readonly [number, number];
    readonly reads: string;
    readonly why: string;
  }[];
  readonly remarks: readonly { readonly level: string; readonly reason: string }[];
}

/** A statement or silence of the article with the label it has on the page: 1, 2, 3 for statements, a, b, c for silences. */
export interface Marked {
  readonly id: string;
  readonly label: string;
  readonly row: RecordRow;
  readonly entry: Entry;
}

/** An edition of an article and its text. */
export interface ArticleText {
  readonly article: ArticleRow;
  readonly edition: EditionRow;
  readonly editions: number;
  /** The text of the edition; all offsets are UTF-16 units into it. */
  readonly text: string;
}

export interface ArticleView extends ArticleText {
  readonly document: ViewDocument;
  /** In reading order, retracted ones among them. */
  readonly marked: readonly Marked[];
  /** Decided on by people in an edition before: they stand as they were. */
  readonly earlier: readonly RecordRow[];
  /** Sights of the edition's bytes, the first one first. */
  readonly sights: readonly SightRow[];
  readonly repeats: ArticleRow | null;
  readonly repeatedBy: readonly ArticleRow[];
}

/** An article with its text, in its latest edition unless said; null where there is none. */
export async function articleText(store: Store, article: string, number?: number): Promise<ArticleText | null> {
  const row = await store.article(article);
  if (!row) return null;
  const editions = await store.editions(article);
  const edition = editions.find((one) => one.edition === (number ?? row.edition));
  const bytes = edition && (await store.blob("texts", article, edition.text));
  if (!edition || !bytes) return null;
  return { article: row, edition, editions: editions.length, text: Buffer.from(bytes).toString("utf8") };
}

/** The same with what was found in it and where it came from; null where there is none. Offsets: UTF-16. */
export async function articleView(store: Store, article: string, number?: number): Promise<ArticleView | null> {
  const shown = await articleText(store, article, number);
  if (!shown) return null;
  const { article: row, edition } = shown;
  const records = await store.recordsOf(article);
  // What was decided in an edition with the same text holds in this one as well: its spans are the same.
  const same = new Set(await editionsWith(store, shown));
  const own = inReadingOrder(records.filter((one) => same.has(one.edition)));
  return {
    ...shown,
    document: documentOf(edition),
    marked: labelled(own),
    earlier: records.filter((one) => one.edition < edition.edition && !same.has(one.edition)),
    sights: (await store.sights(article)).filter(({ capture }) => capture === edition.capture),
    repeats: row.repeats === null ? null : await store.article(row.repeats),
    repeatedBy: await store.repeatsOf(article),
  };
}

/** The numbers of the editions with the same text, its own among them. */
async function editionsWith(store: Store, { article, edition, editions }: ArticleText): Promise<number[]> {
  if (editions === 1) return [edition.edition];
  return (await store.editions(article.article)).filter(({ text }) => text === edition.text).map((one) => one.edition);
}

/** Those of one reading are in its order; those of several stand by where their words begin. */
function inReadingOrder(rows: readonly RecordRow[]): readonly RecordRow[] {
  const from = ({ record }: RecordRow): number => anchorsOf(record)[0]?.from ?? 0;
  return new Set(rows.map(({ edition }) => edition)).size < 2 ? rows : rows.toSorted((a, b) => from(a) - from(b));
}

function labelled(rows: readonly RecordRow[]): Marked[] {
  let [statements, silences] = [0, 0];
  return rows.map((row) => ({
    id: fullId(row),
    label: row.kind === "silence" ? letters(++silences) : String(++statements),
    row,
    entry: entryOf(row),
  }));
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(97 + ((n - 1) % 26));
}

/** The document of an edition; what an older version did not keep is empty. */
export function documentOf({ document }: Pick<EditionRow, "document">): ViewDocument {
  return {
    title: null,
    outlet: null,
    language: "und",
    published: { edtf: null, basis: "unknown" },
    blocks: [],
    times: [],
    people: [],
    occasions: [],
    counts: [],
    appearances: [],
    repairs: [],
    remarks: [],
    ...document,
  } as ViewDocument;
}

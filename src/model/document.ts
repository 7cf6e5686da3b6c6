import type { Span } from "./span.ts";

/** Bytes as received. Never changed. */
export interface Capture {
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of `bytes`. */
  readonly sha256: string;
  /** Where the bytes came from: a path, an address, or `-` for standard input. */
  readonly from: string;
}

/** Trouble with the input, kept with the document. `span` is in `Document.text`, null for the whole. */
export interface Remark {
  readonly span: Span | null;
  readonly level: "note" | "warning";
  readonly reason: string;
}

export const BLOCK_KINDS = [
  "headline",
  "standfirst",
  "dateline",
  "byline",
  "subheading",
  "paragraph",
  "list-item",
  "block-quote",
  "caption",
  "source-line",
  "noise",
] as const;

/**
 * What a stretch of a page is. Blocks do not overlap and stand in reading order; together they cover
 * all of the text but white space. A dateline that runs into its paragraph is a block of its own.
 */
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** How a value is known: in the words, handed in by the caller, worked out, or not at all. */
export type Basis = "stated" | "given" | "derived" | "unknown";

/** When the article was published. `edtf` is null exactly when `basis` is "unknown". */
export interface Published {
  /** EDTF: `2021-01-08`, `2021-01-08T08:33:00Z`, `2021-01`; never finer than what the page says. */
  readonly edtf: string | null;
  readonly basis: Basis;
  /** The words in `Document.text` it was read from; empty when it stands only in the page's metadata. */
  readonly spans: readonly Span[];
  /** When it was last changed, where the page says so and it was after publication. */
  readonly updated?: string;
}

/** Who published it, with the words it was read from (null when from metadata or handed in). */
export interface Outlet {
  readonly name: string;
  readonly basis: "stated" | "given";
  readonly span: Span | null;
}

/**
 * One place where the reading layer differs from the text: what stands at `span` is read as `reads`.
 * The smallest edit that does it: an empty span with words to read is an insertion (glued words), a span that
 * reads "" is passed over (a doubled word). The text itself is never changed.
 * Repairs do not overlap and stand in reading order.
 */
export interface Repair {
  readonly span: Span;
  readonly reads: string;
  /** "glued words", "doubled word", "doubled apostrophe", "no-break space". */
  readonly why: string;
}

/**
 * The map between a document's text and the bytes it was read from, run by run.
 * Run i covers text [text[i], text[i+1]) and bytes [from[i], to[i]). In a run with `unit[i] > 0` every UTF-16
 * unit has that many bytes of its own, in order; with `unit[i] = 0` the run is one indivisible thing (an entity,
 * a character of several bytes). Characters that stand for no bytes do not occur: what the reader
 * adds between blocks is mapped to the markup it stands for.
 */
export interface SourceMap {
  readonly text: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly unit: Uint8Array;
}

/** A reading of one capture. Never edited: a better reader makes a new document. */
export interface Document {
  readonly sha256: string;
  readonly bytes: number;
  /** `text/plain`, `text/html` or `application/pdf`. */
  readonly mediaType: string;
  /** The encoding the bytes were decoded with, as the WHATWG names it: `utf-8`, `utf-16le`, `windows-1252`; `utf-8` where they are no text. */
  readonly encoding: string;
  readonly text: string;
  readonly source: SourceMap;
  /** ISO 639-1, or `und` where too little text stands to tell. */
  readonly language: string;
  readonly title: string | null;
  readonly outlet: Outlet | null;
  readonly published: Published;
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  readonly remarks: readonly Remark[];
}

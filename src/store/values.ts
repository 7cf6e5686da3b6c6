import type { Json } from "../model/ledger.ts";

/** A sight of an article: bytes that came from somewhere. About the capture's hash. */
export interface CaptureValue {
  readonly article: string;
  /** URL, absolute path, or null for standard input. */
  readonly address: string | null;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** The edition whose text it showed; entries of older versions do not say it. */
  readonly edition?: number;
  /** Response headers, what the caller said of the input, the feed that named it. */
  readonly circumstances: { readonly [key: string]: Json };
}

/** What became of a statement when its article changed. */
export interface Fate {
  readonly id: string;
  readonly fate: "unchanged" | "moved" | "altered" | "gone";
  /** The statement that stands for it in the new edition. */
  readonly to: string | null;
  /** For an altered one, its words then and now. */
  readonly was: string | null;
  readonly now: string | null;
}

/** A text of an article that differs from the one before. About the article. */
export interface EditionValue {
  readonly article: string;
  /** 1 for the first. */
  readonly edition: number;
  readonly capture: string;
  /** SHA-256 of the text in UTF-8. */
  readonly text: string;
  readonly length: number;
  /** SHA-256 of the words without the page's furniture. */
  readonly body: string;
  readonly bands: readonly string[];
  readonly repeats: string | null;
  readonly likeness: number | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string;
  /** The document as the contract has it, without its text. */
  readonly document: { readonly [key: string]: Json };
  readonly fates: readonly Fate[];
}

/** One statement or silence as the reading has it. */
export interface RecordValue {
  /** Made from its words, so that it stays the same when the words only move. */
  readonly id: string;
  readonly kind: "statement" | "silence";
  readonly speaker: string;
  readonly speakerKind: string;
  readonly channel: string | null;
  readonly outlet: string | null;
  /** The act of a statement, the kind of a silence. */
  readonly act: string;
  readonly manner: string | null;
  readonly confidence: number;
  readonly uttered: string | null;
  readonly published: string | null;
  readonly occasion: string | null;
  readonly words: string;
  readonly by: string;
  /** Its speaker led a state or a government on the day of publication, by a pack. Left out where not. */
  readonly leads?: boolean;
  readonly record: { readonly [key: string]: Json };
}

/** What a reader found in an edition. About the article. */
export interface ReadingValue {
  readonly article: string;
  readonly edition: number;
  readonly records: readonly RecordValue[];
  /** What this reading knows of the article: a date handed in later is here, not in the edition. */
  readonly facts: Pick<EditionValue, "title" | "outlet" | "published" | "language">;
}

/** What a person changed of a record: fields of `RecordValue`, and of its `record`. About the record. */
export interface CorrectionValue {
  readonly article: string;
  readonly id: string;
  readonly fields: Partial<Pick<RecordValue, "speaker" | "speakerKind" | "act" | "uttered" | "words">>;
  readonly record: { readonly [key: string]: Json };
  readonly as?: DecidedAs;
}

/**
 * How a decision came about, where that matters. "second reader": made on what the machine had, without having seen what others
 * decided. "settlement": made to end a difference; what was decided before it no longer counts as one.
 */
export const DECIDED_AS = ["second reader", "settlement"] as const;
export type DecidedAs = (typeof DECIDED_AS)[number];

/** A decision about a record; with `undoes` it takes back an earlier decision instead. */
export interface DecisionValue {
  readonly article: string;
  readonly id: string;
  readonly undoes: number | null;
  readonly as?: DecidedAs;
}

/** `merge`: this name is filed under `into`. `split`: it stands for itself again. About the name. */
export interface NameValue {
  readonly into: string | null;
}

import type { Document } from "./document.ts";
import type { Span } from "./span.ts";

/** A word, a number or one mark of punctuation. `span` is in `Document.text`. */
export interface Token extends Span {
  /** The token as analysis sees it: repairs applied, typographic marks made plain. */
  readonly reads: string;
}

/** One sentence: tokens `first <= i < last` of `Reading.tokens`, all inside block `block`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Index into `Document.blocks`. */
  readonly block: number;
}

/**
 * A stretch between quotation marks. `span` has the marks in it; `inner` is without.
 * A quotation over several paragraphs is one entry for each paragraph, `continues` naming the entry before.
 */
export interface Quotation {
  readonly span: Span;
  readonly inner: Span;
  readonly style: "double" | "single" | "guillemet";
  /** 0 for an outermost quotation, 1 inside one, and so on. */
  readonly depth: number;
  /** How its end was found: a closing mark, or the paragraph's end where none stands. */
  readonly closed: boolean;
  /** Index into `Reading.quotations` of the paragraph it carries on, or null. */
  readonly continues: number | null;
}

/** A document with its sentences, tokens and quotation marks. */
export interface Reading {
  readonly document: Document;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

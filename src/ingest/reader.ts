import type { Remark, SourceMap } from "../model/document.ts";
import type { BlockKind } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Decoded } from "./decode.ts";

/** A stretch that stands by itself on the page. `kind` is null where only the words can tell what it is. */
export interface Segment {
  readonly span: Span;
  readonly kind: BlockKind | null;
}

/** What a page says about itself beside its text; each null where it says nothing. */
export interface PageFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  /** The words a date was given in, as they stand in the metadata. */
  readonly published: string | null;
  /** The same for its last change. */
  readonly updated: string | null;
}

/** What a reader makes of decoded input. `map` leads from UTF-16 units of `text` to units of the decoded text. */
export interface Page {
  readonly text: string;
  /** Null when `text` is the decoded text itself. */
  readonly map: SourceMap | null;
  /** In order, not overlapping, covering all of `text` but white space. */
  readonly segments: readonly Segment[];
  readonly facts: PageFacts;
  readonly remarks: readonly Remark[];
}

/** One source format. */
export interface Reader {
  /** The media type the document is said to have. */
  readonly mediaType: string;
  /** Further media types a caller may give for it. */
  readonly alsoCalled: readonly string[];
  /** Whether input of unknown type looks like this format; `from` is where it came from. */
  accepts(decoded: Decoded, from: string): boolean;
  read(decoded: Decoded): Page;
}

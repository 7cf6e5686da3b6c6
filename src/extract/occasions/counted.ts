import type { FoundCount } from "../../model/entries.ts";
import type { Span } from "../../model/span.ts";

/** A count before its occasion is known. */
export interface Counted extends Omit<FoundCount, "occasion"> {
  /** Where the occasion may be named. */
  readonly clause: Span;
}

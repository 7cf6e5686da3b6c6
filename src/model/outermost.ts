import type { Quotation, Reading } from "./reading.ts";
import type { Span } from "./span.ts";

/** The outermost quotations of a reading, in order: they do not overlap, so that looking one up is a binary search. */
export interface Outermost {
  readonly all: readonly Quotation[];
  /** Those that share at least one unit with the span, in order. */
  touching(span: Span): Quotation[];
  /** The one that holds the position between `at - 1` and `at`, or null. */
  before(at: number): Quotation | null;
}

export function outermost({ quotations }: Reading): Outermost {
  const all = quotations.filter((q) => q.depth === 0);
  const spans = all.map((q) => q.span);
  return {
    all,
    touching(span) {
      const found: Quotation[] = [];
      for (let i = indexBehind(spans, span.from); i < all.length; i++) {
        const q = all[i] as Quotation;
        if (q.span.from >= span.to) break;
        found.push(q);
      }
      return found;
    },
    before(at) {
      const q = all[indexBehind(spans, at - 1)];
      return q && q.span.from < at && at <= q.span.to ? q : null;
    },
  };
}

/** Index of the first of `sorted` (in order, not overlapping) that ends behind `at`; their number where none does. */
export function indexBehind(sorted: readonly Span[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

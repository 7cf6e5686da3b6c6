/**
 * A half-open stretch `from <= x < to` of one text that never changes, in UTF-16 units.
 * Which text is said by the field that holds the span; nearly always it is `Document.text`.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Makes a span. Throws a RangeError when the bounds are not whole numbers with 0 <= from <= to. */
export function span(from: number, to: number): Span {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from)
    throw new RangeError(`Not a span: from ${from} to ${to}`);
  return { from, to };
}

/** The words a span covers. Throws a RangeError when the span does not lie inside the text. */
export function slice(text: string, { from, to }: Span): string {
  if (from < 0 || to < from || to > text.length)
    throw new RangeError(`Span [${from}, ${to}) lies outside a text of length ${text.length}`);
  return text.slice(from, to);
}

export function isEmpty({ from, to }: Span): boolean {
  return from === to;
}

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether `inner` lies wholly in `outer`; the same span counts as inside. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Reading order: by start, the longer one first where two start together. */
export function inReadingOrder(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}

/** The smallest span over all of them, or null for none. */
export function hull(spans: readonly Span[]): Span | null {
  const [first, ...rest] = spans;
  if (!first) return null;
  let { from, to } = first;
  for (const s of rest) {
    if (s.from < from) from = s.from;
    if (s.to > to) to = s.to;
  }
  return { from, to };
}

const EDGE_SPACE = /\s/;

/** The span without white space at its edges (it may come out empty, at its own start). */
export function trimmed(text: string, { from, to }: Span): Span {
  while (from < to && EDGE_SPACE.test(text[from] as string)) from++;
  while (to > from && EDGE_SPACE.test(text[to - 1] as string)) to--;
  return { from, to };
}

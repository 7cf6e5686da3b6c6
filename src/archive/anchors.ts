type Span = readonly [number, number];

/** How much of the text stands with a span that is stored, on either side. */
const CONTEXT = 32;

/** A stored span: where it is, what it says and what stands around it. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export function anchors(text: string, spans: readonly Span[]): Anchor[] {
  return spans.map(([from, to]) => ({
    from,
    to,
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  }));
}

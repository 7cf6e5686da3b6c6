type Pair = readonly [number, number];

export type MarkRole = "content" | "silence" | "source" | "cue" | "time";

/** A stretch of the text that is something. Offsets are half-open UTF-16 units. */
export interface Mark {
  readonly span: Pair;
  readonly role: MarkRole;
  /** The label of the statement or silence it belongs to, or "". */
  readonly of: string;
}

interface Spanned {
  readonly span: Pair;
}

/** A stretch of a block over which the same marks hold. */
export interface Segment<M extends Spanned = Mark> {
  readonly from: number;
  readonly to: number;
  /** The longest first, so that what is nested comes last. */
  readonly marks: readonly M[];
  /** Those of them that begin here. */
  readonly opens: readonly M[];
}

/**
 * Cuts blocks where marks begin and end: marks may nest and overlap in any way. One array for each block, in order; blocks are
 * in reading order and do not overlap. A mark over several blocks goes on in each of them.
 */
export function segmentsOf<M extends Spanned>(blocks: readonly Pair[], marks: readonly M[]): Segment<M>[][] {
  const inOrder = marks
    .filter(({ span }) => span[0] < span[1])
    .toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let next = 0;
  let open: M[] = [];
  return blocks.map(([start, end]) => {
    for (; next < inOrder.length && (inOrder[next] as M).span[0] < end; next++) open.push(inOrder[next] as M);
    open = open.filter(({ span }) => span[1] > start);
    const here = open.filter(({ span }) => span[0] < end);
    const cuts = new Set([start, end]);
    for (const { span } of here) for (const at of span) if (at > start && at < end) cuts.add(at);
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, i): Segment<M> => {
      const to = places[i + 1] as number;
      const holding = here.filter(({ span }) => span[0] <= from && span[1] >= to);
      return {
        from,
        to,
        marks: holding,
        // What began in the white space between blocks begins with this one.
        opens: holding.filter(({ span }) => span[0] === from || (from === start && !wasOpen(blocks, span, start))),
      };
    });
  });
}

/** Whether a mark that reaches into a block from before has words in an earlier one. */
function wasOpen(blocks: readonly Pair[], [from]: Pair, start: number): boolean {
  return from < start && blocks.some(([a, b]) => b <= start && from < b && b > a);
}

type Span = readonly [number, number];

/** A stretch of an article's text that is shown: `from` in UTF-16 units of the text. */
export interface Paragraph {
  readonly from: number;
  readonly text: string;
  readonly kind: string;
  /** Stands only for what is around it: none of the spans is in it. */
  readonly aside: boolean;
}

interface Block {
  readonly kind: string;
  readonly span: Span;
}

/** Units of one block that are shown, where it is longer; around the spans. */
const MOST = 4_000;
const AROUND = 1_500;

/** The blocks of a text in which spans stand, in order, with the one before the first. Blocks that are very long are cut between words. */
export function passageOf(text: string, blocks: readonly Block[], spans: readonly Span[]): Paragraph[] {
  const within = (block: Block): boolean => spans.some(([from, to]) => from < block.span[1] && to > block.span[0]);
  const shown = blocks.filter(within);
  const first = blocks.indexOf(shown[0] as Block);
  const before = blocks[first - 1];
  // A text that was not parted into blocks, or a span between them.
  if (shown.length === 0) return [cut(text, { kind: "paragraph", span: [0, text.length] }, spans, false)];
  return [
    ...(before && before.kind !== "noise" ? [cut(text, before, [[before.span[1], before.span[1]]], true)] : []),
    ...shown.map((block) => cut(text, block, spans, false)),
  ];
}

function cut(text: string, { kind, span: [start, end] }: Block, spans: readonly Span[], aside: boolean): Paragraph {
  let [from, to] = [start, end];
  if (to - from > MOST) {
    const own = spans.filter(([a, b]) => a <= end && b >= start);
    const first = Math.min(...own.map(([a]) => a), end);
    const last = Math.max(...own.map(([, b]) => b), start);
    from = wordFrom(text, Math.max(start, first - AROUND), start);
    to = wordTo(text, Math.min(end, last + AROUND), end);
  }
  return { from, text: text.slice(from, to), kind, aside };
}

function wordFrom(text: string, at: number, start: number): number {
  return at <= start ? start : text.lastIndexOf(" ", at) + 1 || start;
}

function wordTo(text: string, at: number, end: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 ? end : Math.min(end, space);
}

/** What a stretch of text is: the words, their cue, their source, the condition they hang on. */
export type Mark = "content" | "cue" | "source" | "trigger" | "consequence";

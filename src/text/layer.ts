import type { Repair } from "../model/document.ts";
import type { Span } from "../model/span.ts";

/**
 * A range of a document's text as it is read: with its repairs applied. Positions in a layer are UTF-16 units
 * from 0 to `text.length`; positions "in the text" are units of `Document.text`. Never changes.
 */
export interface Layer {
  readonly text: string;
  /**
   * Where in the text the unit at a layer position comes from. What a repair reads is one indivisible thing:
   * every position inside it gives the start of what it replaces. Throws a RangeError outside the layer.
   */
  toText(pos: number): number;
  /**
   * Where in the layer the unit at a text position is read. A position inside what a repair replaces gives
   * the start of what it reads; where words are inserted, the position after them. Throws a RangeError
   * outside the range the layer was made of.
   */
  fromText(pos: number): number;
  /**
   * The stretch of the text that a half-open stretch of the layer was read from. What a repair leaves out or
   * puts in at the edges is not part of it; a stretch made only of inserted words comes out empty.
   */
  spanInText(from: number, to: number): Span;
}

/**
 * The reading layer of `range` of `text`. `repairs` are those of the document, in reading order, not overlapping.
 * A repair counts when it lies wholly in the range; one that only puts something in must lie strictly inside,
 * because at the edge it stands between two ranges and belongs to neither.
 * Throws a RangeError when the range does not lie inside the text.
 */
export function layerOf(text: string, repairs: readonly Repair[], range: Span): Layer {
  if (!Number.isInteger(range.from) || range.from < 0 || range.to < range.from || range.to > text.length)
    throw new RangeError(`Range [${range.from}, ${range.to}) lies outside a text of length ${text.length}`);

  const inside = repairsInside(repairs, range);
  if (inside.length === 0) return plainLayer(text, range);

  // Repair i replaces text [textFrom[i], textTo[i]) and is read at layer [layerFrom[i], layerTo[i]).
  const textFrom = new Int32Array(inside.length);
  const textTo = new Int32Array(inside.length);
  const layerFrom = new Int32Array(inside.length);
  const layerTo = new Int32Array(inside.length);
  const parts: string[] = [];
  let copied = range.from;
  let length = 0;
  inside.forEach(({ span, reads }, i) => {
    parts.push(text.slice(copied, span.from), reads);
    length += span.from - copied;
    textFrom[i] = span.from;
    textTo[i] = span.to;
    layerFrom[i] = length;
    length += reads.length;
    layerTo[i] = length;
    copied = span.to;
  });
  parts.push(text.slice(copied, range.to));
  const read = parts.join("");

  const toText = (pos: number): number => {
    checkPosition(pos, 0, read.length, "layer");
    const i = lastAtMost(layerFrom, pos);
    if (i < 0) return range.from + pos;
    if (pos < layerTo[i]!) return textFrom[i]!;
    return textTo[i]! + (pos - layerTo[i]!);
  };

  const fromText = (pos: number): number => {
    checkPosition(pos, range.from, range.to, "range");
    const i = lastAtMost(textFrom, pos);
    if (i < 0) return pos - range.from;
    if (pos < textTo[i]!) return layerFrom[i]!;
    return layerTo[i]! + (pos - textTo[i]!);
  };

  /** Where the unit that ends at a layer position ends in the text. */
  const endInText = (pos: number): number => {
    const i = lastAtMost(layerFrom, pos - 1);
    if (i < 0) return range.from + pos;
    if (pos <= layerTo[i]!) return textTo[i]!;
    return textTo[i]! + (pos - layerTo[i]!);
  };

  return {
    text: read,
    toText,
    fromText,
    spanInText(from, to) {
      checkSpan(from, to);
      const start = toText(from);
      checkPosition(to, 0, read.length, "layer");
      return { from: start, to: to === from ? start : Math.max(start, endInText(to)) };
    },
  };
}

function plainLayer(text: string, { from: first, to: last }: Span): Layer {
  const read = text.slice(first, last);
  const toText = (pos: number): number => {
    checkPosition(pos, 0, read.length, "layer");
    return first + pos;
  };
  return {
    text: read,
    toText,
    fromText(pos) {
      checkPosition(pos, first, last, "range");
      return pos - first;
    },
    spanInText(from, to) {
      checkSpan(from, to);
      return { from: toText(from), to: toText(to) };
    },
  };
}

function repairsInside(repairs: readonly Repair[], range: Span): readonly Repair[] {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (repairs[middle]!.span.from < range.from) low = middle + 1;
    else high = middle;
  }
  const inside: Repair[] = [];
  for (let i = low; i < repairs.length && repairs[i]!.span.from < range.to; i++) {
    const repair = repairs[i]!;
    const { from, to } = repair.span;
    if (from === to ? from > range.from : to <= range.to) inside.push(repair);
  }
  return inside;
}

/** Index of the last value that is at most `limit` in an ascending list, or -1. */
function lastAtMost(ascending: Int32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function checkPosition(pos: number, first: number, last: number, where: string): void {
  if (!Number.isInteger(pos) || pos < first || pos > last)
    throw new RangeError(`Position ${pos} lies outside the ${where} [${first}, ${last}]`);
}

function checkSpan(from: number, to: number): void {
  if (to < from) throw new RangeError(`Not a span: from ${from} to ${to}`);
}

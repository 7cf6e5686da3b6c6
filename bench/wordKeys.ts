import type { Span } from "../src/model/span.ts";

/**
 * Compares spans by the word tokens (runs of letters and digits) they touch, so that marks and spaces at an edge do not
 * count: the function it gives names the words of `text` that some spans touch, in order, "" for none.
 */
export function wordKeys(text: string): (spans: readonly (Span | null)[]) => string {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m): Span => ({ from: m.index, to: m.index + m[0].length }));
  return (spans) =>
    words.flatMap((w, i) => (spans.some((s) => s && w.from < s.to && w.to > s.from) ? [i] : [])).join(",");
}

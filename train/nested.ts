import type { Attributes } from "../src/extract/fast/attributes.ts";
import { nestedStretches } from "../src/extract/fast/windows.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Span } from "../src/model/span.ts";
import type { Case, MarkedStatement } from "../test/extract/cases.ts";
import { type Level, tokenRange } from "./examples.ts";
import type { Attribution } from "./polnear.ts";

/** A marked statement in PolNeAR's manner: the word "that" before its content is part of the content. */
export function inPolnearsManner(text: string, s: MarkedStatement): Attribution {
  const content = s.content.map((piece): Span => {
    const opener = /\bthat\s$/i.exec(text.slice(Math.max(0, piece.from - 6), piece.from));
    return opener ? { from: piece.from - opener[0].length, to: piece.to } : piece;
  });
  return { source: s.source ? [s.source] : [], cue: s.cue ? [s.cue] : [], content };
}

/**
 * The levels one case of our own is read on: its sentences with the outermost statements, and each content with what is
 * nested in it, which may be nothing.
 */
export function levelsOf(
  reading: Reading,
  a: Attributes,
  marked: Case,
): { readonly outermost: Level[]; readonly nested: Level[] } {
  const attribution = (s: MarkedStatement): Attribution => inPolnearsManner(marked.text, s);
  const outer = marked.statements.filter((s) => s.inside === null).map(attribution);
  const outermost = reading.sentences.map(({ first, last }): Level => ({ first, last, depth: 0, marked: outer }));
  const nested: Level[] = [];
  for (const s of marked.statements) {
    const inner = marked.statements.filter((x) => x.inside === s.n).map(attribution);
    for (const piece of attribution(s).content) {
      const run = tokenRange(reading, piece);
      if (!run) continue;
      for (const stretch of nestedStretches(reading, a, run.first, run.last))
        nested.push({ ...stretch, marked: inner });
    }
  }
  return { outermost, nested };
}

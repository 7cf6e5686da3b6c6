import { capture } from "../src/ingest/ingest.ts";
import type { Span } from "../src/model/span.ts";
import { readReport } from "../src/pipeline.ts";
import type { Case } from "../test/extract/cases.ts";
import { wordKeys } from "./wordKeys.ts";

/** Counts of one or more texts. A statement is `right` when source, cue and content all are. */
export interface Score {
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  /** Source right and the contents share at least 0.8 of their words. */
  readonly near: number;
  readonly source: number;
  readonly cue: number;
  readonly content: number;
  readonly nestingRight: number;
  readonly wholeCasesRight: number;
}

interface Spans {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly nested: boolean;
}

/** Reads a marked text with the fast reader and compares. `lines` tell what was missed (-) and what was too much (+). */
export function scoreCase(
  marked: Case,
  reader: "fast" | "full" = "fast",
): { readonly score: Score; readonly lines: readonly string[] } {
  const { document, statements } = readReport(capture(Buffer.from(marked.text), marked.name), { reader });
  const gold: Spans[] = marked.statements.map((s) => ({
    source: s.source,
    cue: s.cue,
    content: s.content,
    nested: s.inside !== null,
  }));
  const found: Spans[] = statements.map((s) => ({
    source: s.source,
    cue: s.cue,
    content: s.content.map((piece, i) => (i === 0 ? bare(document.text, piece, s.opener) : piece)),
    nested: s.inside !== null,
  }));
  const ids = wordKeys(document.text);
  const keyed = (s: Spans): { s: Spans; source: string; cue: string; content: string } => ({
    s,
    source: ids([s.source]),
    cue: ids([s.cue]),
    content: ids(s.content),
  });
  const g = gold.map(keyed);
  const f = found.map(keyed);
  const count = (same: (x: (typeof g)[0], y: (typeof g)[0]) => boolean): number => {
    const free = [...f];
    return g.filter((x) => {
      const at = free.findIndex((y) => same(x, y));
      if (at >= 0) free.splice(at, 1);
      return at >= 0;
    }).length;
  };
  const same = (x: (typeof g)[0], y: (typeof g)[0]): boolean =>
    x.source === y.source && x.cue === y.cue && x.content === y.content;
  const right = count(same);
  const missed = g.filter((x) => !f.some((y) => same(x, y)));
  const extra = f.filter((y) => !g.some((x) => same(x, y)));
  const show = (sign: string, { s }: (typeof g)[0]): string => {
    const word = (span: Span | null): string => (span ? document.text.slice(span.from, span.to) : "·");
    return `  ${sign} ${s.nested ? "(nested) " : ""}[${word(s.source)}] <${word(s.cue)}> ${s.content.map(word).join(" // ")}`;
  };
  return {
    score: {
      marked: g.length,
      found: f.length,
      right,
      near: count((x, y) => x.source === y.source && overlap(x.content, y.content) >= 0.8),
      source: count((x, y) => x.source === y.source),
      cue: count((x, y) => x.cue === y.cue),
      content: count((x, y) => x.content === y.content),
      nestingRight: count((x, y) => same(x, y) && x.s.nested === y.s.nested),
      wholeCasesRight: missed.length + extra.length === 0 ? 1 : 0,
    },
    lines: [...missed.map((x) => show("-", x)), ...extra.map((x) => show("+", x))],
  };
}

/** Our marks leave out the word "that" which opens a content. */
function bare(text: string, piece: Span, opener: Span | null): Span {
  if (!opener) return piece;
  const gap = /^[\s\u00a0,]+/.exec(text.slice(opener.to, piece.to))?.[0].length ?? 0;
  return { from: opener.to + gap, to: piece.to };
}

function overlap(a: string, b: string): number {
  const x = new Set(a.split(","));
  const y = new Set(b.split(","));
  const shared = [...x].filter((i) => y.has(i)).length;
  return shared / Math.max(1, x.size + y.size - shared);
}

export function sum(scores: readonly Score[]): Score {
  const total = {
    marked: 0,
    found: 0,
    right: 0,
    near: 0,
    source: 0,
    cue: 0,
    content: 0,
    nestingRight: 0,
    wholeCasesRight: 0,
  };
  for (const score of scores) for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
  return total;
}

export function f1(hit: number, { marked, found }: Score): number {
  return marked + found === 0 ? 1 : (2 * hit) / (marked + found);
}

export function shareLine(what: string, s: Score): string {
  const percent = (x: number): string => (100 * x).toFixed(1);
  return `${what}: marked ${s.marked}, found ${s.found}; F1 of whole statements ${percent(f1(s.right, s))} (with nesting ${percent(f1(s.nestingRight, s))}), speaker and 0.8 of the content ${percent(f1(s.near, s))}, sources ${percent(f1(s.source, s))}, cues ${percent(f1(s.cue, s))}, contents ${percent(f1(s.content, s))}; whole cases right ${s.wholeCasesRight}`;
}

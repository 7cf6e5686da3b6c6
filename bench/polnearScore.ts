import type { Span } from "../src/model/span.ts";
import type { FoundStatement } from "../src/model/statement.ts";
import type { MarkedArticle } from "../train/polnear.ts";
import type { Verdict } from "./confidence.ts";
import { wordKeys } from "./wordKeys.ts";

export type Counted = readonly [hit: number, found: number, gold: number];

/** A statement as PolNeAR has it: flat, its roles in pieces. */
export interface Roles {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export const MEASURES = ["source", "cue", "content", "printed", "joined"] as const;
export type Measure = (typeof MEASURES)[number];

/** What is scored of a statement, found or resolved. */
type Marked = Pick<FoundStatement, "source" | "cue" | "content" | "confidence">;

/** One article's counts, the verdicts on its statements, and those that are wrong in words. */
export interface Measured {
  readonly article: string;
  readonly counts: Readonly<Record<Measure, Counted>>;
  readonly verdicts: readonly Verdict[];
  readonly wrong: readonly string[];
}

/** PolNeAR marks one level, cue by cue: statements inside others and those a frame makes are left out. */
export function asPolnearMarks<T extends { readonly inside: unknown; readonly frame: unknown }>(
  all: readonly T[],
): T[] {
  return all.filter((s) => s.inside === null && s.frame === null);
}

/** Compares the outermost statements that no frame makes with PolNeAR's marks, which have one level. */
export function measured(article: MarkedArticle, statements: readonly FoundStatement[]): Measured {
  const { text, attributions: gold } = article;
  const ids = wordKeys(text);
  const found = asPolnearMarks(statements);
  const printed = found.map(rolesOf);
  const joined = withContinuations(found);
  const key = (r: Roles): string => [ids(r.source), ids(r.cue), ids(r.content)].join("|");
  const goldKeys = new Map(gold.map((g) => [key(g), g]));
  const wordsOf = (spans: readonly Span[]): Set<string> => new Set(ids(spans).split(",").filter(Boolean));
  const verdicts = joined.map(({ roles, confidence }): Verdict => {
    const source = ids(roles.source);
    const content = wordsOf(roles.content);
    const near = gold.some((g) => ids(g.source) === source && overlap(content, wordsOf(g.content)) >= 0.8);
    return { confidence, right: goldKeys.has(key(roles)), near };
  });
  const joinedKeys = new Set(joined.map(({ roles }) => key(roles)));
  const show = (sign: string, { source, cue, content }: Roles): string => {
    const words = (spans: readonly Span[]): string =>
      spans.map((s) => text.slice(s.from, s.to).replace(/\s+/g, " ")).join(" // ");
    return `${sign}\t[${words(source)}] <${words(cue)}> ${words(content)}`;
  };
  const wrong = [
    ...gold.filter((g) => !joinedKeys.has(key(g))).map((g) => ({ at: g.cue[0]?.from ?? 0, line: show("-", g) })),
    ...joined
      .filter(({ roles }) => !goldKeys.has(key(roles)))
      .map(({ roles }) => ({ at: roles.cue[0]?.from ?? 0, line: show("+", roles) })),
  ];
  const first = countedRoles(text, gold, printed);
  const whole = countedRoles(
    text,
    gold,
    joined.map(({ roles }) => roles),
  );
  return {
    article: article.name,
    counts: {
      source: first.source,
      cue: first.cue,
      content: first.content,
      printed: first.triple,
      joined: whole.triple,
    },
    verdicts,
    wrong: wrong.sort((a, b) => a.at - b.at).map(({ line }) => line),
  };
}

/** Hits, found and gold: pieces of each role, split at line breaks, and whole statements, by the words they touch. */
export function countedRoles(
  text: string,
  gold: readonly Roles[],
  found: readonly Roles[],
): Readonly<Record<keyof Roles | "triple", Counted>> {
  const ids = wordKeys(text);
  const pieces = (role: keyof Roles, of: readonly Roles[]): Set<string> =>
    new Set(
      of
        .flatMap((r) => r[role])
        .flatMap((span) => lines(text, span))
        .map((span) => ids([span]))
        .filter((k) => k !== ""),
    );
  const triples = (of: readonly Roles[]): Set<string> =>
    new Set(of.map((r) => [ids(r.source), ids(r.cue), ids(r.content)].join("|")));
  const both = (g: ReadonlySet<string>, f: ReadonlySet<string>): Counted => [
    [...f].filter((k) => g.has(k)).length,
    f.size,
    g.size,
  ];
  return {
    source: both(pieces("source", gold), pieces("source", found)),
    cue: both(pieces("cue", gold), pieces("cue", found)),
    content: both(pieces("content", gold), pieces("content", found)),
    triple: both(triples(gold), triples(found)),
  };
}

/** Precision, recall and F1 in per cent over the counts of some articles. */
export function f1(counts: readonly Counted[]): { p: number; r: number; f: number } {
  let [hit, found, gold] = [0, 0, 0];
  for (const [h, f, g] of counts) {
    hit += h;
    found += f;
    gold += g;
  }
  return { p: (100 * hit) / found, r: (100 * hit) / gold, f: (200 * hit) / (found + gold) };
}

export function rolesOf(s: Marked): Roles {
  return { source: s.source ? [s.source] : [], cue: s.cue ? [s.cue] : [], content: s.content };
}

/** A quotation that goes on without a cue belongs to the statement before it, as PolNeAR's annotators mark. */
export function withContinuations(statements: readonly Marked[]): { roles: Roles; confidence: number }[] {
  const joined: { roles: { source: Span[]; cue: Span[]; content: Span[] }; confidence: number }[] = [];
  for (const s of statements.toSorted((a, b) => (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0))) {
    const before = joined.at(-1);
    if (s.cue === null && before) before.roles.content.push(...s.content);
    else {
      const { source, cue, content } = rolesOf(s);
      joined.push({ roles: { source: [...source], cue: [...cue], content: [...content] }, confidence: s.confidence });
    }
  }
  return joined;
}

/**
 * PolNeAR's marks as a reader without a fault would print them: what goes on in a sentence behind the cue's is a statement of its own,
 * with neither cue nor source.
 */
export function asPrinted(text: string, marks: readonly Roles[]): Roles[] {
  return marks.flatMap((mark) => {
    const end = Math.max(...mark.cue.map(({ to }) => to));
    const goesOn = ({ from }: Span): boolean => from >= end && SENTENCE_END.test(text.slice(end, from));
    const later = mark.content.filter(goesOn);
    if (later.length === 0 || later.length === mark.content.length) return [mark];
    const content = mark.content.filter((piece) => !goesOn(piece));
    return [
      { ...mark, content },
      { source: [], cue: [], content: later },
    ];
  });
}

const SENTENCE_END = /[.!?]["”’']*\s|\n/;

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((i) => b.has(i)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** The parts of a span between line breaks. */
function lines(text: string, { from, to }: Span): Span[] {
  let at = from;
  return text
    .slice(from, to)
    .split("\n")
    .map((line) => {
      const piece = { from: at, to: at + line.length };
      at = piece.to + 1;
      return piece;
    });
}

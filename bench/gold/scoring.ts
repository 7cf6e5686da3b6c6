import type { Hop, SpokenStatement, Statement } from "../../src/model/statement.ts";
import { asSpan, sameName } from "./match.ts";
import type { MarkedHop } from "./marks.ts";

type Pair = readonly [number, number];

/** The mean F1 over the acts that are marked, of pairs of the marked act and the given one. */
export function macroF1(pairs: readonly (readonly [marked: string, given: string])[]): number {
  const scores = [...new Set(pairs.map(([marked]) => marked))].map((act) => f1Of(act, pairs));
  return scores.reduce((sum, x) => sum + x, 0) / Math.max(1, scores.length);
}

/** The F1 of one act, in percent. */
export function f1Of(act: string, pairs: readonly (readonly [marked: string, given: string])[]): number {
  const hit = pairs.filter(([m, g]) => m === act && g === act).length;
  const either = pairs.filter(([m]) => m === act).length + pairs.filter(([, g]) => g === act).length;
  return (200 * hit) / either;
}

/** The chain as it is marked: without the outlet, which the page gives. */
export function markedPartOf({ chain }: Statement): readonly Hop[] {
  return chain.filter((hop, i) => !(i === 0 && hop.kind === "outlet" && chain.length > 1));
}

/** Whether a chain has the hops that were marked, each under a name that means the same. */
export function sameChain(marked: readonly MarkedHop[], found: readonly Hop[]): boolean {
  return found.length === marked.length && marked.every((hop, i) => sameName(hop, found[i] as Hop));
}

/**
 * A marked statement as a reader would hand it over. Its frame, and what it stands in and goes on from, are those of the found one
 * that is meant by it, where there is one.
 */
export function spokenOf(
  m: { readonly source: Pair | null; readonly cue: Pair | null; readonly content: readonly Pair[] },
  twin: SpokenStatement | null,
  text: string,
): SpokenStatement {
  const content = m.content.map(asSpan);
  const [first] = content;
  const that = first && /^that\b/.test(text.slice(first.from, first.to));
  return {
    content,
    cue: m.cue && asSpan(m.cue),
    source: m.source && asSpan(m.source),
    opener: first && that ? { from: first.from, to: first.from + 4 } : null,
    manner: "indirect",
    frame: twin?.frame ?? null,
    inside: twin?.inside ?? null,
    continues: twin?.continues ?? null,
    confidence: 1,
    by: "by hand",
  };
}

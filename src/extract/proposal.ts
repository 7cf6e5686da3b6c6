import type { Frame } from "../model/frame.ts";
import { type Outermost, outermost } from "../model/outermost.ts";
import type { Pack } from "../model/pack.ts";
import type { Reading } from "../model/reading.ts";
import { type Span, hull } from "../model/span.ts";
import type { SpokenStatement, Trace } from "../model/statement.ts";

/** A statement somebody proposed: spans of `Document.text` only. Never changed; a refiner makes a new one with the same key. */
export interface Proposal {
  /** Names the proposal while statements are looked for; not kept afterwards. */
  readonly key: number;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The word "that" which opens the content, where one does. */
  readonly opener?: Span;
  /** The frame that says whose words these are, where no cue does. */
  readonly frame?: Frame;
  /** Key of the statement this one is nested in. */
  readonly inside: number | null;
  /** Key of the statement whose speaker goes on without a cue. */
  readonly continues: number | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly by: string;
}

/** Reads cues, sources and contents: learned models, fast and full, are of this kind. */
export interface StatementReader {
  /** With its version: `reader-fast-en-1`. */
  readonly name: string;
  /** What tells acts in this reading where the reporting words name none; null, or without it, the rules alone do. */
  acts?(reading: Reading): ActWeigher | null;
  /** Proposals of the whole reading, nested ones included; keys are counted from `firstKey`. */
  propose(reading: Reading, firstKey: number): Proposal[];
}

/** How likely each act is. A learned model is of this kind. */
export interface ActWeigher {
  /** With its version: `acts-en-1`. */
  readonly name: string;
  /** A number for each act in the order of ACTS, together 1. What the rules say does not go in. */
  weigh(statement: SpokenStatement, context: Context): ArrayLike<number>;
}

/** What rules and refiners may look at. */
export interface Context {
  readonly reading: Reading;
  readonly quotations: Outermost;
  /** The spans of `Document.blocks`, for looking a place up. */
  readonly blocks: readonly Span[];
  /** The stretches that are one speaker's own words, in order. */
  readonly frames: readonly Frame[];
  readonly packs: readonly Pack[];
  readonly acts: ActWeigher | null;
}

/** What rules and refiners may look at in a reading. */
export function contextOf(
  reading: Reading,
  packs: readonly Pack[] = [],
  frames: readonly Frame[] = [],
  acts: ActWeigher | null = null,
): Context {
  const blocks = reading.document.blocks.map((block) => block.span);
  return { reading, quotations: outermost(reading), blocks, frames, packs, acts };
}

/**
 * Adds statements that follow from the reading and from those found so far; a proposal with the key of a found one takes its
 * place. Refuses by returning nothing.
 */
export interface Rule {
  readonly name: string;
  propose(context: Context, found: readonly Proposal[], firstKey: number): Proposal[];
}

/** Tidies one proposal: a changed one, the same one, or the reason why it is dropped. */
export interface Refiner {
  readonly name: string;
  refine(proposal: Proposal, context: Context): Proposal | { readonly drop: string };
}

/** The whole stretch a proposal takes up; empty, at 0, for one without any span. */
export function extentOf({ cue, source, content }: Proposal): Span {
  return hull([cue, source, ...content].filter((s) => s !== null)) ?? { from: 0, to: 0 };
}

/** One line for `hearsay explain`. */
export function traceOf(what: Trace["what"], by: string, p: Proposal, text: string, why = ""): Trace {
  const words = (s: Span | null): string => (s ? `“${text.slice(s.from, s.to)}”` : "none");
  const spans = `source ${words(p.source)}, cue ${words(p.cue)}, content ${p.content.map(words).join(" […] ") || "none"}`;
  return { what, by, span: extentOf(p), why: why === "" ? spans : `${why}: ${spans}` };
}

import type { Remark } from "./document.ts";
import type { Reading } from "./reading.ts";
import type { Span } from "./span.ts";

export const ACTS = [
  "assert",
  "announce",
  "admit",
  "deny",
  "vow",
  "threaten",
  "warn",
  "demand",
  "offer",
  "agree",
  "refuse",
  "predict",
  "expect",
  "evaluate",
  "praise",
  "condemn",
  "count",
  "ask",
] as const;
export type Act = (typeof ACTS)[number];

export type Manner = "direct" | "indirect" | "mixed";

export const SOURCE_KINDS = [
  "outlet",
  "channel",
  "person",
  "office",
  "organisation",
  "state",
  "unnamed",
  "none",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * What a rule or a model found: spans only, nothing yet about who is meant.
 * `cue` is null for a quotation without a cue, `source` is null where the words name nobody.
 */
export interface FoundStatement {
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The word "that" which opens the content (and is part of it); null where none does. */
  readonly opener: Span | null;
  readonly manner: Manner;
  /** The words for the manner of speaking are denied: "did not say that ...". */
  readonly negated: boolean;
  /** The statement this one is nested in, as the object itself. */
  readonly inside: FoundStatement | null;
  /** For a quotation that goes on without a cue: the statement whose speaker it keeps. */
  readonly continues: FoundStatement | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The rule or model, with its version: `reader-fast-en-1`. */
  readonly by: string;
}

/** One line of what happened while statements were looked for: for `hearsay explain`. */
export interface Trace {
  readonly by: string;
  readonly span: Span;
  readonly what: "proposed" | "kept" | "changed" | "dropped";
  readonly why: string;
}

export interface Found extends Reading {
  readonly statements: readonly FoundStatement[];
  readonly trace: readonly Trace[];
}

/** One hop a statement came through. The outlet has no span: it is the publication itself. */
export interface Hop {
  readonly name: string;
  readonly kind: SourceKind;
  readonly span: Span | null;
  readonly cue: Span | null;
}

export interface Voice {
  readonly of: "speaker" | "channel" | "label" | "translation" | "unknown";
  readonly why: string;
}

/** A found statement with its chain. Fields that nothing can fill yet are null, and say so. */
export interface Statement {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The word "that" which opens the content (and is part of it); null where none does. */
  readonly opener: Span | null;
  readonly manner: Manner;
  readonly voice: Voice | null;
  readonly act: Act | null;
  readonly strength: "neutral" | "weak" | "strong" | null;
  readonly negated: boolean;
  /** Outlet first, original speaker last. Never empty. */
  readonly chain: readonly Hop[];
  /** The name of the last independent origin, or null where the chain does not tell. */
  readonly restsOn: string | null;
  /** The id of the statement this one is nested in. */
  readonly inside: string | null;
  readonly confidence: number;
  readonly by: string;
}

export interface Resolved extends Reading {
  readonly statements: readonly Statement[];
  readonly remarks: readonly Remark[];
  readonly trace: readonly Trace[];
}

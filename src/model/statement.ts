import type { Remark } from "./document.ts";
import type {
  Appearance,
  Condition,
  Count,
  Entity,
  FoundAppearance,
  FoundCondition,
  FoundCount,
  FoundOccasion,
  FoundSilence,
  Occasion,
  Silence,
} from "./entries.ts";
import type { Frame } from "./frame.ts";
import type { Reading } from "./reading.ts";
import type { Span } from "./span.ts";
import type { FoundTime, Time, When } from "./time.ts";

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

export const STRENGTHS = ["neutral", "weak", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** An outlet's own hand inside quotation marks. */
export interface Edit {
  readonly span: Span;
  readonly kind: "omission" | "insertion";
}

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
  /** What makes the words the speaker's where no cue does; null beside a cue. */
  readonly frame: Frame | null;
  readonly act: Act;
  readonly strength: Strength;
  /** The act of speaking itself is denied or unreal: "has never promised", "would say". */
  readonly negated: boolean;
  /** Why this act, for `hearsay explain`: the word or construction that decided. */
  readonly actWhy: string;
  readonly condition: FoundCondition | null;
  /** Where the outlet cut or put in words between the marks: "...", "[the country]". */
  readonly edits: readonly Edit[];
  /** The statement this one is nested in, as the object itself. */
  readonly inside: FoundStatement | null;
  /** For a quotation that goes on without a cue: the statement whose speaker it keeps. */
  readonly continues: FoundStatement | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The rule or model, with its version: `reader-fast-en-1`. */
  readonly by: string;
}

/** A found statement before it is said what it does. */
export type SpokenStatement = Omit<FoundStatement, "act" | "strength" | "negated" | "actWhy" | "condition" | "edits">;

/** One line of what happened while statements were looked for: for `hearsay explain`. */
export interface Trace {
  readonly by: string;
  readonly span: Span;
  readonly what: "proposed" | "kept" | "changed" | "dropped";
  readonly why: string;
}

export interface Found extends Reading {
  readonly statements: readonly FoundStatement[];
  readonly frames: readonly Frame[];
  readonly silences: readonly FoundSilence[];
  readonly times: readonly FoundTime[];
  readonly occasions: readonly FoundOccasion[];
  readonly counts: readonly FoundCount[];
  readonly appearances: readonly FoundAppearance[];
  readonly trace: readonly Trace[];
}

/** One hop a statement came through. The outlet has no span: it is the publication itself. */
export interface Hop {
  readonly name: string;
  readonly kind: SourceKind;
  readonly span: Span | null;
  readonly cue: Span | null;
  /** When this hop passed the words on, where the report tells. */
  readonly when: When | null;
}

export interface Voice {
  readonly of: "speaker" | "channel" | "label" | "translation" | "unknown";
  readonly why: string;
}

/** A found statement with its chain, its time and the names behind its words. */
export interface Statement {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The word "that" which opens the content (and is part of it); null where none does. */
  readonly opener: Span | null;
  readonly manner: Manner;
  /** Null where no words stand in quotation marks. */
  readonly voice: Voice | null;
  readonly act: Act;
  readonly strength: Strength;
  readonly negated: boolean;
  /** Why this act, for `hearsay explain`. */
  readonly actWhy: string;
  readonly condition: Condition | null;
  readonly edits: readonly Edit[];
  readonly frame: Frame | null;
  /** When the words were spoken. */
  readonly uttered: When;
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
  readonly silences: readonly Silence[];
  readonly times: readonly Time[];
  readonly people: readonly Entity[];
  readonly occasions: readonly Occasion[];
  readonly counts: readonly Count[];
  readonly appearances: readonly Appearance[];
  readonly remarks: readonly Remark[];
  readonly trace: readonly Trace[];
}

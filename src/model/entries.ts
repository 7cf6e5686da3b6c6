import type { PackOccasion } from "./pack.ts";
import type { Span } from "./span.ts";
import type { When } from "./time.ts";

export const SILENCE_KINDS = [
  "detail-withheld",
  "content-withheld",
  "message-absent",
  "act-absent",
  "topic-not-mentioned",
  "not-criticised",
  "answer-not-given",
] as const;
export type SilenceKind = (typeof SILENCE_KINDS)[number];

/** Something reported as not said or not done, or found missing: its words, nothing yet about who is meant. */
export interface FoundSilence {
  /** The clause that says it. */
  readonly span: Span;
  readonly kind: SilenceKind;
  /** Who was silent. */
  readonly who: Span | null;
  /** Who found it missing, where the report names somebody other than itself. */
  readonly noticedBy: Span | null;
  /** The channel on whose account it is missing. */
  readonly accordingTo: Span | null;
  readonly about: Span | null;
  /** Where it was missing: "his speech". */
  readonly scope: Span | null;
  readonly expectation: Span | null;
  readonly by: string;
}

export interface Silence {
  readonly id: string;
  readonly span: Span;
  readonly kind: SilenceKind;
  readonly who: string | null;
  /** The outlet where nobody else is named; null where the outlet is not known either. */
  readonly noticedBy: string | null;
  readonly accordingTo: string | null;
  readonly about: string | null;
  readonly scope: string | null;
  readonly expectation: string | null;
  readonly by: string;
}

/** An act of saying, or the event it belongs to: a congress, the third day of a congress, a speech, an interview. */
export interface FoundOccasion {
  readonly span: Span;
  /** The kind of occasion, a word of the list: "congress", "speech", "interview". */
  readonly noun: string;
  /** Which day of it, where the words count days ("the third day of the congress"). */
  readonly day: number | null;
  /** The occasion of a pack that the words name, or null. */
  readonly known: PackOccasion | null;
  readonly status: OccasionStatus | null;
}

/** What is told of an occasion that was not, or not yet, held. */
export type OccasionStatus = "expected" | "cancelled";

export interface Occasion {
  readonly id: string;
  readonly name: string;
  /** The first mention that names it most fully. */
  readonly span: Span;
  readonly mentions: readonly Span[];
  readonly when: When;
  /** "expected" where the report looks ahead to it, "cancelled" also for one put off; null where it says neither. */
  readonly status: OccasionStatus | null;
}

/** A count the report passes on: how often somebody used a term, how many times something was done. */
export interface FoundCount {
  readonly span: Span;
  readonly term: Span | null;
  readonly count: number;
  /** "at least four": the number is a bound. */
  readonly bound: "exactly" | "at-least" | "at-most" | "about";
  /** What is counted: uses of a term, or doings ("visits to four projects"). */
  readonly of: "term" | "deed";
  readonly who: Span | null;
  readonly occasion: Span | null;
  /** Over what it was counted: "in nine speeches this year". */
  readonly over: Span | null;
}

export interface Count {
  readonly span: Span;
  readonly term: string;
  readonly count: number;
  readonly bound: FoundCount["bound"];
  readonly of: FoundCount["of"];
  /** Who used the term or did it. */
  readonly by: string | null;
  /** The id of the occasion. */
  readonly occasion: string | null;
  /** Over what it was counted, in the report's words: "in nine speeches this year". */
  readonly over: string | null;
}

/** An office given or taken, or a person seen somewhere: what "Kremlinology" is made of. */
export interface FoundAppearance {
  readonly span: Span;
  readonly kind: "appointed" | "removed" | "appeared" | "absent" | "expected";
  readonly who: Span | null;
  /** The office, or the place and occasion. */
  readonly what: Span | null;
  /** Whether it is told only where a person is meant: teams and firms replace one another, too. */
  readonly person?: boolean;
}

export interface Appearance {
  readonly span: Span;
  readonly kind: FoundAppearance["kind"];
  readonly who: string | null;
  readonly what: string | null;
}

/** Whom or what the text speaks of, with every place that names it. */
export interface Entity {
  readonly id: string;
  /** The fullest name, without titles. */
  readonly name: string;
  readonly kind: "person" | "office" | "organisation" | "state" | "place" | "unnamed";
  readonly mentions: readonly Span[];
  /** Offices and descriptions the text or a pack gives, in the order of the text. */
  readonly described: readonly string[];
}

/** The words a statement hangs on. */
export interface FoundCondition {
  /** From the conjunction on. */
  readonly trigger: Span;
  readonly consequence: Span | null;
  /** The words for who must move. */
  readonly mover: Span | null;
}

export interface Condition {
  readonly trigger: Span;
  readonly consequence: Span | null;
  readonly mover: string | null;
}

import type { Span } from "./span.ts";

export const FRAME_KINDS = ["press-statement", "speech", "letter", "interview", "transcript"] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/**
 * What makes a stretch of a report one speaker's own words without marks: every sentence in it is his statement.
 * An interview or a transcript has one frame for each turn.
 */
export interface Frame {
  readonly kind: FrameKind;
  /** The words that open it: the announcing sentence, a speaker's label. No part of the stretch. */
  readonly span: Span;
  /** The words that are the speaker's own, whole sentences. */
  readonly stretch: Span;
  /** The words in `span` (or before it) that name the speaker, or null. */
  readonly source: Span | null;
  /** The words that open it, for the reader: "issued the following press statement". */
  readonly cue: Span | null;
  /** The sentence at the head of the page that tells when, and for whom, the speaker was interviewed. */
  readonly told?: Span | null;
  /** The rule that found it, with its version: `announced-frame-1`. */
  readonly by: string;
  /** 0 to 1: how often a sentence in such a frame is this speaker's. */
  readonly confidence: number;
}

import type { Run } from "./crf.ts";
import type { Ways } from "./judge.ts";
import type { CueWindow } from "./roleFeatures.ts";

/** A cue that was found: a run of tokens. */
export interface FoundCue extends Run {
  /** Log odds of its first label. */
  readonly logit: number;
}

/** Proposes cues of one text, and ways to read each. Token indices, half-open. */
export interface Proposer {
  /** The cues in the tokens [first, last), which stand in `depth` quotations; `nested` inside a content. */
  cues(first: number, last: number, depth: number, nested: boolean): FoundCue[];
  /** The best few ways to give a cue source and content, and what speaks for each of them and against all. */
  ways(window: CueWindow, cue: FoundCue, nested: boolean): Ways;
}

import type { Attributes } from "./attributes.ts";
import {
  type Path,
  type Run,
  type Weights,
  best,
  bestPaths,
  emissions,
  holdLabel,
  labelRuns,
  probabilities,
  transitions,
} from "./crf.ts";
import { CUE_FIELD, cueFeatures } from "./cueFeatures.ts";
import { FeatureList } from "./features.ts";
import { CANDIDATES } from "./judge.ts";
import { CUE_LABEL, type CueWindow, ROLE_FIELD, roleFeatures } from "./roleFeatures.ts";

/** A cue the cue field found: a run of tokens. */
export interface FoundCue extends Run {
  /** Log odds of its first label. */
  readonly logit: number;
}

/** Proposes cues, and for each cue ways to read it. Used alike in reading and in training the judge. */
export class Candidates {
  readonly #cue: Weights;
  readonly #role: Weights;
  readonly #bias: number;
  readonly #cueMoves: Float64Array;
  readonly #roleMoves: Float64Array;
  readonly #cueList = new FeatureList(CUE_FIELD.slots);
  readonly #roleList = new FeatureList(ROLE_FIELD.slots);

  /** `bias` is added to the score of a cue's first label: the higher, the more cues are proposed. */
  constructor(cue: Weights, role: Weights, bias: number) {
    this.#cue = cue;
    this.#role = role;
    this.#bias = bias;
    this.#cueMoves = transitions(CUE_FIELD, cue);
    this.#roleMoves = transitions(ROLE_FIELD, role);
  }

  /** The cues in the tokens [first, last), which stand in `depth` quotations. */
  cues(a: Attributes, first: number, last: number, depth: number): FoundCue[] {
    cueFeatures(a, first, last, this.#cueList, depth);
    const scores = emissions(CUE_FIELD, this.#cue, this.#cueList);
    const labels = CUE_FIELD.labels.length;
    for (let k = 0; k < scores.length; k += labels) {
      scores[k + 1] = (scores[k + 1] as number) + this.#bias;
      scores[k + 4] = (scores[k + 4] as number) + this.#bias;
    }
    const path = best(CUE_FIELD, scores, this.#cueMoves);
    const runs = labelRuns(path, first, 1);
    if (runs.length === 0) return [];
    const probability = probabilities(CUE_FIELD, scores, this.#cueMoves);
    return runs.map((run) => {
      const at = run.first - first;
      const p = Math.min(1 - 1e-6, Math.max(1e-6, probability[at * labels + (path[at] as number)] as number));
      return { ...run, logit: Math.log(p / (1 - p)) };
    });
  }

  /** The best few ways to give the cue of a window its source and content, the best first. */
  ways(a: Attributes, window: CueWindow): Path[] {
    roleFeatures(a, window, this.#roleList);
    const scores = emissions(ROLE_FIELD, this.#role, this.#roleList);
    holdLabel(ROLE_FIELD, scores, CUE_LABEL, window.cueFirst - window.first, window.cueLast - window.first);
    return bestPaths(ROLE_FIELD, scores, this.#roleMoves, CANDIDATES);
  }
}

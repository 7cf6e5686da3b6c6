import type { Attributes } from "./attributes.ts";
import {
  type Path,
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
import { CANDIDATES, waysToRead } from "./judge.ts";
import type { FoundCue, Proposer } from "./proposer.ts";
import { CUE_LABEL, type CueWindow, ROLE_FIELD, roleFeatures } from "./roleFeatures.ts";

/** The scores that two fields give, before any decision. */
export class Fields {
  readonly cueMoves: Float64Array;
  readonly roleMoves: Float64Array;
  readonly #cue: Weights;
  readonly #role: Weights;
  readonly #cueList = new FeatureList(CUE_FIELD.slots);
  readonly #roleList = new FeatureList(ROLE_FIELD.slots);

  constructor(cue: Weights, role: Weights) {
    this.#cue = cue;
    this.#role = role;
    this.cueMoves = transitions(CUE_FIELD, cue);
    this.roleMoves = transitions(ROLE_FIELD, role);
  }

  /** Scores of the cue labels in the tokens [first, last), which stand in `depth` quotations. */
  cueScores(a: Attributes, first: number, last: number, depth: number): Float64Array {
    cueFeatures(a, first, last, this.#cueList, depth);
    return emissions(CUE_FIELD, this.#cue, this.#cueList);
  }

  /** Scores of the role labels in a window, as seen from its cue. */
  roleScores(a: Attributes, window: CueWindow): Float64Array {
    roleFeatures(a, window, this.#roleList);
    return emissions(ROLE_FIELD, this.#role, this.#roleList);
  }
}

/** Proposes cues, and for each cue ways to read it. Used alike in reading and in training the judge. */
export class Candidates {
  readonly #fields: Fields;
  readonly #bias: number;

  /** `bias` is added to the score of a cue's first label: the higher, the more cues are proposed. */
  constructor(fields: Fields, bias: number) {
    this.#fields = fields;
    this.#bias = bias;
  }

  /** What proposes in the text of these attributes. */
  on(a: Attributes): Proposer {
    return {
      cues: (first, last, depth) => this.cues(a, first, last, depth),
      ways: (window, cue) => waysToRead(a, window, cue.logit, this.ways(a, window)),
    };
  }

  /** The cues in the tokens [first, last), which stand in `depth` quotations. */
  cues(a: Attributes, first: number, last: number, depth: number): FoundCue[] {
    const scores = this.#fields.cueScores(a, first, last, depth);
    const labels = CUE_FIELD.labels.length;
    for (let k = 0; k < scores.length; k += labels) {
      scores[k + 1] = (scores[k + 1] as number) + this.#bias;
      scores[k + 4] = (scores[k + 4] as number) + this.#bias;
    }
    const path = best(CUE_FIELD, scores, this.#fields.cueMoves);
    const runs = labelRuns(path, first, 1);
    if (runs.length === 0) return [];
    const probability = probabilities(CUE_FIELD, scores, this.#fields.cueMoves);
    return runs.map((run) => {
      const at = run.first - first;
      const p = Math.min(1 - 1e-6, Math.max(1e-6, probability[at * labels + (path[at] as number)] as number));
      return { ...run, logit: Math.log(p / (1 - p)) };
    });
  }

  /** The best few ways to give the cue of a window its source and content, the best first. */
  ways(a: Attributes, window: CueWindow): Path[] {
    const scores = this.#fields.roleScores(a, window);
    holdLabel(ROLE_FIELD, scores, CUE_LABEL, window.cueFirst - window.first, window.cueLast - window.first);
    return bestPaths(ROLE_FIELD, scores, this.#fields.roleMoves, CANDIDATES);
  }
}

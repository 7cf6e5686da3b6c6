import type { Attributes } from "../fast/attributes.ts";
import type { Fields } from "../fast/candidates.ts";
import { best, bestPaths, holdLabel, labelRuns, logSumOf, probabilities } from "../fast/crf.ts";
import { CUE_FIELD } from "../fast/cueFeatures.ts";
import { type Ways, waysToRead } from "../fast/judge.ts";
import type { FoundCue, Proposer } from "../fast/proposer.ts";
import { CUE_LABEL, type CueWindow, ROLE_FIELD } from "../fast/roleFeatures.ts";
import type { EncodedText } from "./encoder.ts";
import { withOwnEvidence } from "./evidence.ts";

/** How many ways to give a cue its source and content are weighed. */
const WAYS = 6;

/** How much the fast reader's fields say beside the networks, and how generously cues are proposed. */
export interface Mix {
  /** Share of the cue field's scores added to the networks'. */
  readonly cue: number;
  /** Share of the role field's. */
  readonly role: number;
  /** Added to the score of a cue's first label: the higher, the more cues are proposed. */
  readonly cueBias: number;
}

/** The moves of the role labels as learned with the networks: `previous * labels + next`, ruled-out ones very low. */
export type RoleMoves = Float64Array;

/** The score of a move that is ruled out. */
export const NEVER = -1e9;

/** The learned moves, those that are not allowed ruled out. */
export function roleMoves(learned: readonly number[]): RoleMoves {
  return Float64Array.from(ROLE_FIELD.allowed, (ok, k) => (ok ? (learned[k] as number) : NEVER));
}

/**
 * Proposes the cues of one text and the ways to read them by the networks' scores, to which a share of the fast reader's
 * fields is added: both are scores of the same labels, and they err differently.
 */
export class FullCandidates implements Proposer {
  readonly #text: EncodedText;
  readonly #a: Attributes;
  readonly #fields: Fields;
  readonly #mix: Mix;
  readonly #moves: Float64Array;
  readonly #cueMoves: Float64Array;

  constructor(text: EncodedText, a: Attributes, fields: Fields, moves: RoleMoves, mix: Mix) {
    this.#text = text;
    this.#a = a;
    this.#fields = fields;
    this.#mix = mix;
    this.#moves = moves.map((m, k) => (m === NEVER ? NEVER : m + mix.role * (fields.roleMoves[k] as number)));
    this.#cueMoves = fields.cueMoves.map((m, k) => (CUE_FIELD.allowed[k] ? mix.cue * m : NEVER));
  }

  cues(first: number, last: number, depth: number, nested: boolean): FoundCue[] {
    const labels = CUE_FIELD.labels.length;
    const scores = this.#text.cueScores(first, last, nested);
    const field = this.#fields.cueScores(this.#a, first, last, depth);
    const { cue, cueBias } = this.#mix;
    for (let k = 0; k < scores.length; k++)
      scores[k] =
        (scores[k] as number) + cue * (field[k] as number) + (k % labels === 1 || k % labels === 4 ? cueBias : 0);
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

  ways(window: CueWindow, cue: FoundCue, nested: boolean): Ways {
    const scores = this.#text.roleScores(window, nested);
    const field = this.#fields.roleScores(this.#a, window);
    for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) + this.#mix.role * (field[k] as number);
    holdLabel(ROLE_FIELD, scores, CUE_LABEL, window.cueFirst - window.first, window.cueLast - window.first);
    const paths = bestPaths(ROLE_FIELD, scores, this.#moves, WAYS);
    const all = logSumOf(ROLE_FIELD, scores, this.#moves);
    return withOwnEvidence(
      waysToRead(this.#a, window, cue.logit, paths),
      paths.map((path) => path.score - all),
      cue.logit,
    );
  }
}

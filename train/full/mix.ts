import type { Fields } from "../../src/extract/fast/candidates.ts";
import { best, holdLabel, labelRuns } from "../../src/extract/fast/crf.ts";
import { CUE_FIELD } from "../../src/extract/fast/cueFeatures.ts";
import { CUE_LABEL, ROLE_FIELD } from "../../src/extract/fast/roleFeatures.ts";
import { windowOf } from "../../src/extract/fast/windows.ts";
import type { EncodedText } from "../../src/extract/full/encoder.ts";
import { NEVER, type RoleMoves } from "../../src/extract/full/fullCandidates.ts";
import { roleLabels, tokenRange } from "../examples.ts";
import type { Lesson } from "../lessons.ts";

const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/**
 * The shares of the fast reader's fields that read best beside the networks, on texts neither has seen: for cues by the F1 of
 * whole cues, for roles by how many windows around marked cues are read exactly.
 */
export function bestShares(
  lessons: readonly Lesson[],
  textOf: (lesson: Lesson) => EncodedText,
  fields: Fields,
  moves: RoleMoves,
  say: (line: string) => void,
): { readonly cue: number; readonly role: number } {
  const cueHits = SHARES.map(() => 0);
  const cueFound = SHARES.map(() => 0);
  let cues = 0;
  const exact = SHARES.map(() => 0);
  let windows = 0;
  for (const lesson of lessons) {
    const { reading, a, outermost } = lesson;
    const text = textOf(lesson);
    const marked = outermost[0]?.marked ?? [];
    const ranges = marked.flatMap(({ cue }) => cue.flatMap((span) => tokenRange(reading, span) ?? []));
    const right = new Set(ranges.map(({ first, last }) => `${first}-${last}`));
    cues += right.size;
    for (const { first, last } of outermost) {
      const scores = text.cueScores(first, last, false);
      const field = fields.cueScores(a, first, last, 0);
      SHARES.forEach((share, k) => {
        const found = labelRuns(
          best(CUE_FIELD, sum(scores, field, share), mixed(CUE_FIELD.allowed, null, fields.cueMoves, share)),
          first,
          1,
        );
        cueFound[k] = (cueFound[k] as number) + found.length;
        cueHits[k] = (cueHits[k] as number) + found.filter((run) => right.has(`${run.first}-${run.last}`)).length;
      });
    }
    for (const one of marked) {
      const range = one.cue[0] && tokenRange(reading, one.cue[0]);
      if (!range) continue;
      const window = windowOf(reading, a, range.first, range.last);
      const labels = roleLabels(reading, window, one);
      const scores = text.roleScores(window, false);
      const field = fields.roleScores(a, window);
      windows++;
      SHARES.forEach((share, k) => {
        const both = sum(scores, field, share);
        holdLabel(ROLE_FIELD, both, CUE_LABEL, window.cueFirst - window.first, window.cueLast - window.first);
        const path = best(ROLE_FIELD, both, mixed(ROLE_FIELD.allowed, moves, fields.roleMoves, share));
        if (path.every((y, i) => y === labels[i])) exact[k] = (exact[k] as number) + 1;
      });
    }
  }
  const cueF1 = SHARES.map((_, k) => (2 * (cueHits[k] as number)) / (cues + (cueFound[k] as number)));
  SHARES.forEach((share, k) =>
    say(
      `share ${share}: cues ${(100 * (cueF1[k] as number)).toFixed(2)} % F1, windows read exactly ${((100 * (exact[k] as number)) / windows).toFixed(2)} %`,
    ),
  );
  const of = (values: readonly number[]): number => SHARES[values.indexOf(Math.max(...values))] as number;
  return { cue: of(cueF1), role: of(exact) };
}

function sum(a: Float64Array, b: Float64Array, share: number): Float64Array {
  return a.map((x, k) => x + share * (b[k] as number));
}

/** Moves of both, what is not allowed ruled out. */
function mixed(allowed: Uint8Array, own: Float64Array | null, field: Float64Array, share: number): Float64Array {
  return Float64Array.from(allowed, (ok, k) => (ok ? (own?.[k] ?? 0) + share * (field[k] as number) : NEVER));
}

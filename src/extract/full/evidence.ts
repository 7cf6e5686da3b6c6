import type { Evidence, Ways } from "../fast/judge.ts";

/** Slots of the judge's weights that hold what only the full reader measures. */
const CERTAINTY = 1;
const CERTAINTY_STEPS = 8;
const CUE_STEPS = 32;

/**
 * Adds what the full reader knows better than the fast one: how likely each way is among all, not only among the best few, and
 * how sure the cue is, in steps. `logShares` are natural logarithms.
 */
export function withOwnEvidence({ roles, evidence }: Ways, logShares: readonly number[], logit: number): Ways {
  const [against, ...ways] = evidence;
  if (!against) return { roles, evidence };
  const cueStep = CUE_STEPS + Math.max(0, Math.min(12, Math.round(logit) + 6));
  return {
    roles,
    evidence: [
      { ...against, slots: [...against.slots, cueStep] },
      ...ways.map((way, k): Evidence => {
        const share = Math.max(-12, logShares[k] as number);
        return {
          slots: [...way.slots, CERTAINTY_STEPS + Math.min(8, Math.round(-2 * share))],
          values: [...way.values, [CERTAINTY, share]],
        };
      }),
    ],
  };
}

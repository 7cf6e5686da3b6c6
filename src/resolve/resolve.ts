import type { Remark } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { Found, Hop, Resolved, Statement } from "../model/statement.ts";
import { chainsOf, restsOn } from "./chain/chain.ts";
import { resolveAppearances } from "./entries/appearances.ts";
import { resolveCounts } from "./entries/counts.ts";
import { resolveCondition } from "./entries/movers.ts";
import { withSpokenDays } from "./entries/occasionDays.ts";
import { resolveOccasions } from "./entries/occasions.ts";
import { resolveSilences } from "./entries/silences.ts";
import { resolvePeople } from "./people/people.ts";
import { resolveTimes } from "./times/times.ts";
import { utteredOf } from "./times/uttered.ts";
import { voiceOf } from "./voice/voice.ts";

/**
 * Says of every statement whose it is, through whom it came, when it was said and whose wording stands in its marks; gives
 * times their values and every other entry its names. What the text leaves open stays open.
 */
export function resolve(found: Found, remarks: readonly Remark[], packs: readonly Pack[] = []): Resolved {
  const { document, statements } = found;
  const people = resolvePeople(found, packs);
  const times = resolveTimes(found);
  const context = { people, times };
  const occasions = resolveOccasions(found, context);
  const chains = chainsOf(found, people, packs);
  const ids = new Map(statements.map((s, i) => [s, `s${i + 1}`] as const));
  const resolved = statements.map((s): Statement => {
    const chain = chains.get(s) as readonly Hop[];
    const { uttered, hops } = utteredOf(s, chain, { found, times, occasions });
    const { content, cue, source, opener, manner, act, strength, negated, actWhy, edits, frame, confidence, by } = s;
    return {
      id: ids.get(s) as string,
      content,
      cue,
      source,
      opener,
      manner,
      voice: voiceOf(s, chain, found),
      act,
      strength,
      negated,
      actWhy,
      condition: resolveCondition(s.condition, s, chain.at(-1)?.name ?? "", found, people),
      edits,
      frame,
      uttered,
      chain: chain.map((hop, i) => ({ ...hop, when: hops[i] ?? null })),
      restsOn: restsOn(chain),
      inside: s.inside ? (ids.get(s.inside) ?? null) : null,
      confidence,
      by,
    };
  });
  const dated = withSpokenDays(
    occasions,
    found,
    resolved.map((s) => s.uttered),
    times,
  );
  return {
    ...found,
    statements: resolved,
    silences: resolveSilences(found, context),
    times,
    people: people.entities,
    occasions: dated,
    counts: resolveCounts(found, { ...context, occasions: dated }),
    appearances: resolveAppearances(found, context),
    remarks: [...document.remarks, ...remarks],
  };
}

import type { Act } from "../../model/statement.ts";
import type { Spoken } from "./spoken.ts";
import type { KnownVerb, Verbs } from "./verbs.ts";
import { actOfNoun } from "./wordLists.ts";

/** What tells the act of a cue: a verb, or a noun or adjective with the act it names. */
export interface Head {
  readonly verb: KnownVerb | null;
  readonly noun: { readonly word: string; readonly act: Act | null } | null;
}

/** Verbs that carry a noun of speaking and do little themselves: "issued a warning", "gave his word", "was adamant". */
const LIGHT =
  /^(?:give|gave|given|gives|giving|issue|issued|issues|issuing|make|made|makes|making|express|expressed|expresses|expressing|voice|voiced|voices|voicing|have|had|has|having|raise|raised|raises|raising|deliver|delivered|send|sent|sends|sending|sound|sounded|repeat|repeated|repeats|renew|renewed|renews|renewing|reiterate|reiterated|share|shared|air|aired|offer|offered|offering|extend|extended|extends|extending|convey|conveyed|conveys|is|are|was|were|am|be|been|being|'s|'re|'m|remain|remains|remained|hold|held|holds)$/;

/** What stands ahead of a noun: "his vow", "the bank's plans", "in a warning". */
const AHEAD_OF_NOUN =
  /^(?:an?|the|his|her|its|their|our|my|your|whose|this|that|these|those|any|no|some|such|new|fresh|repeated|recent|first|earlier|'s|')$/;

/** Finds it: a noun that a light verb carries or a determiner opens; else the last verb of the cue, with its particles. */
export function headOfCue({ cue, before, behind, source }: Spoken, verbs: Verbs): Head {
  const [first = ""] = cue;
  const light = cue.findIndex((w) => LIGHT.test(w));
  const bare =
    source.length === 0 && cue.length === 2 && /^(?:to|for|that)$/.test(cue[1] as string) && first.endsWith("s");
  const from =
    light !== -1
      ? light + 1
      : /^(?:in|by|to|of|on)$/.test(first)
        ? 1
        : bare || opensNoun(before, source)
          ? 0
          : cue.length;
  for (let i = from; i < cue.length; i++) {
    const word = cue[i] as string;
    const act = actOfNoun(word);
    if (act !== undefined) return { verb: null, noun: { word, act } };
    if (i === 0 || (light === -1 && from === 0)) break;
  }
  const words = [...cue, ...behind];
  for (let i = cue.length - 1; i >= 0; i--) {
    const verb = verbs.at(words, i);
    const ahead = cue[i - 1];
    // "refused to endorse": the first verb does the act, the second is what it is about.
    if (verb && ahead === "to" && (verbs.at(cue, i - 2)?.act ?? null) !== null) continue;
    // "announced plans": a noun behind its verb, though it looks like a verb.
    if (verb && !(ahead !== undefined && (verbs.base(ahead) !== null || AHEAD_OF_NOUN.test(ahead))))
      return { verb, noun: null };
  }
  const word = cue.findLast((w) => actOfNoun(w) !== undefined);
  const act = word === undefined ? undefined : actOfNoun(word);
  return { verb: null, noun: word === undefined || act === undefined ? null : { word, act } };
}

function opensNoun(before: readonly string[], source: readonly string[]): boolean {
  const ahead = before.at(-1) ?? "";
  if (AHEAD_OF_NOUN.test(ahead)) return true;
  const owner = source.at(-1) ?? "";
  return ahead === owner && /^(?:'s|'|his|her|its|their|our|my|whose)$/.test(owner);
}

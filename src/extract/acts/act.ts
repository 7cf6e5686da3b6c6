import type { Act, SpokenStatement, Strength } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import { constructionOf } from "./constructions.ts";
import { actOfContent } from "./content.ts";
import { headOfCue } from "./head.ts";
import { negationOf } from "./negation.ts";
import { type Spoken, spokenWords } from "./spoken.ts";
import { strengthOf } from "./strength.ts";
import { type KnownVerb, type Verbs, verbsOf } from "./verbs.ts";

export interface ReadAct {
  readonly act: Act;
  readonly strength: Strength;
  readonly negated: boolean;
  readonly why: string;
}

/**
 * What the speaker does by saying it, how strong the reporting words are, and whether the act of speaking itself is denied.
 * The reporting verb first, then how it is built, then what is said (docs/marking-record.md).
 */
export function actOf(statement: SpokenStatement, context: Context): ReadAct {
  const verbs = verbsOf(context.packs);
  const spoken = spokenWords(statement, context);
  const head = headOfCue(spoken, verbs);
  const { act, why } = actBy(spoken, head.verb, head.noun, verbs);
  const { strength, why: force } = strengthOf(spoken, head.verb);
  const negation = negationOf(spoken);
  return {
    act,
    strength,
    negated: negation !== null,
    why: [why, force && `${strength}: ${force}`, negation && `negated: ${negation}`].filter(Boolean).join("; "),
  };
}

const WITHDRAWN = /^(?:withdr[ae]ws?|withdrawn|withdrawing|rescind(?:s|ed)?|revoked?)$/;

/** Acts that a verb of announcing outweighs. */
const WEAKER: ReadonlySet<Act> = new Set([
  "predict",
  "expect",
  "condemn",
  "praise",
  "evaluate",
  "assert",
  "count",
  "agree",
]);

function actBy(
  spoken: Spoken,
  verb: KnownVerb | null,
  noun: { readonly word: string; readonly act: Act | null } | null,
  verbs: Verbs,
): { act: Act; why: string } {
  if (noun?.act === "praise" && spoken.cue.some((w) => WITHDRAWN.test(w)))
    return { act: "condemn", why: `“${noun.word}” withdrawn` };
  if (noun?.act && noun.act !== "evaluate") return { act: noun.act, why: `the word “${noun.word}”` };
  const participle = verb?.act || verb?.base === "suggest" ? null : participleAhead(spoken, verbs);
  if (participle) return participle;
  if (!verb || noun) return actOfContent(spoken, verbs, noun?.act ?? "assert");
  const built = constructionOf(spoken, verb);
  if (built && built.act !== "content") return { act: built.act, why: built.why };
  const base = [verb.base, ...verb.particles].join(" ");
  if (verb.act && !built) return { act: verb.act, why: `the verb “${base}”` };
  const read = actOfContent(spoken, verbs, verb.act ?? "assert");
  // "Declared that the bank must close": a demand comes first in the list; a judgement does not.
  return verb.act === "announce" && WEAKER.has(read.act) ? { act: verb.act, why: `the verb “${base}”` } : read;
}

/** "A letter congratulating the winners": what is said opens with a verb that tells what the letter does. */
function participleAhead({ clauses: [first], opened, cue }: Spoken, verbs: Verbs): { act: Act; why: string } | null {
  if (!first || first.direct || opened || cue.length === 0) return null;
  const at = /^\p{N}+$/u.test(first.words[0] ?? "") ? 1 : 0;
  const word = first.words[at] ?? "";
  const act = word.endsWith("ing") ? verbs.at(first.words, at)?.act : null;
  return act ? { act, why: `opens with “${word}”` } : null;
}

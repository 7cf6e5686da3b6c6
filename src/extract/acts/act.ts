import { type Act, ACTS, type SpokenStatement, type Strength } from "../../model/statement.ts";
import type { ActWeigher, Context } from "../proposal.ts";
import { constructionOf } from "./constructions.ts";
import { actOfContent } from "./content.ts";
import { neverDone } from "./content/settled.ts";
import { type Head, headOfCue } from "./head.ts";
import { negationOf } from "./negation.ts";
import { type Spoken, spokenWords } from "./spoken.ts";
import { strengthOf } from "./strength.ts";
import { type Verbs, verbsOf } from "./verbs.ts";

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
  const ruled = ruledAct(spoken, head, verbs);
  const { act, why } =
    ruled.named || !context.acts ? ruled : weighed(statement, context, ruled, neverDone(spoken, ruled.act));
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

/** "Shared the view": of one mind with another; who "shared his view" told it. */
const SHARED =
  /\bshar(?:e|es|ed|ing) (?:the|a|this|that) (?:same |common |identical )?(?:view|opinion|position|stand|belief|understanding)\b/;

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

/** An act by the rules, and what it rests on. */
export interface RuledAct {
  readonly act: Act;
  readonly why: string;
  /** The reporting words name it; else it was told from what is said, which the rules get right half the time. */
  readonly named: boolean;
}

/** How many times its share the rules' act counts: docs/decisions/0011. */
const FOR_THE_RULES = 5;

/** What a network makes of words whose reporting verb names no act, the rules' act being given some weight. */
function weighed(
  statement: SpokenStatement,
  context: Context,
  ruled: RuledAct,
  never: ReadonlySet<Act>,
): Omit<RuledAct, "named"> {
  const weigher = context.acts as ActWeigher;
  const shares = weigher.weigh(statement, context);
  const votes = ACTS.map((act, i) =>
    never.has(act) ? 0 : (shares[i] as number) * (act === ruled.act ? FOR_THE_RULES : 1),
  );
  const act = ACTS[votes.indexOf(Math.max(...votes))] as Act;
  if (act === ruled.act) return ruled;
  const share = (which: Act): string => `${Math.round(100 * (shares[ACTS.indexOf(which)] as number))} %`;
  return {
    act,
    why: `${weigher.name} weighs the words: ${act} ${share(act)}, ${ruled.act} ${share(ruled.act)}; the rules alone: ${ruled.act}, ${ruled.why}`,
  };
}

/** The act by the rules alone. */
export function ruledAct(spoken: Spoken, { verb, noun }: Head, verbs: Verbs): RuledAct {
  if (noun?.act === "praise" && spoken.cue.some((w) => WITHDRAWN.test(w)))
    return { act: "condemn", why: `“${noun.word}” withdrawn`, named: true };
  if (noun && SHARED.test(spoken.cue.join(" ")))
    return { act: "agree", why: `“${noun.word}” shared with another`, named: true };
  if (noun?.act && noun.act !== "evaluate") return { act: noun.act, why: `the word “${noun.word}”`, named: true };
  const participle = verb?.act || verb?.base === "suggest" ? null : participleAhead(spoken, verbs);
  if (participle) return { ...participle, named: true };
  if (!verb || noun) {
    const read = actOfContent(spoken, verbs, noun?.act ?? "assert");
    // Words that all end in a question mark ask, whatever they are about.
    const asks = read.act === "ask" && spoken.clauses.every((clause) => clause.asks);
    return { ...read, named: asks || read.settled };
  }
  const built = constructionOf(spoken, verb);
  // "Called it a mistake": that it is a judgement is sure, not which.
  if (built && built.act !== "content") return { act: built.act, why: built.why, named: built.act !== "evaluate" };
  const base = [verb.base, ...verb.particles].join(" ");
  if (verb.act && !built) return { act: verb.act, why: `the verb “${base}”`, named: true };
  const read = actOfContent(spoken, verbs, verb.act ?? "assert");
  // "Declared that the bank must close": a demand comes first in the list; a judgement does not.
  return verb.act === "announce" && WEAKER.has(read.act)
    ? { act: verb.act, why: `the verb “${base}”`, named: true }
    : { ...read, named: read.settled };
}

/** "A letter congratulating the winners": what is said opens with a verb that tells what the letter does. */
function participleAhead({ clauses: [first], opened, cue }: Spoken, verbs: Verbs): { act: Act; why: string } | null {
  if (!first || first.direct || opened || cue.length === 0) return null;
  const at = /^\p{N}+$/u.test(first.words[0] ?? "") ? 1 : 0;
  const word = first.words[at] ?? "";
  const act = word.endsWith("ing") ? verbs.at(first.words, at)?.act : null;
  return act ? { act, why: `opens with “${word}”` } : null;
}

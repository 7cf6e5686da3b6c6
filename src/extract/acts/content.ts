import { type Act, ACTS } from "../../model/statement.ts";
import { admission } from "./content/admission.ts";
import { announcement } from "./content/announcement.ts";
import { consent } from "./content/consent.ts";
import { demanding } from "./content/demanding.ts";
import { denial } from "./content/denial.ts";
import { offering } from "./content/offering.ts";
import { prediction } from "./content/prediction.ts";
import { promise } from "./content/promise.ts";
import { SETTLED, settles } from "./content/settled.ts";
import { question } from "./content/question.ts";
import { refusal } from "./content/refusal.ts";
import { threat } from "./content/threat.ts";
import { warning } from "./content/warning.ts";
import { wish } from "./content/wish.ts";
import type { ContentRule } from "./contentRule.ts";
import { condemnation, counting, evaluation, praise } from "./judgements.ts";
import { type Clause, type Spoken, doer } from "./spoken.ts";
import type { Verbs } from "./verbs.ts";
import { wordsOfClass } from "./wordLists.ts";

/** What the words said may do, in the order of precedence of docs/marking-record.md: the first that fits is the act. */
const CONTENT_RULES: readonly ContentRule[] = [
  question,
  counting,
  admission,
  denial,
  refusal,
  threat,
  promise,
  offering,
  consent,
  demanding,
  warning,
  prediction,
  wish,
  announcement,
  condemnation,
  praise,
  evaluation,
];

/** What plain telling and plain judging weigh beside an act that does something. */
const WEIGHT: Partial<Record<Act, number>> = { assert: 0.25, evaluate: 0.7 };

/** How many sentences of a long quotation are asked. */
const MOST_CLAUSES = 8;

/** An act told from what is said. */
export interface ContentAct {
  readonly act: Act;
  readonly why: string;
  /** The guide settles the case. */
  readonly settled: boolean;
}

/**
 * What is done by saying these words. Each sentence votes for the first act that fits it; of acts with as many votes the
 * one higher in the list wins. `fallback` is the act of words that do nothing in particular.
 */
export function actOfContent(spoken: Spoken, verbs: Verbs, fallback: Act): ContentAct {
  const votes = new Map<Act, { weight: number; why: string; settled: boolean }>();
  for (const clause of spoken.clauses.slice(0, MOST_CLAUSES)) {
    const { act, why, settled } = actOfClause(clause, spoken, verbs, fallback);
    const known = votes.get(act);
    votes.set(act, {
      weight: (known?.weight ?? 0) + (WEIGHT[act] ?? 1),
      why: known?.why ?? why,
      settled: settled || (known?.settled ?? false),
    });
  }
  let best: (ContentAct & { weight: number }) | null = null;
  for (const act of PRECEDENCE) {
    const vote = votes.get(act);
    if (vote && (!best || vote.weight > best.weight)) best = { act, ...vote };
  }
  return best ?? { act: fallback, why: "nothing in the words says more", settled: false };
}

const PRECEDENCE: readonly Act[] = [
  ...CONTENT_RULES.map((rule) => rule.act),
  ...ACTS.filter((act) => !CONTENT_RULES.some((rule) => rule.act === act)),
];

function actOfClause(clause: Clause, spoken: Spoken, verbs: Verbs, fallback: Act): ContentAct {
  const passedOn = reportOfOthers(clause, spoken, verbs);
  // "He thinks the law should go": a view, asked of nobody; who argues it asks for it.
  const viewOnly =
    fallback === "evaluate" && !spoken.cue.some((w) => /^(?:argu|contend|conclud)(?:e|es|ed|ing|s)?$/.test(w));
  if (passedOn) return { act: "assert", why: `tells what others say: “${passedOn}”`, settled: false };
  if (!viewOnly)
    for (const rule of SETTLED) {
      const why = rule.find(clause, spoken);
      if (why !== null) return { act: rule.act, why, settled: true };
    }
  for (const rule of CONTENT_RULES) {
    if (viewOnly && rule.act === "demand") continue;
    // "Whether she agrees": nothing is done by it.
    if (!clause.direct && clause.words[0] === "whether" && DOES.has(rule.act)) continue;
    const why = rule.find(clause, spoken);
    if (why !== null) return { act: rule.act, why, settled: settles(rule.act, clause, spoken) };
  }
  return { act: fallback, why: "nothing in the words says more", settled: false };
}

/** Acts by which a speaker takes something on himself. */
const DOES: ReadonlySet<Act> = new Set(["agree", "announce", "vow", "refuse", "offer", "threaten", "admit"]);

/** "The agency said that Solvan vowed to wait": the vow is Solvan's, the agency tells of it. */
function reportOfOthers(clause: Clause, spoken: Spoken, verbs: Verbs): string | null {
  const { words } = clause;
  if (clause.direct && !spoken.framed) return null;
  const said = spoken.framed ? SPOKEN : SPOKEN_PAST;
  for (let i = 1; i < Math.min(words.length, 14); i++) {
    const word = words[i] as string;
    if (/^(?:will|would|can|could|may|might|must|should|is|are|was|were|,|to|that|if)$/.test(word)) return null;
    const verb = said.test(word) ? verbs.at(words, i) : null;
    if (
      !verb ||
      verb.base === "need" ||
      wordsOfClass("deed-verb").has(verb.base) ||
      (verb.act === null && !wordsOfClass("telling-verb").has(verb.base)) ||
      /^(?:a|an|the|of|by|with|his|her|its|their)$/.test(words[i - 1] as string)
    )
      continue;
    return doer(clause, i, spoken) === "other" ? word : null;
  }
  return null;
}

const SPOKEN_PAST = /^(?:\p{Ll}+ed|said|told|swore|sworn|spoke|wrote)$/u;
/** In words all his own he may tell it in the present: "The mayors say that the boats will stop." */
const SPOKEN =
  /^(?:said|told|asked|wrote|claimed|warned|promised|replied|answered|insisted|denied|argued|announced|says?|tells?|claims?|warns?|den(?:y|ies)|insists?|argues?)$/;

import type { Act } from "../../../model/statement.ts";
import { type ContentRule, indexOfAny, isNegated } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import { stateAsSubject } from "../ownState.ts";
import type { Clause, Spoken } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";
import { STERN } from "./threat.ts";

/** "It is necessary for both sides to leave", "it was important that the talks go on": somebody is to act. */
const asked: ContentRule = {
  act: "demand",
  find({ words }) {
    const at = indexOfAny(words, /^(?:necessary|imperative|essential|vital|crucial|important|incumbent)$/);
    if (at < 1 || isNegated(words, at - 3, at)) return null;
    const is = /^(?:very|most|also|\p{Ll}+ly)$/u.test(words[at - 1] as string) ? at - 2 : at - 1;
    if (!/^it$/.test(words[is - 1] ?? "") || !/^(?:is|was|'s)$/.test(words[is] ?? "")) return null;
    const next = words[at + 1] ?? "";
    const needed = /^(?:necessary|imperative|essential)$/.test(words[at] as string);
    if (!(next === "that" || /^(?:for|on|upon)$/.test(next) || (next === "to" && needed))) return null;
    const reach = Math.min(words.length, at + 14);
    const to = next === "that" ? -1 : indexOfAny(words, /^to$/, at + 1, reach);
    if (next !== "that" && to === -1) return null;
    const verb = to === -1 ? words.slice(at + 2, reach) : [words[to + 1] ?? ""];
    if (verb.some((w) => STATE.test(w) || wordsOfClass("no-action").has(w))) return null;
    return `“it is ${words[at]} ${next}”`;
  },
};

const STATE = /^(?:is|was|are|were|am|be|been|has|had|have|did|do|does|would|will|can|could|may|might|there)$/;

/** "He shall be applauded": what is good is praised, whatever verb goes with it. */
const applauded: ContentRule = {
  act: "praise",
  find({ words }) {
    const deserved =
      /\b(?:shall|should|must|will|ought to|(?:deserves?|is|are) to) be (?:\p{Ll}+ly )?(?:applauded|praised|commended|congratulated|admired|lauded|celebrated)\b/u.exec(
        words.join(" "),
      );
    return deserved && !isNegated(words, 0, words.length) ? `“${deserved[0]}”` : null;
  },
};

/** "In the hope that he would come": what is hoped is no forecast. */
const hoped: ContentRule = {
  act: "expect",
  find({ words }) {
    const hope = /^(?:in|with) (?:the|a) (?:\p{Ll}+ )?hopes? (?:that|of|to)\b/u.exec(words.slice(0, 6).join(" "));
    return hope ? `“${hope[0]}”` : null;
  },
};

/** An answer of one word: "No" rejects what the question put, "Yes" and "Both" tell how it is. */
const oneWord: readonly ContentRule[] = [
  { act: "deny", find: (clause) => answer(clause, /^no$/) },
  {
    act: "assert",
    find: (clause) => answer(clause, /^(?:yes|yeah|yep|both|neither|none|nobody|nothing|maybe|perhaps)$/),
  },
];

function answer({ words, direct, asks }: Clause, test: RegExp): string | null {
  const said = words.filter((w) => w !== ",");
  return direct && !asks && said.length === 1 && test.test(said[0] as string) ? `“${said[0]}”, no more` : null;
}

/** "They want a dike. It is empty talk.": a sentence that is a verdict and no more, whatever it is about. */
const verdict: ContentRule = {
  act: "evaluate",
  find({ words, direct, asks }) {
    const said = words.filter((w) => /\p{L}/u.test(w));
    if (!direct || asks || said.length > LONGEST_VERDICT) return null;
    if (!/^(?:it|that|this)$/.test(said[0] ?? "") || !/^(?:is|was|'s)$/.test(said[1] ?? "")) return null;
    const judging = said.slice(2).find((w) => JUDGING.some((name) => wordsOfClass(name).has(w)));
    const isHarsh = said.some((w) => wordsOfClass("damning").has(w));
    return judging && !isHarsh && !isNegated(words, 0, words.length) ? `“${said.join(" ")}”` : null;
  },
};

const JUDGING = ["bad", "fault", "judging", "weighing"] as const;

/** In words. */
const LONGEST_VERDICT = 6;

/** Cases that docs/marking-record.md settles, so that no weighing is asked. */
export const SETTLED: readonly ContentRule[] = [asked, applauded, hoped, verdict, ...oneWord];

/** Acts by which one takes on a deed. */
const TAKEN_ON: ReadonlySet<Act> = new Set(["announce", "vow", "threaten"]);

/** Whether how the words are built settles an act told from them. */
export function settles(act: Act, clause: Clause, spoken: Spoken): boolean {
  if (!TAKEN_ON.has(act)) return false;
  return (
    opensCondition(clause) || (act === "threaten" && ownWill(clause, spoken) && STERN.test(clause.words.join(" ")))
  );
}

function ownWill(clause: Clause, spoken: Spoken): boolean {
  return futuresOf(clause, spoken).some(({ whose }) => whose === "own");
}

/** "The envoy of Norra said Norra would". */
function ofOwnState({ words, raw }: Clause, { official, states, packs }: Spoken): boolean {
  if (!official || states.size === 0) return false;
  const will = indexOfAny(words, /^(?:will|would|'ll|shall)$/);
  const state = will < 1 ? null : stateAsSubject(raw, will - 1, packs);
  return state !== null && states.has(state);
}

/** "The minister would not punish them": what others will not do, told by whoever foresees it. */
function foreseesNothing(clause: Clause, spoken: Spoken): boolean {
  const [first] = futuresOf(clause, spoken);
  return !clause.direct && first !== undefined && first.negated && first.whose === "other";
}

/** "Will not stand idle", "will not go unpunished", "will never forgive": a harm told by what will not be. */
const UNBORNE =
  /\b(?:idle|idly|by|silent|hesitate|tolerate|bear|forgive|pardon|spare|rest|stop|unanswered|unpunished|escape|survive|exist|remain|let|allow|permit|spared|forgotten|live|see)\b/;

/** "The army would not fire first": who will not do something does no harm by it. */
function doesNothing(clause: Clause, spoken: Spoken): boolean {
  const futures = futuresOf(clause, spoken);
  const told = clause.words.join(" ");
  return futures.length > 0 && futures.every(({ negated }) => negated) && !STERN.test(told) && !UNBORNE.test(told);
}

/**
 * Acts that words look like and do not do: "should prices fall, …" opens a condition and demands nothing; a deed of the
 * speaker's own state is no forecast; that others will not do something rejects no claim by itself.
 */
export function neverDone(spoken: Spoken, ruled: Act): ReadonlySet<Act> {
  const { clauses } = spoken;
  const never = new Set<Act>();
  if (clauses.length === 0) return never;
  if (clauses.every(opensCondition)) never.add("demand");
  if (ruled === "predict" && clauses.every((clause) => foreseesNothing(clause, spoken)))
    for (const act of ["deny", "refuse", "threaten", "vow", "announce"] as const) never.add(act);
  if (clauses.every((clause) => doesNothing(clause, spoken))) never.add("threaten");
  if (TAKEN_ON.has(ruled) && clauses.every((clause) => ofOwnState(clause, spoken))) never.add("predict");
  return never;
}

function opensCondition({ words, asks }: Clause): boolean {
  return (
    !asks &&
    words[0] === "should" &&
    words.includes(",") &&
    !words.slice(1).some((w) => /^(?:must|should|ought|let|need|needs)$/.test(w))
  );
}

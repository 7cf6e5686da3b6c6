import type { BlockKind } from "../../model/document.ts";
import { AHEAD, AHEAD_TO, BEHIND, PUT_OFF, SCHEDULED, SCHEDULED_WITH, UNIT, WEEKDAYS } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** How many words a verb may stand before the time it governs, and behind it. */
const BEFORE = 14;
const BEHIND_IT = 8;

/**
 * Where the verb nearest to a time expression (words `from` to `to`) puts it: the nearest before it, else the nearest behind
 * it in the sentence. An infinitive is as its governing word has it ("expected to close", "forced to resign").
 */
export function tenseOf(words: readonly Word[], from: number, to: number, block: BlockKind): "past" | "future" | null {
  // "Thursday's vote" is a name of the vote, whatever the verb.
  if (words[to]?.text === "'s") return null;
  // "Said Monday would see talks": what stands behind a clause's first word is its subject.
  if (
    /^(?:will|would|'ll)$/.test(words[to]?.text ?? "") &&
    /^(?:said|says|say|that|and|but)$/.test(words[from - 1]?.text ?? "say")
  )
    return "future";
  if (isOfTheDay(words, from)) return "future";
  const named = namedFor(words, from);
  if (named !== null) return had(words, named) ? null : "future";
  // Captions and headlines tell in the present what has happened.
  const isNow = block === "caption" || block === "headline" || block === "standfirst";
  for (let i = from - 1; i >= 0 && i >= from - BEFORE; i--) {
    const { text } = words[i] as Word;
    if (text === ";") break;
    const tense = tenseOfWord(words, i) ?? (!isNow && from - i <= SOON ? tenseOfSchedule(words, i, from) : null);
    if (tense) return tense;
    // "Troops to leave from Thursday".
    if (block === "headline" && text === "to" && i > 0 && isInfinitive(words[i + 1])) return "future";
  }
  for (let i = to; i < words.length && i < to + BEHIND_IT; i++) {
    const { text } = words[i] as Word;
    if (text === ";") break;
    const tense = tenseOfWord(words, i) ?? (isNow ? null : tenseOfSchedule(words, i, words.length));
    if (tense) return tense;
  }
  return null;
}

/** "The vote is on Sunday", "the last one is in December", "schools are closed Thursday". */
function isOfTheDay(words: readonly Word[], from: number): boolean {
  const at = /^(?:on|in|from|until)$/.test(words[from - 1]?.text ?? "") ? from - 2 : from - 1;
  const isPresent = (i: number): boolean => /^(?:is|are)$/.test(words[i]?.text ?? "");
  if (isPresent(at)) return true;
  return /^(?:closed|cancelled|canceled|off|out|shut|suspended)$/.test(words[at]?.text ?? "") && isPresent(at - 1);
}

function namedFor(words: readonly Word[], from: number): number | null {
  if (words[from - 1]?.text !== "for") return null;
  const at = /^(?:again|only|back|instead)$/.test(words[from - 2]?.text ?? "") ? from - 3 : from - 2;
  return NAMED_FOR.test(words[at]?.text ?? "") ? at : null;
}

/** "Had been due to expire", "had bet on a cut": it lay ahead then. */
function had(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((w) => w.text === "had");
}

/** So near behind its verb a day is that of what is to begin or to end. */
const SOON = 6;

function isInfinitive(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    !word.capital &&
    /^\p{Ll}{2,}$/u.test(word.text) &&
    !/^(?:the|an|its|his|her|their|at|be)$/.test(word.text)
  );
}

const OBJECT = 4;

/** Before these no verb of a clause stands: "the returns", "to meet", "of votes". */
const NO_SUBJECT =
  /^(?:an?|the|his|her|its|their|our|my|your|this|that's|these|those|of|for|in|on|at|with|by|from|to|no|not|n't|'s|did|does|do|can|could|may|might|shall|should|must|\d.*)$/;

/** "Leaves on Tuesday", "the library reopens Saturday", "takes place on Friday". */
function tenseOfSchedule(words: readonly Word[], at: number, day: number): "future" | null {
  const { text, capital } = words[at] as Word;
  const withWords = SCHEDULED_WITH.get(text);
  if (withWords === undefined ? !SCHEDULED.has(text) : !withWords.split(",").includes(words[at + 1]?.text ?? ""))
    return null;
  if ((capital && at > 0) || at === 0 || NO_SUBJECT.test(words[at - 1]?.text ?? "")) return null;
  // "He filed the tax returns on Tuesday": what a verb in the past has behind it is a noun.
  for (let i = at - 1; i >= 0 && i >= at - OBJECT; i--) {
    if (/^(?:[,:"]|and|but|that|which|who|as|when|before)$/.test(words[i]?.text ?? "")) break;
    if (tenseOfWord(words, i) === "past") return null;
  }
  for (let i = at + 1; i < day; i++) if (words[i]?.text === ",") return day === words.length ? "future" : null;
  return "future";
}

const MEANT = /^(?:planned|scheduled|slated|set|due|expected|booked|billed|announced|timed|fixed|foreseen|earmarked)$/;

/** Of these what stands right behind "for" is the day that was named: "invited again for September". */
const NAMED_FOR = /^(?:invited|summoned|called|convened|decided|prepared|proposed|suggested)$/;

/** "Hopes for a deal in May", "a signal for a cut in September", "watch for the summer", "look to April". */
const HOPED =
  /^(?:hopes?|plans?|bets?|expectations?|forecasts?|prospects?|chances?|preparations?|preparing|signals?|watch|wait|waits|waiting|looks?|looking|awaiting|pencilled|penciled)$/;

/** "Analysts see a cut in June", "snow is forecast for Friday". */
const FORESEEN = /^(?:sees?|foresees?|forecasts?|predicts?|projects?|envisages?)$/;

/** Behind these a word that could be a verb is a noun: "the first cut in August", "a read in May". */
const DETERMINER = /^(?:an?|the|another|no|any|first|second|third|further|his|its|their|our)$/;

const AS_NOUN = /^(?:cut|hit|shot|run|read|set|put)$/;

const POSSIBLE = /^(?:may|might|can|could)$/;

function tenseOfWord(words: readonly Word[], at: number): "past" | "future" | null {
  const { text, capital } = words[at] as Word;
  if (capital && at > 0 && /^[\p{L}\p{N}]/u.test(words[at - 1]?.text ?? "")) return null;
  const ahead = (): "past" | "future" => (had(words, at) ? "past" : "future");
  if (AHEAD.has(text)) return ahead();
  // "Could meet again", "may not last": open, so ahead; "could not be reached" was tried already.
  if (POSSIBLE.test(text)) {
    let verb = at + 1;
    while (/^(?:also|still|again|soon|yet|well|now|not|n't|\p{Ll}+ly)$/u.test(words[verb]?.text ?? "")) verb++;
    const negated = words.slice(at + 1, verb).some((w) => /^(?:not|n't)$/.test(w.text));
    if (words[verb]?.text === "have" || (negated && text.startsWith("c"))) return null;
    return /^\p{Ll}+$/u.test(words[verb]?.text ?? "") ? "future" : null;
  }
  // "Will be held", "would have left": the participle has no tense of its own; "to be held" lies ahead.
  const before = words[at - 1]?.text ?? "";
  if (before === "be") return words[at - 2]?.text === "to" ? "future" : null;
  if (text === "have" && /^(?:will|would|shall|should|may|might|could|must|to|'ll)$/.test(before)) return null;
  if (before === "have" && /^(?:will|would|shall|should|'ll)$/.test(words[at - 2]?.text ?? "")) return null;
  const next = words[at + 1]?.text ?? "";
  if (AHEAD_TO.has(text) && next === "to") return ahead();
  if (isNextOne(words, at)) return ahead();
  if (FORESEEN.test(text)) return /^(?:is|are|not)$/.test(before) || !NO_SUBJECT.test(before) ? ahead() : null;
  if (MEANT.test(text) && next === "for") return hasSlipped(words, at) ? "past" : ahead();
  if (isPutOff(words, at)) return ahead();
  if (
    HOPED.test(text) &&
    /^(?:for|of|on|to|toward|towards|ahead)$/.test(next) &&
    !(next === "to" && isInfinitive(words[at + 2]))
  )
    return ahead();
  if (BEHIND.has(text)) return AS_NOUN.test(text) && isNoun(words, at) ? null : "past";
  // "Schools are closed Thursday" is told of the day; "is accused of" of no time.
  if (text.endsWith("ed") && /^(?:is|are)$/.test(before)) return null;
  return text.length > 4 &&
    text.endsWith("ed") &&
    !/^(?:need|speed|indeed|hundred|exceed|proceed|united|armed|aged|red)$/.test(text)
    ? "past"
    : null;
}

/** "The first rate cut in August": behind its article and before what places it, a word that could be a verb is a noun. */
function isNoun(words: readonly Word[], at: number): boolean {
  if (!/^(?:in|by|of|for|on|to|at|this|next|last|from|and|or|[,.;:"])$/.test(words[at + 1]?.text ?? ".")) return false;
  const back = words[at]?.text === "cut" ? 3 : 1;
  return words.slice(Math.max(0, at - back), at).some((w) => DETERMINER.test(w.text));
}

/** "The next cut in June". */
function isNextOne(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== "next" || !/^(?:the|its|their|his|her|our)$/.test(words[at - 1]?.text ?? "")) return false;
  const link = words.findIndex((w, i) => i > at + 1 && /^(?:in|on|by|for)$/.test(w.text));
  return (
    link > 0 && link <= at + 3 && words.slice(at + 1, link).every((w) => /^\p{L}+$/u.test(w.text) && !UNIT.has(w.text))
  );
}

/** "Adjourned until Monday", "has slipped to May", "put it off to June". */
function isPutOff(words: readonly Word[], at: number): boolean {
  const { text } = words[at] as Word;
  if (!/^(?:to|until|till|for)$/.test(words[at + 1]?.text ?? "")) return false;
  if (PUT_OFF.has(text)) return true;
  return (
    /^(?:off|back|forward)$/.test(text) &&
    words
      .slice(Math.max(0, at - 3), at)
      .some((w) => /^(?:put|puts|pushed|push|brought|moved|called|pulled)$/.test(w.text))
  );
}

/** "Talks planned for September had slipped", "exercises set for May were called off"; a weekday told of so is near, and ahead. */
function hasSlipped(words: readonly Word[], at: number): boolean {
  if (WEEKDAYS.has(words[at + 2]?.text ?? "")) return false;
  return words.slice(at + 2, at + 8).some((w) => /^(?:had|was|were|have|has)$/.test(w.text));
}

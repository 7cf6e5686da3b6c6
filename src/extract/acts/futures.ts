import { type Clause, type Spoken, doer } from "./spoken.ts";
import { indexOfAny, isNegated } from "./contentRule.ts";

/** A verb told of the time to come: "will strike", "would not pay", "is going to close", and "to leave" at the head. */
export interface Future {
  readonly whose: ReturnType<typeof doer>;
  /** Index of the verb itself. */
  readonly verb: number;
  readonly negated: boolean;
}

const WILL = /^(?:will|'ll|shall|wo|gonna)$/;
const WOULD = /^(?:would|'d)$/;
const SURE = /^(?:sure|certain|convinced|confident)$/;
const BETWEEN = /^(?:\p{Ll}+ly|not|n't|never|also|still|soon|now|always|then|once|again|no|longer|all|both|,)$/u;

/**
 * The futures of a clause, in order. "Would" counts where it is the "will" of reported speech, outside quotation marks.
 */
export function futuresOf(clause: Clause, spoken: Spoken): Future[] {
  const { words, direct } = clause;
  const futures: Future[] = [];
  // "Should prices fall, we would buy": what is meant in earnest.
  const inverted = words[0] === "should" && words.includes(",") && !clause.asks;
  const add = (at: number, behind: number): void => {
    let verb = behind;
    while (verb < words.length && verb < behind + 6 && BETWEEN.test(words[verb] as string)) verb++;
    // "Will have closed" looks back.
    if (
      verb >= words.length ||
      // "He'd spoken", "they'd better".
      (words[at] === "'d" &&
        /^(?:\p{Ll}+[^e]ed|given|taken|spoken|written|seen|chosen|known|better|been|done|made|gone|had|said|told|met|heard|left|lost|won)$/u.test(
          words[verb] as string,
        )) ||
      (words[verb] === "have" && /(?:ed|en|been|done|made|gone|had)$/.test(words[verb + 1] ?? ""))
    )
      return;
    futures.push({
      whose: at < 0 ? "own" : takesTime(words, verb) ? "other" : doer(clause, at, spoken),
      verb,
      negated: isNegated(words, at < 1 ? 0 : at - 1, verb),
    });
  };
  const start = words[0] === "not" ? 1 : 0;
  if (
    words[start] === "to" &&
    // "To learn is a duty": the subject of a sentence.
    !direct &&
    !/^(?:the|an?|all|my|our|you|your|his|her|their|this|that|every|those|these)$/.test(words[start + 1] ?? "")
  )
    add(-1, start + 1);
  words.forEach((word, i) => {
    if (/^(?:will|might)$/.test(word) && (NOUN_AHEAD.test(words[i - 1] ?? "") || words[i + 1] === "of")) return;
    if (
      WILL.test(word) ||
      (WOULD.test(word) &&
        (!direct || inverted || words[i - 1] === "there" || indexOfAny(words, SURE, i - 16, i) !== -1))
    )
      add(i, i + 1);
    else if (word === "going" && words[i + 1] === "to") add(beOf(words, i), i + 2);
  });
  return futures;
}

/** "It would take years": "it" is nobody. */
function takesTime(words: readonly string[], verb: number): boolean {
  return (
    words[verb] === "take" &&
    (words[verb + 2] === "long" ||
      /^(?:time|long|longer|years|months|weeks|days|hours|decades)$/.test(words[verb + 1] ?? ""))
  );
}

/** "Their will to win". */
export const NOUN_AHEAD =
  /^(?:his|her|its|their|our|my|your|the|a|of|with|free|good|ill|political|people's|'s|invincible|military|great)$/;

/** Index of the "is" before "going to". */
function beOf(words: readonly string[], going: number): number {
  let i = going;
  while (i > 0 && i > going - 4 && !/^(?:am|is|are|was|were|'m|'re|'s|be)$/.test(words[i] as string)) i--;
  return i;
}

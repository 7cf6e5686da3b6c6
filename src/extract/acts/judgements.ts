import { type ContentRule, indexOfAny, isNegated } from "./contentRule.ts";
import type { Clause } from "./spoken.ts";
import { wordsOfClass } from "./wordLists.ts";

/** "Used the word 27 times"; a number out of a poll or a study. */
export const counting: ContentRule = {
  act: "count",
  find({ words, raw }, { source }) {
    const number = raw.findIndex((w) => /^\p{Sc}?\p{N}/u.test(w) || NUMBER_WORD.test(w.toLowerCase()));
    if (number === -1) return null;
    if (
      /^times?$/.test(words[number + 1] ?? "") &&
      !/^(?:at|as|three|two)$/.test(words[number - 1] ?? "") &&
      !/^(?:as|more|higher|larger|bigger)$/.test(words[number + 2] ?? "")
    )
      return `“${words[number]} times”`;
    const counted = source.find((w) =>
      /^(?:polls?|survey|surveys|census|tally|count|average|averages|study|data|figures|statistics)$/.test(w),
    );
    return counted ? `a number out of a ${counted}` : null;
  },
};

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|half|twice|percent)$/;

/** How good and how bad the words of a clause are; words that stand as a judgement ("is a disgrace") count in full. */
export function judged({ words, direct }: Clause): { good: number; bad: number; word: string } {
  let good = 0;
  let bad = 0;
  let word = "";
  words.forEach((w, i) => {
    const isGood = wordsOfClass("good").has(w) || wordsOfClass("glowing").has(w);
    const isBad = wordsOfClass("bad").has(w) || wordsOfClass("damning").has(w);
    if (!isGood && !isBad) return;
    if (
      wordsOfClass("matter-of-court").has(w) &&
      /^\p{Ll}{4,}$/u.test(words[i + 1] ?? "") &&
      !BEHIND_NOUN.test(words[i + 1] as string)
    )
      return;
    const weight =
      wordsOfClass("damning").has(w) || wordsOfClass("glowing").has(w) || standsAsJudgement(words, i)
        ? 1
        : direct
          ? 0.6
          : 0.5;
    // "Not a success" blames; "no disgrace" does not praise.
    if (isNegated(words, i - 4, i)) {
      if (isGood) bad += weight / 2;
      return;
    }
    if (isGood) good += weight;
    else bad += weight;
    word ||= w;
  });
  return { good, bad, word };
}

const BEHIND_NOUN =
  /^(?:against|that|with|from|when|they|will|would|have|were|must|should|because|under|among|committed)$/;

function standsAsJudgement(words: readonly string[], at: number): boolean {
  return (
    indexOfAny(
      words,
      /^(?:is|are|was|were|'s|'re|'m|am|be|been|as|such|so|very|too|most|truly|really|utterly|deeply|what)$/,
      at - 4,
      at,
    ) !== -1
  );
}

/** "This is a disgrace", "they lied and cheated". */
export const condemnation: ContentRule = {
  act: "condemn",
  find(clause) {
    const { good, bad, word } = judged(clause);
    return bad >= 1 && bad > good ? `“${word}”` : null;
  },
};

/** "She is a great woman", "I thank you all". Praise of oneself is a judgement like others. */
export const praise: ContentRule = {
  act: "praise",
  find(clause) {
    const { good, bad, word } = judged(clause);
    const least = ofSomebody(clause) ? 0.5 : 1;
    return good >= least && good > bad && !praisesHimself(clause) ? `“${word}”` : null;
  },
};

/** "He devoted his life …": a sentence about a person, as a eulogy has them. */
function ofSomebody({ words, raw, direct }: Clause): boolean {
  if (!direct) return false;
  return (
    /^(?:he|she|his|her)$/.test(words[0] ?? "") ||
    (/^\p{Lu}/u.test(raw[1] ?? "") && !/^(?:the|an?|in|on|at|it|this|our|we|i|all)$/.test(words[0] as string))
  );
}

function praisesHimself({ words, direct }: Clause): boolean {
  if (
    indexOfAny(
      words,
      /^(?:thank|thanks|grateful|proud|honoured|honored|pleased|delighted|congratulate|congratulations|applaud|salute|admire|respect|love|welcome)$/,
    ) !== -1
  )
    return false;
  return direct ? /^(?:i|we|our|my)$/.test(words[0] ?? "") : /^(?:he|she)$/.test(words[0] ?? "");
}

/** "It is important", "the worst of all", "I think it helps". */
export const evaluation: ContentRule = {
  act: "evaluate",
  find(clause) {
    const { words } = clause;
    const judging = indexOfAny(words, wordsOfClass("judging"));
    if (judging !== -1) return `“${words[judging]}”`;
    const { good, bad, word } = judged(clause);
    if (good + bad >= (clause.direct ? 0.6 : 0.9)) return `“${word}”`;
    const most = words.findIndex(
      (w, i) =>
        (/^(?:more|less)$/.test(w) && words.includes("than", i + 2) && words[i + 1] !== "than") ||
        (w === "too" && i > 0 && /^(?:is|was|are|were|'s|be|been|far|much|it)$/.test(words[i - 1] as string)) ||
        (w.length > 5 &&
          w.endsWith("est") &&
          words[i - 1] === "the" &&
          indexOfAny(words, /^(?:is|are|was|were|'s|be|been|as)$/, i - 4, i - 1) !== -1 &&
          !/^(?:interest|protest|request|forest|arrest|honest|contest|harvest|latest|conquest|invest)$/.test(w)),
    );
    return most === -1 ? null : `“${words[most]}”`;
  },
};

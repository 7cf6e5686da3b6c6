import { type ContentRule, indexOfAny, isNegated } from "./contentRule.ts";
import { type Clause, doer } from "./spoken.ts";
import { wordsOfClass } from "./wordLists.ts";

/** "Used the word 27 times"; a number out of a poll or a study. */
export const counting: ContentRule = {
  act: "count",
  find({ words, raw, direct }, { source }) {
    const number = raw.findIndex((w) => /^\p{Sc}?\p{N}/u.test(w) || NUMBER_WORD.test(w.toLowerCase()));
    if (number === -1) return null;
    if (
      /^times?$/.test(words[number + 1] ?? "") &&
      !/^(?:at|as|three|two)$/.test(words[number - 1] ?? "") &&
      !/^(?:as|more|higher|larger|bigger)$/.test(words[number + 2] ?? "")
    )
      return `“${words[number]} times”`;
    const amount = direct ? null : AMOUNT.exec(raw.join(" "));
    if (amount) return `“${amount[0]}”`;
    const counted = source.find(
      (w, i) =>
        /^(?:polls?|survey|surveys|census|tally|count|average|averages|study|data|figures|statistics)$/.test(w) &&
        // "The Group for the Study of Moss" is a body of people.
        !(w === "study" && source[i + 1] === "of"),
    );
    // "About 40 percent of the guests were women": the number is the news.
    const first = words.findIndex(
      (w) =>
        !/^(?:about|roughly|nearly|some|only|just|more|fewer|less|than|at|least|around|almost|approximately|over|under|as|many|in|all|,)$/.test(
          w,
        ),
    );
    if (
      !direct &&
      !counted &&
      first === number &&
      number < 4 &&
      (number > 0 || /^(?:percent|%|per)$/.test(words[number + 1] ?? "")) &&
      /^\p{Sc}?\p{N}/u.test(raw[number] as string) &&
      !/^(?:years?|days?|months?|hours?|minutes?|weeks?|,)$/.test(words[number + 1] ?? "") &&
      !/^in$/.test(words[0] as string)
    )
      return `the number “${raw[number]}”`;
    return counted ? `a number out of a ${counted}` : null;
  },
};

/** A sum or a large number as what somebody raised, wrote, owns, draws. */
const AMOUNT =
  /\b(?:raised|collected|received|earned|spent|authored|sold|drew|totall?ed|number(?:s|ed)|counted|includ(?:e|es|ed|ing)|having|has|employ(?:s|ed)|amount(?:s|ed) to|donated|contributed|registered|killed|wounded|injured|attended by) (?:a total of |(?:just |well )?(?:more|less|fewer|under|over) than |just under |just over |nearly |about |almost |some |only |over |at least |roughly |around |approximately |up to |as many as |an estimated )*(?:\p{Sc} ?\p{N}[\p{N}.,]*|\p{N}[\p{N}.,]*(?: million| billion| thousand|%| percent)|\p{N}{1,3}(?:[, ]\p{N}{3})+)(?![\p{L}-])/u;

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|half|twice|percent)$/;

/** How good and how bad the words of a clause are; words that stand as a judgement ("is a disgrace") count in full. */
export function judged({ words, raw, direct }: Clause): { good: number; bad: number; word: string } {
  let good = 0;
  let bad = 0;
  let word = "";
  words.forEach((w, i) => {
    const isGood = wordsOfClass("good").has(w) || wordsOfClass("glowing").has(w);
    const isBad = wordsOfClass("bad").has(w) || wordsOfClass("damning").has(w);
    if ((!isGood && !isBad) || raw[i] === "August") return;
    // "Great reluctance", "a great loss": how much, not how good.
    if (/^(?:great|good)$/.test(w) && MUCH.test(words.slice(i + 1, i + 3).join(" "))) return;
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

const MUCH =
  /\b(?:loss|losses|reluctance|difficulty|difficulties|pains?|grief|damage|harm|danger|risk|concern|cost|pressure|deal|number|numbers|extent|majority|distance|length|lengths|sorrow|uncertainty|many)\b/;

const BEHIND_NOUN =
  /^(?:against|that|with|from|when|they|will|would|have|were|must|should|because|under|among|committed|acts?|aims?|goals?|nature|moves?|policy|policies|schemes?|purpose|plot|racket|steps?)$/;

function standsAsJudgement(words: readonly string[], at: number): boolean {
  return (
    indexOfAny(
      words,
      /^(?:is|are|was|were|'s|'re|'m|am|be|been|as|into|become|becomes|became|such|so|very|too|most|truly|really|utterly|deeply|what)$/,
      at - 4,
      at,
    ) !== -1
  );
}

/** Turns of phrase that blame whomever they are said of. */
const BLAMING =
  /\b(?:nothing but (?:an? |the )?(?:act|pack|plot|attempt|ploy|excuse)|nothing (?:short of|more than) an?|under the pretext of|on the pretext of|at any cost|(?:bent|hell-bent) on|far from (?:drawing|showing|learning|apologi[sz]ing|feeling)|fed up with|sick of|sick and tired|(?:going|gone) to hell|cover(?:ed|ing)? up|(?:i|we) (?:do n't|do not|am not|'m not|are not|'re not) (?:support|favou?r|approve|believe in)|(?:lack|lacks|lacked) (?:the |any |a |its )?(?:\p{Ll}+ )?(?:courage|credibility|integrity|judgment|judgement|leadership|temperament|shame|sincerity))\b/u;

/** What somebody else left undone or should have done; what he is said to be for others. */
const OMITTED =
  /\b(?:fail(?:ed|s|ing)? to (?:act|address|protect|learn|discover|stop|understand|see|do|take|prevent|recogni[sz]e|deliver|keep|meet|stand|live|lead|enforce|acknowledge|answer|provide|secure|defend|respect|fulfil|fulfill|honou?r)|should (?:\p{Ll}+ly )?have (?:been \p{Ll}+ed|\p{Ll}+ed|done|known|gone|taken|made|told|seen|come|left|given|kept|said)|(?:is|are|was|were|'s|'re|poses?|posed) (?:an? |the )?(?:\p{Ll}+ )?(?:threat|danger|menace) to)\b/u;

/** "This is a disgrace", "they lied and cheated". */
export const condemnation: ContentRule = {
  act: "condemn",
  find(clause) {
    const { good, bad, word } = judged(clause);
    // In somebody's own words one word of blame will do where none of praise stands beside it.
    if (bad > good && (bad >= 1 || (clause.direct && bad >= 0.6 && good === 0))) return `“${word}”`;
    const words = clause.words.join(" ");
    const phrase = BLAMING.exec(words) ?? (/^(?:i|we)$/.test(clause.words[0] ?? "") ? null : OMITTED.exec(words));
    return phrase ? `“${phrase[0]}”` : null;
  },
};

const LIKES =
  /^(?:love|loved|loves|like|admire|admired|admires|appreciate|appreciated|appreciates|welcome|welcomed|welcomes|respect|respects|support|supports|supported|endorse|endorses|endorsed)$/;

/** "She is a great woman", "I thank you all". Praise of oneself is a judgement like others. */
export const praise: ContentRule = {
  act: "praise",
  find(clause, spoken) {
    const likes = indexOfAny(clause.words, LIKES);
    if (
      likes > 0 &&
      !/^(?:to|that|if|it)$/.test(clause.words[likes + 1] ?? "to") &&
      !isNegated(clause.words, likes - 3, likes) &&
      indexOfAny(clause.words, /^(?:would|'d|could|might|will|'ll)$/, likes - 3, likes) === -1 &&
      doer(clause, likes, spoken) === "own"
    )
      return `own “${clause.words[likes]}”`;
    const pleased =
      /\b(?:i 'm|i am|we 're|we are|he was|she was|they were) (?:very |so |deeply )?(?:satisfied|pleased|delighted|thrilled|happy|impressed) (?:with|by)\b/.exec(
        clause.words.slice(0, 12).join(" "),
      );
    if (pleased) return `“${pleased[0]}”`;
    const { good, bad, word } = judged(clause);
    const own = clause.direct && bad === 0 && !/^(?:good|best|great|love|loved)$/.test(word);
    // In an interview a good word may stand in passing; a speech or a message is all of one tone.
    const least = spoken.cue.length > 0 ? 1 : ofSomebody(clause) ? 0.5 : own ? 0.6 : 1;
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
      /^(?:thank|thanks|grateful|proud|honoured|honored|pleased|delighted|congratulate|congratulations|applaud|salute|admire|respect|love|welcome|impressed)$/,
    ) !== -1
  )
    return false;
  return direct ? /^(?:i|we|our|my)$/.test(words[0] ?? "") : /^(?:he|she)$/.test(words[0] ?? "");
}

const COPULA = /^(?:is|are|was|were|'s|'re|'m|am|be|been|seems?|seemed|looks?|looked|finds?|found)$/;

/** What a thing comes to, what it is like, what it comes from; no more than a guess at what happened. */
const READING =
  /\b(?:(?:this|it|which) (?:also |clearly |fully )?(?:shows|showed|proves|proved|demonstrates|demonstrated|means|meant)|(?:leads?|led|leading) to|(?:may|might|must|could) (?:well )?have (?:been|\p{Ll}+ed)|no reason (?:to|for|why)|(?:this|that|it) (?:is|'s|was) (?:just|only|not) (?:an?|the|about|how|like|what)|the only (?:way|thing|reason|one)|(?:is|'s|are|was) (?:like|as if|what)|turning point|step (?:closer|forward|back|toward)|(?:is|are) attributable to|is seen as|(?:does|do|did) (?:not|n't) see (?:an?|any|how|why|the)|the opposite (?:of|about)|in (?:a|some|many) (?:sense|ways?|cases)|serves (?:as|several|many)|served as|(?:defie[sd]|exceed(?:s|ed)|beats?) (?:all )?expectations|not surprised|why it is|makes? (?:it|him|her|them|us) (?:\p{Ll}+er|more|less))\b/u;

/** "It is important", "the worst of all", "I think it helps". */
export const evaluation: ContentRule = {
  act: "evaluate",
  find(clause) {
    const { words } = clause;
    // "Mr Tough" is a name.
    const judging = words.findIndex(
      (w, i) => wordsOfClass("judging").has(w) && !(i > 0 && /^\p{Lu}\p{Ll}/u.test(clause.raw[i] as string)),
    );
    if (judging !== -1) return `“${words[judging]}”`;
    const weighed = words.findIndex(
      (w, i) => wordsOfClass("weighing").has(w) && indexOfAny(words, COPULA, i - 3, i) !== -1,
    );
    if (weighed !== -1) return `“${words[weighed]}”`;
    const reading = READING.exec(words.join(" "));
    if (reading) return `“${reading[0]}”`;
    // Why others do what they do is a reading; why one did something oneself is told.
    if (words.includes("because") && !/^(?:i|we|he|she|they)$/.test(words[0] as string)) return "“because”";
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

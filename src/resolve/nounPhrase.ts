import { documentsOf } from "./documentWords.ts";
import { headNoun } from "./nouns.ts";
import { isGivenName, kindsOf } from "./tables.ts";

const IN_PRINT = documentsOf("issued", "printed", "found");
/** The medium of an act of saying: "in a signed commentary", "at a press conference". */
const OCCASION = new RegExp(
  `(?<!ed),? (?:in|at|through|via) (?:an?|its|his|her|their|this) (?:[\\p{L}\\p{N}-]+ ){0,4}?(?:(?:${IN_PRINT}|${documentsOf("posted", "spoken")})s?|speeches|conference|briefing|talk|appearance|issue)(?:$|[ ,].*$)`,
  "u",
);
/** The gathering: "at a seminar in Lindholt". */
const GATHERING =
  / at (?:an?|its|their|the (?:\d+(?:st|nd|rd|th)|opening|closing|plenary)) (?:[\p{L}-]+ ){0,3}?(?:seminar|meeting|rally|conference|briefing|ceremony|banquet|reception|symposium|forum|hearing|session|function)(?:$|[ ,].*$)/u;
/** The day: "on Friday", "on Sept. 7", "Monday". */
const DAY =
  /(?<!ed|\b(?:on|of|in|by|to|for|from)),? (?:(?:on|late|early|last|this) )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|May) \d{1,2})(?:,? \d{4})?$/u;
/** Adverbs of the verb behind it; but the daily, an ally. */
const ADVERB =
  / (?:(?!(?:daily|weekly|monthly|yearly|family|assembly|ally|rally|reply|supply|fly|bully|monopoly|anomaly|only|elderly)$)\p{Ll}{3,}ly|also|further|too|again|then|later|today|yesterday|recently|meanwhile|jointly|never|still|already|soon|often)$/u;
const ALL_ADVERB = /^(?:(?!(?:daily|weekly|family|assembly|ally)$)\p{Ll}{3,}ly)$/u;
const SMALL_ADVERB = /^(?:also|further|too|again|then|later|not|never)$/i;
/** "Separately", at the head of a sentence; Kelly, Italy and Daly are names. */
const OPENING_ADVERB =
  /^\p{Lu}\p{Ll}*(?:ally|ately|ently|antly|etely|[io]usly|edly|ingly|fully|[ai]bly|[cst]tly|early|rely|wly|nly|[dtrs]ily)$/u;
/** "Plus Quill", "So even economists", "Uh Quill": what joins a sentence to the one before, or fills it. */
const JOINING = /^(?:(?:Plus|Uh|Um|Er|Ah|Oh|Yeah|Well|OK|Okay|Again),? (?=\S)|(?:So|Yet|And|But|Still),? even (?=\S))/u;
/** "an investigator quoted by the paper" */
const QUOTED_BY = / (?:quoted|cited) (?:by|in) .*$/u;
/** "Quill herself", "Quill and Birch both" */
const STRESSED = /(?<=\p{L}) (?:himself|herself|themselves|itself|(?<= and .*)both)$/u;
/** "Prof. and Dr. Quill": titles of one person. */
const TWO_TITLES =
  /^(?:Assoc\. )?(?:Prof|Dr|Professor|Academician)\.?,? and (?=(?:Assoc\. )?(?:Prof|Dr|Professor|Academician)\b)/u;
const LEADING = /^\p{Lu}\p{Ll}+ing that (?=the |\p{Lu})/u;
/** What happened at the time: "a student of the school after the army issued a statement". */
const AT_THE_TIME = / (?:after|before|when|while|following) .*$/u;
/** The number of an issue: "the weekly Zrcadlo No. 32". */
const NUMBER = /(?<=\p{L}),? (?:No|Nos|Vol)\.(?: \d[\d-]*)?$/u;
/** "the board which issued a statement": what somebody did in issuing it runs into the words for him. */
const ISSUED = new RegExp(
  ` (?:issued|released|published|made public|held) (?:an?|the|their|its|his|her) (?:[\\p{L}-]+ ){0,2}?(?:${IN_PRINT}|conference)\\b.*$`,
  "u",
);
/** "the daily Zrcadlo dated May 4": the day of an issue. */
const DATED = /(?<= \p{Lu}[\p{L}-]+) dated (?:\p{Lu}|\d).*$/u;
/** "criticised by anglers and by divers": the preposition of the verb that stands again before the second. */
const AGAIN = /(?<=\p{L}) and (?:by|from) (?=\p{L})/u;
/** "the people of Ostrel, the statement": a phrase of what is said that runs into the one who says it. */
const TAIL = new RegExp(
  `^.*, ((?:the|this) (?:[\\p{L}-]+ )?(?:${IN_PRINT}|${documentsOf("carrier")})|it|he|she|they)$`,
  "iu",
);
/** "Even with a majority, the court": a phrase before the one who speaks. */
const FRONTED = /^(?:Even )?(?:[Ww]ith|[Dd]espite|[Ww]ithout) [^,]{3,80}, (?=(?:the|a|an|its|his|her)\s|\p{Lu})/u;
/** "the Friendship Society on Dec.": a day whose number a reader has left out. */
const MONTH = / on (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?$/;
/** Further than this no phrase is tidied. */
const LONGEST = 1_200;

/**
 * The words of a source without what a reader may have taken with them: the day, the medium, an adverb of the verb ("the
 * Board on Friday strongly", "the daily Zrcadlo in a signed commentary").
 */
export function nounPhrase(words: string): string {
  let phrase = words.replace(/[\s\u00a0]+/g, " ").trim();
  if (phrase.length > LONGEST) return phrase;
  phrase = phrase
    .replace(LEADING, "")
    .replace(FRONTED, "")
    .replace(JOINING, "")
    .replace(TWO_TITLES, "")
    .replace(STRESSED, "")
    .replace(QUOTED_BY, "")
    .replace(AGAIN, " and ")
    .replace(/\bC\. C\./g, "C.C.")
    .replace(TAIL, "$1");
  for (let round = 0; round < 4; round++) {
    const less = phrase
      .replace(ADVERB, "")
      .replace(DAY, "")
      .replace(MONTH, "")
      .replace(OCCASION, "")
      .replace(GATHERING, "")
      .replace(NUMBER, "")
      .replace(DATED, "")
      .replace(ISSUED, "")
      .replace(AT_THE_TIME, "")
      .replace(/[,;]$/, "");
    if (less === phrase || !/\p{L}/u.test(less)) break;
    phrase = less;
  }
  return phrase;
}

/** "the people of Ostrel, the statement": only the one who says it; other words as they are. */
export function pointed(words: string): string {
  return words.length > LONGEST ? words : words.replace(TAIL, "$1");
}

/** Whether words name nobody at all: an adverb or a number that was taken for a source. */
export function isNoSource(words: string): boolean {
  const one = words.trim();
  const adverb = ALL_ADVERB.test(one) || SMALL_ADVERB.test(one) || (OPENING_ADVERB.test(one) && !isGivenName(one));
  return adverb || /^(?:whether|if|because) /.test(words) || !/\p{L}/u.test(words);
}

/** "The rise in prices suggests …", "Quill's victory confirmed …": what happens, or is felt, and says nothing. */
export function isDeed(words: string): boolean {
  const noun = headNoun(words.split(/ (?:between|over|against|among) /)[0] as string);
  return /^\p{Ll}/u.test(noun) && /\s/.test(words) && kindsOf(noun).has("deed");
}

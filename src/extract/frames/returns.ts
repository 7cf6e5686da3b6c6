import type { Sentence, Token } from "../../model/reading.ts";
import { isPast } from "./announcement.ts";
import { type Page, type Paragraph, tokensOf, wordsOf } from "./page.ts";
import { type Open, isDocument, refers } from "./speaker.ts";
import { mainSubject } from "./subject.ts";
import { reports, speaks, tellsAgain, wordsForPeople } from "./words.ts";

/** Lines behind which nothing is the speaker's: "ENDS", "-30-", "###". */
const END_MARK =
  /^[\s\p{P}\p{S}]*(?:end|ends|end of (?:text|statement|speech|transcript|letter)|30|0)?[\s\p{P}\p{S}]*$/iu;
/** What the issuer's office puts under a statement. */
const NOTES =
  /^(?:(?:end)?notes? (?:to|for) (?:the )?editors?|editors?['’]? notes?|(?:press|media|news) (?:contacts?|enquiries|inquiries|office)|contacts?:|for (?:more|further|additional) information|about the author|(?:this|the|our) (?:interview|conversation|discussion|transcript|q ?& ?a|exchange|text|letter) (?:has been|was|is|were|took place)(?: (?:lightly|slightly|also))? (?:edited|condensed|abridged|shortened|translated|conducted|first published|originally published|produced|held))\b/i;
/** How reports of meetings and messages go on in their own voice. */
const NARRATION =
  /^(?:(?:on )?the same day\b|speeches were made\b|speakers at the [^.]{3,60} (?:said|noted|stressed|pointed out|called)\b|present (?:there|at|were)\b|earlier,? the |at the end of the |that day (?!he\b|she\b|i\b|we\b|they\b)|meanwhile,? (?!they\b|it\b|he\b|she\b|we\b|i\b)[^.]{3,160} (?:issued|released|published|posted|carried|hosted|laid|paid|visited|toured|signed)\b|(?:the|an?) (?:[\p{L}-]+ ){0,3}(?:meeting|ceremony|event|seminar|function|rally|reception|banquet|performance|exhibition|participants|attendants)\b[^.]{0,80}\b(?:was|were|took|ended|closed|adopted|visited)\b|(?:an?|the) (?:letter|message|resolution|appeal|statement)\b[^.]{0,120}\bwas (?:adopted|read|sent|conveyed|released)\b|(?:he|she|they) (?:also |then )?(?:made an entry|signed|laid (?:an? |the |floral |wreaths?|bouquets?)|handed|left)|after (?:the|receiving)\b[^.]{0,80}, (?:\p{Lu}|the)[^.]{0,40} (?:hosted|visited|toured|looked)\b|(?:prior to|before|after|during|earlier than) (?:the|his|her|their|its) (?:visit|tour|trip|stay|call)\b[^.,]{0,60}, (?!I |We |i |we )(?:\p{Lu}|the)[^.]{0,60} (?:hosted|visited|toured|met|watched|saw|enjoyed|attended|laid|paid)\b)/iu;
/** "The bureau also issued a statement", "Another paper on May 3 carried an article", "The guest in a speech said". */
const MONTH_DAY = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}*\\.? \\d{1,2}";
const ISSUED = "(?:issued|released|published|carried|posted|edited|aired|broadcast|made public|sent)";
const ANOTHER_ISSUED = new RegExp(
  `^(?:The|An?|\\p{Lu})(?:[^.:;]|(?<=\\b\\p{Lu}\\p{Ll}{0,3})\\.(?= )){3,220} (?:also ${ISSUED}|on ${MONTH_DAY}(?: and \\d{1,2})? (?:also )?${ISSUED}|${ISSUED} (?:a )?(?:similar|the same)|in (?:an?|his|her|its|their) (?:joint |signed |by-?lined )?(?:speech|report|address|congratulatory speech|statement|bulletin|article|commentary|editorial|appeal|letter)(?: on ${MONTH_DAY})? (?:also |\\p{Ll}+ly )?(?:said|\\p{Ll}{3,}ed))\\b`,
  "u",
);
/** "The Dike Board said in its statement that …": of another who speaks in a document of his own. */
const IN_ITS_OWN = new RegExp(
  "^(?:The |An? )?\\p{Lu}[^.:;]{3,220} (?:said|noted|stressed|held|declared|pointed out) in (?:his|her|its|their) (?:joint |signed |by-?lined )?(statement|bulletin|article|commentary|editorial|appeal|letter|message|report|speech)\\b",
  "u",
);
/** "The sitting was attended by …": nobody says so of an occasion in his own statement. */
const ATTENDED =
  /^the (?:[\p{L}-]+ ){0,2}(?:sitting|session|meeting|congress|conference|plenary|ceremony|assembly|rally|banquet|reception) (?:was attended by|was also attended by|closed with|ended with|continues)\b/iu;
const CARRIED =
  /^(?:(?:The )?\p{Lu}[^.:;,]{2,80} (?:carried|published|posted) (?:an?|the) (?:[\p{L}-]+ ){0,2}?(?:article|commentary|editorial|essay|photo)s? (?:titled|entitled|headlined|under the title|illustrated|on|about)\b|The [^.:;,]{2,80} (?:carried|printed) (?:an?|\p{Ll}+) photos? (?:of|showing)\b|(?:On )?(?:[Tt]he same|[Tt]hat) day,? .{3,120} (?:published|issued|released|sent|carried|made public)\b|(?:The|An?|\p{Lu})[^.:;]{3,160} (?:carried|edited|posted) in its \p{Ll}+ (?:an?|the) )/u;
const DATED =
  /^(?:on|in) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}),?\s/u;

/** Whether a block ends every frame before it. */
export function isEnd(page: Page, paragraph: Paragraph): boolean {
  const words = wordsOf(page, paragraph.span, 120);
  return (words.length <= 40 && END_MARK.test(words)) || NOTES.test(words);
}

export function isDated(page: Page, paragraph: Paragraph): boolean {
  return DATED.test(wordsOf(page, paragraph.span, 40));
}

/** Whether a sentence's subject is "he" or "she". */
export function isAboutSomebody(page: Page, sentence: Sentence): boolean {
  return /^(?:he|she)\s/i.test(wordsOf(page, sentence, 5));
}

/** What the framed words before a sentence tell of whom a pronoun may mean. */
export interface Earlier {
  readonly before: Sentence | null;
  /** A sentence of the frame had "he" or "she" for its subject: later ones may mean that one. */
  readonly about: boolean;
}

/** Whether a sentence is the page's own again: it tells what the speaker said, or how the event went on. */
export function returns(page: Page, sentence: Sentence, earlier: Earlier, open: Open): boolean {
  const words = wordsOf(page, sentence);
  if (CARRIED.test(words) || ATTENDED.test(words)) return true;
  // Right behind an announcement stands what was announced, whatever it tells.
  if (!open.firm && earlier.before && (NARRATION.test(words) || ANOTHER_ISSUED.test(words))) return true;
  if (earlier.before && (QUOTED_BY.test(words) || isRetold(words, open))) return true;
  const own = open.firm ? null : IN_ITS_OWN.exec(words);
  if (own && (open.document === null || own[1] === open.document)) return true;
  const tokens = tokensOf(page, sentence);
  return saidAtTheEnd(tokens, open) || saidAtTheHead(page, tokens, earlier, open);
}

/** "“It leaks,” said Tom Birch.": whom the page quotes. */
const QUOTED_BY = /^[“"][^“”"]{3,400}[,?!][”"] (?:said|says|added|adds) (?:the )?\p{Lu}/u;
const RETOLD =
  /^(?:the|this|his|her|its|their) (?:[\p{L}-]+ )??(\p{Ll}+) (?:came|comes|followed|follows|drew|appeared|was (?:also |first |not )?(?:signed|issued|published|released|posted|dated|the (?:first|second|third|latest)))\b/iu;
/** What a paper prints goes by all of these. */
const PRINTED = /^(?:article|commentary|editorial|column|opinion|essay|analysis)$/;

/** "The statement came hours after the storm": how the page tells of what it gave. */
function isRetold(words: string, { document }: Open): boolean {
  const noun = RETOLD.exec(words)?.[1]?.toLowerCase();
  if (noun === undefined || document === null) return false;
  return noun === document || (PRINTED.test(noun) && PRINTED.test(document));
}

/** "…, the Chilean paper Mercurio said.": somebody the page brings in. */
const NEW_NAME = /^the [^,]*\p{Lu}/u;

/** "…, the letter stressed.", "…, he noted, reiterating …", "…, says the paper." */
function saidAtTheEnd(tokens: readonly Token[], open: Open): boolean {
  for (let i = tokens.length - 1; i > 2; i--) {
    if ((tokens[i] as Token).reads !== ",") continue;
    let end = i + 1;
    while (end < tokens.length && end - i <= 14 && !/^[,.:]$/.test((tokens[end] as Token).reads)) end++;
    if (end > i + 14) continue;
    const stop = tokens[end]?.reads;
    if (stop === "," && !/^(?:and|\p{Ll}+ing)$/u.test(tokens[end + 1]?.reads ?? "")) continue;
    const clause = tokens.slice(i + 1, end).map((t) => t.reads);
    const at = clause.findIndex(speaks);
    const verb = clause[at];
    if (verb === undefined) continue;
    const subject = at === 0 ? clause.slice(1) : clause.slice(0, at);
    const words = subject.join(" ");
    const retold = !open.firm && (words === "it" || isDocument(words, open));
    if (isPast(verb) !== open.past && !retold) continue;
    if (at > 0 && clause.length - at > 5) continue;
    if (refers(words, open) || (!open.firm && (NEW_NAME.test(words) || isMany(words, open)))) return true;
  }
  return false;
}

/** "The statement added that …", "It praised …": not where the sentence before speaks of somebody who may be meant. */
function saidAtTheHead(page: Page, tokens: readonly Token[], { before, about }: Earlier, open: Open): boolean {
  const main = mainSubject(page.text, tokens);
  if (!main) return false;
  const verb = (tokens[main.verb] as Token).reads;
  const words = page.text.slice(main.subject.from, main.subject.to);
  const named = !/^(?:he|she|it)$/i.test(words) && refers(words, open);
  if (!(speaks(verb) || (named && (reports(verb) || isDocument(words, open))))) return false;
  // A commentary that "says" so is told of in the past as well: "the commentary said".
  const retold = !open.firm && isDocument(words, open) && tellsAgain(verb);
  if (isPast(verb) !== open.past && !retold) return false;
  if (/^(?:he|she|it|they)$/i.test(words) && !tellsAgain(verb)) return false;
  // Right behind an announcement "He said …" is somebody in what was announced.
  if (/^(?:he|she)$/i.test(words) && !before && open.document !== null) return false;
  if (/^(?:he|she)$/i.test(words) && (about || (before && namesAnother(page, before, open)))) return false;
  if (/^they$/i.test(words)) return !open.firm && isMany(words, open) && isPast(verb);
  // Right behind an announcement somebody else who speaks is told of in what was announced.
  return refers(words, open) || (!open.firm && before !== null && (isAnother(words, open) || isDescribed(words, open)));
}

/** A speaker who is more than one: "Speakers at the rally", "the mayor and the bishop". */
const MANY = /^(?:the )?\p{L}*(?:[^s\P{L}]s|people)\b(?! of the)|\sand\s/iu;

/** "They" of speakers who are more than one. */
function isMany(words: string, open: Open): boolean {
  return /^they$/i.test(words) && MANY.test(open.speaker);
}

/** "The Christian leader further related that …": whoever he is, the page tells it. */
function isDescribed(words: string, open: Open): boolean {
  const bare = open.document === null ? words.replace(/ (?:of|for) .*$/su, "") : words;
  const noun = /^the (?:[\p{L}-]+ ){0,3}([\p{Ll}-]+)$/iu.exec(bare)?.[1];
  return noun !== undefined && wordsForPeople().has(noun);
}

/** In a talk told without a document, or told in the present, somebody else named who speaks is the page's: "Solvan thanked his guest". */
function isAnother(words: string, open: Open): boolean {
  // A name with its office is brought in anew.
  if (/^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}, \P{Lu}/u.test(words)) return true;
  // "Opposition leader Tom Birch welcomed it."
  const described = /^(?:The )?((?:[\p{L}-]+ ){1,4})\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]+){1,3}$/u.exec(
    words,
  )?.[1];
  if (open.document === null && described?.split(" ").some((w) => /^\p{Ll}/u.test(w) && wordsForPeople().has(w)))
    return true;
  return (
    (open.document === null || !open.past) &&
    /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}$/u.test(words) &&
    !/^(?:The|This|These|Our|Your|All|Some|Many)\b/.test(words)
  );
}

/** Whether a sentence's subject is a name, and not the speaker's own: "he" behind it may mean that one. */
function namesAnother(page: Page, sentence: Sentence, open: Open): boolean {
  const main = mainSubject(page.text, tokensOf(page, sentence));
  const words = main ? page.text.slice(main.subject.from, main.subject.to) : "";
  return (
    /^(?:the\s)?\p{Lu}|\s\p{Lu}/u.test(words) &&
    !/^(?:I|We|This|That|These|Those|They|It|He|She|Our|My|There|All|Such)\b/.test(words) &&
    !/\s\p{Ll}*(?:s|men|people)$/u.test(words) &&
    !refers(words, open)
  );
}

import type { SourceKind } from "../model/statement.ts";
import { headNoun } from "./nouns.ts";
import { PAPERS } from "./paperWords.ts";
import { isGivenName, kindsOf } from "./tables.ts";

/** A word of a name: Mara, d'Arc, al-Hadi. */
export const CAPITALISED = /^(?:\p{Ll}{1,3}['’‐‑-])?[\p{Lu}\p{Lt}]/u;

/** Small words inside a name: Ludwig van Beethoven, Muhammad bin Salman, Charles de Gaulle. */
export const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|bint|ibn|ben|ter|ten|y|e|af|av|zu|zum|O)$/;

/** TTA, U.S. */
export const ACRONYM = /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,})$/u;

/** "harbour.com" */
const DOMAIN = /^(?:\p{L}[\p{L}\p{N}-]*\.)+(?:com|org|net|info|co\.uk|tv|news)$/iu;

/** "Quill's book “The Art of the Dam”" */
const TITLED_WORK =
  /^(?:the |an? )?((?:[\p{L}'’-]+ ){0,4}(?:book|memoir|autobiography|novel|film|documentary),? (?:''|["“‘]).*)$/iu;

/** "the website tidewatch" */
const SITE = /^(?:the |an? )?(?:[\p{Ll}-]+ ){0,3}(?:website|blog|webzine) (\p{Ll}[\p{L}\p{N}.-]{4,})$/u;

/** "the super PAC Harbour First" */
const COMMITTEE =
  /^(?:(?!which |that |by |who )[^\s,]+ ){0,6}PAC,? (\p{Lu}[\p{L}\p{N}’'-]*(?: \p{Lu}[\p{L}\p{N}’'-]*){0,4})$/u;

/** "the Times": a paper by the last word of its name. */
const PAPER = new RegExp(`^[Tt]he (?:${PAPERS})$`, "u");

/** "KTID-TV" */
const CALL_SIGN = /^[WK]\p{Lu}{2,3}-(?:TV|FM|AM|DT)$/u;

/** "online University of Lindholt/Harbour Post poll out on Friday": up to the noun, where a name stands before it. */
const POLL =
  /^(?:[\p{L}\p{N}.&'’/-]+ ){1,9}?(?:poll|survey)(?: of (?:[\p{L}\p{N},.-]+ ){0,4}?[\p{L}-]+)?(?=,|$| (?:out|released|published|conducted|taken|commissioned|by|from|that|which|on|in|this|last|earlier)\b)/u;

/** "the harbour master's website", "the secretary of the board's book": what somebody has made, whose name stands before it. */
const MADE =
  /^(?:the |an? )?([^,;(]{2,100}['’]s?) (?:own |new |latest |official |campaign )?(?:website|web site|homepage|site|blog|Facebook page|Twitter account|Twitter feed|book|memoir)$/iu;

/** "Speaker of the House Rep. Mara Quill (T-Li)": a title before the name behind an office and what it is of. */
const MEMBER =
  /^(?:\p{Lu}[\p{L}-]+ ){1,4}(?:of|for) (?:the )?(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms)\. (\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*){1,3})(?: \([^)]{1,12}\))?$/u;

/**
 * What a source is whose words have a shape of their own: a domain, a poll, what somebody has made, a member of a house behind
 * his offices, the holder of a title behind what it is of; null for all others. `bare` is the phrase without its article.
 */
export function shapeOf(phrase: string, bare: string): { readonly kind: SourceKind; readonly name: string } | null {
  if (DOMAIN.test(phrase)) return { kind: "channel", name: phrase };
  const committee = COMMITTEE.exec(phrase)?.[1];
  if (committee) return { kind: "organisation", name: committee };
  const poll = POLL.exec(bare)?.[0];
  if (poll && /\p{Lu}/u.test(poll)) return { kind: "organisation", name: poll };
  if (CALL_SIGN.test(bare) || PAPER.test(phrase)) return { kind: "channel", name: bare };
  const titled = TITLED_WORK.exec(phrase)?.[1];
  if (titled) return { kind: "organisation", name: titled };
  const site = SITE.exec(phrase)?.[1];
  if (site) return { kind: "channel", name: site };
  const made = MADE.exec(phrase)?.[0];
  if (made) return { kind: "organisation", name: made.replace(/^(?:the|an?) /i, "") };
  const somebody = MEMBER.exec(phrase)?.[1] ?? holderBehind(phrase);
  return somebody ? { kind: "person", name: somebody } : null;
}

/** A title with what it is of, without an article, or an age behind the whole. */
const TITLED = /^(?!(?:The|An?) )(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,3}) (?:of|for) ([^,;(]{3,200}?)(, \d{1,3})?$/u;
/** The end of words for a field of work: Industry, Sciences, Workers. */
export const FIELD_OF_WORK =
  /(?:tion|ions|ment|ture|try|ics|ences?|ing|logy|ity|ship|ers|ees|airs|ries|ies|ices|earch|ance|ealth|ergy|ty|al)$/;

/** "Vice-President of the Academy of Sciences Tom Birch, 52": the name behind what a title is of; null where none stands. */
function holderBehind(phrase: string): string | null {
  const [, title = "", complement = ""] = TITLED.exec(phrase.replace(/\bC\.C\., (?:the )?/u, "C.C. ")) ?? [];
  if (!kindsOf(title.split(" ").at(-1) as string).has("office") || kindsOf(title).has("organisation")) return null;
  const words = complement.split(" ");
  let start = words.findLastIndex((word) => !CAPITALISED.test(word)) + 2;
  while (
    start < words.length &&
    (FIELD_OF_WORK.test(words[start] as string) || kindsOf(words[start] as string).size > 0)
  )
    start++;
  const name = words.slice(start);
  const common = name.some((word) => kindsOf(word).size > 0) || FIELD_OF_WORK.test(name.at(-1) ?? "al");
  return name.length >= 2 && name.length <= 4 && !common ? name.join(" ") : null;
}

/** "backers, including two mayors", "voters, however": what is added to those who speak. */
const ADDED =
  /(?<=^\S[^,]{3,120}\p{Ll}s(?: (?:of|for|in|at|with) [^,]{2,80})?), (?:who|which|whose|whom) .*$|(?<=^\S[^,]{3,120}),? (?:(?:such as|including|among them) \P{Lu}?.*|(?:many|some|most|all|several|both) of (?:them|whom) .*|however|meanwhile|though|too|also)$|(?<=^[\p{L} -]{3,60}[^su]s)(?:,)? like (?:the |an? )?(?:Mr\. |Ms\. |Mrs\. )?\p{Lu}.*$/u;

/** "two surveys -- one by the board", "the elites — what is left of them": what a dash adds in small letters. */
const ASIDE =
  /(?<=^[^–—]{4,120}\p{Ll}s[^–—]{0,60}) (?:[–—]|--) (?:one|what|all|many|most|some|both|including|those) .*$/u;

/** "Mara Quill and Tom Birch - a diver who left early": what a dash tells of the one it stands behind. */
const DASHED = /(?<=\p{Lu}\S+ and (?:\p{Lu}\S+ ){0,3}\p{Lu}\S+) (?:[–—-]|--) (?:an?|the|his|her) .*$/u;

/** A source without what is added to those who speak: "backers" of "backers, including two mayors". */
export function withoutAdded(phrase: string): string {
  return phrase.length > 400
    ? phrase
    : phrase
        .replace(ADDED, "")
        .replace(ASIDE, "")
        .replace(DASHED, "")
        .replace(/\s[–—-]+$/, "");
}

/** A number of people who are called by what they are: "many Tarvians and foreigners", "some Labour voters". */
const MANY_OF =
  /^(?:many|some|several|most|various|numerous|countless|both|all|few|two|three|four|five|six|seven|eight|nine|ten) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+s(?: and (?:[\p{L}-]+ )?[\p{L}-]+s)?$/iu;

const COUNTED = /^(?:Dozens|Scores|Hundreds|Thousands|Millions|Half a dozen|Half) of /;

/** "both surveys" are documents, no group. */
const NUMBERED = /^(?:both|all|few|two|three|four|five|six|seven|eight|nine|ten) /i;

/** "some polls" are documents too. */
const DOCUMENTS =
  /^(?:some|several|many|most|various|numerous) (?:\p{L}+ ){0,3}?(?:polls|surveys|studies|reports|documents|records|emails)$/iu;

/** "Workers across Tarvia" */
const EVERYWHERE = /^(?:the )?(?:\p{L}+ ){0,2}?\p{L}{3,}(?:s|people) (?:across|throughout|all over) /iu;

/** Whether words are for a number of people who are called by what they are. */
export function isManyOf(phrase: string): boolean {
  if (COUNTED.test(phrase) || EVERYWHERE.test(phrase)) return true;
  if (DOCUMENTS.test(phrase)) return false;
  return MANY_OF.test(phrase) && !(NUMBERED.test(phrase) && kindsOf(headNoun(phrase)).has("organisation"));
}

const AND_MANY = /^(?:[Bb]oth )?(?:\p{L}+ ){0,3}?\p{Lu}[\p{L}.]+ and (?:\p{L}+ )?[\p{L}.]+ \p{Ll}+s$/u;

/** "Tarvian House and Senate aides": many, called by two names and a noun. */
export function isTwoKindsOfMany(bare: string): boolean {
  return AND_MANY.test(bare) && kindsOf(bare.split(" ").at(-1) as string).has("unnamed");
}

/** One body whose name joins two words, and what it is for. */
const BODY_AND =
  /^(?:\p{Lu}[\p{L}-]+ ){1,3}and (?:\p{Lu}[\p{L}-]+ ){1,3}?(?:Alliance|Association|Union|Society|Council|Coalition|Federation|Institute|Foundation|Center|Centre|Commission|Committee|Fund|Project|League|Network)(?: (?:of|for|on|Against|Of|For) \p{Lu}[\p{L} -]{2,40})?$/u;

/** "Dike and Harbour Union Against Floods": whether it is one body. */
export function isBodyWithAnd(bare: string): boolean {
  return BODY_AND.test(bare);
}

const KIN_THEN_NAME =
  /^(?:\S+ ){0,4}?(?:son|daughter|wife|husband|brother|sister|mother|father|widow|widower|uncle|aunt|cousin), (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})$/u;

/** "Birch's son, Paul": the name behind a word for a relative; null where none stands. */
export function relativeIn(bare: string): string | null {
  const name = KIN_THEN_NAME.exec(bare)?.[1];
  return name && isGivenName(name.split(" ")[0] as string) ? name : null;
}

/** How a newspaper's name begins: the Daily Harbinger, the Sunday Sailor. */
const PERIODICAL = /^(?:Daily|Weekly|Sunday|Evening|Morning)$/;

/** Whether a newspaper's name may begin with a word. */
export function isPeriodical(word: string): boolean {
  return PERIODICAL.test(word);
}

/** What somebody does, before his full name at the head of a sentence: Filmmaker, Activist, Librarian. */
const TRADE =
  /^\p{Lu}\p{Ll}{2,}(?:maker|worker|keeper|writer|ist|ian|ologist|owner|holder|leader|goer|star|man|woman)$/u;

/** Whether a word before a full name tells what its bearer does. */
export function isTrade(word: string): boolean {
  return TRADE.test(word) && !isGivenName(word);
}

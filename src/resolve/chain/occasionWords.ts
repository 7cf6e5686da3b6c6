import { documentsOf } from "../documentWords.ts";
import type { Field } from "../field.ts";
import { ALL_PAPERS } from "../paperWords.ts";
import { type NamedSource, readSource } from "../sources.ts";

/** An appeal or a message may be made anywhere: only what is one's own work is an occasion by itself. */
const OWN_WORK = documentsOf("own", "posted");
const IN_PRINT = documentsOf("printed");

/** Words that put a statement on another occasion than the one before, or on none that is told. */
const ELSEWHERE = new RegExp(
  `\\b(?:earlier|separately|previously|once|(?<!\\badd(?:ed|ing) )later(?! in\\b| add| not)|last (?:week|month|year|spring|summer|fall|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)|in the past|(?:in|during) the \\d{4}\\b|in an?(?: \\p{L}+){0,2} (?:${OWN_WORK}|release|speech|address|conference|briefing|call)|in an?(?: (?:\\d{4}|earlier|previous|separate|radio|television|TV))+ interview|at an?\\s|at the\\s(?!same|moment|time|end|start|beginning|outset)|tweeted|Twitter|wrote|rally|campaign stop|(?:during|on) a (?:\\p{L}+ )?(?:visit|tour|trip)|(?:in|to) (?:parliament|congress|court)(?= |,|$)|after an? (?:\\p{L}+ ){0,2}meeting|in (?:his|her|their|its|the)(?: \\p{L}+){0,2} (?:${OWN_WORK}|filing|speech|disclosure|form))\\b|\\btold (?:\\p{L}+ ){0,5}(?:crowd|audience|group|gathering|supporters|reporters|voters|delegates|lawmakers|senators|donors|students|activists|listeners|conference|meeting)\\b`,
  "iu",
);
/** "Quill, who left the guild last year, said": what is told of somebody beside what he says. */
const ASIDE = /,\s(?:who|which|whose)\b[^,;]*(?:,|$)/gu;

/** Whether words beside a cue put it on another occasion. */
export function isSaidElsewhere(words: string): boolean {
  return ELSEWHERE.test(words.replace(ASIDE, ","));
}

/** "has said", "had dismissed", "have long argued": said at other times. */
export const PERFECT = /^(?:has|have|had)\b/i;

/** When something was said long before: no occasion goes on from there. */
export const LONG_AGO =
  /\b(?:earlier|previously|once|last (?:week|month|year|spring|summer|autumn|fall|winter)|in (?:(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late|mid)\b|\d{4})|years? ago|months? ago|at the time|then)\b/u;

/** Where an interview is told of. */
export const TALKS = /\b(?:interview|appear|spoke|speak|talk|ask|told|sat down|joined)/i;

/** What tells that somebody speaks to a channel. */
export const APPEARS =
  /\b(?:appear(?:ed|s|ing)|appearance|interview(?:ed)?|spoke|speaking|sat down|joined|guest|told|asked|talked|(?:made|gave|repeated|offered) (?:\p{Ll}+ ){0,2}(?:comments|remarks))\b/iu;

/** What somebody writes for a channel. */
export const WRITTEN = /\b(?:op-ed|column|essay|editorial|commentary|letter published|article (?:from|in|for))\b/iu;
/** The same in the words of a report: what somebody wrote for the channel came through it. */
export const WRITES = new RegExp(
  `\\bwrote\\b|\\bin (?:his|her|their|its|the)(?: \\p{L}+){0,2} (?:${IN_PRINT}|letter)\\b`,
  "giu",
);

/** "Mara Quill's sister told the Star": whoever is named before what is his does not speak there, but on his own show. */
export const OWNER = /^['’]s?\s(?!(?:\p{L}+ ){0,2}(?:show|podcast|programme?|interview|broadcast)\b)/u;

/** Words for the occasion itself; a "2011 interview" or a "radio interview" of no channel is another. */
export const COMES_BACK =
  /(?<!\b(?:\d{4}|earlier|previous|separate|recent|another|radio|television|TV) )\binterview|\bon (?:the|his|her) (?:show|programme?|broadcast|podcast|air)\b/iu;

/** "In the interview", "told the show": the last occasion told of, whoever speaks there. */
export const THE_OCCASION =
  /\b(?:in|during|of|throughout) (?:the|that|this|the same|their) interview\b|\b(?:told|tells?) (?:the|that|this|the same) (?:show|programme?|broadcast|podcast)\b/iu;
/** "Quill's letter was published in the Star": whose it is speaks there. */
export const PUBLISHED = new RegExp(
  `\\b(?:${IN_PRINT}|letter|message)\\b[^.“"]{0,60}\\b(?:published|printed|carried|appeared|ran)\\b[^.“"]{0,30}? (?:in|by|on)\\b`,
  "iu",
);
/** "In an interview": an occasion of its own. */
export const ANOTHER_INTERVIEW = /\ban(?:other)? (?:[\p{L}-]+ ){0,3}interview\b/iu;
/** Beside any verb of speaking: somebody puts a question. */
export const QUESTIONS =
  /\b(?:posing|putting|posed|put) (?:the|a|that|this|his|her) question\b|\bin (?:a|the|his|her) question\b/iu;
/** The day beside a cue, and "recently"; a day that is told of a thing ("Monday's vote") is none. */
const DAY = /(?<!\bthe )\b(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day(?!['’]s)|recently)\b/iu;
/** The only day that words beside a cue tell, in small letters; null where they tell none. */
export function dayToldIn(words: readonly string[]): string | null {
  const days = new Set(words.flatMap((part) => DAY.exec(part)?.[0].toLowerCase() ?? []));
  return days.size === 1 ? ([...days][0] as string) : null;
}

export const PRONOUN = /^(?:he|she)$/i;

/**
 * "the harbour clerk" behind "a senior harbour clerk": whether somebody not by name, whom the text calls `called`, is taken up
 * again in words of one of the speakers. His name may be the fuller one already.
 */
export function isDescribedAgain({ kind, name }: NamedSource, called: string, speakers: ReadonlySet<string>): boolean {
  if (!(kind === "office" || (kind === "unnamed" && /^the\s/i.test(called)))) return false;
  const words = wordsOf(name);
  return [...speakers].some((speaker) => {
    const whole = wordsOf(speaker);
    return words.every((word) => whole.includes(word));
  });
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/^(?:an?|the)\s/, "")
    .split(/\s+/);
}

/** "CNN's Tom Birch", "The Star host Tom Birch": the channel whose questions somebody puts; null where the words name none. */
export function channelOfHost(words: string, field: Field): string | null {
  const [, name] = HOST.exec(words) ?? [];
  const channel = name === undefined ? null : readSource(name, field);
  return channel?.kind === "channel" ? channel.name : null;
}

/** "The Star interviewed Mara Quill", "The Star's Tom Birch sat down with Mara Quill". */
export function channelThatAsks(words: string, field: Field): string | null {
  const [, name] = ASKS.exec(words) ?? [];
  const channel = name === undefined ? null : readSource(name, field);
  return channel?.kind === "channel" ? channel.name : null;
}

const CHANNEL = "(?:[Tt]he )?(\\p{Lu}[\\p{L}&]*(?: (?:of |and )?\\p{Lu}[\\p{L}&]*){0,4}?)";
const PERSON = "\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,3}";
const HOST = new RegExp(
  `^${CHANNEL}(?:['’]s?|(?: \\p{Ll}+)? (?:co-?host|host|anchor|moderator|presenter|interviewer)) ${PERSON}$`,
  "u",
);
const ASKS = new RegExp(
  `^${CHANNEL}(?:['’]s? ${PERSON}|(?: \\p{Ll}+)? (?:host|anchor|reporter|correspondent) ${PERSON})? (?:interviewed|spoke (?:to|with)|sat down with|talked (?:to|with)|caught up with|(?:asked|pressed|questioned) (?:${PERSON} )?(?:about|on|whether|if|what|why|how)) `,
  "u",
);

/** "the Times" where the article names one Times in full: that name; else the name as it is. */
export function fullName(name: string, text: string, field: Field): string {
  if (!SHORT.test(name) || field.named(name).length > 0) return name;
  const longer = new RegExp(`(?:\\p{Lu}[\\p{L}.’'-]*[ \\n]){1,3}${name}(?![\\p{L}-])`, "gu");
  const names = new Set<string>();
  for (const [words] of text.matchAll(longer)) {
    const bare = words.replace(/\s+/g, " ").replace(/^(?:(?:The|On|In|As|But|And|While|When) )+(?=\p{Lu}\S* )/u, "");
    const { kind, name: full } = readSource(`The ${bare}`, field);
    if (kind === "channel" && full.endsWith(` ${name}`)) names.add(full);
  }
  return names.size === 1 ? ([...names][0] as string) : name;
}

/** Names that many newspapers share. */
const SHORT = new RegExp(`^(?:Daily |Evening |Sunday |Free )?(?:${ALL_PAPERS}|Press)$`, "u");

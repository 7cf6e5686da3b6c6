import type { Span } from "../model/span.ts";
import { readSource } from "./sources.ts";

export interface NamedChannel {
  readonly name: string;
  readonly span: Span;
}

/** What channels do with somebody's words. */
export const CARRIED =
  "(?:reported|carried|published|released|broadcast|aired|distributed|quoted|cited|run|relayed|printed)";

/** "was quoted by the Ostrel news agency as saying": inside the cue. */
const INSIDE = /\bby\s+([^,;]{2,60}?)(?=\s+as\s|$)/i;
/** "was quoted as saying by the agency": behind the cue. */
const BEHIND_PASSIVE = /^\s+by\s+([^,.;:(“"]{2,60}?)(?=\s*(?:[,.;:(“"]|$))/;
/** "told the newspaper Zrcadlo". */
const TOLD =
  /^\s+((?:the\s+|a\s+)?(?:[\p{Lu}][\p{L}\p{M}.&’'-]*|of|and|newspaper|news|agency|daily|weekly|magazine|radio|television|broadcaster|state|official)(?:\s+(?:[\p{Lu}][\p{L}\p{M}.&’'-]*|of|and|newspaper|news|agency|daily|weekly|magazine|radio|television|broadcaster))*)/u;
/** "said in a statement carried by the agency that …". */
const CARRIED_BEHIND = new RegExp(
  `^[^.“"]{0,60}?\\b${CARRIED}\\b[^.,“"]{0,30}?\\bby\\s+([^,.;:(“"]{2,60}?)(?=\\s*(?:[,.;:(“"]|that\\b|$))`,
  "i",
);
/** "In comments reported on Thursday by the agency, Solvan said …": at the head of the sentence. */
const CARRIED_BEFORE = new RegExp(
  `^\\s*in\\s[^.“"]{0,60}?\\b${CARRIED}\\b[^.,“"]{0,40}?\\bby\\s+([^,;(“"]{2,60}?)(?=\\s*[,(])`,
  "i",
);

/**
 * The channel a statement names beside its speaker: in its cue, behind it, or at the head of its sentence. Null where none
 * is. `until` is where the content begins when it stands behind the cue, else the sentence's end.
 */
export function channelOf(text: string, sentence: Span, cue: Span | null, until: number): NamedChannel | null {
  if (!cue) return null;
  const words = text.slice(cue.from, cue.to);
  const behind = text.slice(cue.to, Math.min(until, cue.to + 140));
  const isPassive = /\bas\s+\p{Ll}+ing$/iu.test(words);
  return (
    match(INSIDE, words, cue.from) ??
    (isPassive ? match(BEHIND_PASSIVE, text.slice(cue.to, Math.min(sentence.to, cue.to + 100)), cue.to) : null) ??
    (/\b(?:told|tells?|telling)$/i.test(words)
      ? match(TOLD, text.slice(cue.to, Math.max(until, Math.min(sentence.to, cue.to + 80))).slice(0, 80), cue.to)
      : null) ??
    match(CARRIED_BEHIND, behind, cue.to) ??
    match(CARRIED_BEFORE, text.slice(sentence.from, Math.min(cue.from, sentence.from + 200)), sentence.from)
  );
}

/** Nouns that make somebody or something else of "radio" and "news" before them. */
const NO_MEDIUM =
  /^ (?:talk )?(?:show )?(?:host|personality|commentator|audience|listeners|viewers|conference|briefing)\b/;

function match(pattern: RegExp, words: string, offset: number): NamedChannel | null {
  const found = pattern.exec(words);
  const phrase = found?.[1]?.replace(/(?<!\.\p{Lu})\.$/u, "");
  if (!found || phrase === undefined) return null;
  const { kind, name } = readSource(phrase);
  const behind = words.slice(found.index + found[0].length);
  if (kind !== "channel") return null;
  // "told radio host Tom Birch", "told a news conference": not the radio, nor the news.
  if (
    !/\p{Lu}/u.test(phrase) &&
    !/(?:newspaper|agency|daily|weekly|magazine|radio|television|broadcaster|media)$/.test(phrase)
  )
    return null;
  if (/(?:radio|television|news)$/.test(phrase) && NO_MEDIUM.test(behind)) return null;
  const from = offset + found.index + found[0].lastIndexOf(phrase);
  return { name, span: { from, to: from + phrase.length } };
}

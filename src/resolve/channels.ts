import type { Span } from "../model/span.ts";
import { readSource } from "./sources.ts";

/** "was quoted by the Ostrel news agency as saying", "told the newspaper Zrcadlo": the channel a cue names. */
const BY_CHANNEL = /\bby\s+((?:the\s+)?[^,;]{2,60}?)(?=\s+as\s|$)/i;
const TOLD_CHANNEL = /^\s+((?:the\s+|a\s+)?(?:[\p{Lu}][\p{L}\p{M}.&’'-]*|of|and|newspaper|news|agency|daily|weekly|magazine|radio|television|broadcaster|state|official)(?:\s+(?:[\p{Lu}][\p{L}\p{M}.&’'-]*|of|and|newspaper|news|agency|daily|weekly|magazine|radio|television|broadcaster))*)/u;

/** The channel named inside a cue or, after "told", directly behind it; null where none is. */
export function channelInCue(text: string, cue: Span | null): { readonly name: string; readonly span: Span } | null {
  if (!cue) return null;
  const words = text.slice(cue.from, cue.to);
  const by = BY_CHANNEL.exec(words);
  if (by?.[1]) return ifChannel(by[1], cue.from + by.index + by[0].indexOf(by[1]));
  if (!/\btold$/i.test(words)) return null;
  const told = TOLD_CHANNEL.exec(text.slice(cue.to, cue.to + 80));
  return told?.[1] ? ifChannel(told[1], cue.to + told[0].length - told[1].length) : null;
}

function ifChannel(words: string, from: number): { name: string; span: Span } | null {
  const { kind, name } = readSource(words);
  return kind === "channel" ? { name, span: { from, to: from + words.length } } : null;
}

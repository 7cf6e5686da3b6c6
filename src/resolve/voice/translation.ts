import { indexBehind } from "../../model/outermost.ts";
import type { Token } from "../../model/reading.ts";
import { hull } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { tableRows } from "../../text/tables.ts";

/** How many words on either side of the cue are read. */
const REACH = 14;

let tongues: ReadonlySet<string> | null = null;

function languages(): ReadonlySet<string> {
  tongues ??= new Set(tableRows("en/tongues.tsv").flat());
  return tongues;
}

/**
 * Why the words in marks are a translation: the sentence that names the speaker says that they were translated, or in which
 * tongue he spoke. Null where it says neither. Words inside the marks do not count.
 */
export function translationOf({ cue, source, content }: FoundStatement, { tokens, sentences }: Found): string | null {
  const place = hull([cue, source].filter((s) => s !== null));
  if (!place) return null;
  const sentence = sentences[indexBehind(sentences, place.from)];
  if (!sentence) return null;
  const first = Math.max(sentence.first, indexBehind(tokens, place.from) - REACH);
  const last = Math.min(sentence.last, indexBehind(tokens, place.to) + REACH);
  const outside = tokens.slice(first, last).filter((t) => !content.some((c) => c.from <= t.from && t.to <= c.to));
  for (const [i, token] of outside.entries()) {
    const word = token.reads.toLowerCase();
    if (/^(?:translated|translation)$/.test(word)) return `“${word}” beside the cue`;
    if (/^(?:interpreter|translator)$/.test(word) && /\b(?:through|via)\b/.test(near(outside, i)))
      return `“${word}” beside the cue`;
    if (word === "in" && languages().has(outside[i + 1]?.reads ?? "") && outside[i + 2]?.reads !== "-")
      return `spoken “in ${outside[i + 1]?.reads}”`;
  }
  return null;
}

function near(outside: readonly Token[], i: number): string {
  return outside
    .slice(Math.max(0, i - 3), i)
    .map((t) => t.reads.toLowerCase())
    .join(" ");
}

import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { kindsOf } from "../tables.ts";

/** How far before a source its phrase may begin, in tokens. */
const REACH = 24;

/** Small words that hang what stands behind them on what stands before. */
const LINK = /^(?:of|for|with|against)$/;
const BETWEEN =
  /^(?:of|for|with|against|and|the|to|on|south|north|general|international|vice|deputy|first|executive|central|regional)$/;

/**
 * The whole phrase of a source that begins in the middle of it: "the Union of Tides" in "The chairman of the Union of Tides
 * said" is the chairman. Only where everything from the head of the sentence on is one phrase; else the span as it is.
 */
export function wholePhrase({ tokens, sentences }: Found, span: Span): Span {
  const first = sentences[indexBehind(sentences, span.from)]?.first ?? 0;
  let at = indexBehind(tokens, span.from);
  if (tokens[at]?.from !== span.from || at === first) return span;
  const before = tokens[at - 1]?.reads ?? "";
  const whole = kindsOf(tokens[at - 2]?.reads ?? "").has("whole");
  const article = before === "the" && LINK.test(tokens[at - 2]?.reads ?? "");
  if (!LINK.test(before) && !/^\p{Lu}/u.test(before) && !article && !(before === "," && whole)) return span;
  const least = Math.max(first, at - REACH);
  let heads = 0;
  while (at > least) {
    const word = tokens[at - 1]?.reads as string;
    const kinds = kindsOf(word);
    const comma = word === "," && kindsOf(tokens[at - 2]?.reads ?? "").has("whole");
    const head = kinds.has("office") || kinds.has("organisation") || kinds.has("body");
    if (!BETWEEN.test(word) && !/^\p{Lu}/u.test(word) && !head && !comma) return span;
    if (head) heads++;
    at--;
  }
  const opens = tokens[at]?.reads ?? "";
  // "In the view of the Board", "According to the Union of Tides": no phrase for somebody.
  const somebody = /^(?:The|A|An)$/.test(opens) || kindsOf(opens).size > 0;
  return at === first && heads > 0 && somebody ? { from: tokens[at]?.from as number, to: span.to } : span;
}

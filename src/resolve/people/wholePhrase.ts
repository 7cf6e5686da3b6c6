import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import { jointInstitutions } from "../namedTogether.ts";
import { readSource } from "../sources.ts";
import { kindsOf } from "../tables.ts";
import { subjectOfSentence } from "./subjects.ts";

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

/** A name, in marks or all in capitals, up to its comma. */
const NAMED_BEFORE =
  /^(?:The )?(?:["“]\p{Lu}[\p{L} '’-]{2,80}["”]|\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’-]+|of|for|on|and|the))*), $/u;

/** "The Dike Union and the Harbour Board held a meeting calling for …": all of them, where a source is only the last; else the span. */
export function withOthers(found: Found, field: Field, span: Span): Span {
  const { document, sentences } = found;
  const words = ({ from, to }: Span): string => document.text.slice(from, to).replace(/\s+/g, " ").trim();
  const before = document.text.slice(Math.max(0, span.from - 40), span.from);
  if (!/\p{Lu}[^.]*\s$/u.test(before)) return span;
  const at = indexBehind(sentences, span.from);
  const named = describedByIt(found, field, span, sentences[at]?.from ?? span.from);
  if (named) return named;
  const subject = subjectOfSentence(found, at);
  if (!subject || subject.from >= span.from || subject.to !== span.to) return span;
  // "Mara Quill, head of the board, and other speakers"
  if (/^others?\b/.test(words(span)) && before.endsWith(" and ")) return subject;
  return jointInstitutions(words(subject).replace(/^the /i, ""), field) ? subject : span;
}

/** "The “Forum for Water”, a civic group, said": the name and what it is, where a source is only that; null for another. */
function describedByIt({ document }: Found, field: Field, { from, to }: Span, head: number): Span | null {
  if (head >= from || !/^(?:an?|the)\s\p{Ll}/u.test(document.text.slice(from, from + 8))) return null;
  const name = document.text.slice(head, from);
  if (name.length > 90 || !NAMED_BEFORE.test(name)) return null;
  const { kind } = readSource(name.slice(0, -2), field);
  return kind === "organisation" || kind === "channel" ? { from: head, to } : null;
}

/** "anglers who fish at night said": those who speak, with the clause that tells which of them. */
export function withClause(found: Found, field: Field, span: Span, s: FoundStatement | null): Span {
  const { document, sentences } = found;
  const { text } = document;
  if (!s?.cue || !/^\s+who\s\p{Ll}/u.test(text.slice(span.to, span.to + 12))) return span;
  const sentence = sentences[indexBehind(sentences, span.from)];
  if (readSource(text.slice(span.from, span.to).replace(/\s+/g, " "), field).kind !== "unnamed") return span;
  const before = s.cue.from > span.to;
  const end = before
    ? s.cue.from
    : Math.min(sentence?.to ?? span.to, ...s.content.map(({ from }) => (from > span.to ? from : Infinity)));
  const clause = text.slice(span.to, end);
  const whole = (before ? CLAUSE_TO_VERB : CLAUSE_TO_STOP)
    .exec(clause)?.[0]
    // "who fish at night waited and said": the verb before the one that is looked at.
    .replace(/\s\p{Ll}+ed\s(?:(?!\p{Ll}+ed\s).)*\sand$/u, "");
  return whole && !whole.endsWith(" and") ? { from: span.from, to: span.to + whole.length } : span;
}

/** Up to the verb behind it: nothing parts the clause from those who speak. */
const CLAUSE_TO_VERB = /^\s+who\s[^,;:"“”()—]{3,140}?(?=(?:\s(?:also|have|has|had|would|later|then))?\s$)/u;
const CLAUSE_TO_STOP = /^\s+who\s[^,;:"“”()—]{3,140}?(?=,|;|:|\.\s|\.$|\s[—–(]|$)/u;

import { type Span, contains, trimmed } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { NamedSource } from "../sources.ts";
import { documentsOf } from "../documentWords.ts";
import { kindsOf } from "../tables.ts";
import { type Gender, genderOf } from "./names/persons.ts";

const OCCASION = new RegExp(
  `^(?:an?|the|its|their) (?:[\\p{Ll}-]+ ){0,3}(?:conference|meeting|rally|seminar|ceremony|reception|banquet|briefing|${documentsOf("issued", "printed", "found", "spoken")})$`,
  "u",
);

/** "In the article she": the one who speaks stands behind the medium. */
const IN_A_WORK = /^in (?:the|an?|his|her|its|their|this|that) (?:[\p{L}-]+ ){1,4}(he|she|they|it)$/iu;
/** "his new book": somebody's own words. */
const OWN_WORK = new RegExp(
  `^(his|her) (?:own |new |latest |recent |[\\p{Ll}-]+ ){0,2}(?:${documentsOf("own")}|Twitter (?:feed|account)|Facebook page)\\b`,
  "iu",
);
/** "Norda, whose envoy, Mara Quill,": whoever is named in the clause. */
const WHOSE_NAMED =
  /, whose (?:[\p{L}-]+ ){0,4}?\p{Ll}[\p{Ll}-]+,? (\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:\p{Ll}{2,3} )?\p{Lu}[\p{L}\p{M}.'’-]+){1,3})$/u;
/** "his on-camera" before "claim": a possessive with words that describe what is said. */
const POSSESSIVE = /^([Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\p{Ll}-]+\s?){1,3}$/u;

/** Nouns for people by what they do, and what somebody may have that speaks itself. */
const PEOPLE =
  /^(?:(?!(?:letter|paper|newspaper|order|answer|number|offer|power|error|poster|banner|sticker|flier|flyer|gesture|matter|tweeter)s$)\p{Ll}{3,}(?:er|or|ist)s|family|relatives|neighbou?rs|crew)$/u;

/** Whether a source is a pronoun that opens a clause: "Mara Quill, who added". */
export function isRelative(words: string): boolean {
  return /^(?:[Ww]ho|whom|whose|[Ww]hich|[Tt]hat)$/.test(words);
}

/** The words of the text at a span, white space made one, soft hyphens left out. */
export function wordsAt({ document }: Found, { from, to }: Span): string {
  return document.text
    .slice(from, to)
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** "She mended the dike, the article noted, adding:" */
const OTHER_TELLS = /,\s(?:the|this)\s\p{Ll}+(?:\s\p{Ll}+,?)?\s*$/u;

/** The words that name who speaks: in a frame, a pronoun that opens it comes before a name farther back. */
export function speakerSpan({ document: { text } }: Found, { source, frame }: FoundStatement): Span | null {
  if (source || !frame) return source;
  // Only words that announce somebody's open with him: an asker's "It is more than that?" opens with a thing.
  if (frame.cue === null) return frame.source;
  // A letter is its signer's, whoever made it public.
  if (frame.source && frame.source.from >= frame.stretch.to) return frame.source;
  const { from } = frame.span;
  const opening = text.slice(from, frame.cue.from);
  if (OTHER_TELLS.test(opening) || (frame.source !== null && contains(frame.span, frame.source))) return frame.source;
  // "She mended the dike, it noted, adding:" is told by the last of them.
  const told = /^[^]*,\s(?=(?:it|he|she|they)\s[^,]{0,40},?\s*$)/.exec(opening)?.[0].length ?? 0;
  // "It was an event of note, the speakers said:" opens with another "it".
  const pronoun = /^\s*(?:it|he|she|they)\b(?!\s(?:is|was|are|were|has|had|have|will|would|can|may)\b)/i.exec(
    text.slice(from + told, from + told + 20),
  )?.[0];
  return pronoun ? trimmed(text, { from: from + told, to: from + told + pronoun.length }) : frame.source;
}

/** "The board at a press conference called for calm": the occasion that stands right before the verb is nobody. */
export function isOccasion({ document: { text } }: Found, { from, to }: Span): boolean {
  return (
    OCCASION.test(text.slice(from, Math.min(to, from + 80))) &&
    /\b(?:at|in|during)\s$/.test(text.slice(Math.max(0, from - 8), from))
  );
}

const OWNER = /^((?:the|this|these|those) [\p{Ll} -]+(?:(?=['’]s$)|s(?=['’]$)))/iu;

/** "his on-camera" of "his on-camera claim", "his book": only whose it is; else the span. */
export function onlyWhose(found: Found, span: Span, s: FoundStatement | null): Span {
  const words = wordsAt(found, span);
  const behind = IN_A_WORK.exec(words)?.[1];
  if (behind) return { from: span.to - behind.length, to: span.to };
  const whose = WHOSE_NAMED.exec(words)?.[1];
  if (whose) {
    const at = found.document.text.lastIndexOf(whose, span.to);
    if (at > span.from && at + whose.length === span.to) return { from: at, to: span.to };
  }
  // "In the letter she, on behalf of the union, said"
  if (/^on behalf of\s/.test(words)) {
    const before = /\b(?:he|she|it|they)(?=, $)/i.exec(
      found.document.text.slice(Math.max(0, span.from - 8), span.from),
    );
    const from = before && Math.max(0, span.from - 8) + before.index;
    if (before && from !== null) return { from, to: from + before[0].length };
  }
  const author = s && OWN_WORK.exec(words)?.[1];
  if (author) return { from: span.from, to: span.from + author.length };
  // "The company’s refusal": the company, as where it refuses.
  const owner = OWNER.exec(words)?.[1];
  if (owner) return { from: span.from, to: span.from + owner.length };
  const [, pronoun] = POSSESSIVE.exec(words) ?? [];
  if (!pronoun || !s?.cue || s.cue.from - span.to !== 1) return span;
  const last = words.split(" ").at(-1) as string;
  const noun = kindsOf(last).size > 0 || PEOPLE.test(last);
  return noun ? span : { from: span.from, to: span.from + pronoun.length };
}

/** "The Ministry together with the army": the Ministry. */
export function alone({ document }: Found, { from, to }: Span): Span {
  const company = /\s(?:together|along)\swith\s/u.exec(document.text.slice(from, to));
  return { from, to: company && company.index > 0 ? from + company.index : to };
}

/** "The Lindholter first reported …": whoever is only known to report. */
export function isPaper(found: Found, { kind }: NamedSource, words: string, s: FoundStatement | null): boolean {
  if (kind !== "organisation" || !s?.cue || !/^The \p{Lu}\p{Ll}{3,}$/u.test(words)) return false;
  return /^(?:first |later |also )?report(?:s|ed)\b/.test(wordsAt(found, s.cue));
}

/** "Lee Sun said she would go": a speaker goes on as "he" or "she" at the head of what is told; null where neither stands there. */
export function genderSaid({ document }: Found, { content, cue, source }: FoundStatement): Gender | null {
  const first = content[0];
  if (!first || !cue || !source || first.from < cue.to) return null;
  const pronoun = /^(?:that )?(he|she) (?:had|would|was|will|has|is|did|could|wanted|hoped|expected|planned)\b/.exec(
    document.text.slice(first.from, first.from + 24),
  )?.[1];
  return pronoun ? genderOf(pronoun) : null;
}

/** "Head of the group of anglers in Tarvia", "former diver and", "Ports and Tides Service Commissioner": whether words before a name tell what one person is. */
export function isWhatHeIs(words: string): boolean {
  if (/^(?:an?|the|some|both)\s/i.test(words) || /[,;:(]$/.test(words)) return false;
  const before = words.split(" ");
  const title = before.at(-1) ?? "";
  const [head = "", ...rest] = words.split(/ (?:of|at|in|for|to|with|from|by|on|about|against|like|among) /);
  const noun = head.split(" ").at(-1) ?? "";
  // Behind what his office is of no other title stands: "the secretary of President Tom Birch".
  if (rest.length > 0)
    return (
      isPost(noun) &&
      !/ (?:for|to|with|from|by|about|against|like|among) /.test(words) &&
      /^\p{Lu}/u.test(title) &&
      !(["office", "description", "unnamed"] as const).some((kind) => kindsOf(title).has(kind))
    );
  if (!/ and /.test(words)) return false;
  const [first = "", second = ""] = words.split(" and ");
  const body = kindsOf(second.split(" ").at(-2) ?? "").has("organisation") && isPost(title) && /^\p{Lu}/u.test(first);
  return body || (/ \p{Ll}+[^s\P{Ll}]$/u.test(` ${first}`) && /^\p{Lu}/u.test(title));
}

function isPost(word: string): boolean {
  const kinds = kindsOf(word);
  return (kinds.has("office") || kinds.has("description")) && !kinds.has("organisation") && !kinds.has("unnamed");
}

import type { Span } from "../../model/span.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "quoted-as-1";

/** "quoted Solvan as telling", "reported him as saying": the one quoted and the words for his speaking. */
const QUOTED_AS = /^\s+((?:[\p{L}\p{M}\p{N}.’'-]+\s){1,9}?)(as\s+(?:having\s+)?\p{Ll}+(?:ing|id))\b/u;
const QUOTES = /\b(?:quot|cit|report|describ)(?:e|es|ed|ing)$/i;

/** "was quoted as saying", "was reported to have told". */
const PASSIVE = /\b(?:quoted|cited|reported|heard)\b.*\b(?:as\s+\p{Ll}+ing|to have \p{Ll}+)$/iu;

/** No sentence between the quotation and its cue, only the comma or dash inside the marks. */
const NOTHING = /^[\s\u00a0,]*$/;

/**
 * The channel that quotes somebody. "…," the agency quoted Solvan as saying: the agency's statement is the quotation
 * before it, and Solvan's, with the same words, stands inside. "…," he was quoted as saying by the agency: he is the
 * source, not a piece of the content.
 */
export const quotedAs: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const proposals: Proposal[] = [];
    for (const p of found) {
      if (!p.cue) continue;
      const cueWords = context.reading.document.text.slice(p.cue.from, p.cue.to);
      if (QUOTES.test(cueWords)) proposals.push(...active(context, p, p.cue, firstKey + proposals.length));
      else if (PASSIVE.test(cueWords)) proposals.push(...passive(context, p, p.cue));
    }
    return proposals;
  },
};

function active(context: Context, p: Proposal, cue: Span, key: number): Proposal[] {
  const { text } = context.reading.document;
  const as = QUOTED_AS.exec(text.slice(cue.to, cue.to + 140));
  if (!as?.[1] || !as[2]) return [];
  const at = cue.to + as[0].length - as[2].length;
  const source = { from: at - as[1].length, to: at - 1 };
  const inner = { from: at, to: at + as[2].length };
  const isTelling = TELLS.test(as[2]);
  const quotation = quotationBefore(context, Math.min(cue.from, p.source?.from ?? cue.from));
  // Without a quotation before, what follows "as saying" is told.
  const behind = p.content
    .filter((piece) => piece.to > inner.to)
    .map((piece) => ({ from: Math.max(piece.from, inner.to), to: piece.to }))
    .map((piece) => (isTelling ? withoutHearer(text, piece) : piece));
  // "The gates “were shut by us”, the agency reported him as saying": the words before the marks are told, too.
  const before = quotation ? p.content.filter((piece) => piece.to <= cue.from) : [];
  const reaches = quotation !== null && before.at(-1)?.to === quotation.to;
  const content = reaches ? before : quotation ? [quotation] : behind.map((piece) => trimmedStart(text, piece));
  if (content.length === 0 || content.some((piece) => piece.to <= piece.from)) return [];
  const outer = quotation ? content : [{ from: source.from, to: (content.at(-1) as Span).to }];
  return [
    { ...p, content: outer },
    { key, content, cue: inner, source, inside: p.key, continues: null, confidence: p.confidence, by: NAME },
  ];
}

function passive(context: Context, p: Proposal, cue: Span): Proposal[] {
  const { text } = context.reading.document;
  const subject = p.content.find(
    (piece) => NOTHING.test(text.slice(piece.to, cue.from)) && piece.to <= cue.from && piece.to - piece.from <= 120,
  );
  if (!subject || context.quotations.touching(subject).length > 0) return [];
  const quotation = quotationBefore(context, subject.from);
  const behind = p.content.filter((piece) => piece.from >= cue.to);
  // "The gates “were shut by us”, the agency reported him as saying": the words before the marks are told, too.
  const before = quotation ? p.content.filter((piece) => piece.to <= cue.from) : [];
  const reaches = quotation !== null && before.at(-1)?.to === quotation.to;
  const content = reaches ? before : quotation ? [quotation] : behind;
  if (content.length === 0) return [];
  return [{ ...p, source: subject, content }];
}

/** The quotation that ends right before a place, with nothing but a comma between. */
function quotationBefore({ reading, quotations }: Context, at: number): Span | null {
  const gap = /[\s\u00a0,]*$/.exec(reading.document.text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0;
  const q = quotations.before(at - gap);
  return q && q.closed && q.span.to === at - gap ? q.span : null;
}

/** "As telling", after which somebody hears. */
const TELLS = /^as\s+(?:having\s+)?(?:telling|told|assuring|informing|reminding|warning)$/;
const HEARER = /^\s+(?:(?:[\p{L}\p{M}\p{N}.’'-]+)\s+){1,8}?(?=that\s)/u;

/** "Telling his council that it leaked": the council hears. */
function withoutHearer(text: string, { from, to }: Span): Span {
  return { from: from + (HEARER.exec(text.slice(from, to))?.[0].length ?? 0), to };
}

function trimmedStart(text: string, { from, to }: Span): Span {
  return { from: from + (/^[\s\u00a0,:]+/.exec(text.slice(from, to))?.[0].length ?? 0), to };
}

import { indexBehind, outermost } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Focus } from "./focus.ts";
import type { Mention } from "./names/mentions.ts";
import type { Person } from "./names/persons.ts";

/** A clause or phrase before the subject. */
const CLAUSE_BEFORE =
  /^(?:When|While|As|After|Before|Although|Though|If|Since|From|Even|Despite|Until|Once|Because|Just as|In (?:his|her))\s/;
const PHRASE_BEFORE = /^(?:In|On|At|With|For|From|After|Before|During|Under|Like|Unlike|Among)\s[^,]*$/;
/** How far round a pronoun or a silence a name is looked for, in characters. */
const NEAR = 300;

/** "Ilse Brand, head of the board": the person named right before, where a source is only the apposition; null for nobody. */
export function apposedTo({ document, sentences }: Found, focus: Focus, { from }: Span): Person | null {
  const named = focus.within(from - 60, from);
  const { text } = document;
  const described = /^(?:\p{Ll}|The |Its |His |Her )/u.test(text.slice(from, from + 4));
  if (!named || text.slice(named.to, from) !== ", " || !described) return null;
  // "In the house of Mara Quill, officials said": a phrase before the subject.
  const head = text.slice(sentences[indexBehind(sentences, from)]?.from ?? named.from, named.from);
  return PHRASE_BEFORE.test(head) ? null : named.person;
}

/** "Spokesman Tom Birch declined to comment": the first subject by name round a silence; null where none is. */
export function subjectAround({ sentences }: Found, focus: Focus, { from, to }: Span): Mention | null {
  const head = sentences[indexBehind(sentences, from)]?.from ?? from;
  const mentions = focus.allWithin(Math.max(head, from - NEAR), Math.min(to, from + NEAR));
  return mentions.find((m) => m.role === "subject") ?? null;
}

/** "When he came home, Tom Birch said …": the subject behind the clause a pronoun stands in, at the head of its sentence; null for none. */
export function subjectBehind(
  { document: { text }, sentences }: Found,
  focus: Focus,
  { from, to }: Span,
): Person | null {
  const sentence = sentences[indexBehind(sentences, from)];
  if (!sentence || !CLAUSE_BEFORE.test(text.slice(sentence.from, sentence.from + 12))) return null;
  const end = Math.min(sentence.to, to + NEAR);
  const comma = to + text.slice(to, end).indexOf(", ");
  if (comma < to) return null;
  const named = focus.allWithin(from, end)[0];
  if (!named || named.quoted || named.role !== "subject" || /["“]/.test(text.slice(from, named.from))) return null;
  const before = focus.allWithin(Math.max(sentence.from, from - NEAR), from);
  return /^, (?:\p{Lu}\p{L}*\.? )?$/u.test(text.slice(comma, named.from)) && !before.some((m) => !m.quoted)
    ? named.person
    : null;
}

/** "Quill saw it otherwise: “…,” he said": the subject before the colon that brings a quotation in; null for nobody. */
export function subjectBeforeColon(
  { document: { text }, sentences }: Found,
  focus: Focus,
  { cue, content }: FoundStatement,
): Person | null {
  const first = content[0];
  if (!cue || !first || cue.from < first.to || !/:\s["“'‘]{0,2}$/.test(text.slice(first.from - 4, first.from)))
    return null;
  const head = sentences[indexBehind(sentences, first.from - 2)]?.from ?? first.from;
  const named = focus.allWithin(Math.max(head, first.from - NEAR), first.from).find((m) => !m.quoted);
  return named?.role === "subject" ? named.person : null;
}

/** "…, he told Mara Quill", "Mara Quill asked Tom Birch if …": whom the cue names as the hearer; null for nobody. */
export function addressee(
  { document: { text } }: Found,
  focus: Focus,
  { cue, content }: FoundStatement,
): Mention | null {
  if (!cue || !/\b(?:told|tells?|telling|asked|asks|asking|pressed|questioned)$/.test(text.slice(cue.from, cue.to)))
    return null;
  const named = focus.allWithin(cue.to, cue.to + 40)[0];
  if (!named || content.some((piece) => contains(piece, named))) return null;
  const between = text.slice(cue.to, named.from);
  return /^\s(?:(?:\p{Lu}\p{L}*\.?|the|presidential|candidate|nominee|host|anchor|reporter)\s)*$/u.test(between)
    ? named
    : null;
}

/** "…, he added": what stands before a pronoun in its sentence, where it is what he says. */
export function saidBefore({ document: { text }, sentences }: Found, { from }: Span): Span[] {
  const sentence = sentences[indexBehind(sentences, from)];
  const behindComma = /,["”']?\s$/.test(text.slice(Math.max(0, from - 3), from));
  return sentence && behindComma ? [{ from: sentence.from, to: from }] : [];
}

/** For each sentence how many steps of the report lie before it; a sentence that goes on with a quotation is none. */
export function stepsOf(found: Found): number[] {
  const { before } = outermost(found);
  let step = 0;
  return found.sentences.map(({ from }, i) => {
    const opened = i > 0 ? before(from) : null;
    if (!opened || before(from + 1) !== opened) step++;
    return step;
  });
}

/** The first sentence of the paragraph of a sentence, no farther back than one before it. */
export function paragraphFrom({ sentences }: Found, sentence: number): number {
  return sentences[sentence - 1]?.block === sentences[sentence]?.block ? sentence - 1 : sentence;
}

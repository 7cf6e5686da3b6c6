import { indexBehind } from "../../model/outermost.ts";
import { type Span, slice } from "../../model/span.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { type Anchor, besideContent, isElsewhen, quoted, surnameOf } from "./sameSpeaker.ts";
import { heldOn, isDayOrRange } from "./held.ts";

/** What is needed to look from the head of a report to what stands below. */
export interface BelowContext {
  readonly found: Found;
  /** Sentences that tell when a document came out or a meeting was held, in order. */
  readonly announced: readonly Anchor[];
  readonly ownDay: (statement: FoundStatement) => When | null;
}

/** So many statements of a report are looked through for a headline's speaker. */
const MOST_LOOKED_AT = 60;
/** How many statements of the body a headline may stand for. */
const BODY = 8;
/** The sentences of the body that tell when the news was. */
const LEDE = 2;

/** Whether a cue stands in the headline. */
export function isHeadline(cue: Span, { document, sentences }: Found): boolean {
  const sentence = sentences[indexBehind(sentences, cue.from)];
  return sentence !== undefined && document.blocks[sentence.block]?.kind === "headline";
}

/**
 * A headline tells what the text tells below: the day of the first statement there whose source names the same speaker, else
 * the one day its opening tells, where that names the speaker too or the headline names nobody.
 */
export function dayOfHeadline(statement: FoundStatement, speaker: Hop, context: BelowContext): When | null {
  return ofSpeakerBelow(statement, speaker.name, context) ?? ofOpening(statement, speaker, context);
}

function ofSpeakerBelow(statement: FoundStatement, name: string, { found, ownDay }: BelowContext): When | null {
  const last = surnameOf(name);
  if (last === null) return null;
  for (const s of inBody(found, statement).slice(0, BODY)) {
    if (!s.source || !names(slice(found.document.text, s.source), last)) continue;
    const when = ownDay(s);
    if (when && isDayOrRange(when)) return heldOn(when, "the headline of what is told below");
  }
  return null;
}

function ofOpening({ source }: FoundStatement, { name, kind }: Hop, context: BelowContext): When | null {
  const { found, announced, ownDay } = context;
  const first = found.sentences.findIndex(({ block }) => found.document.blocks[block]?.kind === "paragraph");
  if (first < 0) return null;
  const isOpening = (sentence: number): boolean => sentence >= first && sentence < first + LEDE;
  const further: string[] = [];
  const told = announced.filter((a) => isOpening(a.sentence)).map(({ when, sentence }) => ({ when, sentence }));
  for (const s of found.statements.slice(0, MOST_LOOKED_AT)) {
    const at = s.frame?.span ?? s.cue;
    const sentence = at ? indexBehind(found.sentences, at.from) : -1;
    if (sentence < first || sentence > first + AHEAD) continue;
    const when = ownDay(s);
    if (when && isOpening(sentence)) told.push({ when, sentence });
    else if (when?.edtf) further.push(when.edtf);
  }
  const [only] = told;
  if (!only || !isDayOrRange(only.when) || told.some(({ when }) => when.edtf !== only.when.edtf)) return null;
  // "Quill opened the congress with a confession. … On Thursday she proposed": the headline may be of what came last.
  if (further.some((day) => day > (only.when.edtf as string))) return null;
  const opening = slice(found.document.text, found.sentences[only.sentence] as Span);
  const named = source ? slice(found.document.text, source) : name;
  const isNamed = kind === "none" || holdsWords(opening, named) || holdsWords(opening, name);
  return isNamed ? heldOn(only.when, "the headline of what is told below") : null;
}

/** Whether a source's words name somebody; "Norland's Havn office" is not Havn's. */
function names(source: string, last: string): boolean {
  const at = source.indexOf(last);
  return at >= 0 && !(/['’]s\s+$/.test(source.slice(0, at)) && /^\s+\p{L}/u.test(source.slice(at + last.length)));
}

/** Whether all longer words of a name stand in a text. */
function holdsWords(text: string, name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const there = text.toLowerCase();
  return words.length > 0 && words.every((word) => there.includes(word));
}

/** So many sentences behind the head of a report its speaker may be dated. */
const AHEAD = 5;

/** The blocks at the head of a report in which it sums up what it tells below, a title among them. */
const HEAD_BLOCKS = 3;

/**
 * The day of what the opening of a report sums up: that of the first dated statement below it whose source names the same
 * speaker, no other day being told for that speaker in the next sentences.
 */
export function dayOfOpening(statement: FoundStatement, { name }: Hop, context: BelowContext): When | null {
  const { found, ownDay } = context;
  const { rest, sentence } = besideContent(statement, found);
  const block = found.sentences[sentence]?.block ?? Infinity;
  const title = found.document.blocks.findIndex(({ kind }) => kind === "paragraph" || kind === "headline");
  const last = surnameOf(name);
  if (last === null || !statement.source || block >= title + HEAD_BLOCKS || isElsewhen(rest)) return null;
  if (
    !names(slice(found.document.text, statement.source), last) ||
    /\b(?:had|would|long|often|once(?! (?:more|again))|repeatedly)\b/.test(rest)
  )
    return null;
  let only: When | null = null;
  for (const s of inBody(found, statement)) {
    const at = s.cue ? indexBehind(found.sentences, s.cue.from) : -1;
    if (at <= sentence) continue;
    if (at - sentence > AHEAD + quotedBetween(found, sentence, at)) break;
    if (!s.source || !names(slice(found.document.text, s.source), last)) continue;
    const when = ownDay(s);
    if (!when) continue;
    if (only === null && !isDayOrRange(when)) return null;
    if (only && only.edtf !== when.edtf) return isDayOrRange(when) ? null : heldOn(only, OPENING);
    only = when;
  }
  return only && heldOn(only, OPENING);
}

/** So many sentences between two are somebody's words: a long quotation is no distance. */
function quotedBetween(found: Found, first: number, last: number): number {
  return found.sentences.slice(first + 1, last).filter(({ from }) => quoted(found, { from, to: from + 1 })).length;
}

const OPENING = "the opening sums up what is told below";

/** The first statements with a cue below the headline, in order, without this one. */
function inBody(found: Found, without: FoundStatement | null): FoundStatement[] {
  return found.statements
    .slice(0, MOST_LOOKED_AT)
    .filter((s) => s !== without && s.cue && !isHeadline(s.cue, found) && !s.frame);
}

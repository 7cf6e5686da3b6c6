import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains, inReadingOrder, overlaps } from "../../model/span.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { documentsOf } from "../documentWords.ts";
import { firstFrom, isDate } from "./besideCue.ts";
import { isAsFine } from "./moments.ts";
import { type PlacedTime, whenOf } from "./placed.ts";

/** A statement whose day the report tells, or a sentence that tells when a document came out: others may hang on it. */
export interface Anchor {
  readonly at: Span;
  readonly when: When;
  /** The speaker, where it is a statement; the outer hops, for words that came another way. */
  readonly speaker: string | null;
  readonly through: string;
  /** The kinds of document, or of gathering, that its sentence names: "statement", "meeting". */
  readonly nouns: ReadonlySet<string>;
  /** Whether it tells of a gathering, at which several speak. */
  readonly gathers: boolean;
  readonly sentence: number;
}

const DOCUMENT = new RegExp(
  `\\b(${documentsOf("issued", "printed", "found", "posted", "spoken")}|press conference|news conference|talk|answer|notification|indictment|press release|document|information|disclosure|open letter|ruling|decision|announcement)s?\\b`,
  "giu",
);
const GATHERING =
  /\b(meeting|rally|seminar|symposium|ceremony|reception|function|banquet|lecture|conference|forum|press conference|news conference|press interview|gathering|event|exhibition|session|celebration|round-table talks|national meeting|joint meeting)(?:s|es)?\b/giu;
/** A congress that is told to be held; "told Congress", "at a hearing" is none. */
const HELD_THERE = String.raw`\b(?:congress|(?<=\d(?:st|nd|rd|th) )Congress|[Ff]estival|[Dd]ebate|[Hh]earing|[Ss]ummit|consultation)\b`;
const HELD = new RegExp(
  String.raw`${HELD_THERE}(?=[^.;“”]*\b(?:held|convened|opened|closed|took place|began|started)\b)|\b(?:held|convened|opened|closed)\b[^.;“”]*${HELD_THERE}`,
  "u",
);
/** What brings a document out, or what a gathering does. */
const CAME_OUT =
  /\b(?:issued?|issues|issuing|released?|releases|sent|sends?|published|publish(?:es)?|carried|carries|made public|made|delivered|adopted|addressed|posted|wrote|gave|gives?|held|hosted|convened|arranged|took place|takes place|forwarded|circulated|emailed|e-mailed|introduced|closed|put out|read out|made an?|dedicated|ran|filed|signed|opened|conveyed|handed)\b/iu;

const TOLD = /\b(?:told|tweeted|wrote|said)\b(?=[^.;:“"]{0,60}$|[^.;:“"]{0,60}\b(?:\p{Lu}\p{Ll}+day)\b)/u;

/** No more of a sentence than this is searched. */
const LONGEST = 1200;

/** A sentence that tells on which day a document came out or a gathering was held; null where it tells none. */
export function announcedIn(
  found: Found,
  placed: readonly PlacedTime[],
  spans: readonly Span[],
  at: number,
): Anchor | null {
  const sentence = found.sentences[at];
  if (!sentence) return null;
  const { text } = found.document;
  const words = text.slice(sentence.from, Math.min(sentence.to, sentence.from + LONGEST));
  const nouns = nounsOf(words);
  const gathers = words.search(GATHERING) !== -1 || HELD.test(words);
  const cameOut = (nouns.size > 0 || gathers ? CAME_OUT : TOLD).exec(words);
  if (!cameOut) return null;
  let only: { readonly when: When; readonly span: Span; readonly isName: boolean } | null = null;
  for (let i = firstFrom(spans, sentence.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    const { span } = p.found;
    if (span.from >= sentence.from + words.length) break;
    const when = lastingFrom(text, placed, i) ?? (isDay(p) && !isEndOfRange(text, placed, i) ? whenOf(p.time) : null);
    if (!when || quoted(found, span)) continue;
    const gap = text.slice(
      Math.min(span.to, sentence.from + cameOut.index),
      Math.max(span.from, sentence.from + cameOut.index),
    );
    if (
      /\b(?:who|which|that|when|where|after|since|before|anniversary|occasion of)\b|[;:]/.test(gap.slice(0, 160)) ||
      gap.length > 260
    )
      continue;
    // "An August 15 meeting on August 14", "the society for implementing June 15 Joint Declaration": the one names the meeting.
    const isName =
      /\b(?:an?|the)\s+$/i.test(text.slice(sentence.from, span.from)) ||
      (p.found.preposition === "" &&
        /^\s\p{Lu}/u.test(text.slice(span.to)) &&
        /\d$/.test(text.slice(span.from, span.to)));
    if (only && only.when.edtf !== when.edtf) {
      if (isName) continue;
      // Two days: one of them is of something else.
      if (!only.isName) return null;
      only = null;
    }
    only ??= { when, span, isName };
  }
  return (
    only && {
      at: only.span,
      when: only.when,
      speaker: null,
      through: "",
      nouns,
      gathers,
      sentence: at,
    }
  );
}

const RANGE = /^\s*(?:-|–|—|to|through|until|and)\s*$/;

/** "Between April 4 and 7", "from 3 to 5 May": from the one day to the other; null where no range begins here. */
export function lastingFrom(text: string, placed: readonly PlacedTime[], at: number): When | null {
  const [first, last] = [placed[at], placed[at + 1]];
  if (first?.moment?.grain !== "day" || last?.moment?.grain !== "day" || last.moment.at <= first.moment.at) return null;
  const between = text.slice(first.found.span.to, last.found.span.from);
  if (!RANGE.test(between) || (/and/.test(between) && first.found.preposition !== "between")) return null;
  const { steps } = first.time;
  return {
    edtf: `${dayOnly(first)}/${dayOnly(last)}`,
    basis: "derived",
    steps: [...steps, "it lasted to the second day"],
  };
}

function isEndOfRange(text: string, placed: readonly PlacedTime[], at: number): boolean {
  return at > 0 && lastingFrom(text, placed, at - 1) !== null;
}

function dayOnly({ time }: PlacedTime): string {
  return (time.edtf as string).slice(0, 10);
}

/** The words for documents and gatherings in a stretch of text, in lower case. */
export function nounsOf(words: string): ReadonlySet<string> {
  return new Set(
    [...words.matchAll(DOCUMENT), ...words.matchAll(GATHERING)].map(([, noun]) => (noun as string).toLowerCase()),
  );
}

/** Whether a date is known to the day. */
export function isDay(p: PlacedTime): boolean {
  return isDate(p) && p.time.edtf !== null && p.moment !== null && isAsFine(p.moment.grain, "day");
}

const CONTENTS = new WeakMap<Found, readonly Span[]>();

/** Whether a place stands in what somebody is said, with a cue, to have said. */
export function quoted(found: Found, span: Span): boolean {
  return wordsAround(found, span) !== null;
}

/** The outermost piece of what somebody is said, with a cue, to have said, that holds a place; null where none does. */
export function wordsAround(found: Found, span: Span): Span | null {
  const contents = contentsOf(found);
  const piece = contents[indexBehind(contents, span.from)];
  return piece !== undefined && contains(piece, span) ? piece : null;
}

function contentsOf(found: Found): readonly Span[] {
  let contents = CONTENTS.get(found);
  if (!contents) CONTENTS.set(found, (contents = outermost(found.statements)));
  return contents;
}

/** The outermost pieces of what is said with a cue, in order. */
function outermost(statements: readonly FoundStatement[]): Span[] {
  const pieces = statements.flatMap(({ cue, content }) => (cue ? content : [])).toSorted(inReadingOrder);
  const kept: Span[] = [];
  for (const piece of pieces) if (piece.to > (kept.at(-1)?.to ?? -1)) kept.push(piece);
  return kept;
}

/** Tenses and adverbs that put words on another day than those before them. */
const OTHER_DAY =
  /\b(?:has|have|had|'ve|'d|will|would|could|may|might|used to|long|often|once|repeatedly|previously|earlier|initially|originally|formerly|always|then|frequently|regularly|routinely|sometimes|recently|years?|months?|weeks?|ago|during the campaign|in the past|in \d{4})\b/i;
/** What puts the words beside a cue on a day told before, or on one that is not told. */
const ELSEWHEN =
  /\b(?:at the time|then|ago|previously|earlier|the (?:following|next|previous) (?:day|morning|evening|night|week|month|year)|last (?:week|month|year|spring|summer|fall|autumn|winter)|during (?:the|his|her|their) (?:\p{L}+ ){0,3}(?:primaries|campaign|presidency|tenure|years)|as an? (?:\p{L}+ ){0,2}(?:senator|congressman|congresswoman|governor|student|lawyer|candidate)|in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}))\b/iu;

/** "…, after he had closed a harbour last month": the time of what was before. */
const SUBORDINATE = /\b(?:after|since|before|because|while|until|than|who|whose|which|where)\b[^,;:_—–]*/giu;

/** Whether the words beside a cue put it on another day than the report's. */
export function isElsewhen(rest: string): boolean {
  return ELSEWHEN.test(rest.replace(SUBORDINATE, " "));
}
const PRESENT =
  /^\W*(?:\p{Ll}+ly\s+)?(?:says?|thinks?|believes?|wants?|hopes?|argues?|plans?|expects?|supports?|opposes?|intends?|knows?|sees?|feels?|\p{Ll}+(?:ns|ts|es|ks|ds|ms|gs|rs|ls)|is|are|am)\b/iu;

/** How far around a cue its tense and its adverbs stand. */
const NEAR = 32;

/**
 * Whether the words of a statement may go on from an earlier day of the same speaker: its cue tells of the past, without an
 * adverb that parts them.
 */
export function mayGoOn({ cue, content, frame }: FoundStatement, found: Found): boolean {
  if (!cue) return frame !== null;
  const { text } = found.document;
  if (PRESENT.test(text.slice(cue.from, cue.to))) return false;
  const said = [...content, ...wordsWithin(found, { from: cue.from - NEAR, to: cue.from })];
  const begin = Math.max(cue.from - NEAR, ...said.filter((piece) => piece.to <= cue.from).map((piece) => piece.to));
  const end = Math.min(cue.to + NEAR, ...content.filter((piece) => piece.from >= cue.to).map((piece) => piece.from));
  const near = `${text.slice(begin, cue.from).replace(/^.*[.;:,]/su, "")}${text.slice(cue.from, cue.to)}${text.slice(cue.to, end).replace(/[.;:,].*$/su, "")}`;
  return !OTHER_DAY.test(near.replace(/\bonce (?:again|more)\b/g, ""));
}

/** A text with its times in their places. */
export interface DatedText {
  readonly found: Found;
  readonly placed: readonly PlacedTime[];
  readonly spans: readonly Span[];
}

/** "…, after she had opened a harbour last month": what stands ahead of a date that is of something else. */
const OF_SOMETHING_ELSE = /\b(?:after|since|before|because|until|than|who|whose|which|where|when)\b[^,;:.—–“”"]*$/iu;

/** Whether a sentence tells, in nobody's words, of another time than the one given. */
export function tellsOtherTime(at: number, { edtf }: When, { found, placed, spans }: DatedText): boolean {
  const sentence = found.sentences[at];
  if (!sentence) return false;
  for (let i = firstFrom(spans, sentence.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    const { span, meaning } = p.found;
    if (span.from >= sentence.to) return false;
    // An hour of the day is of that day.
    const isSame = p.time.edtf === edtf || (edtf?.length === 10 && p.time.edtf?.slice(0, 11) === `${edtf}T`);
    if (meaning.kind !== "date" || isSame || quoted(found, span)) continue;
    const lead = found.document.text.slice(Math.max(sentence.from, span.from - AROUND), span.from);
    if (!OF_SOMETHING_ELSE.test(lead)) return true;
  }
  return false;
}

/** How much of a sentence is looked at on either side of a cue. */
const AROUND = 300;

/**
 * The words around a cue in its sentence without the words said, nor those of another statement before it, and the index of
 * that sentence.
 */
export function besideContent(
  { cue, content }: FoundStatement,
  found: Found,
): { readonly rest: string; readonly sentence: number } {
  const { sentences } = found;
  const at = cue ? indexBehind(sentences, cue.from) : -1;
  const sentence = sentences[at];
  if (!cue || !sentence) return { rest: "", sentence: -1 };
  const stretch = { from: Math.max(sentence.from, cue.from - AROUND), to: Math.min(sentence.to, cue.to + AROUND) };
  const others = wordsWithin(found, stretch).filter((piece) => piece.to <= cue.from);
  return { rest: textWithout(found, stretch, [...content, ...others].toSorted(inReadingOrder)), sentence: at };
}

/** A stretch of text with a dash for each piece that is left out. */
function textWithout({ document: { text } }: Found, { from: begin, to: end }: Span, pieces: readonly Span[]): string {
  let from = begin;
  let rest = "";
  for (const piece of pieces) {
    if (piece.to <= from || piece.from >= end) continue;
    rest += `${text.slice(from, Math.max(from, piece.from))} _ `;
    from = Math.min(end, piece.to);
  }
  return rest + text.slice(from, end);
}

/** A stretch of text without what anybody is said, with a cue, to have said there. */
export function withoutWords(found: Found, stretch: Span): string {
  return textWithout(found, stretch, wordsWithin(found, stretch));
}

/** The outermost pieces of what anybody is said, with a cue, to have said in a stretch of text. */
function wordsWithin(found: Found, stretch: Span): Span[] {
  const contents = contentsOf(found);
  const pieces: Span[] = [];
  for (let i = Math.max(0, indexBehind(contents, stretch.from)); i < contents.length; i++) {
    const piece = contents[i] as Span;
    if (piece.from >= stretch.to) break;
    if (overlaps(piece, stretch)) pieces.push(piece);
  }
  return pieces;
}

/** The hops between outlet and speaker, as one key: words that came another way were said on another day. */
export function throughOf(chain: readonly Hop[]): string {
  return chain
    .slice(0, -1)
    .filter((hop) => hop.kind !== "outlet")
    .map((hop) => hop.name)
    .join(" > ");
}

/** The last word of a name, to find its bearer again by; null where it is short or no name. */
export function surnameOf(name: string): string | null {
  const last = name.split(" ").at(-1) as string;
  return last.length > 2 && /^\p{Lu}/u.test(last) ? last : null;
}

/** "The federal appeals court" is "the appeals court": the one name ends with the other. */
export function sameSpeaker(a: string | null, b: string): boolean {
  if (!a || !b) return false;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y || (x.includes(" ") && y.includes(" ") && (x.endsWith(` ${y}`) || y.endsWith(` ${x}`)));
}

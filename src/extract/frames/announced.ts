import type { Frame, FrameKind } from "../../model/frame.ts";
import type { Sentence } from "../../model/reading.ts";
import { type Span, overlaps } from "../../model/span.ts";
import type { Proposal } from "../proposal.ts";
import { type Announcement, readAnnouncement, readInside } from "./announcement.ts";
import { antecedentOf, mediumBefore, describedBefore, pointsBack } from "./antecedent.ts";
import {
  type Page,
  type Paragraph,
  isQuoted,
  isRunning,
  isSetIn,
  runningBehind,
  standsBetween,
  wordsOf,
} from "./page.ts";
import { isAboutOneself } from "./oneself.ts";
import { signatureIn } from "./signature.ts";
import { isAboutSomebody, isDated, isEnd, returns } from "./returns.ts";
import { type Open, refers } from "./speaker.ts";
import { framingWords, wordsForMedia, wordsForPeople } from "./words.ts";

const NAME = "announced-frame-1";

/** Measured on stories read by hand: how often a sentence framed so is this speaker's. */
const FIRM = 0.96;
const SOFT = 0.9;

/** How far before a return a paragraph that begins with a date is already the page's. */
const LOOK_BACK = 3;

/** A frame whose end is found, and what is known of it for the next one. */
interface Found {
  readonly frame: Frame;
  readonly open: Open;
}

/**
 * Stretches that a sentence announces: "… issued the following statement on Sunday:", "The letter said:". They
 * last until the page speaks again or another announcement takes over, else to the end of the text.
 */
export function announcedFrames(page: Page, found: readonly Proposal[], taken: readonly Frame[] = []): Frame[] {
  const sources = found
    .flatMap(({ source, cue, inside }) => (source && cue && inside === null ? [source] : []))
    .toSorted((a, b) => a.from - b.from);
  const frames: Frame[] = [];
  let last: Found | null = null;
  for (const paragraph of page.paragraphs) {
    if (!isRunning(paragraph) && paragraph.kind !== "standfirst") continue;
    if (last && paragraph.span.from < last.frame.stretch.to && paragraph.span.to <= last.frame.stretch.to) continue;
    const framed = frameBehind(page, paragraph, last, sources, found);
    // "One exchange reads:" over turns with labels.
    if (!framed || taken.some(({ stretch }) => overlaps(stretch, framed.frame.stretch))) continue;
    frames.push(framed.frame);
    last = framed;
  }
  return frames;
}

/** An announcement with the place its words begin at: the next paragraph, or behind a colon in the same one. */
interface Opening {
  readonly announcement: Announcement;
  /** The sentence that announces, in `Reading.sentences`. */
  readonly at: number;
  readonly first: Paragraph;
  /** The first sentence of the frame, and where in it the speaker's words begin. */
  readonly sentence: number;
  readonly start: number;
  /** Whether they begin in the sentence that announces them. */
  readonly inside: boolean;
  /** Where they end at the latest: with the paragraph, where nothing but a verb and a colon announces them. */
  readonly until: number | null;
}

function announcementOf(page: Page, paragraph: Paragraph): Announcement | null {
  const sentence = page.reading.sentences[paragraph.last - 1];
  return paragraph.last > paragraph.first && sentence ? readAnnouncement(page, sentence) : null;
}

function openingIn(page: Page, paragraph: Paragraph, found: readonly Proposal[]): Opening | null {
  const announcement = announcementOf(page, paragraph);
  if (announcement) {
    const first = runningBehind(page, paragraph.index);
    if (!first || isQuoted(page, first) || isSetIn(page, first) || isEnd(page, first)) return null;
    if (!announcement.firm && first.kind === "list-item") return null;
    return {
      announcement,
      at: paragraph.last - 1,
      first,
      sentence: first.first,
      start: first.span.from,
      inside: false,
      until: null,
    };
  }
  for (let at = paragraph.first; at < paragraph.last; at++) {
    const sentence = page.reading.sentences[at] as Sentence;
    const inside = readInside(page, sentence);
    if (!inside) continue;
    const { announcement, start, by } = inside;
    if (by !== "document" && isTold(sentence, announcement, start, found))
      return openingBehind(page, paragraph, at, announcement, by !== "verb");
    if (by !== "verb") return { announcement, at, first: paragraph, sentence: at, start, inside: true, until: null };
  }
  return null;
}

/** Whether the reader has the words behind the colon of a sentence, up to its end, for a statement with a cue of its own. */
function isTold(sentence: Sentence, { cue }: Announcement, start: number, found: readonly Proposal[]): boolean {
  return found.some(
    (p) =>
      p.cue !== null &&
      overlaps(p.cue, cue) &&
      p.content.length === 1 &&
      p.content.every(({ from, to }) => Math.abs(from - start) <= 1 && to <= sentence.to && to >= sentence.to - 2),
  );
}

/** "The daily said in a commentary: The gates stay shut. They …": what goes on behind the sentence with the colon. */
function openingBehind(
  page: Page,
  paragraph: Paragraph,
  at: number,
  announcement: Announcement,
  documented: boolean,
): Opening | null {
  const next = at + 1 < paragraph.last ? paragraph : documented ? runningBehind(page, paragraph.index) : null;
  if (!next || (next !== paragraph && (isQuoted(page, next) || isSetIn(page, next) || isEnd(page, next)))) return null;
  const sentence = next === paragraph ? at + 1 : next.first;
  const start = page.reading.sentences[sentence]?.from;
  if (start === undefined) return null;
  const until = documented ? null : paragraph.span.to;
  // The words with a cue are a statement by themselves: no frame announces them.
  return { announcement: { ...announcement, told: true }, at, first: next, sentence, start, inside: false, until };
}

function frameBehind(
  page: Page,
  paragraph: Paragraph,
  before: Found | null,
  sources: readonly Span[],
  proposals: readonly Proposal[],
): Found | null {
  const opening = openingIn(page, paragraph, proposals);
  if (!opening) return null;
  const { announcement } = opening;
  const who = speakerOf(page, opening.at, announcement, before, sources);
  const open: Open = {
    speaker: who.source ? page.text.slice(who.source.from, who.source.to) : "",
    document: who.document,
    firm: announcement.firm,
    past: announcement.past,
    thing: announcement.subject !== null && isMedium(wordsOf(page, announcement.subject)),
  };
  let { start } = opening;
  let to = endOf(page, opening, open);
  if (to === null && announcement.told) return null;
  if (to === null) {
    // "The statement said:" and right behind it "…, the statement said.": the words announced go on after that.
    const next = runningBehind(page, opening.first.index);
    if (!next || isEnd(page, next) || isQuoted(page, next)) return null;
    start = next.span.from;
    to = endOf(page, { ...opening, first: next, sentence: next.first, inside: false }, open);
    if (to === null) return null;
  }
  const kind = announcement.kind ?? who.kind ?? "press-statement";
  const signed = kind === "letter" ? signatureIn(page, { from: start, to }) : null;
  const frame: Frame = {
    kind,
    span: announcement.span,
    stretch: { from: start, to: signed?.to ?? to },
    source: signed?.name ?? who.source,
    cue: announcement.told ? null : announcement.cue,
    by: NAME,
    confidence: announcement.firm ? FIRM : SOFT,
  };
  return { frame, open };
}

/** Who speaks: the subject, or whom it means. */
function speakerOf(
  page: Page,
  at: number,
  { subject, document, kind, span }: Announcement,
  before: Found | null,
  sources: readonly Span[],
): { readonly source: Span | null; readonly document: string | null; readonly kind: FrameKind | null } {
  if (!subject) return { source: null, document, kind };
  const words = page.text.slice(subject.from, subject.to);
  if (!pointsBack(words)) {
    // "The paper further said:" behind a frame of that paper keeps its fuller name.
    if (before && refers(words, before.open))
      return {
        source: before.frame.source,
        document: document ?? before.open.document,
        kind: kind ?? before.frame.kind,
      };
    return {
      source: describedBefore(page, at, words, sources) ?? mediumBefore(page, at, words, sources) ?? subject,
      document,
      kind,
    };
  }
  const meant = antecedentOf(page, at, words, sources);
  const same = before && (refers(words, { ...before.open, firm: false }) || before.frame.stretch.to >= span.from - 2);
  const isPronoun = /^(?:he|she|it|they|which|who|that)$/i.test(words);
  const another =
    before && meant && meant.source.from > before.frame.stretch.to && !refers(wordsOf(page, meant.source), before.open);
  if (same && !another)
    return { source: before.frame.source, document: before.open.document ?? document, kind: kind ?? before.frame.kind };
  if (meant) {
    const full = describedBefore(page, at, page.text.slice(meant.source.from, meant.source.to), sources);
    return { source: full ?? meant.source, document: document ?? meant.document, kind: kind ?? kindOf(meant.document) };
  }
  return { source: isPronoun && /^(?:it|they|which|that)$/i.test(words) ? null : subject, document, kind };
}

/** "It", "the radio", "the paper": whoever is "he" is another. */
function isMedium(words: string): boolean {
  return /^its?$/i.test(words) || (/^the \p{Ll}+$/iu.test(words) && wordsForMedia().has(words.slice(4).toLowerCase()));
}

function kindOf(document: string | null): FrameKind | null {
  return document === null ? null : (framingWords().documents.get(document) ?? null);
}

/** Where the words announced end; null where the very first sentence is the page's. */
function endOf(page: Page, { announcement, at, first, sentence, inside, until }: Opening, open: Open): number | null {
  let about = false;
  const accepted: Paragraph[] = [];
  let before: Sentence | null = announcement.told ? (page.reading.sentences[sentence - 1] ?? null) : null;
  let to: number | null = null;
  for (let i = first.index; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    if (isEnd(page, paragraph) || (until !== null && paragraph.span.from >= until)) return to;
    // Under the next heading a page of entries goes on with another.
    if (paragraph.kind === "subheading" && accepted.length > 0 && !open.firm && open.document === null) return to;
    if (standsBetween(paragraph)) continue;
    if (!isRunning(paragraph)) return to;
    // What is set in as a quotation ends with it.
    if (first.kind === "block-quote" && paragraph.kind !== "block-quote") return to;
    if (accepted.length > 0 && !open.firm && (isQuoted(page, paragraph) || isSetIn(page, paragraph))) return to;
    if (isAboutOneself(page, at, open, accepted, paragraph)) return to;
    const next = inside && paragraph === first ? null : announcementOf(page, paragraph);
    if (next && takesOver(page, next, open, accepted.length)) {
      const sentence = page.reading.sentences[paragraph.last - 2];
      return paragraph.last - paragraph.first > 1 && sentence ? sentence.to : to;
    }
    for (let s = paragraph === first ? sentence : paragraph.first; s < paragraph.last; s++) {
      const current = page.reading.sentences[s] as Sentence;
      if (!(inside && s === sentence) && returns(page, current, { before, about }, open))
        return s === paragraph.first ? behindDated(page, accepted, to) : to;
      // "Brand said: The gates stay shut. She left.": where little announces, she is the speaker.
      if (until !== null && isAboutSomebody(page, current)) return to;
      about ||= isAboutSomebody(page, current);
      before = current;
      to = current.to;
    }
    accepted.push(paragraph);
  }
  return to;
}

/** What stands before a return and begins with a date was the page's already. */
function behindDated(page: Page, accepted: readonly Paragraph[], to: number | null): number | null {
  for (let k = accepted.length - 1; k >= Math.max(1, accepted.length - LOOK_BACK); k--)
    if (isDated(page, accepted[k] as Paragraph)) return (accepted[k - 1] as Paragraph).span.to;
  return to;
}

const DESCRIBED = /^[Tt]he (?:[\p{L}-]+ ){0,4}[\p{L}-]+(?: (?:of|for|from|in) .*)?$/u;

/** "director" of "the deputy director for tides"; of "the vice-chairman" the chairman. */
function lastNoun(words: string): string {
  const noun =
    words
      .split(/ (?:of|for|from|in) /)[0]
      ?.split(" ")
      .at(-1) ?? "";
  return noun.toLowerCase().replace(/^(?:vice|deputy)-|-general$/, "");
}

/** Whether an announcement inside a frame is the page's, not the speaker's own colon. */
function takesOver(page: Page, next: Announcement, open: Open, accepted: number): boolean {
  if (!next.subject || accepted === 0) return false;
  const words = page.text.slice(next.subject.from, next.subject.to);
  if (next.firm) return (next.past && next.document !== null) || refers(words, { ...open, firm: false });
  if (next.past !== open.past) return false;
  if (refers(words, open)) return true;
  if (open.firm) return false;
  // "The Harbour Board said in a bulletin:": the page brings in the next one.
  if (next.past && next.document !== null && /^(?:The |An? )?\p{Lu}/u.test(words)) return true;
  // "The deputy director said:" behind what somebody else told.
  const described = open.document === null && DESCRIBED.test(words) && wordsForPeople().has(lastNoun(words));
  if (described) return true;
  const named = open.document === null && /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}$/u.test(words);
  return pointsBack(words) || named || /,/.test(words) || next.kind === "interview";
}

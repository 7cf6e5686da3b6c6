import type { Frame } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import type { Proposal } from "../proposal.ts";
import { readAnnouncement } from "./announcement.ts";
import { antecedentOf, pointsBack } from "./antecedent.ts";
import { FAREWELL, signersAt } from "./signature.ts";
import { type Page, type Paragraph, isRunning, standsBetween, wordsOf } from "./page.ts";

const NAME = "signed-letter-1";
const CONFIDENCE = 0.95;

const SALUTATION = /^(?:My )?Dear (?:\p{L}[\p{L}\p{M}.’'-]*[, ]+){0,9}?\p{L}[\p{L}\p{M}.’'-]*\s*[,:;!—–-]/u;
/** A letter is no longer than this in a report, in paragraphs. */
const MOST_PARAGRAPHS = 120;
const SIGNATURE = /^\p{Lu}[\p{L}\p{M}.'’ -]{2,60}(?:, [^.]{2,80})?$/u;

/** A letter printed whole: from "Dear …," to "Yours sincerely," and the name under it. */
export function signedLetters(page: Page, found: readonly Proposal[] = []): Frame[] {
  const frames: Frame[] = [];
  for (let i = 0; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    const greeting = isText(paragraph) ? SALUTATION.exec(wordsOf(page, paragraph.span, 120)) : null;
    if (!greeting) continue;
    const farewell = farewellBehind(page, i);
    if (farewell < 0) continue;
    const from = bodyOf(page, i, greeting[0].length);
    const to = page.paragraphs.slice(i, farewell).findLast(isText)?.span.to ?? 0;
    if (from < to)
      frames.push({
        kind: "letter",
        span: { from: paragraph.span.from, to: paragraph.span.from + greeting[0].length },
        stretch: { from, to },
        source: signatureBehind(page, farewell) ?? announcerBefore(page, i, found),
        cue: null,
        by: NAME,
        confidence: CONFIDENCE,
      });
    i = farewell;
  }
  return frames;
}

function isText(paragraph: Paragraph): boolean {
  return isRunning(paragraph) || paragraph.kind === "standfirst" || paragraph.kind === "subheading";
}

/** Where the letter's first words stand: in the line of the greeting, or in the next. */
function bodyOf(page: Page, at: number, length: number): number {
  const { span } = page.paragraphs[at] as Paragraph;
  const gap = /^\s*/.exec(page.text.slice(span.from + length, span.to))?.[0].length ?? 0;
  if (span.from + length + gap < span.to) return span.from + length + gap;
  for (let i = at + 1; i < page.paragraphs.length; i++)
    if (isText(page.paragraphs[i] as Paragraph)) return (page.paragraphs[i] as Paragraph).span.from;
  return Infinity;
}

function farewellBehind(page: Page, at: number): number {
  for (let i = at + 1; i < Math.min(page.paragraphs.length, at + MOST_PARAGRAPHS); i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    if (paragraph.kind === "headline") return -1;
    const words = wordsOf(page, paragraph.span, 60);
    if (paragraph.span.to - paragraph.span.from < 50 && FAREWELL.test(words)) return i;
    if (SALUTATION.test(words)) return -1;
  }
  return -1;
}

function signatureBehind(page: Page, farewell: number): Span | null {
  for (let i = farewell + 1; i < Math.min(page.paragraphs.length, farewell + 3); i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    const words = wordsOf(page, paragraph.span, 200);
    if (SIGNATURE.test(words)) return signersAt(page, i) > 1 ? null : paragraph.span;
    if (!standsBetween(paragraph)) return null;
  }
  return null;
}

/** "Eighty writers published a letter. It reads:": who sends it, where nobody signs it alone. */
function announcerBefore(page: Page, greeting: number, found: readonly Proposal[]): Span | null {
  const before = page.paragraphs.slice(0, greeting).findLast((p) => isText(p) && p.first < p.last);
  const at = before ? before.last - 1 : -1;
  const sentence = page.reading.sentences[at];
  const subject = sentence ? (readAnnouncement(page, sentence)?.subject ?? null) : null;
  if (!subject) return null;
  const words = page.text.slice(subject.from, subject.to);
  if (!pointsBack(words)) return subject;
  const sources = found
    .flatMap(({ source, cue }) => (source && cue ? [source] : []))
    .toSorted((a, b) => a.from - b.from);
  return antecedentOf(page, at, words, sources)?.source ?? null;
}

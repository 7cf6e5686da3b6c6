import type { Block, BlockKind } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import { trimmed } from "../model/span.ts";
import { datelineOf } from "./dateline.ts";
import { isByline, isCaption, isDateLine, isNoise, isSourceLine } from "./linePatterns.ts";
import type { Segment } from "./reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Longer stretches are prose: no pattern for single lines is tried on them. */
const LONGEST_LINE = 600;
const LONGEST_HEADLINE = 200;
const LONGEST_SUBHEADING = 80;
/** Prose paragraphs at the start of a text among which a dateline is looked for. */
const DATELINE_REACH = 6;

const FINAL_STOP = /[.。][”"’')\]]*$/;
const ABBREVIATED_END = /(?:\p{Lu}\.){2,}$|\.\.\.$/u;
const ENDS_OPEN = /[,;:–—-]$/;
const ENDS_MARKED = /[.!?:;,…。][”"’')\]]*$/;
const SENTENCE_BREAK = /[.!?…][”"’')\]]*\s+[“"‘'(]?\p{Lu}/u;
const DOUBLE_MARK = /[“”"«»„]/;
const PROSE_WORDS =
  /\b(?:the|a|an|was|were|had|been|said|told|I|we|he|she|they|it|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{L}{3,}ed)\b/iu;
const BULLET = /^[•‣▪●◦∙·*]\s/;
const NUMBERED = /^(?:\d{1,2}[.)]|[-–—])\s/;

/** A segment being classified; `kind` null means prose so far. */
interface Line {
  readonly span: Span;
  readonly text: string;
  kind: BlockKind | null;
}

/**
 * Says of each stretch of a text what it is. What a line is called by its own words comes first, then what it is by its
 * place; what remains is a paragraph. Blocks come out in order, not overlapping, covering all but white space.
 */
export function blocksOf(text: string, segments: readonly Segment[], vocabulary: Vocabulary): Block[] {
  const lines: Line[] = [];
  for (const { span, kind } of segments) {
    const words = trimmed(text, span);
    if (words.from === words.to) continue;
    const line = text.slice(words.from, Math.min(words.to, words.from + LONGEST_LINE + 1));
    lines.push({ span: words, text: line, kind: kindByWords(line, kind) });
  }
  markPictureDescriptions(text, lines);
  markHeadline(lines, vocabulary);
  markStandfirst(lines, vocabulary);
  markListItems(lines);
  markSubheadings(lines);
  return cutDatelines(lines, text, vocabulary);
}

function kindByWords(line: string, given: BlockKind | null): BlockKind | null {
  if (line.length > LONGEST_LINE) return given;
  if (given === "headline" || given === "caption") return given;
  if (isNoise(line)) return "noise";
  if (given !== null && given !== "list-item") return given;
  if (isDateLine(line)) return "dateline";
  if (isByline(line)) return "byline";
  if (isSourceLine(line)) return "source-line";
  if (isCaption(line)) return "caption";
  if (line.startsWith("> ") || line.startsWith(">>")) return "block-quote";
  return given;
}

function wordCount(line: string): number {
  return line.split(/\s+/).length;
}

function proseAfter(lines: readonly Line[], index: number): number {
  for (let at = index + 1; at < lines.length; at++) if (lines[at]?.kind === null) return at;
  return -1;
}

function startsWithDateline(line: Line | undefined, vocabulary: Vocabulary): boolean {
  return line !== undefined && datelineOf(line.text, (word) => vocabulary.has(word)) !== null;
}

/** The first prose line, where it is short, reads like a headline and something follows it. */
function markHeadline(lines: Line[], vocabulary: Vocabulary): void {
  if (lines.some(({ kind }) => kind === "headline")) return;
  const first = proseAfter(lines, -1);
  const line = lines[first];
  const next = lines[proseAfter(lines, first)];
  if (!line || !next || line.text.length > LONGEST_HEADLINE || wordCount(line.text) > 30) return;
  if (/^\p{Ll}/u.test(line.text) || ENDS_OPEN.test(line.text) || startsWithDateline(line, vocabulary)) return;
  if (FINAL_STOP.test(line.text) && !ABBREVIATED_END.test(line.text)) {
    if (SENTENCE_BREAK.test(line.text)) return;
    if (!isTitleCase(line.text) && !isTelegraphic(line, next) && !startsWithDateline(next, vocabulary)) return;
  }
  line.kind = "headline";
}

/** Whether most longer words have a capital. */
function isTitleCase(line: string): boolean {
  const longer = line.match(/[\p{L}][\p{L}\p{M}’']{3,}/gu) ?? [];
  const capital = longer.filter((word) => /^\p{Lu}/u.test(word)).length;
  return longer.length >= 3 && capital >= longer.length * 0.7;
}

/** The line under the headline: without a stop, or parted from the body by what stands between them. */
function markStandfirst(lines: Line[], vocabulary: Vocabulary): void {
  const headline = lines.findIndex(({ kind }) => kind === "headline");
  if (headline < 0) return;
  const at = proseAfter(lines, headline);
  const next = proseAfter(lines, at);
  const line = lines[at];
  const body = lines[next];
  if (!line || !body || wordCount(line.text) > 45 || startsWithDateline(line, vocabulary)) return;
  if (SENTENCE_BREAK.test(line.text) || ENDS_OPEN.test(line.text) || BULLET.test(line.text)) return;
  const unstopped = !ENDS_MARKED.test(line.text) && at === headline + 1 && body.text.length > line.text.length;
  const following = lines[at + 1]?.kind;
  const parted = following === "byline" || following === "dateline" || startsWithDateline(body, vocabulary);
  if (unstopped || (parted && !DOUBLE_MARK.test(line.text))) line.kind = "standfirst";
}

/** The description a picture has beside its caption: a line without a stop right before one. */
function markPictureDescriptions(text: string, lines: Line[]): void {
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (line.kind !== null || next?.kind !== "caption" || ENDS_MARKED.test(line.text)) return;
    const between = text.slice(line.span.to, next.span.from);
    const sameParagraph = between.replace(/\r\n?/g, "\n").split("\n").length === 2;
    if (sameParagraph && wordCount(line.text) >= 5) line.kind = "caption";
  });
}

/** Bulleted lines; numbers and dashes count only where a neighbour has one too, as a sentence may start with either. */
function markListItems(lines: Line[]): void {
  const numbered = lines.map(({ text }) => NUMBERED.test(text));
  lines.forEach((line, index) => {
    if (line.kind !== null) return;
    if (BULLET.test(line.text) || (numbered[index] && (numbered[index - 1] || numbered[index + 1])))
      line.kind = "list-item";
  });
}

/** A short line without a stop between longer ones that have theirs. */
function markSubheadings(lines: Line[]): void {
  const isProse = (line: Line | undefined): boolean =>
    line !== undefined &&
    (line.kind === null || line.kind === "list-item" || line.kind === "block-quote") &&
    ENDS_MARKED.test(line.text.slice(-4));
  let proseSeen = false;
  lines.forEach((line, index) => {
    const { kind, text } = line;
    const next = lines[index + 1];
    if (
      kind === null &&
      proseSeen &&
      next?.kind === null &&
      isSubheading(text) &&
      next.text.length > text.length &&
      isLongOrStopped(next)
    )
      line.kind = "subheading";
    if (line.kind === null && isProse(line)) proseSeen = true;
  });
}

function isLongOrStopped({ text }: Line): boolean {
  return text.length > LONGEST_LINE || ENDS_MARKED.test(text);
}

function isSubheading(text: string): boolean {
  return (
    text.length <= LONGEST_SUBHEADING &&
    wordCount(text) <= 12 &&
    /^[\p{Lu}\p{N}‘']/u.test(text) &&
    /\p{L}/u.test(text) &&
    !ENDS_MARKED.test(text) &&
    !ENDS_OPEN.test(text) &&
    !DOUBLE_MARK.test(text)
  );
}

/** Whether a short line before a longer one leaves out what a sentence of prose has: articles, past tenses, days. */
function isTelegraphic({ text }: Line, next: Line): boolean {
  return (
    wordCount(text) <= 15 && next.text.length > text.length * 1.5 && !PROSE_WORDS.test(text) && !DOUBLE_MARK.test(text)
  );
}

function cutDatelines(lines: readonly Line[], text: string, vocabulary: Vocabulary): Block[] {
  const blocks: Block[] = [];
  let looked = 0;
  for (const { span, kind, text: line } of lines) {
    const found = kind === null && looked < DATELINE_REACH ? datelineOf(line, (word) => vocabulary.has(word)) : null;
    if (kind === null) looked = found ? DATELINE_REACH : looked + 1;
    if (!found) {
      blocks.push({ kind: kind ?? "paragraph", span });
      continue;
    }
    const end = span.from + found.length;
    blocks.push({ kind: "dateline", span: { from: span.from, to: end } });
    const rest = trimmed(text, { from: end, to: span.to });
    if (rest.from < rest.to) blocks.push({ kind: "paragraph", span: rest });
  }
  return blocks;
}

import type { Span } from "../model/span.ts";
import { trimmed } from "../model/span.ts";

/** Wrapped lines are about this long; a text with longer ones is not wrapped, shorter ones are lists and addresses. */
const SHORTEST_WRAP = 50;
const LONGEST_WRAP = 120;

/**
 * Splits plain text into the stretches that stand by themselves, in order, without the white space around them:
 * paragraphs between blank lines; where a paragraph has several lines, each line, unless they were broken to fit a width.
 * A text without blank lines falls into its lines in the same way.
 */
export function segmentsOf(text: string): Span[] {
  const segments: Span[] = [];
  let paragraph: Span[] = [];
  const mayWrap = longestLine(text) <= LONGEST_WRAP;
  const finish = (): void => {
    for (const span of mayWrap && isWrapped(text, paragraph) ? [joined(paragraph)] : paragraph) segments.push(span);
    paragraph = [];
  };
  for (const line of linesOf(text)) {
    const words = trimmed(text, line);
    if (words.from < words.to) paragraph.push(words);
    else if (paragraph.length > 0) finish();
  }
  if (paragraph.length > 0) finish();
  return segments;
}

function joined(lines: readonly Span[]): Span {
  return { from: (lines[0] as Span).from, to: (lines[lines.length - 1] as Span).to };
}

function* linesOf(text: string): Generator<Span> {
  const ends = /\r\n|[\n\r\u2028\u2029]/g;
  let from = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield { from, to: end.index };
    from = ends.lastIndex;
  }
  yield { from, to: text.length };
}

function longestLine(text: string): number {
  let longest = 0;
  for (const { from, to } of linesOf(text)) longest = Math.max(longest, to - from);
  return longest;
}

/** Whether lines were broken to fit a width: no next line's first word would have fitted on the line before. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  let width = 0;
  for (const { from, to } of lines) width = Math.max(width, to - from);
  if (width < SHORTEST_WRAP) return false;
  return lines.every(({ from, to }, index) => {
    const next = lines[index + 1];
    return !next || to - from + 1 + firstWordLength(text, next) > width;
  });
}

function firstWordLength(text: string, { from, to }: Span): number {
  const space = /\s/g;
  space.lastIndex = from;
  const found = space.exec(text);
  return (found && found.index < to ? found.index : to) - from;
}

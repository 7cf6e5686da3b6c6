import type { Line } from "./lines.ts";
import { Vocabulary } from "../vocabulary.ts";

/** A gap this much wider than the usual step from line to line parts paragraphs. */
const WIDER = 1.25;
/** Letters that differ by more than this share are another kind of line. */
const OTHER_SIZE = 0.08;
/** A first line stands in by this much, in sizes of its letters. */
const INDENT = 0.7;
/** A line that ends before this share of the width is the last of its paragraph. */
const SHORT = 0.75;

const ENDS_SENTENCE = /[.!?:…]["”’»)\]]*$/u;
const GOES_ON = /^[\p{Ll}\p{N}“"(]/u;

/**
 * Puts the lines of a PDF together into paragraphs, each on one line. What parts them is what a reader sees: a wider gap, other
 * letters, a first line that stands in, a last line that ends early. A paragraph goes on behind the end of a page or column where
 * its sentence does.
 */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const step = usualStep(lines);
  const width = usualWidth(lines);
  const words = new Vocabulary(lines.map(({ text }) => text).join("\n"));
  const paragraphs: string[] = [];
  let open = "";
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before && goesOn(before, line, step, width)) {
      open = joined(open, line.text, words);
      continue;
    }
    if (open !== "") paragraphs.push(open);
    open = line.text;
  }
  if (open !== "") paragraphs.push(open);
  return paragraphs;
}

function goesOn(before: Line, line: Line, step: number, width: number): boolean {
  if (Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size)) return false;
  const down = before.y - line.y;
  if (line.page !== before.page || down <= 0) return !ENDS_SENTENCE.test(before.text) && GOES_ON.test(line.text);
  if (down > step * WIDER) return false;
  if (line.x - before.x > INDENT * line.size) return false;
  return !(before.right - before.x < width * SHORT && ENDS_SENTENCE.test(before.text));
}

/** The step from line to line that is met most, among lines of one kind; in points. */
function usualStep(lines: readonly Line[]): number {
  const met = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const down = before && before.page === line.page ? before.y - line.y : 0;
    // Half a point either way is the same step.
    const rounded = Math.round(down * 2) / 2;
    if (rounded > 0) met.set(rounded, (met.get(rounded) ?? 0) + 1);
  }
  const [most] = [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 0;
}

/** Nine lines in ten are not wider. */
function usualWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ x, right }) => right - x).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

const BROKEN = /(\p{L}[\p{L}\p{M}]*)[-\u00ad\u2010]$/u;
const FIRST_WORD = /^\p{Ll}[\p{L}\p{M}]*/u;

/** A word broken at the end of a line is made whole only where the text has it whole elsewhere: its hyphen may be its own. */
function joined(open: string, next: string, words: Vocabulary): string {
  // A word has an end: looking further back would read the paragraph anew at every line.
  const start = BROKEN.exec(open.slice(-80));
  const rest = FIRST_WORD.exec(next.slice(0, 80));
  if (!start || !rest) return `${open} ${next}`;
  return open.endsWith("\u00ad") || words.has((start[1] as string) + rest[0]) ? open.slice(0, -1) + next : open + next;
}

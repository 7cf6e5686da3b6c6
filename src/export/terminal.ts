// Everything a terminal, rather than its reader, would act on: control characters, line and paragraph separators,
// marks that turn the direction of writing, invisible tags, halves of a character.
const STEERS =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text fit for a terminal: what would steer it is shown as `\u{1b}`. White space is for the caller to fold first. */
export function shown(text: string): string {
  return text.replace(STEERS, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
}

/** `shown`, on one line: each run of white space but no-break spaces becomes one space. */
export function shownOnOneLine(text: string): string {
  return shown(text.replace(/[\t\n\v\f\r ]+/g, " "));
}

const PLAIN = /^[\u0020-\u02ff]*$/;
const NO_WIDTH = /\p{M}|\u200c|\u200d/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns a terminal gives the text. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

export type Style = "bold" | "dim" | "source" | "cue" | "content" | "nested" | "warning";

const SGR: Record<Style, string> = {
  bold: "1",
  dim: "2",
  source: "1;36",
  cue: "33",
  content: "32",
  nested: "35",
  warning: "31",
};

/** Paints a piece of text in a style, or leaves it as it is. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export const inColour: Paint = (text, ...styles) =>
  text === "" || styles.length === 0 ? text : `\u001b[${styles.map((s) => SGR[s]).join(";")}m${text}\u001b[0m`;

export const plain: Paint = (text) => text;

/** A stretch of text in one style, fit for a terminal. */
export interface Piece {
  readonly text: string;
  readonly styles: readonly Style[];
}

/**
 * Breaks pieces into lines of at most `width` columns (at least 2) at spaces; a word longer than a line is cut.
 * Pieces without a space between them stay together.
 */
export function wrap(pieces: readonly Piece[], width: number, paint: Paint): string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  let used = 0;
  let word: Piece[] = [];
  let wordColumns = 0;
  const endLine = (): void => {
    lines.push(line.map(({ text, styles }) => paint(text, ...styles)).join(""));
    line = [];
    used = 0;
  };
  const endWord = (): void => {
    const [first] = word;
    if (!first) return;
    if (used > 0 && used + 1 + wordColumns > width) endLine();
    if (used > 0) {
      append(line, { text: " ", styles: line.at(-1)?.styles === first.styles ? first.styles : [] });
      used++;
    }
    for (const piece of word) append(line, piece);
    used += wordColumns;
    word = [];
    wordColumns = 0;
  };
  const add = (text: string, styles: readonly Style[]): void => {
    let rest = text;
    while (rest !== "") {
      const part = rest.slice(0, fitting(rest, width - wordColumns));
      if (part !== "") {
        word.push({ text: part, styles });
        wordColumns += columnsOf(part);
        rest = rest.slice(part.length);
      }
      if (rest !== "") {
        endWord();
        endLine();
      }
    }
  };
  for (const { text, styles } of pieces) {
    text.split(" ").forEach((part, i) => {
      if (i > 0) endWord();
      if (part !== "") add(part, styles);
    });
  }
  endWord();
  if (used > 0) endLine();
  return lines;
}

/** Adds a piece to a line; one in the style of the last goes into it, so that a run is painted once. */
function append(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  if (last && last.styles === piece.styles)
    line[line.length - 1] = { text: last.text + piece.text, styles: last.styles };
  else line.push(piece);
}

/** How many units of the text go into `room` columns. */
function fitting(text: string, room: number): number {
  let columns = 0;
  let length = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > room) break;
    length += character.length;
  }
  return length;
}

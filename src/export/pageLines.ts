import type { Span } from "../model/span.ts";
import { columnsOf, shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint, Piece, Style } from "./terminal.ts";

/** Narrower than this a margin would leave no room for words. */
export const NARROWEST = 40;

/** A heading: the first words bold, the rest dim. */
export function title(bold: string, rest: string, width: number, paint: Paint): string[] {
  const pieces: Piece[] = [
    { text: bold, styles: ["bold"] },
    { text: rest, styles: ["dim"] },
  ];
  return wrap(pieces, width, paint);
}

/** Words of the article or ours on lines of at most `width` columns. */
export function text(words: string, width: number, paint: Paint, ...styles: readonly Style[]): string[] {
  return wrap([{ text: shownOnOneLine(words), styles }], width, paint);
}

/** Facts on as few lines as take them, broken between facts where that can be. */
export function factLines(
  facts: readonly string[],
  width: number,
  paint: Paint,
  ...styles: readonly Style[]
): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = `${last} · ${fact}`;
    if (last !== undefined && columnsOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines.flatMap((line) => text(line, width, paint, ...styles));
}

export function range({ from, to }: Span): string {
  return `${from}–${to}`;
}

export function short(sha256: string): string {
  return sha256.slice(0, 8);
}

export function count(n: number, thing: string): string {
  return `${n.toLocaleString("en")} ${thing}${n === 1 ? "" : "s"}`;
}

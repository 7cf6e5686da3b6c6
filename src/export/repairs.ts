import type { Repair } from "../model/document.ts";

const IN_WORD = /[\p{L}\p{M}\p{N}'’-]/u;

/**
 * Repairs shown on whole words: each smallest edit with the word or words around it, and how those read.
 * Edits that touch one word come out as one, their reasons joined. In: repairs in reading order. Out: the same order.
 */
export function wholeWords(text: string, repairs: readonly Repair[]): Repair[] {
  const shown: Repair[] = [];
  let i = 0;
  while (i < repairs.length) {
    const first = repairs[i] as Repair;
    const floor = shown.at(-1)?.span.to ?? 0;
    const from = wordStart(text, first.span.from, floor);
    let reads = text.slice(from, first.span.from) + first.reads;
    const reasons = new Set([first.why]);
    let to = first.span.to;
    // Of a doubled word the one that stays is shown as well.
    const passedOver = first.reads === "" && /[\p{L}\p{N}]/u.test(text.slice(from, to));
    for (i++; ; i++) {
      const next = repairs[i];
      const ceiling = next?.span.from ?? text.length;
      const end = wordEnd(text, passedOver ? spaceEnd(text, to, ceiling) : to, ceiling);
      reads += text.slice(to, end);
      to = end;
      if (next?.span.from !== end) break;
      reads += next.reads;
      to = next.span.to;
      reasons.add(next.why);
    }
    shown.push({ span: { from, to }, reads, why: [...reasons].join(", ") });
  }
  return shown;
}

function wordStart(text: string, at: number, floor: number): number {
  let from = at;
  while (from > floor && IN_WORD.test(characterBefore(text, from))) from -= characterBefore(text, from).length;
  return Math.max(from, floor);
}

function spaceEnd(text: string, at: number, ceiling: number): number {
  let to = at;
  while (to < ceiling && /\s/.test(text[to] as string)) to++;
  return to;
}

function wordEnd(text: string, at: number, ceiling: number): number {
  let to = at;
  while (to < ceiling) {
    const character = String.fromCodePoint(text.codePointAt(to) as number);
    if (!IN_WORD.test(character)) break;
    to += character.length;
  }
  return Math.min(to, ceiling);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return String.fromCodePoint(text.codePointAt(paired ? at - 2 : at - 1) as number);
}

import type { Reading, Sentence, Token } from "../../model/reading.ts";

/** A word of a sentence as the grammar of time sees it: hyphened words are taken apart, dashes between words left out. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** In lower case. */
  readonly text: string;
  readonly capital: boolean;
  /** A hyphen or dash without blanks stands between it and the word before. */
  readonly joined: boolean;
}

const HYPHENED = /[\p{L}\p{N}]-[\p{L}\p{N}]/u;

/** The words of one sentence, in order. */
export function wordsOf({ tokens, document }: Reading, { first, last }: Sentence): Word[] {
  const words: Word[] = [];
  let joined = false;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    const { from, to, reads } = token;
    const before = words.at(-1);
    const next = tokens[i + 1];
    if (reads === "-" && before && i + 1 < last && next && before.to === from && next.from === to) {
      joined = true;
      continue;
    }
    // "2011's" comes in three pieces.
    if (
      reads === "s" &&
      before?.text === "'" &&
      before.to === from &&
      words.at(-2)?.to === before.from &&
      before.from > 0
    ) {
      words[words.length - 1] = { ...before, to, text: "'s" };
      continue;
    }
    if (reads.includes("-") && reads.length > 1 && HYPHENED.test(reads)) {
      let at = from;
      // The same cuts in the text as in what is read: a typographic hyphen is one unit too.
      for (const piece of document.text.slice(from, to).split(/[-‐‑]/)) {
        if (piece !== "") words.push(wordOf(piece, at, at + piece.length, at > from || joined));
        at += piece.length + 1;
      }
    } else words.push(wordOf(reads, from, to, joined));
    joined = false;
  }
  return words;
}

function wordOf(reads: string, from: number, to: number, joined: boolean): Word {
  const text = reads.toLowerCase();
  return { from, to, text, capital: text !== reads && isCapital(reads), joined };
}

function isCapital(reads: string): boolean {
  const head = reads[0] as string;
  return head !== head.toLowerCase();
}

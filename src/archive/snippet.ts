import { type SearchWord, tokensOf, wordsOf } from "../store/searchWords.ts";

/** The part of a record's words where what was looked for stands. */
export interface Snippet {
  readonly text: string;
  /** Half-open UTF-16 offsets into `text` of the words found. */
  readonly found: readonly (readonly [number, number])[];
}

/** Some words stand before the first one found, so that it can be read in its place. */
const LEAD = 60;

interface Word {
  readonly from: number;
  readonly to: number;
  readonly token: string;
}

/** At most about `room` units of `words` around the first words found, cut between words; the beginning where none was looked for. */
export function snippetOf(words: string, typed: string | undefined, room: number): Snippet {
  const text = words.replace(/\s+/g, " ");
  const wanted = typed === undefined ? [] : wordsOf(typed).filter(({ not }) => !not);
  const all = wanted.length === 0 ? [] : wordsIn(text);
  const found = joined(wanted.flatMap((word) => placesOf(all, word)));
  const [first] = found;
  const from = text.length <= room || !first || first[0] <= LEAD ? 0 : afterSpace(text, first[0] - LEAD);
  const to = from + room >= text.length ? text.length : beforeSpace(text, from, from + room);
  const lead = from > 0 ? "… " : "";
  const shift = lead.length - from;
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length ? " …" : ""}`,
    found: found.filter(([a, b]) => a >= from && b <= to).map(([a, b]): [number, number] => [a + shift, b + shift]),
  };
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    token: tokensOf(match[0])[0] ?? "",
  }));
}

function placesOf(all: readonly Word[], { tokens, prefix }: SearchWord): [number, number][] {
  const places: [number, number][] = [];
  const last = tokens.length - 1;
  for (let i = 0; i + last < all.length; i++) {
    const stands = tokens.every((token, k) => {
      const word = (all[i + k] as Word).token;
      return k === last && prefix ? word.startsWith(token) : word === token;
    });
    if (stands) places.push([(all[i] as Word).from, (all[i + last] as Word).to]);
  }
  return places;
}

/** In order, those that touch made one. */
function joined(places: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function afterSpace(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + LEAD / 2 ? at : space + 1;
}

function beforeSpace(text: string, from: number, at: number): number {
  const space = text.lastIndexOf(" ", at);
  return space <= from ? at : space;
}

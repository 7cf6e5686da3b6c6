import { fragmentsOf } from "../../export/formats/brat.ts";
import { charactersOf } from "../../export/formats/characters.ts";
import type { Returned, ReturnedPiece } from "./annotation.ts";

type Pair = readonly [number, number];

/** Where the pieces of an annotation stand in its text, in UTF-16 units, or in a sentence why that can't be told. */
export function placesIn(
  text: string,
  { pieces, fragmented }: Pick<Returned, "pieces" | "fragmented">,
): Pair[] | string {
  const characters = charactersOf(text);
  const places: Pair[] = [];
  for (const piece of pieces) {
    const place = placeOf(text, piece, characters.unit);
    if (typeof place === "string") return place;
    const last = places.at(-1);
    if (last && place[0] < last[1]) return "its pieces overlap, or are not in the order of the text";
    if (fragmented && last && fragmentsOf(text, [[last[1], place[0]]]).length === 0)
      places[places.length - 1] = [last[0], place[1]];
    else places.push(place);
  }
  return places.length === 0 ? "it stands nowhere" : places;
}

function placeOf(text: string, piece: ReturnedPiece, unit: (character: number) => number | null): Pair | string {
  const { from, to, words } = piece;
  if (from === null || to === null) return quoted(text, piece);
  const start = unit(from);
  const end = unit(to);
  if (start === null || end === null || end <= start) return `${from}-${to} is no place in its text`;
  const there = text.slice(start, end);
  if (words !== null && words.toWellFormed() !== there)
    return `the words “${words}” do not stand at ${from}-${to} (counted in characters), there stands “${there}”`;
  return [start, end];
}

/** The only place that has the words, with those before and behind them where they are told. */
function quoted(text: string, { words, prefix = "", suffix = "" }: ReturnedPiece): Pair | string {
  const sought = `${prefix}${words ?? ""}${suffix}`;
  const at = words === null || words === "" ? -1 : text.indexOf(sought);
  if (at < 0) return `the words “${words ?? ""}” do not stand in its text`;
  if (text.includes(sought, at + 1))
    return `the words “${words ?? ""}” stand in its text more than once, and no place is told`;
  return [at + prefix.length, at + prefix.length + (words as string).length];
}

/** Whether two lists of stretches are the same words of a text, wherever lines end in them. */
export function samePlaces(text: string, a: readonly Pair[], b: readonly Pair[]): boolean {
  return JSON.stringify(fragmentsOf(text, a)) === JSON.stringify(fragmentsOf(text, b));
}

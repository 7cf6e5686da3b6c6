import type { Token } from "../../../model/reading.ts";
import { firstReached } from "../../../model/sorted.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";

/** How many places of a noun are looked at. */
const MOST = 12;

/** Where some nouns stand in a text, looked up from a place backward. */
export class NounPlaces {
  readonly #tokens: readonly Token[];
  /** Indexes of tokens by noun, in order. */
  readonly #places = new Map<string, number[]>();

  /** `nouns` in small letters. */
  constructor({ tokens }: Found, nouns: ReadonlySet<string>) {
    this.#tokens = tokens;
    for (const [i, { reads }] of tokens.entries()) {
      const noun = reads.toLowerCase();
      if (!nouns.has(noun)) continue;
      const known = this.#places.get(noun);
      if (known) known.push(i);
      else this.#places.set(noun, [i]);
    }
  }

  /** Places of nouns before `at`, the nearest first. */
  *before(nouns: readonly string[], at: number): Generator<number> {
    const all = nouns.map((noun) => this.#places.get(noun) ?? []);
    const places = all.length === 1 ? (all[0] as number[]) : all.flat().toSorted((a, b) => a - b);
    const behind = firstReached(places, (place) => (this.#tokens[place]?.to as number) > at);
    for (let k = behind - 1; k >= 0 && k >= behind - MOST; k--) yield places[k] as number;
  }
}

/** From one token up to another, which is no part of it; null where nothing stands between them. */
export function spanOf(tokens: readonly Token[], first: number, end: number): Span | null {
  const from = tokens[first]?.from;
  const to = tokens[end - 1]?.to;
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

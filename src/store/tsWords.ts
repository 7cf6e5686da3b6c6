import { type SearchWord, tokensOf } from "./searchWords.ts";

/** The last place that a tsvector can tell. */
const LAST_PLACE = 16_383;
/** Places it keeps of one word. */
const MOST_PLACES = 255;

/** A tsvector as PostgreSQL reads it in. Its own parsers part words otherwise in each language and version. */
export function vectorOf(text: string): string {
  const places = new Map<string, number[]>();
  for (const [i, token] of tokensOf(text).entries()) {
    const of = places.get(token);
    if (!of) places.set(token, [Math.min(i + 1, LAST_PLACE)]);
    else if (of.length < MOST_PLACES) of.push(Math.min(i + 1, LAST_PLACE));
  }
  return Array.from(places, ([token, of]) => `'${token}':${of.join(",")}`).join(" ");
}

/** A tsquery as PostgreSQL reads it in: words hold nothing but letters, marks and digits. */
export function tsquery(words: readonly SearchWord[]): string {
  return words
    .map(({ tokens, prefix, not }) => {
      const phrase = tokens.map((token, i) => `'${token}'${prefix && i === tokens.length - 1 ? ":*" : ""}`);
      return `${not ? "!" : ""}(${phrase.join(" <-> ")})`;
    })
    .join(" & ");
}

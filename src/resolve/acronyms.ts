import { type NamedSource, readSource } from "./sources.ts";

/** A name and the short form in brackets behind it: the Tarvian Telegraph Agency (TTA). */
const INTRODUCED =
  /(?<![\p{L}\p{M}'’&-])((?:\p{Lu}[\p{L}\p{M}'’&-]{0,40}|of|for|the|and|on|in|de|du|des|la)(?: (?:\p{Lu}[\p{L}\p{M}'’&-]{0,40}|of|for|the|and|on|in|de|du|des|la)){1,9}) \((\p{Lu}{2,8})\)/gu;

/** A text with more short forms than this is no report. */
const MOST = 200;

/** The short forms a text introduces, each with whom the long form names. The initials must fit. */
export function acronyms(text: string): ReadonlyMap<string, NamedSource> {
  const found = new Map<string, NamedSource>();
  for (const [, words = "", short = ""] of text.matchAll(INTRODUCED)) {
    if (found.size >= MOST) break;
    const long = fitting(words.split(" "), short);
    if (long && !found.has(short)) found.set(short, readSource(long));
  }
  return found;
}

/** The words at the end of a run whose initials make up the short form, small words free to count or not; or null. */
function fitting(words: readonly string[], short: string): string | null {
  for (let from = words.length - 1; from >= 0; from--) {
    const all = words.slice(from);
    const initials = (list: readonly string[]): string =>
      list
        .map((w) => w[0] ?? "")
        .join("")
        .toUpperCase();
    if (initials(all) === short || initials(all.filter((w) => /^\p{Lu}/u.test(w))) === short) return all.join(" ");
  }
  return null;
}

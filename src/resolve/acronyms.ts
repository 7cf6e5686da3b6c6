import { type NamedSource, readSource } from "./sources.ts";
import { isGivenName } from "./tables.ts";

/** A name and the short form in brackets behind it: the Tarvian Telegraph Agency (TTA). */
const INTRODUCED =
  /(?<![\p{L}\p{M}'’&-])((?:\p{Lu}[\p{L}\p{M}'’&-]{0,40}|of|for|the|and|on|in|de|du|des|la)(?: (?:\p{Lu}[\p{L}\p{M}'’&-]{0,40}|of|for|the|and|on|in|de|du|des|la)){1,9}) \((\p{Lu}{2,8})\)/gu;

/** Letters that stand alone, and names that may be written so: capitals with small words between them. */
const LETTERS = /(?<![\p{L}\p{N}.&-])\p{Lu}{3,6}(?![\p{L}\p{N}&-])/gu;
const NAME =
  /(?<![\p{L}\p{M}’-])\p{Lu}\p{Ll}[\p{L}\p{M}’-]*(?:\s(?:(?:of|for|and|the|on|in|&)\s){0,2}\p{Lu}\p{Ll}[\p{L}\p{M}’-]*){2,9}/gu;

/** A text with more short forms than this is no report. */
const MOST = 200;

/**
 * The short forms of a text, each with whom the long form names: those in brackets behind it, and letters that the words of one
 * body begin with. The initials must fit.
 */
export function acronyms(text: string): ReadonlyMap<string, NamedSource> {
  const found = new Map<string, NamedSource>();
  for (const [, words = "", short = ""] of text.matchAll(INTRODUCED)) {
    if (found.size >= MOST) break;
    const long = fitting(words.split(" "), short);
    if (!long || found.has(short)) continue;
    const read = readSource(long);
    // "the Anti-Flood National Front (AFNF)": no noun tells it, the letters do.
    const body =
      read.kind === "person" && read.name === long && short.length > 2 && !isGivenName(long.split(" ")[0] as string);
    found.set(short, body ? { kind: "organisation", name: long } : read);
  }
  const free = new Set(
    [...text.matchAll(LETTERS)].map(([letters]) => letters).filter((letters) => !found.has(letters)),
  );
  if (free.size > 0 && free.size < MOST) spelledOut(text, free, found);
  return found;
}

/** Adds the letters that the words of exactly one body begin with. */
function spelledOut(text: string, free: ReadonlySet<string>, found: Map<string, NamedSource>): void {
  const longs = new Map<string, Set<string>>();
  for (const [run] of text.matchAll(NAME)) {
    const words = run.split(/\s+/);
    for (let from = 0; from < words.length; from++)
      for (let end = from + 3; end <= words.length; end++) {
        const part = words.slice(from, end);
        const letters = part.flatMap((w) => (/^\p{Lu}/u.test(w) ? [w[0] as string] : [])).join("");
        const whole = /^\p{Lu}/u.test(part[0] as string) && /^\p{Lu}/u.test(part.at(-1) as string);
        if (whole && free.has(letters)) longs.set(letters, (longs.get(letters) ?? new Set()).add(part.join(" ")));
      }
  }
  for (const [letters, names] of longs) {
    const [long] = names;
    if (names.size !== 1 || long === undefined || isGivenName(long.split(" ")[0] as string)) continue;
    const { kind, name } = readSource(long);
    if (kind === "organisation" || kind === "channel") found.set(letters, { kind, name: long });
    // "Clean Water Project": no noun tells it, the letters do.
    else if (kind === "person" && name === long) found.set(letters, { kind: "organisation", name: long });
  }
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
    const capitals = all.filter((w) => /^\p{Lu}/u.test(w));
    // "the Anti-Flood National Front (AFNF)"
    const parts = capitals.flatMap((w) => w.split("-"));
    if ([all, capitals, parts].some((list) => initials(list) === short)) return all.join(" ");
  }
  return null;
}

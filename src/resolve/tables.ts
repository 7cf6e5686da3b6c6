import { tableRows } from "../text/tables.ts";

/** Kinds of words that tell what a source is: `data/en/source-words.tsv`. */
export type SourceWord =
  | "office"
  | "description"
  | "organisation"
  | "body"
  | "whole"
  | "channel"
  | "unnamed"
  | "thing"
  | "deed"
  | "pronoun";

let words: ReadonlyMap<string, ReadonlySet<SourceWord>> | null = null;

/** The words that classify sources, in small letters; a word may be of several kinds. Read once. */
export function sourceWords(): ReadonlyMap<string, ReadonlySet<SourceWord>> {
  if (words) return words;
  const found = new Map<string, Set<SourceWord>>();
  for (const [kind = "", list = ""] of tableRows("en/source-words.tsv"))
    for (const word of list.split(" ")) {
      const kinds = found.get(word) ?? new Set<SourceWord>();
      kinds.add(kind as SourceWord);
      found.set(word, kinds);
    }
  return (words = found);
}

const NO_KINDS: ReadonlySet<SourceWord> = new Set();

/** What kinds a word of a source is of, in whatever letters, a possessive or not; empty for most words. */
export function kindsOf(word: string): ReadonlySet<SourceWord> {
  const plain = word.toLowerCase().replace(/['’]s?$/, "");
  const known = sourceWords().get(plain) ?? sourceWords().get(withoutRank(plain));
  if (known || !plain.endsWith("s")) return known ?? NO_KINDS;
  // "presidents", "engineers": many of whom one is called so.
  const one = sourceWords().get(plain.slice(0, -1));
  return one?.has("office") || one?.has("description") ? MANY : NO_KINDS;
}

/** "chairman" of "vice-chairman", "director" of "director-general". */
function withoutRank(word: string): string {
  return word
    .replace(/^(?:vice|deputy|co|ex|under|sub)-(?=\p{L}{4})/u, "")
    .replace(/-(?:general|designate|elect|in-chief)$/, "");
}

const MANY: ReadonlySet<SourceWord> = new Set(["unnamed"]);

export interface GivenNames {
  /** The gender a given name tells, in small letters; null for one that both bear. */
  readonly gender: ReadonlyMap<string, "f" | "m" | null>;
  /** The full form of a short given name, both in small letters. */
  readonly full: ReadonlyMap<string, string>;
}

let given: GivenNames | null = null;

/** Given names with the gender they tell, and their short forms. Read once. */
export function givenNames(): GivenNames {
  if (given) return given;
  const gender = new Map<string, "f" | "m" | null>();
  const full = new Map<string, string>();
  for (const [kind = "", list = ""] of tableRows("en/given-names.tsv")) {
    const names = list.toLowerCase().split(" ");
    if (kind === "short") for (const short of names.slice(1)) full.set(short, names[0] as string);
    else for (const name of names) gender.set(name, kind === "both" ? null : kind === "f" ? "f" : "m");
  }
  return (given = { gender, full });
}

/** Whether a word is a given name: Bill de Vries is no law. */
export function isGivenName(word: string): boolean {
  const { gender, full } = givenNames();
  const name = word.toLowerCase();
  return gender.has(name) || full.has(name);
}

import type { Pack, PackOffice } from "../model/pack.ts";
import { ownPacks } from "../packs/packs.ts";
import { ACRONYM } from "./shapes.ts";
import { statesTold } from "./statesTold.ts";

/** What a name of the packs is filed under. */
export interface FiledName {
  readonly name: string;
  readonly kind: "channel" | "organisation" | "state";
  /** The state or body it belongs to, or "". */
  readonly of: string;
  /** Of a state: the words name its capital or the seat of its government. */
  readonly bySeat?: boolean;
}

export interface FiledPerson {
  readonly name: string;
  readonly gender: "f" | "m" | null;
  readonly offices: readonly PackOffice[];
  readonly kin: readonly { readonly relation: string; readonly of: string }[];
}

/** The names of the packs, looked up by any of their spellings. */
export interface Field {
  /** Those filed under a name or alias: channels, states (also by capital or seat) and organisations. */
  named(words: string): readonly FiledName[];
  /** By the name of each state all it is called by beside its capital and seats. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  /** How many words the longest of these names has that begins with a word; 0 where none does. */
  longest(word: string): number;
  /** The person with this full name or alias, or null. */
  person(words: string): FiledPerson | null;
  /** Everybody with this last name. */
  withSurname(word: string): readonly FiledPerson[];
  /** The state a demonym belongs to ("Russian"), or null. */
  demonym(word: string): string | null;
}

/** One spelling for those of a name: small letters, no accents, hyphens read as spaces, plain apostrophes. */
export function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[‐‑-]/g, " ")
    .replace(/[’ʻ`]/g, "'")
    .toLowerCase();
}

const made = new WeakMap<readonly Pack[], Field>();

/** The names of these packs; made once for each list of packs. */
export function fieldOf(packs: readonly Pack[] = ownPacks()): Field {
  let field = made.get(packs);
  if (!field) made.set(packs, (field = makeField(packs)));
  return field;
}

function makeField(packs: readonly Pack[]): Field {
  const names = new Map<string, FiledName[]>();
  const acronyms = new Map<string, FiledName[]>();
  const demonyms = new Map<string, string>();
  const longest = new Map<string, number>();
  const spellings = new Map<string, string[]>();
  const add = (spelling: string, filed: FiledName): void => {
    const [first = "", ...rest] = folded(spelling).split(/[\s]+|(?<=\p{L})(?='s?\b)/u);
    // A possessive is a token of its own.
    longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
    const isAcronym = ACRONYM.test(spelling);
    const map = isAcronym ? acronyms : names;
    const key = isAcronym ? spelling : folded(spelling);
    const known = map.get(key);
    if (!known) map.set(key, [filed]);
    else if (!known.some((k) => k.name === filed.name)) known.push(filed);
  };
  for (const pack of packs) {
    for (const { name, aliases, of } of pack.organisations)
      for (const spelling of [name, ...aliases]) add(spelling, { name, kind: "organisation", of });
    for (const { name, aliases, controlledBy } of pack.channels)
      for (const spelling of [name, ...aliases]) add(spelling, { name, kind: "channel", of: controlledBy });
  }
  for (const { states } of packs)
    for (const { name, aliases, capital, seats, demonyms: adjectives } of states) {
      for (const spelling of [name, ...aliases]) add(spelling, { name, kind: "state", of: name });
      spellings.set(name, [...new Set([...(spellings.get(name) ?? [name]), ...aliases])]);
      for (const spelling of [capital, ...seats])
        if (spelling !== "") add(spelling, { name, kind: "state", of: name, bySeat: true });
      for (const adjective of adjectives) demonyms.set(folded(adjective), name);
    }
  const people = lazily(() => peopleOf(packs));
  return {
    named: (words) => {
      if (ACRONYM.test(words)) return acronyms.get(words) ?? [];
      // "us" is no state, "labour" no party.
      return /\p{Lu}/u.test(words) ? (names.get(folded(words)) ?? []) : [];
    },
    spellings,
    longest: (word) => longest.get(folded(word)) ?? 0,
    person: (words) => people().byName.get(folded(words)) ?? null,
    withSurname: (word) => people().bySurname.get(folded(word)) ?? [],
    demonym: (word) => demonyms.get(folded(word)) ?? null,
  };
}

/** The people of all packs; those with one name in several packs are one. */
function peopleOf(packs: readonly Pack[]): {
  readonly byName: ReadonlyMap<string, FiledPerson>;
  readonly bySurname: ReadonlyMap<string, FiledPerson[]>;
} {
  const byName = new Map<string, FiledPerson>();
  const bySurname = new Map<string, FiledPerson[]>();
  const spellings = packs.flatMap(({ people }) => people);
  for (const { name, gender, offices, kin } of spellings) {
    const before = byName.get(folded(name));
    byName.set(folded(name), {
      name,
      gender: gender ?? before?.gender ?? null,
      offices: [...(before?.offices ?? []), ...offices],
      kin: [...(before?.kin ?? []), ...kin],
    });
  }
  for (const { name, aliases } of spellings)
    for (const alias of aliases)
      if (!byName.has(folded(alias))) byName.set(folded(alias), byName.get(folded(name)) as FiledPerson);
  for (const person of new Set(byName.values())) {
    const surname = folded(person.name.split(" ").at(-1) as string);
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
  }
  return { byName, bySurname };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const ARTICLE = /^the\s/i;

/** "south Korea" */
function small(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/**
 * The names as one article uses them: "the North" is a state only where its name or another alias stands too, "the north" only
 * where the article writes a state so named with a small letter ("south Korea"), and an alias of several is the
 * one whose name, state or body the article names. Names that it tells to be states are states.
 */
export function inArticle(field: Field, text: string): Field {
  const found = new Map<string, boolean>();
  const stands = (name: string): boolean => {
    let known = found.get(name);
    if (known === undefined) found.set(name, (known = name !== "" && text.includes(name)));
    return known;
  };
  const writes = (spelling: string): boolean =>
    stands(spelling) &&
    new RegExp(`(?<!\\p{L})${spelling.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")}(?!\\p{Lu})`, "u").test(text);
  const calls = (state: string): boolean =>
    (field.spellings.get(state) ?? []).some((one) => !ARTICLE.test(one) && (writes(one) || writes(small(one))));
  const isFiled = (name: string): boolean =>
    field.named(name).length > 0 || field.demonym(name) !== null || field.withSurname(name).length > 0;
  const told = statesTold(text, isFiled);
  let known: boolean | null = null;
  const writesSmall = (): boolean =>
    (known ??= [...field.spellings].some(([name, all]) => all.some((one) => ARTICLE.test(one)) && writes(small(name))));
  /** "the South" for "the south" of an article that has "south Korea". */
  const asFiled = (words: string): string => {
    if (!ARTICLE.test(words) || /\p{Lu}/u.test(words.slice(1))) return words;
    const filed = words.replace(/(?<=\s)\p{Ll}/u, (letter) => letter.toUpperCase());
    const isState = field.named(filed).some(({ kind }) => kind === "state");
    return isState && writesSmall() ? filed : words;
  };
  return {
    ...field,
    longest: (word) => Math.max(field.longest(word), told.has(word) ? 1 : 0),
    named(words) {
      if (told.has(words)) return [{ name: words, kind: "state", of: words }];
      let filed = field.named(asFiled(words));
      if (filed.length > 1 && filed.some(({ kind }) => kind !== "state")) {
        const meant = filed.filter(({ name, of }) => stands(name) || stands(of));
        if (meant.length === 1) filed = meant;
      }
      if (filed.length === 0 || !/^the\s/i.test(words)) return filed;
      const bare = field.named(words.replace(/^the\s+/i, ""));
      return filed.filter(
        ({ name, kind }) => kind !== "state" || bare.some((f) => f.name === name) || stands(name) || calls(name),
      );
    },
  };
}

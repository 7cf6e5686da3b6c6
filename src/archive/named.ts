import { UserError } from "../model/errors.ts";
import type { PackPerson } from "../model/pack.ts";
import { ownPacks } from "../packs/packs.ts";
import { fieldOf, folded } from "../resolve/field.ts";
import type { Store } from "../store/store.ts";

/** What is looked for by name. */
export type NamedField = "speaker" | "channel" | "outlet" | "occasion";

/** A name of the archive and how many records have it. */
export interface NameThere {
  readonly value: string;
  readonly n: number;
}

/** What a name was taken for. */
export interface NameMeant {
  readonly name: string;
  /** Whether it was typed otherwise. */
  readonly guessed: boolean;
  /** Longer names that have the one word typed in them, most often first: "Solvan" stands in "Marek Solvan" too. */
  readonly also: readonly NameThere[];
}

/** What a name may stand for: one name, several, or none, with those that stand there most often. */
export type NameFound =
  | ({ readonly found: "one" } & NameMeant)
  | { readonly found: "several"; readonly names: readonly NameThere[] }
  | { readonly found: "none"; readonly most: readonly NameThere[] };

const WHO: Readonly<Record<NamedField, string>> = {
  speaker: "nobody called “?” speaks",
  channel: "no channel called “?” stands",
  outlet: "no outlet called “?” stands",
  occasion: "no occasion called “?” stands",
};
/** How many names of an archive are gone through to find one that was typed in part. */
export const NAMES = 20_000;
const LISTED = 8;

/**
 * The name in the archive that somebody means: as typed, by another spelling that a pack knows, or the only one that has
 * all the words typed. Throws UserError where there is none, or where several may be meant.
 */
export async function nameMeant(store: Store, field: NamedField, typed: string): Promise<NameMeant> {
  const found = await nameFound(store, field, typed);
  if (found.found === "one") return found;
  if (found.found === "none")
    throw new UserError(`${WHO[field].replace("?", typed)} in ${store.name}; ${instead(found.most)}`, 2);
  const listed = found.names.slice(0, LISTED).map(({ value, n }) => `“${value}” (${n})`);
  const more = found.names.length > LISTED ? `, and ${found.names.length - LISTED} more` : "";
  throw new UserError(`“${typed}” may be ${listed.join(", ")}${more}; write one of them`, 2);
}

/** The same without an error: what the name that was typed may stand for. */
export async function nameFound(store: Store, field: NamedField, typed: string): Promise<NameFound> {
  if (await isThere(store, field, typed))
    return { found: "one", name: typed, guessed: false, also: await longer(store, field, typed) };
  for (const name of spellings(field, typed))
    if (await isThere(store, field, name)) return { found: "one", name, guessed: true, also: [] };
  const all = await store.valuesOf(field, NAMES);
  const plain = folded(typed);
  const own = wordsOf(typed).join(" ");
  const same = all.filter(({ value }) => wordsOf(value).join(" ") === own && folded(value) === plain);
  const names = same.length > 0 ? same : all.filter(({ value }) => hasWords(value, typed));
  const [first] = names;
  if (!first) return { found: "none", most: all.filter(({ value }) => value !== "").slice(0, 5) };
  const filed = field === "speaker" ? await store.namesOf(first.value) : [first.value];
  if (names.every(({ value }) => filed.includes(value)))
    return { found: "one", name: first.value, guessed: true, also: [] };
  return { found: "several", names };
}

/** A surname alone is a name of its own where the report gave no more; the same may stand elsewhere in full. */
async function longer(store: Store, field: NamedField, typed: string): Promise<readonly NameThere[]> {
  if (/\s/.test(typed.trim())) return [];
  const filed = new Set(field === "speaker" ? await store.namesOf(typed) : [typed]);
  return (await store.valuesOf(field, NAMES))
    .filter(({ value }) => !filed.has(value) && hasWords(value, typed))
    .slice(0, LISTED);
}

/** "al-burhan" is two words of a name, and may be the whole of it. */
const SEVERAL = /\P{L}/u;
/** At most so many words are taken for part of a name. */
const NAMED_BY = 4;

/** Who speaks in the archive and is called by all these words, most often first; none where the words ask for more than names do. */
export async function speakersCalled(store: Store, words: string | undefined): Promise<readonly NameThere[]> {
  const typed = (words ?? "").trim().split(/\s+/).filter(Boolean);
  if (typed.length === 0 || typed.length > NAMED_BY || !typed.every((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word)))
    return [];
  const wanted = typed.map(folded);
  return (await store.valuesOf("speaker", NAMES))
    .filter(({ value }) =>
      wanted.every((word) => wordsOf(value).includes(word) || (SEVERAL.test(word) && folded(value) === word)),
    )
    .slice(0, LISTED);
}

/** The person of a pack that is called so, by any spelling, or null. */
export function personInPacks(name: string): PackPerson | null {
  const filed = fieldOf().person(name)?.name;
  return (
    ownPacks()
      .flatMap(({ people }) => people)
      .find((person) => person.name === filed) ?? null
  );
}

function spellings(field: NamedField, typed: string): readonly string[] {
  const person = field === "speaker" ? personInPacks(typed) : null;
  if (person) return [person.name, ...person.aliases];
  return fieldOf()
    .named(typed)
    .map(({ name }) => name);
}

async function isThere(store: Store, field: NamedField, name: string): Promise<boolean> {
  if (field === "speaker" && (await store.namesOf(name)).length > 1) return true;
  return (await store.timesOf(field, [name])).size > 0;
}

/** Whether each of the words typed begins a word of the name. */
function hasWords(name: string, typed: string): boolean {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const words = wordsOf(name);
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)));
}

/** The words of the names that were gone through last, as they are compared: the same ones are gone through for every name typed in part. */
const lately = new Map<string, readonly string[]>();

function wordsOf(name: string): readonly string[] {
  const known = lately.get(name);
  if (known) return known;
  const words = folded(name).split(/[\s'".,()-]+/);
  if (lately.size >= 2 * NAMES) lately.clear();
  lately.set(name, words);
  return words;
}

function instead(most: readonly NameThere[]): string {
  if (most.length === 0) return "there is none at all; hearsay add takes reports in";
  return `most often: ${most.map(({ value }) => `“${value}”`).join(", ")}`;
}

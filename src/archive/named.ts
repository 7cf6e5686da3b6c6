import { UserError } from "../model/errors.ts";
import type { PackPerson } from "../model/pack.ts";
import { ownPacks } from "../packs/packs.ts";
import { fieldOf, folded } from "../resolve/field.ts";
import type { Store } from "../store/store.ts";

/** What is looked for by name. */
export type NamedField = "speaker" | "channel" | "outlet" | "occasion";

/** What a name was taken for. */
export interface NameMeant {
  readonly name: string;
  /** Whether it was typed otherwise. */
  readonly guessed: boolean;
}

const WHO: Readonly<Record<NamedField, string>> = {
  speaker: "nobody called “?” speaks",
  channel: "no channel called “?” stands",
  outlet: "no outlet called “?” stands",
  occasion: "no occasion called “?” stands",
};
/** How many names of an archive are gone through to find one that was typed in part. */
const NAMES = 5_000;
const LISTED = 8;

/**
 * The name in the archive that somebody means: as typed, by another spelling that a pack knows, or the only one that has
 * all the words typed. Throws UserError where there is none, or where several may be meant.
 */
export async function nameMeant(store: Store, field: NamedField, typed: string): Promise<NameMeant> {
  if (await isThere(store, field, typed)) return { name: typed, guessed: false };
  for (const name of spellings(field, typed)) if (await isThere(store, field, name)) return { name, guessed: true };
  const counted = await store.counts(field, {}, NAMES);
  const same = counted.filter(({ value }) => folded(value) === folded(typed));
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const like = same.length > 0 ? same : counted.filter(({ value }) => hasWords(folded(value), wanted));
  const [first] = like;
  if (!first)
    throw new UserError(`${WHO[field].replace("?", typed)} in ${store.name}; ${await instead(store, field)}`, 2);
  const filed = field === "speaker" ? await store.namesOf(first.value) : [first.value];
  if (like.every(({ value }) => filed.includes(value))) return { name: first.value, guessed: true };
  const listed = like.slice(0, LISTED).map(({ value, n }) => `“${value}” (${n})`);
  const more = like.length > LISTED ? `, and ${like.length - LISTED} more` : "";
  throw new UserError(`“${typed}” may be ${listed.join(", ")}${more}; write one of them`, 2);
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
  if (field === "speaker") {
    const person = personInPacks(typed);
    return person
      ? [person.name, ...person.aliases]
      : fieldOf()
          .named(typed)
          .map(({ name }) => name);
  }
  return fieldOf()
    .named(typed)
    .map(({ name }) => name);
}

async function isThere(store: Store, field: NamedField, name: string): Promise<boolean> {
  if (field === "speaker" && (await store.namesOf(name)).length > 1) return true;
  const found = await store.find({ [field]: name, limit: 1 });
  return (
    found.items.length > 0 || (await store.find({ [field]: name, standing: "retracted", limit: 1 })).items.length > 0
  );
}

/** Whether each of the words begins a word of the name. */
function hasWords(name: string, wanted: readonly string[]): boolean {
  const words = name.split(/[\s'".,()-]+/);
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)));
}

async function instead(store: Store, field: NamedField): Promise<string> {
  const most = await store.counts(field, {}, 5);
  if (most.length === 0) return "there is none at all; hearsay add takes reports in";
  return `most often: ${most.map(({ value }) => `“${value}”`).join(", ")}`;
}

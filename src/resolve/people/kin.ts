import { folded } from "../field.ts";
import type { Person, Persons } from "./names/persons.ts";

const RELATIONS =
  /^(?:(?:younger|older|elder|late|half|step|only|eldest|youngest|second|first)[ -])*(sister|brother|half-brother|half-sister|father|mother|son|daughter|wife|husband|aunt|uncle|cousin|nephew|niece|grandfather|grandmother|grandson|granddaughter)$/;

/**
 * "Kim's sister", "his wife": the person of the text whom the packs know to stand so to the possessor; null where the packs
 * know none, or the text names her nowhere. `possessor` gives the person behind "Kim" or "his".
 */
export function kinOf(words: string, persons: Persons, possessor: (words: string) => Person | null): Person | null {
  const [, owner = "", rest = ""] = /^(?:(his|her)|(?:.*\s)?(\S+)['’]s?)\s+(.+)$/i.exec(words) ? split(words) : [];
  const relation = RELATIONS.exec(rest.toLowerCase())?.[1];
  if (!relation) return null;
  const of = possessor(owner);
  if (!of) return null;
  const kin = persons
    .filed()
    .filter(({ filed }) =>
      filed?.kin.some((k) => k.relation === relation && folded(k.of) === folded(of.filed?.name ?? of.name)),
    );
  return kin.length === 1 ? (kin[0] as Person) : null;
}

/** The possessor and what is possessed. */
function split(words: string): [string, string, string] {
  const [, pronoun, after] = /^(his|her)\s+(.+)$/i.exec(words) ?? [];
  if (pronoun && after) return ["", pronoun, after];
  const at = words.search(/['’]s?\s/);
  const owner = words.slice(0, at).split(" ").at(-1) ?? "";
  return ["", owner, words.slice(at).replace(/^['’]s?\s+/, "")];
}

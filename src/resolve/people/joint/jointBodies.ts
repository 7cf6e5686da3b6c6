import type { Field } from "../../field.ts";
import { institutionIn } from "../../institutions.ts";
import { joined } from "../../nouns.ts";
import { type NamedSource, readSource } from "../../sources.ts";
import { isGivenName, kindsOf } from "../../tables.ts";
import type { BodyNames } from "../bodies/bodyNames.ts";
import type { Persons } from "../names/persons.ts";

/** "Quilland", "Norda Pumps": one of several, of which most are known. */
const SHORT_NAME = /^\p{Lu}[\p{L}&’'-]+(?: \p{Lu}[\p{L}&’'-]+)?$/u;

/** Bodies that speak as one, or one with somebody, where the text or the packs know them. */
export class JointBodies {
  readonly #field: Field;
  readonly #names: BodyNames;
  readonly #persons: Persons;

  constructor(field: Field, names: BodyNames, persons: Persons) {
    this.#field = field;
    this.#names = names;
    this.#persons = persons;
  }

  /** Those whom the words of a source name together; null where they name one, or most of them are unknown. */
  in(words: string): NamedSource | null {
    const bare = words.replace(/^the /i, "");
    return this.#several(bare) ?? this.#withSomebody(bare);
  }

  /** "Harbour Dredging, the Water Board and others": bodies that speak as one; null where most of them are unknown. */
  #several(bare: string): NamedSource | null {
    if (!/^\p{Lu}.{1,200} and /u.test(bare) || institutionIn(bare, this.#field) === bare) return null;
    const parts = bare.split(/, (?:and )?(?!Inc\b|Ltd\b|L\.P)| and /u).map((part) => part.replace(/^the /, ""));
    const known = parts.map((part) => this.#body(part) ?? this.#letters(part));
    const bodies = known.filter((body) => body !== null);
    const unknown = parts.filter((part, i) => part !== "others" && known[i] === null);
    if (parts.length > 8 || bodies.length <= unknown.length || bodies.length < 1 || parts[0] === "others") return null;
    if (
      unknown.some(
        (part) =>
          !SHORT_NAME.test(part) ||
          isGivenName(part.split(" ")[0] as string) ||
          this.#persons.called(part.split(" ").at(-1) as string).length > 0,
      )
    )
      return null;
    const names = parts.map((part, i) => known[i]?.name ?? part);
    const kind = bodies.every((body) => body.kind === "channel") && unknown.length === 0 ? "channel" : "organisation";
    return { kind, name: joined(names) };
  }

  /** "The Water Board and Mara Quill", "harbour workers and Tom Birch": a body or a group and a person, who speak as one; else null. */
  #withSomebody(bare: string): NamedSource | null {
    const parts = bare.split(" and ").map((part) => part.replace(/^the /, ""));
    if (parts.length !== 2 || bare.length > 120 || /[,;]/.test(bare)) return null;
    const names = parts.map((part) => this.#body(part)?.name ?? this.#somebody(part));
    const group = (part: string): boolean =>
      /^(?:\p{L}+ ){0,2}\p{Ll}+s$/u.test(part) && kindsOf(part.split(" ").at(-1) as string).has("unnamed");
    const all = names.map((name, i) => name ?? (group(parts[i] as string) ? (parts[i] as string) : null));
    const persons = parts.filter((part) => !this.#body(part) && this.#somebody(part) !== null);
    return all.includes(null) || persons.length !== 1 ? null : { kind: "person", name: all.join(" and ") };
  }

  /** The person of the text whom words name in full, a title before them; null for nobody. */
  #somebody(part: string): string | null {
    const read = / /.test(part) ? readSource(part, this.#field) : null;
    const person = read?.kind === "person" ? this.#persons.full(read.name) : null;
    return person?.name ?? null;
  }

  /** One body among several: known to the text or the packs, or told by its noun. */
  #body(part: string): NamedSource | null {
    const named = this.#names.full(part);
    if (named) return named;
    const filed = this.#field.named(part);
    if (filed.length > 0) return filed.length === 1 && filed[0]?.kind !== "state" ? (filed[0] as NamedSource) : null;
    const noun = part.split(" ").at(-1) as string;
    const told =
      /^\p{Lu}\S* (?:\S+ ){0,3}\S+[^s]$/u.test(part) &&
      kindsOf(noun).has("organisation") &&
      !kindsOf(noun).has("office");
    return told ? { kind: "organisation", name: part } : null;
  }

  /** "SEPLA", "the crew union USO", "easyJet": a body by how it is written, where nobody is called so. */
  #letters(part: string): NamedSource | null {
    const name = /^(?:(?:[\p{L}-]+ )*\p{Ll}{3,} )?((?:\p{Lu}{3,}|\p{Ll}{1,2}\p{Lu}\p{Ll}{2,}))$/u.exec(part)?.[1];
    return name === undefined || this.#persons.called(name).length > 0 ? null : { kind: "organisation", name };
  }
}

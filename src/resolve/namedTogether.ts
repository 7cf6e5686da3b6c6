import type { SourceKind } from "../model/statement.ts";
import type { Field } from "./field.ts";
import { headEnd, institutionIn } from "./institutions.ts";
import { filedName } from "./media.ts";
import { joined } from "./nouns.ts";
import { ACRONYM } from "./shapes.ts";

/** Somebody, as the words of a phrase name him. */
interface Body {
  readonly kind: SourceKind;
  readonly name: string;
}

/**
 * Those whom a phrase names together: one and many, bodies, institutions; null where it names one, or does not tell by its words
 * alone. `bare` is the phrase without its article, `filed` whether a pack knows it as a whole, `read` reads a part of it.
 */
export function namedTogether(
  phrase: string,
  bare: string,
  { field, filed, read }: { readonly field: Field; readonly filed: boolean; readonly read: (part: string) => Body },
): Body | null {
  const both = filed ? null : oneAndMany(phrase);
  if (both) {
    const [many, one] = [read(both[0]), read(both[1])];
    const joins = many.kind === "unnamed" || /^an? (?:group|number) of |^(?:his|her) /.test(both[0]);
    const group = many.name.replace(/^the /i, "");
    if (joins && one.kind === "person")
      return { kind: "person", name: (both[2] ? [one.name, many.name] : [group, one.name]).join(" and ") };
  }
  const bodies = jointBodies(bare, field);
  if (bodies) return bodies;
  const institutions = filed ? null : jointInstitutions(bare, field);
  return institutions === null ? null : { kind: "organisation", name: institutions };
}

/** No report has more bodies speak as one. */
const MOST = 6;

/**
 * "The White House and the Pentagon", "the Dike Board, the TTA and Tarvia": states, media and bodies that speak as one, each
 * by its own name; null where one of the parts is none, and where the whole phrase names one body.
 */
function jointBodies(bare: string, field: Field): Body | null {
  if (!/ and (?:the (?:south |north )?)?\p{Lu}/u.test(bare) || bare.length > 300 || filedName(bare, field)) return null;
  const parts = bare.split(/,? and (?=(?:the (?:south |north )?)?\p{Lu})|, (?=(?:the )?\p{Lu})/u);
  if (parts.length > MOST || institutionIn(bare, field) === bare) return null;
  const bodies = parts.map((part, i) => bodyOf(part.replace(/^the /, ""), field, i > 0 && part.startsWith("the ")));
  if (!bodies.every((body): body is Body => body !== null)) return null;
  const kinds = new Set(bodies.map(({ kind }) => kind));
  // States alone are told by the words of the text.
  if (kinds.size === 1 && kinds.has("state")) return null;
  return {
    kind: kinds.size === 1 ? (bodies[0] as Body).kind : "organisation",
    name: joined(bodies.map(({ name }) => name)),
  };
}

/** What a part of such a phrase names by itself; null where that is no body. `own`: an article sets it off from the part before. */
function bodyOf(part: string, field: Field, own: boolean): Body | null {
  const filed = filedName(part, field);
  if (filed) return { kind: filed.kind, name: filed.name };
  if (ACRONYM.test(part)) return { kind: "organisation", name: part };
  if (/^(?:south|north|\p{Lu})[\p{L}-]*(?: \p{Lu}\p{L}+)? (?:authorities|government)$/u.test(part))
    return { kind: "organisation", name: part };
  return own && institutionIn(part, field) === part ? { kind: "organisation", name: part } : null;
}

/** "Joint Action for Clean Water": capitals, and what it is for. */
const NAMED_FOR = /^(?:\p{Lu}[\p{L}-]+ ){1,4}(?:for|against) (?:the |an? )?["“]?\p{Lu}/u;

/** "the Harbour Board, the Dike Office and the Union of Tides": several institutions that speak as one; null for others. */
export function jointInstitutions(phrase: string, field: Field): string | null {
  if (!/ and the /.test(phrase)) return null;
  const parts = phrase.split(/,? and the (?=\p{Lu})|, the (?=\p{Lu})/u);
  if (parts.length < 2 || parts.length > 8) return null;
  const names = parts.map((part) => part.replace(/^the /i, ""));
  const known = names.filter((name) => headEnd(name.split(" "), field) > 0 && !/^(?:\p{L}+ )?(?:C\.C\.)$/u.test(name));
  // "the Dike Union and the Action for Clean Water": one of several may be called by a noun that is no institution's.
  const like = names.every((name) => known.includes(name) || NAMED_FOR.test(name));
  if (!like || known.length < Math.max(1, names.length - 1)) return null;
  if (parts.some((part) => /\bC\.C\.$/.test(part))) return null;
  return joined(names);
}

/** "the anglers and Mayor Mara Quill", "Quill and a group of anglers": the words for one or many, and those for the other; null for else. */
function oneAndMany(phrase: string): readonly [many: string, one: string, oneFirst: boolean] | null {
  const [, group, somebody] = /^((?:[\p{L}'’-]+ ){0,4}?\p{Ll}{3,}s) and (\p{Lu}[^,;(]{3,80})$/u.exec(phrase) ?? [];
  if (group && somebody && !/ and /.test(somebody)) return [group, somebody, false];
  const [, first, others] =
    /^(\p{Lu}[^,;(]{3,60}?) and ((?:an?|his|her|several|two|three|some|many) [^,;(]{3,80})$/u.exec(phrase) ?? [];
  return first && others && !/ and /.test(first) ? [others, first, true] : null;
}

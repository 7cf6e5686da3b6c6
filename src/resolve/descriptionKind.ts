import type { SourceKind } from "../model/statement.ts";
import { kindsOf } from "./tables.ts";

/** "A majority of voters", "dozens of firms": a number of somebody. */
const SHARE =
  /^(?:an?\s|the\s)?(?:[\p{Ll}\p{N}%.-]+\s)?(?:majority|minority|half|third|quarter|plurality|number|couple|handful|dozens|hundreds|thousands|millions|scores) of\s/iu;

/** "chairman of the board", "a spokesman for the Foreign Ministry": one post of one body. */
const SPOKEN_FOR =
  /^(?:(?!an? |one |another |some |his |her |its |their )\p{Ll}+ (?:\p{Ll}+ )?(?:of|for) |[Aa]n? (?:\p{Ll}+ )?spokes\p{Ll}+ (?:of|for) (?:the )?(?:\p{Ll}+ (?:of|for|at|in) (?:the )?)?\p{Lu})/u;

/** Several bodies that are called by what they are: a group, not one body. */
const BODIES =
  /^(?:organi[sz]ations|associations|parties|committees|institutes|embassies|unions|companies|ministries|agencies)$/i;

/** A phrase without a proper name: what its head noun says. */
export function kindOfDescription(phrase: string, heads: readonly string[]): SourceKind {
  if (SHARE.test(phrase)) return "unnamed";
  const definite = /^(?:the|his|her|their|its|\S+['’]s)\s/i.test(phrase) || /^\p{Lu}/u.test(phrase);
  const last = heads.at(-1) ?? "";
  // "his chief antagonists": nobody's office.
  if (/^\p{Ll}+[^su]s$/u.test(last) && kindsOf(last).size === 0 && heads.some((word) => kindsOf(word).has("office")))
    return "unnamed";
  // "the coast guard": one body, not one guard.
  if (/^guard$/i.test(last) && /^(?:coast|national|border|home|revolutionary)$/i.test(heads.at(-2) ?? ""))
    return "organisation";
  for (let i = heads.length - 1; i >= 0; i--) {
    // "Mayor Mara Quill's budget plan": whoever has made it is not the one who speaks.
    if (i < heads.length - 1 && /['’]s?$/.test(heads[i] as string)) return "unnamed";
    const k = kindsOf(heads[i] as string);
    // "a Harbour Committee member": who belongs to a body is not the body.
    if (i === heads.length - 1 && /^members?$/.test(heads[i] as string)) return "unnamed";
    if (i === heads.length - 1 && BODIES.test(heads[i] as string)) return "unnamed";
    if (k.has("channel") && !k.has("organisation") && i === heads.length - 1) return "channel";
    if (k.has("unnamed") && !k.has("organisation")) return "unnamed";
    // "a company spokesman": whoever speaks for a body holds its one post for it.
    if (k.has("office") && (SPOKEN_FOR.test(phrase) || /^spokes(?:man|woman|person)$/i.test(heads[i] as string)))
      return "office";
    if (k.has("office"))
      return definite && !/^(?:an?|one|another|some|any|every|each)\s/i.test(phrase) ? "office" : "unnamed";
    if (k.has("organisation")) return "organisation";
    if (k.has("description")) return "unnamed";
  }
  return "unnamed";
}

import type { SourceKind } from "../model/statement.ts";
import { type SourceWord, sourceTables } from "./tables.ts";

/** What a source phrase names: the kind of source, and the name without titles and appositions. */
export interface NamedSource {
  readonly kind: SourceKind;
  readonly name: string;
}

/** Honorifics and ranks that stand before a name and are no part of it. */
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|rev|hon|gen|col|maj|capt|lt|sgt|cpl|adm|cmdr|gov|sen|rep|pres|amb|st|comrade|mx|brig|justice|vice|deputy|acting|interim|former|ex|late|chief|senior|prime|first|foreign|supreme|then|crown|grand)\.?$/i;

/** Small words inside a name: Ludwig van Beethoven, Muhammad bin Salman, Charles de Gaulle. */
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|bint|ibn|ben|ter|ten|y|e|af|av|zu|zum|O)$/;

/** A word of a name: Mara, d'Arc, al-Hadi. */
const CAPITALISED = /^(?:\p{Ll}{1,3}['’‐‑-])?[\p{Lu}\p{Lt}]/u;

/** Words with which a clause or a further description of the source begins; the name stands before them. */
const NAME_ENDS = /,|;|\(|\s[–—-]\s|\s(?:who|which|whose|of|for|from|in|at|with|on|to|near|aged|told|and)\s/;

/** "Secretary of State Adam Crewe": the field of an office before its holder's name. */
const FIELD =
  /(?<=\p{L}) (?:of|for) (?:State|Staff|Defen[cs]e|Finance|Health|Justice|Education|Energy|Interior|Labou?r|Agriculture|Commerce|Transport|Trade|Culture|Intelligence|Foreign Affairs)(?= \p{Lu})/u;

/** The abbreviated form of a company behind its name: d.d., s.p.a. */
const COMPANY_FORM = /^(?:\p{Ll}\.){2,}$/u;

const ACRONYM = /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,})$/u;

type Kinds = (word: string) => ReadonlySet<SourceWord>;

/**
 * Reads a source phrase. `words` are the characters of the source as they stand in the text; the result's name is
 * the phrase itself where no proper name stands in it, and where two people speak as one.
 */
export function readSource(words: string): NamedSource {
  const phrase = words.replace(/[\s\u00a0]+/g, " ").trim();
  const { channels, states, words: table } = sourceTables();
  const bare = phrase.replace(/['’]s?$/, "").replace(/^(?:the|a|an)\s+/i, "");
  const lower = bare.toLowerCase();
  const kinds: Kinds = (word) => table.get(word.toLowerCase().replace(/['’]s?$/, "")) ?? NO_KINDS;
  if (kinds(phrase).has("pronoun") && !ACRONYM.test(phrase)) return { kind: "person", name: phrase };
  const agency = channels.get(phrase.toLowerCase()) ?? channels.get(lower) ?? channelInside(bare);
  if (agency)
    return { kind: "channel", name: agency === bare && !/\p{Lu}/u.test(bare) ? phrase.replace(/['’]s?$/, "") : agency };
  const state = states.get(phrase.toLowerCase()) ?? states.get(lower);
  if (state) return { kind: "state", name: state };

  const described = fromTitleOn(bare.replace(FIELD, ""), kinds);
  const end = NAME_ENDS.exec(`${described} `);
  const heads = (end && end.index > 0 ? described.slice(0, end.index) : described).split(" ").filter((w) => w !== "");
  const seat = institutionWithPlace(described, end, heads, kinds);
  if (seat) return { kind: "organisation", name: seat };
  const name = properName(heads, kinds);
  if (name) {
    const last = heads[heads.length - 1] as string;
    if (isOrganisation(name, last, kinds))
      return { kind: kinds(last).has("channel") ? "channel" : "organisation", name: name.join(" ") };
    if (end?.[0] === " and ") return { kind: "person", name: phrase };
    // Nobody is called "the" and two names: the United Nations, the Red Cross.
    if (
      /^the\s/i.test(phrase) &&
      name.length === heads.length &&
      name.length > 1 &&
      !end &&
      !kinds(name.at(-1) as string).has("office")
    )
      return { kind: "organisation", name: bare };
    return { kind: "person", name: name.join(" ").replace(/['’]s$/, "") };
  }
  // "The leader of the opposition, Mats Rønne": the name stands in the apposition.
  const afterComma = /^[^,]*\b(?:\p{Ll}+)\s*,\s*([^,]+)/u.exec(bare)?.[1];
  const apposed = afterComma ? properName(afterComma.split(" "), kinds) : null;
  if (apposed && apposed.length > 1 && !isOrganisation(apposed, apposed.at(-1) as string, kinds))
    return { kind: "person", name: apposed.join(" ") };
  const kind = kindOfDescription(phrase, heads, kinds);
  // A name has no article; a description keeps the words of the text.
  const named = kind === "organisation" && CAPITALISED.test(heads[0] ?? "");
  return { kind, name: named ? bare : phrase.replace(/['’]s$/, "") };
}

/** "Bank of England governor Eva Moss": from the title on, where one stands in small letters right before a name. */
function fromTitleOn(bare: string, kinds: Kinds): string {
  const heads = (/^[^,;(]*/.exec(bare)?.[0] ?? "").trim().split(" ");
  let name = heads.length;
  while (name > 0 && (CAPITALISED.test(heads[name - 1] as string) || PARTICLE.test(heads[name - 1] as string))) name--;
  const title = heads[name - 1];
  if (name === heads.length || title === undefined || !(kinds(title).has("office") || kinds(title).has("description")))
    return bare;
  return bare.slice(heads.slice(0, name - 1).join(" ").length).trimStart();
}

/** "the Ministry of Defence of Tarvia", "the University of Port Selwyn": what the institution is of belongs to its name. */
function institutionWithPlace(
  bare: string,
  end: RegExpExecArray | null,
  heads: readonly string[],
  kinds: Kinds,
): string | null {
  const last = heads.at(-1);
  if (!end || !/^ (?:of|for) $/.test(end[0]) || !last || !CAPITALISED.test(last) || !kinds(last).has("organisation"))
    return null;
  const name = [...heads];
  for (const word of bare.slice(end.index + 1).split(" ")) {
    if (!CAPITALISED.test(word) && !/^(?:of|for|and|the)$/.test(word)) break;
    name.push(word.replace(/[,;]$/, ""));
    if (/[,;]$/.test(word)) break;
  }
  while (!CAPITALISED.test(name.at(-1) as string)) name.pop();
  return name.length > heads.length ? name.join(" ") : null;
}

const NO_KINDS: ReadonlySet<SourceWord> = new Set();

/** "the newspaper Zrcadlo", "the Czech daily Ostravský Kurýr", "the agency Nova Presa". */
const NAMED_CHANNEL =
  /^(?:[\p{L}-]+ ){0,4}?(?:newspaper|daily|weekly|magazine|broadcaster|tabloid|(?:news |^)(?:agency|website|site)) (\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:of|the|\p{Lu}[\p{L}\p{M}.’'-]*))*)$/u;

/** An agency or outlet the phrase ends or begins with: "the state-run Xinhua news agency". */
function channelInside(bare: string): string | null {
  const { channels } = sourceTables();
  const words = bare.split(" ");
  if (
    !/\b(?:agency|news|newspaper|daily|weekly|media|press|television|tv|radio|broadcaster|magazine|tabloid|wire)\b/i.test(
      bare,
    )
  )
    return null;
  if (
    /\b(?:spokes\w+|secretary|editor|reporter|correspondent|conference|release|officer|minister|office|briefing|director|ministry)\b/i.test(
      bare,
    )
  )
    return null;
  for (let length = Math.min(5, words.length); length > 0; length--)
    for (let i = 0; i + length <= words.length; i++) {
      const known = channels.get(
        words
          .slice(i, i + length)
          .join(" ")
          .toLowerCase(),
      );
      if (known) return known;
    }
  const named = NAMED_CHANNEL.exec(bare)?.[1];
  if (named) return named;
  return /\b(?:agency|agencies|newspapers?|daily|weekly|media|press|television|tv|radio|broadcasters?|magazine|wire)\b/i.test(
    bare,
  ) &&
    /\b(?:news|telegraph|state|official|local|press|radio|television|tv|newspapers?|broadcasters?|magazine|daily|weekly|media)\b/i.test(
      bare,
    ) &&
    words.length <= 8
    ? bare
    : null;
}

/** The proper name at the end of a noun phrase, without titles, offices and nationalities before it; null where none stands. */
function properName(heads: readonly string[], kinds: Kinds): string[] | null {
  let from = heads.length;
  while (from > 0) {
    let next = from - 1;
    // Several small words may stand before one capital: van der Berg, de la Cruz; none begins or ends the name.
    if (from < heads.length) while (next > 0 && PARTICLE.test(heads[next] as string)) next--;
    const word = heads[next] as string;
    if (!CAPITALISED.test(word) && !(COMPANY_FORM.test(word) && next > 0)) break;
    from = next;
  }
  const run = heads.slice(from).map((w) => w.replace(/[“”"]/g, ""));
  const wholeIsOrganisation = run.length > 0 && kinds(run.at(-1) as string).has("organisation");
  if (wholeIsOrganisation) return run.length > 1 || heads.length > 1 ? run : null;
  let start = 0;
  // "President of" was cut before; what is left of a title stands in front: Foreign Minister Ri, North Korea's Kim.
  for (let i = 0; i < run.length - 1; i++) {
    const word = run[i] as string;
    const k = kinds(word);
    if (
      k.has("office") ||
      k.has("description") ||
      k.has("organisation") ||
      HONORIFIC.test(word) ||
      /['’]s$/.test(word) ||
      /['’]$/.test(word)
    )
      start = i + 1;
  }
  const name = run.slice(start);
  const [first] = name;
  if (first === undefined) return null;
  if (
    name.length === 1 &&
    (kinds(first).has("office") || kinds(first).has("description") || kinds(first).has("unnamed"))
  )
    return null;
  return name;
}

function isOrganisation(name: readonly string[], last: string, kinds: Kinds): boolean {
  if (kinds(last).has("organisation") || kinds(last).has("channel")) return true;
  const only = name.length === 1 ? (name[0] as string) : "";
  return (
    ACRONYM.test(only) ||
    COMPANY_FORM.test(last) ||
    name.some((word) =>
      /^(?:Party|Ministry|Department|University|Institute|Council|Committee|Commission|Bank|Group|Union|Inc\.?|Corp\.?|Ltd\.?|Police|Army|Court|House|Foundation)$/.test(
        word,
      ),
    )
  );
}

/** A phrase without a proper name: what its head noun says. */
function kindOfDescription(phrase: string, heads: readonly string[], kinds: Kinds): SourceKind {
  const definite = /^(?:the|his|her|their|its|\S+['’]s)\s/i.test(phrase) || /^\p{Lu}/u.test(phrase);
  for (let i = heads.length - 1; i >= 0; i--) {
    const k = kinds(heads[i] as string);
    if (k.has("channel") && !k.has("organisation")) return "channel";
    if (k.has("unnamed") && !k.has("organisation")) return "unnamed";
    if (k.has("office")) return definite && !/^(?:a|an|one|another|some)\s/i.test(phrase) ? "office" : "unnamed";
    if (k.has("organisation")) return "organisation";
    if (k.has("description")) return "unnamed";
  }
  return "unnamed";
}

import { indexBehind } from "../../../model/outermost.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import { companyWords } from "../../companyWords.ts";
import type { Field } from "../../field.ts";
import { joined } from "../../nouns.ts";
import { type NamedSource, readSource } from "../../sources.ts";
import { isGivenName, kindsOf } from "../../tables.ts";
import { type ApposedBody, apposedBodies } from "./apposedBodies.ts";
import { type BodyNames, bodyNamesIn } from "./bodyNames.ts";
import type { Others, Speaker } from "../others.ts";
import type { Persons } from "../names/persons.ts";

/** How many sentences a company that spoke, or is a subject, stays "the company". */
const REACH = 5;
/** "the company", "the Lindholt, Tarvia, maker of pumps": up to the noun, and what it makes. */
const DESCRIBED =
  /^(?:the|this|\p{Lu}[\p{L}.]*['’]s (?:[\p{L}-]+-)?(?:largest|biggest|oldest|leading|top)) ((?:[\p{L}\p{N}.,&’'-]+ ){0,9}?)(\p{Ll}[\p{Ll}-]+)(?: of [^,;]{2,60})?$/iu;
/** Words before the noun that tell it from the one spoken of. */
const ANOTHER = /\b(?:other|first|second|new|parent|sister|rival|former|same|whole|joint|combined|merged)\b/i;
/** Any of these takes the others up. */
const GENERAL = /^(?:organi[sz]ation|group|nonprofit)$/;
/** "Danish rival Norda", "Lindholt, Tarvia-based Velt": what it is, the noun, the name. */
const NOUN_THEN_NAME =
  /^(?:[\p{L}\p{N}.,’'-]+ ){0,5}?(\p{Ll}[\p{Ll}-]+|[Rr]ival|[\p{L}.]+-based) (\p{Lu}[^,;]*|\p{Ll}{1,2}\p{Lu}\p{L}+)$/u;
/** "Norda, based in Lindholt" */
const TOLD_OF = /, (?:based|founded|headquartered|listed|owned) .*$/;
const NAMES = /\p{Lu}[\p{L}\p{N}&-]*(?: (?:& )?\p{Lu}[\p{L}\p{N}&.-]*)*/gu;
/** Several companies, by their noun. */
const SEVERAL =
  /^(?:the|both) (?:two |three )?(?:companies|firms|banks|carriers|airlines|thrifts|lenders|insurers|makers|retailers)$/i;
const JOINT = /\p{L} and \p{Lu}/u;
/** How many sentences those who spoke as one stay "the companies". */
const JOINT_REACH = 12;
const NAME_TOLD = "\\p{Lu}[\\p{L}\\p{N}&’'-]*(?: \\p{Lu}[\\p{L}\\p{N}&’'-]*){0,3}";
/** "the oil giant Norda Mobil" */
const TOLD_BEFORE = new RegExp(
  `(?:\\b[Tt]he (?:[\\p{Ll}-]+ ){0,3}?|^\\p{Lu}\\p{L}+ )(?<noun>\\p{Ll}+) (?<name>${NAME_TOLD})`,
  "gu",
);
/** "Velt, the parent company of Dike," */
const TOLD_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}.’'-])(?<name>${NAME_TOLD}), (?:the|an?) (?:[\\p{L}.’'-]+ ){0,5}?(?<noun>\\p{Ll}+)(?: (?:of|in|based|that|which) [^,;]{2,60})?,`,
  "gu",
);
/** A company's name is no longer, in characters. */
const LONGEST_TOLD = 40;
/** What may stand before the subject of a sentence: "And now", "In nine months, ". */
const OPENING = /^(?:(?:But|And|The|At|Meanwhile|Separately|In addition|However|Still|Also|now),? )*/;
const FRONTED = /^(?:At|In|Of|For|By|On|Under|After|With|Despite|Before|Since|During)\s[^,]{2,90}, /;

/** Companies in the order of the text: whom a short name and "the company" mean. */
export class Companies {
  readonly #found: Found;
  readonly #field: Field;
  readonly #names: BodyNames;
  readonly #persons: Persons;
  /** Where a company is the subject of a sentence, in the order of the text. */
  #subjects: readonly { readonly at: number; readonly sentence: number; readonly name: string }[] | null = null;

  #told: readonly ApposedBody[] | null = null;

  constructor(found: Found, field: Field, persons: Persons) {
    this.#found = found;
    this.#field = field;
    this.#persons = persons;
    this.#names = bodyNamesIn(
      found.document.text,
      field,
      (name, full) =>
        (name === full && persons.full(name)?.sure === true) ||
        persons.called(name).some((one) => one.name.includes(" ") && !full.startsWith(one.name)),
    );
  }

  /** The bodies the text names in full. */
  get names(): BodyNames {
    return this.#names;
  }

  /** The body that the words of a source name, in full or for short; null for none. */
  called(words: string): NamedSource | null {
    const bare = words.replace(/^the /i, "");
    return (
      this.#names.full(bare.replace(TOLD_OF, "")) ??
      this.#described(bare) ??
      (bare === words ? this.#byNoun(words) : null)
    );
  }

  /** The company or other body that the words of a source take up; null where they mean none, or it stays open which. */
  takenUp(span: Span, words: string, others: Others, outer = ""): NamedSource | null {
    const bare = words.replace(/^the /i, "");
    const [, before = "", noun = ""] = DESCRIBED.exec(words) ?? [];
    const apposed = noun === "" || ANOTHER.test(before) ? null : this.#apposed(noun.toLowerCase(), span.from);
    if (apposed) return apposed;
    if (noun !== "" && companyWords("noun").has(noun.toLowerCase()) && !ANOTHER.test(before) && !/['’]s? /.test(before))
      return this.#spokenFor(outer) ?? this.#toldJustBefore(span, noun.toLowerCase()) ?? this.#foremost(span, others);
    if (SEVERAL.test(words)) return this.#several(span, others);
    // "Harbour Dredging, a company of Lindholt": short, with what is said of it; "Mr. Birch" is somebody.
    const own = /^\p{Lu}/u.test(bare) ? readSource(words, this.#field) : null;
    const body =
      own &&
      (own.kind === "person" || own.kind === "organisation") &&
      /^[,(]/.test(bare.slice(own.name.length).trimStart());
    return own && body && bare.startsWith(own.name) ? this.#names.full(own.name) : null;
  }

  /** "Danish rival Norda", "Lindholt-based Velt Works": a body known to the text, with what it is before its name. */
  #described(bare: string): NamedSource | null {
    const [, noun = "", name = ""] = NOUN_THEN_NAME.exec(bare) ?? [];
    const told =
      /-based$|^[Rr]ival$/.test(noun) ||
      companyWords("noun").has(noun) ||
      (kindsOf(noun).has("organisation") && !kindsOf(noun).has("office"));
    return told ? this.#names.full(name) : null;
  }

  /** "Security said": a noun with a capital and no article is the one company whose name begins with it. */
  #byNoun(word: string): NamedSource | null {
    if (!/^\p{Lu}\p{Ll}{3,}$/u.test(word) || isGivenName(word) || kindsOf(word).has("unnamed")) return null;
    if (
      this.#field.demonym(word) !== null ||
      this.#field.named(word).length > 0 ||
      this.#persons.called(word).length > 0
    )
      return null;
    const all = [...this.#names.companies.keys()].filter((name) => name.startsWith(`${word} `));
    return all.length === 1 && !/ of /.test(all[0] as string) ? { kind: "organisation", name: all[0] as string } : null;
  }

  /** "A spokesman for Norda said the company …": the company that whoever speaks speaks for; null where his words name none. */
  #spokenFor(outer: string): NamedSource | null {
    for (const [name] of outer.matchAll(NAMES)) {
      const full = this.#names.full(name);
      if (full && this.#names.companies.has(full.name)) return full;
    }
    return null;
  }

  /** "the companies": those that spoke as one before, or the only two of the text; null where neither is known. */
  #several({ from }: Span, others: Others): NamedSource | null {
    const sentence = indexBehind(this.#found.sentences, from);
    const joint = (o: Speaker): boolean => o.source.kind === "organisation" && JOINT.test(o.source.name);
    const spoke = others.last(from, sentence, joint, JOINT_REACH);
    if (spoke) return spoke.source;
    const names = [...this.#names.companies.keys()];
    return names.length === 2 ? { kind: "organisation", name: joined(names) } : null;
  }

  /** "the organization" behind "Harbour First, a civic organization": the last body told to be one; null where none is, or many are. */
  #apposed(noun: string, at: number): NamedSource | null {
    this.#told ??= apposedBodies(this.#found.document.text.replace(/\s/g, " "));
    const same = GENERAL.test(noun) ? GENERAL : new RegExp(`^${noun}$`);
    const names = new Set(this.#told.filter((one) => one.at < at && same.test(one.noun)).map(({ name }) => name));
    const [name] = names;
    return names.size === 1 && name !== undefined ? this.#names.full(name) : null;
  }

  /**
   * "It was held back by the oil giant Norda. The company …", "Velt, the parent company of Dike, rose. The company …": the only one that
   * the sentence before tells to be a company, at its head or its end; null where it tells of another too.
   */
  #toldJustBefore({ from }: Span, noun: string): NamedSource | null {
    const { sentences, document } = this.#found;
    const at = indexBehind(sentences, from);
    const before = sentences[at - 1];
    if (!before || (sentences[at]?.from ?? from) < from) return null;
    const words = document.text.slice(before.from, before.to).replace(/\s/g, " ").trim();
    const told = [...words.matchAll(TOLD_BEFORE), ...words.matchAll(TOLD_BEHIND)].flatMap(
      ({ groups, index, 0: all }) => {
        const { name = "", noun: what = "" } = groups ?? {};
        const fits = /^(?:company|firm|concern)$/.test(noun) ? companyWords("noun").has(what) : what === noun;
        const somebody = isGivenName(name.split(" ")[0] as string) || this.#persons.called(name).length > 0;
        return fits && !somebody ? [{ name, head: index === 0, end: index + all.length >= words.length - 1 }] : [];
      },
    );
    const [one, other] = told;
    if (!one || other || one.name.length > LONGEST_TOLD) return null;
    const free = /^(?:The|A|An|In|On|At|But|And|It|Its)\s/.test(words);
    if (!one.head && !(one.end && free)) return null;
    return this.#names.full(one.name) ?? { kind: "organisation", name: one.name };
  }

  /** The company that spoke or acted last before a place; farther back, where the text knows no other. */
  #foremost({ from }: Span, others: Others): NamedSource | null {
    const { companies } = this.#names;
    if (companies.size === 0) return null;
    const sentence = indexBehind(this.#found.sentences, from);
    const spoke = others.last(from, sentence, (o) => !o.nested && companies.has(o.source.name), REACH);
    const reach = companies.size === 1 ? Infinity : REACH;
    const acted = this.#subjectsOf().findLast((s) => s.at < from && sentence - s.sentence <= reach);
    const name = spoke && (!acted || spoke.at >= acted.at) ? spoke.source.name : acted?.name;
    return name === undefined ? null : { kind: "organisation", name };
  }

  #subjectsOf(): readonly { readonly at: number; readonly sentence: number; readonly name: string }[] {
    if (this.#subjects) return this.#subjects;
    const { sentences, document } = this.#found;
    const spellings = [...this.#names.companies].flatMap(([name, all]) =>
      all.map((spelling) => [spelling, name] as const),
    );
    const longestFirst = spellings.toSorted(([a], [b]) => b.length - a.length);
    const found: { at: number; sentence: number; name: string }[] = [];
    for (const [sentence, { from, to }] of sentences.entries()) {
      const head = document.text.slice(from, Math.min(to, from + 160)).replace(/\s/g, " ");
      const openings = [OPENING, FRONTED].map((opening) => opening.exec(head)?.[0].length ?? 0);
      const one = longestFirst.find(([spelling]) =>
        openings.some((at) => head.startsWith(spelling, at) && !/^[\p{L}-]/u.test(head.slice(at + spelling.length))),
      );
      if (one) found.push({ at: from, sentence, name: one[1] });
    }
    return (this.#subjects = found);
  }
}

import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { companyWords } from "../companyWords.ts";
import type { Field } from "../field.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { type BodyNames, bodyNamesIn } from "./bodyNames.ts";
import type { Others } from "./others.ts";
import type { Persons } from "./persons.ts";

/** How many sentences a company that spoke, or is a subject, stays "the company". */
const REACH = 5;
/** "the company", "the Lindholt, Tarvia, maker of pumps": up to the noun, and what it makes. */
const DESCRIBED = /^(?:the|this) ((?:[\p{L}\p{N}.,&’'-]+ ){0,6}?)(\p{Ll}[\p{Ll}-]+)(?: of [^,;]{2,60})?$/iu;
/** Words before the noun that tell it from the one spoken of. */
const ANOTHER = /\b(?:other|first|second|new|parent|sister|rival|former|same|whole|joint|combined|merged|holding)\b/i;
const BREAKS = /[$()[\]{}*+?.\\^|]/g;

/** Companies in the order of the text: whom a short name and "the company" mean. */
export class Companies {
  readonly #found: Found;
  readonly #field: Field;
  readonly #names: BodyNames;
  /** Where a company is the subject of a sentence, in the order of the text. */
  #subjects: readonly { readonly at: number; readonly sentence: number; readonly name: string }[] | null = null;

  constructor(found: Found, field: Field, persons: Persons) {
    this.#found = found;
    this.#field = field;
    this.#names = bodyNamesIn(found.document.text, field, (name, full) =>
      persons.called(name).some((one) => one.name.includes(" ") && !full.startsWith(one.name)),
    );
  }

  /** The company or other body that the words of a source mean; null where they mean none, or it stays open which. */
  meant(span: Span, words: string, others: Others): NamedSource | null {
    const bare = words.replace(/^the /i, "");
    const named = this.#names.full(bare);
    if (named) return named;
    const joint = this.#joint(bare);
    if (joint) return joint;
    const [, before = "", noun = ""] = DESCRIBED.exec(words) ?? [];
    if (noun !== "" && companyWords("noun").has(noun.toLowerCase()) && !ANOTHER.test(before) && !/['’]s? /.test(before))
      return this.#foremost(span, others);
    // "Harbour Dredging, a company of Lindholt": short, with what is said of it; "Mr. Birch" is somebody.
    const own = /^\p{Lu}/u.test(bare) ? readSource(words, this.#field) : null;
    const body =
      own &&
      (own.kind === "person" || own.kind === "organisation") &&
      /^[,(]/.test(bare.slice(own.name.length).trimStart());
    return own && body && bare.startsWith(own.name) ? this.#names.full(own.name) : null;
  }

  /** "Harbour Dredging, Quill and others": companies that speak as one; null where one of them is unknown. */
  #joint(bare: string): NamedSource | null {
    if (!/^\p{Lu}.* and /u.test(bare)) return null;
    const parts = bare.split(/, (?:and )?(?!Inc\b|Ltd\b|L\.P)| and /u);
    const names = parts.map((part) => (part === "others" ? part : this.#names.full(part)?.name));
    if (parts.length > 8 || names[0] === "others" || names.includes(undefined)) return null;
    return { kind: "organisation", name: `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` };
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
      const opening = /^(?:(?:But|And|The|Meanwhile|Separately|In addition|However),? )*/.exec(head)?.[0].length ?? 0;
      const one = longestFirst.find(([spelling]) =>
        new RegExp(`^${spelling.replace(BREAKS, "\\$&")}(?![\\p{L}-]|['’]s? )`, "u").test(head.slice(opening)),
      );
      if (one) found.push({ at: from, sentence, name: one[1] });
    }
    return (this.#subjects = found);
  }
}

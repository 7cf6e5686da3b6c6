import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Frame } from "../../model/frame.ts";
import { type Span, contains, trimmed } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { type Field, inArticle } from "../field.ts";
import { isNoSource, pointed } from "../nounPhrase.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { antecedentOf } from "./antecedents.ts";
import { type Body, bodiesIn } from "./bodies.ts";
import { type Description, descriptionOf, descriptionsIn, describedPerson } from "./descriptions.ts";
import { Documents, isDocument } from "./documents.ts";
import { Focus } from "./focus.ts";
import { Hosts } from "./hosts.ts";
import { kinOf } from "./kin.ts";
import { type Mention, type Named, namesIn } from "./mentions.ts";
import { Others, isOneMan, isPlural } from "./others.ts";
import type { Gender, Person } from "./persons.ts";
import { Things } from "./things.ts";
import { wholePhrase } from "./wholePhrase.ts";

const SINGULAR = /^(?:he|she|him|himself|herself)$/i;
const SPEAKER_HIMSELF = /^(?:i|we|me|us|myself|ourselves)$/i;
const RELATIVE = /^(?:who|whom|whose|which|that)$/i;
/** What may hang behind a source and is no part of it. */
const ADVERBIAL = /(?<=\S)\s(?:\p{Ll}{3,}ly|(?:this|last) (?:week|month|year)|on \p{Lu}\p{Ll}+day)$/u;

/** Reads who is meant, place by place in the order of the text, and keeps who stands in the foreground. */
export class Resolver {
  readonly names: Named;
  /** Each statement with a source, read so far. */
  readonly sources = new Map<FoundStatement, NamedSource | null>();
  readonly #found: Found;
  readonly #field: Field;
  readonly #focus: Focus;
  readonly #things: Things;
  readonly #documents: Documents;
  readonly #hosts: Hosts;
  readonly #quoted: ReturnType<typeof outermost>;
  readonly #persons = new Map<FoundStatement, Person>();
  readonly #others = new Others();
  /** Frames whose speaker was heard at their end already. */
  readonly #framed = new Set<Frame>();

  constructor(found: Found, field: Field) {
    this.#found = found;
    this.#field = inArticle(field, found.document.text);
    this.names = namesIn(found, this.#field);
    this.#focus = new Focus(this.names.mentions);
    this.#quoted = outermost(found);
    this.#documents = new Documents(found);
    this.#hosts = new Hosts(found);
    this.#things = new Things(found, this.#field, this.#focus, this.#documents, this.#others, {
      words: (span) => this.#words(span),
      sentence: (at) => this.#sentence(at),
      read: (span) => this.#read(span, null),
      together: (span) => this.#together(span),
      pronoun: (span) => this.#pronoun(span, null),
    });
  }

  sourceOf(s: FoundStatement): NamedSource | null {
    const known = this.sources.get(s);
    if (known !== undefined) return known;
    const span = this.spanOf(s);
    const nobody = !span || isNoSource(this.#words(span));
    this.sources.set(s, null);
    // "Recalling the flood, she said …": a participle has the subject of its sentence.
    const host = nobody ? this.#hosts.of(s) : this.#hosts.between(s);
    const announced = nobody && !host ? (this.#hosts.announcedBeside(s) ?? this.#hosts.subjectOf(s)) : null;
    if (nobody && !host && !announced) return null;
    const own = host ? this.sourceOf(host) : this.#read((announced ?? span) as Span, announced ? null : s);
    // "He said:" behind what an aide issued, where no other "he" is known.
    const opener = s.frame?.source && own && /^(?:he|she|it|they)$/i.test(own.name) ? s.frame.source : null;
    const source = opener && opener !== span ? this.#read(opener, s) : own;
    this.sources.set(s, source);
    return source;
  }

  /** The words that name who speaks: in a frame, a pronoun that opens it comes before a name farther back. */
  spanOf({ source, frame }: FoundStatement): Span | null {
    if (source || !frame) return source;
    const { text } = this.#found.document;
    const { from } = frame.span;
    // "It was an event of note, the speakers said:" opens with another "it".
    const pronoun = /^\s*(?:it|he|she|they)\b(?!\s(?:is|was|are|were|has|had|have|will|would|can|may)\b)/i.exec(
      text.slice(from, from + 20),
    )?.[0];
    return pronoun && (frame.source === null || !contains(frame.span, frame.source))
      ? trimmed(text, { from, to: from + pronoun.length })
      : frame.source;
  }

  named(span: Span): NamedSource {
    return this.#read(span, null);
  }

  personsIn({ from, to }: Span): NamedSource[] {
    const persons: NamedSource[] = [];
    for (let m = this.#focus.within(from, to); m; m = this.#focus.within(from, m.from))
      if (m.to <= to && !m.quoted) persons.unshift({ kind: "person", name: m.person.name });
    return persons;
  }

  bodies(): Body[] {
    return bodiesIn(this.#found, this.#field, this.#things.short);
  }

  /** "the country's leader", "the North Korean president": the places that mean a person without naming him. */
  described(): (Span & { readonly person: Person })[] {
    const spans = descriptionsIn(this.#found);
    return spans.flatMap((span) => {
      const description = descriptionOf(this.#words(span), this.#field);
      const person = description && this.#described(description, span);
      return person ? [{ ...span, person }] : [];
    });
  }

  hearPronoun(span: Span): void {
    if (this.#quoted.before(span.from + 1)) return;
    const person = this.#pronoun(span, null);
    if (person) this.#hear(person, span, "subject");
  }

  #read(at: Span, s: FoundStatement | null): NamedSource {
    const span = wholePhrase(this.#found, at);
    const words = pointed(this.#words(span))
      .replace(/^(he|she|they|it|who)['’](?:s|d|ll|re|ve)$/i, "$1")
      .replace(/^(he|she|they|it) (?:in|at|on) .*$/i, "$1")
      .replace(ADVERBIAL, "");
    const holder = /^(?:he|she|him|himself|herself|his|her)$/i.test(words) ? this.#holder(span, words, s) : null;
    const person = holder ? null : this.#personAt(span, words, s);
    if (person) {
      if (s) {
        this.#persons.set(s, person);
        person.sure = true;
        const quoted = this.#quoted.before(span.from + 1) !== null;
        const place = this.#placeOf(s, span);
        this.#hear(person, place, quoted ? "other" : "speaker");
        this.#note(s, place, words, { kind: "person", name: person.name });
      }
      return { kind: "person", name: person.name };
    }
    const source = holder ?? this.#things.meant(span, words, s);
    if (s && source.kind !== "none" && !/^(?:they|it)$/i.test(source.name))
      this.#note(s, this.#placeOf(s, span), words, source);
    return source;
  }

  /** Keeps who spoke, for "they", "it" and what was issued; a document that speaks for a person may go on as "it". */
  #note(s: FoundStatement, { from }: Span, words: string, source: NamedSource): void {
    const spoken = this.#documents.spokenIn(s, source);
    if (this.#kindOfBlock(from) === "headline" || (source.kind === "person" && !spoken && !isDocument(words))) return;
    const pronoun = /^(?:they|it|its|their|he|she|him|her|his)$/i.test(words);
    this.#others.hear({
      at: from,
      sentence: this.#sentence(from),
      source,
      plural: /^they$/i.test(words) || isPlural(pronoun ? source.name : words, source),
      nested: s.inside !== null,
      document: spoken || isDocument(words) || /^its?$/i.test(words),
    });
  }

  /** Where a speaker is heard: his own words go on to the end of a frame. */
  #placeOf({ frame }: FoundStatement, span: Span): Span {
    if (!frame || this.#framed.has(frame)) return span;
    this.#framed.add(frame);
    return { from: frame.stretch.to - 1, to: frame.stretch.to };
  }

  /** The holder of an office, not by name, who spoke last and is "he" now; null where a person by name came after. */
  #holder(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const gender: Gender = /^(?:she|her|herself)$/i.test(words) ? "f" : "m";
    if (this.#quoted.before(span.from + 1)) return null;
    const outer = s?.inside ? this.sourceOf(s.inside) : null;
    if (outer) return isOneMan(outer, gender) ? outer : null;
    const sentence = this.#sentence(span.from);
    const last = this.#others.holder(span.from, sentence, gender);
    return last && !this.#focus.actsBetween(last, span.from) ? last.source : null;
  }

  /** The person a phrase means by name, pronoun or description; null where none is known. */
  #personAt(span: Span, words: string, s: FoundStatement | null): Person | null {
    if (SINGULAR.test(words)) return this.#pronoun(span, s);
    if (SPEAKER_HIMSELF.test(words)) return this.#speakerAround(s);
    if (RELATIVE.test(words)) return antecedentOf(this.#found, this.#focus, span)?.person ?? null;
    if (/^(?:his|her)$/i.test(words)) return this.#pronoun(span, s);
    const own = readSource(words, this.#field);
    if (own.kind === "person") return this.#others.named(own.name) ? null : this.#byName(span, words, own);
    if (own.kind !== "office" && own.kind !== "unnamed") return null;
    const apposed = this.#apposedTo(span);
    if (apposed) return apposed;
    const kin = kinOf(words, this.names.persons, (possessor) => this.#possessor(possessor, span));
    if (kin) return kin;
    const description = descriptionOf(words, this.#field);
    if (!description) return null;
    return this.#described(description, span);
  }

  /** "Ilse Brand, head of the board": the person named right before, where a source is only the apposition. */
  #apposedTo({ from }: Span): Person | null {
    const named = this.#focus.within(from - 60, from);
    return named && this.#found.document.text.slice(named.to, from) === ", " ? named.person : null;
  }

  #described(description: Description, { from }: Span): Person | null {
    return describedPerson(description, from, {
      persons: this.names.persons,
      focus: this.#focus,
      published: this.#found.document.published.edtf,
      sentence: this.#sentence(from),
    });
  }

  #byName(span: Span, words: string, own: NamedSource): Person | null {
    if (/\sand\s/.test(words)) {
      const joined = this.#together(span);
      if (joined || /\sand\s/.test(own.name)) return joined;
    }
    const last = own.name.split(" ").at(-1) as string;
    // The mention in the phrase that carries the name's last word.
    for (let m = this.#focus.within(span.from, span.to); m; m = this.#focus.within(span.from, m.from)) {
      const named = this.#found.document.text.slice(m.from, m.to).replace(/\s+/g, " ");
      if (named.endsWith(last) || last.endsWith(named)) return m.person;
    }
    const called = this.names.persons.called(own.name);
    if (called.length === 1) return called[0] as Person;
    if (called.length > 1) return null;
    // Names of one word, and names in headlines, are first met as sources.
    const parts = own.name.split(" ");
    if (!parts.every((part) => /^\p{L}/u.test(part)) || /^(?:they|it|you)$/i.test(words)) return null;
    // In a headline any words may have capitals: who is named nowhere else is no person for the text.
    return this.#kindOfBlock(span.from) === "headline" || parts.length > 5 ? null : this.names.persons.add(parts);
  }

  /** Two or more who speak as one: the phrase begins with one's name and ends, behind "and", with another's. */
  #together(span: Span): Person | null {
    const mentions = this.#focus.allWithin(span.from, span.to).filter((m) => m.to <= span.to);
    const [first, last] = [mentions[0], mentions.at(-1)];
    if (!first || !last || first.person === last.person || last.to > span.to) return null;
    const { text } = this.#found.document;
    // "…, and Ilse Brand, head of the board": an apposition may end the phrase.
    if (last.to < span.to && text[last.to] !== ",") return null;
    const and = text.lastIndexOf(" and ", last.from);
    if (
      and < first.to ||
      last.from - and > 60 ||
      first.from - span.from > 60 ||
      /\b(?:who|which)\b/.test(text.slice(first.to, and))
    )
      return null;
    const names = [...new Set(mentions.map(({ person }) => person.name))];
    return { ...last.person, name: `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`, gender: null };
  }

  #pronoun(span: Span, s: FoundStatement | null): Person | null {
    const gender: Gender = /^(?:she|her|herself)$/i.test(this.#words(span)) ? "f" : "m";
    const quotation = this.#quoted.before(span.from + 1);
    // "He received a letter from Mara Quill. She said in the letter …"
    const beside = s && this.#documents.namedBeside(s);
    const author = beside ? this.#documents.authorOf(beside, span.from) : null;
    const writer = author && this.#personAt(author, this.#words(author), null);
    if (writer && (writer.gender === null || writer.gender === gender)) return meant(writer, gender);
    const outer = s?.inside ? this.#personOf(s.inside) : null;
    const fits = outer && (outer.gender === null || outer.gender === gender);
    // "Kim said he hoped" is Kim; inside his own words in marks he is somebody else.
    const ownWords =
      quotation !== null && s?.inside?.content.some((c) => c.from < quotation.span.to && quotation.span.from < c.to);
    if (outer && fits && !ownWords) return meant(outer, gender);
    const person = this.#focus.meant(
      span.from,
      this.#sentence(span.from),
      gender,
      quotation !== null,
      ownWords ? outer : null,
      [...(s?.content ?? []), ...this.#saidBefore(span)],
    );
    return person && meant(person, gender);
  }

  /** "…, he added": what stands before in the sentence is what he says. */
  #saidBefore({ from }: Span): Span[] {
    const sentence = this.#found.sentences[this.#sentence(from)];
    const behindComma = /,["”']?\s$/.test(this.#found.document.text.slice(Math.max(0, from - 3), from));
    return sentence && behindComma ? [{ from: sentence.from, to: from }] : [];
  }

  /** The speaker of the statement around one in the first person. */
  #speakerAround(s: FoundStatement | null): Person | null {
    for (let outer = s?.inside ?? null; outer; outer = outer.inside) {
      const person = this.#personOf(outer);
      if (person) return person;
    }
    return null;
  }

  #possessor(words: string, span: Span): Person | null {
    if (/^(?:his|her)$/i.test(words)) return this.#pronoun({ from: span.from, to: span.from + words.length }, null);
    const called = this.names.persons.called(words);
    return called.length === 1 ? (called[0] as Person) : (this.#focus.within(span.from, span.to)?.person ?? null);
  }

  #personOf(s: FoundStatement): Person | null {
    this.sourceOf(s);
    return this.#persons.get(s) ?? (s.continues ? this.#personOf(s.continues) : null);
  }

  #hear(person: Person, span: Span, role: Mention["role"]): void {
    const quoted = this.#quoted.before(span.from + 1) !== null;
    const named = this.#focus.allWithin(span.from, span.to).some((mention) => mention.person === person);
    const heard = { ...span, person, sentence: this.#sentence(span.from), quoted, title: "", role, named };
    this.#focus.hear(heard);
    // A name that is met as a source only stands in the foreground as any other does.
    const byName = role === "speaker" && !named && !/^\p{L}{1,8}$/u.test(this.#words(span));
    if (byName) this.#focus.hear({ ...heard, role: "subject" });
  }

  #words({ from, to }: Span): string {
    return this.#found.document.text.slice(from, to).replace(/\s+/g, " ").trim();
  }

  #kindOfBlock(at: number): string {
    const { document, sentences } = this.#found;
    return document.blocks[sentences[this.#sentence(at)]?.block ?? 0]?.kind ?? "";
  }

  #sentence(at: number): number {
    return indexBehind(this.#found.sentences, at);
  }
}

/** A pronoun tells the gender of the person it means. */
function meant(person: Person, gender: Gender): Person {
  person.gender ??= gender;
  return person;
}

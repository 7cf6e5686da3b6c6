import type { Entity } from "../../model/entries.ts";
import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Frame } from "../../model/frame.ts";
import type { Pack } from "../../model/pack.ts";
import { type Span, contains, trimmed } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { acronyms } from "../acronyms.ts";
import { type Field, fieldOf, inArticle } from "../field.ts";
import { institutionIn, jointInstitutions } from "../institutions.ts";
import { isNoSource } from "../nounPhrase.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { antecedentOf } from "./antecedents.ts";
import { descriptionOf, describedPerson } from "./descriptions.ts";
import { Documents, isDocument } from "./documents.ts";
import { entitiesOf } from "./entities.ts";
import { sourceWords } from "../tables.ts";
import { Hosts } from "./hosts.ts";
import { Others, type Speaker, isOneMan, isPlural } from "./others.ts";
import { Focus } from "./focus.ts";
import { wholePhrase } from "./wholePhrase.ts";
import { subjectBefore } from "./subjects.ts";
import { kinOf } from "./kin.ts";
import { type Mention, type Named, namesIn } from "./mentions.ts";
import type { Gender, Person } from "./persons.ts";

/** Whom the text speaks of. */
export interface People {
  readonly entities: readonly Entity[];
  /** Who speaks in a statement; null where its words name nobody. */
  sourceOf(statement: FoundStatement): NamedSource | null;
  /** Whom the words at a span mean, pronouns and short names carried back to the full one; null for no words. */
  named(span: Span | null): NamedSource | null;
  /** The persons named in a stretch of text, outside quotation marks, in order. */
  personsIn(span: Span): readonly NamedSource[];
}

/** Who is meant by the names, offices, descriptions and pronouns of a report. */
export function resolvePeople(found: Found, packs: readonly Pack[]): People {
  const resolver = new Resolver(found, fieldOf(packs));
  for (const target of targetsOf(found, (s) => resolver.spanOf(s))) {
    if ("statement" in target) resolver.sourceOf(target.statement);
    else resolver.hearPronoun(target.span);
  }
  let entities: readonly Entity[] | null = null;
  return {
    get entities() {
      return (entities ??= entitiesOf(resolver.names, resolver.sources));
    },
    sourceOf: (statement) => resolver.sourceOf(statement),
    named: (span) => (span && span.from < span.to ? resolver.named(span) : null),
    personsIn: (span) => resolver.personsIn(span),
  };
}

type Target = { readonly statement: FoundStatement; readonly span: Span } | { readonly span: Span };

/** What is read in the order of the text: the statements' sources, and "he" or "she" at the head of a sentence. */
function targetsOf(
  { statements, sentences, tokens }: Found,
  spanOf: (statement: FoundStatement) => Span | null,
): Target[] {
  const targets: Target[] = [];
  for (const statement of statements) {
    const span = spanOf(statement);
    if (span) targets.push({ statement, span });
  }
  for (const { first, last } of sentences) {
    const token = tokens[first];
    if (token && last > first && /^(?:he|she)$/i.test(token.reads)) targets.push({ span: token });
  }
  return targets.toSorted(
    (a, b) => a.span.from - b.span.from || ("statement" in a ? 0 : 1) - ("statement" in b ? 0 : 1),
  );
}

const SINGULAR = /^(?:he|she|him|himself|herself)$/i;
const SPEAKER_HIMSELF = /^(?:i|we|me|us|myself|ourselves)$/i;
/** What a channel passes on, and channels by their noun alone. */
const PASSED_ON =
  /^(?:the|this)\s(?:\p{Ll}+\s)?(?:report|article|paper|newspaper|agency|daily|magazine|website|channel|station|outlet|broadcaster|commentary|editorial|tabloid|network)$/iu;
const RELATIVE = /^(?:who|whom|whose|which|that)$/i;

/** What may hang behind a source and is no part of it. */
const ADVERBIAL = /(?<=\S)\s(?:\p{Ll}{3,}ly|(?:this|last) (?:week|month|year)|on \p{Lu}\p{Ll}+day)$/u;

class Resolver {
  readonly names: Named;
  /** Each statement with a source, read so far. */
  readonly sources = new Map<FoundStatement, NamedSource | null>();
  readonly #found: Found;
  readonly #field: Field;
  readonly #focus: Focus;
  readonly #short: ReadonlyMap<string, NamedSource>;
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
    this.#short = acronyms(found.document.text);
    this.#quoted = outermost(found);
    this.#documents = new Documents(found);
    this.#hosts = new Hosts(found);
  }

  sourceOf(s: FoundStatement): NamedSource | null {
    const known = this.sources.get(s);
    if (known !== undefined) return known;
    const span = this.spanOf(s);
    const nobody = !span || isNoSource(this.#words(span));
    this.sources.set(s, null);
    // "Recalling the flood, she said …": a participle has the subject of its sentence.
    const host = nobody ? this.#hosts.of(s) : null;
    const announced = nobody && !host ? this.#hosts.announcedBeside(s) : null;
    if (nobody && !host && !announced) return null;
    const source = host ? this.sourceOf(host) : this.#read((announced ?? span) as Span, announced ? null : s);
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

  hearPronoun(span: Span): void {
    if (this.#quoted.before(span.from + 1)) return;
    const person = this.#pronoun(span, null);
    if (person) this.#hear(person, span, "subject");
  }

  #read(at: Span, s: FoundStatement | null): NamedSource {
    const span = wholePhrase(this.#found, at);
    const words = this.#words(span)
      .replace(/^(he|she|they|it|who)['’](?:s|d|ll|re|ve)$/i, "$1")
      .replace(ADVERBIAL, "");
    const holder = /^(?:he|she|him|himself|herself|his|her)$/i.test(words) ? this.#holder(span, words, s) : null;
    const person = holder ? null : this.#personAt(span, words, s);
    if (person) {
      if (s) {
        this.#persons.set(s, person);
        person.sure = true;
        const quoted = this.#quoted.before(span.from + 1) !== null;
        this.#hear(person, this.#placeOf(s, span), quoted ? "other" : "speaker");
        this.#documents.spokenIn(s, { kind: "person", name: person.name });
      }
      return { kind: "person", name: person.name };
    }
    const source = holder ?? this.#noPerson(span, words, s);
    // A document that speaks for a person may go on as "it".
    if (s && source.kind !== "none" && !/^(?:they|it)$/i.test(source.name)) {
      const { from } = this.#placeOf(s, span);
      const pronoun = /^(?:they|it|its|their|he|she)$/i.test(words);
      this.#others.hear({
        at: from,
        sentence: this.#sentence(from),
        source,
        plural: /^they$/i.test(words) || isPlural(pronoun ? source.name : words, source),
        nested: s.inside !== null,
        document: isDocument(words) || /^its?$/i.test(words),
      });
      this.#documents.spokenIn(s, source);
    }
    return source;
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
    const kin = kinOf(words, this.names.persons, (possessor) => this.#possessor(possessor, span));
    if (kin) return kin;
    const description = descriptionOf(words, this.#field);
    if (!description) return null;
    const published = this.#found.document.published.edtf;
    return describedPerson(description, span.from, {
      persons: this.names.persons,
      focus: this.#focus,
      published,
      sentence: this.#sentence(span.from),
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
    return this.names.persons.add(parts);
  }

  /** Two or more who speak as one: the phrase begins with one's name and ends, behind "and", with another's. */
  #together(span: Span): Person | null {
    const mentions = this.#focus.allWithin(span.from, span.to).filter((m) => m.to <= span.to);
    const [first, last] = [mentions[0], mentions.at(-1)];
    if (!first || !last || first.person === last.person || last.to < span.to) return null;
    const { text } = this.#found.document;
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
    );
    return person && meant(person, gender);
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

  #noPerson(span: Span, words: string, s: FoundStatement | null): NamedSource {
    if (RELATIVE.test(words)) {
      const found = antecedentOf(this.#found, this.#focus, span);
      return found?.words
        ? this.#named({ from: found.words.from, to: found.words.to })
        : readSource(words, this.#field);
    }
    if (/^(?:they|them|their)$/i.test(words)) return this.#other(span, words, s) ?? { kind: "unnamed", name: words };
    if (/^(?:it|its|this|that)$/i.test(words)) return this.#other(span, words, s) ?? { kind: "organisation", name: words };
    return this.#named(span);
  }

  /** What a phrase names that is no person. */
  #named(span: Span): NamedSource {
    const words = this.#words(span);
    const read = readSource(words, this.#field);
    const own = (read.kind === "person" && this.#others.named(read.name)) || read;
    const bracketed = /\((\p{Lu}{2,8})\)$/u.exec(words)?.[1];
    const long =
      this.#short.get(own.name) ?? (bracketed && (own.kind === "organisation" || own.kind === "channel") ? this.#short.get(bracketed) : undefined);
    if (long) return long;
    if (own.kind === "organisation" || own.kind === "channel") {
      const spoken = this.#documents.speakerIn(words, span.from);
      const author = this.#documents.authorOf(words, span.from);
      if (spoken && (!author || author.from <= spoken.at)) return spoken.speaker;
      const issuer = author && this.#read(author, null);
      if (issuer && !/^(?:it|he|she|they)$/i.test(issuer.name)) return issuer;
      const fuller = this.#documents.fullerName(words, span.from);
      if (fuller) return { kind: own.kind, name: this.#words(fuller) };
      const before = PASSED_ON.test(words)
        ? this.#lastOther(span, ({ source }) => source.kind === "channel", 12)
        : null;
      if (before) return before;
      const general = /^(?:the|this)\s(?:organi[sz]ation|body|group)$/i.test(words);
      const organisation = general ? this.#lastOther(span, ({ source }) => source.kind === "organisation", 4) : null;
      if (organisation) return organisation;
      const court = /^(?:the|this)\s(?:ruling|decision|verdict|opinion|order)$/i.test(words);
      const judges = court
        ? this.#lastOther(span, ({ source }) => /\b(?:court|panel|tribunal)\b/i.test(source.name), 12)
        : null;
      if (judges) return judges;
      const [, pronoun, rest] = /^(his|her)\s+(.+)$/i.exec(words) ?? [];
      const owner = pronoun && rest ? this.#pronoun({ from: span.from, to: span.from + pronoun.length }, null) : null;
      if (owner) return { kind: own.kind, name: `${owner.name}'s ${rest}` };
    }
    if (own.kind === "channel" && /^the\s\p{Ll}/iu.test(own.name))
      return { kind: own.kind, name: withoutArticle(own.name) };
    const whole =
      institutionIn(own.name, this.#field) === own.name || jointInstitutions(withoutArticle(words), this.#field) === own.name;
    if (own.kind === "organisation" && whole) return own;
    if (own.kind === "office" || own.kind === "organisation")
      return {
        kind: own.kind,
        name: withoutArticle(own.name.replace(/ \(\p{Lu}{2,8}\)$/u, ""))
          .replace(/(?:(?<!\bC\.C\.),\s(?!\d)|\s(?:under|posted|published|released|conducted)\b).*$/s, "")
          .replace(/^(?:new|only)\s/i, ""),
      };
    return own;
  }

  /** "They" and "it": the last speaker before, within a few sentences, who is many or no person. */
  #other(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const plural = /^the/i.test(words);
    const fits = (o: Speaker): boolean =>
      plural ? o.plural : o.document || (!o.plural && o.source.kind !== "unnamed" && o.source.kind !== "office");
    // Who speaks inside another's words is not the one the report goes on with.
    const outermost = s && !s.inside ? this.#lastOther(span, (o) => !o.nested && fits(o), 3) : null;
    const spoken = outermost ?? this.#lastOther(span, fits, 3);
    if (spoken) return spoken;
    const subject = subjectBefore(this.#found, this.#sentence(span.from));
    if (!subject) return this.#lastOther(span, (o) => plural && o.source.kind === "organisation", 3);
    const together = plural ? this.#together(subject) : null;
    if (together) return { kind: "person", name: together.name };
    const named = readSource(this.#words(subject), this.#field);
    const noun =
      withoutArticle(this.#words(subject))
        .split(/\s(?:of|for|in|from)\s/)[0]
        ?.split(" ")
        .at(-1) ?? "";
    if (plural !== noun.endsWith("s")) return null;
    if (sourceWords().get(noun.toLowerCase())?.has("organisation"))
      return { kind: "organisation", name: withoutArticle(this.#words(subject)) };
    if (named.kind === "person" || named.kind === "office") return null;
    return { kind: named.kind, name: withoutArticle(named.name) };
  }

  /** The last speaker before a place, no person by name, who fits and spoke within some sentences. */
  #lastOther(span: Span, fits: (speaker: Speaker) => boolean, sentences: number): NamedSource | null {
    return this.#others.last(span.from, this.#sentence(span.from), fits, sentences)?.source ?? null;
  }

  #hear(person: Person, span: Span, role: Mention["role"]): void {
    const quoted = this.#quoted.before(span.from + 1) !== null;
    const named = this.#focus.allWithin(span.from, span.to).some((mention) => mention.person === person);
    this.#focus.hear({ ...span, person, sentence: this.#sentence(span.from), quoted, role, named });
  }

  #words({ from, to }: Span): string {
    return this.#found.document.text.slice(from, to).replace(/\s+/g, " ").trim();
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

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an)\s+(?=\S)/i, "");
}

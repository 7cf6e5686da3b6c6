import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Frame } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { type Field, inArticle } from "../field.ts";
import { isDeed, isNoSource, pointed } from "../nounPhrase.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { type Body, bodiesIn } from "./bodies/bodies.ts";
import { type BodyPlace, bodyPlaces } from "./bodies/bodyPlaces.ts";
import { Companies } from "./bodies/companies.ts";
import { descriptionOf, descriptionsIn } from "./descriptions.ts";
import { CommonNouns } from "./names/commonNouns.ts";
import { Documents, madeBy } from "./documents/documents.ts";
import { isDocument } from "../documentWords.ts";
import { Focus } from "./focus.ts";
import { inHeadline } from "./headlines.ts";
import { Holders } from "./holders.ts";
import { Hosts } from "./hosts.ts";
import { JointSpeakers } from "./joint/jointSpeakers.ts";
import { type Mention, type Named, namesIn } from "./names/mentions.ts";
import { addressee, stepsOf, subjectAround } from "./nearby.ts";
import { Others, isOneMan, isPlural } from "./others.ts";
import type { Person } from "./names/persons.ts";
import { PersonsMeant, SINGULAR, SPEAKER_REACH } from "./personsMeant.ts";
import { alone, genderSaid, isOccasion, isPaper, onlyWhose, speakerSpan, wordsAt } from "./speakerWords.ts";
import { SpokenBefore } from "./spokenBefore.ts";
import { Things } from "./things.ts";
import { wholePhrase, withClause, withOthers } from "./wholePhrase.ts";

const PRONOUN = /^(?:he|she)$/i;
/** From whoever speaks to whoever made it known, and so on: no report leads on farther. */
const MOST_LED = 5;
/** What may hang behind a source and is no part of it. */
const ADVERBIAL = /(?<=\S)\s(?:(?!family$)\p{Ll}{3,}ly|(?:this|last) (?:week|month|year)|on \p{Lu}\p{Ll}+day)$/u;

/** Reads who is meant, place by place in the order of the text, and keeps who stands in the foreground. */
export class Resolver {
  readonly names: Named;
  /** Each statement with a source, read so far. */
  readonly sources = new Map<FoundStatement, NamedSource | null>();
  readonly #found: Found;
  readonly #field: Field;
  readonly #focus: Focus;
  readonly #things: Things;
  readonly #holders: Holders;
  readonly #companies: Companies;
  readonly #joint: JointSpeakers;
  readonly #documents: Documents;
  readonly #hosts: Hosts;
  readonly #spokenBefore: SpokenBefore;
  readonly #quoted: ReturnType<typeof outermost>;
  readonly #persons = new Map<FoundStatement, Person>();
  readonly #others = new Others();
  readonly #common: CommonNouns;
  readonly #meant: PersonsMeant;
  /** The sentence in which each person spoke last. */
  readonly #heardIn = new Map<Person, number>();
  /** The person by name who spoke last, outside others' words. */
  #lastSpeaker: { readonly source: NamedSource; readonly from: number } | null = null;
  /** Where the words for authors begin that are being read. */
  readonly #authored = new Set<number>();
  /** How often words have led on to others, for those that are being read. */
  #led = 0;
  /** Whom a pronoun means that several statements have for their source: "Noting that …, he was pleased that …". */
  readonly #pronouns = new Map<number, { readonly source: NamedSource; readonly person: Person }>();
  #bodies: readonly BodyPlace[] | null = null;
  /** Frames whose speaker was heard at their end already. */
  readonly #framed = new Set<Frame>();

  constructor(found: Found, field: Field) {
    this.#found = found;
    this.#field = inArticle(field, found.document.text);
    this.names = namesIn(found, this.#field);
    this.#focus = new Focus(this.names.mentions, stepsOf(found));
    this.#quoted = outermost(found);
    this.#documents = new Documents(found);
    this.#hosts = new Hosts(found);
    this.#spokenBefore = new SpokenBefore(found, (s) => this.sourceOf(s));
    this.#common = new CommonNouns(
      found,
      (name) => this.names.persons.called(name).length > 0,
      (name) => this.#field.withSurname(name).length > 0,
      (name) => this.names.persons.full(name) !== null,
    );
    this.#meant = new PersonsMeant(found, this.#field, this.names.persons, this.#focus, {
      documents: this.#documents,
      others: this.#others,
      common: this.#common,
      heardIn: this.#heardIn,
      personOf: (s) => this.#personOf(s),
      joint: (span, name) => this.#joint.persons(span, name),
    });
    this.#companies = new Companies(found, this.#field, this.names.persons);
    this.#joint = new JointSpeakers(found, this.#field, {
      focus: this.#focus,
      persons: this.names.persons,
      names: this.#companies.names,
      others: this.#others,
      read: (span) => this.#elsewhere(span),
      speaker: (s) => this.sourceOf(s),
      bodies: () => this.#places(),
    });
    this.#things = new Things(found, this.#field, this.#focus, this.#documents, this.#others, {
      words: (span) => this.#words(span),
      sentence: (at) => this.#sentence(at),
      read: (span) => this.#elsewhere(span),
      author: (span) => this.#author(span),
      joint: (span) => this.#joint.in(span),
      pronoun: (span) => this.#meant.pronoun(span, null),
      speaker: (s) => this.sourceOf(s),
      bodies: () => this.#places(),
    });
    this.#holders = new Holders(found, this.#focus, this.#others, this.#things.subjects, (s) => this.sourceOf(s));
  }

  #places(): readonly BodyPlace[] {
    return (this.#bodies ??= bodyPlaces(this.#found, this.#field, this.#companies.names, this.#things.short));
  }

  sourceOf(s: FoundStatement): NamedSource | null {
    const known = this.sources.get(s);
    if (known !== undefined) return known;
    const span = speakerSpan(this.#found, s);
    const nobody = !span || isNoSource(this.#words(span)) || isOccasion(this.#found, span);
    this.sources.set(s, null);
    if (span && isDeed(this.#words(span))) return null;
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

  named(span: Span): NamedSource {
    return this.#read(span, null);
  }

  personsIn({ from, to }: Span): (NamedSource & Span)[] {
    return this.#focus
      .allWithin(from, to)
      .filter((m) => m.to <= to && !m.quoted)
      .map(({ person, from, to }) => ({ kind: "person", name: person.name, from, to }));
  }

  bodies(): Body[] {
    return bodiesIn(this.#found, this.#field, this.#things.short);
  }

  /** "the country's leader", "the North Korean president": the places that mean a person without naming him. */
  described(): (Span & { readonly person: Person })[] {
    const spans = descriptionsIn(this.#found);
    return spans.flatMap((span) => {
      const description = descriptionOf(this.#words(span), this.#field);
      const person = description && this.#meant.described(description, span);
      return person ? [{ ...span, person }] : [];
    });
  }

  /** "Spokesman Tom Birch declined to comment": whoever keeps silent stands in the foreground as one who speaks. */
  hearSilent(span: Span, who: Span | null): void {
    const named = who ? this.#focus.allWithin(who.from, who.to) : [];
    // "The mayor, Tom Birch, would not say": his name stands behind what he is.
    const own = named.findLast((m) => who !== null && m.to <= who.to && m.role !== "possessive");
    const first = own ?? subjectAround(this.#found, this.#focus, span);
    if (first && !first.quoted) this.#hear(first.person, first, "speaker");
  }

  /** A quotation that goes on behind its cue: its speaker is still there at its end. */
  hearOn(s: FoundStatement): void {
    const person = this.#personOf(s);
    const end = s.content.at(-1)?.to;
    if (!person || end === undefined || s.inside) return;
    const place = { from: end - 1, to: end };
    const heard = { ...place, person, sentence: this.#sentence(place.from), quoted: false, title: "", named: false };
    this.#focus.hear({ ...heard, role: "subject" });
  }

  hearPronoun(span: Span): void {
    if (this.#quoted.before(span.from + 1)) return;
    const person = this.#meant.pronoun(span, null);
    if (person) this.#hear(person, span, "subject");
  }

  #read(at: Span, s: FoundStatement | null): NamedSource {
    const bare = withOthers(this.#found, this.#field, wholePhrase(this.#found, onlyWhose(this.#found, at, s)));
    const span = alone(this.#found, withClause(this.#found, this.#field, bare, s));
    const words = pointed(this.#words(span))
      .replace(/^(he|she|they|it|who)['’](?:s|d|ll|re|ve)$/i, "$1")
      .replace(/^(he|she|they|it) (?:in|at|on) .*$/i, "$1")
      .replace(/^(they|we) both$/i, "$1")
      .replace(ADVERBIAL, "");
    const same = PRONOUN.test(words) ? this.#pronouns.get(span.from) : undefined;
    if (s && same) {
      this.#persons.set(s, same.person);
      return same.source;
    }
    const holder = SINGULAR.test(words)
      ? this.#meant.tied(span, s)
        ? null
        : this.#holders.meant(span, words, s)
      : (this.#joint.two(span, words, s) ??
        this.#makerOf(words, span.from) ??
        this.#others.called(words, span.from, this.#sentence(span.from)) ??
        this.#introduced(words, span.from) ??
        this.#aged(words, span.from) ??
        this.#companies.called(words) ??
        this.#joint.bodies(words) ??
        this.#companies.takenUp(span, words, this.#others, s?.inside ? this.#speaksFor(s.inside) : ""));
    // "The reporter" who made the report is one by name.
    const maker = holder?.kind === "person" ? this.names.persons.full(holder.name) : null;
    const one = holder ? maker : this.#meant.at(span, words, s);
    const alike: NamedSource | null = one && { kind: "person", name: one.name };
    const all = alike && this.#joint.over(span, alike);
    const person = all === alike ? one : null;
    if (person) {
      const source: NamedSource = { kind: "person", name: person.name };
      if (s) {
        this.#persons.set(s, person);
        if (PRONOUN.test(words)) this.#pronouns.set(span.from, { source, person });
        person.sure = true;
        if (!SINGULAR.test(words)) person.gender ??= genderSaid(this.#found, s);
        const quoted = this.#quoted.before(span.from + 1) !== null;
        const place = this.#placeOf(s, span);
        // "Birch told how Quill believed in dikes": who speaks only in another's words goes on less than he.
        const told = s.inside !== null && this.#personOf(s.inside) !== person;
        this.#hear(person, place, quoted || told ? "other" : "speaker");
        // Whoever is asked answers.
        const asked =
          !quoted && s.cue && /\b(?:ask(?:ed|s)?|pressed|questioned)$/.test(this.#words(s.cue))
            ? addressee(this.#found, this.#focus, s)
            : null;
        if (asked && asked.person !== person)
          this.#focus.hear({ ...asked, role: "speaker", named: false, quoted: false, asked: true });
        if (!s.inside && !quoted) this.#heardIn.set(person, this.#sentence(span.from));
        if (!s.inside && !inHeadline(this.#found, span.from)) this.#lastSpeaker = { source, from: span.from };
        this.#note(s, place, words, source);
      }
      return source;
    }
    const own = all ?? this.#joint.over(span, holder ?? this.#things.meant(span, words, s));
    const taken = this.#spokenBefore.author(words, own, span.from);
    if (taken) return taken;
    const fuller = own.kind === "unnamed" ? this.#others.fuller(words, span.from, this.#sentence(span.from)) : null;
    const read: NamedSource =
      fuller ?? (/^(?:[Ww]e|[Uu]s)$/.test(own.name) ? { kind: "unnamed", name: own.name } : own);
    // "Estimates suggest …", "Doubters: Dikes Leak": a noun that has a capital for its place.
    const unknown = !holder && read.kind === "person";
    const source: NamedSource =
      unknown &&
      words.startsWith(read.name) &&
      (this.#common.at(span, read.name) || this.#common.inHeadlineOnly(span, read.name))
        ? { kind: "unnamed", name: read.name }
        : unknown && this.#common.isBody(span, words, read.name)
          ? { kind: "organisation", name: words }
          : isPaper(this.#found, read, words, s)
            ? { kind: "channel", name: read.name }
            : read;
    if (s && source.kind !== "none" && !/^(?:they|it)$/i.test(source.name))
      this.#note(s, this.#placeOf(s, span), words, source);
    return source;
  }

  /** "A trader said …. The trader added": the one not by name, where nobody by name was called so since; else null. */
  #introduced(words: string, at: number): NamedSource | null {
    const one = this.#others.introduced(words, at, this.#sentence(at));
    const noun = words.split(" ").at(-1)?.toLowerCase() ?? "";
    return one && !this.#focus.allWithin(one.at, at).some(({ person }) => person.titles.has(noun)) ? one.source : null;
  }

  /** "One survivor said …. The 23-year-old added": the one not by name who spoke just before; null where somebody by name did. */
  #aged(words: string, at: number): NamedSource | null {
    if (!/^the \d+-year-old$/i.test(words)) return null;
    const sentence = this.#sentence(at);
    const one = (o: { source: NamedSource; nested: boolean }): boolean =>
      !o.nested && (isOneMan(o.source, "f") || isOneMan(o.source, "m"));
    const last = this.#others.last(at, sentence, one, 2);
    return last && !this.#focus.actsBetween(last, at) ? last.source : null;
  }

  /** The words for whoever speaks in a statement, with what the text says he is: "Norda's finance chief". */
  #speaksFor(s: FoundStatement): string {
    const span = speakerSpan(this.#found, s);
    const person = this.#personOf(s);
    return [span ? this.#words(span) : "", ...(person?.described ?? [])].join("; ");
  }

  /** "the speaker" behind "Mara Quill made a speech": who made it; null where nobody did. */
  #makerOf(words: string, at: number): NamedSource | null {
    const spoken = this.#documents.makerOf(words, at);
    if (spoken) return spoken;
    for (const noun of madeBy(words)) {
      const author = this.#documents.authorOf(`the ${noun}`, at);
      const source = author && this.#author(author);
      if (source?.kind === "person" || source?.kind === "office") return source;
    }
    // "Mara Quill said at the banquet …. The speaker noted …"
    const last = this.#lastSpeaker;
    const near = last && last.from < at && this.#sentence(at) - this.#sentence(last.from) <= SPEAKER_REACH;
    // "The Speaker: Order!" is who presides.
    const isLabel = this.#found.document.text[at + words.length] === ":";
    return near && !isLabel && /^the (?:speaker|reporter)$/i.test(words) ? last.source : null;
  }

  /** Whom the words for an author mean; null where they are being read already: "An article by the author" leads back to itself. */
  #author(span: Span): NamedSource | null {
    if (this.#authored.has(span.from)) return null;
    this.#authored.add(span.from);
    const author = this.#elsewhere(span);
    this.#authored.delete(span.from);
    return author;
  }

  /** Whom words mean to which others lead; by themselves alone where they have led on too often: "The reporter issued a report. The reporter …" */
  #elsewhere(span: Span): NamedSource {
    if (this.#led >= MOST_LED) return readSource(this.#words(span), this.#field);
    this.#led++;
    const read = this.#read(span, null);
    this.#led--;
    return read;
  }

  /** Keeps who spoke, for "they", "it" and what was issued; a document that speaks for a person may go on as "it". */
  #note(s: FoundStatement, { from }: Span, words: string, source: NamedSource): void {
    const spoken = this.#documents.spokenIn(s, source);
    this.#hearAsked(s, from);
    const several = source.kind === "person" && / and /.test(source.name);
    if (inHeadline(this.#found, from) || (source.kind === "person" && !several && !spoken && !isDocument(words)))
      return;
    const pronoun = /^(?:they|it|its|their|he|she|him|her|his)$/i.test(words);
    this.#others.hear({
      at: from,
      sentence: this.#sentence(from),
      source,
      plural: /^they$/i.test(words) || isPlural(pronoun ? source.name : words, source),
      nested: s.inside !== null,
      handedOn: s.inside !== null && this.sources.get(s.inside)?.kind !== "channel",
      asks: s.cue !== null && /\bask(?:ed|s|ing)?\b/.test(this.#words(s.cue)),
      document: spoken || isDocument(words) || /^its?$/i.test(words),
    });
  }

  /** "Mara Quill was asked by a caller why …. “…,” she said": whoever was asked answers. */
  #hearAsked({ cue }: FoundStatement, from: number): void {
    const { document, sentences } = this.#found;
    if (!cue || !/\basked by (?:the )?$/.test(document.text.slice(Math.max(0, from - 16), from))) return;
    const head = sentences[this.#sentence(from)]?.from ?? from;
    const asked = this.#focus.allWithin(head, Math.min(from, cue.from)).find(({ quoted }) => !quoted);
    if (asked) this.#focus.hear({ ...asked, role: "speaker", named: false, asked: true });
  }

  /** Where a speaker is heard: his own words go on to the end of a frame. */
  #placeOf({ frame }: FoundStatement, span: Span): Span {
    if (!frame || this.#framed.has(frame)) return span;
    this.#framed.add(frame);
    return { from: frame.stretch.to - 1, to: frame.stretch.to };
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

  #words(span: Span): string {
    return wordsAt(this.#found, span);
  }

  #sentence(at: number): number {
    return indexBehind(this.#found.sentences, at);
  }
}

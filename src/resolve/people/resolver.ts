import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Frame } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { type Field, inArticle } from "../field.ts";
import { isNoSource, pointed } from "../nounPhrase.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { antecedentOf } from "./antecedents.ts";
import { type Body, bodiesIn } from "./bodies.ts";
import { Companies } from "./companies.ts";
import { type Description, descriptionOf, descriptionsIn, describedPerson } from "./descriptions.ts";
import { CommonNouns } from "./commonNouns.ts";
import { Documents, isDocument, madeBy } from "./documents.ts";
import { Focus } from "./focus.ts";
import { inHeadline } from "./headlines.ts";
import { Hosts } from "./hosts.ts";
import { kinOf } from "./kin.ts";
import { type Mention, type Named, namesIn } from "./mentions.ts";
import {
  addressee,
  apposedTo,
  paragraphFrom,
  saidBefore,
  stepsOf,
  subjectAround,
  subjectBeforeColon,
  subjectBehind,
  together,
} from "./nearby.ts";
import { Others, isOneMan, isPlural } from "./others.ts";
import { type Person, fullest, genderOf, joint, meant } from "./persons.ts";
import { Resumed } from "./resumed.ts";
import { isOccasion, onlyWhose, speakerSpan, wordsAt } from "./speakerWords.ts";
import { Things } from "./things.ts";
import { wholePhrase, withClause, withOthers } from "./wholePhrase.ts";

const SINGULAR = /^(?:he|she|him|himself|herself|his|her)$/i;
const SPEAKER_HIMSELF = /^(?:i|we|me|us|myself|ourselves)$/i;
const RELATIVE = /^(?:[Ww]ho|whom|whose|[Ww]hich|[Tt]hat)$/;
/** How many sentences somebody stays "the speaker". */
const SPEAKER_REACH = 3;
/** "This shows that …": nobody by name. */
const POINTING = /^(?:this|that|these|those|all|such|both|which|what|whoever)$/i;
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
  readonly #companies: Companies;
  readonly #documents: Documents;
  readonly #hosts: Hosts;
  readonly #resumed: Resumed;
  readonly #quoted: ReturnType<typeof outermost>;
  readonly #persons = new Map<FoundStatement, Person>();
  readonly #others = new Others();
  readonly #common: CommonNouns;
  /** The sentence in which each person spoke last. */
  readonly #heardIn = new Map<Person, number>();
  /** The person by name who spoke last, outside others' words. */
  #lastSpeaker: { readonly source: NamedSource; readonly from: number } | null = null;
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
    this.#resumed = new Resumed(found, this.#focus, this.names.persons);
    this.#common = new CommonNouns(
      found,
      (name) => this.names.persons.called(name).length > 0,
      (name) => this.#field.withSurname(name).length > 0,
    );
    this.#companies = new Companies(found, this.#field, this.names.persons);
    this.#things = new Things(found, this.#field, this.#focus, this.#documents, this.#others, {
      words: (span) => this.#words(span),
      sentence: (at) => this.#sentence(at),
      read: (span) => this.#read(span, null),
      together: (span) => together(this.#found, this.#focus, span),
      pronoun: (span) => this.#pronoun(span, null),
      speaker: (s) => this.sourceOf(s),
    });
  }

  sourceOf(s: FoundStatement): NamedSource | null {
    const known = this.sources.get(s);
    if (known !== undefined) return known;
    const span = speakerSpan(this.#found, s);
    const nobody = !span || isNoSource(this.#words(span)) || isOccasion(this.#found, span);
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
      const person = description && this.#described(description, span);
      return person ? [{ ...span, person }] : [];
    });
  }

  /** "Spokesman Tom Birch declined to comment": whoever keeps silent stands in the foreground as one who speaks. */
  hearSilent(span: Span): void {
    const first = subjectAround(this.#found, this.#focus, span);
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
    const person = this.#pronoun(span, null);
    if (person) this.#hear(person, span, "subject");
  }

  #read(at: Span, s: FoundStatement | null): NamedSource {
    const bare = withOthers(this.#found, this.#field, wholePhrase(this.#found, onlyWhose(this.#found, at, s)));
    const span = withClause(this.#found, this.#field, bare, s);
    const words = pointed(this.#words(span))
      .replace(/^(he|she|they|it|who)['’](?:s|d|ll|re|ve)$/i, "$1")
      .replace(/^(he|she|they|it) (?:in|at|on) .*$/i, "$1")
      .replace(/^(they|we) both$/i, "$1")
      .replace(ADVERBIAL, "");
    const holder = SINGULAR.test(words)
      ? this.#holder(span, words, s)
      : (this.#makerOf(words, span.from) ??
        this.#others.called(words, span.from, this.#sentence(span.from)) ??
        this.#companies.meant(span, words, this.#others));
    // "The reporter" who made the report is one by name.
    const maker = holder?.kind === "person" ? this.names.persons.full(holder.name) : null;
    const person = holder ? maker : this.#personAt(span, words, s);
    if (person) {
      const source: NamedSource = { kind: "person", name: person.name };
      if (s) {
        this.#persons.set(s, person);
        person.sure = true;
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
    const own = holder ?? this.#things.meant(span, words, s);
    const fuller = own.kind === "unnamed" ? this.#others.fuller(words, span.from, this.#sentence(span.from)) : null;
    const read: NamedSource = fuller ?? (/^(?:we|us)$/i.test(own.name) ? { kind: "unnamed", name: own.name } : own);
    // "Estimates suggest …", "Doubters: Dikes Leak": a noun that has a capital for its place.
    const unknown = !holder && read.kind === "person";
    const source: NamedSource =
      unknown && words.startsWith(read.name) && this.#common.at(span, read.name)
        ? { kind: "unnamed", name: read.name }
        : unknown && this.#common.isBody(span, words)
          ? { kind: "organisation", name: words }
          : this.#isPaper(read, words, s)
            ? { kind: "channel", name: read.name }
            : read;
    if (s && source.kind !== "none" && !/^(?:they|it)$/i.test(source.name))
      this.#note(s, this.#placeOf(s, span), words, source);
    return source;
  }

  /** "The Lindholter first reported …": whoever is only known to report. */
  #isPaper({ kind }: NamedSource, words: string, s: FoundStatement | null): boolean {
    if (kind !== "organisation" || !s?.cue || !/^The \p{Lu}\p{Ll}{3,}$/u.test(words)) return false;
    return /^(?:first |later |also )?report(?:s|ed)\b/.test(this.#words(s.cue));
  }

  /** "the speaker" behind "Mara Quill made a speech": who made it; null where nobody did. */
  #makerOf(words: string, at: number): NamedSource | null {
    const spoken = this.#documents.makerOf(words, at);
    if (spoken) return spoken;
    for (const noun of madeBy(words)) {
      const author = this.#documents.authorOf(`the ${noun}`, at);
      const source = author && this.#read(author, null);
      if (source?.kind === "person" || source?.kind === "office") return source;
    }
    // "Mara Quill said at the banquet …. The speaker noted …"
    const last = this.#lastSpeaker;
    const near = last && last.from < at && this.#sentence(at) - this.#sentence(last.from) <= SPEAKER_REACH;
    return near && /^the (?:speaker|reporter)$/i.test(words) ? last.source : null;
  }

  /** Keeps who spoke, for "they", "it" and what was issued; a document that speaks for a person may go on as "it". */
  #note(s: FoundStatement, { from }: Span, words: string, source: NamedSource): void {
    const spoken = this.#documents.spokenIn(s, source);
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
    const gender = genderOf(words);
    if (this.#quoted.before(span.from + 1)) return null;
    const sentence = this.#sentence(span.from);
    // Whoever speaks in a frame says "I": his "he" is somebody in his words.
    const frame = s?.inside?.frame ?? null;
    if (frame) {
      const heard = this.#others.holder(span.from, sentence, gender, true);
      const speaker = s?.inside ? this.sourceOf(s.inside)?.name : null;
      const own = heard && heard.source.name !== speaker ? heard : null;
      const told = this.#things.oneManBefore(span, frame.stretch.from, gender);
      const last = own && (!told || own.at > told.at) ? own : told;
      return last && !this.#focus.actsBetween(last, span.from) ? last.source : null;
    }
    const outer = s?.inside ? this.sourceOf(s.inside) : null;
    if (outer) return isOneMan(outer, gender) ? outer : null;
    const last = this.#others.holder(span.from, sentence, gender, s?.inside !== null);
    // "…, he added": who acts in what he says is not he.
    const until = Math.min(span.from, s?.content[0]?.from ?? span.from);
    return last && !this.#focus.actsBetween(last, until) ? last.source : null;
  }

  /** The person a phrase means by name, pronoun or description; null where none is known. */
  #personAt(span: Span, words: string, s: FoundStatement | null): Person | null {
    if (SINGULAR.test(words)) return this.#pronoun(span, s);
    if (SPEAKER_HIMSELF.test(words)) return this.#speakerAround(s);
    if (RELATIVE.test(words)) return antecedentOf(this.#found, this.#focus, span)?.person ?? null;
    if (POINTING.test(words)) return null;
    const both = /^(?:he|she) and /i.test(words) ? this.#withPronoun(span, words) : null;
    if (both) return both;
    if (words.startsWith("@")) return this.names.persons.ofHandle(words.slice(1));
    const own = readSource(words, this.#field);
    const isCommon = words.startsWith(own.name) && this.#common.at(span, own.name);
    if (own.kind === "person" && (isCommon || this.#common.isBody(span, words))) return null;
    if (own.kind === "person") return this.#others.named(own.name) ? null : this.#byName(span, words, own);
    if (own.kind === "state") return this.#bearing(words);
    if (own.kind !== "office" && own.kind !== "unnamed") return null;
    // "… for Mara Quill, the chairwoman said": what is said ends with the name.
    const behindContent = s?.content.some(({ to }) => to <= span.from && span.from - to <= 2) ?? false;
    const apposed = behindContent ? null : apposedTo(this.#found, this.#focus, span);
    if (apposed) return apposed;
    const kin = kinOf(words, this.names.persons, (possessor) => this.#possessor(possessor, span));
    if (kin) return kin;
    const description = descriptionOf(words, this.#field);
    return (description && this.#described(description, span)) ?? this.#resumed.namedBehind(words, span.from);
  }

  /** "Dunmere said", where Ilse Dunmere has spoken or is told of: a person who is called as a place is; null for nobody. */
  #bearing(words: string): Person | null {
    const called = /^\p{Lu}\p{L}+$/u.test(words) ? this.names.persons.called(words) : [];
    const [one] = called;
    const bears = one && called.length === 1 && one.name.endsWith(` ${words}`);
    return bears && (this.#heardIn.has(one) || one.titles.size > 0) ? one : null;
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
      const joined = together(this.#found, this.#focus, span);
      if (joined) return joined;
      if (/\sand\s/.test(own.name)) return joint(own.name, this.names.persons);
    }
    const last = own.name.split(" ").at(-1) as string;
    // The mention in the phrase that carries the name's last word.
    const mentions = this.#focus.allWithin(span.from, span.to);
    const holdsLast = (m: Mention): boolean => {
      const named = this.#found.document.text.slice(m.from, m.to).replace(/\s+/g, " ");
      return named.endsWith(last) || last.endsWith(named);
    };
    const mention = mentions.find((m) => this.#words(m) === own.name) ?? mentions.findLast(holdsLast);
    const called = this.names.persons.called(own.name);
    if (mention) return mention.person;
    if (called.length === 1) return called[0] as Person;
    // Two of one surname: the one who has just spoken goes on.
    if (called.length > 1) {
      const heard = called.filter(
        (one) => this.#sentence(span.from) - (this.#heardIn.get(one) ?? -Infinity) <= SPEAKER_REACH,
      );
      return heard.length === 1 ? (heard[0] as Person) : null;
    }
    // Names of one word, and names in headlines, are first met as sources.
    const parts = own.name.split(" ");
    if (!parts.every((part) => /^\p{L}/u.test(part)) || /^(?:they|it|you)$/i.test(words)) return null;
    // In a headline any words may have capitals: who is named nowhere else is no person for the text.
    return inHeadline(this.#found, span.from) || parts.length > 5 ? null : this.names.persons.add(parts);
  }

  /** "She and Tom Birch", "he and other anglers": the one meant by the pronoun, with the others; null for other words. */
  #withPronoun(span: Span, words: string): Person | null {
    const [, pronoun, rest] = /^(he|she) and (.{3,80})$/i.exec(words) ?? [];
    const one = pronoun ? this.#pronoun({ from: span.from, to: span.from + pronoun.length }, null) : null;
    if (!one || !rest) return null;
    const named = readSource(rest, this.#field);
    const other = named.kind === "person" ? fullest(named.name, this.names.persons) : rest;
    return { ...one, name: `${one.name} and ${other}`, gender: null };
  }

  #pronoun(span: Span, s: FoundStatement | null): Person | null {
    const gender = genderOf(this.#words(span));
    const may = (one: Person | null): one is Person => one !== null && (one.gender === null || one.gender === gender);
    const quotation = this.#quoted.before(span.from + 1);
    // "He received a letter from Mara Quill. She said in the letter …"
    const beside = s && this.#documents.namedBeside(s);
    const author = beside ? this.#documents.authorOf(beside, span.from) : null;
    const writer = author && this.#personAt(author, this.#words(author), null);
    if (may(writer)) return meant(writer, gender);
    const outer = s?.inside ? this.#personOf(s.inside) : null;
    // "Kim said he hoped" is Kim; inside his own words in marks, or in a frame, he is somebody else.
    const ownWords =
      (s?.inside?.frame ?? null) !== null ||
      (quotation !== null && s?.inside?.content.some((c) => c.from < quotation.span.to && quotation.span.from < c.to));
    if (may(outer) && !ownWords) return meant(outer, gender);
    const brought = s && quotation === null && !outer ? subjectBeforeColon(this.#found, this.#focus, s) : null;
    if (may(brought)) return meant(brought, gender);
    const behind = quotation === null && !outer ? subjectBehind(this.#found, this.#focus, span) : null;
    if (may(behind)) return meant(behind, gender);
    const sentence = this.#sentence(span.from);
    // "While she warned of it, she has ordered …": what stands before is not what she says here.
    const first = s?.content[0];
    const said = first && first.from > span.from ? [] : saidBefore(this.#found, span);
    const person = this.#focus.meant(span.from, sentence, gender, {
      quoted: quotation !== null,
      not: ownWords ? outer : ((s && addressee(this.#found, this.#focus, s)?.person) ?? null),
      own: [...(s?.content ?? []), ...said],
      speaks: s !== null && !s.inside,
      paragraph: said.length > 0 ? paragraphFrom(this.#found, sentence) : sentence,
    });
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

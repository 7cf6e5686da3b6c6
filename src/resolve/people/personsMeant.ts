import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { type Field, folded } from "../field.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { antecedentOf } from "./antecedents.ts";
import type { CommonNouns } from "./names/commonNouns.ts";
import { ByAuthor } from "./byAuthor.ts";
import { ClauseSubjects } from "./clauseSubjects.ts";
import { describedPerson } from "./describedPerson.ts";
import { type Description, descriptionOf } from "./descriptions.ts";
import type { Documents } from "./documents/documents.ts";
import type { Focus } from "./focus.ts";
import { inHeadline } from "./headlines.ts";
import { kinOf } from "./kin.ts";
import type { Mention } from "./names/mentions.ts";
import { addressee, apposedTo, paragraphFrom, saidBefore, subjectBeforeColon, subjectBehind } from "./nearby.ts";
import type { Others } from "./others.ts";
import { type Person, type Persons, fullest, genderOf, meant } from "./names/persons.ts";
import { Resumed } from "./resumed.ts";
import { isRelative, isWhatHeIs, wordsAt } from "./speakerWords.ts";
import { genderOfTitle } from "./names/titles.ts";

/** Pronouns for one man or woman. */
export const SINGULAR = /^(?:he|she|him|himself|herself|his|her)$/i;
const SPEAKER_HIMSELF = /^(?:i|we|me|us|myself|ourselves)$/i;
/** How far into a paragraph, in sentences, "I" is still looked for before it. */
const LONGEST_TURN = 80;
/** "Miss Quill?", "Senator Birch.": a name with its title, and nothing else. */
const CALLED_UPON =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Prof|Senator|Representative|Congressman|Congresswoman|Professor|Minister|Justice|Judge|Counsel)\.? (?:\p{Lu}[\p{L}’'.-]+ ?){1,3}[?.]$/u;
/** "Mr. Singer": a surname, though it be the noun of a trade. */
const CALLED_MR = /^(?:Mr|Mrs|Ms|Miss|Dr)\.? (\p{Lu}[\p{L}'’-]+)$/u;
/** "This shows that …": nobody by name. */
const POINTING = /^(?:this|that|these|those|all|such|both|which|what|whoever)$/i;
/** How many sentences somebody stays "the speaker", or the one of two of a surname. */
export const SPEAKER_REACH = 3;

/** How far before "the widow" somebody may have been brought in as "a widow", in characters. */
const BROUGHT_REACH = 3_000;

/** What is known from the reading so far. */
interface Known {
  readonly documents: Documents;
  readonly others: Others;
  readonly common: CommonNouns;
  /** The sentence in which each person spoke last. */
  readonly heardIn: ReadonlyMap<Person, number>;
  /** The person who speaks in a statement. */
  personOf(s: FoundStatement): Person | null;
  /** The persons by name in a phrase that is read as `name`, as one. */
  joint(span: Span, name: string): Person | null;
}

/** Whom the words of a source mean where that is a person: by name, by a pronoun, by what he is. */
export class PersonsMeant {
  readonly #found: Found;
  readonly #field: Field;
  readonly #persons: Persons;
  readonly #focus: Focus;
  readonly #by: Known;
  readonly #quoted: ReturnType<typeof outermost>;
  readonly #resumed: Resumed;
  readonly #clauses: ClauseSubjects;
  readonly #author: ByAuthor;

  constructor(found: Found, field: Field, persons: Persons, focus: Focus, by: Known) {
    this.#found = found;
    this.#field = field;
    this.#persons = persons;
    this.#focus = focus;
    this.#by = by;
    this.#quoted = outermost(found);
    this.#resumed = new Resumed(found, focus, persons);
    this.#clauses = new ClauseSubjects(found, focus);
    this.#author = new ByAuthor(found, persons, field);
  }

  /** The person a phrase means by name, pronoun or description; null where none is known. */
  at(span: Span, words: string, s: FoundStatement | null): Person | null {
    if (SINGULAR.test(words)) return this.pronoun(span, s);
    if (words !== "US" && SPEAKER_HIMSELF.test(words))
      return this.#speakerAround(s) ?? (/^(?:i|me|myself)$/i.test(words) ? this.#whoIs(span, s) : null);
    if (isRelative(words)) return this.#beforeClause(span);
    if (POINTING.test(words)) return null;
    const both = /^(?:he|she) and /i.test(words) ? this.#withPronoun(span, words) : null;
    if (both) return both;
    if (words.startsWith("@")) return this.#persons.ofHandle(words.slice(1));
    const labelled = this.#labelled(span, words);
    if (labelled) return labelled;
    const own = readSource(words, this.#field);
    const isCommon = words.startsWith(own.name) && this.#by.common.at(span, own.name);
    if (own.kind === "person" && (isCommon || this.#by.common.isBody(span, words, own.name))) return null;
    if (own.kind === "person") return this.#by.others.named(own.name) ? null : this.#byName(span, words, own);
    if (own.kind === "state" || (own.kind === "office" && own.name === words)) {
      const bearing = this.#bearing(words);
      if (bearing || own.kind === "state") return bearing;
    }
    if (own.kind !== "office" && own.kind !== "unnamed") return null;
    const surname = CALLED_MR.exec(words)?.[1];
    const called = surname ? this.#persons.called(surname) : [];
    if (called.length === 1) return called[0] as Person;
    const atEnd = this.#namedAtEnd(span);
    if (atEnd) return atEnd;
    // "… for Mara Quill, the chairwoman said": what is said ends with the name.
    const behindContent = s?.content.some(({ to }) => to <= span.from && span.from - to <= 2) ?? false;
    const apposed = behindContent ? null : apposedTo(this.#found, this.#focus, span);
    if (apposed) return apposed;
    const kin = kinOf(words, this.#persons, (possessor) => this.#possessor(possessor, span));
    if (kin) return kin;
    const description = descriptionOf(words, this.#field);
    return (description && this.described(description, span, s)) ?? this.#resumed.namedBehind(words, span.from);
  }

  /** "BIRCH:" where Tom Birch, or "TOM BIRCH:", stands before: the only one of that surname; null for other words. */
  #labelled({ to }: Span, words: string): Person | null {
    if (!/^(?:(?:MR|MRS|MS|DR|GOV|SEN|REP)\.? )?\p{Lu}[\p{Lu}'’-]{3,}$/u.test(words)) return null;
    if (this.#found.document.text[to] !== ":" || this.#field.named(words).length > 0) return null;
    const surname = words.split(" ").at(-1) as string;
    const called = this.#persons.called(surname).filter((one) => folded(one.name).endsWith(` ${folded(surname)}`));
    return called.length === 1 ? (called[0] as Person) : null;
  }

  /** "Mara Quill, who", "the harbour master who": the one named before the clause, or meant by the description there; null for nobody. */
  #beforeClause(span: Span): Person | null {
    const before = antecedentOf(this.#found, this.#focus, span);
    if (!before?.words) return before?.person ?? null;
    const words = wordsAt(this.#found, before.words);
    return /^the\s/i.test(words) && !isRelative(words) ? this.at(before.words, words, null) : null;
  }

  /** "Dunmere said", where Ilse Dunmere has spoken or is told of: a person who is called as a place is; null for nobody. */
  #bearing(words: string): Person | null {
    const called = /^\p{Lu}\p{L}+$/u.test(words) ? this.#persons.called(words) : [];
    const [one] = called;
    const bears = one && called.length === 1 && one.name.endsWith(` ${words}`);
    return bears && (this.#by.heardIn.has(one) || one.titles.size > 0) ? one : null;
  }

  /** Whom a description such as "the country's leader" at a place means; null for nobody. */
  described(description: Description, span: Span, s: FoundStatement | null = null): Person | null {
    const { from } = span;
    const owner = this.#ownerIn(span);
    const inside = new Set(
      this.#focus
        .allWithin(from, span.to)
        .filter(({ to }) => to < span.to)
        .map(({ person }) => person),
    );
    const told = s && !inHeadline(this.#found, from) ? this.#namedIn(s) : inside;
    return describedPerson(description, from, {
      persons: this.#persons,
      focus: this.#focus,
      published: this.#found.document.published.edtf,
      sentence: this.#sentence(from),
      age: (years) => this.#ofAge(years),
      brought: (noun) => this.#isBrought(noun, from),
      not: (person) => person === owner || inside.has(person) || told.has(person),
      goesOn: s && this.#goingOn(span, s),
      owner,
    });
  }

  /** Whose somebody is: "her boss", "Quill's boss"; null where the words name nobody. */
  #ownerIn(span: Span): Person | null {
    const words = wordsAt(this.#found, span);
    if (/^(?:his|her)\s/i.test(words)) return this.pronoun({ from: span.from, to: span.from + 3 }, null);
    const named = this.#focus.within(span.from, span.to);
    return named?.role === "possessive" ? named.person : null;
  }

  /** Whom a statement names, outside marks, in what is said: a speaker is "he" there. */
  #namedIn({ content }: FoundStatement): ReadonlySet<Person> {
    const named = content.flatMap(({ from, to }) => this.#focus.allWithin(from, to));
    return new Set(named.filter(({ quoted }) => !quoted).map(({ person }) => person));
  }

  /** "Quill saw it otherwise: “…,” the senator said", and whoever has just spoken in the paragraph; null for nobody. */
  #goingOn({ from }: Span, s: FoundStatement): Person | null {
    const first = s.content[0];
    if (s.inside || !first || first.from > from || this.#quoted.before(from + 1)) return null;
    return subjectBeforeColon(this.#found, this.#focus, s);
  }

  /** "Mara Quill, 54, said … the 54-year-old": the only one of that age; null where none or several are. */
  #ofAge(years: string): Person | null {
    const { text } = this.#found.document;
    const told = this.#focus
      .allWithin(0, text.length)
      .filter(
        ({ from, to }) =>
          text.startsWith(`, ${years},`, to) ||
          text.startsWith(`, ${years}.`, to) ||
          text.startsWith(` (${years})`, to) ||
          text.slice(Math.max(0, from - 12), from) === `${years}-year-old `.slice(-12),
      );
    const [one] = told;
    return one && told.every(({ person }) => person === one.person) ? one.person : null;
  }

  /** "A widow was robbed …. The widow said": somebody was brought in under a noun before a place. */
  #isBrought(noun: string, at: number): boolean {
    const before = this.#found.document.text.slice(Math.max(0, at - BROUGHT_REACH), at);
    return new RegExp(
      `\\b(?:an?|one|another|two|three|some|many|several) (?:[\\p{L}’'-]+ ){0,3}?${noun}s?\\b`,
      "iu",
    ).test(before);
  }

  /**
   * "Head of the group of anglers in Tarvia Tom Birch", "Ports and Tides Service Commissioner Mara Quill": the one person named in a
   * phrase, at its end or before its first comma, with what he is before his name; null for nobody.
   */
  #namedAtEnd({ from, to }: Span): Person | null {
    const { text } = this.#found.document;
    const behind = text.slice(from, to).search(/,|\s(?:who|which)\s/);
    const end = behind < 0 ? to : from + behind;
    const [one, other] = this.#focus.allWithin(from, end);
    if (!one || other || one.from === from || one.to < end || !one.person.name.includes(" ")) return null;
    if (!/\s/.test(text.slice(one.from, one.to))) return null;
    return isWhatHeIs(text.slice(from, one.from).replace(/\s+/g, " ").trim()) ? one.person : null;
  }

  #byName(span: Span, words: string, own: NamedSource): Person | null {
    if (/\sand\s/.test(words)) {
      const atEnd = this.#namedAtEnd(span);
      if (atEnd) return atEnd;
      const joint = this.#by.joint(span, own.name);
      if (joint || /\sand\s/.test(own.name)) return joint;
    }
    const last = own.name.split(" ").at(-1) as string;
    // The mention in the phrase that carries the name's last word.
    const mentions = this.#focus.allWithin(span.from, span.to);
    const holdsLast = (m: Mention): boolean => {
      const named = this.#found.document.text.slice(m.from, m.to).replace(/\s+/g, " ");
      return named.endsWith(last) || last.endsWith(named);
    };
    const mention = mentions.find((m) => wordsAt(this.#found, m) === own.name) ?? mentions.findLast(holdsLast);
    const called = this.#persons.called(own.name);
    if (mention) return mention.person;
    if (called.length === 1) return called[0] as Person;
    // Two of one surname: the one who has just spoken goes on.
    if (called.length > 1) {
      const heard = called.filter(
        (one) => this.#sentence(span.from) - (this.#by.heardIn.get(one) ?? -Infinity) <= SPEAKER_REACH,
      );
      return heard.length === 1 ? (heard[0] as Person) : null;
    }
    // Names of one word, and names in headlines, are first met as sources.
    const parts = own.name.split(" ");
    if (!parts.every((part) => /^\p{L}/u.test(part)) || /^(?:they|them|their|its?|your?|our)$/i.test(words))
      return null;
    // In a headline any words may have capitals: who is named nowhere else is no person for the text.
    if (inHeadline(this.#found, span.from) || parts.length > 5) return null;
    const added = this.#persons.add(parts);
    // "Birch's brother Bo": what he is tells his gender.
    added.gender ??= genderOfTitle(words.slice(0, Math.max(0, words.indexOf(own.name))).trim());
    return added;
  }

  /** "She and Tom Birch", "he and other anglers": the one meant by the pronoun, with the others; null for other words. */
  #withPronoun(span: Span, words: string): Person | null {
    const [, pronoun, rest] = /^(he|she) and (.{3,80})$/i.exec(words) ?? [];
    const one = pronoun ? this.pronoun({ from: span.from, to: span.from + pronoun.length }, null) : null;
    if (!one || !rest) return null;
    const named = readSource(rest, this.#field);
    const other = named.kind === "person" ? fullest(named.name, this.#persons) : rest;
    return { ...one, name: `${one.name} and ${other}`, gender: null };
  }

  /** Whom the clauses of its sentence make of a pronoun outside marks; null where they do not tell. */
  tied(span: Span, s: FoundStatement | null): Person | null {
    if (this.#quoted.before(span.from + 1)) return null;
    const person = this.#clauses.asked(span) ?? this.#clauses.before(span, s?.inside ?? null);
    return person && (person.gender ?? genderOf(wordsAt(this.#found, span))) === genderOf(wordsAt(this.#found, span))
      ? person
      : null;
  }

  /** Whom a pronoun means, the source of `s` where it is one; null where none is likely enough. */
  pronoun(span: Span, s: FoundStatement | null): Person | null {
    const gender = genderOf(wordsAt(this.#found, span));
    const may = (one: Person | null): one is Person => one !== null && (one.gender === null || one.gender === gender);
    const quotation = this.#quoted.before(span.from + 1);
    // "He received a letter from Mara Quill. She said in the letter …"
    const beside = s && this.#by.documents.namedBeside(s);
    const author = beside ? this.#by.documents.authorOf(beside, span.from) : null;
    const writer = author && this.at(author, wordsAt(this.#found, author), null);
    if (may(writer)) return meant(writer, gender);
    const outer = s?.inside ? this.#by.personOf(s.inside) : null;
    // "Quill said she hoped" is Quill; inside her own words in marks, or in a frame, she is somebody else.
    const ownWords =
      (s?.inside?.frame ?? null) !== null ||
      (quotation !== null && s?.inside?.content.some((c) => c.from < quotation.span.to && quotation.span.from < c.to));
    const tied = this.tied(span, s);
    if (may(tied)) return meant(tied, gender);
    if (may(outer) && !ownWords) return meant(outer, gender);
    const brought = s && quotation === null && !outer ? subjectBeforeColon(this.#found, this.#focus, s) : null;
    if (may(brought)) return meant(brought, gender);
    const behind = quotation === null && !outer ? subjectBehind(this.#found, this.#focus, span) : null;
    if (may(behind)) return meant(behind, gender);
    const sentence = this.#sentence(span.from);
    // "While she warned of it, she has ordered …": what stands before is not what she says here.
    const first = s?.content[0];
    const said = first && first.from > span.from ? [] : saidBefore(this.#found, span);
    const entering = said.length > 0 && !outer ? this.#clauses.broughtIn(span) : null;
    if (may(entering)) return meant(entering, gender);
    const person = this.#focus.meant(span.from, sentence, gender, {
      quoted: quotation !== null,
      not: ownWords ? outer : ((s && addressee(this.#found, this.#focus, s)?.person) ?? null),
      own: [...(s?.content ?? []), ...said],
      speaks: s !== null && !s.inside,
      paragraph: said.length > 0 ? paragraphFrom(this.#found, sentence) : sentence,
      isSecond:
        paragraphFrom(this.#found, sentence) < sentence && paragraphFrom(this.#found, sentence - 1) === sentence - 1,
    });
    return person && meant(person, gender);
  }

  /** The speaker of the statement around one in the first person. */
  #speakerAround(s: FoundStatement | null): Person | null {
    for (let outer = s?.inside ?? null; outer; outer = outer.inside) {
      const person = this.#by.personOf(outer);
      if (person) return person;
    }
    return null;
  }

  /** Whom "I" means outside the words of others: whoever was called upon, else whoever wrote the piece. */
  #whoIs(span: Span, s: FoundStatement | null): Person | null {
    return this.#calledUpon(span, s) ?? this.#author.of(span, s, this.#quoted.before(span.from + 1) !== null);
  }

  /** "… Miss Quill?", and in the next paragraph "I will begin with the gates": in a record without labels whoever was called upon; null for nobody. */
  #calledUpon({ from }: Span, s: FoundStatement | null): Person | null {
    if (this.#quoted.before(from + 1) || s?.frame || s?.inside) return null;
    const { sentences, document } = this.#found;
    const block = sentences[this.#sentence(from)]?.block;
    let at = this.#sentence(from);
    const least = Math.max(0, at - LONGEST_TURN);
    while (at > least && sentences[at]?.block === block) at--;
    const before = sentences[at];
    if (!before || block === undefined || block - before.block !== 1) return null;
    const named = this.#focus.allWithin(before.from, before.to);
    const words = document.text.slice(before.from, before.to);
    return named.length === 1 && CALLED_UPON.test(words) ? (named[0]?.person ?? null) : null;
  }

  #possessor(words: string, span: Span): Person | null {
    if (/^(?:his|her)$/i.test(words)) return this.pronoun({ from: span.from, to: span.from + words.length }, null);
    const called = this.#persons.called(words);
    return called.length === 1 ? (called[0] as Person) : (this.#focus.within(span.from, span.to)?.person ?? null);
  }

  #sentence(at: number): number {
    return indexBehind(this.#found.sentences, at);
  }
}

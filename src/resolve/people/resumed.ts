import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Found } from "../../model/statement.ts";
import { kindsOf } from "../tables.ts";
import type { Focus } from "./focus.ts";
import type { Person, Persons } from "./persons.ts";
import { headNouns } from "./titles.ts";

/** "the lawyer, Tom Birch", "The lawyer for the board, Tom Birch": a name behind what its bearer was called before. */
const RESUMED =
  /\b[Tt]he (?:\p{Ll}[\p{Ll}-]+ ){0,2}?(\p{Ll}[\p{Ll}-]+)(?: (?:of|for) (?:[^,.;:"“”]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|U\.S))\.){2,60})?, (?=\p{Lu})/gu;
/** How far behind the phrase its bearer may get his name, in characters. */
const REACH = 3_000;
/** The noun of a phrase for one person that opens with an article. */
const HEAD = /^(?:an?|the) (?:[\p{L}.’'-]+ ){0,4}?(\p{Ll}[\p{Ll}-]+)(?= (?:of|for|in|at|with|who)\b|,|$)/iu;

/** One who leads a body that is named. */
const LEADS = /^The (?:head|chief|leader|president|chairman|chairwoman|director|boss|founder) of (?:the )?\p{Lu}/u;

/** Of these two may speak one behind the other. */
const OF_MANY =
  /^(?:senator|congressman|congresswoman|representative|lawmaker|legislator|official|officer|aide|adviser|advisor|deputy)$/;

interface Resuming {
  readonly noun: string;
  readonly at: number;
  readonly person: Person;
}

/** Those whom a report calls by what they are before it names them: "a lawyer for the board said … the lawyer, Tom Birch, said". */
export class Resumed {
  readonly #found: Found;
  readonly #focus: Focus;
  readonly #persons: Persons;
  /** In the order of the text. */
  #all: readonly Resuming[] | null = null;
  /** Where each person is named first. */
  #first: Map<Person, number> | null = null;

  constructor(found: Found, focus: Focus, persons: Persons) {
    this.#persons = persons;
    this.#found = found;
    this.#focus = focus;
  }

  /** The one whom a phrase at a place means, named behind it; null for nobody, and where another of the kind stands between. */
  namedBehind(words: string, at: number): Person | null {
    const noun = HEAD.exec(words)?.[1];
    if (noun === undefined) return null;
    if (LEADS.test(words) && this.#opens(at)) return this.#bareNext(at + words.length);
    const next = this.#next(noun, at);
    if (!next) return this.#titledNext(noun, at + words.length);
    const between = this.#found.document.text.slice(at + words.length, next.at);
    return new RegExp(`\\b(?:an|a|another) (?:[\\p{L}.’'-]+ ){0,4}?${noun}s?\\b`, "iu").test(between)
      ? null
      : next.person;
  }

  /** The first one behind a place who is named behind this noun, within reach. */
  #next(noun: string, at: number): Resuming | null {
    const all = (this.#all ??= this.#read());
    for (let i = firstReached(all, (one) => one.at > at); i < all.length; i++) {
      const one = all[i] as Resuming;
      if (one.at - at > REACH) return null;
      if (one.noun === noun) return one;
    }
    return null;
  }

  /** Whether somebody is named before a place. */
  #isKnown(person: Person, at: number): boolean {
    if (!this.#first) {
      this.#first = new Map();
      for (const { person: one, from } of this.#focus.allWithin(0, Infinity))
        if (!this.#first.has(one)) this.#first.set(one, from);
    }
    return (this.#first.get(person) ?? Infinity) < at;
  }

  /** "A judge ruled so on Monday. Judge Tom Birch said": the first one named in the next sentences, by that title, whom nothing was told of before. */
  #titledNext(noun: string, at: number): Person | null {
    const { sentences } = this.#found;
    const here = indexBehind(sentences, at);
    const end = sentences[Math.min(sentences.length - 1, here + 2)]?.to ?? at;
    const next = this.#focus.allWithin(sentences[here]?.to ?? at, end)[0];
    if (!next || next.quoted || OF_MANY.test(noun) || !headNouns(next.title).includes(noun)) return null;
    return !this.#isKnown(next.person, next.from) && this.#persons.titled(noun).length === 1 ? next.person : null;
  }

  /** Whether a place stands in the first sentences of the report's body. */
  #opens(at: number): boolean {
    const { sentences, document } = this.#found;
    const first = sentences.findIndex(({ block }) => document.blocks[block]?.kind !== "headline");
    return indexBehind(sentences, at) - first < 2;
  }

  /** "The head of the Dike Union is worried. Mara Quill said her union …": who is named in the next sentences as if known; null for nobody. */
  #bareNext(at: number): Person | null {
    const { sentences } = this.#found;
    const here = indexBehind(sentences, at);
    const end = sentences[Math.min(sentences.length - 1, here + 2)]?.to ?? at;
    const next = this.#focus.allWithin(sentences[here]?.to ?? at, end).find(({ role }) => role === "subject");
    // "Mara Quill, a diver, said": nobody known.
    if (!next || next.quoted || /^, (?!\d)/.test(this.#found.document.text.slice(next.to, next.to + 3))) return null;
    const { person } = next;
    const before = this.#isKnown(person, next.from);
    const told = person.filed !== null || person.titles.size > 0 || person.described.length > 0;
    return !before && !told && person.name.includes(" ") ? person : null;
  }

  #read(): Resuming[] {
    return [...this.#found.document.text.matchAll(RESUMED)].flatMap((match) => {
      const noun = match[1] as string;
      const kinds = kindsOf(noun);
      const behind = match.index + match[0].length;
      const named = this.#focus.allWithin(behind, behind + 24)[0];
      const somebody = (kinds.has("office") || kinds.has("description")) && !kinds.has("organisation");
      if (!somebody || !named || !named.person.name.includes(" ")) return [];
      const title = this.#found.document.text.slice(behind, named.from);
      return /^(?:\p{Lu}[\p{L}.]* ){0,2}$/u.test(title) ? [{ noun, at: match.index, person: named.person }] : [];
    });
  }
}

import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Found } from "../../model/statement.ts";
import { kindsOf } from "../tables.ts";
import type { Focus } from "./focus.ts";
import type { Person, Persons } from "./names/persons.ts";
import { headNouns } from "./names/titles.ts";

/** "the lawyer, Tom Birch", "The lawyer for the board, Tom Birch": a name behind what its bearer was called before. */
const RESUMED =
  /\b[Tt]he (?:\p{Ll}[\p{Ll}-]+ ){0,2}?(\p{Ll}[\p{Ll}-]+)(?: (?:of|for) (?:[^,.;:"“”]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|U\.S))\.){2,60})?, (?=\p{Lu})/gu;
/** How far behind the phrase its bearer may get his name, in characters. */
const REACH = 3_000;
/** The noun of a phrase for one person that opens with an article. */
const HEAD =
  /^(?:an?|the|\p{Lu}[\p{L} ]*['’]s?) (?:[\p{L}.’'-]+ ){0,4}?(\p{Ll}[\p{Ll}-]+)(?= (?:of|for|in|at|with|who)\b|,|$)/iu;

/** One who leads a body that is named. */
const LEADS = /^The (?:head|chief|leader|president|chairman|chairwoman|director|boss|founder) of (?:the )?\p{Lu}/u;

/** "Ostrel's former harbour master", "The mayor's challenger": one described in the first sentence. */
const IN_THE_LEAD = /^(?:The (?:\p{Lu}\p{L}+ |former )|\p{Lu}[\p{L} ]*['’]s? |The [\p{Ll} ]+['’]s )/u;

/** Of these two may speak one behind the other. */
const OF_MANY =
  /^(?:senator|congressman|congresswoman|representative|lawmaker|legislator|official|officer|aide|adviser|advisor|deputy)$/;

interface Resuming {
  readonly noun: string;
  readonly at: number;
  readonly person: Person;
  readonly words: string;
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
    const leads = LEADS.test(words) || (IN_THE_LEAD.test(words) && isSomebody(noun) && !OF_MANY.test(noun));
    const opened = leads && this.#opens(at) ? this.#bareNext(at + words.length, LEADS.test(words)) : null;
    if (opened || LEADS.test(words)) return opened;
    const next = this.#next(noun, at);
    if (next && isAnother(words, next.words)) return null;
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
      // A surname in a headline goes before the full name.
      for (const { person: one, from, to } of this.#focus.allWithin(0, Infinity))
        if (!this.#first.has(one) && /\s/.test(this.#found.document.text.slice(from, to))) this.#first.set(one, from);
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
  #bareNext(at: number, anywhere: boolean): Person | null {
    const { sentences } = this.#found;
    const here = indexBehind(sentences, at);
    const end = sentences[Math.min(sentences.length - 1, here + 2)]?.to ?? at;
    const next = this.#focus.allWithin(sentences[here]?.to ?? at, end).find(({ role }) => role === "subject");
    // "Mara Quill, a diver, said": nobody known.
    if (
      !next ||
      next.quoted ||
      !(anywhere || next.opens) ||
      /^, (?!\d|who\b)/.test(this.#found.document.text.slice(next.to, next.to + 3))
    )
      return null;
    const { person } = next;
    const before = this.#isKnown(person, next.from);
    const told = person.filed !== null || person.titles.size > 0 || person.described.length > 0;
    return !before && !told && person.name.includes(" ") ? person : null;
  }

  #read(): Resuming[] {
    return [...this.#found.document.text.matchAll(RESUMED)].flatMap((match) => {
      const noun = match[1] as string;
      const behind = match.index + match[0].length;
      const named = this.#focus.allWithin(behind, behind + 24)[0];
      if (!isSomebody(noun) || !named || !named.person.name.includes(" ")) return [];
      const title = this.#found.document.text.slice(behind, named.from);
      return /^(?:\p{Lu}[\p{L}.]* ){0,2}$/u.test(title)
        ? [{ noun, at: match.index, person: named.person, words: match[0] }]
        : [];
    });
  }
}

function isSomebody(noun: string): boolean {
  const kinds = kindsOf(noun);
  return (kinds.has("office") || kinds.has("description")) && !kinds.has("organisation");
}

/** "The dike secretary" is not "the shadow harbour secretary": what stands before the noun tells two apart. */
function isAnother(words: string, later: string): boolean {
  const before = (phrase: string): string[] =>
    (/^the (.*?)(?:(?: (?:of|for|in|at|with|who)\b|,).*)?$/isu.exec(phrase)?.[1] ?? "")
      .toLowerCase()
      .split(" ")
      .slice(0, -1);
  const [one, other] = [before(words), before(later)];
  return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word));
}

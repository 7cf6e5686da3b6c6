import { type Field, type FiledPerson, folded } from "../../field.ts";
import { givenNames } from "../../tables.ts";

export type Gender = "f" | "m";

/** A person the text names. Gathered while the text is read; not changed afterwards. */
export interface Person {
  /** The fullest name of the text, or the pack's spelling of it. */
  name: string;
  gender: Gender | null;
  /** Head nouns of the offices and descriptions given to the person, in small letters: "senator", "host". */
  readonly titles: Set<string>;
  /** Other words of those descriptions, folded: "south", "carolina", "russian". */
  readonly beside: Set<string>;
  /** The descriptions as they stand in the text, in order. */
  readonly described: string[];
  filed: FiledPerson | null;
  /** How often named outside quotation marks. */
  times: number;
  /** Something beside capital letters says that this is a person. */
  sure: boolean;
}

const INITIAL = /^\p{Lu}\.$/u;
const NICKNAME = /^"/;
/** The Arabic article as a folded surname begins with it. */
const ARTICLE = /^(?:al|el|as|ash|ad|ar|at|az) (?=\p{L}{3})/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;

/** The persons a text names in full, found again by their short names. */
export class Persons {
  readonly all: Person[] = [];
  readonly #field: Field;
  readonly #byKey = new Map<string, Person>();
  readonly #byLast = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  /** Of names with two surnames the first: Vega and Soto of Ana Vega Soto. */
  readonly #byMiddle = new Map<string, Person[]>();
  /** Of names of three words and more by the last two. */
  readonly #byEnd = new Map<string, Person>();
  #byTitle: Map<string, Person[]> | null = null;
  #filed: Person[] | null = null;

  constructor(field: Field) {
    this.#field = field;
  }

  /** The person of a full name; spellings of one name (romanised, shortened, with a middle name) are one person. */
  add(words: readonly string[]): Person {
    const name = words.join(" ");
    const filed = this.#field.person(name);
    const keys = keysOf(filed?.name.split(" ") ?? words);
    const end = words.length === 2 ? this.#byEnd.get(folded(name)) : undefined;
    const same = (known: Person | undefined): known is Person => known !== undefined && !hasOtherMiddle(known, words);
    let person = keys.map((key) => this.#byKey.get(key)).find(same) ?? end;
    if (!person) {
      person = {
        name: filed?.name ?? name,
        gender: filed?.gender ?? genderOfName(words),
        titles: new Set(),
        beside: new Set(),
        described: [],
        filed,
        times: 0,
        sure: filed !== null,
      };
      if (person.gender !== null) person.sure = true;
      this.all.push(person);
      const parts = partsOf(words);
      push(this.#byLast, parts.at(-1) as string, person);
      // "al-Burhan" is Burhan as well.
      push(this.#byLast, (parts.at(-1) as string).replace(ARTICLE, ""), person);
      // Van der Berg is also Berg's full surname: de Blasio, bin Salman.
      for (let i = parts.length - 2; i > 0; i--)
        if (/^\p{Ll}/u.test(words.filter((w) => !INITIAL.test(w) && !SUFFIX.test(w))[i] ?? ""))
          push(this.#byLast, parts.slice(i).join(" "), person);
      // "Ki Hong" is Justin Ki Hong.
      if (parts.length > 2) this.#byEnd.set(parts.slice(-2).join(" "), person);
      push(this.#byFirst, parts[0] as string, person);
      for (const middle of parts.slice(1, -1)) if (middle.length > 3) push(this.#byMiddle, middle, person);
    } else if (!filed && words.length > person.name.split(" ").length && !person.filed) person.name = name;
    for (const key of [...keys, ...keysOf(words)]) if (!this.#byKey.has(key)) this.#byKey.set(key, person);
    return person;
  }

  /** From here on a person is called so as well: "Jan Orvik, better known as Tide". */
  call(person: Person, other: string): void {
    const key = folded(other);
    if (!this.#byKey.has(key)) this.#byKey.set(key, person);
    push(this.#byLast, key, person);
  }

  /** Those who are called so in a description; looked up after all are known. */
  titled(noun: string): readonly Person[] {
    if (!this.#byTitle) {
      this.#byTitle = new Map();
      for (const person of this.all) for (const title of person.titles) push(this.#byTitle, title, person);
    }
    return this.#byTitle.get(noun) ?? [];
  }

  /** The person of a full name that was added, or null. */
  full(name: string): Person | null {
    return this.#byKey.get(folded(name)) ?? null;
  }

  /** Those the packs know. */
  filed(): readonly Person[] {
    return (this.#filed ??= this.all.filter((person) => person.filed !== null));
  }

  /** The one whose name a handle is written from: "MaraQuill", "realTomBirch"; null where none is or several are. */
  ofHandle(handle: string): Person | null {
    const letters = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]/gu, "");
    const key = letters(handle).replace(/^(?:real|the)/, "");
    const found = this.all.filter(({ name }) => name.includes(" ") && letters(name) === key);
    return found.length === 1 ? (found[0] as Person) : null;
  }

  /** Those a short name may stand for: by the last name, else by the first (Kim, Mara). */
  called(short: string): readonly Person[] {
    const key = folded(short);
    return this.#byLast.get(key) ?? this.#byFirst.get(key) ?? this.#byMiddle.get(key) ?? [];
  }
}

/** No report has more people of one last name; a text made to be slow may. */
const MOST_OF_ONE_NAME = 40;

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key);
  if (!known) map.set(key, [person]);
  else if (known.length < MOST_OF_ONE_NAME && !known.includes(person)) known.push(person);
}

/** The words of a name that tell persons apart, folded: initials and "Jr." are left out. */
function partsOf(words: readonly string[]): string[] {
  const parts = words.filter((word) => !INITIAL.test(word) && !SUFFIX.test(word) && !NICKNAME.test(word)).map(folded);
  return parts.length > 0 ? parts : words.map(folded);
}

/** Whether a person is told from a name by what stands between its first and last word: Kim Yong Il is not Kim Jong Il. */
function hasOtherMiddle({ name }: Person, words: readonly string[]): boolean {
  const [own, other] = [name.split(" "), words].map((all) => partsOf(all).join(" ").split(" ").slice(1, -1).join(" "));
  return own !== "" && other !== "" && own !== other;
}

/** What spellings of one name share: the whole name, and the first name with the last, short forms made full. */
function keysOf(words: readonly string[]): string[] {
  const parts = partsOf(words).flatMap((part) => part.split(" "));
  const first = parts[0] as string;
  const last = parts.at(-1) as string;
  const full = givenNames().full.get(first) ?? first;
  return [...new Set([parts.join(" "), `${full} ${last}`])];
}

/** The gender a given name tells, or null. */
export function genderOfName(words: readonly string[]): Gender | null {
  const { gender, full } = givenNames();
  const first = folded(words[0] as string);
  return (
    gender.get((words[0] as string).toLowerCase()) ?? gender.get(first) ?? gender.get(full.get(first) ?? "") ?? null
  );
}

/** The gender of the one person whom "he", "her" or "himself" means. */
export function genderOf(pronoun: string): Gender {
  return /^(?:she|her|herself)$/i.test(pronoun) ? "f" : "m";
}

/** A pronoun tells the gender of the person it means. */
export function meant(person: Person, gender: Gender): Person {
  person.gender ??= gender;
  return person;
}

/** The fullest name of somebody called by this one; the name itself where the text names nobody so, or several. */
export function fullest(name: string, persons: Persons): string {
  const called = persons.called(name);
  return persons.full(name)?.name ?? (called.length === 1 ? (called[0] as Person).name : name);
}

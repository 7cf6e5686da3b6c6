import type { Found } from "../../../model/statement.ts";
import type { Field } from "../../field.ts";
import { FULL_RANK, HONORIFIC } from "./besideNames.ts";
import { isTitle } from "./nameInFull.ts";
import type { Run } from "./nameRuns.ts";
import { type Gender, type Person, type Persons, genderOfName } from "./persons.ts";
import { genderOfTitle, headNouns, ranked } from "./titles.ts";

/** Where a run names known persons by a part of their names: "Trump", "Mr. Trump", "Mrs. Clinton Says". */
export function* shortNames(
  found: Found,
  run: Run,
  persons: Persons,
  known: Known,
  headline: boolean,
  field: Field,
): Generator<{ readonly run: Run; readonly person: Person }> {
  const { tokens } = found;
  let i = run.start;
  while (i < run.end) {
    const before = tokens[i - 1]?.reads ?? "";
    const titled = i > run.start && isTitle(before);
    const title = ranked(tokens[i - 2]?.reads, before);
    let taken = 0;
    // Longer names first: "de Blasio", "Mara Quill" in a headline.
    for (let length = Math.min(4, run.end - i); length > 0 && taken === 0; length--) {
      // "Trump Tower" is not Trump; "President Trump" and a headline's "Trump Says" are.
      if (!headline && i + length < run.end) continue;
      const words = tokens.slice(i, i + length).map((t) => t.reads);
      const whole = length > 1 ? persons.full(words.join(" ")) : null;
      const gender = titled ? genderOfTitle(before) : null;
      const called = (whole ? [whole] : persons.called(words.join(" "))).filter((p) => !isOfOtherGender(p, gender));
      const isNew = called.length === 0 && length === 1 && titled && !headline && !isPartOfTitle(words[0] as string);
      const person = isNew
        ? persons.add(inOffice(words[0] as string, title, found, field) ?? words)
        : pick(called, titled ? title : "", run.sentence, words.length === 1 ? known : { ...known, familiar: NOBODY });
      if (!person) continue;
      const named = { ...run, name: i, end: i + length };
      if (isNew) person.sure = true;
      if (gender) person.gender = gender;
      if (titled && !gender) for (const noun of headNouns(title)) person.titles.add(noun);
      yield { run: named, person };
      taken = length;
    }
    i += Math.max(1, taken);
  }
}

/** "Mr. Quill" is not Mara Quill: her given name tells her gender, or what is said of her. */
function isOfOtherGender({ name, filed }: Person, gender: Gender | null): boolean {
  const own = filed?.gender ?? genderOfName(name.split(" "));
  return gender !== null && own !== null && own !== gender;
}

/** "Madam President", "Ambassador Extraordinary" */
function isPartOfTitle(word: string): boolean {
  return HONORIFIC.test(word) || FULL_RANK.test(word);
}

/** "President Obama": the full name of the only one of that last name to whom the packs give the office before the article's date. */
function inOffice(surname: string, title: string, { document }: Found, field: Field): string[] | null {
  const published = document.published.edtf;
  const nouns = headNouns(title);
  const holders = field
    .withSurname(surname)
    .filter(({ offices }) =>
      offices.some(
        (o) => nouns.includes(officeNoun(o.title)) && (o.from === null || published === null || o.from <= published),
      ),
    );
  return holders.length === 1 ? (holders[0] as { name: string }).name.split(" ") : null;
}

/** The noun of a filed office, with the rank right before it. */
function officeNoun(title: string): string {
  const words = title.split(" ");
  return ranked(words.at(-2), words.at(-1) as string);
}

/** What is known of those who bear one surname. */
interface Known {
  /** The sentence in which each was named last. */
  readonly seenIn: ReadonlyMap<Person, number>;
  /** Those whom the report calls by their first name alone. */
  readonly familiar: ReadonlySet<Person>;
}

const NOBODY: ReadonlySet<Person> = new Set();

/** How often a report calls somebody by his first name before that is how it calls him. */
const FAMILIAR = 2;

/** "Elin was born in Ostrel …. Elin's father": those whom the report, outside others' words, calls by their first name alone. */
export function calledByFirstName(
  { tokens }: Found,
  runs: readonly Run[],
  persons: Persons,
  isQuoted: (at: number) => boolean,
): ReadonlySet<Person> {
  const times = new Map<Person, number>();
  for (const { start, end } of runs) {
    const token = tokens[start];
    if (!token || end - start !== 1 || isQuoted(token.from)) continue;
    const [one, other] = persons.called(token.reads);
    const isFirst = one && !other && one.name.startsWith(`${token.reads} `);
    if (isFirst) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count >= FAMILIAR).map(([person]) => person));
}

/** How many sentences after a full name its last word may mean its bearer. */
const NAMED_JUST_NOW = 2;

/** The one a short name stands for: by gender or title, by being named far more often, or first. */
function pick(all: readonly Person[], title: string, sentence: number, { seenIn, familiar }: Known): Person | null {
  // Whoever is called by his first name is not called by his surname as well.
  const formal = all.filter((person) => !familiar.has(person));
  const candidates = formal.length > 0 ? formal : all;
  if (candidates.length < 2) return candidates[0] ?? null;
  const gender = genderOfTitle(title);
  const nouns = title === "" ? [] : headNouns(title);
  const fitting = gender
    ? candidates.filter((p) => p.gender === gender || p.gender === null)
    : candidates.filter((p) => nouns.some((noun) => p.titles.has(noun)));
  const exact = gender ? candidates.filter((p) => p.gender === gender) : [];
  if (exact.length === 1) return exact[0] as Person;
  const left = fitting.length > 0 ? fitting : candidates;
  if (left.length === 1) return left[0] as Person;
  const [most, second] = left.toSorted((a, b) => b.times - a.times);
  if (most && second && most.times >= 3 && most.times >= 3 * second.times) return most;
  // Who was named first keeps the short name; others are called by their full one. Just after that, either may be meant.
  const [first, ...others] = left;
  if (first && others.every((other) => sentence - (seenIn.get(other) ?? -NAMED_JUST_NOW) > NAMED_JUST_NOW))
    return first;
  return null;
}

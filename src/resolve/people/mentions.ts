import { outermost } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { isForm } from "../companyWords.ts";
import type { Field } from "../field.ts";
import { placeKind } from "../places.ts";
import { FIELD_OF_WORK, PARTICLE } from "../shapes.ts";
import { readSource } from "../sources.ts";
import { isGivenName, kindsOf, sourceWords } from "../tables.ts";
import { AT_HEAD, CLAUSE, VERB, isApposed } from "./beforeNames.ts";
import { FULL_RANK, HONORIFIC, LINK, NAME_OF_INSTITUTION, beforeRank, describe } from "./besideNames.ts";
import { type Run, runsOf, wordsOf } from "./nameRuns.ts";
import { type Gender, type Person, Persons, genderOfName } from "./persons.ts";
import { genderOfTitle, headNouns, ranked } from "./titles.ts";

/** One place that names a person. */
export interface Mention extends Span {
  readonly person: Person;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  /** The word right before the name, in small letters: the last of a title, where one stands there. */
  readonly title: string;
  readonly role: "speaker" | "subject" | "possessive" | "other";
  /** It stands at the head of its sentence. */
  readonly opens?: boolean;
  /** It is the subject of the clause that opens its sentence: "While Quill waits, …". */
  readonly opensClause?: boolean;
}

export interface Named {
  readonly persons: Persons;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** The persons a report names, and every place that names one of them by a full or a short name. */
export function namesIn(found: Found, field: Field): Named {
  const { document, tokens, sentences } = found;
  const persons = new Persons(field);
  const quotations = outermost(found);
  const mentions: Mention[] = [];
  const seenIn = new Map<Person, number>();
  const mention = (run: Run, person: Person): void => {
    const from = tokens[run.name]?.from as number;
    const to = tokens[run.end - 1]?.to as number;
    const quoted = quotations.before(from + 1) !== null;
    const next = tokens[run.end]?.reads ?? "";
    const sentence = sentences[run.sentence];
    const first = sentence?.first ?? 0;
    const opens = run.start - first <= 1;
    const before = tokens.slice(first, Math.min(run.start, first + 5)).map((t) => t.reads);
    const heads = before.length < 5 && before.every((word) => AT_HEAD.test(word));
    const opensClause = heads && before.some((word) => CLAUSE.test(word));
    const role =
      next === "'s" || next === "'" || isModifier(next)
        ? "possessive"
        : opens || isApposed(found, run) || (VERB.test(next) && run.end < (sentence?.last ?? 0))
          ? "subject"
          : "other";
    if (!quoted) person.times++;
    seenIn.set(person, run.sentence);
    const title = ranked(tokens[run.name - 2]?.reads, (tokens[run.name - 1]?.reads ?? "").toLowerCase());
    mentions.push({
      person,
      from,
      to,
      sentence: run.sentence,
      quoted,
      title,
      role,
      opens: opens || heads,
      opensClause,
    });
  };
  const kindOf = (sentence: number): string => document.blocks[sentences[sentence]?.block ?? 0]?.kind ?? "";
  const titleCase = new Map<number, boolean>();
  const capitals = (sentence: number): boolean => {
    if (kindOf(sentence) !== "headline") return false;
    let known = titleCase.get(sentence);
    if (known === undefined) titleCase.set(sentence, (known = isTitleCase(found, sentence)));
    return known;
  };
  let small: Set<string> | null = null;
  // "Absent Quill skips debate": a word that the text has in small letters as well, at the head of a sentence.
  const isAdjectiveBefore = (run: Run, words: readonly string[]): boolean => {
    const first = words[0] as string;
    if (words.length !== 2 || run.start !== sentences[run.sentence]?.first || isGivenName(first)) return false;
    small ??= new Set(tokens.map((t) => t.reads).filter((word) => /^\p{Ll}{4,}$/u.test(word)));
    return small.has(first.toLowerCase());
  };
  // "Mara Quill: Dikes Will Hold": who is called by his last name below.
  const opensHeadline = (run: Run, words: readonly string[]): boolean =>
    words.length === 2 &&
    isGivenName(words[0] as string) &&
    run.start === sentences[run.sentence]?.first &&
    tokens[run.end]?.reads === ":" &&
    tokens.some((t, i) => i > run.end && t.reads === words[1]);
  // Full names first, wherever they stand: a short name may come before the full one.
  const runs = runsOf(found).map((run) => {
    const words = wordsOf(tokens, run);
    // "Watching CNC-based tools, he smiled": a participle at the head, and a word made with another.
    const head = run.start === sentences[run.sentence]?.first && /^\p{Lu}\p{Ll}{3,}ing$/u.test(words[0] as string);
    const noName =
      (head && !isGivenName(words[0] as string)) ||
      words.some((word) => MADE_WITH.test(word)) ||
      isAdjectiveBefore(run, words) ||
      isCompanyAt(tokens, run.end);
    const read =
      noName || (capitals(run.sentence) && !opensHeadline(run, words)) || kindOf(run.sentence) === "noise"
        ? null
        : fullName(words, field, isBornByOne(found, run, words));
    const before = read ? run.end - read.length - 1 : 0;
    const full = read && withoutPost(withoutField(read, tokens[before]?.reads ?? ""), tokens, before);
    if (!full || isOfInstitution(found, run, full, field)) return { run, person: null };
    const person = persons.add(full);
    const marks = 2 * full.filter((word) => word.startsWith('"')).length;
    const named = { ...run, name: run.end - full.length - marks };
    describe(person, found, named, field);
    return { run: named, person };
  });
  const familiar = calledByFirstName(
    found,
    runs.filter(({ person }) => !person).map(({ run }) => run),
    persons,
    (at) => quotations.before(at + 1) !== null,
  );
  for (const { run, person } of runs) {
    if (person) mention(run, person);
    else
      for (const part of shortNames(found, run, persons, { seenIn, familiar }, capitals(run.sentence), field))
        mention(part.run, part.person);
  }
  return { persons, mentions };
}

/** A longer word in small letters, no preposition: those stay small in any headline. */
const SMALL_WORD =
  /^(?!(?:about|after|against|ahead|along|among|around|before|behind|below|between|during|except|inside|onto|over|since|their|there|these|those|through|toward|towards|under|until|upon|where|which|while|within|without)$)\p{Ll}{5,}$/u;

/** Whether a headline writes all its longer words with capitals, so that they tell no names. */
function isTitleCase({ tokens, sentences }: Found, sentence: number): boolean {
  const { first, last } = sentences[sentence] ?? { first: 0, last: 0 };
  let small = 0;
  for (let i = first + 1; i < last && small < 2; i++) if (SMALL_WORD.test(tokens[i]?.reads as string)) small++;
  return small < 2;
}

/** Mr., Governor, Sen.: what stands before a name and tells that somebody is meant. */
function isTitle(word: string): boolean {
  return HONORIFIC.test(word) || sourceWords().get(word.toLowerCase())?.has("office") === true;
}

/** "Quill spokesman Tom Birch", "the Quill campaign": a noun behind a name that the name only belongs to. */
function isModifier(next: string): boolean {
  if (!/^\p{Ll}{4,}$/u.test(next)) return false;
  const kinds = sourceWords().get(next);
  return (
    kinds !== undefined &&
    (kinds.has("office") ||
      kinds.has("description") ||
      kinds.has("unnamed") ||
      /^(?:campaign|administration|team|camp|staff)$/.test(next))
  );
}

/** "Minister Hyon In Sok", "Ko In Sil, a director", "Ri On Su, who": what stands beside the capitals tells that somebody bears them. */
function isBornByOne({ tokens }: Found, run: Run, words: readonly string[]): boolean {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  if (words.slice(0, -2).some((word) => isTitle(word.replace(/\.$/, ""))) || isTitle(reads(run.start - 1))) return true;
  if (reads(run.end) !== ",") return false;
  if (/^(?:who|\d{2})$/.test(reads(run.end + 1))) return true;
  for (let i = run.end + 1; i < run.end + 8 && /^[\p{L}-]+$/u.test(reads(i)) && reads(i) !== "of"; i++) {
    const kinds = kindsOf(reads(i));
    if (kinds.has("office") || kinds.has("description")) return true;
  }
  return false;
}

/** The words of a person's full name at the end of a run, or null. */
function fullName(words: readonly string[], field: Field, borne: boolean): readonly string[] | null {
  if (words.length < 2) return null;
  // Tom "Tide" Birch is called as Tom Birch is.
  const nickname = words.findIndex((word) => word.startsWith('"'));
  if (nickname >= 0) {
    let first = nickname - 1;
    while (first > 0 && /^\p{Lu}\.$/u.test(words[first] as string)) first--;
    const name = words.slice(Math.max(0, first));
    return first >= 0 &&
      fullName(
        name.filter((word) => !word.startsWith('"')),
        field,
        borne,
      )
      ? name
      : null;
  }
  const phrase = words.join(" ");
  const { kind, name } = readSource(phrase, field);
  let parts = name.split(" ");
  if (kind !== "person" || parts.length < 2 || parts.length > words.length) return null;
  if (field.person(name)) return parts;
  // "(Eastside GRC)": an acronym ends no name; letters behind a name may.
  if (/^(?!(?:KC|QC|MP|MD|SC|MBE|OBE|CBE|III?|IV)$)\p{Lu}{2,4}$/u.test(parts.at(-1) as string) && /\p{Ll}/u.test(name))
    return null;
  // "Secretary of State Jon Marsh", "Ambassador to Japan John Marsh": the run begins inside the title.
  while (parts.length > 2 && (FIELD.test(parts[0] as string) || isPlace(parts[0] as string, field)))
    parts = parts.slice(1);
  // "Ku Klux Klan Grand Wizard David Duke": a name of several words ends the run.
  const givenAt = parts.length > 3 ? parts.findIndex((part) => isGivenName(part)) : 0;
  const held = parts.slice(0, givenAt).some((part) => PARTICLE.test(part) || /^\p{Lu}\.$/u.test(part));
  if (givenAt > 1 && givenAt < parts.length - 1 && !held) parts = parts.slice(givenAt);
  if (parts.length > 3 && isPlace(parts.slice(0, 2).join(" "), field)) parts = parts.slice(2);
  const particle = PARTICLE.test((parts[0] as string).toLowerCase()) && !isGivenName(parts[0] as string);
  const isSmall = (part: string, i: number): boolean =>
    IN_HEADLINES.test(part) && !(borne && i === 1 && parts.length === 3 && /^(?:In|On)$/.test(part));
  if (particle || parts.some(isSmall)) return null;
  const isThing = (part: string, i: number): boolean =>
    sourceWords().get(part.toLowerCase())?.has("thing") === true &&
    !(i === parts.length - 1 && BORNE_TOO.test(part) && isGivenName(parts[0] as string));
  if (parts.some(isThing) || field.named(name).length > 0) return null;
  // "the Miami Quill family": where they live is no given name.
  if (parts.length === 2 && placeKind(parts[0] as string) === "city" && !isGivenName(parts[0] as string)) return null;
  // "Dawn Quill" is no paper; "Georgia Tide" may be of the state.
  const front = field.named(parts.slice(0, -1).join(" "));
  // A capital may be a given name as well.
  const given =
    parts.length === 2 &&
    isGivenName(parts[0] as string) &&
    front.every(({ kind, bySeat }) => kind !== "state" || bySeat);
  return field.demonym(parts[0] as string) !== null || (front.length > 0 && !given) ? null : parts;
}

/** "Minister of Chemical Industry Tom Birch": the name without what the office is of. */
function withoutField(name: readonly string[], before: string): readonly string[] | null {
  if (!/^(?:of|for)$/.test(before) || name.length < 3) return name;
  let start = 0;
  while (start < name.length - 1 && FIELD_OF_WORK.test(name[start] as string) && !isGivenName(name[start] as string))
    start++;
  return name.length - start < 2 ? null : name.slice(start);
}

/** "Ambassador to Ostrel Tom Birch": the name without the place the office is for. */
function withoutPost(
  name: readonly string[] | null,
  tokens: Found["tokens"],
  before: number,
): readonly string[] | null {
  const office = kindsOf((tokens[beforeRank(tokens, before - 1)]?.reads ?? "").toLowerCase()).has("office");
  if (!name || name.length < 3 || !office || tokens[before]?.reads !== "to") return name;
  const given = name.findIndex((word) => isGivenName(word));
  return given > 0 && name.length - given > 1 ? name.slice(given) : name;
}

/** "Velt Works U.K. Ltd.": whether a company's form stands behind a name. */
function isCompanyAt(tokens: Found["tokens"], at: number): boolean {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  return isForm(reads(at)) ? /^\p{Lu}/u.test(reads(at)) : /^U\.[KS]\.$/.test(reads(at)) && isForm(reads(at + 1));
}

/** "CNC-based", "U.S.-led" */
const MADE_WITH = /-(?:based|led|backed|run|owned|style|made|born|wide|held|controlled|type|only|free|oriented)$/;

/** "the Institute for Friendship and Cultural Solidarity with the Ostrel People": capitals that no person is called by. */
function isOfInstitution({ tokens, sentences }: Found, run: Run, name: readonly string[], field: Field): boolean {
  const first = sentences[run.sentence]?.first ?? 0;
  const words = tokens.slice(run.start, run.end).map((t) => t.reads);
  if (!LINK.test(tokens[run.start - 1]?.reads ?? "") || isGivenName(name[0] as string) || field.person(name.join(" ")))
    return false;
  if (words.some((word) => isTitle(word.replace(/\.$/, "")))) return false;
  for (let i = run.start - 1; i > first && run.start - i < NAME_OF_INSTITUTION; i--) {
    const word = tokens[i]?.reads as string;
    if (!LINK.test(word) && !/^\p{Lu}/u.test(word)) return false;
    const kinds = sourceWords().get(word.toLowerCase());
    const head = kinds?.has("organisation") || kinds?.has("body") || kinds?.has("whole");
    if (head && /^\p{Lu}/u.test(word)) return /^(?:of|for|with|against|on|to|the)$/.test(tokens[i + 1]?.reads ?? "");
  }
  return false;
}

/** Words with capitals in a headline that no name holds. */
const IN_HEADLINES =
  /^(?:Are|Is|Was|Were|Has|Have|Had|Would|At|To|In|On|With|For|From|By|The|And|Not|Who|What|Why|How|After|Over|Into|Against|About|Says?|Said|Their|His|Her|Its)$/;

/** Words for things that families are called by as well: "Anna Brand White". */
const BORNE_TOO = /^(?:White|West|Day|Hall|Church)$/;

/** What an office is for or of. */
const FIELD =
  /^(?:State|Staff|Defen[cs]e|Finance|Health|Justice|Education|Energy|Interior|Labou?r|Agriculture|Commerce|Transport|Trade|Culture|Intelligence|Treasury|Affairs|Security|Services|Information|Communications|Operations)$/;

function isPlace(words: string, field: Field): boolean {
  return field.named(words).some(({ kind }) => kind === "state") || field.demonym(words) !== null;
}

/** Where a run names known persons by a part of their names: "Trump", "Mr. Trump", "Mrs. Clinton Says". */
function* shortNames(
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
function calledByFirstName(
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

import { outermost } from "../../../model/outermost.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import type { Field } from "../../field.ts";
import { isGivenName, sourceWords } from "../../tables.ts";
import { AT_HEAD, CLAUSE, VERB, isApposed } from "./beforeNames.ts";
import { describe } from "./besideNames.ts";
import { nameInFull } from "./nameInFull.ts";
import { calledByFirstName, shortNames } from "./nameInShort.ts";
import { type Run, runsOf, wordsOf } from "./nameRuns.ts";
import { otherNameBehind } from "./otherNames.ts";
import { type Person, Persons } from "./persons.ts";
import { ranked } from "./titles.ts";

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
    const noName = (head && !isGivenName(words[0] as string)) || isAdjectiveBefore(run, words);
    const full =
      noName || (capitals(run.sentence) && !opensHeadline(run, words)) || kindOf(run.sentence) === "noise"
        ? null
        : nameInFull(found, run, words, field);
    if (!full) return { run, person: null };
    const person = persons.add(full);
    const other = otherNameBehind(tokens, run.end);
    if (other) persons.call(person, other);
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

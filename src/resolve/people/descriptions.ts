import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { type Field, folded } from "../field.ts";
import { sourceWords, kindsOf } from "../tables.ts";
import type { Focus } from "./focus.ts";
import type { Person, Persons } from "./persons.ts";
import { genderOfTitle, headNouns, isTrait, ranked } from "./titles.ts";

/** "the governor", "the country's leader", "the former vice president", "his wife": one person, not by name. */
export interface Description {
  readonly head: string;
  /** The other words, folded, states for their adjectives. */
  readonly beside: readonly string[];
  /** The capitalised ones behind "of": they must fit. */
  readonly complement: readonly string[];
  /** The nouns in small letters behind "of" which tell one head from another: "delegation", "board". */
  readonly of: readonly string[];
  /** The names before the noun that are no state's or party's, folded: "bundesbank", "vermont". */
  readonly proper: readonly string[];
  /** The state it names, by its name or adjective, or null. */
  readonly state: string | null;
  readonly former: boolean;
  /** It tells who somebody is beside any office: an age, a trade, children. */
  readonly trait: boolean;
}

const DEFINITE = /^(?:the|his|her|their|its|this|that)\s|^\S+(?:\s\S+)?['’]s?\s/i;
const INDEFINITE = /^(?:a|an|one|another|some|any|every|each|no|two|three|several|many)\s/i;

/** Reads a definite description of one person; null for anything else. `words` is the source phrase. */
export function descriptionOf(words: string, field: Field): Description | null {
  const phrase = words.replace(/\s+/g, " ").trim();
  const named = /^\p{Lu}/u.test(phrase) && !/^(?:The|His|Her|Their|Its)\s/.test(phrase);
  const two = TWO_IN_ONE.exec(phrase);
  if (two?.[1] && two[2] && singular(two[1]) && singular(two[2]))
    return descriptionOf(phrase.slice(0, two[0].indexOf(" and ")), field);
  if (/\sand\s/.test(phrase) || INDEFINITE.test(phrase) || (!DEFINITE.test(phrase) && !named)) return null;
  const main = (/^[^,;(]*/.exec(phrase)?.[0] ?? "")
    .replace(/^(?:the|this|that)\s+/i, "")
    .trim()
    .replace(/['’]s?$/, "");
  const [front = "", ...rest] = main.split(/\s(?:of|for|at|in|from|who|with)\s/);
  const heads = front.split(" ");
  const noun = heads.at(-1)?.toLowerCase() ?? "";
  const head = ranked(heads.at(-2), noun);
  const kinds = sourceWords().get(noun);
  const party = /^(?:republican|democrat|independent)$/.test(head);
  const man =
    /^(?:man|woman|businessman|businesswoman|billionaire|mogul|tycoon|hopeful|contender|candidate|nominee)$/.test(head);
  // "Mr. Poet" is called so.
  const common = /^[\p{Ll}\d]/u.test(heads.at(-1) ?? "");
  const trait = common && (AGE.test(head) || isTrait(head) || PARENT.test(main));
  if (!party && !man && !trait && !(kinds && (kinds.has("office") || kinds.has("description")))) return null;
  const others = [...heads.slice(0, -1), ...rest.join(" ").split(" ")].map(bare);
  const state = stateIn(heads.slice(0, -1).map(bare), field) ?? stateIn(rest.join(" ").split(" ").map(bare), field);
  const beside = others.filter((w) => w !== "").map(folded);
  const complement = rest
    .join(" ")
    .split(" ")
    .filter((w) => /^\p{Lu}/u.test(w) && !CALENDAR.test(w))
    .map(folded);
  const of = /\sof\s/.test(main)
    ? rest
        .join(" ")
        .split(" ")
        .filter((w) => /^\p{Ll}{4,}$/u.test(w) && !GENERAL.test(w))
        .map(folded)
    : [];
  const proper = heads
    .slice(0, -1)
    .map(bare)
    .filter((w) => /^\p{Lu}/u.test(w) && !PARTY.test(w) && field.demonym(w) === null)
    .map(folded);
  return {
    head,
    of,
    complement,
    proper: state === null ? proper : [],
    state,
    beside: beside.filter((w) => !/^(?:the|his|her|their|its|former|ex|then|current|new|late|old|own)$/.test(w)),
    trait,
    former: beside.includes("former") || beside.includes("ex") || beside.includes("then"),
  };
}

/** "the 54-year-old" */
const AGE = /^(\d{1,3})-year-old$/;
/** "the mother of two" */
const PARENT = /^(?:mother|father)(?:-| )of(?:-| )(?:an? |one|two|three|four|five|six|seven|\d)/;

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\p{Ll}*|\.))$/u;

/** "the businesswoman and radio star": one person, called two things in small letters. */
const TWO_IN_ONE =
  /^the (?:[\p{Ll}-]+ ){0,3}?([\p{Ll}-]+) and (?:(?!the |an? |his |her |its )[\p{Ll}-]+ ){0,2}([\p{Ll}-]+)$/iu;

function singular(noun: string): boolean {
  return (
    TAKES_UP.test(noun) ||
    /^(?:star|host|author|founder|activist|director|comedian|celebrity|player|writer|producer|rapper|philanthropist|developer)$/.test(
      noun,
    )
  );
}

/** What tells nobody's place: parties and chambers. */
const PARTY =
  /^(?:The|His|Her|Their|Its|Republican|Democratic|GOP|Labou?r|Tory|Conservative|Liberal|Senate|House|White|State|Vice|Prime|First|Former|Independent)$/;

/** Descriptions of persons looked for in one text; no report has more. */
const MOST = 200;
/** Nouns by which reports take somebody up. */
const TAKEN_UP =
  /^(?:leader|president|premier|minister|chancellor|chairman|chairwoman|king|queen|emperor|pope|marshal|ruler|dictator|senator|governor|mayor|congressman|congresswoman|candidate|nominee|head)$/;

/** The places where a definite phrase with such a noun, and no name behind it, describes somebody: "its leader", "the North Korean president". */
export function descriptionsIn({ tokens, sentences }: Found): Span[] {
  const spans: Span[] = [];
  for (const { first, last } of sentences)
    for (let i = first + 1; i < last && spans.length < MOST; i++) {
      if (!TAKEN_UP.test(tokens[i]?.reads ?? "") || /^(?:\p{Lu}.*|of|for)$/u.test(tokens[i + 1]?.reads ?? "")) continue;
      let at = i - 1;
      while (
        at > first &&
        i - at < 5 &&
        /^(?:[\p{L}-]+|['’]s?)$/u.test(tokens[at]?.reads ?? "") &&
        !OPENS.test(tokens[at]?.reads ?? "")
      )
        at--;
      const opens = tokens[at];
      // "a leader", "leaders of", "whose president": nobody in particular.
      if (opens && OPENS.test(opens.reads) && !/^(?:of|who|that|and)$/.test(opens.reads))
        spans.push({ from: opens.from, to: (tokens[i] as { to: number }).to });
    }
  return spans;
}

const OPENS = /^(?:the|The|its|Its|his|His|her|Her|their|Their)$/;

/** What every office may be of: it tells nobody apart. */
const GENERAL =
  /^(?:country|nation|state|government|people|republic|party|house|their|these|this|that|which|main|former|ruling|republican|democratic)$/;

function bare(word: string): string {
  return word.replace(/['’]s?$/, "");
}

/** The first state among these words, by name or adjective, two words before one. */
function stateIn(words: readonly string[], field: Field): string | null {
  for (let i = 0; i < words.length; i++)
    for (const length of [3, 2, 1]) {
      if (i + length > words.length) continue;
      const name = words.slice(i, i + length).join(" ");
      if (
        !/^\p{Lu}/u.test(name) ||
        (name === "American" && /^(?:Latin|North|South|Central|African|Native|Asian)$/.test(words[i - 1] ?? ""))
      )
        continue;
      const state = field.demonym(name) ?? field.named(name).find(({ kind }) => kind === "state")?.name;
      if (state) return state;
    }
  return null;
}

export interface Described {
  readonly persons: Persons;
  readonly focus: Focus;
  /** The article's date, EDTF. */
  readonly published: string | null;
  /** The index of the sentence the description stands in. */
  readonly sentence: number;
  /** The only person whose age the text tells so; null where none or several are. */
  readonly age: (years: string) => Person | null;
  /** Whether somebody was brought in under a noun before: "a widow". */
  readonly brought: (noun: string) => boolean;
}

/** Nouns that reports use for somebody just named, without having called him so before. */
const TAKES_UP =
  /^(?:republican|democrat|independent|libertarian|candidate|nominee|contender|hopeful|frontrunner|front-runner|businessman|businesswoman|billionaire|mogul|tycoon|lawmaker|politician|actor|actress|singer)$/;

/** Of these there are many: one is not meant before he is named. */
const FOR_SOMEBODY =
  /^(?:spokesman|spokeswoman|spokesperson|aide|adviser|advisor|lawyer|attorney|strategist|official|officer)$/;

/** Offices by which reports take up somebody known without having told of the office. */
const ELECTED = /^(?:senator|congressman|congresswoman|representative|governor|mayor|lawmaker|legislator)$/;
/** In how many sentences from its head a report tells what the one it opens with is. */
const OPENING = 4;
/** What tells one minister, secretary or general from another. */
const OF_OFFICE =
  /^(?:prime|foreign|finance|defen[cs]e|interior|home|health|education|environment|energy|justice|transport|transportation|trade|culture|labou?r|agriculture|economy|information|attorney|inspector|surgeon|solicitor|consul|postmaster)$/;
/** Of these a text may mean one whom it does not name. */
const GENERAL_OFFICE =
  /^(?:president|minister|leader|king|queen|pope|official|officer|aide|adviser|spokesman|spokeswoman|employee|colleague|wife|husband)$/;
const NO_OFFICE =
  /^(?:republican|democrat|independent|libertarian|candidate|nominee|contender|hopeful|frontrunner|front-runner|standard-bearer|lawmaker|legislator|mr|mrs|ms|sir|dr)$/;

/**
 * The person of the text a description at `at` means: the last one named before who was described so, else the only one
 * whom the packs give the office at the article's date, else the only one described so at all. Null where none is.
 */
export function describedPerson(
  { head, beside, complement, of: things, proper, state, former, trait }: Description,
  at: number,
  { persons, focus, published, sentence, age, brought }: Described,
): Person | null {
  const gender = genderOfTitle(head);
  const so = persons.titled(head);
  const years = AGE.exec(head)?.[1];
  // "Mara Quill led the board for years. The former diver said": what nobody else is told to be; a body's economist is nobody in the foreground.
  const ofBody = proper.length > 0 || beside.some((word) => kindsOf(word).has("organisation"));
  if (trait && !ofBody && (so.length === 0 || years !== undefined) && complement.length === 0) {
    const aged = years === undefined ? null : age(years);
    if (aged) return aged;
    if (!brought(head)) {
      const may = (p: Person): boolean => p.sure && (gender === null || p.gender === null || p.gender === gender);
      return focus.spoke(at, sentence, may) ?? focus.foremost(at, sentence, gender);
    }
    return null;
  }
  const isSo = (p: Person): boolean =>
    p.titles.has(head) && (gender === null || p.gender === null || p.gender === gender);
  const places = beside.filter((word) => so.some((p) => isSo(p) && p.beside.has(word)));
  const elsewhere = (p: Person): boolean =>
    state !== null &&
    !p.filed?.offices.some(({ of }) => of === state) &&
    ((p.filed?.offices ?? []).length > 0 || !beside.some((word) => p.beside.has(word)));
  // "The Harbour Bank president" is not the president of another body.
  const another = (p: Person): boolean =>
    proper.length > 0 && p.beside.size > 0 && !proper.some((word) => p.beside.has(word)) && p.described.length > 0;
  const side = partyOf(beside) ?? partyOf([head]);
  // "The prime minister" is no environment minister, "the inspector general" no general.
  const needs = /^(?:minister|secretary|general)$/.test(head) ? beside.filter((word) => OF_OFFICE.test(word)) : [];
  const office = (p: Person): boolean =>
    (p.beside.size === 0 && head !== "general") ||
    (p.filed?.offices ?? []).length > 0 ||
    needs.every((word) => p.beside.has(word) || p.titles.has(word));
  const fits = (p: Person): boolean =>
    isSo(p) &&
    office(p) &&
    !elsewhere(p) &&
    !another(p) &&
    !opposed(p, side) &&
    places.every((word) => p.beside.has(word));
  const known =
    complement.some((word) => places.includes(word)) ||
    persons.filed().some((p) => p.filed?.offices.some(({ of }) => of === state));
  if (complement.length > 0 && !known) return null;
  if (things.length > 0 && !so.some((p) => isSo(p) && things.every((word) => p.beside.has(word)))) return null;
  // "Mara Quill, chairwoman of the board, praised Chairwoman Ilse Brand. The chairwoman added": who has just spoken.
  const before =
    so.length > 0 ? (focus.spoke(at, sentence, fits) ?? focus.titled(at, head, fits) ?? focus.last(at, fits)) : null;
  const taken =
    TAKES_UP.test(head) && complement.length === 0 && proper.length === 0 ? focus.foremost(at, sentence, gender) : null;
  const free =
    taken?.sure &&
    !opposed(taken, side) &&
    [...taken.titles].every((title) => NO_OFFICE.test(title) || TAKES_UP.test(title));
  // Who is named all around comes before one who was called so far away.
  if (before && free && taken !== before && !focus.isNear(before, at, sentence)) return taken;
  if (before) return before;
  if (free && so.length > 0) return taken;
  const inOffice = persons.filed().filter((p) => holds(p, head, beside, state, former, published));
  const onlyHolder = inOffice.length === 1 ? inOffice[0] : undefined;
  if (onlyHolder) return onlyHolder;
  // Who is named so only later is hardly meant where one of whom nothing else is said stands in the foreground.
  if ((ELECTED.test(head) || (former && !GENERAL_OFFICE.test(head))) && complement.length === 0) {
    const here = focus.takenUp(head) ?? focus.foremost(at, sentence, gender);
    if (
      here?.sure &&
      !opposed(here, side) &&
      [...here.titles].every((title) => NO_OFFICE.test(title) || title === head)
    ) {
      focus.takeUp(head, here);
      return here;
    }
  }
  const all = so.filter((p) => fits(p) && !FOR_SOMEBODY.test(head));
  if (all.length === 1) return all[0] as Person;
  // "Tom Birch faces a revolt. The dike secretary said": whom the report opens with, of whom no office is told.
  if (sentence <= OPENING && proper.length > 0 && all.length === 0 && !former && complement.length === 0) {
    const first = focus.foremost(at, sentence, gender);
    const bare = first?.sure && first.titles.size === 0 && first.described.length === 0;
    if (first && bare && (first.filed?.offices ?? []).length === 0 && focus.opensReport(first)) return first;
  }
  if (!TAKES_UP.test(head) || complement.length > 0) return null;
  // Of all who were named before, the only one whom nothing else is said of.
  const foremost = focus.foremost(at, sentence, gender);
  if (foremost && !opposed(foremost, side)) return foremost;
  return focus.only(at, sentence, (p) => {
    const other = [...p.titles].some((title) => !NO_OFFICE.test(title) && title !== head && !TAKES_UP.test(title));
    const man = gender === null || p.gender === null || p.gender === gender;
    return p.sure && man && !other && !opposed(p, side) && (p.filed?.offices ?? []).length === 0;
  });
}

/** The party that words name. */
function partyOf(words: Iterable<string>): string | null {
  for (const word of words) {
    if (/^(?:republican|gop)$/.test(word)) return "republican";
    if (/^democrat(?:ic)?$/.test(word)) return "democrat";
  }
  return null;
}

/** Whether somebody is told to be of another party. */
function opposed(p: Person, side: string | null): boolean {
  if (side === null) return false;
  const own = partyOf(p.titles) ?? partyOf(p.beside);
  return own !== null && own !== side;
}

/** Whether the packs give somebody an office of this kind, at the date of the article or, for a former one, before it. */
function holds(
  { filed }: Person,
  head: string,
  beside: readonly string[],
  state: string | null,
  former: boolean,
  published: string | null,
): boolean {
  if (!filed || published === null) return false;
  return filed.offices.some(({ title, of, from, to }) => {
    // "secretary of state": what an office is of stands behind its noun.
    const [office = ""] = title.split(/ (?:of|for) /);
    const noun = office.split(" ").at(-1) as string;
    if (!headNouns(noun).includes(head.split(" ").at(-1) as string)) return false;
    // "the vice president" is not the president; "the Russian president" is of Russia.
    const ranks = office.split(" ").slice(0, -1);
    if (head.endsWith(noun) && !ranks.every((rank) => beside.includes(rank))) return false;
    if (beside.includes("vice") && !ranks.includes("vice")) return false;
    if (state !== null && of !== state) return false;
    const begun = from === null || from <= published;
    const ended = to !== null && to < published.slice(0, to.length);
    return former ? begun && ended : begun && !ended;
  });
}

import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { type Field, folded } from "../field.ts";
import { sourceWords } from "../tables.ts";
import { isTrait, ranked } from "./names/titles.ts";

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
  if (two?.[1] && two[2] && (singular(two[1]) || isOffice(two[1])) && singular(two[2]))
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
export const AGE = /^(\d{1,3})-year-old$/;
/** "the mother of two" */
const PARENT = /^(?:mother|father)(?:-| )of(?:-| )(?:an? |one|two|three|four|five|six|seven|\d)/;

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\p{Ll}*|\.))$/u;

/** "the businesswoman and radio star": one person, called two things in small letters. */
const TWO_IN_ONE =
  /^the (?:[\p{Ll}-]+ ){0,3}?([\p{Ll}-]+) and (?:(?!the |an? |his |her |its )[\p{Ll}-]+ ){0,2}([\p{Ll}-]+)$/iu;

/** "the Ostrel senator and presidential candidate": an office, behind which a candidate is no second person. */
function isOffice(noun: string): boolean {
  return sourceWords().get(noun.toLowerCase())?.has("office") === true && !noun.endsWith("s");
}

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

/** Nouns that reports use for somebody just named, without having called him so before. */
export const TAKES_UP =
  /^(?:republican|democrat|independent|libertarian|candidate|nominee|contender|hopeful|frontrunner|front-runner|businessman|businesswoman|billionaire|mogul|tycoon|lawmaker|politician|actor|actress|singer)$/;

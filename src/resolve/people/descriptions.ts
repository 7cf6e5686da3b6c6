import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { type Field, folded } from "../field.ts";
import { sourceWords } from "../tables.ts";
import type { Focus } from "./focus.ts";
import type { Person, Persons } from "./persons.ts";
import { genderOfTitle, headNouns } from "./titles.ts";

/** "the governor", "the country's leader", "the former vice president", "his wife": one person, not by name. */
export interface Description {
  readonly head: string;
  /** The other words, folded, states for their adjectives. */
  readonly beside: readonly string[];
  /** The capitalised ones behind "of": they must fit. */
  readonly complement: readonly string[];
  /** The nouns in small letters behind "of" which tell one head from another: "delegation", "board". */
  readonly of: readonly string[];
  /** The state it names, by its name or adjective, or null. */
  readonly state: string | null;
  readonly former: boolean;
}

const DEFINITE = /^(?:the|his|her|their|its|this|that)\s|^\S+(?:\s\S+)?['’]s?\s/i;
const INDEFINITE = /^(?:a|an|one|another|some|any|every|each|no|two|three|several|many)\s/i;

/** Reads a definite description of one person; null for anything else. `words` is the source phrase. */
export function descriptionOf(words: string, field: Field): Description | null {
  const phrase = words.replace(/\s+/g, " ").trim();
  const named = /^\p{Lu}/u.test(phrase) && !/^(?:The|His|Her|Their|Its)\s/.test(phrase);
  if (/\sand\s/.test(phrase) || INDEFINITE.test(phrase) || (!DEFINITE.test(phrase) && !named)) return null;
  const main = (/^[^,;(]*/.exec(phrase)?.[0] ?? "").replace(/^(?:the|this|that)\s+/i, "").trim();
  const [front = "", ...rest] = main.split(/\s(?:of|for|at|in|from|who|with)\s/);
  const heads = front.split(" ");
  const head = heads.at(-1)?.toLowerCase() ?? "";
  const kinds = sourceWords().get(head);
  const party = /^(?:republican|democrat|independent)$/.test(head);
  const man =
    /^(?:man|woman|businessman|businesswoman|billionaire|mogul|tycoon|hopeful|contender|candidate|nominee)$/.test(head);
  if (!party && !man && !(kinds && (kinds.has("office") || kinds.has("description")))) return null;
  const others = [...heads.slice(0, -1), ...rest.join(" ").split(" ")].map(bare);
  const state = stateIn(heads.slice(0, -1).map(bare), field) ?? stateIn(rest.join(" ").split(" ").map(bare), field);
  const beside = others.filter((w) => w !== "").map(folded);
  const complement = rest
    .join(" ")
    .split(" ")
    .filter((w) => /^\p{Lu}/u.test(w))
    .map(folded);
  const of = /\sof\s/.test(main)
    ? rest
        .join(" ")
        .split(" ")
        .filter((w) => /^\p{Ll}{4,}$/u.test(w) && !GENERAL.test(w))
        .map(folded)
    : [];
  return {
    head,
    of,
    complement,
    state,
    beside: beside.filter((w) => !/^(?:the|his|her|their|its|former|ex|then|current|new|late|old|own)$/.test(w)),
    former: beside.includes("former") || beside.includes("ex") || beside.includes("then"),
  };
}

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
      if (!/^\p{Lu}/u.test(name)) continue;
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
}

/** Nouns that reports use for somebody just named, without having called him so before. */
const TAKES_UP =
  /^(?:republican|democrat|independent|libertarian|candidate|nominee|contender|hopeful|frontrunner|front-runner|businessman|businesswoman|billionaire|mogul|tycoon|lawmaker|politician|actor|actress|singer)$/;

/**
 * The person of the text a description at `at` means: the last one named before who was described so, else the only one
 * whom the packs give the office at the article's date, else the only one described so at all. Null where none is.
 */
export function describedPerson(
  { head, beside, complement, of: things, state, former }: Description,
  at: number,
  { persons, focus, published, sentence }: Described,
): Person | null {
  const gender = genderOfTitle(head);
  const so = persons.titled(head);
  const isSo = (p: Person): boolean =>
    p.titles.has(head) && (gender === null || p.gender === null || p.gender === gender);
  const places = beside.filter((word) => so.some((p) => isSo(p) && p.beside.has(word)));
  const elsewhere = (p: Person): boolean =>
    state !== null &&
    !p.filed?.offices.some(({ of }) => of === state) &&
    ((p.filed?.offices ?? []).length > 0 || !beside.some((word) => p.beside.has(word)));
  const fits = (p: Person): boolean => isSo(p) && !elsewhere(p) && places.every((word) => p.beside.has(word));
  const known =
    complement.some((word) => places.includes(word)) ||
    persons.filed().some((p) => p.filed?.offices.some(({ of }) => of === state));
  if (complement.length > 0 && !known) return null;
  if (things.length > 0 && !so.some((p) => isSo(p) && things.every((word) => p.beside.has(word)))) return null;
  const before = so.length > 0 ? (focus.titled(at, head, fits) ?? focus.last(at, fits)) : null;
  if (before) return before;
  const inOffice = persons.filed().filter((p) => holds(p, head, beside, state, former, published));
  const onlyHolder = inOffice.length === 1 ? inOffice[0] : undefined;
  if (onlyHolder) return onlyHolder;
  const all = so.filter(fits);
  if (all.length === 1) return all[0] as Person;
  return TAKES_UP.test(head) && complement.length === 0 ? focus.foremost(at, sentence, gender) : null;
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
    const noun = title.split(" ").at(-1) as string;
    if (!headNouns(noun).includes(head)) return false;
    // "the vice president" is not the president; "the Russian president" is of Russia.
    const ranks = title.split(" ").slice(0, -1);
    if (head === noun && !ranks.every((rank) => beside.includes(rank))) return false;
    if (beside.includes("vice") && !ranks.includes("vice")) return false;
    if (state !== null && of !== state) return false;
    const begun = from === null || from <= published;
    const ended = to !== null && to < published.slice(0, to.length);
    return former ? begun && ended : begun && !ended;
  });
}

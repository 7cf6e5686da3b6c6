import type { Found } from "../../../model/statement.ts";
import { type Field, folded } from "../../field.ts";
import { FIELD_OF_WORK } from "../../shapes.ts";
import { kindsOf } from "../../tables.ts";
import { VERB, whatHeIsBefore } from "./beforeNames.ts";
import type { Run } from "./nameRuns.ts";
import type { Gender, Person } from "./persons.ts";
import { genderOfTitle, headNouns, ranked } from "./titles.ts";

export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|madam|madame|mdm|mme|monsieur|datuk|datin|encik|puan|baroness|viscount|dr|sir|dame|lord|lady|sen|rep|gov|gen|prof|rev|pres|king|queen|president|prime|minister|secretary|chairman|leader|comrade)\.?$/i;

/** Small words that hold the name of an institution together. */
export const LINK = /^(?:of|for|and|the|with|against|on|to)$/;
/** How far before a name the institution's head noun is looked for, in tokens. */
export const NAME_OF_INSTITUTION = 14;

/** Keeps what the words around a name say of its bearer: titles before it, an apposition or a party behind it. */
export function describe(person: Person, { tokens, sentences, document }: Found, run: Run, field: Field): void {
  const { first, last } = sentences[run.sentence] ?? { first: 0, last: 0 };
  const isHead = (word: string): boolean => {
    const k = kindsOf(word);
    return k.has("office") || k.has("description");
  };
  const head = (word: string, before = ""): void => {
    for (const noun of headNouns(word)) person.titles.add(noun);
    // The Prime Minister is the Premier.
    const premier = /^minister$/i.test(word) && /^prime$/i.test(before);
    if (premier) for (const noun of headNouns("premier")) person.titles.add(noun);
    const gender: Gender | null = genderOfTitle(word);
    // A woman may be called a spokesman.
    const isKnown = person.gender !== null && /man$/i.test(word);
    if (gender && !isKnown) person.gender = gender;
    person.sure = true;
  };
  // Before the name: "conservative talk radio host Rush Limbaugh", "Foreign Minister Ri Yong Ho".
  let from = run.name;
  while (from > first && run.name - from < 8) {
    const word = tokens[from - 1]?.reads as string;
    if (!/^[\p{L}][\p{L}\p{M}.'’-]*$/u.test(word) || isNoTitle(word)) break;
    from--;
    if (/^(?:an?|the)$/i.test(word)) break;
  }
  // "The agency quoted President Quill": what stands before the verb tells who speaks of him.
  for (let i = run.name - 1; i > from; i--) if (SPEAKS_OF.test(tokens[i]?.reads as string)) from = i + 1;
  const before = tokens.slice(from, run.name).map((t) => t.reads);
  const title = before.at(-1);
  if (title !== undefined && (isHead(title.replace(/\.$/, "")) || HONORIFIC.test(title))) {
    for (const [i, word] of before.entries()) {
      if (isHead(word.replace(/\.$/, "")) || HONORIFIC.test(word)) head(ranked(before[i - 1], word), before[i - 1]);
      else person.beside.add(folded(word.replace(/'s$/, "")));
    }
    if (isHead(title)) keep(person, document.text.slice(tokens[from]?.from, tokens[run.name - 1]?.to));
  }
  // "a harbour lawyer for the union, Mara Quill, said"
  const apposed = whatHeIsBefore(tokens, first, from, run.end, isHead);
  if (apposed) {
    head(ranked(apposed.at(-2), apposed.at(-1) as string), apposed.at(-2));
    for (const word of apposed.slice(0, -1))
      if (!/^(?:the|a|an)$/i.test(word)) person.beside.add(folded(word.replace(/['’]s?$/, "")));
    keep(person, apposed.join(" "));
  }
  const far = apposed || title === undefined || isHead(title) ? null : headBeforePost(tokens, run.name, first, isHead);
  if (far !== null) {
    head(ranked(tokens[far - 1]?.reads, tokens[far]?.reads as string));
    const whose = tokens[far - 1]?.reads ?? "";
    if (far > first && /^\p{Lu}/u.test(whose)) person.beside.add(folded(whose.replace(/'s$/, "")));
    keep(person, document.text.slice(tokens[far]?.from, tokens[run.name - 1]?.to));
  }
  // "Tarvia's Tom Birch": whose man he is.
  if (tokens[run.name - 1]?.reads === "'s" || /['’]s$/.test(title ?? "")) {
    const owner = (tokens[run.name - 1]?.reads === "'s" ? tokens[run.name - 2]?.reads : title)?.replace(/['’]s$/, "");
    const state = field.named(owner ?? "").find(({ kind }) => kind === "state");
    if (state && owner && /^\p{Lu}/u.test(owner)) person.beside.add(folded(state.name));
  }
  // Behind it: ", the chief engineer of the port," or "(R-S.C.)".
  const next = tokens[run.end]?.reads;
  if (next === "(") {
    const party = /^([RD])(?:\b|-)/.exec(tokens[run.end + 1]?.reads ?? "")?.[1];
    if (party) head(party === "R" ? "republican" : "democrat");
  }
  // "My dear Quill,” the speaker said": what stands behind the mark is said of him who speaks.
  if (next !== "," || /^["”’']+$/.test(tokens[run.end + 1]?.reads ?? "")) return;
  let end = run.end + 1;
  while (
    end < last &&
    end - run.end < 14 &&
    !/^(?:[,;.(]|—|–|--|who|said|says|told)$/.test(tokens[end]?.reads as string)
  )
    end++;
  end = beforeNextName(tokens, run.end + 1, end);
  const behind = tokens.slice(run.end + 1, end).map((t) => t.reads);
  const stop = behind.findIndex((word) => /^(?:of|for|at|from|in|with|on|to|and)$/.test(word));
  const heads = (stop < 0 ? behind : behind.slice(0, stop)).filter((word) => !FULL_RANK.test(word));
  const noun = heads.at(-1);
  if (noun === undefined || !isHead(noun) || heads.some((w) => VERB.test(w) && w !== "who" && !w.endsWith("ed")))
    return;
  head(ranked(heads.at(-2), noun), heads.at(-2));
  for (const word of behind)
    if (word !== noun && !/^(?:the|a|an|of|for|at|in|and)$/.test(word)) person.beside.add(folded(word));
  const verb = behind.findIndex((word) => isVerb(word));
  const ends = verb < 0 ? end : run.end + 1 + verb;
  keep(person, document.text.slice(tokens[run.end + 1]?.from, tokens[ends - 1]?.to));
  for (const word of Array.from(person.beside)) {
    const state = field.demonym(word);
    if (state) person.beside.add(folded(state));
  }
}

/** "meets", "was": "elected" may stand in a title. */
function isVerb(word: string): boolean {
  return VERB.test(word) && !word.endsWith("ed");
}

/** What stands in no title before a name: small words, verbs, the "s" of a name's doubled apostrophe. */
function isNoTitle(word: string): boolean {
  return NO_TITLE.test(word) || isVerb(word) || THIRD_PERSON.test(word);
}

const NO_TITLE =
  /^(?:\p{Ll}|are|were|have|been|there|it|he|she|they|we|and|or|but|with|by|of|to|that|which|as|for|from|in|at|on|before|after|when|while|since|until|between|during|against|over|about|than|where|whose|because|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)$/u;
/** Verbs whose object is a person, and which stand in no title. */
const SPEAKS_OF = /^(?:quoted|cited|told|asked|urged|reminded|informed|thanked|interviewed|met|echoed|joined)$/;

/** "meets" of "Quill meets Ostrelian counterpart Birch"; what an office is for may end so as well. */
const THIRD_PERSON =
  /^(?!(?:affairs|sports|news|sales|operations|services|business|politics|communications|congress|press)$)\p{Ll}+(?<![s'’])s$/u;

/** "secretary of the board and Ilse Brand, editor": where the next of a list begins behind what is said of one; else `end`. */
function beforeNextName(tokens: Found["tokens"], from: number, end: number): number {
  if (tokens[end]?.reads !== ",") return end;
  let and = end - 1;
  while (and > from && /^\p{Lu}/u.test(tokens[and]?.reads ?? "")) and--;
  const words = tokens.slice(and + 1, end).map((t) => t.reads);
  const isName = words.length > 1 && !words.some((word) => FIELD_OF_WORK.test(word) || kindsOf(word).size > 0);
  return tokens[and]?.reads === "and" && isName ? and : end;
}

/** What stands behind an envoy's noun. */
export const FULL_RANK = /^(?:extraordinary|plenipotentiary)$/i;

/** Where the noun of "Ambassador Extraordinary and Plenipotentiary" stands, `at` its last word. */
export function beforeRank(tokens: Found["tokens"], at: number): number {
  if (!FULL_RANK.test(tokens[at]?.reads ?? "")) return at;
  const before = tokens[at - 1]?.reads === "and" ? at - 2 : at - 1;
  return FULL_RANK.test(tokens[before]?.reads ?? "") ? before - 1 : before;
}

/** "Tarvian Ambassador to the Lowlands Hana Sol": where the noun stands before what the office is for; null where none does. */
function headBeforePost(
  tokens: Found["tokens"],
  name: number,
  first: number,
  isHead: (word: string) => boolean,
): number | null {
  for (let i = name - 1; i > first && name - i < NAME_OF_INSTITUTION; i--) {
    const word = tokens[i]?.reads as string;
    if (!LINK.test(word) && !/^\p{Lu}[\p{L}.'’-]*$/u.test(word)) return null;
    if (!/^(?:of|for|to)$/.test(word)) continue;
    const head = beforeRank(tokens, i - 1);
    if (isHead((tokens[head]?.reads ?? "").toLowerCase())) return head;
  }
  return null;
}

function keep(person: Person, words: string): void {
  const described = words.replace(/\s+/g, " ").trim();
  if (described !== "" && !person.described.includes(described) && person.described.length < 8)
    person.described.push(described);
}

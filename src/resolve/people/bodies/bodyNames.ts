import { actingBodies } from "./actingBodies.ts";
import { apposedBodies } from "./apposedBodies.ts";
import { companyWords, isForm } from "../../companyWords.ts";
import type { Field } from "../../field.ts";
import { institutionIn } from "../../institutions.ts";
import type { NamedSource } from "../../sources.ts";
import { isGivenName, kindsOf } from "../../tables.ts";

/** The bodies a text names in full, found again by their short names. */
export interface BodyNames {
  /** The fullest name of the one that these words, all of them, are short for; null where none or several are. */
  full(words: string): NamedSource | null;
  /** The companies by their fullest name, with all that they are called by. */
  readonly companies: ReadonlyMap<string, readonly string[]>;
}

/** A name is no longer, in words. */
const LONGEST = 8;
/** A text with more bodies than this is no report. */
const MOST = 200;
const CAPITAL = /^["“(]?\p{Lu}/u;
/** Words that begin a sentence and no name. */
const OPENS =
  /^(?:The|A|An|But|And|In|At|For|By|When|While|As|On|With|From|If|Both|Neither|Either|Under|Last|Also|Meanwhile|However|Since|After|Before|Unlike|Like|According|Separately)$/;
/** "New York-based", "state-owned": what stands before a name. */
const MADE_WITH = /-(?:based|owned|led|backed|run|controlled)$/;
const ACRONYM = /^\p{Lu}{2,}$/u;
/** "Birch & Co."; pages that spell the sign out twice leave "amp". */
const AND = /^(?:&|amp)$/;
/** "ROGERS WORKS Inc.": a name in capitals, as the first words of a report often are. */
const SHOUTED = /^\p{Lu}{4,}/u;

/** Every body that a text names in full. `isPerson` tells who is called so and is somebody. */
export function bodyNamesIn(text: string, field: Field, isPerson: (name: string, full: string) => boolean): BodyNames {
  const found = new Map<string, { readonly words: readonly string[]; readonly company: boolean }>();
  // Houses that only tell of others are called by short names, and no "company" of the text.
  const houses = new Set<string>();
  const words = text.split(/\s+/);
  const whole = wholeNames(words);
  for (let i = 0; i < words.length && found.size < MOST; i++) {
    const company = companyEndingAt(words, i, whole);
    if (company) {
      const last = (company.at(-1) as string).toLowerCase();
      const own = companyWords("namesake").has(last) ? company : withoutForm(company);
      found.set(company.join(" "), { words: own, company: !companyWords("school").has(last) });
    }
    const body = company ? null : institutionFrom(words, i, field);
    if (body) found.set(body, { words: body.split(" "), company: false });
  }
  for (const { name, noun } of apposedBodies(words.join(" ")))
    if (
      ![...found.values()].some(({ words: own }) => own.join(" ") === name) &&
      !isPlain(name, field) &&
      !isPerson(name, name)
    )
      if (!found.has(name)) found.set(name, { words: name.split(" "), company: companyWords("noun").has(noun) });
  // "Norda Systems" in a headline is "Norda Systems Inc" below.
  for (const [full, { words: own }] of found)
    if (full !== own.join(" ") && found.has(own.join(" "))) found.delete(own.join(" "));
  for (const { name, firm } of actingBodies(words.join(" "))) {
    const known = [...found].some(([full, { words: own }]) => full === `${name}.` || startsWith(own.join(" "), name));
    const free = !known && !isPlain(name, field) && field.named(name).length === 0 && !isBorne(name, isPerson);
    if (free) found.set(name, { words: name.split(" "), company: true });
    if (free && !firm) houses.add(name);
  }
  const exact = new Map<string, string>();
  const shorter = new Map<string, Set<string>>();
  const spelled = new Set(
    words.map((word) => word.replace(/[^\p{L}]+$|['’]s?\W*$/gu, "")).filter((w) => ACRONYM.test(w)),
  );
  for (const [full, { words: own, company }] of found) {
    if (company && !isPerson(own.join(" "), full)) exact.set(own.join(" ").replace(/['’]s$/, ""), full);
    exact.set(full, full);
    for (const short of shortNames(full, own, company, spelled)) {
      const free = ACRONYM.test(short) || (!isPlain(short, field) && !isPerson(short, full));
      if (free) shorter.set(short, (shorter.get(short) ?? new Set()).add(full));
    }
  }
  const shouted = new Map<string, Set<string>>();
  for (const [full, { words: own, company }] of found)
    if (company && SHOUTED.test(own[0] as string))
      for (const short of [own.join(" "), ...shortNames(full, own, true, spelled)])
        if (!isPerson(short, full)) {
          const key = short.toLowerCase();
          shouted.set(key, (shouted.get(key) ?? new Set()).add(full));
        }
  const fullOf = (name: string): string | null => {
    const plain = name.replace(/['’]s?$/, "");
    const one = exact.get(plain) ?? exact.get(name);
    if (one) return one;
    const all = shorter.get(plain) ?? calledBy(plain, found.keys()) ?? shouted.get(plain.toLowerCase());
    return all?.size === 1 ? ([...all][0] as string) : null;
  };
  const companies = new Map<string, string[]>();
  for (const [full, { company, words: own }] of found)
    if (company && !houses.has(full))
      companies.set(
        full,
        [full, own.join(" "), ...shortNames(full, own, true, spelled)].filter((n) => fullOf(n) === full),
      );
  return {
    full: (name) => {
      const full = fullOf(name);
      if (full === null) return null;
      const filed = field.named(full);
      return {
        kind: "organisation",
        name: filed.length === 1 && filed[0]?.kind === "organisation" ? filed[0].name : full,
      };
    },
    companies,
  };
}

/** "Norda" of "Norda Harbour Works" */
function startsWith(name: string, head: string): boolean {
  return (
    name === head || name.startsWith(`${head} `) || (/^[-’']/.test(name.slice(head.length)) && name.startsWith(head))
  );
}

/** Whether somebody is called by a name, or by its last word. */
function isBorne(name: string, isPerson: (name: string, full: string) => boolean): boolean {
  return isPerson(name, name) || isPerson(name.split(" ").at(-1) as string, name);
}

/** "the Church" of "Church of the Tides": bodies whose name begins with a noun and what it is of. */
function calledBy(noun: string, names: Iterable<string>): ReadonlySet<string> | undefined {
  if (!/^\p{Lu}\p{Ll}+$/u.test(noun) || !kindsOf(noun).has("organisation")) return undefined;
  return new Set([...names].filter((name) => name.startsWith(`${noun} of `)));
}

/** "Harbour Dredging Co.": the words of the name that ends with a company's form at a place; null where none does. */
function companyEndingAt(words: readonly string[], at: number, whole: ReadonlySet<string>): readonly string[] | null {
  const last = (words[at] as string).replace(/["”)]*['’]s?$|[^\p{L}.]+$/gu, "");
  const next = words[at + 1] ?? "";
  if (!CAPITAL.test(last) || /^(?:Company|Partnership|Corporation)$/.test(words[at - 1] ?? "")) return null;
  const goesOn = /^(?:of|for|and)$/.test(next) || (CAPITAL.test(next) && !/\W$/u.test(words[at] as string));
  if (!isForm(last) && (goesOn || !companyWords("namesake").has(last.toLowerCase()))) return null;
  // "Harbour Dredging Co. Inc.": the name goes on.
  if (isForm(next.replace(/\W+$/u, "")) && CAPITAL.test(next)) return null;
  let from = at;
  while (from > 0 && at - from < LONGEST) {
    const word = words[from - 1] as string;
    const link =
      AND.test(word) ||
      (word === "of" &&
        CAPITAL.test(words[from - 2] ?? "") &&
        (words[from - 2] === "First" || kindsOf(words[from - 2] as string).has("organisation")));
    if (!link && !/^["“(]?\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*,?$/u.test(word)) break;
    if (word.endsWith(",") && !(from === at && /^(?:Inc|Ltd|LLC|L\.P)/.test(last))) break;
    // A stop that ends no short form ends a sentence.
    if (/\p{Ll}{3,}\.$/u.test(word) && !isForm(word)) break;
    if (/['’]s?$/.test(word) && from < at && !whole.has(word)) break;
    if (OPENS.test(word) || MADE_WITH.test(word) || (isForm(word) && from < at && !/^(?:&|Inc|Ltd|PLC)/.test(last)))
      break;
    from--;
  }
  const name = [...words.slice(from, at), last].map((word) => word.replace(/^["“(]/, ""));
  return name.length > 1 && !/^(?:of|&|amp)$/.test(name[0] as string) ? name : null;
}

/** "Quill's" before which single word, for the possessives that the text has several times, and whose bearer it has nowhere else. */
function wholeNames(words: readonly string[]): ReadonlySet<string> {
  const behind = new Map<string, string[]>();
  const all = new Set(words);
  for (const [i, word] of words.entries())
    if (/^\p{Lu}.*['’]s$/u.test(word))
      behind.set(word, [...(behind.get(word) ?? []).slice(-2), (words[i + 1] ?? "").replace(/\W+$/u, "")]);
  const isOne = (word: string, next: readonly string[]): boolean =>
    next.length > 1 && new Set(next).size === 1 && !all.has(word.replace(/['’]s$/, ""));
  return new Set([...behind].filter(([word, next]) => isOne(word, next)).map(([word]) => word));
}

/** The whole name of a body that begins at a place, where capitals begin; null where none does. */
function institutionFrom(words: readonly string[], at: number, field: Field): string | null {
  const word = words[at] as string;
  const before = words[at - 1] ?? "";
  if (!CAPITAL.test(word) || OPENS.test(word)) return null;
  if (/^\p{Lu}[\p{L}-]*$/u.test(before) && !OPENS.test(before)) return null;
  const phrase = words
    .slice(at, at + 12)
    .join(" ")
    // A sentence's end, or whose somebody is, ends the name.
    .replace(/(\p{Ll}{3,})\.(?= |$).*$/u, "$1")
    .replace(/(\p{Ll})['’]s? (?=\p{Ll}).*$/u, "$1");
  const name = institutionIn(phrase, field);
  return name && /^[\p{L}&’' -]+$/u.test(name) && name.includes(" ") && name.split(" ").length <= LONGEST ? name : null;
}

function withoutForm(name: readonly string[]): readonly string[] {
  let end = name.length;
  while (end > 1 && (isForm(name[end - 1] as string) || /^(?:&|amp|Limited)$/.test(name[end - 1] as string))) end--;
  return name.slice(0, end).map((word) => word.replace(/,$/, ""));
}

/** What a body may be called beside its full name: the words its name begins with, the letters they begin with. */
function shortNames(full: string, own: readonly string[], company: boolean, spelled: ReadonlySet<string>): string[] {
  const names: string[] = [];
  const last = (own.at(-1) as string).toLowerCase();
  const capitals = (list: readonly string[]): string =>
    list
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0] as string)
      .join("");
  for (const letters of [capitals(own), capitals(full.split(" "))])
    if (letters.length > (company ? 1 : 2) && spelled.has(letters)) names.push(letters);
  if (company) for (let k = 1; k < own.length; k++) names.push(own.slice(0, k).join(" "));
  else if (own.length < 4 && companyWords("namesake").has(last)) names.push(own.slice(0, -1).join(" "));
  const [part, other] = (own[0] as string).split("-");
  if (company && other !== undefined && part && part.length > 4) names.push(part);
  return names.map((name) => name.replace(/['’]s$/, ""));
}

/** "General", "American", "Tarvia", "Mara": one word that many are called by. */
function isPlain(short: string, field: Field): boolean {
  if (short.includes(" ")) return false;
  const common = kindsOf(short).size > 0 || isGivenName(short) || short.length < 3;
  return (
    common ||
    field.demonym(short) !== null ||
    field.named(short).length > 0 ||
    /^(?:First|World|European|International|General|Public|Standard|Royal|Federal|Electric|Southern|Northern|Western|Eastern|Pacific|Atlantic|Big|Great)$/.test(
      short,
    )
  );
}

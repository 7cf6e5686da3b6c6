import type { Pack } from "../../model/pack.ts";
import type { Reading } from "../../model/reading.ts";
import type { Context } from "../proposal.ts";

/** One who holds an office of a state, with the spellings of the full name. */
interface Holder {
  readonly of: string;
  readonly names: readonly string[];
}

/** The states of the packs, by the words that name them. */
interface States {
  /** By each name, adjective, capital and seat, in lower case. */
  readonly byName: ReadonlyMap<string, string>;
  /** Of those who hold an office of a state, by the first and the last word of the name: where the surname stands differs. */
  readonly bySurname: ReadonlyMap<string, readonly Holder[]>;
}

const made = new WeakMap<readonly Pack[], States>();

function statesOf(packs: readonly Pack[]): States {
  let states = made.get(packs);
  if (!states) made.set(packs, (states = readStates(packs)));
  return states;
}

function readStates(packs: readonly Pack[]): States {
  const byName = new Map<string, string>();
  const bySurname = new Map<string, Holder[]>();
  for (const { states } of packs)
    for (const { name, aliases, capital, seats, demonyms } of states)
      for (const word of [name, ...aliases, capital, ...seats, ...demonyms])
        // "US" is a state, "us" is not.
        if (word !== "") byName.set(/^\p{Lu}+$/u.test(word) ? word : word.toLowerCase(), name);
  for (const { people } of packs)
    for (const { name, aliases, offices } of people)
      for (const { of } of offices)
        if (byName.has(of.toLowerCase())) {
          const words = name.toLowerCase().split(" ");
          const holder = { of, names: [name, ...aliases.filter((a) => a.includes(" "))] };
          for (const surname of new Set([words[0] as string, words.at(-1) as string]))
            bySurname.set(surname, [...(bySurname.get(surname) ?? []), holder]);
        }
  return { byName, bySurname };
}

/** The longest name of a state has few words. */
const MOST_WORDS = 6;

/** Where the name of a state that ends with `raw[last]` begins, and which it is; null where none does. */
function stateEndingAt(
  raw: readonly string[],
  last: number,
  packs: readonly Pack[],
): { name: string; from: number } | null {
  const { byName } = statesOf(packs);
  for (let from = Math.max(0, last - MOST_WORDS + 1); from <= last; from++) {
    const words = raw.slice(from, last + 1).join(" ");
    const capital = /^\p{Lu}/u.test(raw[from] as string);
    const name = byName.get(words) ?? (capital ? byName.get(words.toLowerCase()) : undefined);
    if (name !== undefined && capital) return { name, from };
  }
  return null;
}

/** The state that is the subject of a verb behind `raw[last]`, or null: not that of "the offer of Norra". */
export function stateAsSubject(raw: readonly string[], last: number, packs: readonly Pack[]): string | null {
  const state = stateEndingAt(raw, last, packs);
  if (!state) return null;
  const ahead = raw[state.from - 1]?.toLowerCase() === "the" ? state.from - 2 : state.from - 1;
  return /^(?:of|in|with|for|by|between|to|from|against|on|about|and|than|at|over)$/.test(
    raw[ahead]?.toLowerCase() ?? "",
  )
    ? null
    : state.name;
}

/** The states that words name. */
export function statesNamed(raw: readonly string[], packs: readonly Pack[]): ReadonlySet<string> {
  return new Set(raw.flatMap((_, i) => stateEndingAt(raw, i, packs)?.name ?? []));
}

/** The states of which one of these words is the name of somebody who holds an office and whose full name the text has. */
export function statesServed(
  raw: readonly string[],
  { packs, reading }: Pick<Context, "packs" | "reading">,
): ReadonlySet<string> {
  const { bySurname } = statesOf(packs);
  const holders = raw.flatMap((word) => (/^\p{Lu}/u.test(word) ? (bySurname.get(word.toLowerCase()) ?? []) : []));
  return new Set(holders.flatMap((holder) => (isNamedIn(reading, holder) ? holder.of : [])));
}

const named = new WeakMap<Reading, Map<Holder, boolean>>();

/** A surname may be said thousands of times: the text is searched for a full name once. */
function isNamedIn(reading: Reading, holder: Holder): boolean {
  let known = named.get(reading);
  if (!known) named.set(reading, (known = new Map()));
  let isThere = known.get(holder);
  if (isThere === undefined) {
    isThere = holder.names.some((name) => reading.document.text.includes(name));
    known.set(holder, isThere);
  }
  return isThere;
}

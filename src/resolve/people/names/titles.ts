import { tableRows } from "../../../text/tables.ts";
import type { Gender } from "./persons.ts";

interface Titles {
  /** The nouns a short title stands for: sen, senator. */
  readonly short: ReadonlyMap<string, readonly string[]>;
  /** The nouns that take up another: the senator, the lawmaker. */
  readonly same: ReadonlyMap<string, readonly string[]>;
  readonly gender: ReadonlyMap<string, Gender>;
  /** What somebody is beside his office, by which reports take him up: engineer, widow. */
  readonly traits: ReadonlySet<string>;
}

let loaded: Titles | null = null;

/** `data/en/titles.tsv`, read once. */
function titles(): Titles {
  if (loaded) return loaded;
  const short = new Map<string, readonly string[]>();
  const same = new Map<string, readonly string[]>();
  const gender = new Map<string, Gender>();
  const traits = new Set<string>();
  for (const [kind = "", list = ""] of tableRows("en/titles.tsv")) {
    const [first = "", ...rest] = list.split(" ");
    if (kind === "short") short.set(first, rest);
    else if (kind === "same") same.set(first, rest);
    else if (kind === "trait") for (const word of [first, ...rest]) traits.add(word);
    else for (const word of [first, ...rest]) gender.set(word, kind === "f" ? "f" : "m");
  }
  return (loaded = { short, same, gender, traits });
}

/** The nouns a title before a name stands for: itself or what it abbreviates, and what takes it up. */
export function headNouns(title: string): readonly string[] {
  const { short, same } = titles();
  const word = title.toLowerCase().replace(/\.$/, "");
  if (word.includes(" ")) return [word];
  const heads = short.get(word) ?? [word];
  return [...new Set(heads.flatMap((head) => [head, ...(same.get(head) ?? [])]))];
}

/** Words before an office that make another of it: the vice president is no president. */
const RANK = /^(?:(?:ex|former|then)-)?(?:vice|deputy|assistant|associate|under|lieutenant)$/i;

/** "vice president" for the noun behind a rank; the noun itself behind any other word. In small letters. */
export function ranked(before: string | undefined, noun: string): string {
  return before !== undefined && RANK.test(before)
    ? `${before.replace(/^(?:ex|former|then)-/i, "")} ${noun}`.toLowerCase()
    : noun;
}

/** The gender a title or noun tells: Mr., queen, spokeswoman; null for most. */
export function genderOfTitle(word: string): Gender | null {
  return titles().gender.get((word.split(" ").at(-1) as string).toLowerCase().replace(/\.$/, "")) ?? null;
}

/** Whether a noun tells what somebody is beside his office: engineer, widow. */
export function isTrait(noun: string): boolean {
  return titles().traits.has(noun);
}

import { tableRows } from "../../text/tables.ts";
import { nounForms } from "../fast/lexicon.ts";

type HeldClass = "noun-to" | "noun-that" | "noun-for" | "noun-of" | "noun-against" | "adjective-to" | "adjective-that";

let loaded: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The words of a class of `data/en/held-words.tsv`, nouns with their plurals; the table is read once. */
export function heldWords(name: HeldClass): ReadonlySet<string> {
  loaded ??= new Map(
    tableRows("en/held-words.tsv").map(([key = "", words = ""]) => [
      key,
      new Set(words.split(" ").flatMap((word) => (key.startsWith("noun") ? nounForms(word) : [word]))),
    ]),
  );
  return loaded.get(name) ?? new Set();
}

/** Blocks in which nobody is looked for, and headlines, whose nouns stand without their owners. */
export const UNREAD: ReadonlySet<string> = new Set([
  "headline",
  "caption",
  "dateline",
  "byline",
  "source-line",
  "noise",
]);

/** What somebody holds is looked for no further than so many tokens: a page without a stop is one sentence. */
export const LONGEST_HELD = 80;

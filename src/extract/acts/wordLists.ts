import { type Act, ACTS } from "../../model/statement.ts";
import { tableRows } from "../../text/tables.ts";

export type WordClass =
  | "harm-verb"
  | "harm-noun"
  | "danger"
  | "binding"
  | "fault"
  | "good"
  | "glowing"
  | "bad"
  | "damning"
  | "judging"
  | "weighing"
  | "charge"
  | "untrue"
  | "knowing"
  | "refusable"
  | "steadfast"
  | "consent"
  | "wish"
  | "scheduled"
  | "trying"
  | "plain-imperative"
  | "imperative"
  | "no-action"
  | "no-deed"
  | "request"
  | "claim"
  | "explaining"
  | "weak-adverb"
  | "strong-adverb"
  | "common"
  | "matter-of-court"
  | "deed-verb"
  | "telling-verb"
  | "own-doing";

let classes: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The words of one class of `data/en/act-words.tsv`, in lower case. */
export function wordsOfClass(name: WordClass): ReadonlySet<string> {
  classes ??= new Map(tableRows("en/act-words.tsv").map(([key = "", words = ""]) => [key, new Set(words.split(" "))]));
  return classes.get(name) ?? new Set();
}

let nouns: ReadonlyMap<string, Act | null> | null = null;

/** The act a noun or adjective names ("vow", "adamant"), null where what is said decides; undefined for any other word. */
export function actOfNoun(word: string): Act | null | undefined {
  nouns ??= new Map(
    tableRows("en/act-nouns.tsv").flatMap(([name, words = ""]) => {
      const act = ACTS.find((a) => a === name) ?? null;
      return words.split(" ").map((noun) => [noun, act] as const);
    }),
  );
  const singular = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
  return nouns.has(word) ? nouns.get(word) : nouns.get(singular);
}

let organisations: ReadonlySet<string> | null = null;

/** Words for bodies that a report calls "it": "ministry", "bank". */
export function organisationWords(): ReadonlySet<string> {
  organisations ??= new Set(
    tableRows("en/source-words.tsv")
      .filter(([kind]) => kind === "organisation" || kind === "channel")
      .flatMap(([, words = ""]) => words.split(" ")),
  );
  return organisations;
}

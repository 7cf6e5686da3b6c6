import { tableRows } from "../../text/tables.ts";

export type OccasionClass = "event" | "speech" | "medium" | "broad" | "audience";

export interface OccasionWords {
  /** The classes of a noun, by its words joined by one space, in lower case; the longest first where several fit. */
  readonly nouns: ReadonlyMap<string, ReadonlySet<OccasionClass>>;
  readonly marking: ReadonlySet<string>;
  readonly speaking: ReadonlySet<string>;
  /** Nouns that bodies, too, are called by. */
  readonly body: ReadonlySet<string>;
  /** What a body is, or who belongs to one: "a think tank", "an analyst at". */
  readonly bodyKind: ReadonlySet<string>;
  readonly member: ReadonlySet<string>;
  /** Verbs of taking part in an occasion, or of holding one. */
  readonly part: ReadonlySet<string>;
  readonly sport: ReadonlySet<string>;
  /** The words that count days, with their number. */
  readonly days: ReadonlyMap<string, number>;
}

let loaded: OccasionWords | null = null;

/** The words of `data/en/occasion-words.tsv`, read once. */
export function occasionWords(): OccasionWords {
  if (loaded) return loaded;
  const nouns = new Map<string, Set<OccasionClass>>();
  const rows = new Map(tableRows("en/occasion-words.tsv").map(([name = "", words = ""]) => [name, words.split(" ")]));
  for (const name of ["event", "speech", "medium", "broad", "audience"] as const)
    for (const noun of rows.get(name) ?? []) {
      const words = noun.replaceAll("_", " ");
      nouns.set(words, (nouns.get(words) ?? new Set<OccasionClass>()).add(name));
    }
  loaded = {
    nouns,
    marking: new Set(rows.get("marking")),
    speaking: new Set(rows.get("speaking")),
    body: new Set(rows.get("body")),
    bodyKind: new Set(rows.get("body-kind")),
    member: new Set(rows.get("member")),
    part: new Set(rows.get("part")),
    sport: new Set(rows.get("sport")),
    days: new Map(
      (rows.get("days") ?? []).map((entry) => [entry.split("=")[0] as string, Number(entry.split("=")[1])]),
    ),
  };
  return loaded;
}

/** What numbers are written as, in words. */
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The whole number a word or figure stands for, or null: "27", "1,200", "four", "twenty-seven", "dozen". */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(word)) return Number(word.replaceAll(",", ""));
  const small = SMALL.indexOf(word);
  if (small >= 0) return small;
  if (word === "dozen") return 12;
  const [tens = "", ones] = word.split("-");
  const ten = TENS.indexOf(tens);
  if (ten < 0) return null;
  if (ones === undefined) return (ten + 2) * 10;
  const one = SMALL.indexOf(ones);
  return one > 0 && one < 10 ? (ten + 2) * 10 + one : null;
}

import { tableRows } from "../../text/tables.ts";

/** The classes a reporting word can belong to, as bits: a word may be in several. */
export const REPORTING_CLASSES = [
  "say",
  "tell",
  "ask",
  "think",
  "expect",
  "promise",
  "demand",
  "deny",
  "judge",
  "show",
  "cite",
] as const;
export type ReportingClass = (typeof REPORTING_CLASSES)[number];

export interface ReportingWord {
  readonly lemma: string;
  /** Bit i is set for `REPORTING_CLASSES[i]`. */
  readonly classes: number;
  readonly noun: boolean;
  /** "s", "past", "participle", "ing", "base", or "noun". The past of most verbs is their participle, too. */
  readonly form: string;
}

export interface Lexicon {
  /** Every inflected form, in lower case. */
  readonly verbs: ReadonlyMap<string, ReportingWord>;
  readonly nouns: ReadonlyMap<string, ReportingWord>;
}

let loaded: Lexicon | null = null;

/** The table of reporting verbs and nouns in `data/en`, read once. */
export function lexicon(): Lexicon {
  loaded ??= {
    verbs: readTable("reporting-verbs.tsv", verbForms),
    nouns: readTable("speaking-nouns.tsv", (noun) => nounForms(noun).map((form) => [form, "noun"])),
  };
  return loaded;
}

function readTable(file: string, forms: (entry: string) => [string, string][]): Map<string, ReportingWord> {
  const table = new Map<string, ReportingWord>();
  for (const [name, entries = ""] of tableRows(`en/${file}`)) {
    const bit = 1 << REPORTING_CLASSES.indexOf(name as ReportingClass);
    for (const entry of entries.split(" ")) {
      const lemma = entry.split("/")[0] as string;
      for (const [word, form] of forms(entry)) {
        const known = table.get(word);
        table.set(word, {
          lemma,
          classes: bit | (known?.classes ?? 0),
          noun: form === "noun",
          form: known?.form ?? form,
        });
      }
    }
  }
  return table;
}

/** A noun and its plural, made by rule. */
export function nounForms(noun: string): [string, string] {
  if (noun.endsWith("y") && !/[aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, /(?:s|sh|ch)$/.test(noun) ? `${noun}es` : `${noun}s`];
}

/** All forms of an entry `lemma/s/past/participle/ing`, the regular ones made by rule. */
export function verbForms(entry: string): [string, string][] {
  const [lemma = "", s, past, participle, ing] = entry.split("/");
  const stem = lemma.replace(/e$/, "");
  return [
    [participle || past || `${stem}ed`, "participle"],
    [past || `${stem}ed`, "past"],
    [s || (/(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`), "s"],
    [ing || (lemma.endsWith("ee") ? `${lemma}ing` : `${stem}ing`), "ing"],
    [lemma, "base"],
  ];
}

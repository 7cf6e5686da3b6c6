import { tableRows } from "../../text/tables.ts";
import { nounForms, verbForms } from "../fast/lexicon.ts";

/** Classes of verbs in `data/en/silence-words.tsv`. */
export const VERB_CLASSES = [
  "asks",
  "detail",
  "answer",
  "topic",
  "blame",
  "message",
  "expected",
  "spoken",
  "confirm",
  "light",
  "act",
] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

/** Classes of nouns whose absence is a silence, and what kind it is. */
export type NounClass = "detail-noun" | "answer-noun" | "topic-noun" | "message-noun" | "blame-noun";
const NOUN_CLASSES: readonly NounClass[] = ["detail-noun", "answer-noun", "topic-noun", "message-noun", "blame-noun"];

export type VerbForm = "base" | "s" | "past" | "participle" | "ing";

export interface VerbReading {
  readonly lemma: string;
  readonly classes: ReadonlySet<VerbClass>;
  /** A word may be several forms: said is past and participle. */
  readonly forms: ReadonlySet<VerbForm>;
}

export interface Vocabulary {
  /** In lower case, by every form. */
  readonly verbs: ReadonlyMap<string, VerbReading>;
  readonly nouns: ReadonlyMap<string, NounClass>;
  /** Media and what they carry. */
  readonly channels: ReadonlySet<string>;
  /** Speeches, documents and occasions in which something may be missing. */
  readonly scopes: ReadonlySet<string>;
  /** What carries the words of a speech to others. */
  readonly carriers: ReadonlySet<string>;
  /** Who is addressed, where "address" means to speak to. */
  readonly audiences: ReadonlySet<string>;
  readonly wh: ReadonlySet<string>;
}

let loaded: Vocabulary | null = null;

/** The words silences are told by, read once. */
export function vocabulary(): Vocabulary {
  if (loaded) return loaded;
  const rows = new Map(tableRows("en/silence-words.tsv").map(([name = "", words = ""]) => [name, words.split(" ")]));
  const words = (name: string): readonly string[] => rows.get(name) ?? [];
  const verbs = new Map<string, { lemma: string; classes: Set<VerbClass>; forms: Set<VerbForm> }>();
  for (const name of VERB_CLASSES)
    for (const entry of words(name))
      for (const [form, kind] of verbForms(entry)) {
        const lemma = entry.split("/")[0] as string;
        const known = verbs.get(form) ?? { lemma, classes: new Set(), forms: new Set() };
        known.classes.add(name);
        known.forms.add(kind as VerbForm);
        if (kind === "past" && !entry.split("/")[3]) known.forms.add("participle");
        verbs.set(form, known);
      }
  const nouns = new Map<string, NounClass>();
  for (const name of NOUN_CLASSES)
    for (const noun of words(name)) for (const form of nounForms(noun)) nouns.set(form, name);
  loaded = {
    verbs,
    nouns,
    channels: new Set(words("channel-noun").flatMap(nounForms)),
    scopes: new Set(words("scope-noun").flatMap(nounForms)),
    carriers: new Set(words("carrier-noun").flatMap(nounForms)),
    audiences: new Set(words("audience")),
    wh: new Set(words("wh")),
  };
  return loaded;
}

import type { Pack, PackVerb } from "../../model/pack.ts";
import { type Act, ACTS } from "../../model/statement.ts";
import { tableRows } from "../../text/tables.ts";
import { lexicon } from "../fast/lexicon.ts";

/** A reporting verb, or a phrase that begins with one, as the packs know it. */
export interface KnownVerb {
  readonly base: string;
  /** The act it does by itself; null where the words said decide. */
  readonly act: Act | null;
  readonly strength: PackVerb["strength"];
  /** What must stand behind the verb: ["out"] for "rule out"; empty for most. */
  readonly particles: readonly string[];
}

export interface Verbs {
  /** The base form behind an inflected one, both in lower case; null for a word that is no verb the packs know. */
  base(word: string): string | null;
  /** The verb or verb phrase that begins with `words[at]`, the longest first; null for none. */
  at(words: readonly string[], at: number): KnownVerb | null;
}

const made = new WeakMap<readonly Pack[], Verbs>();

/** The reporting verbs of the packs, by all their forms. A later pack overrules an earlier one. */
export function verbsOf(packs: readonly Pack[]): Verbs {
  let verbs = made.get(packs);
  if (!verbs) made.set(packs, (verbs = readVerbs(packs)));
  return verbs;
}

function readVerbs(packs: readonly Pack[]): Verbs {
  const known = new Map<string, KnownVerb[]>();
  for (const { verbs } of packs)
    for (const { verb, act, strength } of verbs) {
      const [base = "", ...particles] = verb.toLowerCase().split(" ");
      const entry = { base, act: ACTS.find((a) => a === act) ?? null, strength, particles };
      const others = (known.get(base) ?? []).filter((v) => v.particles.join(" ") !== particles.join(" "));
      known.set(
        base,
        [...others, entry].toSorted((a, b) => b.particles.length - a.particles.length),
      );
    }
  const bases = new Map<string, string>();
  for (const [word, { lemma }] of lexicon().verbs) if (known.has(lemma)) bases.set(word, lemma);
  for (const base of known.keys()) for (const form of formsOf(base)) if (!bases.has(form)) bases.set(form, base);
  const base = (word: string): string | null => bases.get(word) ?? null;
  return {
    base,
    at(words, at) {
      const entries = known.get(base(words[at] ?? "") ?? "");
      return entries?.find(({ particles }) => particles.every((p, i) => words[at + 1 + i] === p)) ?? null;
    },
  };
}

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  tableRows("en/irregular-verbs.tsv").map(([base = "", ...forms]) => [base, forms]),
);

/** Every form a verb may take, one too many rather than one too few: "admited" hurts nobody. */
export function formsOf(base: string): string[] {
  const stem = base.replace(/e$/, "");
  const past = IRREGULAR.get(base) ?? [`${stem}ed`];
  const forms = [base, ...past, `${base}s`, base.endsWith("ee") ? `${base}ing` : `${stem}ing`];
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) forms.push(`${base}es`);
  if (/[^aeiou]y$/.test(base)) forms.push(`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`);
  if (/[aeiou][bdglmnprt]$/.test(base)) forms.push(`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`);
  return forms;
}

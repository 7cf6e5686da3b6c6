import type { Query, Store } from "../store/store.ts";

/** What of a query can be left out, and what a person calls it. */
const PARTS: readonly (readonly [called: string, fields: readonly (keyof Query)[]])[] = [
  ["the words", ["words"]],
  ["--speaker", ["speaker"]],
  ["--channel", ["channel"]],
  ["--outlet", ["outlet"]],
  ["--act", ["act"]],
  ["--manner", ["manner"]],
  ["--standing", ["standing"]],
  ["--kind", ["kind"]],
  ["--occasion", ["occasion"]],
  ["--said", ["saidFrom", "saidTo"]],
  ["--published", ["publishedFrom", "publishedTo"]],
  ["--min-confidence", ["minConfidence"]],
];

/** For a query that finds nothing: which one of its parts stands in the way, as sentences that say what to try. */
export async function insteadOf(store: Store, query: Query): Promise<string[]> {
  const { cursor: _, ...whole } = query;
  const { statements, silences } = await store.size();
  if (statements + silences === 0) return [`${store.name} holds no statements yet: hearsay add takes reports in.`];
  const tries: string[] = [];
  for (const [called, fields] of PARTS) {
    const left = Object.entries(whole).filter(([field]) => !(fields as readonly string[]).includes(field));
    if (left.length < Object.keys(whole).length && (await finds(store, Object.fromEntries(left))))
      tries.push(`Without ${called} something is found.`);
  }
  if (query.words !== undefined) {
    const words = query.words.trim().split(/\s+/);
    if (words.length > 1) {
      const each: string[] = [];
      for (const word of words.slice(0, 8))
        if (!word.startsWith("-") && (await finds(store, { ...whole, words: word }))) each.push(`“${word}”`);
      if (each.length > 0) tries.push(`Alone, ${each.join(", ")} can be found.`);
    }
    const begun = words.map((word) =>
      /[\p{L}\p{N}]{4}$/u.test(word) ? `${word.slice(0, Math.max(4, word.length - 2))}*` : word,
    );
    const wider = begun.join(" ");
    if (wider !== query.words && (await finds(store, { ...whole, words: wider })))
      tries.push(`Words that begin so are found: ${wider}`);
  }
  if (whole.order === "said" && (await finds(store, { ...whole, order: "newest" })))
    tries.push("On days that are not known there is something: hearsay find shows it.");
  return tries.length > 0 ? tries : ["Try fewer words and filters."];
}

async function finds(store: Store, query: Query): Promise<boolean> {
  try {
    return (await store.find({ ...query, limit: 1 })).items.length > 0;
  } catch {
    // A part of the words alone may be no word.
    return false;
  }
}

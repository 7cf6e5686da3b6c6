import { kindsOf } from "./tables.ts";

/** Whether words are for several persons or bodies: "the warmongers", "union leaders of the port". */
export function ofMany(words: string): boolean {
  if (/\sand (?:others?|the|an?|its)\s/.test(words)) return true;
  const noun = headNoun(words);
  const kinds = kindsOf(noun);
  const person = kinds.has("unnamed") || kinds.has("description") || kinds.has("office") || kinds.has("organisation");
  return isMany(words, noun) && (person || kindsOf(noun.replace(/s$/, "")).has("organisation"));
}

/** What hangs on a noun: "of the port", "accused of theft", ", who fell". */
const HANGS = /\s(?:\p{Ll}+ed )?(?:of|in|at|from|for|with|who|on|to|by)\s|,/u;

/** The last word of a phrase before what hangs on it: "leaders" of "the leaders of the port". */
export function headNoun(words: string): string {
  return words.split(HANGS)[0]?.split(" ").at(-1) ?? "";
}

/** Whether a subject is more than one: its noun, "those", or a number says so. */
export function isMany(words: string, noun: string): boolean {
  return (
    /s$|(?:men|women|people)$/.test(noun) || /^(?:Those|These|Many|Some|Several|Two|Three|Four|Five)\s/.test(words)
  );
}

/** A name or phrase without its article. */
export function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an)\s+(?=\S)/i, "");
}

/** Several who speak as one: "the Board, the Union and Mara Quill". */
export function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

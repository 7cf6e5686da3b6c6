import { tableRows } from "../text/tables.ts";

/** What is true of a document: `data/en/document-words.tsv` says what each means. */
export type DocumentKind = "issued" | "printed" | "found" | "carrier" | "posted" | "filed" | "aired" | "spoken" | "own";

/** The lines of the table: nouns that may mean the same document, and what it is. */
const ROWS = tableRows("en/document-words.tsv").map(([nouns = "", kinds = ""]) => ({
  nouns: nouns.split(", "),
  kinds: kinds.split(" ") as DocumentKind[],
}));

/** The nouns of documents, as single words. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(ROWS.flatMap(({ nouns }) => nouns));

/** The nouns of documents that are of any of some kinds, of all where none is asked for: the choices of a pattern, "statement|letter". */
export function documentsOf(...asked: readonly DocumentKind[]): string {
  const rows = asked.length === 0 ? ROWS : ROWS.filter(({ kinds }) => asked.some((kind) => kinds.includes(kind)));
  return rows.flatMap(({ nouns }) => nouns).join("|");
}

/** Verbs with which somebody makes a document of a kind known, where they are fewer than those for a statement. */
const MADE_KNOWN: readonly (readonly [nouns: RegExp, verbs: RegExp])[] = [
  [new RegExp(`^(?:${documentsOf("filed")})$`), /^(?:filed|brought|launched|submitted)$/],
  [
    new RegExp(`^(?:${documentsOf("aired")})$`),
    /^(?:released|launched|aired|ran|unveiled|made|produced|posted|issued)$/,
  ],
];
/** Verbs with which somebody makes any other document known. */
const ISSUED =
  /^(?:issued|released|published|made|gave|sent|adopted|carried|posted|wrote|delivered|signed|contributed|dedicated|ran|edited|conveyed|declared|stated|announced|expressed|provided|distributed|emailed|circulated)$/;

/** Nouns that mean a document only behind these words: "the Post" is a newspaper, "the note" anything. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  note: /^(?:protest|diplomatic|staff) $/i,
  post: /^(?:(?:\p{L}+ )?(?:blog|Facebook|Instagram|Twitter|online) )$/iu,
};

/** "the statement", "an open letter", "the 60-second spot", "The ad, titled “Tides”". */
const PHRASE =
  /^(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?)\s+)?((?:[\p{L}\p{N}-]+\s+)?(?:[\p{Ll}\p{N}-]+\s+)?)(\p{L}[\p{L}-]+)(?:, (?:titled|entitled|headlined|dated|filed|which|issued|released|published)\b.*)?$/su;

/** The noun of a phrase that means something issued by somebody; null for other phrases. */
export function documentNoun(words: string): string | null {
  const [, before = "", last] = PHRASE.exec(words) ?? [];
  const noun = last?.toLowerCase();
  if (noun === undefined || !DOCUMENT_NOUNS.has(noun)) return null;
  return (BEHIND[noun]?.test(before) ?? true) ? noun : null;
}

/** Whether words mean something issued by somebody: "the statement". */
export function isDocument(words: string): boolean {
  return documentNoun(words) !== null;
}

/** The nouns that may mean the same document, its own first: "lawsuit" of "the suit". */
export function sameDocument(noun: string): readonly string[] {
  return [noun, ...(ROWS.find(({ nouns }) => nouns.includes(noun))?.nouns ?? []).filter((other) => other !== noun)];
}

/** Whether a verb tells that somebody makes a document of this noun known: "filed" the lawsuit, "issued" the statement. */
export function makesKnown(verb: string, noun: string): boolean {
  return (MADE_KNOWN.find(([nouns]) => nouns.test(noun))?.[1] ?? ISSUED).test(verb);
}

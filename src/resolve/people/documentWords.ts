/** Documents that speak for whoever made them known; nouns of one line may mean the same one. */
const KINDS: readonly (readonly string[])[] = [
  "lawsuit suit complaint filing",
  "ad advertisement commercial spot",
  "email e-mail",
  "article write-up",
  "statement",
  "letter",
  "appeal",
  "message",
  "commentary",
  "editorial",
  "declaration",
  "resolution",
  "report",
  "communiqué",
  "communique",
  "memorandum",
  "memo",
  "note",
  "bulletin",
  "paper",
  "essay",
  "speech",
  "release",
  "notice",
  "interview",
  "travelogue",
  "tweet",
  "op-ed",
  "column",
  "post",
  "story",
  "presentation",
  "petition",
  "homepage",
].map((line) => line.split(" "));

/** The nouns of documents, as single words. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(KINDS.flat());

const FILED = /^(?:filed|brought|launched|submitted)$/;
const RUN = /^(?:released|launched|aired|ran|unveiled|made|produced|posted|issued)$/;
/** Verbs with which somebody makes a document of a kind known, where they are fewer than those for a statement. */
const MADE_KNOWN: Readonly<Record<string, RegExp>> = {
  lawsuit: FILED,
  suit: FILED,
  complaint: FILED,
  filing: FILED,
  petition: FILED,
  ad: RUN,
  advertisement: RUN,
  commercial: RUN,
  spot: RUN,
};
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
  return [noun, ...(KINDS.find((kind) => kind.includes(noun)) ?? []).filter((other) => other !== noun)];
}

/** Whether a verb tells that somebody makes a document of this noun known: "filed" the lawsuit, "issued" the statement. */
export function makesKnown(verb: string, noun: string): boolean {
  return (MADE_KNOWN[noun] ?? ISSUED).test(verb);
}

/** What a body makes known of its own, behind its possessive: "the Water Board's first appeal". */
const OWNED =
  /^(?:the |The |an? |An? )?(\p{Lu}[^,;(]{1,80}?)['’]s? (?:[\p{Ll}-]+ ){0,2}(?:appeals?|estimates?|plans?|proposals?|lawsuit|suit|filing|petition|brief|complaint|letter|statement|announcement|forecasts?|memo|email|e-mail|tweet|press release|request|declaration|resolution|motion)$/u;
/** The same right behind its name: "the Water Board plan". Of a filing or a report another may be the author. */
const BARE =
  /^(?:the |The |an? |An? )?(\p{Lu}[^,;('’]{1,80}?) (?:plan|letter|statement|announcement|proposal|memo|press release)$/u;

/** Where in a phrase the name of the body stands that makes its own document known: from and to in it; null where none does. */
export function makerIn(words: string): { readonly from: number; readonly to: number } | null {
  const name = OWNED.exec(words)?.[1] ?? BARE.exec(words)?.[1];
  if (name === undefined) return null;
  const from = words.indexOf(name);
  return { from, to: from + name.length };
}

/** "A signed article of the daily Zrcadlo": what was issued, and behind it whose it is. */
const ISSUED_BY =
  /^(?:an?|the|this) (?:[\p{L}-]+ ){0,3}(?:article|commentary|editorial|statement|letter|message|essay|appeal|email|e-mail|memo|tweet|op-ed|column|post)s? (?:of|by|from|issued by|carried by|in) (?:the )?(?=\p{Lu})/iu;

/** How many characters of a phrase stand before the one whose document it names; 0 where it names none. */
export function beforeAuthor(words: string): number {
  const length = ISSUED_BY.exec(words)?.[0].length ?? 0;
  return /^\p{Lu}/u.test(words.slice(length)) ? length : 0;
}

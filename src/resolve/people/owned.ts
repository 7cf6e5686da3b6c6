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

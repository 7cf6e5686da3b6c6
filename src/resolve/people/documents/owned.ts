import { headNoun } from "../../nouns.ts";
import { documentsOf } from "../../documentWords.ts";
import { kindsOf } from "../../tables.ts";

/** What speaks for whoever made it; of what others found, print in or listened to, "of" and "in" tell something else. */
const DOCUMENT = documentsOf("issued", "printed", "posted", "filed", "aired");
/** What is one's own work: a plan of somebody's is not his words. */
const WORK = `(?:${documentsOf("own")})s?|diaries|blog post|testimony|account`;
/** What else a body or somebody makes known, by noun. */
const INTENT = "estimates?|plans?|proposals?|brief|announcement|forecasts?|request|motion";
/** What a body makes known of its own, behind its possessive: "the Water Board's first appeal". */
const OWNED = new RegExp(
  `^(?:the |The |an? |An? )?(\\p{Lu}[^,;(]{1,80}?)['’]s? (?:[\\p{Ll}-]+ ){0,2}(?:(?:${DOCUMENT})s?|${WORK}|${INTENT})$`,
  "u",
);
/** The same right behind its name: "the Water Board plan". Of a filing or a report another may be the author. */
const BARE =
  /^(?:the |The |an? |An? )?(\p{Lu}[^,;('’]{1,80}?) (?:plan|letter|statement|announcement|proposal|memo|press release)$/u;

/** Where in a phrase the name of the one stands who makes his own document known: from and to in it; null where none does. */
export function makerIn(words: string): { readonly from: number; readonly to: number } | null {
  const name = OWNED.exec(words)?.[1] ?? BARE.exec(words)?.[1];
  if (name === undefined) return null;
  const from = words.indexOf(name);
  return { from, to: from + name.length };
}

/** "Mara Quill's memoir": whether what somebody owns in a phrase is his own words. */
export function isPersonal(words: string): boolean {
  return OWN_WORK.test(words);
}

const OWN_WORK = new RegExp(`['’]s? (?:[\\p{Ll}-]+ ){0,2}(?:${WORK})$`, "u");

/** "A signed article of the daily Zrcadlo": what was issued, and behind it whose it is. */
const ISSUED_BY = new RegExp(
  `^(?:an?|the|this) (?:[\\p{L}-]+ ){0,3}(?:${DOCUMENT})s? (?:of|carried by|in|(?:(?:issued|released|sent|written|signed|published|posted|filed|brought|drafted) )?(?:(?:on )?\\p{L}+day )?(?:by|from)) (?:the )?(?=\\p{L})`,
  "iu",
);
/** The same, of whoever is called by what he is: "a letter from the chairman of the board". */
const BY_SOMEBODY = /\s(?:by|from) (?:(?:the|an?|its|his|her|their) )?$/iu;

/** Whoever else had the document: "a letter from the chairman obtained by the Star". */
const HAD_BY = /\s(?:obtained|seen|reviewed|sent|released|addressed|provided|made|about|regarding|concerning)\s.*$/su;

/** Where in a phrase the words for the one stand whose document it names: from and to in it; null where it names none. */
export function authorIn(words: string): { readonly from: number; readonly to: number } | null {
  const opening = ISSUED_BY.exec(words)?.[0] ?? "";
  if (opening === "") return null;
  const author = words.slice(opening.length).replace(HAD_BY, "");
  const to = opening.length + author.length;
  if (/^\p{Lu}/u.test(author)) return { from: opening.length, to };
  const kinds = kindsOf(headNoun(author));
  const somebody = kinds.has("office") || kinds.has("organisation") || kinds.has("unnamed") || kinds.has("description");
  return BY_SOMEBODY.test(opening) && somebody ? { from: opening.replace(/the $/i, "").length, to } : null;
}

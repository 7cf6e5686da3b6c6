/** One thing to look for: a word or a phrase. */
export interface SearchWord {
  /** Its words as `tokensOf` gives them; never empty. */
  readonly tokens: readonly string[];
  /** The last of them may go on: "sanction*". */
  readonly prefix: boolean;
  /** Must not stand there. */
  readonly not: boolean;
}

const MOST_WORDS = 24;
const PART = /(-)?(?:"([^"]*)"?|(\S+))/g;

/** What is looked through of a text, in UTF-16 units: a tsvector holds a megabyte. */
const LONGEST_TEXT = 100_000;
/** The longest word that is told from others: a lexeme of PostgreSQL holds 2,046 bytes. */
const LONGEST_WORD = 500;

/**
 * The words of a text as they are compared: small letters, no marks over Latin, Greek and Cyrillic letters, parted at all that
 * is no letter, mark or digit. Both stores index these, so that both find the same.
 */
export function tokensOf(text: string): string[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFC")
    .toLowerCase();
  return Array.from(plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word.slice(0, LONGEST_WORD).toWellFormed());
}

/**
 * Reads what somebody typed: words that must all stand there, "a phrase" in marks, a word begun with *, and -unwanted ones.
 * Everything else in it is a word and no operator. Empty where no letter or digit was typed, or only unwanted words.
 */
export function wordsOf(typed: string): SearchWord[] {
  const found: SearchWord[] = [];
  for (const [, minus, phrase, word] of typed.replace(/[“”„]/g, '"').matchAll(PART)) {
    const raw = phrase ?? word ?? "";
    const tokens = tokensOf(raw);
    if (tokens.length === 0) continue;
    found.push({ tokens, prefix: raw.endsWith("*"), not: minus !== undefined });
    if (found.length === MOST_WORDS) break;
  }
  return found.some((word) => !word.not) ? found : [];
}

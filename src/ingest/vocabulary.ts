const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const LONGEST_WORD = 60;
/** Each lookup of a phrase reads the whole text. */
const MOST_LOOKUPS = 50;
const MOST_OCCURRENCES = 1_000;

/** How often each word stands in a document, by its exact letters; counted when first asked. */
export class Vocabulary {
  readonly #text: string;
  #counts: Map<string, number> | null = null;
  #lookups = 0;

  constructor(text: string) {
    this.#text = text;
  }

  count(word: string): number {
    this.#counts ??= countWords(this.#text);
    return this.#counts.get(word) ?? 0;
  }

  /** Whether the words stand somewhere with no letter after them; false once too much was looked up. */
  hasPhrase(phrase: string): boolean {
    if (this.#lookups >= MOST_LOOKUPS) return false;
    this.#lookups++;
    for (let at = this.#text.indexOf(phrase), seen = 0; at >= 0 && seen < MOST_OCCURRENCES; seen++) {
      const end = at + phrase.length;
      if (!/^\p{L}/u.test(this.#text.slice(end, end + 2))) return true;
      at = this.#text.indexOf(phrase, end);
    }
    return false;
  }

  /** Whether the word stands somewhere by itself, as it is or in lower case. */
  has(word: string): boolean {
    return this.count(word) > 0 || this.count(word.toLowerCase()) > 0;
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { 0: word } of text.matchAll(WORD)) {
    if (word.length <= LONGEST_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

import { readFileSync } from "node:fs";

/** Longer words are not cut into pieces but stand as one unknown piece; no word of a report is longer. */
const LONGEST_WORD = 60;

/** Of one token no more pieces are kept: addresses and the like end here. */
const MOST_PIECES = 12;

/** Words seen before. Bounded: a hostile or very long run must not fill the memory. */
const MOST_WORDS_KEPT = 60_000;

/**
 * Cuts tokens into the word pieces the encoder was trained on (WordPiece, uncased; Devlin et al. 2019): lower case, without
 * accents, punctuation marks apart, then always the longest piece the vocabulary has.
 */
export class WordPiece {
  readonly first: number;
  readonly last: number;
  readonly #unknown: number;
  readonly #pieces: ReadonlyMap<string, number>;
  readonly #seen = new Map<string, readonly number[]>();

  /** `vocabulary` has one piece a line; its number is its line, from 0. */
  constructor(vocabulary: string) {
    const lines = vocabulary.trimEnd().split("\n");
    this.#pieces = new Map(lines.map((piece, i) => [piece, i]));
    const special = (name: string): number => {
      const id = this.#pieces.get(name);
      if (id === undefined) throw new Error(`The vocabulary lacks ${name}`);
      return id;
    };
    this.#unknown = special("[UNK]");
    this.first = special("[CLS]");
    this.last = special("[SEP]");
  }

  static read(file: URL): WordPiece {
    return new WordPiece(readFileSync(file, "utf8"));
  }

  /** The pieces of one token, at least one. */
  of(token: string): readonly number[] {
    const known = this.#seen.get(token);
    if (known) return known;
    const found: number[] = [];
    const folded = token
      .slice(0, 4 * LONGEST_WORD)
      .toLowerCase()
      .normalize("NFD");
    for (const [word] of folded.replace(/\p{Mn}+/gu, "").matchAll(/[\p{P}\p{S}]|[^\p{P}\p{S}\s]+/gu)) {
      if (found.length >= MOST_PIECES) break;
      this.#cut(word, found);
    }
    if (found.length === 0) found.push(this.#unknown);
    if (this.#seen.size >= MOST_WORDS_KEPT) this.#seen.clear();
    const kept = found.slice(0, MOST_PIECES);
    this.#seen.set(token, kept);
    return kept;
  }

  #cut(word: string, found: number[]): void {
    const before = found.length;
    if (word.length <= LONGEST_WORD) {
      let at = 0;
      while (at < word.length) {
        let end = word.length;
        let id: number | undefined;
        for (; end > at && id === undefined; end--)
          id = this.#pieces.get(at === 0 ? word.slice(0, end) : `##${word.slice(at, end)}`);
        if (id === undefined) break;
        found.push(id);
        at = end + 1;
      }
      if (at === word.length) return;
    }
    found.length = before;
    found.push(this.#unknown);
  }
}

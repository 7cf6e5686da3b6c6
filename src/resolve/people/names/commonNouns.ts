import { indexBehind } from "../../../model/outermost.ts";
import type { Token } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import { isGivenName } from "../../tables.ts";
import { inHeadline } from "../headlines.ts";

/** Endings of nouns that no family is called by: leadership, statements, doubters, activists. */
const ENDING =
  /(?:ship|ment|tion|sion|ness|ance|ence|ists|ments|tions|sions|ances|ences|ters|tors|kers|ders|ians|ates|crats)$/u;

/** Small words with a capital inside a name: "Tide On Call", "Right From The Pier". */
const IN_HEADLINES = /^\p{Lu}\S* (?:\S+ ){0,3}?(?:On|In|At|For|From|Of|The|And|With|To)(?: |$)/u;

/** How far behind a name "its" shows that no person bears it, in characters. */
const OWN_REACH = 70;

/** Nouns that have a capital only because they begin a sentence or stand in a headline. */
export class CommonNouns {
  readonly #found: Found;
  readonly #isPerson: (name: string) => boolean;
  readonly #isFullName: (name: string) => boolean;
  readonly #isSurname: (name: string) => boolean;
  /** Words in small letters, and those with a capital inside a sentence of the body. */
  #words: { readonly small: ReadonlySet<string>; readonly names: ReadonlySet<string> } | null = null;

  constructor(
    found: Found,
    isPerson: (name: string) => boolean,
    isSurname: (name: string) => boolean,
    isFullName: (name: string) => boolean,
  ) {
    this.#found = found;
    this.#isFullName = isFullName;
    this.#isSurname = isSurname;
    this.#isPerson = isPerson;
  }

  /** Whether one word, a source at `span`, is a noun and nobody's name: "Doubters say". */
  at(span: Span, words: string): boolean {
    if (!/^\p{Lu}\p{Ll}{4,}$/u.test(words) || isGivenName(words) || this.#isPerson(words)) return false;
    const { sentences } = this.#found;
    const head = sentences[indexBehind(sentences, span.from)]?.from ?? span.from;
    if (head !== span.from && !inHeadline(this.#found, span.from)) return false;
    this.#words ??= this.#read();
    if (this.#words.names.has(words)) return false;
    const noun = words.toLowerCase();
    const other = noun.endsWith("s") ? noun.slice(0, -1) : `${noun}s`;
    return ENDING.test(noun) || this.#words.small.has(noun) || this.#words.small.has(other);
  }

  /** "Peaceful Reunification Called for": in a headline any words may have capitals, and who is named nowhere else is no person. */
  inHeadlineOnly(span: Span, name: string): boolean {
    if (!inHeadline(this.#found, span.from) || this.#isPerson(name)) return false;
    const parts = name.split(" ");
    if (parts.some((part) => isGivenName(part) || this.#isSurname(part))) return false;
    this.#words ??= this.#read();
    const { small, names } = this.#words;
    return !parts.some((part) => names.has(part)) && parts.some((part) => small.has(part.toLowerCase()));
  }

  /** "Ostrair declined to renew its lease", "…, according to Dawes": one unknown name of whom no person is told. */
  isBody({ from, to }: Span, words: string, name: string): boolean {
    // "Ko In Sil" is somebody's name, "Tide On Call" is none.
    if (IN_HEADLINES.test(words)) return !this.#isFullName(name);
    if (!/^\p{Lu}[\p{L}\p{N}&-]{2,}$/u.test(words) || isGivenName(words) || this.#isPerson(words)) return false;
    const { text } = this.#found.document;
    const sentence = this.#found.sentences[indexBehind(this.#found.sentences, from)];
    const behind = text.slice(to, Math.min(sentence?.to ?? to, to + OWN_REACH));
    if (/^(?:\s[\p{Ll}-]+){1,6}\sits\s/u.test(behind)) return true;
    return /\baccording to (?:the )?$/i.test(text.slice(Math.max(0, from - 20), from)) && !this.#isSurname(words);
  }

  #read(): { readonly small: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
    const small = new Set<string>();
    const names = new Set<string>();
    for (const { from, first, last, block } of this.#found.sentences) {
      const headline = this.#found.document.blocks[block]?.kind === "headline";
      for (let i = first; i < last; i++) {
        const token = this.#found.tokens[i] as Token;
        const word = token.reads;
        if (/^\p{Ll}/u.test(word)) small.add(word);
        else if (!headline && token.from > from) names.add(word);
      }
    }
    return { small, names };
  }
}

import type { Reading } from "../../model/reading.ts";
import { lexicon } from "./lexicon.ts";

/**
 * What the features need to know of every token, as numbers, worked out once a document.
 * All arrays have one entry for each token of `Reading.tokens`.
 */
export interface Attributes {
  readonly length: number;
  /** Hash of the word in lower case. */
  readonly word: Uint32Array;
  /** Hash of its lemma where the table of reporting verbs knows it, else of the word without its ending. */
  readonly lemma: Uint32Array;
  readonly suffix: Uint32Array;
  readonly shape: Uint8Array;
  /** Bits of `REPORTING_CLASSES` as a verb, and as a noun. */
  readonly verb: Uint16Array;
  readonly noun: Uint16Array;
  /** Form of the reporting verb: 0 none, 1 base, 2 s, 3 past, 4 participle, 5 ing. */
  readonly form: Uint8Array;
  /** One of WORD_KINDS: what a closed-class word does. */
  readonly kind: Uint8Array;
  /** Number of quotations the token stands in; the marks themselves count as inside. */
  readonly quoted: Uint8Array;
  /** 1 opening mark, 2 closing mark, 0 neither. */
  readonly mark: Uint8Array;
  /** Index of the outermost quotation a token stands in, -1 for none. */
  readonly quotation: Int32Array;
  readonly sentence: Int32Array;
  /** Coarse class: what the closed-class word does, else what a reporting word is, else the shape. */
  readonly coarse: Uint16Array;
}

/** FNV-1a over UTF-16 units. */
export function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const KINDS: readonly (readonly [string, string])[] = [
  ["determiner", "the a an this that these those some any no every each another all both several many most few such"],
  ["subject", "he she they we i it who"],
  ["object", "him them us me whom"],
  ["possessive", "his her its their our my your 's whose '"],
  ["you", "you"],
  ["be", "is are was were be been being am 'm 're"],
  ["have", "has have had having 've"],
  ["do", "do does did done"],
  ["modal", "will would can could may might must shall should 'll 'd wo ca"],
  ["not", "not n't never no"],
  ["that", "that"],
  ["to", "to"],
  ["of", "of"],
  ["by", "by"],
  ["according", "according per"],
  [
    "preposition",
    "in on at for with from about against into over after before during through under between among without within since toward towards upon via amid despite near across",
  ],
  ["as", "as like than"],
  ["and", "and or nor"],
  ["but", "but yet though although while whereas however"],
  ["if", "if unless whether because so until once when where why how what which"],
  [
    "title",
    "mr. mrs. ms. dr. prof. gov. sen. rep. gen. col. sgt. lt. capt. rev. president minister chairman chairwoman spokesman spokeswoman spokesperson secretary senator governor mayor chief director professor leader king queen prince pope judge justice ambassador chancellor commander officer official officials analyst analysts expert experts author editor reporter reporters aide aides adviser advisers advisor advisors candidate nominee",
  ],
  [
    "people",
    "people voters critics supporters observers sources source residents witnesses members lawmakers republicans democrats leaders researchers scientists authorities police prosecutors investigators lawyers activists economists diplomats",
  ],
  [
    "paper",
    "report study poll survey statement agency newspaper post times journal magazine news paper article document documents data research letter email memo website book speech interview",
  ],
  [
    "adverb",
    "also now then still just even only later earlier first again once recently previously repeatedly often always already simply really further thus instead meanwhile reportedly allegedly apparently",
  ],
  [
    "day",
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. yesterday today tomorrow week month year",
  ],
];
const KIND = new Map<string, number>(
  KINDS.flatMap(([, words], i) => words.split(" ").map((w) => [w, i + 1] as [string, number])),
);
export const WORD_KINDS: readonly string[] = ["other", ...KINDS.map(([name]) => name)];

const FORMS = ["", "base", "s", "past", "participle", "ing"];

/** No name is longer, and patterns for names need not be tried on more. */
const LONGEST_NAME = 60;

/** 0 lower, 1 Title, 2 UPPER, 3 has a digit, 4 letters mixed, 5 . , 6 comma, 7 colon or semicolon, 8 quotation mark, 9 dash, 10 bracket, 11 other. */
function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return /[A-Z0-9]/.test(word) ? 4 : 0;
  switch (word) {
    case ".":
    case "!":
    case "?":
    case "...":
      return 5;
    case ",":
      return 6;
    case ":":
    case ";":
      return 7;
    case '"':
    case "'":
      return 8;
    case "-":
      return 9;
    case "(":
    case ")":
    case "[":
    case "]":
      return 10;
  }
  if (/\p{N}/u.test(word)) return 3;
  if (
    word.length > 1 &&
    word.length <= LONGEST_NAME &&
    /^\p{Lu}[\p{Ll}\p{M}'.-]*(?:-?\p{L}[\p{L}\p{M}']*(?:-\p{L}[\p{L}\p{M}']*)*)?$/u.test(word) &&
    !/^\p{Lu}{2}/u.test(word)
  )
    return 1;
  if (/^[\p{Lu}.&-]+$/u.test(word)) return word.length === 1 ? 1 : 2;
  if (/^\p{Ll}/u.test(word)) return 0;
  return /\p{L}/u.test(word) ? 4 : 11;
}

interface WordAttributes {
  readonly word: number;
  readonly lemma: number;
  readonly suffix: number;
  readonly shape: number;
  readonly verb: number;
  readonly noun: number;
  readonly form: number;
  readonly kind: number;
}

/** Attributes of words seen before. Bounded: a hostile or very long run must not fill the memory. */
const seen = new Map<string, WordAttributes>();
const MOST_WORDS_KEPT = 60_000;

function attributesOf(reads: string): WordAttributes {
  const known = seen.get(reads);
  if (known) return known;
  const lower = reads.toLowerCase();
  const { verbs, nouns } = lexicon();
  const verb = verbs.get(lower);
  const made: WordAttributes = {
    word: hash(lower),
    lemma: hash(verb ? verb.lemma : (nouns.get(lower)?.lemma ?? stem(lower))),
    suffix: hash(lower.slice(-3)),
    shape: shapeOf(reads),
    verb: verb?.classes ?? 0,
    noun: nouns.get(lower)?.classes ?? 0,
    form: FORMS.indexOf(verb?.form ?? ""),
    kind: KIND.get(lower) ?? 0,
  };
  if (seen.size >= MOST_WORDS_KEPT) seen.clear();
  seen.set(reads, made);
  return made;
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ied|ed|ing|ly)$/, "") : word;
}

export function attributes(reading: Reading): Attributes {
  const { tokens, sentences, quotations } = reading;
  const length = tokens.length;
  const a = {
    length,
    word: new Uint32Array(length),
    lemma: new Uint32Array(length),
    suffix: new Uint32Array(length),
    shape: new Uint8Array(length),
    verb: new Uint16Array(length),
    noun: new Uint16Array(length),
    form: new Uint8Array(length),
    kind: new Uint8Array(length),
    quoted: new Uint8Array(length),
    mark: new Uint8Array(length),
    quotation: new Int32Array(length).fill(-1),
    sentence: new Int32Array(length),
    coarse: new Uint16Array(length),
  };
  tokens.forEach((token, i) => {
    const w = attributesOf(token.reads);
    a.word[i] = w.word;
    a.lemma[i] = w.lemma;
    a.suffix[i] = w.suffix;
    a.shape[i] = w.shape;
    a.verb[i] = w.verb;
    a.noun[i] = w.noun;
    a.form[i] = w.form;
    a.kind[i] = w.kind;
  });
  sentences.forEach((s, k) => a.sentence.fill(k, s.first, s.last));
  let i = 0;
  quotations.forEach((q, k) => {
    while (i > 0 && (tokens[i - 1]?.from as number) >= q.span.from) i--;
    while (i < length && (tokens[i]?.to as number) <= q.span.from) i++;
    let j = i;
    for (; j < length && (tokens[j]?.from as number) < q.span.to; j++) {
      a.quoted[j] = Math.min(4, (a.quoted[j] as number) + 1);
      if (q.depth === 0) a.quotation[j] = k;
    }
    if (j > i) {
      if (q.inner.from > q.span.from) a.mark[i] = 1;
      if (q.closed) a.mark[j - 1] = 2;
    }
  });
  for (let t = 0; t < length; t++) a.coarse[t] = coarseClass(a, t);
  return a;
}

function coarseClass(a: Attributes, i: number): number {
  const kind = a.kind[i] as number;
  if (kind !== 0) return 100 + kind;
  if (a.verb[i] !== 0) return 200 + (a.form[i] as number);
  if (a.noun[i] !== 0) return 210;
  const shape = a.shape[i] as number;
  return shape === 8 ? 300 + (a.mark[i] as number) : shape;
}

import type { Block, Repair } from "../model/document.ts";
import { inReadingOrder } from "../model/span.ts";
import { MAX_REPAIRS } from "./limits.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that follow themselves only by mistake; "had had", "that that", "is is" and names do so on purpose. */
const NEVER_DOUBLED = new Set([
  "the",
  "a",
  "an",
  "of",
  "to",
  "and",
  "for",
  "at",
  "by",
  "with",
  "from",
  "as",
  "or",
  "but",
  "its",
  "their",
  "our",
  "my",
  "this",
  "will",
  "would",
  "has",
  "have",
  "are",
  "were",
  "be",
  "been",
  "into",
  "than",
  "he",
  "she",
  "they",
  "we",
]);
/** Beginnings of names that have a capital inside. */
const NAME_START = /^(?:Mc|Mac|De|Des|Di|Da|Du|La|Le|Lo|Van|Von|Der|Fitz|San|St|Al|El|Bin|Ben|Ap|O|i|e)$/;
const TOP_DOMAINS = new Set([
  "com",
  "org",
  "net",
  "gov",
  "edu",
  "mil",
  "int",
  "info",
  "biz",
  "co",
  "uk",
  "us",
  "eu",
  "de",
  "fr",
  "ru",
  "cn",
  "jp",
  "kr",
  "io",
  "tv",
  "me",
  "ly",
  "ai",
  "news",
  "app",
  "js",
  "py",
  "html",
  "htm",
  "php",
  "pdf",
  "doc",
  "jpg",
  "png",
]);

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const INNER_CAPITAL = /^(\p{L}[\p{L}\p{M}]*?\p{Ll})(\p{Lu}\p{Ll}[\p{Ll}\p{M}]*)$/u;
const DOUBLED_APOSTROPHE = /(?<=\p{L})(?:''|’’|'’|’')(?=(?:s|t|d|m|re|ve|ll)(?![\p{L}'’]))/gu;
// A thin or narrow space, a no-break or an ideographic one; rows of them are one.
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
const NO_WIDTH = /(?:\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF)+/g;
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]+/g;
// A mark belongs to the letter before it: without \p{M} here every letter of a long row of marked ones would be tried as a beginning.
const GLUED_STOP = /(?<![\p{L}\p{M}\p{N}.@/:_-])(\p{L}[\p{Ll}\p{M}]+)([.!?])(\p{Lu}\p{Ll}+|A|I)(?![\p{L}\p{N}./@_])/gu;
// Where joiners belong to the spelling: Arabic, Indic and the like, and emoji sequences.
const JOINED_SCRIPT = /[\u0600-\u08FF\u0900-\u0DFF\u1000-\u109F\u1780-\u17FF]|\p{Extended_Pictographic}|\uFE0F/u;

/** What stands before a word: enough to see the word before it and whether it is part of an address. */
const CONTEXT_UNITS = 40;
const IN_ADDRESS = /[@#/_.=:?&"-][\p{L}\p{N}]*$/u;
const CAPITAL_BEFORE = /\p{Lu}[\p{L}\p{M}]+ $/u;

/** Repairs in reading order, and whether there were more than are kept. */
export interface FoundRepairs {
  readonly repairs: readonly Repair[];
  readonly more: boolean;
}

/** Finds where the text of the blocks should be read differently from how it stands; the smallest edit for each. */
export function repairsOf(text: string, blocks: readonly Block[], vocabulary: Vocabulary): FoundRepairs {
  const repairs: Repair[] = [];
  const add = (from: number, to: number, reads: string, why: string): boolean => {
    if (repairs.length >= MAX_REPAIRS) return false;
    repairs.push({ span: { from, to }, reads, why });
    return true;
  };
  let more = false;
  blocks.forEach(({ span }, index) => {
    if (more) return;
    const previous = blocks[index - 1];
    if (previous?.span.to === span.from) add(span.from, span.from, " ", "glued words");
    const block = text.slice(span.from, span.to);
    more = !inBlock(block, vocabulary, (from, to, reads, why) => add(span.from + from, span.from + to, reads, why));
  });
  return { repairs: withoutOverlaps(repairs), more };
}

type Add = (from: number, to: number, reads: string, why: string) => boolean;

/** Adds the repairs of one block; false when there is no room for more. */
function inBlock(block: string, vocabulary: Vocabulary, add: Add): boolean {
  for (const found of block.matchAll(ODD_SPACE))
    if (!add(found.index, found.index + found[0].length, " ", "no-break space")) return false;
  for (const found of block.matchAll(NO_WIDTH)) {
    const end = found.index + found[0].length;
    if (found[0] !== "\u00AD" && JOINED_SCRIPT.test(block.slice(Math.max(0, found.index - 2), end + 2))) continue;
    if (!add(found.index, end, "", "character without width")) return false;
  }
  for (const found of block.matchAll(CONTROL))
    if (!add(found.index, found.index + found[0].length, "", "control character")) return false;
  for (const found of block.matchAll(DOUBLED_APOSTROPHE))
    if (!add(found.index + 1, found.index + 2, "", "doubled apostrophe")) return false;
  for (const found of block.matchAll(GLUED_STOP)) {
    const [, left = "", , right = ""] = found;
    if (!isGluedSentence(left, right, vocabulary)) continue;
    const at = found.index + left.length + 1;
    if (!add(at, at, " ", "glued words")) return false;
  }
  return words(block, vocabulary, add);
}

function isGluedSentence(left: string, right: string, vocabulary: Vocabulary): boolean {
  if (TOP_DOMAINS.has(right.toLowerCase()) || left.length < 2) return false;
  // A capital on both sides may be a name ("Node.Js", "St.Petersburg"): then both must stand elsewhere.
  if (/^\p{Lu}/u.test(left) && (left.length < 4 || vocabulary.count(left) < 2)) return false;
  return vocabulary.count(right) + vocabulary.count(right.toLowerCase()) > 1 || right.length === 1;
}

/** What is found word by word: glued and doubled words. */
function words(block: string, vocabulary: Vocabulary, add: Add): boolean {
  let before = "";
  let beforeEnd = 0;
  for (const { 0: word, index } of block.matchAll(WORD)) {
    const seam = gluedAt(word, block.slice(Math.max(0, index - CONTEXT_UNITS), index), vocabulary);
    if (seam > 0 && !add(index + seam, index + seam, " ", "glued words")) return false;
    const low = word.toLowerCase();
    if (
      word === low &&
      low === before &&
      NEVER_DOUBLED.has(low) &&
      isGap(block, beforeEnd, index) &&
      isWholeWord(block, index, word.length)
    )
      if (!add(beforeEnd, index + word.length, "", "doubled word")) return false;
    before = low;
    beforeEnd = index + word.length;
  }
  return true;
}

function isGap(block: string, from: number, to: number): boolean {
  return to > from && to - from <= 3 && block.slice(from, to).trim() === "";
}

/** Not the first part of "the the-mighty". */
function isWholeWord(block: string, from: number, length: number): boolean {
  return !/^(?:[-.'’]\p{L}|[’'&])/u.test(block.slice(from + length, from + length + 2));
}

/** Where a word is two stuck together: "South KoreaNorth". 0 where it is one, such as a name with a capital inside. */
function gluedAt(word: string, before: string, vocabulary: Vocabulary): number {
  if (word.length < 6 || word.length > 40) return 0;
  const found = INNER_CAPITAL.exec(word);
  const [, left = "", right = ""] = found ?? [];
  if (left.length < 3 || right.length < 2 || NAME_START.test(left) || IN_ADDRESS.test(before)) return 0;
  // A name made of two words comes again; a slip does not.
  if (vocabulary.count(word) !== 1 || !vocabulary.has(left) || !vocabulary.has(right)) return 0;
  // "Radio NewsTalk" may be a name; "overTalks" is none, nor is "South KoreaNorth" where "South Korea" stands elsewhere.
  const nameBefore = CAPITAL_BEFORE.exec(before)?.[0];
  return /^\p{Ll}/u.test(left) || (nameBefore && vocabulary.hasPhrase(nameBefore + left)) ? left.length : 0;
}

function withoutOverlaps(repairs: Repair[]): Repair[] {
  repairs.sort((a, b) => inReadingOrder(a.span, b.span));
  const kept: Repair[] = [];
  for (const repair of repairs) {
    const last = kept[kept.length - 1];
    const apart =
      !last ||
      repair.span.from > last.span.to ||
      (repair.span.from === last.span.to && repair.span.to > repair.span.from);
    if (apart) kept.push(repair);
  }
  return kept;
}

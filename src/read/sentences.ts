import type { Document } from "../model/document.ts";
import type { Sentence, Token } from "../model/reading.ts";
import { isAbbreviation, tokenize } from "./tokens.ts";

/** A sentence longer than this is cut at the next mark or, failing that, right there: hostile text has no full stops. */
const LONGEST_SENTENCE = 400;

/** Short forms that a name or a number follows, so that the sentence goes on behind their full stop. */
const TITLES = new Set(
  (
    "mr mrs ms messrs dr prof rev hon gov sen rep gen lt col maj capt cmdr sgt cpl adm brig supt insp pres sec amb st mt ft vs v " +
    "jan feb mar apr jun jul aug sep sept oct nov dec cf"
  ).split(" "),
);

/** Short forms only before a number: "No. 5", but "No. It is not so." */
const COUNTED = new Set("no nos fig vol art para ch pp".split(" "));

/** Short forms that end a sentence whenever the next one may begin, save before a day or a time zone. */
const HOURS = new Set(["a.m", "p.m"]);
const BEHIND_HOURS =
  /^(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|IST|JST|KST|MSK|HKT|SGT|AES?T|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|January|February|March|April|May|June|July|August|September|October|November|December|Eastern|Central|Mountain|Pacific|Greenwich)$/;

/** Names that keep a small letter at the head of a sentence: al-Amin; de Gaulle. */
const SMALL_NAME = /^\p{Ll}{1,3}['-]\p{Lu}/u;
const SMALL_PARTICLE = new Set("al el de da di del della den der du la le van von bin ibn ter ten".split(" "));

const OPENERS = new Set(['"', "'", "(", "[", "-", "{"]);
const CLOSERS = new Set(['"', "'", ")", "]", "}"]);
const TERMINATORS = new Set([".", "!", "?", "...", "。", "！", "？"]);

/** Words that after a quotation's end mark show that its sentence goes on: "Why?" Kim asked. */
const SPEAKS =
  /^(?:said|says|asked|asks|told|tells|wrote|writes|replied|added|adds|shouted|demanded|exclaimed|cried|tweeted|declared|answered|responded|yelled|joked|continued|chanted|screamed|quipped|posted|recalled|insisted|warned|wondered|began|urged|called|read|reads)$/;

/** The tokens and sentences of a document, block by block, in order. */
export function readSentences(document: Document): { tokens: Token[]; sentences: Sentence[] } {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let repair = 0;
  document.blocks.forEach((block, b) => {
    while (repair < document.repairs.length && (document.repairs[repair]?.span.to as number) < block.span.from)
      repair++;
    let last = repair;
    while (last < document.repairs.length && (document.repairs[last]?.span.from as number) <= block.span.to) last++;
    const start = tokens.length;
    for (const token of tokenize(document.text, block.span, document.repairs.slice(repair, last))) tokens.push(token);
    let first = start;
    for (let i = start; i < tokens.length; i++) {
      const end = endOfSentence(document.text, tokens, first, i);
      if (end === null) continue;
      push(first, end, b);
      first = end;
      i = end - 1;
    }
    push(first, tokens.length, b);
  });
  return { tokens, sentences };

  function push(first: number, last: number, block: number): void {
    const head = tokens[first];
    const tail = tokens[last - 1];
    if (head && tail && last > first) sentences.push({ from: head.from, to: tail.to, first, last, block });
  }
}

/** The index behind the sentence's last token if token i ends it, or null. */
function endOfSentence(text: string, tokens: readonly Token[], first: number, i: number): number | null {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next) return null;
  if (i - first >= LONGEST_SENTENCE) return i + 1;
  const dotted = token.reads.length > 1 && token.reads.endsWith(".") && token.reads !== "...";
  if (!TERMINATORS.has(token.reads) && !dotted) return breaksLine(text, token, next) ? i + 1 : null;
  let end = i + 1;
  // Closing marks and brackets that touch the stop belong to its sentence.
  while (
    end < tokens.length &&
    CLOSERS.has((tokens[end] as Token).reads) &&
    (tokens[end] as Token).from === (tokens[end - 1] as Token).to
  )
    end++;
  const after = tokens[end];
  if (!after) return null;
  const before = tokens[end - 1] as Token;
  if (after.from === before.to) return null;
  if (breaksLine(text, before, after)) return end;
  if (dotted && end === i + 1) {
    const word = token.reads.slice(0, -1).toLowerCase();
    if (COUNTED.has(word)) return /^\p{N}/u.test(after.reads) ? null : end;
    if (TITLES.has(word)) return null;
    // An initial stands in a name; a letter behind a plain word may end the sentence: "So did I. She left."
    if (/^\p{L}$/u.test(word))
      return i > first && /^\p{Ll}/u.test((tokens[i - 1] as Token).reads) && startsSentence(tokens, end, true)
        ? end
        : null;
    // "At 3 p.m. (1400 GMT) on Friday" goes on.
    const isZoned = after.reads === "(" && /^\p{N}/u.test(tokens[end + 1]?.reads ?? "");
    if (HOURS.has(word))
      return startsSentence(tokens, end, false) && !isZoned && !BEHIND_HOURS.test(after.reads) ? end : null;
    if (isAbbreviation(word) && !startsSentence(tokens, end, true)) return null;
  }
  if (!startsSentence(tokens, end, false)) return null;
  if (end > i + 1 && token.reads !== "." && goesOnAfterQuotation(tokens, end)) return null;
  return end;
}

function breaksLine(text: string, a: Token, b: Token): boolean {
  const gap = text.slice(a.to, b.from);
  return gap.length > 1 && /\n[^\S\n]*\n/.test(gap);
}

const STARTERS = new Set(
  "the a an he she it they we i you this that these those in on at but and for as if when while after before there his her its their our my mr mrs ms dr".split(
    " ",
  ),
);

/** Whether a sentence may begin at token `at`; after a short form only with a word that begins sentences. */
function startsSentence(tokens: readonly Token[], at: number, wary: boolean): boolean {
  let i = at;
  while (i < tokens.length && OPENERS.has((tokens[i] as Token).reads)) i++;
  const word = tokens[i]?.reads;
  if (word === undefined) return false;
  if (wary)
    return i > at
      ? /^\p{Lu}/u.test(word)
      : /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase().replace(/\.$/, ""));
  if (SMALL_NAME.test(word)) return true;
  let name = i;
  while (SMALL_PARTICLE.has(tokens[name]?.reads ?? "")) name++;
  if (name > i && /^\p{Lu}/u.test(tokens[name]?.reads ?? "")) return true;
  return (
    /^[\p{Lu}\p{Lt}\p{N}\p{Sc}\p{Lo}@#]/u.test(word) ||
    (i > at && i - at < 3 && /^\p{L}/u.test(word)) ||
    /^(?:e|i)[A-Z]/.test(word)
  );
}

/** "Why?" the minister asked: a speaking word follows within a few words, before any other mark. */
function goesOnAfterQuotation(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(at + 7, tokens.length); i++) {
    const word = (tokens[i] as Token).reads;
    if (SPEAKS.test(word)) return true;
    if (!/^[\p{L}\p{M}'.-]+$/u.test(word)) return false;
  }
  return false;
}

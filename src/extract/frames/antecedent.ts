import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Sentence, Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { documentIn, giverBehind, isPast } from "./announcement.ts";
import { type Page, tokensOf, wordsOf } from "./page.ts";
import { isAuxiliary, mainSubject, subjectBefore, trimmedSpan, trimmedSubject } from "./subject.ts";
import { ownWords } from "./speaker.ts";
import { framingWords, speaks, wordsForBodies, wordsForMedia, wordsForPeople } from "./words.ts";

/** How many sentences back the one meant by "It" or "The letter" is looked for. */
const REACH = 8;

const PRONOUN = /^(?:he|she|it|they|which|who|that)$/i;
const DETERMINED = /^(?:the|this|that|his|her|its|their)\s/i;

/** Whether words name nobody by themselves: "It", "The letter", "The statement". */
export function pointsBack(words: string): boolean {
  if (PRONOUN.test(words) || /\bof (?:it|the (?:paper|daily|agency))$/.test(words)) return true;
  if (DETERMINED.test(words) && documentTitled(words)) return true;
  if (!DETERMINED.test(words) || words.length > 60) return false;
  return framingWords().documents.has(words.slice(words.lastIndexOf(" ") + 1).toLowerCase());
}

/** "the article titled “Gates”". */
function documentTitled(words: string): boolean {
  const noun = /^\p{L}+ (?:[\p{L}-]+ ){0,2}?(\p{L}+) (?:titled|entitled|headlined|called)\b/u.exec(words)?.[1];
  return noun !== undefined && framingWords().documents.has(noun.toLowerCase());
}

/** Who is meant, and the word for what he issued. */
export interface Antecedent {
  readonly source: Span;
  readonly document: string | null;
}

/**
 * Whom words that point back mean: the one who issued, sent or said something in the sentences before. `sources` are
 * those the reader found, in order. Null where no sentence within reach names anybody.
 */
export function antecedentOf(page: Page, at: number, words: string, sources: readonly Span[]): Antecedent | null {
  const bare = words.replace(/ (?:titled|entitled|headlined|called)\b.*$/su, "");
  const noun = PRONOUN.test(words) ? null : bare.slice(bare.lastIndexOf(" ") + 1).toLowerCase();
  const before = sentencesBefore(page, at);
  if (noun !== null) {
    for (const sentence of sentencesBefore(page, at + 1)) {
      const tokens = tokensOf(page, sentence);
      const own = !before.includes(sentence);
      if (own && !tokens.some((t) => t.reads === "received")) continue;
      const at = tokens.findIndex((t, i) => t.reads === noun && /^(?:of|by|from)$/.test(tokens[i + 1]?.reads ?? ""));
      const owner = at < 0 ? null : giverBehind(page, tokens, at);
      const issued = issuer(page, tokens, noun) ?? (owner && { source: owner, document: noun });
      if (!issued) continue;
      if (!issued.source) return null;
      if (!pointsBack(wordsAt(page, issued.source))) return { source: issued.source, document: noun };
      const meant = speakerBefore(
        page,
        sentencesBefore(page, at).filter((s) => s.to <= sentence.from),
        sources,
        true,
      );
      return meant && { source: meant.source, document: noun };
    }
    // "…, says the daily in a commentary": the one who says something in such a document.
    const telling = before.filter((s) => tokensOf(page, s).some((t) => t.reads === noun));
    // "Meridian refers to the flood in a signed article."
    for (const sentence of telling) {
      const words = tokensOf(page, sentence).map((t) => t.reads);
      const at = words.indexOf(noun);
      const inOne = words
        .slice(Math.max(0, at - 5), at)
        .some((w, i, all) => w === "in" && /^an?$/.test(all[i + 1] ?? ""));
      const main = inOne ? mainSubject(page.text, tokensOf(page, sentence))?.subject : null;
      const said = main && (lastSource(page, sentence, sources) ?? saidBy(page, tokensOf(page, sentence), true));
      if (main && !said && !pointsBack(wordsAt(page, main)) && /^(?:[Tt]he )?\p{Lu}/u.test(wordsAt(page, main)))
        return { source: printedBy(page, main), document: noun };
    }
    const others = before.filter((s) => documentIn(tokensOf(page, s), 0, s.last - s.first) !== null);
    const meant = speakerBefore(page, telling, sources, false) ?? speakerBefore(page, others, sources, false);
    // "The daily editorially calls for …": what the press prints is the paper's.
    return meant ?? (PRINTED.test(noun) ? speakerBefore(page, before, sources, false) : null);
  }
  const several = /^they$/i.test(words);
  return speakerBefore(page, before, sources, !/^(?:he|she|who)$/i.test(words), several);
}

/** Whether words may be taken up by "they": more than one, or a body. */
function mayBeThey(words: string): boolean {
  const [head = ""] = words.split(/ (?:of|for|in|at|from|to|on) |,/);
  const noun = head.slice(head.lastIndexOf(" ") + 1).toLowerCase();
  return (
    /\sand\s/.test(words) ||
    (/(?:[^s]s|people|men|women)$/.test(noun) && !hasPerson(noun)) ||
    wordsForBodies().has(noun)
  );
}

/** What a paper prints as its own. */
const PRINTED = /^(?:article|commentary|editorial|report|entry|note|analysis|column|review|essay|account|bulletin)$/;

/** The sentences before `at`, the nearest first. */
function sentencesBefore(page: Page, at: number): Sentence[] {
  const { sentences } = page.reading;
  return sentences
    .slice(Math.max(0, at - REACH), at)
    .filter((sentence) => {
      const kind = page.paragraphs[sentence.block]?.kind;
      // A first paragraph without a headline over it may have been taken for one.
      const isTitle = kind === "headline" && page.text[sentence.to - 1] !== ".";
      return !isTitle && kind !== "caption" && kind !== "noise" && kind !== "byline";
    })
    .reverse();
}

function speakerBefore(
  page: Page,
  before: readonly Sentence[],
  sources: readonly Span[],
  anySubject: boolean,
  several = false,
): Antecedent | null {
  let document: string | null = null;
  let nearest: Span | null = null;
  for (const [distance, sentence] of before.entries()) {
    const tokens = tokensOf(page, sentence);
    const read = lastSource(page, sentence, sources, anySubject);
    const behind = saidBy(page, tokens, read === null);
    // "The editorial referred to what a party proposed": the document speaks, whoever else is named behind.
    const subject = mainSubject(page.text, tokens)?.subject ?? null;
    const words = subject ? wordsAt(page, subject) : "";
    const pointing = DETERMINED.test(words) && pointsBack(words) ? subject : null;
    const own = behind ?? documentAtEnd(page, tokens) ?? pointing ?? read ?? speaking(page, tokens);
    const issued = issuer(page, tokens, null);
    // "His answers to questions put by the agency are right, the statement said": who says it stands behind.
    const said = issued?.source && own && own.from > issued.source.to && (behind || pointsBack(wordsAt(page, own)));
    if (issued && !said) {
      document ??= issued.document;
      if (issued.source && !pointsBack(wordsAt(page, issued.source))) return { source: issued.source, document };
      if (issued.source) continue;
    }
    if (own && several && !pointsBack(wordsAt(page, own)) && !mayBeThey(wordsAt(page, own))) continue;
    if (own && !pointsBack(wordsAt(page, own))) return { source: printedBy(page, own), document };
    if (own && !PRONOUN.test(wordsAt(page, own))) {
      // "…, said the statement. It went on:"
      const at = indexBehind(page.reading.sentences, sentence.from);
      const words = wordsAt(page, own);
      const noun = words.slice(words.lastIndexOf(" ") + 1).toLowerCase();
      return antecedentOf(page, at, words, sources) ?? { source: own, document: noun };
    }
    if (own) {
      document ??= documentIn(tokens, 0, Math.min(tokens.length, 12));
      continue;
    }
    // "The daily Meridian printed three pictures. It said:"
    const main = anySubject && distance === 0 ? mainSubject(page.text, tokens) : null;
    if (main && !isAuxiliary((tokens[main.verb] as Token).reads) && !pointsBack(wordsAt(page, main.subject)))
      nearest = main.subject;
  }
  return nearest && { source: nearest, document };
}

const INVERTED =
  /^(?:said|says|say|writes|wrote|urged|urges|added|adds|asserted|asserts|noted|notes|stressed|stresses)$/;
/** Words behind the verb that are more than so many tokens are no longer only a name with its office. */
const LONGEST_BEHIND = 24;

/** "…, says Meridian on Friday in a commentary.": whoever stands behind the verb; without a name only where `anybody` may. */
function saidBy(page: Page, tokens: readonly Token[], anybody: boolean): Span | null {
  for (let i = tokens.length - 4; i > 2; i--) {
    const verb = (tokens[i + 1] as Token).reads;
    if ((tokens[i] as Token).reads !== "," || !INVERTED.test(verb)) continue;
    const rest = tokens.slice(i + 2);
    if (!(anybody ? /^(?:\p{Lu}.*|the|an?)$/u : /^\p{Lu}/u).test(rest[0]?.reads ?? "") || rest.length > LONGEST_BEHIND)
      continue;
    if (rest.some((t) => t.reads === "that" || isAuxiliary(t.reads))) continue;
    return trimmedSubject(page.text, tokens, i + 2, tokens.length - 1);
  }
  return null;
}

/** "This appeal stirs many, the article noted.": the document that tells, at the end of the sentence. */
function documentAtEnd(page: Page, tokens: readonly Token[]): Span | null {
  const verb = tokens.length - 2;
  if (!speaks(tokens[verb]?.reads ?? "")) return null;
  let first = verb - 1;
  while (first > verb - 4 && tokens[first]?.reads !== ",") first--;
  const [from, to] = [tokens[first + 1]?.from, tokens[verb - 1]?.to];
  if (tokens[first]?.reads !== "," || from === undefined || to === undefined || to <= from) return null;
  const words = page.text.slice(from, to);
  return !PRONOUN.test(words) && pointsBack(words) ? { from, to } : null;
}

/** The last source the reader found in a sentence, in words for somebody. */
function lastSource(page: Page, { from, to }: Sentence, sources: readonly Span[], anybody = true): Span | null {
  for (let k = firstBehind(sources, to) - 1; k >= 0; k--) {
    const source = sources[k] as Span;
    if (source.from < from) return null;
    if (source.to > to) continue;
    const trimmed = trimmedSpan(page.text, source);
    const words = trimmed ? wordsAt(page, trimmed) : "";
    // Where the reader took a verb into the source, it is no name.
    if (words.split(" ").some(speaks)) continue;
    // "He" is none of "the two states".
    if (!anybody && /^(?:the|this|these|those|its|their|all|many|some)\s/i.test(words) && !hasPerson(words)) continue;
    if (trimmed && SOMEBODY.test(words) && !/^(?:I|we|they|you)$/i.test(words)) return trimmed;
  }
  return null;
}

function hasPerson(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => wordsForPeople().has(word));
}

/** Index of the first of `sources`, in order, that begins at `at` or behind it. */
function firstBehind(sources: readonly Span[], at: number): number {
  return firstReached(sources, ({ from }) => from >= at);
}

const SOMEBODY = /\p{Lu}|^(?:the|an?|he|she|it)\b/u;

/** "a signed article of the Meridian": the paper that prints it. */
function printedBy(page: Page, source: Span): Span {
  const [head, noun] =
    /^(?:an?|the) (?:[\p{L}-]+ ){0,3}(\p{L}+) (?:of|in|by) (?=(?:the )?\p{Lu})/iu.exec(wordsAt(page, source)) ?? [];
  return head && noun && framingWords().documents.has(noun)
    ? { from: source.from + head.length, to: source.to }
    : source;
}

/** "The chairwoman", "the paper": the fuller words of a subject or source before that hold this word. */
export function describedBefore(page: Page, at: number, words: string, sources: readonly Span[]): Span | null {
  const noun = /^the\s+(?:\p{Lu}?\p{Ll}+\s+){0,2}(\p{Ll}[\p{Ll}-]+)$/iu.exec(words)?.[1];
  if (noun === undefined) return null;
  for (const sentence of sentencesBefore(page, at)) {
    const main = mainSubject(page.text, tokensOf(page, sentence))?.subject ?? null;
    for (const span of [main, lastSource(page, sentence, sources)]) {
      const full = span ? wordsAt(page, span) : "";
      if (
        span &&
        full.length > words.length + 4 &&
        /\p{Lu}.*\p{Lu}/su.test(full) &&
        ownWords(full).has(noun.toLowerCase())
      )
        return span;
    }
  }
  for (const sentence of sentencesBefore(page, at)) {
    // "from Ilse Brand, chairwoman of the port": a name with that word behind it, wherever it stands.
    const text = wordsOf(page, sentence, 1200);
    for (const { 1: name = "", 2: rest = "", index } of text.matchAll(NAME_WITH_OFFICE))
      if (rest.toLowerCase().split(" ").includes(noun.toLowerCase()))
        return { from: sentence.from + index, to: sentence.from + index + name.length };
  }
  return null;
}

/** "The paper further said:": a medium that was named by its name only. */
export function mediumBefore(page: Page, at: number, words: string, sources: readonly Span[]): Span | null {
  const noun = /^the (?:news )?(\p{Ll}+)$/iu.exec(words)?.[1];
  if (noun === undefined || (noun !== "paper" && !wordsForMedia().has(noun))) return null;
  const meant = speakerBefore(page, sentencesBefore(page, at), sources, false)?.source ?? null;
  // "The work" is no medium.
  return meant && /(?<!^)\p{Lu}/u.test(wordsAt(page, meant)) ? meant : null;
}

const NAME_WITH_OFFICE = /(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,4}), ((?:[\p{L}-]+ ?){1,4})/gu;

/**
 * "X sent a message to Y", "Y received a letter from X", "an appeal issued by X": X, where the document is the one
 * wanted (any for null). Null where nothing of that kind stands.
 */
function issuer(
  page: Page,
  tokens: readonly Token[],
  wanted: string | null,
): { readonly source: Span | null; readonly document: string } | null {
  const { documents, issuing } = framingWords();
  const isDocument = (word: string): boolean =>
    documents.has(word) && (wanted === null || word === wanted || word === `${wanted}s`);
  for (let i = 1; i < Math.min(tokens.length, 60); i++) {
    const word = (tokens[i] as Token).reads;
    const received = word === "received" || word === "receives";
    if (!received && !issuing.has(word)) continue;
    let noun = -1;
    for (let k = i + 1; k < Math.min(tokens.length, i + 16) && noun < 0; k++) {
      const next = (tokens[k] as Token).reads;
      if (isDocument(next) && !documents.has(tokens[k + 1]?.reads ?? "")) noun = k;
      else if (/^(?:said|which|that|who)$/.test(next)) break;
    }
    if (noun < 0) {
      // "A letter to the chairman was adopted": the document stands before, and nobody says whose it is.
      const before = documentIn(tokens, 0, i);
      if (before === null || !isDocument(before) || !/^(?:was|were|been|is|are)$/.test((tokens[i - 1] as Token).reads))
        continue;
      return { source: giverBehind(page, tokens, i), document: before };
    }
    const document = (tokens[noun] as Token).reads;
    if (received) return { source: giverBehind(page, tokens, noun), document };
    if (/^(?:was|were|been|be|by)$/.test((tokens[i - 1] as Token).reads)) continue;
    if (documents.has((tokens[i - 1] as Token).reads) && tokens[i + 1]?.reads === "by")
      return { source: giverBehind(page, tokens, i), document };
    // "conveyed a message sent by the Board": who sent it, not who handed it over.
    const sent =
      /^(?:sent|issued|written|signed|made)$/.test(tokens[noun + 1]?.reads ?? "") && tokens[noun + 2]?.reads === "by";
    const writer = sent ? giverBehind(page, tokens, noun) : writerBehind(page, tokens, noun);
    const source = writer ?? subjectBefore(page.text, tokens, 0, i);
    if (source) return { source, document };
  }
  for (let i = 1; i + 2 < Math.min(tokens.length, 60); i++) {
    const word = (tokens[i] as Token).reads;
    const by = (tokens[i + 1] as Token).reads === "by";
    const document = by && issuing.has(word) ? documentIn(tokens, Math.max(0, i - 6), i) : null;
    if (document !== null && isDocument(document)) return { source: giverBehind(page, tokens, i), document };
  }
  return null;
}

/** "carried an article “Gates” contributed by Mara Quill": who wrote it, where that stands behind it or its title; else null. */
function writerBehind(page: Page, tokens: readonly Token[], noun: number): Span | null {
  let at = noun + 1;
  if (/^(?:titled|entitled|headlined)$/.test(tokens[at]?.reads ?? "")) at++;
  if (/^["“]$/.test(tokens[at]?.reads ?? "")) {
    at++;
    while (at < tokens.length && !/^["”]$/.test((tokens[at] as Token).reads)) at++;
    at++;
  }
  const written = /^(?:contributed|written|penned|authored)$/.test(tokens[at]?.reads ?? "");
  return written && tokens[at + 1]?.reads === "by" ? giverBehind(page, tokens, at) : null;
}

/** "The chairman recalled the years …": who speaks, where the reader found no cue. */
function speaking(page: Page, tokens: readonly Token[]): Span | null {
  const main = mainSubject(page.text, tokens);
  if (!main) return null;
  const verb = (tokens[main.verb] as Token).reads;
  return speaks(verb) && (isPast(verb) || verb.endsWith("s")) ? main.subject : null;
}

function wordsAt({ text }: Page, { from, to }: Span): string {
  return text.slice(from, to);
}

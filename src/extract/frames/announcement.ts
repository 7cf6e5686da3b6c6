import type { FrameKind } from "../../model/frame.ts";
import type { Sentence, Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { announcerOf } from "./announcer.ts";
import { type Page, tokensOf } from "./page.ts";
import { isAdverb, isAuxiliary, subjectBefore, trimmedSubject } from "./subject.ts";
import { framingWords } from "./words.ts";

/** A sentence behind which somebody's own words follow without marks. */
export interface Announcement {
  readonly span: Span;
  /** "the following statement", "as follows", "Following is the text of": more than a verb of speaking and a colon. */
  readonly firm: boolean;
  /** What kind of words follow, where a word tells. */
  readonly kind: FrameKind | null;
  /** The word for the document, in small letters: "statement"; null where none stands. */
  readonly document: string | null;
  /** Who speaks, in the words that stand there: a name, "It", "The letter"; null where no subject stands there. */
  readonly subject: Span | null;
  readonly cue: Span;
  /** Whether the report tells it in the past. */
  readonly past: boolean;
  /** Whether the words behind its colon are a statement with a cue, so that only what follows them is framed. */
  readonly told?: boolean;
}

/** A sentence that announces is no longer than this, in tokens. */
const LONGEST = 110;
/** How far behind the verb the colon may stand. */
const LONGEST_TAIL = 22;

/** What may stand between a verb of speaking and the colon. */
const TAIL =
  /^(?:in|on|at|as|when|upon|during|before|after|with|about|to|concerning|regarding|of|through|via|from|by|further|also|again|so|this|reporters|part|follows|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|earlier|later|,|\(|\p{Ll}+ly)$/iu;
/** Behind one of these "notes" and "states" are nouns. */
const IS_NOUN = /^(?:the|a|an|his|her|its|their|of|some|these|those|following|['’]s)$|['’]s$/;
/** With one of these the tail is a clause or a thing of its own: "noted that there were three:". */
const CLAUSE =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|that|there|because|whether|how|why)$/;

/** Reads one sentence as an announcement; null for any other sentence. */
export function readAnnouncement(page: Page, sentence: Sentence): Announcement | null {
  if (sentence.last - sentence.first > LONGEST) return null;
  const final = page.text[sentence.to - 1];
  if (final !== ":" && final !== ".") return null;
  const tokens = tokensOf(page, sentence);
  return (
    presented(page, tokens) ??
    shown(page, tokens) ??
    withFollowing(page, tokens) ??
    (final === ":" ? beforeColon(page, tokens) : null)
  );
}

/** An announcement whose words go on behind its colon. */
export interface InsideAnnouncement {
  readonly announcement: Announcement;
  /** Where those words begin. */
  readonly start: number;
  /**
   * Whether more than a verb announces: "The paper says in a commentary: The gates …", with a document before the verb
   * ("Meridian in a commentary says: The gates …"), or nothing else.
   */
  readonly by: "document" | "document-before" | "verb";
}

/** Reads the head of a sentence as an announcement, the words going on behind its colon. */
export function readInside(page: Page, sentence: Sentence): InsideAnnouncement | null {
  const tokens = tokensOf(page, sentence);
  const colon = tokens.findIndex((t) => t.reads === ":");
  const next = tokens[colon + 1];
  if (colon < 2 || colon > LONGEST || !next || !/^\p{Lu}/u.test(next.reads)) return null;
  const head = tokens.slice(0, colon + 1);
  const announcement = withFollowing(page, head) ?? beforeColon(page, head);
  if (!announcement) return null;
  const behind = head.findIndex((t) => t.to === announcement.cue.to);
  // "In a resolution the members said: …"
  const fronted = /^in$/i.test((head[0] as Token).reads) && announcement.document !== null;
  const documented = announcement.firm || fronted || documentIn(head, behind, head.length) !== null;
  const { subject } = announcement;
  const from = subject ? head.findIndex((t) => t.from >= subject.to) : behind;
  const before = documentIn(head, Math.max(0, Math.min(from, behind)), behind) !== null;
  return { announcement, start: next.from, by: documented ? "document" : before ? "document-before" : "verb" };
}

/** "Following is the full text of a speech by …:", "Here is her letter in full:". */
function presented(page: Page, tokens: readonly Token[]): Announcement | null {
  const { documents } = framingWords();
  const opening = tokens
    .slice(0, 4)
    .map((t) => t.reads.toLowerCase())
    .join(" ");
  if (!/^(?:the )?following (?:is|are|was)\b|^(?:here|below) (?:is|are)\b/.test(opening)) return null;
  let noun = -1;
  for (let i = 2; i < Math.min(tokens.length, 24); i++) {
    const word = (tokens[i] as Token).reads.toLowerCase();
    if (documents.has(word) && (noun < 0 || i - noun <= 8)) noun = i;
    else if (noun >= 0 && /^(?:by|from|delivered|made|issued|sent|at|to|on)$/.test(word)) break;
  }
  const document = tokens[noun]?.reads.toLowerCase();
  // Only a colon, or words that promise the whole of it, make what follows the document itself.
  const whole =
    tokens.at(-1)?.reads === ":" || tokens.some((t) => /^(?:full|text|transcript|complete|entire)$/.test(t.reads));
  if (!whole || !(noun <= 8 || tokens.slice(2, noun).some((t) => t.reads === "text" || t.reads === "transcript")))
    return null;
  const first = tokens[0];
  const named = tokens[noun];
  if (document === undefined || !first || !named) return null;
  return {
    span: spanOf(tokens),
    firm: true,
    kind: documents.get(document) as FrameKind,
    document,
    subject: giverBefore(page, tokens, noun) ?? giverBehind(page, tokens, noun) ?? described(tokens, noun, named),
    cue: { from: first.from, to: named.to },
    past: true,
  };
}

/** "Here is Mayor Brand, speaking in the council:", "Here's what the mayor told reporters:", "This statement is attributable to Ilse Brand:". */
function shown(page: Page, tokens: readonly Token[]): Announcement | null {
  const { documents, speaking } = framingWords();
  const span = spanOf(tokens);
  const at = tokens.findIndex(
    ({ reads }, i) => /^(?:attributable|attributed)$/.test(reads) && tokens[i + 1]?.reads === "to",
  );
  const document = at < 0 ? null : documentIn(tokens, 0, at);
  const [first, second, third] = tokens;
  if (!first || !second || !third) return null;
  if (document !== null) {
    const subject = trimmedSubject(page.text, tokens, at + 2, tokens.length - 1);
    const cue = { from: (tokens[at] as Token).from, to: (tokens[at + 1] as Token).to };
    return subject && { span, firm: true, kind: documents.get(document) ?? null, document, subject, cue, past: true };
  }
  if (
    tokens.at(-1)?.reads !== ":" ||
    !/^(?:Here|This)$/.test(first.reads) ||
    !/^(?:is|are|was|['’]s)$/.test(second.reads)
  )
    return null;
  const cue = { from: first.from, to: second.to };
  if (third.reads === "what") {
    const verb = tokens.findIndex(({ reads }, i) => i > 3 && (speaking.has(reads) || reads === "posted"));
    const subject = verb < 0 ? null : trimmedSubject(page.text, tokens, 3, verb);
    if (!subject || /^(?:we|I|you|they)\b/i.test(page.text.slice(subject.from, subject.to))) return null;
    return { span, firm: false, kind: null, document: null, subject, cue: tokens[verb] as Token, past: true };
  }
  const comma = tokens.findIndex(({ reads }) => reads === ",");
  if (
    comma < 4 ||
    !/^\p{Lu}/u.test(third.reads) ||
    !/^(?:speaking|talking|addressing|answering)$/.test(tokens[comma + 1]?.reads ?? "")
  )
    return null;
  const subject = trimmedSubject(page.text, tokens, 2, comma);
  return subject && { span, firm: false, kind: "speech", document: null, subject, cue, past: true };
}

/** "the written request": the document by its own words, where nobody is named for it. */
function described(tokens: readonly Token[], noun: number, { from, to }: Token): Span {
  const before = tokens[noun - 1];
  return before && /^\p{Ll}{4,}$/u.test(before.reads) && !/^(?:full|complete|following)$/.test(before.reads)
    ? { from: before.from, to }
    : { from, to };
}

/** "the president's speech": the one whose it is. */
function giverBefore(page: Page, tokens: readonly Token[], noun: number): Span | null {
  for (let i = noun - 1; i > 1; i--) {
    const word = (tokens[i] as Token).reads;
    if (!/['’]s?$/.test(word)) continue;
    let start = i;
    while (start > 2 && !/^(?:is|are|of|was)$/.test((tokens[start - 1] as Token).reads)) start--;
    const from = (tokens[start] as Token).from;
    const to = (tokens[i] as Token).to;
    const words = page.text
      .slice(from, to)
      .replace(/['’]s?$/, "")
      .trimEnd();
    return /\p{L}/u.test(words) ? { from, to: from + words.length } : null;
  }
  return null;
}

/** "a speech delivered by Hu Jintao, …, at the banquet"; "a joint appeal of the committees for …". */
export function giverBehind(page: Page, tokens: readonly Token[], noun: number): Span | null {
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 24); i++) {
    const word = (tokens[i] as Token).reads.toLowerCase();
    const inName = word === "of" && (tokens[i - 1] as Token).reads === "name";
    if (word !== "by" && word !== "from" && !(word === "of" && i === noun + 1) && !inName) continue;
    let end = i + 1;
    while (end < tokens.length && !ENDS_GIVER.test((tokens[end] as Token).reads)) end++;
    const start = tokens[i + 1];
    if (!start || end === i + 1 || (word !== "from" && !/^(?:\p{Lu}|the$|an?$|his$|her$|its$)/u.test(start.reads)))
      continue;
    return trimmedSubject(page.text, tokens, i + 1, end);
  }
  return null;
}

const ENDS_GIVER =
  /^(?:at|on|to|during|under|after|before|adopted|read|published|released|issued|sent|when|as|which|who|that|is|are|was|were|has|had|[:.;])$/;

/** "issued the following statement on Sunday:", "said as follows:". A stop may take the place of the colon. */
function withFollowing(page: Page, tokens: readonly Token[]): Announcement | null {
  const { documents, issuing, speaking } = framingWords();
  const colon = tokens.at(-1)?.reads === ":";
  for (let i = 1; i < tokens.length; i++) {
    const word = (tokens[i] as Token).reads;
    let end = -1;
    let document: string | null = null;
    if (word === "following") {
      const before = (tokens[i - 1] as Token).reads;
      const article = colon ? /^(?:the|this|these|an?)$/ : /^(?:the|this|these)$/;
      if (!article.test(before) && !(colon && issuing.has(before))) continue;
      for (let k = i + 1; k < Math.min(tokens.length, i + 5) && end < 0; k++)
        if (documents.has((tokens[k] as Token).reads)) {
          end = k + 1;
          document = (tokens[k] as Token).reads;
        }
      if (colon && end < 0 && i >= tokens.length - 2) end = i + 1;
    } else if (
      word === "this" &&
      colon &&
      THIS_SAID.test(tokens[i - 1]?.reads ?? "") &&
      !/^\p{L}{3,}$/u.test(tokens[i + 1]?.reads ?? "")
    )
      // "posted this on Facebook:"
      end = i + 1;
    else if (word === "follows" && /^(?:as|which)$/.test((tokens[i - 1] as Token).reads) && i >= tokens.length - 3)
      end = i + 1;
    if (end < 0) continue;
    const verb = lastVerb(tokens, i, (w) => issuing.has(w) || speaking.has(w) || /^(?:is|was)$/.test(w));
    if (verb < 1) return null;
    document ??= documentIn(tokens, 0, i);
    const said = tokens[verb] as Token;
    if (/^(?:is|was)$/.test(said.reads) && document === null) return null;
    const subject = subjectBefore(page.text, tokens, 0, verb);
    if (!subject || /^(?:I|we)\b/i.test(page.text.slice(subject.from, subject.to))) return null;
    return {
      span: spanOf(tokens),
      firm: true,
      kind: document === null ? null : (documents.get(document) ?? null),
      document,
      subject,
      cue: { from: said.from, to: (tokens[end - 1] as Token).to },
      past: isPast(said.reads),
    };
  }
  return null;
}

/** Before "this": "wrote this on Monday:", "had this to say:". */
const THIS_SAID = /^(?:posted|wrote|said|tweeted|issued|had|sent|written|published|released)$/;

/** "The letter said:", "…, the article notes, and goes on:", "…, told the agency:". */
function beforeColon(page: Page, tokens: readonly Token[]): Announcement | null {
  const { documents, speaking, speakingOn } = framingWords();
  const colon = tokens.length - 1;
  const least = Math.max(0, colon - LONGEST_TAIL);
  for (let i = colon - 1; i >= least; i--) {
    const word = (tokens[i] as Token).reads;
    const next = (tokens[i + 1] as Token).reads;
    const goesOn =
      (word === "on" || word === "say") &&
      /^(?:went|goes)$/.test((tokens[i - (word === "on" ? 1 : 3)] as Token | undefined)?.reads ?? "");
    if (goesOn && i >= colon - 4) {
      const verb = word === "on" ? i - 1 : i - 3;
      return announced(page, tokens, verb, i + 1, documents);
    }
    if (
      (speaking.has(word) && !IS_NOUN.test((tokens[i - 1] as Token | undefined)?.reads ?? "")) ||
      speakingOn.has(word)
    ) {
      const told = word === "told" || word === "tells";
      if (i + 1 < colon && !TAIL.test(next) && !told) return null;
      return announced(page, tokens, i, i + 1, documents);
    }
    if (CLAUSE.test(word)) return null;
  }
  return null;
}

function announced(
  page: Page,
  tokens: readonly Token[],
  verb: number,
  end: number,
  documents: ReadonlyMap<string, FrameKind>,
): Announcement | null {
  const found = announcerOf(page, tokens, verb);
  const subject = found && behindDocument(page.text, found, documents);
  if (!subject || /^(?:I|we|you|my|our)\b/i.test(page.text.slice(subject.from, subject.to))) return null;
  let start = verb;
  while (
    start > 0 &&
    (isAuxiliary((tokens[start - 1] as Token).reads) || isAdverb((tokens[start - 1] as Token).reads)) &&
    (tokens[start - 1] as Token).from >= subject.to
  )
    start--;
  // "also" alone stands outside the words for speaking.
  while (start < verb && !isAuxiliary((tokens[start] as Token).reads)) start++;
  const said = tokens[verb] as Token;
  const behind = tokens.findIndex((t) => t.from >= subject.from);
  // "In a letter, she wrote:" tells what it is, "Commenting on his speech, she said:" does not.
  const fronted = /^in$/i.test((tokens[0] as Token).reads) ? documentIn(tokens, 0, behind) : null;
  const document = documentIn(tokens, Math.max(0, behind), tokens.length) ?? fronted;
  return {
    span: spanOf(tokens),
    firm: false,
    kind: kindOf(tokens, document, documents),
    document,
    subject,
    cue: { from: (tokens[start] as Token).from, to: (tokens[end - 1] as Token).to },
    past: framingWords().speakingOn.has(said.reads) ? !tokens.some((t) => PRESENT.test(t.reads)) : isPast(said.reads),
  };
}

/** "In a resolution the members": only those behind the document. */
function behindDocument(text: string, { from, to }: Span, documents: ReadonlyMap<string, FrameKind>): Span {
  const [head, noun] =
    /^In (?:an?|the|his|her|its|their) (?:[\p{L}-]+ ){0,3}?(\p{Ll}+) (?=the |\p{Lu}|\p{Ll}+s$)/u.exec(
      text.slice(from, to),
    ) ?? [];
  return head && noun && documents.has(noun) ? { from: from + head.length, to } : { from, to };
}

/** Of the verbs before "adding:", those that tell in the present. */
const PRESENT = /^(?:says|notes|writes|stresses|observes|points|adds|calls|tells|claims|argues|goes)$/;

function kindOf(
  tokens: readonly Token[],
  document: string | null,
  documents: ReadonlyMap<string, FrameKind>,
): FrameKind | null {
  if (document !== null) return documents.get(document) ?? null;
  return tokens.some((t) => /^(?:interviewed|told|tells)$/.test(t.reads)) ? "interview" : null;
}

/** The last word for a document among tokens `first <= i < last`. */
export function documentIn(tokens: readonly Token[], first: number, last: number): string | null {
  const { documents } = framingWords();
  for (let i = last - 1; i >= first; i--) {
    const word = (tokens[i] as Token).reads.toLowerCase();
    if (documents.has(word)) return word;
  }
  return null;
}

function lastVerb(tokens: readonly Token[], before: number, is: (word: string) => boolean): number {
  for (let i = before - 1; i >= Math.max(0, before - 30); i--) if (is((tokens[i] as Token).reads)) return i;
  return -1;
}

export function isPast(word: string): boolean {
  return /ed$|^(?:said|told|wrote|read|went|gave|made|sent|ran|put|was|were|had)$/.test(word);
}

function spanOf(tokens: readonly Token[]): Span {
  return { from: (tokens[0] as Token).from, to: (tokens.at(-1) as Token).to };
}

import { tableRows } from "../../text/tables.ts";
import type { Span } from "../../model/span.ts";
import type { Sentence, Token } from "../../model/reading.ts";
import { kindsOf } from "../tables.ts";
import type { Found } from "../../model/statement.ts";

const VERB =
  /^(?:is|are|was|were|has|have|had|will|would|should|did|does|do|can|could|may|might|must|said|say|says|refers|notes|observes|stresses|comments|writes|dedicates|marks|carries|told|went|took|made|came|gave|held|met|began|laid|paid|left|got|saw|stood|sat|led|spoke|kept|knew|hit|set|put|sent|on|who|which|that|\p{Ll}{2,}ed)$/u;
const LONGEST = 40;

let pasts: ReadonlySet<string> | null = null;

/** Past forms of irregular verbs: `data/en/irregular-verbs.tsv`. Read once. */
export function irregular(): ReadonlySet<string> {
  return (pasts ??= new Set(
    tableRows("en/irregular-verbs.tsv").flatMap(([, past = ""]) => (past === "put" || past === "cut" ? [] : [past])),
  ));
}

/** The noun phrase at the head of the sentence before one, in the same or the paragraph before; null where a clause stands there. */
export function subjectBefore(found: Found, sentence: number): Span | null {
  const before = found.sentences[sentence - 1];
  const here = found.sentences[sentence];
  return before && here && here.block - before.block <= 1 ? subjectOfSentence(found, sentence - 1) : null;
}

/** How far a phrase before the subject may reach, in tokens. */
const FRONTED = 24;

/** The noun phrase at the head of a sentence, up to its verb; behind the comma of "In Lindholt, …"; null where a clause stands there. */
export function subjectOfSentence({ sentences, tokens }: Found, at: number): Span | null {
  const sentence = sentences[at];
  if (!sentence) return null;
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  let { first } = sentence;
  if (
    /^(?:In|On|At|With|After|Before|For|Among|Under|During|Meanwhile|However|Recently|Besides|Earlier|Later|From|Instead|Still|Moreover|Nevertheless|Finally|Separately)$/.test(
      reads(first),
    ) &&
    !/^(?:least|most)$/.test(reads(first + 1))
  ) {
    const end = Math.min(sentence.last, first + FRONTED);
    while (first < end && reads(first) !== ",") first++;
    if (reads(first) !== ",") return speakersOf(sentence, tokens);
    first++;
  } else first = behindOpening(sentence, tokens);
  const head = reads(first);
  if (
    !/^(?:\p{Lu}|the\b|state\b|former\b)/u.test(head) ||
    /^(?:If|When|While|But|And|As|By|It|He|She|They|There|This|That|[Hh]e|[Ii]t|[Tt]hey)$/.test(head)
  )
    return null;
  // "Those concerned of the board barred …": the participle belongs to the subject.
  const reduced = head === "Those" && /^\p{Ll}+(?:ed|ing)$/u.test(reads(first + 1)) ? 1 : 0;
  for (let i = first + 1 + reduced; i < sentence.last && i - first < LONGEST; i++) {
    const word = reads(i);
    if (!VERB.test(word) && !irregular().has(word)) continue;
    // "The Council on Tides": only a day behind "on" parts the subject from its verb.
    if (word === "on" && !DAY.test(`${reads(i + 1)} ${reads(i + 2)}`)) continue;
    const end = i - first > 1 && /^\p{Ll}{3,}ly$/u.test(reads(i - 1)) ? i - 1 : i;
    return { from: tokens[first]?.from as number, to: tokens[end - 1]?.to as number };
  }
  return null;
}

/** "Addressing it were Mara Quill and Tom Birch": the noun phrase behind the verb; null where none stands. */
export function subjectBehindVerb({ sentences, tokens }: Found, at: number): Span | null {
  const sentence = sentences[at];
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  if (!sentence || !/^(?:Addressing|Speaking)$/.test(reads(sentence.first))) return null;
  for (let i = sentence.first + 1; i < sentence.last - 1 && i - sentence.first < FRONTED; i++)
    if (/^(?:was|were)$/.test(reads(i)))
      return { from: tokens[i + 1]?.from as number, to: tokens[sentence.last - 2]?.to as number };
  return null;
}

/** "As anglers waited, they …": the noun phrase behind the small word at the head of a sentence, up to its verb; null where none stands. */
export function subjectOfClause({ sentences, tokens }: Found, at: number): Span | null {
  const sentence = sentences[at];
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  if (
    !sentence ||
    !/^(?:As|When|While|After|Before|If|Since|Because|Although|Though|Until)$/.test(reads(sentence.first))
  )
    return null;
  const first = sentence.first + 1;
  for (let i = first; i < sentence.last && i - first < FRONTED && reads(i) !== ","; i++) {
    if (i === first && !/^(?:the|\p{L}{4,})$/iu.test(reads(i))) return null;
    if (i > first && (VERB.test(reads(i)) || irregular().has(reads(i))))
      return { from: tokens[first]?.from as number, to: tokens[i - 1]?.to as number };
  }
  return null;
}

const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\b|(?:the|that|this) (?:same|day|occasion)|\d)/u;

/** What may stand between an article and its noun: "Tarvian", "young"; no small word, verb or number. */
function isAdjective(word: string): boolean {
  return (
    /^\p{L}{4,}$/u.test(word) &&
    !VERB.test(word) &&
    !/^(?:with|from|that|this|their|when|then|into|over|under|upon|\p{Ll}+ly)$/u.test(word)
  );
}

/**
 * "Strongly accusing the board of neglect, the harbour office …", "A few days ago, the mayor …": where the words go on behind
 * the first comma; the sentence's head where it opens with neither.
 */
function behindOpening({ first, last }: Sentence, tokens: readonly Token[]): number {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  const end = Math.min(last, first + FRONTED);
  let comma = first;
  while (comma < end && reads(comma) !== ",") comma++;
  if (comma >= end - 1) return first;
  const adverb = /^\p{Lu}\p{Ll}+ly$/u.test(reads(first)) ? 1 : 0;
  const participle = new RegExp(adverb ? "^\\p{Ll}{2,}ing$" : "^\\p{Lu}\\p{Ll}+ing$", "u").test(reads(first + adverb));
  const before = reads(comma - 1) === "ago" || (adverb === 1 && comma === first + 1);
  const goesOn = /^(?:the|\p{Lu}.*)$/u.test(reads(comma + 1));
  return (participle || before) && goesOn ? comma + 1 : first;
}

/** "At the meeting speakers held that …": those right before the verb, where no comma stands behind the phrase at the head. */
function speakersOf({ first, last }: Sentence, tokens: readonly Token[]): Span | null {
  for (let i = first + 2; i < Math.min(last - 1, first + FRONTED); i++) {
    const token = tokens[i] as Token;
    if (
      /^\p{Ll}{3,}s$/u.test(token.reads) &&
      kindsOf(token.reads).has("unnamed") &&
      VERB.test(tokens[i + 1]?.reads ?? "")
    ) {
      let start = i;
      while (start > first + 2 && i - start < 3 && isAdjective(tokens[start - 1]?.reads ?? "")) start--;
      return { from: (tokens[start] as Token).from, to: token.to };
    }
  }
  return null;
}

import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { documentsOf } from "../documentWords.ts";
import type { PlacedTime } from "./placed.ts";

/** What is needed to tell which date stands beside a cue. */
export interface DatedCues {
  readonly found: Found;
  readonly placed: readonly PlacedTime[];
  readonly spans: readonly Span[];
  /** All cues of the report, in order. */
  readonly cues: readonly Span[];
  /** Whether a place stands in the words of another statement than that of the cue. */
  readonly inOtherWords: (place: Span, cue: Span) => boolean;
}

/** A statement's own words, as far as they tell which date is its own. */
export interface Said {
  readonly cue: Span;
  readonly source: Span | null;
  readonly content: readonly Span[];
}

/** Prepositions that make a date another thing than the day of speaking. */
const NOT_OF_SPEAKING = new Set([
  "by",
  "until",
  "till",
  "through",
  "from",
  "since",
  "before",
  "after",
  "for",
  "to",
  "over",
  "within",
  "between",
  "than",
  "about",
  "throughout",
]);

/** Whether a time is a date of the calendar (or would be, were the publication known) and may be that of an act of speaking. */
export function isDate({ found: { meaning, preposition }, moment }: PlacedTime): boolean {
  // "A day earlier, she had warned": so far from the date spoken of, where that is known.
  const counted = meaning.kind === "length" && meaning.reckoned?.from === "mentioned" && moment !== null;
  return (meaning.kind === "date" || meaning.kind === "event-day" || counted) && !NOT_OF_SPEAKING.has(preposition);
}

const BEHIND_CUE = 120;

/**
 * The index of the time that belongs to a cue: one within it ("revealed Wednesday"); the first behind it before the content,
 * another cue or the end of its clause ("said on Thursday", "told reporters in the capital on Friday"); right behind the content
 * ("announced the closure Monday"); right before the cue ("on Thursday said"); at the head of the sentence; or between the one
 * who speaks and the cue ("Solvan on Thursday played it down and said"). Null where none does.
 */
export function timeOfCue(
  dated: DatedCues,
  { cue, source, content }: Said,
  carried: ReadonlySet<number>,
): number | null {
  const { found, placed, spans, cues } = dated;
  const { text } = found.document;
  const sentence = found.sentences[indexBehind(found.sentences, cue.from)];
  if (!sentence) return null;
  const next = cues[firstFrom(cues, cue.to)];
  const behindContent = content.find((piece) => piece.from >= cue.to)?.from ?? Infinity;
  const end = Math.min(sentence.to, next?.from ?? Infinity, behindContent, cue.to + BEHIND_CUE);
  for (let i = indexBehind(spans, cue.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.from >= end) break;
    if (!isDate(p) || carried.has(i) || p.found.span.to <= cue.from || inContent(p, content)) continue;
    if (overlaps(p.found.span, cue)) return i;
    const between = text.slice(cue.to, p.found.span.from);
    // A relative clause or a new one tells of something else.
    if (!/[;:(]|,\s*(?:who|which|where|whose|and|but)\b|\b(?:who|which|when|after|before|since|that)\b/.test(between))
      return i;
    break;
  }
  return (
    timeBetweenPieces(dated, cue, content, carried) ??
    timeBehindContent(dated, sentence, cue, content, carried) ??
    timeOfOccasion(dated, sentence, cue, content, carried) ??
    timeOfProgramme(dated, sentence, cue) ??
    timeBefore(dated, sentence, { cue, source, content }, carried)
  );
}

const RIGHT_BEHIND = /^[\s"”'’]*,?\s*(?:(?:on|late|early|earlier)\s+)*$/;

/** "Accused the port on Thursday of dumping": the day parts what is said, and is no piece of it. */
function timeBetweenPieces(
  { found, placed, spans }: DatedCues,
  cue: Span,
  content: readonly Span[],
  carried: ReadonlySet<number>,
): number | null {
  for (const [k, piece] of content.entries()) {
    const next = content[k + 1];
    if (!next || piece.from < cue.to) continue;
    for (let i = indexBehind(spans, piece.to); i < placed.length; i++) {
      const p = placed[i] as PlacedTime;
      if (p.found.span.from >= next.from) break;
      if (p.found.span.from < piece.to || carried.has(i) || !isDate(p)) continue;
      const alone = RIGHT_BEHIND.test(found.document.text.slice(piece.to, p.found.span.from));
      if (alone && /^[\s,]*$/.test(found.document.text.slice(p.found.span.to, next.from))) return i;
    }
  }
  return null;
}

/** "Announced the closure Monday", "“It holds,” he said of the dam, on Friday". */
function timeBehindContent(
  { found, placed, spans }: DatedCues,
  sentence: Span,
  cue: Span,
  content: readonly Span[],
  carried: ReadonlySet<number>,
): number | null {
  const last = content.at(-1);
  if (!last || last.from < cue.to || last.to >= sentence.to) return null;
  for (let i = indexBehind(spans, last.to - 1); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.from >= sentence.to) return null;
    if (p.found.span.from < last.to || carried.has(i) || inContent(p, content)) continue;
    return isDate(p) && RIGHT_BEHIND.test(found.document.text.slice(last.to, p.found.span.from)) ? i : null;
  }
  return null;
}

/** "During a speech at the harbour in July", "at a rally in Ostrel on Monday": an occasion of speaking between words and date. */
const SAID_IN = documentsOf("issued", "printed", "posted", "spoken");
const SPEAKING = new RegExp(
  `(?<=^|\\s|[”"’'])(?:in|during|at|on)\\s+(?:an?|the|his|her|its|their)\\s+(?:(?!since\\b|before\\b|after\\b|until\\b|for\\b|to\\b|that\\b|who\\b|which\\b|and\\b)[\\p{L}’'-]+\\s+){0,5}?(?:${SAID_IN}|rally|news conference|press conference|briefing|debate|forum|town hall|hearing|remarks)\\b(?:\\s+(?!who\\b|which\\b|that\\b|and\\b|but\\b|to\\b(?! (?:the|an?|his|her)\\b)|before\\b|after\\b|since\\b|until\\b|for\\b|by\\b)[\\p{L}’'.-]+){0,8}?\\s+(?:on\\s+|in\\s+|late\\s+|early\\s+)*$`,
  "u",
);
/** No thing that somebody speaks of is told in more. */
const LONGEST_THING = 600;
/** How far ahead of its date an occasion begins. */
const OCCASION_REACH = 240;
/** What tells of an occasion still to come, or of what somebody else did there. */
const OF_CONTENT =
  /^(?:that|whether|if|how|why|he|she|they|it|we|I)\b|\b(?:will|would|planned|plans|scheduled|set|due|made|gave|said|did|was|were|had)\b/i;

/** The date of an occasion of speaking behind the words, or at their end where they hold a thing, not a clause. */
function timeOfOccasion(
  { found, placed, spans }: DatedCues,
  sentence: Span,
  cue: Span,
  content: readonly Span[],
  carried: ReadonlySet<number>,
): number | null {
  const last = content.at(-1);
  const { text } = found.document;
  if (!last || last.from < cue.to) return null;
  for (let i = indexBehind(spans, last.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    const { span } = p.found;
    if (span.from >= sentence.to) return null;
    if (span.from < last.from || carried.has(i) || !isDate(p)) continue;
    const begin = Math.max(last.from, span.from - OCCASION_REACH);
    const occasion = SPEAKING.exec(text.slice(begin, span.from));
    if (!occasion || /[“”";]|``|''/.test(occasion[0])) continue;
    const at = begin + occasion.index;
    if (at >= last.to - 1) return i;
    // Within the words only their very end can be the reporter's.
    if (span.to >= last.to && at > last.from && !OF_CONTENT.test(text.slice(last.from, at).slice(0, LONGEST_THING)))
      return i;
  }
  return null;
}

/** "On Wednesday's “Harbour Hour”", "on Sunday's edition of", "during Friday's broadcast of": the day of a programme. */
const ON_PROGRAMME = /\b(?:on|of|during|for)\s+$/;
const PROGRAMME =
  /^(?:['’]s|\s+(?:night|morning|evening)['’]s)\s+(?:(?:broadcast|edition|episode|airing|programme?|show|podcast)\b|[“"]\p{Lu}[^”"]{2,40}[”"]|\p{Lu}[\p{L}&]*(?: \p{Lu}[\p{L}&]*)*['’]s\s+[“"]\p{Lu})/u;

/** The day of the programme on which the words of a sentence were spoken; the main verb's, no other's. */
function timeOfProgramme({ found, placed, spans, inOtherWords }: DatedCues, sentence: Span, cue: Span): number | null {
  const { text } = found.document;
  let only: number | null = null;
  for (let i = firstFrom(spans, sentence.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    const { span } = p.found;
    if (span.from >= sentence.to) break;
    if (!isDate(p) || !ON_PROGRAMME.test(text.slice(Math.max(sentence.from, span.from - 12), span.from))) continue;
    const behind = text.slice(span.to, Math.min(sentence.to, span.to + OCCASION_REACH));
    const programme = PROGRAMME.exec(behind);
    if (!programme) continue;
    // In the midst of what somebody says a programme is his own matter.
    const ends = /^(?:\s+of\s[^,;]{1,50})?[\s.,”"’']*$/u.test(behind.slice(programme[0].length));
    if (span.to > cue.from && !ends && inOtherWords(span, cue)) continue;
    if (only !== null) return null;
    only = i;
  }
  return only;
}

/** What may stand ahead of a date at the head of a sentence: "In an interview on", "Asked about it on". */
const HEAD =
  /^[\s"“'‘(]*(?:(?:\p{L}+)\s+){0,3}$|^[\s"“'‘(]*(?:In|At|During|On|Speaking|Appearing|Addressing|Asked|Pressed|Responding|Writing|Answering|Testifying|Later|Earlier)\b(?!.*\b(?:poll|survey|polls|surveys|primary|primaries|election|elections|caucus|caucuses|vote|contest|runoff|after|since|before|until|who|which)\b)[^.;:“”"]{0,120}$/u;
/** "In remarks after a meeting on Tuesday", "speaking after the vote on": what is said right after is of that day. */
const RIGHT_AFTER = new RegExp(
  `^[\\s"“'‘(]*(?:In (?:[\\p{L}’'-]+ ){0,4}(?:remarks|comments|briefing|news conference|press conference|${SAID_IN})|Speaking(?: (?:to|with|at|in|before) [^,.;:“”"]{1,50})?) (?:right |shortly )?after [^,.;:“”"]{0,90}$`,
  "u",
);
/** "In a Sunday interview, …", with the day between. */
const NAMED_BY_DAY = new RegExp(
  `^[\\s"“'‘(]*(?:In|At|During)\\s+(?:an?|his|her|its|their|the)\\s+(?:\\p{Ll}+\\s+){0,3}(?:${SAID_IN}|briefing|rally|news conference|press conference|appearance|call|meeting|debate|hearing)\\b[^.;:]{0,60},`,
  "u",
);
/** What opens a clause of its own, in which a date tells of something else. */
const OWN_CLAUSE =
  /\b(?:who|which|that|where|whose|when|after|before|since|because|while|until|as|if|although|though|whether|how|than)\b|[;:]/;

/** "Late Saturday he announced": the subject alone between date and cue. */
const SUBJECT_ONLY =
  /^(?:'s|’s)?,?\s+(?:he|she|they|it|(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})\s+(?:also\s+)?$/u;

/** "On Thursday, when Quill rose to ask", "a rally Monday, during which she thanked". */
const WHEN_HE = /^[\s,—–-]*(?:when|(?:during|at|in) which)\s+$/u;

const OPENS_CLAUSE = /\b(?:as|when|while|after|before|since|because|if|although|though|until)\s+$/i;

/** "On Thursday, Kim said", "Kim on Thursday said", "During the second day of the congress, …, Kim vowed". */
function timeBefore(
  { found, placed, spans, cues, inOtherWords }: DatedCues,
  sentence: Span,
  { cue, source, content }: Said,
  carried: ReadonlySet<number>,
): number | null {
  const { text } = found.document;
  const before = cues[firstFrom(cues, cue.from) - 1];
  const begin = before && before.from >= sentence.from ? before.to : sentence.from;
  const goesOn =
    /^\p{L}+ing\b/u.test(text.slice(cue.from, cue.to)) ||
    /\b(?:and|but|also)\s+(?:\p{Ll}+ly\s+|also\s+|then\s+)?$/u.test(text.slice(sentence.from, cue.from));
  let best: number | null = null;
  for (let i = indexBehind(spans, sentence.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.to > cue.from) break;
    if (!isDate(p) || carried.has(i) || inContent(p, content) || inOtherWords(p.found.span, cue)) continue;
    const lead = text.slice(sentence.from, p.found.span.from);
    // "Two days later": where it leads belongs to the length.
    const behind = text.slice(p.found.span.to, cue.from);
    const gap = p.found.meaning.kind === "length" ? behind.replace(/^\s+(?:earlier|later)\b/, "") : behind;
    // "A cable dated Dec. 10 showed that she told": the day of the cable.
    if (/\bdated\s+$/.test(lead) && source && source.from > p.found.span.to) continue;
    if (
      /^\s*(?:also\s)?$/.test(gap) ||
      (source &&
        source.from >= p.found.span.to &&
        SUBJECT_ONLY.test(gap) &&
        gap.length < 60 &&
        // "Recalling that it broke last year, she said": the clause has the date.
        !(/^\s*,/.test(gap) && OWN_CLAUSE.test(lead)) &&
        !/\b(?:after|since|before|until|by|from)\s+(?:late\s+|early\s+)?$/i.test(lead))
    )
      return i;
    if (source && source.from >= p.found.span.to && WHEN_HE.test(text.slice(p.found.span.to, source.from))) return i;
    // "The congress, which is expected to end": the clause tells of the event.
    if (/\b(?:which|who|that|where)\s*$/.test(gap)) continue;
    const heads =
      (begin === sentence.from || goesOn) &&
      (HEAD.test(lead) || RIGHT_AFTER.test(lead)) &&
      (NAMED_BY_DAY.test(lead + gap) ||
        /^\s*,|^\s+\p{Lu}|^\s+(?:the|a|an|he|she|they|it|on|in|at|with|during)\s/u.test(gap)) &&
      !/[;]/.test(gap);
    const leading = p.found.meaning.kind === "event-day" && !/[.;:]/.test(lead);
    if ((heads || leading || besideSource(p, source, cue, text)) && best === null) best = i;
  }
  return best;
}

/** "Solvan on Thursday played it down and said", "Solvan told the paper Thursday that he believes". */
function besideSource({ found: { span } }: PlacedTime, source: Span | null, cue: Span, text: string): boolean {
  if (!source) return false;
  if (/^\s+that (?:he|she|they|it) $/.test(text.slice(span.to, cue.from)) && source.from >= span.to) return true;
  if (source.to > span.from || OPENS_CLAUSE.test(text.slice(Math.max(0, source.from - 12), source.from))) return false;
  const between = text.slice(source.to, span.from);
  const gap = text.slice(span.to, cue.from);
  // "The Star on Monday in an article said"
  if (
    /^\s*(?:on|late|early)?\s*$/.test(between) &&
    /^\s+(?:in|at|during)\s[^,;:.“”"]{1,70}\s$/u.test(gap) &&
    !OWN_CLAUSE.test(gap)
  )
    return true;
  if (/^\s+(?:and|but)\b/.test(gap) && PRESENT.test(text.slice(cue.from, cue.to))) return false;
  return (
    between.length < 90 &&
    !OWN_CLAUSE.test(between) &&
    !/,|\b(?:a|an|the|his|her|its|their|every|each)\s*$/.test(between) &&
    !OWN_CLAUSE.test(gap.replace(/\bas well as\b/g, "")) &&
    /(?:,|\b(?:and|but|also|then|by|to))\s*(?:\p{Ll}+ly\s+)?$/u.test(gap)
  );
}

/** "Opened a procedure last month and expects a plan": the time is that of the verb before it. */
const PRESENT = /^(?!was\b|says\b)\p{Ll}{2,}s\b/u;

function inContent(p: PlacedTime, content: readonly Span[]): boolean {
  return content.some((piece) => contains(piece, p.found.span));
}

/** Index of the first of `sorted` that begins at or behind `at`. */
export function firstFrom(sorted: readonly Span[], at: number): number {
  return firstReached(sorted, ({ from }) => from >= at);
}

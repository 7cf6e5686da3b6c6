import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { firstFrom } from "./besideCue.ts";
import { heldOn } from "./held.ts";
import type { PlacedTime } from "./placed.ts";
import { besideContent, isElsewhen, mayGoOn, quoted, tellsOtherTime } from "./sameSpeaker.ts";

interface DayContext {
  readonly found: Found;
  readonly placed: readonly PlacedTime[];
  readonly spans: readonly Span[];
}

/**
 * What was said of something that happened on the very day of publication was said on that day: not before it, and not after it
 * was printed. Null where nothing tells so.
 */
export function daySinceEvent(statement: FoundStatement, context: DayContext): When | null {
  const { found } = context;
  const { cue, frame } = statement;
  const published = found.document.published.edtf?.slice(0, 10);
  if (!cue || frame || published?.length !== 10 || !mayGoOn(statement, found)) return null;
  const { rest, sentence } = besideContent(statement, found);
  if (isElsewhen(rest) || isLongBefore(cue, sentence, found)) return null;
  const told = statement.content.some((piece) => happenedIn(piece, published, context));
  if (told) return when(published, "it tells what happened on the day of publication");
  const event = eventOf(context, published);
  if (event === null || sentence <= event.sentence) return null;
  const { from, to } = found.sentences[sentence] as Span;
  if (event.named.test(found.document.text.slice(from, to)))
    return when(published, `it speaks of the ${event.noun}, which was on the day of publication`);
  return sentence < event.left ? when(published, `said after the ${event.noun}, on the day of publication`) : null;
}

/** "The launch came three days after Quill warned": the cue stands in a clause of what was before. */
function isLongBefore(cue: Span, sentence: number, { document, sentences }: Found): boolean {
  const lead = document.text.slice((sentences[sentence] as Span).from, cue.from);
  return /\b(?:hours?|days?|weeks?|months?|years?) (?:after|before|since)\b[^,;:“”"]*$/iu.test(lead);
}

function when(published: string, why: string): When {
  return heldOn({ edtf: published, basis: "derived", steps: [`published on ${published}`] }, why);
}

/** What makes a date one that was still to come, or of a name: "planned for", "his Monday speech". */
const AHEAD =
  /\b(?:to|will|would|plan\w*|scheduled|due|set|expected|slated|intend\w*|ahead|before|until|if|when|anniversary|next)\b|\b(?:the|an?|his|her|its|their|last|every|each)\s+$/i;
/** What opens a clause of its own, in which the verb of the date stands. */
const OPENS = /^.*(?:\b(?:that|who|which|as|while|because|after|where)\b|[;:])/is;
const PAST =
  /\b(?:\p{Ll}{3,}ed|was|were|had|did|came|went|gave|took|made|held|met|began|fell|found|left|led|won|lost|broke|ran|hit|cut|shot|struck|fought|flew|blew|threw|stood|fled|burst|set|rose|sent|sank|killed)\b/u;
const MARKS = /["“”]|``|''/g;
/** So far behind a date that opens a clause its verb stands. */
const VERB = 60;

function happenedIn(piece: Span, published: string, { found, placed, spans }: DayContext): boolean {
  const { text } = found.document;
  for (let i = firstFrom(spans, piece.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    const { span } = p.found;
    if (span.from >= piece.to) return false;
    if (!contains(piece, span) || !isNamedDay(p, published) || /overnight/i.test(text.slice(span.from, span.to)))
      continue;
    const before = text.slice(piece.from, span.from);
    // "Today" in marks is the speaker's own.
    if ((before.match(MARKS)?.length ?? 0) % 2 === 1) continue;
    const clause = before.replace(OPENS, "");
    const verb = /^\W*(?:on\W+)?$/i.test(clause) ? text.slice(span.to, Math.min(piece.to, span.to + VERB)) : clause;
    if (
      !AHEAD.test(clause) &&
      !/^\s*['’]s/.test(text.slice(span.to)) &&
      !/\b(?:will|would|to)\b/.test(verb) &&
      PAST.test(verb)
    )
      return true;
  }
  return false;
}

/** Whether a time is the day of publication, told as a day: an hour alone may be of the day before. */
function isNamedDay({ found: { meaning, preposition }, moment, time }: PlacedTime, published: string): boolean {
  return (
    moment?.grain === "day" &&
    time.edtf?.slice(0, 10) === published &&
    meaning.kind === "date" &&
    ["", "on"].includes(preposition) &&
    (meaning.parts.weekday !== undefined ||
      meaning.parts.day !== undefined ||
      (meaning.shift?.unit === "day" && meaning.shift.by === 0))
  );
}

const EVENT =
  /\b(?:an?|two|three|four|five|several|dozens of)\s+(?:[\p{L}-]+\s+){0,3}?(explosion|blast|bombing|attack|shooting|crash|collision|derailment|fire|blaze|earthquake|quake|landslide|avalanche|eruption|ambush|raid|coup|massacre|stabbing|hijacking|shelling|air ?strike|airstrike|missile|launch|assassination|accident)s?\b/iu;

interface Event {
  readonly noun: string;
  readonly named: RegExp;
  readonly sentence: number;
  /** The first sentence that tells of another time: up to it the report tells of that day alone. */
  readonly left: number;
}

const EVENTS = new WeakMap<Found, Event | null>();

/** What the opening sentence tells to have happened on the day of publication; null where it tells of none. */
function eventOf({ found, placed, spans }: DayContext, published: string): Event | null {
  let event = EVENTS.get(found);
  if (event === undefined) EVENTS.set(found, (event = findEvent({ found, placed, spans }, published)));
  return event;
}

/** A title may stand ahead of the sentence that tells the news. */
const OPENING = 2;

function findEvent(context: DayContext, published: string): Event | null {
  const { found, placed, spans } = context;
  const { document, sentences } = found;
  const first = sentences.findIndex(({ block }) => document.blocks[block]?.kind === "paragraph");
  for (let at = Math.max(0, first); at < Math.min(first + OPENING, sentences.length); at++) {
    const sentence = sentences[at] as Span;
    const noun = EVENT.exec(document.text.slice(sentence.from, sentence.to))?.[1]?.toLowerCase();
    const day = placed
      .slice(firstFrom(spans, sentence.from), firstFrom(spans, sentence.to))
      .find((p) => p.moment?.grain === "day");
    if (noun === undefined || !day) continue;
    if (!isNamedDay(day, published) || quoted(found, day.found.span) || day.found.tense !== "past") return null;
    const when = { edtf: published, basis: "derived", steps: [] } as const;
    let left = at + 1;
    while (left < sentences.length && !tellsOtherTime(left, when, context)) left++;
    return { noun, named: new RegExp(`\\b(?:the|this)\\s+(?:[\\p{L}-]+\\s+)?${noun}s?\\b`, "iu"), sentence: at, left };
  }
  return null;
}

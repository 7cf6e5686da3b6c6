import { indexBehind } from "../../model/outermost.ts";
import type { FoundOccasion, Occasion } from "../../model/entries.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import { type Time, type When, UNKNOWN_TIME } from "../../model/time.ts";
import { CARRIED } from "../channels.ts";
import { type DatedCues, firstFrom, isDate, timeOfCue } from "./besideCue.ts";
import { besideContent, isDay, nounsOf, quoted, throughOf, wordsAround } from "./sameSpeaker.ts";
import { type PlacedTime, whenOf } from "./placed.ts";
import { type DayRecords, heldDay } from "./heldDay.ts";
import { isDayOrRange } from "./held.ts";
import { type Told, inOneTale } from "./oneTale.ts";
import { pollDays } from "./pollDays.ts";
import { announcements } from "./gathered.ts";
import { dayOfRemarks } from "./remarks.ts";
import { dayOfScene } from "./scenes.ts";
import { daySinceEvent } from "./sinceEvent.ts";
import { occasionTimes } from "./occasionTimes.ts";
import { placedTimes } from "./times.ts";

/** What is needed to tell when words were spoken. */
export interface UtteredContext {
  readonly found: Found;
  readonly times: readonly Time[];
  readonly occasions: readonly Occasion[];
}

/** When the words were spoken, and when each hop of the chain passed them on (null where the report does not tell). */
export function utteredOf(
  statement: FoundStatement,
  chain: readonly Hop[],
  context: UtteredContext,
): { readonly uttered: When; readonly hops: readonly (When | null)[] } {
  const index = indexOf(context);
  const carried = new Set<number>();
  const hops = chain.map((hop, i): When | null => {
    if (i === chain.length - 1 || hop.span === null || hop.kind === "outlet") return null;
    const passing = statement.cue !== null && (hop.cue ? hop.cue.from === statement.cue.from : hop.kind !== "person");
    const at = passing ? carriedAt(index, hop.span) : null;
    if (at !== null) {
      carried.add(at);
      return whenAt(index, at);
    }
    if (passing || !hop.cue) return null;
    const own = timeOfCue(index, { cue: hop.cue, source: null, content: [] }, carried);
    return own === null ? null : whenAt(index, own);
  });
  return { uttered: spokenAt(statement, chain, index, carried), hops };
}

interface Index extends UtteredContext, DatedCues, DayRecords {
  /** Mentions of occasions whose day is known, in order. */
  readonly occasionDays: readonly (Span & { readonly when: When })[];
  readonly order: ReadonlyMap<FoundStatement, number>;
  /** What was found for statements before, for those that hang on them. */
  readonly known: Map<FoundStatement, When>;
  /** What was told before, in order. */
  readonly told: Told[];
}

const INDEXES = new WeakMap<Found, Index>();

/** Mentions of occasions with their day: as the report tells it, else as the occasion as a whole is dated. */
function occasionDays(
  { found, occasions }: UtteredContext,
  whenWas: (occasion: FoundOccasion) => When,
): Index["occasionDays"] {
  const days = new Map<number, Index["occasionDays"][number]>();
  for (const { mentions, when } of occasions) for (const { from, to } of mentions) days.set(from, { from, to, when });
  for (const occasion of found.occasions) {
    const when = whenWas(occasion);
    const { from, to } = occasion.span;
    if (when.edtf !== null) days.set(from, { from, to, when });
  }
  return [...days.values()]
    .filter(({ when }) => when.edtf !== null && DAY.test(when.edtf))
    .toSorted((a, b) => a.from - b.from);
}

const DAY = /^\d{4}-\d{2}-\d{2}(?:T[^/]*)?$/;

function indexOf(context: UtteredContext): Index {
  const { found } = context;
  let index = INDEXES.get(found);
  if (index) return index;
  const { placed } = placedTimes(found);
  const whenWas = occasionTimes(found, context.times);
  const cues = found.statements
    .flatMap(({ cue }) => (cue ? [cue] : []))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const spans = placed.map((p) => p.found.span);
  index = {
    ...context,
    placed,
    spans,
    announced: announcements(found, placed, spans),
    dated: [],
    elsewhen: new Map(),
    poll: pollDays(found, placed, spans),
    cues,
    inOtherWords: (place, cue) => {
      const words = wordsAround(found, place);
      return words !== null && !contains(words, cue);
    },
    occasionDays: occasionDays(context, whenWas),
    order: new Map(found.statements.map((s, i) => [s, i] as const)),
    known: new Map(),
    told: [],
  };
  INDEXES.set(found, index);
  return index;
}

function whenAt({ found, placed }: Index, at: number): When {
  const here = placed[at] as PlacedTime;
  const next = placed[at + 1];
  const when = whenOf(here.time);
  // "Said on Friday and Saturday": over both days; of two days apart neither is the one.
  if (here.moment?.grain !== "day" || next?.moment?.grain !== "day") return when;
  if (!/^\s+and\s+(?:on\s+)?$/.test(found.document.text.slice(here.found.span.to, next.found.span.from))) return when;
  if (next.moment.at !== here.moment.at + 1) return UNKNOWN_TIME;
  const steps = [...when.steps, ...next.time.steps.slice(-1), "said on both days"];
  return { edtf: `${when.edtf?.slice(0, 10)}/${next.time.edtf?.slice(0, 10)}`, basis: "derived", steps };
}

/**
 * The rules, in this order: the frame; the words beside the cue; the occasion beside it; what the statement goes on from; the
 * day the report tells for its document, its meeting or its speaker before.
 */
function spokenAt(statement: FoundStatement, chain: readonly Hop[], index: Index, carried: ReadonlySet<number>): When {
  // "According to the agency, which quoted her remarks on the third day": the day of the remarks.
  const isChannel = chain.at(-1)?.kind === "channel";
  const own = besideIt(statement, index, carried, isChannel);
  const told = notAhead(own ?? ofWhatGoesBefore(statement, chain, index), index);
  const held =
    told ??
    notAhead(
      heldDay(statement, chain, index, (s) => ownDay(s, index, isChannel)),
      index,
    );
  const speaker = chain.at(-1);
  const through = throughOf(chain);
  const scene =
    held || !speaker
      ? null
      : notAhead(
          dayOfScene(statement, speaker.name, through, index.told, index) ??
            dayOfRemarks(statement, speaker.name, index.told, index),
          index,
        );
  const since = held || scene ? null : daySinceEvent(statement, index);
  const tale = { ...index, ownDay: (s: FoundStatement) => ownDay(s, index, false) };
  const when =
    held ??
    scene ??
    since ??
    (speaker && inOneTale(statement, speaker.name, through, index.told, tale)) ??
    UNKNOWN_TIME;
  index.known.set(statement, when);
  if (when.edtf === null || !speaker || !statement.cue) return when;
  const at = statement.cue;
  const { rest, sentence } = besideContent(statement, index.found);
  // What is said in a room has its occasion: "in a statement" is another.
  const nouns = when === scene ? new Set([...nounsOf(rest), "talk"]) : nounsOf(rest);
  if (!statement.inside) index.told.push({ when, speaker: speaker.name, through, nouns, cue: at, sentence });
  if (when !== own && when !== scene && when !== since) return when;
  // "Said in July": the tale has left the report's day.
  if (isDayOrRange(when))
    index.dated.push({ at, when, speaker: speaker.name, through, nouns, gathers: false, sentence });
  else index.elsewhen.set(speaker.name, sentence);
  return when;
}

/** The day that stands with a statement itself, no hop having taken it. */
function ownDay(statement: FoundStatement, index: Index, isChannel: boolean): When | null {
  return notAhead(besideIt(statement, index, NONE_CARRIED, isChannel), index) ?? daySinceEvent(statement, index);
}

function besideIt(
  statement: FoundStatement,
  index: Index,
  carried: ReadonlySet<number>,
  isChannel: boolean,
): When | null {
  return (
    ofFrame(statement, index) ??
    ofClause(statement, index, carried) ??
    (isChannel ? null : ofOccasion(statement, index))
  );
}

const NONE_CARRIED: ReadonlySet<number> = new Set();

/** What was said cannot lie ahead of publication, nor of the last change. */
function notAhead(when: When | null, { found }: Index): When | null {
  const { edtf, updated } = found.document.published;
  const printed = updated ?? edtf;
  return when?.edtf && printed && when.edtf.slice(0, 10) > printed.slice(0, 10) && !when.edtf.startsWith("/")
    ? null
    : when;
}

function ofFrame({ frame }: FoundStatement, index: Index): When | null {
  if (!frame) return null;
  // What opens an answer is a question: the days in it are those it asks about.
  if (frame.told !== undefined) return frame.told && dayOfTalk(frame.told, index);
  for (let i = indexBehind(index.spans, frame.span.from); i < index.placed.length; i++) {
    const p = index.placed[i] as PlacedTime;
    if (p.found.span.to > frame.span.to) break;
    // "The declaration of June 2000, the appeal said, …": what it speaks of.
    if (isDay(p) && !quoted(index.found, p.found.span)) return whenOf(p.time);
  }
  return null;
}

/** "She spoke to the Post on Monday": the one day in the sentence that tells of the talk. */
function dayOfTalk(told: Span, { placed, spans }: Index): When | null {
  const days: When[] = [];
  for (let i = Math.max(0, indexBehind(spans, told.from)); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.from >= told.to) break;
    if (p.found.span.from >= told.from && isDay(p)) days.push(whenOf(p.time));
  }
  const [day] = days;
  return day && days.every(({ edtf }) => edtf === day.edtf) ? day : null;
}

function ofClause({ cue, source, content }: FoundStatement, index: Index, carried: ReadonlySet<number>): When | null {
  if (!cue) return null;
  const at = timeOfCue(index, { cue, source, content }, carried);
  return at === null ? null : whenAt(index, at);
}

const CARRYING = new RegExp(`\\b${CARRIED}\\b([^.;“"]{0,80})$`, "i");
const AROUND_CHANNEL = 140;

/** The time at which a channel carried the words: between "reported" and its name, or right behind the name. */
function carriedAt({ found, placed, spans }: Index, channel: Span): number | null {
  const { text } = found.document;
  const carrying = CARRYING.exec(text.slice(Math.max(0, channel.from - AROUND_CHANNEL), channel.from));
  if (!carrying) return null;
  const from = channel.from - (carrying[1] as string).length;
  for (let i = indexBehind(spans, from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.from > channel.to + AROUND_CHANNEL) break;
    if (!isDate(p)) continue;
    if (p.found.span.to <= channel.from) return i;
    return p.found.span.from >= channel.to &&
      /^\s*(?:\([^)]{1,20}\)\s*)?,?\s*(?:on\s+|late\s+|early\s+)?$/.test(text.slice(channel.to, p.found.span.from))
      ? i
      : null;
  }
  return null;
}

/** What stands before an occasion at which something is said; its own words may begin with an article or a name. */
const SAID_AT = /\b(?:in|during|at|addressing|to|on|of)\s+(?:[\p{L}\p{M}'’-]+\s+){0,4}$/iu;

/** "In his speech at the congress, Kim said": the day of an occasion named in the clause, where it is known to the day. */
function ofOccasion({ cue, content }: FoundStatement, { found, occasionDays }: Index): When | null {
  if (!cue) return null;
  const sentence = found.sentences[indexBehind(found.sentences, cue.from)];
  if (!sentence) return null;
  // "The congress, which is expected to end": the clause tells of the event.
  if (/\b(?:which|that)\s*$/.test(found.document.text.slice(sentence.from, cue.from).slice(-20))) return null;
  let only: When | null = null;
  for (let i = firstFrom(occasionDays, sentence.from); i < occasionDays.length; i++) {
    const here = occasionDays[i] as Index["occasionDays"][number];
    if (here.to > sentence.to) break;
    if (content.some((piece) => contains(piece, here))) continue;
    // "Said after the summit", "said of the speech": another time, another matter.
    const lead = found.document.text.slice(Math.max(sentence.from, here.from - 50), here.from);
    if (!SAID_AT.test(lead) || /\b(?:up|ahead|prior|leading|run-up)\s+(?:to|of)\b/.test(lead)) continue;
    if (only && only.edtf !== here.when.edtf) return null;
    only = here.when;
  }
  return only && { edtf: only.edtf, basis: "derived", steps: [...only.steps, "said at that occasion"] };
}

const SAME_BREATH = /^(?:added|adding|continued|continuing|(?:he |she )?went on\b.*|also said|concluded)$/i;

/** What a statement without a time of its own goes on from: an open quotation, "adding", the speaker's own "said he hoped". */
function ofWhatGoesBefore(statement: FoundStatement, chain: readonly Hop[], index: Index): When | null {
  const { known, found, order } = index;
  if (statement.continues) return inherited(known.get(statement.continues), "goes on from the words before it");
  const outer = statement.inside;
  if (outer) {
    // An outer speaker who stands in the chain himself is somebody else.
    const others = chain.slice(0, -1).filter((hop) => hop.kind !== "outlet");
    const isOther =
      (outer.frame !== null && others.length > 0) ||
      others.some(
        (hop) =>
          (hop.cue !== null && hop.cue.from === outer.cue?.from) ||
          (hop.span !== null && hop.span.from === outer.source?.from),
      );
    return isOther ? null : inherited(known.get(outer), "the same speaker in the same sentence");
  }
  if (!statement.cue) return null;
  const words = found.document.text.slice(statement.cue.from, statement.cue.to);
  const before = found.statements[(order.get(statement) ?? 0) - 1];
  if (!before?.cue || !SAME_BREATH.test(words)) return null;
  const [here, there] = [statement.cue, before.cue].map((cue) => indexBehind(found.sentences, cue.from)) as [
    number,
    number,
  ];
  if (here - there > 1 || found.sentences[here]?.block !== found.sentences[there]?.block) return null;
  return inherited(known.get(before), "said in one breath with the words before it");
}

function inherited(when: When | undefined, why: string): When | null {
  return when && when.edtf !== null ? { edtf: when.edtf, basis: "derived", steps: [...when.steps, why] } : null;
}

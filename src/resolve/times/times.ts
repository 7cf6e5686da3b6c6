import type { Found } from "../../model/statement.ts";
import type { DateMeaning, FoundTime, Time } from "../../model/time.ts";
import type { DateContext, Dated, Mention } from "./dateContext.ts";
import { resolveDate } from "./dates.ts";
import { openTimex } from "./openDates.ts";
import { type CountedEvent, eventDays } from "./eventDays.ts";
import { reckonClauses, reckoned } from "./lengths.ts";
import type { PlacedTime } from "./placed.ts";
import { type Moment, isAsFine, momentOfEdtf, weekdayOf, yearOf } from "./moments.ts";
import { edtfClock, edtfOf, inWords, timexClock, timexOf } from "./values.ts";

/**
 * The values of the time expressions, in the order of `found.times`. What hangs on the date of publication, on another date or
 * on a day of an event is unknown where that is.
 */
export function resolveTimes(found: Found): Time[] {
  return placedTimes(found).placed.map(({ time }) => time);
}

export interface PlacedTimes {
  /** In the order of `found.times`. */
  readonly placed: readonly PlacedTime[];
  readonly events: readonly CountedEvent[];
}

const PLACED = new WeakMap<Found, PlacedTimes>();

/** The time expressions with their place in the calendar. Reckoned once for each reading. */
export function placedTimes(found: Found): PlacedTimes {
  let placed = PLACED.get(found);
  if (!placed) PLACED.set(found, (placed = place(found)));
  return placed;
}

function place(found: Found): PlacedTimes {
  const published = momentOfEdtf(found.document.published.edtf);
  const changed = momentOfEdtf(found.document.published.updated ?? null);
  const updated = changed?.grain === "day" ? changed : null;
  const mentions: Mention[] = [];
  const isHistory = tellsHistory(found.times, published);
  const placed: PlacedTime[] = [];
  for (const time of found.times) {
    const { sentence } = time;
    const block = found.sentences[sentence]?.block ?? 0;
    const context: DateContext = {
      published,
      updated,
      mentions,
      block,
      sentence,
      isHistory,
      isAlone: isAlone(found, time),
    };
    const { meaning } = time;
    if (meaning.kind === "date") {
      const dated = resolveDate(meaning, time, context);
      placed.push(dateTime(time, dated, openTimex(meaning)));
      asAddedTo(found.document.text, placed);
      if (dated && isAsFine(dated.moment.grain, "year") && !isComparison(meaning))
        mentions.push({ moment: dated.moment, stated: dated.stated, block, sentence });
    } else if (meaning.kind === "event-day") placed.push(undated(time, "XXXX-XX-XX"));
    else if (meaning.kind === "fixed") placed.push(undated(time, meaning.value));
    else {
      const length = reckoned(meaning, context);
      placed.push(
        length
          ? { found: time, moment: length.moment, time: valued(time, meaning.value, length) }
          : undated(time, meaning.value),
      );
      if (length) mentions.push({ moment: length.moment, stated: false, block, sentence });
    }
  }
  if (published?.grain === "day") fromSaying(found, placed, published);
  const counted = eventDays(found, placed);
  return { placed: reckonClauses(found, counted.placed, counted.events), events: counted.events };
}

/** A paragraph of a live page that is no more than a time of the clock. */
function isAlone({ document, sentences }: Found, { clock, span, sentence }: FoundTime): boolean {
  if (!clock) return false;
  const block = document.blocks[sentences[sentence]?.block ?? -1];
  return (
    block !== undefined &&
    document.text.slice(block.span.from, block.span.to).trim() === document.text.slice(span.from, span.to)
  );
}

/** "Friday (March 8)": the weekday is that of the date behind it, whatever was nearest to publication. */
function asAddedTo(text: string, placed: PlacedTime[]): void {
  const [before, added] = placed.slice(-2);
  if (!added?.moment || before?.moment?.grain !== "day" || added.moment.grain !== "day") return;
  const [bare, full] = [before.found.meaning, added.found.meaning];
  if (bare.kind !== "date" || full.kind !== "date" || full.parts.day === undefined) return;
  if (
    bare.parts.weekday === undefined ||
    bare.parts.day !== undefined ||
    bare.parts.weekday !== weekdayOf(added.moment)
  )
    return;
  if (!/^\s*\(\s*$/.test(text.slice(before.found.span.to, added.found.span.from))) return;
  const { basis, steps } = added.time;
  placed[placed.length - 2] = dateTime(before.found, { moment: added.moment, steps, stated: basis === "stated" }, "");
}

/** Words that move into the past what was to come when it was said. */
const WOULD = /\bwould\b/u;

/**
 * "“Winds will rise on Tuesday,” it said on Monday" in a report of Wednesday: the weekday to come is seen from the day of the
 * saying, where that stands in the sentence outside the quotation.
 */
function fromSaying(found: Found, placed: PlacedTime[], published: Moment): void {
  const { document, quotations, sentences } = found;
  const isQuoted = (time: FoundTime): boolean =>
    quotations.some(({ span }) => span.from < time.span.from && span.to > time.span.to);
  const bySentence = Map.groupBy(placed, (p) => p.found.sentence);
  for (const [
    i,
    {
      found: time,
      moment,
      time: { steps },
    },
  ] of placed.entries()) {
    const { meaning, sentence, tense } = time;
    if (meaning.kind !== "date" || meaning.parts.weekday === undefined || meaning.parts.month !== undefined) continue;
    if (meaning.which !== "any" || meaning.from !== "published" || tense !== "future" || moment?.grain !== "day")
      continue;
    const quoted = isQuoted(time);
    if (!quoted && !WOULD.test(document.text.slice(sentences[sentence]?.from ?? 0, time.span.from))) continue;
    const saying = (bySentence.get(sentence) ?? []).filter(
      (p) => p.found.tense === "past" && p.moment?.grain === "day" && !isQuoted(p.found),
    );
    const [said] = saying;
    if (saying.length !== 1 || !said?.moment || said.moment.at >= published.at) continue;
    const ahead = (meaning.parts.weekday - weekdayOf(said.moment) + 7) % 7;
    const day: Moment = { grain: "day", at: said.moment.at + (ahead === 0 ? 7 : ahead) };
    if (day.at >= moment.at) continue;
    const words = [...steps.slice(0, 1), `said on ${inWords(said.moment)}`, `the next such day: ${inWords(day)}`];
    placed[i] = dateTime(time, { moment: day, steps: words, stated: false }, "");
  }
}

const LEAST_YEARS = 5;

/**
 * Whether a text is a tale of other years rather than news: it names years two and more away from publication, and hardly
 * anything by the day it was published on ("today", "Thursday", "last week").
 */
function tellsHistory(times: readonly FoundTime[], published: Moment | null): boolean {
  const year = published && yearOf(published);
  let away = 0;
  let near = 0;
  for (const { meaning } of times) {
    if (meaning.kind !== "date") continue;
    const { parts, from, shift } = meaning;
    if (parts.year !== undefined) {
      if (year === null || Math.abs(parts.year - year) > 1) away++;
      else near++;
    } else if (from === "published" && (shift !== null || (parts.weekday !== undefined && parts.month === undefined)))
      near++;
  }
  return away >= LEAST_YEARS && away > 4 * near;
}

/** "A year earlier", "the year-ago quarter": figures beside which the tale goes on where it was. */
function isComparison({ shift, which, from }: DateMeaning): boolean {
  return shift !== null && shift.by < 0 && (from === "mentioned" || which === "that");
}

function undated(found: FoundTime, value: string): PlacedTime {
  return {
    found,
    moment: null,
    time: { span: found.span, timex: { type: found.type, value }, edtf: null, basis: "unknown", steps: [] },
  };
}

/** A time with a value of its own beside the date it leads to. */
export function valued(found: FoundTime, value: string, { moment, steps }: Dated): Time {
  return {
    span: found.span,
    timex: { type: found.type, value },
    edtf: edtfOf(moment, found.approximate),
    basis: "derived",
    steps,
  };
}

/** A date, with its time of day where one stands. */
export function dateTime(found: FoundTime, dated: Dated | null, open: string): PlacedTime {
  const clock = found.clock;
  if (!dated) return undated(found, clock ? `${open}${timexClock(clock)}` : open);
  const { moment, steps, stated } = dated;
  const value = clock && moment.grain === "day" ? `${timexOf(moment)}${timexClock(clock)}` : timexOf(moment);
  const { lastYear } = found.meaning.kind === "date" ? found.meaning.parts : {};
  if (lastYear !== undefined && moment.grain === "year") {
    const several = `${edtfOf(moment)}/${edtfOf({ grain: "year", at: lastYear })}`;
    return {
      found,
      moment,
      time: { span: found.span, timex: { type: found.type, value }, edtf: several, basis: "stated", steps: [] },
    };
  }
  const edtf = clock && moment.grain === "day" ? edtfClock(moment, clock) : edtfOf(moment, found.approximate);
  const time: Time = {
    span: found.span,
    timex: { type: found.type, value },
    edtf,
    basis: stated ? "stated" : "derived",
    steps: stated ? [] : withEdge(steps, found, moment),
  };
  return { found, moment, time };
}

function withEdge(steps: readonly string[], { edge }: FoundTime, moment: Moment): readonly string[] {
  if (edge === null || moment.grain === "day") return steps;
  return [
    ...steps,
    `${edge === "start" ? "early in" : edge === "end" ? "late in" : "in the middle of"} ${inWords(moment)}`,
  ];
}

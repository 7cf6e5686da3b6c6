import type { FoundOccasion } from "../../model/entries.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Found } from "../../model/statement.ts";
import { type Time, UNKNOWN_TIME, type When } from "../../model/time.ts";
import { isDate } from "./besideCue.ts";
import { dayAfter, eventWords, namesOf } from "./eventDays.ts";
import { type PlacedTime, whenOf } from "./placed.ts";
import { placedTimes } from "./times.ts";
import { inWords, timexOf } from "./values.ts";

/** How far behind an occasion its date may stand: "at a meeting in Oslo on Friday" is too far. */
const BESIDE = /^\s*,?\s*(?:(?:held|convened|delivered|given|on|in|of|for|late|earlier|last)\s+){0,3}$/;
/** "Last week's meeting", "Thursday's speech", "the 2016 congress": what stands between a date and its occasion. */
const BEFORE = /^(?:'s|’s)?\s+(?:[\p{L}\p{M}'’-]+\s+){0,3}$/u;
const REACH = 60;

/** "The meeting of the council was held at the hall on Monday": what stands between an occasion and its date. */
const HELD =
  /^(?:\s+[^.;:“”"]{1,120})?\s(?:(?:was|were)\s+(?:\p{Ll}+ly\s+)?(?:held|hosted|convened|arranged|staged|given)|took place)\b[^.;:“”"]{0,120}$/u;
/** It is told of something else. */
const ELSE =
  /,\s*(?:and|but)\b|\b(?:who|which|that|when|where|after|before|since|until|ahead|marking|anniversary|occasion of|said|told|will|would)\b/;
/** "On Monday a meeting was held". */
const LED_BY = /^,?\s+(?:(?:the|a|an|another)\s+)?$/i;
const HELD_BEHIND =
  /^[^.;:“”",]{0,120}?\s(?:(?:was|were)\s+(?:held|hosted|convened|arranged|staged|given)|took place)\b/u;
const HELD_REACH = 260;

function isHeldOn(text: string, span: Span, date: Span): boolean {
  if (date.from >= span.to) {
    const between = text.slice(span.to, Math.min(date.from, span.to + HELD_REACH));
    return date.from - span.to < HELD_REACH && HELD.test(between) && !ELSE.test(between);
  }
  if (date.to > span.from || span.from - date.to > 12 || !LED_BY.test(text.slice(date.to, span.from))) return false;
  const behind = HELD_BEHIND.exec(text.slice(span.to, span.to + HELD_REACH))?.[0];
  return behind !== undefined && !ELSE.test(behind);
}

/**
 * When an occasion was, for each one found: the counted day of its event; the date within or right beside its words; for an event
 * whose first day is known, from that day on. Unknown where the report does not tell. `times` are those of `resolveTimes(found)`.
 */
export function occasionTimes(found: Found, times: readonly Time[]): (occasion: FoundOccasion) => When {
  const { placed, events } = placedTimes(found);
  const { text } = found.document;
  const spans = placed.map((p) => p.found.span);
  return (occasion) => {
    const { span, day } = occasion;
    const beside = dateOf(text, span, placed, spans, times);
    if (beside) return beside;
    const words = text.slice(span.from, span.to).toLowerCase();
    const opens = words.split(/[^\p{L}]+/u).some((word) => eventWords("opening").has(word));
    // "His opening speech to the congress": the event stands behind.
    const behind = opens
      ? (/^\s+(?:to|of|at)\s[^.,;:]{1,50}/.exec(text.slice(span.to, span.to + REACH))?.[0] ?? "")
      : "";
    const { nouns, names } = namesOf(text.slice(span.from, span.to) + behind);
    const known = events.filter(
      (event) =>
        event.first !== null &&
        [...nouns].some((noun) => event.nouns.has(noun)) &&
        (names.size === 0 || event.names.size === 0 || [...names].some((name) => event.names.has(name))),
    );
    const [event] = known;
    if (!event?.first || known.length > 1) return UNKNOWN_TIME;
    if (day !== null) {
      const when = dayAfter(event, day);
      return when ? { edtf: timexOf(when.moment), basis: "derived", steps: when.steps } : UNKNOWN_TIME;
    }
    const steps = [...event.steps, `so its first day is ${inWords(event.first)}`];
    const first = timexOf(event.first);
    if (opens) return { edtf: first, basis: "derived", steps };
    return { edtf: `${first}/..`, basis: "derived", steps };
  };
}

/** The date in an occasion's words, or right behind or before them. */
function dateOf(
  text: string,
  span: Span,
  placed: readonly PlacedTime[],
  spans: readonly Span[],
  times: readonly Time[],
): When | null {
  const at = indexBehind(spans, span.from);
  for (let i = Math.max(0, at - 1); i < placed.length; i++) {
    const { found, moment } = placed[i] as PlacedTime;
    if (found.span.from > span.to + HELD_REACH) break;
    const time = times[i] ?? placed[i]?.time;
    if (!moment || !time || time.edtf === null || (found.meaning.kind !== "date" && found.meaning.kind !== "event-day"))
      continue;
    const within = contains(span, found.span) || overlaps(span, found.span);
    const behind = found.span.from >= span.to && BESIDE.test(text.slice(span.to, found.span.from));
    const before =
      found.span.to <= span.from &&
      span.from - found.span.to < REACH &&
      BEFORE.test(text.slice(found.span.to, span.from)) &&
      /^(?:'s|’s)/.test(text.slice(found.span.to));
    const held = isDate(placed[i] as PlacedTime) && isHeldOn(text, span, found.span);
    if (within || behind || before || held) return whenOf(time);
  }
  return null;
}

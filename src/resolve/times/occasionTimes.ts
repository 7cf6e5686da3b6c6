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

/** "A rally in Hull on Friday", "a meeting held at the Green Hall late on Monday": what stands between an occasion and its date. */
const BESIDE =
  /^\s*,?\s*(?:(?:\s*,?\s*(?:in|at|on|near|outside|from|inside)\s+(?:(?:the|his|her|its|their)\s+)?(?:(?:\p{Lu}[\p{L}.’'-]*|of|the|de|and|capital|city|town|state|\d+)[\s,]+){1,6})?(?:(?:as a \p{Ll}+,|to reporters|held|convened|delivered|given|on|in|of|for|late|early|earlier|last|next|scheduled|planned)\s+){0,3})$/u;
/** "Last week's meeting", "Thursday's speech", "the 2016 congress": what stands between a date and its occasion. */
const BEFORE = /^(?:'s|’s)?\s+(?:[\p{L}\p{M}'’-]+\s+){0,3}$/u;
const REACH = 60;
/** "On Monday at a rally", "on Saturday chaired the meeting", "Earlier today, at a hearing": a date ahead of the words. */
const AHEAD =
  /^(?:,?|\s+(?:said|told|spoke|speaking))\s+(?:at|in|during|told|chaired|attended|addressed|hosted|opened|gave|delivered|convened|skipped|boycotted|led)\s+(?:(?:the|a|an|his|her|its|their)\s+)?$/;

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

/** The date in an occasion's words, or right behind or before them: a day rather than the year or hour in its name. */
function dateOf(
  text: string,
  span: Span,
  placed: readonly PlacedTime[],
  spans: readonly Span[],
  times: readonly Time[],
): When | null {
  const at = indexBehind(spans, span.from);
  let vague: When | null = null;
  let passed = false;
  for (let i = Math.max(0, at - 1); i < placed.length; i++) {
    const { found, moment } = placed[i] as PlacedTime;
    if (found.span.from > span.to + HELD_REACH) break;
    const time = times[i] ?? placed[i]?.time;
    if (
      !moment ||
      !time ||
      time.edtf === null ||
      (found.meaning.kind !== "date" && found.meaning.kind !== "event-day")
    ) {
      // "Held from Monday to Tuesday ... in 2024": a date that stands behind another is of something else.
      if (found.span.from >= span.to && found.meaning.kind !== "length") passed = true;
      continue;
    }
    const range = found.span.from >= span.to ? rangeAt(i) : null;
    if (range) return range;
    // "Last year's Liberation Day ceremony" was not on this year's.
    if (/^last\s/i.test(text.slice(span.from, span.to)) && found.span.from > span.from && found.span.to <= span.to)
      continue;
    const within = contains(span, found.span) || overlaps(span, found.span);
    const behind = found.span.from >= span.to && BESIDE.test(text.slice(span.to, found.span.from));
    const between = text.slice(found.span.to, span.from);
    const before =
      found.span.to <= span.from &&
      span.from - found.span.to < REACH &&
      (BEFORE.test(between) && /^(?:'s|’s)/.test(between)
        ? true
        : isDate(placed[i] as PlacedTime) && AHEAD.test(between));
    const held = !passed && isDate(placed[i] as PlacedTime) && isHeldOn(text, span, found.span);
    if (found.span.from >= span.to) passed = true;
    if (!within && !behind && !before && !held) continue;
    // "On July 29 and 30".
    const last = DAY.test(time.edtf)
      ? /^\s+and\s+(\d\d?)\b(?!\s*[%:.,]\d)/.exec(text.slice(found.span.to, found.span.to + 9))?.[1]
      : undefined;
    if (last && Number(last) > Number(time.edtf.slice(8)) && Number(last) < 32)
      return { ...whenOf(time), edtf: `${time.edtf}/${time.edtf.slice(0, 8)}${last.padStart(2, "0")}` };
    if (!within || /^\d{4}-\d\d-\d\d(?!T)/.test(time.edtf)) return whenOf(time);
    // "The noon briefing": an hour is no day.
    if (!time.edtf.includes("T")) vague ??= whenOf(time);
  }
  return vague;

  /** "Was held in Ostrel from Monday to Tuesday". */
  function rangeAt(i: number): When | null {
    const [first, last] = [placed[i] as PlacedTime, placed[i + 1]];
    const lead = /^(.*?\s)from\s+$/su.exec(text.slice(span.to, first.found.span.from))?.[1];
    const [from, to] = [times[i]?.edtf ?? "", times[i + 1]?.edtf ?? ""];
    if (
      !last ||
      lead === undefined ||
      !/^\s+(?:to|until|through)\s+$/.test(text.slice(first.found.span.to, last.found.span.from))
    )
      return null;
    if (
      !DAY.test(from) ||
      !DAY.test(to) ||
      from >= to ||
      !(lead.trim() === "" || BESIDE.test(lead) || (HELD.test(lead) && !ELSE.test(lead)))
    )
      return null;
    return {
      edtf: `${from}/${to}`,
      basis: "derived",
      steps: [...(times[i]?.steps ?? []), ...(times[i + 1]?.steps ?? [])],
    };
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;

import { type Span, contains } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { LengthMeaning } from "../../model/time.ts";
import { type DateContext, type Dated, type Mention, mentioned } from "./dateContext.ts";
import { type CountedEvent, eventWords, namesOf } from "./eventDays.ts";
import { type CalendarGrain, type Moment, widen } from "./moments.ts";
import type { PlacedTime } from "./placed.ts";
import { edtfOf, inWords } from "./values.ts";

const GRAINS: Readonly<Partial<Record<string, readonly [CalendarGrain, number]>>> = {
  day: ["day", 1],
  week: ["day", 7],
  month: ["month", 1],
  quarter: ["month", 3],
  year: ["year", 1],
  decade: ["year", 10],
};

/** "Two days later": the date that far from the one spoken of, where both the number and that date are known. */
export function reckoned({ count, reckoned: aim }: LengthMeaning, context: DateContext): Dated | null {
  if (!aim || !count || aim.from !== "mentioned") return null;
  const unit = GRAINS[count.unit];
  if (!unit || !Number.isInteger(count.by)) return null;
  const from = mentioned(context, unit[0]);
  if (!from) return null;
  // "Two days later" in a new paragraph may follow an event that has no date; where the report has told one day alone, what
  // is a day earlier is earlier than that.
  if (from.block !== context.block && (aim.direction > 0 || !isOnlyDay(from, context))) return null;
  return fromThere(from.moment, count.unit, aim.direction * count.by);
}

function isOnlyDay({ moment }: Mention, { mentions }: DateContext): boolean {
  return moment.grain === "day" && mentions.every((one) => one.moment.grain !== "day" || one.moment.at === moment.at);
}

/** The date so many units from a moment; null where the moment is too coarse. */
export function fromThere(anchor: Moment, unitName: string, by: number): Dated | null {
  const unit = GRAINS[unitName];
  const base = unit && widen(anchor, unit[0]);
  if (!unit || !base) return null;
  const moment: Moment = { grain: unit[0], at: base.at + by * unit[1] };
  const many = Math.abs(by);
  return {
    moment,
    steps: [
      `the date spoken of is ${inWords(anchor)}`,
      `${many} ${unitName}${many === 1 ? "" : "s"} ${by < 0 ? "before" : "after"} it: ${inWords(moment)}`,
    ],
    stated: false,
  };
}

/** "A day after he admitted it in his opening speech": from a date in the clause, or from the first day of an event it opens. */
export function reckonClauses(
  found: Found,
  placed: readonly PlacedTime[],
  events: readonly CountedEvent[],
): PlacedTime[] {
  return placed.map((p, i): PlacedTime => {
    const { meaning } = p.found;
    if (
      meaning.kind !== "length" ||
      meaning.reckoned?.from !== "clause" ||
      !meaning.count ||
      !Number.isInteger(meaning.count.by)
    )
      return p;
    const { clause, direction } = meaning.reckoned;
    const anchor = dateIn(clause, placed, i) ?? openingIn(found.document.text, clause, events);
    const there = anchor && fromThere(anchor.moment, meaning.count.unit, direction * meaning.count.by);
    if (!there) return p;
    const steps = [...anchor.steps, ...there.steps];
    return {
      found: p.found,
      moment: there.moment,
      time: { ...p.time, edtf: edtfOf(there.moment, p.found.approximate), basis: "derived", steps },
    };
  });
}

function dateIn(clause: Span, placed: readonly PlacedTime[], after: number): Dated | null {
  for (let i = after + 1; i < placed.length; i++) {
    const { found, moment, time } = placed[i] as PlacedTime;
    if (found.span.from >= clause.to) return null;
    if (moment?.grain === "day" && contains(clause, found.span)) return { moment, steps: time.steps, stated: false };
  }
  return null;
}

const LONGEST_CLAUSE = 300;

/** "His opening speech to the congress": its first day, where that is known. */
function openingIn(text: string, clause: Span, events: readonly CountedEvent[]): Dated | null {
  const words = text.slice(clause.from, Math.min(clause.to, clause.from + LONGEST_CLAUSE));
  const opening = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .findIndex((word) => eventWords("opening").has(word));
  if (opening < 0) return null;
  const { nouns } = namesOf(words);
  const event = events.find(({ first, nouns: own }) => first !== null && [...nouns].some((noun) => own.has(noun)));
  return event?.first
    ? {
        moment: event.first,
        steps: [...event.steps, `the opening is on the first day, ${inWords(event.first)}`],
        stated: false,
      }
    : null;
}

import type { FoundTime } from "../../model/time.ts";
import { type DateContext, type Dated, MENTIONS_BACK, type Mention, publishedSteps } from "./dateContext.ts";
import { type Moment, dayOf, widen } from "./moments.ts";
import { type Hints, isBound } from "./recurring.ts";
import { inWords } from "./values.ts";

/** From midnight to here the night before may be told. */
const SMALL_HOURS = 4;

/**
 * The day a time of the clock without a day of its own belongs to: the one named before it in its sentence, the last one of its
 * paragraph, or the only one told of late. A paragraph that is no more than a time of the clock is that of publication.
 */
export function clockDay(
  { clock, tense }: FoundTime,
  { mentions, published, updated, block, sentence, isAlone }: DateContext,
): Moment | null {
  const day = published?.grain === "day" ? published : null;
  if (isAlone && day && (!updated || updated.at === day.at)) return day;
  const days = mentions.slice(-MENTIONS_BACK).filter((m) => m.moment.grain === "day");
  const last = days.at(-1);
  if (!last) return null;
  if (last.sentence === sentence) return last.moment;
  if (tense !== "future" && day && last.moment.at > day.at) return null;
  if (clock?.hour != null && clock.hour < SMALL_HOURS) return null;
  if (last.block === block) return last.moment;
  return days.every((m) => m.moment.at === last.moment.at) ? last.moment : null;
}

/** So many sentences back a day is told of whose month a bare day shares. */
const SENTENCES_BACK = 2;

/**
 * "On the 15th": of the one month spoken of beside it, else the last or the next such day from publication. What lies ahead must
 * be both; where two months are spoken of it is open.
 */
export function dayOfMonth(day: number, { tense, preposition }: Hints, context: DateContext): Dated | null {
  const { published, mentions, block, sentence } = context;
  const near = mentions.filter((m) => m.block === block && sentence - m.sentence <= SENTENCES_BACK);
  const months = new Set(near.map((m) => widen(m.moment, "month")?.at ?? -1));
  if (months.size > 1 || months.has(-1)) return null;
  const [month] = months;
  const today = published?.grain === "day" ? published : null;
  const isAhead = tense === "future" || isBound(preposition);
  const fromToday = today && nearestDay(day, today, isAhead);
  if (month === undefined) {
    if (!today || !fromToday || (tense === null && !isAhead)) return null;
    const steps = [...publishedSteps(today), `the ${isAhead ? "next" : "last"} such day: ${inWords(fromToday)}`];
    return { moment: fromToday, steps, stated: false };
  }
  const last = near.at(-1) as Mention;
  const isRange = last.sentence === sentence && /^(?:to|through|until|till)$/.test(preposition);
  const here = inMonth(month, day);
  const moment =
    isRange && here && last.moment.grain === "day" && here.at < last.moment.at ? inMonth(month + 1, day) : here;
  const isTold = isRange || (tense === "past" && !isAhead) || last.sentence === sentence;
  if (!moment || (!isTold && moment.at !== fromToday?.at)) return null;
  const steps = [`the date spoken of is ${inWords(last.moment)}`, `in its month: ${inWords(moment)}`];
  return { moment, steps, stated: false };
}

function inMonth(month: number, day: number): Moment | null {
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, day);
}

function nearestDay(day: number, today: Moment, isAhead: boolean): Moment | null {
  const now = (widen(today, "month") as Moment).at;
  const around = [now - 1, now, now + 1].map((month) => inMonth(month, day));
  const found = isAhead
    ? around.find((m) => m !== null && m.at >= today.at)
    : around.findLast((m) => m !== null && m.at <= today.at);
  return found ?? null;
}

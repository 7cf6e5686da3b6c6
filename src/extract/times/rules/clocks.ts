import type { Clock, DateMeaning } from "../../../model/time.ts";
import { HOURS, ZONES } from "../lexicon.ts";
import { type Phrase, type Scene, type TimeRule, date, reads } from "../phrase.ts";
import type { Word } from "../words.ts";
import { deictic, opens, weekday } from "./days.ts";
import { monthDate, numericDate } from "./months.ts";

const CLOCK = /^([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?$/;
const GLUED = /^(1?\d)(?:[:.]([0-5]\d))?([ap])m$/;
const HALF = /^([ap])\.?m\.?$/;
const FOUR = /^([01]\d|2[0-3])([0-5]\d)$/;

/** "10 p.m.", "7:15 p.m. EST", "1400 GMT", "noon", "four in the morning", each with the day beside it: "10 p.m. Wednesday". */
export const clock: TimeRule = (scene, at) => {
  const { words } = scene;
  const read = clockAt(words, at);
  if (!read) return null;
  let { end } = read;
  let zone: string | null = null;
  if (ZONES.has(words[end]?.text ?? "") && words[end]?.capital) {
    zone = (words[end] as Word).text.toUpperCase();
    end++;
  } else if (reads(words, end, "local", "time")) end += 2;
  const value: Clock = { ...read.clock, zone };
  const day = dayBehind(scene, end);
  if (!day) {
    const beyond = dayBeyond(scene, end, read.clock);
    if (beyond) return { end, type: "TIME", meaning: beyond, clock: value };
  }
  if (day) return { end: day.end, type: "TIME", meaning: day.meaning, clock: value };
  return { end, type: "TIME", meaning: date({ from: "mentioned", shift: { unit: "day", by: 0 } }), clock: value };
};

/** "10:35 a.m. (0735 GMT) Friday", "4 in the morning (4 a.m. EDT Thursday)": in another zone the day may be another one. */
function dayBeyond(scene: Scene, at: number, own: Clock): DateMeaning | null {
  const { words } = scene;
  if (words[at]?.text !== "(") return null;
  const other = clockAt(words, at + 1);
  if (!other) return null;
  const end = ZONES.has(words[other.end]?.text ?? "") ? other.end + 1 : other.end;
  if (words[end]?.text === ")") return dayBehind(scene, end + 1)?.meaning ?? null;
  const isSame = other.clock.hour === own.hour && other.clock.minute === own.minute;
  return isSame ? (dayBehind(scene, end)?.meaning ?? null) : null;
}

interface ReadClock {
  readonly clock: Clock;
  readonly end: number;
}

/** A time of the clock without its day or zone. */
export function clockAt(words: readonly Word[], at: number): ReadClock | null {
  const word = words[at];
  if (!word) return null;
  const { text } = word;
  const named = words[at - 1]?.text === "high" ? undefined : HOURS.get(text);
  if (named !== undefined && (!word.capital || opens(words, at)) && !words[at + 1]?.joined && !word.joined)
    return { clock: of(Number(named.slice(0, 2)), 0), end: at + 1 };
  const glued = GLUED.exec(text);
  if (glued) return halved(Number(glued[1]), Number(glued[2] ?? 0), glued[3] as string, at + 1);
  const figures = CLOCK.exec(text);
  const hour = figures ? Number(figures[1]) : /^1?\d$/.test(text) ? Number(text) : null;
  const minute = figures ? Number(figures[2]) : 0;
  const next = words[at + 1]?.text ?? "";
  const half = HALF.exec(next);
  if (hour !== null && half && next !== "am") return halved(hour, minute, half[1] as string, at + 2);
  if (
    hour !== null &&
    half &&
    (words[at + 1] as Word).from - word.to <= 1 &&
    !/^\p{L}/u.test(words[at + 2]?.text ?? "")
  )
    return halved(hour, minute, "a", at + 2);
  if (hour !== null && hour >= 1 && hour <= 12 && (next === "o'clock" || reads(words, at + 1, "in", "the"))) {
    const start = next === "o'clock" ? at + 2 : at + 1;
    const part = reads(words, start, "in", "the") ? words[start + 2]?.text : undefined;
    const late = part === "afternoon" || part === "evening";
    if (part === "morning" || late) return { clock: of((hour % 12) + (late ? 12 : 0), minute), end: start + 3 };
    if (start === at + 2) return { clock: of(hour, minute), end: start };
    return null;
  }
  const zoned = ZONES.has(next) && words[at + 1]?.capital === true;
  if (
    figures &&
    text.includes(":") &&
    (zoned || /^(?:at|around|about|by|until|till|from|before|after|since)$/.test(words[at - 1]?.text ?? ""))
  )
    return { clock: of(hour as number, minute), end: at + 1 };
  const four = zoned || next === "hours" ? FOUR.exec(text) : null;
  return four ? { clock: of(Number(four[1]), Number(four[2])), end: next === "hours" ? at + 2 : at + 1 } : null;
}

function of(hour: number, minute: number): Clock {
  return { hour, minute, part: null, zone: null };
}

function halved(hour: number, minute: number, half: string, end: number): ReadClock | null {
  if (hour < 1 || hour > 12) return null;
  return { clock: of((hour % 12) + (half === "p" ? 12 : 0), minute), end };
}

/** The day beside a time of the clock: "(noon) Thursday", "(5 p.m.), Nov. 6", "(10 p.m.) on 7 May". */
export function dayBehind(scene: Scene, at: number): { readonly meaning: DateMeaning; readonly end: number } | null {
  const { words } = scene;
  const text = words[at]?.text;
  const starts = [at];
  if (text === "on" || text === ",") starts.push(at + 1);
  if (text === "," && words[at + 1]?.text === "on") starts.push(at + 2);
  for (const start of starts) {
    if (start >= words.length) continue;
    // "Noon, Thursday's vote": a comma must not join what is not a bare day.
    const found: Phrase | null = longest([
      numericDate(scene, start),
      monthDate(scene, start),
      weekday(scene, start),
      deictic(scene, start),
    ]);
    if (!found || found.meaning.kind !== "date" || found.clock) continue;
    const { parts, shift } = found.meaning;
    if (parts.day === undefined && parts.weekday === undefined && shift?.unit !== "day") continue;
    return { meaning: found.meaning, end: found.end };
  }
  return null;
}

export function longest(found: readonly (Phrase | null)[]): Phrase | null {
  let best: Phrase | null = null;
  for (const phrase of found) if (phrase && (!best || phrase.end > best.end)) best = phrase;
  return best;
}

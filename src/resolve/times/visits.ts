import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { firstFrom } from "./besideCue.ts";
import { isDayOrRange } from "./held.ts";
import { type PlacedTime, whenOf } from "./placed.ts";
import { isDay, lastingFrom, quoted } from "./sameSpeaker.ts";

/** "During her visit", "on the trip": words beside a cue. */
export const ON_VISIT = /\b(?:during|on) (?:his|her|their|its|the) (?:\p{L}+ ){0,3}(?:visit|stay|tour|trip)\b/iu;
const VISITED =
  /\b(?:visited|toured|paid (?:an?|his|her|their|its) (?:\p{L}+ ){0,3}visit|stayed in|travelled to|traveled to)\b/iu;
const LONGEST = 600;
/** So far behind its sentence a visit is still the one that is meant. */
const REACH = 20;

/** The days on which somebody named is told to have been on a visit; null where none are, or those of two visits. */
export function visitOf(
  found: Found,
  placed: readonly PlacedTime[],
  spans: readonly Span[],
  name: string,
  sentence: number,
): When | null {
  const last = name.split(" ").at(-1) as string;
  if (!/^\p{Lu}\p{L}{2}/u.test(last)) return null;
  const told = new Map<string, When>();
  for (let at = Math.max(0, sentence - REACH); at <= sentence; at++) {
    const { from, to } = found.sentences[at] as Span;
    const words = found.document.text.slice(from, Math.min(to, from + LONGEST));
    const visited = VISITED.exec(words);
    if (!visited || !words.slice(0, visited.index).includes(last)) continue;
    for (let i = firstFrom(spans, from + visited.index); i < placed.length; i++) {
      const p = placed[i] as PlacedTime;
      if (p.found.span.from >= from + words.length) break;
      if (quoted(found, p.found.span)) continue;
      const when = lastingFrom(found.document.text, placed, i) ?? (isDay(p) ? whenOf(p.time) : null);
      if (!when?.edtf || !isDayOrRange(when)) continue;
      told.set(when.edtf, when);
      break;
    }
  }
  const [only] = told.values();
  return told.size === 1 ? (only as When) : null;
}

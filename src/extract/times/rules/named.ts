import type { Span } from "../../../model/span.ts";
import { MONTHS, UNIT, UNITS } from "../lexicon.ts";
import { ordinalAt, yearIn } from "../numbers.ts";
import { type TimeRule, date } from "../phrase.ts";
import type { Word } from "../words.ts";
import { whichAt } from "./months.ts";
import { ofYear, yearBehind } from "./years.ts";

/** A day with a name of its own, from the packs: "last Thanksgiving", "Christmas 1997", "Easter Monday". */
export const namedDay: TimeRule = ({ words, days }, at) => {
  const which = whichAt(words, at);
  const start = which ? which.end : at;
  const word = words[start];
  if (!word?.capital) return null;
  const forms = days.get(word.text);
  if (!forms) return null;
  for (const { words: form, on } of forms) {
    if (!form.every((text, i) => words[start + i]?.text === text)) continue;
    const end = start + form.length;
    const year = yearBehind(words, end);
    if (year && (year.year !== null || year.shift)) return ofYear(year, { holiday: on });
    return {
      end,
      type: "DATE",
      meaning: date({ from: "published", parts: { holiday: on }, which: which?.which ?? "any" }),
    };
  }
  return null;
};

/** Behind "of" these begin no event: "the first day of the week". */
const NO_EVENT = new Set([
  "school",
  "work",
  "life",
  "class",
  "classes",
  "trading",
  "summer",
  "spring",
  "winter",
  "autumn",
  "fall",
  "it",
  "them",
  "his",
  "her",
  "their",
]);

/** "The third day of the congress", "day two of the trial", "the final day of his visit", "the eighth day of ‘Desert Shield’". */
export const eventDay: TimeRule = ({ words }, at) => {
  let i = words[at]?.text === "the" ? at + 1 : at;
  let day: number;
  if (words[i]?.text === "day") {
    // "Day two of the trial".
    const number = /^\d{1,3}$/.test(words[i + 1]?.text ?? "")
      ? Number(words[i + 1]?.text)
      : (COUNT.get(words[i + 1]?.text ?? "") ?? null);
    if (number === null || words[i + 2]?.text !== "of") return null;
    day = number;
    i += 2;
  } else {
    const which =
      words[i]?.text === "last"
        ? { value: -1, end: i + 1 }
        : words[i]?.text === "opening"
          ? { value: 1, end: i + 1 }
          : words[i]?.text === "closing"
            ? { value: -1, end: i + 1 }
            : ordinalAt(words, i);
    if (!which) return null;
    let next = which.end;
    if (/^(?:full|straight|consecutive)$/.test(words[next]?.text ?? "")) return null;
    if (words[next]?.text !== "day") return null;
    day = which.value;
    i = ++next;
  }
  const link = words[i]?.text;
  const owner = words[at - 1];
  const named =
    owner?.text === "'s" ? words[at - 2] : owner?.text === "its" || owner?.text === "their" ? owner : undefined;
  // "The congress's second day", "its second day".
  if (named && link !== "of" && /\p{L}/u.test(named.text))
    return { end: i, type: "DATE", meaning: { kind: "event-day", day, event: { from: named.from, to: named.to } } };
  if (link !== "of" && link !== "in" && link !== "at" && link !== "into") return null;
  const event = eventAt(words, i + 1);
  return event && { end: i, type: "DATE", meaning: { kind: "event-day", day, event } };
};

const COUNT: ReadonlyMap<string, number> = new Map(
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map((word, i) => [word, i + 1]),
);

const STOPS = new Set(
  "he she they it we i you in on at by for with to from of and or but who which that as when where while after before since until during amid is was were are has have had will would said says".split(
    " ",
  ),
);
const LONGEST_EVENT = 8;

/** The noun phrase that names an event, "of the party" behind it included; null where it is no event. */
export function eventAt(words: readonly Word[], at: number): Span | null {
  const first = words[at];
  if (!first) return null;
  let end = at;
  while (end < words.length && end < at + LONGEST_EVENT) {
    const { text } = words[end] as Word;
    if (STOPS.has(text) || /^[,;:.()!?-]$/.test(text)) break;
    // The mark behind "Workers" is a possessive's.
    if (text === "'" && words[end]?.from === words[end - 1]?.to && words[end - 1]?.text.endsWith("s")) {
      end++;
      continue;
    }
    if (/^["']$/.test(text) && end > at + 1) break;
    end++;
  }
  const head = words[end - 1];
  if (end === at || !head) return null;
  if (MONTHS.has(head.text) || yearIn(head) !== null || UNIT.has(head.text) || UNITS.has(head.text)) return null;
  if (NO_EVENT.has(head.text)) return null;
  return { from: first.from, to: head.to };
}

import type { Clock } from "../../../model/time.ts";
import { DEICTIC, HOURS, NAMED_BEFORE, NAMED_BEHIND, PARTS, WEEKDAYS } from "../lexicon.ts";
import { type Phrase, type TimeRule, date, reads } from "../phrase.ts";
import type { Word } from "../words.ts";
import { monthDate, whichAt } from "./months.ts";

export function partClock(part: string): Clock {
  return { hour: null, minute: 0, part, zone: null };
}

/** A part of the day in small letters ("The Evening Post" is none), a hyphen before it allowed: "mid-afternoon". */
export function partAt(words: readonly Word[], at: number): { readonly clock: Clock; readonly end: number } | null {
  const word = words[at];
  if (!word) return null;
  if (word.text === "mid" || word.text === "early" || word.text === "late") {
    const inner = partAt(words, at + 1);
    return inner;
  }
  const part = PARTS.get(word.text);
  if (part !== undefined && (!word.capital || at === 0)) return { clock: partClock(part), end: at + 1 };
  const hour = HOURS.get(word.text);
  if (hour === undefined || (word.capital && at > 0)) return null;
  return { clock: { hour: Number(hour.slice(0, 2)), minute: 0, part: null, zone: null }, end: at + 1 };
}

/** "A week on Thursday", "a week from Thursday", "Thursday week": the one behind the coming one. */
function weekAfter(words: readonly Word[], at: number): Phrase | null {
  const before = reads(words, at, "a", "week") && /^(?:on|from)$/.test(words[at + 2]?.text ?? "");
  const i = before ? at + 3 : at;
  const day = words[i]?.capital ? WEEKDAYS.get(words[i]?.text as string) : undefined;
  if (day === undefined) return null;
  const after = words[i + 1]?.text === "week" && !words[i + 1]?.joined && !words[i + 2]?.joined;
  if (before === after || (after && /^\p{L}{4,}$/u.test(words[i + 2]?.text ?? ""))) return null;
  const meaning = date({ from: "published", parts: { weekday: day }, which: "week-after" });
  return { end: after ? i + 2 : i + 1, type: "DATE", meaning };
}

/** "Thursday", "last Thursday", "the following Thursday", "Thursday night". */
export const weekday: TimeRule = ({ words }, at) => {
  const later = weekAfter(words, at);
  if (later) return later;
  let i = at;
  const counted = fromMentioned(words, at);
  const which = counted ?? whichAt(words, at);
  if (which) i = which.end;
  else if (words[i]?.text === "the") i++;
  const word = words[i];
  const day = word?.capital ? WEEKDAYS.get(word.text) : undefined;
  if (!word || day === undefined) return null;
  const short = word.text.length <= 5 && !word.text.endsWith("day");
  if (short && !(word.text.endsWith(".") && words[i + 1]?.text !== undefined)) return null;
  if (isName(words, i)) return null;
  // "The Friday after Thanksgiving" hangs on what is named behind it.
  if (!which && i > at && /^(?:after|before)$/.test(words[i + 1]?.text ?? ""))
    return { end: i + 1, type: "DATE", meaning: { kind: "fixed", value: `XXXX-WXX-${day}` } };
  // "The Tuesday deadline" is that of Tuesday; "the" stays outside.
  if (!which && i > at) return null;
  const part = partAt(words, i + 1);
  // "Tuesday of last week".
  const week =
    words[i + 1]?.text === "of" && !which ? /^(?:last|this|next)$/.exec(words[i + 2]?.text ?? "")?.[0] : undefined;
  if (week !== undefined && words[i + 3]?.text === "week") {
    const by = week === "last" ? -1 : week === "next" ? 1 : 0;
    return {
      end: i + 4,
      type: "DATE",
      meaning: date({ from: "published", shift: { unit: "week", by }, parts: { weekday: day } }),
    };
  }
  const meaning = date({
    from: counted ? "mentioned" : "published",
    parts: { weekday: day },
    which: which?.which ?? "any",
  });
  if (!part) return { end: i + 1, type: "DATE", meaning };
  return { end: part.end, type: "TIME", meaning, clock: part.clock };
};

/** "The following", "the previous", "the same", before a weekday: counted from the date mentioned before. */
function fromMentioned(words: readonly Word[], at: number): { which: "last" | "next" | "that"; end: number } | null {
  if (!reads(words, at, "the")) return null;
  const text = words[at + 1]?.text;
  if (text === "following" || text === "next") return { which: "next", end: at + 2 };
  if (text === "previous" || text === "preceding") return { which: "last", end: at + 2 };
  return text === "same" ? { which: "that", end: at + 2 } : null;
}

/** "Black Friday", "The Sunday Times": a name and no day. */
function isName(words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  if (before && !before.joined && NAMED_BEFORE.has(before.text) && before.capital) return true;
  if (!after?.capital || after.from - (words[at] as Word).to > 1) return false;
  return NAMED_BEHIND.has(after.text) || (before?.text === "the" && before.capital && after.text !== "morning");
}

/** "Today", "yesterday afternoon", "tomorrow night", "the day before yesterday". */
export const deictic: TimeRule = ({ words }, at) => {
  let i = at;
  let extra = 0;
  if (reads(words, at, "the", "day") && /^(?:before|after)$/.test(words[at + 2]?.text ?? "")) {
    extra = words[at + 2]?.text === "before" ? -1 : 1;
    i = at + 3;
  }
  const word = words[i] as Word | undefined;
  const by = word && DEICTIC.get(word.text);
  if (word === undefined || by === undefined) return null;
  // "USA Today", "The Today programme".
  if (word.capital && i > 0 && !opens(words, i)) return null;
  const meaning = date({ from: "published", shift: { unit: "day", by: by + extra } });
  const part = partAt(words, i + 1);
  if (part && PARTS.has(words[i + 1]?.text ?? "")) return { end: part.end, type: "TIME", meaning, clock: part.clock };
  return { end: i + 1, type: "DATE", meaning };
};

/** Whether word `at` stands where a sentence or a quotation begins. */
export function opens(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--)
    if (/[\p{L}\p{N}]/u.test((words[i] as Word).text)) return i < at - 1 && !/^[,;]$/.test((words[i + 1] as Word).text);
  return true;
}

/** "Tonight", "last night", "this morning", "overnight", "that evening", "the next morning", "the morning". */
export const partOfDay: TimeRule = ({ words }, at) => {
  const word = words[at] as Word;
  const { text } = word;
  const plain = !word.capital || opens(words, at);
  if ((text === "tonight" || text === "overnight") && plain) {
    if (text === "overnight" && words[at + 1]?.joined) return null;
    return found(at + 1, "NI", date({ from: "published", shift: { unit: "day", by: 0 } }));
  }
  if (!plain) return null;
  if (text === "mid" || text === "midafternoon" || text === "midmorning") {
    const read = partAt(words, at);
    if (!read?.clock.part) return null;
    const day = deictic({ words, days: new Map(), eras: new Map() }, read.end);
    if (day) return { ...day, type: "TIME", clock: read.clock };
    return found(read.end, read.clock.part, date({ from: "mentioned", shift: { unit: "day", by: 0 } }));
  }
  const part = (i: number): string | undefined => (words[i]?.capital ? undefined : PARTS.get(words[i]?.text ?? ""));
  if (text === "last") {
    const named = part(at + 1);
    return named === undefined
      ? null
      : found(at + 2, named, date({ from: "published", shift: { unit: "day", by: -1 } }));
  }
  if (text === "this" || text === "that") {
    const named = part(words[at + 1]?.text === "same" ? at + 2 : at + 1);
    if (named === undefined) return null;
    const end = words[at + 1]?.text === "same" ? at + 3 : at + 2;
    return found(
      end,
      named,
      date({ from: text === "this" ? "published" : "mentioned", shift: { unit: "day", by: 0 } }),
    );
  }
  if (text === "the") {
    const head = words[at + 1]?.text;
    if (head === "next" || head === "following" || head === "previous" || head === "same") {
      const named = part(at + 2);
      if (named === undefined) return null;
      const by = head === "previous" ? -1 : head === "same" ? 0 : 1;
      return found(at + 3, named, date({ from: "mentioned", shift: { unit: "day", by } }));
    }
    if (words[at + 2]?.text === "hours" && /^(?:early|small|wee)$/.test(head ?? "") && words[at + 3]?.text === "of") {
      const day = { words, days: new Map(), eras: new Map() };
      const [short, long] = [weekday(day, at + 4), monthDate(day, at + 4)];
      const inner = long && long.end >= (short?.end ?? 0) ? long : short;
      return inner && isOfDay(inner) && !inner.clock ? { ...inner, type: "TIME", clock: partClock("MO") } : null;
    }
    const start = head === "early" || head === "late" || head === "mid" ? at + 2 : at + 1;
    const named = part(start);
    if (named === undefined) return null;
    const before = words[at - 1]?.text ?? "";
    if (words[start + 1]?.text === "of" && /^(?:in|during|until|by|later|on)$/.test(before)) {
      const day = { words, days: new Map(), eras: new Map() };
      const [short, long] = [weekday(day, start + 2), monthDate(day, start + 2)];
      const inner = long && long.end >= (short?.end ?? 0) ? long : short;
      return inner && isOfDay(inner) ? { ...inner, type: "TIME", clock: partClock(named) } : null;
    }
    // "The night" is any; "in the morning" belongs to the day spoken of.
    if (!/^(?:in|during|until|by|later)$/.test(before)) return null;
    // "In the afternoon light".
    const next = words[start + 1]?.text ?? "";
    if (/^\p{L}{3,}$/u.test(next) && !GOES_ON.has(next)) return null;
    return found(start + 1, named, date({ from: "mentioned", shift: { unit: "day", by: 0 } }));
  }
  return null;
};

function isOfDay({ meaning }: Phrase): boolean {
  return meaning.kind === "date" && (meaning.parts.weekday ?? meaning.parts.day) !== undefined;
}

const GOES_ON = new Set(
  "and but when while after before with for from then they she the that this there who which until because since although was were had has will would could local".split(
    " ",
  ),
);

function found(end: number, part: string, meaning: Phrase["meaning"]): Phrase {
  return { end, type: "TIME", meaning, clock: partClock(part) };
}

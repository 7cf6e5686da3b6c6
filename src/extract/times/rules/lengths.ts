import type { Grain, LengthMeaning } from "../../../model/time.ts";
import { UNIT, UNITS } from "../lexicon.ts";
import { type Amount, amountAt, yearIn } from "../numbers.ts";
import { type Phrase, type TimeRule, date } from "../phrase.ts";
import type { Word } from "../words.ts";
import { grainOf } from "./years.ts";

/** The TIMEX3 letter of each unit, with "T" before those of the clock, and how many of it one stands for. */
const LETTERS: Readonly<Partial<Record<Grain, readonly [string, number]>>> = {
  second: ["TS", 1],
  minute: ["TM", 1],
  hour: ["TH", 1],
  day: ["D", 1],
  weekend: ["WE", 1],
  week: ["W", 1],
  month: ["M", 1],
  quarter: ["M", 3],
  year: ["Y", 1],
  decade: ["Y", 10],
  century: ["Y", 100],
  millennium: ["Y", 1000],
};
/** Without a number these are not counted in years. */
const VAGUE_LETTERS: Readonly<Partial<Record<Grain, string>>> = {
  quarter: "PXQ",
  decade: "PXDE",
  century: "PXCE",
  millennium: "PXML",
};

const FINER: Readonly<Partial<Record<Grain, readonly [Grain, number]>>> = {
  minute: ["second", 60],
  hour: ["minute", 60],
  day: ["hour", 24],
  year: ["month", 12],
};

/** `P2Y`, `PT5H30M`, `PXM`, `P2Y6M`. */
export function lengthValue(unit: Grain, count: number | null): string {
  const vague = VAGUE_LETTERS[unit];
  if (count === null && vague) return vague;
  const [letters, times] = LETTERS[unit] ?? ["D", 1];
  const clock = letters.startsWith("T");
  const letter = clock ? letters.slice(1) : letters;
  const head = clock ? "PT" : "P";
  if (count === null) return `${head}X${letter}`;
  const whole = count * times;
  if (Number.isInteger(whole)) return `${head}${whole}${letter}`;
  const finer = FINER[unit];
  const rest = finer && (whole - Math.floor(whole)) * finer[1];
  if (!finer || rest === undefined || !Number.isInteger(rest)) return `${head}${whole}${letter}`;
  const part = lengthValue(finer[0], rest);
  if (whole < 1) return part;
  return `${head}${Math.floor(whole)}${letter}${part.replace(clock ? /^PT/ : /^P/, "")}`;
}

/** A unit's name in either number; "trading days" and "calendar years" count too. */
function unitAt(
  words: readonly Word[],
  at: number,
): { readonly unit: Grain; readonly double: boolean; readonly end: number; readonly plural: boolean } | null {
  const i =
    /^(?:trading|business|working|calendar|fiscal|financial|consecutive|straight|full|more|additional|successive|long|whole|solid)$/.test(
      words[at]?.text ?? "",
    )
      ? at + 1
      : at;
  const text = words[i]?.text ?? "";
  const many = UNITS.get(text);
  const one = many ?? UNIT.get(text);
  if (one === undefined) return null;
  return { unit: grainOf(one), double: one === "fortnight", end: i + 1, plural: many !== undefined };
}

const LAST_OR_NEXT: ReadonlyMap<string, -1 | 1 | 0> = new Map([
  ["last", -1],
  ["past", -1],
  ["previous", -1],
  ["preceding", -1],
  ["latest", -1],
  ["next", 1],
  ["coming", 1],
  ["following", 1],
  ["first", 0],
  ["final", 0],
  ["recent", -1],
  ["early", 0],
  ["intervening", 0],
]);

/** Prepositions before which "a year" or bare "years" is a length, not a rate and not a name. */
const LENGTH_FOLLOWS = new Set(
  "for in within after over during of than about nearly almost before under until around every throughout by to at barely just only some".split(
    " ",
  ),
);

/** "Five years", "the past three months", "30-day", "a week", "for years", "two weeks ago", "a year earlier". */
export const counted: TimeRule = ({ words }, at) => {
  let i = at;
  const the = words[i]?.text === "the" ? 1 : 0;
  i += the;
  const side = LAST_OR_NEXT.get(words[i]?.text ?? "");
  const head = words[i]?.text;
  if (side !== undefined) {
    if (words[i]?.capital && i > 0 && the === 0 && !words[i - 1]?.joined && /[\p{L}]/u.test(words[i - 1]?.text ?? ""))
      return null;
    i++;
  }
  let amount: Amount | null = amountAt(words, i);
  if (amount && yearIn(words[i]) !== null && amount.end === i + 1) return null;
  // "7-0 in the last two days" has a score, "$30 days" nothing.
  if (amount && /^[$£€]$/.test(words[i - 1]?.text ?? "")) return null;
  if (!amount && /^(?:an?|one|another|each)$/.test(words[i]?.text ?? "") && side === undefined && the === 0)
    amount = { value: 1, end: i + 1 };
  if (amount?.value === 1 && words[i]?.text === "an" && words[amount.end]?.text === "additional")
    amount = { value: 1, end: amount.end };
  if (!amount && head === "past" && UNIT.has(words[i]?.text ?? "") && words[i]?.text !== "year")
    amount = { value: 1, end: i };
  const found = unitAt(words, amount?.end ?? i);
  if (!found) return null;
  const bare = !amount;
  if (bare && !found.plural) return null;
  // "A decades-long fight", "a years-old slump".
  if (
    bare &&
    side === undefined &&
    the === 0 &&
    words[found.end]?.joined &&
    /^(?:long|old)$/.test(words[found.end]?.text ?? "")
  ) {
    const meaning: LengthMeaning = {
      kind: "length",
      value: lengthValue(found.unit, null),
      count: null,
      reckoned: null,
    };
    return { end: found.end + 1, type: "DURATION", meaning, approximate: true };
  }
  if (bare && side === undefined && the === 1) return theBare(words, found.end, found.unit);
  if (side === 0 && bare && head === "first") return null;
  let count = amount ? amount.value : null;
  if (count !== null && found.double) count *= 2;
  // "A months-long strike".
  if (found.plural && amount?.value === 1 && words[i]?.text === "a") count = null;
  let { end } = found;
  if (!found.plural && amount && amount.value !== 1 && amount.value !== 0.5 && !joinedUnit(words, amount.end, end)) {
    // "Five year low" is written so at times; "20 second" and "7 day" are not far off, "1 May" is.
    if (amount.value === null || amount.value > 100) return null;
    if (found.unit === "second" || found.unit === "quarter") return null;
  }
  // "The five-year plan": the article is the plan's.
  if (the === 1 && side === undefined && joinedUnit(words, i, found.end)) return null;
  if (found.unit === "weekend" && (bare || amount?.value === 1)) return null;
  // "Three-quarters of the food", "a quarter of them".
  if (
    found.unit === "quarter" &&
    side === undefined &&
    (joinedUnit(words, amount?.end ?? i, found.end) || words[end]?.text === "of")
  )
    return null;
  // The programme "60 Minutes".
  if (words[found.end - 1]?.capital && at > 0) return null;
  // A person's age: "35-year-old", "37 years old", "aged 12 years".
  if (words[end]?.text === "old" || words[end]?.text === "olds") {
    if (found.unit === "year") return null;
    end++;
  } else if (words[end]?.text === "long" && words[end]?.joined) end++;
  if (found.unit === "second" && !found.plural && !joinedUnit(words, amount?.end ?? i, found.end)) return null;
  // "A minute and a half", "two and a half hours".
  if (words[end]?.text === "and" && words[end + 1]?.text === "a" && words[end + 2]?.text === "half" && count !== null) {
    count += 0.5;
    end += 3;
  }
  const approximate = count === null || (words[end]?.text === "or" && words[end + 1]?.text === "so");
  let soEnd = words[end]?.text === "or" && words[end + 1]?.text === "so" ? end + 2 : end;
  if (words[end]?.text === "or" && amount?.value === 1 && /^(?:two|more)$/.test(words[end + 1]?.text ?? ""))
    soEnd = end + 2;
  const aimed = side === undefined && the === 0 ? fromThere(words, at, soEnd, found.unit, count, approximate) : null;
  if (aimed) return aimed;
  if (words[i]?.text !== undefined && side === undefined && !allowed(words, at, amount, found, soEnd, bare))
    return null;
  if (the === 1 && side === undefined && bare) return null;
  const meaning: LengthMeaning = {
    kind: "length",
    value: lengthValue(found.unit, count),
    count: count === null ? null : { unit: found.unit, by: count },
    reckoned: null,
  };
  if (
    side === 1 &&
    bare &&
    head !== "following" &&
    count === null &&
    /^(?:coming)$/.test(head ?? "") &&
    found.unit !== "week" &&
    found.unit !== "day"
  )
    return { end: soEnd, type: "DATE", meaning: { kind: "fixed", value: "FUTURE_REF" } };
  return { end: soEnd, type: "DURATION", meaning, approximate };
};

/** "Through the years", "over the weeks ahead". */
function theBare(words: readonly Word[], end: number, unit: Grain): Phrase | null {
  const ahead = words[end]?.text === "ahead";
  if (!ahead && !/^(?:over|through|throughout|in|of)$/.test(words[end - 3]?.text ?? "")) return null;
  if (!ahead && words[end]?.text === "of") return null;
  return {
    end: ahead ? end + 1 : end,
    type: "DURATION",
    meaning: { kind: "length", value: lengthValue(unit, null), count: null, reckoned: null },
    approximate: true,
  };
}

function joinedUnit(words: readonly Word[], from: number, end: number): boolean {
  return words.slice(from, end).some((word) => word.joined);
}

function allowed(
  words: readonly Word[],
  at: number,
  amount: Amount | null,
  found: { readonly unit: Grain; readonly plural: boolean },
  end: number,
  bare: boolean,
): boolean {
  const before = words[at - 1]?.text ?? "";
  const head = words[at]?.text;
  if (bare)
    return (
      LENGTH_FOLLOWS.has(before) &&
      before !== "than" &&
      before !== "every" &&
      (words[end]?.text !== "of" || before === "after")
    );
  if (head === "a" || head === "an" || head === "each") {
    if (found.plural || amount === null) return found.plural;
    if (amount.value !== 1) return true;
    if (words[at + 1]?.text !== undefined && joinedUnit(words, at + 1, end)) return true;
    if (
      /^(?:long|and)$/.test(words[end]?.text ?? "") ||
      words[end - 1]?.text === "half" ||
      words[end - 1]?.text === "so"
    )
      return true;
    if (found.unit === "second" || found.unit === "minute" || found.unit === "quarter")
      return LENGTH_FOLLOWS.has(before) && found.unit !== "quarter";
    // "Two hours of a day": a rate stands behind a number.
    return (
      LENGTH_FOLLOWS.has(before) &&
      before !== "of" &&
      before !== "by" &&
      before !== "to" &&
      !(before === "in" && words[end]?.text === "of")
    );
  }
  return true;
}

/** What stands behind a length and aims it: "ago", "earlier", "later", "from now", "after he left". */
function fromThere(
  words: readonly Word[],
  at: number,
  end: number,
  unit: Grain,
  count: number | null,
  approximate: boolean,
): Phrase | null {
  const next = words[end]?.text;
  if (next === "ago" || (next === "back" && /^[.,;]$/.test(words[end + 1]?.text ?? ""))) {
    if (count === null || unit === "second" || unit === "minute" || unit === "hour")
      return unit === "day" || unit === "week" || count === null
        ? { end: end + 1, type: "DATE", meaning: { kind: "fixed", value: "PAST_REF" } }
        : hoursAgo(end + 1, unit, count);
    const ago = shifted(
      end + 1,
      "published",
      unit === "decade" || unit === "century" ? "year" : unit,
      -count * (unit === "decade" ? 10 : unit === "century" ? 100 : 1),
      approximate || unit === "decade" || unit === "century",
    );
    // "That" asks for what is compared: a year ago may be a quarter.
    return count === 1 && unit === "year" && ago.meaning.kind === "date"
      ? { ...ago, meaning: { ...ago.meaning, which: "that" } }
      : ago;
  }
  if (next === "from" && words[end + 1]?.text === "now" && count !== null)
    return shifted(end + 2, "published", unit, count, approximate);
  const earlier = next === "earlier" || next === "before" || next === "previously";
  const later =
    next === "later" ||
    next === "afterwards" ||
    next === "afterward" ||
    next === "after" ||
    next === "hence" ||
    next === "thereafter";
  if (!earlier && !later) return null;
  if (count === null) {
    // "Hours before the talks": how long before is open.
    return {
      end,
      type: "DURATION",
      meaning: { kind: "length", value: lengthValue(unit, null), count: null, reckoned: null },
      approximate: true,
    };
  }
  const direction = earlier ? -1 : 1;
  const closed =
    !words[end + 1] || /^[.,;:)"'-]$/.test(words[end + 1]?.text as string) || next === "earlier" || next === "later";
  if (!closed)
    return {
      end,
      type: "DURATION",
      meaning: {
        kind: "length",
        value: lengthValue(unit, count),
        count: { unit, by: count },
        reckoned: { from: "clause", direction, clause: clauseBehind(words, end + 1) },
      },
    };
  if (unit === "year" || unit === "month" || unit === "quarter" || unit === "decade" || unit === "century")
    return shifted(end + 1, "mentioned", unit, direction * count, approximate);
  return {
    end: count === 1 && words[at]?.text === "a" ? end + 1 : end,
    type: "DURATION",
    meaning: {
      kind: "length",
      value: lengthValue(unit, count),
      count: { unit, by: count },
      reckoned: {
        from: "mentioned",
        direction,
        clause: { from: (words[end] as Word).from, to: (words[end] as Word).to },
      },
    },
  };
}

function hoursAgo(end: number, unit: Grain, count: number): Phrase {
  return {
    end,
    type: "TIME",
    meaning: { kind: "length", value: lengthValue(unit, count), count: { unit, by: -count }, reckoned: null },
  };
}

function shifted(end: number, from: "published" | "mentioned", unit: Grain, by: number, approximate: boolean): Phrase {
  if (unit === "week" && !Number.isInteger(by)) return shifted(end, from, "day", Math.round(by * 7), approximate);
  const [grain, count] = Number.isInteger(by)
    ? [unit, by]
    : ([FINER[unit]?.[0] ?? unit, Math.round(by * (FINER[unit]?.[1] ?? 1))] as const);
  return { end, type: "DATE", meaning: date({ from, shift: { unit: grain, by: count } }), approximate };
}

/** To the end of the sentence or the next comma or semicolon. */
function clauseBehind(words: readonly Word[], at: number): { from: number; to: number } {
  let end = at;
  while (end < words.length && !/^[,;]$/.test((words[end] as Word).text)) end++;
  const first = words[at] ?? words.at(-1);
  const last = words[Math.max(at, end - 1)] ?? words.at(-1);
  return { from: first?.from ?? 0, to: last?.to ?? 0 };
}

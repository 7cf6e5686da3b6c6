import {
  MONTHS,
  OFTEN,
  PARTS,
  PARTS_AGAIN,
  SEASONS,
  SEASONS_AGAIN,
  UNIT,
  UNITS,
  WEEKDAYS,
  WEEKDAYS_AGAIN,
} from "../lexicon.ts";
import { amountAt, ordinalAt } from "../numbers.ts";
import { type Phrase, type TimeRule } from "../phrase.ts";
import { opens } from "./days.ts";
import { lengthValue } from "./lengths.ts";
import { grainOf } from "./years.ts";

export const SEASON_NAMES = ["", "SP", "SU", "FA", "WI"] as const;

function set(end: number, value: string): Phrase {
  return { end, type: "SET", meaning: { kind: "fixed", value } };
}

/** "Every day", "each Thursday", "every two weeks", "every other year", "Tuesday nights", "daily", "Sundays". */
export const recurring: TimeRule = ({ words }, at) => {
  const word = words[at];
  if (!word) return null;
  const often = OFTEN.get(word.text);
  if (often !== undefined) {
    // "The Daily Mail".
    if ((word.capital && !opens(words, at)) || words[at + 1]?.joined || word.joined) return null;
    return set(at + 1, often);
  }
  const many = word.capital ? WEEKDAYS_AGAIN.get(word.text) : undefined;
  if (many !== undefined) return set(at + 1, `XXXX-WXX-${many}`);
  const day = word.capital ? WEEKDAYS.get(word.text) : undefined;
  if (day !== undefined) {
    const part = PARTS_AGAIN.get(words[at + 1]?.text ?? "");
    return part === undefined ? null : set(at + 2, `XXXX-WXX-${day}T${part}`);
  }
  if (word.text !== "every" && word.text !== "each") return null;
  let i = at + 1;
  const next = words[i]?.text ?? "";
  const month = words[i]?.capital ? MONTHS.get(next) : undefined;
  if (month !== undefined) return set(i + 1, `XXXX-${String(month).padStart(2, "0")}`);
  const named = words[i]?.capital ? WEEKDAYS.get(next) : undefined;
  if (named !== undefined) {
    const part = PARTS.get(words[i + 1]?.text ?? "");
    return part === undefined ? set(i + 1, `XXXX-WXX-${named}`) : set(i + 2, `XXXX-WXX-${named}T${part}`);
  }
  const season = SEASONS.get(next) ?? SEASONS_AGAIN.get(next);
  if (season !== undefined) return set(i + 1, `XXXX-${SEASON_NAMES[season]}`);
  const part = PARTS.get(next);
  if (part !== undefined) return set(i + 1, `XXXX-XX-XXT${part}`);
  if (next === "other") {
    const unit = UNIT.get(words[i + 1]?.text ?? "");
    return unit === undefined ? null : set(i + 2, lengthValue(grainOf(unit), 2));
  }
  if (next === "single" || next === "passing") i++;
  const one = UNIT.get(words[i]?.text ?? "");
  if (one !== undefined)
    return words[i + 1]?.joined
      ? null
      : set(i + 1, one === "quarter" ? "P1Q" : lengthValue(grainOf(one), one === "fortnight" ? 2 : 1));
  const amount = ordinalAt(words, i) ?? amountAt(words, i);
  if (!amount) return null;
  const unit = UNITS.get(words[amount.end]?.text ?? "") ?? UNIT.get(words[amount.end]?.text ?? "");
  return unit === undefined ? null : set(amount.end + 1, lengthValue(grainOf(unit), amount.value));
};

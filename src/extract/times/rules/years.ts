import type { DateMeaning, Grain } from "../../../model/time.ts";
import { DECADES } from "../lexicon.ts";
import { ordinalAt, spokenYearAt, yearIn } from "../numbers.ts";
import { type Phrase, type TimeRule, date } from "../phrase.ts";
import type { Word } from "../words.ts";

/** Before a bare number of four figures these make it a year. */
const YEAR_FOLLOWS = new Set(
  "in since by until till before after from to through during of around about between for early late mid and or year fiscal post pre the that as circa c. ca. than".split(
    " ",
  ),
);
/** Behind such a number these make it a count. */
const COUNTED =
  /^(?:people|men|women|soldiers|troops|workers|employees|jobs|shares|votes|tons|tonnes|feet|miles|kilometers|kilometres|km|meters|metres|barrels|points|dollars|pounds|euros|percent|per|homes|houses|members|students|children|seats|times|words|pages|others|more|acres|hectares|years|months|weeks|days|hours|minutes|yards|units|degrees|copies|cases|deaths|passengers|officers|delegates|calories|mm|mph|kg|hp|\$|%|\/)$/;

/** A year that other words place: "1990", "last year", "the same year", with its apostrophe left outside. */
export interface YearPhrase extends Pick<DateMeaning, "from" | "shift"> {
  readonly year: number | null;
  readonly end: number;
}

const WHICH_YEAR: ReadonlyMap<string, readonly ["published" | "mentioned", number]> = new Map([
  ["last", ["published", -1]],
  ["this", ["published", 0]],
  ["current", ["published", 0]],
  ["next", ["published", 1]],
  ["coming", ["published", 1]],
  ["that", ["mentioned", 0]],
  ["same", ["mentioned", 0]],
  ["previous", ["mentioned", -1]],
  ["preceding", ["mentioned", -1]],
  ["following", ["mentioned", 1]],
]);

/** The year that stands at word `at`, for what lies within it: "(July) last year", "(the autumn of) 1994". */
export function yearPhraseAt(words: readonly Word[], at: number): YearPhrase | null {
  const year = yearIn(words[at]);
  if (year !== null) return { from: "calendar", shift: null, year, end: at + 1 };
  const start = words[at]?.text === "the" ? at + 1 : at;
  const which = WHICH_YEAR.get(words[start]?.text ?? "");
  if (which && words[start + 1]?.text === "year")
    return { from: which[0], shift: { unit: "year", by: which[1] }, year: null, end: start + 2 };
  const spoken = spokenYearAt(words, at);
  return spoken && { from: "calendar", shift: null, year: spoken.year, end: spoken.end };
}

/** The end of the words with a year behind them ("of", "in" or a comma may stand between), or null. */
export function yearBehind(words: readonly Word[], at: number): YearPhrase | null {
  const text = words[at]?.text;
  if (text === "," || text === "'s") {
    const year = yearIn(words[at + 1]);
    return text === "," && year !== null && !isCount(words, at + 2)
      ? { from: "calendar", shift: null, year, end: at + 2 }
      : null;
  }
  const found = yearPhraseAt(words, text === "of" || text === "in" ? at + 1 : at);
  if (!found) return null;
  if (found.year !== null && text !== "of" && isCount(words, found.end)) return null;
  return found;
}

/** A part of the year, or a named day in it, with the words for the year behind: "the spring of 2019", "Easter last year". */
export function ofYear({ end, from, shift, year }: YearPhrase, parts: DateMeaning["parts"]): Phrase {
  return { end, type: "DATE", meaning: date({ from, shift, parts: year === null ? parts : { ...parts, year } }) };
}

export function isCount(words: readonly Word[], at: number): boolean {
  const next = words[at];
  return next !== undefined && COUNTED.test(next.text);
}

/** "1996", "'98", "1914-18", "nineteen ninety-six", "fiscal 1989", "the year 2000", "44 BC". */
export const bareYear: TimeRule = ({ words, eras }, at) => {
  const word = words[at] as Word;
  if (word.text === "'" || word.text === "fiscal" || word.text === "year" || word.text === "the") {
    const start = word.text === "the" ? at + 1 : at;
    const head = words[start]?.text;
    if (head === "fiscal" || head === "year" || (head === "fiscal" && words[start + 1]?.text === "year")) {
      let i = start + 1;
      if (words[i]?.text === "year") i++;
      const named = yearIn(words[i]);
      if (named !== null) return yearOf(named, i + 1);
      const spoken = spokenYearAt(words, i);
      return spoken && head === "year" ? yearOf(spoken.year, spoken.end) : null;
    }
    if (word.text === "'" && words[at + 1]?.from === word.to && /^\d{2}$/.test(words[at + 1]?.text ?? "")) {
      if (isCount(words, at + 2) || words[at + 2]?.capital) return null;
      const short = Number(words[at + 1]?.text);
      return yearOf(short > 30 ? 1900 + short : 2000 + short, at + 2);
    }
    return null;
  }
  const first = eras.get(word.text);
  if (first !== undefined && /^\d{1,3}$/.test(words[at + 1]?.text ?? ""))
    return yearOf(first + Number(words[at + 1]?.text) - 1, at + 2);
  if (/^\d{1,4}$/.test(word.text) && /^(?:bc|b\.c\.|bce|ad|a\.d\.|ce)$/.test(words[at + 1]?.text ?? "")) {
    const before = words[at + 1]?.text.startsWith("b");
    return yearOf(before ? 1 - Number(word.text) : Number(word.text), at + 2);
  }
  const year = yearIn(word);
  if (year === null) {
    const spoken = spokenYearAt(words, at);
    // "Twenty twenty" may be a count or sight; what nineteen stands before is a year.
    return spoken && word.text === "nineteen" ? yearOf(spoken.year, spoken.end) : null;
  }
  if (!isYear(words, at)) return null;
  const short = words[at + 1];
  if (short?.joined && /^\d{2}$/.test(short.text) && Number(short.text) > year % 100 && !words[at + 2]?.joined)
    return {
      end: at + 2,
      type: "DATE",
      meaning: date({ parts: { year, lastYear: year - (year % 100) + Number(short.text) } }),
    };
  return yearOf(year, at + 1);
};

function yearOf(year: number, end: number): Phrase {
  return { end, type: "DATE", meaning: date({ parts: { year } }) };
}

/** Whether a number of four figures is a year: its place says so, or nothing speaks against it. */
function isYear(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  const value = Number((words[at] as Word).text);
  if (isCount(words, at + 1)) return false;
  if (
    before &&
    /^(?:\$|£|€|#|no\.|nos\.|p\.|pp\.|page|pages|room|flight|route|highway|gate|boeing|article|section|vol\.|dlrs|rs)$/.test(
      before.text,
    )
  )
    return false;
  // "1914-1918".
  if (words[at]?.joined)
    return before !== undefined && (yearIn(before) !== null || before.text === "mid" || before.text === "post");
  if (after?.joined && yearIn(after) !== null) return true;
  if (before && YEAR_FOLLOWS.has(before.text)) {
    if (value >= (before.text === "the" ? 1600 : 1800)) return true;
    return before.text !== "than" && before.text !== "the" && before.text !== "to" && value >= 1000 && !after?.capital;
  }
  if (before?.joined === false && /^\d/.test(before.text)) return false;
  return value >= 1900 && value < 2050;
}

const DECADE = /^(1[0-9]|20)?(\d0)s$/;

/** "1980s", "the '80s", "the nineties". */
export const decade: TimeRule = ({ words }, at) => {
  const start = words[at]?.text === "the" ? at + 1 : at;
  let i = start;
  const edge = /^(?:early|late|mid)$/.test(words[i]?.text ?? "") ? i++ : null;
  if (words[i]?.text === "'" && words[i + 1]?.from === words[i]?.to) i++;
  const text = words[i]?.text ?? "";
  const figures =
    DECADE.exec(text) ?? (words[i + 1]?.text === "'s" && text.endsWith("0") && i > at ? DECADE.exec(`${text}s`) : null);
  if (figures) {
    const end = DECADE.test(text) ? i + 1 : i + 2;
    const [, century, tens] = figures;
    if (century === undefined && i === at) return null;
    // "The 1988s": a 0 at the end makes the decade; "in the 40s" may be degrees.
    if (century === undefined && words[i - 1]?.text !== "'" && !/^[4-9]/.test(tens as string)) return null;
    const value = (century === undefined ? 190 : Number(century) * 10) + Number(tens) / 10;
    return { end, type: "DATE", meaning: date({ parts: { decade: value } }), ...edgeOf(words, edge) };
  }
  const named = DECADES.get(text);
  if (named === undefined || start === at || i > start + 1) return null;
  if (/^(?:his|her|their|my)$/.test(words[at - 1]?.text ?? "")) return null;
  return { end: i + 1, type: "DATE", meaning: date({ parts: { decade: 190 + named } }), ...edgeOf(words, edge) };
};

function edgeOf(words: readonly Word[], at: number | null): Pick<Phrase, "edge"> {
  if (at === null) return {};
  const text = words[at]?.text;
  return { edge: text === "early" ? "start" : text === "late" ? "end" : "middle" };
}

/** "The 20th century", "the nineteenth century", "this century". */
export const century: TimeRule = ({ words }, at) => {
  let i = words[at]?.text === "the" ? at + 1 : at;
  const edge = /^(?:early|late|mid)$/.test(words[i]?.text ?? "") ? i++ : null;
  const which = ordinalAt(words, i);
  if (!which || which.value < 1 || which.value > 30) return null;
  const unit = words[which.end]?.text;
  if (unit !== "century" && unit !== "centuries") return null;
  let end = which.end + 1;
  const bc = /^(?:bc|b\.c\.|bce)$/.test(words[end]?.text ?? "");
  if (bc) return null;
  if (/^(?:ad|a\.d\.|ce)$/.test(words[end]?.text ?? "")) end++;
  return { end, type: "DATE", meaning: date({ parts: { century: which.value - 1 } }), ...edgeOf(words, edge) };
};

/** The grain of a unit's name. */
export function grainOf(unit: string): Grain {
  return (unit === "fortnight" ? "week" : unit) as Grain;
}

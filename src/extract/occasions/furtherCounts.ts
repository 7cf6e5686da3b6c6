import type { Span } from "../../model/span.ts";
import { clauseEnd } from "../silences/clause.ts";
import { type Line, type Stretch, spanOf } from "../silences/line.ts";
import type { Counted } from "./counted.ts";
import { numberOf } from "./vocabulary.ts";

const FIXED: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/**
 * Counts that hang on one before: "“peace” 19 times and “war” 11 times", "to Ukraine six times and to Russia twice", "61 times this year,
 * compared with 34 times last year", "nine times, up from four in 2022".
 */
export function furtherCounts(line: Line, first: Counted, from: number): Counted[] {
  const { words } = line;
  const found: Counted[] = [];
  for (let k = from; k < Math.min(words.length, from + 34); k++) {
    const word = words[k] as string;
    if (/^[;!?]$/.test(word)) break;
    const compared = comparedAt(words, k);
    const listed = compared < 0 && first.of === "term" && /^(?:and|but|,)$/.test(word) ? listedAt(line, k + 1) : null;
    const at = compared >= 0 ? compared : listed?.number;
    if (at === undefined || at < 0) continue;
    const count = countAt(words, at);
    if (count === null) continue;
    const times = words[at + 1] === "times" || words[at] === "not" ? at + 2 : at + 1;
    const end = Math.max(times, clauseEnd(line, times - 1, words.length));
    const begin = listed ? listed.term.from : at;
    found.push({
      ...first,
      span: spanOf(line, { from: begin, to: end }),
      term: listed ? spanOf(line, listed.term) : first.term,
      count,
      bound: "exactly",
      over: overBehind(line, { from: begin, to: end }),
    });
    k = times - 1;
  }
  return found;
}

/** The index of the number behind "compared with", "up from", "against"; -1 where none stands. */
function comparedAt(words: readonly string[], k: number): number {
  const two = `${words[k]} ${words[k + 1]}`;
  const at = /^(?:compared with|compared to|up from|down from)$/.test(two)
    ? k + 2
    : words[k] === "against"
      ? k + 1
      : -1;
  if (at < 0) return -1;
  const number = /^(?:just|only|about|some)$/.test(words[at] ?? "") ? at + 1 : at;
  if (countAt(words, number) === null) return -1;
  // "Compared with 34 deaths" counts something else.
  return FIXED[words[number] ?? ""] !== undefined ||
    /^(?:times|in|last|a|the|during|over|at|on|[.,])$/.test(words[number + 1] ?? ".")
    ? number
    : -1;
}

/** A term in marks, or behind "to", with its own number: "to Russia twice", "“war” 11 times". */
function listedAt({ words, tokens }: Line, from: number): { term: Stretch; number: number } | null {
  let at = from;
  while (/^(?:and|but|to|of|the|word|term|phrase)$/.test(words[at] ?? "")) at++;
  let to = at;
  let term: Stretch;
  if (words[at] === '"' || words[at] === "'") {
    to = at + 1;
    while (to < at + 8 && words[to] !== words[at]) to++;
    if (words[to] !== words[at]) return null;
    term = { from: at + 1, to };
    to++;
  } else {
    while (to < at + 5 && /^\p{Lu}/u.test(tokens[to]?.reads ?? "")) to++;
    term = { from: at, to };
  }
  if (term.to <= term.from) return null;
  if (words[to] === "not" && words[to + 1] === "once") return { term, number: to };
  if (/^(?:only|just|a)$/.test(words[to] ?? "")) to++;
  const isTimes = FIXED[words[to] ?? ""] !== undefined || words[to + 1] === "times";
  return isTimes ? { term, number: to } : null;
}

function countAt(words: readonly string[], at: number): number | null {
  if (words[at] === "not" && words[at + 1] === "once") return 0;
  return FIXED[words[at] ?? ""] ?? numberOf(words[at] ?? "");
}

/** What stands behind the number to the end of its clause, where it tells the occasion or the time: "in nine speeches this year". */
export function overBehind(line: Line, { from, to: end }: Stretch): Span | null {
  const { words } = line;
  let to = end;
  let begin = -1;
  for (let k = from; k < to && begin < 0; k++)
    if (/^(?:times|once|twice|thrice)$/.test(words[k] as string)) begin = k + 1;
  if (begin < 0)
    for (let k = from + 1; k < to && begin < 0; k++)
      if (numberOf(words[k - 1] ?? "") !== null || begin > 0)
        for (let j = k; j < to && begin < 0; j++) if (OVER.test(words[j] as string)) begin = j;
  while (begin < to && words[begin] === ",") begin++;
  const and = words.findIndex((word, k) => k > begin && /^(?:and|but|,|while)$/.test(word));
  if (and > begin) to = Math.min(to, and);
  return begin > 0 && begin < to && OVER.test(words[begin] as string) ? spanOf(line, { from: begin, to }) : null;
}

const OVER = /^(?:in|over|during|since|within|at|this|last|from|between|on|throughout|so)$/;

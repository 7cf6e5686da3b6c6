import type { FoundCount } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Reading } from "../../model/reading.ts";
import { type Span, overlaps } from "../../model/span.ts";
import { tableRows } from "../../text/tables.ts";
import type { Context } from "../proposal.ts";
import { clauseEnd, subjectBefore } from "../silences/clause.ts";
import { type Stretch, type Line, linesOf, spanOf } from "../silences/line.ts";
import { findOccasions } from "./occasions.ts";
import type { Counted } from "./counted.ts";
import { furtherCounts, overBehind } from "./furtherCounts.ts";
import { numberOf } from "./vocabulary.ts";

/**
 * What a report counts: how often somebody used a term ("27 times"), or did something ("four projects in five days"), in the order of
 * the text. Comparisons ("three times as many") and rates ("twice a week") are none.
 */
export function findCounts(context: Context): FoundCount[] {
  const found = countsOf(context.reading);
  if (found.length === 0) return [];
  const occasions = findOccasions(context).flatMap((o) => (o.day === null ? [o.span] : []));
  return found.map(({ clause, ...count }) => {
    const occasion = occasions[indexBehind(occasions, clause.from)];
    return { ...count, occasion: occasion && overlaps(occasion, clause) ? occasion : null };
  });
}

const known = new WeakMap<Reading, readonly Counted[]>();

/** The counts of a reading without their occasions; the refiner that keeps counted terms apart from statements asks, too. */
export function countsOf(reading: Reading): readonly Counted[] {
  const before = known.get(reading);
  if (before) return before;
  const found: Counted[] = [];
  for (const line of linesOf(reading)) {
    let end = 0;
    line.words.forEach((word, i) => {
      if (i < end) return;
      const count = TIMES.has(word) ? timesAt(line, i) : numberOf(word) === null ? null : deedsAt(line, i);
      if (!count) return;
      found.push(count.counted, ...furtherCounts(line, count.counted, i + 1));
      end = count.end;
    });
  }
  known.set(reading, found);
  return found;
}

const spansKnown = new WeakMap<Reading, readonly Span[]>();

/** The spans of `countsOf`, in order; they do not overlap. */
export function countSpans(reading: Reading): readonly Span[] {
  const before = spansKnown.get(reading);
  if (before) return before;
  const spans: Span[] = [];
  for (const { span } of countsOf(reading)) {
    const last = spans.at(-1);
    // "To Ukraine six times and to Russia twice": the second stands within the first.
    if (last && span.from < last.to) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else spans.push(span);
  }
  spansKnown.set(reading, spans);
  return spans;
}

interface CountWords {
  readonly uses: ReadonlySet<string>;
  readonly deeds: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  readonly period: ReadonlySet<string>;
  readonly bounds: readonly { readonly words: readonly string[]; readonly bound: FoundCount["bound"] }[];
}

let loaded: CountWords | null = null;

function countWords(): CountWords {
  if (loaded) return loaded;
  const rows = new Map(tableRows("en/count-words.tsv").map(([name = "", words = ""]) => [name, words.split(" ")]));
  const words = (name: string): ReadonlySet<string> => new Set(rows.get(name));
  loaded = {
    uses: words("uses"),
    deeds: words("deeds"),
    done: words("done"),
    period: words("period"),
    bounds: (rows.get("bounds") ?? []).map((entry) => {
      const [phrase = "", bound = ""] = entry.split("=");
      return { words: phrase.split("_"), bound: bound as FoundCount["bound"] };
    }),
  };
  return loaded;
}

const TIMES = new Set(["times", "once", "twice", "thrice"]);
const FIXED: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** How far before a count its verb stands at most, in words. */
const REACH = 24;

/** "used the term 27 times", "met three times", "not once mentioned", "the word appeared twice". */
function timesAt(line: Line, i: number): { counted: Counted; end: number } | null {
  const { words, tokens } = line;
  // "The Evening Times", "New York Times"
  if (/^\p{Lu}/u.test(tokens[i]?.reads ?? "") && i > 0) return null;
  const word = words[i] as string;
  const at = word === "times" ? i - 1 : i;
  const count = FIXED[word] ?? numberOf(words[at] ?? "");
  if (count === null || count === undefined || at < 0) return null;
  // "three times as many", "twice the size", "four times a year", "at once", "once the vote is over"
  if (
    /^(?:as|a|an|the|more|larger|higher|bigger|greater|faster|his|her|its|their|per|over|champion|that|what|daily|weekly|every|each|how|than|winner)$/.test(
      words[i + 1] ?? "",
    )
  )
    return null;
  const bound = boundBefore(line, at);
  if (word === "once" && !/^(?:only|just)$/.test(words[i - 1] ?? "")) return notOnce(line, i);
  const verb = verbBefore(line, word === "once" ? i - 1 : bound.from);
  if (verb < 0 || /^(?:not|n't)$/.test(words[verb - 1] ?? "")) return null;
  const { uses, deeds } = countWords();
  const name = words[verb] as string;
  const passive = uses.has(name) && /^(?:was|were|been|is|are)$/.test(words[verb - 1] ?? "");
  const term = passive
    ? termInMarks(line, verb - 1)
    : uses.has(name)
      ? termBetween(line, verb, word === "once" ? i - 1 : bound.from)
      : null;
  if (passive && !term) return null;
  if (!term && !PAST.test(name)) return null;
  if (!term && (!deeds.has(name) || words.slice(verb, bound.from).some((w) => /^(?:"|who|that|which|if)$/.test(w))))
    return null;
  return counted(
    line,
    verb,
    { from: bound.from, to: i + 1 },
    count,
    bound.bound,
    term ? "term" : "deed",
    term ?? deedTerm(line, verb, bound.from),
  );
}

/** "Not once did he mention", "did not once use the word": a count of none. */
function notOnce(line: Line, i: number): { counted: Counted; end: number } | null {
  const { words } = line;
  const behind = deniedBefore(line, i);
  if (behind) return behind;
  if (words[i - 1] !== "not" && words[i - 1] !== "never") return null;
  const { uses } = countWords();
  for (let verb = i + 1; verb < Math.min(words.length, i + 8); verb++) {
    if (/^[.,;:!?"]$/.test(words[verb] as string)) return null;
    if (!uses.has(words[verb] as string)) continue;
    const end = clauseEnd(line, verb, words.length);
    const term = termIn(line, { from: verb + 1, to: end });
    if (!term) return null;
    const helper = /^(?:did|has|had|have|does)$/.test(words[i - 2] ?? "") ? i - 2 : i - 1;
    const who = /^(?:did|has|had|have)$/.test(words[i + 1] ?? "")
      ? { from: i + 2, to: verb }
      : subjectBefore(line, helper).subject;
    return made(
      line,
      { from: Math.min(helper, i - 1), to: end },
      0,
      "exactly",
      "term",
      term,
      who && who.to > who.from ? who : null,
    );
  }
  return null;
}

/** "had not uttered the word “peace” even once", "did not mention him once". */
function deniedBefore(line: Line, i: number): { counted: Counted; end: number } | null {
  const { words } = line;
  const to = words[i - 1] === "even" ? i - 1 : i;
  const verb = verbBefore(line, to);
  if (verb < 0 || !countWords().uses.has(words[verb] as string)) return null;
  if (!/^(?:not|n't|never)$/.test(words[verb - 1] ?? "") || !/^(?:did|has|had|have|does)$/.test(words[verb - 2] ?? ""))
    return null;
  const term = termIn(line, { from: verb + 1, to });
  if (!term) return null;
  const end = Math.max(i + 1, clauseEnd(line, i, words.length));
  return made(line, { from: verb - 2, to: end }, 0, "exactly", "term", term, subjectBefore(line, verb - 2).subject);
}

/** "visited at least four projects in five days", "has tested six missiles this year", "visits to four sites". */
function deedsAt(line: Line, i: number): { counted: Counted; end: number } | null {
  const { words } = line;
  const count = numberOf(words[i] as string) as number;
  if (count < 2 || words[i + 1] === "times") return null;
  const { deeds, done, period } = countWords();
  const bound = boundBefore(line, i);
  const before = words[bound.from - 1] ?? "";
  // The thing counted: a plural within three words of the number.
  let noun = i + 1;
  while (noun < i + 4 && /^[\p{L}-]+$/u.test(words[noun] ?? "") && !PLURAL.test(words[noun] ?? "")) noun++;
  // "visits three munitions plants": the last of two plurals is what is counted.
  if (
    PLURAL.test(words[noun] ?? "") &&
    PLURAL.test(words[noun + 1] ?? "") &&
    !period.has(words[noun + 1] as string) &&
    !/^(?:this|us|towards|was|is|has|its|his|as)$/.test(words[noun + 1] as string)
  )
    noun++;
  // "missed four of the board's last six meetings", "replaced nine of 22 ministers"
  const ofAll = words[i + 1] === "of";
  if (ofAll) {
    noun = i + 2;
    while (
      noun < i + 9 &&
      /^(?:[\p{L}\d-]+|'s|')$/u.test(words[noun] ?? "") &&
      !(PLURAL.test(words[noun] ?? "") && numberOf(words[noun - 1] ?? "") !== null)
    )
      noun++;
  }
  const thing = words[noun] ?? "";
  if (
    !PLURAL.test(thing) ||
    period.has(thing) ||
    /^(?:as|its|his|was|is|has|percent|minutes|seconds|miles|metres|meters|dollars|votes|points|kilometres|kilometers|tons|tonnes)$/.test(
      thing,
    )
  )
    return null;
  const visits = before === "to" && done.has(words[bound.from - 2] ?? "") ? bound.from - 2 : -1;
  const verb = deeds.has(before) ? bound.from - 1 : visits;
  if (verb < 0) return null;
  const end = clauseEnd(line, noun, words.length);
  // Only what is counted over a time is a count of doings: "in five days", "this year", "since May".
  let over = ofAll && words.slice(i, noun).includes("last") ? noun : -1;
  for (let k = noun + 1; k < Math.min(end, noun + 9) && over < 0; k++)
    if (
      /^(?:in|within|over|during|this|last|since|so|past)$/.test(words[k] as string) &&
      (words[k] === "since" || isPeriod(line, k + 1))
    )
      over = k;
  if (over < 0) return null;
  return counted(line, verb, { from: bound.from, to: end }, count, bound.bound, "deed", { from: verb, to: noun + 1 });
}

const PLURAL = /^[\p{L}-]+(?<!ou|[sui])s$/u;

function isPeriod({ words }: Line, from: number): boolean {
  const { period } = countWords();
  for (let k = from; k < Math.min(words.length, from + 6); k++)
    if (period.has(words[k] as string) || words[k] === "far" || /^(?:19|20)\d\d$/.test(words[k] as string)) return true;
  return false;
}

/** Where the number begins with its bound, and what the bound makes of it. */
function boundBefore({ words }: Line, at: number): { from: number; bound: FoundCount["bound"] } {
  for (const { words: phrase, bound } of countWords().bounds) {
    const from = at - phrase.length;
    if (from >= 0 && phrase.every((word, k) => words[from + k] === word)) return { from, bound };
  }
  return { from: at, bound: "exactly" };
}

/** Deeds told of: a form in the past. "test" and "visit" may be nouns. */
const PAST = /(?:ed|met|held|struck|wrote|missed)$/;

/** The verb whose doing is counted, before the count in its clause; a term in marks may stand between. */
function verbBefore({ words }: Line, at: number): number {
  const { uses, deeds } = countWords();
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    const word = words[k] as string;
    if (/^[;:.!?,]$/.test(word) || (deeds.has(word) && !uses.has(word) && !PAST.test(word))) return -1;
    if ((uses.has(word) || deeds.has(word)) && !/^(?:to|a|the|his|her|its|their|will|would)$/.test(words[k - 1] ?? ""))
      return k;
  }
  return -1;
}

/** The term used: in marks, or after "the word", or the subject of "appears". */
function termBetween(line: Line, verb: number, to: number): Stretch | null {
  const { words } = line;
  const inside = termIn(line, { from: verb + 1, to });
  if (inside) return inside;
  if (!/^(?:appear|occur|featur)/.test(words[verb] ?? "")) return null;
  return termInMarks(line, verb);
}

/** "The word “peace” appeared", "“Reform” occurs": the marks stand before the verb. */
export function termInMarks({ words }: Line, verb: number): Stretch | null {
  if (words[verb - 1] !== '"' && words[verb - 1] !== "'") return null;
  let open = verb - 2;
  while (open > 0 && open > verb - 10 && words[open] !== words[verb - 1]) open--;
  if (words[open] !== words[verb - 1] || verb - open < 3) return null;
  return open === 0 || /^(?:words?|terms?|phrases?|names?|expression|,|and)$/.test(words[open - 1] ?? "")
    ? { from: open + 1, to: verb - 1 }
    : null;
}

export function termIn({ words }: Line, { from, to }: Stretch): Stretch | null {
  // "mentioned that the dam had burst three times": what is told is counted, not the telling.
  if (words[from] === "that" && !/^(?:word|term|phrase|name)$/.test(words[from + 1] ?? "")) return null;
  let start = from;
  while (
    start < to &&
    /^(?:to|of|about|the|that|word|words|term|phrase|name|terms|phrases|a|an|even|,)$/.test(words[start] as string)
  )
    start++;
  for (const mark of ['"', "'"]) {
    let open = from;
    while (open < to && words[open] !== mark) open++;
    let close = open + 1;
    while (close < to && words[close] !== mark) close++;
    if (close < to && close > open + 1) return { from: open + 1, to: close };
  }
  // "says the clerk refused three times": what is said stands in marks.
  if (/^(?:say|says|said)$/.test(words[from - 1] ?? "")) return null;
  // "trouble using her card": only words are used so often, and a few verbs take nothing else.
  if (start === from && /^(?:use|repeat|name|stress)/.test(words[from - 1] ?? "")) return null;
  let end = start;
  while (
    end < to &&
    /^(?:[\p{L}\p{N}'’-]+|(?:\p{L}\.)+)$/u.test(words[end] as string) &&
    !/^(?:in|on|at|during|and|but|more|at|no|by|when|as|with|even|only|just)$/.test(words[end] as string)
  )
    end++;
  return end > start && end - start <= 6 ? { from: start, to: end } : null;
}

/** The deed in words: "met" with what stands behind it, up to the count. */
function deedTerm(_line: Line, verb: number, to: number): Stretch {
  return { from: verb, to: Math.min(to, verb + 8) };
}

function counted(
  line: Line,
  verb: number,
  count: Stretch,
  number: number,
  bound: FoundCount["bound"],
  of: FoundCount["of"],
  term: Stretch,
): { counted: Counted; end: number } {
  const { words } = line;
  const end = Math.max(count.to, clauseEnd(line, count.to - 1, words.length));
  const helper = /^(?:has|have|had)$/.test(words[verb - 1] ?? "") ? verb - 1 : verb;
  const possessive = words[verb - 1] === "'s" || words[verb - 1] === "'";
  const owner = possessive ? ownerOf(line, verb - 1) : null;
  const isTerm = of === "term" && term.to <= verb;
  const who = owner ?? (isTerm ? null : subjectBefore(line, helper).subject);
  const from = owner ? owner.from : isTerm ? term.from : helper;
  return made(line, { from, to: end }, number, bound, of, term, who);
}

function ownerOf(line: Line, clitic: number): Stretch {
  let from = clitic - 1;
  while (from > 0 && from > clitic - 4 && /^\p{Lu}/u.test(line.tokens[from - 1]?.reads ?? "")) from--;
  return { from: Math.max(0, from), to: clitic };
}

export function made(
  line: Line,
  clause: Stretch,
  count: number,
  bound: FoundCount["bound"],
  of: FoundCount["of"],
  term: Stretch,
  who: Stretch | null,
): { counted: Counted; end: number } {
  const span = spanOf(line, clause);
  return {
    counted: {
      span,
      term: spanOf(line, term),
      count,
      bound,
      of,
      who: who && spanOf(line, who),
      over: overBehind(line, clause),
      clause: { from: line.sentence.from, to: span.to },
    },
    end: clause.to,
  };
}

import type { Pack } from "../../model/pack.ts";
import type { Reading, Sentence } from "../../model/reading.ts";
import type { FoundTime } from "../../model/time.ts";
import { BEGINNINGS, EDGES, HEDGES } from "./lexicon.ts";
import { type Phrase, type Scene, type TimeRule, reads, sceneTables } from "./phrase.ts";
import { clock, clockAt, longest } from "./rules/clocks.ts";
import { deictic, partOfDay, weekday } from "./rules/days.ts";
import { counted } from "./rules/lengths.ts";
import { dayOfMonth, monthDate, numericDate, secondDay } from "./rules/months.ts";
import { eventDay, namedDay } from "./rules/named.ts";
import { quarter, season, theQuarter, yearEarlier } from "./rules/portions.ts";
import { recurring } from "./rules/recurring.ts";
import { reference } from "./rules/references.ts";
import { relativeUnit, spreadOver, theUnit, yearEnd } from "./rules/relative.ts";
import { bareYear, century, decade } from "./rules/years.ts";
import { tenseOf } from "./tense.ts";
import { type Word, wordsOf } from "./words.ts";

/** What reads a time expression; of several that read one the longest counts, of equals the first. */
const RULES: readonly TimeRule[] = [
  numericDate,
  clock,
  monthDate,
  secondDay,
  dayOfMonth,
  namedDay,
  weekday,
  deictic,
  partOfDay,
  eventDay,
  season,
  quarter,
  recurring,
  counted,
  relativeUnit,
  yearEnd,
  yearEarlier,
  theQuarter,
  theUnit,
  century,
  decade,
  bareYear,
  reference,
];

/** The time expressions of a reading, in order; they do not overlap. Nothing is dated yet. */
export function findTimes(reading: Reading, packs: readonly Pack[]): FoundTime[] {
  const tables = sceneTables(packs);
  return reading.sentences.flatMap((sentence, index) => inSentence(reading, sentence, index, tables));
}

function inSentence(reading: Reading, sentence: Sentence, index: number, tables: Omit<Scene, "words">): FoundTime[] {
  const words = wordsOf(reading, sentence);
  const block = reading.document.blocks[sentence.block]?.kind ?? "paragraph";
  const scene: Scene = { words, ...tables };
  const found: FoundTime[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = mayBegin(scene, at) ? expressionAt(scene, at) : null;
    if (!phrase) {
      at++;
      continue;
    }
    const first = words[at] as Word;
    const last = words[phrase.end - 1] as Word;
    found.push({
      span: { from: first.from, to: last.to },
      type: phrase.type,
      meaning: phrase.meaning,
      clock: phrase.clock ?? null,
      edge: phrase.edge ?? null,
      approximate: phrase.approximate ?? false,
      tense: tenseOf(words, at, phrase.end, block),
      preposition: prepositionBefore(words, at, phrase.end),
      sentence: index,
    });
    at = phrase.end;
  }
  return found;
}

const FIGURE = /^[\d½¼¾]/;

/** Whether the word is one with which a time expression or what qualifies it begins: most are not. */
function mayBegin({ words, days, eras }: Scene, at: number): boolean {
  const { text } = words[at] as Word;
  return (
    BEGINNINGS.has(text) ||
    HEDGES.has(text) ||
    EDGES.has(text) ||
    QUALIFIERS.has(text) ||
    FIGURE.test(text) ||
    days.has(text) ||
    eras.has(text)
  );
}

const QUALIFIERS = new Set([
  "more",
  "less",
  "fewer",
  "longer",
  "no",
  "up",
  "close",
  "at",
  "sometime",
  "earlier",
  "later",
]);

/** So many words behind an opening "until" its clause has its verb. */
const REACH = 12;

const PREPOSITIONS = new Set(
  "on in at by until till through from since before after during for of to over within between about around throughout as than and".split(
    " ",
  ),
);

function prepositionBefore(words: readonly Word[], at: number, end: number): string {
  // "Until Thursday, they had not named him", "by Monday morning, the ritual had begun": told of what was.
  const isOpening = at === 1 && /^(?:,|'s)$/.test(words[end]?.text ?? "");
  if (isOpening && words.slice(end, end + REACH).some(({ text }) => /^(?:had|was|were|did)$/.test(text))) return "";
  const before = words[at - 1]?.text ?? "";
  // "As soon as Tuesday" is a bound too.
  if (before === "as" && /^(?:soon|early)$/.test(words[at - 2]?.text ?? "")) return "until";
  return PREPOSITIONS.has(before) ? before : "";
}

/** The longest expression that begins at word `at`, with what qualifies it in front. */
function expressionAt(scene: Scene, at: number): Phrase | null {
  const plain = withClock(scene, coreAt(scene, at));
  const qualified = qualifiedAt(scene, at);
  return longest([plain, qualified]);
}

function coreAt(scene: Scene, at: number): Phrase | null {
  if (at >= scene.words.length) return null;
  let best: Phrase | null = null;
  for (const rule of RULES) {
    const phrase = rule(scene, at);
    if (phrase && (!best || phrase.end > best.end)) best = phrase;
  }
  best = withEra(scene, best);
  const spread = spreadOver(scene.words, at);
  if (spread) {
    const inner = longest([monthDate(scene, spread.inner), namedDay(scene, spread.inner)]);
    if (
      inner?.meaning.kind === "date" &&
      (inner.meaning.parts.day !== undefined || inner.meaning.parts.holiday !== undefined)
    )
      return { ...inner, meaning: { ...inner.meaning, spread: spread.spread } };
  }
  return best;
}

/** "February 2, Juche 70", "November Juche 36": the year of an era behind a date. */
function withEra({ words, eras }: Scene, phrase: Phrase | null): Phrase | null {
  if (phrase?.meaning.kind !== "date" || phrase.clock) return phrase;
  const { meaning, end } = phrase;
  if (meaning.parts.month === undefined || meaning.parts.year !== undefined || meaning.shift) return phrase;
  const at = words[end]?.text === "," ? end + 1 : end;
  const first = eras.get(words[at]?.text ?? "");
  const number = words[at + 1]?.text ?? "";
  if (first === undefined || !/^\d{1,3}$/.test(number)) return phrase;
  const parts = { ...meaning.parts, year: first + Number(number) - 1 };
  return { ...phrase, end: at + 2, meaning: { ...meaning, from: "calendar", parts } };
}

/** "Thursday at 10 p.m.", "7 May, 10:30 GMT". */
function withClock(scene: Scene, phrase: Phrase | null): Phrase | null {
  if (!phrase || phrase.clock || phrase.meaning.kind !== "date") return phrase;
  const { parts, shift } = phrase.meaning;
  if (parts.day === undefined && parts.weekday === undefined && shift?.unit !== "day") return phrase;
  const { words } = scene;
  if (words[phrase.end]?.text !== "at") return phrase;
  const behind = clockAt(words, phrase.end + 1);
  if (!behind) return phrase;
  const whole = clock(scene, phrase.end + 1);
  return { ...phrase, end: whole?.end ?? behind.end, type: "TIME", clock: whole?.clock ?? behind.clock };
}

/** "Nearly", "at least", "more than": no more of them stand before one time. */
const DEEPEST = 2;

/** What stands in front: "early", "the end of", "nearly", "at least", "earlier". */
function qualifiedAt(scene: Scene, at: number, depth = 0): Phrase | null {
  const { words } = scene;
  if (depth > DEEPEST) return null;
  const hedge = hedgeAt(words, at);
  if (hedge !== null) {
    const inner = longest([withClock(scene, coreAt(scene, hedge)), qualifiedAt(scene, hedge, depth + 1)]);
    if (!inner || !takesHedge(words, at, inner)) return null;
    return { ...inner, approximate: true };
  }
  const edge = edgeAt(words, at);
  if (!edge) return null;
  const inner = withClock(scene, coreAt(scene, edge.end));
  if (!inner || inner.meaning.kind !== "date") return null;
  if (
    edge.wide &&
    inner.meaning.from !== "calendar" &&
    Object.keys(inner.meaning.parts).length === 0 &&
    inner.meaning.shift === null
  )
    return null;
  return { ...inner, edge: edge.edge ?? inner.edge ?? null, approximate: inner.approximate ?? false };
}

/** The word behind what makes a number or a date inexact, or null. */
function hedgeAt(words: readonly Word[], at: number): number | null {
  const text = words[at]?.text;
  if (text === undefined) return null;
  if (HEDGES.has(text) && text !== "just" && text !== "only" && text !== "barely" && text !== "fully") return at + 1;
  if ((text === "more" || text === "less" || text === "fewer" || text === "longer") && words[at + 1]?.text === "than")
    return at + 2;
  if (reads(words, at, "no", "more", "than") || reads(words, at, "no", "less", "than")) return at + 3;
  if (
    reads(words, at, "at", "least") ||
    reads(words, at, "at", "most") ||
    reads(words, at, "up", "to") ||
    reads(words, at, "close", "to")
  )
    return at + 2;
  return null;
}

/** "Over the past year" and "over Christmas" leave "over" outside; "over a week" takes it in. */
function takesHedge(words: readonly Word[], at: number, inner: Phrase): boolean {
  const text = words[at]?.text as string;
  if (text === "over" || text === "under" || text === "up" || text === "some") {
    const next = words[text === "up" ? at + 2 : at + 1]?.text ?? "";
    return inner.type === "DURATION" && next !== "the" && !/^(?:last|past|next|coming|these|several)$/.test(next);
  }
  if (text === "around" && inner.meaning.kind === "date" && inner.meaning.parts.weekday !== undefined) return false;
  if (text === "about" && inner.type === "DATE") {
    // "Fears about the future", "talk about today".
    if (/^(?:ago|earlier|later)$/.test(words[inner.end - 1]?.text ?? "")) return true;
    return (
      inner.meaning.kind === "date" &&
      inner.meaning.from === "calendar" &&
      /^(?:in|since|by|from)$/.test(words[at - 1]?.text ?? "")
    );
  }
  return inner.meaning.kind !== "fixed" || inner.meaning.value === "PAST_REF";
}

interface Edge {
  readonly edge: FoundTime["edge"];
  readonly end: number;
  /** It may stand before anything: "sometime". */
  readonly wide: boolean;
}

/** "Early", "late", "mid-", "the end of", "earlier", "later", "sometime" before a date. */
function edgeAt(words: readonly Word[], at: number): Edge | null {
  const text = words[at]?.text;
  if (text === "sometime") return { edge: null, end: words[at + 1]?.text === "in" ? at + 2 : at + 1, wide: true };
  if (text === "earlier" || text === "later") {
    const end = words[at + 1]?.text === "in" || words[at + 1]?.text === "on" ? at + 2 : at + 1;
    return { edge: text === "earlier" ? "start" : "end", end, wide: false };
  }
  if (text === "early" || text === "late" || text === "mid") {
    const end = words[at + 1]?.text === "in" || words[at + 1]?.text === "on" ? at + 2 : at + 1;
    return { edge: EDGES.get(text) as Edge["edge"], end, wide: false };
  }
  const start = text === "the" || text === "a" ? at + 1 : at;
  let i = start;
  if (/^(?:very|good|better|first|second|last|latter|early|greater)$/.test(words[i]?.text ?? "")) i++;
  const named = EDGES.get(words[i]?.text ?? "");
  if (named === undefined || words[i + 1]?.text !== "of" || (i === start && start === at)) return null;
  if (named === "half" && i === start) return null;
  const edge = named === "half" || named === "part" || named === "rest" ? null : (named as Edge["edge"]);
  return { edge, end: i + 2, wide: false };
}

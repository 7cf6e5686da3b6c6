import { indexBehind } from "../../model/outermost.ts";
import { type Span, overlaps } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { tableRows } from "../../text/tables.ts";
import type { Moment } from "./moments.ts";
import type { PlacedTime } from "./placed.ts";
import { inWords, timexOf } from "./values.ts";

const WORDS = new Map(
  tableRows("en/gatherings.tsv").map(([name = "", words = ""]) => [name, new Set(words.split(" "))]),
);

export function eventWords(name: "gathering" | "opening" | "begins" | "carries"): ReadonlySet<string> {
  return WORDS.get(name) as ReadonlySet<string>;
}

/** Words that count a day of an event: "the third day of the congress". */
interface CountedDay {
  readonly span: Span;
  readonly day: number;
  readonly event: Span;
  readonly sentence: number;
}

/** One event of the report whose days are counted, with the date of its first day where one of its days is dated. */
export interface CountedEvent {
  /** In small letters: the kinds of it ("congress", "conference"). */
  readonly nouns: ReadonlySet<string>;
  /** The capitalised words of its names. */
  readonly names: ReadonlySet<string>;
  readonly first: Moment | null;
  /** How the first day is known: which words are dated, and to when. */
  readonly steps: readonly string[];
}

interface Draft {
  readonly nouns: Set<string>;
  readonly names: Set<string>;
  readonly days: CountedDay[];
  readonly dated: { readonly day: CountedDay; readonly moment: Moment; readonly steps: readonly string[] }[];
}

const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function dayName(day: number): string {
  return day === -1 ? "the last day" : day > 0 && day < ORDINALS.length ? `the ${ORDINALS[day]} day` : `day ${day}`;
}

/**
 * Dates the counted days of events: one day of an event that the report dates fixes all its others. Two that disagree fix none.
 * Gives the events, and the times with their values.
 */
export function eventDays(
  found: Found,
  placed: readonly PlacedTime[],
): { placed: PlacedTime[]; events: CountedEvent[] } {
  const { text } = found.document;
  const drafts: Draft[] = [];
  const ofDay = new Map<CountedDay, Draft>();
  const dates = datesBySentence(placed);
  for (const day of countedDays(found, placed)) {
    const draft = draftOf(text, day.event, drafts);
    if (!draft) continue;
    draft.days.push(day);
    ofDay.set(day, draft);
    const beside = dateBeside(text, day, dates.get(day.sentence) ?? []);
    if (beside) draft.dated.push({ day, moment: beside.moment as Moment, steps: beside.time.steps });
  }
  for (const draft of drafts) begins(found, draft, dates);
  const firsts = new Map(drafts.map((draft) => [draft, eventOf(text, draft)] as const));
  const bySpan = new Map(
    [...ofDay].map(([day, draft]) => [`${day.span.from}-${day.span.to}`, { day, draft }] as const),
  );
  const out = placed.map((p): PlacedTime => {
    const { span, meaning } = p.found;
    const counted = meaning.kind === "event-day" ? bySpan.get(`${span.from}-${span.to}`) : undefined;
    if (!counted) return p;
    const { day, draft } = counted;
    const own = draft.dated.find((d) => d.day === day);
    const event = firsts.get(draft) as CountedEvent;
    // The last day is known where it is dated itself; a counted day only where all that is dated agrees.
    const when = day.day > 0 ? dayAfter(event, day.day, own !== undefined) : own;
    return when ? dated(p, when.moment, when.steps) : p;
  });
  return { placed: out, events: [...firsts.values()] };
}

function dated(p: PlacedTime, moment: Moment, steps: readonly string[]): PlacedTime {
  const value = timexOf(moment);
  return {
    found: p.found,
    moment,
    time: { ...p.time, timex: { type: "DATE", value }, edtf: value, basis: "derived", steps },
  };
}

/** The date of a counted day, from that of the first. */
export function dayAfter(
  event: CountedEvent,
  day: number,
  isOwn = false,
): { readonly moment: Moment; readonly steps: readonly string[] } | null {
  if (!event.first || day < 1) return null;
  const moment: Moment = { grain: "day", at: event.first.at + day - 1 };
  return { moment, steps: isOwn ? event.steps : [...event.steps, `so ${dayName(day)} is ${inWords(moment)}`] };
}

function eventOf(text: string, draft: Draft): CountedEvent {
  const { nouns, names } = draft;
  const firsts = new Set<number>();
  for (const { day, moment } of draft.dated) if (day.day > 0) firsts.add(moment.at - day.day + 1);
  const [at] = firsts;
  const basis = draft.dated.find(({ day }) => day.day > 0);
  if (firsts.size !== 1 || at === undefined || !basis) return { nouns, names, first: null, steps: [] };
  return {
    nouns,
    names,
    first: { grain: "day", at },
    steps: [
      ...basis.steps,
      `${dayName(basis.day.day)} of ${wordsOf(text, basis.day.event)} is ${inWords(basis.moment)}`,
    ],
  };
}

/** The words that name an event, on one line. */
function wordsOf(text: string, { from, to }: Span): string {
  return text.slice(from, to).replace(/\s+/g, " ");
}

/** Counted days as the grammar and the occasions have them, in order. */
function countedDays(found: Found, placed: readonly PlacedTime[]): CountedDay[] {
  const days: CountedDay[] = [];
  for (const { found: time } of placed)
    if (time.meaning.kind === "event-day")
      days.push({ span: time.span, day: time.meaning.day, event: time.meaning.event, sentence: time.sentence });
  const spans = days.map(({ span }) => span);
  for (const { span, day } of found.occasions) {
    if (day === null) continue;
    const beside = spans[indexBehind(spans, span.from)];
    if (beside && overlaps(beside, span)) continue;
    days.push({ span, day, event: span, sentence: indexBehind(found.sentences, span.from) });
  }
  return days.toSorted((a, b) => a.span.from - b.span.from);
}

function datesBySentence(placed: readonly PlacedTime[]): Map<number, PlacedTime[]> {
  const dates = new Map<number, PlacedTime[]>();
  for (const p of placed) {
    if (p.moment?.grain !== "day" || p.found.meaning.kind !== "date") continue;
    const list = dates.get(p.found.sentence);
    if (list) list.push(p);
    else dates.set(p.found.sentence, [p]);
  }
  return dates;
}

/**
 * The date that a sentence gives a counted day: its only date of a day, said without "until", "since" or the like, and not that of
 * the report being carried ("reported on Friday").
 */
function dateBeside(text: string, { span }: CountedDay, dates: readonly PlacedTime[]): PlacedTime | null {
  const fit = dates.filter(
    (p) =>
      !overlaps(p.found.span, span) &&
      (p.found.preposition === "" || p.found.preposition === "on") &&
      p.found.tense !== "future" &&
      !isCarried(text, p.found.span) &&
      !isParted(text, span, p.found.span) &&
      !isOpening(text, p.found.span),
  );
  return fit.length === 1 ? (fit[0] as PlacedTime) : null;
}

/** "Spoke on the last day of the congress, days after she said on Friday": the date of another deed. */
function isParted(text: string, one: Span, other: Span): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return /\b(?:after|before|since|when|while)\b/.test(text.slice(first.to, second.from));
}

const REACH = 40;

/** No report counts the days of more; hostile text would. */
const MOST_EVENTS = 40;

/** Whether the words just before a date carry a report: "reported on Thursday", "carried by the agency on Friday". */
function isCarried(text: string, { from }: Span): boolean {
  const before = text.slice(Math.max(0, from - REACH), from).toLowerCase();
  const words = before.split(/[^\p{L}']+/u).filter((word) => word !== "");
  return (
    words.slice(-4).some((word) => eventWords("carries").has(word)) &&
    !/[.;,]/.test(before.slice(before.lastIndexOf(words.at(-4) ?? "")))
  );
}

/** "On the third day of the congress, which opened on Sunday": the day of the opening. */
function isOpening(text: string, { from }: Span): boolean {
  const word = /\b(\p{L}+)\s+(?:on\s+)?(?:last\s+)?$/u.exec(text.slice(Math.max(0, from - REACH), from))?.[1];
  return word !== undefined && eventWords("begins").has(word.toLowerCase());
}

/** "The congress opened on Tuesday": its first day. */
function begins(
  { document: { text }, sentences }: Found,
  draft: Draft,
  dates: ReadonlyMap<number, readonly PlacedTime[]>,
): void {
  const place = draft.days[0];
  if (!place) return;
  for (const [index, list] of dates)
    for (const p of list) {
      const sentence = sentences[index] as Span;
      const before = text.slice(Math.max(sentence.from, p.found.span.from - 80), p.found.span.from).toLowerCase();
      const words = before.split(/[^\p{L}']+/u).filter((word) => word !== "");
      if (words.at(-1) === "on") words.pop();
      if (!eventWords("begins").has(words.at(-1) ?? "") || !words.slice(-8).some((word) => draft.nouns.has(word)))
        continue;
      draft.dated.push({
        day: { ...place, day: 1, span: p.found.span },
        moment: p.moment as Moment,
        steps: p.time.steps,
      });
    }
}

/** The event some words name: the one before with a name in common, or a gathering without a name of its own. */
function draftOf(text: string, event: Span, drafts: Draft[]): Draft | null {
  const { nouns, names, isPronoun } = namesOf(text.slice(event.from, event.to));
  const isGathering = [...nouns].some((noun) => eventWords("gathering").has(noun));
  const same = drafts.findLast((draft) => {
    if (isPronoun) return true;
    const alike =
      [...nouns].some((noun) => draft.nouns.has(noun)) ||
      (isGathering && [...draft.nouns].some((noun) => eventWords("gathering").has(noun)));
    if (!alike) return false;
    return names.size === 0 || draft.names.size === 0 || [...names].some((name) => draft.names.has(name));
  });
  if (!same) {
    if (drafts.length === MOST_EVENTS) return null;
    const draft: Draft = { nouns: new Set(nouns), names: new Set(names), days: [], dated: [] };
    drafts.push(draft);
    return draft;
  }
  for (const noun of nouns) same.nouns.add(noun);
  for (const name of names) same.names.add(name);
  return same;
}

/** The noun and the capitalised words of an event's name: "the Congress of the Workers' Party" is a congress. */
export function namesOf(words: string): {
  readonly nouns: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly isPronoun: boolean;
} {
  const all = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  const gatherings = all.map((word) => word.toLowerCase()).filter((word) => eventWords("gathering").has(word));
  const names = new Set(
    all.filter(
      (word) =>
        /^\p{Lu}/u.test(word) && !/^(?:The|A|An)$/.test(word) && !eventWords("gathering").has(word.toLowerCase()),
    ),
  );
  const last = all.at(-1)?.toLowerCase();
  const nouns = new Set(gatherings.length > 0 ? gatherings.slice(-1) : last === undefined ? [] : [last]);
  return { nouns, names, isPronoun: /^(?:its|their)$/.test(words) };
}

import type { FoundOccasion, Occasion } from "../../model/entries.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { type Time, type When, UNKNOWN_TIME } from "../../model/time.ts";
import type { People } from "../people/people.ts";
import { occasionTimes } from "../times/occasionTimes.ts";

export interface OccasionContext {
  readonly people: People;
  readonly times: readonly Time[];
}

/** Mentions of one occasion, while they are gathered. */
interface Gathered {
  /** The noun all mentions share, plenum and plenary session being one. */
  readonly noun: string;
  /** Which day of another, by its index; null for an occasion of its own. */
  readonly dayOf: { readonly index: number; readonly day: number } | null;
  readonly names: Set<string>;
  /** The pronoun it was owned by: "his speech". */
  owner: string;
  known: FoundOccasion["known"];
  /** What it is like: "emergency", "cabinet"; with its day, where one is told. */
  readonly traits: Set<string>;
  day: string | null;
  readonly mentions: FoundOccasion[];
}

/**
 * Joins the mentions of one occasion: the same noun, and names that do not contradict; "the congress" is the congress named before, "a
 * speech" a new one. An occasion is named by its fullest mention, and dated where a pack dates it or
 * the report dates a mention. Offsets in `Document.text`.
 */
export function resolveOccasions(reading: Found, { times }: OccasionContext): Occasion[] {
  const { document, occasions: found } = reading;
  const { text } = document;
  const dated = occasionTimes(reading, times);
  const gathering: Gathering = { gathered: [], latest: new Map(), large: [], days: new Map(), dated };
  const { gathered } = gathering;
  for (let i = 0; i < found.length; i++) {
    const first = found[i] as FoundOccasion;
    // A day stands right before the event it is of.
    const event = first.day === null ? first : (found[i + 1] as FoundOccasion);
    if (first.day !== null) i++;
    const index = gather(text, event, gathering);
    if (first.day !== null) gatherDay(first, index, gathering);
  }
  return gathered.map((g, index): Occasion => {
    const fullest = fullestOf(text, g);
    const own = g.known?.name ?? wordsAt(text, fullest.span);
    const event = g.dayOf ? gathered[g.dayOf.index] : undefined;
    const eventName = event ? (event.known?.name ?? wordsAt(text, fullestOf(text, event).span)) : "";
    return {
      id: `o${index + 1}`,
      name: g.dayOf ? dayName(wordsAt(text, fullest.span), eventName) : own,
      span: fullest.span,
      mentions: g.mentions.map((m) => m.span),
      when: whenOf(g, dated),
      status: g.mentions.find((m) => m.status !== null)?.status ?? null,
    };
  });
}

interface Gathering {
  readonly gathered: Gathered[];
  /** The last ones of each noun, by index. */
  readonly latest: Map<string, number[]>;
  /** Events that "the conference" may mean, by index. */
  readonly large: number[];
  readonly days: Map<string, Gathered>;
  readonly dated: (occasion: FoundOccasion) => When;
}

const PLENARY = /^plen(?:ary|um|ary session|ary meeting)$/;
const BRIEFING = /^(?:press|news) conference$/;

function nounKey(text: string, { noun, span }: FoundOccasion): string {
  if (PLENARY.test(noun) || (/^(?:session|meeting)$/.test(noun) && /\bplenary\b/i.test(wordsAt(text, span))))
    return "plenary";
  return BRIEFING.test(noun) ? "news conference" : noun;
}

/** How many earlier occasions of one noun are looked at: more are another story. */
const REACH = 12;

function gather(text: string, mention: FoundOccasion, { gathered, latest, large, dated }: Gathering): number {
  const noun = nounKey(text, mention);
  const names = namesIn(text, mention.span, noun);
  const traits = traitsIn(text, mention.span, noun);
  const day = dated(mention).edtf;
  const determiner = determinerBefore(text, mention.span.from);
  const others = latest.get(noun) ?? [];
  let index = -1;
  for (const at of others.slice(-REACH).toReversed()) {
    const other = gathered[at] as Gathered;
    if (!joins(names, determiner, mention, other) || differs(traits, other) || isOtherDay(day, other.day)) continue;
    index = at;
    break;
  }
  // "the conference" in a report of one congress is that congress.
  if (index < 0 && names.size === 0 && determiner === "the" && GENERAL.test(noun) && large.length === 1)
    index = large[0] as number;
  if (index < 0) {
    index = gathered.length;
    gathered.push({
      noun,
      dayOf: null,
      names,
      owner: OWNED.test(determiner) ? determiner : "",
      known: mention.known,
      traits,
      day,
      mentions: [mention],
    });
    latest.set(noun, [...others, index].slice(-REACH));
    if (LARGE.test(noun)) large.push(index);
    return index;
  }
  const g = gathered[index] as Gathered;
  for (const name of names) g.names.add(name);
  for (const trait of traits) g.traits.add(trait);
  g.day ??= day;
  g.known ??= mention.known;
  g.mentions.push(mention);
  return index;
}

/** Words for an event of any kind, and events of several days that they may stand for. */
const GENERAL = /^(?:conference|meeting|gathering|session|forum|congress|convention)$/;
const LARGE = /^(?:congress|conference|convention|plenary|summit|forum)$/;

const OWNED = /^(?:his|her|its|their)$/;

function joins(names: ReadonlySet<string>, determiner: string, mention: FoundOccasion, other: Gathered): boolean {
  if (mention.known && other.known) return mention.known.name === other.known.name;
  if (names.size === 0) {
    // "a speech" is a new one, "his" and "her" speech are two.
    if (/^(?:a|an|another|)$/.test(determiner)) return false;
    return !OWNED.test(determiner) || other.owner === "" || other.owner === determiner;
  }
  if (other.names.size === 0) return determiner !== "a" && determiner !== "another" && !OWNED.test(other.owner);
  const [few, many] = names.size <= other.names.size ? [names, other.names] : [other.names, names];
  return [...few].every((name) => many.has(name));
}

/** "The cabinet meeting" and "the emergency meeting" are two. */
function differs(one: ReadonlySet<string>, { traits, names }: Gathered): boolean {
  return (
    one.size > 0 && traits.size + names.size > 0 && [...one].every((trait) => !traits.has(trait) && !names.has(trait))
  );
}

/** Two days that exclude each other; what goes on has no end to compare. */
function isOtherDay(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one.includes("/") || other.includes("/")) return false;
  return !one.startsWith(other) && !other.startsWith(one);
}

/** The small words before an occasion's noun that tell it from others: "cabinet", "year-end"; not how it was. */
function traitsIn(text: string, span: Span, noun: string): Set<string> {
  const words = text.slice(span.from, span.to).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const head = words.findIndex((word) => word.toLowerCase() === noun.split(" ")[0] || /^(?:plen|session)/i.test(word));
  return new Set(
    words
      .slice(0, Math.max(0, head))
      .filter((word) => /^\p{Ll}/u.test(word) && !MANNER.test(word) && !/['’]s?$/.test(word) && !ORDINAL.test(word)),
  );
}

const MANNER =
  /^(?:same|press|news|plenary|enlarged|long|short|brief|recent|last|next|this|week|night|morning|afternoon|evening|year|month|televised|rare|regular|daily|weekly|key|major|big|crucial|historic|important|high-level|long-awaited|special|closed-door|heated|fiery|rambling|tense|two-day|three-day|four-day|five-day|[a-z]+-(?:hour|minute|day)|lengthy|first|national|public|virtual|live|planned|upcoming|the|joint|separate|ongoing|current|of|full|whole|entire|new|late|earlier|and|stalled|proposed|scheduled|day|opening|closing|final)$/;

/** The names, numbers and ordinals in a mention, in lower case; what it is called by, not what it is like. */
function namesIn(text: string, span: Span, noun: string): Set<string> {
  const heads = new Set([...noun.split(" "), "plenary", "session", "meeting", "plenum", "address"]);
  const words = text.slice(span.from, span.to).match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? [];
  return new Set(
    words
      .filter((word) => /^[\p{Lu}\p{N}]/u.test(word) || ORDINAL.test(word))
      .map((word) => word.toLowerCase())
      .filter((word) => !heads.has(word) && !DAY.test(word) && word !== "the"),
  );
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/;
const DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The word before a mention, where it is a determiner; "" where none stands. */
function determinerBefore(text: string, at: number): string {
  const word = /([\p{L}’']+)\s+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1]?.toLowerCase() ?? "";
  return /^(?:the|a|an|another|his|her|its|their|this|that)$/.test(word)
    ? word.startsWith("th") && word !== "their"
      ? "the"
      : word
    : "";
}

function gatherDay(mention: FoundOccasion, index: number, { gathered, days }: Gathering): void {
  const day = mention.day as number;
  const key = `${index} ${day}`;
  const other = days.get(key);
  if (other) {
    other.mentions.push(mention);
    return;
  }
  const fresh: Gathered = {
    noun: "day",
    dayOf: { index, day },
    names: new Set(),
    owner: "",
    known: null,
    traits: new Set(),
    day: null,
    mentions: [mention],
  };
  days.set(key, fresh);
  gathered.push(fresh);
}

/** "third day of the" before the event's own name. */
function dayName(words: string, event: string): string {
  const of = words.indexOf(" of ");
  return of < 0 ? words : `${words.slice(0, of)} of the ${event.replace(/^the\s+/i, "")}`;
}

/** The mention with most names, then most words; the first of several. */
function fullestOf(text: string, { noun, mentions }: Gathered): FoundOccasion {
  const weight = (m: FoundOccasion): number =>
    namesIn(text, m.span, noun).size * 100 + Math.min(99, wordsAt(text, m.span).split(" ").length);
  return mentions.reduce((best, m) => (weight(m) > weight(best) ? m : best));
}

function wordsAt(text: string, { from, to }: Span): string {
  return text.slice(from, to).replace(/[\s\u00a0]+/g, " ");
}

/** A pack's date first; else the first mention that the report dates. */
function whenOf({ known, mentions }: Gathered, dated: (occasion: FoundOccasion) => When): When {
  const [dates, second] = known?.dates ?? [];
  if (known && dates && !second && dates.from !== null)
    return {
      edtf: dates.to === dates.from ? dates.from : `${dates.from}/${dates.to ?? ".."}`,
      basis: "derived",
      steps: [`the pack dates ${known.name}`],
    };
  for (const mention of mentions) {
    const when = dated(mention);
    // "A summit scheduled for July was postponed": of which year is open.
    if (when.edtf !== null && !(mention.status === "cancelled" && /^\d{4}-\d\d$/.test(when.edtf))) return when;
  }
  return UNKNOWN_TIME;
}

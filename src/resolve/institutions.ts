import type { Field } from "./field.ts";
import { isGivenName, kindsOf } from "./tables.ts";

/** Names of institutions are no longer than this, in words. */
const LONGEST = 40;

const CAPITAL = /^["“‘'(]?\p{Lu}/u;
/** Small words that hold a name together. */
const LINK = /^(?:of|for|and|the|with|against|about|to|on|in|&|de|du|des|la|del)$/;
/** What the name may go on with right behind its head noun. */
const LINKS_HEAD = /^(?:of|for|with|against|to|on|de|du|des|del|&)$/;
/** "south Korean", "the north side": small letters before a name of the same place. */
const QUARTER = /^(?:south|north|east|west)(?:ern)?$/;
/** "in the 21st Century", "the June 15 Declaration" */
const ORDINAL = /^\d+(?:st|nd|rd|th)?$/;
/** What may follow a whole name inside the phrase that holds it. */
const FOLLOWS =
  /^(?:,.*|\(.*|in|at|on|from|under|by|near|with|to|for|during|after|before|who|which|that|whose|led|headed|based|said|says|[–—-]+)$/;
/** Small words that no complement goes over: what stands behind them tells of an act or an occasion. */
const STOPS =
  /^(?:who|which|that|whose|in|at|from|by|during|after|before|under|its|his|her|their|our|this|a|an|said|says|when|where|while|as|first|second|last|time|allegedly|\p{Ll}+ly)$/u;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\p{Ll}*|\.))[,.]?$/u;

/**
 * The whole name of an institution at the head of a phrase without its article: "South Office of the Alliance for the
 * Union of Tarvia" and not "South Office", "Council for Checking the Dams of the North" and not "Council". Null where the
 * phrase begins with none, or goes on to somebody else ("Bank of Tarvia Governor Eva Moss").
 */
export function institutionIn(bare: string, field: Field): string | null {
  const words = bare.split(" ").slice(0, LONGEST);
  const head = headEnd(words, field);
  if (head === 0) return null;
  // "the Dike Union, the Harbour Board and other public bodies": they speak as one.
  if (AND_OTHERS.test(bare) && words.join(" ") === bare) return bare;
  const first = words.slice(0, head).join(" ");
  // "Tarvia's Ministry", "Ostrel's parliament": whose it is stands before the name.
  for (let i = 1; i <= Math.min(3, head - 1); i++) {
    const owner = words.slice(0, i).join(" ");
    if (/['’]s?$/.test(owner) && field.named(owner.replace(/['’]s?$/, "")).some(({ kind }) => kind === "state"))
      return null;
  }
  const end = complementEnd(words, head);
  if (end === head && !/ and |, /.test(first) && markedEnd(words, end) === end) return null;
  const rest = words[end];
  if (
    rest !== undefined &&
    markedEnd(words, end) === end &&
    !FOLLOWS.test(rest) &&
    !(words[end - 1] as string).endsWith(",") &&
    !isAnd(words, end)
  )
    return null;
  if (titleBehind(words, head, end) > 0) return null;
  // "the Board and two other bodies": they speak as one.
  const others =
    words[end] === "and" && /^(?:two|three|four|five|six|\d+|several|many|other|others)$/.test(words[end + 1] ?? "");
  if (others) return words.join(" ").replace(/[,;:.]$/, "");
  const marked = markedEnd(words, end);
  const name = [first, ...words.slice(head, marked)].join(" ").replace(/[,;:.]$/, "");
  return name.replace(/ \((?:\p{Lu}{2,}|\p{Lu}\p{L}+)\)$/u, "").replace(/(?<=C\.C)$/, ".");
}

/** "Social Federation “For Clean Water”": where a name in marks ends that stands right behind; `end` where none does. */
function markedEnd(words: readonly string[], end: number): number {
  if (end === 0 || !/^["“]\p{Lu}/u.test(words[end] ?? "") || (words[end - 1] as string).endsWith(",")) return end;
  const last = words.findIndex((word, i) => i >= end && /["”],?$/.test(word));
  return last >= 0 && last - end < 12 ? last + 1 : end;
}

/** "Bank of Tarvia Governor Eva Moss": from the office on, where an institution with what it is of stands before it; else the words themselves. */
export function fromOfficeOn(bare: string, field: Field): string {
  const words = bare.split(" ").slice(0, LONGEST);
  const head = headEnd(words, field);
  const end = head === 0 ? 0 : complementEnd(words, head);
  const title = end > head ? titleBehind(words, head, end) : 0;
  return title === 0 ? bare : bare.split(" ").slice(title).join(" ");
}

/** Where a person's office stands among the capitals of an institution's complement, a name behind it; 0 where none does. */
function titleBehind(words: readonly string[], head: number, end: number): number {
  for (let i = head + 2; i < end - 1; i++) {
    const kinds = kindsOf(words[i] as string);
    const titled = kinds.has("office") && !kinds.has("organisation") && CAPITAL.test(words[i] as string);
    if (titled && CAPITAL.test(words[i - 1] as string) && CAPITAL.test(words[i + 1] as string)) return i;
  }
  return 0;
}

/** "People for Achieving Clean Water", "Parents for Change": an association that is called by who is in it. */
const FOR_A_CAUSE =
  /^(?:People|Citizens|Parents|Mothers|Teachers|Students|Youth|Women|Workers|Doctors|Lawyers|Friends|Action|Struggle) (?:for|against) (?:\p{Lu}\p{Ll}+ing|Peace|Justice|Democracy|Life|Change|Freedom|Truth|Reunification|Independence|War|Equality|Solidarity|Unity)\b/u;

/** With these ends a list of institutions that goes on without names. */
const AND_OTHERS =
  /,? and other (?:[\p{Ll}-]+ ){0,5}(?:organi[sz]ations|bodies|parties|groups|institutions|unions|associations|companies|agencies)(?: (?:of|in) (?:\p{Ll}+ )?\p{Lu}[^,]*)?$/u;

/** How many words at the head of a phrase are the name up to its head noun: "Harbour Board" of "Harbour Board of …"; 0 for none. */
export function headEnd(words: readonly string[], field: Field): number {
  let i = 0;
  let marked = false;
  while (i < words.length) {
    const word = words[i] as string;
    // "the Friendship and Solidarity Committee": two words before one head noun.
    const pair =
      /^(?:and|&|amp)$/.test(word) &&
      i > 0 &&
      CAPITAL.test(words[i + 1] ?? "") &&
      !isHead(words[i - 1] as string, "and");
    if (pair) {
      i++;
      continue;
    }
    if (marked || CAPITAL.test(word) || (QUARTER.test(word) && CAPITAL.test(words[i + 1] ?? ""))) {
      // "Social Federation “For Clean Water”": the head stands before the marks.
      if (/^["“]/.test(word) && i > 0 && isHead(words[i - 1] as string, word)) break;
      if (/^["“]/.test(word)) marked = true;
      if (/["”]$/.test(word)) marked = false;
      i++;
      // "the Czech, Slovak and Polish Miners' Union"
      const adjective = word.endsWith(",") && isAdjective(word.slice(0, -1), field);
      if (!marked && /[,;:]$/.test(word) && !adjective) break;
    } else break;
  }
  const last = words[i - 1];
  const cause = last !== undefined && FOR_A_CAUSE.test(words.slice(i - 1, i + 2).join(" "));
  return last !== undefined && (cause || isHead(last, words[i])) ? i : 0;
}

/** Czech, Moravian: what a state's people or a land's are called by. */
function isAdjective(word: string, field: Field): boolean {
  return field.demonym(word) !== null || /(?:ian|ean|ese|ish)$|^(?:North|South|East|West|Central)$/.test(word);
}

function isHead(word: string, next: string | undefined): boolean {
  const kinds = kindsOf(word.replace(/[,;:]$/, ""));
  if ((kinds.has("office") && !kinds.has("organisation")) || isGivenName(word)) return false;
  return kinds.has("organisation") || kinds.has("whole") || (kinds.has("body") && LINKS_HEAD.test(next ?? ""));
}

/** Where the words that belong to the name end. */
function complementEnd(words: readonly string[], head: number): number {
  let end = head;
  for (;;) {
    const last = words[end - 1] as string;
    const whole = kindsOf(last.replace(/,$/, "")).has("whole");
    // "the C.C., the Tide Party": the short form is of what stands behind the comma.
    if (!whole && /[,;:]$/.test(last) && !listGoesOn(words, end)) return end;
    let next = end;
    while (next < words.length && LINK.test(words[next] as string)) next++;
    const links = words.slice(end, next);
    const first = links[0];
    const word = words[next];
    if (word === undefined) return end;
    const depth = end > head;
    if (first === undefined) {
      if (!whole && !last.endsWith(",") && !/^\(\p{Lu}/u.test(word)) return end;
    } else if (!whole && first !== "and" && first !== "the" && !links.every((l) => l !== "in" || depth)) return end;
    else if (!depth && !whole && !LINKS_HEAD.test(first)) return end;
    if (first === "in" && !last.endsWith("s")) return end;
    if (first === "on" && CALENDAR.test(word)) return end;
    const next2 = runEnd(words, next, first === "for" || first === "of" || links.includes("of"));
    if (next2 === next) return end;
    end = next2;
  }
}

/** Where the capitals, or the small words of a complement, end that begin at `at`. */
function runEnd(words: readonly string[], at: number, small: boolean): number {
  let i = at;
  while (i < words.length) {
    const word = words[i] as string;
    // "for Implementing the May 15 Declaration"
    const lesser = QUARTER.test(word) || ORDINAL.test(word) || /^\d{1,2}$/.test(word);
    const capital = CAPITAL.test(word) || (lesser && CAPITAL.test(words[i + 1] ?? ""));
    const kinds = kindsOf(word.replace(/,$/, ""));
    const person = !capital && (kinds.has("office") || kinds.has("description"));
    if (person) break;
    if (!capital && !(small && /^\p{Ll}[\p{L}-]+[,]?$/u.test(word) && !STOPS.test(word) && !LINK.test(word))) break;
    i++;
    if (/[,;:]$/.test(word)) break;
  }
  return i;
}

/** "the Ministry of Trade, Ports and Tides", "Workers, Peasants and Students": a list of what it is of goes on behind a comma. */
function listGoesOn(words: readonly string[], at: number): boolean {
  for (let i = at; i < Math.min(words.length - 1, at + 9); i++) {
    if (words[i] === "and") return i > at && CAPITAL.test(words[i + 1] as string);
    if (!CAPITAL.test(words[i] as string)) return false;
  }
  return false;
}

function isAnd(words: readonly string[], at: number): boolean {
  return words[at] === "and" && !CAPITAL.test(words[at + 1] ?? "");
}

import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { lexicon } from "../fast/lexicon.ts";
import { wordsForPeople } from "../frames/words.ts";
import type { Proposal } from "../proposal.ts";

const DETERMINER =
  /^(?:an?|the|this|that|these|those|some|all|both|his|her|its|their|our|my|many|most|several|two|three)$/i;
/** What no noun phrase runs over when it is walked from its end. */
const FUNCTION =
  /^(?:[.,;:"()–—-]|--|and|or|but|nor|if|whether|that|which|who|whom|where|when|while|as|than|because|so|to|in|on|at|by|for|from|with|about|into|over|under|against|after|before|despite|between|through|during|since|until|amid|is|are|was|were|be|been|has|had|have|do|does|did|will|would|can|could|may|might|must|should|not)$/i;
const OUTSIDE = /^(?:\p{Ll}+ly|\p{Ll}+ing|\p{Ll}+ed|said|says|told|gave|took|made|led|won)$/u;
const LONGEST = 9;

export function wordAt({ tokens }: Reading, i: number): string {
  return tokens[i]?.reads ?? "";
}

/** The span of the tokens [first, last). */
export function spanOf({ tokens }: Reading, first: number, last: number): Span {
  return { from: tokens[first]?.from ?? 0, to: tokens[last - 1]?.to ?? 0 };
}

/**
 * The first token of the noun phrase that ends before token `end`, not before `least`: its determiner, else its names; -1 where
 * the words are none.
 */
export function phraseBefore(reading: Reading, end: number, least: number): number {
  let first = end;
  for (let i = end - 1; i >= Math.max(least, end - LONGEST); i--) {
    const word = wordAt(reading, i);
    // "the head of the board": what hangs on a noun by "of" is still the phrase.
    if (word === "of" && first < end) continue;
    if (FUNCTION.test(word) || OUTSIDE.test(word) || (isVerb(word) && /^\p{Lu}/u.test(wordAt(reading, i + 1)))) break;
    first = i;
    if (DETERMINER.test(word)) {
      if (/^(?:all|both|half)$/i.test(wordAt(reading, i - 1)) && i > least) first = i - 1;
      if (wordAt(reading, i - 1) !== "of") break;
    }
  }
  while (first < end && wordAt(reading, first) === "of") first++;
  if (first >= end || !/\p{L}/u.test(wordAt(reading, end - 1))) return -1;
  if (DETERMINER.test(wordAt(reading, first))) return end - first > 1 ? first : -1;
  // Without a determiner only names, with what somebody is before them, and words for many are whole phrases.
  const [opens, last] = [wordAt(reading, first), wordAt(reading, end - 1)];
  const named = /^\p{Lu}/u.test(last) && (opens === "former" || wordsForPeople().has(opens));
  return named || /^\p{Lu}/u.test(opens) || last.endsWith("s") ? first : -1;
}

/** The first token of all the phrases that hang together by words such as "of", up to the one that begins at `first`; -1 where that is none. */
export function phraseOn(reading: Reading, first: number, least: number, joins: RegExp): number {
  let whole = first;
  for (let outer = first; outer > least && joins.test(wordAt(reading, outer - 1));) {
    outer = phraseBefore(reading, outer - 1, least);
    if (outer >= 0) whole = outer;
  }
  return whole;
}

/** "Analysts see Quill’s refusal …": before a name a verb is no quality of it. */
function isVerb(word: string): boolean {
  return /^\p{Ll}/u.test(word) && lexicon().verbs.has(word) && !wordsForPeople().has(word);
}

const BREAK = /^(?:[;:()–—-]|--|although|though|whereas)$/i;
const BEHIND_COMMA =
  /^(?:and|but|or|who|which|where|while|as|after|when|because|although|despite|he|she|they|it|said|says|adding|saying)$/i;

/**
 * Where the clause ends that begins at token `from`: at a mark, or a comma that another clause follows. Not behind `last`; a
 * quotation mark ends it only where it closes what was open before.
 */
export function clauseEnd(reading: Reading, from: number, last: number): number {
  let open = 0;
  for (let i = from; i < last; i++) {
    const word = wordAt(reading, i);
    if (word === '"') {
      // An opening mark follows a space.
      const opens = (reading.tokens[i - 1]?.to ?? 0) < (reading.tokens[i]?.from ?? 0);
      if (opens) open++;
      else if (open > 0) open--;
      else return i;
    }
    if (open > 0 || isHyphen(reading, i)) continue;
    if (BREAK.test(word) || (word === "," && BEHIND_COMMA.test(wordAt(reading, i + 1)))) return i;
    if (/^[.?!]$/.test(word) && i === last - 1) return i;
  }
  return last;
}

/** "6-year-old": no dash between clauses. */
function isHyphen({ tokens }: Reading, i: number): boolean {
  return tokens[i]?.reads === "-" && tokens[i - 1]?.to === tokens[i]?.from;
}

/** The token behind the words of another's statement in which a token stands, else `last`: nobody holds more than was said. */
export function lastWithin({ tokens }: Reading, found: readonly Proposal[], at: number, last: number): number {
  const cue = tokens[at];
  if (!cue) return last;
  let end = tokens[last - 1]?.to ?? cue.to;
  for (const p of found)
    for (const piece of p.content) if (piece.from <= cue.from && piece.to >= cue.to) end = Math.min(end, piece.to);
  let within = last;
  while (within > at && (tokens[within - 1]?.to ?? 0) > end) within--;
  return within;
}

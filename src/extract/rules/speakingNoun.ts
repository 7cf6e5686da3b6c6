import type { Reading, Sentence } from "../../model/reading.ts";
import { type Span, overlaps } from "../../model/span.ts";
import { lexicon } from "../fast/lexicon.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";
import { LONGEST_HELD, UNREAD, heldWords } from "./heldWords.ts";
import { clauseEnd, lastWithin, phraseBefore, spanOf, wordAt } from "./phrases.ts";

const NAME = "speaking-noun-1";
const CONFIDENCE = 0.6;
const OWNER = /^(?:his|her|its|their|whose)$/i;
const POSSESSIVE = /^['’]s?$/;
const QUALITY = /^(?!(?:not|and|or|but|for|of|to|in|on|at|by|with|from|about|as|than)$)\p{Ll}[\p{L}-]*$/u;
const MOST_QUALITIES = 2;
/** Behind "to" these open a noun phrase: "his offer to the board", "a threat to ships". */
const NO_VERB =
  /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|all|some|any|no|such|both|each|every|\p{Lu}\p{L}*|\p{L}*[^s]s)$/u;
const FINITE =
  /^(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do|came|went|drew|made|led|left|put|met|set|gave|took)$/i;
/** Behind these a clause begins, and with it a subject. */
const CLAUSE_BEGINS = /^(?:[,;:"]|and|but|that|while|because|as|if|whether|when|where)$/i;
const SUBJECT = /^(?:he|she|it|they|we|I)$/;
const FEWEST = 2;
const LONGEST_AGENT = 10;

/**
 * "His refusal to sign", "Quill’s demand that …", "the board’s opposition to …": a noun that says what its owner wants, says or
 * holds, where the reader has not seen it. Without somebody who holds it it is a bare noun.
 */
export const speakingNoun: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { reading } = context;
    const cues = found.flatMap(({ cue }) => cue ?? []);
    const proposals: Proposal[] = [];
    for (const sentence of reading.sentences) {
      if (UNREAD.has(reading.document.blocks[sentence.block]?.kind ?? "")) continue;
      for (let i = sentence.first + 1; i + FEWEST < sentence.last; i++) {
        const held = heldAt(context, sentence, i);
        if (!held || cues.some((other) => overlaps(other, held.cue))) continue;
        const last = lastWithin(reading, found, i, Math.min(sentence.last, i + LONGEST_HELD));
        const end = endOf(reading, Math.max(sentence.first, i - LONGEST_HELD), last, i, held);
        if (end - held.from < FEWEST) continue;
        proposals.push({
          key: firstKey + proposals.length,
          content: [spanOf(reading, held.from, end)],
          cue: held.cue,
          source: held.source,
          inside: null,
          continues: null,
          confidence: CONFIDENCE,
          by: NAME,
        });
      }
    }
    return proposals;
  },
};

interface Held {
  readonly source: Span;
  readonly cue: Span;
  /** The first token of what is held. */
  readonly from: number;
  /** A noun phrase is held, not a clause. */
  readonly isPhrase: boolean;
}

/** Whose it is, the cue and where what is held begins, for the noun at a token; null where the words do not say. */
function heldAt({ reading }: Context, sentence: Sentence, noun: number): Held | null {
  const behind = behindOf(reading, noun, noun + 1);
  const first = behind && ownerBefore(reading, sentence, noun);
  if (behind && first) {
    const source = spanOf(reading, first.first, first.last);
    return { source, cue: spanOf(reading, noun, behind.cueLast), ...behind };
  }
  // "A call from the pilots to …"
  if (!/^(?:by|from)$/.test(wordAt(reading, noun + 1)) || !isHeld(reading, noun)) return null;
  for (let last = noun + 3; last < Math.min(sentence.last, noun + LONGEST_AGENT); last++) {
    const joined = behindOf(reading, noun, last);
    if (!joined || joined.cueLast > last) continue;
    if (phraseBefore(reading, last, noun + 2) !== noun + 2) return null;
    const source = spanOf(reading, noun + 2, last);
    return { source, cue: spanOf(reading, noun, noun + 1), from: last, isPhrase: joined.isPhrase };
  }
  return null;
}

function isHeld(reading: Reading, noun: number): boolean {
  const word = wordAt(reading, noun).toLowerCase();
  return heldWords("noun-to").has(word) || heldWords("noun-that").has(word) || heldWords("noun-for").has(word);
}

/** What stands behind the noun, at token `at`; null where nothing that is held does. */
function behindOf(
  reading: Reading,
  i: number,
  at: number,
): { readonly from: number; readonly cueLast: number; readonly isPhrase: boolean } | null {
  const noun = wordAt(reading, i).toLowerCase();
  const next = wordAt(reading, at);
  const negated = next === "not" && wordAt(reading, at + 1) === "to";
  if ((next === "to" || negated) && heldWords("noun-to").has(noun))
    return NO_VERB.test(wordAt(reading, at + (negated ? 2 : 1))) ? null : { from: at, cueLast: at, isPhrase: false };
  // "The claim that was made": what the claim is, not what it says.
  if (next === "that" && heldWords("noun-that").has(noun))
    return FINITE.test(wordAt(reading, at + 1)) ? null : { from: at, cueLast: at, isPhrase: false };
  // "His requests for comment": an answer that is wanted, and part of how the report was made.
  if (next === "for" && /^(?:comments?|interviews?|information|an)$/.test(wordAt(reading, at + 1))) return null;
  const taken =
    (next === "for" && heldWords("noun-for").has(noun)) ||
    (next === "of" && heldWords("noun-of").has(noun)) ||
    (next === "to" && heldWords("noun-against").has(noun));
  return taken ? { from: at + 1, cueLast: at + 1, isPhrase: true } : null;
}

/** Who holds it: a possessive before the noun and at most two qualities. */
function ownerBefore(
  reading: Reading,
  sentence: Sentence,
  noun: number,
): { readonly first: number; readonly last: number } | null {
  for (let at = noun - 1; at >= Math.max(sentence.first, noun - 1 - MOST_QUALITIES); at--) {
    const word = wordAt(reading, at);
    if (OWNER.test(word)) return { first: at, last: at + 1 };
    if (POSSESSIVE.test(word)) {
      const first = phraseBefore(reading, at, sentence.first);
      return first < 0 ? null : { first, last: at + 1 };
    }
    if (!QUALITY.test(word)) return null;
  }
  return null;
}

/** "His refusal to invite them showed that": the report concludes from the deed. */
const SHOWS = /^(?:show|suggest|signal|reveal|indicate|prove|demonstrate|mean)(?:s|d|ed|led)?$|^meant$/;

/**
 * Where what is held ends; where the noun belongs to the subject of its clause, before the verb. -1 where that is not seen.
 */
function endOf(reading: Reading, first: number, last: number, noun: number, { from, isPhrase }: Held): number {
  const end = clauseEnd(reading, from, last);
  const verb = tokensBetween(reading, from + 1, end).findIndex(
    (word, i) =>
      FINITE.test(word) ||
      (isPhrase && SUBJECT.test(word)) ||
      (SHOWS.test(word) && wordAt(reading, from) === "to" && wordAt(reading, from + 2 + i) === "that"),
  );
  if (isPhrase && verb >= 0) return from + 1 + verb;
  for (let i = noun - 1; i >= first; i--) {
    const word = wordAt(reading, i);
    const isInfinitive = word === "to" && !NO_VERB.test(wordAt(reading, i + 1));
    if (isInfinitive || isFinite(word) || /^\p{L}+ing$/u.test(word)) return end;
    if (CLAUSE_BEGINS.test(word)) break;
  }
  // "…, a reference to his refusal to sign": what hangs on the clause before has no verb of its own.
  if (verb < 0) return tokensBetween(reading, first, noun).some(isFinite) ? end : -1;
  // "In answer to his proposal to …, the board met": the clause goes on behind the comma.
  const comma = tokensBetween(reading, from + 1, from + 1 + verb).indexOf(",");
  return from + 1 + (comma < 0 ? verb : comma);
}

/** A verb of a clause: what stands behind it is no subject. */
function isFinite(word: string): boolean {
  const form = lexicon().verbs.get(word)?.form;
  return FINITE.test(word) || form === "past" || form === "participle" || form === "s" || /^\p{Ll}{2,}ed$/u.test(word);
}

function tokensBetween(reading: Reading, first: number, last: number): string[] {
  return reading.tokens.slice(first, Math.max(first, last)).map((token) => token.reads);
}

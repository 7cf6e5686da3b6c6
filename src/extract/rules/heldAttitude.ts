import type { Reading, Sentence } from "../../model/reading.ts";
import { overlaps } from "../../model/span.ts";
import { wordsForBodies, wordsForMany, wordsForPeople } from "../frames/words.ts";
import type { Proposal, Rule } from "../proposal.ts";
import { LONGEST_HELD, UNREAD, heldWords } from "./heldWords.ts";
import { clauseEnd, lastWithin, phraseBefore, phraseOn, spanOf, wordAt } from "./phrases.ts";

const NAME = "held-attitude-1";
const CONFIDENCE = 0.6;

const IS = /^(?:is|are|was|were|remains|remained|remain|'s|'re)$/i;
/** What may stand between the verb and the adjective. */
const ADVERB = /^(?:not|n't|also|now|still|very|more|quite|always|\p{Ll}+ly)$/u;
const MOST_ADVERBS = 3;
const PERSON = /^(?:he|she|they)$/i;
/** Ahead of the subject: what is asked, supposed or compared is held by nobody. */
const UNREAL = /^(?:if|unless|whether|how|far|what|when|whenever|until|as|than|so)$/i;
/** "Was confident the dike would hold": what opens a clause without "that". */
const OPENS_CLAUSE = /^(?:he|she|they|it|the|this|these|his|her|their|its|there|\p{Lu}\p{L}*)$/u;
const HANGS = /^(?:in|at|from|for|on|of)$/;
const FEWEST = 3;

/**
 * "Said she was willing to wait", "the envoy is confident that …": what somebody wants or holds, by an adjective. The reader seeks
 * verbs and nouns of speaking inside what is said, and hardly knows these.
 */
export const heldAttitude: Rule = {
  name: NAME,
  propose({ reading, quotations }, found, firstKey) {
    const cues = found.flatMap(({ cue }) => cue ?? []);
    const proposals: Proposal[] = [];
    for (const sentence of reading.sentences) {
      if (UNREAD.has(reading.document.blocks[sentence.block]?.kind ?? "")) continue;
      for (let i = sentence.first + 2; i + FEWEST < sentence.last; i++) {
        const from = heldFrom(reading, i);
        const verb = from < 0 ? -1 : verbBefore(reading, sentence, i);
        const subject = verb < 0 ? -1 : subjectBefore(reading, sentence, verb);
        if (subject < 0) continue;
        const cue = spanOf(reading, verb, i + 1);
        // The speaker's own quotation: his view of others is his.
        if (quotations.before(cue.from + 1) !== null || cues.some((other) => overlaps(other, cue))) continue;
        const end = clauseEnd(reading, from, lastWithin(reading, found, i, Math.min(sentence.last, i + LONGEST_HELD)));
        if (end - from < FEWEST) continue;
        proposals.push({
          key: firstKey + proposals.length,
          content: [spanOf(reading, from, end)],
          cue,
          source: spanOf(reading, subject, verb),
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

/** Where what is held begins behind the adjective at a token; -1 where it is none of those, or nothing is held. */
function heldFrom(reading: Reading, i: number): number {
  const word = wordAt(reading, i);
  const next = wordAt(reading, i + 1);
  if (heldWords("adjective-to").has(word)) return next === "to" && /^\p{Ll}/u.test(wordAt(reading, i + 2)) ? i + 1 : -1;
  if (!heldWords("adjective-that").has(word)) return -1;
  return next === "that" || OPENS_CLAUSE.test(next) ? i + 1 : -1;
}

function verbBefore(reading: Reading, sentence: Sentence, adjective: number): number {
  let at = adjective - 1;
  while (at > sentence.first && adjective - at <= MOST_ADVERBS && ADVERB.test(wordAt(reading, at))) at--;
  return at > sentence.first && IS.test(wordAt(reading, at)) ? at : -1;
}

/** A person by pronoun or name, or a word for one who may hold a view; -1 for anything else. */
function subjectBefore(reading: Reading, sentence: Sentence, verb: number): number {
  const last = wordAt(reading, verb - 1);
  const own = PERSON.test(last) ? verb - 1 : phraseBefore(reading, verb, sentence.first);
  // "The chief of the harbour in Lindholt": the name before the verb only says where.
  const first = phraseOn(reading, own, sentence.first, HANGS);
  if (first < 0 || UNREAL.test(wordAt(reading, first - 1))) return -1;
  if (PERSON.test(last)) return first;
  const word = last.toLowerCase();
  const isSomebody =
    /^\p{Lu}/u.test(last) || wordsForPeople().has(word) || wordsForBodies().has(word) || wordsForMany().has(word);
  return isSomebody ? first : -1;
}

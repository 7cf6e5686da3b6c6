import type { Reading, Sentence } from "../../model/reading.ts";
import { overlaps } from "../../model/span.ts";
import type { Proposal, Rule } from "../proposal.ts";
import { LONGEST_HELD, UNREAD } from "./heldWords.ts";
import { clauseEnd, lastWithin, phraseBefore, phraseOn, spanOf, wordAt } from "./phrases.ts";

const NAME = "reported-clause-1";
const CONFIDENCE = 0.6;
const ADVERB = /^reportedly$/i;
const AUXILIARY =
  /^(?:has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|also|not|n't|now|'s|'re|'ve)$/i;
const MOST_AUXILIARIES = 4;
const PRONOUN = /^(?:he|she|they|it|we|who|which|that)$/i;
/** What joins the subject together: "the chief of the port in Lindholt", "Quill and Alm". */
const JOINS = /^(?:in|at|from|for|on|of|and)$/;
const OPENS_SENTENCE =
  /^(?!(?:but|and|so|or|in|on|at|by|for|from|with|about|after|before|during|since|until|amid|as|when|while|if|although|though|because|despite|under|last|this|earlier|later|meanwhile|however)$)\p{L}/iu;
const BREAK = /^(?:[,;:()"–—]|--)$/;
const FEWEST = 2;

/**
 * "The ferry has reportedly been sold": the report hands the clause over without naming who told it. Where the clause itself is
 * somebody’s words ("reportedly refused"), the reader has them.
 */
export const reportedClause: Rule = {
  name: NAME,
  propose({ reading, quotations }, found, firstKey) {
    const cues = found.flatMap(({ cue }) => cue ?? []);
    const proposals: Proposal[] = [];
    for (const sentence of reading.sentences) {
      if (UNREAD.has(reading.document.blocks[sentence.block]?.kind ?? "")) continue;
      for (let i = sentence.first; i + FEWEST < sentence.last; i++) {
        if (!ADVERB.test(wordAt(reading, i))) continue;
        // The verb behind it belongs to the cue where it speaks: "reportedly refused".
        const near = spanOf(reading, i, i + 3);
        const cue = spanOf(reading, i, i + 1);
        if (quotations.before(cue.from + 1) !== null || cues.some((other) => overlaps(other, near))) continue;
        const plain = !cues.some((other) => other.from >= sentence.from && other.to <= cue.from);
        const subject = subjectBefore(reading, sentence, i, plain);
        const from = wordAt(reading, i + 1) === "," ? i + 2 : i + 1;
        const last = lastWithin(reading, found, i, Math.min(sentence.last, i + LONGEST_HELD));
        // "With the port reportedly closed, boats turn back"
        const comma = /^with$/i.test(wordAt(reading, subject - 1))
          ? reading.tokens.slice(from, last).findIndex((token) => token.reads === ",")
          : -1;
        const end = comma < 0 ? clauseEnd(reading, from, last) : from + comma;
        if (end - from < FEWEST || (subject < 0 && i > sentence.first)) continue;
        const rest = spanOf(reading, from, end);
        proposals.push({
          key: firstKey + proposals.length,
          content: subject < 0 ? [rest] : [spanOf(reading, subject, i), rest],
          cue,
          source: null,
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

/**
 * The first token of the subject, auxiliaries between it and the adverb; -1 where none is seen. `plain` where the sentence has
 * nobody’s words before it: then it may begin with all that stands ahead.
 */
function subjectBefore(reading: Reading, sentence: Sentence, adverb: number, plain: boolean): number {
  let end = adverb;
  while (end > sentence.first && adverb - end < MOST_AUXILIARIES && AUXILIARY.test(wordAt(reading, end - 1))) end--;
  const ahead = reading.tokens.slice(sentence.first, end).map((token) => token.reads);
  if (plain && ahead.length > 0 && OPENS_SENTENCE.test(ahead[0] ?? "") && !ahead.some((word) => BREAK.test(word)))
    return sentence.first;
  if (end > sentence.first && PRONOUN.test(wordAt(reading, end - 1))) return end - 1;
  return phraseOn(reading, phraseBefore(reading, end, sentence.first), sentence.first, JOINS);
}

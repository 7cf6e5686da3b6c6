import type { Sentence } from "../../model/reading.ts";
import { type Span, overlaps } from "../../model/span.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";
import { spanOf, wordAt } from "./phrases.ts";

const NAME = "held-belief-1";
/** Not measured: in 840 news articles the reader left it nothing to find. */
const CONFIDENCE = 0.5;

const BELIEVED = /^(?:believed|thought|rumou?red|suspected|presumed|reputed|understood|feared)$/i;
/** What may stand between the words and their participle: "an act widely believed". */
const BETWEEN = /^(?:\p{L}+ly|now|long|once|then|still|since|also|first)$/u;
const FIRST = /^(?:an?|one|another)$/i;
const ALONE = /^(?:something|someone|somebody|anything)$/i;
const BREAK = /^(?:[,;:()–—]|--?|\.|[“”"])$/;
const LONGEST_SUBJECT = 6;
const LONGEST_BELIEF = 30;

/**
 * A belief that nobody is named for, in a shortened clause: "an act widely believed to be the work of …", "something thought to
 * have been a sign". The reader learns the whole passive; this stands where it has found nothing. Not "what many people
 * believed to be": those hold it.
 */
export const heldBelief: Rule = {
  name: NAME,
  propose({ reading }, found, firstKey) {
    const cues = found.flatMap(({ cue }) => cue ?? []);
    const proposals: Proposal[] = [];
    for (const sentence of reading.sentences)
      for (let i = sentence.first + 1; i + 2 < sentence.last; i++) {
        if (!BELIEVED.test(wordAt(reading, i)) || !/^to$/i.test(wordAt(reading, i + 1))) continue;
        if (!/^(?:be|have)$/i.test(wordAt(reading, i + 2))) continue;
        const cue = spanOf(reading, i, i + 1);
        const subject = subjectBefore(reading, sentence, i);
        if (!subject || cues.some((other) => overlaps(other, cue))) continue;
        const content = [subject, spanOf(reading, i + 1, endOf(reading, sentence, i + 2))];
        const key = firstKey + proposals.length;
        proposals.push({
          key,
          content,
          cue,
          source: null,
          inside: null,
          continues: null,
          confidence: CONFIDENCE,
          by: NAME,
        });
      }
    return proposals;
  },
};

/** "something", or a noun with its article; null where the words before may be those who believe. */
function subjectBefore(reading: Context["reading"], sentence: Sentence, participle: number): Span | null {
  let end = participle;
  while (end > sentence.first && BETWEEN.test(wordAt(reading, end - 1))) end--;
  if (ALONE.test(wordAt(reading, end - 1))) return spanOf(reading, end - 1, end);
  for (let i = end - 2; i >= Math.max(sentence.first, end - LONGEST_SUBJECT); i--) {
    if (BREAK.test(wordAt(reading, i))) return null;
    if (FIRST.test(wordAt(reading, i))) return spanOf(reading, i, end);
  }
  return null;
}

/** Where the belief ends: at the next break of the sentence. Token index, not included. */
function endOf({ tokens }: Context["reading"], sentence: Sentence, from: number): number {
  let end = from;
  while (end < sentence.last && end - from < LONGEST_BELIEF && !BREAK.test(tokens[end]?.reads ?? "")) end++;
  return end;
}

import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import { lexicon } from "../fast/lexicon.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "narrated-quotation-1";

/** A subject is longer than this only with clauses of its own, and these are not read here. */
const LONGEST_SUBJECT = 12;

/** Where the words for the subject begin: behind a mark, a conjunction, or the sentence's start. */
const BEGINS_BEHIND = /^(?:[,;:"'()-]|that|and|but|as|because|while|when|where|which|who)$/i;
const ADVERB = /^(?:also|then|further|again|\p{Ll}+ly)$/u;
const SUBJECT = /^(?:he|she|they|\p{Lu})/u;
const DETERMINER = /^(?:an?|the|this|that|these|those|no|some|his|her|its|their|our|my|your|one)$/i;
const VERB = /^(?:is|are|was|were|has|had|have|did|does|do|will|would|can|could|may|might|must|should)$/i;

/**
 * The agency quotes its own telling of what somebody said: Kim “declared the general orientation”. Inside the marks
 * stands a verb of speaking in the past; whoever stands before the marks is its source.
 */
export const narratedQuotation: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { tokens } = context.reading;
    const cues = new Set(found.flatMap((p) => (p.cue ? [p.cue.from] : [])));
    const proposals: Proposal[] = [];
    for (const { inner, span, closed } of context.quotations.all) {
      const at = indexBehind(tokens, inner.from);
      const verb = tokens[at];
      if (!verb || !closed || verb.from !== inner.from || verb.to >= inner.to || cues.has(verb.from)) continue;
      const form = lexicon().verbs.get(verb.reads);
      if (!form || (form.form !== "past" && form.form !== "participle")) continue;
      const source = subjectBefore(context, indexBehind(tokens, span.from - 1));
      if (
        !source ||
        !/^[\s\u00a0]+$/.test(context.reading.document.text.slice(source.to, span.from).replace(/\p{Ll}+/gu, ""))
      )
        continue;
      const from = tokens[at + 1]?.from ?? inner.to;
      if (inner.to - from < 3) continue;
      proposals.push({
        key: firstKey + proposals.length,
        content: [{ from, to: inner.to }],
        cue: { from: verb.from, to: verb.to },
        source,
        inside: null,
        continues: null,
        confidence: 0.6,
        by: NAME,
      });
    }
    return proposals;
  },
};

/** The noun phrase that ends before token `last`, adverbs between left out; null where a verb or no name stands there. */
function subjectBefore({ reading: { tokens, sentences } }: Context, last: number): Span | null {
  const sentence = sentences[indexBehind(sentences, tokens[Math.max(0, last - 1)]?.from ?? 0)];
  if (!sentence) return null;
  let end = last;
  while (end > sentence.first && ADVERB.test(tokens[end - 1]?.reads ?? "")) end--;
  let first = end;
  while (first > sentence.first && end - first < LONGEST_SUBJECT && !BEGINS_BEHIND.test(tokens[first - 1]?.reads ?? ""))
    first--;
  const words = tokens.slice(first, end);
  const [head] = words;
  const tail = words.at(-1);
  if (!head || !tail || words.some((w) => VERB.test(w.reads) || lexicon().verbs.get(w.reads)?.form === "past"))
    return null;
  if (
    !words.some((w) => SUBJECT.test(w.reads)) ||
    !/^(?:\p{Lu}|he$|she$|they$|the$|leader|president|minister)/u.test(tail.reads) ||
    DETERMINER.test(tail.reads)
  )
    return null;
  return { from: head.from, to: tail.to };
}

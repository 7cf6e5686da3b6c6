import type { Occasion } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Time, When } from "../../model/time.ts";

/** What may stand between the words of speaking and the occasion: "told reporters at", "said on Monday in". */
const BETWEEN =
  /^,?(?:\s(?!(?:that|who|which|after|before|when|since|until|about|of|ahead|following)\b)[\p{L}\d’'-]+,?){0,7}?\s(?:(?:in|at|during|to)\s+)?(?:(?:the|a|an|his|her|its|their)\s+)?$/u;
/** "told a rally", "addressing the congress": nothing between but the small words. */
const TOLD = /^\s(?:(?:the|a|an|his|her|its|their)\s+)?$/;

/**
 * Occasions without a day of their own get that of the words spoken at them: "On Monday Quill told a rally that …". Only where the
 * sentence itself tells the day; `uttered` are the days of the statements, in their order.
 */
export function withSpokenDays(
  occasions: readonly Occasion[],
  { document: { text }, sentences, statements }: Found,
  uttered: readonly When[],
  times: readonly Time[],
): Occasion[] {
  const bySentence = Map.groupBy(
    statements.flatMap((s, i) => {
      const when = uttered[i];
      return s.cue && when?.edtf ? [{ s, cue: s.cue, when, edtf: when.edtf }] : [];
    }),
    ({ cue }) => sentences[indexBehind(sentences, cue.from)],
  );
  return occasions.map((occasion) => {
    if (occasion.when.edtf !== null || occasion.status !== null) return occasion;
    for (const mention of occasion.mentions) {
      const sentence = sentences[indexBehind(sentences, mention.from)];
      if (!sentence || sentence.to < mention.to) continue;
      const said = (bySentence.get(sentence) ?? []).find(
        ({ s, edtf }) => isSpokenAt(s, mention, sentence) && isOfSentence(edtf, sentence, s),
      );
      const when = said?.when;
      if (when)
        return {
          ...occasion,
          when: { ...when, basis: "derived", steps: [...when.steps, "what was said there was said then"] },
        };
    }
    return occasion;
  });

  function isSpokenAt({ cue, content }: FoundStatement, mention: Span, sentence: Span): boolean {
    if (!cue || !contains(sentence, cue) || content.some((piece) => contains(piece, mention))) return false;
    // "In an interview shown on Thursday": that day it was carried.
    if (
      /^\s(?:to be |that was )?(?:shown|aired|airing|published|broadcast|posted|released|taped|recorded)\b/.test(
        text.slice(mention.to),
      )
    )
      return false;
    // "In a speech on Monday, Quill said": the occasion leads.
    if (mention.to <= cue.from)
      return (
        /^(?:in|at|during|speaking)\b/i.test(text.slice(sentence.from, mention.from)) &&
        mention.from - sentence.from < 24
      );
    const between = text.slice(cue.to, mention.from);
    return (
      cue.to <= mention.from &&
      (TOLD.test(between) || (between.length < 70 && /\b(?:in|at|during)\s/.test(between) && BETWEEN.test(between)))
    );
  }

  /** Whether the day stands in the sentence, outside what is said. */
  function isOfSentence(edtf: string, sentence: Span, { content }: FoundStatement): boolean {
    return (
      /^\d{4}-\d\d-\d\d$/.test(edtf) &&
      times.some(
        (time) =>
          time.edtf?.slice(0, 10) === edtf &&
          contains(sentence, time.span) &&
          !content.some((piece) => contains(piece, time.span)),
      )
    );
  }
}

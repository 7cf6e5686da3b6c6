import { indexBehind } from "../../model/outermost.ts";
import type { Refiner } from "../proposal.ts";

/** "Board Urged to Mend Dike": whoever is urged stands before, and nobody urges. */
const WITH_TO =
  /^(?:urged|asked|told|ordered|warned|requested|advised|instructed|pressed|expected|said|believed|reported)$/i;
/** "Board Accused of Neglect", "Board Hit for Its Silence" */
const WITH_FOR =
  /^(?:accused|blamed|condemned|denounced|warned|criticised|criticized|slammed|hit|rapped|censured|assailed|blasted|rebuked|praised|hailed|lauded|flayed)(?: (?:of|for|over|against))?$/i;
const FOR = /(?:^| )(?:of|for|over|against)$/i;

/** "Talks Called for in Ostrel": behind the preposition of the verb stands only where or when. */
const WITH_PREPOSITION = /^\p{L}+ed (?:for|on|upon|of|at)$/iu;
const WHERE = /^(?:in|at|on|by|across|throughout|during|after|before)\s/i;

/** In a headline a past form without an object before its complement is a passive: the one before it is spoken of, not the speaker. */
export const headlinePassive: Refiner = {
  name: "headline-passive",
  refine(proposal, context) {
    const { source, cue, content } = proposal;
    const [first] = content;
    if (!source || !cue || !first || content.length > 1 || source.to > cue.from || cue.to > first.from) return proposal;
    const { document } = context.reading;
    if (document.blocks[indexBehind(context.blocks, cue.from)]?.kind !== "headline") return proposal;
    const how = document.text.slice(cue.from, cue.to);
    const what = document.text.slice(first.from, Math.min(first.to, first.from + 12));
    const passive =
      (WITH_TO.test(how) && /^to\s/i.test(what)) ||
      (WITH_PREPOSITION.test(how) && WHERE.test(what)) ||
      (WITH_FOR.test(how) && (FOR.test(how) || /^(?:of|for|over|against)\s/i.test(what)));
    return passive ? { ...proposal, source: null, content: [source, first] } : proposal;
  },
};

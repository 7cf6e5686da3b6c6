import type { Refiner } from "../proposal.ts";

/** "the exercise, called Grey Heron": a name, not a judgement. */
const NAMES = /^(?:so-)?(?:called|named|known as|dubbed|nicknamed|titled|entitled)$/i;
const PROPER =
  /^(?:the\s+)?["“‘']?(?:[Tt]he\s+)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:of|the|and|de|\p{Lu}[\p{L}\p{M}.’'-]*))*["”’']?$/u;

/** A noun before a verb of its own is the subject of a plain sentence: "his promise comes with a date". */
const FINITE =
  /^(?:comes?|came|is|was|are|were|has|had|have|will|would|can|could|may|might|led|left|seems?|seemed|appears?|appeared|follow(?:s|ed)|puts?|goes|went|draws?|drew|failed|means|meant|means)\b/i;
const NOUN = /^(?:the |a |an )?\p{Ll}+s?$/u;

/** "issued the following statement": what it says comes after it. */
const ANNOUNCED =
  /^(?:the following|this|a|the)\s+(?:\p{Ll}+\s+){0,2}(?:statement|announcement|communiqu[eé]|message|letter|declaration|speech|report)$/iu;

/** Headings before a colon that are nobody: the marks of a question-and-answer page, and what pages call their parts. */
const HEADING =
  /^(?:Q|A|Question|Answer|Analysis|Opinion|Comment|Commentary|Update|Exclusive|Live|Watch|Video|Audio|Photos?|Pictures?|Related|Topics?|Tags?|Editor['’]s note|Note|Correction|Breaking|Read more|See also|More|Sources?|Credit|Background|Timeline|Explainer|Interview|Review|Poll|Quiz|Fact check)$/i;

/** Drops what carries a name, a heading or a turn of talk, and nobody's words. */
export const dropLabels: Refiner = {
  name: "drop-labels",
  refine(proposal, { reading: { document } }) {
    const { cue, source, content } = proposal;
    const [first] = content;
    if (!cue || !first) return proposal;
    const cueWords = document.text.slice(cue.from, cue.to);
    const words = document.text.slice(first.from, first.to);
    // "the exercise, called Grey Heron, was …"
    if (
      NAMES.test(cueWords) &&
      /,\s$/.test(document.text.slice(Math.max(0, cue.from - 2), cue.from)) &&
      /^["“‘']?\p{Lu}/u.test(words)
    )
      return { drop: "a name, not a judgement" };
    if (!source && content.length === 1 && NAMES.test(cueWords) && PROPER.test(words))
      return { drop: "a name, not a judgement" };
    if (
      NOUN.test(cueWords) &&
      !/(?:ed|ing)$/.test(cueWords) &&
      FINITE.test(words) &&
      /^\s?$/.test(document.text.slice(cue.to, first.from)) &&
      /['’]s?$/.test(source ? document.text.slice(source.from, source.to) : "")
    )
      return { drop: "the noun is the subject of a plain sentence" };
    if (content.length === 1 && ANNOUNCED.test(words)) return { drop: "what was said follows by itself" };
    if (source && cueWords === ":" && HEADING.test(document.text.slice(source.from, source.to)))
      return { drop: "a heading, not a speaker" };
    return proposal;
  },
};

import { type Span, contains, overlaps } from "../../model/span.ts";
import type { Context, Refiner } from "../proposal.ts";

/** Words that say when or how, not what. */
const EMPTY =
  /^(?:so far|so|yet|again|now|then|today|later|earlier|too|also|not|it|this|that|as much|otherwise|instead|ever|never|before|since|once more)$/i;

/** "The mill denied this": it stands to what was said before, whatever that was. */
const TAKES_UP =
  /^(?:(?:has|have|had|also|always|later|flatly|strongly|\p{Ll}+ly)\s)*(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|contest(?:s|ed|ing)?|confirm(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)?|conced(?:es?|ed|ing))\b/iu;
const POINTS_BACK = /^(?:it|this|that)$/i;

/** "When asked whether it would wait": who asks is another. */
const ASKED = /^(?:when |once |if )?asked (?:if|whether|how|what|why|where|when|who|which|about)\b[^,“”"]*$/i;

/** What stands before such a question where it is read without its verb. */
const LEADS_IN = /(?:^|[.\n]\s*)(?:when |once |if )?asked (?:if|whether) $/i;
const LEAD = 24;
/** "Asked when, an aide said next year." */
const ANSWER = /^(\s+)([^\s,.;:“”"][^,.;:“”"\n]{0,80})[.\n]/u;

/** The few words behind the cue that end its sentence, where some stand there. */
function answerBehind({ document }: Context["reading"], cue: Span): Span | null {
  const [, gap = "", answer] = ANSWER.exec(document.text.slice(cue.to, cue.to + LEAD + 100)) ?? [];
  return answer === undefined ? null : { from: cue.to + gap.length, to: cue.to + gap.length + answer.length };
}

/** "Neither the mill nor the bank": what they do not tell is a silence. */
const NEITHER = /^neither\s/i;
const TELLS =
  /^(?:(?:has|have|had|would|could|ever|yet|so far)\s)*(?:say|says|said|tells?|told|reports?|reported|explain(?:s|ed)?|disclosed?|discloses|specif(?:y|ies|ied)|mention(?:s|ed)?|announced?|announces|confirm(?:s|ed)?|revealed|reveals?|elaborated?|commented|responded|answered|addressed)\b/i;

/** "In comments reported by the agency": a passive's agent, not what was said. */
const CARRIED =
  /\b(?:reported|carried|published|released|broadcast|quoted|cited|aired|issued|printed|relayed|distributed)$/i;

/** A phrase of place or time that was taken for somebody: "In comments", "at the meeting". */
const PLACE = /^(?:according to|in|at|on|during|after|before|for|with|amid|despite|since|until|under)\s/i;

/** "The said plan", "the claim to the isle": no one stands there. */
const ONLY_ARTICLE = /^(?:the|an?)$/i;

/** Drops what no editor would take for a statement: a cue without content, content that is the cue, marks that only label. */
export const dropWhatCannotSpeak: Refiner = {
  name: "drop-what-cannot-speak",
  refine(proposal, { reading }) {
    const { document } = reading;
    const { cue, source, content } = proposal;
    if (content.length === 0) return { drop: "nothing is attributed" };
    const [first] = content;
    const words = first ? document.text.slice(first.from, first.to) : "";
    const cueWords = cue ? document.text.slice(cue.from, cue.to) : "";
    if (
      first &&
      content.length === 1 &&
      EMPTY.test(words) &&
      !(/^(?:called|calls|calling)/i.test(cueWords) || (POINTS_BACK.test(words) && TAKES_UP.test(cueWords)))
    )
      return { drop: "its content says nothing of its own" };
    if (first && cue && source && content.length === 1 && first.to <= cue.from && !/\bask/i.test(cueWords)) {
      const led = document.text.slice(Math.max(0, first.from - LEAD), first.to);
      if (ASKED.test(words) || led.slice(0, -words.length).search(LEADS_IN) >= 0) {
        const answer = answerBehind(reading, cue);
        return answer ? { ...proposal, content: [answer] } : { drop: "its content is the question of another" };
      }
    }
    // "Take what he says": only "That is what he says" takes up words.
    if (
      first &&
      content.length === 1 &&
      /^what$/i.test(words) &&
      !/(?:\b(?:is|was|are|were)|[’']s)\s$/.test(document.text.slice(Math.max(0, first.from - 6), first.from))
    )
      return { drop: "its content says nothing of its own" };
    if (source && NEITHER.test(document.text.slice(source.from, source.to)) && TELLS.test(cueWords))
      return { drop: "a denied act of speaking: a silence" };
    if (cue && content.some((piece) => overlaps(piece, cue))) return { drop: "its cue stands inside its own content" };
    if (
      first &&
      cue &&
      cue.to <= first.from &&
      CARRIED.test(cueWords) &&
      /^by\s/i.test(document.text.slice(first.from, first.from + 3))
    )
      return { drop: "what follows the participle is who did it" };
    if (source && ONLY_ARTICLE.test(document.text.slice(source.from, source.to)))
      return { drop: "its source is an article without a noun" };
    if (source && PLACE.test(document.text.slice(source.from, source.to)))
      return { drop: "its source is no noun phrase" };
    if (source && content.some((piece) => contains(source, piece)))
      return { drop: "its content stands inside its source" };
    return proposal;
  },
};

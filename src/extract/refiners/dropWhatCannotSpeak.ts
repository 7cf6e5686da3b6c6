import { contains, overlaps } from "../../model/span.ts";
import type { Refiner } from "../proposal.ts";

/** Words that say when or how, not what. */
const EMPTY =
  /^(?:so far|so|yet|again|now|then|today|later|earlier|too|also|not|it|this|that|as much|otherwise|instead|ever|never|before|since|once more)$/i;

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
  refine(proposal, { reading: { document } }) {
    const { cue, source, content } = proposal;
    if (content.length === 0) return { drop: "nothing is attributed" };
    const [first] = content;
    if (
      first &&
      content.length === 1 &&
      EMPTY.test(document.text.slice(first.from, first.to)) &&
      !/^(?:called|calls|calling)/i.test(cue ? document.text.slice(cue.from, cue.to) : "")
    )
      return { drop: "its content says nothing of its own" };
    if (cue && content.some((piece) => overlaps(piece, cue))) return { drop: "its cue stands inside its own content" };
    if (
      first &&
      cue &&
      cue.to <= first.from &&
      CARRIED.test(document.text.slice(cue.from, cue.to)) &&
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

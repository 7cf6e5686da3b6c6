import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import { trimmed } from "../../model/span.ts";
import { wordsForBodies, wordsForPeople } from "../frames/words.ts";
import type { Context, Refiner } from "../proposal.ts";

/**
 * No content, source or cue begins or ends with white space or with a comma, stop or dash of the sentence around it.
 * A comma or stop inside quotation marks is the quotation's own, and stays; so does the stop of a short form.
 */
export const trimEdges: Refiner = {
  name: "trim-edges",
  refine(proposal, context) {
    const { text } = context.reading.document;
    const content = proposal.content
      .map((piece) => trimPiece(context, piece))
      .filter((piece) => /[\p{L}\p{N}]/u.test(text.slice(piece.from, piece.to)));
    if (content.length === 0) return { drop: "no words in its content" };
    const source =
      proposal.source && trimSource(text, proposal.source, (proposal.cue?.to ?? Infinity) <= proposal.source.from);
    const isSomebody = source !== null && source.to > source.from && !RAISES.test(text.slice(source.from, source.to));
    return { ...proposal, content, source: isSomebody ? source : null };
  },
};

/** "The attack raised fears that …": who fears is not said. */
const RAISES =
  /\s(?:raised|raises|raising|sparked|sparks|fuell?ed|stoked|stokes|prompted|fanned|eased|calmed|heightened|renewed|drew|triggered|fed|deepened|amid)$/i;

const LEADING = /^(?:[\s\u00a0,;:.–—)\]]|-(?=\s|-))+/;
const TRAILING = /(?:[\s\u00a0,;:(–—[]|-)+$/;

function trimPiece(context: Context, piece: Span): Span {
  const { text } = context.reading.document;
  let { from, to } = trimmed(text, piece);
  from += LEADING.exec(text.slice(from, to))?.[0].length ?? 0;
  if (endsInsideQuotation(context, to)) return trimmed(text, { from, to });
  // The stop of the sentence is not part of what is said; that of a short form (“U.S.”) is the word's own.
  for (;;) {
    to -= TRAILING.exec(text.slice(Math.max(from, to - 12), to))?.[0].length ?? 0;
    if (to > from && /[.!?…]/.test(text[to - 1] as string) && isSentenceStop(context, to)) to--;
    else return { from, to: Math.max(from, to) };
  }
}

/** Whether the last thing before `to` stands inside an open quotation, or is its closing mark. */
function endsInsideQuotation({ quotations }: Context, to: number): boolean {
  const q = quotations.before(to);
  return q !== null && to > q.inner.from;
}

/** A full stop that is a token of its own. Question and exclamation marks belong to the words. */
function isSentenceStop({ reading: { tokens, document } }: Context, to: number): boolean {
  if (document.text[to - 1] !== "." && document.text[to - 1] !== "…") return false;
  const token = tokens[indexBehind(tokens, to - 1)];
  return token !== undefined && token.to === to && token.reads === ".";
}

/** Adverbs and places at the head of a sentence that the name follows. */
const LEAD =
  /^(?:outside|inside|meanwhile|later|earlier|however|afterwards|separately|still|then|yesterday|today|tonight|nevertheless|instead|elsewhere|for (?:his|her|its|their) part|(?:this|last|earlier this|late last) (?:week|month|year|morning|evening|night|spring|summer|autumn|winter)|in (?:the )?\p{Lu}[\p{L}\p{M}-]+(?= (?:the|his|her|its|an?)\s)),?\s+/iu;

const DAY =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the same|that) (?:day|evening|morning|night)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}*\\.? \\d{1,2}";
const TAIL = new RegExp(
  `,?\\s+(?:(?:late |early )?on (?:${DAY})|in (?:a|an|the|his|her|its|their) (?:[\\p{Ll}-]+ ){0,2}(?:statement|interview|speech|letter|tweet|commentary|article|post|press release|message|e-?mail|address|report|telegram|toast)(?: (?:on|dated|issued|to|with|published|carried|titled|entitled|under|(?:${DAY})) ?.*)?)$`,
  "iu",
);

/** "the mill, which closed in May": a clause that only adds is not part of the source. */
const ADDS = /,\s+which\s(?!.*,\s(?:and|or)\s+(?:\p{Lu}|the\s)).*$/su;

/** "said Mara Quill to the Courier": who hears it; but "the envoy to Solvan", "Ambassador to Solvan". */
const HEARER =
  /(?<=(\p{Lu}[\p{L}\p{M}’'-]+|\)|, (?:who|which) .*)),?\s+to (?:(?:reporters|journalists)\b.*|(?:the )?\p{Lu}[\p{L}\p{M}’'.& -]*)$/su;

/** "Zrcadlo Friday": a day behind a name, but not "Black Friday" nor "rules issued Friday". */
const BARE_DAY =
  /(?<=\p{Lu}[\p{L}\p{M}.’'-]+)(?<!\b(?:Black|Good|Super|Bloody|Ash|Palm|Easter|Cyber|Big|Fat|Shrove|Maundy|Holy))\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

/** "Mara Quill, head of the board, drawing attention to the dike": what she did meanwhile is not part of who she is. */
const DOING =
  /,\s+(?!including|excluding|comprising|representing|according|being|acting|visiting|managing|leading|ruling)\p{Ll}{3,}ing (?:attention|to|on|upon|the|an?|his|her|its|their|that|up|in|at|with|about) .*$/su;

function trimSource(text: string, source: Span, inverted: boolean): Span {
  let { from, to } = trimmed(text, source);
  from += /^(?:by|from)\s+(?=\S)/i.exec(text.slice(from, to))?.[0].length ?? 0;
  // A clause before the name is not the name: "…, did not use it; state radio", "Outside, the envoy".
  const clause = text.slice(from, to).lastIndexOf("; ");
  if (clause >= 0) from += clause + 2;
  from += LEAD.exec(text.slice(from, to))?.[0].length ?? 0;
  from += /^[\s,;:–—-]+/.exec(text.slice(from, to))?.[0].length ?? 0;
  // When and in what medium somebody spoke is not part of who he is.
  const tail = TAIL.exec(text.slice(from, to));
  if (tail && tail.index > 2 && !/\s(?:who|that|which|whose)\s/.test(text.slice(from, from + tail.index)))
    to = from + tail.index;
  const adds = ADDS.exec(text.slice(from, to));
  if (adds && adds.index > 2) to = from + adds.index;
  const hearer = HEARER.exec(text.slice(from, to));
  const last = (hearer?.[1] ?? "").toLowerCase();
  if (hearer && hearer.index > 2 && inverted && !wordsForPeople().has(last) && !wordsForBodies().has(last))
    to = from + hearer.index;
  const day = BARE_DAY.exec(text.slice(from, to));
  if (day && day.index > 2) to = from + day.index;
  const doing = DOING.exec(text.slice(from, to));
  if (doing && doing.index > 2) to = from + doing.index;
  to -= /[\s,;:–—-]+$/.exec(text.slice(from, to))?.[0].length ?? 0;
  return { from, to };
}

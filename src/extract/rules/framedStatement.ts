import type { Sentence } from "../../model/reading.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

/** Blocks whose sentences are the page's even inside a frame. */
const NOT_SPOKEN: ReadonlySet<string> = new Set([
  "headline",
  "standfirst",
  "subheading",
  "dateline",
  "byline",
  "caption",
  "source-line",
  "noise",
]);

/** A quotation inside a framed sentence that runs over more than this is not waited for. */
const LONGEST_QUOTATION = 800;

/** "Respected friends", "Dear colleagues,": an address without a verb. */
const LONGEST_ADDRESS = 9;
/** "Yours sincerely." */
const FAREWELL =
  /^(?:(?:most |very )?(?:respectfully|sincerely|faithfully|truly)(?: yours)?|yours(?: \p{Ll}+)?|(?:with )?(?:best|kind|warm) (?:regards|wishes))[.,]?$/iu;
/** A note of the page's in the middle of a turn: "[laughs]", "(Applause.)". */
const NOTE = /^[[(][^\])]{1,80}[\])]\.?$/;
/** Marks and numbers before the words of a list item. */
const ITEM = /^(?:[•‣▪●◦∙·*–—-]+|\(?\d{1,2}[.)])\s+/;

/** Every sentence inside a frame is its speaker's statement, with no cue of its own. */
export const framedStatement: Rule = {
  name: "framed-statement-1",
  propose(context, _found, firstKey) {
    const proposals: Proposal[] = [];
    for (const frame of context.frames)
      for (const content of sentencesIn(context, frame.stretch))
        proposals.push({
          key: firstKey + proposals.length,
          content: [content],
          cue: null,
          source: null,
          frame,
          inside: null,
          continues: null,
          confidence: frame.confidence,
          by: frame.by,
        });
    return proposals;
  },
};

function sentencesIn({ reading: { document, sentences }, quotations }: Context, stretch: Span): Span[] {
  const spoken: Span[] = [];
  for (let i = indexBehind(sentences, stretch.from); i < sentences.length; i++) {
    let sentence = sentences[i] as Sentence;
    if (sentence.from >= stretch.to) break;
    if (NOT_SPOKEN.has(document.blocks[sentence.block]?.kind ?? "")) continue;
    const from = Math.max(sentence.from, stretch.from);
    // Sentences inside one pair of marks are told together.
    for (;;) {
      const open = quotations.before(sentence.to);
      const next = sentences[i + 1];
      if (
        !open?.closed ||
        !next ||
        next.block !== sentence.block ||
        open.span.to <= sentence.to ||
        open.span.from <= from
      )
        break;
      if (open.span.to - open.span.from > LONGEST_QUOTATION || next.from >= stretch.to) break;
      sentence = next;
      i++;
    }
    const words = document.text.slice(from, sentence.to);
    const mark = ITEM.exec(words)?.[0].length ?? 0;
    const bare = words.slice(mark);
    if (/\p{L}/u.test(bare) && !isAddress(bare) && !FAREWELL.test(bare) && !NOTE.test(bare))
      spoken.push({ from: from + mark, to: sentence.to });
  }
  return spoken;
}

function isAddress(words: string): boolean {
  if (/[.!?…][”"’')\]]*$/.test(words)) return false;
  return words.split(/\s+/).length <= LONGEST_ADDRESS || /^dear\s/i.test(words);
}

import type { Sentence } from "../../model/reading.ts";
import { type Span, overlaps } from "../../model/span.ts";
import { type Context, type Proposal, type Rule, extentOf } from "../proposal.ts";

const NAME = "said-this-1";
/** Measured: 45 of 45 have the right words and speaker (5 wide marks, 40 stories of an agency read by hand); shaded, as they are of one kind. */
const CONFIDENCE = 0.95;

/** "Zrcadlo Friday says this in an editorial", "He said so when he met reporters". */
const SAID =
  /^((?:\p{Lu}|the ).{0,240}?)(?:,? (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}))?,? ((?:(?:also|has|had) )?(?:says|said|notes|noted|stresses|stressed|observes|observed|states|stated|writes|wrote|declares|declared|discloses|disclosed|points out|pointed out)) (?:this|so)(?= (?:in|on|at|when|while|during|to|after|before|through|upon|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|, \p{Ll}+ing\b|[.])/u;
/** A clause of its own stands before the verb: the subject is not all of it. */
const CLAUSE =
  /["“”;:]|\b(?:says?|said|that|because|although|whoever|everyone|nobody|if|is|are|was|were|has|have|had|why|how|not|never|after|before|while|when|since|unless)\b|^(?:And|But|So|Suppose|Imagine|Had|Unless|If) /;
/** Blocks whose words a report may take up with "this". */
const TAKEN_UP: ReadonlySet<string> = new Set(["paragraph", "standfirst", "list-item", "block-quote"]);
/** "This" takes up no more than so many characters: in a paragraph of nothing but "he said this" each would take up all before. */
const LONGEST = 5000;

/** "The dike held. Zrcadlo says this in a commentary.": the words right before, of which a sentence tells whose they are. */
export const saidThis: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { document, sentences } = context.reading;
    const proposals: Proposal[] = [];
    for (const [at, sentence] of sentences.entries()) {
      const [whole, who, how] = SAID.exec(document.text.slice(sentence.from, sentence.to)) ?? [];
      if (whole === undefined || who === undefined || how === undefined || CLAUSE.test(who)) continue;
      const content = wordsBefore(context, at);
      if (!content || isSomebodys(found, content)) continue;
      const from = sentence.from + whole.lastIndexOf(how);
      const cue = { from, to: from + how.length };
      const known = found.find((p) => p.cue && overlaps(p.cue, cue));
      proposals.push({
        key: known?.key ?? firstKey + proposals.length,
        content: [content],
        cue,
        source: { from: sentence.from, to: sentence.from + who.length },
        inside: null,
        continues: null,
        confidence: CONFIDENCE,
        by: NAME,
      });
    }
    return proposals;
  },
};

/** The sentences before one in its paragraph; where it is the first, the paragraph before; null where none stands there, or too much. */
function wordsBefore({ reading: { document, sentences } }: Context, at: number): Span | null {
  const here = sentences[at] as Sentence;
  const last = sentences[at - 1];
  if (!last || here.block - last.block > 1 || !TAKEN_UP.has(document.blocks[last.block]?.kind ?? "")) return null;
  let { from } = last;
  for (let i = at - 2; sentences[i]?.block === last.block; i--) {
    from = (sentences[i] as Sentence).from;
    if (last.to - from > LONGEST) return null;
  }
  return { from, to: last.to };
}

/** Whether somebody else's statement reaches to the end of the words: they are given to him already. */
function isSomebodys(found: readonly Proposal[], words: Span): boolean {
  const p = found.findLast((q) => q.inside === null && q.cue !== null && overlaps(q.cue, words));
  const all = p && extentOf(p);
  return all !== undefined && all.to >= words.to - 2 && all.from <= words.from + 2;
}

import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import { lexicon } from "../fast/lexicon.ts";
import { reports, wordsForBodies, wordsForPeople } from "../frames/words.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "second-verb-1";
/** Unmeasured on marks: the few that were read by hand were right. */
const CONFIDENCE = 0.75;
const FEWEST_LETTERS = 3;
/** As far as a second verb is looked for: a page without a stop is one sentence. */
const REACH = 800;
/** The longest that ", and also further" before a verb may be. */
const LONGEST_JOINT = 60;

/** What joins a second verb: "…, and also called for". */
const JOINED = /[\s,]+(?:and|but)\s+(?:(?:also|then|further|again|\p{Ll}+ly)\s+)*$/u;
/** A verb of speaking with what shows that it is no passive: "…, and called for more ships". */
const SECOND =
  /,\s+and\s+(?:(?:also|then|further|again|\p{Ll}+ly)\s+)*((?:agreed|agrees|vowed|vows|pledged|pledges|promised|promises)(?=\s+to\s)|(?:called|calls|appealed|appeals)\s+(?:for|on|upon|to)(?=\s)|(?:wished|wishes|urged|urges|demanded|demands|stressed|stresses|underscored|underlined|reaffirmed|noted|warned|said|says|hoped|hopes|hailed|praised|condemned|denounced|accused|thanked|congratulated)(?=\s+(?:that|the|an?|his|her|its|their|him|it|them|all|every|each|any|\p{Lu}\p{L}+)\s)|(?:expressed|expresses|voiced)(?=\s+(?:the\s|an?\s|his\s|her\s|its\s|their\s)?\p{Ll}+))\s+/u;
/** Verbs that tell of no time of their own, behind which no second verb can be joined in the past. */
const MODAL = /^(?:would|will|should|could|can|must|may|might|shall)$/;
const FINITE = /^(?:is|are|was|were|has|had|have|did|does|do|be|been)$/i;
/** Who speaks inside the words may be the one who does the second thing, too. */
const SOMEBODY = /^(?:he|she|they|we|i|you|it|who|which|both|everyone|nobody|all)$/i;

/**
 * "The two sides expressed satisfaction with the trade, and agreed to extend it.": the second verb of one subject begins a
 * statement of its own, and what was said first ends before it.
 */
export const secondVerb: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const proposals: Proposal[] = [];
    const { text } = context.reading.document;
    const byCue = found.filter((q) => q.cue && q.source).toSorted((a, b) => cueAt(a) - cueAt(b));
    const cues = byCue.flatMap((q) => q.cue ?? []);
    for (const p of found) {
      const { cue, source } = p;
      const last = p.content.at(-1);
      if (!cue || !source || !last || p.frame || last.from < cue.to || source.to > cue.from) continue;
      const ended = (to: number): Proposal => ({ ...p, content: [...p.content.slice(0, -1), { from: last.from, to }] });
      let second: Proposal | undefined;
      for (let i = indexBehind(cues, last.from); !second && i < byCue.length; i++) {
        const q = byCue[i] as Proposal;
        if (cueAt(q) >= Math.min(last.to, last.from + REACH)) break;
        if (q !== p && q.cue && contains(last, q.cue) && (q.source as Span).to <= cue.from) second = q;
      }
      if (second?.cue) {
        const back = Math.max(last.from, second.cue.from - LONGEST_JOINT);
        const joined = JOINED.exec(text.slice(back, second.cue.from));
        if (!joined || back + joined.index - last.from < FEWEST_LETTERS || marked(context, last, second.cue)) continue;
        proposals.push(ended(back + joined.index));
        // What stands a sentence before is not the subject of this one.
        const { sentences } = context.reading;
        if (indexBehind(sentences, (second.source as Span).from) !== indexBehind(sentences, cue.from))
          proposals.push({ ...second, source });
        continue;
      }
      const unread = unreadVerb(context, p, cue, last);
      if (!unread || found.some((q) => q.cue && overlaps(q.cue, unread.cue))) continue;
      proposals.push(ended(unread.from));
      const made = { content: [{ from: unread.to, to: last.to }], cue: unread.cue, source, inside: null };
      const key = firstKey + proposals.filter((q) => q.key >= firstKey).length;
      proposals.push({ key, ...made, continues: null, confidence: Math.min(CONFIDENCE, p.confidence), by: NAME });
    }
    return proposals;
  },
};

function cueAt({ cue }: Proposal): number {
  return cue?.from ?? 0;
}

/** Whether a verb stands inside quotation marks that open inside the words: it is the speaker's own. */
function marked({ quotations }: Context, words: Span, verb: Span): boolean {
  const q = quotations.before(verb.from + 1);
  return q !== null && q.span.from >= words.from;
}

/** A second verb of the same subject that the reader passed over; null where the words may have a subject of their own for it. */
function unreadVerb(
  context: Context,
  { inside }: Proposal,
  cue: Span,
  last: Span,
): { readonly from: number; readonly cue: Span; readonly to: number } | null {
  const { text } = context.reading.document;
  const said = text.slice(last.from, Math.min(last.to, last.from + REACH));
  const found = SECOND.exec(said);
  const verb = found?.[1];
  if (!found || verb === undefined || inside !== null || found.index < FEWEST_LETTERS) return null;
  const form = (word: string): string | undefined => lexicon().verbs.get(word.toLowerCase())?.form;
  const here = form(verb.split(/\s/)[0] as string);
  const first = text.slice(cue.from, cue.to).split(/\s+/).find(reports);
  if (here === undefined || first === undefined || (form(first) === "s") !== (here === "s")) return null;
  const words = said.slice(0, found.index).match(/[\p{L}’'-]+/gu) ?? [];
  const finite = words.findLastIndex((w) => MODAL.test(w) || FINITE.test(w) || PAST.test(w));
  const decides = words[finite] ?? "";
  // "Was open, and called for" has a verb of its own, but one that only joins a quality to things.
  const joins = /^(?:is|are|was|were)$/i.test(decides) && !/^(?!open$).*(?:ed|ing|en)$/.test(words[finite + 1] ?? "");
  if (finite >= 0 && !MODAL.test(decides) && !(joins && words.slice(0, finite).every(isNobody))) return null;
  // Without a verb in them the words are what is spoken of; where a clause may stand, its verb may be one that no list has.
  if (finite < 0 && TAKES_CLAUSE.test(text.slice(cue.from, cue.to))) return null;
  const to = last.from + found.index + found[0].length;
  const from = text.lastIndexOf(verb, to);
  const second = { from, to: from + verb.length };
  return marked(context, last, second) ? null : { from: last.from + found.index, cue: second, to };
}

const PAST = /[^e]ed$/i;
/** "Expressed satisfaction with", "urged the board to": no clause stands behind these, but behind any other verb. */
const TAKES_CLAUSE =
  /^(?!.*\s(?:with|for|of|on|to|over|at|about|upon)$)(?!(?:\S+\s+)?(?:urged|urges|accused|accuses|thanked|thanks|congratulated|praised|praises|condemned|condemns|vowed|vows|pledged|wished|wishes|called|calls|asked|asks|invited|invites)$)/i;

function isNobody(word: string): boolean {
  const lower = word.toLowerCase();
  return !SOMEBODY.test(word) && !/^\p{Lu}/u.test(word) && !wordsForPeople().has(lower) && !wordsForBodies().has(lower);
}

import { indexBehind } from "../../model/outermost.ts";
import type { Quotation } from "../../model/reading.ts";
import { contains, overlaps } from "../../model/span.ts";
import { type Context, type Proposal, type Rule, extentOf } from "../proposal.ts";

const NAME = "continuing-quotation-1";

/** A quotation of fewer words that does not end like a sentence is a label at the head of one. */
const FEWEST_WORDS = 4;

/** A statement, and where its words, cue and source end. */
interface Spoken {
  readonly proposal: Proposal;
  readonly end: number;
}

/**
 * A quotation without a cue, after somebody has been quoted: "...," he said. "..." in the same paragraph, the next
 * paragraph that opens with a mark, or the paragraphs of one quotation whose closing marks are missing. It is a statement
 * of its own with the speaker before. All paragraphs of one quotation are pieces of one content.
 */
export const continuingQuotation: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const speakers = endingInOrder(found.filter((p) => p.inside === null && p.cue !== null));
    const taken = new Set(found.filter((p) => p.inside === null).flatMap((p) => quotationsOf(context, p)));
    const nested = Map.groupBy(found, (p) => p.inside);
    const proposals: Proposal[] = [];
    let next = 0;
    let last = null as Spoken | null;
    for (const pieces of paragraphsOfOneQuotation(context)) {
      const free = pieces.filter((q) => !taken.has(q));
      const [first] = free;
      if (!first) continue;
      // Quotations come in order, and so do those who spoke before them.
      for (let s = speakers[next]; s && s.end <= first.span.from; s = speakers[++next]) {
        if (last && s.end < last.end) continue;
        last = last && tellsOfSpeaker(context, s.proposal, last.proposal) ? { proposal: last.proposal, end: s.end } : s;
      }
      if (!last || !standsForItself(context, first)) continue;
      const carried = free.length < pieces.length;
      if (!goesOn(context, last.proposal, last.end, first, carried)) continue;
      const speaker = innermost(context, last.proposal, nested);
      const proposal: Proposal = {
        key: firstKey + proposals.length,
        content: free.map((q) => q.span),
        cue: null,
        source: null,
        inside: null,
        continues: speaker.continues ?? speaker.key,
        confidence: Math.round(speaker.confidence * (carried ? 950 : 850)) / 1000,
        by: NAME,
      };
      proposals.push(proposal);
      const end = (free.at(-1) as Quotation).span.to;
      if (end >= last.end) last = { proposal, end };
    }
    return proposals;
  },
};

/**
 * "The agency quoted Solvan as saying “…”. “…”", "“…,” Solvan said, according to the agency. “…”": it is his words that go
 * on, as the agency has them. All the marks of the outer statement stand in the inner one.
 */
function innermost(
  context: Context,
  speaker: Proposal,
  nested: ReadonlyMap<number | null, readonly Proposal[]>,
): Proposal {
  const own = quotedIn(context, speaker);
  const within = nested
    .get(speaker.key)
    ?.find(
      ({ content }) =>
        (content.length === speaker.content.length &&
          content.every(({ from, to }, i) => from === speaker.content[i]?.from && to === speaker.content[i]?.to)) ||
        (own[0]?.span.from === speaker.content[0]?.from &&
          own.every(({ span }) => content.some((piece) => contains(piece, span)))),
    );
  return within ? innermost(context, within, nested) : speaker;
}

/** The outermost quotations that stand whole in what is said. */
function quotedIn({ quotations }: Context, { content }: Proposal): Quotation[] {
  return content.flatMap((piece) => quotations.touching(piece).filter((q) => q.depth === 0 && contains(piece, q.span)));
}

/** "“…,” said Quill, who has accused the board. “…”": the clause tells of whoever was quoted before it. */
function tellsOfSpeaker(context: Context, clause: Proposal, before: Proposal): boolean {
  const { document, sentences } = context.reading;
  const { source } = clause;
  const begins = before.cue?.from;
  if (!source || begins === undefined || !/^whos?e?$/i.test(document.text.slice(source.from, source.to))) return false;
  return (
    begins < source.from &&
    indexBehind(sentences, begins) === indexBehind(sentences, source.from) &&
    quotedIn(context, before).length > 0 &&
    quotedIn(context, clause).length === 0
  );
}

function endingInOrder(proposals: readonly Proposal[]): Spoken[] {
  return proposals
    .map((proposal) => ({
      proposal,
      end: extentOf(proposal).to,
    }))
    .sort((a, b) => a.end - b.end || a.proposal.key - b.proposal.key);
}

/** The quotations whose words are already somebody's: in the content, or around the cue. */
function quotationsOf({ quotations }: Context, p: Proposal): Quotation[] {
  const { cue } = p;
  return [
    ...p.content.flatMap((piece) => quotations.touching(piece)),
    ...(cue ? quotations.touching(cue).filter((q) => contains(q.span, cue)) : []),
  ];
}

/** Outermost quotations, those that carry each other on over paragraphs together. */
function paragraphsOfOneQuotation({ reading: { quotations } }: Context): Quotation[][] {
  const groups: Quotation[][] = [];
  const groupOf = new Map<number, Quotation[]>();
  quotations.forEach((q, i) => {
    if (q.depth > 0) return;
    const carried = q.continues === null ? undefined : groupOf.get(q.continues);
    const group = carried ?? [];
    group.push(q);
    groupOf.set(i, group);
    if (!carried) groups.push(group);
  });
  return groups;
}

/** Whole sentences in running text, not a label or a title in the middle of one. */
function standsForItself({ reading: { document, sentences } }: Context, q: Quotation): boolean {
  const sentence = sentences[indexBehind(sentences, q.span.from)];
  if (!sentence || sentence.from !== q.span.from) return false;
  const kind = document.blocks[sentence.block]?.kind;
  if (kind !== "paragraph" && kind !== "block-quote" && kind !== "list-item") return false;
  const words = document.text.slice(q.inner.from, Math.min(q.inner.to, q.inner.from + 400));
  const rest = document.text.slice(q.span.to, sentence.to).trim();
  // Words behind the mark in the same sentence belong to somebody else's clause: “Dune” opened on Friday.
  if (q.span.to < sentence.to && /[\p{L}\p{N}]/u.test(rest)) return false;
  return (
    /[.!?…—-]$/.test(document.text.slice(q.inner.from, q.inner.to).trim()) ||
    !q.closed ||
    words.split(/\s+/).length >= FEWEST_WORDS
  );
}

/**
 * Whether the speaker's words go on in this quotation: he was quoted directly before, in this paragraph or the one before;
 * or it is the same quotation.
 */
function goesOn(context: Context, speaker: Proposal, end: number, q: Quotation, carried: boolean): boolean {
  if (carried) return true;
  const { text } = context.reading.document;
  const distance = paragraphsBetween(context, end - 1, q.span.from);
  if (distance > 1) return false;
  const direct = speaker.content.some((piece) =>
    context.quotations.touching(piece).some((k) => overlaps(k.span, piece)),
  );
  return direct || (distance === 0 && /^[\s\u00a0.!?]*$/.test(text.slice(end, q.span.from)));
}

/** What a page puts between the paragraphs of its report; pictures in a row are often lists. */
const PASSED_OVER: ReadonlySet<string> = new Set(["caption", "noise", "dateline", "list-item"]);

/** How many running paragraphs lie between two places; pictures and page debris do not count. */
function paragraphsBetween(context: Context, from: number, to: number): number {
  const { blocks } = context.reading.document;
  let distance = 0;
  for (let i = indexBehind(context.blocks, to); i >= 0 && distance < 2; i--) {
    const block = blocks[i];
    if (!block || block.span.from <= from) break;
    if (!PASSED_OVER.has(block.kind)) distance++;
  }
  return distance;
}

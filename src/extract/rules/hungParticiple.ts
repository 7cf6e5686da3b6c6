import { indexBehind } from "../../model/outermost.ts";
import { type Span, overlaps } from "../../model/span.ts";
import { tableRows } from "../../text/tables.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "hung-participle-1";
/** Unmeasured on marks: what was read by hand was right, of few kinds. */
const CONFIDENCE = 0.8;
/** What may stand between who said it and the participle: "he said at the opening of the dam on Friday, praising …". */
const MOST_BETWEEN = 90;
/** As far as a participle with what belongs to it is looked for: a page without a stop is one sentence. */
const REACH = 250;
/** The longest that "and also further" before a cue may be. */
const LONGEST_JOINT = 60;
const FEWEST_LETTERS = 3;
/** A sentence of nothing but participles would be walked again for each. */
const MOST_IN_A_ROW = 4;

/** A clause of its own stands between: whoever does it may be the one in the participle. */
const CLAUSE = /[;:"“”]|\b(?:who|which|that|when|while|as|after|before|because|is|are|was|were|has|had|have)\b/;

let loaded: { readonly behindComma: RegExp; readonly behindAnd: RegExp } | null = null;

/** The words of `data/en/participle-words.tsv` as what stands behind a comma, and behind "and"; read once. */
function participles(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const rows = new Map(tableRows("en/participle-words.tsv").map(([name = "", ...words]) => [name, words.join(" | ")]));
  const anyOf = (name: string, between = / (?:\| )?/): string =>
    (rows.get(name) ?? "").split(between).filter(Boolean).join("|");
  const speaks = [
    anyOf("with-particle", / \| /),
    `(?:${anyOf("carries")})(?: \\p{Ll}+(?: and \\p{Ll}+)?){0,3}? (?:${anyOf("carried")})(?: and (?:${anyOf("carried")}))?(?: (?:for|with|to|over|at|about))?`,
    anyOf("speaks"),
  ].join("|");
  const cue = `(?:(?:also|again|further|once more|\\p{Ll}+ly) )*(${speaks}) (?=[\\p{L}\\p{N}"“‘'])`;
  return (loaded = {
    behindComma: new RegExp(`,["”’]*\\s+(?:and |while |as well as )?${cue}`, "u"),
    behindAnd: new RegExp(`,? and ${cue}`, "u"),
  });
}

/**
 * "The bridge is safe, he said, highly praising the crew.": a participle of speaking behind the cue is a statement of its own,
 * by the same speaker. Where the reader took it for the rest of what was said before, that ends there.
 */
export const hungParticiple: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const proposals: Proposal[] = [];
    const cues = found.flatMap((p) => (p.cue ? [{ cue: p.cue, source: p.source }] : []));
    let key = firstKey;
    const heads = new Set<number>();
    for (const p of found) {
      const hung = hungOn(p, context);
      if (!hung) continue;
      const content = p.content.flatMap((piece) => {
        // "…, praising the crew, “and they will be paid”": the quotation goes on behind it.
        if (piece.to <= hung.from || (piece.from > hung.cue.to && context.quotations.before(piece.from + 1)))
          return piece;
        return piece.from < hung.from ? { from: piece.from, to: hung.from } : [];
      });
      if (content.length === 0) continue;
      if (content.length < p.content.length || content.some((piece, i) => piece !== p.content[i]))
        proposals.push({ ...p, content });
      if (heads.has(hung.cue.from) || cues.some(({ cue }) => overlaps(cue, hung.cue))) continue;
      heads.add(hung.cue.from);
      for (const { cue, said } of inARow(context, hung.cue, hung.end, p.source, cues)) {
        const made = { content: [said], cue, source: p.source, inside: null, continues: null };
        proposals.push({ key: key++, ...made, confidence: Math.min(CONFIDENCE, p.confidence), by: NAME });
      }
    }
    return proposals;
  },
};

interface Hung {
  /** Where the words before end, at the comma. */
  readonly from: number;
  readonly cue: Span;
  /** The end of the sentence. */
  readonly end: number;
}

/** The participle that hangs on a statement; null for none. */
function hungOn({ cue, source, content, frame }: Proposal, { reading, quotations }: Context): Hung | null {
  const [first] = content;
  if (!cue || !source || !first || frame || quotations.before(cue.from + 1)) return null;
  const { text } = reading.document;
  if (/^according to$/i.test(text.slice(cue.from, cue.to))) return null;
  const sentence = reading.sentences[indexBehind(reading.sentences, cue.from)];
  if (!sentence) return null;
  // The words before the cue: what hangs follows cue and speaker. Else it follows what was said, where that was read as ended.
  const said = first.from < cue.from;
  const from = said ? Math.max(cue.to, source.to) : (content.at(-1)?.to ?? cue.to);
  if (from >= sentence.to || from < cue.to) return null;
  const found = participles().behindComma.exec(text.slice(from, Math.min(sentence.to, from + REACH)));
  const between = text.slice(from, from + (found?.index ?? 0));
  if (!found || between.length > (said ? MOST_BETWEEN : 1) || CLAUSE.test(between)) return null;
  const at = from + found.index + found[0].length - 1;
  if (quotations.before(at)) return null;
  return { from: from + found.index, cue: { from: at - (found[1] as string).length, to: at }, end: sentence.to };
}

/** What the participle says, and those that "and" joins to it. */
function inARow(
  { reading, quotations }: Context,
  head: Span,
  end: number,
  source: Span | null,
  cues: readonly { readonly cue: Span; readonly source: Span | null }[],
): { cue: Span; said: Span }[] {
  const { text } = reading.document;
  // The speaker's next act in the sentence: its source stands ahead of the participle, as this one's does.
  const next = cues
    .filter((c) => c.cue.from > head.to && c.cue.from < end && c.source && source && c.source.to <= head.from)
    .reduce((least, c) => Math.min(least, c.cue.from), end);
  const back = Math.max(head.to, next - LONGEST_JOINT);
  const joined = /[\s,]+(?:(?:and|but|while|as well as|also) )?(?:\p{Ll}+ly )*$/u.exec(text.slice(back, next));
  let stop = next < end && joined ? back + joined.index : next;
  // "…, praising the crew, “and they are well paid”": the quotation goes on.
  const marks = /, (?=["“]|''|``)|;\s/.exec(text.slice(head.to, stop));
  if (marks && !quotations.before(head.to + marks.index + 1)) stop = head.to + marks.index;
  const row: { cue: Span; said: Span }[] = [];
  for (let cue = head; row.length < MOST_IN_A_ROW;) {
    const more = participles().behindAnd.exec(text.slice(cue.to, stop));
    const at = more ? cue.to + more.index + more[0].length - 1 : 0;
    const inMarks = more !== null && quotations.before(at) !== null;
    const to = more && !inMarks ? cue.to + more.index : stop;
    if (to - cue.to > FEWEST_LETTERS) row.push({ cue, said: { from: cue.to + 1, to } });
    if (!more || inMarks) break;
    cue = { from: at - (more[1] as string).length, to: at };
  }
  return row;
}

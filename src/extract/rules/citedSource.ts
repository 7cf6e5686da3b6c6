import { indexBehind } from "../../model/outermost.ts";
import type { Pack } from "../../model/pack.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import { wordsForBodies, wordsForMany, wordsForMedia, wordsForPeople } from "../frames/words.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "cited-source-1";
/** Unmeasured on marks: of what was read by hand all was right. */
const CONFIDENCE = 0.9;

const CITES = /(?:,\s+|\s|^)(citing|quoting)\s+(?=[\p{L}\p{N}])/giu;
/** Where the words for the one cited end: no name of a person or body runs over these. */
const BEHIND = /[,;:"“”—]|\s(?:--|–|as \p{Ll}+ing|said|says|reported|reports|wrote|that)(?=\s|$)/u;
/** What hangs on the noun that tells who is cited. */
const HANGS = /\s(?:of|in|at|from|for|with|who|whom|on|to|by|about|near|inside|within|behind)\s/u;
/** "two people familiar", "an aide close": what stands between that noun and what hangs on it. */
const BETWEEN = /\s(?:familiar|close|briefed|involved|aware|present|privy|knowledgeable|speaking|based|quoted|cited)$/u;
/** Papers that tell something, whoever wrote them. */
const PAPERS =
  /^(?:documents?|memos?|letters?|transcripts?|statements?|drafts?|cables?|papers?|e-?mails?|minutes|filings?)$/i;
/** What may stand between somebody's cue and "citing": no other clause. */
const CLAUSE = /[;:"“”]|\b(?:who|which|when|while|after|before|because|and|but)\b/;
const MOST_BETWEEN = 60;
const LONGEST = 160;
const MOST_WORDS = 18;
/** A page without a stop is one sentence. */
const MOST_IN_A_SENTENCE = 4;

/**
 * "It leaked, the Star reported, citing two clerks": the ones cited are the source of the same words, inside the statement of
 * the one who cites them. Reasons ("citing the weather") are none.
 */
export const citedSource: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { document, sentences } = context.reading;
    const proposals = new Map<number, Proposal>();
    let key = firstKey;
    const bySentence = Map.groupBy(
      found.filter((p) => p.cue && p.source && !p.frame),
      (p) => indexBehind(sentences, (p.cue as Span).from),
    );
    for (const [at, here] of bySentence) {
      const sentence = sentences[at];
      if (!sentence) continue;
      const words = document.text.slice(sentence.from, sentence.to);
      for (const cites of [...words.matchAll(CITES)].slice(0, MOST_IN_A_SENTENCE)) {
        const from = sentence.from + cites.index;
        const to = from + cites[0].length;
        const cue = {
          from: from + cites[0].indexOf(cites[1] as string),
          to: to - (/\s+$/.exec(cites[0])?.[0].length ?? 0),
        };
        if (context.quotations.before(cue.from + 1)) continue;
        const source = citedAt(context, to, sentence.to);
        const own = here.find((p) => overlaps(p.cue as Span, cue));
        const outer =
          source &&
          whoCites(
            context,
            here.filter((p) => p !== own),
            cue,
            from,
            source,
          );
        if (!source || !outer) continue;
        for (const p of here) {
          if (p === own) continue;
          const cut = withoutTail(document.text, p, from, source.to);
          if (cut !== p) proposals.set(p.key, cut);
        }
        const { content, opener } = proposals.get(outer.key) ?? outer;
        const made = own?.key ?? key++;
        proposals.set(made, {
          key: made,
          content,
          cue,
          source,
          ...(opener && { opener }),
          inside: outer.key,
          continues: null,
          confidence: Math.min(CONFIDENCE, outer.confidence),
          by: NAME,
        });
      }
    }
    return [...proposals.values()];
  },
};

/** The words for somebody cited, or for papers that speak; null where a reason stands there. */
function citedAt({ reading: { document }, packs }: Context, from: number, end: number): Span | null {
  const whole = document.text.slice(from, Math.min(end, from + LONGEST));
  const words = whole.slice(0, BEHIND.exec(whole)?.index ?? whole.length).replace(/[.\s]+$/, "");
  if (words === "" || words.split(/\s+/).length > MOST_WORDS) return null;
  // "Quoting a clerk as saying …" has its own words behind it.
  if (/^\s+as\s/.test(whole.slice(words.length))) return null;
  const noun = (words.split(HANGS)[0] as string).replace(BETWEEN, "");
  const head = noun.split(/\s+/).at(-1) as string;
  const lists = [wordsForPeople(), wordsForMany(), wordsForMedia(), wordsForBodies()];
  const one = head.toLowerCase();
  const speaks = lists.some((list) => list.has(one) || list.has(one.replace(/s$/, "")));
  const known = isNamed(noun.replace(/^(?:the|an?)\s+/i, ""), packs);
  const titled = /^\p{Lu}/u.test(head) && noun.split(/\s+/).some((word) => wordsForPeople().has(word.toLowerCase()));
  return (speaks && !FINDINGS.test(head)) || PAPERS.test(head) || known || titled
    ? { from, to: from + words.length }
    : null;
}

/** Words for bodies in the lists that are cited as a ground, not for what they said. */
const FINDINGS =
  /^(?:reports?|polls?|surveys?|stud(?:y|ies)|data|figures|statistics|laws?|rulings?|constitution|research|analysis|treaty|resolution|precedents?)$/i;

function isNamed(words: string, packs: readonly Pack[]): boolean {
  const same = (name: string): boolean => name.replace(/^The /, "") === words;
  return packs.some((pack) =>
    [pack.channels, pack.people, pack.organisations].some((list) =>
      list.some(({ name, aliases }) => same(name) || aliases.some(same)),
    ),
  );
}

/** The statement whose speaker cites somebody at a place; null where none plainly does. */
function whoCites(
  { reading: { document } }: Context,
  here: readonly Proposal[],
  cue: Span,
  from: number,
  cited: Span,
): Proposal | null {
  const { text } = document;
  // "The Star, citing two clerks, reported …"
  const beside = here.find((p) => {
    const source = p.source as Span;
    return (
      contains(source, cue) || (source.to <= from && /^,?\s*$/.test(text.slice(source.to, from)) && !within(p, from))
    );
  });
  // "Citing two clerks, the Star reported …"
  const ahead = here.find(
    (p) => (p.source as Span).from >= cited.to && /^,\s+$/.test(text.slice(cited.to, p.source?.from)),
  );
  if (ahead && /^\p{Lu}/u.test(text.slice(cue.from, cue.to))) return ahead;
  if (beside && !contains(cited, beside.cue as Span)) return top(here, beside);
  const before = here.filter((p) => (p.cue as Span).to <= from && (p.source as Span).to <= from);
  const around = before
    .filter((p) =>
      p.content.every(
        (piece) => piece.to <= Math.max((p.cue as Span).to, (p.source as Span).to) || piece.from >= cited.to,
      ),
    )
    .toSorted((a, b) => (b.cue as Span).to - (a.cue as Span).to)[0];
  if (around) {
    const end = Math.max((around.cue as Span).to, (around.source as Span).to);
    const between = text.slice(end, from);
    return between.length <= MOST_BETWEEN && !CLAUSE.test(between) ? around : null;
  }
  // "The Star reported that it leaked, citing two clerks": whoever tells the whole.
  const ending = before.find(
    (p) =>
      p.inside === null &&
      p.content.some((piece) => piece.from < from && piece.to >= from - 1 && piece.to <= cited.to + 2),
  );
  return ending && TELLS.test(text.slice((ending.cue as Span).from, (ending.cue as Span).to)) ? ending : null;
}

/** What a medium does; somebody who "vows" or "decides" cites a reason of his own. */
const TELLS = /\b(?:report|said|says?|writ|wrote|according|reveal|disclos)/i;

/** The words were told by the one outside, whoever's cue stands there. */
function top(here: readonly Proposal[], p: Proposal): Proposal {
  return (p.source && here.find((q) => q.key === p.inside && q.source && overlaps(q.source, p.source as Span))) || p;
}

function within({ content }: Proposal, at: number): boolean {
  return content.some((piece) => piece.from < at && piece.to > at + 1);
}

/** A statement without "citing …" at the end of its words, or behind its source. */
function withoutTail(text: string, p: Proposal, from: number, end: number): Proposal {
  const source = p.source && p.source.from < from && p.source.to > from ? { from: p.source.from, to: from } : p.source;
  const cue = p.cue as Span;
  const cut =
    cue.to <= from &&
    p.content.some((piece) => piece.from >= cue.to && piece.from < from && piece.to > from && piece.to <= end + 2);
  // "According to the Star, [citing two clerks, it leaked]": read as the beginning of what is told.
  const [first, ...others] = p.content;
  const gap = first && first.from > from && first.from < end && first.to > end + 2 && first.from > cue.to;
  if (gap)
    return {
      ...p,
      source,
      content: [{ from: end + (/^,?\s*/.exec(text.slice(end, end + 4))?.[0].length ?? 0), to: first.to }, ...others],
    };
  if (!cut && source === p.source) return p;
  const content = cut
    ? p.content.flatMap((piece) => (piece.to <= from ? piece : piece.from < from ? { from: piece.from, to: from } : []))
    : p.content;
  return { ...p, source, content };
}

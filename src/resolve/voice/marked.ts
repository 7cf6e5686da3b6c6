import { indexBehind } from "../../model/outermost.ts";
import type { Quotation, Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";

/** No more words of a stretch in marks than this are looked at. */
const MOST_WORDS = 120;

/** One stretch in quotation marks. */
export interface Marked {
  readonly span: Span;
  readonly inner: Span;
  /** The words inside, punctuation left out, in lower case but for "US", which is not "us"; the first hundred or so. */
  readonly words: readonly string[];
  /** The same words as they are read. */
  readonly raw: readonly string[];
  /** The words ahead of the opening mark and behind the closing one, in lower case, nearest last and first. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** The page writes the long words around it with capitals, as in a headline. */
  readonly amongCapitals: boolean;
}

export interface MarkedText {
  /** The first stretches of a depth (0 outermost, 1 inside one) that share words with the span, in order. */
  touching(span: Span, depth: number): Marked[];
}

const made = new WeakMap<Found, MarkedText>();

/** The quotation marks of a reading, ready to be looked up by place; worked out once for each. */
export function marksOf(found: Found): MarkedText {
  let marks = made.get(found);
  if (!marks) made.set(found, (marks = readMarks(found)));
  return marks;
}

/** No more stretches of one span than this are looked at. */
const MOST_STRETCHES = 40;

const AROUND = 6;

function readMarks({ quotations, tokens, sentences }: Found): MarkedText {
  const levels = [0, 1].map((depth) => quotations.filter((q) => q.depth === depth));
  const spans = levels.map((level) => level.map((q) => q.span));
  const read = ({ span, inner }: Quotation): Marked => {
    const first = indexBehind(tokens, inner.from);
    const raw: string[] = [];
    for (let i = first; i < first + MOST_WORDS && i < tokens.length && (tokens[i] as Token).from < inner.to; i++)
      raw.push(...wordOf(tokens[i]));
    const ahead = indexBehind(tokens, span.from);
    const after = indexBehind(tokens, span.to);
    const begin = sentences[indexBehind(sentences, span.from)]?.first ?? 0;
    const end = sentences[indexBehind(sentences, span.to - 1)]?.last ?? tokens.length;
    const before = tokens.slice(Math.max(begin, ahead - AROUND), ahead).map((t) => t.reads);
    const behind = tokens.slice(after, Math.min(end, after + AROUND)).map((t) => t.reads);
    return {
      span,
      inner,
      raw,
      words: raw.map((w) => (w === "US" && raw.some((r) => /\p{Ll}{2}/u.test(r)) ? w : w.toLowerCase())),
      before: before.map((w) => w.toLowerCase()),
      behind: behind.map((w) => w.toLowerCase()),
      amongCapitals: ![...before, ...behind].some((w) => /^\p{Ll}{4,}/u.test(w)),
    };
  };
  return {
    touching(span, depth) {
      const sorted = spans[depth] ?? [];
      const found: Marked[] = [];
      for (
        let i = indexBehind(sorted, span.from);
        i < sorted.length && (sorted[i] as Span).from < span.to && found.length < MOST_STRETCHES;
        i++
      )
        found.push(read((levels[depth] as Quotation[])[i] as Quotation));
      return found;
    },
  };
}

function wordOf(token: Token | undefined): string[] {
  return token && /[\p{L}\p{N}]/u.test(token.reads) ? [token.reads] : [];
}

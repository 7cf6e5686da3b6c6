import type { Block, BlockKind } from "../../model/document.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Quotation, Reading, Sentence, Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";

/** A block with the sentences in it. */
export interface Paragraph {
  readonly index: number;
  readonly kind: BlockKind;
  readonly span: Span;
  /** Sentences `first <= i < last` of `Reading.sentences`. */
  readonly first: number;
  readonly last: number;
}

/** A reading as the rules for frames see it: block by block. */
export interface Page {
  readonly reading: Reading;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Outermost quotations, in order, and their spans. */
  readonly quotations: readonly Quotation[];
  readonly marked: readonly Span[];
}

/** Blocks that carry the report's words. */
const RUNNING: ReadonlySet<BlockKind> = new Set(["paragraph", "list-item", "block-quote"]);
/** What a page puts between its paragraphs, as a picture or an advertisement. */
const BETWEEN: ReadonlySet<BlockKind> = new Set(["caption", "noise", "subheading"]);

export function pageOf(reading: Reading): Page {
  const { document, sentences } = reading;
  const paragraphs: Paragraph[] = [];
  let next = 0;
  document.blocks.forEach((block: Block, index) => {
    while (next < sentences.length && (sentences[next] as Sentence).block < index) next++;
    const first = next;
    while (next < sentences.length && (sentences[next] as Sentence).block === index) next++;
    paragraphs.push({ index, kind: block.kind, span: block.span, first, last: next });
  });
  const quotations = reading.quotations.filter((q) => q.depth === 0);
  return { reading, text: document.text, paragraphs, quotations, marked: quotations.map((q) => q.span) };
}

export function isRunning({ kind }: Paragraph): boolean {
  return RUNNING.has(kind);
}

/** Whether a block stands between two paragraphs without parting them. */
export function standsBetween({ kind }: Paragraph): boolean {
  return BETWEEN.has(kind);
}

/** The next block that carries the report's words behind block `index`; null where something else comes first. */
export function runningBehind(page: Page, index: number): Paragraph | null {
  for (let i = index + 1; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    if (isRunning(paragraph)) return paragraph;
    if (!standsBetween(paragraph)) return null;
  }
  return null;
}

/** The words of a span, no more than `most` of them. */
export function wordsOf({ text }: Page, { from, to }: Span, most = 600): string {
  return text.slice(from, Math.min(to, from + most));
}

/** Whether the whole paragraph stands in quotation marks: its words are quoted, not framed. */
export function isQuoted({ quotations, marked }: Page, { span }: Paragraph): boolean {
  const q = quotations[indexBehind(marked, span.from)];
  if (!q || q.span.from > span.from + 1) return false;
  return !q.closed || q.span.to >= span.to - 2 || q.continues !== null;
}

/** Whether a paragraph is somebody's post or code set into the page: what is framed is prose. */
export function isSetIn({ text }: Page, { span }: Paragraph): boolean {
  return text[span.from] === "<";
}

const OWN = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b|\b(?:I|[Ww]e)['’]/;

/** Whether somebody speaks of himself in these words. */
export function isFirstPerson(words: string): boolean {
  return OWN.test(words);
}

/** A paragraph's words without what stands in marks. */
export function outsideMarks(page: Page, { span }: Paragraph): string {
  return wordsOf(page, span, 800).replace(/[“"][^”"]{0,400}[”"]/g, " ");
}

/** The tokens of a sentence. */
export function tokensOf({ reading }: Page, { first, last }: Sentence): readonly Token[] {
  return reading.tokens.slice(first, last);
}

/** The end of a stretch without the white space before it, never before `from`. */
export function trimmedEnd({ text }: Page, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

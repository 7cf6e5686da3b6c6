import type { BlockKind, Document } from "../model/document.ts";
import type { Quotation } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { trimmed } from "../model/span.ts";
import type { Layer } from "../text/layer.ts";
import { layerOf } from "../text/layer.ts";
import type { Family, Mark } from "./marks.ts";
import { findMarks, isWordless } from "./marks.ts";
import type { Surroundings, Use } from "./pairing.ts";
import { Pairer } from "./pairing.ts";
import { isAbbreviation } from "./tokens.ts";

export interface Quotations {
  /** In reading order; spans are in `Document.text`. */
  readonly quotations: readonly Quotation[];
  /** Marks that belong to no quotation and are no part of a word or measure either, in reading order. */
  readonly stray: readonly Span[];
}

/**
 * Finds what stands between quotation marks in each block of a document. A quotation never crosses a block:
 * one over several paragraphs is an entry for each, with `continues`. Where the closing mark is missing the
 * quotation ends with its paragraph, or before the next opening mark of the same kind, and `closed` is false.
 * Where a quotation goes on in a paragraph with no opening mark of its own, its `span` and `inner` start together
 * at the paragraph's start. Never throws; takes time in proportion to the text.
 */
export function findQuotations(document: Document): Quotations {
  const blocks = document.blocks.map(({ kind, span }) => {
    const layer = layerOf(document.text, document.repairs, span);
    return { layer, marks: findMarks(layer.text), running: RUNNING_TEXT.has(kind) && !isWordless(layer.text) };
  });
  const ahead = looksAhead(blocks);
  const pairer = new Pairer();
  const quotations: Quotation[] = [];
  const stray: Span[] = [];
  let left: readonly LeftOpen[] = [];
  blocks.forEach(({ layer, marks, running }, i) => {
    const { nextOpens, nextCloses } = ahead[i]!;
    const carried = running ? left : [];
    const startsInside = carried[0]?.family === "double" && goesOnUnmarked(marks, nextCloses) ? "double" : null;
    const wordlessEnd = isWordless(layer.text.slice(marks.at(-1)?.to ?? 0));
    const uses = pairer.pair(marks, { startsInside, nextOpens, nextCloses, wordlessEnd });

    const block = new QuotedBlock(layer, quotations.length, carried);
    if (startsInside) block.startInside();
    marks.forEach((mark, m) => {
      const use = uses[m]!;
      block.use(mark, use);
      if (use === "stray") stray.push(layer.spanInText(mark.from, mark.to));
    });
    const stillOpen = block.end();
    if (running) left = stillOpen;
    for (const quotation of block.quotations()) quotations.push(quotation);
  });
  return { quotations, stray };
}

/** Blocks that make one running text: a caption or an advertisement between two of them breaks no quotation. */
const RUNNING_TEXT: ReadonlySet<BlockKind> = new Set<BlockKind>(["paragraph", "list-item", "block-quote"]);

/** A mark that costs more than this in a use does not suggest it by itself. */
const FITS = 1;
/** A quotation without marks of its own in this many paragraphs on end is not believed. */
const MOST_UNMARKED = 6;

type Ahead = Pick<Surroundings, "nextOpens" | "nextCloses">;

/** For each block what the running text behind it begins with. */
function looksAhead(blocks: readonly { marks: readonly Mark[]; running: boolean }[]): Ahead[] {
  const nothing: Ahead = { nextOpens: null, nextCloses: null };
  const ahead: Ahead[] = new Array(blocks.length);
  let next = nothing;
  let unmarked = 0;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { marks, running } = blocks[i]!;
    ahead[i] = running ? next : nothing;
    if (!running) continue;
    const [first] = marks;
    const double = firstDouble(marks);
    unmarked = double ? 0 : unmarked + 1;
    const closes = double ? onlyCloses(double) : unmarked <= MOST_UNMARKED && next.nextCloses !== null;
    next = {
      nextOpens: first?.blankBefore && first.open <= FITS ? first.family : null,
      nextCloses: closes ? "double" : null,
    };
  }
  return ahead;
}

/** Whether a block behind an unclosed quotation carries it on without an opening mark. */
function goesOnUnmarked(marks: readonly Mark[], nextCloses: Family | null): boolean {
  const double = firstDouble(marks);
  return double ? onlyCloses(double) : nextCloses === "double";
}

/** Only double marks tell: the first single one is as often an apostrophe. */
function firstDouble(marks: readonly Mark[]): Mark | undefined {
  return marks.find(({ family }) => family === "double");
}

function onlyCloses(mark: Mark): boolean {
  return mark.close <= FITS && mark.open - mark.close > FITS;
}

const STYLES: Readonly<Record<Family, Quotation["style"]>> = {
  double: "double",
  single: "single",
  guillemet: "guillemet",
  "single-guillemet": "guillemet",
};

/** A quotation that reached the end of its paragraph without a closing mark. */
interface LeftOpen {
  readonly family: Family;
  readonly index: number;
}

/** A quotation in the making; positions are in the block's layer. */
interface Draft {
  readonly family: Family;
  readonly index: number;
  readonly depth: number;
  readonly continues: number | null;
  readonly from: number;
  readonly innerFrom: number;
  innerTo: number;
  to: number;
  closed: boolean;
}

/** Turns the uses of one block's marks into quotations. */
class QuotedBlock {
  readonly #layer: Layer;
  readonly #firstIndex: number;
  /** What the paragraph before left open, outermost first. */
  readonly #carried: readonly LeftOpen[];
  readonly #drafts: Draft[] = [];
  readonly #open: Draft[] = [];
  /** Whether only opening marks have stood so far. */
  #atStart = true;

  constructor(layer: Layer, firstIndex: number, carried: readonly LeftOpen[]) {
    this.#layer = layer;
    this.#firstIndex = firstIndex;
    this.#carried = carried;
  }

  /** The block starts inside the outermost quotation that was left open. */
  startInside(): void {
    const [carried] = this.#carried;
    if (!carried) return;
    const { from } = trimmed(this.#layer.text, { from: 0, to: this.#layer.text.length });
    this.#begin(carried.family, from, from, carried.index);
    this.#atStart = false;
  }

  use(mark: Mark, use: Use): void {
    this.#atStart &&= use === "opens" && mark.blankBefore;
    if (use === "opens") this.#begin(mark.family, mark.from, mark.to, this.#carriedOnBy(mark));
    else if (use === "closes") this.#close(mark, this.#levelsInside(mark.family));
    else if (use === "closes-other") this.#close(mark, 0);
    else if (use === "reopens") this.#reopen(mark);
  }

  /** Ends what is still open with the block and says what that was. */
  end(): readonly LeftOpen[] {
    const left = [...this.#open];
    this.#leaveOpen(left.length, this.#layer.text.length);
    return left;
  }

  quotations(): Quotation[] {
    return this.#drafts.map(({ family, depth, continues, from, innerFrom, innerTo, to, closed }) => ({
      span: this.#layer.spanInText(from, to),
      inner: this.#layer.spanInText(innerFrom, innerTo),
      style: STYLES[family],
      depth,
      closed,
      continues,
    }));
  }

  #carriedOnBy(mark: Mark): number | null {
    const carried = this.#carried[this.#open.length];
    return this.#atStart && carried?.family === mark.family ? carried.index : null;
  }

  #begin(family: Family, from: number, innerFrom: number, continues: number | null): void {
    const draft: Draft = {
      family,
      index: this.#firstIndex + this.#drafts.length,
      depth: this.#open.length,
      continues,
      from,
      innerFrom,
      innerTo: innerFrom,
      to: innerFrom,
      closed: false,
    };
    this.#drafts.push(draft);
    this.#open.push(draft);
  }

  /** Closes the innermost open quotation but `inside` others, which end before the mark. */
  #close(mark: Mark, inside: number): void {
    this.#leaveOpen(inside, mark.from);
    const draft = this.#open.pop();
    if (!draft) return;
    draft.innerTo = mark.from;
    draft.to = mark.to;
    draft.closed = true;
  }

  /** Ends the open quotation of the same family where its last sentence before the mark ends, and begins the next. */
  #reopen(mark: Mark): void {
    const inside = this.#levelsInside(mark.family);
    const before = this.#open[this.#open.length - 1 - inside];
    if (before) {
      // Not short of what is already quoted inside it.
      const quoted = this.#drafts.slice(before.index - this.#firstIndex);
      const from = quoted.reduce((reach, draft) => Math.max(reach, draft.to), before.innerFrom);
      const to = mark.startsLine ? mark.from : sentenceEndBefore(this.#layer.text, from, mark.from);
      this.#leaveOpen(inside + 1, to);
    }
    this.#begin(mark.family, mark.from, mark.to, mark.startsLine && before ? before.index : null);
  }

  /** Ends the innermost `levels` open quotations at a position, without a closing mark. */
  #leaveOpen(levels: number, at: number): void {
    for (let i = 0; i < levels; i++) {
      const draft = this.#open.pop();
      if (!draft) return;
      const { to } = trimmed(this.#layer.text, { from: draft.innerFrom, to: Math.max(at, draft.innerFrom) });
      draft.innerTo = to;
      draft.to = to;
    }
  }

  /** How many open quotations stand inside the innermost one of a family. */
  #levelsInside(family: Family): number {
    return this.#open.length - 1 - this.#open.findLastIndex((draft) => draft.family === family);
  }
}

const STOP = /[.!?…]/;
const AFTER_STOP = /["”’'»)\]]/;

/** Where the last sentence that ends between two positions ends; the second position where none does. */
function sentenceEndBefore(text: string, from: number, to: number): number {
  for (let stop = to - 1; stop >= from; stop--) {
    if (!STOP.test(text[stop]!)) continue;
    let end = stop + 1;
    while (end < to && AFTER_STOP.test(text[end]!)) end++;
    if (end < to && !/\s/.test(text[end]!)) continue;
    const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(from, stop - LONGEST_SHORT_FORM), stop))?.[0] ?? "";
    if (text[stop] === "." && isAbbreviation(word)) continue;
    return end;
  }
  return to;
}

const LONGEST_SHORT_FORM = 8;

import { Parser } from "htmlparser2";
import type { Handler } from "htmlparser2";
import { MAX_DEPTH } from "../limits.ts";

/** One element. Elements are numbered in the order of their start tags; offsets are in the source text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element around it; -1 for the page itself, element 0. */
  readonly parent: number;
  /** Its start tag; null for one that no tag stands for. */
  readonly tag: { readonly from: number; readonly to: number } | null;
}

/** What happens along the page, in order. Text is given as it reads; `literal` text is its source, unit by unit. */
export type PageEvent =
  | {
      readonly is: "text";
      readonly from: number;
      readonly to: number;
      readonly data: string;
      readonly literal: boolean;
      readonly element: number;
    }
  | { readonly is: "open" | "close"; readonly from: number; readonly to: number; readonly element: number };

export interface ParsedPage {
  readonly elements: readonly Element[];
  readonly events: readonly PageEvent[];
  readonly maxDepth: number;
  /** Elements were nested beyond the limit. */
  readonly flattened: boolean;
}

/** Elements whose content is not markup: they are never flattened, so that what is in them stays theirs. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "template", "iframe", "xmp"]);

/** htmlparser2 with browsers' limit on depth: what is opened beyond it closes at once, and its end tag is passed over. */
class BoundedParser extends Parser {
  depth = 0;
  flattened = false;
  #flat = false;
  #awaited = 0;

  override onopentagname(start: number, endIndex: number): void {
    this.#flat = this.depth >= MAX_DEPTH;
    super.onopentagname(start, endIndex);
  }

  override onopentagend(endIndex: number): void {
    super.onopentagend(endIndex);
    this.#flat = false;
  }

  override onselfclosingtag(endIndex: number): void {
    super.onselfclosingtag(endIndex);
    this.#flat = false;
  }

  override onclosetag(start: number, endIndex: number): void {
    if (this.#awaited > 0 && this.depth >= MAX_DEPTH) {
      this.#awaited--;
      this.endIndex = endIndex;
      this.startIndex = endIndex + 1;
      return;
    }
    super.onclosetag(start, endIndex);
  }

  protected override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true;
    if (!this.#flat || RAW.has(name)) return false;
    return true;
  }

  /** Called for every start tag taken as void because of the limit. */
  noteOpened(name: string): void {
    if (!this.#flat || RAW.has(name) || super.isVoidElement(name)) return;
    this.flattened = true;
    this.#awaited++;
  }
}

/** Parses HTML source into its elements and the events along it. Never throws; takes time linear in the source. */
export function parsePage(source: string): ParsedPage {
  // Text may stand outside all elements: the page itself is element 0, and is never closed.
  const elements: Element[] = [{ name: "#page", attributes: {}, parent: -1, tag: null }];
  const events: PageEvent[] = [];
  const open: number[] = [0];
  let maxDepth = 0;
  const innermost = (): number => open[open.length - 1] as number;

  const handler: Partial<Handler> = {
    onopentag(name, attributes, isImplied) {
      const from = parser.startIndex;
      const to = parser.endIndex + 1;
      const element = elements.length;
      elements.push({ name, attributes, parent: innermost(), tag: isImplied ? null : { from, to } });
      events.push({ is: "open", from, to, element });
      open.push(element);
      parser.depth = open.length - 1;
      maxDepth = Math.max(maxDepth, parser.depth);
      parser.noteOpened(name);
    },
    onclosetag() {
      if (open.length === 1) return;
      const element = open.pop() as number;
      parser.depth = open.length - 1;
      events.push({ is: "close", from: parser.startIndex, to: parser.endIndex + 1, element });
    },
    ontext(data) {
      const from = parser.startIndex;
      const to = parser.endIndex + 1;
      const literal = data.length === to - from && source.startsWith(data, from);
      events.push({ is: "text", from, to, data, literal, element: innermost() });
    },
  };
  const parser = new BoundedParser(handler);
  parser.write(source);
  parser.end();
  return { elements, events, maxDepth, flattened: parser.flattened };
}

/** For every element whether `test` holds for it or for an element around it. */
export function inherited(
  elements: readonly Element[],
  test: (element: Element, index: number) => boolean,
): Uint8Array {
  const marks = new Uint8Array(elements.length);
  elements.forEach((element, index) => {
    const around = element.parent >= 0 && marks[element.parent] === 1;
    marks[index] = around || test(element, index) ? 1 : 0;
  });
  return marks;
}

import type { BlockKind, SourceMap } from "../../model/document.ts";
import type { Segment } from "../reader.ts";
import { SourceMapBuilder } from "../../text/sourceMap.ts";
import { isUnreadable } from "./furniture.ts";
import { inherited } from "./page.ts";
import type { Element, ParsedPage } from "./page.ts";

/** Elements that start and end a line of their own. */
export const BLOCKS = new Set([
  "#page",
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "dialog",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hgroup",
  "hr",
  "html",
  "li",
  "main",
  "menu",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "subheading",
  h2: "subheading",
  h3: "subheading",
  h4: "subheading",
  h5: "subheading",
  h6: "subheading",
  figcaption: "caption",
  caption: "caption",
  li: "list-item",
  dd: "list-item",
  dt: "list-item",
  blockquote: "block-quote",
};

// What rendering collapses; a no-break space is no such space.
const COLLAPSIBLE = /[\t\n\f\r ]/;
const PIECES = /[\t\n\f\r ]+|[^\t\n\f\r ]+/g;

/** The text of the kept elements, with the map to the source and the stretches it consists of. */
export interface Rendered {
  readonly text: string;
  readonly map: SourceMap;
  readonly segments: readonly Segment[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes the text of the headline and the kept elements in page order: "\n\n" between blocks (it stands for the first
 * tag that parts them), "\n" for a line break, other white space as a browser collapses it.
 */
export function render(page: ParsedPage, kept: Uint8Array, headline: number): Rendered {
  const { elements } = page;
  const hidden = inherited(elements, isUnreadable);
  const inHeadline = inherited(elements, (_, index) => index === headline);
  const preserved = inherited(elements, (element) => element.name === "pre");
  const kinds = blockKinds(elements);

  const parts: string[] = [];
  const map = new SourceMapBuilder();
  const segments: { from: number; to: number; kind: BlockKind | null }[] = [];
  let apart: Place | null = null;
  let lineBreak: Place | null = null;
  let space: Place | null = null;
  /** The last entity, and how long the text was behind it. */
  let entity: Place | null = null;
  let entityLength = -1;

  const put = (words: string, place: Place, each: 0 | 1): void => {
    parts.push(words);
    map.add(words.length, place.from, place.to, each);
  };
  const putGap = (): void => {
    if (apart) put("\n\n", apart, 0);
    else if (lineBreak) put("\n", lineBreak, 0);
    else if (space) put(" ", space, space.to - space.from === 1 ? 1 : 0);
    apart = lineBreak = space = null;
  };
  const putWords = (words: string, place: Place, literal: boolean, kind: BlockKind | null): void => {
    const starts = segments.length === 0 || apart !== null;
    if (segments.length === 0) apart = lineBreak = space = null;
    putGap();
    const from = map.length;
    put(words, place, literal ? 1 : 0);
    const last = segments[segments.length - 1];
    if (starts || !last) segments.push({ from, to: map.length, kind });
    else last.to = map.length;
  };

  for (const event of page.events) {
    const element = elements[event.element];
    if (event.is !== "text") {
      if (element?.name === "br" && event.is === "open") {
        // Pages without paragraphs part them by two line breaks.
        if (lineBreak) apart ??= lineBreak;
        else lineBreak = event;
      } else if (element && BLOCKS.has(element.name)) apart ??= event;
      continue;
    }
    if (!visible(event.element)) continue;
    const kind = inHeadline[event.element] ? "headline" : (kinds[event.element] ?? null);
    if (event.to <= event.from) {
      // The second character of an entity that stands for two. Where the first one stands last, they are one run; where it
      // was a space that waits, the second has the same place.
      if (entity && entityLength === map.length && apart === null && lineBreak === null && space === null) {
        map.widenLast(event.data.length);
        entityLength = map.length;
        parts.push(event.data);
        const last = segments[segments.length - 1];
        if (last) last.to = map.length;
      } else if (entity) putWords(event.data, entity, false, kind);
      continue;
    }
    if (!event.literal) {
      if (event.data.length === 1 && COLLAPSIBLE.test(event.data)) space ??= event;
      else putWords(event.data, event, false, kind);
      entity = event;
      entityLength = map.length;
      continue;
    }
    for (const piece of event.data.matchAll(PIECES)) {
      const from = event.from + piece.index;
      const place = { from, to: from + piece[0].length };
      if (!COLLAPSIBLE.test(piece[0][0] as string)) putWords(piece[0], place, true, kind);
      else if (preserved[event.element] && piece[0].includes("\n")) lineBreak ??= place;
      else space ??= place;
    }
  }

  function visible(element: number): boolean {
    return !hidden[element] && (kept[element] === 1 || inHeadline[element] === 1);
  }

  return {
    text: parts.join(""),
    map: map.finish(),
    segments: segments.map(({ from, to, kind }) => ({ span: { from, to }, kind })),
  };
}

/** The kind each element's text has by the nearest element around it that says one. */
function blockKinds(elements: readonly Element[]): (BlockKind | null)[] {
  const kinds: (BlockKind | null)[] = [];
  for (const { name, parent } of elements) {
    const around = parent < 0 ? null : (kinds[parent] ?? null);
    // A heading inside a quotation or a caption is part of it.
    kinds.push(around === "caption" || around === "block-quote" ? around : (KINDS[name] ?? around));
  }
  return kinds;
}

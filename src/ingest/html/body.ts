import { createRequire } from "node:module";
import type { Remark } from "../../model/document.ts";
import { EXTRACTOR_MAX_DEPTH, EXTRACTOR_MAX_ELEMENTS, EXTRACTOR_MAX_UNITS } from "../limits.ts";
import type { ParsedPage } from "./page.ts";
import { scoredBody } from "./scoring.ts";

/** Which elements' own text belongs to the article: 1 for each kept one. */
export interface Body {
  readonly kept: Uint8Array;
  readonly remark: Remark | null;
}

const MARK = "data-h-";
/** Elements that hold no text of the article, or none that a span may stand around. */
const UNWRAPPED = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "noscript",
  "template",
  "iframe",
  "xmp",
  "option",
  "select",
  "svg",
  "head",
  "html",
  "table",
  "tr",
  "tbody",
]);

/** The parts of the article extractor and its document that are used here. */
interface DomElement {
  readonly attributes: Iterable<{ readonly name: string }>;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
interface Extractors {
  parseHTML(source: string): { readonly document: unknown };
  Readability: new (
    document: unknown,
    options: { serializer: (node: DomElement) => DomElement },
  ) => { parse(): { readonly content: DomElement | null } | null };
}

let loaded: Extractors | null = null;

/** Loaded at the first web page: plain text should not wait 0.2 s for it. */
function extractors(): Extractors {
  const load = createRequire(import.meta.url);
  loaded ??= { parseHTML: load("linkedom").parseHTML, Readability: load("@mozilla/readability").Readability };
  return loaded;
}

/**
 * Chooses the body with Readability, or with our own scoring where the page is beyond its limits or it finds nothing.
 * Every start tag is numbered in the source first, so what Readability keeps can be traced back to its place whatever
 * tree it was in.
 */
export function chooseBody(page: ParsedPage, source: string): Body {
  const why = tooMuch(page, source);
  if (why) {
    const reason = `the page is ${why} for the article extractor: its body was chosen by length of text`;
    return { kept: scoredBody(page), remark: { span: null, level: "note", reason } };
  }
  const kept = extractedBody(page, source);
  if (kept) return { kept, remark: null };
  const reason = "the article extractor found no article: the page's body was chosen by length of text";
  return { kept: scoredBody(page), remark: { span: null, level: "note", reason } };
}

function tooMuch(page: ParsedPage, source: string): string | null {
  if (page.flattened || page.maxDepth > EXTRACTOR_MAX_DEPTH) return "nested too deeply";
  if (page.elements.length > EXTRACTOR_MAX_ELEMENTS || source.length > EXTRACTOR_MAX_UNITS) return "too large";
  return null;
}

/** The elements Readability keeps, or null when it keeps nothing. */
function extractedBody(page: ParsedPage, source: string): Uint8Array | null {
  const { parseHTML, Readability } = extractors();
  let content: DomElement | null;
  try {
    const { document } = parseHTML(numbered(page, source));
    content = new Readability(document, { serializer: (node) => node }).parse()?.content ?? null;
  } catch {
    // Neither library promises anything for broken pages; our own scoring reads them all.
    return null;
  }
  if (!content) return null;
  const kept = new Uint8Array(page.elements.length);
  let any = false;
  for (const element of content.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (!name.startsWith(MARK)) continue;
      kept[Number(name.slice(MARK.length))] = 1;
      any = true;
    }
  }
  return any ? kept : null;
}

/**
 * The source with each start tag's number as an attribute name of its own: merged elements then keep all of theirs.
 * The extractor dissolves some elements and keeps their text, so text is wrapped in a span with its element's number.
 */
function numbered({ elements, events }: ParsedPage, source: string): string {
  const parts: string[] = [];
  let done = 0;
  let wrapped = false;
  const insert = (at: number, markup: string): void => {
    parts.push(source.slice(done, at), markup);
    done = at;
  };
  for (const { is, from, to, element } of events) {
    const { name, tag } = elements[element] ?? { name: "", tag: null };
    if (is === "text") {
      if (!wrapped && from < to && !UNWRAPPED.has(name) && /\S/.test(source.slice(from, to))) {
        insert(from, `<span ${MARK}${element}="">`);
        wrapped = true;
      }
      continue;
    }
    if (wrapped && from >= done) insert(from, "</span>");
    wrapped = false;
    if (is === "open" && tag) insert(from + 1 + nameLength(source, from + 1), ` ${MARK}${element}=""`);
  }
  parts.push(source.slice(done), wrapped ? "</span>" : "");
  return parts.join("");
}

function nameLength(source: string, from: number): number {
  let at = from;
  while (at < source.length && !/[\s/>]/.test(source[at] as string)) at++;
  return at - from;
}

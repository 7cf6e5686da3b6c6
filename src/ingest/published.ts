import type { Block, Published, Remark } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import { NO_YEAR, findDate } from "./dates.ts";
import type { FoundDate } from "./dates.ts";
import { EDGE_UNITS } from "./limits.ts";
import type { PageFacts } from "./reader.ts";
import { yearThatFits } from "./yearless.ts";

const NOT_FROM_PAGE =
  "the page does not say when it was published: the date is the one told by what led to it, such as a feed";

const UNKNOWN: Published = { edtf: null, basis: "unknown", spans: [] };

/** Blocks at the start and the end of a text among which the date of publication may stand. */
const FROM_START = 8;
const FROM_END = 6;

const PUBLISHED_LABEL =
  /\b(?:(?:first |originally )?(?:published|posted|issued|released)|date|publication date|publish date|date published|pubdate)(?: on| at)?\s?[:|-]?\s/i;
const UPDATED_LABEL =
  /\b(?:updated|modified|edited|corrected|last updated|last modified|revised|accessed|retrieved)\b/i;

/** A date with what is to be said about it. */
export interface ReadPublished {
  readonly published: Published;
  readonly remarks: readonly Remark[];
}

/** What a caller says of the date: `published` goes before what the page says, `publishedElse` behind it. */
export interface GivenDates {
  readonly published?: string;
  readonly publishedElse?: string;
}

/**
 * When a document was published: as given by the caller, else as its metadata say, else as a date line, byline or
 * dateline of the text says, else as the caller heard elsewhere. Dates in the prose are never used, and nothing is guessed: what lacks a year or can be
 * read two ways is unknown, with a remark.
 */
export function publishedOf(
  text: string,
  blocks: readonly Block[],
  given: GivenDates,
  facts: Pick<PageFacts, "published" | "updated">,
): ReadPublished {
  const read = publishedFrom(text, blocks, given, facts.published);
  const updated = updatedOf(text, blocks, facts.updated);
  const { edtf } = read.published;
  if (updated === null || edtf === null || updated.slice(0, 10) <= edtf.slice(0, 10)) return read;
  return { ...read, published: { ...read.published, updated } };
}

function publishedFrom(
  text: string,
  blocks: readonly Block[],
  { published: given, publishedElse }: GivenDates,
  metadata: string | null,
): ReadPublished {
  if (given !== undefined) return { published: { edtf: givenEdtf(given), basis: "given", spans: [] }, remarks: [] };
  const remarks: Remark[] = [];
  const stated = metadata === null ? null : findDate(metadata);
  if (stated?.edtf) {
    const seen = visibleDate(text, blocks);
    const spans = seen?.edtf && seen.edtf.slice(0, 10) === stated.edtf.slice(0, 10) ? [seen.span] : [];
    return { published: { edtf: stated.edtf, basis: "stated", spans }, remarks };
  }
  if (stated) remarks.push(unusable(`in the page's metadata, "${metadata}"`, null, stated));
  const found = visibleDate(text, blocks);
  if (found?.edtf) return { published: { edtf: found.edtf, basis: "stated", spans: [found.span] }, remarks };
  if (found) {
    const remark = unusable(`"${text.slice(found.span.from, found.span.to)}"`, found.span, found);
    const year = found.edtf === null && found.why === NO_YEAR ? yearThatFits(text, found.span) : null;
    remarks.push(year === null ? remark : { ...remark, reason: `${remark.reason}; ${year}` });
  }
  if (publishedElse === undefined) return { published: UNKNOWN, remarks };
  remarks.push({ span: null, level: "note", reason: NOT_FROM_PAGE });
  return { published: { edtf: givenEdtf(publishedElse), basis: "given", spans: [] }, remarks };
}

/** A caller's date: ISO with a zone becomes UTC, all other EDTF stays as it is. */
function givenEdtf(given: string): string {
  const date = /^\d{4}-\d{2}-\d{2}T/.test(given) ? findDate(given) : null;
  return date?.edtf ?? given;
}

function unusable(what: string, span: Span | null, found: FoundDate): Remark {
  const why = found.edtf === null ? found.why : "";
  return { span, level: "note", reason: `the date ${what} does not tell when it was published: ${why}` };
}

/** The first usable date where dates of publication stand; else the first that is not usable; else null. */
function visibleDate(text: string, blocks: readonly Block[]): FoundDate | null {
  let unclear: FoundDate | null = null;
  for (const [index, { kind, span }] of blocks.entries()) {
    if (index >= FROM_START && index < blocks.length - FROM_END) continue;
    if (kind !== "dateline" && kind !== "byline") continue;
    const words = text.slice(span.from, Math.min(span.to, span.from + EDGE_UNITS));
    // A bare date further down belongs to a correction or another article.
    if (index >= FROM_START && !PUBLISHED_LABEL.test(words)) continue;
    const stretch = publishedStretch(words);
    if (!stretch) continue;
    const found = findDate(words.slice(stretch.from, stretch.to));
    if (!found) continue;
    const shifted = {
      ...found,
      span: { from: span.from + stretch.from + found.span.from, to: span.from + stretch.from + found.span.to },
    };
    if (shifted.edtf !== null) return shifted;
    unclear ??= shifted;
  }
  return unclear;
}

const CHANGED = /\b(?:updated|modified|edited|corrected|revised)\b/i;

/** When the page was last changed: as its metadata say, else the latest that its date lines say; null where neither does. */
function updatedOf(text: string, blocks: readonly Block[], metadata: string | null): string | null {
  const stated = metadata === null ? null : findDate(metadata)?.edtf;
  if (stated) return stated;
  let latest: string | null = null;
  for (const [index, { kind, span }] of blocks.entries()) {
    if (index >= FROM_START && index < blocks.length - FROM_END) continue;
    if (kind !== "dateline" && kind !== "byline") continue;
    const words = text.slice(span.from, Math.min(span.to, span.from + EDGE_UNITS));
    const label = CHANGED.exec(words);
    const edtf = label && findDate(words.slice(label.index))?.edtf;
    if (edtf && (latest === null || edtf > latest)) latest = edtf;
  }
  return latest;
}

/** The part of a line that may give the date of publication: not what is labelled as a later change. */
function publishedStretch(words: string): Span | null {
  const updated = UPDATED_LABEL.exec(words);
  const label = PUBLISHED_LABEL.exec(words);
  if (!updated) return { from: 0, to: words.length };
  if (updated.index > 0) {
    const from = label && label.index < updated.index ? label.index : 0;
    return { from, to: updated.index };
  }
  return label ? { from: label.index, to: words.length } : null;
}

import { sha256Of } from "../text/sha256.ts";
import type { Capture, Document, Remark } from "../model/document.ts";
import { UserError } from "../model/errors.ts";
import { SourceMapBuilder, compose } from "../text/sourceMap.ts";
import { binaryKind, utf16ByZeros } from "./binary.ts";
import { blocksOf } from "./blocks.ts";
import { decode } from "./decode.ts";
import type { Decoded } from "./decode.ts";
import { languageName, languageOf } from "./language.ts";
import { MAX_BYTES, MAX_REPAIRS } from "./limits.ts";
import { outletOf } from "./outlet.ts";
import { publishedOf } from "./published.ts";
import type { Reader } from "./reader.ts";
import { READERS } from "./readers.ts";
import { plain } from "./readers/plain.ts";
import { repairsOf } from "./repairs.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface IngestOptions {
  /** The date of publication as EDTF or ISO 8601, where the caller knows it. */
  readonly published?: string;
  /** The same, from a caller who knows less well than the page itself: it counts where the page does not say. */
  readonly publishedElse?: string;
  /** The name of the outlet, where the caller knows it. */
  readonly outlet?: string;
  /** `text/plain` or `text/html`, with or without parameters; told from the bytes where it is not given. */
  readonly mediaType?: string;
  /** The text of a capture that is none itself, see `convert`. */
  readonly converted?: Converted;
}

/** The text of a capture whose bytes are no text. */
export interface Converted {
  /** The media type of the bytes. */
  readonly mediaType: string;
  readonly text: string;
}

/** Takes bytes as received from `from` (a path, an address, `-`) and adds their SHA-256. */
export function capture(bytes: Uint8Array, from: string): Capture {
  return { bytes, sha256: sha256Of(bytes), from };
}

/**
 * Reads one capture: bytes to a document whose text, blocks and repairs are spans in UTF-16 units. Trouble with the
 * input becomes remarks. Throws UserError for input that is empty, too large or not text, and for a media type that
 * cannot be read.
 */
export function ingest(capture: Capture, options: IngestOptions = {}): Document {
  const { converted } = options;
  refuseUnreadable(capture, converted !== undefined);
  const decoded = converted ? decodedFrom(converted, capture.bytes) : decode(capture.bytes);
  if (decoded.text.length === 0) throw new UserError(`${capture.from} is empty: give a file with the text of a report`);
  const reader = converted ? plain : readerFor(decoded, capture.from, options.mediaType);
  const page = reader.read(decoded);
  const { text, facts } = page;
  const vocabulary = new Vocabulary(text);
  const blocks = blocksOf(text, page.segments, vocabulary);
  const dated = publishedOf(text, blocks, options, facts);
  const language = languageOf(text, blocks);
  const found = repairsOf(text, blocks, vocabulary);
  const headline = blocks.find(({ kind }) => kind === "headline");
  return {
    sha256: capture.sha256,
    bytes: capture.bytes.length,
    mediaType: converted?.mediaType ?? reader.mediaType,
    encoding: decoded.encoding,
    text,
    source: page.map ? compose(page.map, decoded.map) : decoded.map,
    language,
    title: headline ? text.slice(headline.span.from, headline.span.to) : facts.title,
    outlet: outletOf(text, blocks, options.outlet, facts.outlet),
    published: dated.published,
    blocks,
    repairs: found.repairs,
    remarks: [...decoded.remarks, ...page.remarks, ...dated.remarks, ...remarksOn(text, language, found.more)],
  };
}

/** The whole of the text stands for the whole of the bytes: where in them a word is drawn is not told. */
function decodedFrom({ text }: Converted, bytes: Uint8Array): Decoded {
  const map = new SourceMapBuilder();
  if (text.length > 0) map.add(text.length, 0, bytes.length, 0);
  return { text, encoding: "utf-8", map: map.finish(), remarks: [] };
}

function refuseUnreadable({ bytes, from }: Capture, converted: boolean): void {
  if (bytes.length === 0) throw new UserError(`${from} is empty: give a file with the text of a report`);
  if (bytes.length > MAX_BYTES)
    throw new UserError(
      `${from} has ${bytes.length} bytes, more than the ${MAX_BYTES} that are read: split it into single reports`,
    );
  if (converted) return;
  const kind = utf16Marked(bytes) || utf16ByZeros(bytes) ? null : binaryKind(bytes);
  if (kind) throw new UserError(`${from} looks like ${kind}, not text: convert it to plain text or HTML first`);
}

function utf16Marked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function readerFor(decoded: Decoded, from: string, mediaType: string | undefined): Reader {
  if (mediaType === undefined) return READERS.find((reader) => reader.accepts(decoded, from)) as Reader;
  const wanted = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const reader = READERS.find((candidate) => candidate.mediaType === wanted || candidate.alsoCalled.includes(wanted));
  if (reader) return reader;
  const known = READERS.map((candidate) => candidate.mediaType).join(" or ");
  throw new UserError(`${from} is said to be "${mediaType}", which cannot be read: give ${known}`);
}

function remarksOn(text: string, language: string, moreRepairs: boolean): Remark[] {
  const remarks: Remark[] = [];
  if (text.trim() === "") remarks.push({ span: null, level: "warning", reason: "there are no words in it" });
  if (language !== "en" && language !== "und")
    remarks.push({
      span: null,
      level: "warning",
      reason: `language is ${languageName(language)} (${language}): recorded, not read`,
    });
  if (moreRepairs)
    remarks.push({ span: null, level: "warning", reason: `only the first ${MAX_REPAIRS} repairs are kept` });
  return remarks;
}

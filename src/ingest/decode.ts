import type { Remark, SourceMap } from "../model/document.ts";
import { SourceMapBuilder } from "../text/sourceMap.ts";
import { utf16ByZeros } from "./binary.ts";
import { SNIFF_BYTES } from "./limits.ts";
import { countUtf8, mapUtf8 } from "./utf8.ts";

/** Bytes as characters: `map` leads from UTF-16 units of `text` to bytes. A byte order mark is not in `text`. */
export interface Decoded {
  readonly text: string;
  /** As the WHATWG names it, lower case. */
  readonly encoding: string;
  readonly map: SourceMap;
  readonly remarks: readonly Remark[];
}

/**
 * Decodes bytes that are known not to be binary. The encoding comes from a byte order mark, from where zero bytes
 * stand, from the page's own declaration, or from the bytes being UTF-8; otherwise it is windows-1252. Never throws:
 * what cannot be decoded becomes U+FFFD, with a remark.
 */
export function decode(bytes: Uint8Array): Decoded {
  const remarks: Remark[] = [];
  const { encoding, skip } = chooseEncoding(bytes, remarks);
  const body = bytes.subarray(skip);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
  const map = mapFor(encoding, body, text, skip);
  const lost = countReplacements(text) - (encoding === "utf-8" ? countWritten(body) : 0);
  if (lost > 0)
    remarks.push({
      span: null,
      level: "warning",
      reason: `${lost} ${lost === 1 ? "place" : "places"} in the bytes could not be decoded as ${encoding}: U+FFFD stands there`,
    });
  return { text, encoding, map, remarks };
}

function chooseEncoding(bytes: Uint8Array, remarks: Remark[]): { encoding: string; skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", skip: 2 };
  const wide = utf16ByZeros(bytes);
  if (wide) return { encoding: wide, skip: 0 };

  const { valid, invalid } = countUtf8(bytes);
  const label = declaredLabel(bytes);
  const declared = label === null ? null : knownEncoding(label);
  if (label !== null && declared === null)
    remarks.push({
      span: null,
      level: "note",
      reason: `the page declares the encoding "${label}", which is not known`,
    });
  if (declared && declared !== "utf-8") {
    // A page saved as UTF-8 often keeps its old declaration; other encodings hardly ever make valid UTF-8.
    if (valid === 0 || invalid > 0) return { encoding: declared, skip: 0 };
    remarks.push({ span: null, level: "note", reason: `the page declares ${declared}, but its bytes are UTF-8` });
  }
  if (invalid === 0 || valid >= invalid) return { encoding: "utf-8", skip: 0 };
  remarks.push({ span: null, level: "note", reason: "the bytes are not UTF-8: decoded as windows-1252" });
  return { encoding: "windows-1252", skip: 0 };
}

/** The encoding a page or XML file names in its first bytes, as written there. */
function declaredLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, SNIFF_BYTES));
  if (!/^\s*</.test(head)) return null;
  const found =
    /^\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head) ??
    /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(head);
  return found?.[1] ?? null;
}

/** The WHATWG name for a label. A page that can be read for its declaration is not UTF-16, whatever it says. */
function knownEncoding(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return null;
  }
}

function mapFor(encoding: string, body: Uint8Array, text: string, skip: number): SourceMap {
  if (encoding === "utf-8") return mapUtf8(body, skip);
  const builder = new SourceMapBuilder();
  if (encoding.startsWith("utf-16")) {
    // All units but the last have two bytes; the last takes what a truncated file left.
    const whole = text.length - 1;
    if (whole > 0) builder.add(whole, skip, skip + 2 * whole, 2);
    if (text.length > 0) builder.add(1, skip + 2 * whole, skip + body.length, 0);
  } else if (text.length === body.length && !MULTI_BYTE.has(encoding)) {
    if (text.length > 0) builder.add(text.length, skip, skip + body.length, 1);
  } else {
    mapByFeeding(encoding, body, skip, builder);
  }
  return builder.finish();
}

const MULTI_BYTE = new Set(["gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr"]);

/** For encodings of several bytes: feeds the decoder byte by byte and sees when characters come out. */
function mapByFeeding(encoding: string, body: Uint8Array, skip: number, builder: SourceMapBuilder): void {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let start = 0;
  for (let at = 0; at < body.length; at++) {
    const last = at === body.length - 1;
    const given = decoder.decode(body.subarray(at, at + 1), { stream: !last });
    if (given.length === 0) continue;
    const size = at + 1 - start;
    builder.add(given.length, skip + start, skip + at + 1, given.length === 1 ? size : 0);
    start = at + 1;
  }
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}

/** How often U+FFFD itself stands in UTF-8 bytes: those were lost before we got them. */
function countWritten(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  return count;
}

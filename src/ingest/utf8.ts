import type { SourceMap } from "../model/document.ts";
import { SourceMapBuilder } from "../text/sourceMap.ts";

/** How many bytes the sequence at `at` has, and whether it is a character; as the WHATWG decoder cuts it. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  let needed = 0;
  let lower = 0x80;
  let upper = 0xbf;
  if (lead >= 0xc2 && lead <= 0xdf) needed = 1;
  else if (lead >= 0xe0 && lead <= 0xef) {
    needed = 2;
    if (lead === 0xe0) lower = 0xa0;
    if (lead === 0xed) upper = 0x9f;
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    needed = 3;
    if (lead === 0xf0) lower = 0x90;
    if (lead === 0xf4) upper = 0x8f;
  } else return -1;
  for (let seen = 1; seen <= needed; seen++) {
    const byte = bytes[at + seen];
    // A bad sequence ends before the byte that breaks it: that byte may start a character of its own.
    if (byte === undefined || byte < lower || byte > upper) return -seen;
    lower = 0x80;
    upper = 0xbf;
  }
  return needed + 1;
}

/** How many characters of several bytes there are, and how many stretches that are no UTF-8. */
export function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] as number) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) valid++;
    else invalid++;
    at += Math.abs(length);
  }
  return { valid, invalid };
}

/** The map for bytes that TextDecoder decodes as UTF-8; byte 0 of `bytes` is byte `skip` of the capture. */
export function mapUtf8(bytes: Uint8Array, skip: number): SourceMap {
  const builder = new SourceMapBuilder();
  for (let at = 0; at < bytes.length;) {
    const from = at;
    while (at < bytes.length && (bytes[at] as number) < 0x80) at++;
    if (at > from) {
      builder.add(at - from, skip + from, skip + at, 1);
      continue;
    }
    const length = sequenceLength(bytes, at);
    const size = Math.abs(length);
    if (length === 4) builder.add(2, skip + at, skip + at + 4, 0);
    else builder.add(1, skip + at, skip + at + size, size);
    at += size;
  }
  return builder.finish();
}

import { SNIFF_BYTES } from "./limits.ts";

const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a zip archive (also docx, xlsx, epub)", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Word, Excel or Outlook file", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["an RTF file", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ["a gzip archive", [0x1f, 0x8b, 0x08]],
  ["a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["a Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  [
    "an SQLite database",
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00],
  ],
  ["a program (ELF)", [0x7f, 0x45, 0x4c, 0x46]],
  ["an Ogg sound file", [0x4f, 0x67, 0x67, 0x53, 0x00]],
  ["an MP3 sound file", [0x49, 0x44, 0x33, 0x03]],
  ["an MP3 sound file", [0x49, 0x44, 0x33, 0x04]],
];

/** One byte in a hundred may be a stray control character before a file counts as binary. */
const CONTROL_SHARE = 0.01;

/** What a file that is no text looks like ("a PDF file"), or null where it may be text in an 8-bit encoding. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, magic] of MAGIC) if (magic.every((byte, at) => bytes[at] === byte)) return name;
  const head = bytes.subarray(0, SNIFF_BYTES);
  let controls = 0;
  for (const byte of head) if (isControl(byte)) controls++;
  return controls > Math.max(1, head.length * CONTROL_SHARE) ? "binary data" : null;
}

function isControl(byte: number): boolean {
  // Tab, line feed, vertical tab, form feed, carriage return and escape (ISO-2022) occur in text.
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f;
}

/**
 * UTF-16 without a byte order mark, told by where the zero bytes stand: every ASCII character, so at least every
 * space and line break, has one, nearly always on the same side. Null where that does not hold.
 */
export function utf16ByZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, Math.min(bytes.length, SNIFF_BYTES) & ~1);
  const pairs = head.length / 2;
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let at = 0; at < head.length; at += 2) {
    if (head[at] === 0) zeroFirst++;
    if (head[at + 1] === 0) zeroSecond++;
  }
  const least = Math.max(1, pairs * 0.02);
  if (zeroSecond >= least && zeroFirst * 4 < zeroSecond && plausible(head, 0)) return "utf-16le";
  if (zeroFirst >= least && zeroSecond * 4 < zeroFirst && plausible(head, 1)) return "utf-16be";
  return null;
}

/** Whether hardly any pair of bytes is a control character; `low` says which byte of a pair is the lower one. */
function plausible(head: Uint8Array, low: 0 | 1): boolean {
  let controls = 0;
  for (let at = 0; at < head.length; at += 2)
    if (head[at + 1 - low] === 0 && isControl(head[at + low] as number)) controls++;
  return controls <= (head.length / 2) * CONTROL_SHARE;
}

import { createHash } from "node:crypto";

/** Whether a block has another hash than the one it was stored with: `sha1:` or `sha256:` and base 32, 16 or 64. Other kinds tell nothing. */
export function altered(block: Uint8Array, digest: string | null): boolean {
  const [, kind, stored] = /^(sha-?1|sha-?256):([\w=+/-]+)$/i.exec(digest?.trim() ?? "") ?? [];
  if (kind === undefined || stored === undefined) return false;
  const hash = createHash(kind.toLowerCase().replace("-", "")).update(block).digest();
  const words = stored.replace(/=+$/, "");
  return !(
    words.toUpperCase() === base32(hash) ||
    words.toLowerCase() === hash.toString("hex") ||
    Buffer.from(words, "base64").equals(hash)
  );
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  let written = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written += BASE32[(held >> bits) & 31];
    }
  }
  return bits > 0 ? written + BASE32[(held << (5 - bits)) & 31] : written;
}

import { createHash } from "node:crypto";

/** Words in a shingle; short texts have few, so that they must be very like to count. */
const SHINGLE = 5;
const HASHES = 64;
/** 16 bands of 4: two texts that share 70 % of their shingles meet in a band with 99 % chance, at 30 % with 12 %. */
const ROWS = 4;
/** From this share of equal hashes on, one text repeats the other. */
export const NEAR = 0.7;
const FEWEST_WORDS = 40;

const MULTIPLIERS = Array.from({ length: HASHES }, (_, i) => Math.imul(i * 2 + 1, 0x9e3779b1) | 1);
const ADDENDS = Array.from({ length: HASHES }, (_, i) => Math.imul(i + 1, 0x85ebca6b));

/**
 * MinHash (Broder 1997) over shingles of five words: 64 numbers of 32 bits. Null for a text too short to compare.
 */
export function signatureOf(words: readonly string[]): Uint32Array | null {
  if (words.length < FEWEST_WORDS) return null;
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  const hashes = words.map(hashOfWord);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0;
    for (let k = 0; k < SHINGLE; k++) shingle = mixed(Math.imul(shingle, 31) + (hashes[i + k] as number));
    for (let h = 0; h < HASHES; h++) {
      const value = mixed(Math.imul(shingle, MULTIPLIERS[h] as number) + (ADDENDS[h] as number)) >>> 0;
      if (value < (signature[h] as number)) signature[h] = value;
    }
  }
  return signature;
}

/** The bands of a signature as short keys: two texts that share one may be near repeats. */
export function bandsOf(signature: Uint32Array): string[] {
  return Array.from({ length: HASHES / ROWS }, (_, band) => {
    const hash = createHash("sha256").update(`${band}:`);
    hash.update(signature.subarray(band * ROWS, (band + 1) * ROWS).join(","));
    return hash.digest("hex").slice(0, 16);
  });
}

/** The estimated share of common shingles, 0 to 1. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let h = 0; h < HASHES; h++) if (a[h] === b[h]) same++;
  return same / HASHES;
}

/** FNV-1a. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function mixed(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { MAX_BYTES } from "../../ingest/limits.ts";
import { isGzip } from "./kinds.ts";

/** Ways of packing laid over each other in one response. */
const MOST_LAYERS = 3;

/**
 * The body of a stored response without what it was packed in for the way, by the codings its headers name. Some archives hold
 * bodies that were unpacked already under the headers of the packed ones: those are given back as they are. Null for a coding
 * that is not known. Throws zlib's errors, one of them where it unpacks to more than a report can have.
 */
export function unpacked(body: Uint8Array, codings: string): Uint8Array | null {
  let plain = body;
  const names = codings
    .toLowerCase()
    .split(",", MOST_LAYERS)
    .map((name) => name.trim());
  for (const name of names.reverse()) {
    const next = unpackedOnce(plain, name);
    if (next === null) return null;
    plain = next;
  }
  return plain;
}

function unpackedOnce(body: Uint8Array, coding: string): Uint8Array | null {
  const most = { maxOutputLength: MAX_BYTES };
  switch (coding) {
    case "":
    case "identity":
    case "chunked":
      return body;
    case "gzip":
    case "x-gzip":
      return isGzip(body) ? gunzipSync(body, most) : body;
    case "deflate":
      // Servers mean it with and without the head of zlib.
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, most) : inflateRawSync(body, most);
    case "br":
      return brotliDecompressSync(body, most);
    default:
      return null;
  }
}

import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { MAX_BYTES } from "../../ingest/limits.ts";
import type { Offer, Refused } from "../add.ts";
import { dump } from "./dump.ts";
import { type FileKind, HEAD, isGzip, kindOf, looksLikeDump } from "./kinds.ts";
import { type Found, refusedBy } from "./paths.ts";
import { piped } from "./piped.ts";
import { type SourceOptions, metered } from "./source.ts";
import { wacz } from "./wacz.ts";
import { warc } from "./warc.ts";

/** All that a file holds: one report, or many. Trouble with it is refused, never thrown. */
export async function* offersIn(file: Found, source: SourceOptions): AsyncGenerator<Offer> {
  const { name, path } = file;
  const stream = createReadStream(path);
  try {
    yield* offersOf(metered(stream, source.meter), { name, path }, source);
  } catch (error) {
    yield refusedBy(name, error);
  } finally {
    stream.destroy();
  }
}

/** All that comes over standard input. */
export async function* offersFrom(stream: AsyncIterable<Uint8Array>, source: SourceOptions): AsyncGenerator<Offer> {
  const name = "standard input";
  try {
    yield* offersOf(metered(stream, source.meter), { name, path: null }, source);
  } catch (error) {
    yield refusedBy(name, error);
  }
}

interface Place {
  readonly name: string;
  readonly path: string | null;
}

async function* offersOf(bytes: AsyncIterable<Uint8Array>, place: Place, source: SourceOptions): AsyncGenerator<Offer> {
  const { head, all } = await peeked(bytes);
  const kind = kindIn(head, place, source);
  if (kind === "arc") {
    const reason =
      "is a web archive of the kind before WARC, which is not read: make a WARC of it first (warcio recompress)";
    yield { name: place.name, reason: `${place.name} ${reason}` };
  } else if (kind === "wacz") {
    if (place.path === null)
      yield { name: place.name, reason: `${place.name} holds a zip file: save it, then name the file` };
    else yield* wacz(place.name, place.path, source);
  } else if (kind === "report") yield await report(all, place, source);
  else {
    const plain = isGzip(head) ? gunzipped(all) : all;
    yield* kind === "warc" ? warc(plain, place, source) : dump(plain, place, source);
  }
}

function kindIn(head: Uint8Array, { name, path }: Place, { dump: { mapped } }: SourceOptions): FileKind {
  const kind = kindOf(name, head);
  if (kind !== "report" || path !== null) return kind;
  if (head[0] === 0x50 && head[1] === 0x4b) return "wacz";
  return mapped || looksLikeDump(head) ? "dump" : kind;
}

async function report(all: AsyncIterable<Uint8Array>, { name, path }: Place, source: SourceOptions): Promise<Offer> {
  const { head, all: again } = await peeked(all);
  const packed = isGzip(head);
  const bytes = await atMost(packed ? gunzipped(again) : again, MAX_BYTES);
  if (bytes === null) return tooLarge(name);
  const circumstances = packed ? { packed: "gzip" } : {};
  return { bytes, name, address: path, options: source.options, circumstances, by: path === null ? "input" : "file" };
}

export function tooLarge(name: string): Refused {
  return { name, reason: `${name} is larger than ${MAX_BYTES / 1024 ** 2} MB: split it into single reports` };
}

/** All bytes of a stream; null where there are more than `most`. */
export async function atMost(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The first bytes of a stream, and all of it. */
async function peeked(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  const head = Buffer.concat(first, size);
  return {
    head,
    all: (async function* () {
      try {
        yield head;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
      } finally {
        await iterator.return?.();
      }
    })(),
  };
}

/** What is packed, member by member; what breaks off or is damaged gives what was read before, then the error. */
export function gunzipped(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return piped(packed, createGunzip());
}

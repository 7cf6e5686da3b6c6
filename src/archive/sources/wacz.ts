import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createGunzip, createInflateRaw } from "node:zlib";
import type { Offer } from "../add.ts";
import { piped } from "./piped.ts";
import { type SourceOptions, metered } from "./source.ts";
import { warc } from "./warc.ts";
import { type ZipEntry, beginningOf, zipEntries } from "./zip.ts";

const WARC = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

/** The reports of all web archives in a WACZ file (WACZ 1.1), in the order of its list. Throws UserError where it is no zip file. */
export async function* wacz(name: string, path: string, source: SourceOptions): AsyncGenerator<Offer> {
  const file = await open(path);
  try {
    const archives = (await zipEntries(file, name)).filter((entry) => WARC.test(entry.name));
    if (archives.length === 0)
      yield { name, reason: `${name} is a zip file without a web archive in its folder archive/` };
    for (const entry of archives) {
      const called = `${name}, ${entry.name}`;
      if (entry.packed === null)
        yield { name: called, reason: `${called} is packed or sealed in a way that is not read` };
      else if (entry.size > 0) {
        try {
          yield* warc(
            await plainIn(file, path, entry, source),
            { name: called, path: `${path}/${entry.name}` },
            source,
          );
        } catch (error) {
          yield { name: called, reason: `${called} could not be read to its end: ${(error as Error).message}` };
        }
      }
    }
  } finally {
    await file.close();
  }
}

async function plainIn(
  file: FileHandle,
  path: string,
  entry: ZipEntry,
  { meter }: SourceOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const start = await beginningOf(file, entry);
  const there = metered(createReadStream(path, { start, end: start + entry.size - 1 }), meter);
  const whole = entry.packed ? piped(there, createInflateRaw()) : there;
  return /\.gz$/i.test(entry.name) ? piped(whole, createGunzip()) : whole;
}

import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { exported } from "../../archive/moving.ts";
import { UserError } from "../../model/errors.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { Progress } from "../progress.ts";

export interface ExportOptions extends ArchiveOptions {
  readonly all: string;
  readonly quiet?: boolean;
}

/** Writes a whole archive to one file. Its name is only there when the file is whole. */
export async function exportAll(options: ExportOptions, console: Console): Promise<void> {
  const path = pathOf(console, options.all);
  const unfinished = `${path}.part`;
  await withArchive(console, options, { existing: true }, async (store) => {
    const { seq, hash } = await store.head();
    const progress = new Progress(console.stderr, seq, () => performance.now(), options.quiet !== true, "entries");
    const lines = exported(store, (done) => progress.tell(done));
    try {
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(unfinished));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error instanceof UserError
        ? error
        : new UserError(`${options.all}: could not be written: ${(error as Error).message}`);
    }
    await progress.clear();
    if (options.quiet !== true)
      await console.stderr.write(`${options.all}: ${seq} entries, the last with hash ${hash}\n`);
  });
}

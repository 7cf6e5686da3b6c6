import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { imported } from "../../archive/moving.ts";
import { UserError } from "../../model/errors.ts";
import { withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { nameOf, unreadable } from "../inputs.ts";
import { linesOf } from "../lines.ts";
import { Progress } from "../progress.ts";
import type { ReturnOptions } from "./returned.ts";

export interface ImportOptions extends ReturnOptions {
  readonly format?: string;
}

/** Takes over a whole archive, or with a format what people changed in an export. */
export async function importAny(path: string, options: ImportOptions, console: Console): Promise<void> {
  const { format, by, reason, dryRun, retractMissing } = options;
  if (format !== undefined)
    return (await import("./returned.ts")).importReturned(path, { ...options, format }, console);
  if (by !== undefined || reason !== undefined || dryRun || retractMissing)
    throw new UserError("--by, --reason, --dry-run and --retract-missing go with --format", 2);
  return importAll(path, options, console);
}

/** Takes over a whole archive from a file that `export --all` wrote. */
async function importAll(file: string, options: ImportOptions, console: Console): Promise<void> {
  const quiet = options.quiet === true;
  await withArchive(console, options, {}, async (store) => {
    let progress: Progress | null = null;
    const { entries, there } = await imported(store, nameOf(file), linesIn(console, file), async (done, all) => {
      progress ??= new Progress(console.stderr, all, () => performance.now(), !quiet, "entries");
      await progress.tell(done);
    });
    await (progress as Progress | null)?.clear();
    const { seq, hash } = await store.head();
    if (!quiet)
      await console.stderr.write(
        `${store.name}: ${entries} entries taken over, ${there} were there; the last is ${seq} with hash ${hash}\n`,
      );
  });
}

/** The lines of a gzipped file, as far as it goes: that it is cut short shows in what is missing. */
async function* linesIn(console: Console, file: string): AsyncGenerator<string> {
  const path = pathOf(console, file);
  const plain = new PassThrough();
  let wrong: (Error & { code?: string }) | null = null;
  const flow = pipeline(createReadStream(path), createGunzip(), plain, { end: false })
    .catch((error: Error) => (wrong = error))
    .finally(() => plain.end());
  let line: string | null = null;
  for await (const next of linesOf(plain)) {
    if (line !== null) yield line;
    line = next;
  }
  await flow;
  const failed = wrong as (Error & { code?: string }) | null;
  if (failed?.code?.startsWith("Z_") && failed.code !== "Z_BUF_ERROR")
    throw new UserError(`${nameOf(file)}: is no archive, or is damaged (${failed.message})`);
  if (failed && failed.code !== "Z_BUF_ERROR") throw unreadable(file, failed);
  // The last line of a file that is cut short is no whole line.
  if (line !== null && failed === null) yield line;
}

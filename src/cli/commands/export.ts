import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type ExportOptions as Wanted, exportAs, exportFiles } from "../../archive/exporting.ts";
import { exported } from "../../archive/moving.ts";
import type { ExportFormat } from "../../export/formats/format.ts";
import { formatNamed } from "../../export/formats/formats.ts";
import { UserError } from "../../model/errors.ts";
import type { Query, Store } from "../../store/store.ts";
import { withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { nameOf } from "../inputs.ts";
import { LiveLine, rateIn } from "../liveLine.ts";
import { Progress } from "../progress.ts";
import { type FilterOptions, queryOf } from "../query.ts";

export interface ExportOptions extends Omit<FilterOptions, "cursor" | "json" | "color"> {
  readonly all?: string;
  readonly format?: string;
  readonly texts?: boolean;
  /** A file, or a folder for a format that has several files. */
  readonly output?: string;
  readonly base?: string;
  readonly quiet?: boolean;
}

/** Writes a whole archive to one file, or what is looked for in a format. */
export async function exportArchive(words: readonly string[], options: ExportOptions, console: Console): Promise<void> {
  const { all, format } = options;
  if ((all === undefined) === (format === undefined))
    throw new UserError("say what to export: --format FORMAT for entries, or --all FILE for the whole archive", 2);
  if (all === undefined) return exportFormat(formatNamed(format ?? ""), words, options, console);
  const { all: _, archive: __, quiet: ___, ...others } = options;
  if (words.length > 0 || Object.keys(others).length > 0)
    throw new UserError("--all writes the whole archive: leave out the words and the other options", 2);
  return exportAll({ ...options, all }, console);
}

/** Writes a whole archive to one file. Its name is only there when the file is whole. */
async function exportAll(options: ExportOptions & { readonly all: string }, console: Console): Promise<void> {
  const path = pathOf(console, options.all);
  await withArchive(console, options, { existing: true }, async (store) => {
    const { seq, hash } = await store.head();
    const progress = new Progress(console.stderr, seq, () => performance.now(), options.quiet !== true, "entries");
    const lines = exported(store, (done) => progress.tell(done));
    await whole(path, options.all, (unfinished) =>
      pipeline(Readable.from(lines), createGzip(), createWriteStream(unfinished)),
    );
    await progress.clear();
    if (options.quiet !== true)
      await console.stderr.write(`${options.all}: ${seq} entries, the last with hash ${hash}\n`);
  });
}

async function exportFormat(
  format: ExportFormat,
  words: readonly string[],
  options: ExportOptions,
  console: Console,
): Promise<void> {
  const { output, quiet } = options;
  await withArchive(console, options, { existing: true }, async (store) => {
    const { limit, ...query } = await queryOf(store, words, options, console);
    const progress = new LiveLine(console.stderr, () => performance.now(), quiet !== true);
    const left = new Map<string, number>();
    let gone = 0;
    const wanted: Wanted = {
      texts: options.texts === true,
      base: options.base ?? null,
      ...(limit !== undefined && { most: limit }),
      told: (done) => {
        gone = done;
        return progress.tell((seconds) => `${done} entries, ${rateIn(done, seconds)} a second`);
      },
      left: (why) => left.set(why, (left.get(why) ?? 0) + 1),
    };
    await written(store, format, query, wanted, output, console);
    await progress.clear();
    if (quiet === true) return;
    for (const [why, n] of left) {
      await console.stderr.write(`${format.name}: ${n} left out: ${why}\n`);
      gone -= n;
    }
    if (output !== undefined) await console.stderr.write(`${nameOf(output)}: ${gone} entries\n`);
  });
}

async function written(
  store: Store,
  format: ExportFormat,
  query: Query,
  wanted: Wanted,
  output: string | undefined,
  console: Console,
): Promise<void> {
  if (output === undefined) {
    for await (const piece of exportAs(store, format, query, wanted)) await console.stdout.write(piece);
    return;
  }
  const path = pathOf(console, output);
  if (format.files && !output.endsWith(`.${format.extension}`))
    return wholeFolder(path, output, async (unfinished) => {
      for await (const { name, text } of exportFiles(store, format, query, wanted))
        await writeFile(join(unfinished, basename(name)), text);
    });
  return whole(path, output, (unfinished) =>
    pipeline(Readable.from(exportAs(store, format, query, wanted)), createWriteStream(unfinished)),
  );
}

/** Writes a file under another name, which it loses when it is whole. */
async function whole(path: string, named: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw unwritable(named, error as Error);
  }
}

/** The same for a folder. One that has something in it is not written over. */
async function wholeFolder(path: string, named: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.part`;
  if ((await readdir(path).catch(() => [])).length > 0)
    throw new UserError(`${nameOf(named)}: is a folder with files in it: name another`, 2);
  try {
    await mkdir(unfinished);
  } catch (error) {
    throw unwritable(`${named}.part`, error as Error);
  }
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true, recursive: true });
    throw unwritable(named, error as Error);
  }
}

function unwritable(named: string, error: Error): Error {
  return error instanceof UserError ? error : new UserError(`${nameOf(named)}: could not be written: ${error.message}`);
}

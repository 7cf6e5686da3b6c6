import { type Command, InvalidArgumentError, Option } from "commander";
import { FORMAT_NAMES } from "../export/formats/names.ts";
import { recordFilters } from "./archiveCommands.ts";
import type { ExportOptions } from "./commands/export.ts";
import type { ImportOptions } from "./commands/import.ts";
import type { Console } from "./console.ts";
import { archiveOption, wholeNumber } from "./options.ts";

/** The commands that write an archive out, whole or in a format of others, and take it in again. */
export function exportCommands(hearsay: Command, console: Console): void {
  recordFilters(
    hearsay
      .command("export")
      .description("write entries in a format of others, or a whole archive to keep or to move it")
      .argument("[WORDS...]", "with --format: as for find"),
  )
    .addOption(new Option("--format <FORMAT>", "how to write them (docs/exports.md)").choices(FORMAT_NAMES))
    .option("--texts", "with the whole texts, each once; without, short spans and hashes")
    .option("--output <PATH>", "a file, or for brat a folder; without, standard output")
    .option(
      "--base <ADDRESS>",
      "name entries by their address in a reading room, as https://room.example/",
      baseAddress,
    )
    .option("--limit <N>", "at most so many entries", most)
    .option("--all <FILE>", "the whole archive instead: its entries and bytes, gzipped")
    .option("--quiet", "no progress and no summary")
    .action(async (words: string[], options: ExportOptions) => {
      const { exportArchive } = await import("./commands/export.ts");
      await exportArchive(words, options, console);
    });

  archiveOption(
    hearsay
      .command("import")
      .description("take over a whole archive, or what people changed in an export with another tool")
      .argument("<PATH>", "what export wrote: a file, or for brat and web-annotation a folder of them"),
  )
    .addOption(
      new Option("--format <FORMAT>", "take over changes as corrections: brat or web-annotation").choices([
        "brat",
        "web-annotation",
      ]),
    )
    .option("--by <NAME>", "with --format: who decides (default: HEARSAY_USER)")
    .option("--reason <WORDS>", "with --format: why; retractions need it")
    .option("--dry-run", "with --format: only say what would change")
    .option("--retract-missing", "with --format: take back the entries whose annotations were removed")
    .option("--quiet", "no progress and no summary")
    .action(async (path: string, options: ImportOptions) => {
      const { importAny } = await import("./commands/import.ts");
      await importAny(path, options, console);
    });
}

function baseAddress(value: string): string {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value))
    throw new InvalidArgumentError("Write the address of the reading room, such as https://room.example/.");
  const { href } = new URL(value);
  return href.endsWith("/") ? href : `${href}/`;
}

function most(value: string): number {
  return wholeNumber(value, 1, 999_999_999_999, "Write a whole number from 1.");
}

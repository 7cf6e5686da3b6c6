import { type Command, Option } from "commander";
import { CITATION_FORMATS } from "../export/citation.ts";
import { SILENCE_KINDS } from "../model/entries.ts";
import { STANDINGS } from "../model/ledger.ts";
import { ACTS } from "../model/statement.ts";
import type { ArchiveOptions } from "./archive.ts";
import type { CiteOptions } from "./commands/cite.ts";
import type { FindOptions } from "./commands/find.ts";
import type { PersonOptions } from "./commands/person.ts";
import type { Console } from "./console.ts";
import { archiveOption, confidence, days, limit } from "./options.ts";
import type { FilterOptions } from "./query.ts";

/** The commands that look through an archive. */
export function archiveCommands(hearsay: Command, console: Console): void {
  filterOptions(
    hearsay
      .command("find")
      .description("look for statements and silences in an archive")
      .argument(
        "[WORDS...]",
        "words that must all stand there; '\"a phrase\"', begun*; '-unwanted' inside one argument",
      ),
  )
    .addOption(
      new Option("--order <ORDER>", "newest in the archive first, or said last first").choices(["newest", "said"]),
    )
    .action(async (words: string[], options: FindOptions) => {
      const { find } = await import("./commands/find.ts");
      await find(words, options, console);
    });

  filterOptions(
    hearsay
      .command("timeline")
      .description("what was said by the day it was said on, and how that day is known")
      .argument("[WORDS...]", "as for find"),
  ).action(async (words: string[], options: FilterOptions) => {
    const { timeline } = await import("./commands/timeline.ts");
    await timeline(words, options, console);
  });

  archiveOption(
    hearsay
      .command("person")
      .description("what the archive and the packs know of somebody who speaks")
      .argument("<NAME>", "a name, or as much of it as only one has"),
  )
    .option("--json", "print one JSON object")
    .option("--color", "colours even where no terminal is seen")
    .option("--no-color", "no colours")
    .action(async (name: string, options: PersonOptions) => {
      const { person } = await import("./commands/person.ts");
      await person(name, options, console);
    });

  archiveOption(
    hearsay
      .command("cite")
      .description(
        "print a statement as a block to paste: who, verbatim or not, when, where, and what the receipt proves",
      )
      .argument("<ID...>", "as find prints it, or a beginning that only one has"),
  )
    .addOption(new Option("--format <FORMAT>", "text, markdown or json").choices(CITATION_FORMATS).default("text"))
    .action(async (ids: string[], options: CiteOptions) => {
      const { cite } = await import("./commands/cite.ts");
      await cite(ids, options, console);
    });

  archiveOption(
    hearsay
      .command("receipt")
      .description("print what lets a stranger check a statement without the archive: hearsay verify reads it")
      .argument("<ID>", "as find prints it, or a beginning that only one has"),
  ).action(async (id: string, options: ArchiveOptions) => {
    const { receipt } = await import("./commands/receipt.ts");
    await receipt(id, options, console);
  });
}

function filterOptions(command: Command): Command {
  return recordFilters(command)
    .option("--limit <N>", "so many at once, to 500", limit)
    .option("--cursor <CURSOR>", "the page behind another, as that one says")
    .option("--json", "print one JSON object")
    .option("--color", "colours even where no terminal is seen")
    .option("--no-color", "no colours");
}

/** The options that say which records are meant. */
export function recordFilters(command: Command): Command {
  return archiveOption(command)
    .option("--speaker <NAME>", "who said it, or was silent; names filed as one count as one")
    .option("--channel <NAME>", "the medium it came through")
    .option("--outlet <NAME>", "who published it")
    .addOption(new Option("--act <ACT>", "what it does; of a silence, its kind").choices([...ACTS, ...SILENCE_KINDS]))
    .addOption(new Option("--manner <MANNER>", "how the words stand").choices(["direct", "indirect", "mixed"]))
    .addOption(
      new Option("--standing <STANDING>", "what it is worth; retracted ones are found only so").choices(STANDINGS),
    )
    .addOption(new Option("--kind <KIND>", "statements or silences only").choices(["statement", "silence"]))
    .option("--occasion <NAME>", "the occasion it was said at")
    .option("--said <FROM..TO>", "said on these days: 2021-01-05..2021-02, 2021.., 2021-01-08", days)
    .option("--published <FROM..TO>", "published on these days", days)
    .option("--min-confidence <X>", "leave out what the machine is less sure of, from 0 to 1", confidence);
}

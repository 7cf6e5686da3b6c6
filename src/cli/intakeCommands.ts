import { type Command, InvalidArgumentError, Option } from "commander";
import { DUMP_FIELDS, type DumpField } from "../archive/sources/source.ts";
import type { AddOptions } from "./commands/add.ts";
import type { HistoryOptions } from "./commands/history.ts";
import type { RereadOptions } from "./commands/reread.ts";
import type { WatchOptions } from "./commands/watch.ts";
import type { Console } from "./console.ts";
import { archiveOption, interval, oneMore, outletName, publicationDate, threads } from "./options.ts";

/** The commands that bring reports into an archive, read them again, and tell how they changed. */
export function intakeCommands(hearsay: Command, console: Console, failed: (inputs: number) => void): void {
  readerOptions(
    archiveOption(
      hearsay
        .command("add")
        .description("take reports into an archive, read them, and keep what they say with its receipts")
        .argument(
          "[SOURCE...]",
          "files (text, HTML, PDF, JSON lines, WARC, WACZ; also gzipped), folders, globs, addresses; - for standard input",
        ),
    ),
  )
    .option(
      "--published <DATE>",
      "when they were published, where they do not say: 2021-01-08, 2021-01",
      publicationDate,
    )
    .option("--outlet <NAME>", "who published them", outletName)
    .addOption(new Option("--type <TYPE>", "what they are, where their bytes do not tell").choices(["text", "html"]))
    .option("--map <FIELD=NAME,...>", `what the fields of JSON lines are called: ${DUMP_FIELDS.join(", ")}`, fieldNames)
    .option("--paragraphs <SIGNS>", "what parts the paragraphs of a text in JSON lines, beside line breaks")
    .option(
      "--allow <HOST>",
      "a host to fetch from although it is not public: HOST or HOST:PORT; may be repeated",
      oneMore,
    )
    .option("--enqueue", "leave the reading to workers (hearsay worker); for an archive on a server")
    .option("--json", "print one JSON object a line for each report, when it is safe in the archive")
    .option("--quiet", "no progress and no summary on standard error")
    .action(async (sources: string[], options: AddOptions) => {
      const { add } = await import("./commands/add.ts");
      failed(await add(sources, options, console));
    });

  readerOptions(
    archiveOption(
      hearsay
        .command("watch")
        .description("look at feeds and pages again and again, and take in what they name and how they change")
        .argument("[LIST|URL...]", "addresses, or files with one a line or OPML; none for all that was watched before"),
    ),
  )
    .option("--every <TIME>", "from one look at a feed or page to the next: 90s, 2h, 1d (default: 15m)", interval)
    .option("--once", "look at each once and stop")
    .option("--delay <TIME>", "between two questions to one host, at least (default: 1s)", interval)
    .option("--outlet <NAME>", "who published the reports", outletName)
    .option(
      "--allow <HOST>",
      "a host to fetch from although it is not public: HOST or HOST:PORT; may be repeated",
      oneMore,
    )
    .option("--json", "print one JSON object a line for each thing looked at")
    .option("--quiet", "only what is kept and what fails")
    .action(async (named: string[], options: WatchOptions) => {
      const { watch } = await import("./commands/watch.ts");
      failed(await watch(named, options, console));
    });

  readerOptions(
    archiveOption(
      hearsay
        .command("reread")
        .description("read what an archive holds again: what a newer reader finds takes the place of candidates")
        .argument("[ARTICLE...]", "articles or their addresses; all where none is named"),
    ),
  )
    .option("--json", "print one JSON object a line for each article")
    .option("--quiet", "no progress and no summary on standard error")
    .action(async (articles: string[], options: RereadOptions) => {
      const { reread } = await import("./commands/reread.ts");
      failed(await reread(articles, options, console));
    });

  archiveOption(
    hearsay
      .command("history")
      .description("how an article changed: its editions, and what became of each statement")
      .argument("<ARTICLE>", "its id, an address it was seen at, or the path of its file"),
  )
    .option("--json", "print one JSON object")
    .option("--color", "colours even where no terminal is seen")
    .option("--no-color", "no colours")
    .action(async (article: string, options: HistoryOptions) => {
      const { history } = await import("./commands/history.ts");
      await history(article, options, console);
    });
}

function readerOptions(command: Command): Command {
  return command
    .addOption(new Option("--reader <READER>", "how thoroughly to read").choices(["fast", "full"]))
    .option("--pack <DIR>", "a folder of names and dates of a field, beside our own; may be repeated", oneMore)
    .option("--workers <N>", "reports read at once (default: the cores of this machine)", threads);
}

/** `text=story,title=head`. Throws InvalidArgumentError otherwise. */
function fieldNames(
  value: string,
  before: Readonly<Partial<Record<DumpField, string>>> = {},
): Partial<Record<DumpField, string>> {
  const fields: Partial<Record<DumpField, string>> = { ...before };
  for (const pair of value.split(",")) {
    const [, field = "", name = ""] = /^([^=]*)=(.*)$/s.exec(pair.trim()) ?? [];
    if (!(DUMP_FIELDS as readonly string[]).includes(field) || name === "")
      throw new InvalidArgumentError(
        `Write FIELD=NAME, such as text=story,title=head; the fields are ${DUMP_FIELDS.join(", ")}.`,
      );
    fields[field as DumpField] = name;
  }
  return fields;
}
